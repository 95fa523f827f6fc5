"""Claims: bound to words, supported by sources, judged by somebody else; what readers may see of it."""

import uuid

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext

from accounts import roles
from articles import actions
from articles.actions.evidence_files import attach
from articles.models import Claim, Evidence, Story, Terms, Verdict
from articles.publishing.compose import compose, content_hash
from articles.publishing.snapshot import snapshot
from articles.text import claim_marks, claims_once
from tests.make import add_source, edit_text, make_draft, make_source, make_story, make_user, make_writer

pytestmark = pytest.mark.django_db
KEY, OTHER = str(uuid.UUID(int=1)), str(uuid.UUID(int=2))
BODY = f'<p>Work begins in May. <span data-claim="{KEY}">The wall cost 3 million crowns.</span> Rain fell.</p>'


def make_claim(body=BODY, terms=Terms.ON_RECORD, supported=True, **details):
    """A claim in a draft of its own, with a source that supports it."""
    story = make_draft(by=make_writer())
    story = edit_text(story, story.created_by, body, claims={KEY: details})
    claim = story.claims.get(key=KEY)
    if supported:
        source = make_source("Ledger of the harbour office")
        add_source(story, source, terms=terms)
        actions.support(claim, source, by=story.created_by)
    return claim


class TestMarks:
    def test_words_and_place_of_each_claim_are_read_from_the_text(self):
        html, [mark] = claim_marks(BODY)
        assert html == "<p>Work begins in May. The wall cost 3 million crowns. Rain fell.</p>"
        assert mark.words == "The wall cost 3 million crowns."
        assert html[: mark.end].endswith("crowns.")

    def test_claims_in_one_another_and_across_paragraphs_keep_their_own_words(self):
        html, marks = claim_marks(
            '<p><span data-claim="1">A <em>b</em> <span data-claim="2">c &amp; d</span></span></p>'
            '<p><span data-claim="1">e</span> f</p>'
        )
        assert html == "<p>A <em>b</em> c &amp; d</p><p>e f</p>"
        assert [(mark.key, mark.words) for mark in marks] == [("1", "A b c & d e"), ("2", "c & d")]


class TestOnce:
    """A mark that was copied with its words stands where it stood first."""

    ONE = f'<span data-claim="{KEY}">It cost <em>3</em> million.</span>'

    @pytest.mark.parametrize(
        "html",
        [
            "<p>{one} Rain fell.</p><p>Later. {one}</p>",
            "<p>{one} Rain fell. {one}</p>",
            '<p>{one} Rain fell.</p><p><span data-claim="2">Later, {one} she said.</span></p>',
        ],
    )
    def test_a_copy_is_words_like_others(self, html):
        bare = "It cost <em>3</em> million."
        first, _one, second = html.partition("{one}")
        assert claims_once(html.format(one=self.ONE)) == first + self.ONE + second.format(one=bare)

    @pytest.mark.parametrize(
        "html",
        [
            '<p><span data-claim="1">A b.</span></p><p><span data-claim="1">C.</span></p><p>D <span data-claim="2">e</span></p>',
            '<p><span data-claim="1">Yes</span></p><p><span data-claim="1">Yes</span></p>',
            '<p><span data-claim="1">A</span> and <span data-claim="1">b</span></p>',
            "<p>Nothing</p>",
        ],
    )
    def test_a_claim_in_several_pieces_stays_as_it_is(self, html):
        assert claims_once(html) == html

    def test_a_save_keeps_its_words_once(self):
        claim = make_claim(BODY + BODY.replace("Work begins in May. ", "Snow fell. "), supported=False)
        assert claim.words == "The wall cost 3 million crowns."
        assert claim.story.body.count(KEY) == 1


