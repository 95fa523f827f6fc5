"""What only legal can decide: their findings fall away where legal has cleared exactly this content, having seen them.

Naming a complainant is the only Blocker among them. The law that forbids it also knows consent in writing and a court's
leave; legal judges these, and no reason that an editor gives stands in their place.
"""

from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from articles import text
from articles.gate.laws import laws_of, terms_of
from articles.gate.registry import Blocker, Caution, Group, check
from articles.jurisdictions.words import Stage

MODULE = "clearance."
LADDER = list(Stage)
HURTFUL = "topic.sexual_violence"


def is_for_legal(finding, called_for):
    """Whether approval waits for legal because of it: called_for, of `laws.called_for_by`, names its id or its file."""
    parts = (finding.id, finding.id.partition(".")[0])
    return finding.level != "advice" and any(part in called_for for part in parts)


def standing(findings, called_for, content_hash, cleared):
    """The findings without those that legal has answered.

    cleared: {"hash", "findings": [[id, where], …]} of what legal last cleared, or None.
    """
    if cleared is None or cleared["hash"] != content_hash:
        return findings
    seen = {tuple(one) for one in cleared["findings"]}
    return [one for one in findings if (one.id, one.where) not in seen or not may_clear(one, called_for)]


def may_clear(finding, called_for):
    """Whether legal clearing the content answers it."""
    return finding.id.startswith(MODULE) or (finding.level == "caution" and is_for_legal(finding, called_for))


def is_active(case, rules, day):
    """Whether words about the case could prejudice it: by its own dates if it has them, else by its counts.

    What begins proceedings after the day on which they ended, an appeal for example, begins them anew.
    """
    begins, ends = (date.fromisoformat(case[key]) if case[key] else None for key in ("active_from", "active_to"))
    if begins or ends:
        within = (begins is None or begins <= day) and (ends is None or day <= ends)
        return within or any(_is_begun_anew(count, ends, rules) for count in case["counts"])
    return any(_is_going_on(count["status"], rules) for count in case["counts"])


def _is_begun_anew(count, ends, rules):
    begins_them = count["status"] in rules["proceedings.active_from"]
    return begins_them and ends is not None and date.fromisoformat(count["status_on"]) > ends


def _is_going_on(status, rules):
    """From the first stage that makes proceedings active, until one that ends them."""
    begun, ended = rules["proceedings.active_from"], rules["proceedings.active_until"]
    if status in ended or not begun:
        return False
    return status in begun or LADDER.index(status) > min(LADDER.index(stage) for stage in begun)


@check(Group.SAFETY)
def legal_looks_while_a_case_goes_on(snapshot, edition):
    day = timezone.localdate(edition.published_at)
    for case in snapshot.get("cases", ()):
        laws = [law for law in laws_of(snapshot, case) if _is_protected(case, law["rules"], day)]
        if laws:
            message = _("Proceedings are active: legal sees to it that nothing here could prejudice them.")
            yield Caution("clearance.C001", message, "cases", case["name"], case["id"], note=_by_law(snapshot, laws))


def _is_protected(case, rules, day):
    return rules["proceedings.strict_liability"] and is_active(case, rules, day)


def _by_law(snapshot, laws):
    """Which law says so, where it is not the story's own."""
    if snapshot["profile"] in laws:
        return ""
    return _("By the law of the case: {place}.").format(place=", ".join(law["name"] for law in laws))


@check(Group.SAFETY)
def nobody_is_named_as_a_suspect_too_early(snapshot, edition):
    for part in _shown(snapshot, edition):
        stages = [_too_early_for(snapshot, case, count) for case, count in _counts_against(snapshot, part)]
        if stages and all(stages):
            message = _("Named while not yet as far as “{status}”: legal decides whether that is fair.")
            message = message.format(status=str(max(stages, key=LADDER.index).label).lower())
            yield Caution("clearance.C002", message, "people", part["name"], part["id"])


def _too_early_for(snapshot, case, count):
    """The Stage from which a suspect may be named and this one has not reached, the last of all laws; or None."""
    stages = [Stage(law["rules"]["suspects.named_from_status"]) for law in laws_of(snapshot, case)]
    unmet = [stage for stage in stages if _is_before(count["status"], stage)]
    return max(unmet, key=LADDER.index, default=None)


