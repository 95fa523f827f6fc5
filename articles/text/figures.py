"""Figures: what a text counts, dates and prices."""

import re
from typing import NamedTuple

NUMBER = r"\d{1,3}(?:,\d{3}){1,5}(?:\.\d{1,6})?|\d{1,15}(?:\.\d{1,6})?"
MAGNITUDE = r"(?:hundred|thousand|million|billion|trillion|crore|lakh|m|mn|bn|tn|k)"
_MONTH = (
    r"(?-i:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul"
    r"|Aug|Sept?|Oct|Nov|Dec)\b\.?"
)
_TENS = r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
_SPELLED = (
    rf"(?:{_TENS}-(?:one|two|three|four|five|six|seven|eight|nine)|{_TENS}|two|three|four|five|six|seven|eight|nine|ten"
    r"|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|an? dozen|dozens|an? hundred"
    r"|hundreds|an? thousand|thousands|an? million|millions|billions|half|two-thirds|a third|a quarter|three-quarters)"
)
_NO_NOUN = (
    r"(?:of|and|or|to|in|on|at|by|for|from|with|as|is|was|are|were|had|has|have|the|than|that|who|which|but|so|if|when"
    r"|said|also|both|would|will|could|later|ago|more)"
)
_PATTERNS = (
    ("date", r"\b(?:\d{4}-\d\d-\d\d|\d{1,2}/\d{1,2}/\d{2,4})\b"),
    ("date", rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?{_MONTH}(?:,?\s\d{{4}}\b)?"),
    ("date", rf"\b{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?\b(?!,\d{{3}}|%)(?:,?\s\d{{4}}\b)?"),
    ("date", rf"\b{_MONTH},?\s\d{{4}}\b"),
    (
        "date",
        r"\b(?:in|since|by|from|until|of|during|before|after|between|early|late|mid)[\s-](?:1[5-9]|20)\d\d\b(?!,|\s?%)",
    ),
    ("money", rf"(?:\b(?:US|A|C|NZ|HK|S))?[$£€¥₹₽₩]\s?(?:{NUMBER})(?:[\s-]?{MAGNITUDE}\b)?"),
    ("money", rf"\b(?:USD|EUR|GBP|CHF|JPY|AUD|CAD|INR)\s?(?:{NUMBER})(?:\s?{MAGNITUDE}\b)?"),
    ("money", rf"(?<![\w.,])(?-i:Rs)\.?\s?(?:{NUMBER})(?:[\s-]?{MAGNITUDE}\b)?"),
    ("money", rf"(?<![\w.,])(?-i:N|R)(?:{NUMBER})[\s-]?{MAGNITUDE}\b"),
    (
        "money",
        rf"(?<![\w.,])(?:{NUMBER}|{_SPELLED})(?:\s{MAGNITUDE})?\s"
        r"(?:dollars?|pounds sterling|pounds|euros?|cents?|pence|rubles|roubles|rupees|yen|yuan|francs|pesos|won)\b",
    ),
    ("share", rf"(?<![\w.,])(?:{NUMBER}|{_SPELLED})\s?(?:%|‰|per ?cent\b|percentage points?\b)"),
    (
        "share",
        r"\b(?:half|two-thirds|a third|a quarter|three-quarters|\d+ (?:in|out of) (?:every )?\d+) (?:of )?(?=\w)",
    ),
    (
        "number",
        rf"(?<![\w.,])(?<!\w-)(?:{NUMBER})(?:[\s-]?{MAGNITUDE}\b)?(?:(?:st|nd|rd|th|s)\b)?(?:[\s-](?!{_NO_NOUN}\b)[a-z]\w*)?",
    ),
    ("number", rf"\b{_SPELLED}(?:\s{MAGNITUDE})?[\s-](?!{_NO_NOUN}\b)[A-Za-z]\w*(?:-\w+)*"),
    (
        "number",
        r"(?:(?<=\bkills )|(?<=\bkill )|(?<=\bkilled )|(?<=\bkilling )|(?<=\binjures )|(?<=\binjured )"
        rf"|(?<=\binjuring )|(?<=\bat least )|(?<=\bmore than )){_SPELLED}\b",
    ),
)
_FIGURE = re.compile(
    "|".join(f"(?P<k{place}>{pattern})" for place, (_, pattern) in enumerate(_PATTERNS)), re.IGNORECASE
)


_YEAR = re.compile(r"(?:19[5-9]\d|20(?:0[1-9]|[1-4]\d))(?![\d,.%]|\s?[a-z]*(?:illion|housand))")


class Figure(NamedTuple):
    """`text == whole[start:end]`; kind: date, money, share or number."""

    text: str
    start: int
    end: int
    kind: str


def figures(text: str) -> list[Figure]:
    """What a text counts, in order: figures with what they count, dates, money, shares, and numbers from two in words
    before a noun. An ordinal in words and “one” are none. Four digits that can be a year of our time are one."""
    found = []
    for match in _FIGURE.finditer(text):
        kind, _ = _PATTERNS[int(match.lastgroup[1:])]
        year = kind == "number" and _YEAR.match(match[0])
        kind, words = ("date", year[0]) if year else (kind, match[0].rstrip())
        found.append(Figure(words, match.start(), match.start() + len(words), kind))
    return found
