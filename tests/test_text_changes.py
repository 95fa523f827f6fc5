"""What a change touches: property by property over many made-up changes, and the cases that people meet."""

import random
import re

import pytest

from articles import jurisdictions
from articles.jurisdictions.words import Touched
from articles.text import plain, touched, touches
from articles.text.changes import CLAIM, DATE, FIGURE, HEADLINE, NAME, NEGATION, QUOTATION, STATUS

TERMS = {
    name: [{"words": one.words, "reason": "", "cites": ""} for one in found]
    for name, found in jurisdictions.profile("generic").terms.items()
}
SEEDS = range(30)
SENTENCES = (
    "The council voted on Tuesday to mend the harbour wall before winter",
    "Nell Harrow was acquitted of fraud on 14 May 2019 at the crown court",
    "“We never saw the money again,” said Rowan Pike of the Harbour Trust",
    "Work on the quay costs £1,400,000 and takes 18 months, the surveyors wrote",
    "Three boats lay in the harbour and nobody asked whose they were",
    "The jury did not agree on the second count, and a retrial was ordered",
    "Visitors walk along the promenade and look at the painted houses",
    "Ada Quill, 34, said that the ferry had left without her",
    "The rain came late, and the farmers were glad of whatever fell",
    "A spokeswoman called the repairs “long overdue and badly planned”",
)
PLAIN_WORDS = ("harbour", "promenade", "painted", "houses", "farmers", "surveyors", "whatever", "visitors", "glad")
MONTHS = ("January", "March", "June", "September", "December")


def content(text, **parts):
    given = {"headline": "Council mends the harbour wall", "social_headline": "", "standfirst": "", "dateline": ""}
    return given | {"description": "", "text": text, "pictures": [], "people": [], "organizations": []} | parts


def made_up(chance):
    count = chance.randint(2, 12)
    return ". ".join(chance.choice(SENTENCES) for _ in range(count)) + "."


def kinds(old, new, **parts):
    return touched(content(old, **parts), content(new, **parts), TERMS)


def replaced(text, pattern, by, chance):
    """One match, chosen by chance, replaced by what `by` makes of it; None where there is none."""
    found = list(re.finditer(pattern, text))
    if not found:
        return None
    one = chance.choice(found)
    return text[: one.start()] + by(one[0]) + text[one.end() :]


def other_digit(digit):
    return str((int(digit) + 3) % 10)


def misspelt(word):
    middle = len(word) // 2
    return word[: middle - 1] + word[middle] + word[middle - 1] + word[middle + 1 :]


CHANGED = {  # what is replaced, by what, and what that touches (any of these)
    "a digit": (r"\d", other_digit, {FIGURE, DATE}),
    "a month": (r"\bMay\b", lambda _: random.Random(1).choice(MONTHS), {DATE}),
    "a weekday": (r"\bTuesday\b", lambda _: "Monday", {DATE}),
    "a surname": (r"\b(?:Harrow|Pike|Quill)\b", lambda _: "Marsh", {NAME}),
    "a name by one letter": (r"\b(?:Harrow|Pike|Quill)\b", misspelt, {NAME}),
    "an organization": (r"\bHarbour Trust\b", lambda _: "Harbour Board", {NAME}),
    "a quoted word": (r"(?<=“We never )saw|(?<=long )overdue", lambda _: "wanted", {QUOTATION}),
    "a negation left out": (r"\b(?:not|never|without|nobody) ", lambda _: "", {NEGATION, QUOTATION}),
    "a negation put in": (r"(?<=The council )", lambda _: "never ", {NEGATION}),
    "the status of a case": (r"\bacquitted\b", lambda _: "convicted", {STATUS}),
    "the status of a count": (r"\bretrial\b", lambda _: "sentence", {STATUS}),
    "an offence": (r"\bfraud\b", lambda _: "theft", {STATUS}),
    "a number in words": (r"\bThree\b", lambda _: "Four", {FIGURE}),
    "a magnitude": (r"£1,400,000", lambda _: "£1,400 million", {FIGURE}),
    "a currency": (r"£", lambda _: "€", {FIGURE}),
}
UNTOUCHED = {
    "typographic quotation marks": (r"“([^”]*)”", lambda words: '"' + words[1:-1] + '"'),
    "a comma": (r",(?= )", lambda _: ""),
    "a comma more": (r"(?<=[a-z]) and\b", lambda _: ", and"),
    "a space": (r" ", lambda _: "  "),
    "a hard space": (r" ", lambda _: "\u00a0"),
    "a paragraph's end": (r"(?<=\.) ", lambda _: "\n\n"),
    "a thousands' comma": (r"1,400,000", lambda _: "1400,000"),
    "a small letter": (r"\bThe\b", lambda _: "the"),
    "a misspelling": (rf"\b(?:{'|'.join(PLAIN_WORDS)})\b", misspelt),
}


