"""What somebody must look at again in a story, live or not, because something outside its text has changed."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class TaskQuerySet(models.QuerySet):
    def open(self):
        return self.filter(closed_at__isnull=True).order_by("due_at", "pk")


class StoryTask(models.Model):
    """Opened by an action or the clock, closed by a person with what became of it. Never deleted.

    subject: what it is about, in a form that names it for good ("count-12-convicted", "claims.C002"): while a task is
    open, no second one of the same kind and subject is opened for the story.
    """

    class TaskKind(models.TextChoices):
        STATUS = "status", _("A case has moved on")
        RECHECK = "recheck", _("Time to look how a case stands")
        RESTRICTION = "restriction", _("A restriction touches it")
        REPLY = "reply", _("A reply came")
        FINDING = "finding", _("A check fails in what is live")
        REPORT = "report", _("A reader reports an error")

    class Outcome(models.TextChoices):
        UPDATED = "updated", _("The story was updated")
        NOTED = "noted", _("A note was added")
        NO_CHANGE = "no_change", _("No change, because …")

    story = models.ForeignKey("articles.Story", on_delete=models.PROTECT, related_name="tasks")
    kind = models.CharField(_("kind"), max_length=12, choices=TaskKind.choices)
    subject = models.CharField(max_length=120, editable=False)
    text = models.TextField(_("what to look at"))
    opened_at = models.DateTimeField(editable=False)
    due_at = models.DateTimeField(_("due"))
    closed_at = models.DateTimeField(null=True, blank=True, editable=False)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, editable=False, related_name="+"
    )
    outcome = models.CharField(_("what became of it"), max_length=12, choices=Outcome.choices, blank=True)
    reason = models.TextField(_("reason"), blank=True)

    objects = TaskQuerySet.as_manager()

    class Meta:
        verbose_name = _("task")
        verbose_name_plural = _("tasks")
        ordering = ["-opened_at", "-pk"]
        indexes = [models.Index(fields=["due_at", "id"], name="task_open", condition=Q(closed_at__isnull=True))]
        constraints = [
            models.UniqueConstraint(
                fields=["story", "kind", "subject"], condition=Q(closed_at__isnull=True), name="task_open_once"
            ),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True) | (Q(closed_by__isnull=False) & ~Q(outcome="")),
                name="closed_task_says_by_whom_and_how",
            ),
            models.CheckConstraint(condition=~Q(outcome="no_change") | ~Q(reason=""), name="no_change_has_a_reason"),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.story_id}"
