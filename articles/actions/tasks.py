"""Opening and closing what somebody must look at again."""

from datetime import timedelta

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import permissions
from articles.actions.passage import MoveRefused
from articles.models import StoryTask

USUAL_TIME = timedelta(days=1)


def open_task(story, kind, subject, text, *, now=None, due=None):
    """Opens a task unless the same one is open; returns it, or None. due: an aware datetime, a day from now by default.

    Called inside the transaction of what makes it necessary.
    """
    now = now or timezone.now()
    try:
        with transaction.atomic():
            return StoryTask.objects.create(
                story=story, kind=kind, subject=subject[:120], text=text, opened_at=now, due_at=due or now + USUAL_TIME
            )
    except IntegrityError:
        return None


def close_task(task, *, by, outcome, reason="", now=None):
    """Says what became of it. outcome: StoryTask.Outcome; “no change” needs a reason."""
    if not permissions.may_look_again(by, task.story):
        raise PermissionDenied(_("You may not close the tasks of this story."))
    if outcome not in StoryTask.Outcome.values:
        raise MoveRefused(_("Say what became of it."))
    if outcome == StoryTask.Outcome.NO_CHANGE and not reason.strip():
        raise MoveRefused(_("Say why nothing is changed."))
    closed = {"closed_at": now or timezone.now(), "closed_by": by, "outcome": outcome, "reason": reason.strip()}
    if not StoryTask.objects.open().filter(pk=task.pk).update(**closed):
        raise MoveRefused(_("Somebody has closed this already."))
    task.refresh_from_db()
    return task
