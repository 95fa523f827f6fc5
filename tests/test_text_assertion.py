"""On whose word a text asserts something, and whether it does. The people are invented."""

import pytest

from tests.test_text_statements import found


class TestAttribution:
    @pytest.mark.parametrize(
        "text",
        [
            "Prosecutors say that Boris Moss murdered two men.",
            "Boris Moss murdered two men, police said.",
            "According to Clara Reed, Boris Moss stole the ring.",
            "“Boris Moss murdered two men,” Clara Reed wrote.",
            "“Boris Moss murdered two men.”",
            "The court heard that Boris Moss stole the ring.",
            "Ada came.\n\nWhy?\n\nBoris Moss stole the ring.\n\nAnd then?\n\nIt rained.",
        ],
    )
    def test_governs(self, text):
        assert [one.attributed for one in found(text, "guilt")] == [True]

    @pytest.mark.parametrize(
        "text",
        [
            "Boris Moss murdered two men.",
            "Boris Moss said he was ill, but Moss stole the ring.",
            "Boris Moss, who said he was ill, stole the ring.",
            "After the reported deaths, Boris Moss murdered two men.",
            "“I was ill all day,” said Clara Reed; Boris Moss stole the ring.",
        ],
    )
    def test_does_not_govern(self, text):
        assert [one.attributed for one in found(text, "guilt")] == [False]

    @pytest.mark.parametrize(
        ("text", "attributed"),
        [
            ("Traders accused Mayor Boris Moss of hypocrisy.", True),
            ("Boris Moss was accused by traders of hypocrisy.", True),
            ("Boris Moss was accused of hypocrisy.", False),
            ("Traders accused Boris Moss of nothing, but his hypocrisy is plain.", False),
            ("The “hypocrisy” of Boris Moss was on show.", True),
        ],
    )
    def test_of_a_judgement_is_who_accuses(self, text, attributed):
        assert {one.attributed for one in found(text, "motive")} == {attributed}


class TestNegation:
    @pytest.mark.parametrize(
        "text",
        [
            "Boris Moss never murdered two men.",
            "There is no evidence that Boris Moss stole the ring.",
            "Boris Moss denies that he stole the ring.",
            "Boris Moss did not steal, and he denied he stole the ring.",
        ],
    )
    def test_is_seen(self, text):
        assert all(one.negated for one in found(text, "guilt")) and found(text, "guilt")

    @pytest.mark.parametrize(
        "text",
        [
            "Traders accused Boris Moss of misleading them by denying the loss.",
            "Boris Moss stole the ring but denied it.",
        ],
    )
    def test_is_not_what_somebody_denies_who_did_it(self, text):
        assert not any(one.negated for one in found(text) if one.about)

    @pytest.mark.parametrize(
        "text",
        [
            "Boris Moss had his conviction for assault quashed.",
            "Boris Moss had his conviction overturned after six years in prison.",
        ],
    )
    def test_is_a_conviction_that_the_sentence_undoes(self, text):
        assert all(one.negated for one in found(text, "conviction"))

    @pytest.mark.parametrize(
        "text",
        [
            "Charges against a third director, Boris Moss, were dropped in May.",
            "The case against Boris Moss has been dismissed.",
        ],
    )
    def test_is_a_charge_that_was_dropped(self, text):
        assert all(one.negated for one in found(text, "accusation") if one.about)

    def test_not_only_is_none(self):
        (one,) = found("Boris Moss not only stole the ring.", "guilt")
        assert not one.negated

    def test_ends_with_the_words_put_in_between(self):
        (one,) = found("Boris Moss, of no certain home, was charged with fraud.", "accusation")
        assert not one.negated
