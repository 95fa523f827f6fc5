"""What a story speaks of that can hurt to read, and the list of helplines."""

from datetime import timedelta

from django.conf import settings
from django.contrib.auth.models import Permission
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import User
from articles import permissions
from articles.actions.refreshing import Followed, follow, refuse_protected
from articles.models import Helpline, HelplineTrial, Outbox, StoryTopic
from articles.publishing import outbox
from articles.publishing.profiles import profile_of_number

MOST_LISTED = 30  # in a mail
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


def good_since(now=None):
    """Whatever was tried on this day or later need not be tried again yet."""
    return timezone.localdate(now or timezone.now()) - timedelta(days=helpline_days())


def helplines_due(now=None):
    """Those in use that nobody has tried for too long."""
    return Helpline.objects.due(good_since(now))


def remind_of_helplines(now=None):
    """Writes to whoever may try helplines which are due: once a week, from Monday morning, and only if any are."""
    now = now or timezone.now()
    monday = _monday_morning(now)
    if now < monday or not helplines_due(now).exists():
        return False
    with transaction.atomic():
        Helpline.objects.update(is_retired=F("is_retired"))  # holds the rows: another worker waits, and sees ours
        if Outbox.objects.filter(kind="helplines_due", due_at=monday).exists():
            return False
        outbox.record("helplines_due", {}, due=monday)
    return True


def _monday_morning(now):
    local = timezone.localtime(now, timezone.get_default_timezone())
    return (local - timedelta(days=local.weekday())).replace(hour=8, minute=0, second=0, microsecond=0)


@outbox.effect("helplines_due")
def _write_to_who_may_try(_payload):
    due = list(helplines_due())
    if not due:
        return
    subject = ngettext("{count} helpline is to be tried", "{count} helplines are to be tried", len(due))
    told = _("Nobody has tried these for {days} days. A wrong number harms: call each, and say that it answered.")
    lines = [f"{one}: {', '.join(filter(None, [one.number, one.url]))}" for one in due[:MOST_LISTED]]
    page = f"{settings.DESK_URL}{reverse('admin:articles_helpline_changelist')}?tried=due"
    body = "\n\n".join([told.format(days=helpline_days()), "\n".join(lines), page])
    with transaction.atomic():
        for address in _who_may_try():
            outbox.record("mail", {"to": address, "subject": subject.format(count=len(due)), "body": f"{body}\n"})


def _who_may_try():
    rule = Permission.objects.filter(codename="change_helpline", content_type__app_label="articles")
    may = Q(groups__permissions__in=rule) | Q(user_permissions__in=rule)
    people = User.objects.filter(may, is_active=True, is_staff=True).exclude(email="").distinct()
    return sorted(people.values_list("email", flat=True))


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
