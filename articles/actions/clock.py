"""What happens by itself at its hour, and how the desk knows that it does."""

import logging
from dataclasses import dataclass
from datetime import timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.actions.passage import MoveRefused, Stale
from articles.actions.verbs import publish
from articles.models import Heartbeat, Outbox, Story
from articles.publishing import kept, outbox, project, purge

log = logging.getLogger(__name__)
DEAD_AFTER = timedelta(minutes=2)
LATE_AFTER = timedelta(minutes=2)
LOOKED_AT = 20_000  # stories at once, when public tables are compared with what is live


def publish_due(now=None):
    """Publishes what is scheduled and due: once, however many workers ask. Returns the stories published.

    A story that the gate refuses at its hour stays scheduled, and who scheduled it is told once.
    """
    now = now or timezone.now()
    published = []
    for story in Story.objects.due(now):
        try:
            published.append(publish(story, by=None, now=now))
        except Stale:
            continue  # another worker has it, or somebody has just changed it
        except (MoveRefused, PermissionDenied) as refusal:
            _report(story, _reasons(refusal))
        except Exception as error:  # one story's trouble is not the others'
            log.exception("story %s could not be published", story.pk)
            _report(story, type(error).__name__)
    return published


def _reasons(refusal):
    findings = [finding.message for finding in getattr(refusal, "findings", ())]
    return " ".join([str(refusal), *findings])


def _report(story, reasons):
    """Notes the problem on the story and writes to the person who scheduled it, the first time only."""
    if not Story.objects.scheduled().filter(pk=story.pk, schedule_problem="").update(schedule_problem=reasons):
        return
    scheduled = story.transitions.filter(move="schedule").first()
    if scheduled and scheduled.by and scheduled.by.email:
        subject = _("Not published at its hour: {headline}").format(headline=story.headline)
        body = _("The story stays scheduled and is tried again until it passes or is changed.") + f"\n\n{reasons}\n"
        outbox.record("mail", {"to": scheduled.by.email, "subject": " ".join(subject.split()), "body": body})


def sweep(now=None):
    """One round of the worker: what is due, then what a crash left lying. Returns (stories published, effects done)."""
    now = now or timezone.now()
    published = publish_due(now)
    return len(published), outbox.sweep(now)


_pages = kept.Round()


def renew_pages():
    """One step of the worker's way through the kept pages of stories; returns how many were made anew."""
    return _pages.go()


def reconcile(now=None):
    """Makes the public tables agree with what is live, where they do not; returns the numbers of the stories mended.

    Nothing of ours leaves them apart; a restored table or a hand in the database may.
    """
    mended, below = reconcile_below(now=now)
    while below:
        found, below = reconcile_below(below, now)
        mended += found
    return sorted(mended)


def reconcile_below(last=0, now=None):
    """The same for LOOKED_AT numbers, from the last (0: the highest) down: (those mended, where to go on or 0)."""
    now, last = now or timezone.now(), last or project.last_number()
    first = max(last - LOOKED_AT + 1, 1)
    return [number for number in project.disagreements(first, last) if _mend(number, now)], first - 1


def _mend(number, now):
    with transaction.atomic():
        Story.objects.filter(pk=number).update(confirm_by=F("confirm_by"))  # holds the row against a move under way
        story = Story.objects.filter(pk=number).select_related("live_edition").first()
        if story and not project.disagreement(story):
            return False
        log.error("the public tables showed something else than story %s: mended", number)
        if story and story.is_live:
            project.project(story.live_edition)
        else:
            project.withdraw(number, now)
        outbox.record("purge", {"keys": purge.keys(number, project.pages_of(number)), "at_once": True})
    return True


def beat(name, now=None):
    """Leaves the worker's sign of life."""
    Heartbeat.objects.update_or_create(name=name, defaults={"at": now or timezone.now()})


@dataclass(frozen=True)
class Pulse:
    """Whether the worker lives and keeps up, for the dashboard."""

    last_beat: object
    is_alive: bool
    late_stories: list
    waiting_effects: int

    @property
    def is_well(self):
        return self.is_alive and not self.late_stories


def late(now=None):
    """Stories whose hour passed more than LATE_AFTER ago and that are not out."""
    return Story.objects.due((now or timezone.now()) - LATE_AFTER)


def pulse(now=None):
    """The state of the worker and of everything that hangs on it."""
    now = now or timezone.now()
    last = Heartbeat.objects.order_by("-at").first()
    alive = last is not None and now - last.at < DEAD_AFTER
    waiting = Outbox.objects.ready(now - LATE_AFTER).count()
    return Pulse(last.at if last else None, alive, list(late(now)), waiting)
