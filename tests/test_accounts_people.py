"""The user admin: who may change what about whom, who sees whom, and that somebody can always let people in."""

import threading
from contextlib import suppress

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core import mail
from django.db import connection
from django.test import Client
from django.urls import reverse

from accounts import people, roles

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _roles_are_there(db):
    roles.seed()


def make_person(username, *names, **fields):
    person = get_user_model().objects.create_user(username, f"{username}@courier.example", is_staff=True, **fields)
    person.groups.set([roles.role(name) for name in names])
    return person


@pytest.fixture
def root():
    return make_person("root", is_superuser=True)


@pytest.fixture
def admin():
    return make_person("anna", roles.ADMINISTRATOR)


@pytest.fixture
def reporter():
    return make_person("mira", roles.REPORTER)


def page_of(person, page="change"):
    return reverse(f"admin:accounts_user_{page}", args=[person.pk])


def save(client, person, *names, **fields):
    form = {"first_name": person.first_name, "last_name": "", "username": person.username, "email": person.email}
    form |= {"is_active": "on", "groups": [roles.role(name).pk for name in names]} | fields
    return client.post(page_of(person), {key: value for key, value in form.items() if value is not None}, follow=True)


def names_of(person):
    return set(get_user_model().objects.get(pk=person.pk).groups.values_list("name", flat=True))


class TestTheListOfPeople:
    def test_an_administrator_sees_people_with_their_roles_and_no_superuser(self, client, admin, reporter, root):
        client.force_login(admin)
        page = client.get(reverse("admin:accounts_user_changelist"))
        assert "Reporter" in page.text
        assert ">root<" not in page.text

    def test_a_reporter_is_refused(self, client, reporter):
        client.force_login(reporter)
        assert client.get(reverse("admin:accounts_user_changelist")).status_code == 403
        assert client.get(page_of(reporter)).status_code == 403

    @pytest.mark.parametrize(
        "probe", ["password__startswith=p", "is_superuser__exact=1", "email__regex=^r", "q=" + "x" * 9000]
    )
    def test_no_column_can_be_probed(self, client, admin, probe):
        client.force_login(admin)
        assert client.get(f"{reverse('admin:accounts_user_changelist')}?{probe}").status_code in (200, 302, 400)
        if "__" in probe:
            response = client.get(f"{reverse('admin:accounts_user_changelist')}?{probe}")
            assert response.status_code != 200

    @pytest.mark.parametrize("page", ["change", "history", "delete"])
    def test_pages_about_a_superuser_are_not_there_for_others(self, client, admin, root, page):
        client.force_login(admin)
        assert client.get(page_of(root, page)).status_code in ((403, 404) if page == "delete" else (404,))
        assert client.post(page_of(root, page), {"username": "x"}).status_code in (403, 404, 405)
        assert client.post(reverse("admin:accounts_reset", args=[root.pk])).status_code == 404

    def test_choosing_a_person_by_typing_offers_no_superuser(self, client, admin, reporter, root):
        client.force_login(admin)
        asked = {"app_label": "accounts", "model_name": "invitation", "field_name": "invited_by", "term": "courier"}
        answer = client.get("/admin/autocomplete/", asked).json()
        assert {one["text"] for one in answer["results"]} == {"anna", "mira"}

    def test_roles_have_no_admin_of_djangos_own(self, client, root):
        client.force_login(root)
        assert client.get("/admin/auth/group/").status_code == 404


class TestClosingAccounts:
    def test_nobody_deletes_not_even_a_superuser(self, client, root, reporter):
        client.force_login(root)
        assert client.get(page_of(reporter, "delete")).status_code == 403
        chosen = {"action": "delete_selected", "_selected_action": [reporter.pk]}
        client.post(reverse("admin:accounts_user_changelist"), chosen)
        assert get_user_model().objects.filter(pk=reporter.pk).exists()

    def test_who_leaves_is_signed_out_at_once(self, client, admin, reporter):
        theirs = Client()
        theirs.force_login(reporter)
        client.force_login(admin)
        save(client, reporter, roles.REPORTER, is_active=None)
        assert theirs.get("/admin/")["Location"].startswith("/admin/login/")

    def test_nobody_closes_their_own_account(self, client, admin, root):
        client.force_login(admin)
        save(client, admin, roles.ADMINISTRATOR, is_active=None)
        admin.refresh_from_db()
        assert admin.is_active

    def test_the_last_administrator_keeps_account_and_role(self, admin):
        for change in (lambda: get_user_model().objects.update(is_active=False), admin.groups.clear):
            with pytest.raises(people.LastAdministrator), people.keeping_an_administrator():
                change()
            admin.refresh_from_db()
            assert admin.is_active
            assert names_of(admin) == {roles.ADMINISTRATOR}


