"""How far the proceedings against somebody in a story have come, in words for readers. No queries."""

from itertools import groupby

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles.jurisdictions.words import Stage

register = template.Library()

LONGEST_IN_A_LIST = 90
BY_WHAT = ("court", "citation", "citation_url")
WHEN_AND_BY_WHAT = ("status_on", "status", "detail", *BY_WHAT)
LADDER = {stage.value: place for place, stage in enumerate(Stage)}
TOLD = {
    Stage.ALLEGED: gettext_lazy("accused of {offence}"),
    Stage.REPORTED: gettext_lazy("reported to the police over {offence}"),
    Stage.INVESTIGATED: gettext_lazy("under investigation over {offence}"),
    Stage.ARRESTED: gettext_lazy("arrested on suspicion of {offence}"),
    Stage.WARRANT: gettext_lazy("warrant or summons issued over {offence}"),
    Stage.CHARGED: gettext_lazy("charged with {offence}"),
    Stage.ON_TRIAL: gettext_lazy("on trial for {offence}"),
    Stage.PLEADED_GUILTY: gettext_lazy("pleaded guilty to {offence}"),
    Stage.CONVICTED: gettext_lazy("convicted of {offence}"),
    Stage.SENTENCED: gettext_lazy("sentenced for {offence}"),
    Stage.ACQUITTED: gettext_lazy("acquitted of {offence}"),
    Stage.HUNG_JURY: gettext_lazy("jury could not agree on {offence}"),
    Stage.DISCONTINUED: gettext_lazy("case over {offence} discontinued or dismissed"),
    Stage.RELEASED: gettext_lazy("released without charge over {offence}"),
    Stage.APPEALING: gettext_lazy("appeal pending over {offence}"),
    Stage.UPHELD: gettext_lazy("conviction of {offence} upheld"),
    Stage.RETRIAL: gettext_lazy("retrial ordered over {offence}"),
    Stage.OVERTURNED: gettext_lazy("conviction of {offence} overturned"),
}


@register.simple_tag
def standings(proceedings):
    """One for each person of an Article's proceedings, counts told together.

    [{"name", "steps", "checked_on", "same"}]; same: the court and the record where all steps have the same, else None.
    """
    by_name = {}
    for count in proceedings or ():
        by_name.setdefault(count["name"], []).append(count)
    return [_standing(name, counts) for name, counts in by_name.items()]


def _standing(name, counts):
    steps = list(_steps(counts))
    places = {tuple(step[key] for key in BY_WHAT) for step in steps}
    same = dict(zip(BY_WHAT, places.pop(), strict=True)) if len(places) == 1 else None
    checks = [count.get("checked_on") for count in counts]
    return {"name": name, "steps": steps, "checked_on": min(filter(None, checks), default=""), "same": same}


def _steps(counts):
    """Counts that came to the same point on the same day by the same record are one step."""
    ordered = sorted(counts, key=_place)
    for _key, group in groupby(ordered, key=lambda count: [count[key] for key in WHEN_AND_BY_WHAT]):
        group = list(group)
        yield {key: group[0][key] for key in WHEN_AND_BY_WHAT} | {"told": _told(group)}


def _place(count):
    """By day, then up the ladder."""
    rest = [count[key] for key in WHEN_AND_BY_WHAT]
    return rest[0], LADDER.get(count["status"], len(LADDER)), rest


def _told(counts):
    offences = [_offence(name, len(list(same))) for name, same in groupby(sorted(one["offence"] for one in counts))]
    *first, last = offences
    joined = _("{some} and {last}").format(some=", ".join(first), last=last) if first else last
    status = counts[0]["status"]
    if status not in TOLD:
        return f"{counts[0]['status_label']}: {joined}"
    return str(TOLD[status]).format(offence=joined)


def _offence(name, times):
    if times == 1:
        return name
    return ngettext("{offence} ({count} count)", "{offence} ({count} counts)", times).format(offence=name, count=times)


@register.simple_tag
def briefly(part, people, proceedings):
    """How it stands with somebody of the list of people, where that is short and their name means nobody else."""
    if [one["name"] for one in people].count(part["name"]) != 1:
        return ""
    told = [step["told"] for one in standings(proceedings) if one["name"] == part["name"] for step in one["steps"]]
    line = "; ".join(told)
    return line if len(line) <= LONGEST_IN_A_LIST else ""
