"""The tab “Claims” of a story's page: what is claimed and what it rests on, and what needs a claim and has none."""

from django.urls import reverse

from articles.models import Claim, Evidence, Verdict


def of_edition(edition):
    """What the tab shows of a working copy, as saved or as typed."""
    kept = edition.snapshot
    return {
        "rows": [_row(claim) for claim in kept["claims"]],
        "address": reverse("desk_claims", args=[kept["story"]]) if kept["story"] else "",
    }


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