class TestBinding:
    def test_a_save_makes_a_claim_of_every_mark(self):
        claim = make_claim(supported=False, kind="figure", severity="serious")
        assert (claim.words, claim.position) == ("The wall cost 3 million crowns.", 0)
        assert (claim.kind, claim.severity) == ("figure", "serious")

    @pytest.mark.parametrize(
        ("words", "kind"),
        [("Rain fell.", "fact"), ("It cost 3 crowns.", "figure"), ("“We never meant to stay,” she said.", "quotation")],
    )
    def test_what_a_claim_most_likely_is_need_not_be_said(self, words, kind):
        assert make_claim(f'<p><span data-claim="{KEY}">{words}</span></p>', supported=False).kind == kind

    def test_a_claim_whose_words_went_keeps_its_evidence_and_comes_back_with_them(self):
        claim = make_claim()
        before = claim.story.revisions.first()
        story = edit_text(claim.story, claim.story.created_by, "<p>Work begins in May.</p>")
        assert list(story.claims.bound()) == []
        story = actions.restore(story, before, by=story.created_by, version=story.version)
        assert list(story.claims.bound()) == [claim]
        assert claim.evidence.count() == 1

    def test_discarding_changes_binds_the_claims_of_what_is_live(self):
        story = make_story("published", body=BODY)
        editor = make_user(roles.EDITOR)
        story = actions.reopen(story, by=editor, kind="update")
        story = edit_text(story, editor, "<p>Other words.</p>")
        assert not story.claims.bound().exists()
        story = actions.discard(story, by=editor)
        assert story.claims.bound().count() == 1

    def test_a_revision_keeps_the_claims(self):
        claim = make_claim()
        edit_text(claim.story, claim.story.created_by, BODY.replace("Rain", "Snow"))
        [kept] = Story.objects.get(pk=claim.story_id).revisions.first().snapshot["claims"]
        assert kept["words"] == claim.words
        assert [one["stance"] for one in kept["evidence"]] == ["supports"]


class TestEvidence:
    def test_only_a_source_of_the_story_supports_its_claim(self):
        claim = make_claim(supported=False)
        with pytest.raises(actions.MoveRefused, match="Add this source to the story first"):
            actions.support(claim, make_source(), by=claim.story.created_by)

    def test_somebody_elses_reporter_may_not_touch_it(self):
        claim = make_claim()
        with pytest.raises(PermissionDenied):
            actions.support(claim, claim.evidence.get().source, by=make_writer())
        with pytest.raises(PermissionDenied):
            actions.unsupport(claim.evidence.get(), by=make_writer())
        with pytest.raises(PermissionDenied):
            actions.describe(claim, by=make_writer(), kind="fact")
        assert Evidence.objects.count() == 1

    def test_independence_holds_both_ways_and_within_the_claim(self):
        claim = make_claim()
        first = claim.evidence.get()
        second_source = make_source("Accounts of the city")
        add_source(claim.story, second_source)
        second = actions.support(claim, second_source, by=claim.story.created_by, independent_of=[first])
        assert list(first.independent_of.all()) == [second]

    def test_evidence_leaves_version_and_approval_alone(self):
        story = make_story("approved", body=BODY)
        source = make_source()
        before = story.version
        claim = story.claims.get()
        add_source(story, source)
        hashed = compose(snapshot(story), "first", "", story.updated_at).content_hash
        actions.support(claim, source, by=make_user(roles.EDITOR))
        story.refresh_from_db()
        assert story.version == before
        assert compose(snapshot(story), "first", "", story.updated_at).content_hash == hashed


