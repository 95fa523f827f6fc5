"""The life of a story as a table: statuses, and the moves between them. Pure; no queries."""

from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Status(TextChoices):
    """Where the working copy stands. Whether the story is live is another fact: `Story.live_edition`."""

    DRAFT = "draft", _("Draft")
    IN_REVIEW = "in_review", _("In review")
    LEGAL = "legal", _("With legal")
    APPROVED = "approved", _("Approved")
    SCHEDULED = "scheduled", _("Scheduled")
    PUBLISHED = "published", _("Published")
    SPIKED = "spiked", _("Spiked")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class Kind(TextChoices):
    """What an Edition is, against the one before it (news-rules: corrections are typed, and say so)."""

    FIRST = "first", _("First publication")
    UPDATE = "update", _("Update")
    CORRECTION = "correction", _("Correction")
    CLARIFICATION = "clarification", _("Clarification")
    EDITORS_NOTE = "editors_note", _("Editor’s note")
    MINOR = "minor", _("Minor fix")
    RETRACTION = "retraction", _("Retraction")
    REFRESH = "refresh", _("Refresh")

    @property
    def needs_public_note(self):
        """Readers are told what was changed, in a sentence."""
        return self in {Kind.CORRECTION, Kind.CLARIFICATION, Kind.EDITORS_NOTE, Kind.RETRACTION}

    @property
    def mends(self):
        """Whether it puts right what is live, or says what is wrong with it: gaps in evidence never hold that up."""
        return self.needs_public_note

    @property
    def bumps_updated(self):
        """Whether the visible "updated" time moves: a typo is no news."""
        return self not in {Kind.MINOR, Kind.REFRESH}


REOPEN_KINDS = (Kind.UPDATE, Kind.CORRECTION, Kind.CLARIFICATION, Kind.EDITORS_NOTE, Kind.MINOR)

# How much of the gate a move must pass.
ESSENTIALS, WHOLE, HARM = "essentials", "whole", "harm"

# What a move asks of its note.
INTERNAL, REQUIRED, PUBLIC = "internal", "required", "public"

S = Status


@dataclass(frozen=True)
class Move:
    """One row of the table.

    `sources` are the statuses it starts from and `to` the one it ends in (None: it stays).
    `live` is True where only a live story may take it, False where only one that is not live, None where both may.
    `permissions`: one of these lets anybody make the move; `writer`: so may the story's own writers; `clock`: so may
    the worker.
    """

    name: str
    label: str
    sources: tuple[Status, ...]
    to: Status | None
    permissions: tuple[str, ...] = ()
    writer: bool = False
    clock: bool = False
    live: bool | None = None
    gate: str | None = None
    note: str = INTERNAL
    two_people: bool = False


LIVE_COPY = (S.DRAFT, S.IN_REVIEW, S.LEGAL, S.APPROVED, S.SCHEDULED, S.PUBLISHED)

BEFORE_LIVE = (S.DRAFT, S.IN_REVIEW, S.LEGAL, S.APPROVED, S.SCHEDULED)
UNDER_CHANGE = (S.DRAFT, S.IN_REVIEW, S.APPROVED)
READY = (S.APPROVED, S.SCHEDULED)

MOVES = {
    move.name: move
    for move in (
        Move("submit", _("Submit"), (S.DRAFT,), S.IN_REVIEW, ("edit_story",), writer=True, gate=ESSENTIALS),
        Move("send_back", _("Send back"), (S.IN_REVIEW, S.LEGAL, S.APPROVED), S.DRAFT, ("edit_story", "clear_story"),
             note=REQUIRED),
        Move("ask_legal", _("Ask legal"), (S.IN_REVIEW,), S.LEGAL, ("edit_story",)),
        Move("clear", _("Clear"), (S.LEGAL,), S.IN_REVIEW, ("clear_story",)),
        Move("accept", _("Accept changes"), (S.IN_REVIEW,), None, ("edit_story",), writer=True),
        Move("approve", _("Approve"), (S.IN_REVIEW,), S.APPROVED, ("approve_story",), gate=WHOLE, two_people=True),
        Move("schedule", _("Schedule"), (S.APPROVED,), S.SCHEDULED, ("publish_story",), gate=WHOLE),
        Move("unschedule", _("Unschedule"), (S.SCHEDULED,), S.APPROVED, ("publish_story",)),
        Move("publish", _("Publish"), READY, S.PUBLISHED, ("publish_story",), clock=True, gate=WHOLE, note=PUBLIC),
        Move("publish_minor", _("Publish minor fix"), (S.DRAFT,), S.PUBLISHED, ("fix_story",), live=True, gate=WHOLE),
        Move("reopen", _("Reopen"), (S.PUBLISHED,), S.DRAFT, ("edit_story",), writer=True, live=True),
        Move("discard", _("Discard changes"), UNDER_CHANGE, S.PUBLISHED, ("edit_story",), live=True),
        Move("retract", _("Retract"), LIVE_COPY, S.PUBLISHED, ("retract_story",), live=True, gate=HARM, note=PUBLIC),
        Move("take_down", _("Take down now"), LIVE_COPY, S.WITHDRAWN, ("take_down_story",), live=True),
        Move("spike", _("Spike"), BEFORE_LIVE, S.SPIKED, ("edit_story",), live=False, note=REQUIRED),
        Move("revive", _("Revive"), (S.SPIKED, S.WITHDRAWN), S.DRAFT, ("edit_story",)),
    )
}  # fmt: skip

# Not a change of status: the second person who looks, after a minor fix or a take-down that could not wait.
CONFIRM = Move("confirm", _("Confirm"), (*LIVE_COPY, S.WITHDRAWN), None, ("edit_story", "publish_story"))

# What an edit does to the status: (status, is it a writer's rather than an editor's edit) -> new status.
EDIT_MOVES = {
    (S.DRAFT, True): S.DRAFT,
    (S.DRAFT, False): S.DRAFT,
    (S.IN_REVIEW, True): S.DRAFT,
    (S.IN_REVIEW, False): S.IN_REVIEW,
    (S.LEGAL, True): S.DRAFT,
    (S.LEGAL, False): S.LEGAL,
    (S.APPROVED, False): S.IN_REVIEW,
    (S.SCHEDULED, False): S.IN_REVIEW,
}


def after_edit(status, by_writer):
    """The status a story has after an edit, or None where it may not be edited (reopen or revive it first)."""
    return EDIT_MOVES.get((status, by_writer))