class TestProperties:
    @pytest.mark.parametrize("seed", SEEDS)
    def test_what_readers_rely_on_is_touched_whatever_stands_around_it(self, seed):
        for name, (pattern, by, expected) in CHANGED.items():
            chance = random.Random(f"{seed} {name}")
            old = made_up(chance)
            new = replaced(old, pattern, by, chance)
            if new is not None and new != old:
                assert kinds(old, new) & expected, (name, old, new)

    @pytest.mark.parametrize("seed", SEEDS)
    def test_spelling_spaces_and_signs_touch_nothing(self, seed):
        for name, (pattern, by) in UNTOUCHED.items():
            chance = random.Random(f"{seed} {name}")
            old = made_up(chance)
            new = replaced(old, pattern, by, chance)
            if new is not None:
                assert kinds(old, new) == set(), (name, old, new)

    @pytest.mark.parametrize("seed", SEEDS)
    def test_there_and_back_touch_the_same(self, seed):
        chance = random.Random(seed)
        old, new = made_up(chance), made_up(chance)
        there, back = (touches(content(a), content(b), TERMS) for a, b in ((old, new), (new, old)))
        assert {(one.kind, one.before, one.after) for one in there} == {(o.kind, o.after, o.before) for o in back}

    @pytest.mark.parametrize("seed", SEEDS)
    def test_nothing_changed_touches_nothing(self, seed):
        text = made_up(random.Random(seed))
        assert kinds(text, text) == set()

    @pytest.mark.parametrize("seed", SEEDS)
    def test_letters_at_random_never_break_it_and_a_digit_among_them_is_seen(self, seed):
        chance = random.Random(seed)
        letters = "ab N’'“”\"‘.,-–£%\n 57½三éÅß"
        old = "".join(chance.choice(letters) for _ in range(chance.randint(0, 80)))
        place = chance.randint(0, len(old))
        new = old[:place] + " 83 " + old[place:]
        assert kinds(old, new) & {FIGURE, DATE}

    def test_a_long_text_costs_little_more_than_its_length(self):
        """Counted in calls of the interpreter: twice the text, at most some thrice the work."""
        from sys import setprofile

        def work(old, new):
            calls = 0

            def count(_frame, event, _argument):
                nonlocal calls
                calls += event in ("call", "c_call")

            setprofile(count)
            try:
                kinds(old, new)
            finally:
                setprofile(None)
            return calls

        chance = random.Random(5)
        text = ". ".join(chance.choice(SENTENCES) for _ in range(400)) + "."
        other = ". ".join(chance.choice(SENTENCES) for _ in range(400)) + "."
        kinds(text, other)
        assert work(text * 2, other * 2) < 3.2 * work(text, other)


