"""A change to a live story: what it touches, what it may be called, what it voids; corrections and their record."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from accounts import roles
from articles import actions
from articles.actions import MoveRefused, watching
from articles.jurisdictions.words import Touched
from articles.models import Article, CorrectionNotice, Edition, Jurisdiction, Outbox, Transition
from articles.workflow import Kind
from tests.make import BODY, CORRECTION, MISSPELT, edit_text, make_story, make_user, make_writer

pytestmark = pytest.mark.django_db
KEY = "0b7a9f0e-1c2d-4e3f-8a9b-0c1d2e3f4a5b"
BOUND = BODY.replace("Work begins in May.", f'<span data-claim="{KEY}">Work begins in May.</span>')


@pytest.fixture
def writer():
    return make_writer()


@pytest.fixture
def editor():
    return make_user(roles.EDITOR)


def reopened(kind, writer, editor, body=BODY, was=BODY, **fields):
    """A story that went live with the text `was`, under a change of this kind to `body`."""
    live = make_story("published", by=writer, editor=editor, body=was)
    return edit_text(actions.reopen(live, by=editor, kind=kind), writer, body, **fields)


def corrected(writer, editor, **fields):
    """A live story with a correction of the day."""
    story = reopened("correction", writer, editor, body=BODY.replace("Tuesday", "Monday"), **(CORRECTION | fields))
    return out(story, writer, editor)


def out(story, writer, editor):
    return actions.publish(actions.approve(actions.submit(story, by=writer), by=editor), by=editor)


class TestMaterialChanges:
    @pytest.mark.parametrize(
        ("old", "new", "what"),
        [
            ("Tuesday", "Monday", "a date"),
            ("voted", "never voted", "a “not” or “no”"),
            ("harbour wall", "Harrow wall", "a name"),
            ("in May", "in 3 Mays", "a figure"),
            ("The council", "“The council of fools”", "a quotation"),
            ("voted", "was acquitted", "the state of proceedings"),
        ],
    )
    def test_never_go_live_as_a_minor_fix_and_the_refusal_says_what_and_where(self, old, new, what, writer, editor):
        story = reopened("minor", writer, editor)
        story = edit_text(story, editor, BODY.replace(old, new))
        with pytest.raises(MoveRefused) as refused:
            actions.publish_minor(story, by=editor)
        assert what in refused.value.message
        assert "(Text)" in refused.value.message
        assert Article.objects.get().edition_number == 1

    def test_the_headline_too(self, writer, editor):
        story = reopened("minor", writer, editor, headline="Council votes to mend a harbour wall")
        with pytest.raises(MoveRefused, match="the headline"):
            actions.publish_minor(story, by=editor)

    def test_the_words_of_a_claim_too(self, writer, editor):
        story = reopened("minor", writer, editor, body=BOUND, was=BOUND)
        story = edit_text(story, editor, BOUND.replace("Work begins", "Work starts"))
        with pytest.raises(MoveRefused, match="a claim"):
            actions.publish_minor(story, by=editor)

    @pytest.mark.parametrize("road", ["approve", "publish", "schedule"])
    def test_nor_by_the_long_road(self, road, writer, editor):
        """Called minor, submitted and approved like any other change."""
        story = actions.submit(
            edit_text(reopened("minor", writer, editor), writer, BODY.replace("May", "June")), by=writer
        )
        with pytest.raises(MoveRefused, match="no minor fix"):
            actions.approve(story, by=editor)

    def test_a_misspelling_goes_out_at_once(self, writer, editor):
        story = actions.publish_minor(edit_text(reopened("minor", writer, editor), editor, MISSPELT), by=editor)
        assert story.live_edition.kind == Kind.MINOR

    def test_what_counts_is_the_profiles_word(self, writer, editor):
        rule = Jurisdiction.objects.default().rules.get(key="changes.material_when")
        keeper = make_user(roles.LEGAL)
        value = [kind for kind in rule.value if kind != Touched.DATE]
        actions.change_rule(rule, by=keeper, value=value, cites="", why="Dates are ours.")
        story = edit_text(reopened("minor", writer, editor), editor, BODY.replace("Tuesday", "Monday"))
        assert actions.publish_minor(story, by=editor).live_edition.kind == Kind.MINOR

    def test_the_same_change_goes_out_as_an_update(self, writer, editor):
        story = out(reopened("update", writer, editor, body=BODY.replace("Tuesday", "Monday")), writer, editor)
        assert story.live_edition.kind == Kind.UPDATE

    def test_a_change_says_what_it_touches_and_what_to_call_it(self, writer, editor):
        story = reopened("update", writer, editor)
        told = {}
        for name, body in (("same", BODY), ("small", MISSPELT), ("date", BODY.replace("May", "June"))):
            story = edit_text(story, writer, body)
            told[name] = actions.change_of(story, actions.edition_of(story))
        assert (told["same"].is_minor, told["small"].is_minor, told["date"].is_minor) == (False, True, False)
        assert told["date"].kinds == [Touched.DATE]
        assert "correction" in told["date"].proposal


class TestWhatAnEditVoids:
    def test_an_approval(self, writer, editor):
        story = make_story("approved", by=writer, editor=editor)
        with actions.edit(story, by=editor, version=story.version) as editing:
            editing.story.body = BODY + "<p>More.</p>"
        assert editing.voided[0].startswith(f"the approval by {editor}")
        assert "the approval by" in editing.story.revisions.first().why
        assert "the approval by" in editing.story.transitions.first().note

    def test_a_legal_clearance(self, writer, editor):
        story = make_story("legal", by=writer, editor=editor)
        lawyer = make_user(roles.LEGAL)
        story = actions.clear(story, by=lawyer)
        with actions.edit(story, by=editor, version=story.version) as editing:
            editing.story.body = BODY + "<p>More.</p>"
        assert [told for told in editing.voided if told.startswith(f"the legal clearance by {lawyer}")]

    def test_verdicts(self, writer, editor):
        story = edit_text(make_story("draft", by=writer), writer, BOUND)
        [claim] = story.claims.all()
        actions.support(claim, story.story_sources.first().source, by=writer)
        actions.judge([claim], by=make_user(roles.EDITOR), result="supported")
        with actions.edit(story, by=writer, version=story.version) as editing:
            editing.story.body = BOUND.replace("begins", "starts")
        assert editing.voided == ["the verdict on a claim"]

    def test_nothing_where_nothing_stood(self, writer, editor):
        story = make_story("draft", by=writer)
        with actions.edit(story, by=writer, version=story.version) as editing:
            editing.story.body = MISSPELT
        assert editing.voided == []
        assert editing.story.revisions.first().why == ""

    def test_nor_where_it_still_stands(self, writer, editor):
        """A note to the desk is no part of what legal cleared."""
        story = actions.clear(make_story("legal", by=writer, editor=editor), by=make_user(roles.LEGAL))
        with actions.edit(story, by=editor, version=story.version) as editing:
            editing.story.desk_note = "Call them again."
        assert editing.voided == []


class TestCorrections:
    def test_are_kept_with_what_was_wrong_and_what_is_right(self, writer, editor):
        story = reopened("correction", writer, editor, public_note="It was Monday.")
        with pytest.raises(MoveRefused) as refused:
            actions.submit(story, by=writer)
        assert {finding.id for finding in refused.value.findings} == {"essentials.B007"}

    def test_the_note_is_made_of_both_until_somebody_words_it(self, writer, editor):
        story = reopened("correction", writer, editor, **CORRECTION)
        assert story.public_note == "We said that the vote was on Tuesday. It was on Monday."
        story = edit_text(story, writer, story.body, is_right="It was a Monday.")
        assert story.public_note == "We said that the vote was on Tuesday. It was a Monday."
        story = edit_text(story, writer, story.body, public_note="The vote was on Monday.")
        assert edit_text(story, writer, story.body, is_right="Monday.").public_note == "The vote was on Monday."

    @pytest.mark.parametrize("kind", ["correction", "retraction"])
    def test_no_gap_in_evidence_holds_it_up_and_each_becomes_a_task(self, kind, writer, editor):
        """Accusations without claim, source or reply, quotations of nobody, something that hurts to read."""
        told = (
            "<p>Odo Lamb murdered Ida Marsh, “and nobody will ever miss her now”. He had raped two women, she said.</p>"
        )
        story = reopened("correction", writer, editor, body=BODY + told, **CORRECTION)
        story.story_sources.all().delete()
        gaps = {one.id for task in actions.checklist(story) for one in task.findings if one.level != "advice"}
        assert {id.split(".")[0] for id in gaps} >= {"attribution", "proceedings", "claims"}
        if kind == "retraction":
            assert actions.retract(story, by=editor, note="It was wrong.").live_edition.kind == kind
        else:
            story = out(story, writer, editor)
            assert set(story.tasks.open().values_list("subject", flat=True)) == gaps

    def test_how_it_was_found_is_the_desks_alone(self, writer, editor):
        story = corrected(writer, editor, how_found="A reader named Osbert wrote in.")
        assert story.live_edition.snapshot["how_found"].startswith("A reader")
        assert "Osbert" not in str(story.live_edition.content) + str(Article.objects.values().get())

    def test_the_next_change_starts_without_them(self, writer, editor):
        story = actions.reopen(corrected(writer, editor, how_found="By chance."), by=editor, kind="correction")
        assert (story.was_wrong, story.is_right, story.how_found, story.public_note) == ("", "", "", "")

    def test_a_wrong_correction_gets_another_and_both_stay(self, writer, editor):
        story = actions.reopen(corrected(writer, editor), by=editor, kind="correction")
        again = {"was_wrong": "A correction here said Monday.", "is_right": "It was Tuesday after all."}
        out(edit_text(story, writer, BODY, **again), writer, editor)
        notes = [one["note"] for one in Article.objects.get().corrections]
        assert [note.split()[0] for note in notes] == ["A", "We"]
        assert CorrectionNotice.objects.count() == 2

    def test_it_names_nobody_who_must_not_be_identified(self, writer, editor):
        protector = make_user(roles.LEGAL)
        actions.protect(by=protector, public_label="Jane Doe 1", reason="court_order", phrases=["Philippa Marsh"])
        wrong = {"was_wrong": "We named Philippa Marsh.", "is_right": "We should not have named her."}
        story = actions.submit(reopened("correction", writer, editor, **wrong), by=writer)
        with pytest.raises(MoveRefused) as refused:
            actions.approve(story, by=editor, overrides={"output.B002": "She agreed."})
        assert "output.B002" in {finding.id for finding in refused.value.findings}


class TestWhereTheNoteStands:
    def place(self):
        return Article.objects.get().corrections[0]["placement"]

    def test_before_the_text_where_the_rule_says_that_it_is_serious(self, writer, editor):
        wrong = BODY.replace("voted", "never voted")
        out(reopened("correction", writer, editor, body=wrong, **CORRECTION), writer, editor)
        assert self.place() == "top"

    def test_after_it_otherwise(self, writer, editor):
        corrected(writer, editor)  # a date: serious by no rule of this profile
        assert self.place() == "foot"

    def test_or_where_the_editor_puts_it(self, writer, editor):
        corrected(writer, editor, note_place="top")
        assert self.place() == "top"

    def test_and_there_it_stays_when_the_story_changes_again(self, writer, editor):
        story = actions.reopen(corrected(writer, editor, note_place="top"), by=editor, kind="update")
        out(edit_text(story, writer, story.body + "<p>More rain fell.</p>"), writer, editor)
        assert self.place() == "top"

    def test_an_approval_holds_for_the_place_too(self, writer, editor):
        story = reopened("correction", writer, editor, body=BODY.replace("Tuesday", "Monday"), **CORRECTION)
        story = actions.approve(actions.submit(story, by=writer), by=editor)
        rule = Jurisdiction.objects.default().rules.get(key="corrections.top_when")
        actions.change_rule(rule, by=make_user(roles.LEGAL), value=["date"], cites="", why="Dates matter.")
        with pytest.raises(MoveRefused, match="Changed since it was approved"):
            actions.publish(story, by=editor)


class TestNobodyRewritesTheRecord:
    @pytest.fixture
    def story(self, writer, editor):
        return corrected(writer, editor)

    @pytest.mark.parametrize("role", [*roles.ROLES])
    def test_no_role_dates_a_publication_back(self, role, story):
        somebody = make_user(role)
        before = timezone.now() - timedelta(days=1)
        with pytest.raises((MoveRefused, PermissionDenied)):
            actions.retract(story, by=somebody, note="It was wrong.", now=before)
        assert Edition.objects.count() == 2

    def test_nor_does_a_hand_in_the_database(self, story):
        last = Edition.objects.get(number=2)
        last.pk, last.number, last.published_at = None, 3, last.published_at - timedelta(minutes=1)
        with pytest.raises(DatabaseError, match="dated before"), transaction.atomic():
            last.save(force_insert=True)

    @pytest.mark.parametrize(
        "statement",
        [
            "DELETE FROM articles_edition WHERE number = 2",
            "UPDATE articles_edition SET published_at = '2001-01-01 10:00:00'",
            "UPDATE articles_edition SET public_note = 'Nothing was wrong.'",
            "UPDATE articles_edition SET kind = 'minor'",
            "DELETE FROM articles_transition",
            "UPDATE articles_transition SET at = '2001-01-01 10:00:00'",
        ],
    )
    def test_the_database_itself_refuses(self, statement, story):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
        assert Edition.objects.filter(kind="correction", public_note__startswith="We said").exists()
        assert Transition.objects.exists()

    def test_no_form_knows_the_day_or_takes_a_note_back(self, story, editor, client):
        client.force_login(editor)
        address = f"/admin/articles/story/{story.pk}/"
        page = client.get(address + "change/").content.decode()
        assert 'name="published_at"' not in page
        client.post(address + "move/discard/", {"version": story.version, "published_at": "2001-01-01"})
        client.post(address + "delete/", {"post": "yes"})
        assert Article.objects.get().corrections[0]["note"].startswith("We said")
        assert CorrectionNotice.objects.get().published_at == Edition.objects.get(number=2).published_at


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

    def test_once_for_many_changes_of_a_profile(self, writer):
        make_story("published", by=writer)
        term = Jurisdiction.objects.default().terms.first()
        for words in ("one", "two", "three"):
            facts = {"words": words, "reason": "", "cites": ""}
            term = actions.change_term(term, by=make_user(roles.LEGAL), why="Better.", **facts)
        assert Outbox.objects.filter(kind="watch_live").count() == 1
