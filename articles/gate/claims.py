"""What the text asserts against somebody, and whether it rests on anything."""

import re

from django.utils.translation import gettext as _

from articles import text
from articles.gate.reading import has_died, reading_of, rule
from articles.gate.registry import Advice, Caution, Group, check
from articles.models import Claim, Source, Verdict

FIGURED = ("headline", "standfirst")


def needing(snapshot, edition):
    """What needs a claim: [(kind, field, sentence, the claims that answer for it)], in the order of the text.

    kind: "statement" (an accusation or statement of guilt about somebody named), "quotation" or "figure" (of the
    headline or standfirst). It is covered where a claim with evidence answers for it. Looked for once an Edition.
    """
    if not hasattr(edition, "_needing"):
        edition._needing = needs(snapshot, edition)
    return edition._needing


def needs(snapshot, edition):
    """The same, looked for anew: for another snapshot than the Edition's own."""
    found = []
    claims = [claim for claim in snapshot["claims"] if claim["evidence"]]
    reading = reading_of(snapshot, edition)
    sentences = {}
    for said in reading.against():
        sentences.setdefault((said.part, said.sentence), []).append(said)
    for statements in sentences.values():
        answers = [_answering(claims, said, reading) for said in statements]
        answering = [claim for claim in claims if all(answers) and any(claim in each for each in answers)]
        found.append(("statement", statements[0].field, statements[0].sentence, answering))
    for quotation in reading.quotations:
        found.append(("quotation", "body", quotation.text, _same_words(claims, quotation.text)))
    for part in FIGURED:
        for figure in text.counted(edition.content[part]):
            whole = re.compile(rf"(?<![\w.,]){re.escape(figure.text)}(?!\w)", re.IGNORECASE)
            found.append(("figure", part, figure.text, [claim for claim in claims if whole.search(claim["words"])]))
    return found


def _answering(claims, said, reading):
    """Those that bind the accusing words; for what cannot carry a claim, as a headline, those that accuse the same."""
    if said.part == "text":
        return [claim for claim in claims if _covers(claim, said)]
    key = said.about.key
    same = [one for one in reading.against() if one.about.key == key]
    return [claim for claim in claims if _is_about(claim, key) and (is_grave(claim) or _any_covered(claim, same))]


def _covers(claim, said):
    """Whether the words that accuse are among those that the claim binds."""
    sentence, words, term = (_folded(one) for one in (said.sentence, claim["words"], said.statement.text))
    if sentence in words:
        return True
    ahead = said.statement.sentence.text[: said.statement.start - said.statement.sentence.start]
    at = sentence.find(term, len(_folded(ahead)))
    places = [found.start() for found in re.finditer(re.escape(words), sentence)] if words else []
    return any(start <= at and at + len(term) <= start + len(words) for start in places)


def _any_covered(claim, statements):
    return any(_covers(claim, one) for one in statements if one.part == "text")


def _is_about(claim, key):
    """As far as somebody has said whom it is about."""
    about = {("person", claim["person"]), ("organization", claim["organization"])}
    return key in about or not (claim["person"] or claim["organization"])


def covered(snapshot, edition):
    """(how many of `needing` a claim answers for, how many there are)."""
    found = needing(snapshot, edition)
    return sum(bool(answering) for *_facts, answering in found), len(found)


def _same_words(claims, sentence):
    sentence = _folded(sentence)
    folded = [(claim, _folded(claim["words"])) for claim in claims]
    return [claim for claim, words in folded if words and (words in sentence or sentence in words)]


def _folded(words):
    return " ".join(words.casefold().replace("’", "'").replace("“", '"').replace("”", '"').split())


@check(Group.SOURCES)
def what_is_said_against_somebody_rests_on_something(snapshot, edition):
    for kind, field, sentence, answering in needing(snapshot, edition):
        if kind == "statement" and not answering:
            message = _("This is said against somebody named, and no claim shows what it rests on.")
            yield Caution("claims.C001", message, field, sentence)


@check(Group.SOURCES)
def a_figure_up_high_rests_on_something(snapshot, edition):
    """In the headline, which travels alone; in the standfirst it is a tip."""
    for kind, field, figure, answering in needing(snapshot, edition):
        if kind == "figure" and not answering:
            message = _("This figure stands up high, and no claim in the text shows what it rests on.")
            if field == "headline":
                yield Caution("claims.C002", message, field, figure)
            else:
                yield Advice("claims.A002", message, field, figure)


