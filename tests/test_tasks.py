"""Tasks: what somebody must look at again, until a person says what became of it."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.urls import reverse

from accounts import roles
from articles import actions
from articles.models import StoryTask
from tests.make import CORRECTION, approved, make_story, make_user, make_writer

pytestmark = pytest.mark.django_db
STATUS = StoryTask.TaskKind.STATUS


@pytest.fixture
def story():
    return make_story("published", by=make_writer(username="reporter"))


@pytest.fixture
def editor():
    return make_user(roles.EDITOR)


class TestOpening:
    def test_the_same_thing_is_opened_once_until_it_is_closed(self, story, editor):
        task = actions.open_task(story, STATUS, "count-1-acquitted", "Acquitted on 3 May.")
        assert actions.open_task(story, STATUS, "count-1-acquitted", "Acquitted on 3 May.") is None
        actions.close_task(task, by=editor, outcome="updated")
        assert actions.open_task(story, STATUS, "count-1-acquitted", "Acquitted on 3 May.")
        assert story.tasks.open().count() == 1

    def test_a_correction_with_gaps_in_its_evidence_goes_out_and_leaves_a_task(self, story, editor):
        story = actions.reopen(story, by=editor, kind="correction")
        with actions.edit(story, by=story.created_by, version=story.version) as editing:
            editing.story.body = story.body.replace("Tuesday", "Monday")
            editing.story.was_wrong, editing.story.is_right = CORRECTION.values()
            editing.story.story_sources.all().delete()
        story = actions.submit(editing.story, by=story.created_by)
        story = actions.publish(approved(story, editor), by=editor)
        assert story.status == "published"
        assert "attribution.C001" in story.tasks.open().values_list("subject", flat=True)

    def test_a_story_without_gaps_leaves_none(self, story):
        assert not story.tasks.exists()


class TestClosing:
    def test_no_change_needs_a_reason(self, story, editor):
        task = actions.open_task(story, STATUS, "x", "Look.")
        with pytest.raises(actions.MoveRefused, match="Say why nothing is changed"):
            actions.close_task(task, by=editor, outcome="no_change", reason=" ")
        with pytest.raises(IntegrityError), transaction.atomic():
            StoryTask.objects.filter(pk=task.pk).update(outcome="no_change", closed_at=task.opened_at, closed_by=editor)
        assert (
            actions.close_task(task, by=editor, outcome="no_change", reason="It says so already.").closed_by == editor
        )

    def test_a_reporter_closes_none_by_any_road(self, story, client):
        task = actions.open_task(story, STATUS, "x", "Look.")
        with pytest.raises(PermissionDenied):
            actions.close_task(task, by=story.created_by, outcome="updated")
        client.force_login(story.created_by)
        answer = client.post(reverse("desk_close_task", args=[story.pk, task.pk]), {"outcome": "updated"})
        assert answer.status_code == 403
        assert story.tasks.open().exists()

    def test_the_second_of_two_people_is_told_that_it_is_done(self, story, editor):
        task = actions.open_task(story, STATUS, "x", "Look.")
        actions.close_task(task, by=editor, outcome="updated")
        with pytest.raises(actions.MoveRefused, match="Somebody has closed this already"):
            actions.close_task(task, by=make_user(roles.EDITOR), outcome="noted")


class TestOnTheDesk:
    def test_an_editor_finds_it_on_the_first_page_and_closes_it_at_the_story(self, story, editor, client):
        task = actions.open_task(story, STATUS, "x", "The appeal court has decided.")
        client.force_login(editor)
        assert "To look at again" in client.get("/admin/").content.decode()
        assert str(story) in client.get("/admin/articles/story/?kept=look").content.decode()
        page = client.get(f"/admin/articles/story/{story.pk}/change/").content.decode()
        assert "The appeal court has decided." in page
        close = reverse("desk_close_task", args=[story.pk, task.pk])
        assert "Say what became of it" in client.post(close, {"outcome": "?"}, follow=True).content.decode()
        client.post(close, {"outcome": "no_change", "reason": "The story says so."})
        assert not story.tasks.open().exists()

    def test_a_task_of_another_story_is_not_found(self, story, editor, client):
        other = make_story("published")
        task = actions.open_task(other, STATUS, "x", "Look.")
        client.force_login(editor)
        answer = client.post(reverse("desk_close_task", args=[story.pk, task.pk]), {"outcome": "updated"})
        assert answer.status_code == 404
