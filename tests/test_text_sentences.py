"""Where sentences end, and what a text counts."""

import pytest

from articles.text import figures, sentences


def texts(text):
    return [sentence.text for sentence in sentences(text)]


class TestSentences:
    def test_say_where_they_stand(self):
        text = "A headline without a stop\n\n  Ada Field left. She was late!\n\nWhy?"
        found = sentences(text)
        assert [sentence.text for sentence in found] == [
            "A headline without a stop",
            "Ada Field left.",
            "She was late!",
            "Why?",
        ]
        assert all(text[sentence.start : sentence.end] == sentence.text for sentence in found)
        assert [sentence.paragraph for sentence in found] == [0, 1, 1, 2]

    @pytest.mark.parametrize(
        "one",
        [
            "Mr. Field met Dr. Moss, Gen. Hill and Sen. Brook.",
            "J. K. Field of the U.S. Army lives at No. 10 in St. Mary.",
            "It weighs 3.5 kg and costs $1,200.50.",
            "It was late ... very late … indeed.",
            "“Is it true?” Field asked.",
            "“Never!” she cried.",
            "Field vs. Moss begins at 6 p.m. Monday.",
            "Acme Inc. and Moss Ltd. failed.",
            "a line\nthat goes on",
            "“It ends.”",
        ],
    )
    def test_are_not_cut(self, one):
        assert texts(one) == [one]

    @pytest.mark.parametrize(
        "two",
        [
            ("He said: “Go.”", "Then she left."),
            ("(It was late.)", "Nobody came."),
            ("She lives in the U.S.", "He does not."),
            ("It begins at 6 p.m.", "The doors open at five."),
            ("Who did it …", "Nobody knew."),
            ("“Yes.”", "“No.”"),
            ("He came with Sam Field Jr.", "They left."),
        ],
    )
    def test_are_cut_where_one_ends(self, two):
        assert texts(" ".join(two)) == list(two)

    def test_end_in_other_scripts_too(self):
        assert texts("彼は言った。「そうです。」本当？") == ["彼は言った。", "「そうです。」", "本当？"]

    def test_end_with_a_line_that_goes_on_with_a_capital(self):
        assert texts("First line\nSecond line") == ["First line", "Second line"]


class TestFigures:
    @pytest.mark.parametrize(
        ("text", "kind", "found"),
        [
            ("Nine jailed", "number", "Nine jailed"),
            ("sentenced to 30 years", "number", "30 years"),
            ("540 million records", "number", "540 million records"),
            ("3,000 people", "number", "3,000 people"),
            ("twenty-one women", "number", "twenty-one women"),
            ("on 12 March 2019.", "date", "12 March 2019"),
            ("March 3, 2020", "date", "March 3, 2020"),
            ("in 2011", "date", "in 2011"),
            ("2019-03-12", "date", "2019-03-12"),
            ("a £40m fine", "money", "£40m"),
            ("$3.5 million", "money", "$3.5 million"),
            ("two million dollars", "money", "two million dollars"),
            ("12%", "share", "12%"),
            ("5.5 per cent", "share", "5.5 per cent"),
            ("1 in 5 women", "share", "1 in 5"),
            ("Harbour Fair 2019 opens", "date", "2019"),
            ("2,019 people", "number", "2,019 people"),
            ("2019 million people", "number", "2019 million people"),
        ],
    )
    def test_are_found(self, text, kind, found):
        assert [(figure.text, figure.kind) for figure in figures(text)] == [(found, kind)]

    @pytest.mark.parametrize(
        "text", ["one of them", "the first man", "it may be late", "No-one came", "two of them", "K2-18b"]
    )
    def test_are_not_seen_everywhere(self, text):
        assert figures(text) == []

    def test_say_where_they_stand(self):
        text = "Of 12 people, two men paid €5."
        assert all(text[figure.start : figure.end] == figure.text for figure in figures(text))
        assert len(figures(text)) == 3
