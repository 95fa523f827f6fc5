"""The paper's pages about itself: its rules in public, who owns it, who makes it, how to reach it."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class PolicyKind(models.TextChoices):
    """In the order in which they are listed. What machines call each: `articles.publishing.policies`."""

    MISSION = "mission", _("Mission and coverage priorities")
    PRINCIPLES = "principles", _("Editorial principles")
    ETHICS = "ethics", _("Ethics")
    CORRECTIONS = "corrections", _("Corrections policy")
    UNNAMED_SOURCES = "unnamed_sources", _("Unnamed sources")
    VERIFICATION = "verification", _("How we check facts")
    BYLINES = "bylines", _("Bylines")
    DIVERSITY = "diversity", _("Diversity")
    OWNERSHIP = "ownership", _("Ownership and funding")
    MASTHEAD = "masthead", _("Masthead")
    FEEDBACK = "feedback", _("Feedback and complaints")
    CONTACT = "contact", _("Contact")

    @property
    def slug(self):
        """Its part of the address."""
        return self.value.replace("_", "-")


REQUIRED = (
    PolicyKind.ETHICS,
    PolicyKind.CORRECTIONS,
    PolicyKind.UNNAMED_SOURCES,
    PolicyKind.OWNERSHIP,
    PolicyKind.MASTHEAD,
    PolicyKind.CONTACT,
)


class PolicyPageQuerySet(models.QuerySet):
    """Words for the pages that there are."""

    def written(self):
        """Those that readers find: a page without a text is none."""
        return self.exclude(body="")

    def required(self):
        return self.filter(kind__in=REQUIRED)

    def in_order(self):
        """As a list, the way that readers are shown them."""
        places = {kind: place for place, kind in enumerate(PolicyKind.values)}
        return sorted(self, key=lambda page: places.get(page.kind, len(places)))


class PolicyPage(models.Model):
    """One page. Those that every newsroom needs are there from the first hour, with a text to begin from."""

    kind = models.CharField(_("page"), max_length=20, choices=PolicyKind.choices, unique=True)
    body = models.TextField(_("text"), blank=True)  # sanitised HTML
    effective_from = models.DateField(_("in force since"), null=True, blank=True)
    reviewed_at = models.DateField(_("last reviewed"), null=True, blank=True)
    changed_at = models.DateTimeField(_("changed"), null=True, editable=False)  # None: as it was shipped

    objects = PolicyPageQuerySet.as_manager()

    class Meta:
        db_table = "public_policypage"
        verbose_name = _("page about the paper")
        verbose_name_plural = _("pages about the paper")
        constraints = [
            models.CheckConstraint(condition=~Q(body="") | ~Q(kind__in=REQUIRED), name="required_policy_has_text"),
        ]

    def __str__(self):
        return str(self.get_kind_display())

    @property
    def slug(self):
        return PolicyKind(self.kind).slug

    @property
    def is_required(self):
        return self.kind in REQUIRED

    @property
    def is_as_shipped(self):
        return self.changed_at is None
