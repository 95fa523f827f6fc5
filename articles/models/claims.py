"""What a text asserts and how the newsroom knows it: statements bound to ranges of a story, evidence, verdicts."""

import hashlib

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.models.people import Organization, Person
from articles.models.sources import Source
from articles.text import normal

STRAIGHT = str.maketrans("‘’“”", "''\"\"")


def hash_of_words(words):
    """SHA-256 that a verdict is bound to: white space and straight or curled quotation marks do not count."""
    return hashlib.sha256(folded(words).encode()).hexdigest()


def folded(words):
    return " ".join(normal(words).translate(STRAIGHT).split())


def subjects_of(story):
    """{"person-3": Person}: the people and organizations of a story, whom its claims can be about."""
    people = [part.person for part in story.story_people.select_related("person")]
    organizations = [part.organization for part in story.story_organizations.select_related("organization")]
    return {f"{one._meta.model_name}-{one.pk}": one for one in (*people, *organizations)}


class ClaimQuerySet(models.QuerySet):
    def bound(self):
        """Those whose mark stands in the working copy, in the order of the text."""
        return self.filter(position__isnull=False).order_by("position")

    def with_evidence(self):
        return self.select_related("person", "organization", "speaker").prefetch_related(
            "evidence__source", "evidence__independent_of", "verdicts__by"
        )


class Claim(models.Model):
    """A statement in a story that needs support, bound to the range of the text that carries its key.

    The row is never deleted: when the words go, it stays unbound (`position` null) with its evidence, and a restored
    text finds it again.
    """

    class ClaimKind(models.TextChoices):
        FACT = "fact", _("Fact")
        QUOTATION = "quotation", _("Quotation")
        ALLEGATION = "allegation", _("Allegation")
        FIGURE = "figure", _("Figure")

    class Severity(models.TextChoices):
        ORDINARY = "ordinary", _("Ordinary")
        SERIOUS = "serious", _("Serious: it could harm somebody if wrong")

    story = models.ForeignKey("articles.Story", on_delete=models.PROTECT, related_name="claims")
    key = models.CharField(max_length=36, editable=False)  # of span[data-claim] in the text: a UUID
    kind = models.CharField(_("kind"), max_length=12, choices=ClaimKind.choices, default=ClaimKind.FACT)
    severity = models.CharField(_("severity"), max_length=12, choices=Severity.choices, default=Severity.ORDINARY)
    person = models.ForeignKey(
        Person, verbose_name=_("about the person"), on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    organization = models.ForeignKey(
        Organization, verbose_name=_("about the organization"), on_delete=models.PROTECT, null=True, blank=True,
        related_name="+",
    )  # fmt: skip
    words = models.TextField(editable=False)  # what is bound, plain; written anew at each save of the text
    position = models.PositiveIntegerField(null=True, blank=True, editable=False)  # place in the order of the text

    speaker = models.ForeignKey(
        Person, verbose_name=_("speaker"), on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    speaker_text = models.CharField(
        _("speaker in other words"), max_length=200, blank=True,
        help_text=_("For somebody without a record here, as the document calls them: “Jane Doe 1”."),
    )  # fmt: skip
    original = models.TextField(_("the words as they were spoken or written"), blank=True)
    checked_how = models.CharField(
        _("how it was checked"), max_length=200, blank=True,
        help_text=_("For example “own recording”, “court transcript, page 12”, “read back to her”."),
    )  # fmt: skip

    words_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, editable=False, related_name="+")
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, editable=False, related_name="+")
    created_at = models.DateTimeField(editable=False)
    evidence_changed_at = models.DateTimeField(null=True, editable=False)  # verdicts from before hold no longer
    former_files = models.JSONField(default=list, editable=False)  # [{"name", "file", "sha256", "source", "by", "at"}]

    objects = ClaimQuerySet.as_manager()

    class Meta:
        verbose_name = _("claim")
        verbose_name_plural = _("claims")
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["story", "key"], name="claim_key_once"),
            models.CheckConstraint(
                condition=Q(person__isnull=True) | Q(organization__isnull=True),
                name="claim_is_about_one",
                violation_error_message=_("A claim is about a person or an organization, not both."),
            ),
        ]
        permissions = [("judge_claim", _("Give verdicts on claims in other people’s stories"))]

    def __str__(self):
        return f"C-{self.pk}"

    @property
    def about(self):
        return self.person or self.organization

    @property
    def about_key(self):
        """As `subjects_of` calls whom it is about; empty where it is about nobody."""
        return f"{self.about._meta.model_name}-{self.about.pk}" if self.about else ""

    @property
    def verdict(self):
        """The latest verdict if it was given on these very words and on what they rest on now, else None."""
        return None if self._is_void else self._latest

    @property
    def lost_verdict(self):
        """The latest verdict where words or evidence have changed since: void, shown so that somebody looks again."""
        return self._latest if self._is_void else None

    @property
    def has_other_words(self):
        """Than those of the latest verdict."""
        return bool(self._latest) and self._latest.words_hash != hash_of_words(self.words)

    @property
    def _latest(self):
        return next(iter(self.verdicts.all()), None)

    @property
    def _is_void(self):
        changed = self.evidence_changed_at
        return self.has_other_words or bool(changed and self._latest and self._latest.at < changed)


