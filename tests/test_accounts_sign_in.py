"""Signing in and out, a new password, and the doors that stay shut to strangers."""

import re
import time

import pytest
from allauth.account.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.contrib.auth import get_user_model
from django.contrib.sessions.models import Session
from django.core import mail
from django.core.cache import cache
from django.core.mail.backends.base import BaseEmailBackend
from django.urls import URLPattern, get_resolver, reverse

pytestmark = pytest.mark.django_db
PASSWORD = "lantern-quay-1877"


@pytest.fixture
def reporter():
    return get_user_model().objects.create_user(
        "mira", "mira.holt@courier.example", PASSWORD, is_staff=True, first_name="Mira", last_name="Holt"
    )


def sign_in(client, username="mira", password=PASSWORD, **query):
    return client.post(reverse("admin:login"), {"username": username, "password": password, **query})


def code_for(secret):
    now = int(time.time()) // 30
    return format_hotp_value(hotp_value(secret, now))


class TestSigningIn:
    def test_the_page_is_at_the_admins_own_address_with_the_names_that_tools_post(self, client):
        page = client.get("/admin/login/")
        assert page.status_code == 200
        for name in ("username", "password", "csrfmiddlewaretoken"):
            assert f'name="{name}"' in page.text
        assert 'action="/admin/login/"' in page.text

    @pytest.mark.parametrize("username", ["mira", "mira.holt@courier.example", "Mira.Holt@Courier.example"])
    def test_username_or_address_opens_the_desk(self, client, reporter, username):
        response = sign_in(client, username)
        assert response.status_code == 302
        assert response["Location"] == "/admin/"
        assert client.session["_auth_user_id"] == str(reporter.pk)

    @pytest.mark.parametrize(
        ("username", "password"),
        [
            ("mira", "wrong"),
            ("nobody", PASSWORD),
            ("mira", ""),
            ("", ""),
            ("\x00", "a\x00b"),
            ("x" * 5000, "y" * 99_999),
        ],
    )
    def test_a_wrong_password_gets_words_and_no_session(self, client, reporter, username, password):
        response = sign_in(client, username, password)
        assert response.status_code == 200
        assert 'class="errorlist' in response.text
        assert "sessionid" not in response.cookies
        assert Session.objects.count() == 0

    def test_the_answer_does_not_say_whether_the_account_exists(self, client, reporter):
        def words(response):
            return re.findall(r'<ul class="errorlist.*?</ul>', response.text, re.DOTALL)

        assert words(sign_in(client, "mira", "wrong")) == words(sign_in(client, "nobody", "wrong"))

    def test_a_session_chosen_beforehand_is_not_kept(self, client, reporter):
        client.cookies["sessionid"] = "chosenbysomebodyelse0000000000000"
        sign_in(client)
        assert client.cookies["sessionid"].value != "chosenbysomebodyelse0000000000000"

    def test_a_closed_account_is_answered_as_a_wrong_password(self, client, reporter):
        get_user_model().objects.update(is_active=False)
        assert "do not go together" in sign_in(client).text

    def test_who_is_not_staff_is_answered_as_a_wrong_password(self, client, reporter):
        get_user_model().objects.update(is_staff=False)
        assert "do not go together" in sign_in(client).text

    def test_who_is_signed_in_and_not_staff_is_not_sent_in_circles(self, client, reporter):
        get_user_model().objects.update(is_staff=False)
        client.force_login(get_user_model().objects.get())
        assert client.get("/admin/login/").status_code == 403

    def test_deactivation_ends_the_session_at_once(self, client, reporter):
        sign_in(client)
        assert client.get("/admin/").status_code == 200
        get_user_model().objects.update(is_active=False)
        assert client.get("/admin/").status_code == 302

    @pytest.mark.parametrize(
        "address",
        ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", "///evil.example"],
    )
    def test_nobody_is_sent_off_the_site(self, client, reporter, address):
        assert sign_in(client, next=address)["Location"] == "/admin/"

    def test_one_comes_out_where_one_wanted_to_go(self, client, reporter):
        asked = client.get("/admin/password_change/?x=1")
        assert asked["Location"].startswith("/admin/login/?next=")
        assert sign_in(client, next="/admin/account/two-steps/")["Location"] == "/admin/account/two-steps/"

    def test_the_sixth_attempt_on_one_account_is_refused_even_with_the_right_password(self, client, reporter):
        for _ in range(5):
            sign_in(client, "mira", "wrong")
        assert "Too many wrong attempts" in sign_in(client).text
        cache.clear()
        assert sign_in(client).status_code == 302

    def test_guessing_from_one_address_over_many_accounts_is_refused_too(self, client):
        answers = [sign_in(client, f"somebody{number}", "wrong") for number in range(12)]
        assert "Too many wrong attempts" in answers[-1].text

    def test_past_the_limit_of_the_page_there_is_a_page_that_says_so(self, client):
        answers = [client.post("/admin/login/", {}) for _ in range(32)]
        assert answers[-1].status_code == 429
        assert "Too many attempts" in answers[-1].text


