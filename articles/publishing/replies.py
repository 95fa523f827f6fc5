"""What readers are told of those who were asked for a reply."""

from django.utils import timezone
from django.utils.dateparse import parse_datetime

from articles.models import ReplyRequest

TOLD_AS = {
    ReplyRequest.Outcome.WAITING: "asked",
    ReplyRequest.Outcome.NO_RESPONSE: "asked",
    ReplyRequest.Outcome.REPLIED: "replied",
    ReplyRequest.Outcome.DECLINED: "declined",
    ReplyRequest.Outcome.UNREACHABLE: "unreachable",
    ReplyRequest.Outcome.PUBLIC_REPLY: "public",
    ReplyRequest.Outcome.WITHDRAWN: "withdrawn",
}


def public_replies(snapshot, unnamed=()):
    """What readers are told of those who were asked, as long as they are in the story; not why somebody was not.

    unnamed: numbers of Sources that are not shown.
    """
    named = {(side, part["id"]): part["name"] for side in ("people", "organizations") for part in snapshot[side]}
    for request in snapshot.get("replies", ()):
        key = ("people", request["person"]) if request["person"] else ("organizations", request["organization"])
        kind = TOLD_AS.get(request["outcome"])
        shows = kind == "public" and request.get("source_id") not in unnamed
        if kind and key in named:
            yield {
                "kind": kind,
                "name": named[key],
                "on": _day(request["sent_at"]),
                "text": request["answer"].strip() if kind in {"replied", "declined", "public"} else "",
                "source": request["source"] if shows else "",
                "url": request["source_url"] if shows else "",
            }


def _day(moment):
    """The day of a moment in the newsroom's zone, as ISO text."""
    if not moment:
        return ""
    return timezone.localtime(parse_datetime(moment), timezone.get_default_timezone()).date().isoformat()
