"""What was removed from the record because keeping it was itself harm. Says that, why and where; never the words."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class RedactionQuerySet(models.QuerySet):
    def to_confirm(self):
        """Those that a second person has yet to look at."""
        return self.filter(confirmation__isnull=True, confirm_by__isnull=False)

    def of_story(self, story):
        """Those that were for this story, or that touched it."""
        return self.filter(Q(story=story) | Q(found__stories__has_key=str(story.pk)))

    def originals(self):
        """Those that somebody decided, without their repetitions after a restore."""
        return self.filter(again__isnull=True).order_by("pk")


class Redaction(models.Model):
    """One removal of words from a story's whole record, or from all of them. Append-only."""

    class Reason(models.TextChoices):
        IDENTITY = "identity", _("Identifies somebody who must not be identified")
        SOURCE = "source", _("Exposes a confidential source")
        SAFETY = "safety", _("Puts somebody in danger")
        COURT_ORDER = "court_order", _("A court order forbids it")
        PRIVACY = "privacy", _("A right to erasure or privacy")
        OTHER = "other", _("Another reason, said in words")

    uid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)  # the same before and after a restore
    story = models.ForeignKey(
        "articles.Story", on_delete=models.PROTECT, null=True, blank=True, related_name="redactions"
    )  # null: all stories
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    reason = models.CharField(_("reason"), max_length=12, choices=Reason.choices)
    words = models.TextField(_("why, in words"))
    legal_basis = models.CharField(_("legal basis"), max_length=300, blank=True)
    replaced_by = models.CharField(_("replaced by"), max_length=60)
    term_hashes = models.JSONField(default=list)  # articles.publishing.protected.hashes_of
    sealed = models.BinaryField(editable=False)  # Fernet token of {"terms": […], "content_hashes": {new: former}}
    found = models.JSONField(default=dict)  # {"tables": {table: rows}, "stories": {number: rows}}
    confirm_by = models.DateTimeField(null=True, blank=True)  # a second person looks by then
    again = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="repeated")

    objects = RedactionQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name = _("redaction")
        verbose_name_plural = _("redactions")

    def __str__(self):
        return f"R-{self.pk}"

    @property
    def rows(self):
        """How many rows it changed, of all tables."""
        return sum(self.found.get("tables", {}).values())

    @property
    def confirmed(self):
        """The second person's confirmation, or None."""
        return getattr(self, "confirmation", None)


class RedactionConfirmation(models.Model):
    """The second person, who looked afterwards. Append-only."""

    redaction = models.OneToOneField(Redaction, on_delete=models.PROTECT, related_name="confirmation")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    note = models.TextField(blank=True)

    class Meta:
        verbose_name = _("confirmation of a redaction")
        verbose_name_plural = _("confirmations of redactions")

    def __str__(self):
        return f"R-{self.redaction_id}"


class RedactionDoor(models.Model):
    """While a row stands here, the triggers let the append-only tables be rewritten in this transaction.

    It cannot be left open: `closed_by` points to no Redaction, which the database refuses when the row is committed.
    """

    redaction = models.ForeignKey(Redaction, on_delete=models.PROTECT, related_name="+")
    closed_by = models.ForeignKey(Redaction, on_delete=models.DO_NOTHING, default=0, related_name="+")

    def __str__(self):
        return str(self.redaction)
