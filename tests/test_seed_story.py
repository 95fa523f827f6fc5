"""The story that everything here is for: pasted as it came it is asked about; properly done it passes."""

import pytest
from django.utils import timezone

from accounts import roles
from articles import actions
from articles.exchange.plain_text import findings
from articles.gate.registry import Level
from tests import seed_story
from tests.make import make_section, make_user, make_writer, reviewed_profile

pytestmark = pytest.mark.django_db


@pytest.fixture
def pasted(db):
    return findings("\n\n".join([seed_story.HEADLINE, *seed_story.PARAGRAPHS]), timezone.now())


def test_as_it_is_pasted_everything_is_asked_that_a_lawyer_would_ask(pasted):
    assert {row["message"] for row in pasted} >= seed_story.ASKED


def test_guilt_in_the_headline_is_a_place_of_its_own(pasted):
    (row,) = [row for row in pasted if row["id"] == "proceedings.C001"]
    assert seed_story.HEADLINE in row["where"].splitlines()


def test_properly_done_it_passes_and_goes_live():
    reviewed_profile()
    reporter, editor = make_writer(), make_user(roles.EDITOR)
    seed_story.helpline(make_user(roles.ADMINISTRATOR))
    story = seed_story.properly_done(reporter, editor, make_section())
    found = actions.findings_of(actions.edition_of(story))
    assert [(one.id, one.where) for one in found if one.level != Level.ADVICE] == []
    story = actions.publish(actions.approve(actions.submit(story, by=reporter), by=editor), by=editor)
    content = story.live_edition.content
    assert content["proceedings"] and content["advisories"] and content["helplines"] and content["replies"]
    assert content["claims"]
