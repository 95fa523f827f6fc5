"""Quotations in plain text: where they begin and end, and where their marks do not agree."""

import re
from bisect import bisect_right
from typing import NamedTuple

from articles.text.prose import excerpt, paragraph_spans, words_in

FEWEST_WORDS = 3
LONG_WORD = 4  # of a title, these have a capital

_CLOSERS = {"“": "”", "„": "“”", "«": "»", "»": "«", '"': '"', "”": "”", "「": "」", "『": "』"}
_DOUBLE_MARKS = re.compile('["“”„«»「」『』]')
_MIXED = {"“": '"', '"': "”"}  # pasted together: closed by the other's mark where its own does not come any more
_SINGLE_MARKS = re.compile("[‘’]")
_BRACKETS = re.compile(r"\[[^\[\]\n]{1,200}\]")
_INNER_STOP = re.compile(r"(?<!\bvs)(?<!\bNo)[.,;:?!…]\s")
_CAPITAL = re.compile(r"\b[^\W\d_a-z]")
_STRAIGHT = re.compile(
    r"(?<![\w.,!?’'])(?P<opens>')(?=[\w“\"£$€])(?!'(?:em|til|till|tis|twas|cause|cos|round|n)\b|'\d\ds?\b)"
    r"|(?:(?<=[.,!?…—])'(?!\w)|(?<=[\w”\"])'(?=[.,!?;:…)]|\s*\Z))"
)
_DECADE = re.compile(r"\d\ds?\b")


class Quotation(NamedTuple):
    """The words between the marks: `text == whole[start:end]`."""

    text: str
    start: int
    end: int


class _Reading(NamedTuple):
    quotations: list[Quotation]
    faults: list[tuple[int, int]]


def quotations(text: str) -> list[Quotation]:
    """Quotations of three words or more, outermost only, in order.

    Paragraphs are parted by blank lines. A quotation that runs over several of them has its opening mark repeated at
    each and is one quotation. Single marks count only as ‘…’, where the first stands before a word and is no
    apostrophe; straight single marks only where the second stands beside a stop or a comma, as after words spoken. A
    straight mark may close what a curly one opens, and the other way round.
    """
    return [quotation for quotation in all_quotations(text) if words_in(quotation.text) >= FEWEST_WORDS]


def is_title(words: str) -> bool:
    """“The Lion Man”: between the marks stands the name of a work or a body, and nobody said it."""
    words = words.strip(" .,!?…")
    if _INNER_STOP.search(words):
        return False
    starts = [word[0] for word in re.findall(r"[^\W_][\w’']*", words) if len(word) >= LONG_WORD]
    return bool(starts) and not any(start.islower() for start in starts) and len(_CAPITAL.findall(words)) > 1


def unbalanced_quotation_marks(text: str) -> list[str]:
    """Excerpts of the paragraphs with a double mark too many or too few; an inch mark after a figure is neither."""
    return [excerpt(text[start:end], 120) for start, end in _read_double(text).faults]


def square_brackets_outside_quotations(text: str) -> list[str]:
    """An editor's insertion belongs in a quotation; elsewhere brackets are usually a note that was left behind."""
    spans = all_quotations(text)
    starts = [quotation.start for quotation in spans]

    def is_quoted(place: int) -> bool:
        before = bisect_right(starts, place) - 1
        return before >= 0 and place < spans[before].end

    return [match[0] for match in _BRACKETS.finditer(text) if not is_quoted(match.start())]


def all_quotations(text: str) -> list[Quotation]:
    """Those of a word or two as well."""
    doubles = _read_double(text).quotations
    singles = _read_single(text, doubles) + _read_straight(text, doubles)
    found, end = [], -1
    for quotation in sorted(doubles + singles, key=lambda quotation: (quotation.start, -quotation.end)):
        if quotation.start >= end:
            found.append(quotation)
            end = quotation.end
    return found


