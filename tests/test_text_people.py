"""Who is named in a text: those linked to the story, and runs of capitalised words that are nothing else."""

import pytest

from articles.text import names

NOT_PEOPLE = [{"words": "Street, Monday, Court, Paris, Poland, University, Review"}]
KNOWN = {7: ["Ada Field", "Adelaide Field-Moss"], 8: ["Harbour Trust"]}


def keys(text, known=None):
    return [(name.text, name.key) for name in names(text, known or {}, NOT_PEOPLE)]


class TestThoseLinked:
    @pytest.mark.parametrize(
        "text",
        [
            "Yesterday Ada Field left.",
            "It was ADA FIELD who left.",
            "It was Adelaide Field-Moss.",
            "They met Ada Field’s mother.",
        ],
    )
    def test_are_found_by_every_name(self, text):
        assert [key for _, key in keys(text, KNOWN)] == [7]

    @pytest.mark.parametrize("text", ["Ms Field left.", "It is Field's.", "Then Field left.", "Judge Field spoke."])
    def test_are_found_by_the_last_word_alone(self, text):
        assert keys(text, KNOWN) == [("Field", 7)]

    @pytest.mark.parametrize("text", ["They crossed the field.", "A field of wheat.", "It is on Field Street."])
    def test_are_not_found_in_other_words(self, text):
        assert keys(text, KNOWN) == []

    def test_are_not_found_at_a_sentences_start_where_the_word_is_a_word(self):
        assert keys("Field after field was flooded.", KNOWN) == []

    def test_are_said_to_be_known(self):
        text = "Ada Field met Boris Moss."
        assert [(name.key, name.known) for name in names(text, KNOWN)] == [(7, True), ("Boris Moss", False)]
        assert all(text[name.start : name.end] == name.text for name in names(text, KNOWN))

    def test_with_one_family_name_are_the_one_most_often_named_where_the_paragraph_does_not_say(self):
        known = {1: ["Ada Field"], 2: ["Boris Field"]}
        text = "It was Ada Field. Then Ada Field left.\n\nBoris Field came.\n\nNobody asked Field."
        assert [key for _, key in keys(text, known)] == [1, 1, 2, 1]

    def test_with_one_family_name_are_nobody_where_nothing_says_which(self):
        known = {1: ["Ada Field"], 2: ["Boris Field"]}
        assert [key for _, key in keys("It was Ada Field and Boris Field.\n\nThey asked Field.", known)] == [1, 2]

    def test_with_one_family_name_are_the_one_last_named_in_full(self):
        known = {1: ["Ada Field"], 2: ["Boris Field"]}
        text = "It was Ada Field, then Boris Field. Nobody asked Field. Then Ada Field came and Field spoke."
        assert [key for _, key in keys(text, known)] == [1, 2, 2, 1, 1]


class TestRunsOfCapitalisedWords:
    @pytest.mark.parametrize(
        ("text", "name"),
        [
            ("They met Ada Field there.", "Ada Field"),
            ("Ada Field left.", "Ada Field"),
            ("On Monday President Ada Field left.", "Ada Field"),
            ("Former Deputy Finance Minister Ada van der Moss left.", "Ada van der Moss"),
            ("They met J. K. Field there.", "J. K. Field"),
            ("It was in Ada O’Hara’s house.", "Ada O’Hara"),
            ("It is Jean-Luc Moss.", "Jean-Luc Moss"),
            ("The judge, Émilie Ødegård, left.", "Émilie Ødegård"),
            ("They asked Judge Moss.", "Moss"),
            ("They met Ada Field (Labour) there.", "Ada Field"),
            ("Step-brother Ada Field left.", "Ada Field"),
            ("Among them were Chiefs Ada Field and others.", "Ada Field"),
        ],
    )
    def test_are_people(self, text, name):
        assert [key for _, key in keys(text)] == [name.replace(".", "")]

    @pytest.mark.parametrize(
        "text",
        [
            "They met at the Appeal Court.",
            "They met in Upper Moss.",
            "The Silver Hand won.",
            "It happened at Long Barrow, Poland.",
            "It was a Silver Hand (SH) meeting.",
            "They saw Silver Hand (1994) there.",
            "They met on Monday.",
            "They read Harbour Review.",
            "The FBI said so.",
            "They left.",
        ],
    )
    def test_are_not_people(self, text):
        assert keys(text) == []

    def test_are_found_again_by_the_last_word(self):
        assert [key for _, key in keys("They met Ada Field. Later Field left.")] == ["Ada Field", "Ada Field"]

    def test_count_for_nothing_in_a_headline_of_capitals(self):
        headline = "Local Mayor Faces Backlash for Supporting Ada Field"
        assert keys(headline) == []
        body = "\n\nThey say that Ada Field left. They saw Field."
        assert [key for _, key in keys(headline + body)] == ["Ada Field"] * 3

    @pytest.mark.parametrize("noun", ["Thief", "Fisherman", "Widow"])
    def test_lose_the_noun_with_which_a_sentence_begins(self, noun):
        text = f"{noun} Ada Field left.\n\nThey say that Ada Field came back."
        assert [key for _, key in keys(text)] == ["Ada Field", "Ada Field"]

    @pytest.mark.parametrize("word", ["Suspended", "Weightlifter", "Jailed", "Shopkeeper"])
    def test_lose_a_word_that_describes_them(self, word):
        text = f"They met Ada Field.\n\n{word} Field left."
        assert [key for _, key in keys(text)] == ["Ada Field", "Ada Field"]
        assert [key for _, key in keys(f"{word} Ada Field left.")] == ["Ada Field"]

    def test_keep_a_first_name_that_ends_alike(self):
        assert [key for _, key in keys("They met Ada Field. Ahmed Field left.")] == ["Ada Field", "Ahmed Field"]

    @pytest.mark.parametrize("word", ["Rebutting", "Whenever", "Accusing"])
    def test_lose_the_verb_with_which_a_sentence_begins(self, word):
        assert [key for _, key in keys(f"They met Ada Field.\n\n{word} Field, they left.")] == ["Ada Field"] * 2

    def test_keep_a_first_name_that_they_have_elsewhere_too(self):
        text = "Jo Ada Field left.\n\nThey say that Jo Ada Field came, and Ada Field."
        assert [key for _, key in keys(text)] == ["Jo Ada Field", "Jo Ada Field", "Ada Field"]

    def test_are_missed_as_the_docstring_says(self):
        assert keys("She met madonna, Cher and Ада Філд Мосс Рід Гілл.") == []
