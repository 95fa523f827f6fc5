"""The register of rules: what each is called, what it means in plain words, and what values it may have.

The values are data: shipped in TOML, kept in the database, changed by an administrator with a reason.
"""

from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext_lazy as _


class Sort(StrEnum):
    """What a rule's value is."""

    NUMBER = "number"
    YES_NO = "yes_no"
    ONE = "one"  # of the words of its vocabulary
    SEVERAL = "several"
    LINES = "lines"  # free words, one a line
    RIGHTS = "rights"  # {group of checks, or "": right}


GROUPS = {
    "people": _("Who is named"),
    "proceedings": _("Courts and suspects"),
    "claims": _("What needs proof"),
    "reply": _("The right of reply"),
    "care": _("Care for readers"),
    "checks": _("Legal reading and overrides"),
    "changes": _("Changes and corrections"),
    "profile": _("This profile"),
}


@dataclass(frozen=True)
class Rule:
    """One rule. words: the vocabulary it chooses from; unit: what is counted; least, most: its bounds."""

    key: str
    group: str
    sort: Sort
    label: str
    help: str
    words: str = ""
    unit: str = ""
    least: int = 0
    most: int = 10_000


def _number(key, group, label, help, unit, least=0, most=10_000):
    return Rule(key, group, Sort.NUMBER, label, help, unit=unit, least=least, most=most)


