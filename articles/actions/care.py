"""What a story speaks of that can hurt to read, and the list of helplines."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import permissions
from articles.actions.refreshing import Followed, follow, refuse_protected
from articles.models import Helpline, HelplineTrial, StoryTopic
from articles.publishing.profiles import profile_of_number

CONTACT = ("number", "url")
SHOWN = ("name", "number", "url", "hours", "language", "regions", "topics", "is_retired")


def choose_topics(story, chosen, *, by):
    """Makes these the topics of a story that is being edited. chosen: [StoryTopic], of which only an editor may add or
    reword one that says why a topic does not apply."""
    before = {row.topic: row for row in story.story_topics.all()}
    after = {row.topic: row for row in chosen}
    for topic, row in after.items():
        was = before.get(topic)
        if row.reason and row.reason != (was.reason if was else "") and not permissions.is_editor(by):
            raise PermissionDenied(_("An editor decides that a topic does not apply."))
    for topic, row in before.items():
        if topic not in after:
            row.delete()
    for topic, row in after.items():
        StoryTopic.objects.update_or_create(
            story=story, topic=topic, defaults={"note": row.note.strip(), "reason": row.reason.strip()}
        )


def keep_helpline(helpline, *, by):
    """Saves a helpline, new or changed; live stories that show it follow. Another number or address was never tried."""
    adding = helpline.pk is None
    if not by.has_perm(f"articles.{'add' if adding else 'change'}_helpline"):
        raise PermissionDenied(_("You may not change helplines."))
    refuse_protected(*(getattr(helpline, name) for name in ("name", "number", "url", "hours")))
    with transaction.atomic():
        before = None if adding else Helpline.objects.get(pk=helpline.pk)
        if before and any(getattr(before, name) != getattr(helpline, name) for name in CONTACT):
            helpline.verified_on = helpline.verified_by = None
        helpline.save()
        if before and all(getattr(before, name) == getattr(helpline, name) for name in SHOWN):
            return Followed()
        return follow(helpline, by=by, why=_("The helpline {name} changed.").format(name=helpline))


def helpline_days():
    """After how many days a helpline is due to be tried again, by the house's profile."""
    return profile_of_number(None)["rules"]["helplines.verified_days"]


def tried(helpline, *, by, now=None):
    """Somebody has called it, or opened its page, today, and it answered."""
    if not by.has_perm("articles.change_helpline"):
        raise PermissionDenied(_("You may not change helplines."))
    now = now or timezone.now()
    with transaction.atomic():
        helpline.verified_on, helpline.verified_by = timezone.localdate(now), by
        helpline.save(update_fields=["verified_on", "verified_by"])
        HelplineTrial.objects.create(helpline=helpline, by=by, at=now)
    return helpline
