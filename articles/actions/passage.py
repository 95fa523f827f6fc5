"""The one passage through which every change of state goes (design.md, law 2)."""

from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from articles import permissions
from articles.actions.inspection import (
    LEGAL_FIRST,
    approval,
    changed_since_approval,
    edition_of,
    extent_for,
    findings_of,
    may_stand_alone,
    waiting_for_legal,
)
from articles.gate import unmet
from articles.models import Edition, Path, Story, Transition
from articles.publishing import outbox, project, purge
from articles.publishing.compose import article_of
from articles.publishing.profiles import profile_of
from articles.workflow import CONFIRM, MOVES, REQUIRED, WHOLE, Kind, Move, Status


class MoveRefused(Exception):  # noqa: N818
    """Not now. `findings` are what stands in the way, where the gate refused."""

    def __init__(self, message, findings=()):
        super().__init__(message)
        self.message = message
        self.findings = list(findings)


class Stale(MoveRefused):
    """Somebody saved or moved the story since it was read; `current` is the story as it is now."""

    def __init__(self, current):
        super().__init__(_("Somebody has changed this story since you opened it."))
        self.current = current


def take(story, version=None):
    """Takes the row by compare-and-set; returns it fresh, its version one higher, or raises Stale."""
    same = {"pk": story.pk, "status": story.status, "version": story.version if version is None else version}
    if not Story.objects.filter(**same).update(version=F("version") + 1):
        raise Stale(Story.objects.get(pk=story.pk))
    return Story.objects.get(pk=story.pk)


