"""Where the desk knows something from, and on what terms a story uses it."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.people import ProtectedPerson


class Terms(models.TextChoices):
    """What was agreed for one use of a source (news-rules §4, record status). Belongs to the use, not to the source."""

    ON_RECORD = "on_record", _("On the record")
    BACKGROUND = "background", _("Background")
    DEEP_BACKGROUND = "deep_background", _("Deep background")
    OFF_RECORD = "off_record", _("Off the record")


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

    def __str__(self):
        return self.public_description

    @property
    def is_person(self):
        return self.kind == self.SourceKind.PERSON


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

    class Meta:
        ordering = ["position", "pk"]
        verbose_name = _("source of this story")
        verbose_name_plural = _("sources of this story")
        constraints = [models.UniqueConstraint(fields=["story", "source"], name="story_source_once")]

    def __str__(self):
        return f"S-{self.source_id}"
