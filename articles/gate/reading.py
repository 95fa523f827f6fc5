"""What a story says, read once for all the checks that ask: names, statements, quotations, figures, part by part."""

from collections.abc import Iterator
from dataclasses import dataclass

from articles import text
from articles.gate.laws import terms_of
from articles.text import Name, Statement

PARTS = ("headline", "standfirst", "social_headline", "description", "text", "captions")
FIELD = {"text": "body", "captions": "pictures"}  # what of the form mends a part
LISTED = ("guilt", "conviction", "accusation", "label")  # kinds that say somebody did wrong, or is said to have
APART = "\n\n"


@dataclass(frozen=True)
class Said:
    """A statement, the part of the story it stands in, and the sentence as an excerpt."""

    part: str
    statement: Statement

    @property
    def kind(self):
        return self.statement.kind

    @property
    def about(self) -> Name | None:
        return self.statement.about

    @property
    def field(self):
        return FIELD.get(self.part, self.part)

    @property
    def sentence(self):
        return " ".join(self.statement.sentence.text.split())


class Reading:
    """The parts of an Edition read as one text, so that a name that the text gives in full is known in the headline.

    Keys of names: ("person", number) and ("organization", number) for those linked to the story, else the name itself.
    """

    def __init__(self, snapshot, content):
        self.terms = terms_of(snapshot)
        self.known = dict(_known(snapshot))
        self.spans, whole = {}, ""
        for part in PARTS:
            start = len(whole)
            whole += _words_of(content, part).strip()
            self.spans[part] = range(start, len(whole))
            whole += APART
        self.names = text.names(whole, self.known, self.terms.get("not_people", ()))
        self.said = [
            Said(part, one)
            for one in text.statements(whole, self.names, self.terms)
            if (part := self._part_of(one.start))
        ]
        self.quotations = [one for one in text.quotations(content["text"]) if not text.is_title(one.text)]
        self.whole = whole

    def _part_of(self, place):
        return next((part for part, span in self.spans.items() if place in span), None)

    def of_kind(self, *kinds) -> list[Said]:
        return [one for one in self.said if one.kind in kinds]

    def against(self) -> list[Said]:
        """What says of somebody named that they did wrong, or are said to have; what is denied or supposed is not."""
        found = [one for one in self.of_kind(*LISTED) if one.about]
        return [one for one in found if not (one.statement.negated or one.statement.conditional)]

    @property
    def people(self) -> list[Name]:
        """Whoever is named and is no firm or the like, each mention."""
        return [name for name in self.names if not name.is_body]


def _words_of(content, part):
    """A part as plain text; each caption, and each text instead of a picture, is a paragraph of its own."""
    if part == "captions":
        told = [picture.get(key) for picture in content.get("pictures", ()) for key in ("caption", "alt")]
        return APART.join(dict.fromkeys(words for words in told if words))
    if part == "description":
        return text.own_description(content)
    return content[part]


def _known(snapshot) -> Iterator[tuple]:
    for side, kind in (("people", "person"), ("organizations", "organization")):
        for part in snapshot[side]:
            yield (kind, part["id"]), [part["name"], *part.get("also_known_as", ())]


def reading_of(snapshot, edition) -> Reading:
    """Made once for an Edition."""
    if not hasattr(edition, "_reading"):
        edition._reading = Reading(snapshot, edition.content)
    return edition._reading


def rule(snapshot, key):
    """The value of a rule of the profile that the story is held to."""
    return snapshot["profile"]["rules"][key]


def has_died(snapshot, key):
    """Whether the record of somebody named says when they died; whoever nobody has linked counts as living."""
    return any(("person", part["id"]) == key and part.get("died_on") for part in snapshot["people"])
