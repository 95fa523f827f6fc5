"""What readers are shown: flat tables named `public_*`, without a relation to any desk model.

A story is known here by its number only. Everything is written by `articles.publishing.project`, in the transaction
that publishes; Sections and Authors are kept by administrators. A page without a live Article answers 404.
"""

import hashlib
import hmac

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.encoding import iri_to_uri
from django.utils.translation import gettext_lazy as _

from articles.models.stamps import StampField, new_stamp
from articles.workflow import Kind


class TypeOfWork(models.TextChoices):
    """The visible label on every piece (Trust Project: type of work; schema.org subtypes of NewsArticle)."""

    NEWS = "news", _("News")
    ANALYSIS = "analysis", _("Analysis")
    OPINION = "opinion", _("Opinion")
    EXPLAINER = "explainer", _("Explainer")
    INTERVIEW = "interview", _("Interview")
    FEATURE = "feature", _("Feature")
    REVIEW = "review", _("Review")


class Layout(models.TextChoices):
    """How a story's page is laid out, whatever type of work it is."""

    STANDARD = "", _("Standard")
    LONG = "long", _("Long read: a wide picture first, and a list of its chapters")
    GALLERY = "gallery", _("Gallery: its pictures large, one after another")


class PageQuerySet(models.QuerySet):
    """Words for the things that have a page of their own."""

    def live(self):
        """Those that carry at least one live Article: the others answer 404."""
        return self.filter(is_live=True)


class Section(models.Model):
    """A part of the paper, in the order of the navigation."""

    name = models.CharField(_("name"), max_length=80)
    slug = models.SlugField(_("slug"), max_length=80, unique=True, allow_unicode=True)
    description = models.TextField(_("description"), blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    is_live = models.BooleanField(_("has live articles"), default=False, editable=False)

    objects = PageQuerySet.as_manager()

    class Meta:
        db_table = "public_section"
        ordering = ["position", "name"]
        verbose_name = _("section")
        verbose_name_plural = _("sections")

    def __str__(self):
        return self.name


class AuthorQuerySet(PageQuerySet):
    def called(self, name):
        """The one of this name or address, or None; of several the first."""
        return self.filter(Q(name__iexact=name) | Q(slug=name)).order_by("pk").first()


class Author(models.Model):
    """A byline and its page. No link to a login: the desk side knows who writes as whom (`Writer`)."""

    name = models.CharField(_("name"), max_length=120)
    slug = models.SlugField(_("slug"), max_length=120, unique=True, allow_unicode=True)
    job_title = models.CharField(_("job title"), max_length=120, blank=True)
    biography = models.TextField(_("biography"), blank=True)
    email = models.EmailField(_("public e-mail address"), blank=True)
    portrait = models.JSONField(_("portrait"), null=True, blank=True, editable=False)  # as Article.lead_picture
    is_live = models.BooleanField(_("has live articles"), default=False, editable=False)

    objects = AuthorQuerySet.as_manager()

    class Meta:
        db_table = "public_author"
        ordering = ["name"]
        verbose_name = _("author")
        verbose_name_plural = _("authors")

    def __str__(self):
        return self.name


class TagPage(models.Model):
    """The public face of a Tag, written when a live Article first carries it."""

    tag_number = models.BigIntegerField(unique=True)
    name = models.CharField(max_length=100)
    slug = models.SlugField(max_length=100, unique=True, allow_unicode=True)
    description = models.TextField(blank=True)
    is_live = models.BooleanField(default=False)

    objects = PageQuerySet.as_manager()

    class Meta:
        db_table = "public_tagpage"
        ordering = ["name"]

    def __str__(self):
        return self.name


class Profile(models.Model):
    """The public face of a person or organization, where an editor decided that this name gets a page."""

    class ProfileKind(models.TextChoices):
        PERSON = "person", _("Person")
        ORGANIZATION = "organization", _("Organization")

    kind = models.CharField(max_length=12, choices=ProfileKind.choices)
    name = models.CharField(max_length=200)
    slug = models.SlugField(max_length=200, allow_unicode=True)
    also_known_as = models.JSONField(default=list)  # list of str
    description = models.TextField(blank=True)
    wikidata_id = models.CharField(max_length=16, blank=True)
    website = models.URLField(blank=True)
    is_live = models.BooleanField(default=False)

    objects = PageQuerySet.as_manager()

    class Meta:
        db_table = "public_profile"
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["kind", "slug"], name="profile_slug_unique")]

    def __str__(self):
        return self.name