class TestCases:
    def test_the_kinds_are_those_that_rules_choose_from(self):
        assert {HEADLINE, NAME, FIGURE, DATE, QUOTATION, NEGATION, STATUS, CLAIM} == set(Touched.values)

    def test_every_word_of_the_headline_counts_its_commas_do_not(self):
        def of(headline):
            return touched(content("Rain."), content("Rain.", headline=headline), TERMS)

        assert of("Council mends a harbour wall") == {HEADLINE}
        assert of("Council mends the harbour wall.") == set()

    def test_a_name_at_the_beginning_of_a_sentence(self):
        assert kinds("Mr Pike left. Pike had spoken.", "Mr Pike left. Marsh had spoken.") == {NAME}

    def test_a_name_is_known_by_those_linked_to_the_story(self):
        people = [{"name": "Nell Harrow", "description": ""}]
        assert NAME in kinds("Harrow left early.", "Harow left early.", people=people)

    def test_who_is_linked_to_the_story(self):
        old, new = (content("Rain.", people=[{"name": name, "description": ""}]) for name in ("Ada", "Nell"))
        [one] = touches(old, new, TERMS)
        assert (one.kind, one.part, one.before, one.after) == (NAME, "people", "Ada", "Nell")

    def test_words_taken_out_of_their_quotation_marks(self):
        assert kinds("He called it “a lie of his own”.", "He called it a lie of his own.") == {QUOTATION}

    def test_two_speakers_who_change_places(self):
        old = "“We won it,” he said. “We lost it,” she said."
        assert QUOTATION in kinds(old, "“We lost it,” he said. “We won it,” she said.")

    def test_a_not_that_moves_to_another_sentence(self):
        assert NEGATION in kinds("He did not go. She did leave.", "He did go. She did not leave.")

    def test_a_word_and_its_contrary(self):
        assert kinds("The search was lawful.", "The search was unlawful.") == {NEGATION}

    def test_below_nought(self):
        assert kinds("It was 5 degrees.", "It was -5 degrees.") == {FIGURE}
        assert kinds("Aged 10-15 at most.", "Aged 10–15 at most.") == set()

    def test_what_a_figure_counts_is_part_of_it(self):
        assert kinds("It took 5 weeks.", "It took 5 months.") == {FIGURE}

    def test_the_state_of_a_case_that_readers_see_beside_the_text(self):
        case = {"name": "Nell Harrow", "status_label": "Charged"}
        old, new = (
            content("Rain.", proceedings=[case]),
            content("Rain.", proceedings=[case | {"status_label": "On trial"}]),
        )
        assert touched(old, new, TERMS) == {STATUS}

    def test_a_caption_is_read_too(self):
        old, new = (
            content("Rain.", pictures=[{"caption": f"The wall in {year}.", "alt": ""}]) for year in (2018, 2019)
        )
        assert touched(old, new, TERMS) == {DATE}

    def test_the_place_is_given_as_the_words_before_and_after(self):
        [one] = touches(content("They met on Tuesday at noon."), content("They met on Monday at noon."), TERMS)
        assert (one.kind, one.part, one.before, one.after) == (DATE, "text", "Tuesday", "Monday")


class TestClaims:
    def test_the_words_bound_to_a_claim(self):
        old, new = {"k": "the wall is rotten"}, {"k": "the wall is weak"}
        texts = content("They say the wall is rotten."), content("They say the wall is weak.")
        assert touched(*texts, TERMS, (old, new)) == {CLAIM}

    def test_a_mark_that_comes_or_goes_touches_nothing(self):
        text = content("They say the wall is rotten.")
        bound = {"k": "the wall is rotten"}
        assert touched(text, text, TERMS, ({}, bound)) == touched(text, text, TERMS, (bound, {})) == set()

    def test_a_claim_that_goes_with_its_words_is_touched(self):
        texts = content("They say the wall is rotten."), content("They say much.")
        assert CLAIM in touched(*texts, TERMS, ({"k": "the wall is rotten"}, {}))


def test_markup_is_no_part_of_it():
    old, new = plain("<p>The <b>wall</b> stands.</p>"), plain("<p>The wall stands.</p>")
    assert kinds(old, new) == set()
