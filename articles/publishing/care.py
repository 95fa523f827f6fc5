"""What stands before and after a story that can hurt to read: notes to readers, and helplines where they are."""

import re

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from articles.jurisdictions.words import Topic
from articles.models import Helpline
from articles.publishing.profiles import profile_of_number

NOTES = {
    Topic.SEXUAL_VIOLENCE: _("This story speaks of sexual violence."),
    Topic.SUICIDE: _("This story speaks of suicide."),
    Topic.SELF_HARM: _("This story speaks of self-harm."),
    Topic.CHILD_ABUSE: _("This story speaks of the abuse of children."),
    Topic.DOMESTIC_ABUSE: _("This story speaks of violence at home."),
}
HELP_FIRST = {Topic.SUICIDE}  # their helplines stand before the text, too
WATCHED = {Topic.DOMESTIC_ABUSE, Topic.SEXUAL_VIOLENCE, Topic.CHILD_ABUSE}  # who reads of it may be watched doing so


def way_out(article):
    """Where a reader gets who must leave the page at once; empty where its topics ask for no such link."""
    return settings.LEAVE_TO if any(note["topic"] in WATCHED for note in article.advisories) else ""


def applying(rows):
    """The topics that a story speaks of, out of its topic rows."""
    return [row["topic"] for row in rows if not row["reason"]]


def offered(story, rows):
    """{"audience": the regions of a story's readers, "helplines": what there is for its topics, wherever}."""
    topics = set(applying(rows))
    if not topics:
        return {"audience": [], "helplines": []}
    usual = profile_of_number(story.jurisdiction_id)["rules"]["helplines.regions"]
    return {
        "audience": regions_in(story.regions) or usual,
        "helplines": [one for one in known_helplines() if topics & set(one["topics"])],
    }


def known_helplines():
    """Everything in use, as plain JSON."""
    return [
        {
            "id": one.pk,
            "name": one.name,
            "number": one.number,
            "url": one.url,
            "hours": one.hours,
            "language": one.language,
            "regions": one.regions,
            "topics": one.topics,
            "verified_on": one.verified_on.isoformat() if one.verified_on else None,
        }
        for one in Helpline.objects.in_use()
    ]


def regions_in(words):
    """The codes in a line of them."""
    return [code.upper() for code in re.split(r"[,;\s]+", words) if code]


def serves(helpline, region):
    """Whether a helpline is for a region: “GB” is for “GB-ENG”, too."""
    return not helpline["regions"] or any(region == own or region.startswith(f"{own}-") for own in helpline["regions"])


def fitting(helplines, topic, region=None):
    """Those for a topic, in a region if one is given."""
    return [
        one for one in helplines if topic in one["topics"] and (region is None or serves(one, region))
    ]  # fmt: skip


def public_helplines(helplines, topics, audience):
    """What readers are shown of helplines: those for a topic of the story and for one of its readers' regions."""
    places = audience or [None]
    shown = {one["id"]: one for topic in topics for place in places for one in fitting(helplines, topic, place)}
    return [
        {key: one[key] for key in ("id", "name", "number", "url", "hours", "language")} | {"tel": _dialled(one)}
        for one in sorted(shown.values(), key=lambda one: (one["name"], one["id"]))
    ]


def _dialled(helpline):
    return re.sub(r"[^0-9+*#]", "", helpline["number"])


def public_advisories(rows, language):
    """The notes before a story: its own words, or the usual ones in its language."""
    with translation.override(language or settings.LANGUAGE_CODE):
        return [
            {
                "topic": row["topic"],
                "label": str(Topic(row["topic"]).label),
                "note": row["note"].strip() or str(NOTES[Topic(row["topic"])]),
                "help_first": row["topic"] in HELP_FIRST,
            }
            for row in rows
            if not row["reason"]
        ]
