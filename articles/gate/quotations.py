"""Quotations: who said it, how it was checked, and whether these still are their words."""

import re
from bisect import bisect_left, bisect_right

from django.utils.translation import gettext as _

from articles import text
from articles.gate.claims import needing
from articles.gate.reading import reading_of
from articles.gate.registry import Caution, Group, check
from articles.models import Claim

NAMED_AFTER = re.compile(r",?\s(?:called\s)?[^\W\d_a-z][\w.’'-]+\s(?:[a-z]{1,3}\s){0,2}[^\W\d_a-z]")
NAMED_BEFORE = re.compile(r"[^\W\d_a-z][\w.’'-]+,\s(?:\d+,\s)?\Z")


def _bound(snapshot):
    return [claim for claim in snapshot["claims"] if claim["kind"] == Claim.ClaimKind.QUOTATION]


@check(Group.SOURCES)
def a_quotation_says_who_speaks(snapshot, edition):
    for claim in _bound(snapshot):
        if not claim["speaker"]:
            yield Caution("quotations.C001", _("Say whose words these are."), "claims", claim["words"])


@check(Group.SOURCES)
def a_quotation_says_how_it_was_checked(snapshot, edition):
    for claim in _bound(snapshot):
        if not claim["checked_how"].strip():
            message = _("Say how this quotation was checked: a recording, a transcript, notes.")
            yield Caution("quotations.C002", message, "claims", claim["words"])


@check(Group.SOURCES)
def a_quotation_has_the_words_that_were_said(snapshot, edition):
    for claim in _bound(snapshot):
        if claim["original"] and text.is_altered(text.quoted_words(claim["words"]), claim["original"]):
            message = _("The words differ from the original by more than brackets and ellipses.")
            yield Caution("quotations.C003", message, "claims", claim["words"])


@check(Group.SOURCES)
def somebody_without_a_name_is_quoted_from_a_source(snapshot, edition):
    """By a pseudonym or as “one of the victims”: then a claim says where the words are from, or a source is they."""
    if any(use.get("is_anonymous") or use["protected_label"] for use in snapshot["sources"]):
        return
    reading = reading_of(snapshot, edition)
    bound = {words for kind, _field, words, claims in needing(snapshot, edition) if kind == "quotation" and claims}
    for quotation, speaker in _unnamed(reading, edition):
        if quotation.text not in bound:
            message = _("Somebody who is not named is quoted, and no source says from where.")
            yield Caution("quotations.C004", message, "sources", quotation.text, note=speaker.text)


def _unnamed(reading, edition):
    """Each quotation with the word for its speaker, in the sentences it begins and ends in, where no name stands beside
    that: “one resident, Ada Lamb, said” says who."""
    whole = edition.content["text"]
    speakers = {"unnamed_speaker": reading.terms.get("unnamed_speaker", ())}
    found = (
        [one for one in text.found_terms(whole, speakers) if not _is_named(whole, one)] if reading.quotations else ()
    )
    sentences = text.sentences(whole) if found else ()
    starts, places = [one.start for one in sentences], [one.start for one in found]
    for quotation in reading.quotations if found else ():
        begins = sentences[bisect_right(starts, quotation.start) - 1].start
        ends = sentences[bisect_right(starts, quotation.end - 1) - 1].end
        near = found[bisect_left(places, begins) : bisect_left(places, ends)]
        beside = [one for one in near if not quotation.start <= one.start < quotation.end]
        if beside:
            yield quotation, beside[0]


def _is_named(whole, speaker):
    ahead = whole[max(0, speaker.start - 60) : speaker.start]
    return bool(NAMED_AFTER.match(whole, speaker.end) or NAMED_BEFORE.search(ahead))
