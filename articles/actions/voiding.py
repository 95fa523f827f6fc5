"""What a story's exact content holds up, and what an edit therefore makes void: said at once, and kept."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.actions.inspection import approval, cleared, edition_of
from articles.workflow import Status

READY = (Status.APPROVED, Status.SCHEDULED)
LONGEST = 300


def holding(story):
    """What stands on the words of now: {"approval", "clearance": its Transition, "verdicts": numbers of claims}."""
    found = {"verdicts": _judged(story)}
    if story.status in READY:
        found["approval"] = approval(story)
    if _is_cleared(story):
        found["clearance"] = story.transitions.filter(move="clear").first()
    return found


def lost(before, story):
    """What of it an edit has made void, in words."""
    found = []
    given = before.get("approval")
    if given and story.status not in READY:
        found.append(_("the approval by {who} of {when}").format(**_who_and_when(given)))
    given = before.get("clearance")
    if given and not _is_cleared(story):
        found.append(_("the legal clearance by {who} of {when}").format(**_who_and_when(given)))
    count = len(before["verdicts"] - _judged(story))
    if count:
        found.append(ngettext("the verdict on a claim", "the verdicts on {count} claims", count).format(count=count))
    return found


def said(why, voided):
    """The reason of an edit as History keeps it."""
    told = _("Made void: {what}").format(what=", ".join(voided)) if voided else ""
    return " · ".join(part for part in (why, told) if part)[:LONGEST]


def _judged(story):
    bound = story.claims.bound().prefetch_related("verdicts")
    return {claim.pk for claim in bound if claim.verdict}


def _is_cleared(story):
    given = cleared(story.pk)
    return bool(given) and given["hash"] == edition_of(story).content_hash


def _who_and_when(move):
    return {"who": str(move.by), "when": date_format(move.at, "SHORT_DATETIME_FORMAT")}
