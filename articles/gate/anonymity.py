"""Sources whom readers are not told the name of: why, how they know, and who answers for it."""

from django.utils.translation import gettext as _

from articles import text
from articles.gate.reading import rule
from articles.gate.registry import Caution, Group, check
from articles.models import Terms

ARTICLES = {
    "a",
    "an",
    "the",
    "our",
    "one",
    "two",
    "three",
    "several",
    "some",
    "many",
    "multiple",
    "unnamed",
    "anonymous",
}


def _not_named(snapshot):
    return [use for use in snapshot["sources"] if use.get("is_anonymous")]


def _shown(snapshot):
    """Those of whom readers are told something: deep background is used without a word on where it is from."""
    return [use for use in _not_named(snapshot) if use["terms"] != Terms.DEEP_BACKGROUND]


def _wording(use):
    return use["attribution"] or use["protected_label"] or use["public_description"]


@check(Group.SOURCES)
def readers_learn_why_a_source_is_not_named(snapshot, edition):
    for use in _shown(snapshot):
        if not use["anonymity"]:
            message = _("Say why this source is not named: readers see the reason.")
            yield Caution("anonymity.C001", message, "sources.reason_for_anonymity", _wording(use), use["id"])


@check(Group.SOURCES)
def an_attribution_says_how_the_source_knows(snapshot, edition):
    for use in _shown(snapshot):
        if use["attribution"] and is_vague(use["attribution"], snapshot["profile"]["terms"]):
            message = _("This wording does not say how the source knows, not even what they are.")
            yield Caution("anonymity.C002", message, "sources.attribution", use["attribution"], use["id"])


@check(Group.SOURCES)
def somebody_has_approved_that_a_source_is_not_named(snapshot, edition):
    writers = {writer["id"] for writer in snapshot["writers"]}
    another = rule(snapshot, "anonymous.approver_is_another")
    for use in _not_named(snapshot):
        if use["anonymity_approved_by"] is None:
            message = _("Nobody has approved this anonymous source as it is worded now.")
            yield Caution("anonymity.C003", message, "anonymity", _wording(use), use["id"])
        elif another and use["anonymity_approved_by"] in writers:
            message = _("A writer of the story approved this anonymous source: somebody else does.")
            yield Caution("anonymity.C004", message, "anonymity", _wording(use), use["id"])


def is_vague(wording, terms):
    """Whether a wording is one of the listed ones and nothing more: “a source”, “people familiar with the matter”."""
    found = text.found_terms(wording, {"vague_attribution": terms.get("vague_attribution", ())})
    rest = wording
    for one in reversed(found):
        rest = rest[: one.start] + " " + rest[one.end :]
    return bool(found) and all(word.strip(".,;:’'“”\"").casefold() in ARTICLES | {""} for word in rest.split())
