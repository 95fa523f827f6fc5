"""Whom stories are about or quote, and those who must not be identified."""

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.models.public import Profile

wikidata_id = RegexValidator(r"^Q[1-9]\d*$", _("A Wikidata id is a Q and a number, for example Q42."))


class Role(models.TextChoices):
    """The part of a person or organization in one story."""

    DEFENDANT = "defendant", _("Defendant")
    VICTIM = "victim", _("Victim")
    COMPLAINANT = "complainant", _("Complainant")
    WITNESS = "witness", _("Witness")
    LETTER_WRITER = "letter_writer", _("Letter writer")
    LAWYER = "lawyer", _("Lawyer")
    JUDGE = "judge", _("Judge")
    OFFICIAL = "official", _("Official")
    EXPERT = "expert", _("Expert")
    SPOKESPERSON = "spokesperson", _("Spokesperson")
    RELATIVE = "relative", _("Relative")
    PARTY = "party", _("Party")
    OTHER = "other", _("Other")


OF_THE_DESK = ("died_on", "born_year", "born_on")  # of a person: on no public page
FACE = ("name", "also_known_as", "description", "wikidata_id", "website")  # what a public page says of a name


class NameQuerySet(models.QuerySet):
    def named(self, text):
        """Those whose name contains the text."""
        return self.filter(name__icontains=text)


class Named(models.Model):
    """The desk's record of a name. It gets a public page only by an editor's decision, with a reason."""

    name = models.CharField(_("name"), max_length=200)
    also_known_as = models.JSONField(_("also known as"), default=list, blank=True)  # list of str
    description = models.TextField(_("description"), blank=True)
    wikidata_id = models.CharField(_("Wikidata id"), max_length=16, blank=True, validators=[wikidata_id])
    website = models.URLField(_("website"), blank=True)
    profile = models.OneToOneField(
        Profile, on_delete=models.PROTECT, null=True, blank=True, editable=False, related_name="+"
    )
    page_reason = models.TextField(_("why this name has a public page"), blank=True, editable=False)
    page_decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, editable=False, related_name="+"
    )
    page_decided_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = NameQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["name"]

    def __str__(self):
        return self.name

    @property
    def is_out_of_date(self):
        """Whether the public page says something else than the desk's record: that waits for a decision."""
        return self.profile is not None and any(getattr(self.profile, name) != getattr(self, name) for name in FACE)


def page_is_a_decision(name):
    """A page, its reason, who decided and when stand together or not at all."""
    decided = ~Q(page_reason="") & Q(page_decided_by__isnull=False, page_decided_at__isnull=False)
    return models.CheckConstraint(
        condition=Q(profile__isnull=True) | decided,
        name=f"{name}_page_is_a_decision",
        violation_error_message=_("A public page needs a reason."),
    )


class Person(Named):
    """Somebody whom a story is about or quotes by name: living unless it is said that they died."""

    died_on = models.DateField(_("died on"), null=True, blank=True, help_text=_("Empty: counts as living."))
    born_year = models.PositiveSmallIntegerField(
        _("year of birth"), null=True, blank=True, validators=[MinValueValidator(1000), MaxValueValidator(9999)],
        help_text=_("For the desk alone: the checks then know whether somebody was a child at the time."),
    )  # fmt: skip
    born_on = models.DateField(
        _("date of birth"), null=True, blank=True, help_text=_("Where it is known. For the desk alone.")
    )

    class Meta(Named.Meta):
        verbose_name = _("person")
        verbose_name_plural = _("people")
        indexes = [models.Index(fields=["name", "id"], name="person_by_name")]
        constraints = [
            page_is_a_decision("person"),
            models.CheckConstraint(
                condition=Q(born_on__isnull=True) | Q(born_year__isnull=False), name="person_born_on_a_day_of_a_year"
            ),
        ]
        permissions = [("decide_page_person", _("Decide which people get a public page"))]


class Organization(Named):
    """A body, company, movement or authority that a story is about or quotes."""

    class Meta(Named.Meta):
        verbose_name = _("organization")
        verbose_name_plural = _("organizations")
        indexes = [models.Index(fields=["name", "id"], name="organization_by_name")]
        constraints = [page_is_a_decision("organization")]
        permissions = [("decide_page_organization", _("Decide which organizations get a public page"))]


class PersonNote(models.Model):
    """What the desk notes about a person; a table of its own, with its own right to read."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="note")
    text = models.TextField(_("desk note"))

    class Meta:
        verbose_name = _("desk note on a person")
        verbose_name_plural = _("desk notes on people")

    def __str__(self):
        return f"P-{self.person_id}"


class OrganizationNote(models.Model):
    """What the desk notes about an organization."""

    organization = models.OneToOneField(Organization, on_delete=models.CASCADE, related_name="note")
    text = models.TextField(_("desk note"))

    class Meta:
        verbose_name = _("desk note on an organization")
        verbose_name_plural = _("desk notes on organizations")

    def __str__(self):
        return f"O-{self.organization_id}"


class ProtectedPerson(models.Model):
    """Somebody who must not be identified: a public label, and forbidden strings as keyed hashes only.

    The real name is typed once, hashed (`articles.publishing.protected.hashes_of`) and not kept.
    """

    class Reason(models.TextChoices):
        COMPLAINANT = "complainant", _("Complainant in a sexual offence")
        CHILD = "child", _("Child")
        COURT_ORDER = "court_order", _("Court order")
        SAFETY = "safety", _("Safety")
        SOURCE = "source", _("Confidential source")

    public_label = models.CharField(_("public label"), max_length=120, help_text=_("For example “Jane Doe 1”."))
    reason = models.CharField(_("reason"), max_length=12, choices=Reason.choices)
    legal_basis = models.CharField(_("legal basis"), max_length=300, blank=True)
    forbidden_hashes = models.JSONField(default=list, editable=False)  # list of [words in the phrase, hex HMAC-SHA256]

    class Meta:
        verbose_name = _("protected person")
        verbose_name_plural = _("protected people")
        ordering = ["pk"]

    def __str__(self):
        return f"PP-{self.pk}"
