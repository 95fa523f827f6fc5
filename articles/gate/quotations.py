"""Quotations: who said it, how it was checked, and whether these still are their words."""

from django.utils.translation import gettext as _

from articles import text
from articles.gate.claims import needing
from articles.gate.reading import reading_of
from articles.gate.registry import Caution, Group, check
from articles.models import Claim


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
    speakers = {"unnamed_speaker": snapshot["profile"]["terms"].get("unnamed_speaker", ())}
    reading = reading_of(snapshot, edition)
    bound = {words for kind, _field, words, claims in needing(snapshot, edition) if kind == "quotation" and claims}
    for quotation, sentence in _with_sentences(reading, edition):
        outside = sentence.replace(quotation.text, " ")
        found = text.found_terms(outside, speakers) if quotation.text not in bound else ()
        if found:
            message = _("Somebody who is not named is quoted, and no source says from where.")
            yield Caution("quotations.C004", message, "sources", quotation.text, note=found[0].text)


def _with_sentences(reading, edition):
    """Each quotation and the text of the sentences that it begins and ends in."""
    whole = edition.content["text"]
    sentences = text.sentences(whole)
    for quotation in reading.quotations:
        around = [one for one in sentences if one.start < quotation.end and quotation.start < one.end]
        if around:
            yield quotation, whole[around[0].start : around[-1].end]
