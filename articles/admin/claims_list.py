"""The tab “Claims” of a story's page: what is claimed and what it rests on, and what needs a claim and has none."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.gate.claims import needing, needs
from articles.models import Claim, Evidence, Verdict
from articles.publishing.profiles import profile_of_number

KINDS = {"statement": _("Said against somebody"), "quotation": _("Quotation"), "figure": _("Figure")}
PLACES = {
    "headline": _("in the headline"),
    "standfirst": _("in the standfirst"),
    "social_headline": _("in the headline for sharing"),
    "description": _("in the description"),
    "pictures": _("under a picture, or in its place"),
}


def of_edition(edition):
    """What the tab shows of a working copy, as saved or as typed."""
    kept = edition.snapshot | {"profile": profile_of_number(edition.snapshot.get("jurisdiction_id"))}
    needed = needing(kept, edition)
    covered = sum(bool(answering) for *_facts, answering in needed)
    return {
        "rows": [_row(claim) for claim in kept["claims"]],
        "address": reverse("desk_claims", args=[kept["story"]]) if kept["story"] else "",
        "needs": [_need(*facts) for *facts, claims in needs(_all_supported(kept), edition) if not claims],
        "covered": covered,
        "needed": len(needed),
        "percent": 100 * covered // len(needed) if needed else 100,
    }


def _all_supported(kept):
    """As if every claim had a source: what is still open then has no claim at all."""
    return kept | {"claims": [claim | {"evidence": claim["evidence"] or [None]} for claim in kept["claims"]]}


def _need(kind, field, words):
    return {"label": KINDS[kind], "words": words, "in_text": field == "body", "where": PLACES.get(field, "")}


def _row(claim):
    stances = [one["stance"] for one in claim["evidence"]]
    result = claim["verdict"]["result"] if claim["verdict"] else ""
    return {
        "key": claim["key"],
        "words": claim["words"],
        "kind": Claim.ClaimKind(claim["kind"]).label,
        "about": claim["about"],
        "is_serious": claim["severity"] == Claim.Severity.SERIOUS,
        "supports": stances.count(Evidence.Stance.SUPPORTS),
        "contradicts": stances.count(Evidence.Stance.CONTRADICTS),
        "result": result,
        "verdict": Verdict.Result(result).label if result else "",
        "is_void": claim["lost_verdict"],
    }