class ArticleQuerySet(models.QuerySet):
    """The words in which readers' pages ask. Lists turn by time, never by OFFSET."""

    def update(self, **columns):
        return super().update(**({"stamp": new_stamp()} | columns))

    def newest_first(self):
        return self.order_by("-first_published_at", "-pk")

    def for_cards(self):
        """What one teaser needs, and not the text."""
        return self.select_related("section").defer(
            "body", "text", "people", "organizations", "sources", "claims", "proceedings", "helplines", "replies",
            "versions",
        )  # fmt: skip

    def in_section(self, section):
        return self.filter(section=section)

    def opinion(self):
        return self.filter(type_of_work=TypeOfWork.OPINION)

    def tagged(self, tag_page):
        return self.filter(tag_links__tag_page=tag_page)

    def by_author(self, author):
        return self.filter(author_links__author=author)

    def about(self, profile):
        return self.filter(profile_links__profile=profile)

    def before(self, moment):
        """Older than a moment: how a list turns its page."""
        return self.filter(first_published_at__lt=moment)

    def since(self, moment):
        return self.filter(first_published_at__gte=moment)

    def between(self, start, end):
        return self.filter(first_published_at__gte=start, first_published_at__lt=end)


class Article(models.Model):
    """A story as readers see it now: one row while it is live, written from the live Edition.

    JSON columns, as composed by `articles.publishing.compose`:

    - bylines: [{"name", "slug", "role", "job_title"}]
    - lead_picture / pictures: {"stem", "alt", "caption", "credit", "rights_holder", "width", "height",
      "renditions": [{"name", "width", "height", "format"}]}
    - people, organizations: [{"name", "role", "role_label", "description", "slug" (of a Profile, or "")}]
    - sources: [{"text", "kind", "kind_label", "url", "archived_url", "published_on", "accessed_on",
      "anonymity" (why a person is not named; not there for others)}]
    - claims: [{"number", "end", "after", "kind", "words", "sources" (places in `sources`), "is_checked"}]
    - proceedings: [{"name", "offence", "status", "status_label", "status_on", "detail", "court", "citation",
      "citation_url", "checked_on", "count"}]
    - advisories: [{"topic", "label", "note", "help_first"}]; helplines: [{"id", "name", "number", "tel", "url",
      "hours", "language"}]
    - replies: [{"kind" ("asked", "replied", "declined", "unreachable", "withdrawn" or "public"), "name", "on", "text",
      "source", "url"}]
    - tags: [{"name", "slug"}]
    - corrections: [{"kind", "label", "note", "at"}], newest first; versions: [{"number", "kind", "label", "at"}]
    """

    story_number = models.BigIntegerField(unique=True)
    edition_number = models.PositiveIntegerField()
    kind = models.CharField(max_length=16, choices=Kind.choices)
    path = models.CharField(max_length=255, unique=True)  # /2026/11/a-slug/
    section = models.ForeignKey(Section, on_delete=models.PROTECT, related_name="+")
    type_of_work = models.CharField(max_length=16, choices=TypeOfWork.choices)
    layout = models.CharField(max_length=16, choices=Layout.choices, blank=True, default=Layout.STANDARD)
    language = models.CharField(max_length=16)
    headline = models.CharField(max_length=300)
    standfirst = models.TextField(blank=True)
    dateline = models.CharField(max_length=120, blank=True)
    body = models.TextField()  # sanitised HTML, figures expanded
    text = models.TextField()  # plain, for search and excerpts
    description = models.TextField(blank=True)  # for machines: standfirst, or the first words
    social_headline = models.CharField(max_length=300, blank=True)
    word_count = models.PositiveIntegerField(default=0)
    bylines = models.JSONField(default=list)
    lead_picture = models.JSONField(null=True)
    pictures = models.JSONField(default=list)
    people = models.JSONField(default=list)
    organizations = models.JSONField(default=list)
    sources = models.JSONField(default=list)
    claims = models.JSONField(default=list)
    proceedings = models.JSONField(default=list)
    advisories = models.JSONField(default=list)
    helplines = models.JSONField(default=list)
    replies = models.JSONField(default=list)
    tags = models.JSONField(default=list)
    corrections = models.JSONField(default=list)
    versions = models.JSONField(default=list)
    is_retracted = models.BooleanField(default=False)
    stamp = StampField()
    first_published_at = models.DateTimeField()
    published_at = models.DateTimeField()  # of this Edition
    updated_at = models.DateTimeField()  # what readers see as "updated": a minor fix does not move it

    objects = ArticleQuerySet.as_manager()

    class Meta:
        db_table = "public_article"
        indexes = [
            models.Index(fields=["first_published_at", "id"], name="article_by_time"),
            models.Index(fields=["section", "first_published_at", "id"], name="article_by_section"),
            models.Index(
                fields=["first_published_at", "id"], condition=Q(type_of_work="opinion"), name="article_opinion_by_time"
            ),
        ]
        constraints = [
            models.CheckConstraint(condition=~Q(headline=""), name="article_has_headline"),
            models.CheckConstraint(condition=~Q(body=""), name="article_has_body"),
            models.CheckConstraint(
                condition=Q(updated_at__gte=models.F("first_published_at")), name="article_updated_after_first"
            ),
        ]

    def __str__(self):
        return self.headline

    def get_absolute_url(self):
        return iri_to_uri(self.path)


