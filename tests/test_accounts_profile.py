"""One's own account: name and address, and nothing that gives rights."""

import pytest
from allauth.account.models import EmailAddress
from django.contrib.admin.models import LogEntry
from django.urls import reverse

from accounts import roles
from accounts.models import User
from tests.make import make_user

pytestmark = pytest.mark.django_db
PASSWORD = "a-long-password-1"
FORM = {"first_name": "Mira", "last_name": "Holt", "email": "mira@example.org"}


@pytest.fixture
def mira(client):
    mira = make_user(roles.REPORTER, username="mira", first_name="Mira", last_name="Holt")
    client.force_login(mira)
    return mira


@pytest.fixture
def send(client, mira, django_capture_on_commit_callbacks):
    def send(**changes):
        with django_capture_on_commit_callbacks(execute=True):
            answer = client.post(reverse("accounts_profile"), FORM | changes)
        mira.refresh_from_db()
        return answer

    return send


class TestTheProfile:
    def test_leads_to_password_and_second_step(self, client, mira):
        page = client.get("/admin/account/").text
        assert 'value="Holt"' in page
        assert reverse("account_change_password") in page
        assert reverse("mfa_index") in page

    def test_is_not_for_strangers(self, client):
        assert client.get("/admin/account/").status_code == 302

    def test_changes_the_name_and_logs_it(self, send, mira):
        assert send(last_name="Quill").status_code == 302
        assert str(mira) == "Mira Quill"
        assert "+ Quill, − Holt" in LogEntry.objects.get().change_message

    def test_saved_unchanged_says_nothing_to_the_log(self, send, mailoutbox):
        assert send().status_code == 302
        assert not LogEntry.objects.exists()
        assert not mailoutbox

    @pytest.mark.parametrize(
        "field", ["is_superuser", "is_staff", "is_active", "groups", "user_permissions", "username"]
    )
    def test_a_forged_field_changes_nothing(self, send, mira, field):
        value = roles.role(roles.ADMINISTRATOR).pk if field == "groups" else "1"
        send(**{field: value})
        assert (mira.username, mira.is_superuser, mira.is_active) == ("mira", False, True)
        assert [role.name for role in mira.groups.all()] == [roles.REPORTER]
        assert not mira.user_permissions.exists()


class TestTheAddress:
    @pytest.mark.parametrize("password", ["", "wrong", "\x00"])
    def test_takes_the_password_again(self, send, mira, password):
        answer = send(email="new@example.org", password=password)
        assert answer.status_code == 200
        assert "not your password" in answer.text or "errorlist" in answer.text
        assert mira.email == "mira@example.org"

    def test_cannot_be_won_by_guessing_the_password(self, send, mira):
        for _ in range(6):
            send(email="new@example.org", password="wrong")
        assert "Too many" in send(email="new@example.org", password=PASSWORD).text
        assert mira.email == "mira@example.org"

    def test_is_told_to_the_old_one_and_to_the_administrators(self, send, mira, mailoutbox):
        boss = make_user(roles.ADMINISTRATOR)
        assert send(email="new@example.org", password=PASSWORD).status_code == 302
        assert mira.email == "new@example.org"
        assert sorted(one.to for one in mailoutbox) == sorted([["mira@example.org"], [boss.email]])

    def test_of_somebody_else_is_refused(self, send, mira):
        make_user(username="other")
        assert send(email="Other@example.org", password=PASSWORD).status_code == 200
        assert mira.email == "mira@example.org"

    def test_that_was_left_opens_nothing_any_more(self, client, send, mira):
        EmailAddress.objects.create(user=mira, email="mira@example.org", primary=True, verified=True)
        send(email="new@example.org", password=PASSWORD)
        client.logout()
        opened = {}
        for address in ("mira@example.org", "new@example.org"):
            opened[address] = client.post("/admin/login/", {"username": address, "password": PASSWORD}).status_code
            client.logout()
        assert opened == {"mira@example.org": 200, "new@example.org": 302}


def test_an_administrators_change_of_an_address_is_told_to_the_old_one(
    client, mailoutbox, django_capture_on_commit_callbacks
):
    root = User.objects.create_superuser("root", "root@example.org", PASSWORD)
    mira = make_user(username="mira")
    client.force_login(root)
    form = {"username": "mira", "email": "new@example.org", "is_active": "on"}
    with django_capture_on_commit_callbacks(execute=True):
        assert client.post(reverse("admin:accounts_user_change", args=[mira.pk]), form).status_code == 302
    assert ["mira@example.org"] in [one.to for one in mailoutbox]
