"""Counted: of the figures of a headline or standfirst, those that say how many or how much."""

import re

from articles.text.figures import MAGNITUDE, NUMBER, Figure, figures

_UNITS = r"(?:mph|kmh|km|cm|mm|kg|mg|ft|lbs?|[mg]?[wW]h?|[mgk]?W|m|g|C|F|x|p)"
_NUMBERED = re.compile(
    r"\b(?:apollo|airbus|ftse|fortune|nasdaq|dax|cac|nikkei|dow|story|area|article|boeing|catch|category|channel|chapter|class|clause|covid|day|flight|formula|game"
    r"|gate|grade|group|highway|interstate|iphone|junction|level|lot|match|no|number|page|phase|platform|psalm|round|route"
    r"|room|row|rule|season|section|stage|step|studio|terminal|tier|title|type|unit|version|volume|ward|week|windows|year"
    r"|zone|case|part|episode|paragraph|paragraphs|exhibit|block|bay|pier|sector|top|depression)\.?\s\Z",
    re.IGNORECASE,
)
_LABELS = re.compile(r"\d{1,3}(?!\d|[,.]\d|\s?%)")
_AGED = re.compile(r"\b(?:aged|age|age of|turns?|turned|at|dies|died)\s\Z|\(\Z", re.IGNORECASE)
_SOMEBODY_OF = re.compile(r"\b(?:girl|boy|man|woman|child|teenager|pupil|daughter|son) of \Z", re.IGNORECASE)
_OLD = re.compile(r"[-\s](?:year|month|week|day)s?[-\s]old\b", re.IGNORECASE)
_BETWEEN_COMMAS = re.compile(r"[^\W\d_],\s\Z")
_ENDS = re.compile(r"\s*(?:[,.;:)’']|\Z)")
_OF_THE_CLOCK = re.compile(r"\s?(?:[ap]\.?m\b|o[’']clock|GMT|BST)", re.IGNORECASE)
_TO_DO = re.compile(
    r"(?:things|ways|questions|reasons|tips|facts|takeaways|lessons|ideas|places|recipes|books|films|songs)\b",
    re.IGNORECASE,
)
_RACE = re.compile(
    r"\s?(?:k|km|m|metres?|meters?|miles?)\s(?:hurdles|relay|race|sprint|freestyle|final|backstroke|butterfly|medley|run|steeplechase|world|title|champion)",
    re.IGNORECASE,
)
_TALLY = re.compile(r"\d{1,3}[-–]\d{1,3}(?![-–\d])")
_VOTED = re.compile(r"\b(?:vot|majorit|ballot)", re.IGNORECASE)
_PLURAL = re.compile(r"\d+\s(?:[a-z-]+\s)?[a-z]+(?<!s)s\b")
_FRACTION_OF_SOMETHING = re.compile(r"(?:half|quarter)-", re.IGNORECASE)


def counted(line: str) -> list[Figure]:
    """The figures of a headline or standfirst that say how many or how much: what somebody has to have counted.

    Not a date, an age, an hour, an ordinal, a score, a list's own length (“ten questions”), or the number in a name
    (“Apollo 11”, “Article 50”, “Boeing 737”, “M25”).
    """
    return [figure for figure in figures(line) if figure.kind != "date" and _counts(line, figure)]


def _counts(line: str, figure: Figure) -> bool:
    before, after = line[: figure.start], line[figure.start :]
    if _TO_DO.search(figure.text) or _FRACTION_OF_SOMETHING.match(figure.text) or _OLD.search(figure.text):
        return False
    if figure.kind != "number" or not figure.text[0].isdigit():
        return True
    digits = re.match(NUMBER, after)[0]
    behind = after[len(digits) :]
    if _is_joined(before, behind) or _OF_THE_CLOCK.match(behind) or _RACE.match(behind) or _OLD.match(behind):
        return False
    tally = _TALLY.match(after)
    if tally:
        return bool(_VOTED.search(line))
    return not (_LABELS.match(after) and (_is_age(before, behind) or _is_in_a_name(line, before, after)))


def _is_joined(before: str, behind: str) -> bool:
    """“21st”, “9/11”, “3D”, “£5” apart from “40mph”."""
    if before[-1:] in ("/", ".", ":", "-", "–", "#") or re.match(r"/\d|:\d", behind):
        return True
    return bool(re.match(r"[^\W\d_]", behind)) and not re.match(rf"(?:{_UNITS}|(?i:{MAGNITUDE}))\b", behind)


def _is_age(before: str, behind: str) -> bool:
    if (_AGED.search(before) and _ENDS.match(behind)) or _SOMEBODY_OF.search(before):
        return True
    return bool(_BETWEEN_COMMAS.search(before)) and bool(re.match(r"[,)]|\Z", behind))


def _is_in_a_name(line: str, before: str, after: str) -> bool:
    """After a noun that is numbered; or, where a capital means something, after a name and before no plural."""
    if _NUMBERED.search(before):
        return True
    words = re.findall(r"[^\W\d_]{4,}", line)
    in_capitals = sum(word[0].isupper() for word in words) > len(words) / 2
    named = re.search(r"\b[A-Z][\w&’'-]*\s\Z", before)
    return bool(named) and not in_capitals and not _PLURAL.match(after)
