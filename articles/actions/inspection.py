"""What the gate says of a story as it stands, and which moves a person may make now, or why not."""

from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from articles import gate, permissions
from articles.actions.changes import with_place
from articles.gate import clearance
from articles.models import ProtectedPerson, Restriction, Transition
from articles.publishing.compose import compose, differences
from articles.publishing.profiles import profile_of, profile_of_number
from articles.publishing.protected import named_in
from articles.publishing.snapshot import snapshot
from articles.workflow import CONFIRM, HARM, MOVES, WHOLE, Kind, Move

LEGAL_FIRST = {"approve", "schedule", "publish"}  # moves that wait for legal; a minor fix goes out with a reason


def protected_hashes():
    """{number: hashes} of everybody who must not be identified, for the gate's scan of the outputs."""
    return dict(ProtectedPerson.objects.values_list("pk", "forbidden_hashes"))


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
    profile = facts["profile"]
    found = gate.inspect(facts, edition, extent)
    if any(clearance.may_clear(one, profile["rules"]) for one in found):
        found = clearance.standing(found, profile["rules"], edition.content_hash, cleared(edition.story_id))
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
    rules = profile_of(story)["rules"]
    return [one for one in findings if clearance.is_for_legal(one, rules)]


def facts_for_gate(edition):
    """The snapshot of an Edition and what no snapshot keeps."""
    return edition.snapshot | {
        "protected": protected_hashes(),
        "profile": profile_of_number(edition.snapshot.get("jurisdiction_id")),
        "restrictions": restrictions_on(timezone.localdate(edition.published_at)),
    }


def restrictions_on(day):
    """What may not be reported on a day, for the gate: [{"id", "person", "case", "forbids_pictures", "hashes"}]."""
    return [
        {
            "id": one.pk,
            "person": one.person_id,
            "case": one.case_id,
            "forbids_pictures": one.forbids_pictures,
            "hashes": one.forbidden_hashes,
        }
        for one in Restriction.objects.in_force(day)
    ]


def checklist(story, now=None):
    """The findings on the working copy as a few tasks, for the page beside the story."""
    edition = edition_of(story, now or story.publish_at or timezone.now())
    return gate.tasks(findings_of(edition))


def extent_for(move, story):
    """How much of the gate a move must pass: a correction is never held up by gaps in evidence."""
    corrects = story.is_live and story.change_kind == Kind.CORRECTION
    return HARM if move.gate == WHOLE and corrects else move.gate


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
