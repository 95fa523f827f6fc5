"""The shipped rules and the checks as tables for docs/standards.md, so that they cannot drift apart."""

from django.utils import translation

from articles.actions.rule_values import told
from articles.gate.catalogue import catalogue
from articles.jurisdictions import GROUPS, RULES, profiles

BEGIN, END = "<!-- rules: written by `manage.py standards` -->", "<!-- end of rules -->"
CHECKS_BEGIN, CHECKS_END = "<!-- checks: written by `manage.py standards` -->", "<!-- end of checks -->"


def rules_in_markdown():
    """Every rule by group: what it means, and in each shipped profile its value and the law or code it comes from."""
    with translation.override("en"):
        return "\n".join(_lines())


def _lines():
    shipped = list(profiles().values())
    for group, title in GROUPS.items():
        yield f"\n### {title}\n"
        yield "| rule | " + " | ".join(one.name for one in shipped) + " |"
        yield "|---" * (1 + len(shipped)) + "|"
        for key, about in RULES.items():
            if about.group == group:
                cells = (_cell(about, *one.rules[key]) for one in shipped)
                yield f"| **{about.label}** (`{key}`)<br>{about.help} | " + " | ".join(cells) + " |"
    yield ""


def _cell(about, value, cites):
    return f"{', '.join(told(about, value))}<br>*{cites}*".replace("|", "\\|")


def checks_in_markdown():
    """Every finding of the gate: what it says, where it is enforced, what readers see, and where it comes from."""
    with translation.override("en"):
        return "\n".join(_checks())


def _checks():
    yield "\n| check | it says | enforced in | readers see | it comes from |"
    yield "|---|---|---|---|---|"
    for entry in catalogue():
        level = f"{entry.level.label}, corrections too" if entry.harm else str(entry.level.label)
        cells = (entry.message, f"`{entry.place}`", entry.readers, f"*{entry.origin}*")
        yield f"| **{entry.id}**<br>{level} | " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
    yield ""


def written_into(text):
    """A document with both tables between their marks; raises ValueError where marks are missing."""
    text = _between(text, BEGIN, END, rules_in_markdown())
    return _between(text, CHECKS_BEGIN, CHECKS_END, checks_in_markdown())


def _between(text, begin, end, table):
    before, _begin, rest = text.partition(begin)
    _old, found, after = rest.partition(end)
    if not found:
        raise ValueError(f"The document has no {begin} and {end}.")
    return before + begin + "\n" + table + end + after
