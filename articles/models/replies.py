"""The right of reply: who was asked about what is said of them, when and how, and what came back."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.models.claims import Claim
from articles.models.people import Organization, Person
from articles.models.sources import Source


class ReplyRequestQuerySet(models.QuerySet):
    def waiting(self):
        """Those without an outcome, the next deadline first."""
        return self.filter(outcome=ReplyRequest.Outcome.WAITING).order_by("deadline", "pk")

    def with_people(self):
        return self.select_related("person", "organization", "public_source", "by")


class ReplyRequest(models.Model):
    """One person or organization, asked about claims of one story, or why they were not asked. Never deleted."""

    class Channel(models.TextChoices):
        EMAIL = "email", _("E-mail")
        LETTER = "letter", _("Letter")
        PHONE = "phone", _("Telephone")
        IN_PERSON = "in_person", _("In person")
        MESSAGE = "message", _("Message")
        LAWYER = "lawyer", _("Through their lawyer")
        PRESS_OFFICE = "press_office", _("Through their press office")

    class Outcome(models.TextChoices):
        WAITING = "waiting", _("Waiting")
        REPLIED = "replied", _("Replied")
        DECLINED = "declined", _("Declined to comment")
        NO_RESPONSE = "no_response", _("No response")
        UNREACHABLE = "unreachable", _("Could not be reached")
        PUBLIC_REPLY = "public_reply", _("Has replied in public")
        WAIVED = "waived", _("Not asked, for a reason")
        WITHDRAWN = "withdrawn", _("Withdrew their answer")

    story = models.ForeignKey("articles.Story", on_delete=models.PROTECT, related_name="replies")
    person = models.ForeignKey(
        Person, verbose_name=_("person"), on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    organization = models.ForeignKey(
        Organization, verbose_name=_("organization"), on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    claims = models.ManyToManyField(Claim, verbose_name=_("claims"), blank=True, related_name="replies")
    asked = models.JSONField(default=dict, editable=False)  # {number of a claim: its words when it was put to them}
    text = models.TextField(_("what was put to them"), blank=True)
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)
    channel = models.CharField(_("how"), max_length=12, choices=Channel.choices, blank=True)
    deadline = models.DateTimeField(_("answer by"), null=True, blank=True)
    outcome = models.CharField(_("outcome"), max_length=12, choices=Outcome.choices, default=Outcome.WAITING)
    answer = models.TextField(_("their answer, as readers get it"), blank=True)
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)
    public_source = models.ForeignKey(
        Source, verbose_name=_("where they replied in public"), on_delete=models.PROTECT, null=True, blank=True,
        related_name="+",
    )  # fmt: skip
    proof_note = models.TextField(_("what proves it"), blank=True)
    file = models.CharField(max_length=255, blank=True, editable=False)  # name in the private folder
    file_name = models.CharField(max_length=255, blank=True, editable=False)  # as it was called when it came
    sha256 = models.CharField(max_length=64, blank=True, editable=False)
    waiver_reason = models.TextField(_("why they are not asked"), blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, editable=False, related_name="+")
    created_at = models.DateTimeField(editable=False)

    objects = ReplyRequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("request for a reply")
        verbose_name_plural = _("requests for a reply")
        ordering = ["pk"]
        permissions = [("waive_reply", _("Waive the right of reply with a reason"))]
        constraints = [
            models.CheckConstraint(
                condition=Q(person__isnull=True, organization__isnull=False)
                | Q(person__isnull=False, organization__isnull=True),
                name="reply_is_asked_of_one",
            ),
            models.CheckConstraint(
                condition=Q(outcome__in=["public_reply", "waived"])
                | (Q(sent_at__isnull=False, deadline__isnull=False) & ~Q(channel="") & ~Q(text="")),
                name="reply_says_what_was_asked_when_and_how",
            ),
            models.CheckConstraint(condition=~Q(outcome="waived") | ~Q(waiver_reason=""), name="waiver_has_a_reason"),
            models.CheckConstraint(
                condition=~Q(outcome="public_reply") | (Q(public_source__isnull=False) & ~Q(answer="")),
                name="public_reply_has_its_source",
            ),
            models.CheckConstraint(
                condition=~Q(outcome="replied") | (Q(answered_at__isnull=False) & ~Q(answer="")),
                name="reply_has_its_words",
            ),
        ]

    def __str__(self):
        return f"RR-{self.pk}"

    @property
    def to(self):
        return self.person or self.organization

    @property
    def is_waiting(self):
        return self.outcome == self.Outcome.WAITING

    @property
    def may_have_longer(self):
        """Whether they may be given more time: who has answered, or was not asked, needs none."""
        return self.outcome in {self.Outcome.WAITING, self.Outcome.NO_RESPONSE}

    @property
    def has_answer(self):
        """Whether they said something that they may take back."""
        return self.outcome in {self.Outcome.REPLIED, self.Outcome.DECLINED} and self.answered_at is not None


class ReplyStep(models.Model):
    """How a request came to its outcome, and each answer in its words. Append-only."""

    request = models.ForeignKey(ReplyRequest, on_delete=models.PROTECT, related_name="steps")
    outcome = models.CharField(max_length=12, choices=ReplyRequest.Outcome.choices)
    answer = models.TextField(blank=True)
    note = models.TextField(blank=True)
    deadline = models.DateTimeField(null=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("step of a request for a reply")
        verbose_name_plural = _("steps of requests for a reply")
        ordering = ["-at", "-pk"]

    def __str__(self):
        return f"RR-{self.request_id}: {self.outcome}"
