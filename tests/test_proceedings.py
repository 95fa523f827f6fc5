"""Cases, counts and restrictions: what the desk records, what it means for stories, what readers get."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from accounts import roles
from articles import actions
from articles.jurisdictions.words import Stage
from articles.models import Case, Count, Restriction, StoryCase, StoryTask
from articles.publishing.compose import article_of
from tests.make import (
    add_person,
    clear_with_legal,
    edit_text,
    make_person,
    make_source,
    make_story,
    make_user,
    make_writer,
)

pytestmark = pytest.mark.django_db
MAY = date(2026, 5, 3)


@pytest.fixture
def editor():
    return make_user(roles.EDITOR)


@pytest.fixture
def legal():
    return make_user(roles.LEGAL)


def make_count(by, person=None, status=Stage.CHARGED, **facts):
    case = Case.objects.create(name="The harbour fund case", court="Veremouth Crown Court")
    record = make_source("Court record 12/26", kind="court_record")
    person = person or make_person("Odo Lamb")
    return actions.accuse(case, person, by=by, offence="fraud", status=status, on=MAY, citation=record, **facts)


def make_live(count, linked=True):
    """A live story that names the person of a count."""
    writer, editor = make_writer(), make_user(roles.EDITOR)
    story = make_story("draft", by=writer)
    with actions.edit(story, by=writer, version=story.version) as editing:
        editing.story.story_people.create(person=count.person, role="defendant")
        if linked:
            editing.story.story_cases.create(case=count.case)
    story = actions.submit(editing.story, by=writer)
    story = clear_with_legal(story) if linked else story
    return actions.publish(actions.approve(story, by=editor), by=editor)


class TestCounts:
    def test_each_step_is_kept_with_who_and_by_which_record(self, editor):
        count = make_count(editor)
        actions.move_count(count, by=editor, status=Stage.CONVICTED, on=date(2026, 9, 1), detail="two counts of three")
        assert [step.status for step in count.steps.all()] == [Stage.CONVICTED, Stage.CHARGED]
        assert count.steps.first().by == editor

    def test_the_database_refuses_to_rewrite_a_step(self, editor):
        make_count(editor)
        for sql in ("UPDATE articles_countstep SET status = 'acquitted'", "DELETE FROM articles_countstep"):
            with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(sql)

    def test_nothing_has_happened_tomorrow(self, editor):
        with pytest.raises(actions.MoveRefused, match="has not come yet"):
            make_count(editor, now=timezone.now() - timedelta(days=1000))

    def test_who_keeps_no_cases_moves_none(self, editor):
        count = make_count(editor)
        for act in (
            lambda by: make_count(by),
            lambda by: actions.move_count(count, by=by, status=Stage.ACQUITTED, on=MAY),
            lambda by: actions.still_holds(count, by=by),
        ):
            with pytest.raises(PermissionDenied):
                act(make_user(roles.PICTURE_EDITOR))

    def test_every_live_story_that_names_the_person_gets_a_task(self, editor):
        count = make_count(editor)
        linked, unlinked = make_live(count), make_live(count, linked=False)
        other = make_story("published")
        actions.move_count(count, by=editor, status=Stage.ACQUITTED, on=date(2026, 9, 1))
        for story in (linked, unlinked):
            [task] = story.tasks.open()
            assert task.kind == StoryTask.TaskKind.STATUS
            assert "Odo Lamb, fraud: Acquitted since" in task.text
        assert not other.tasks.exists()

    def test_a_status_that_nobody_has_checked_for_long_opens_one_task(self, editor):
        count = make_count(editor)
        story = make_live(count)
        later = timezone.now() + timedelta(days=15)
        assert actions.recheck_due(later) == 1
        assert actions.recheck_due(later) == 0
        assert story.tasks.open().get().kind == StoryTask.TaskKind.RECHECK

    def test_a_case_that_has_ended_is_not_checked_again(self, editor):
        make_live(make_count(editor, status=Stage.ACQUITTED))
        assert actions.recheck_due(timezone.now() + timedelta(days=400)) == 0


class TestWhatReadersGet:
    def test_the_status_with_its_date_record_and_when_it_was_checked(self, editor):
        story = make_live(make_count(editor))
        [line] = article_of(story.live_edition).proceedings
        assert (line["name"], line["offence"], line["status_label"], line["status_on"]) == (
            "Odo Lamb", "fraud", "Charged", "2026-05-03",
        )  # fmt: skip
        assert line["citation"] == "Court record 12/26"
        assert line["checked_on"] == str(timezone.localdate())

    def test_nobody_elses_count_of_the_case_is_shown(self, editor):
        count = make_count(editor)
        actions.accuse(count.case, make_person("Somebody Else"), by=editor, offence="theft", status="charged", on=MAY)
        assert "Somebody Else" not in str(make_live(count).live_edition.content)

    def test_a_new_status_voids_an_approval_and_a_new_check_does_not(self, editor):
        count = make_count(editor, status=Stage.DISCONTINUED)
        story = make_live(count)
        story = actions.reopen(story, by=editor, kind="update")
        story = edit_text(story, editor, story.body + "<p>More.</p>")
        story = actions.submit(story, by=editor)
        story = actions.approve(story, by=make_user(roles.EDITOR))
        Count.objects.update(checked_on=date(2026, 5, 4))
        assert actions.inspection.changed_since_approval(story, actions.edition_of(story)) == []
        record = make_source("Judgment 12/26", kind="court_record")
        actions.move_count(count, by=editor, status=Stage.ACQUITTED, on=date(2026, 9, 1), citation=record)
        with pytest.raises(actions.MoveRefused, match="proceedings"):
            actions.publish(story, by=editor)

    def test_a_restored_version_reports_on_its_cases_again(self, editor):
        count = make_count(editor)
        story = make_story("draft", by=make_writer())
        StoryCase.objects.create(story=story, case=count.case)
        story = edit_text(story, story.created_by, "<p>One.</p>")
        kept = story.revisions.first()
        story.story_cases.all().delete()
        story = actions.restore(story, kept, by=story.created_by, version=story.version)
        assert story.story_cases.get().case == count.case


class TestRestrictions:
    def test_only_who_may_records_and_lifts_them(self, editor, legal):
        with pytest.raises(PermissionDenied):
            actions.restrict(by=editor, kind="court_order", scope="The name.", phrases=["Odo Lamb"])
        made = actions.restrict(by=legal, kind="court_order", scope="The name.", phrases=["Odo Lamb"])
        with pytest.raises(PermissionDenied):
            actions.lift(made, by=editor, why="Over.")
        with pytest.raises(actions.MoveRefused, match="Say why"):
            actions.lift(made, by=legal, why=" ")
        assert actions.lift(made, by=legal, why="Lifted by the judge.").lifted_by == legal

    def test_a_restriction_on_nothing_is_refused(self, legal):
        with pytest.raises(actions.MoveRefused, match="whom or what"):
            actions.restrict(by=legal, kind="statute", scope="Everything.")

    def test_its_forbidden_words_are_not_kept(self, legal):
        made = actions.restrict(by=legal, kind="statute", scope="The name.", phrases=["Odo Lamb"])
        assert "Lamb" not in str(Restriction.objects.filter(pk=made.pk).values().get())

    @pytest.mark.parametrize(
        ("from_", "until", "binds"),
        [(None, None, True), (1, None, False), (-1, 1, True), (-2, -1, False), (0, 0, True)],
    )
    def test_it_binds_in_its_time(self, legal, from_, until, binds):
        today = timezone.localdate()
        day = {"starts": from_, "ends": until}
        days = {name: today + timedelta(days=n) if n is not None else None for name, n in day.items()}
        made = actions.restrict(by=legal, kind="statute", scope="x", phrases=["Odo Lamb"], **days)
        assert Restriction.objects.in_force(today).filter(pk=made.pk).exists() is binds


def test_people_of_a_story_are_not_made_defendants_by_being_mentioned(editor):
    """The count is against one person; another in the same story has no line."""
    count = make_count(editor)
    story = make_live(count)
    add_person(story, role="letter_writer", name="Ida Quist")
    assert [line["name"] for line in article_of(actions.edition_of(story)).proceedings] == ["Odo Lamb"]
