"""Care for readers: what can hurt to read in a story, and where help is to be had."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.jurisdictions.words import Topic


class StoryTopic(models.Model):
    """A story speaks of this, and so carries a note before it; or, with a `reason`, it does not, whatever its words."""

    story = models.ForeignKey("articles.Story", on_delete=models.CASCADE, related_name="story_topics")
    topic = models.CharField(_("topic"), max_length=20, choices=Topic.choices)
    note = models.CharField(
        _("note in words of its own"), max_length=300, blank=True, help_text=_("Empty: the usual words.")
    )
    reason = models.CharField(_("does not apply because"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("topic of this story")
        verbose_name_plural = _("topics of this story")
        ordering = ["topic"]
        constraints = [models.UniqueConstraint(fields=["story", "topic"], name="story_topic_once")]

    def __str__(self):
        return self.get_topic_display()


class HelplineQuerySet(models.QuerySet):
    """Words for whoever keeps the list, and for what readers are shown."""

    def in_use(self):
        return self.filter(is_retired=False)

    def due(self, before):
        """Those that nobody has tried since that day."""
        return self.in_use().filter(Q(verified_on__isnull=True) | Q(verified_on__lt=before))


class Helpline(models.Model):
    """Where readers can turn to. regions, topics: lists of codes; no region at all: everywhere."""

    name = models.CharField(_("name"), max_length=120)
    number = models.CharField(_("telephone number"), max_length=40, blank=True)
    url = models.URLField(_("web address"), blank=True)
    hours = models.CharField(
        _("when, and what else to know"), max_length=200, blank=True,
        help_text=_("For example “day and night, free of charge”; or how to write to them."),
    )  # fmt: skip
    regions = models.JSONField(_("regions"), default=list, blank=True)
    language = models.CharField(_("language spoken"), max_length=40, blank=True)
    topics = models.JSONField(_("topics"), default=list)
    verified_on = models.DateField(_("last tried"), null=True, blank=True, editable=False)
    verified_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, editable=False, related_name="+"
    )
    is_retired = models.BooleanField(_("no longer shown"), default=False)

    objects = HelplineQuerySet.as_manager()

    class Meta:
        verbose_name = _("helpline")
        verbose_name_plural = _("helplines")
        ordering = ["name", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(number="", url=""),
                name="helpline_can_be_reached",
                violation_error_message=_("A number or a web address."),
            )
        ]

    def __str__(self):
        return self.name


class HelplineTrial(models.Model):
    """Somebody has called or opened it, and it answered. Append-only."""

    helpline = models.ForeignKey(Helpline, on_delete=models.PROTECT, related_name="trials")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("trial of a helpline")
        verbose_name_plural = _("trials of helplines")
        ordering = ["-at", "-pk"]

    def __str__(self):
        return f"{self.helpline_id}: {self.at:%Y-%m-%d}"
