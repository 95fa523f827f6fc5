"""What the gate makes of what a text says about people: each check both ways, on invented people."""

from datetime import date

import pytest

from accounts import roles
from articles import actions
from articles.gate import Level
from articles.gate.claims import covered
from articles.jurisdictions.words import Stage
from articles.models import Case, Rule
from tests.make import (
    add_person,
    add_source,
    edit_text,
    make_draft,
    make_person,
    make_source,
    make_user,
    make_writer,
    reviewed_profile,
)

pytestmark = pytest.mark.django_db
KEY = "00000000-0000-0000-0000-000000000001"
ACCUSED = "Odo Lamb stole 4 million crowns from the harbour fund."
KILLED = "Odo Lamb murdered his neighbour in May, the street says."


@pytest.fixture(autouse=True)
def _profile_is_reviewed(db):
    reviewed_profile()


@pytest.fixture
def writer():
    return make_writer()


@pytest.fixture
def editor():
    return make_user(roles.EDITOR)


def make_text(writer, text, **fields):
    """A draft with one paragraph, Odo Lamb among its people."""
    story = make_draft(writer, **fields)
    add_person(story, name="Odo Lamb", role="party")
    return edit_text(story, writer, f"<p>{text}</p>")


def claimed(writer, text=ACCUSED, kind="allegation", sources=(), **facts):
    """The same, its sentence bound to a claim against Odo Lamb, resting on these sources."""
    story = make_text(writer, text)
    person = story.story_people.get().person
    story = edit_text(
        story, writer, f'<p><span data-claim="{KEY}">{text}</span></p>', claims={KEY: {"kind": kind, "person": person}}
    )
    for source in sources:
        add_source(story, source)
        actions.support(story.claims.get(), source, by=writer, **facts)
    return story


def found(story):
    return {finding.id: finding for finding in actions.findings_of(actions.edition_of(story))}


def convict(story, by, status=Stage.CONVICTED, citation=True, offence="murder"):
    case = Case.objects.create(name="The harbour fund case", court="Veremouth Crown Court")
    story.story_cases.create(case=case)
    record = make_source("Court record 12/26", kind="court_record") if citation else None
    person = story.story_people.get().person
    return actions.accuse(case, person, by=by, offence=offence, status=status, on=date(2026, 5, 3), citation=record)


