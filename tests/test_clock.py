"""Scheduled publishing: once, at its hour or as soon after as can be, and somebody is told when it could not be."""

import threading
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from accounts import roles
from articles import actions
from articles.actions import MoveRefused, clock
from articles.models import Article, Edition, Heartbeat, Outbox, Story, Transition
from articles.publishing import outbox
from tests.make import edit_text, make_draft, make_story, make_user, make_writer

LATER = timedelta(hours=2)


@pytest.mark.django_db
class TestScheduling:
    def test_a_story_comes_out_at_its_hour_and_not_before(self):
        story = make_story("scheduled")
        assert actions.publish_due() == []
        assert actions.publish_due(timezone.now() + LATER) == [story]
        assert Article.objects.get().story_number == story.pk
        assert Transition.objects.filter(move="publish").get().by is None

    def test_a_time_that_has_passed_is_refused(self):
        story = make_story("approved")
        with pytest.raises(MoveRefused):
            actions.schedule(story, by=make_user(roles.EDITOR), at=timezone.now() - timedelta(minutes=1))

    def test_the_gate_is_rehearsed_for_that_hour(self):
        editor, writer, now = make_user(roles.EDITOR), make_writer(), timezone.now()
        story = make_draft(writer)
        story = edit_text(story, writer, story.body, embargo_until=now + timedelta(minutes=90))
        story = actions.submit(story, by=writer)
        with pytest.raises(MoveRefused):
            actions.approve(story, by=editor)
        story = actions.approve(story, by=editor, now=now + LATER)
        with pytest.raises(MoveRefused):
            actions.schedule(story, by=editor, at=now + timedelta(hours=1))
        assert actions.schedule(story, by=editor, at=now + LATER).status == "scheduled"

    def test_a_story_refused_at_its_hour_stays_scheduled_and_its_editor_is_told_once(
        self, mailoutbox, django_capture_on_commit_callbacks
    ):
        story = make_story("scheduled")
        Story.objects.filter(pk=story.pk).update(section=None)
        with django_capture_on_commit_callbacks(execute=True):
            for _round in range(3):
                assert actions.publish_due(timezone.now() + LATER) == []
        story.refresh_from_db()
        assert story.status == "scheduled"
        assert "section" in story.schedule_problem
        assert Outbox.objects.filter(kind="mail").count() == 1
        assert [mail.to for mail in mailoutbox] == [[story.transitions.filter(move="schedule").get().by.email]]

    def test_one_storys_trouble_is_not_the_others(self):
        broken, fine = make_story("scheduled"), make_story("scheduled")
        Story.objects.filter(pk=broken.pk).update(section=None)
        assert actions.publish_due(timezone.now() + LATER) == [fine]

    def test_what_was_changed_after_approval_does_not_go_out(self):
        story = make_story("scheduled")
        story.bylines.get().author.__class__.objects.update(name="Somebody Else")
        assert actions.publish_due(timezone.now() + LATER) == []
        assert not Article.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_several_workers_publish_each_story_exactly_once():
    stories = [make_story("scheduled") for _ in range(6)]
    later, errors, ready = timezone.now() + LATER, [], threading.Barrier(4)

    def work():
        try:
            ready.wait()
            actions.publish_due(later)
        except Exception as error:
            errors.append(error)
        finally:
            connection.close()

    workers = [threading.Thread(target=work) for _ in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    actions.publish_due(later)
    assert errors == []
    assert Edition.objects.count() == len(stories) == Article.objects.count()
    assert Transition.objects.filter(move="publish").count() == len(stories)


@pytest.mark.django_db
class TestTheWorker:
    def test_leaves_a_sign_of_life(self):
        assert not actions.pulse().is_alive
        call_command("worker", once=True)
        assert actions.pulse().is_well
        assert not actions.pulse(timezone.now() + timedelta(minutes=5)).is_alive
        assert Heartbeat.objects.count() == 1

    def test_a_late_schedule_is_not_well(self):
        make_story("scheduled")
        actions.beat("w", timezone.now() + LATER)
        pulse = actions.pulse(timezone.now() + LATER)
        assert pulse.is_alive
        assert not pulse.is_well

    def test_a_round_publishes_and_delivers(self, capsys):
        story = make_story("scheduled")
        Story.objects.filter(pk=story.pk).update(publish_at=timezone.now() - timedelta(seconds=1))
        call_command("worker", once=True)
        assert "published 1" in capsys.readouterr().out


@pytest.mark.django_db
class TestReconciling:
    def test_what_agrees_is_left_alone(self):
        make_story("published")
        make_story("withdrawn")
        assert actions.reconcile() == []

    def test_some_numbers_at_a_time_are_looked_at_and_all_in_the_end(self, monkeypatch):
        monkeypatch.setattr(clock, "LOOKED_AT", 2)
        stories = [make_story("published") for _ in range(5)]
        Article.objects.filter(story_number__in=[stories[0].pk, stories[4].pk]).delete()
        mended, below = actions.reconcile_below()
        assert mended == [stories[4].pk] and below == stories[4].pk - 2
        while below:
            mended, below = actions.reconcile_below(below)
        assert Article.objects.count() == 5

    def test_a_lost_article_comes_back_and_a_leftover_goes(self):
        lost, older = make_story("published"), make_story("published")
        Article.objects.filter(story_number=lost.pk).delete()
        Article.objects.filter(story_number=older.pk).update(edition_number=7, headline="Something else")
        Article.objects.create(
            **{f.attname: getattr(Article.objects.first(), f.attname) for f in Article._meta.concrete_fields}
            | {"id": None, "story_number": 999, "path": "/2020/01/leftover/"}
        )
        assert actions.reconcile() == [lost.pk, older.pk, 999]
        assert set(Article.objects.values_list("story_number", flat=True)) == {lost.pk, older.pk}
        assert Article.objects.get(story_number=older.pk).headline == older.headline
        assert actions.reconcile() == []


@pytest.mark.django_db
class TestTheOutbox:
    def test_an_effect_is_delivered_on_commit(self, mailoutbox, django_capture_on_commit_callbacks):
        with django_capture_on_commit_callbacks(execute=True):
            row = outbox.record("mail", {"to": "a@example.org", "subject": "S", "body": "B"})
            assert mailoutbox == []
        assert len(mailoutbox) == 1
        row.refresh_from_db()
        assert row.done_at

    def test_what_a_crash_left_is_swept_up_once(self, mailoutbox):
        Outbox.objects.create(
            kind="mail", payload={"to": "a@example.org", "subject": "S", "body": "B"}, due_at=timezone.now()
        )
        assert (outbox.sweep(), outbox.sweep()) == (1, 0)
        assert len(mailoutbox) == 1

    def test_a_lease_keeps_others_off_until_it_expires(self):
        now = timezone.now()
        row = Outbox.objects.create(kind="purge", payload={"keys": []}, due_at=now, leased_until=now + outbox.LEASE)
        assert not outbox.deliver(row.pk, now)
        assert outbox.deliver(row.pk, now + 2 * outbox.LEASE)

    def test_a_failing_effect_is_tried_again_later(self, monkeypatch):
        def refuse(payload):
            raise OSError("no route")

        monkeypatch.setitem(outbox.EFFECTS, "purge", refuse)
        now = timezone.now()
        row = Outbox.objects.create(kind="purge", payload={"keys": []}, due_at=now)
        assert not outbox.deliver(row.pk, now)
        row.refresh_from_db()
        assert row.due_at > now
        assert "no route" in row.error

    def test_an_unknown_kind_is_refused_when_it_is_recorded(self):
        with pytest.raises(KeyError):
            outbox.record("fax", {})
