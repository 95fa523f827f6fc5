"""Every other way to people's accounts: addresses nobody links to, forged forms, lists, searches, logs."""

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.core import mail
from django.test import Client
from django.urls import reverse

from accounts import people, roles
from accounts.models import Invitation
from articles.models import Writer
from tests.make import make_author, make_user

pytestmark = pytest.mark.django_db
User = get_user_model()
PASSWORD = "a-long-password-1"
LIST = "/admin/accounts/user/"


@pytest.fixture
def anna(client):
    """An administrator, signed in."""
    anna = make_user(roles.ADMINISTRATOR, username="anna")
    client.force_login(anna)
    return anna


@pytest.fixture
def root():
    return User.objects.create_superuser(
        "rootling", "rootling@example.org", PASSWORD, first_name="Rut", last_name="Oak"
    )


@pytest.fixture
def mira():
    return make_user(roles.REPORTER, username="mira")


def form_of(person, **fields):
    held = [role.pk for role in person.groups.all()]
    return {"username": person.username, "email": person.email, "is_active": "on", "groups": held} | fields


class TestASuperuser:
    def test_is_in_no_answer_to_an_administrator(self, client, anna, root):
        kind = ContentType.objects.get_for_model(User).pk
        writes = Writer.objects.create(user=root, author=make_author())
        for address in (
            LIST,
            f"{LIST}?q=root",
            f"{LIST}?q=rootling@example.org",
            f"{LIST}?all=",
            f"{LIST}?is_active__exact=1&_popup=1",
            f"{LIST}{root.pk}/",
            f"{LIST}{root.pk}/change/",
            f"{LIST}{root.pk}/history/",
            f"{LIST}{root.pk}/delete/",
            f"{LIST}{root.pk}/password/",
            f"{LIST}{root.pk}/change/?_to_field=id",
            f"/admin/r/{kind}/{root.pk}/",
            "/admin/search/?s=rootling",
            "/admin/autocomplete/?app_label=articles&model_name=writer&field_name=user&term=root",
            f"/admin/accounts/roles/?person={root.pk}",
            "/admin/articles/writer/",
            "/admin/articles/writer/add/",
            f"/admin/articles/writer/{writes.pk}/change/",
        ):
            answer = client.get(address, follow=True)
            assert "rootling" not in answer.text.replace("q=root", "").replace('value="rootling', ""), address
            assert "Rut Oak" not in answer.text, address

    @pytest.mark.parametrize(
        "page", ["change/", "reset/", "delete/", "password/", "history/"]
    )  # redirected, then 404: not there
    def test_is_not_there_for_a_form_either(self, client, anna, root, page):
        before = User.objects.filter(pk=root.pk).values().get()
        answer = client.post(
            f"{LIST}{root.pk}/{page}", form_of(root, email="mine@example.org", password1="x" * 20), follow=True
        )
        assert answer.status_code in (403, 404, 405)
        assert User.objects.filter(pk=root.pk).values().get() == before
        assert not mail.outbox

    def test_whom_an_administrator_names_in_a_list_action_stays(self, client, anna, root, mira):
        for action in ("delete_selected", "revoke", "invite"):
            chosen = {"action": action, "_selected_action": [root.pk, mira.pk], "post": "yes", "select_across": "1"}
            client.post(LIST, chosen)
        assert User.objects.filter(pk__in=[root.pk, mira.pk], is_active=True).count() == 2

    def test_is_not_made_by_an_address_of_the_list(self, client, anna, mira):
        client.post(
            f"{LIST}?is_superuser=1", {"form-TOTAL_FORMS": 1, "form-0-id": mira.pk, "form-0-is_superuser": "on"}
        )
        mira.refresh_from_db()
        assert not mira.is_superuser


class TestForgedForms:
    def test_adding_a_person_by_form_is_refused(self, client, anna):
        sent = {"username": "new", "email": "new@example.org", "is_superuser": "on", "password1": PASSWORD}
        assert client.post(f"{LIST}add/", sent | {"password2": PASSWORD}).status_code == 403
        assert client.get(f"{LIST}add/").status_code == 403
        assert not User.objects.filter(username="new").exists()

    def test_save_as_new_makes_nobody(self, client, anna, mira):
        before = User.objects.count()
        client.post(f"{LIST}{mira.pk}/change/", form_of(mira, _saveasnew="1", username="twin", email="t@example.org"))
        assert User.objects.count() == before

    def test_an_administrator_gives_themselves_no_role_by_any_form(self, client, anna):
        editor = roles.role(roles.EDITOR)
        client.post(
            f"{LIST}{anna.pk}/change/", form_of(anna, groups=[*anna.groups.values_list("pk", flat=True), editor.pk])
        )
        client.post("/admin/account/", {"email": anna.email, "groups": [editor.pk]})
        assert [role.name for role in anna.groups.all()] == [roles.ADMINISTRATOR]
        assert not anna.has_perm("articles.publish_story")

    def test_nor_through_the_make_up_of_the_role_they_have(self, client, anna):
        own = roles.role(roles.ADMINISTRATOR)
        keys = [*roles.ROLES[roles.ADMINISTRATOR], "publish", "read_confidential"]
        assert client.post(reverse("accounts_role_change", args=[own.pk]), {"capability": keys}).status_code == 403
        assert not User.objects.get(pk=anna.pk).has_perm("articles.publish_story")
        assert not User.objects.get(pk=anna.pk).has_perm("articles.view_sourcedetail")

    def test_an_invitation_does_not_carry_rights_besides_roles(self, client, anna):
        sent = {"name": "Nell Brook", "email": "nell@example.org", "roles": [], "is_superuser": "on", "token_hash": "0"}
        assert client.post("/admin/accounts/invitation/add/", sent | {"expires_at": "2099-01-01"}).status_code == 200
        invitation = Invitation.objects.get()
        assert len(invitation.token_hash) == 64
        assert invitation.expires_at.year < 2099
        assert invitation.invited_by == anna

    def test_what_an_invited_person_sends_besides_makes_them_nothing(self, client, anna):
        page = client.post(
            "/admin/accounts/invitation/add/", {"name": "Nell", "email": "nell@example.org", "roles": []}
        )
        link = page.context["link"].removeprefix("http://testserver")
        chosen = {"username": "nell", "password1": "granite-weir-2044", "password2": "granite-weir-2044"}
        forged = {"is_superuser": "on", "email": "boss@example.org", "groups": [g.pk for g in Group.objects.all()]}
        assert Client().post(link, chosen | forged).status_code == 302
        nell = User.objects.get(username="nell")
        assert (nell.is_superuser, nell.email, nell.groups.count()) == (False, "nell@example.org", 0)
        assert not nell.user_permissions.exists()


