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
from articles.publishing import outbox
from articles.publishing.compose import article_of
from tests.make import (
    add_person,
    add_picture,
    clear_with_legal,
    edit_text,
    make_draft,
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

    def test_a_step_comes_after_the_one_before_whose_date_may_be_mended(self, editor):
        count = make_count(editor)
        earlier = MAY - timedelta(days=2)
        with pytest.raises(actions.MoveRefused, match="The step before, “Charged”, is dated"):
            actions.move_count(count, by=editor, status=Stage.ON_TRIAL, on=earlier)
        assert Count.objects.get().status == Stage.CHARGED and Count.objects.get().steps.count() == 1
        actions.move_count(count, by=editor, status=Stage.CHARGED, on=earlier)
        assert actions.move_count(count, by=editor, status=Stage.ON_TRIAL, on=earlier).status == Stage.ON_TRIAL

    def test_a_new_count_opens_one_too_and_one_for_counts_that_are_alike(self, editor):
        count = make_count(editor)
        story = make_live(count, linked=False)
        new = {"status": Stage.CHARGED, "on": MAY, "by": editor}
        for _ in range(3):
            actions.accuse(count.case, count.person, offence="theft", **new)
        actions.accuse(count.case, count.person, offence="perjury", **new)
        actions.accuse(count.case, make_person("Ida Quist"), offence="perjury", **new)
        told = [task.text for task in story.tasks.open().filter(kind=StoryTask.TaskKind.STATUS)]
        assert sorted(text.partition(":")[0] for text in told) == ["Odo Lamb, perjury", "Odo Lamb, theft"]

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


class TestWhoIsNamedInPublic:
    """Live stories are found by what readers see, also where nobody linked the person."""

    def tasked(self, editor, count):
        actions.move_count(count, by=editor, status=Stage.ACQUITTED, on=date(2026, 9, 1))
        return set(StoryTask.objects.open().values_list("story", flat=True))

    @pytest.mark.parametrize(
        "said",
        [
            {"headline": "Harbour: Odo Lamb’s trial begins"},
            {"standfirst": "The court calls ODO LAMB."},
            {"body": "<p>In court sat <em>Odo</em> Lamb.</p>"},
            {"social_headline": "What Odo Lamb told the court"},
            {"body": "<p>Ódo\u00a0Lamb, 44, said nothing.</p>"},
        ],
    )  # fmt: skip
    def test_wherever_the_name_stands(self, editor, said):
        count = make_count(editor)
        story = make_story("published", **said)
        assert self.tasked(editor, count) == {story.pk}

    def test_in_a_caption(self, editor):
        count = make_count(editor)
        story = make_draft(make_writer())
        add_picture(story, caption="Odo Lamb leaves the harbour office.")
        story = edit_text(story, story.created_by, story.body)
        story = actions.approve(actions.submit(story, by=story.created_by), by=editor)
        story = actions.publish(story, by=editor)
        assert self.tasked(editor, count) == {story.pk}

    def test_by_another_name_of_theirs(self, editor):
        person = make_person("Odo Lamb", also_known_as=["Odo Field-Lamb"])
        story = make_story("published", body="<p>Odo Field-Lamb lives by the quay.</p>")
        assert list(actions.live_stories_naming(person)) == [story]

    @pytest.mark.parametrize(
        "body",
        [
            "<p>Odo Lambert spoke.</p>",
            "<p>Odo ate lamb.</p>",
            "<p>Lamb, says Odo, is dear.</p>",
            "<p>The Odos lamb.</p>",
        ],
    )
    def test_not_by_half_a_name_or_part_of_a_word(self, editor, body):
        make_story("published", body=body)
        assert not actions.live_stories_naming(make_person("Odo Lamb"))

    def test_a_single_name_counts_only_with_its_capital(self, editor):
        make_story("published", body="<p>A wren sang.</p>")
        story = make_story("published", body="<p>The singer Wren was not there.</p>")
        assert list(actions.live_stories_naming(make_person("Wren"))) == [story]

    def test_a_byline_of_that_name_names_nobody(self, editor):
        make_story("published")
        assert not actions.live_stories_naming(make_person("Ada Quill"))

    def test_a_draft_and_what_was_taken_down_are_not_live(self, editor):
        person = make_person("Odo Lamb")
        make_story("draft", body="<p>Odo Lamb.</p>")
        make_story("withdrawn", body="<p>Odo Lamb.</p>")
        assert not actions.live_stories_naming(person)

    def test_the_index_finds_them_not_a_walk_through_all_stories(self, editor, django_assert_num_queries):
        person = make_person("Odo Lamb")
        stories = [make_story("published", body=f"<p>Odo Lamb, {n}.</p>") for n in range(3)]
        make_story("published")
        with django_assert_num_queries(4):  # of the story, of the index, the articles it found, the stories
            assert list(actions.live_stories_naming(person)) == stories

    def test_more_than_a_batch_of_tasks_is_left_to_the_worker(self, editor, monkeypatch):
        monkeypatch.setattr("articles.actions.proceedings.A_BATCH", 2)
        count = make_count(editor)
        stories = {make_story("published", body=f"<p>Odo Lamb, {n}.</p>").pk for n in range(5)}
        assert len(self.tasked(editor, count)) == 2
        outbox.sweep()
        assert set(StoryTask.objects.open().values_list("story", flat=True)) == stories


class TestARestrictionOnWhatIsLive:
    @pytest.fixture
    def record(self, legal, django_capture_on_commit_callbacks):
        def record(**facts):
            with django_capture_on_commit_callbacks(execute=True):
                return actions.restrict(by=legal, kind="court_order", scope="The name.", **facts)

        return record

    def test_a_person_is_found_by_name_in_the_words_alone(self, record):
        story = make_story("published", body="<p>Odo Lamb was there.</p>")
        made = record(person=make_person("Odo Lamb"))
        assert [task.story for task in actions.touched_by(made)] == [story]

    def test_nothing_that_says_the_name_is_published(self, record):
        story = make_story("draft", headline="Odo Lamb speaks")
        record(person=make_person("Odo Lamb"))
        ids = [one.id for one in actions.findings_of(actions.edition_of(story))]
        assert "proceedings.B002" in ids

    def test_somebody_else_of_the_same_name_may_be_named(self, record):
        story = make_story("draft", headline="Odo Lamb scores")
        record(person=make_person("Odo Lamb"))
        add_person(story, name="Odo Lamb", role="other", role_text="footballer")
        ids = [one.id for one in actions.findings_of(actions.edition_of(story))]
        assert "proceedings.B002" not in ids

    def test_the_stories_it_touches_come_before_the_walk_through_all(self, record, monkeypatch):
        monkeypatch.setattr("articles.actions.watching.AT_ONCE", 0)
        story = make_story("published", body="<p>She lives in Tanner Street.</p>")
        assert [task.story for task in actions.touched_by(record(phrases=["Tanner Street"]))] == [story]

    def test_all_who_may_take_it_down_have_a_mail_that_repeats_no_word_of_it(self, record, editor, mailoutbox):
        make_user(roles.PUBLISHER, username="pia")
        make_user(roles.REPORTER, username="rosa")
        story = make_story("published", by=make_writer(), editor=editor, body="<p>She lives in Tanner Street.</p>")
        made = record(phrases=["Tanner Street"])
        told = {address for mail in mailoutbox for address in mail.to}
        assert {editor.email, "pia@example.org"} <= told
        assert "rosa@example.org" not in told
        assert all(str(made) in mail.body and f"/{story.pk}/" in mail.body for mail in mailoutbox)
        assert not any("Tanner" in mail.body + mail.subject or story.headline in mail.body for mail in mailoutbox)

    def test_nobody_is_told_twice(self, record, editor, mailoutbox):
        make_story("published", body="<p>She lives in Tanner Street.</p>")
        record(phrases=["Tanner Street"])
        before = len(mailoutbox)
        actions.watching.watch_live()
        outbox.sweep()
        assert len(mailoutbox) == before
