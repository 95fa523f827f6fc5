"""What values a rule may have: the words it chooses from, and its bounds."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.gate.registry import Group
from articles.jurisdictions import Sort
from articles.jurisdictions.words import Stage, Topic, Touched
from articles.models import Role, Story, TypeOfWork

VOCABULARIES = {
    "roles": Role.choices,
    "stages": Stage.choices,
    "topics": Topic.choices,
    "touched": Touched.choices,
    "types": TypeOfWork.choices,
}
RIGHTS = dict(Story._meta.permissions)
KINDS_OF_CAUTION = {"": gettext_lazy("All cautions")} | dict(Group.choices)
MOST_LINES, LONGEST_LINE = 200, 200


def choices(about):
    """[(value, label)] of the words that a rule chooses from."""
    return VOCABULARIES.get(about.words, [])


def fitting(about, value):
    """The value, tidied; raises ValueError, with words for people, where the rule may not have it."""
    return FITTING[about.sort](about, value)


def told(about, value):
    """A value as people read it: a list of short lines."""
    named = dict(choices(about))
    if about.sort == Sort.NUMBER:
        return [f"{value} {about.unit}"]
    if about.sort == Sort.YES_NO:
        return [_("Yes") if value else _("No")]
    if about.sort == Sort.RIGHTS:
        return [f"{KINDS_OF_CAUTION.get(kind, kind)}: {RIGHTS.get(right, right)}" for kind, right in value.items()]
    return [str(named.get(one, one)) for one in ([value] if about.sort == Sort.ONE else value)] or [_("None")]


def _refuse(message):
    raise ValueError(message)


def _number(about, value):
    if isinstance(value, bool) or not isinstance(value, int) or not about.least <= value <= about.most:
        _refuse(_("A whole number from {least} to {most}.").format(least=about.least, most=about.most))
    return value


def _yes_no(about, value):
    return value if isinstance(value, bool) else _refuse(_("Yes or no."))


def _one(about, value):
    return value if value in dict(choices(about)) else _refuse(_("Choose one of the words offered."))


def _several(about, value):
    known = dict(choices(about))
    if not isinstance(value, list | tuple) or not all(one in known for one in value):
        _refuse(_("Choose among the words offered."))
    return [one for one in known if one in value]


def _lines(about, value):
    lines = [" ".join(line.split()) for line in value]
    kept = list(dict.fromkeys(line for line in lines if line))
    if len(kept) > MOST_LINES or any(len(line) > LONGEST_LINE for line in kept):
        _refuse(_("At most {count} lines, each of at most {length} characters.").format(
            count=MOST_LINES, length=LONGEST_LINE))  # fmt: skip
    return kept


def _rights(about, value):
    known = value.keys() <= KINDS_OF_CAUTION.keys() and set(value.values()) <= RIGHTS.keys()
    return value if known and value.get("") else _refuse(_("Say which right it takes for all cautions."))


FITTING = {
    Sort.NUMBER: _number,
    Sort.YES_NO: _yes_no,
    Sort.ONE: _one,
    Sort.SEVERAL: _several,
    Sort.LINES: _lines,
    Sort.RIGHTS: _rights,
}
