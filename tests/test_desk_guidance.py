"""What a story's page tells somebody who has just opened it, and what the first page of the desk says of it."""

from datetime import timedelta

import pytest
from django.urls import reverse

from accounts import roles
from articles import actions
from articles.models import Story
from tests.make import make_story, make_user, make_writer

pytestmark = pytest.mark.django_db

BACK_TO_DRAFT = "Saving a change takes the story back to draft"
BACK_TO_REVIEW = "Saving a change takes the story back to review"


@pytest.fixture
def reporter():
    return make_writer()


@pytest.fixture
def editor():
    return make_user(roles.EDITOR)


def page_of(client, user, story):
    client.force_login(user)
    return client.get(reverse("admin:articles_story_change", args=[story.pk])).content.decode()


def waiting(client, user):
    client.force_login(user)
    answer = client.get(reverse("admin:articles_story_changelist") + "?kept=waiting")
    return [story.pk for story in answer.context["cl"].result_list]


class TestTheLastWord:
    def test_why_a_story_was_sent_back_stands_above_it(self, client, reporter, editor):
        story = actions.send_back(make_story("in_review", by=reporter), by=editor, note="Who said so?")
        above, _tabs = page_of(client, reporter, story).split("data-panels")
        assert "Who said so?" in above

    def test_once_it_is_submitted_again_the_word_is_history(self, client, reporter, editor):
        story = actions.send_back(make_story("in_review", by=reporter), by=editor, note="Who said so?")
        story = actions.submit(Story.objects.get(pk=story.pk), by=reporter)
        above, below = page_of(client, editor, story).split("data-panels")
        assert "Who said so?" not in above
        assert "Who said so?" in below


class TestWhatSavingDoes:
    def test_a_writer_is_told_that_saving_takes_the_story_out_of_review(self, client, reporter):
        story = make_story("in_review", by=reporter)
        assert BACK_TO_DRAFT in page_of(client, reporter, story)

    def test_an_editor_is_told_that_saving_voids_the_approval(self, client, reporter, editor):
        story = make_story("approved", by=reporter, editor=editor)
        assert BACK_TO_REVIEW in page_of(client, editor, story)

    def test_nothing_is_said_where_the_story_stays(self, client, reporter, editor):
        story = make_story("in_review", by=reporter)
        assert "Saving a change" not in page_of(client, editor, story)


class TestTheSecondLook:
    def test_who_is_to_confirm_reads_what_was_done_by_whom_and_why(self, client, reporter, editor):
        story = make_story("published", by=reporter, editor=editor)
        story = actions.take_down(story, by=editor, note="The name is wrong.")
        above, _tabs = page_of(client, make_user(roles.EDITOR), story).split("data-panels")
        assert f"<strong>Take down now</strong> · {editor}" in above
        assert "The name is wrong." in above

    def test_afterwards_nothing_is_asked(self, client, reporter, editor):
        story = actions.take_down(make_story("published", by=reporter, editor=editor), by=editor)
        actions.confirm(Story.objects.get(pk=story.pk), by=make_user(roles.EDITOR))
        assert "Somebody else looks at it" not in page_of(client, editor, story)


class TestThePreview:
    def test_a_story_with_nothing_but_a_headline_can_be_looked_at(self, client, reporter):
        story = actions.start(by=reporter, headline="Ferry strikes rock")
        client.force_login(reporter)
        answer = client.get(reverse("desk_preview", args=[story.pk]))
        assert answer.status_code == 200
        assert "(no section yet)" in answer.content.decode()

    def test_a_story_with_nothing_at_all_can_be_looked_at(self, client, reporter):
        story = actions.start(by=reporter)
        client.force_login(reporter)
        assert client.get(reverse("desk_preview", args=[story.pk])).status_code == 200


class TestTheFirstPage:
    def test_what_one_took_down_waits_for_somebody_else(self, client, reporter, editor):
        story = make_story("published", by=reporter, editor=editor)
        actions.take_down(story, by=editor)
        assert waiting(client, editor) == []
        assert waiting(client, make_user(roles.EDITOR)) == [story.pk]

    def test_what_was_published_stands_with_the_hour_of_its_publication(self, client, reporter, editor):
        story = make_story("published", by=reporter, editor=editor)
        edition = story.live_edition
        Story.objects.filter(pk=story.pk).update(updated_at=edition.published_at - timedelta(days=9000))
        client.force_login(editor)
        assert "2001" not in client.get(reverse("admin:index")).content.decode()
