"""The law and the codes that a story is held to: profiles with their rules, term lists, and the log of every change."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Count, OuterRef, Q, Subquery
from django.utils.translation import gettext_lazy as _

from articles.jurisdictions import RULES


class JurisdictionQuerySet(models.QuerySet):
    """Words for finding the profile that applies."""

    def default(self):
        return self.get(is_default=True)

    def for_story(self, number):
        """The profile of this number, or the house's default where it is None."""
        return self.filter(Q(pk=number) if number else Q(is_default=True))

    def in_use(self, stories):
        """The house's, and those that one of these stories names."""
        named = stories.filter(jurisdiction__isnull=False).values("jurisdiction")
        return self.filter(Q(is_default=True) | Q(pk__in=named))

    def with_changes_since_review(self):
        """Adds `changed_since_review`: how many lines of the log are younger than the latest review."""
        reviews = JurisdictionChange.objects.filter(jurisdiction=OuterRef("pk"), what="reviewed")
        latest = Subquery(reviews.order_by("-pk").values("pk")[:1])
        return self.annotate(changed_since_review=Count("changes", filter=Q(changes__pk__gt=latest))).order_by(
            "-is_default", "name"
        )


class TermQuerySet(models.QuerySet):
    """Words for finding terms."""

    def saying(self, text):
        """Those with this text in their words, reason or citation; all of them where there is none."""
        found = Q(words__icontains=text) | Q(reason__icontains=text) | Q(cites__icontains=text)
        return self.filter(found) if text else self


class Jurisdiction(models.Model):
    """A profile: the rules of one place. Changed by `articles.actions.jurisdictions` only."""

    code = models.SlugField(_("code"), max_length=40, unique=True)
    name = models.CharField(_("name"), max_length=120)
    language = models.CharField(_("language of its term lists"), max_length=16)
    note = models.TextField(_("what it is for"), blank=True)
    shipped_as = models.SlugField(max_length=40)  # the shipped profile that its unedited rows follow
    is_default = models.BooleanField(_("applies where a story names none"), default=False)
    reviewed_by = models.CharField(_("reviewed by"), max_length=200, blank=True)
    reviewed_on = models.DateField(_("reviewed on"), null=True, blank=True)
    stamp = models.UUIDField(default=uuid.uuid4, editable=False)  # another one after each change: what caches go by

    objects = JurisdictionQuerySet.as_manager()

    class Meta:
        verbose_name = _("jurisdiction profile")
        verbose_name_plural = _("jurisdiction profiles")
        ordering = ["-is_default", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["is_default"], condition=Q(is_default=True), name="one_default_jurisdiction"
            ),
            models.CheckConstraint(
                condition=Q(reviewed_by="", reviewed_on__isnull=True)
                | (~Q(reviewed_by="") & Q(reviewed_on__isnull=False)),
                name="jurisdiction_review_has_name_and_date",
            ),
        ]
        permissions = [("keep_jurisdiction", _("Keep the jurisdiction profiles"))]

    def __str__(self):
        return self.name


class Rule(models.Model):
    """One rule's value here, and the law or code it comes from. What it means: `articles.jurisdictions.RULES`."""

    jurisdiction = models.ForeignKey(Jurisdiction, on_delete=models.PROTECT, related_name="rules")
    key = models.CharField(max_length=60)
    value = models.JSONField()
    cites = models.TextField(_("law or code it comes from"), blank=True)
    edited = models.BooleanField(default=False)  # changed here: an upgrade leaves it alone

    class Meta:
        verbose_name = _("rule")
        verbose_name_plural = _("rules")
        constraints = [models.UniqueConstraint(fields=["jurisdiction", "key"], name="rule_once")]

    def __str__(self):
        return self.key

    @property
    def about(self):
        return RULES[self.key]


class Term(models.Model):
    """Words that a check looks for, and why. `words`: phrases with commas between; * ends a word with anything."""

    jurisdiction = models.ForeignKey(Jurisdiction, on_delete=models.PROTECT, related_name="terms")
    list = models.CharField(_("list"), max_length=60)
    words = models.TextField(_("words"), help_text=_("Phrases with commas between them; * stands for any ending."))
    reason = models.TextField(_("reason, as the writer is told"), blank=True)
    cites = models.TextField(_("law or code it comes from"), blank=True)
    shipped_key = models.CharField(max_length=200, blank=True, editable=False)  # Term.key of the shipped row it is
    edited = models.BooleanField(default=False)
    removed = models.BooleanField(default=False)  # kept, so that an upgrade does not bring it back

    objects = TermQuerySet.as_manager()

    class Meta:
        verbose_name = _("term")
        verbose_name_plural = _("terms")
        ordering = ["list", "words"]
        indexes = [models.Index(fields=["jurisdiction", "list"], name="term_by_list")]
        constraints = [
            models.UniqueConstraint(
                fields=["jurisdiction", "list", "shipped_key"],
                condition=~Q(shipped_key=""),
                name="shipped_term_once",
            )
        ]

    def __str__(self):
        return self.words


class JurisdictionChange(models.Model):
    """Who changed what in a profile, when and why. Append-only."""

    jurisdiction = models.ForeignKey(Jurisdiction, on_delete=models.PROTECT, related_name="changes")
    what = models.CharField(max_length=120)  # a rule's key, a term's list, "reviewed", "default", "copied"
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)
    why = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["-pk"]

    def __str__(self):
        return f"{self.what} {self.pk}"
