"""Looking through what is live for what must never be shown, whenever that becomes more: names, restrictions, rules."""

import re
from datetime import datetime, time, timedelta

from django.utils import timezone

from articles.actions.inspection import findings_of
from articles.actions.tasks import open_task
from articles.gate import gathered, unmet
from articles.gate.registry import Group
from articles.models import Outbox, Story, StoryTask
from articles.publishing import outbox
from articles.workflow import HARM

URGENT = timedelta(hours=1)
AT_ONCE, BATCH = 20, 200
ABOUT = re.compile(r"\b(?:PP|R)-\d+\b")  # whom, or which restriction, a finding is about
RESTRICTED = "proceedings.B002"


def watch_soon(*, at_once=True):
    """Has every live story looked through, the newest first: a few on the commit, the others by the worker.

    Called inside the transaction of what makes it necessary. at_once: False where somebody may change more in a row.
    """
    waiting = Outbox.objects.ready(timezone.now()).filter(kind="watch_live")
    if not at_once and waiting.exists():
        return
    if Story.objects.live().exists():
        outbox.record("watch_live", {"most": AT_ONCE}, at_once=at_once)


def watch_on(day):
    """Has every live story looked through at the beginning of a day to come."""
    midnight = datetime.combine(day, time.min, tzinfo=timezone.get_default_timezone())
    outbox.record("watch_live", {}, at_once=False, due=midnight)


@outbox.effect("watch_live")
def _watch(payload):
    """One batch; the rest is recorded for the worker."""
    stories = Story.objects.live().order_by("-pk")
    if "below" in payload:
        stories = stories.filter(pk__lt=payload["below"])
    most = payload.get("most", BATCH)
    batch = list(stories.select_related("live_edition")[:most])
    _look_through(batch, timezone.now())
    if len(batch) == most:
        outbox.record("watch_live", {"below": batch[-1].pk}, at_once=False)


def watch_live(now=None):
    """Looks through all that is live, by the rules of now; returns the numbers of the stories found."""
    return _look_through(Story.objects.live().select_related("live_edition").iterator(chunk_size=100), now)


def _look_through(stories, now):
    now = now or timezone.now()
    found = []
    for story in stories:
        story.live_edition.published_at = now  # judged by what holds today; nothing is saved
        harm = [one for one in unmet(findings_of(story.live_edition, HARM), {}) if one.group != Group.ESSENTIALS]
        for first, same in gathered(harm):
            found.append(story.pk)
            kind = StoryTask.TaskKind.RESTRICTION if first.id == RESTRICTED else StoryTask.TaskKind.FINDING
            text = " ".join(dict.fromkeys(one.message for one in same))
            subject = " ".join([first.id, *sorted(set(ABOUT.findall(text)))])
            open_task(story, kind, subject, text, now=now, due=now + URGENT)
    return sorted(set(found))
