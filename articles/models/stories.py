"""The working copy that the desk edits, and what hangs on it."""

from django.conf import settings
from django.db import models
from django.db.models import OuterRef, Q, Subquery
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager
from taggit.models import ItemBase, TagBase

from articles.models.jurisdictions import Jurisdiction
from articles.models.people import Organization, Person, Role
from articles.models.public import Author, Layout, Section, TypeOfWork
from articles.models.tasks import StoryTask
from articles.workflow import REOPEN_KINDS, Kind, Status


class TopicBase(TagBase):
    """What Tag and Label share: a word, what it covers, and other words for it."""

    description = models.TextField(_("description"), blank=True)
    synonyms = models.JSONField(_("synonyms"), default=list, blank=True)  # list of str

    class Meta:
        abstract = True
        ordering = ["name"]


class Tag(TopicBase):
    """What a story is about, for readers."""

    class Meta(TopicBase.Meta):
        verbose_name = _("tag")
        verbose_name_plural = _("tags")


class Label(TopicBase):
    """The same for the desk's eyes only."""

    class Meta(TopicBase.Meta):
        verbose_name = _("desk label")
        verbose_name_plural = _("desk labels")


class StoryTag(ItemBase):
    """A tag on a story."""

    tag = models.ForeignKey(Tag, on_delete=models.PROTECT, related_name="story_tags")
    content_object = models.ForeignKey("articles.Story", on_delete=models.CASCADE, related_name="story_tags")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["tag", "content_object"], name="story_tag_once")]


class StoryLabel(ItemBase):
    """A desk label on a story."""

    tag = models.ForeignKey(Label, on_delete=models.PROTECT, related_name="story_labels")
    content_object = models.ForeignKey("articles.Story", on_delete=models.CASCADE, related_name="story_labels")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["tag", "content_object"], name="story_label_once")]


class Writer(models.Model):
    """Which user writes as which Author: the desk's knowledge, never the readers'."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="writes_as")
    author = models.OneToOneField(Author, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("writer")
        verbose_name_plural = _("writers")

    def __str__(self):
        return str(self.author)


class NotePlace(models.TextChoices):
    """Where readers find a correction on the story."""

    BY_RULE = "", _("As the rules say")
    TOP = "top", _("Before the text")
    FOOT = "foot", _("After the text")


class StoryQuerySet(models.QuerySet):
    """The desk's words. `waiting_for` and the like take a user; nothing here is ever a reader's query."""

    def live(self):
        return self.filter(live_edition__isnull=False)

    def not_published(self):
        """Whose working copy is not what readers see: never published, no longer, or under change."""
        return self.exclude(status=Status.PUBLISHED)

    def mine(self, user):
        return self.filter(writers=user)

    def last_section_of(self, user):
        """The number of the section that this writer's newest story stands in, or None."""
        placed = self.filter(created_by=user, section__isnull=False)
        return placed.order_by("-created_at", "-pk").values_list("section", flat=True).first()

    def drafts_of(self, user):
        return self.filter(status=Status.DRAFT, writers=user)

    def live_with_changes(self):
        return self.live().exclude(status=Status.PUBLISHED)

    def scheduled(self):
        return self.filter(status=Status.SCHEDULED)

    def ready(self):
        """Approved or scheduled: what an approval holds for must not change any more."""
        return self.filter(status__in=[Status.APPROVED, Status.SCHEDULED])

    def outdated(self):
        """Live stories that could not be brought up to date."""
        return self.live().exclude(refresh_problem="")

    def due(self, now):
        return self.scheduled().filter(publish_at__lte=now)

    def to_confirm(self):
        """Minor fixes and take-downs that a second person has yet to look at."""
        return self.filter(confirm_by__isnull=False)

    def to_look_at(self):
        """With an open task, the most urgent first."""
        open_tasks = StoryTask.objects.open()
        first = open_tasks.filter(story=OuterRef("pk")).values("due_at")[:1]
        return (
            self.filter(pk__in=open_tasks.order_by().values("story"))
            .annotate(due_at=Subquery(first))
            .order_by("due_at")
        )

    def newest_first(self):
        return self.order_by("-updated_at", "-pk")

    def for_lists(self):
        """What one row of a desk list shows."""
        return self.select_related("section", "live_edition").prefetch_related("writers", "bylines__author")


def newsroom_language():
    """The language a new story starts in."""
    return settings.LANGUAGE_CODE


