"""Quotations and slips that can be seen in the text itself."""

import pytest

from articles.text import (
    editors_marks,
    is_shouting,
    is_title,
    quotations,
    square_brackets_outside_quotations,
    suspicious_links,
    unbalanced_quotation_marks,
)


class TestTitles:
    @pytest.mark.parametrize(
        "words",
        [
            "The Lion Man",
            "Person of the Year",
            "Kimono Tying,",
            "Harbour Advisory Number 25A",
            "Decision and Order",
            "Field vs. Moss Limited",
        ],
    )
    def test_between_quotation_marks_nobody_said(self, words):
        assert is_title(words)

    @pytest.mark.parametrize(
        "words",
        [
            "broken into two pieces",
            "We never meant to stay",
            "Thank you, Ada Field",
            "Moss did it.",
            "ADA IS here now",
            "議会は火曜日に投票した",
        ],
    )
    def test_are_no_other_words(self, words):
        assert not is_title(words)


class TestQuotations:
    @pytest.mark.parametrize(
        "text",
        [
            "He said “it is over” and left.",
            'He said "it is over" and left.',
            "Il a dit «it is over» et partit.",
            "Er sagte „it is over“ und ging.",
            "Er sagte „it is over” und ging.",
            "Er sagte »it is over« und ging.",
            "Han sa ”it is over” och gick.",
            "He said ‘it is over’ and left.",
        ],
    )
    def test_each_language_has_its_marks(self, text):
        assert [quotation.text for quotation in quotations(text)] == ["it is over"]

    def test_places_are_those_of_the_words_between_the_marks(self):
        text = "First “one two three”, then “four five six”."
        for quotation in quotations(text):
            assert text[quotation.start : quotation.end] == quotation.text
        assert len(quotations(text)) == 2

    def test_a_word_or_two_are_no_quotation(self):
        assert quotations("The “so called” “expert”") == []

    def test_apostrophes_never_make_a_quotation(self):
        assert quotations("Don’t trust the players’ union of ’89 or the ‘90s that weren’t there’") == []

    def test_straight_single_marks_count_where_the_second_stands_beside_a_stop(self):
        text = (
            "'It's over now,' she said. 'We don't know why.' The '90s were rock 'n' roll, the players' years, he said."
        )
        assert [quotation.text for quotation in quotations(text)] == ["It's over now,", "We don't know why."]
        assert [q.text for q in quotations("He said \"the 'go home' vans, it is said\" to me")] == [
            "the 'go home' vans, it is said"
        ]

    def test_a_possessive_does_not_end_a_single_quotation(self):
        found = quotations("He said ‘the players’ union is very strong,’ and left.")
        assert [quotation.text for quotation in found] == ["the players’ union is very strong,"]

    def test_a_quotation_in_a_quotation_belongs_to_it(self):
        assert [q.text for q in quotations("“He said ‘it is over’ to me”")] == ["He said ‘it is over’ to me"]
        assert [q.text for q in quotations("‘He said “it is over” to me.’")] == ["He said “it is over” to me."]

    @pytest.mark.parametrize("marks", ["“”", '""', "«»"])
    def test_one_that_runs_over_paragraphs_is_one(self, marks):
        opening, closing = marks
        text = f"{opening}One two.\n\n{opening}Three four.{closing} He left.\n\nNothing here."
        assert [q.text for q in quotations(text)] == [f"One two.\n\n{opening}Three four."]
        assert unbalanced_quotation_marks(text) == []

    @pytest.mark.parametrize(
        "text",
        [
            '“It is over now," he said.',
            '"It is over now,” he said.',
            '“It is over\n\n"now,” he said.',
            '"It is over\n\n“now," he said.',
        ],
    )
    def test_straight_and_curly_marks_may_be_mixed(self, text):
        assert len(quotations(text)) == 1 and unbalanced_quotation_marks(text) == []

    def test_a_straight_one_within_a_curly_one_belongs_to_it(self):
        assert [q.text for q in quotations('“It is "all" over now,” he said.')] == ['It is "all" over now,']

    def test_one_that_never_closes_is_none(self):
        assert quotations("He said “it is over and left.\n\nNothing of the kind here.") == []


