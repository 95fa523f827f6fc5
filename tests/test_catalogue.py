"""The catalogue of the checks, from which docs/standards.md is made: whole, and true of what the code finds."""

import re
from pathlib import Path

import pytest

from articles.gate import Level
from articles.gate.catalogue import catalogue
from articles.gate.origins import ORIGINS

GATE = Path(__file__).parent.parent / "articles" / "gate"
LEVELS = {"B": Level.BLOCKER, "C": Level.CAUTION, "A": Level.ADVICE}


def ids_in_code():
    code = "\n".join(path.read_text() for path in GATE.glob("*.py") if path.name not in {"origins.py", "registry.py"})
    return set(re.findall(r'"([a-z]+\.[BCA]\d{3})"', code))


def test_every_finding_that_the_code_can_make_is_in_it():
    assert {entry.id for entry in catalogue()} == ids_in_code()


@pytest.mark.parametrize("entry", catalogue(), ids=lambda entry: entry.id)
def test_each_says_what_it_asks_and_where_it_comes_from(entry):
    assert entry.level == LEVELS[entry.id.partition(".")[2][0]]
    assert entry.message and entry.readers and entry.origin
    path, _colon, function = entry.place.partition(": ")
    assert f"def {function}(" in (GATE.parent.parent / path).read_text()


def test_no_origin_is_told_of_what_is_not_there():
    known = ids_in_code() | {one.partition(".")[0] for one in ids_in_code()}
    assert set(ORIGINS) <= known | {"changes"}