class Story(models.Model):
    """The working copy: one row for the story's whole life. Changed by `articles.actions` only."""

    slug = models.SlugField(_("address"), max_length=100, unique=True, allow_unicode=True)
    headline = models.CharField(_("headline"), max_length=300, blank=True)
    standfirst = models.TextField(_("standfirst"), blank=True, max_length=2000)
    body = models.TextField(_("text"), blank=True)  # sanitised HTML, see articles.text
    body_text = models.TextField(editable=False, blank=True)  # plain, derived from body in the same transaction
    word_count = models.PositiveIntegerField(_("words"), default=0, editable=False)
    dateline = models.CharField(_("dateline"), max_length=120, blank=True)
    type_of_work = models.CharField(_("type of work"), max_length=16, choices=TypeOfWork.choices, blank=True)
    layout = models.CharField(_("layout"), max_length=16, choices=Layout.choices, blank=True, default=Layout.STANDARD)
    language = models.CharField(_("language"), max_length=16, default=newsroom_language)
    section = models.ForeignKey(
        Section, verbose_name=_("section"), on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    social_headline = models.CharField(_("headline for sharing"), max_length=300, blank=True)
    description = models.TextField(_("description for search engines"), blank=True, max_length=500)
    desk_note = models.TextField(_("note to the desk"), blank=True)
    jurisdiction = models.ForeignKey(
        Jurisdiction,
        verbose_name=_("the law that applies"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("Where the people are, the courts sit or the story happened. Empty: the house’s own."),
    )

    regions = models.CharField(
        _("where its readers are"),
        max_length=200,
        blank=True,
        help_text=_("Codes such as GB-ENG or IE, with commas between, for the helplines. Empty: as usual."),
    )

    status = models.CharField(
        _("status"), max_length=12, choices=Status.choices, default=Status.DRAFT, editable=False, db_index=True
    )
    version = models.PositiveIntegerField(default=1, editable=False)
    live_edition = models.OneToOneField(
        "articles.Edition", on_delete=models.PROTECT, null=True, blank=True, editable=False, related_name="+"
    )
    first_published_at = models.DateTimeField(null=True, blank=True, editable=False)
    change_kind = models.CharField(
        _("kind of change"), max_length=16, choices=Kind.choices, default=Kind.FIRST, editable=False
    )
    public_note = models.TextField(_("what readers are told about the change"), blank=True, max_length=2000)
    was_wrong = models.TextField(
        _("what was wrong"), blank=True, max_length=1000,
        help_text=_("A sentence, and no more of the error than it takes: “We said that the vote was on Tuesday.”"),
    )  # fmt: skip
    is_right = models.TextField(
        _("what is right"), blank=True, max_length=1000, help_text=_("A sentence: “It was on Monday.”")
    )
    how_found = models.TextField(
        _("how the error was found"), blank=True, max_length=1000, help_text=_("For the desk only.")
    )
    note_place = models.CharField(
        _("where the note stands"), max_length=4, choices=NotePlace.choices, blank=True, default=NotePlace.BY_RULE
    )
    publish_at = models.DateTimeField(_("publish at"), null=True, blank=True, editable=False)
    schedule_problem = models.TextField(blank=True, editable=False)  # why the clock was refused at the hour
    refresh_problem = models.TextField(blank=True, editable=False)  # why what is live could not be brought up to date
    embargo_until = models.DateTimeField(_("embargo until"), null=True, blank=True)
    confirm_by = models.DateTimeField(null=True, blank=True, editable=False)  # a second person looks by then

    writers = models.ManyToManyField(settings.AUTH_USER_MODEL, verbose_name=_("writers"), related_name="stories")
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", editable=False)
    created_at = models.DateTimeField(editable=False)
    updated_at = models.DateTimeField(editable=False)
    import_ref = models.CharField(max_length=500, null=True, blank=True, unique=True, editable=False)

    tags = TaggableManager(through=StoryTag, blank=True, verbose_name=_("tags"), help_text="")
    labels = TaggableManager(
        through=StoryLabel, blank=True, verbose_name=_("desk labels"), help_text="", related_name="labelled_stories"
    )
    people = models.ManyToManyField(Person, through="StoryPerson", related_name="stories")
    organizations = models.ManyToManyField(Organization, through="StoryOrganization", related_name="stories")
    sources = models.ManyToManyField("articles.Source", through="StorySource", related_name="stories")
    pictures = models.ManyToManyField("articles.Picture", through="StoryPicture", related_name="stories")
    authors = models.ManyToManyField(Author, through="Byline", related_name="+")

    objects = StoryQuerySet.as_manager()

    class Meta:
        verbose_name = _("story")
        verbose_name_plural = _("stories")
        ordering = ["-updated_at"]
        indexes = [
            models.Index(fields=["status", "-updated_at"], name="story_by_status"),
            models.Index(fields=["-updated_at", "-id"], name="story_by_time"),
            models.Index(fields=["section", "-updated_at", "-id"], name="story_by_section"),
            models.Index(fields=["headline", "id"], name="story_by_headline"),
            models.Index(fields=["status", "id"], name="story_by_standing"),
            models.Index(fields=["created_by", "-created_at", "-id"], name="story_by_starter"),
            models.Index(fields=["-updated_at", "-id"], name="story_unpublished", condition=~Q(status="published")),
            models.Index(fields=["confirm_by"], name="story_to_confirm", condition=Q(confirm_by__isnull=False)),
            models.Index(fields=["id"], name="story_outdated", condition=~Q(refresh_problem="")),
            models.Index(fields=["publish_at"], name="story_due", condition=Q(status="scheduled")),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(status="published") | Q(live_edition__isnull=False),
                name="published_story_is_live",
                violation_error_message=_("A published story has a live edition."),
            ),
            models.CheckConstraint(
                condition=~Q(status__in=["spiked", "withdrawn"]) | Q(live_edition__isnull=True),
                name="spiked_or_withdrawn_story_is_not_live",
                violation_error_message=_("A spiked or withdrawn story is not live."),
            ),
            models.CheckConstraint(
                condition=~Q(status="scheduled") | Q(publish_at__isnull=False),
                name="scheduled_story_has_its_hour",
                violation_error_message=_("A scheduled story has a time."),
            ),
            models.CheckConstraint(
                condition=Q(live_edition__isnull=True) | Q(first_published_at__isnull=False),
                name="live_story_was_first_published",
            ),
            models.CheckConstraint(condition=~Q(slug=""), name="story_has_an_address"),
        ]
        permissions = [
            ("write_story", _("Start stories and edit one’s own")),
            ("edit_story", _("Edit anyone’s stories, send back, ask legal, reopen, spike")),
            ("clear_story", _("Clear or send back stories as legal reviewer")),
            ("approve_story", _("Approve stories")),
            ("publish_story", _("Schedule and publish approved stories")),
            ("fix_story", _("Publish a minor fix to a live story at once")),
            ("retract_story", _("Retract live stories")),
            ("take_down_story", _("Take live stories down at once")),
            ("override_caution", _("Override cautions of the checks with a reason")),
            ("change_byline_story", _("Change who a story is by")),
            ("redact_story", _("Remove words from the whole record of stories")),
        ]

    def __str__(self):
        return self.headline or self.slug

    def get_absolute_url(self):
        """The desk's address; the readers' is `Article.path`."""
        return reverse("admin:articles_story_change", args=[self.pk])

    @property
    def is_live(self):
        return self.live_edition_id is not None

    @property
    def offered_kinds(self):
        """The kinds of change that may be named while the story is reopened."""
        return REOPEN_KINDS if self.is_live else (Kind.FIRST,)


class Byline(models.Model):
    """Who a story is by, in order, and as what."""

    class BylineRole(models.TextChoices):
        AUTHOR = "author", _("By")
        REPORTING = "reporting", _("Reporting by")
        PHOTOGRAPHY = "photography", _("Photographs by")
        TRANSLATION = "translation", _("Translated by")

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="bylines")
    author = models.ForeignKey(Author, verbose_name=_("author"), on_delete=models.PROTECT, related_name="+")
    role = models.CharField(_("as"), max_length=12, choices=BylineRole.choices, default=BylineRole.AUTHOR)
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        ordering = ["position", "pk"]
        verbose_name = _("byline")
        verbose_name_plural = _("bylines")
        constraints = [models.UniqueConstraint(fields=["story", "author", "role"], name="byline_once")]

    def __str__(self):
        return str(self.author)