@check(Group.SOURCES)
def every_claim_has_evidence(snapshot, edition):
    for claim in snapshot["claims"]:
        if not any(one["stance"] == "supports" for one in claim["evidence"]):
            yield Caution("claims.C003", _("Nothing supports this claim yet."), "claims", claim["words"])


@check(Group.SOURCES)
def an_allegation_has_evidence_enough(snapshot, edition):
    documents = rule(snapshot, "claims.primary_documents_needed")
    sources = rule(snapshot, "claims.independent_sources_needed")
    for claim in _allegations(snapshot, edition):
        supporting = [one for one in claim["evidence"] if one["stance"] == "supports"]
        if not supporting:
            continue
        primary = [one for one in supporting if _is_primary(one, snapshot)]
        if len(primary) < documents and _independent(supporting) < sources:
            message = _("An allegation needs a primary document, or {count} sources independent of each other.")
            yield Caution("claims.C004", message.format(count=sources), "claims", claim["words"])


@check(Group.SOURCES)
def somebody_else_has_judged_an_allegation(snapshot, edition):
    for claim in _allegations(snapshot, edition):
        if not claim["evidence"]:
            continue
        if claim["lost_verdict"]:
            message = _("Words or evidence were changed after somebody had checked this: have it checked again.")
            yield Caution("claims.C005", message, "claims", claim["words"])
        elif claim["verdict"] is None:
            message = _("Somebody other than the writer checks an allegation against its sources.")
            yield Caution("claims.C005", message, "claims", claim["words"])


@check(Group.SOURCES)
def nothing_stands_that_was_found_wanting(snapshot, edition):
    for claim in snapshot["claims"]:
        if claim["verdict"] and claim["verdict"]["result"] != Verdict.Result.SUPPORTED:
            label = Verdict.Result(claim["verdict"]["result"]).label
            message = _("Checked and found “{verdict}”: change the words, or add what supports them.")
            yield Caution("claims.C006", message.format(verdict=label), "claims", claim["words"])


@check(Group.SOURCES)
def quotations_are_bound_to_their_sources(snapshot, edition):
    """A tip: that a story without any source quotes somebody is a Caution of its own."""
    if not snapshot["sources"]:
        return
    for kind, field, words, answering in needing(snapshot, edition):
        if kind == "quotation" and not answering:
            message = _("This quotation is not bound to the source it is from.")
            yield Advice("claims.A001", message, field, words)


def _allegations(snapshot, edition):
    """The claims that accuse somebody living: those marked so, and whatever they are called, those whose words do."""
    against = [one for one in reading_of(snapshot, edition).against() if not has_died(snapshot, one.about.key)]
    for claim in snapshot["claims"]:
        marked = is_grave(claim) and not has_died(snapshot, ("person", claim["person"]))
        if marked or _any_covered(claim, against):
            yield claim


def is_grave(claim):
    """An allegation, or something serious, about somebody."""
    against = claim["kind"] == Claim.ClaimKind.ALLEGATION or claim["severity"] == Claim.Severity.SERIOUS
    return against and bool(claim["person"] or claim["organization"])


def _is_primary(evidence, snapshot):
    """Marked as one, a court's own record, notes from open court, or what a trusted agency reports."""
    source = next((use for use in snapshot["sources"] if use["id"] == evidence["source"]), None)
    if evidence["is_primary"] or source is None:
        return evidence["is_primary"]
    agencies = {"trusted_agencies": snapshot["profile"]["terms"].get("trusted_agencies", ())}
    told = f"{source['public_description']}\n\n{source['attribution']}"
    counts = source["kind"] == Source.SourceKind.AGENCY and rule(snapshot, "claims.agencies_count_as_primary")
    trusted = counts and bool(text.found_terms(told, agencies))
    in_court = source["kind"] == Source.SourceKind.COURT_RECORD and rule(
        snapshot, "claims.open_court_counts_as_primary"
    )
    return trusted or in_court


def _independent(supporting):
    """The largest number of sources of which each is independent of one and the same other, that one included."""
    sources = {one["source"] for one in supporting}
    return max((1 + len(sources & set(one["independent_of"])) for one in supporting), default=0)