def _read_double(text: str) -> _Reading:
    """One pass over the marks: inside a quotation only its closer counts; its opener again means it was not closed."""
    reading = _Reading([], [])
    opener, start = "", 0
    paragraphs = paragraph_spans(text)
    for number, (begins, ends) in enumerate(paragraphs):
        faulty = False
        last = {mark: text.rfind(_CLOSERS[mark], begins, ends) for mark in _MIXED}
        for match in _DOUBLE_MARKS.finditer(text, begins, ends):
            mark, place = match[0], match.start()
            if opener and place == begins > start:
                continue
            is_mixed = mark == _MIXED.get(opener, "") and place > last[opener] and _may_close(text, place)
            if opener and (mark in _CLOSERS[opener] or is_mixed):
                reading.quotations.append(Quotation(text[start:place], start, place))
                opener = ""
            elif opener and mark == opener:
                faulty, start = True, place + 1
            elif not opener and _may_open(text, place):
                opener, start = mark, place + 1
            elif not opener and not _is_inch(text, place):
                faulty = True
        if opener and not _goes_on(text, opener, paragraphs, number):
            faulty, opener = True, ""
        if faulty:
            reading.faults.append((begins, ends))
    return reading


def _goes_on(text: str, opener: str, paragraphs: list[tuple[int, int]], number: int) -> bool:
    """French repeats either mark; straight and curly ones may be mixed."""
    if number + 1 >= len(paragraphs):
        return False
    first = text[paragraphs[number + 1][0]]
    return first == opener or (opener == "«" and first == "»") or (opener in _MIXED and first in _MIXED)


def _may_open(text: str, place: int) -> bool:
    mark = text[place]
    if mark not in _CLOSERS:
        return False
    if mark in "“„「『":
        return True
    before = text[place - 1] if place else " "
    after = text[place + 1] if place + 1 < len(text) else " "
    if mark == "«":
        return True
    free = not before.isalnum() and before not in ".,!?;:…"
    return free and not after.isspace()


def _may_close(text: str, place: int) -> bool:
    return not text[place - 1].isspace() and not text[place + 1 : place + 2].isalnum()


def _is_inch(text: str, place: int) -> bool:
    return text[place] == '"' and place > 0 and text[place - 1].isdigit()


def _read_single(text: str, doubles: list[Quotation]) -> list[Quotation]:
    found = []
    starts = [quotation.start for quotation in doubles]
    for begins, ends in paragraph_spans(text):
        start, closers = -1, []
        for match in _SINGLE_MARKS.finditer(text, begins, ends):
            place = match.start()
            if match[0] == "‘":
                if start < 0 or closers:
                    found += _closed_single(text, start, closers)
                    start, closers = (place + 1 if _opens_single(text, place, starts, doubles) else -1), []
            elif start >= 0 and not text[place + 1 : place + 2].isalnum():
                closers.append(place)
        found += _closed_single(text, start, closers)
    return found


def _read_straight(text: str, doubles: list[Quotation]) -> list[Quotation]:
    """'Like this,' she said."""
    starts = [quotation.start for quotation in doubles]

    def is_within(place: int) -> bool:
        before = bisect_right(starts, place) - 1
        return before >= 0 and place < doubles[before].end

    found = []
    for begins, ends in paragraph_spans(text):
        start = -1
        for match in _STRAIGHT.finditer(text, begins, ends):
            if is_within(match.start()):
                continue
            if start >= 0 and not match["opens"]:
                found.append(Quotation(text[start : match.start()], start, match.start()))
            start = match.end() if match["opens"] else -1
    return found


def _opens_single(text: str, place: int, starts: list[int], doubles: list[Quotation]) -> bool:
    before = bisect_right(starts, place) - 1
    if before >= 0 and place < doubles[before].end:
        return False
    if place and text[place - 1].isalnum():
        return False
    after = text[place + 1 : place + 2]
    return (after.isalnum() or after in tuple('“"[(…$£€¿¡')) and not _DECADE.match(text, place + 1)


def _closed_single(text: str, start: int, closers: list[int]) -> list[Quotation]:
    """Of the marks that could close it, the first beside punctuation, else the first that is no possessive."""
    if start < 0 or not closers:
        return []
    punctuated = [place for place in closers if _beside_punctuation(text, place)]
    unpossessive = [place for place in closers if text[place - 1] not in "sS"]
    end = (punctuated or unpossessive or closers)[0]
    return [Quotation(text[start:end], start, end)]


def _beside_punctuation(text: str, place: int) -> bool:
    return text[place - 1] in ".,!?;:…—" or text[place + 1 : place + 2] in tuple(".,!?;:…—)") or place + 1 == len(text)