class TestUnbalancedMarks:
    @pytest.mark.parametrize(
        "text",
        [
            "He said “it is over.",
            "It is over,” he said.",
            'He said "it is over.',
            "« Fini",
            "“One “two” three",
            "„Eins ”zwei” drei”",
        ],
    )
    def test_a_mark_too_many_or_too_few_is_named(self, text):
        assert unbalanced_quotation_marks(f"“Fine.”\n\n{text}\n\nFine.") == [text]

    @pytest.mark.parametrize(
        "text", ["“Yes,” he said.", 'A 27" screen.', "‘Yes,’ she didn’t say.", "« Oui », dit-il.", ""]
    )
    def test_balanced_paragraphs_and_inches_are_not(self, text):
        assert unbalanced_quotation_marks(text) == []

    def test_a_long_quotation_that_is_never_closed_is_found_where_it_stops(self):
        assert unbalanced_quotation_marks("“One.\n\n“Two.\n\nThree.") == ["“Two."]


class TestSquareBrackets:
    def test_inside_a_quotation_they_are_an_editors_insertion(self):
        assert square_brackets_outside_quotations("“[The mayor] knew,” he said.") == []

    def test_outside_they_are_named(self):
        assert square_brackets_outside_quotations("“Yes,” he said [ask again]. [") == ["[ask again]"]


class TestEditorsMarks:
    @pytest.mark.parametrize(
        "text",
        [
            "He is TK years old.",
            "The TK-year-old left.",
            "It cost $TK.",
            "TKTK",
            "Mr XXX said so.",
            "On XXXX",
            "He left ??",
            "He left [CHECK].",
            "He left [TK age of the man].",
            "He left [check with the desk].",
            "He left [??].",
        ],
    )
    def test_unfinished_work_is_found(self, text):
        assert editors_marks(text) == [text]

    @pytest.mark.parametrize(
        "text",
        [
            "TK Maxx opens.",
            "Super Bowl XXX",
            "Chapter XXX begins",
            "XXXL shirts",
            "an XXX-rated film",
            "Why?",
            "TKO",
            "ATK",
            "[sic]",
        ],
    )
    def test_what_only_looks_like_it_is_not(self, text):
        assert editors_marks(text) == []

    def test_each_mark_is_shown_in_its_place(self):
        marks = editors_marks("Long " * 40 + "TK here " + "Long " * 40 + "??")
        assert len(marks) == 2
        assert "TK here" in marks[0]
        assert len(marks[0]) <= 80


class TestShouting:
    @pytest.mark.parametrize("headline", ["MAYOR QUITS", "FIRE IN NYC", "POLICE SEARCH FOR MISSING CHILD in Paris"])
    def test_capitals_throughout_shout(self, headline):
        assert is_shouting(headline)

    @pytest.mark.parametrize(
        "headline", ["Mayor quits", "NATO and EU meet", "NATO", "UNESCO, INTERPOL meet", "東京", "", "UK: EU"]
    )
    def test_acronyms_and_plain_headlines_do_not(self, headline):
        assert not is_shouting(headline)


class TestSuspiciousLinks:
    @pytest.mark.parametrize(
        "href",
        [
            "",
            "#",
            "https://a.org/one two",
            "https://intranet/page",
            "http://http://a.org",
            "https://https//a.org",
            "https://a.org/page).",
            "https://a.org/page.",
            "https://a.org/page)",
            "http://localhost:8000/x",
            "http://127.0.0.1/x",
            "https://example.com/x",
            "www.a.org",
            "mailto:desk",
            "https://bank.org@evil.org/",
            "https://[broken/",
        ],
    )
    def test_an_address_that_looks_broken_is_named(self, href):
        assert suspicious_links(f'<p><a class="x" href="{href}">a</a></p>') == [href]

    @pytest.mark.parametrize(
        "href",
        [
            "https://a.org/x_(y)",
            "https://a.org/",
            "https://a.org/?q=1&amp;r=2#z",
            "/about/",
            "mailto:a@b.org",
            "tel:+49",
            "http://desk/x",
        ],
    )
    def test_sound_addresses_are_not(self, href):
        assert suspicious_links(f'<a href="{href}">a</a>', own_hosts=("desk",)) == []

    def test_each_is_named_once_and_names_without_address_are_none(self):
        assert suspicious_links('<a href="#">a</a><a HREF=#>b</a><a name="x">c</a><a data-href="#">d</a>') == ["#"]
