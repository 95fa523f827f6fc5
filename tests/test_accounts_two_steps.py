"""The second step of signing in: nobody gets past it, uses a code twice, or turns it off without a password."""

import re

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.core.cache import cache
from django.urls import reverse

from accounts import roles
from tests.make import make_user

pytestmark = pytest.mark.django_db
PASSWORD = "a-long-password-1"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
AUTHENTICATE = "/admin/account/two-steps/authenticate/"


@pytest.fixture
def mira():
    """Has the second step on, and recovery codes."""
    mira = make_user(roles.REPORTER, username="mira")
    TOTP.activate(mira, SECRET)
    RecoveryCodes.activate(mira)
    return mira


def password(client):
    return client.post("/admin/login/", {"username": "mira", "password": PASSWORD})


def code():
    counter = next(iter(yield_hotp_counters_from_time()))
    return format_hotp_value(hotp_value(SECRET, counter))


def in_at_last(client):
    password(client)
    client.post(AUTHENTICATE, {"code": code()})
    assert client.get("/admin/").status_code == 200
    cache.clear()


class TestThePasswordAlone:
    @pytest.mark.parametrize(
        "name",
        [
            "admin:index",
            "account_change_password",
            "account_reauthenticate",
            "accounts_roles",
            "mfa_deactivate_totp",
            "mfa_download_recovery_codes",
            "mfa_generate_recovery_codes",
            "mfa_index",
            "mfa_view_recovery_codes",
        ],
    )
    def test_opens_no_page(self, client, mira, name):
        password(client)
        assert client.get(reverse(name)).status_code == 302
        assert client.post(reverse(name)).status_code in (302, 403)
        assert Authenticator.objects.filter(user=mira).count() == 2

    def test_leads_to_the_code(self, client, mira):
        assert password(client)["Location"] == AUTHENTICATE
        assert "Two-" in client.get(AUTHENTICATE).text

    def test_gives_a_session_that_is_exchanged_once_the_code_is_right(self, client, mira):
        password(client)
        halfway = client.cookies["sessionid"].value
        client.post(AUTHENTICATE, {"code": code()})
        assert client.cookies["sessionid"].value != halfway

    def test_is_of_no_use_without_having_been_given(self, client, mira):
        assert client.get(AUTHENTICATE).status_code == 302
        assert client.post(AUTHENTICATE, {"code": code()}).status_code == 302
        assert client.get("/admin/").status_code == 302


class TestACode:
    def test_is_good_once(self, client, mira):
        used = code()
        password(client)
        client.post(AUTHENTICATE, {"code": used})
        client.post("/admin/logout/")
        password(client)
        assert client.post(AUTHENTICATE, {"code": used}).status_code == 200
        assert client.get("/admin/").status_code == 302

    def test_cannot_be_guessed_at_length(self, client, mira):
        password(client)
        for number in range(6):
            client.post(AUTHENTICATE, {"code": f"{number:06d}"})
        client.post(AUTHENTICATE, {"code": code()})
        assert client.get("/admin/").status_code == 302

    @pytest.mark.parametrize("odd", ["", "x" * 10_000, "\x00", "１２３４５６", "-1", "000 000"])
    def test_that_is_none_is_refused_in_words(self, client, mira, odd):
        password(client)
        answer = client.post(AUTHENTICATE, {"code": odd})
        assert answer.status_code == 200
        assert "errorlist" in answer.text

    def test_of_recovery_is_good_once_too(self, client, mira):
        one = RecoveryCodes(Authenticator.objects.get(user=mira, type="recovery_codes")).get_unused_codes()[0]
        for answer in (200, 302):
            password(client)
            client.post(AUTHENTICATE, {"code": one})
            assert client.get("/admin/").status_code == answer
            client.post("/admin/logout/")


class TestTurningItOff:
    def test_takes_the_password_again(self, client, mira):
        in_at_last(client)
        asked = client.post(reverse("mfa_deactivate_totp"))
        assert asked.status_code == 302
        assert Authenticator.objects.filter(user=mira, type="totp").exists()
        page = client.post(asked["Location"], {"password": "wrong"})
        assert page.status_code == 200
        assert Authenticator.objects.filter(user=mira, type="totp").exists()

    def test_is_mailed_to_the_person(self, client, mira, mailoutbox):
        in_at_last(client)
        asked = client.get(reverse("mfa_deactivate_totp"))
        client.post(asked["Location"], {"password": PASSWORD})
        client.post(reverse("mfa_deactivate_totp"))
        assert not Authenticator.objects.filter(user=mira, type="totp").exists()
        assert [one.to for one in mailoutbox] == [[mira.email]]


class TestTurningItOn:
    def test_is_open_also_to_who_once_asked_for_a_new_password(self, client, mailoutbox):
        make_user(roles.REPORTER, username="mira")
        client.post(reverse("account_reset_password"), {"email": "mira@example.org"})
        assert len(mailoutbox) == 1
        password(client)
        page = client.post(client.get(reverse("mfa_activate_totp"))["Location"], {"password": PASSWORD}, follow=True)
        secret = page.context["form"].secret
        counter = next(iter(yield_hotp_counters_from_time()))
        code = format_hotp_value(hotp_value(secret, counter))
        after = client.post(reverse("mfa_activate_totp"), {"code": code}, follow=True)
        assert Authenticator.objects.filter(type="totp").exists(), re.findall("errorlist.*", after.text)

    def test_keeps_the_secret_sealed_in_the_table(self, mira):
        assert SECRET not in str(Authenticator.objects.get(type="totp").data)