class TestVerdicts:
    def test_an_editor_judges_what_a_reporter_wrote(self):
        claim = make_claim()
        actions.judge([claim], by=make_user(roles.EDITOR), result="supported", note="Seen.")
        claim.refresh_from_db()
        assert claim.verdict.result == "supported"

    def test_no_writer_and_nobody_who_changed_the_words_judges_them(self):
        claim = make_claim()
        editor = make_user(roles.EDITOR)
        actions.submit(claim.story, by=claim.story.created_by)
        story = Story.objects.get(pk=claim.story_id)
        edit_text(story, editor, BODY.replace("3 million", "4 million"))
        claim.refresh_from_db()
        for person in (editor, claim.story.created_by, make_user(roles.PICTURE_EDITOR)):
            with pytest.raises(PermissionDenied):
                actions.judge([claim], by=person, result="supported")
        assert not Verdict.objects.exists()

    def test_editing_the_words_voids_the_verdict_and_curling_the_quotation_marks_does_not(self):
        claim = make_claim(f'<p><span data-claim="{KEY}">She said "we stay" twice.</span></p>')
        actions.judge([claim], by=make_user(roles.EDITOR), result="supported")
        story = edit_text(
            claim.story, claim.story.created_by, f'<p><span data-claim="{KEY}">She said “we stay” twice.</span></p>'
        )
        assert story.claims.get().verdict
        story = edit_text(
            story, claim.story.created_by, f'<p><span data-claim="{KEY}">She said “we leave” twice.</span></p>'
        )
        assert story.claims.get().verdict is None
        assert story.claims.get().lost_verdict.result == "supported"

    def test_nothing_is_supported_by_nothing(self):
        claim = make_claim(supported=False)
        with pytest.raises(actions.MoveRefused, match="Nothing supports"):
            actions.judge([claim], by=make_user(roles.EDITOR), result="supported")

    def test_one_refused_verdict_of_several_leaves_none(self):
        first, second = make_claim(), make_claim(supported=False)
        with pytest.raises(actions.MoveRefused):
            actions.judge([first, second], by=make_user(roles.EDITOR), result="supported")
        assert not Verdict.objects.exists()

    def test_the_database_refuses_to_change_or_delete_a_verdict(self):
        claim = make_claim()
        actions.judge([claim], by=make_user(roles.EDITOR), result="partly")
        for sql in ("UPDATE articles_verdict SET result = 'supported'", "DELETE FROM articles_verdict"):
            with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(sql)


class TestWhatTheVerdictWasGivenOn:
    """A verdict holds for words and for what they rested on when it was given."""

    @pytest.fixture
    def judged(self):
        claim = make_claim()
        actions.judge([claim], by=make_user(roles.EDITOR), result="supported")
        assert Claim.objects.get().verdict
        return claim

    def test_saying_the_same_of_a_source_once_more_leaves_it_alone(self, judged):
        evidence = judged.evidence.get()
        actions.support(judged, evidence.source, by=judged.story.created_by)
        assert Claim.objects.get().verdict

    def test_another_source_another_use_of_it_or_none_make_it_void(self, judged):
        by, other = judged.story.created_by, make_source("Letter of the mayor")
        add_source(judged.story, other)
        for change in (
            lambda: actions.support(judged, other, by=by, stance="contradicts"),
            lambda: actions.support(judged, judged.evidence.first().source, by=by, is_primary=True),
            lambda: actions.unsupport(judged.evidence.first(), by=by),
        ):
            change()
            claim = Claim.objects.get()
            assert claim.verdict is None and claim.lost_verdict.result == "supported" and not claim.has_other_words
            actions.support(judged, judged.evidence.last().source, by=by, stance="supports")
            actions.judge([Claim.objects.get()], by=make_user(roles.EDITOR), result="supported")
            assert Claim.objects.get().verdict

    def test_a_source_that_lies_elsewhere_now_makes_it_void(self, judged):
        assert actions.source_changed(judged.evidence.get().source) == 1
        assert Claim.objects.get().verdict is None

    def test_a_file_that_replaces_another_makes_it_void_and_leaves_its_hash(self, judged):
        by, evidence = judged.story.created_by, judged.evidence.get()
        attach(evidence, SimpleUploadedFile("page.txt", b"Page 12"), by=by)
        first = evidence.sha256
        actions.judge([Claim.objects.get()], by=make_user(roles.EDITOR), result="supported")
        attach(Evidence.objects.get(), SimpleUploadedFile("other.txt", b"Page 13"), by=by)
        claim = Claim.objects.get()
        assert claim.verdict is None
        assert [(one["name"], one["sha256"]) for one in claim.former_files] == [("page.txt", first)]
        actions.unsupport(Evidence.objects.get(), by=by)
        assert [one["name"] for one in Claim.objects.get().former_files] == ["page.txt", "other.txt"]


