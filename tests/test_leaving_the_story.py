"""Leaving the form for another page of the story saves first; what a quotation's box says is kept, if it can be."""

import pytest
from django.urls import reverse

from articles.models import Claim
from tests.make import add_person, make_person, make_story, make_writer
from tests.test_admin_stories import change, form_of
from tests.test_claims_form import said, send

pytestmark = pytest.mark.django_db


@pytest.fixture
def story(client):
    reporter = make_writer()
    client.force_login(reporter)
    return make_story(by=reporter)


def test_a_save_goes_on_to_the_page_that_was_asked_for(client, story):
    replies = reverse("desk_replies", args=[story.pk]) + "?to=person-3#ask"
    answer = client.post(change(story), form_of(story, headline="A wall", _save="1", _then=replies))
    assert answer.url == replies


@pytest.mark.parametrize(
    "elsewhere", ["https://example.org/", "//example.org/", "/admin/articles/story/9/court/", "/admin/logout/"]
)
def test_it_leads_nowhere_else(client, story, elsewhere):
    answer = client.post(change(story), form_of(story, headline="A wall", _save="1", _then=elsewhere))
    assert answer.url == change(story)


def test_whose_words_and_how_they_were_checked_are_kept(client, story):
    person = add_person(story, name="Odo Lamb").person
    told = {"kind": "quotation", "speaker": f"person-{person.pk}", "speaker_text": "", "checked_how": "Own recording"}
    assert send(client, story, claims=said(**told)).status_code == 302
    claim = Claim.objects.get()
    assert (claim.speaker, claim.speaker_text, claim.checked_how) == (person, "", "Own recording")


@pytest.mark.parametrize("wrong", [{"speaker": "organization-1"}, {"speaker_text": "x" * 201}, {"checked_how": 7}])
def test_what_cannot_be_is_refused(client, story, wrong):
    assert send(client, story, claims=said(**wrong)).status_code == 200
    assert not Claim.objects.exists()


def test_nobody_of_another_story_speaks(client, story):
    stranger = make_person("Nell Harrow")
    assert send(client, story, claims=said(speaker=f"person-{stranger.pk}")).status_code == 200
    assert not Claim.objects.exists()
