"""Lists of the desk turn their pages after the row that stood last, in whatever order."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts import roles
from articles.admin.base import DeskAdmin
from articles.models import Person, Story
from tests.make import make_draft, make_person, make_story, make_user, make_writer

pytestmark = pytest.mark.django_db
STORIES, PEOPLE = "/admin/articles/story/", "/admin/articles/person/"


@pytest.fixture(autouse=True)
def _short_pages(monkeypatch):
    monkeypatch.setattr(DeskAdmin, "list_per_page", 3)


@pytest.fixture
def desk(client):
    client.force_login(make_user(roles.EDITOR))
    return client


@pytest.fixture
def stories():
    writer, now = make_writer(), timezone.now()
    made = [make_draft(writer, headline=f"Item {number % 4}") for number in range(8)]
    for number, story in enumerate(made):
        Story.objects.filter(pk=story.pk).update(updated_at=now - timedelta(minutes=number // 3))
    return made


def walked(client, address):
    """The numbers of the rows on all pages, in order."""
    found = []
    for _ in range(12):
        page = client.get(address).content.decode()
        rows = re.findall(r"<th[^>]*>.*?/(\d+)/change/", page, re.DOTALL)
        found += [int(one) for one in dict.fromkeys(rows)]
        further = re.search(r'href="([^"]+)" rel="next"', page)
        if not further:
            break
        address = address.partition("?")[0] + further[1].replace("&amp;", "&")
    return found


@pytest.mark.parametrize("order", ["", "o=0", "o=-0", "o=1", "o=-1", "o=4", "o=-4", "o=1.-4", "stands=draft"])
def test_every_story_stands_on_one_page(desk, stories, order):
    found = walked(desk, f"{STORIES}?{order}")
    assert len(found) == len(set(found)) and set(found) == {story.pk for story in stories}


def test_the_order_goes_on_from_page_to_page(desk, stories):
    assert walked(desk, STORIES) == list(Story.objects.order_by("-updated_at", "-pk").values_list("pk", flat=True))
    assert walked(desk, f"{STORIES}?o=0") == list(Story.objects.order_by("headline", "pk").values_list("pk", flat=True))


def test_other_lists_turn_too(desk):
    for number in range(7):
        make_person(f"Somebody {number % 2}")
    assert walked(desk, PEOPLE) == list(Person.objects.order_by("name", "pk").values_list("pk", flat=True))


def test_nothing_is_counted_and_nothing_skipped(desk, stories):
    last = Story.objects.order_by("-updated_at", "-pk")[2].pk
    with CaptureQueriesContext(
        connection,
    ) as asked:
        desk.get(f"{STORIES}?p={last}")
    told = " ".join(one["sql"] for one in asked.captured_queries).upper()
    assert "COUNT(" not in told and "OFFSET" not in told


@pytest.mark.parametrize("place", ["0", "-1", "x", "9" * 30, "999999"])
def test_a_place_that_is_none_begins_anew(desk, stories, place):
    page = desk.get(f"{STORIES}?p={place}").content.decode()
    assert f"/{Story.objects.order_by('-updated_at', '-pk')[0].pk}/change/" in page


def test_what_may_be_empty_or_belongs_to_others_is_no_order(desk, stories):
    assert "?o=2" not in desk.get(STORIES).content.decode()


class TestSearch:
    @pytest.mark.parametrize("status", ["draft", "in_review", "published", "withdrawn", "spiked"])
    def test_a_story_is_found_wherever_it_stands(self, desk, status):
        story = make_story(status)
        make_draft(make_writer(), headline="Nothing of the kind", body="<p>Rain fell.</p>", standfirst="Rain.")
        for word in story.headline.split()[:1]:
            assert walked(desk, f"{STORIES}?q={word.lower()}") == [story.pk]
        assert walked(desk, f"{STORIES}?q=zeppelin") == []

    def test_people_of_a_draft_are_found_and_filters_hold(self, desk):
        draft, other = make_story("draft"), make_story("in_review")
        for story in (draft, other):
            story.story_people.create(person=make_person(f"Orla Finch {story.pk}"), role="official")
        assert set(walked(desk, f"{STORIES}?q=finch")) == {draft.pk, other.pk}
        assert walked(desk, f"{STORIES}?q=finch&stands=draft") == [draft.pk]