class TestClaims:
    def test_what_is_said_against_somebody_needs_a_claim_with_its_source(self, writer):
        finding = found(make_text(writer, ACCUSED))["claims.C001"]
        assert (finding.where, finding.mend) == (ACCUSED, "body")
        assert "claims.C001" not in found(claimed(writer, sources=[make_source()]))

    @pytest.mark.parametrize(
        "text",
        ["The council stole the show.", "Odo Lamb denied that he stole anything.", "Odo Lamb opened the new wall."],
    )
    def test_nothing_is_asked_of_what_accuses_nobody(self, writer, text):
        assert "claims.C001" not in found(make_text(writer, text))

    def test_a_headline_rests_on_a_claim_about_the_same_person(self, writer):
        story = claimed(writer, sources=[make_source()])
        story = edit_text(story, writer, story.body, headline="Murderer Odo Lamb faces the judge")
        assert "claims.C001" not in found(story)
        story.claims.update(person=make_person("Ida Quist"))
        assert found(story)["claims.C001"].mend == "headline"

    def test_a_figure_in_the_headline_rests_on_a_claim_that_has_it(self, writer):
        story = make_text(writer, "The wall costs 4 million crowns.", headline="Wall to cost 4 million crowns a year")
        assert found(story)["claims.C002"].mend == "headline"
        story = claimed(writer, "The wall costs 4 million crowns.", kind="figure", sources=[make_source()])
        story = edit_text(story, writer, story.body, headline="Wall to cost 4 million crowns a year")
        assert "claims.C002" not in found(story)

    def test_a_claim_without_a_source_is_a_gap(self, writer):
        assert "claims.C003" in found(claimed(writer))
        assert "claims.C003" not in found(claimed(writer, sources=[make_source()]))

    def test_an_allegation_needs_a_primary_document_or_two_independent_sources(self, writer):
        first, second = make_source("A neighbour", kind="person"), make_source("A clerk", kind="person")
        assert "claims.C004" in found(claimed(writer, sources=[first]))
        story = claimed(writer, sources=[first, second])
        assert "claims.C004" in found(story), "two that may rest on each other"
        one, other = story.claims.get().evidence.all()
        one.independent_of.add(other)
        assert "claims.C004" not in found(story)
        assert "claims.C004" not in found(claimed(writer, sources=[make_source("The ledger")], is_primary=True))

    def test_a_court_record_and_a_trusted_agency_count_as_primary(self, writer):
        for source in (make_source("Judgment 7/26", kind="court_record"), make_source("Reuters, 3 May", kind="agency")):
            assert "claims.C004" not in found(claimed(writer, sources=[source]))
        assert "claims.C004" in found(claimed(writer, sources=[make_source("Gossip Wire", kind="agency")]))

    def test_an_agency_counts_only_where_the_profile_says_so(self, writer):
        story = claimed(writer, sources=[make_source("Reuters, 3 May", kind="agency")])
        actions.change_rule(
            Rule.objects.get(jurisdiction__is_default=True, key="claims.agencies_count_as_primary"),
            by=make_user(roles.LEGAL), value=False, cites="House practice", why="We look ourselves.",
        )  # fmt: skip
        assert "claims.C004" in found(story)

    def test_an_allegation_is_judged_by_somebody_else_and_again_when_its_words_change(self, writer, editor):
        story = claimed(writer, sources=[make_source()], is_primary=True)
        assert "claims.C005" in found(story)
        actions.judge([story.claims.get()], by=editor, result="supported")
        assert "claims.C005" not in found(story)
        story = edit_text(story, writer, story.body.replace("4 million", "5 million"))
        assert "claims.C005" in found(story)

    def test_an_ordinary_fact_needs_no_verdict(self, writer):
        story = claimed(writer, "The wall was built in May.", kind="fact", sources=[make_source()])
        assert not {"claims.C004", "claims.C005"} & found(story).keys()

    def test_what_was_found_wanting_does_not_stand(self, writer, editor):
        story = claimed(writer, sources=[make_source()], is_primary=True)
        actions.judge([story.claims.get()], by=editor, result="partly")
        assert "claims.C006" in found(story)

    def test_a_quotation_that_no_claim_binds_is_a_tip_only(self, writer):
        story = make_text(writer, "“We never meant to stay here,” said Ida Quist.")
        assert found(story)["claims.A001"].level == Level.ADVICE

    def test_each_quotation_without_a_source_is_a_place_and_a_title_is_none(self, writer):
        text = "“We never meant to stay,” said Ida Quist in “The Lion Man”. “We had to go,” she said."
        story = make_text(writer, text)
        story.story_sources.all().delete()
        places = [f.where for f in actions.findings_of(actions.edition_of(story)) if f.id == "attribution.C003"]
        assert places == ["We never meant to stay,", "We had to go,"]

    def test_percent_covered_counts_accusations_quotations_and_high_figures_only(self, writer):
        story = claimed(writer, sources=[make_source()])
        story = edit_text(story, writer, story.body + "<p>“We never meant to stay,” he said. It rained in May.</p>")
        edition = actions.edition_of(story)
        edition.snapshot["profile"] = actions.profile_of(story)
        assert covered(edition.snapshot, edition) == (1, 2)


class TestProceedings:
    def test_words_of_guilt_need_a_recorded_count(self, writer, editor):
        story = make_text(writer, KILLED)
        assert "proceedings.C001" in found(story)
        convict(story, editor)
        assert "proceedings.C001" not in found(story)

    @pytest.mark.parametrize("status", [Stage.CHARGED, Stage.ON_TRIAL, Stage.ACQUITTED, Stage.HUNG_JURY])
    def test_nobody_is_called_guilty_before_a_court_has_said_so(self, writer, editor, status):
        story = make_text(writer, "Odo Lamb murdered his neighbour in May.")
        convict(story, editor, status)
        assert "Odo Lamb" in found(story)["proceedings.C002"].note

    @pytest.mark.parametrize("status", [Stage.CONVICTED, Stage.SENTENCED, Stage.UPHELD])
    def test_after_a_conviction_it_may_be_said(self, writer, editor, status):
        story = make_text(writer, "Odo Lamb murdered his neighbour in May.")
        convict(story, editor, status)
        assert "proceedings.C002" not in found(story)

    def test_headline_and_standfirst_are_judged_by_themselves(self, writer, editor):
        story = make_text(writer, "Odo Lamb is charged with theft.", headline="Murderer Odo Lamb faces the judge")
        convict(story, editor, Stage.CHARGED)
        assert {f.mend for f in actions.findings_of(actions.edition_of(story)) if f.id == "proceedings.C002"} == {
            "headline"
        }

    def test_a_label_before_a_name_is_refused_while_the_count_is_open_and_advised_against_later(self, writer, editor):
        text = "Accused killer Odo Lamb came to court."
        story = make_text(writer, text)
        count = convict(story, editor, Stage.CHARGED)
        assert found(story)["proceedings.B001"].level == Level.BLOCKER
        actions.move_count(count, by=editor, status=Stage.CONVICTED, on=date(2026, 6, 3))
        assert "proceedings.B001" not in found(story)
        assert "proceedings.A001" in found(make_text(writer, text))

    def test_alleged_says_by_whom(self, writer):
        assert "proceedings.C003" in found(make_text(writer, "Odo Lamb allegedly emptied the till."))
        said = "Odo Lamb allegedly emptied the till, prosecutors said."
        assert "proceedings.C003" not in found(make_text(writer, said))

    def test_how_it_ended_is_told_wherever_the_accusation_is(self, writer, editor):
        story = make_text(writer, "Odo Lamb was charged with theft in March, prosecutors said.")
        convict(story, editor, Stage.ACQUITTED)
        assert "proceedings.C004" in found(story)
        story = edit_text(story, writer, "<p>Odo Lamb was charged with theft in March. He was acquitted in May.</p>")
        assert "proceedings.C004" not in found(story)

    def test_a_count_has_its_record(self, writer, editor):
        story = make_text(writer, "Odo Lamb came to court.")
        convict(story, editor, citation=False)
        assert "proceedings.C005" in found(story)


