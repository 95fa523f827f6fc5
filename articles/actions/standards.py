"""The shipped rules as a table for docs/standards.md, so that they cannot drift apart."""

from django.utils import translation

from articles.actions.rule_values import told
from articles.jurisdictions import GROUPS, RULES, profiles

BEGIN, END = "<!-- rules: written by `manage.py standards` -->", "<!-- end of rules -->"


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


def written_into(text):
    """A document with the rules between its two marks; raises ValueError where they are missing."""
    before, _begin, rest = text.partition(BEGIN)
    _old, end, after = rest.partition(END)
    if not end:
        raise ValueError(f"The document has no {BEGIN} and {END}.")
    return before + BEGIN + "\n" + rules_in_markdown() + END + after
