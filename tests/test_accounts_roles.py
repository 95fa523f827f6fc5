"""The roles as shipped, the page that shows and changes them, and the answer to what somebody may do."""

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import reverse

from accounts import people, roles

pytestmark = pytest.mark.django_db
ADDRESS = "/admin/accounts/roles/"


@pytest.fixture(autouse=True)
def _roles_are_there(db):
    roles.seed()


def make_person(username, *names, **fields):
    person = get_user_model().objects.create_user(username, f"{username}@courier.example", is_staff=True, **fields)
    person.groups.set([roles.role(name) for name in names])
    return person


@pytest.fixture
def root(client):
    person = make_person("root", is_superuser=True)
    client.force_login(person)
    return person


def change(client, name, *keys):
    address = reverse("accounts_role_change", args=[roles.role(name).pk])
    return client.post(address, {"capability": keys})


def capabilities(name):
    return set(roles.capabilities_of_role(roles.role(name)))


class TestTheShippedRoles:
    @pytest.mark.parametrize("name", roles.ROLES)
    def test_each_has_exactly_its_capabilities(self, name):
        assert capabilities(name) == set(roles.ROLES[name])

    def test_a_role_that_was_edited_is_not_overwritten(self, client, root):
        change(client, roles.PUBLISHER, "read")
        roles.seed()
        assert capabilities(roles.PUBLISHER) == {"read"}


class TestAnUpgrade:
    """It brings a right that a shipped role is meant to have."""

    def brings(self, name, key):
        """As if this capability came now: the role is without it, and then the upgrade is there."""
        new = roles.permissions_of([key])[-1:]
        roles.role(name).permissions.remove(*new)
        return new

    def test_gives_it_to_a_role_that_stands_as_shipped(self):
        roles.seed(new=self.brings(roles.EDITOR, "anonymity"))
        assert capabilities(roles.EDITOR) == set(roles.ROLES[roles.EDITOR])
        assert roles.offered() == {}

    def test_only_offers_it_to_one_that_was_changed(self, client, root):
        new = self.brings(roles.EDITOR, "helplines")
        roles.role(roles.EDITOR).permissions.remove(*roles.permissions_of(["retract"])[-1:])
        before = capabilities(roles.EDITOR)
        roles.seed(new=new)
        roles.seed(new=new)
        assert capabilities(roles.EDITOR) == before
        assert roles.offered() == {roles.role(roles.EDITOR): [roles.CAPABILITIES["helplines"]]}
        page = client.get(ADDRESS).text
        assert "New since an upgrade" in page
        assert "<strong>Keep the helplines</strong>" in page
        assert "An upgrade brought rights for roles that were changed here" in client.get("/admin/").text

    @pytest.mark.parametrize("given", [True, False])
    def test_saving_the_role_settles_it(self, client, root, given):
        self.test_only_offers_it_to_one_that_was_changed(client, root)
        keys = capabilities(roles.EDITOR) | ({"helplines"} if given else set())
        change(client, roles.EDITOR, *keys)
        assert ("helplines" in capabilities(roles.EDITOR)) is given
        assert roles.offered() == {}
        assert "New since an upgrade" not in client.get(ADDRESS).text

    def test_says_nothing_of_it_to_others(self, client, root):
        self.test_only_offers_it_to_one_that_was_changed(client, root)
        client.force_login(make_person("mira", roles.EDITOR))
        assert "An upgrade brought" not in client.get("/admin/").text


class TestThePage:
    def test_it_says_in_words_what_each_role_may_do(self, client, root):
        page = client.get(ADDRESS)
        assert page.status_code == 200
        for name in roles.ROLES:
            assert name in page.text
        for one in roles.CAPABILITIES.values():
            assert str(one.label) in page.text

    @pytest.mark.parametrize("name", [roles.REPORTER, roles.EDITOR, roles.LEGAL, roles.PICTURE_EDITOR, roles.PUBLISHER])
    def test_others_are_refused(self, client, name):
        client.force_login(make_person("mira", name))
        assert client.get(ADDRESS).status_code == 403
        assert change(client, roles.REPORTER, "publish").status_code == 403
        copy = reverse("accounts_role_copy", args=[roles.role(name).pk])
        assert client.post(copy, {"name": "New"}).status_code == 403

    def test_a_link_alone_changes_nothing(self, client, root):
        address = reverse("accounts_role_change", args=[roles.role(roles.REPORTER).pk])
        assert client.get(address).status_code == 405
        assert client.get(address + "copy/").status_code == 405

    def test_it_takes_a_token(self, root):
        client = Client(enforce_csrf_checks=True)
        client.force_login(root)
        assert change(client, roles.REPORTER, "publish").status_code == 403
        assert "publish" not in capabilities(roles.REPORTER)


