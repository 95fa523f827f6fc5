"""Two people open the same form of the desk: neither undoes what the other saved without knowing it."""

import re
from html import unescape

import pytest

from articles.models import Person, PolicyPage, Section, Source
from tests.make import make_person, make_section, make_user

pytestmark = pytest.mark.django_db
NO_NOTES = {"note-TOTAL_FORMS": "0", "note-INITIAL_FORMS": "0"}


@pytest.fixture
def desk(client):
    client.force_login(make_user(is_superuser=True))
    return client


def opened(desk, place):
    """What the page says that it showed."""
    return unescape(re.search(r'name="as_opened" value="([^"]+)"', desk.get(place).text)[1])


def sent(person, **more):
    said = {"name": person.name, "also_known_as": "\r\n".join(person.also_known_as), "description": person.description}
    return said | {"wikidata_id": "", "website": "", "born_year": "", "born_on": "", "died_on": ""} | NO_NOTES | more


@pytest.fixture
def person():
    return make_person("Nell Harrow", description="Runs the ferry.", also_known_as=["Nelly", "N. Harrow"])


@pytest.fixture
def place(person):
    return f"/admin/articles/person/{person.pk}/change/"


def test_what_the_other_changed_and_i_did_not_touch_stays(desk, person, place):
    mine = sent(person, description="Runs both ferries.", as_opened=opened(desk, place))
    Person.objects.filter(pk=person.pk).update(website="https://ferry.example.org", also_known_as=["Nell of the ferry"])
    assert desk.post(place, mine).status_code == 302
    person.refresh_from_db()
    assert person.description == "Runs both ferries."
    assert person.website == "https://ferry.example.org"
    assert person.also_known_as == ["Nell of the ferry"]


def test_where_both_wrote_i_am_told_their_words_and_mine_are_kept(desk, person, place):
    mine = sent(person, description="Runs both ferries.", as_opened=opened(desk, place))
    Person.objects.filter(pk=person.pk).update(description="Sold the ferry.")
    answer = desk.post(place, mine)
    assert "(now: “Sold the ferry.”)" in unescape(answer.text)
    assert "Runs both ferries." in answer.text
    person.refresh_from_db()
    assert person.description == "Sold the ferry."


def test_saved_once_more_mine_is_a_decision(desk, person, place):
    mine = sent(person, description="Runs both ferries.", as_opened=opened(desk, place))
    Person.objects.filter(pk=person.pk).update(description="Sold the ferry.")
    told = desk.post(place, mine).text
    mine["as_opened"] = unescape(re.search(r'name="as_opened" value="([^"]+)"', told)[1])
    assert desk.post(place, mine).status_code == 302
    person.refresh_from_db()
    assert person.description == "Runs both ferries."


def test_the_same_words_from_both_are_no_quarrel(desk, person, place):
    mine = sent(person, description="Sold the ferry.", as_opened=opened(desk, place))
    Person.objects.filter(pk=person.pk).update(description="Sold the ferry.")
    assert desk.post(place, mine).status_code == 302


@pytest.mark.parametrize("odd", ["", "no json", "[]", "[" * 5000, '{"name": 3, "description": null}', '"name"'])
def test_a_page_that_does_not_know_what_it_showed_breaks_nothing(desk, person, place, odd):
    assert desk.post(place, sent(person, description="Runs both ferries.", as_opened=odd)).status_code in {200, 302}


def test_a_choice_and_a_relation_are_told_in_words(desk):
    source = Source.objects.create(public_description="Minutes of the council", kind="document")
    place = f"/admin/articles/source/{source.pk}/change/"
    mine = {"public_description": "Minutes of the council", "kind": "broadcast", "url": "", "archived_url": "",
            "published_on": "", "protected_person": "", "as_opened": opened(desk, place)}  # fmt: skip
    Source.objects.filter(pk=source.pk).update(kind="website", published_on="2026-03-02")
    answer = unescape(desk.post(place, mine).text)
    assert "(now: “Website”)" in answer
    mine["kind"] = "document"
    assert desk.post(place, mine).status_code == 302
    source.refresh_from_db()
    assert (source.kind, str(source.published_on)) == ("website", "2026-03-02")


def test_texts_of_the_paper_and_sections_are_held_together_too(desk):
    policy = PolicyPage.objects.exclude(body="").first()
    place = f"/admin/articles/policypage/{policy.pk}/change/"
    mine = {"body": "<p>Mine.</p>", "effective_from": "", "reviewed_at": "", "as_opened": opened(desk, place)}
    PolicyPage.objects.filter(pk=policy.pk).update(body="<p>Theirs.</p>")
    assert "(now: “Theirs.”)" in unescape(desk.post(place, mine).text)

    section = make_section("City Hall")
    place = f"/admin/articles/section/{section.pk}/change/"
    mine = {"name": "Town Hall", "slug": section.slug, "as_opened": opened(desk, place)}
    Section.objects.filter(pk=section.pk).update(name="Guildhall")
    assert "(now: “Guildhall”)" in unescape(desk.post(place, mine).text)


def test_the_record_says_only_what_i_changed(desk, person, place):
    mine = sent(person, description="Runs both ferries.", as_opened=opened(desk, place))
    Person.objects.filter(pk=person.pk).update(website="https://ferry.example.org")
    desk.post(place, mine)
    assert "Website" not in desk.get(f"/admin/articles/person/{person.pk}/history/").text