class TestTwoAdministratorsAtOnce:
    @pytest.mark.django_db(transaction=True)
    def test_they_cannot_close_each_other(self, admin, monkeypatch):
        """Each has written its change before either looks whether anyone is left, if only they are let."""
        other = make_person("olga", roles.ADMINISTRATOR)
        both_have_written = threading.Barrier(2)

        def wait_for_the_other(person):
            with suppress(threading.BrokenBarrierError):  # as it should be: the other is kept waiting
                both_have_written.wait(timeout=1)

        monkeypatch.setattr(people, "forget_old_addresses", wait_for_the_other)
        desks = {admin: Client(), other: Client()}
        for person, desk in desks.items():
            desk.force_login(person)

        def close(by, whom):
            try:
                save(desks[by], whom, roles.ADMINISTRATOR, is_active=None)
            finally:
                connection.close()

        threads = [threading.Thread(target=close, args=pair) for pair in ((admin, other), (other, admin))]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert people.administrators().count() == 1


class TestHandingOutRoles:
    def test_an_administrator_makes_a_reporter_an_editor(self, client, admin, reporter):
        client.force_login(admin)
        page = client.get(page_of(reporter))
        assert "See the desk · Write" in page.text  # a box says what its role may do
        assert save(client, reporter, roles.EDITOR).status_code == 200
        assert names_of(reporter) == {roles.EDITOR}

    def test_it_is_logged_in_words_and_mailed_to_every_administrator(
        self, client, admin, reporter, django_capture_on_commit_callbacks
    ):
        make_person("olga", roles.ADMINISTRATOR)
        client.force_login(admin)
        with django_capture_on_commit_callbacks(execute=True):
            save(client, reporter, roles.EDITOR)
        assert LogEntry.objects.get().change_message == "Roles: + Editor, − Reporter"
        assert {message.to[0] for message in mail.outbox} == {"anna@courier.example", "olga@courier.example"}

    def test_nobody_changes_their_own_roles(self, client, admin):
        client.force_login(admin)
        answer = save(client, admin, roles.ADMINISTRATOR, roles.EDITOR)
        assert "may not hand out" in answer.text
        save(client, admin)
        assert names_of(admin) == {roles.ADMINISTRATOR}

    @pytest.mark.parametrize("field", ["is_superuser", "is_staff", "user_permissions", "password"])
    def test_a_forged_field_changes_nothing(self, client, admin, reporter, field):
        before = (
            get_user_model().objects.filter(pk=reporter.pk).values(field if field != "user_permissions" else "pk").get()
        )
        client.force_login(admin)
        save(client, reporter, roles.REPORTER, **{field: "1"})
        reporter.refresh_from_db()
        assert not reporter.is_superuser
        assert reporter.is_staff
        assert not reporter.user_permissions.exists()
        assert get_user_model().objects.filter(pk=reporter.pk).values(*before).get() == before

    def test_a_holder_of_handing_out_alone_makes_no_administrator(self, reporter):
        group = Group.objects.create(name="Chief of staff")
        group.permissions.set(roles.permissions_of(["hand_out_roles"]))
        chief = make_person("ola")
        chief.groups.add(group)
        assert people.may_hand_out(chief, roles.role(roles.EDITOR))
        assert not people.may_hand_out(chief, roles.role(roles.ADMINISTRATOR))

    def test_without_that_trust_one_gives_only_what_one_holds(self):
        group = Group.objects.create(name="Office")
        group.permissions.set(roles.permissions_of(["manage_people", "read"]))
        clerk = make_person("pia", roles.REPORTER)
        clerk.groups.add(group)
        assert people.may_hand_out(clerk, roles.role(roles.REPORTER))
        assert not people.may_hand_out(clerk, roles.role(roles.EDITOR))


class TestAddressesAndPasswords:
    def test_the_address_of_somebody_who_may_do_more_stays(self, client, admin):
        editor = make_person("tom", roles.EDITOR)
        client.force_login(admin)
        save(client, editor, roles.EDITOR, email="anna.else@courier.example")
        editor.refresh_from_db()
        assert editor.email == "tom@courier.example"

    def test_a_superuser_mends_it(self, client, root):
        editor = make_person("tom", roles.EDITOR)
        client.force_login(root)
        save(client, editor, roles.EDITOR, email="thomas@courier.example")
        editor.refresh_from_db()
        assert editor.email == "thomas@courier.example"

    def test_an_address_is_one_persons(self, client, root, reporter):
        client.force_login(root)
        assert "has that address already" in save(client, reporter, email="ROOT@courier.example").text

    def test_a_closed_account_gets_no_link(self, client, root, reporter):
        client.force_login(root)
        get_user_model().objects.filter(pk=reporter.pk).update(is_active=False)
        client.post(reverse("admin:accounts_reset", args=[reporter.pk]))
        assert not mail.outbox

    def test_nobody_sets_anothers_password_they_get_a_mail(self, client, root, reporter):
        client.force_login(root)
        assert client.get(f"/admin/accounts/user/{reporter.pk}/password/", follow=True).status_code == 404
        client.post(reverse("admin:accounts_reset", args=[reporter.pk]))
        assert mail.outbox[0].to == ["mira@courier.example"]
        assert "/admin/account/reset/" in mail.outbox[0].body
