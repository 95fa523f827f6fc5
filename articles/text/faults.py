"""Slips that can be seen in the text itself: unfinished work and shouting."""

import re

from articles.text.prose import opening

LONG_WORD = 5

_MARKS = re.compile(
    r"""
      \[ \s* (?: (?:TK|CHECK|TBC|TBD|TODO|FIXME|X{2,}|\?+) \b [^\[\]\n]{0,100} | \?+ \s* ) \]
    | (?<!\w) TK(?:TK)+ (?!\w)
    | (?<!\w) TK (?!\w) (?!-\d)
    | (?<![\w-]) X{3,} (?![\w-])
    | \?{2,}
    """,
    re.VERBOSE,
)
_BRACKET_NOTE = re.compile(r"\[\s*(?:tk|check|tbc|tbd|todo|fixme)\b[^\[\]\n]{0,100}\]", re.IGNORECASE)
_NUMBERED = re.compile(
    r"\b(?:Act|Appendix|Article|Book|Bowl|Canto|Chapter|Class|Figure|Games|King|Legion|Louis|Olympiad|Part|Phase|Pope"
    r"|Psalm|Queen|Rocky|Schedule|Season|Section|Table|Title|Type|Vol\.|Volume|WrestleMania|Year)\s+\Z"
)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def editors_marks(text: str) -> list[str]:
    """Excerpts around TK, TKTK, XXX, ??, [CHECK …], [TK …].

    TK counts as a whole word in capitals, unless a capitalised word follows ("TK Maxx", initials). XXX counts unless
    it is a numeral after a word that is usually numbered ("Super Bowl XXX", "Chapter XXX") or part of "XXX-rated".
    """
    places = {match.start(): match for match in _BRACKET_NOTE.finditer(text)}
    places |= {match.start(): match for match in _MARKS.finditer(text) if not _is_innocent(text, match)}
    found, end = [], -1
    for start in sorted(places):
        if start >= end:
            found.append(opening(text, start))
            end = places[start].end()
    return found


def _is_innocent(text: str, match: re.Match) -> bool:
    if match[0] == "TK":
        return text[match.end() : match.end() + 1] == " " and text[match.end() + 1 : match.end() + 2].isupper()
    return match[0] == "XXX" and bool(_NUMBERED.search(text[max(match.start() - 40, 0) : match.start()]))


def is_shouting(headline: str) -> bool:
    """Written in capitals as a whole, or for the most part and in three long words or more; acronyms of up to four
    letters alone are no shouting. Scripts without capitals never shout."""
    words = [word for word in _WORD.findall(headline) if len(word) > 1 and word.upper() != word.lower()]
    shouted = [word for word in words if word.isupper()]
    if len(words) > 1 and len(shouted) == len(words):
        return len(words) > 2 or any(len(word) >= LONG_WORD for word in words)
    long_shouted = sum(len(word) >= LONG_WORD for word in shouted)
    return long_shouted >= 3 and long_shouted * 2 > sum(len(word) >= LONG_WORD for word in words)
