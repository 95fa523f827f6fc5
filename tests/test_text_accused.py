"""Against whom a sentence speaks, in the wordings of news reports. The people and firms are invented."""

import pytest

from articles.text import names, statements
from tests.test_text_statements import TERMS

AGAINST = ("guilt", "conviction", "accusation", "label")


def accused(text):
    """Who is accused or said to be guilty in the last sentence of a text in which nobody is linked to the story."""
    found = statements(text, names(text, {}, TERMS["not_people"]), TERMS)
    last = max((one.sentence.start for one in found), default=0)
    return {
        one.about.key
        for one in found
        if one.about and one.kind in AGAINST and one.sentence.start == last and not (one.negated or one.conditional)
    }


class TestPenalties:
    @pytest.mark.parametrize(
        "text",
        [
            "Odo Lamb was yesterday banned for two years and stripped of the cup.",
            "Odo Lamb has been suspended by the club after testing positive for a steroid.",
            "The society has suspended Odo Lamb.",
            "The watchdog fined Odo Lamb £900.",
            "Watchdog fines Odo Lamb",
            "League bans Odo Lamb for six months",
            "Odo Lamb has been struck off.",
            "Odo Lamb was forced to resign on Monday.",
            "Odo Lamb was found to have broken the rules.",
            "Odo Lamb, a team-mate of Ada Field, had returned an adverse analytical A sample.",
            "Odo Lamb has already served a six-month ban.",
            "It comes less than a month after Odo Lamb received a life ban.",
            "The first was Odo Lamb, the Dutchman who lost his title after testing positive for a steroid.",
            "Odo Lamb was fined following his positive test for a steroid.",
        ],
    )
    def test_are_told_of_whom_they_meet(self, text):
        assert accused(text) == {"Odo Lamb"}

    @pytest.mark.parametrize(
        "text",
        [
            "Odo Lamb tested positive for the virus.",
            "The match was suspended after Odo Lamb fell ill.",
            "Odo Lamb said the banned substance list was too long.",
            "Parking fines will rise, Odo Lamb told the council.",
            "Odo Lamb, the investigating officer, asked for witnesses.",
            "Odo Lamb, prosecuting, said the firm had lied.",
        ],
    )
    def test_are_not_seen_in_other_words(self, text):
        assert accused(text) == set()


class TestAnswers:
    @pytest.mark.parametrize(
        "text",
        [
            "Odo Lamb, who admitted three counts of fraud, was led away.",
            "Odo Lamb has denied falsifying a report.",
            "Odo Lamb denies two counts of false accounting.",
            "Odo Lamb and two other directors have denied allegations that they knew of it.",
        ],
    )
    def test_tell_of_what_somebody_is_accused(self, text):
        assert accused(text) == {"Odo Lamb"}

    @pytest.mark.parametrize("text", ["Odo Lamb denies that he stole the ring.", "Odo Lamb admitted he was tired."])
    def test_are_no_accusation_otherwise(self, text):
        assert accused(text) == set()


class TestWordings:
    @pytest.mark.parametrize(
        "text",
        [
            "The guilty plea of builder Odo Lamb ended the inquiry.",
            "Odo Lamb is being tried on a 12-count charge.",
            "The agency has arraigned the former Minister of Roads and Bridges, Mr Odo Lamb, over the money.",
            "Odo Lamb has resigned following a report into allegations that he bullied clerks.",
            "Odo Lamb wrote that he had in the past been accused of theft.",
            "Police named the suspect in the killing of clerk Ada Field as Odo Lamb, 29.",
            "Odo Lamb was being sought in three towns.",
            "The council is prosecuting the firm and its former head of sales, Odo Lamb, over the spill.",
            "Two women have filed a lawsuit against the actor Odo Lamb.",
            "Odo Lamb faced bullying claims from his staff.",
        ],
    )
    def test_of_an_accusation_are_known(self, text):
        assert accused(text) == {"Odo Lamb"}

    @pytest.mark.parametrize(
        "text",
        [
            "The agency arraigned Odo Lamb, a deputy clerk of the port, alongside Ada Field.",
            "Two other former clerks charged in the case - Odo Lamb, 63, and Ada Field, 61 - sat in silence.",
            "Two directors have been arrested: Odo Lamb and Ada Field.",
            "Shopkeeper Odo Lamb and trader Ada Field were fined.",
        ],
    )
    def test_that_name_two_mean_both(self, text):
        assert accused(text) == {"Odo Lamb", "Ada Field"}


class TestPronouns:
    @pytest.mark.parametrize(
        "text",
        [
            "Odo Lamb was sentenced by Judge Ada Field. He was also fined.",
            "Odo Lamb left the dock.\n\nHe was also fined.",
            "Odo Lamb, a friend of Boris Moss, left. He was fined.",
        ],
    )
    def test_stand_for_the_subject_of_the_sentence_before(self, text):
        assert accused(text) == {"Odo Lamb"}

    @pytest.mark.parametrize(
        "text",
        [
            "Odo Lamb was hit by Boris Moss. He was arrested.",
            "Odo Lamb met Boris Moss. He was arrested.",
            "Judge Ada Field said her sentencing would follow.",
        ],
    )
    def test_stand_for_nobody_where_it_could_be_another(self, text):
        assert accused(text) == set()


class TestFirms:
    @pytest.mark.parametrize(
        ("text", "firm"),
        [
            ("Quillon Bank defrauded its customers.", "Quillon Bank"),
            ("The watchdog fined Quillon Motors £2m.", "Quillon Motors"),
            ("Severn Water is one firm. Regulators fined Severn £2m.", "Severn Water"),
        ],
    )
    def test_are_accused_as_people_are(self, text, firm):
        assert accused(text) == {firm}

    @pytest.mark.parametrize(
        "text",
        [
            "Quillon Bank chief executive Odo Lamb was charged with fraud.",
            "Odo Lamb, of Quillon Bank, was charged with fraud.",
            "Odo Lamb, Quillon Bank boss, was charged with fraud.",
            "Odo Lamb left Quillon Bank. He was charged with fraud.",
        ],
    )
    def test_are_not_their_people(self, text):
        assert accused(text) == {"Odo Lamb"}

    @pytest.mark.parametrize("text", ["He robbed the Central Bank.", "The World Bank was fined."])
    def test_are_not_what_the_list_knows_as_another_body(self, text):
        assert accused(text) == set()
