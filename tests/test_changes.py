"""A change to a live story: what it touches, what it may be called, what it voids; corrections and their record."""

import contextlib
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, connection, transaction
from django.db.models import ProtectedError
from django.utils import timezone

from accounts import roles
from articles import actions, permissions
from articles.actions import MoveRefused
from articles.jurisdictions.words import Touched
from articles.models import Article, CorrectionNotice, Edition, Jurisdiction, Transition
from articles.workflow import MOVES, REOPEN_KINDS, Kind
from tests.make import BODY, CORRECTION, MISSPELT, edit_text, make_story, make_user, make_writer

pytestmark = pytest.mark.django_db
KEY = "0b7a9f0e-1c2d-4e3f-8a9b-0c1d2e3f4a5b"
MENDING = ("correction", "clarification", "editors_note")
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


def _with_note(edition, note):
    edition.public_note = note
    return edition


def with_gaps(kind, writer, editor):
    """A change that says much against people and rests on nothing."""
    told = "<p>Odo Lamb murdered Ida Marsh, “and nobody will ever miss her now”. He had raped two women, she said.</p>"
    said = {"correction": CORRECTION}.get(kind, {"public_note": "An earlier version left out what he did."})
    story = reopened(kind, writer, editor, body=BODY + told, **said)
    story.story_sources.all().delete()
    return story


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

    @pytest.mark.parametrize("kind", [*MENDING, "retraction"])
    def test_no_gap_in_evidence_holds_it_up_and_each_becomes_a_task(self, kind, writer, editor):
        """Accusations without claim, source or reply, quotations of nobody, something that hurts to read."""
        story = with_gaps("correction" if kind == "retraction" else kind, writer, editor)
        gaps = {one.id for task in actions.checklist(story) for one in task.findings if one.level != "advice"}
        assert {id.split(".")[0] for id in gaps} >= {"attribution", "proceedings", "claims"}
        if kind == "retraction":
            assert actions.retract(story, by=editor, note="It was wrong.").live_edition.kind == kind
        else:
            story = out(story, writer, editor)
            assert story.live_edition.kind == kind
            assert set(story.tasks.open().values_list("subject", flat=True)) == gaps

    @pytest.mark.parametrize("kind", [kind for kind in Kind if kind in REOPEN_KINDS and kind not in MENDING])
    def test_every_other_change_is_held_up_by_them(self, kind, writer, editor):
        story = with_gaps(kind, writer, editor)
        with pytest.raises(MoveRefused):
            actions.approve(actions.submit(story, by=writer), by=editor)

    @pytest.mark.parametrize("kind", MENDING)
    @pytest.mark.parametrize("move", ["approve", "publish"])
    def test_that_gives_nobody_a_right(self, move, kind, writer, editor):
        story = actions.submit(with_gaps(kind, writer, editor), by=writer)
        story = actions.approve(story, by=editor) if move == "publish" else story
        done = set()
        for role in roles.ROLES:
            somebody = make_user(role)
            with transaction.atomic(), contextlib.suppress(PermissionDenied):
                getattr(actions, move)(story, by=somebody)
                done.add(role)
                transaction.set_rollback(True)
        assert done == {role for role in roles.ROLES if permissions.may_move(make_user(role), MOVES[move], story)}
        assert roles.REPORTER not in done

    @pytest.mark.parametrize("kind", MENDING)
    def test_a_leak_holds_up_every_kind(self, kind, writer, editor):
        actions.protect(by=make_user(roles.LEGAL), public_label="Jane Doe 1", reason="safety", phrases=["Odo Lamb"])
        story = actions.submit(with_gaps(kind, writer, editor), by=writer)
        with pytest.raises(MoveRefused) as refused:
            actions.approve(story, by=editor)
        assert {finding.id for finding in refused.value.findings} == {"output.B002"}

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

    def test_nor_does_the_orm_alter_one(self, story):
        correction = Edition.objects.filter(kind="correction")
        for attack in (
            correction.delete,
            lambda: correction.update(public_note="Nothing was wrong."),
            lambda: correction.update(published_at=timezone.now()),
            lambda: Edition.objects.bulk_update([_with_note(one, "?") for one in correction], ["public_note"]),
            lambda: _with_note(correction.get(), "Nothing was wrong.").save(),
            story.delete,
        ):
            with pytest.raises((DatabaseError, ProtectedError)), transaction.atomic():
                attack()
        assert correction.get().public_note.startswith("We said")

    @pytest.mark.parametrize("attack", ["delete", "alter", "date back", "invent"])
    def test_a_hand_on_the_public_list_is_undone_by_the_worker(self, attack, story):
        told = CorrectionNotice.objects.values("kind", "note", "published_at", "edition_number")
        was = list(told.all())
        rows = CorrectionNotice.objects.all()
        {
            "delete": rows.delete,
            "alter": lambda: rows.update(note="Nothing was wrong."),
            "date back": lambda: rows.update(published_at=timezone.now() - timedelta(days=99)),
            "invent": lambda: CorrectionNotice.objects.create(
                **was[0] | {"edition_number": 1}, article=Article.objects.get()
            ),
        }[attack]()
        assert list(told.all()) != was
        assert actions.reconcile() == [story.pk]
        assert list(told.all()) == was
        assert actions.reconcile() == []

    def test_no_role_deletes_or_rewrites_one_by_any_address(self, story, client):
        """Whatever the desk's addresses are asked: there is none for an Edition or a notice, and none that deletes."""
        for role in roles.ROLES:
            client.force_login(make_user(role))
            for model in ("edition", "correctionnotice", "transition", "article"):
                for rest in ("", "1/change/", "1/delete/", "add/"):
                    assert client.post(f"/admin/articles/{model}/{rest}").status_code == 404
            answer = client.post(f"/admin/articles/story/{story.pk}/delete/", {"post": "yes"})
            assert answer.status_code in {403, 404}
        assert Article.objects.get().corrections[0]["note"].startswith("We said")

    def test_no_form_knows_the_day_or_takes_a_note_back(self, story, editor, client):
        client.force_login(editor)
        address = f"/admin/articles/story/{story.pk}/"
        page = client.get(address + "change/").content.decode()
        assert 'name="published_at"' not in page
        client.post(address + "move/discard/", {"version": story.version, "published_at": "2001-01-01"})
        client.post(address + "delete/", {"post": "yes"})
        assert Article.objects.get().corrections[0]["note"].startswith("We said")
        assert CorrectionNotice.objects.get().published_at == Edition.objects.get(number=2).published_at