class Evidence(models.Model):
    """What supports or contradicts a claim: a source of the same story.

    It names the Source, not the StorySource: a story's uses of sources are rows that a restore writes anew.
    """

    class Stance(models.TextChoices):
        SUPPORTS = "supports", _("supports")
        CONTRADICTS = "contradicts", _("contradicts")

    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="evidence")
    source = models.ForeignKey(Source, verbose_name=_("source"), on_delete=models.PROTECT, related_name="+")
    stance = models.CharField(max_length=12, choices=Stance.choices, default=Stance.SUPPORTS)
    is_primary = models.BooleanField(
        _("primary document"), default=False, help_text=_("A judgment, a transcript, a register, the video itself.")
    )
    independent_of = models.ManyToManyField(
        "self", blank=True, verbose_name=_("independent of"),
        help_text=_("Tick the others that do not draw on the same origin."),
    )  # fmt: skip
    note = models.TextField(_("where in it"), blank=True, help_text=_("Page, minute, paragraph. For the desk only."))
    archived_url = models.URLField(_("archived copy"), max_length=1000, blank=True)
    file = models.CharField(max_length=255, blank=True, editable=False)  # name in the private evidence folder
    file_name = models.CharField(max_length=255, blank=True, editable=False)  # as it was called when it came
    sha256 = models.CharField(max_length=64, blank=True, editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, editable=False, related_name="+")
    at = models.DateTimeField(editable=False)

    class Meta:
        verbose_name = _("evidence")
        verbose_name_plural = _("evidence")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["claim", "source"], name="evidence_once")]

    def __str__(self):
        return f"C-{self.claim_id}/S-{self.source_id}"


class Verdict(models.Model):
    """Somebody other than the writer has compared a claim with its evidence. Append-only."""

    class Result(models.TextChoices):
        SUPPORTED = "supported", _("Supported")
        PARTLY = "partly", _("Partly supported")
        UNSUPPORTED = "unsupported", _("Not supported")
        DISPUTED = "disputed", _("Disputed")

    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="verdicts")
    result = models.CharField(_("verdict"), max_length=12, choices=Result.choices)
    words_hash = models.CharField(max_length=64)
    note = models.TextField(_("note"), blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    one_person = models.BooleanField(default=False)  # the two-people rule was switched off

    class Meta:
        verbose_name = _("verdict")
        verbose_name_plural = _("verdicts")
        ordering = ["-at", "-pk"]

    def __str__(self):
        return f"C-{self.claim_id}: {self.result}"
