"""Looking through what is live for what nobody could publish now, whenever names, restrictions or rules change.

Every Blocker counts, but for what an old story may lack. Cautions do not: a changed word of a list would open thousands
of tasks, of stories for which somebody once gave a reason.
"""

import re
import time as clock
from datetime import datetime, time, timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import permissions
from articles.actions.inspection import findings_of
from articles.actions.tasks import open_task
from articles.gate import gathered
from articles.gate.registry import Group, Level
from articles.models import Outbox, Story, StoryTask
from articles.publishing import outbox
from articles.text import single_line

URGENT = timedelta(hours=1)
AT_ONCE, BATCH = 20, 200
LONGEST = 10  # seconds that one batch takes; what is left of it is the next one's
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


def watch_these(numbers):
    """Has these live stories looked through on the commit, whatever else is waiting."""
    for start in range(0, len(numbers), BATCH):
        outbox.record("watch_live", {"stories": numbers[start : start + BATCH]})


def watch_on(day):
    """Has every live story looked through at the beginning of a day to come."""
    midnight = datetime.combine(day, time.min, tzinfo=timezone.get_default_timezone())
    outbox.record("watch_live", {}, at_once=False, due=midnight)


@outbox.effect("watch_live")
def _watch(payload):
    """One batch; the rest is recorded for the worker."""
    stories = Story.objects.live().order_by("-pk")
    if "stories" in payload:
        stories = stories.filter(pk__in=payload["stories"])
    if "below" in payload:
        stories = stories.filter(pk__lt=payload["below"])
    most = payload.get("most", BATCH)
    until = clock.monotonic() + LONGEST
    last, seen, restricted = None, 0, []
    for last in stories.select_related("live_edition")[:most]:
        seen += 1
        restricted += _restricted(_look_at(last, timezone.now()))
        if clock.monotonic() >= until:
            break
    _tell_editors(restricted)
    if last and (seen == most or clock.monotonic() >= until):
        outbox.record("watch_live", payload | {"most": BATCH, "below": last.pk}, at_once=False)


def watch_live(now=None):
    """Looks through all that is live, by the rules of now; returns the numbers of the stories found."""
    now = now or timezone.now()
    stories = Story.objects.live().select_related("live_edition").order_by("pk")
    found = {story.pk: _look_at(story, now) for story in stories.iterator(chunk_size=100)}
    _tell_editors([task for tasks in found.values() for task in _restricted(tasks)])
    return [number for number, tasks in found.items() if tasks]


def _look_at(story, now):
    """Opens a task for each check that what is live of a story would not pass today: a list of them, None if known."""
    story.live_edition.published_at = now  # judged by what holds today; nothing is saved
    standing = [one for one in findings_of(story.live_edition) if _stands_in_the_way(one)]
    return [_note(story, first, same, now) for first, same in gathered(standing)]


def _note(story, first, same, now):
    kind = StoryTask.TaskKind.RESTRICTION if first.id == RESTRICTED else StoryTask.TaskKind.FINDING
    text = " ".join(dict.fromkeys(one.message for one in same))
    subject = " ".join([first.id, *sorted(set(ABOUT.findall(text)))])
    return open_task(story, kind, subject, text, now=now, due=now + URGENT)


def _stands_in_the_way(finding):
    return finding.level == Level.BLOCKER and finding.group != Group.ESSENTIALS


def _restricted(tasks):
    return [task for task in tasks if task and task.kind == StoryTask.TaskKind.RESTRICTION]


def _tell_editors(tasks):
    """By mail, to all who may take a story down: by its number alone, since its words are what may not be said."""
    if not tasks:
        return
    subject = _("[{newsroom}] A restriction touches what is live").format(newsroom=settings.NEWSROOM_NAME)
    lines = [f"{task.text}\n{settings.DESK_URL}{task.story.get_absolute_url()}#task-{task.pk}" for task in tasks]
    lines.append(_("Change what is live, or take it down. Taking down waits for nobody."))
    with transaction.atomic():
        for person in permissions.who_may_take_down().exclude(email=""):
            body = "\n\n".join(lines) + "\n"
            outbox.record("mail", {"to": person.email, "subject": single_line(subject), "body": body})
