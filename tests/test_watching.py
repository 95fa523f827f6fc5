"""Live stories are looked through when more becomes forbidden: names, restrictions, words of a profile."""

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts import roles
from articles import actions
from articles.actions import watching
from articles.jurisdictions.words import Stage
from articles.models import Jurisdiction, Outbox
from tests.make import BODY, make_story, make_user, make_writer
from tests.test_gate_people import convict, make_text

pytestmark = pytest.mark.django_db


@pytest.fixture
def writer():
    return make_writer()


@pytest.fixture
def editor():
    return make_user(roles.EDITOR)


class TestLiveStoriesAreLookedThrough:
    def subjects(self, story):
        return set(story.tasks.open().values_list("kind", "subject"))

    def test_when_somebody_must_no_longer_be_named(self, writer, editor, django_capture_on_commit_callbacks):
        story = make_story("published", by=writer, body=BODY.replace("The council", "Philippa Marsh"))
        other = make_story("published", by=writer)
        with django_capture_on_commit_callbacks(execute=True):
            protected = actions.protect(
                by=make_user(roles.LEGAL), public_label="Jane Doe 1", reason="court_order", phrases=["Philippa Marsh"]
            )
        assert self.subjects(story) == {("finding", f"output.B002 PP-{protected.pk}")}
        assert not other.tasks.exists()
        assert "Philippa" not in story.tasks.get().text

    def test_by_a_restriction_that_came_after_their_publication(self, writer, django_capture_on_commit_callbacks):
        then = timezone.now() - timedelta(days=9)
        story = make_story("published", by=writer, now=then, body=BODY.replace("The council", "Philippa Marsh"))
        with django_capture_on_commit_callbacks(execute=True):
            made = actions.restrict(
                by=make_user(roles.LEGAL), phrases=["Philippa Marsh"], legal_basis="Order of the court", scope="Her name",
                starts=timezone.localdate(), kind="court_order",
            )  # fmt: skip
        assert self.subjects(story) == {("restriction", f"proceedings.B002 R-{made.pk}")}

    def test_by_one_that_begins_later_on_that_day(self, writer, django_capture_on_commit_callbacks):
        story = make_story("published", by=writer, body=BODY.replace("The council", "Philippa Marsh"))
        day = timezone.localdate() + timedelta(days=3)
        with django_capture_on_commit_callbacks(execute=True):
            actions.restrict(
                by=make_user(roles.LEGAL), phrases=["Philippa Marsh"], legal_basis="Order of the court",
                scope="Her name", starts=day, kind="court_order",
            )  # fmt: skip
        assert not story.tasks.exists()
        assert timezone.localdate(Outbox.objects.undone().get(kind="watch_live").due_at) == day

    def test_in_batches_by_the_worker(self, writer, monkeypatch, django_capture_on_commit_callbacks):
        monkeypatch.setattr(watching, "AT_ONCE", 1)
        monkeypatch.setattr(watching, "BATCH", 1)
        stories = [make_story("published", by=writer, body=BODY.replace("The", "Philippa Marsh’s")) for _ in range(3)]
        with django_capture_on_commit_callbacks(execute=True):
            actions.protect(
                by=make_user(roles.LEGAL), public_label="Jane Doe 1", reason="court_order", phrases=["Philippa Marsh"]
            )
        assert [story.tasks.count() for story in stories] == [0, 0, 1]
        for _round in range(3):
            actions.sweep(timezone.now() + timedelta(minutes=1))
        assert [story.tasks.count() for story in stories] == [1, 1, 1]

    def test_by_a_word_that_a_profile_has_come_to_know(self, writer, editor):
        """Every Blocker counts, not only what holds up corrections, too."""
        story = make_text(writer, "Alleged quaybreaker Odo Lamb came to court.")
        convict(story, editor, status=Stage.CHARGED)
        story = actions.ask_legal(actions.submit(story, by=writer), by=editor)
        story = actions.clear(story, by=make_user(roles.LEGAL))
        reasons = {f.id: "Seen." for task in actions.checklist(story) for f in task.findings}
        story = actions.publish(actions.approve(story, by=editor, overrides=reasons), by=editor)
        house = Jurisdiction.objects.default()
        actions.add_term(house, by=make_user(roles.LEGAL), list="label", words="quaybreaker", why="It is one.")
        actions.sweep(timezone.now() + timedelta(minutes=1))
        assert ("finding", "proceedings.B001") in self.subjects(story)
        assert not any(subject.split(".")[1].startswith("C") for _kind, subject in self.subjects(story))

    def test_in_bounded_time(self, writer, monkeypatch, django_capture_on_commit_callbacks):
        """A batch that takes too long leaves the rest to the next one, and so does that."""
        monkeypatch.setattr(watching, "LONGEST", 0)
        stories = [make_story("published", by=writer, body=BODY.replace("The", "Philippa Marsh’s")) for _ in range(3)]
        with django_capture_on_commit_callbacks(execute=True):
            actions.protect(by=make_user(roles.LEGAL), public_label="A", reason="safety", phrases=["Philippa Marsh"])
        assert [story.tasks.count() for story in stories] == [0, 0, 1]
        for _round in range(3):
            actions.sweep(timezone.now() + timedelta(minutes=1))
        assert [story.tasks.count() for story in stories] == [1, 1, 1]
        assert not Outbox.objects.undone().filter(kind="watch_live").exists()

    def test_once_for_many_changes_of_a_profile(self, writer):
        make_story("published", by=writer)
        term = Jurisdiction.objects.default().terms.first()
        for words in ("one", "two", "three"):
            facts = {"words": words, "reason": "", "cites": ""}
            term = actions.change_term(term, by=make_user(roles.LEGAL), why="Better.", **facts)
        assert Outbox.objects.filter(kind="watch_live").count() == 1
