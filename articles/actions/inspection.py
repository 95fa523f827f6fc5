"""What the gate says of a story as it stands, and which moves a person may make now, or why not."""

from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from articles import gate, permissions
from articles.actions.changes import with_place
from articles.actions.gate_facts import facts_for_gate, laws_of_cases, protected_hashes
from articles.gate import clearance
from articles.gate.laws import called_for_by
from articles.models import Transition
from articles.publishing.compose import compose, differences
from articles.publishing.profiles import profile_of
from articles.publishing.protected import named_in
from articles.publishing.snapshot import snapshot
from articles.workflow import CONFIRM, HARM, MOVES, WHOLE, Kind, Move

LEGAL_FIRST = {"approve", "schedule", "publish"}  # moves that wait for legal; a minor fix goes out with a reason


def protected_in(*texts):
    """The numbers of those who must not be identified and whom these words would name."""
    hashes = protected_hashes()
    return sorted({number for text in texts for number in named_in(str(text), hashes)})


def edition_of(story, now=None, kind=None):
    """The Edition that publishing the working copy would make at `now`; unsaved."""
    edition = compose(snapshot(story), kind or story.change_kind, story.public_note, now or timezone.now())
    return with_place(edition, story)


def findings_of(edition, extent=WHOLE):
    """What the gate finds on an Edition and the snapshot it was composed from, with what no snapshot keeps.

    What calls for legal is left out where legal has cleared exactly this content, having seen it.
    """
    facts = facts_for_gate(edition)
    called_for = called_for_by(facts)
    found = gate.inspect(facts, edition, extent)
    if any(clearance.may_clear(one, called_for) for one in found):
        found = clearance.standing(found, called_for, edition.content_hash, cleared(edition.story_id))
    return found


def cleared(number):
    """What legal last cleared of a story, for `clearance.standing`; None where it was asked again since, or never."""
    asked_or_cleared = Transition.objects.filter(story=number, move__in=("ask_legal", "clear"))
    last = asked_or_cleared.order_by("-version", "-pk").first() if number else None
    if last is None or last.move != "clear":
        return None
    return {"hash": last.content_hash, "findings": [[one["id"], one["where"]] for one in last.findings]}


def waiting_for_legal(story, findings):
    """Those of the findings on a story that no editor may answer for: approval waits until legal has cleared it."""
    cases = [{"jurisdiction": link.case.jurisdiction_id} for link in story.story_cases.select_related("case")]
    called_for = called_for_by({"profile": profile_of(story), "cases": cases, "laws": laws_of_cases({"cases": cases})})
    return [one for one in findings if clearance.is_for_legal(one, called_for)]


def checklist(story, now=None):
    """The findings on the working copy as a few tasks, for the page beside the story."""
    edition = edition_of(story, now or story.publish_at or timezone.now())
    return gate.tasks(findings_of(edition))


def extent_for(move, story):
    """How much of the gate a move must pass: what only mends is never held up by gaps in evidence."""
    mends = story.is_live and Kind(story.change_kind).mends
    return HARM if move.gate == WHOLE and mends else move.gate


def approval(story):
    """The Transition of the latest approval, or None."""
    return story.transitions.filter(move="approve").first()


def changed_since_approval(story, edition):
    """The names of the parts that differ from what was approved; empty where the approval holds."""
    approved = approval(story)
    if approved is None:
        return ["approval"]
    if approved.content_hash == edition.content_hash:
        return []
    then = story.revisions.filter(number__lte=approved.version).first()
    before = compose(then.snapshot, approved.kind, then.snapshot["public_note"], edition.published_at)
    return differences(before.content, edition.content) or ["public_note"]


@dataclass(frozen=True)
class Verb:
    """A button: the move, whether this person may make it now, and else why it is grey."""

    move: Move
    reason: str = ""

    @property
    def is_open(self):
        return not self.reason

    @property
    def needs_note(self):
        return self.move.note == "required"


def verbs(story, user, findings=None):
    """The moves that could come next from where the story stands, each open or with the reason why not.

    findings: what the gate says of the working copy, where the caller has asked it already.
    """
    found = []
    for move in (*MOVES.values(), *([CONFIRM] if story.confirm_by else [])):
        if story.status in move.sources and move.live in {None, story.is_live}:
            found.append(Verb(move, _reason_against(move, story, user) or _legal_first(move, story, findings)))
    return found


def _reason_against(move, story, user):
    if not permissions.may_move(user, move, story):
        return _("Your roles do not include this.")
    if move.two_people and not may_stand_alone(story, user):
        return _("You edited it last: somebody else accepts your change first, or approves it.")
    if move is CONFIRM and last_actor(story) == user:
        return _("A second person looks at this, not the one who did it.")
    if move.name == "publish_minor" and story.change_kind != Kind.MINOR:
        return _("The story was reopened for another kind of change.")
    return ""


def _legal_first(move, story, findings):
    if move.name not in LEGAL_FIRST or not findings or extent_for(move, story) != WHOLE:
        return ""
    waiting = waiting_for_legal(story, findings)
    return _("Legal clears it first: {reasons}").format(reasons=_told(waiting)) if waiting else ""


def _told(findings):
    return " ".join(dict.fromkeys(finding.message for finding in findings))


def may_stand_alone(story, user):
    """Two people stand behind the content, or the newsroom has switched that rule off."""
    return permissions.one_person_newsroom() or permissions.two_people_stand_behind(story, user)


def last_actor(story):
    """Who made the minor fix or take-down that a second person is to confirm."""
    done = story.transitions.filter(move__in=["publish_minor", "take_down"]).first()
    return done.by if done else None