class TestRestrictions:
    @pytest.fixture
    def legal(self):
        return make_user(roles.LEGAL)

    def test_a_person_who_must_not_be_named_blocks_also_a_correction(self, writer, legal):
        story = make_text(writer, "Odo Lamb came to court.")
        person = story.story_people.get().person
        actions.restrict(by=legal, kind="court_order", scope="The name.", person=person)
        finding = found(story)["proceedings.B002"]
        assert finding.level == Level.BLOCKER and "Lamb" not in str(finding.as_json())
        assert "proceedings.B002" in {f.id for f in actions.findings_of(actions.edition_of(story), "harm")}

    def test_forbidden_words_block_wherever_readers_would_get_them(self, writer, legal):
        actions.restrict(by=legal, kind="statute", scope="The school.", phrases=["Tanner Street School"])
        assert "proceedings.B002" in found(make_text(writer, "She goes to Tanner <em>Street</em> school."))
        assert "proceedings.B002" not in found(make_text(writer, "She goes to school in Tanner Street."))

    def test_what_is_lifted_or_bound_to_another_case_blocks_nothing(self, writer, legal):
        story = make_text(writer, "Odo Lamb came to court.")
        person = story.story_people.get().person
        other = Case.objects.create(name="Another")
        actions.restrict(by=legal, kind="court_order", scope="The name.", person=person, case=other)
        assert "proceedings.B002" not in found(story)
        made = actions.restrict(by=legal, kind="court_order", scope="The name.", person=person)
        actions.lift(made, by=legal, why="The trial is over.")
        assert "proceedings.B002" not in found(story)

    def test_a_live_story_it_touches_gets_an_urgent_task(
        self, writer, legal, editor, django_capture_on_commit_callbacks
    ):
        story = make_text(writer, "Odo Lamb came to court.")
        story = actions.publish(actions.approve(actions.submit(story, by=writer), by=editor), by=editor)
        with django_capture_on_commit_callbacks(execute=True):
            actions.restrict(by=legal, kind="court_order", scope="x", person=story.story_people.get().person)
        assert story.tasks.open().get().kind == "restriction"


class TestFairness:
    OPINION = "It is crucial to listen to the survivors."

    def test_commentary_in_a_news_report_is_marked_with_the_reason(self, writer):
        finding = found(make_text(writer, self.OPINION, type_of_work="news"))["fairness.C001"]
        assert "It is crucial" in finding.note and finding.where == self.OPINION

    def test_an_opinion_piece_may_say_so(self, writer):
        assert "fairness.C001" not in found(make_text(writer, self.OPINION, type_of_work="opinion"))

    def test_somebody_who_is_named_may_say_so(self, writer):
        text = "“It is crucial to listen to the survivors,” said Ida Quist."
        assert "fairness.C001" not in found(make_text(writer, text, type_of_work="news"))

    def test_a_word_between_marks_is_somebody_elses_and_to_speak_frankly_is_none(self, writer):
        text = "The mayor’s “vile” letter was read. Odo Lamb spoke frankly of it."
        assert "fairness.C001" not in found(make_text(writer, text, type_of_work="news"))

    @pytest.mark.parametrize("text", ["We could not agree more with the mayor.", "It’s a reminder to lock your doors."])
    def test_what_the_paper_agrees_with_or_reminds_of_is_commentary(self, writer, text):
        assert "fairness.C001" in found(make_text(writer, text, type_of_work="news"))

    def test_a_judgement_on_somebody_has_somebody_who_makes_it(self, writer):
        assert "fairness.C002" in found(make_text(writer, "This is plain hypocrisy by Odo Lamb.", type_of_work="news"))
        text = "Ida Quist said this was plain hypocrisy by Odo Lamb."
        assert "fairness.C002" not in found(make_text(writer, text, type_of_work="news"))

    def test_words_that_do_harm_are_pointed_at(self, writer):
        assert "fairness.A001" in found(make_text(writer, "The alleged victim left by train."))