ALL = (
    Rule(
        "people.not_identified_roles", "people", Sort.SEVERAL,
        _("Not identified in sexual offences"),
        _("In a story about a sexual offence, people with these parts are never named or made recognisable."),
        words="roles",
    ),
    Rule(
        "sexual_offence.lifelong_anonymity", "people", Sort.YES_NO,
        _("Anonymity for life after a sexual offence"),
        _("It begins with the allegation and stays, whatever becomes of the case."),
    ),
    _number(
        "children.age", "people", _("Who is a child"),
        _("Younger people are treated as children."), _("years"), 10, 25,
    ),
    Rule(
        "children.naming_needs_legal", "people", Sort.SEVERAL,
        _("Naming a child needs legal"),
        _("A child with one of these parts in a story is named only after legal has cleared it."),
        words="roles",
    ),
    Rule(
        "proceedings.strict_liability", "proceedings", Sort.YES_NO,
        _("Active proceedings are protected"),
        _("While proceedings are active, what could prejudice them calls for legal, whatever was intended."),
    ),
    Rule(
        "proceedings.active_from", "proceedings", Sort.SEVERAL,
        _("What makes proceedings active"),
        _("From any of these on, proceedings count as active."), words="stages",
    ),
    Rule(
        "proceedings.active_until", "proceedings", Sort.SEVERAL,
        _("What ends active proceedings"),
        _("From any of these on, they no longer count as active."), words="stages",
    ),
    _number(
        "proceedings.recheck_days", "proceedings", _("Look again at open proceedings"),
        _("After so many days somebody checks whether the status that a story gives still holds."), _("days"), 1, 366,
    ),
    Rule(
        "proceedings.guilt_words_from", "proceedings", Sort.ONE,
        _("Words of guilt from"),
        _("Before this, no wording says that somebody did it; “accused”, “alleged” or “suspected” with a noun before"
          " a name is no way out."), words="stages",
    ),
    Rule(
        "suspects.named_from_status", "proceedings", Sort.ONE,
        _("Suspects are named from"),
        _("Before this, a suspect is not named without a reason on record."), words="stages",
    ),
    _number(
        "claims.primary_documents_needed", "claims", _("Primary documents for an allegation"),
        _("So many carry an allegation against a named living person or organization …"), _("documents"), 1, 10,
    ),
    _number(
        "claims.independent_sources_needed", "claims", _("Independent sources for an allegation"),
        _("… or else so many sources that do not rest on one another."), _("sources"), 1, 10,
    ),
    Rule(
        "claims.open_court_counts_as_primary", "claims", Sort.YES_NO,
        _("Notes from open court count as a primary document"),
        _("What was said in open court, noted by somebody who was there."),
    ),
    Rule(
        "claims.agencies_count_as_primary", "claims", Sort.YES_NO,
        _("Reports of trusted agencies count as a primary document"),
        _("Those of the list “Trusted agencies” below."),
    ),
    Rule(
        "sources.accusation_roles", "claims", Sort.SEVERAL,
        _("Who needs a record"),
        _("People with these parts in a story need a court record or document among its sources."), words="roles",
    ),
    Rule(
        "anonymous.approver_is_another", "claims", Sort.YES_NO,
        _("Somebody else approves an anonymous source"),
        _("Not the writer: an editor who knows who it is, or which document calls them so."),
    ),
    Rule(
        "commentary.free_types", "claims", Sort.SEVERAL,
        _("Types of work without commentary"),
        _("Under these labels, opinions and guesses at motives are marked."), words="types",
    ),
    _number(
        "reply.minimum_hours", "reply", _("Time to reply"),
        _("Whoever is accused has at least so long to answer before publication."), _("hours"), 0, 720,
    ),
    Rule(
        "reply.fair_report_exempt", "reply", Sort.YES_NO,
        _("Fair reports need no reply"),
        _("A fair and accurate report of open court or of an official record goes without asking."),
    ),
    Rule(
        "advisories.topics", "care", Sort.SEVERAL,
        _("Topics with a note and a helpline"),
        _("A story on one of these carries a note before it and a place to turn to after it."), words="topics",
    ),
    _number(
        "helplines.verified_days", "care", _("Helplines are verified every"),
        _("Where nobody has tried one for longer, the checks say so."), _("days"), 1, 730,
    ),
    Rule(
        "helplines.regions", "care", Sort.LINES,
        _("Where readers are"),
        _("Codes of countries or their parts, such as GB or GB-ENG. Each has a helpline on a topic that needs one; a"
          " story may name others. None: any helpline on the topic will do."),
    ),
    Rule(
        "legal.called_for_by", "checks", Sort.LINES,
        _("Findings that call for legal"),
        _("Ids of checks, or the first part of their ids; approval waits until legal has cleared the story."),
    ),
    Rule(
        "override.roles", "checks", Sort.RIGHTS,
        _("Who may override cautions"),
        _("The right that it takes, for all cautions and, where that is not enough, for those of one kind."),
    ),
    Rule(
        "changes.material_when", "changes", Sort.SEVERAL,
        _("More than a minor fix"),
        _("A change to a live story that touches one of these is never published as a minor fix."), words="touched",
    ),
    _number(
        "changes.minor_characters", "changes", _("A minor fix changes at most"),
        _("Larger changes are reopened as an update or a correction."), _("characters"), 1, 1000,
    ),
    _number(
        "changes.second_look_hours", "changes", _("A second look at a minor fix within"),
        _("Somebody else looks at what one editor published."), _("hours"), 1, 168,
    ),
    _number(
        "changes.take_down_look_hours", "changes", _("A second look at a take-down within"),
        _("Somebody else confirms that a story had to go."), _("hours"), 1, 168,
    ),
    Rule(
        "corrections.top_when", "changes", Sort.SEVERAL,
        _("Corrections at the top"),
        _("A correction of one of these stands before the text, others after it."), words="touched",
    ),
    _number(
        "profile.review_months", "profile", _("This profile is reviewed every"),
        _("After so many months the desk is reminded that nobody has looked at these rules."), _("months"), 1, 60,
    ),
)  # fmt: skip

RULES = {rule.key: rule for rule in ALL}


def review_is_due(reviewed_on, months, today):
    """Whether a profile reviewed on that day, or never (None), should be looked at again."""
    if reviewed_on is None:
        return True
    passed = (today.year - reviewed_on.year) * 12 + today.month - reviewed_on.month
    return passed - (today.day < reviewed_on.day) >= months
