"""Where the story knows it from, and on what terms it may say so."""

import re

from django.utils.translation import gettext as _

from articles.gate.reading import reading_of
from articles.gate.registry import Blocker, Caution, Group, check
from articles.models import Source, Terms
from articles.models.sources import UNATTRIBUTABLE


def _name(use):
    return use["attribution"] or use["public_description"]


@check(Group.SAFETY, harm=True)
def what_is_off_the_record_is_attributed_nowhere(snapshot, edition):
    """Deep background too: usable, but never with a word on where it comes from."""
    shown = "\n".join(_everything_shown(edition))
    for use in snapshot["sources"]:
        if use["terms"] not in UNATTRIBUTABLE:
            continue
        terms = Terms(use["terms"]).label
        if use["attribution"]:
            message = _("A source used on terms “{terms}” has an attribution: take the wording out.")
            place = {"mend": "sources.attribution", "where": use["attribution"], "row": use["id"]}
            yield Blocker("attribution.B001", message.format(terms=terms), **place)
        told = [phrase for phrase in _phrases(use) if _says(shown, phrase)]
        for phrase in told:
            message = _("The story names a source used on terms “{terms}”.")
            yield Blocker("attribution.B002", message.format(terms=terms), mend="body", where=phrase)


def _phrases(use):
    """What would give a source away: its descriptions and address, where they are long enough to mean it."""
    candidates = {use["public_description"], use["attribution"], use["url"], use["protected_label"]}
    return sorted(phrase for phrase in candidates if len(phrase) >= 4)


def _says(text, phrase):
    return re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", text, re.IGNORECASE) is not None


def _everything_shown(edition):
    content = edition.content
    yield from (content[key] for key in ("headline", "standfirst", "text", "body", "description", "social_headline"))
    yield from (source["text"] for source in content["sources"])
    yield from (source["url"] for source in content["sources"])
    yield from (source.get("anonymity", "") for source in content["sources"])
    yield from (reply[key] for reply in content.get("replies", ()) for key in ("text", "source", "url"))
    yield from (
        count[key] for count in content.get("proceedings", ()) for key in ("detail", "citation", "citation_url")
    )
    yield from (picture[key] for picture in content["pictures"] for key in ("caption", "alt", "credit"))
    yield from (part["description"] for part in [*content["people"], *content["organizations"]])
    yield edition.public_note


@check(Group.SOURCES)
def it_has_a_source(snapshot, edition):
    if not snapshot["sources"]:
        yield Caution("attribution.C001", _("No source is given for anything in this story."), mend="sources")


@check(Group.SOURCES)
def every_use_of_a_source_has_its_terms(snapshot, edition):
    for use in snapshot["sources"]:
        if not use["terms"]:
            yield Caution(
                "attribution.C002",
                _("Say on what terms this source is used: on the record, background …"),
                mend="sources.terms",
                where=_name(use),
                row=use["id"],
            )


@check(Group.SOURCES)
def every_quotation_has_a_source(snapshot, edition):
    """As far as can be seen without claims: something said needs somebody or something that may be quoted."""
    if any(use["terms"] in {Terms.ON_RECORD, Terms.BACKGROUND} for use in snapshot["sources"]):
        return
    for quotation in reading_of(snapshot, edition).quotations:
        message = _("A quotation has no source that may be quoted (on the record or background).")
        yield Caution("attribution.C003", message, mend="sources", where=quotation.text[:120])


@check(Group.SOURCES)
def background_says_how_the_source_knows(snapshot, edition):
    for use in snapshot["sources"]:
        person = use["kind"] == Source.SourceKind.PERSON
        if person and use["terms"] == Terms.BACKGROUND and not use["attribution"]:
            message = _("A person on background needs the wording agreed with them.")
            yield Caution("attribution.C004", message, "sources.attribution", _name(use), use["id"])
