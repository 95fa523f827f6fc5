"""Which claim answers for what is said against somebody, and what it must rest on whatever it is called."""

from datetime import date

import pytest

from accounts import roles
from articles import actions
from articles.models import Person
from tests.make import add_picture, add_source, edit_text, make_organization, make_source, make_user, make_writer
from tests.test_gate_people import ACCUSED, KEY, claimed, found, make_text

pytestmark = pytest.mark.django_db
HARMLESS = "Odo Lamb opened the wall in May."


@pytest.fixture
def writer():
    return make_writer()


def with_claim_on(writer, words, text=ACCUSED, **details):
    """A draft that says `text` of Odo Lamb, `words` of it bound to a claim with a source."""
    story = make_text(writer, text)
    body = story.body.replace(words, f'<span data-claim="{KEY}">{words}</span>', 1)
    person = story.story_people.get().person
    story = edit_text(story, writer, body, claims={KEY: {"kind": "fact", "person": person} | details})
    source = make_source()
    add_source(story, source)
    actions.support(story.claims.get(), source, by=writer)
    return story


class TestWhatAClaimAnswersFor:
    @pytest.mark.parametrize("words", ["Odo Lamb", "from the harbour fund.", "4 million crowns"])
    def test_not_for_an_accusation_of_which_it_binds_other_words(self, writer, words):
        assert found(with_claim_on(writer, words))["claims.C001"].where == ACCUSED

    @pytest.mark.parametrize("words", ["Odo Lamb stole 4 million crowns", "stole", ACCUSED])
    def test_for_one_whose_words_it_binds(self, writer, words):
        assert "claims.C001" not in found(with_claim_on(writer, words))

    def test_for_one_in_a_paragraph_it_binds_whole(self, writer):
        text = f"It rained. {ACCUSED} It snowed."
        assert "claims.C001" not in found(with_claim_on(writer, text, text))

    def test_not_for_a_second_accusation_in_the_same_sentence(self, writer):
        text = "Odo Lamb robbed the bank in May and murdered his neighbour in June."
        assert "claims.C001" in found(with_claim_on(writer, "Odo Lamb robbed the bank in May", text))
        assert "claims.C001" not in found(with_claim_on(writer, text, text))


class TestAHeadlineThatAccuses:
    HEADLINE = "Odo Lamb stole from the harbour fund"

    def headed(self, writer, story):
        return found(edit_text(story, writer, story.body, headline=self.HEADLINE))

    def test_does_not_rest_on_a_harmless_claim_about_the_same_person(self, writer):
        story = with_claim_on(writer, HARMLESS, HARMLESS)
        assert self.headed(writer, story)["claims.C001"].mend == "headline"

    def test_rests_on_one_that_accuses_whatever_it_is_called(self, writer):
        assert "claims.C001" not in self.headed(writer, with_claim_on(writer, ACCUSED))

    def test_rests_on_one_that_somebody_marked_as_an_allegation(self, writer):
        story = with_claim_on(writer, "Odo Lamb kept the money.", "Odo Lamb kept the money.", kind="allegation")
        assert "claims.C001" not in self.headed(writer, story)

    def test_a_figure_in_it_rests_on_the_same_figure_and_no_longer_one(self, writer):
        story = with_claim_on(writer, "The wall costs 14 million crowns.", "The wall costs 14 million crowns.")
        story = edit_text(story, writer, story.body, headline="Wall to cost 4 million crowns a year")
        assert "claims.C002" in found(story)


class TestAnAccusationByAnotherName:
    @pytest.mark.parametrize("kind", ["fact", "figure", "quotation"])
    def test_needs_the_evidence_and_the_verdict_of_an_allegation(self, writer, kind):
        story = with_claim_on(writer, ACCUSED, kind=kind)
        assert {"claims.C004", "claims.C005"} <= found(story).keys()

    def test_also_where_the_claim_is_said_to_be_about_nobody(self, writer):
        assert {"claims.C004", "claims.C005"} <= found(with_claim_on(writer, ACCUSED, person=None)).keys()

    def test_also_about_an_organization(self, writer):
        text = "The Harbour Trust defrauded its members for years."
        story = make_text(writer, text)
        story.story_organizations.create(organization=make_organization("Harbour Trust"), role="party")
        story = edit_text(story, writer, f'<p><span data-claim="{KEY}">{text}</span></p>')
        source = make_source()
        add_source(story, source)
        actions.support(story.claims.get(), source, by=writer)
        assert "claims.C004" in found(story)

    def test_needs_no_more_where_it_has_them(self, writer):
        story = with_claim_on(writer, ACCUSED)
        story.claims.get().evidence.update(is_primary=True)
        actions.judge([story.claims.get()], by=make_user(roles.EDITOR), result="supported")
        assert not {"claims.C004", "claims.C005"} & found(story).keys()

    def test_a_harmless_fact_about_the_same_person_needs_neither(self, writer):
        assert not {"claims.C004", "claims.C005"} & found(with_claim_on(writer, HARMLESS, HARMLESS)).keys()


class TestWhatStandsBesideTheText:
    def test_a_description_that_accuses_somebody_needs_a_claim(self, writer):
        story = make_text(writer, HARMLESS)
        story = edit_text(story, writer, story.body, description="How Odo Lamb stole from the harbour fund")
        assert found(story)["claims.C001"].mend == "description"

    def test_words_in_place_of_a_picture_that_accuse_somebody_need_one(self, writer):
        story = make_text(writer, HARMLESS)
        add_picture(story, alt_text="Odo Lamb, who stole from the harbour fund, leaves the court.")
        assert found(story)["claims.C001"].mend == "pictures"

    def test_a_description_that_only_repeats_the_standfirst_or_the_text_is_not_read_twice(self, writer):
        story = make_text(writer, "The wall is old.", standfirst="Odo Lamb stole from the harbour fund.")
        places = [one.mend for one in actions.findings_of(actions.edition_of(story)) if one.id == "claims.C001"]
        assert places == ["standfirst"]


class TestTheDead:
    """Whoever has a day of death in the record."""

    @pytest.mark.parametrize("kind", ["fact", "allegation"])
    def test_may_be_accused_on_one_source_and_are_not_asked(self, writer, kind):
        story = claimed(writer, kind=kind, sources=[make_source("A neighbour", kind="person")])
        asked = {"claims.C004", "claims.C005", "replies.C001"}
        assert asked <= found(story).keys()
        Person.objects.update(died_on=date(1998, 2, 1))
        assert not asked & found(story).keys()
