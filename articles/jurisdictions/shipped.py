"""The profiles as shipped: TOML files beside this one. A file may include term lists of others, and add or drop."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

HERE = Path(__file__).resolve().parent
SHIPPED = ("generic", "england_and_wales")
ABOUT = {"code", "name", "language", "note", "include", "drop", "rule"}


@dataclass(frozen=True)
class Term:
    """Words to look for (phrases with commas between; * ends a word with anything), and why."""

    words: str
    reason: str = ""
    cites: str = ""

    @property
    def key(self):
        """The first phrase: by it a row stays the same while others are added to it. Once in a list."""
        return self.words.split(",")[0].strip()


@dataclass(frozen=True)
class Profile:
    """rules: {key: (value, cites)}; terms: {list: [Term]}."""

    code: str
    name: str
    language: str
    note: str
    rules: dict
    terms: dict


@cache
def profiles():
    """{code: Profile}, the default one first."""
    return {code: profile(code) for code in SHIPPED}


@cache
def profile(code):
    read = _read(code)
    rules = {rule["key"]: (rule["value"], rule.get("cites", "")) for rule in read["rule"]}
    about = {key: read.get(key, "") for key in ("code", "name", "language", "note")}
    return Profile(**about, rules=rules, terms=_terms(read))


def _read(name):
    return tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))


def _terms(read):
    """The included lists without what is dropped, then the file's own, which take the place of others of their key."""
    dropped = read.get("drop", {})
    found = {}
    for name in read.get("include", ()):
        for heading, rows in _lists(_read(name)):
            kept = (term for term in map(_term, rows) if term.key not in dropped.get(heading, ()))
            found.setdefault(heading, {}).update({term.key: term for term in kept})
    for heading, rows in _lists(read):
        found.setdefault(heading, {}).update({term.key: term for term in map(_term, rows)})
    return {heading: list(terms.values()) for heading, terms in found.items()}


def _term(row):
    return Term(**row | {"words": " ".join(row["words"].split())})


def _lists(read):
    """(list, rows) of a file: `[[offence]]` as it stands, `[[topic.suicide]]` by both its names."""
    for heading, rows in read.items():
        if heading in ABOUT:
            continue
        if isinstance(rows, dict):
            yield from ((f"{heading}.{name}", inner) for name, inner in rows.items())
        else:
            yield heading, rows
