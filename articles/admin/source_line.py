"""The one-line source box: `https://…`, `court: …`, `doc: …`, `heard: …`, `phone: …`, `radio: …`, `agency: …`. Pure."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.utils.translation import gettext_lazy as _

from articles.models import Source, StorySource, Terms

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
OWN_REPORTING = _("Own reporting")
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


def usable(text):
    """The sources in a box that somebody still writes in: lines that say nothing usable yet are passed over."""
    found = []
    for line in text.replace("\x00", "").splitlines()[:MOST_LINES]:
        try:
            found += parse(line)
        except ValueError:
            continue
    return found


def uses(lines, terms="", own_reporting=False):
    """The sources of the box as uses of a story, nothing of it saved. terms: the ones asked for, instead of the usual.

    Own reporting is one click.
    """
    found = [
        StorySource(
            source=Source(kind=line.kind, public_description=line.description, url=line.url), terms=terms or line.terms
        )
        for line in lines
    ]
    if own_reporting:
        own = Source(kind=Kind.OWN_REPORTING, public_description=str(OWN_REPORTING))
        found.append(StorySource(source=own, terms=terms or Terms.ON_RECORD))
    return found


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
