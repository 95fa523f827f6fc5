"""Sentences of plain text: where each begins and ends."""

import re
from typing import NamedTuple

from articles.text.prose import paragraph_spans

_CLOSERS = "”“’‘\"')\\]»」』】）"
_STOP = re.compile(rf"(?:(?<![.!?…])(?P<western>[.!?…]++)[{_CLOSERS}]*+(?=\s)|[。！？｡]+[{_CLOSERS}]*+|\n)\s*+")
_OPENERS = re.compile(r"[“„\"'‘«»(\[「『–—-]*+\s?")
_LAST_WORD = re.compile(r"[\w.&’'-]{1,20}\Z")
_WORD = re.compile(r"[\w’']*")
_INITIAL = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]\Z")
_SPEECH = re.compile(
    r"\s+(?:[\w’'.-]{1,20}\s){1,3}?(?:said|says|asked|told|added|wrote|replied|tweeted|shouted|wondered)\b"
)

# Never at a sentence's end: a name or a number follows.
_TITLES = frozenset(
    "adm brig capt cmdr col cpl det dr fr gen gov hon insp lt maj messrs mlle mme mr mrs ms mx pfc pres prof pvt rep"
    " reps rev revd sen sens sgt sr. supt v vs cf eg ie approx ca fig figs pp vol".split()
)
# At a sentence's end only where the next word usually begins one.
_SHORT_FORMS = frozenset(
    "am al apr assn aug ave bhd blvd bros co corp dec dept dist est esq etc feb ft hon inc jan jr jul jun ltd mar mass"
    " mich minn mt no nos nov oct ont op para pct penn ph.d phd plc pm pt pty rd sept sep sq sr st tel tex univ va wash"
    " wis".split()
)
_BEGINNERS = frozenset(
    "a after all although an and another as at because before both but by despite during each earlier even every for"
    " from he her here his how however i if in instead it its last later many meanwhile more most mr mrs ms nearly no"
    " not now of on once one or other our over police several she since so some still that the their then there these"
    " they this those though three to today tomorrow two under until we what when where which while who why with"
    " yesterday yet you".split()
)


class Sentence(NamedTuple):
    """`text == whole[start:end]`; paragraphs are counted from 0."""

    text: str
    start: int
    end: int
    paragraph: int


def sentences(text: str) -> list[Sentence]:
    """The sentences of plain text, with the closing marks that belong to each.

    A paragraph ends a sentence even without a stop (headlines, list items); so does a line, unless the next one goes on
    in lower case. A stop after an abbreviation, an initial or within a figure ends none; one before a quotation's
    “…, she said” neither.
    """
    found = []
    for number, (begins, ends) in enumerate(paragraph_spans(text)):
        start = begins
        for stop in _STOP.finditer(text, begins, ends):
            if stop.end() < ends and _ends_sentence(text, start, stop):
                found += _sentence(text, start, stop.end(), number)
                start = stop.end()
        found += _sentence(text, start, ends, number)
    return found


def _sentence(text: str, start: int, end: int, paragraph: int) -> list[Sentence]:
    end = start + len(text[start:end].rstrip())
    return [Sentence(text[start:end], start, end, paragraph)] if start < end else []


def _ends_sentence(text: str, start: int, stop: re.Match) -> bool:
    first = _OPENERS.match(text, stop.end()).end()
    following = text[first : first + 1]
    if following.islower():
        return False
    if stop["western"] is None:
        return True
    if stop["western"] == ".":
        return not _is_abbreviation(text, start, stop.start(), first)
    closed = stop.end("western") < len(text) and not text[stop.end("western")].isspace()
    return not (closed and _SPEECH.match(text, len(stop[0].rstrip()) + stop.start()))


def _is_abbreviation(text: str, start: int, stop: int, first: int) -> bool:
    """Whether the full stop belongs to the word before it, as far as the word after it tells."""
    word = _LAST_WORD.search(text, max(start, stop - 20), stop)
    if not word:
        return False
    short = word[0].strip("’'-").lower()
    follows = _WORD.match(text, first)[0].lower()
    if short in _TITLES or (short in ("no", "nos", "art", "sec", "ch", "p") and follows[:1].isdigit()):
        return True
    if short == "i" or not (_INITIAL.match(short) or short in _SHORT_FORMS):
        return False
    return follows not in _BEGINNERS and not (short == "no" and word.start() == start)
