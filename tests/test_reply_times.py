"""More time to answer, answers that are withdrawn, and mail before and when the time has run out."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from accounts import roles
from articles import actions
from articles.models import Outbox, ReplyRequest, StoryTask
from articles.workflow import Status
from tests.make import add_person, make_draft, make_user, make_writer

pytestmark = pytest.mark.django_db
NOW = timezone.now().replace(microsecond=0)
HOUR = timedelta(hours=1)


@pytest.fixture
def writer():
    return make_writer(username="reporter")


@pytest.fixture
def editor():
    return make_user(roles.EDITOR)


@pytest.fixture
def story(writer):
    story = make_draft(writer)
    add_person(story, name="Odo Lamb", role="party")
    return story


def ask(story, by, hours=48, ago=1, now=NOW):
    sent = now - ago * HOUR
    said = {"text": "Is it true?", "channel": "email", "sent_at": sent, "deadline": now + hours * HOUR}
    return actions.ask(story, story.story_people.get().person, by=by, now=now, **said)


def answered(request, by, **said):
    facts = {"outcome": "replied", "answer": "It is not true.", "answered_at": NOW} | said
    return actions.record_reply(request, by=by, now=NOW + HOUR, **facts)


class TestMoreTime:
    def test_is_a_step_with_its_reason_and_the_former_time_stays(self, story, writer):
        request = ask(story, writer)
        actions.extend(request, by=writer, deadline=NOW + 72 * HOUR, reason="She is abroad.", now=NOW)
        assert request.deadline == NOW + 72 * HOUR
        steps = [(step.deadline, step.note, step.by) for step in request.steps.all()]
        assert steps == [(NOW + 72 * HOUR, "She is abroad.", writer), (NOW + 48 * HOUR, "", writer)]

    def test_who_did_not_answer_in_time_may_get_it_and_is_waited_for_again(self, story, writer):
        request = ask(story, writer, hours=2)
        actions.record_reply(request, by=writer, outcome="no_response", answered_at=NOW, now=NOW + 3 * HOUR)
        actions.extend(request, by=writer, deadline=NOW + 9 * HOUR, reason="They called.", now=NOW + 3 * HOUR)
        assert request.is_waiting

    @pytest.mark.parametrize(
        ("facts", "told"),
        [
            ({"reason": " "}, "Say why"),
            ({"deadline": NOW + 47 * HOUR}, "later than"),
            ({"deadline": NOW + 49 * HOUR, "now": NOW + 50 * HOUR}, "has not passed"),
        ],
    )
    def test_what_is_none_is_refused(self, story, writer, facts, told):
        request = ask(story, writer)
        given = {"deadline": NOW + 72 * HOUR, "reason": "She is abroad.", "now": NOW} | facts
        with pytest.raises(actions.MoveRefused, match=told):
            actions.extend(request, by=writer, **given)
        assert ReplyRequest.objects.get().deadline == NOW + 48 * HOUR

    def test_who_has_answered_needs_none(self, story, writer):
        request = answered(ask(story, writer), writer)
        with pytest.raises(actions.MoveRefused, match="have answered"):
            actions.extend(request, by=writer, deadline=NOW + 99 * HOUR, reason="?", now=NOW + HOUR)

    @pytest.mark.parametrize("role", [None, roles.REPORTER, roles.LEGAL])
    def test_nobody_else_gives_it(self, story, writer, role):
        request = ask(story, writer)
        somebody = make_user(*([role] if role else []))
        with pytest.raises(PermissionDenied):
            actions.extend(request, by=somebody, deadline=NOW + 99 * HOUR, reason="?", now=NOW)

    def test_a_form_gives_it_and_shows_what_is_refused(self, client, story, writer):
        request = ask(story, writer, now=timezone.now())
        client.force_login(writer)
        address = reverse("desk_reply_extend", args=[story.pk, request.pk])
        later = timezone.localtime(request.deadline + 24 * HOUR).strftime("%Y-%m-%dT%H:%M")
        names = {name: f"extend-{request.pk}-{name}" for name in ("deadline", "reason")}
        refused = client.post(address, {names["deadline"]: "2001-01-01T10:00", names["reason"]: "CANARY"})
        assert "later than the one they had" in refused.text and "CANARY" in refused.text
        page = client.post(address, {names["deadline"]: later, names["reason"]: "She is abroad."}, follow=True)
        assert "She is abroad." in page.text
        assert ReplyRequest.objects.get().deadline > request.deadline


class TestAWithdrawnAnswer:
    def test_readers_learn_that_there_was_one_and_the_desk_keeps_its_words(self, story, writer):
        request = answered(ask(story, writer), writer)
        answered(request, writer, outcome="withdrawn", answer="", note="By telephone.")
        [line] = actions.edition_of(story).content["replies"]
        assert (line["kind"], line["text"]) == ("withdrawn", "")
        assert request.steps.filter(answer="It is not true.").exists()

    def test_only_what_was_said_is_withdrawn_and_somebody_says_how(self, story, writer):
        request = ask(story, writer)
        with pytest.raises(actions.MoveRefused, match="no answer of theirs"):
            answered(request, writer, outcome="withdrawn", answer="", note="By telephone.")
        answered(request, writer)
        with pytest.raises(actions.MoveRefused, match="Say how"):
            answered(request, writer, outcome="withdrawn", answer="")

    def test_takes_an_approved_story_back_and_opens_a_task_on_a_live_one(self, story, writer, editor):
        request = answered(ask(story, writer), writer)
        story = actions.approve(actions.submit(story, by=writer, now=NOW), by=editor, now=NOW)
        answered(request, writer, outcome="withdrawn", answer="", note="By telephone.")
        story.refresh_from_db()
        assert story.status == Status.IN_REVIEW
        story = actions.publish(actions.approve(story, by=editor), by=editor)
        answered(request, writer)
        answered(request, writer, outcome="withdrawn", answer="", note="By telephone.")
        assert story.tasks.filter(kind=StoryTask.TaskKind.REPLY).count() == 2

    def test_the_form_offers_it_where_there_is_an_answer(self, client, story, writer):
        request = ask(story, writer)
        client.force_login(writer)
        page = reverse("desk_replies", args=[story.pk])
        assert "Withdrew their answer" not in client.get(page).text
        answered(request, writer)
        assert "Withdrew their answer" in client.get(page).text


class TestReminders:
    def test_come_before_and_when_the_time_has_run_out_and_name_nobody(self, story, writer, mailoutbox, monkeypatch):
        request = ask(story, writer)
        told = []
        for hours in (44, 46, 47, 49, 60):
            self.worker_at(NOW + hours * HOUR, monkeypatch)
            told.append(len(mailoutbox))
        assert told == [0, 1, 1, 2, 2]
        first, second = mailoutbox
        assert (first.to, second.to) == ([writer.email], [writer.email])
        assert "due soon" in first.subject and "time has passed" in second.subject
        for mail in mailoutbox:
            assert "Lamb" not in mail.subject + mail.body and story.headline not in mail.subject + mail.body
            assert f"/articles/story/{story.pk}/replies/#reply-{request.pk}" in mail.body

    def test_whoever_asked_gets_them_too_and_nobody_who_has_left(self, story, writer, editor, mailoutbox, monkeypatch):
        writer.__class__.objects.filter(pk=writer.pk).update(is_active=False)
        ask(story, editor)
        self.worker_at(NOW + 60 * HOUR, monkeypatch)
        assert {mail.to[0] for mail in mailoutbox} == {editor.email}

    def test_an_answer_ends_them(self, story, writer, mailoutbox, monkeypatch):
        answered(ask(story, writer), writer)
        self.worker_at(NOW + 60 * HOUR, monkeypatch)
        assert not mailoutbox and not Outbox.objects.undone().filter(kind="reply_reminder").exists()

    def test_more_time_moves_them(self, story, writer, mailoutbox, monkeypatch):
        request = ask(story, writer)
        actions.extend(request, by=writer, deadline=NOW + 96 * HOUR, reason="She is abroad.", now=NOW)
        self.worker_at(NOW + 60 * HOUR, monkeypatch)
        assert not mailoutbox
        self.worker_at(NOW + 97 * HOUR, monkeypatch)
        assert len(mailoutbox) == 2

    def test_a_time_that_has_passed_already_has_none(self, story, writer):
        ask(story, writer, hours=-1, ago=5)
        assert not Outbox.objects.filter(kind="reply_reminder").exists()

    def worker_at(self, now, monkeypatch):
        """Two rounds: the first writes the mail, the second sends it."""
        monkeypatch.setattr("articles.actions.reminding.timezone.now", lambda: now)
        for _round in range(2):
            actions.sweep(now + timedelta(seconds=1))
