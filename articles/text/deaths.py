"""Deaths: of whom a text says that they are dead."""

import re
from collections.abc import Iterable

from articles.text.names import Name

_AFTER = re.compile(
    r"(?:, (?:aged )?\d{1,3},?| \(\d{1,3}\)|,)?(?: who)?(?: has| had)?"
    r" (?:died\b(?! (?:laughing|down|out))|passed away|was (?:found dead|shot dead|stabbed to death|beaten to death)"
    r"|took (?:his|her|their) own life|killed (?:himself|herself|themselves)\b)"
)
_BEFORE = re.compile(
    r"\b(?:the late|(?:death|funeral|body|burial) of(?: the| his| her| their)?)(?! an? ) (?:[\w’'-]+ ){0,2}\Z"
)
_LONGEST = 60


def dead(text: str, names: Iterable[Name]) -> set:
    """Keys of names: “Ada Field, who has died aged 90, …”, “the late Ada Field”, “the death of Ada Field”."""
    return {
        name.key
        for name in names
        if _AFTER.match(text, name.end) or _BEFORE.search(text, max(0, name.start - _LONGEST), name.start)
    }