class TestWhoWroteTheWords:
    PLAIN = "<p>Work begins in May. The wall cost 3 million crowns. Rain fell.</p>"

    def story_by(self, *steps):
        """A draft in review into which each of these people has saved a text."""
        story = make_draft(by=make_writer())
        story = actions.submit(story, by=story.created_by)
        for person, body in steps:
            story = edit_text(story, person, body)
        return story

    def test_whoever_brought_them_in_does_not_judge_them_whoever_marks_them(self):
        author, marker = make_user(roles.EDITOR), make_user(roles.EDITOR)
        story = self.story_by((author, self.PLAIN), (marker, self.PLAIN.replace("Rain", "Snow")), (marker, BODY))
        claim = story.claims.get()
        add_source(story, source := make_source())
        actions.support(claim, source, by=marker)
        assert (claim.words_by, claim.created_by) == (author, marker)
        for person in (author, marker):
            with pytest.raises(PermissionDenied, match="somebody else judges"):
                actions.judge([claim], by=person, result="supported")
        actions.judge([claim], by=make_user(roles.EDITOR), result="supported")

    def test_words_that_come_with_their_mark_are_by_whoever_marks_them(self):
        editor = make_user(roles.EDITOR)
        assert self.story_by((editor, BODY)).claims.get().words_by == editor

    def test_a_mark_drawn_wider_is_by_whoever_wrote_what_it_binds_now(self):
        author, marker = make_user(roles.EDITOR), make_user(roles.EDITOR)
        wider = f'<p>Work begins in May. <span data-claim="{KEY}">The wall cost 3 million crowns. Rain fell.</span></p>'
        story = self.story_by((author, self.PLAIN), (marker, BODY), (marker, wider))
        assert story.claims.get().words_by == author

    def test_words_that_went_and_came_back_are_by_whoever_brought_them_back(self):
        author, second = make_user(roles.EDITOR), make_user(roles.EDITOR)
        story = self.story_by((author, self.PLAIN), (author, "<p>Rain fell.</p>"), (second, self.PLAIN), (author, BODY))
        assert story.claims.get().words_by == second


class TestWhatReadersGet:
    def edition(self, claim):
        return compose(snapshot(Story.objects.get(pk=claim.story_id)), "first", "", claim.created_at)

    def test_no_key_of_a_claim_is_in_the_public_text(self):
        assert "span" not in self.edition(make_claim()).content["body"]

    def test_a_supported_claim_says_where_it_stands_and_which_sources_carry_it(self):
        edition = self.edition(make_claim())
        [shown] = edition.content["claims"]
        assert edition.content["body"][: shown["end"]].endswith("3 million crowns.")
        [place] = shown["sources"]
        assert edition.content["sources"][place]["text"] == "Ledger of the harbour office"
        assert not shown["is_checked"]

    @pytest.mark.parametrize("terms", [Terms.OFF_RECORD, Terms.DEEP_BACKGROUND])
    def test_a_claim_that_rests_on_what_may_not_be_named_shows_nothing(self, terms):
        assert self.edition(make_claim(terms=terms)).content["claims"] == []

    def test_what_is_known_of_claims_is_not_what_an_approval_holds_for(self):
        edition = self.edition(make_claim())
        without = edition.content | {"claims": []}
        assert content_hash(without, "first", "") == edition.content_hash


def test_the_queries_of_a_snapshot_do_not_grow_with_its_claims(django_assert_num_queries):
    claim = make_claim()
    story = Story.objects.get(pk=claim.story_id)
    with CaptureQueriesContext(connection) as few:
        snapshot(story)
    body = "".join(f'<p><span data-claim="{uuid.UUID(int=n)}">Fact {n}.</span></p>' for n in range(1, 30))
    story = edit_text(story, story.created_by, body)
    for one in story.claims.all():
        actions.support(one, claim.evidence.get().source, by=story.created_by)
    with django_assert_num_queries(len(few)):
        assert len(snapshot(story)["claims"]) == 29
    assert Claim.objects.count() == 29