class TestSigningOut:
    def test_it_ends_the_session_on_the_server(self, client, reporter):
        sign_in(client)
        key = client.session.session_key
        assert client.post("/admin/logout/").status_code in (200, 302)
        assert not Session.objects.filter(session_key=key).exists()
        assert client.get("/admin/").status_code == 302

    def test_a_link_alone_signs_nobody_out(self, client, reporter):
        sign_in(client)
        client.get("/admin/logout/")
        assert client.get("/admin/").status_code == 200


class TestANewPassword:
    def ask(self, client, address):
        return client.post(reverse("account_reset_password"), {"email": address}, follow=True)

    def test_the_answer_is_the_same_for_an_unknown_address(self, client, reporter):
        assert self.ask(client, reporter.email).text == self.ask(client, "nobody@courier.example").text

    def test_the_link_works_once_and_the_old_password_is_gone(self, client, reporter):
        self.ask(client, reporter.email)
        link = re.search(r"http://testserver(/admin/account/reset/\S+)", mail.outbox[0].body)[1]
        form = client.get(link, follow=True)
        new = {"password1": "granite-weir-2044", "password2": "granite-weir-2044"}
        assert client.post(form.request["PATH_INFO"], new, follow=True).status_code == 200
        reporter.refresh_from_db()
        assert reporter.check_password("granite-weir-2044")
        assert "no longer good" in client.get(link, follow=True).text

    def test_a_weak_password_is_refused_with_the_reason(self, client, reporter):
        self.ask(client, reporter.email)
        link = re.search(r"http://testserver(/admin/account/reset/\S+)", mail.outbox[0].body)[1]
        form = client.get(link, follow=True)
        answer = client.post(form.request["PATH_INFO"], {"password1": "mira", "password2": "mira"})
        assert "too short" in answer.text

    def test_a_lookalike_address_gets_no_link(self, client, reporter):
        self.ask(client, "mıra.holt@courier.example")
        assert all("/reset/" not in message.body for message in mail.outbox)

    def test_the_link_is_on_the_desks_own_address(self, client, reporter, settings):
        settings.ALLOWED_HOSTS = ["*"]
        client.post(reverse("account_reset_password"), {"email": reporter.email}, headers={"host": "evil.example"})
        assert "http://testserver/admin/account/reset/" in mail.outbox[0].body
        assert "evil.example" not in mail.outbox[0].body

    def test_it_goes_to_the_address_we_hold_not_to_the_one_typed(self, client, reporter):
        self.ask(client, reporter.email.upper())
        assert [message.to for message in mail.outbox] == [[reporter.email]]

    def test_a_closed_account_gets_no_link(self, client, reporter):
        get_user_model().objects.update(is_active=False)
        self.ask(client, reporter.email)
        assert all("/reset/" not in message.body for message in mail.outbox)


