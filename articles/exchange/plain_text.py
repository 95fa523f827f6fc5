"""A plain text as if somebody had pasted it into a new story: nothing is saved."""

import html
from itertools import groupby

from articles import actions, gate
from articles.models import Jurisdiction, Story, TypeOfWork
from articles.publishing.compose import compose
from articles.publishing.snapshot import snapshot
from articles.text import legible, sanitise
from articles.workflow import Kind

LONGEST = 1_000_000


def as_story(text, jurisdiction=None):
    """An unsaved news story: the first line is the headline, blank lines part paragraphs.

    jurisdiction: the code of a profile; raises Jurisdiction.DoesNotExist where there is none of it.
    """
    headline, _, rest = legible(text[:LONGEST]).strip().partition("\n")
    paragraphs = [
        " ".join(lines) for filled, lines in groupby(rest.splitlines(), key=lambda line: bool(line.strip())) if filled
    ]
    body = sanitise("".join(f"<p>{html.escape(paragraph)}</p>" for paragraph in paragraphs))
    longest = Story._meta.get_field("headline").max_length
    return Story(
        headline=headline.strip()[:longest],
        body=body,
        type_of_work=TypeOfWork.NEWS,
        jurisdiction=Jurisdiction.objects.get(code=jurisdiction) if jurisdiction else None,
    )


def findings(text, now, jurisdiction=None):
    """What the gate would say, one row a check: [{"id", "level", "message", "where", "mend", "places"}].

    places: [{"where", "note", "mend"}] of everything that the check found; `where` is all of them, a line each.
    """
    edition = compose(snapshot(as_story(text, jurisdiction)), Kind.FIRST, "", now)
    return [_row(finding, places) for finding, places in gate.gathered(actions.findings_of(edition))]


def _row(finding, places):
    return {
        "id": finding.id,
        "level": str(finding.level),
        "message": finding.message,
        "where": "\n".join(dict.fromkeys(place.where for place in places if place.where)),
        "mend": finding.mend,
        "places": [{"where": place.where, "note": place.note, "mend": place.mend} for place in places],
    }
