"""Where the desk knows something from, and on what terms a story uses it."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.models.people import ProtectedPerson


class Terms(models.TextChoices):
    """What was agreed for one use of a source (news-rules §4, record status). Belongs to the use, not to the source."""

    ON_RECORD = "on_record", _("On the record")
    BACKGROUND = "background", _("Background")
    DEEP_BACKGROUND = "deep_background", _("Deep background")
    OFF_RECORD = "off_record", _("Off the record")


class Anonymity(models.TextChoices):
    """Why somebody is not named, in the words that readers get unless others are given."""

    DISMISSAL = "dismissal", _("asked not to be named for fear of dismissal")
    REPRISALS = "reprisals", _("asked not to be named for fear of reprisals")
    SAFETY = "safety", _("asked not to be named for their safety")
    NOT_AUTHORISED = "not_authorised", _("is not authorised to speak publicly")
    PRIVACY = "privacy", _("asked not to be named to protect their privacy or that of others")
    LAW = "law", _("may not be named by law or court order")
    OTHER = "other", _("another reason, in words of its own")


UNATTRIBUTABLE = (Terms.DEEP_BACKGROUND, Terms.OFF_RECORD)


class Source(models.Model):
    """A person, document, record, site, broadcast or own reporting, described as readers may see it."""

    class SourceKind(models.TextChoices):
        PERSON = "person", _("Person")
        DOCUMENT = "document", _("Document")
        COURT_RECORD = "court_record", _("Court record")
        WEBSITE = "website", _("Website")
        BROADCAST = "broadcast", _("Broadcast")
        AGENCY = "agency", _("News agency")
        OWN_REPORTING = "own_reporting", _("Own reporting")

    kind = models.CharField(_("kind"), max_length=16, choices=SourceKind.choices)
    public_description = models.CharField(
        _("description, as readers may see it"),
        max_length=300,
        help_text=_("Nothing here may identify a confidential source: that goes into the private detail."),
    )
    url = models.URLField(_("web address"), max_length=1000, blank=True)
    archived_url = models.URLField(_("archived copy"), max_length=1000, blank=True)
    published_on = models.DateField(_("publication date"), null=True, blank=True)
    protected_person = models.ForeignKey(
        ProtectedPerson,
        verbose_name=_("protected person"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="sources",
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, editable=False, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True, editable=False)

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering = ["-pk"]
        indexes = [
            models.Index(fields=["kind", "id"], name="source_by_kind"),
            models.Index(fields=["public_description", "id"], name="source_by_description"),
        ]

    def __str__(self):
        return self.public_description

    @property
    def is_person(self):
        return self.kind == self.SourceKind.PERSON

    @property
    def may_be_cited(self):
        """Whether readers may be shown it as the record of something: no story uses it off the record or without its
        name, and a person is on the record somewhere."""
        uses = self.story_sources.all()
        kept_back = any(use.terms in UNATTRIBUTABLE or use.is_anonymous for use in uses)
        return not (kept_back or self.protected_person_id or (self.is_person and not uses))


class SourceDetailQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Every detail for who holds the right, none for others. A reading is logged by `actions.read_detail`."""
        allowed = user.is_active and user.has_perm("articles.view_sourcedetail")
        return self.all() if allowed else self.none()


class SourceDetail(models.Model):
    """Who a confidential source is: encrypted (`publishing.confidential`), read by few, each reading logged."""

    source = models.OneToOneField(Source, on_delete=models.CASCADE, related_name="detail")
    sealed = models.BinaryField(editable=False)  # Fernet token of JSON {"name", "contact", "notes"}

    objects = SourceDetailQuerySet.as_manager()

    class Meta:
        verbose_name = _("private detail of a source")
        verbose_name_plural = _("private details of sources")

    def __str__(self):
        return f"S-{self.source_id}"


class ConfidentialRead(models.Model):
    """Who read the private detail of a source, and when. Append-only."""

    detail_number = models.BigIntegerField()  # the Source's number: survives the detail
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name = _("reading of a private detail")
        verbose_name_plural = _("readings of private details")

    def __str__(self):
        return f"S-{self.detail_number}"


class StorySource(models.Model):
    """One use of a source in one story, on the terms agreed for it."""

    story = models.ForeignKey("articles.Story", on_delete=models.CASCADE, related_name="story_sources")
    source = models.ForeignKey(Source, verbose_name=_("source"), on_delete=models.PROTECT, related_name="story_sources")
    terms = models.CharField(_("terms"), max_length=16, choices=Terms.choices, blank=True)
    attribution = models.CharField(
        _("attribution, as readers see it"),
        max_length=300,
        blank=True,
        help_text=_("How they know it, for example “minutes of the planning committee, 14 May”."),
    )
    accessed_on = models.DateField(_("seen on"), null=True, blank=True)
    note = models.TextField(_("what it supports (desk only)"), blank=True)
    position = models.PositiveSmallIntegerField(_("order"), default=0)
    reason_for_anonymity = models.CharField(
        _("why not named"), max_length=16, choices=Anonymity.choices, blank=True,
        help_text=_("For a person who is not named. Readers see it beside the attribution."),
    )  # fmt: skip
    anonymity_words = models.CharField(
        _("why, in other words"), max_length=200, blank=True,
        help_text=_("In place of the words above: “asked not to be named because her employer forbids it”."),
    )  # fmt: skip
    anonymity_approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, editable=False, related_name="+"
    )
    anonymity_approved_at = models.DateTimeField(null=True, blank=True, editable=False)
    anonymity_approved_as = models.TextField(blank=True, editable=False)  # terms, wording and reason as approved

    class Meta:
        ordering = ["position", "pk"]
        verbose_name = _("source of this story")
        verbose_name_plural = _("sources of this story")
        permissions = [("approve_anonymity", _("Approve that a source is not named"))]
        constraints = [
            models.UniqueConstraint(fields=["story", "source"], name="story_source_once"),
            models.CheckConstraint(
                condition=Q(anonymity_approved_by__isnull=True, anonymity_approved_at__isnull=True)
                | Q(anonymity_approved_by__isnull=False, anonymity_approved_at__isnull=False),
                name="anonymity_is_approved_by_somebody",
            ),
        ]

    def __str__(self):
        return f"S-{self.source_id}"

    @property
    def is_anonymous(self):
        """A person whom readers are not told the name of; a document's or court's pseudonym is that document's."""
        told = self.terms == Terms.ON_RECORD and not self.source.protected_person_id
        return self.source.is_person and bool(self.terms) and not told and self.terms != Terms.OFF_RECORD

    @property
    def anonymity_reason(self):
        """Why somebody is not named, as readers are told; empty where nothing is said."""
        if self.anonymity_words or self.reason_for_anonymity in {"", Anonymity.OTHER}:
            return self.anonymity_words
        return str(Anonymity(self.reason_for_anonymity).label)

    @property
    def anonymity_wording(self):
        """What an approval is given for."""
        return "\n".join([self.terms, self.attribution, self.reason_for_anonymity, self.anonymity_words])

    @property
    def anonymity_is_approved(self):
        """Somebody approved it, as it is worded now."""
        return self.anonymity_approved_by_id is not None and self.anonymity_approved_as == self.anonymity_wording