def _is_before(stage, wanted):
    """Suspected, and not yet at the wanted stage; whoever was released without charge never got there."""
    suspected = LADDER.index(stage) > LADDER.index(Stage.ALLEGED)
    return suspected and (LADDER.index(stage) < LADDER.index(wanted) or stage == Stage.RELEASED != wanted)


@check(Group.SAFETY)
def legal_clears_the_name_of_a_child(snapshot, edition):
    """By the tick on the story, or by the birth on record: a child today, or when the first thing known happened."""
    day = timezone.localdate(edition.published_at)
    for part in _shown(snapshot, edition):
        laws = [law["rules"] for law in laws_of(snapshot) if _is_looked_after(snapshot, part, law["rules"])]
        grown_up = max((rules["children.age"] for rules in laws), default=0)
        by_birth = _was_younger(snapshot, part, grown_up, day)
        if laws and (part.get("was_child") or by_birth):
            message = _("A child accused, hurt or heard is named only where legal has cleared it.")
            note = _("By the birth on record, younger than {age} then.").format(age=grown_up) if by_birth else ""
            yield Caution("clearance.C003", message, "people.was_child", part["name"], part["id"], note=note)


def _is_looked_after(snapshot, part, rules):
    return part["role"] in rules["children.naming_needs_legal"] or bool(_counts_against(snapshot, part))


def _was_younger(snapshot, part, age, today):
    """Whether somebody may have been younger on the first day known of the story's cases, or is today.

    Where only the year of birth is known, on the last day of it: rather a child too many than one too few.
    """
    year, day = snapshot.get("born", {}).get(part["id"], (None, None))
    if year is None:
        return False
    begun = [case.get("active_from") or None for case in snapshot.get("cases", ())]
    days = [date.fromisoformat(one) for one in (*begun, *snapshot.get("began", {}).values()) if one]
    born = date.fromisoformat(day) if day else date(year, 12, 31)
    return _age(born, min([today, *days])) < age


def _age(born, day):
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


@check(Group.SAFETY, harm=True)
def who_reports_a_sexual_offence_is_not_named(snapshot, edition):
    """A Blocker where a count of the story's cases is one and the law grants anonymity for life."""
    for part in _not_to_be_identified(snapshot, edition, _granting_anonymity(snapshot)):
        message = _("Whoever reports a sexual offence is not named: legal alone can clear it (consent in writing).")
        yield Blocker("clearance.B001", message, "people.role", part["name"], part["id"])


@check(Group.SAFETY)
def who_may_have_reported_a_sexual_offence_is_looked_at(snapshot, edition):
    """The words suggest it, or no law forbids it: legal decides."""
    if _granting_anonymity(snapshot):
        return
    if _sexual_by_record(snapshot) or _found(terms_of(snapshot), edition.content["text"]):
        for part in _not_to_be_identified(snapshot, edition, laws_of(snapshot)):
            message = _(
                "A victim is named in a story that speaks of sexual violence: legal decides whether that may be."
            )
            yield Caution("clearance.C004", message, "people.role", part["name"], part["id"])


def _shown(snapshot, edition):
    """The people of the story, where readers get to see them: not in a retraction."""
    return snapshot["people"] if edition.content["people"] else []


def _counts_against(snapshot, part):
    """[(case, count)]"""
    cases = snapshot.get("cases", ())
    return [(case, count) for case in cases for count in case["counts"] if count["person"] == part["id"]]


def _not_to_be_identified(snapshot, edition, laws):
    roles = {role for law in laws for role in law["rules"]["people.not_identified_roles"]}
    return [part for part in _shown(snapshot, edition) if part["role"] in roles]


def _sexual_by_record(snapshot):
    """The cases of the story in which a count is a sexual offence."""
    terms = terms_of(snapshot)
    cases = snapshot.get("cases", ())
    return [case for case in cases if any(_found(terms, count["offence"]) for count in case["counts"])]


def _granting_anonymity(snapshot):
    """The laws of such cases that forbid for life to name who reports it."""
    laws = [law for case in _sexual_by_record(snapshot) for law in laws_of(snapshot, case)]
    return [law for law in laws if law["rules"]["sexual_offence.lifelong_anonymity"]]


def _found(terms, words):
    return text.found_terms(words, {HURTFUL: terms.get(HURTFUL, ())})
