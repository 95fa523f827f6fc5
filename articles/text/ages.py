"""Ages: how old a text says that the people it names are."""

import re
from collections.abc import Iterable

from articles.text.names import Name

_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen twenty"
).split()
_AGE = rf"(?:\d{{1,3}}|{'|'.join(_WORDS)})"
_AFTER = re.compile(
    rf"(?:, | \(|,? aged |,? who is |,? who was |, (?:a|an) )(?P<age>{_AGE})"
    r"(?P<unit>-(?:year|month|week|day)-old| months?| weeks?| days?)?"
    r"(?=[,.)]|\s(?:of|from|and|at the time)\b|\s*\Z|\s[a-z]+,)",
    re.IGNORECASE,
)
_BEFORE = re.compile(rf"\b(?P<age>{_AGE})(?P<unit>-(?:year|month|week|day)-old) (?:[\w’'-]+ ){{0,3}}\Z", re.IGNORECASE)
_YEARS = re.compile(r"-year-old\Z", re.IGNORECASE)


def ages(text: str, names: Iterable[Name]) -> dict:
    """{key of a name: the lowest age in years that stands beside it}: “Ada, 14,”, “Ada (14)”, “nine-year-old Ada”.

    It misses an age that the text gives apart from the name, and one that a reader would have to work out.
    """
    found: dict = {}
    for name in names:
        after = _AFTER.match(text, name.end)
        before = _BEFORE.search(text, max(0, name.start - 60), name.start)
        for match in (after, before):
            if match:
                years = _years(match)
                found[name.key] = min(years, found.get(name.key, years))
    return found


def _years(match: re.Match) -> int:
    if match["unit"] and not _YEARS.search(match["unit"]):
        return 0
    word = match["age"].lower()
    return int(word) if word.isdigit() else _WORDS.index(word) + 1