class ArticleTag(models.Model):
    """A row of a tag's list; carries the time, so that the list is one index range."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="tag_links")
    tag_page = models.ForeignKey(TagPage, on_delete=models.PROTECT, related_name="+")
    first_published_at = models.DateTimeField()

    class Meta:
        db_table = "public_article_tag"
        indexes = [models.Index(fields=["tag_page", "first_published_at", "article"], name="tag_list")]
        constraints = [models.UniqueConstraint(fields=["article", "tag_page"], name="tag_once")]


class ArticleAuthor(models.Model):
    """A row of an author's list."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="author_links")
    author = models.ForeignKey(Author, on_delete=models.PROTECT, related_name="+")
    first_published_at = models.DateTimeField()

    class Meta:
        db_table = "public_article_author"
        indexes = [models.Index(fields=["author", "first_published_at", "article"], name="author_list")]
        constraints = [models.UniqueConstraint(fields=["article", "author"], name="author_once")]


class ArticleProfile(models.Model):
    """A row of a person's or organization's list, with their part in this story."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="profile_links")
    profile = models.ForeignKey(Profile, on_delete=models.PROTECT, related_name="+")
    role_label = models.CharField(max_length=120, blank=True)
    first_published_at = models.DateTimeField()

    class Meta:
        db_table = "public_article_profile"
        indexes = [models.Index(fields=["profile", "first_published_at", "article"], name="profile_list")]
        constraints = [models.UniqueConstraint(fields=["article", "profile"], name="profile_once")]


class CorrectionNotice(models.Model):
    """One line of the public list of corrections, projected from an Edition; it goes when the story is taken down."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="correction_notices")
    edition_number = models.PositiveIntegerField()
    kind = models.CharField(max_length=16, choices=Kind.choices)
    note = models.TextField()
    published_at = models.DateTimeField()

    class Meta:
        db_table = "public_correction"
        ordering = ["-published_at", "-pk"]
        indexes = [models.Index(fields=["published_at"], name="correction_by_time")]
        constraints = [models.UniqueConstraint(fields=["article", "edition_number"], name="one_notice_an_edition")]

    def __str__(self):
        return self.note


class PathQuerySet(models.QuerySet):
    def for_page(self):
        """The path and the article it leads to, in one query."""
        return self.select_related("article", "article__section")

    def of_pages(self):
        """Former addresses of sections, authors, tags and profiles."""
        return self.exclude(page="")

    def at(self, path):
        """The address as it stands, or as the trace of it that a redaction left."""
        return self.filter(path__in=[path, trace_of(path)])

    def named(self):
        """Without the traces of redacted addresses, which never lead anywhere again."""
        return self.exclude(path__startswith=TRACE)


TRACE = "#"


def trace_of(path):
    """What is kept of an address that itself said too much: a keyed hash, so that it can answer 410 and not be read."""
    key = settings.TRACE_KEY.encode()  # by default the oldest key: a hash cannot be made anew without the address
    return TRACE + hmac.new(key, path.encode(), hashlib.sha256).hexdigest()


class Path(models.Model):
    """Every address that was ever public, and what it answers now. The whole of access control on a public page.

    A story's address leads to its article. The former address of a section, author, tag or profile leads to that page,
    wherever it is now: `page` and `page_number`, no story.
    """

    class Answer(models.TextChoices):
        ARTICLE = "article", _("Article")
        REDIRECT = "redirect", _("Moved")
        GONE = "gone", _("Withdrawn (410)")
        LEGAL = "legal", _("Withdrawn for legal reasons (451)")

    class Page(models.TextChoices):
        SECTION = "section", _("Section")
        AUTHOR = "author", _("Author")
        TAG = "tag", _("Tag")
        PROFILE = "profile", _("Profile")

    path = models.CharField(max_length=255, unique=True)
    answer = models.CharField(max_length=8, choices=Answer.choices)
    story_number = models.BigIntegerField(db_index=True, null=True, blank=True)
    page = models.CharField(max_length=8, choices=Page.choices, blank=True)
    page_number = models.BigIntegerField(null=True, blank=True)
    article = models.ForeignKey(Article, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    changed_at = models.DateTimeField()

    objects = PathQuerySet.as_manager()

    class Meta:
        db_table = "public_path"
        constraints = [
            models.CheckConstraint(
                condition=Q(answer__in=["gone", "legal"], article__isnull=True) | Q(answer__in=["article", "redirect"]),
                name="path_withdrawn_has_no_article",
            ),
            models.CheckConstraint(
                condition=Q(page="", page_number__isnull=True, story_number__isnull=False)
                | Q(~Q(page=""), page_number__isnull=False, story_number__isnull=True, answer="redirect"),
                name="path_of_a_story_or_of_a_page",
            ),
        ]

    def __str__(self):
        return self.path