class TestTwoSteps:
    @pytest.mark.parametrize("name", ["mfa_index", "account_change_password"])
    def test_the_pages_open_for_who_signed_in(self, client, reporter, name):
        sign_in(client)
        assert client.get(reverse(name)).status_code == 200

    def test_the_second_step_is_asked_for_and_turned_on_only_after_the_password_again(self, client, reporter):
        sign_in(client)
        confirm = client.get(reverse("mfa_activate_totp"))["Location"]
        page = client.post(confirm, {"password": PASSWORD}, follow=True)
        secret = page.context["form"].secret
        turned_on = client.post(reverse("mfa_activate_totp"), {"code": code_for(secret)}, follow=True)
        assert turned_on.status_code == 200
        assert secret not in str(list(Authenticator.objects.values_list("data", flat=True)))
        client.post("/admin/logout/")
        assert sign_in(client)["Location"].startswith(reverse("mfa_authenticate"))
        assert client.get("/admin/").status_code == 302
        cache.clear()  # a code is good once
        client.post(reverse("mfa_authenticate"), {"code": code_for(secret)})
        assert client.get("/admin/").status_code == 200


class TestStrangers:
    OPEN = {
        "/admin/login/",
        "/admin/logout/",
        "/admin/account/inactive/",
        "/admin/jsi18n/",  # words of the interface, no word of ours
    }

    def addresses(self, patterns=None, prefix="/"):
        for pattern in get_resolver().url_patterns if patterns is None else patterns:
            route = prefix + str(pattern.pattern).removeprefix("^").removesuffix("$").removesuffix("\\Z")
            if isinstance(pattern, URLPattern):
                route = re.sub(r"\(\?P<\w+>(?:[^()]|\([^()]*\))*\)|<[^>]+>", "1", route)
                yield route.replace("\\", "")
            else:
                yield from self.addresses(pattern.url_patterns, route)

    def test_no_address_of_the_desk_shows_a_stranger_anything(self, client):
        desk = [address for address in self.addresses() if address.startswith("/admin/")]
        assert len(desk) > 30
        shown = {address for address in desk if client.get(address).status_code == 200}
        assert {
            one for one in shown - self.OPEN if not one.startswith(("/admin/account/reset/", "/admin/invited/"))
        } == set()

    def test_there_is_no_way_to_sign_up(self, client):
        for address in ("/admin/account/signup/", "/admin/signup/", "/accounts/signup/"):
            assert client.get(address).status_code in (302, 404)
            assert client.post(address, {"username": "x", "password1": PASSWORD}).status_code in (302, 403, 404)
        assert get_user_model().objects.count() == 0
        assert not get_adapter().is_open_for_signup(None)


class AwayBackend(BaseEmailBackend):
    def send_messages(self, messages):
        raise ConnectionRefusedError


class TestAMailServerThatIsAway:
    @pytest.fixture(autouse=True)
    def _away(self, settings):
        settings.EMAIL_BACKEND = f"{__name__}.AwayBackend"

    @pytest.mark.parametrize("address", ["mira.holt@courier.example", "nobody@courier.example"])
    def test_is_said_in_the_same_words_for_every_address(self, client, reporter, address):
        answer = client.post(reverse("account_reset_password"), {"email": address}, follow=True)
        assert answer.status_code == 200
        assert "mail server does not answer" in answer.text

    def test_does_not_undo_a_new_password(self, client, reporter):
        sign_in(client)
        new = {"oldpassword": PASSWORD, "password1": "granite-weir-2044", "password2": "granite-weir-2044"}
        assert client.post(reverse("account_change_password"), new, follow=True).status_code == 200
        reporter.refresh_from_db()
        assert reporter.check_password("granite-weir-2044")


def test_ones_own_account_stands_in_the_menu(client, reporter):
    client.force_login(reporter)
    assert 'href="/admin/account/"' in client.get("/admin/").text
