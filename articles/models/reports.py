"""What readers say is wrong."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class ErrorReportQuerySet(models.QuerySet):
    def open(self):
        return self.filter(closed_at__isnull=True)


class ErrorReport(models.Model):
    """One reader's report. Never deleted; where to answer is forgotten as soon as somebody has dealt with it."""

    class Outcome(models.TextChoices):
        CORRECTED = "corrected", _("We corrected it")
        RIGHT = "right", _("What we published is right")
        ANSWERED = "answered", _("Answered, nothing to correct")
        JUNK = "junk", _("No report of an error")

    story = models.ForeignKey("articles.Story", models.PROTECT, null=True, blank=True, related_name="reports")
    about = models.CharField(_("about"), max_length=400, blank=True)  # the path of a page, as the reader's link said
    text = models.TextField(_("what is wrong"))
    evidence = models.TextField(_("how the reader knows"), blank=True)
    sealed_contact = models.BinaryField(null=True, blank=True, editable=False)  # Fernet token of JSON {"email"}
    at = models.DateTimeField(_("received"))
    closed_at = models.DateTimeField(null=True, blank=True, editable=False)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, editable=False, related_name="+"
    )
    outcome = models.CharField(_("what became of it"), max_length=12, choices=Outcome.choices, blank=True)
    note = models.TextField(_("note of the desk"), blank=True)

    objects = ErrorReportQuerySet.as_manager()

    class Meta:
        verbose_name = _("reader’s report")
        verbose_name_plural = _("readers’ reports")
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["-at"], name="report_open", condition=Q(closed_at__isnull=True))]
        constraints = [
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True)
                | (Q(closed_by__isnull=False, sealed_contact__isnull=True) & ~Q(outcome="")),
                name="closed_report_says_how_and_forgets_whose",
            )
        ]

    def __str__(self):
        return _("Report {number}").format(number=self.pk)
