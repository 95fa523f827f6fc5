"""Courts: a case, what each person is accused of in it and how far that has come, and what may not be reported."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.jurisdictions.words import Stage
from articles.models.jurisdictions import Jurisdiction
from articles.models.people import Person
from articles.models.sources import Source


class Case(models.Model):
    """Proceedings against somebody, over the years; stories are linked to it by StoryCase."""

    name = models.CharField(_("name"), max_length=200, help_text=_("As the court or the desk calls it."))
    court = models.CharField(_("court or authority"), max_length=200, blank=True)
    docket = models.CharField(_("number of the case"), max_length=120, blank=True)
    jurisdiction = models.ForeignKey(
        Jurisdiction, verbose_name=_("whose law"), on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    active_from = models.DateField(_("active from"), null=True, blank=True)
    active_to = models.DateField(_("active to"), null=True, blank=True)
    note = models.TextField(_("note to the desk"), blank=True)

    class Meta:
        verbose_name = _("case")
        verbose_name_plural = _("cases")
        ordering = ["-pk"]
        permissions = [("keep_case", _("Keep cases and how far they have come"))]
        constraints = [
            models.CheckConstraint(
                condition=Q(active_to__isnull=True)
                | Q(active_from__isnull=True)
                | Q(active_to__gte=models.F("active_from")),
                name="case_ends_after_it_begins",
                violation_error_message=_("A case ends after it begins."),
            )
        ]

    def __str__(self):
        return self.name


class Count(models.Model):
    """One accusation against one person in a case, and how far it has come: where legal status belongs."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="counts")
    person = models.ForeignKey(Person, verbose_name=_("person"), on_delete=models.PROTECT, related_name="counts")
    offence = models.CharField(_("offence, as charged"), max_length=200)
    status = models.CharField(_("status"), max_length=16, choices=Stage.choices)
    status_on = models.DateField(_("since"))
    detail = models.CharField(
        _("in more words"), max_length=200, blank=True, help_text=_("For example “30 years; the jury voted 10 to 2”.")
    )
    citation = models.ForeignKey(
        Source, verbose_name=_("the record that says so"), on_delete=models.PROTECT, null=True, blank=True,
        related_name="+",
    )  # fmt: skip
    checked_on = models.DateField(_("last checked"))

    class Meta:
        verbose_name = _("count")
        verbose_name_plural = _("counts")
        ordering = ["case", "pk"]

    def __str__(self):
        return f"{self.person}: {self.offence}"


class CountStep(models.Model):
    """How a count came to its status. Append-only."""

    count = models.ForeignKey(Count, on_delete=models.PROTECT, related_name="steps")
    status = models.CharField(max_length=16, choices=Stage.choices)
    status_on = models.DateField()
    detail = models.CharField(max_length=200, blank=True)
    citation = models.ForeignKey(Source, on_delete=models.PROTECT, null=True, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("step of a count")
        verbose_name_plural = _("steps of counts")
        ordering = ["-at", "-pk"]

    def __str__(self):
        return f"{self.count_id}: {self.status}"


class StoryCase(models.Model):
    """A story that reports on a case."""

    story = models.ForeignKey("articles.Story", on_delete=models.CASCADE, related_name="story_cases")
    case = models.ForeignKey(Case, verbose_name=_("case"), on_delete=models.PROTECT, related_name="story_cases")

    class Meta:
        verbose_name = _("case of this story")
        verbose_name_plural = _("cases of this story")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["story", "case"], name="story_case_once")]

    def __str__(self):
        return str(self.case)


class RestrictionQuerySet(models.QuerySet):
    def in_force(self, day):
        """Those that bind on a day."""
        begun = Q(starts__isnull=True) | Q(starts__lte=day)
        going = Q(ends__isnull=True) | Q(ends__gte=day)
        return self.filter(begun & going, lifted_on__isnull=True)


class Restriction(models.Model):
    """What a court, a law or an undertaking forbids to report. Its words may themselves be secret: read by few.

    The forbidden words are kept as keyed hashes, as those of a ProtectedPerson are; `person` must not be named in any
    story, and in stories on `case` if that is given.
    """

    class RestrictionKind(models.TextChoices):
        COURT_ORDER = "court_order", _("Court order")
        STATUTE = "statute", _("Law")
        UNDERTAKING = "undertaking", _("Undertaking of the newsroom")

    kind = models.CharField(_("kind"), max_length=12, choices=RestrictionKind.choices)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, null=True, blank=True, related_name="restrictions")
    person = models.ForeignKey(
        Person, verbose_name=_("not to be named"), on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    scope = models.TextField(_("what is forbidden"))
    forbids_pictures = models.BooleanField(_("no pictures in stories on this case"), default=False)
    forbidden_hashes = models.JSONField(default=list, editable=False)  # as ProtectedPerson.forbidden_hashes
    starts = models.DateField(_("from"), null=True, blank=True)
    ends = models.DateField(_("until"), null=True, blank=True, help_text=_("Empty: until it is lifted."))
    legal_basis = models.CharField(_("legal basis"), max_length=300, blank=True)
    document = models.ForeignKey(
        Source, verbose_name=_("the order"), on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    lifted_on = models.DateField(null=True, blank=True, editable=False)
    lifted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, editable=False, related_name="+"
    )
    lifted_why = models.TextField(blank=True, editable=False)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, editable=False, related_name="+")
    created_at = models.DateTimeField(editable=False)

    objects = RestrictionQuerySet.as_manager()

    class Meta:
        verbose_name = _("reporting restriction")
        verbose_name_plural = _("reporting restrictions")
        ordering = ["-pk"]
        permissions = [("keep_restriction", _("Record and lift reporting restrictions"))]
        constraints = [
            models.CheckConstraint(
                condition=Q(lifted_on__isnull=True) | (Q(lifted_by__isnull=False) & ~Q(lifted_why="")),
                name="lifted_restriction_says_by_whom_and_why",
            )
        ]

    def __str__(self):
        return f"R-{self.pk}"
