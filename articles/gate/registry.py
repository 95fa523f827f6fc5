"""Findings, and the register of checks. A check is a generator named as the thing that must be true."""

from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, replace
from typing import ClassVar

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from articles.workflow import HARM, WHOLE


class Level(TextChoices):
    BLOCKER = "blocker", _("Blocker")
    CAUTION = "caution", _("Caution")
    ADVICE = "advice", _("Advice")


class Group(TextChoices):
    """The few tasks that findings are gathered into, in the order an editor meets them."""

    ESSENTIALS = "essentials", _("Complete the essentials")
    SAFETY = "safety", _("Keep people and sources safe")
    SOURCES = "sources", _("Show how we know")
    FAIRNESS = "fairness", _("Be fair to those it speaks of")
    CARE = "care", _("Take care of readers")
    PEOPLE = "people", _("Say who is who")
    PICTURES = "pictures", _("Complete the pictures")
    LANGUAGE = "language", _("Polish the text")


@dataclass(frozen=True)
class Finding:
    """What a check says, in the same words wherever it finds it.

    id: permanent, "module.B001"; where: the place, as an excerpt.
    mend: what of the form mends it, a field ("headline"), a part ("people") or a column of one row ("people.role");
    row: the number by which the snapshot knows that row.
    note: what is to be said of this place alone.
    """

    level: ClassVar[Level]
    id: str
    message: str
    mend: str = ""
    where: str = ""
    row: int | str | None = ""
    note: str = ""
    group: Group | None = None  # filled in from the check

    def as_json(self):
        """The plain form that a Transition keeps."""
        return {key: str(value) for key, value in asdict(self).items()} | {"level": str(self.level)}


class Blocker(Finding):
    """Nobody overrides it."""

    level = Level.BLOCKER


class Caution(Finding):
    """A named role overrides it with a reason, on record."""

    level = Level.CAUTION


class Advice(Finding):
    """Needs no reason."""

    level = Level.ADVICE


@dataclass(frozen=True)
class Check:
    """A registered rule: `harm` checks hold even for corrections and retractions."""

    function: Callable
    group: Group
    harm: bool


CHECKS: list[Check] = []


def check(group, harm=False):
    """Registers a generator `f(snapshot, edition) -> findings`. No writes, no network, no queries."""

    def register(function):
        CHECKS.append(Check(function, group, harm))
        return function

    return register


def inspect(snapshot, edition, extent=WHOLE) -> list[Finding]:
    """Every finding on this snapshot and the Edition composed from it, worst first.

    extent: workflow.WHOLE; ESSENTIALS, what a story must have to be submitted; HARM, what stops even a correction.
    """
    found = list(_run(snapshot, edition, extent))
    order = list(Level)
    return sorted(found, key=lambda finding: (order.index(finding.level), finding.id))


def _run(snapshot, edition, extent) -> Iterator[Finding]:
    for rule in CHECKS:
        essential = rule.group == Group.ESSENTIALS
        if extent == WHOLE or essential or (extent == HARM and rule.harm):
            for finding in rule.function(snapshot, edition):
                yield replace(finding, group=rule.group)


def gathered(findings) -> list[tuple[Finding, list[Finding]]]:
    """The findings of each check together, in their order: (the first, all of them)."""
    by_id = {}
    for finding in findings:
        by_id.setdefault(finding.id, []).append(finding)
    return [(found[0], found) for found in by_id.values()]


def unmet(findings, overrides):
    """Those that stand in the way: every Blocker, and each Caution without a reason in overrides {id: reason}."""
    reasons = {key for key, reason in overrides.items() if reason.strip()}
    return [
        finding
        for finding in findings
        if finding.level == Level.BLOCKER or (finding.level == Level.CAUTION and finding.id not in reasons)
    ]


@dataclass(frozen=True)
class Task:
    """Findings of one kind of work, for the checklist beside the story."""

    group: Group
    findings: list[Finding]

    @property
    def level(self):
        return min((finding.level for finding in self.findings), key=list(Level).index)


def tasks(findings) -> list[Task]:
    """The findings as a few tasks, in the order of Group."""
    by_group = {group: [f for f in findings if f.group == group] for group in Group}
    return [Task(group, found) for group, found in by_group.items() if found]
