"""A source that may not be named stands nowhere as the record of something, whatever is cited."""

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts import roles
from articles import actions
from articles.models import StorySource
from articles.publishing.compose import article_of
from articles.publishing.render import outputs
from tests.make import add_source, make_count, make_draft, make_person, make_source, make_user, make_writer

pytestmark = pytest.mark.django_db
LEAKED = "Diary of the clerk Ida Quist"


@pytest.fixture
def editor():
    return make_user(roles.EDITOR)


@pytest.fixture
def leaked():
    return make_source(LEAKED, kind="document", url="https://example.org/diary")


def make_report(count):
    """A draft on a count's case that names the person."""
    story = make_draft(make_writer())
    story.story_people.create(person=count.person, role="defendant")
    story.story_cases.create(case=count.case)
    return story


def shown(story):
    return " ".join(outputs(article_of(actions.edition_of(story))).values())


class TestTheRecordOfACount:
    @pytest.fixture
    def count(self, editor, leaked):
        return make_count(make_person("Odo Lamb"), editor, citation=leaked)

    def test_is_shown_to_readers(self, count):
        assert LEAKED in shown(make_report(count))

    @pytest.mark.parametrize("terms", ["off_record", "deep_background"])
    def test_is_not_where_the_story_may_not_name_it(self, count, leaked, terms):
        story = make_report(count)
        add_source(story, leaked, terms=terms)
        assert LEAKED not in shown(story) and "example.org/diary" not in shown(story)

    def test_is_not_where_another_story_may_not_name_it(self, count, leaked):
        add_source(make_draft(make_writer()), leaked, terms="off_record")
        story = make_report(count)
        assert LEAKED not in shown(story)
        assert "proceedings.C005" in {one.id for one in actions.findings_of(actions.edition_of(story))}

    def test_is_not_where_it_is_somebody_without_a_name(self, count, leaked):
        leaked.kind = "person"
        leaked.save()
        use = add_source(make_draft(make_writer()), leaked, terms="background")
        assert LEAKED not in shown(make_report(count))
        StorySource.objects.filter(pk=use.pk).update(terms="on_record")
        assert LEAKED in shown(make_report(count))

    def test_is_refused_when_it_is_recorded(self, count, leaked, editor):
        add_source(make_draft(make_writer()), leaked, terms="off_record")
        step = {"status": "convicted", "on": timezone.localdate() - timedelta(days=1), "citation": leaked}
        with pytest.raises(actions.MoveRefused, match="may not be named"):
            actions.move_count(count, by=editor, **step)


def test_the_source_of_a_public_reply_is_kept_back_as_well(editor, leaked):
    story = make_draft(make_writer())
    person = make_person("Odo Lamb")
    story.story_people.create(person=person, role="party")
    add_source(story, leaked)
    actions.public_reply(story, person, by=story.created_by, answer="“I did nothing.”", source=leaked)
    assert LEAKED in shown(story)
    story.story_sources.filter(source=leaked).update(terms="off_record")
    assert LEAKED not in shown(story)
