"""What only legal can decide: their findings fall away where legal has cleared exactly this content, having seen them.

Naming a complainant is the only Blocker among them. The law that forbids it also knows consent in writing and a court's
leave; legal judges these, and no reason that an editor gives stands in their place.
"""

from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from articles import text
from articles.gate.registry import Blocker, Caution, Group, check
from articles.jurisdictions.words import Stage

MODULE = "clearance."
LADDER = list(Stage)
HURTFUL = "topic.sexual_violence"


def is_for_legal(finding, rules):
    """Whether approval waits for legal because of it: `legal.called_for_by` names its id, or the first part of it."""
    parts = (finding.id, finding.id.partition(".")[0])
    return finding.level != "advice" and any(part in rules["legal.called_for_by"] for part in parts)


def standing(findings, rules, content_hash, cleared):
    """The findings without those that legal has answered.

    cleared: {"hash", "findings": [[id, where], …]} of what legal last cleared, or None.
    """
    if cleared is None or cleared["hash"] != content_hash:
        return findings
    seen = {tuple(one) for one in cleared["findings"]}
    return [one for one in findings if (one.id, one.where) not in seen or not may_clear(one, rules)]


def may_clear(finding, rules):
    """Whether legal clearing the content answers it."""
    return finding.id.startswith(MODULE) or (finding.level == "caution" and is_for_legal(finding, rules))


def is_active(case, rules, day):
    """Whether words about the case could prejudice it: by its own dates if it has them, else by its counts."""
    begins, ends = (date.fromisoformat(case[key]) if case[key] else None for key in ("active_from", "active_to"))
    if begins or ends:
        return (begins is None or begins <= day) and (ends is None or day <= ends)
    return any(_is_going_on(count["status"], rules) for count in case["counts"])


def _is_going_on(status, rules):
    """From the first stage that makes proceedings active, until one that ends them."""
    begun, ended = rules["proceedings.active_from"], rules["proceedings.active_until"]
    if status in ended or not begun:
        return False
    return status in begun or LADDER.index(status) > min(LADDER.index(stage) for stage in begun)


@check(Group.SAFETY)
def legal_looks_while_a_case_goes_on(snapshot, edition):
    rules = snapshot["profile"]["rules"]
    day = timezone.localdate(edition.published_at)
    for case in snapshot.get("cases", ()):
        if rules["proceedings.strict_liability"] and is_active(case, rules, day):
            message = _("Proceedings are active: legal sees to it that nothing here could prejudice them.")
            yield Caution("clearance.C001", message, "cases", case["name"], case["id"])


@check(Group.SAFETY)
def nobody_is_named_as_a_suspect_too_early(snapshot, edition):
    from_status = snapshot["profile"]["rules"]["suspects.named_from_status"]
    for part in _shown(snapshot, edition):
        stages = [count["status"] for count in _counts_against(snapshot, part)]
        if stages and all(_is_before(stage, from_status) for stage in stages):
            message = _("Named while not yet as far as “{status}”: legal decides whether that is fair.")
            message = message.format(status=str(Stage(from_status).label).lower())
            yield Caution("clearance.C002", message, "people", part["name"], part["id"])


def _is_before(stage, wanted):
    """Suspected, and not yet at the wanted stage; whoever was released without charge never got there."""
    suspected = LADDER.index(stage) > LADDER.index(Stage.ALLEGED)
    return suspected and (LADDER.index(stage) < LADDER.index(wanted) or stage == Stage.RELEASED != wanted)


@check(Group.SAFETY)
def legal_clears_the_name_of_a_child(snapshot, edition):
    roles = snapshot["profile"]["rules"]["children.naming_needs_legal"]
    for part in _shown(snapshot, edition):
        if part.get("was_child") and (part["role"] in roles or _counts_against(snapshot, part)):
            message = _("A child accused, hurt or heard is named only where legal has cleared it.")
            yield Caution("clearance.C003", message, "people.was_child", part["name"], part["id"])


@check(Group.SAFETY, harm=True)
def who_reports_a_sexual_offence_is_not_named(snapshot, edition):
    """A Blocker where a count of the story's cases is one and the law grants anonymity for life."""
    if not snapshot["profile"]["rules"]["sexual_offence.lifelong_anonymity"]:
        return
    for part in _not_to_be_identified(snapshot, edition):
        if _is_sexual_by_record(snapshot):
            message = _("Whoever reports a sexual offence is not named: legal alone can clear it (consent in writing).")
            yield Blocker("clearance.B001", message, "people.role", part["name"], part["id"])


@check(Group.SAFETY)
def who_may_have_reported_a_sexual_offence_is_looked_at(snapshot, edition):
    """The words suggest it, or no law forbids it: legal decides."""
    rules = snapshot["profile"]["rules"]
    by_record = _is_sexual_by_record(snapshot)
    if (by_record and rules["sexual_offence.lifelong_anonymity"]) or not (
        by_record or _found(snapshot, edition.content["text"])
    ):
        return
    for part in _not_to_be_identified(snapshot, edition):
        message = _("A victim is named in a story that speaks of sexual violence: legal decides whether that may be.")
        yield Caution("clearance.C004", message, "people.role", part["name"], part["id"])


def _shown(snapshot, edition):
    """The people of the story, where readers get to see them: not in a retraction."""
    return snapshot["people"] if edition.content["people"] else []


def _counts_against(snapshot, part):
    return [count for case in snapshot.get("cases", ()) for count in case["counts"] if count["person"] == part["id"]]


def _not_to_be_identified(snapshot, edition):
    roles = snapshot["profile"]["rules"]["people.not_identified_roles"]
    return [part for part in _shown(snapshot, edition) if part["role"] in roles]


def _is_sexual_by_record(snapshot):
    return any(_found(snapshot, count["offence"]) for case in snapshot.get("cases", ()) for count in case["counts"])


def _found(snapshot, words):
    return text.found_terms(words, {HURTFUL: snapshot["profile"]["terms"].get(HURTFUL, ())})