class TestWhoMayDoLess:
    """A reporter, an editor, a lawyer: nothing of this is theirs."""

    PAGES = (
        LIST,
        f"{LIST}add/",
        "/admin/accounts/invitation/",
        "/admin/accounts/invitation/add/",
        "/admin/accounts/roles/",
        "/admin/auth/group/",
        "/admin/mfa/authenticator/",
        "/admin/account/emailaddress/",
    )

    @pytest.mark.parametrize("name", [roles.REPORTER, roles.EDITOR, roles.LEGAL, roles.PICTURE_EDITOR, roles.PUBLISHER])
    def test_gets_no_page(self, client, name, mira):
        client.force_login(make_user(name))
        for address in (*self.PAGES, f"{LIST}{mira.pk}/change/", f"{LIST}{mira.pk}/history/"):
            assert client.get(address).status_code in (403, 404), address
            assert client.post(address, form_of(mira, email="mine@example.org")).status_code in (403, 404, 405)
        assert client.post(f"{LIST}{mira.pk}/reset/").status_code in (403, 404)
        mira.refresh_from_db()
        assert mira.email == "mira@example.org"

    def test_who_may_only_look_changes_nothing(self, client, mira):
        looker = make_user(username="looker")
        looker.user_permissions.set(Permission.objects.filter(codename="view_user"))
        client.force_login(looker)
        assert client.get(f"{LIST}{mira.pk}/change/").status_code == 200
        assert client.post(f"{LIST}{mira.pk}/change/", form_of(mira, username="gone")).status_code == 403
        assert client.post(f"{LIST}{mira.pk}/reset/").status_code == 403
        assert not mail.outbox

    def test_who_may_change_people_but_holds_no_role_of_theirs_takes_nobody_over(self, client, mira):
        """Stock Django makes this right equal to a superuser's."""
        changer = make_user(username="changer")
        changer.user_permissions.set(Permission.objects.filter(codename__in=["view_user", "change_user"]))
        client.force_login(changer)
        boxes = [role.pk for role in Group.objects.all()]
        client.post(f"{LIST}{mira.pk}/change/", form_of(mira, groups=boxes, email="mine@example.org", password="x"))
        client.post(f"{LIST}{changer.pk}/change/", form_of(changer, groups=boxes, is_superuser="on"))
        for person in (mira, changer):
            person.refresh_from_db()
        assert (mira.email, [role.name for role in mira.groups.all()]) == ("mira@example.org", [roles.REPORTER])
        assert (changer.groups.count(), changer.is_superuser) == (0, False)


class TestAnInvitation:
    def test_once_sent_is_looked_at_and_not_changed(self, client, anna):
        client.post("/admin/accounts/invitation/add/", {"name": "Nell", "email": "nell@example.org", "roles": []})
        page = f"/admin/accounts/invitation/{Invitation.objects.get().pk}/change/"
        assert client.get(page).status_code == 200
        assert client.post(page, {"name": "Nell", "email": "mine@example.org", "roles": []}).status_code == 403
        assert Invitation.objects.get().email == "nell@example.org"

    def test_of_a_superuser_is_not_seen_by_others(self, client, anna, root):
        sent = Invitation(name="Nell Brook", email="nell@example.org", token_hash="x")
        sent.invited_by, sent.expires_at = root, root.date_joined
        sent.save()
        assert "Nell Brook" not in client.get("/admin/accounts/invitation/").text
        assert client.get(f"/admin/accounts/invitation/{sent.pk}/change/", follow=True).status_code == 404


class TestTheLog:
    def test_of_one_person_is_not_read_by_who_may_not_see_them(self, client, mira):
        people.record(mira, by=mira, message="Something private.")
        client.force_login(make_user(roles.EDITOR))
        assert client.get(f"{LIST}{mira.pk}/history/").status_code == 403
        assert "Something private" not in client.get("/admin/").text

    def test_says_what_each_role_was_and_is(self, client, anna, mira):
        editor = roles.role(roles.EDITOR)
        client.post(f"{LIST}{mira.pk}/change/", form_of(mira, groups=[editor.pk]))
        assert LogEntry.objects.get().change_message == "Roles: + Editor, − Reporter"
