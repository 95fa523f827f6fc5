"""One-time invitations: who may send them, what the link does, and when it stops."""

import re
from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts import invitations, roles
from accounts.models import Invitation

pytestmark = pytest.mark.django_db
CHOSEN = {"username": "nell", "password1": "granite-weir-2044", "password2": "granite-weir-2044"}


@pytest.fixture
def admin():
    roles.seed()
    person = get_user_model().objects.create_user("anna", "anna@courier.example", is_staff=True)
    person.groups.add(roles.role(roles.ADMINISTRATOR))
    return person


@pytest.fixture
def desk(client, admin):
    client.force_login(admin)
    return client


@pytest.fixture
def stranger():
    return Client()


def invite(desk, *names, **fields):
    form = {"name": "Nell Brook", "email": "nell@courier.example", "roles": [roles.role(name).pk for name in names]}
    return desk.post(reverse("admin:accounts_invitation_add"), form | fields)


def link_in(response):
    return re.search(r"http://testserver(/admin/invited/[\w-]+/)", response.text)[1]


class TestInviting:
    def test_the_link_is_shown_once_mailed_and_kept_as_a_hash(self, desk, django_capture_on_commit_callbacks):
        with django_capture_on_commit_callbacks(execute=True):
            link = link_in(invite(desk, roles.REPORTER))
        assert link in next(message.body for message in mail.outbox if message.to == ["nell@courier.example"])
        token = link.split("/")[-2]
        assert token not in str(Invitation.objects.values().get())
        assert token not in desk.get(reverse("admin:accounts_invitation_changelist")).text

    def test_a_reporter_invites_nobody(self, client, admin):
        reporter = get_user_model().objects.create_user("mira", "mira@courier.example", is_staff=True)
        reporter.groups.add(roles.role(roles.REPORTER))
        client.force_login(reporter)
        assert invite(client).status_code == 403
        assert not Invitation.objects.exists()

    def test_who_may_invite_but_not_hand_out_invites_without_roles(self, client):
        host = get_user_model().objects.create_user("host", "host@courier.example", is_staff=True)
        host.user_permissions.set(Permission.objects.filter(codename__in=["add_user", "view_user"]))
        client.force_login(host)
        assert "may not hand out" in invite(client, roles.REPORTER).text
        assert not Invitation.objects.exists()
        assert link_in(invite(client))

    def test_who_is_here_already_is_not_invited(self, desk):
        assert "has that address already" in invite(desk, email="ANNA@courier.example").text

    def test_an_unknown_role_or_a_bad_address_is_said(self, desk):
        assert invite(desk, roles=["99999"]).status_code == 200
        assert invite(desk, roles=["x"]).status_code == 200
        assert invite(desk, email="no address").status_code == 200
        assert not Invitation.objects.exists()


class TestAccepting:
    def test_one_chooses_a_name_and_a_password_and_signs_in(self, desk, stranger):
        link = link_in(invite(desk, roles.REPORTER))
        assert "Welcome, Nell Brook" in stranger.get(link).text
        assert stranger.post(link, CHOSEN)["Location"] == "/admin/login/"
        nell = get_user_model().objects.get(username="nell")
        assert (nell.email, nell.first_name, nell.last_name) == ("nell@courier.example", "Nell", "Brook")
        assert [role.name for role in nell.groups.all()] == [roles.REPORTER]
        signed_in = stranger.post("/admin/login/", {"username": "nell", "password": CHOSEN["password1"]})
        assert signed_in["Location"] == "/admin/"

    @pytest.mark.parametrize(
        ("fields", "words"),
        [
            ({"password1": "short", "password2": "short"}, "too short"),
            ({"password2": "another-weir-2044"}, "differ"),
            ({"username": "ANNA"}, "taken"),
            ({"username": ""}, "required"),
        ],
    )
    def test_what_is_wrong_is_said_and_the_link_stays_good(self, desk, stranger, fields, words):
        link = link_in(invite(desk))
        assert words in stranger.post(link, CHOSEN | fields).text
        assert stranger.post(link, CHOSEN).status_code == 302

    def test_a_used_link_answers_as_an_unknown_one(self, desk, stranger):
        link = link_in(invite(desk))
        stranger.post(link, CHOSEN)
        stranger.get("/admin/login/")  # shows the word of welcome
        used, unknown = stranger.get(link), stranger.get("/admin/invited/nothing/")
        assert used.status_code == unknown.status_code == 404
        assert used.text == unknown.text
        assert stranger.post(link, CHOSEN | {"username": "twice"}).status_code == 404

    def test_it_ends_after_seven_days(self, desk, stranger):
        link = link_in(invite(desk))
        Invitation.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
        assert stranger.get(link).status_code == 404

    def test_it_ends_when_revoked(self, desk, stranger):
        link = link_in(invite(desk))
        chosen = {"action": "revoke", "_selected_action": [Invitation.objects.get().pk]}
        desk.post(reverse("admin:accounts_invitation_changelist"), chosen)
        assert stranger.get(link).status_code == 404

    def test_it_ends_with_the_account_of_who_invited(self, desk, stranger, admin):
        link = link_in(invite(desk))
        get_user_model().objects.filter(pk=admin.pk).update(is_active=False)
        assert stranger.get(link).status_code == 404

    def test_it_ends_when_the_inviter_may_invite_no_longer(self, desk, stranger, admin):
        link = link_in(invite(desk))
        admin.groups.clear()
        assert stranger.get(link).status_code == 404
        assert stranger.post(link, CHOSEN).status_code == 404
        assert not get_user_model().objects.filter(username="nell").exists()

    def test_two_who_send_the_same_link_at_once_make_one_account(self, desk, stranger):
        token = link_in(invite(desk)).split("/")[-2]
        first, second = invitations.good(token), invitations.good(token)
        assert invitations.accept(first, get_user_model()(username="nell"), "granite-weir-2044")
        assert invitations.accept(second, get_user_model()(username="nelly"), "granite-weir-2044") is None
        assert not get_user_model().objects.filter(username="nelly").exists()

    def test_a_username_taken_in_the_same_moment_is_said(self, desk, stranger, monkeypatch):
        link = link_in(invite(desk))
        get_user_model().objects.create_user("nell", "another@courier.example")
        monkeypatch.setattr("accounts.forms.WelcomeForm.clean_username", lambda form: "nell")
        monkeypatch.setattr("accounts.forms.WelcomeForm.validate_unique", lambda form: None)
        answer = stranger.post(link, CHOSEN)
        assert answer.status_code == 200
        assert "username is taken" in answer.text
        assert stranger.get(link).status_code == 200

    def test_roles_that_the_inviter_may_no_longer_give_are_left_out(self, desk, stranger, admin):
        link = link_in(invite(desk, roles.EDITOR))
        for role in admin.groups.all():
            role.permissions.remove(*role.permissions.filter(codename="hand_out_roles"))
        stranger.post(link, CHOSEN)
        assert not get_user_model().objects.get(username="nell").groups.exists()
