"""One short function a verb. `by` is the person; the fresh story is returned."""

from datetime import timedelta

from django.utils.translation import gettext as _

from articles.actions.changes import change_of, said
from articles.actions.claims import bind
from articles.actions.editing import put_back, write_revision
from articles.actions.inspection import findings_of, last_actor
from articles.actions.passage import MoveRefused, corrected_kind, step
from articles.actions.tasks import open_task
from articles.gate import unmet
from articles.models import Path, StoryTask
from articles.publishing.compose import compose, retraction
from articles.publishing.profiles import profile_of
from articles.publishing.snapshot import snapshot
from articles.workflow import Kind

CORRECTING = ("public_note", "was_wrong", "is_right", "how_found", "note_place")  # what a new change starts without


def submit(story, *, by, note="", now=None):
    with step(story, "submit", by=by, note=note, now=now) as move:
        pass
    return move.story


def send_back(story, *, by, note, now=None):
    with step(story, "send_back", by=by, note=note, now=now) as move:
        pass
    return move.story


def ask_legal(story, *, by, note="", now=None):
    with step(story, "ask_legal", by=by, note=note, now=now) as move:
        pass
    return move.story


def clear(story, *, by, note="", now=None):
    """Legal clears the story; the note says on what conditions. What the checks said then is what is cleared."""
    with step(story, "clear", by=by, note=note, now=now) as move:
        move.findings = findings_of(move.edition)
    return move.story


def accept(story, *, by, note="", now=None):
    """Signs the exact content: its hash stands on the Transition."""
    with step(story, "accept", by=by, note=note, now=now) as move:
        pass
    return move.story


def approve(story, *, by, note="", overrides=None, now=None):
    """overrides: {finding id: reason} for Cautions; they hold for what is approved, until it changes."""
    with step(story, "approve", by=by, note=note, overrides=overrides, now=now) as move:
        _check_minor(move)
    return move.story


def schedule(story, *, by, at, note="", overrides=None, now=None):
    """Rehearses the gate for that hour. at: an aware datetime in the future."""
    with step(story, "schedule", by=by, note=note, overrides=overrides, now=now, hour=at) as move:
        if at <= move.now:
            raise MoveRefused(_("That time has passed."))
        move.check_approval()
        _check_minor(move)
        move.columns |= {"publish_at": at, "schedule_problem": ""}
    return move.story


def unschedule(story, *, by, note="", now=None):
    with step(story, "unschedule", by=by, note=note, now=now) as move:
        move.columns |= {"publish_at": None, "schedule_problem": ""}
    return move.story


def publish(story, *, by, note="", overrides=None, now=None):
    """by: None for the clock, which may publish what is scheduled and due."""
    with step(story, "publish", by=by, note=note, overrides=overrides, now=now) as move:
        if by is None and (move.story.publish_at is None or move.story.publish_at > move.now):
            raise MoveRefused(_("It is not due yet."))
        move.check_approval()
        _check_minor(move)
        move.put_live(move.edition)
        _note_gaps(move)
    return move.story


def _note_gaps(move):
    """What only mends is not held up by gaps in evidence: each becomes a task instead."""
    for finding in unmet(move.findings, move.overrides):
        open_task(move.story, StoryTask.TaskKind.FINDING, finding.id, finding.message, now=move.now)


def publish_minor(story, *, by, note="", overrides=None, now=None):
    """One editor, at once; text only and a few characters changed. A second person looks afterwards."""
    with step(story, "publish_minor", by=by, note=note, overrides=overrides, now=now, judge=False) as move:
        edition = compose(snapshot(move.story), Kind.MINOR, "", move.now)
        rules = profile_of(move.story)["rules"]
        _refuse_more_than_minor(move.story, edition)
        move.check_gate(edition)
        move.put_live(edition)
        move.columns["confirm_by"] = move.now + timedelta(hours=rules["changes.second_look_hours"])
    return move.story


def _refuse_more_than_minor(story, edition):
    """A minor fix goes out without a word to readers: it changes little, and nothing that they rely on."""
    change = change_of(story, edition)
    if not change.changed:
        raise MoveRefused(_("Nothing has changed."))
    if change.material:
        told = "; ".join(said(touch) for touch in change.material)
        message = _("This is no minor fix. It touches {places}. Call it a correction or an update.")
        raise MoveRefused(message.format(places=told))
    if not change.is_small:
        message = _("More than a minor fix ({count} characters; {parts}): reopen it as an update or correction.")
        raise MoveRefused(message.format(count=change.characters, parts=", ".join(change.changed)))


def _check_minor(move):
    """Whatever road it takes, what is called a minor fix is one."""
    if move.story.is_live and move.story.change_kind == Kind.MINOR:
        _refuse_more_than_minor(move.story, move.edition)


def reopen(story, *, by, kind, note="", now=None):
    """kind: what the change will be (workflow.REOPEN_KINDS)."""
    kind = corrected_kind(kind)
    with step(story, "reopen", by=by, note=note, now=now) as move:
        if kind not in move.story.offered_kinds:
            raise MoveRefused(_("A live story is not reopened for that kind of change."))
        move.columns |= dict.fromkeys(CORRECTING, "") | {"change_kind": kind}
    return move.story


def discard(story, *, by, note="", now=None):
    """The working copy becomes again what is live."""
    with step(story, "discard", by=by, note=note, now=now) as move:
        put_back(move.story, move.story.live_edition.snapshot)
        bind(move.story, by=by, now=move.now)
        write_revision(move.story, by=by, why=_("Changes discarded"), now=move.now)
        move.columns |= {"publish_at": None, "schedule_problem": ""}
    return move.story


def retract(story, *, by, note, now=None):
    """Puts a retraction in the story's place, at the same address. note: what readers are told; required."""
    with step(story, "retract", by=by, note=note, now=now, judge=False) as move:
        if not move.note:
            raise MoveRefused(_("Tell readers why the story is retracted."))
        live = move.story.live_edition
        edition = retraction(live.content, move.note, snapshot(move.story) | {"embargo_until": None}, move.now)
        move.check_gate(edition)
        move.put_live(edition)
        move.columns |= {"change_kind": Kind.RETRACTION, "public_note": move.note}
    return move.story


def take_down(story, *, by, note="", legal=False, now=None):
    """At once and ungated. legal: the address answers 451 instead of 410. A second person confirms soon after."""
    with step(story, "take_down", by=by, note=note, now=now, judge=False) as move:
        move.take_off(Path.Answer.LEGAL if legal else Path.Answer.GONE)
        hours = profile_of(move.story)["rules"]["changes.take_down_look_hours"]
        move.columns["confirm_by"] = move.now + timedelta(hours=hours)
    return move.story


def confirm(story, *, by, note="", now=None):
    """The second look after a minor fix or a take-down, by somebody else than who did it."""
    with step(story, "confirm", by=by, note=note, now=now, judge=False) as move:
        if move.story.confirm_by is None:
            raise MoveRefused(_("There is nothing to confirm."))
        if last_actor(move.story) == by:
            raise MoveRefused(_("A second person looks at this, not the one who did it."))
        move.columns["confirm_by"] = None
    return move.story


def spike(story, *, by, note, now=None):
    with step(story, "spike", by=by, note=note, now=now) as move:
        move.columns |= {"publish_at": None, "schedule_problem": ""}
    return move.story


def revive(story, *, by, note="", now=None):
    """A story that was once public comes back as an update: its first publication stays what it was."""
    with step(story, "revive", by=by, note=note, now=now) as move:
        move.columns["change_kind"] = Kind.UPDATE if move.story.first_published_at else Kind.FIRST
    return move.story