class TestChangingARole:
    def test_a_superuser_changes_any_and_it_is_logged(self, client, root):
        change(client, roles.REPORTER, "read", "write", "cases", "pictures")
        assert capabilities(roles.REPORTER) == {"read", "write", "cases", "pictures"}
        assert LogEntry.objects.get().change_message == "Role: + Keep the picture library"

    def test_an_administrator_adds_nothing_they_do_not_hold(self, client):
        client.force_login(make_person("anna", roles.ADMINISTRATOR))
        assert change(client, roles.REPORTER, "read", "write", "publish").status_code == 403
        assert capabilities(roles.REPORTER) == set(roles.ROLES[roles.REPORTER])

    def test_what_they_do_not_hold_stays_in_the_role_too(self, client):
        client.force_login(make_person("anna", roles.ADMINISTRATOR))
        change(client, roles.EDITOR, "sections")
        not_held = set(roles.ROLES[roles.EDITOR]) - set(roles.ROLES[roles.ADMINISTRATOR])
        assert capabilities(roles.EDITOR) >= not_held
        assert "sections" in capabilities(roles.EDITOR)

    def test_managing_people_is_not_taken_from_the_last_who_does(self, client):
        client.force_login(make_person("anna", roles.ADMINISTRATOR))
        assert change(client, roles.ADMINISTRATOR, "sections").status_code == 302
        assert capabilities(roles.ADMINISTRATOR) == set(roles.ROLES[roles.ADMINISTRATOR])

    @pytest.mark.parametrize("keys", [["nothing"], [""], ["\x00"], ["read"] * 2000])
    def test_odd_input_does_no_harm(self, client, root, keys):
        assert change(client, roles.REPORTER, *keys).status_code in (302, 400)


class TestCopyingARole:
    def copy(self, client, name, new):
        return client.post(reverse("accounts_role_copy", args=[roles.role(name).pk]), {"name": new})

    def test_the_copy_has_the_same_capabilities(self, client, root):
        self.copy(client, roles.EDITOR, "Night editor")
        assert capabilities("Night editor") == capabilities(roles.EDITOR)

    @pytest.mark.parametrize("new", ["", "editor", "x" * 151, "a\x00b"])
    def test_a_name_that_will_not_do_is_said(self, client, root, new):
        assert self.copy(client, roles.EDITOR, new).status_code == 400
        assert Group.objects.count() == len(roles.ROLES)


class TestWhatMayThisPersonDo:
    def test_it_answers_with_the_role(self, client, root):
        mira = make_person("mira", roles.REPORTER)
        asked = client.get(ADDRESS, {"person": mira.pk}).context["asked"]
        why = {line["capability"].key: line["why"] for line in asked["lines"]}
        assert why["write"] == "Reporter"
        assert why["publish"] == ""

    def test_a_superuser_is_not_there_for_others(self, client, root):
        client.force_login(make_person("anna", roles.ADMINISTRATOR))
        assert client.get(ADDRESS, {"person": root.pk}).status_code == 404
        assert "root@" not in client.get(ADDRESS).text
        assert "(root)" not in client.get(ADDRESS).text

    @pytest.mark.parametrize("person", ["x", "-1", "9" * 30, "٣", "1 or 1=1"])
    def test_nobody_of_that_number(self, client, root, person):
        assert client.get(ADDRESS, {"person": person}).status_code == 404

    def test_a_closed_account_may_do_nothing(self, client, root):
        mira = make_person("mira", roles.REPORTER, is_active=False)
        asked = client.get(ADDRESS, {"person": mira.pk}).context["asked"]
        assert not any(line["why"] for line in asked["lines"])


def test_the_rule_of_handing_out_reads_what_a_role_holds_not_its_name():
    copy = Group.objects.create(name="Porter")
    copy.permissions.set(roles.role(roles.ADMINISTRATOR).permissions.all())
    chief = make_person("ola")
    chief.user_permissions.set(roles.permissions_of(["hand_out_roles"]))
    assert not people.may_hand_out(chief, copy)


def test_a_right_given_past_all_roles_is_named_as_such():
    user = make_person("mira", roles.REPORTER)
    user.user_permissions.set(roles.permissions_of(["publish"]))
    assert roles.capabilities_of(get_user_model().objects.get(pk=user.pk))["publish"] == ["a right given directly"]


def test_what_only_several_roles_give_together_is_named_as_such():
    user = make_person("mira", roles.PUBLISHER)
    Group.objects.create(name="Half").permissions.set(Permission.objects.filter(codename="fix_story"))
    user.groups.add(Group.objects.get(name="Half"))
    assert roles.capabilities_of(get_user_model().objects.get(pk=user.pk))["fix"] == ["several roles together"]
