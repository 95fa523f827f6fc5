"""The one-line source box: `https://…`, `court: …`, `doc: …`, `heard: …`, `phone: …`, `radio: …`, `agency: …`. Pure."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from articles.models import Source, Terms

Kind = Source.SourceKind
WORDS = {
    "court": Kind.COURT_RECORD,
    "doc": Kind.DOCUMENT,
    "document": Kind.DOCUMENT,
    "heard": Kind.PERSON,
    "phone": Kind.PERSON,
    "met": Kind.PERSON,
    "tv": Kind.BROADCAST,
    "radio": Kind.BROADCAST,
    "agency": Kind.AGENCY,
    "own": Kind.OWN_REPORTING,
}
MOST_LINES = 20
LONGEST = 300
_WORD = re.compile(r"\s*(\w+)\s*:\s*(?!//)(.*)", re.DOTALL)
_URL = re.compile(r"https?://\S+", re.IGNORECASE)


@dataclass(frozen=True)
class Line:
    """One source as typed. `terms` is empty for people: what was agreed with somebody is never guessed."""

    kind: str
    description: str
    url: str
    terms: str


def parse(text):
    """The sources in the box, one a line. Raises ValueError with the line that says nothing usable."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if len(lines) > MOST_LINES:
        raise ValueError(lines[MOST_LINES])
    return [_parsed(line) for line in lines]


def _parsed(line):
    found = _URL.search(line)
    url = found[0] if found else ""
    word = _WORD.fullmatch(line)
    kind = WORDS.get(word[1].lower()) if word else None
    rest = word[2].strip() if kind else line
    if kind is None:
        kind = Kind.WEBSITE if url else Kind.DOCUMENT
    description = " ".join(rest.replace(url, " ").split()) if url else rest
    description = description or (urlsplit(url).hostname or "" if url else "")
    if "://" in description or not description or len(description) > LONGEST or len(url) > 1000:
        raise ValueError(line[:80])
    return Line(kind, description, url, "" if kind == Kind.PERSON else Terms.ON_RECORD)
