"""What must happen outside the database, and the pulse of the process that sees to it."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class OutboxQuerySet(models.QuerySet):
    def undone(self):
        return self.filter(done_at__isnull=True)

    def ready(self, now):
        """Due, and not leased to a worker that may still be alive."""
        return self.undone().filter(Q(leased_until__isnull=True) | Q(leased_until__lt=now), due_at__lte=now)


class Outbox(models.Model):
    """An effect of a commit, recorded inside it: delivered at least once, so every delivery is idempotent."""

    kind = models.CharField(max_length=32)
    payload = models.JSONField(default=dict)
    created_at = models.DateTimeField(auto_now_add=True)
    due_at = models.DateTimeField()
    attempts = models.PositiveSmallIntegerField(default=0)
    leased_until = models.DateTimeField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    error = models.CharField(max_length=300, blank=True)

    objects = OutboxQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name = _("effect")
        verbose_name_plural = _("effects")
        indexes = [models.Index(fields=["due_at"], name="outbox_due", condition=Q(done_at__isnull=True))]

    def __str__(self):
        return f"{self.kind} {self.pk}"


class Heartbeat(models.Model):
    """When a worker last came round."""

    name = models.CharField(max_length=64, unique=True)
    at = models.DateTimeField()

    def __str__(self):
        return self.name