@dataclass
class Step:
    """A move under way. The body sets what is special: `columns` of the story, `edition`, further `effects`."""

    story: Story
    move: Move
    by: object
    note: str
    overrides: dict
    now: datetime
    hour: datetime  # the time of publication that the gate judges
    edition: Edition | None = None  # as composed for the gate
    live: Edition | None = None  # what shall be live afterwards, where that changes
    to: Status | None = None
    findings: list = field(default_factory=list)
    columns: dict = field(default_factory=dict)
    effects: list = field(default_factory=list)
    pages: set = field(default_factory=set)

    def check_who(self):
        if not permissions.may_move(self.by, self.move, self.story):
            raise PermissionDenied(_("You may not do this to this story."))
        if self.move.two_people and not may_stand_alone(self.story, self.by):
            raise MoveRefused(_("You edited it last: somebody else accepts your change first, or approves it."))
        if self.move.note == REQUIRED and not self.note.strip():
            raise MoveRefused(_("Say why in a note."))

    def check_gate(self, edition=None):
        """Runs as much of the gate as the move asks for; an approval's reasons hold for what was approved."""
        self.edition = edition or edition_of(self.story, self.hour)
        if not self.move.gate:
            return
        extent = extent_for(self.move, self.story)
        self.findings = findings_of(self.edition, WHOLE if extent != self.move.gate else extent)
        judged = findings_of(self.edition, extent) if extent != self.move.gate else self.findings
        self._check_legal(judged)
        self._admit_overrides(judged)
        standing = unmet(judged, self.overrides)
        if standing:
            raise MoveRefused(_("The checks stand in the way."), standing)

    def _check_legal(self, judged):
        waiting = waiting_for_legal(self.story, judged) if self.move.name in LEGAL_FIRST and judged else ()
        if waiting:
            raise MoveRefused(_("Legal clears it first: ask legal, who may put it right or clear it."), waiting)

    def _admit_overrides(self, judged):
        mine = {key: reason.strip() for key, reason in self.overrides.items() if reason.strip()}
        self._check_overriding(mine, judged)
        approved = approval(self.story) if self.move.name in {"schedule", "publish"} else None
        given = {finding.id for finding in judged}
        self.overrides = {k: v for k, v in ((approved.overrides if approved else {}) | mine).items() if k in given}

    def _check_overriding(self, mine, judged):
        """Who may put a reason in a caution's place is the jurisdiction profile's word, by kind of check."""
        if not mine:
            return
        rights = profile_of(self.story)["rules"]["override.roles"]
        needed = {rights.get(str(finding.group), rights[""]) for finding in judged if finding.id in mine}
        if not all(permissions.may_override(self.by, right) for right in needed | {rights[""]}):
            raise PermissionDenied(_("You may not override the checks."))

    def check_approval(self):
        """An approval holds for exact content (law 4)."""
        changed = changed_since_approval(self.story, self.edition)
        if changed:
            parts = ", ".join(changed)
            raise MoveRefused(_("Changed since it was approved: {parts}. Have it approved again.").format(parts=parts))

    def put_live(self, edition):
        """Saves the Edition and writes the public tables from it; the story's row follows at the end of the step."""
        story = self.story
        _check_order(edition)
        if Path.objects.filter(path=edition.content["path"]).exclude(story_number=story.pk).exists():
            raise MoveRefused(_("Another story was once at this address: choose another under Placing."))
        shown = outbox.stems_of(article_of(story.live_edition)) if story.is_live else set()
        self.pages |= project.pages_of(story.pk)
        edition.published_by = self.by
        edition.save(force_insert=True)
        article = project.project(edition)
        self.pages |= project.pages_of(story.pk)
        self.live = edition
        self.to = Status.PUBLISHED
        self.columns |= {
            "live_edition": edition,
            "first_published_at": article.first_published_at,
            "publish_at": None,
            "schedule_problem": "",
            "refresh_problem": "",
        }
        self.effects.append(("publish_pictures", {"story": story.pk}))
        self._forget_pictures(shown - outbox.stems_of(article))

    def take_off(self, answer):
        """Empties the public tables of the story."""
        self.pages |= project.pages_of(self.story.pk)
        self._forget_pictures(outbox.stems_of(article_of(self.story.live_edition)))
        project.withdraw(self.story.pk, self.now, answer)
        self.to = Status.WITHDRAWN
        self.columns |= {"live_edition": None, "publish_at": None, "schedule_problem": "", "refresh_problem": ""}

    def _forget_pictures(self, stems):
        if stems:
            self.effects.append(("withdraw_pictures", {"stems": sorted(stems)}))

    def finish(self):
        """Status last, in one UPDATE with the live edition; then the record of the move and its effects."""
        story = self.story
        before, after = story.status, self.to or self.move.to or story.status
        Story.objects.filter(pk=story.pk).update(status=after, updated_at=self.now, **self.columns)
        self._log(before, after)
        if self.pages:
            gone = after == Status.WITHDRAWN
            self.effects.append(("purge", {"keys": purge.keys(story.pk, self.pages), "at_once": gone}))
        for kind, payload in self.effects:
            outbox.record(kind, payload)
        self.story = Story.objects.get(pk=story.pk)
        wrong = project.disagreement(self.story)
        if wrong:
            raise AssertionError(wrong)

    def _log(self, before, after):
        lone = self.move.two_people and not permissions.two_people_stand_behind(self.story, self.by)
        Transition.objects.create(
            story=self.story,
            move=self.move.name,
            from_status=before,
            to_status=after,
            version=self.story.version,
            by=self.by,
            at=self.now,
            note=self.note,
            kind=self.live.kind if self.live else self.story.change_kind,
            content_hash=self.edition.content_hash if self.edition else "",
            findings=[finding.as_json() for finding in self.findings],
            overrides=self.overrides,
            edition=self.live,
            one_person=lone,
        )


def _check_order(edition):
    """Nobody dates a publication before the one that it follows."""
    past = edition.snapshot["editions"]
    if past and parse_datetime(past[-1]["at"]) > edition.published_at:
        raise MoveRefused(_("Something was published later than that. A publication is not dated back."))


@contextmanager
def step(story, name, *, by, note="", overrides=None, now=None, hour=None, judge=True):
    """Opens the passage for one move, yields the Step for what is special about it, and closes it.

    by: a user, or None for the clock. hour: the time of publication that the gate judges, if not now.
    judge: False where the body composes another Edition than the working copy's and calls `check_gate(edition)` itself.
    """
    move = CONFIRM if name == CONFIRM.name else MOVES[name]
    now = now or timezone.now()
    with transaction.atomic():
        fresh = take(story)
        passage = Step(fresh, move, by, note.strip(), dict(overrides or {}), now, hour or now)
        _check_place(fresh, move)
        passage.check_who()
        if judge:
            passage.check_gate()
        yield passage
        passage.finish()


def _check_place(story, move):
    if story.status not in move.sources or move.live not in {None, story.is_live}:
        status = Status(story.status).label
        raise MoveRefused(_("“{move}” is not possible from “{status}”.").format(move=move.label, status=status))


def corrected_kind(kind):
    """A Kind from a form's word; raises MoveRefused where no change may be called that."""
    try:
        return Kind(kind)
    except ValueError as error:
        raise MoveRefused(_("Say what kind of change it is.")) from error
