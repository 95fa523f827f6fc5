"""What the gate asks of replies, of sources without a name, and of quotations: each check both ways."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from accounts import roles
from articles import actions
from articles.gate.anonymity import is_vague
from articles.jurisdictions import profile
from articles.jurisdictions.words import Stage
from articles.models import Jurisdiction, Person, ProtectedPerson, Source, StorySource
from tests.make import add_source, edit_text, make_draft, make_source, make_user, make_writer, reviewed_profile
from tests.test_gate_people import ACCUSED, KEY, claimed, convict, found, make_text

pytestmark = pytest.mark.django_db
NOW = timezone.now()
SAID = "“We never saw a single crown of it,” one of the victims said."


@pytest.fixture(autouse=True)
def _profile_is_reviewed(db):
    reviewed_profile()


@pytest.fixture
def writer():
    return make_writer()


@pytest.fixture
def editor():
    return make_user(roles.EDITOR)


def lamb(story):
    return story.story_people.get().person


def ask(story, by, ago=72, hours=48, **facts):
    sent = NOW - timedelta(hours=ago)
    said = {"text": "Is it true?", "channel": "email", "sent_at": sent, "deadline": sent + timedelta(hours=hours)}
    return actions.ask(story, lamb(story), by=by, **said | facts)


class TestTheRightOfReply:
    def test_whoever_is_accused_by_a_claim_or_in_the_text_was_asked(self, writer):
        for story in (claimed(writer), make_text(writer, ACCUSED)):
            finding = found(story)["replies.C001"]
            assert (finding.where, finding.mend, finding.group) == ("Odo Lamb", "replies", "fairness")
            ask(story, writer)
            assert {"replies.C001", "replies.C002"}.isdisjoint(found(story))

    def test_a_plain_story_asks_nobody(self, writer):
        assert "replies.C001" not in found(make_text(writer, "Odo Lamb opened the new wall."))

    def test_people_whom_nobody_linked_are_named_from_the_text(self, writer):
        story = edit_text(make_draft(writer), writer, f"<p>{ACCUSED}</p>")
        assert found(story)["replies.C001"].where == "Odo Lamb"

    def test_they_had_time(self, writer):
        story = make_text(writer, ACCUSED)
        request = ask(story, writer, ago=72, hours=100)
        assert "answer by" in found(story)["replies.C002"].note
        actions.record_reply(request, by=writer, outcome="declined")
        assert "replies.C002" not in found(story)

    def test_three_hours_are_too_short_and_the_rule_says_how_long(self, writer):
        story = make_text(writer, ACCUSED)
        ask(story, writer, hours=3)
        assert found(story)["replies.C002"].note == "had 3 hours of 24"
        rule = Jurisdiction.objects.default().rules.get(key="reply.minimum_hours")
        actions.change_rule(rule, by=make_user(roles.LEGAL), value=2, cites="House practice", why="A daily paper.")
        assert "replies.C002" not in found(story)

    def test_a_claim_that_was_not_put_to_them_is_named(self, writer):
        story = claimed(writer)
        actions.waive(story, lamb(story), by=make_user(roles.EDITOR), reason="He is abroad.", claims=[])
        assert "replies.C001" not in found(story)
        other = claimed(writer)
        request = ask(other, writer, claims=[other.claims.get()])
        assert "replies.C001" not in found(other)
        second = other.body + '<p><span data-claim="00000000-0000-0000-0000-000000000002">He lied, too.</span></p>'
        details = {"00000000-0000-0000-0000-000000000002": {"kind": "allegation", "person": request.person}}
        assert "He lied, too." in found(edit_text(other, writer, second, claims=details))["replies.C001"].note

    @pytest.mark.parametrize("kind", ["allegation", "fact"])
    def test_a_request_stands_for_the_words_that_were_put_to_them(self, writer, kind):
        story = claimed(writer, kind=kind, sources=[make_source()])
        ask(story, writer, claims=[story.claims.get()])
        assert "replies.C001" not in found(story)
        story = edit_text(story, writer, story.body.replace("harbour", "harbuor"))
        assert "replies.C001" not in found(story), "a slip of the pen"
        story = edit_text(story, writer, story.body.replace("4 million", "5 million"))
        assert "5 million" in found(story)["replies.C001"].note
        ask(story, writer, claims=[story.claims.get()])
        assert "replies.C001" not in found(story)

    def test_the_dead_are_not_asked(self, writer):
        story = claimed(writer)
        Person.objects.update(died_on=date(2020, 2, 1))
        assert "replies.C001" not in found(story)

    def test_nor_are_those_of_whom_the_text_says_that_they_died(self, writer):
        accused = make_draft(writer, body="<p>Ada Moss stole the ring. Ada Moss was seen.</p>")
        assert "replies.C001" in found(accused)
        assert "replies.C001" not in found(
            edit_text(accused, writer, "<p>Ada Moss, who died in May, stole the ring.</p>")
        )

    def test_fair_reports_of_court_and_public_record_need_none(self, writer):
        record = make_source("Judgment 7/26", kind="court_record")
        assert "replies.C001" not in found(claimed(writer, sources=[record]))
        minutes = make_source("Minutes of the inquiry", published_on=date(2026, 5, 1))
        assert "replies.C001" in found(claimed(writer, sources=[minutes])), "no primary document"
        assert "replies.C001" not in found(claimed(writer, sources=[minutes], is_primary=True))
        leaked = make_source("An internal letter")
        assert "replies.C001" in found(claimed(writer, sources=[leaked], is_primary=True))
        mixed = claimed(writer, sources=[make_source("Judgment 8/26", kind="court_record"), make_source("Talk")])
        assert "replies.C001" in found(mixed)

    def test_nor_does_a_verdict_on_record(self, writer, editor):
        text = "Odo Lamb was found guilty of theft."
        story = make_text(writer, text)
        assert "replies.C001" in found(story)
        count = convict(story, editor, offence="rape")
        assert "replies.C001" in found(story), "of another offence"
        type(count).objects.update(offence="theft")
        assert "replies.C001" not in found(story)
        other = make_text(writer, text)
        convict(other, editor, status=Stage.CHARGED)
        assert "replies.C001" in found(other)

    def test_where_the_rule_says_so_they_are_asked_even_then(self, writer):
        story = claimed(writer, sources=[make_source("Judgment 7/26", kind="court_record")])
        rule = Jurisdiction.objects.default().rules.get(key="reply.fair_report_exempt")
        actions.change_rule(rule, by=make_user(roles.LEGAL), value=False, cites="The law", why="The law here.")
        assert "replies.C001" in found(story)

    def test_what_they_said_in_public_counts(self, writer):
        story = make_text(writer, ACCUSED)
        source = story.story_sources.get().source
        actions.public_reply(story, lamb(story), by=writer, answer="Never.", source=source)
        assert "replies.C001" not in found(story)


def unnamed(writer, **facts):
    """A draft with a clerk on background, worded and with a reason."""
    story = make_draft(writer)
    given = {"attribution": "a clerk of the fund who keeps its ledger", "reason_for_anonymity": "dismissal"} | facts
    given = {"terms": "background"} | given
    add_source(story, make_source("A clerk", kind="person"), **given)
    return story


def use_of(story):
    return StorySource.objects.select_related("source", "story").get(story=story, source__kind="person")


class TestAnonymousSources:
    def test_readers_learn_why_and_how_they_know(self, writer, editor):
        story = unnamed(writer)
        actions.approve_anonymity(use_of(story), by=editor)
        assert {one for one in found(story) if one.startswith("anonymity")} == set()
        source = actions.edition_of(story).content["sources"][-1]
        assert source["text"] == "a clerk of the fund who keeps its ledger"
        assert source["anonymity"] == "asked not to be named for fear of dismissal"

    @pytest.mark.parametrize(
        ("facts", "finding", "mend"),
        [
            ({"reason_for_anonymity": ""}, "anonymity.C001", "sources.reason_for_anonymity"),
            ({"reason_for_anonymity": "other"}, "anonymity.C001", "sources.reason_for_anonymity"),
            ({"attribution": "a source"}, "anonymity.C002", "sources.attribution"),
            ({}, "anonymity.C003", "anonymity"),
        ],
    )
    def test_what_is_missing(self, writer, facts, finding, mend):
        assert found(unnamed(writer, **facts))[finding].mend == mend

    def test_words_of_its_own_take_the_place_of_the_list(self, writer):
        story = unnamed(writer, reason_for_anonymity="other", anonymity_words="asked not to be named at work")
        assert "anonymity.C001" not in found(story)
        assert actions.edition_of(story).content["sources"][-1]["anonymity"] == "asked not to be named at work"

    @pytest.mark.parametrize(
        "wording",
        ["a source", "Sources", "two people familiar with the matter", "one insider", "A person close to him."],
    )
    def test_vague_wordings(self, wording):
        assert is_vague(wording, _terms())

    @pytest.mark.parametrize(
        "wording",
        [
            "a clerk who keeps the ledger",
            "a source in the ministry who saw the letter",
            "minutes, 14 May",
            "a prosecutor",
        ],
    )
    def test_wordings_that_say_something(self, wording):
        assert not is_vague(wording, _terms())

    def test_an_approval_holds_for_its_wording(self, writer, editor):
        story = unnamed(writer)
        actions.approve_anonymity(use_of(story), by=editor)
        StorySource.objects.filter(pk=use_of(story).pk).update(attribution="a clerk")
        assert "anonymity.C003" in found(story)
        StorySource.objects.filter(pk=use_of(story).pk).update(attribution="a clerk of the fund who keeps its ledger")
        assert "anonymity.C003" not in found(story)

    def test_a_restored_version_keeps_the_approval_of_its_wording(self, writer, editor):
        story = unnamed(writer)
        story = edit_text(story, writer, "<p>More.</p>")
        actions.approve_anonymity(use_of(story), by=editor)
        actions.restore(story, story.revisions.first(), by=writer, version=story.version)
        assert use_of(story).anonymity_is_approved

    def test_the_writer_does_not_approve_and_an_approver_does_not_become_a_writer(self, writer):
        both = make_user(roles.REPORTER, roles.EDITOR)
        story = unnamed(both)
        with pytest.raises(PermissionDenied, match="else"):
            actions.approve_anonymity(use_of(story), by=both)
        other = unnamed(writer)
        actions.approve_anonymity(use_of(other), by=both)
        other.writers.add(both)
        assert {"anonymity.C004"} == {one for one in found(other) if one.startswith("anonymity")}

    def test_who_does_not_hold_the_right_approves_nothing(self, writer):
        for stranger in (make_writer(), make_user(roles.PUBLISHER)):
            with pytest.raises(PermissionDenied, match="may not approve"):
                actions.approve_anonymity(use_of(unnamed(writer)), by=stranger)

    def test_nothing_unfinished_is_approved(self, writer, editor):
        for facts in ({"attribution": ""}, {"reason_for_anonymity": ""}):
            with pytest.raises(actions.MoveRefused, match="First say"):
                actions.approve_anonymity(use_of(unnamed(writer, **facts)), by=editor)
        with pytest.raises(actions.MoveRefused, match="is named"):
            actions.approve_anonymity(use_of(unnamed(writer, terms="on_record")), by=editor)

    def test_deep_background_is_approved_but_never_explained(self, writer):
        story = unnamed(writer, terms="deep_background", attribution="", reason_for_anonymity="")
        assert {one for one in found(story) if one.startswith("anonymity")} == {"anonymity.C003"}

    def test_a_pseudonym_from_a_document_needs_nobody(self, writer):
        story = make_draft(writer)
        doe = ProtectedPerson.objects.create(public_label="Jane Doe 1", reason="complainant")
        add_source(story, make_source("Trial transcript", kind="court_record", protected_person=doe))
        assert {one for one in found(story) if one.startswith("anonymity")} == set()
        talk = make_draft(writer)
        add_source(talk, make_source("Her letter", kind="person", protected_person=doe))
        assert "anonymity.C003" in found(talk), "a person spoken to is another matter"


def _terms():
    return {
        name: [{"words": one.words, "reason": one.reason, "cites": one.cites} for one in rows]
        for name, rows in profile("generic").terms.items()
    }


def quoted(writer, words="“We will mend the wall before winter,” she said.", **details):
    details = {"kind": "quotation", "speaker_text": "The mayor", "checked_how": "own recording"} | details
    story = make_draft(writer)
    return edit_text(story, writer, f'<p><span data-claim="{KEY}">{words}</span></p>', claims={KEY: details})


class TestQuotations:
    def test_a_quotation_properly_bound_raises_nothing(self, writer):
        story = quoted(writer, original="Well, we will mend the wall, before winter if we can.")
        assert "quotations.C003" in found(story)
        story = quoted(writer, original="We will mend the wall before winter, I promise.")
        assert not [one for one in found(story) if one.startswith("quotations")]

    @pytest.mark.parametrize(
        ("details", "finding"),
        [({"speaker_text": ""}, "quotations.C001"), ({"checked_how": " "}, "quotations.C002")],
    )
    def test_speaker_and_check(self, writer, details, finding):
        assert found(quoted(writer, **details))[finding].mend == "claims"

    def test_brackets_and_ellipses_are_no_change(self, writer):
        story = quoted(writer, "“[We] will mend … before winter,” she said.", original="I will mend it before winter")
        assert "quotations.C003" not in found(story)

    def test_only_quotations_are_asked(self, writer):
        story = quoted(writer, kind="fact", speaker_text="", checked_how="")
        assert not [one for one in found(story) if one.startswith("quotations")]

    def test_somebody_without_a_name_is_quoted_from_a_source(self, writer):
        story = edit_text(make_draft(writer), writer, f"<p>{SAID}</p>")
        assert found(story)["quotations.C004"].where == "We never saw a single crown of it,"
        doe = ProtectedPerson.objects.create(public_label="Jane Doe 1", reason="complainant")
        add_source(story, make_source("Trial transcript", kind="court_record", protected_person=doe))
        assert "quotations.C004" not in found(story)

    @pytest.mark.parametrize("speaker", ["one said", "another said", "one local source told the paper"])
    def test_nor_has_one_of_several_a_name(self, writer, speaker):
        story = edit_text(make_draft(writer), writer, f"<p>“We never saw a single crown of it,” {speaker}.</p>")
        assert "quotations.C004" in found(story)

    def test_a_bound_one_is_from_somewhere_and_a_named_speaker_is_named(self, writer):
        body = f'<p><span data-claim="{KEY}">{SAID}</span></p>'
        story = edit_text(make_draft(writer), writer, body, claims={KEY: {"kind": "quotation"}})
        assert "quotations.C004" in found(story)
        actions.support(story.claims.get(), Source.objects.first(), by=writer)
        assert "quotations.C004" not in found(story)
        named = edit_text(make_draft(writer), writer, "<p>“We never saw a crown of it,” Nell Harrow said.</p>")
        assert "quotations.C004" not in found(named)
