"""The table of design.md §4: which role makes which move from where, and that every road to live is gated."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from accounts import roles
from articles import actions
from articles.actions import MoveRefused
from articles.models import Article, Edition, Story
from articles.workflow import CONFIRM, HARM, MOVES, WHOLE, Kind, Status
from tests.make import BODY, CORRECTION, MISSPELT, add_person, edit_text, make_draft, make_story, make_user, make_writer

pytestmark = pytest.mark.django_db

ALL = frozenset(roles.ROLES) | {"the writer"}
ED, WR = roles.EDITOR, "the writer"

LIVE_COPY = {"draft", "in_review", "legal", "approved", "scheduled", "published"}

# move: (from, to, who may). "the writer" is a Reporter on their own story.
TABLE = {
    "submit": ({"draft"}, "in_review", {ED, WR}),
    "send_back": ({"in_review", "legal", "approved"}, "draft", {ED, roles.LEGAL}),
    "ask_legal": ({"in_review"}, "legal", {ED}),
    "clear": ({"legal"}, "in_review", {roles.LEGAL}),
    "accept": ({"in_review"}, "in_review", {ED, WR}),
    "approve": ({"in_review"}, "approved", {ED}),
    "schedule": ({"approved"}, "scheduled", {ED, roles.PUBLISHER}),
    "unschedule": ({"scheduled"}, "approved", {ED, roles.PUBLISHER}),
    "publish": ({"approved", "scheduled"}, "published", {ED, roles.PUBLISHER}),
    "publish_minor": ({"draft"}, "published", {ED}),
    "reopen": ({"published"}, "draft", {ED, WR}),
    "discard": ({"draft", "in_review", "approved"}, "published", {ED}),
    "retract": (LIVE_COPY, "published", {ED, roles.PUBLISHER}),
    "take_down": (LIVE_COPY, "withdrawn", {ED, roles.PUBLISHER}),
    "spike": ({"draft", "in_review", "legal", "approved", "scheduled"}, "spiked", {ED}),
    "revive": ({"spiked", "withdrawn"}, "draft", {ED}),
}  # fmt: skip
NEEDS_LIVE = {"publish_minor", "discard", "retract", "take_down"}
GIVEN = {
    "send_back": {"note": "Who says so?"},
    "schedule": {"at": timezone.now() + timedelta(days=1)},
    "reopen": {"kind": "update"},
    "retract": {"note": "The letter was forged."},
    "spike": {"note": "Overtaken by events."},
}


@pytest.fixture
def writer(db):
    return make_writer()


def story_for(move, status, writer):
    """A story from which the move is possible, whatever else it takes."""
    live = move in NEEDS_LIVE and status != "published"
    story = make_story(status, by=writer, live=live)
    if move == "publish_minor":
        live_story = make_story("published", by=writer)
        story = actions.reopen(live_story, by=make_user(ED), kind="minor")
        story = edit_text(story, writer, MISSPELT)
    return story


def person_for(role, writer):
    return writer if role == WR else make_user(role)


def make_move(move, story, by):
    return getattr(actions, move)(story, by=by, **GIVEN.get(move, {}))


class TestTheTable:
    def test_the_moves_are_exactly_these(self):
        assert set(MOVES) == set(TABLE)
        for name, (sources, to, _who) in TABLE.items():
            assert {str(status) for status in MOVES[name].sources} == sources, name
            assert (MOVES[name].to or "in_review") == to, name

    @pytest.mark.parametrize(("move", "status"), [(m, s) for m, row in TABLE.items() for s in sorted(row[0])])
    def test_who_may_moves_the_story(self, move, status, writer):
        _sources, to, who = TABLE[move]
        for role in sorted(who):
            story = story_for(move, status, writer)
            after = make_move(move, story, person_for(role, writer))
            assert after.status == to, (move, status, role)
            assert after.transitions.first().move == move

    @pytest.mark.parametrize("move", TABLE)
    def test_everybody_else_is_refused_and_nothing_changes(self, move, writer):
        sources, _to, who = TABLE[move]
        story = story_for(move, sorted(sources)[0], writer)
        before = (story.status, story.version, story.transitions.count())
        for role in sorted(ALL - who):
            with pytest.raises(PermissionDenied):
                make_move(move, story, person_for(role, writer))
        with pytest.raises(PermissionDenied):
            make_move(move, story, make_user())
        story.refresh_from_db()
        assert (story.status, story.version, story.transitions.count()) == before

    @pytest.mark.parametrize("move", TABLE)
    def test_no_move_starts_from_any_other_status(self, move, writer):
        editor = make_user(*roles.ROLES)
        for status in Status.values:
            if status not in TABLE[move][0]:
                story = make_story(status, by=writer)
                with pytest.raises(MoveRefused):
                    make_move(move, story, editor)

    @pytest.mark.parametrize("move", sorted(NEEDS_LIVE - {"publish_minor"}))
    def test_what_is_for_live_stories_is_refused_to_others(self, move, writer):
        story = make_story("draft", by=writer)
        with pytest.raises(MoveRefused):
            make_move(move, story, make_user(ED))

    def test_a_live_story_is_not_spiked(self, writer):
        story = make_story("draft", by=writer, live=True)
        with pytest.raises(MoveRefused):
            actions.spike(story, by=make_user(ED), note="No.")

    @pytest.mark.parametrize("move", ["send_back", "spike", "retract"])
    def test_a_required_note_is_required(self, move, writer):
        story = make_story("published" if move == "retract" else "in_review", by=writer)
        with pytest.raises(MoveRefused):
            getattr(actions, move)(story, by=make_user(ED), note="  ")


class TestEveryRoadToLive:
    def test_is_gated_or_takes_nothing_to_readers(self):
        for move in MOVES.values():
            if move.to == Status.PUBLISHED:
                assert move.gate in {WHOLE, HARM} or move.name == "discard"

    @pytest.mark.parametrize("status", ["approved", "scheduled"])
    def test_publishing_refuses_a_story_that_lost_its_section(self, status, writer):
        story = make_story(status, by=writer)
        Story.objects.filter(pk=story.pk).update(section=None)
        with pytest.raises(MoveRefused) as refused:
            actions.publish(story, by=make_user(ED))
        assert "essentials.B003" in {finding.id for finding in refused.value.findings}
        assert not Article.objects.exists()

    def test_discarding_changes_shows_readers_nothing_new(self, writer):
        story = make_story("draft", by=writer, live=True)
        before = Article.objects.values().get()
        actions.discard(story, by=make_user(ED))
        assert Article.objects.values().get() == before
        assert Edition.objects.count() == 1

    def test_the_clock_publishes_only_what_is_due(self, writer):
        story = make_story("scheduled", by=writer)
        with pytest.raises(MoveRefused):
            actions.publish(story, by=None)
        approved = make_story("approved", by=writer)
        with pytest.raises(MoveRefused):
            actions.publish(approved, by=None)

    def test_the_clock_makes_no_other_move(self, writer):
        for name, move in MOVES.items():
            assert move.clock == (name == "publish")


class TestTwoPeople:
    def test_an_editor_does_not_approve_what_they_edited_last(self, writer):
        editor = make_user(ED)
        story = make_story("in_review", by=writer)
        story = edit_text(story, editor, BODY + "<p>More.</p>")
        with pytest.raises(MoveRefused):
            actions.approve(story, by=editor)

    def test_the_writer_accepts_the_editors_change_and_the_editor_approves(self, writer):
        editor = make_user(ED)
        story = edit_text(make_story("in_review", by=writer), editor, BODY + "<p>More.</p>")
        story = actions.accept(story, by=writer)
        assert actions.approve(story, by=editor).status == Status.APPROVED

    def test_an_acceptance_before_the_last_edit_does_not_count(self, writer):
        editor = make_user(ED)
        story = actions.accept(make_story("in_review", by=writer), by=writer)
        story = edit_text(story, editor, BODY + "<p>More.</p>")
        with pytest.raises(MoveRefused):
            actions.approve(story, by=editor)

    def test_ones_own_acceptance_does_not_count(self, writer):
        editor = make_user(ED)
        story = edit_text(make_story("in_review", by=writer), editor, BODY + "<p>More.</p>")
        story = actions.accept(story, by=editor)
        with pytest.raises(MoveRefused):
            actions.approve(story, by=editor)

    def test_superusers_too(self):
        root = make_writer(is_superuser=True)
        story = make_draft(root)
        story = actions.submit(story, by=root)
        with pytest.raises(MoveRefused):
            actions.approve(story, by=root)

    def test_a_newsroom_of_one_switches_it_off_and_every_move_says_so(self, settings):
        settings.NEWSROOM_ONE_PERSON = True
        one = make_writer(roles.REPORTER, roles.EDITOR)
        story = actions.approve(actions.submit(make_draft(one), by=one), by=one)
        assert story.transitions.first().one_person


class TestEditing:
    @pytest.mark.parametrize(
        ("status", "role", "after"),
        [
            ("draft", WR, "draft"),
            ("draft", ED, "draft"),
            ("in_review", WR, "draft"),
            ("in_review", ED, "in_review"),
            ("legal", WR, "draft"),
            ("legal", ED, "legal"),
            ("approved", ED, "in_review"),
            ("scheduled", ED, "in_review"),
        ],
    )
    def test_an_edit_moves_the_story_as_the_table_says(self, status, role, after, writer):
        story = make_story(status, by=writer)
        story = edit_text(story, person_for(role, writer), BODY + "<p>More.</p>")
        assert story.status == after
        assert (story.publish_at is None) or after == "scheduled"
        if status != after:
            assert story.transitions.first().move == "edit"

    @pytest.mark.parametrize(
        ("status", "role"),
        [("approved", WR), ("scheduled", WR), ("published", WR), ("published", ED), ("spiked", ED), ("withdrawn", ED)],
    )
    def test_elsewhere_an_edit_is_refused(self, status, role, writer):
        story = make_story(status, by=writer)
        with pytest.raises((PermissionDenied, MoveRefused)):
            edit_text(story, person_for(role, writer), "<p>No.</p>")
        assert Story.objects.get(pk=story.pk).body == story.body

    def test_somebody_elses_draft_is_not_a_reporters_to_edit(self, writer):
        with pytest.raises(PermissionDenied):
            edit_text(make_draft(writer), make_writer(), "<p>No.</p>")

    def test_a_stale_edit_is_refused_and_writes_nothing(self, writer):
        story = make_draft(writer)
        edit_text(story, writer, "<p>First.</p>")
        with pytest.raises(actions.Stale) as refused:
            edit_text(story, writer, "<p>Second.</p>")
        assert refused.value.current.body == "<p>First.</p>"
        assert Story.objects.get(pk=story.pk).body == "<p>First.</p>"

    def test_every_save_keeps_a_whole_revision(self, writer):
        story = make_draft(writer)
        add_person(story)
        story = edit_text(story, writer, "<p>First.</p>")
        kept = story.revisions.first().snapshot
        assert kept["body"] == "<p>First.</p>"
        assert kept["people"][0]["name"] == "Nell Harrow"

    def test_a_revision_is_restored_with_its_rows_and_tags(self, writer):
        story = make_draft(writer)
        with actions.edit(story, by=writer, version=story.version) as editing:
            editing.story.tags.add("Harbour")
            add_person(editing.story)
        first = story.revisions.first()
        story.refresh_from_db()
        with actions.edit(story, by=writer, version=story.version) as editing:
            editing.story.tags.clear()
            editing.story.story_people.all().delete()
            editing.story.body = "<p>Gone.</p>"
        story.refresh_from_db()
        story = actions.restore(story, first, by=writer, version=story.version)
        assert [tag.name for tag in story.tags.all()] == ["Harbour"]
        assert [str(part) for part in story.story_people.all()] == ["Nell Harrow"]
        assert "harbour wall" in Story.objects.get(pk=story.pk).body

    def test_changing_the_byline_of_a_story_in_review_is_a_right_of_its_own(self, writer):
        story = make_story("in_review", by=writer)
        with pytest.raises(PermissionDenied), actions.edit(story, by=writer, version=story.version) as editing:
            editing.story.bylines.all().delete()
        assert story.bylines.exists()


class TestWhatIsApproved:
    def test_a_renamed_person_voids_an_approval_and_the_message_says_what_changed(self, writer):
        story = make_draft(writer)
        part = add_person(story)
        editor = make_user(ED)
        story = actions.approve(actions.submit(story, by=writer), by=editor)
        type(part.person).objects.update(name="Somebody Else")
        with pytest.raises(MoveRefused, match="people"):
            actions.publish(story, by=editor)

    def test_desk_only_additions_do_not_void_it(self, writer):
        story = make_story("approved", by=writer)
        Story.objects.filter(pk=story.pk).update(desk_note="Ring her again.")
        story.story_sources.update(note="The second page.")
        assert actions.publish(story, by=make_user(ED)).status == Status.PUBLISHED

    def test_reasons_given_at_approval_hold_at_publication(self, writer):
        editor = make_user(ED)
        story = make_draft(writer)
        story.story_sources.all().delete()
        story = actions.submit(story, by=writer)
        with pytest.raises(MoveRefused):
            actions.approve(story, by=editor)
        story = actions.approve(story, by=editor, overrides={"attribution.C001": "Seen by both of us."})
        story = actions.publish(story, by=editor)
        assert story.transitions.first().overrides == {"attribution.C001": "Seen by both of us."}

    def test_a_publisher_without_the_right_overrides_nothing(self, writer):
        story = make_story("approved", by=writer)
        story.story_sources.all().delete()
        with pytest.raises((PermissionDenied, MoveRefused)):
            actions.publish(story, by=make_user(roles.PUBLISHER), overrides={"attribution.C001": "Fine."})


class TestChangesToLiveStories:
    def test_readers_never_see_unpublished_edits(self, writer):
        story = make_story("draft", by=writer, live=True)
        assert "changed its mind" in story.body
        assert "changed its mind" not in Article.objects.get().body

    def test_a_correction_needs_words_for_readers_and_shows_them(self, writer):
        editor = make_user(ED)
        story = actions.reopen(make_story("published", by=writer), by=editor, kind="correction")
        story = edit_text(story, writer, BODY.replace("Tuesday", "Monday"))
        with pytest.raises(MoveRefused):
            actions.submit(story, by=writer)
        story = edit_text(story, writer, story.body, **CORRECTION)
        story = actions.publish(actions.approve(actions.submit(story, by=writer), by=editor), by=editor)
        article = Article.objects.get()
        assert article.corrections[0]["note"] == "We said that the vote was on Tuesday. It was on Monday."
        assert article.correction_notices.count() == 1

    def test_a_correction_is_not_held_up_by_gaps_in_evidence(self, writer):
        editor = make_user(ED)
        story = actions.reopen(make_story("published", by=writer), by=editor, kind="correction")
        story.story_sources.all().delete()
        story = edit_text(story, writer, BODY.replace("Tuesday", "Monday"), **CORRECTION)
        story = actions.approve(actions.submit(story, by=writer), by=editor)
        assert actions.publish(story, by=editor).live_edition.kind == Kind.CORRECTION

    def test_a_minor_fix_is_text_only_and_small(self, writer):
        story = actions.reopen(make_story("published", by=writer), by=make_user(ED), kind="minor")
        story = edit_text(story, writer, BODY + "<p>" + "A whole new paragraph. " * 8 + "</p>")
        with pytest.raises(MoveRefused, match="minor fix"):
            actions.publish_minor(story, by=make_user(ED))

    def test_a_minor_fix_changes_no_tags(self, writer):
        story = actions.reopen(make_story("published", by=writer), by=make_user(ED), kind="minor")
        story.tags.add("Harbour")
        with pytest.raises(MoveRefused, match="tags"):
            actions.publish_minor(story, by=make_user(ED))

    def test_a_second_person_confirms_a_minor_fix(self, writer):
        editor = make_user(ED)
        story = actions.reopen(make_story("published", by=writer), by=editor, kind="minor")
        updated = Article.objects.get().updated_at
        story = edit_text(story, editor, MISSPELT)
        story = actions.publish_minor(story, by=editor)
        assert Article.objects.get().updated_at == updated
        assert list(Story.objects.to_confirm()) == [story]
        with pytest.raises(MoveRefused):
            actions.confirm(story, by=editor)
        assert actions.confirm(story, by=make_user(ED)).confirm_by is None
        assert CONFIRM.name == "confirm"

    def test_a_retraction_stands_at_the_same_address_without_the_text(self, writer):
        story = make_story("published", by=writer)
        path = Article.objects.get().path
        actions.retract(story, by=make_user(ED), note="The letter was forged.")
        article = Article.objects.get()
        assert (article.path, article.is_retracted) == (path, True)
        assert "harbour wall before winter" not in article.body + article.text
        assert "forged" in article.body

    def test_a_withdrawn_story_comes_back_as_an_update_at_its_first_date(self, writer):
        editor = make_user(ED)
        then = timezone.now() - timedelta(days=60)
        story = make_story("withdrawn", by=writer, now=then)
        story = actions.submit(actions.revive(story, by=editor), by=writer)
        story = actions.publish(actions.approve(story, by=editor), by=editor)
        article = Article.objects.get()
        assert article.first_published_at == then
        assert story.live_edition.kind == Kind.UPDATE
