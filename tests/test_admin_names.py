"""The forms of people and organizations at the desk."""

import pytest

from accounts import roles
from articles import actions
from articles.models import Person
from tests.make import make_organization, make_person, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def reporter(client):
    user = make_user(roles.REPORTER)
    client.force_login(user)
    return user


def test_who_adds_a_name_is_told_who_is_known_already(client, reporter):
    make_person("Nell Harrow")
    make_organization("Harrow Trust")
    assert "Nell Harrow" in client.get("/admin/articles/person/add/?name=Ida+Harrow").text
    assert "Harrow Trust" in client.get("/admin/articles/organization/add/?name=Trust").text
    assert client.get("/admin/articles/person/add/?name=+").status_code == 200


@pytest.fixture
def with_page(db):
    """A person with a page, as an editor decided it."""
    return actions.decide_page(make_person("Nell Harrow"), by=make_user(roles.EDITOR), reason="Mayor.")


def sent(name, **more):
    """The person's form as it is sent."""
    return {"name": name, "also_known_as": "", "description": "", "wikidata_id": "", "website": ""} | more


NOTES = {"note-TOTAL_FORMS": "0", "note-INITIAL_FORMS": "0"}


def form_of(person):
    return f"/admin/articles/person/{person.pk}/change/"


def test_who_may_not_decide_is_told_that_the_page_keeps_its_wording(client, reporter, with_page):
    response = client.post(form_of(with_page), sent("Nell Ward"), follow=True)
    assert "keep the old wording" in response.text
    with_page.refresh_from_db()
    assert (with_page.name, with_page.profile.name) == ("Nell Ward", "Nell Harrow")
    form = client.get(form_of(with_page)).text
    assert "still have the old wording" in form
    assert "Name: Nell Harrow" in form
    assert "An editor who decides" in form
    assert "out of date" in client.get("/admin/articles/person/").text


def test_who_may_decide_changes_the_page_with_the_record(client, with_page):
    editor = make_user(roles.EDITOR)
    client.force_login(editor)
    response = client.post(form_of(with_page), sent("Nell Ward") | NOTES, follow=True)
    assert "old wording" not in response.text
    with_page.refresh_from_db()
    assert (with_page.profile.name, with_page.page_decided_by) == ("Nell Ward", editor)
    assert "out of date" not in client.get("/admin/articles/person/").text


def test_who_may_decide_is_shown_what_somebody_else_left_undecided(client, with_page):
    actions.describe_name(Person.objects.get(), by=make_user(roles.REPORTER))
    Person.objects.update(name="Nell Ward")
    client.force_login(make_user(roles.EDITOR))
    assert "below decides the new one" in client.get(form_of(with_page)).text


def test_a_page_gets_no_name_that_must_not_be_known(client, with_page):
    actions.protect(by=make_user(roles.LEGAL), public_label="Jane Doe 1", reason="child", phrases=["Ida Brook"])
    client.force_login(make_user(roles.EDITOR))
    response = client.post(form_of(with_page), sent("Ida Brook") | NOTES)
    assert response.status_code == 200
    assert "PP-" in response.text
    assert Person.objects.get().name == "Nell Harrow"


def test_the_list_asks_no_more_for_more_names(client, reporter, with_page, django_assert_max_num_queries):
    for _number in range(8):
        actions.decide_page(make_person(), by=make_user(roles.EDITOR), reason="Known.")
    with django_assert_max_num_queries(9):
        client.get("/admin/articles/person/")