class PartInStory(models.Model):
    """What a person or organization is in this story: never a bare name (news-rules §0.4)."""

    role = models.CharField(_("part in this story"), max_length=16, choices=Role.choices, blank=True)
    role_text = models.CharField(_("in other words"), max_length=120, blank=True)
    description = models.CharField(
        _("as readers see it"), max_length=300, blank=True, help_text=_("For example “council leader; voted against”.")
    )
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        abstract = True
        ordering = ["position", "pk"]

    @property
    def role_label(self):
        return self.role_text if self.role == Role.OTHER and self.role_text else self.get_role_display()


class StoryPerson(PartInStory):
    """A person's part in a story."""

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="story_people")
    person = models.ForeignKey(Person, verbose_name=_("person"), on_delete=models.PROTECT, related_name="story_people")
    was_child = models.BooleanField(
        _("a child at the time"), default=False, help_text=_("Under age when it happened, whatever the age today.")
    )

    class Meta(PartInStory.Meta):
        verbose_name = _("person in this story")
        verbose_name_plural = _("people in this story")
        constraints = [models.UniqueConstraint(fields=["story", "person"], name="story_person_once")]

    def __str__(self):
        return str(self.person)


class StoryOrganization(PartInStory):
    """An organization's part in a story."""

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="story_organizations")
    organization = models.ForeignKey(
        Organization, verbose_name=_("organization"), on_delete=models.PROTECT, related_name="story_organizations"
    )

    class Meta(PartInStory.Meta):
        verbose_name = _("organization in this story")
        verbose_name_plural = _("organizations in this story")
        constraints = [models.UniqueConstraint(fields=["story", "organization"], name="story_organization_once")]

    def __str__(self):
        return str(self.organization)
