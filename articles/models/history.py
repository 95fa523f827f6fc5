"""What was: every save, every publication, every move. Append-only, held so by triggers in the database."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.workflow import Kind, Status


class Revision(models.Model):
    """One saved state of a story, whole; can be compared and restored."""

    story = models.ForeignKey("articles.Story", on_delete=models.PROTECT, related_name="revisions")
    number = models.PositiveIntegerField()  # the story's version at that save
    snapshot = models.JSONField()  # articles.publishing.snapshot
    why = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["-number"]
        verbose_name = _("revision")
        verbose_name_plural = _("revisions")
        constraints = [models.UniqueConstraint(fields=["story", "number"], name="one_revision_a_version")]

    def __str__(self):
        return f"{self.story_id}.{self.number}"


WITH_NOTE = [kind.value for kind in Kind if kind.needs_public_note]


class EditionQuerySet(models.QuerySet):
    def with_note(self):
        """Those with a note that stands in the public list of corrections."""
        return self.filter(kind__in=WITH_NOTE).exclude(public_note="")


class Edition(models.Model):
    """One publication of a story, frozen: the record of what was public when."""

    story = models.ForeignKey("articles.Story", on_delete=models.PROTECT, related_name="editions")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=16, choices=Kind.choices)
    public_note = models.TextField(blank=True)
    content = models.JSONField()  # all that readers got: articles.publishing.compose.compose
    content_hash = models.CharField(max_length=64)
    snapshot = models.JSONField()  # the working copy it was composed from: what "discard changes" returns to
    published_at = models.DateTimeField()
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = EditionQuerySet.as_manager()

    class Meta:
        ordering = ["-number"]
        verbose_name = _("edition")
        verbose_name_plural = _("editions")
        constraints = [models.UniqueConstraint(fields=["story", "number"], name="one_edition_a_number")]
        indexes = [
            models.Index(fields=["story"], condition=models.Q(kind__in=WITH_NOTE), name="edition_with_note"),
            models.Index(fields=["-published_at", "-id"], name="edition_by_time"),
        ]

    def __str__(self):
        return f"{self.story_id}/{self.number}"


class Transition(models.Model):
    """One move in the workflow, with what the checks said at that moment and who overrode it."""

    story = models.ForeignKey("articles.Story", on_delete=models.PROTECT, related_name="transitions")
    move = models.CharField(max_length=20)
    from_status = models.CharField(max_length=12, choices=Status.choices, blank=True)
    to_status = models.CharField(max_length=12, choices=Status.choices)
    version = models.PositiveIntegerField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )  # null: the clock
    at = models.DateTimeField()
    note = models.TextField(blank=True)
    kind = models.CharField(max_length=16, choices=Kind.choices, blank=True)
    content_hash = models.CharField(max_length=64, blank=True)
    findings = models.JSONField(default=list)  # [{"id", "level", "message", "where"}]
    overrides = models.JSONField(default=dict)  # {finding id: reason}
    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    one_person = models.BooleanField(default=False)  # the two-people rule was switched off

    class Meta:
        ordering = ["-version", "-pk"]
        verbose_name = _("move")
        verbose_name_plural = _("moves")

    def __str__(self):
        return f"{self.story_id}: {self.move}"
