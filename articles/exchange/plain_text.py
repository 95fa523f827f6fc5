"""A plain text as if somebody had pasted it into a new story: nothing is saved."""

import html
import re
from itertools import groupby

from django.utils.translation import gettext as _

from articles import actions, gate
from articles.models import Jurisdiction, Story, TypeOfWork
from articles.publishing.compose import compose
from articles.publishing.snapshot import snapshot
from articles.text import legible, sanitise
from articles.workflow import Kind

LONGEST = 10_000_000  # characters
WRAPPED = 100  # characters: no line of a text that was broken to fit a page is longer
APART = re.compile(r"\s*(?:[-–—*•·]\s|\(?\d{1,3}[.)]\s|[A-Z][\w.’' -]{0,30}:\s)")  # list items, speakers
UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def read(file) -> str:
    """What an open binary file says: no more of it than is looked at, and one character to know that there is more."""
    return decoded(file.read(4 * (LONGEST + 1)))  # bytes


def decoded(content: bytes) -> str:
    """UTF-8 with or without its mark, UTF-16 with it; else Windows-1252, unless most of it would have been UTF-8."""
    if content.startswith(UTF_16):
        return content.decode("utf-16", "replace")
    text = content.decode("utf-8-sig", "replace")
    strange = text.count("\ufffd")
    foreign = sum(char > "\x7f" for char in text) - strange
    return text if strange <= foreign else content.decode("cp1252", "replace")


def as_story(text, jurisdiction=None):
    """An unsaved news story: the first line is the headline; blank lines part paragraphs, and so does each line where
    lines are longer than a page is wide, begin a list's item, or name a speaker.

    jurisdiction: the code of a profile; raises Jurisdiction.DoesNotExist where there is none of it.
    """
    headline, _end, rest = legible(text[:LONGEST]).strip().partition("\n")
    blocks = [list(lines) for filled, lines in groupby(rest.split("\n"), key=lambda line: bool(line.strip())) if filled]
    paragraphs = [paragraph for lines in blocks for paragraph in _paragraphs(lines)]
    body = sanitise("".join(f"<p>{html.escape(paragraph)}</p>" for paragraph in paragraphs))
    longest = Story._meta.get_field("headline").max_length
    return Story(
        headline=headline.strip()[:longest],
        body=body,
        type_of_work=TypeOfWork.NEWS,
        jurisdiction=Jurisdiction.objects.get(code=jurisdiction) if jurisdiction else None,
    )


def _paragraphs(lines):
    """Of the lines between two blank ones."""
    unwrapped = max(map(len, lines)) > WRAPPED
    found = []
    for line in lines:
        if found and not unwrapped and not APART.match(line):
            found[-1] += " " + line
        else:
            found.append(line)
    return found


def findings(text, now, jurisdiction=None):
    """What the gate would say, one row a check: [{"id", "level", "message", "where", "mend", "places"}].

    places: [{"where", "note", "mend"}] of everything that the check found; `where` is all of them, a line each.
    """
    edition = compose(snapshot(as_story(text, jurisdiction)), Kind.FIRST, "", now)
    found = [_row(finding, places) for finding, places in gate.gathered(actions.findings_of(edition))]
    return [_cut_short(), *found] if len(text) > LONGEST else found


def _cut_short():
    message = _("Longer than {most} characters: only the beginning was read. Check the rest as a text of its own.")
    return _row(gate.Caution("check_text.C001", message.format(most=f"{LONGEST:,}")), ())


def _row(finding, places):
    return {
        "id": finding.id,
        "level": str(finding.level),
        "message": finding.message,
        "where": "\n".join(dict.fromkeys(place.where for place in places if place.where)),
        "mend": finding.mend,
        "places": [{"where": place.where, "note": place.note, "mend": place.mend} for place in places],
    }
