"""Which known word somebody meant: slips of a letter or two, never another word."""

import time

import pytest

from articles.text.spelling import Spelling, slips, words_of

KNOWN = Spelling(
    {word: word for word in ("Harbour", "Ferries", "Zoë", "Måløy", "Veremouth", "Amory", "Boats", "Порт-Артур")}
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("harbor", "Harbour"), ("HARBUOR", "Harbour"), ("feries", "Ferries"), ("veermouth", "Veremouth"),
        ("maløi", "Måløy"), ("amori", "Amory"), ("boast", "Boats"),
    ],
)  # fmt: skip
def test_a_slip_of_a_letter_or_two_is_put_right(typed, meant):
    assert KNOWN.closest(typed) == (meant, meant)


@pytest.mark.parametrize("typed", ["zeppelin", "armoury", "ferret", "hair", "coats and boots", "", "x" * 5000])
def test_another_word_is_left_alone(typed):
    assert KNOWN.closest(typed) is None


@pytest.mark.parametrize("typed", ["harbour", "HARBOUR", "maløy", "måløy"])
def test_case_and_accents_are_no_slips(typed):
    assert typed in KNOWN


def test_short_words_and_numbers_are_never_misspelt():
    assert words_of("The A165 at Thornsea, zoë’s café 2026") == ["Thornsea", "café"]


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ("tram", "tram", 0),
        ("tram", "trams", 1),
        ("tram", "trma", 1),
        ("tram", "dram", 1),
        ("tram", "rm", 2),
        ("a", "abcd", 3),
    ],
)
def test_slips_are_counted(one, other, count):
    assert slips(one, other) == slips(other, one) == count


def test_thousands_of_names_are_looked_through_in_no_time():
    known = Spelling({f"{first}{middle}{last}": 0 for first in _SOUNDS for middle in _SOUNDS for last in _SOUNDS})
    began = time.perf_counter()
    for _ in range(20):
        known.closest("harbinbaror")
    assert time.perf_counter() - began < 2


_SOUNDS = (
    "bar",
    "ber",
    "bor",
    "han",
    "hen",
    "hor",
    "kal",
    "kel",
    "lin",
    "lon",
    "mar",
    "mor",
    "nis",
    "nor",
    "ren",
    "tor",
)
