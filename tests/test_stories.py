"""A hundred little stories through the gate, each as if pasted: what is found in it, and nothing else.

The stories (tests/stories/) are invented, and so are the people in them. The head of each says which checks its words
have to raise, and which place a check has to name, or must not.
"""

from pathlib import Path

import pytest
from django.utils import timezone

from articles.exchange.plain_text import findings

pytestmark = pytest.mark.django_db
STORIES = sorted((Path(__file__).parent / "stories").glob("*.txt"))
# The checks that go by the words of a text alone; others ask for what no pasted text has.
READING = {
    "attribution.C003",
    "care.C001",
    "care.C004",
    "claims.C001",
    "claims.C002",
    "fairness.A001",
    "fairness.C001",
    "fairness.C002",
    "identity.C001",
    "identity.C002",
    "language.A004",
    "language.A005",
    "language.C001",
    "proceedings.A001",
    "proceedings.C001",
    "proceedings.C003",
    "quotations.C004",
    "replies.C001",
}


def read(path):
    """(the ids expected, [(whether it is named, id, words)], the text)"""
    head, _, text = path.read_text().partition("---\n")
    expected, places = set(), []
    for line in head.splitlines():
        kind, _, told = line.partition(":")
        if kind == "expect":
            expected = set(told.split())
        else:
            identity, _, words = told.strip().partition(" ")
            places.append((kind == "place", identity, words))
    return expected, places, text


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_what_is_found_in_a_story(path):
    expected, places, text = read(path)
    found = {row["id"]: row["where"] for row in findings(text, timezone.now())}
    assert found.keys() & READING == expected
    assert not {identity for identity in found if ".B" in identity and not identity.startswith("essentials.")}
    for is_named, identity, words in places:
        assert (words in found.get(identity, "")) == is_named, (identity, words)


def test_every_check_that_reads_is_met_and_many_stories_have_nothing_to_ask_but_for_sources():
    told = [read(path)[0] for path in STORIES]
    assert READING - set().union(*told) <= {"language.A005"}
    assert len(STORIES) >= 100
    assert sum(expected <= {"attribution.C003", "claims.C002"} for expected in told) >= 40


def test_the_law_of_the_place_is_named():
    _, _, text = read(Path(__file__).parent / "stories" / "complainant-named.txt")
    notes = {}
    for code in ("generic", "england_and_wales"):
        rows = {row["id"]: row["places"][0]["note"] for row in findings(text, timezone.now(), code)}
        notes[code] = rows["identity.C002"], rows["care.C002"]
    assert "Directive 2012/29/EU" in notes["generic"][0] and "(Amendment) Act 1992" in notes["england_and_wales"][0]
    assert "GB-ENG" not in notes["generic"][1] and "GB-ENG" in notes["england_and_wales"][1]
