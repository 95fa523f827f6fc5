"""The right of reply: asking, what came back, what it does to approved and live stories, what readers get."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from accounts import roles
from articles import actions
from articles.actions.evidence_files import folder
from articles.models import ReplyRequest, ReplyStep, StoryTask
from articles.publishing.compose import article_of, content_hash
from articles.workflow import Status
from tests.make import add_organization, add_person, make_draft, make_person, make_source, make_user, make_writer

pytestmark = pytest.mark.django_db
NOW = timezone.now()
Outcome = ReplyRequest.Outcome


@pytest.fixture
def writer():
    return make_writer()


@pytest.fixture
def editor():
    return make_user(roles.EDITOR)


@pytest.fixture
def story(writer):
    story = make_draft(writer)
    add_person(story, name="Odo Lamb", role="party")
    return story


def lamb(story):
    return story.story_people.get().person


def ask(story, by, subject=None, hours=48, ago=72, **facts):
    """Asked three days ago, with two days to answer."""
    sent = NOW - timedelta(hours=ago)
    said = {"text": "Is it true?", "channel": "email", "sent_at": sent, "deadline": sent + timedelta(hours=hours)}
    return actions.ask(story, subject or lamb(story), by=by, **said | facts)


def approved(story, writer, editor):
    return actions.approve(actions.submit(story, by=writer), by=editor)


def lines(story):
    return actions.edition_of(story).content["replies"]


class TestAsking:
    def test_it_keeps_what_was_put_to_whom_and_each_step(self, story, writer):
        request = ask(story, writer, proof="Sent from the desk’s address")
        actions.record_reply(request, by=writer, outcome=Outcome.NO_RESPONSE)
        actions.record_reply(request, by=writer, outcome=Outcome.REPLIED, answer="It is not true.")
        steps = [(step.outcome, step.answer) for step in request.steps.all()]
        assert steps == [("replied", "It is not true."), ("no_response", ""), ("waiting", "")]
        assert (request.to, request.by, request.outcome) == (lamb(story), writer, Outcome.REPLIED)

    def test_the_database_refuses_to_rewrite_a_step(self, story, writer):
        ask(story, writer)
        for sql in ("UPDATE articles_replystep SET outcome = 'replied'", "DELETE FROM articles_replystep"):
            with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(sql)

    def test_only_somebody_in_the_story_is_asked(self, story, writer):
        with pytest.raises(actions.MoveRefused, match="Add them"):
            ask(story, writer, make_person("Ida Quist"))
        add_organization(story, name="Lamb & Sons")
        assert ask(story, writer, story.story_organizations.get().organization).person is None

    @pytest.mark.parametrize(
        "facts",
        [{"text": " "}, {"channel": "pigeon"}, {"hours": -1}, {"ago": -5}],
    )
    def test_what_is_missing_or_cannot_be_is_refused(self, story, writer, facts):
        with pytest.raises(actions.MoveRefused):
            ask(story, writer, **facts)

    @pytest.mark.parametrize(
        ("given", "told"),
        [
            ({"outcome": "replied"}, "Write down"),
            ({"outcome": "unreachable"}, "how you tried"),
            ({"outcome": "waived"}, "what came"),
            ({"outcome": "replied", "answer": "No.", "answered_at": NOW + timedelta(days=9)}, "future"),
            ({"outcome": "replied", "answer": "No.", "answered_at": NOW - timedelta(days=9)}, "future"),
        ],
    )
    def test_an_outcome_has_its_words(self, story, writer, given, told):
        request = ask(story, writer)
        with pytest.raises(actions.MoveRefused, match=told):
            actions.record_reply(request, by=writer, **given)
        assert request.steps.count() == 1

    def test_nobody_failed_to_answer_before_the_deadline(self, story, writer):
        with pytest.raises(actions.MoveRefused, match="has not passed"):
            actions.record_reply(ask(story, writer, hours=100), by=writer, outcome=Outcome.NO_RESPONSE)

    def test_strangers_and_other_writers_may_not(self, story, writer):
        request = ask(story, writer)
        for stranger in (make_writer(), make_user(roles.PICTURE_EDITOR)):
            with pytest.raises(PermissionDenied):
                ask(story, stranger)
            with pytest.raises(PermissionDenied):
                actions.record_reply(request, by=stranger, outcome=Outcome.DECLINED)
            with pytest.raises(PermissionDenied):
                actions.prove(request, ContentFile(b"x", name="x.txt"), by=stranger)

    def test_waiving_is_a_right_of_its_own_and_has_a_reason(self, story, writer, editor):
        with pytest.raises(PermissionDenied):
            actions.waive(story, lamb(story), by=writer, reason="It would put a witness in danger.")
        with pytest.raises(actions.MoveRefused, match="Say why"):
            actions.waive(story, lamb(story), by=editor, reason=" ")
        request = actions.waive(story, lamb(story), by=editor, reason="It would put a witness in danger.")
        assert request.steps.get().note == request.waiver_reason
        assert lines(story) == [], "the reason is the desk’s"

    def test_what_proves_it_is_kept_with_its_hash(self, story, writer):
        request = actions.prove(ask(story, writer), ContentFile(b"Dear", name="letter.txt"), by=writer)
        assert request.file_name == "letter.txt" and len(request.sha256) == 64

    def test_a_file_that_another_one_replaces_stays_with_its_hash_on_record(self, story, writer):
        request = actions.prove(ask(story, writer), ContentFile(b"The first letter", name="letter.txt"), by=writer)
        former = request.file, request.sha256
        actions.prove(request, ContentFile(b"The second letter", name="letter.txt"), by=writer)
        note = request.steps.first().note
        assert former[0] in note and former[1] in note and request.sha256 not in note
        assert (folder() / former[0]).read_bytes() == b"The first letter"

    def test_a_public_reply_has_a_source_of_the_story(self, story, writer):
        with pytest.raises(actions.MoveRefused, match="sources"):
            actions.public_reply(story, lamb(story), by=writer, answer="Never.", source=make_source())
        source = story.story_sources.get().source
        request = actions.public_reply(story, lamb(story), by=writer, answer="Never.", source=source)
        assert request.public_source == source


class TestWhatReadersGet:
    def test_a_line_for_each_outcome_and_none_of_the_desks_own(self, story, writer):
        request = ask(story, writer, text="CANARY-1", proof="CANARY-2")
        day = timezone.localtime(request.sent_at).date().isoformat()
        asked = {"kind": "asked", "name": "Odo Lamb", "on": day, "text": "", "source": "", "url": ""}
        assert lines(story) == [asked]
        actions.record_reply(request, by=writer, outcome="no_response")
        assert lines(story) == [asked], "for readers nothing has changed"
        actions.record_reply(request, by=writer, outcome="declined")
        assert lines(story) == [asked | {"kind": "declined"}]
        actions.record_reply(request, by=writer, outcome="replied", answer="It is not true.", note="CANARY-3")
        assert lines(story) == [asked | {"kind": "replied", "text": "It is not true."}]
        assert "CANARY" not in str(actions.edition_of(story).content)

    def test_nobody_who_has_left_the_story_is_named(self, story, writer):
        ask(story, writer)
        story.story_people.all().delete()
        assert lines(story) == []

    def test_editions_from_before_there_were_any_have_none(self, story):
        edition = actions.edition_of(story)
        before = edition.content_hash
        del edition.content["replies"]
        assert article_of(edition).replies == []
        assert content_hash(edition.content, edition.kind, "") == before


class TestAfterApproval:
    def test_an_answer_takes_an_approved_story_back_to_review(self, story, writer, editor):
        request = ask(story, writer)
        story = approved(story, writer, editor)
        actions.record_reply(request, by=writer, outcome="replied", answer="It is not true.")
        story.refresh_from_db()
        assert story.status == Status.IN_REVIEW
        assert "Odo Lamb: Replied" in story.transitions.first().note
        story = actions.publish(actions.approve(story, by=editor), by=editor)
        assert story.live_edition.content["replies"][0]["text"] == "It is not true."

    def test_a_scheduled_one_too_and_it_goes_out_no_more(self, story, writer, editor):
        request = ask(story, writer)
        story = actions.schedule(approved(story, writer, editor), by=editor, at=NOW + timedelta(hours=9))
        actions.record_reply(request, by=writer, outcome="declined")
        story.refresh_from_db()
        assert (story.status, story.publish_at) == (Status.IN_REVIEW, None)

    def test_what_changes_no_line_voids_nothing(self, story, writer, editor):
        request = ask(story, writer)
        story = approved(story, writer, editor)
        actions.record_reply(request, by=writer, outcome="no_response")
        story.refresh_from_db()
        assert story.status == Status.APPROVED
        assert actions.publish(story, by=editor).is_live

    def test_a_draft_that_somebody_has_open_can_still_be_saved(self, story, writer):
        ask(story, writer)
        with actions.edit(story, by=writer, version=story.version) as editing:
            editing.story.headline = "Another headline"

    def test_an_answer_after_publication_is_looked_at(self, story, writer, editor):
        request = ask(story, writer)
        story = actions.publish(approved(story, writer, editor), by=editor)
        actions.record_reply(request, by=writer, outcome="replied", answer="It is not true.")
        task = story.tasks.open().get()
        assert (task.kind, story.live_edition.content["replies"][0]["kind"]) == (StoryTask.TaskKind.REPLY, "asked")
        actions.record_reply(request, by=writer, outcome="replied", answer="Nor is the rest.")
        assert story.tasks.open().count() == 2

    def test_a_restored_version_forgets_no_request(self, story, writer):
        first = story.revisions.last()
        ask(story, writer)
        story.refresh_from_db()
        actions.restore(story, first, by=writer, version=story.version)
        assert ReplyStep.objects.count() == ReplyRequest.objects.count() == 1
