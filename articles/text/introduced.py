"""Introduced: “A nurse has been charged with theft. Ada Field, 43, …” tells first what is said, then of whom."""

import re

from articles.text.names import Name
from articles.text.sentences import Sentence
from articles.text.terms import Found

_SOMEBODY = re.compile(r"[“\"]?(?:An?|The)\s(?:[\w’'-]+\s){0,6}?[\w’'-]+")
_HAS_BEEN = re.compile(r"\b(?:was|is|has been|have been|had been|will be|being|been)\s(?:\w+ly\s|also\s|today\s)?\Z")
_WHO_IS = re.compile(r"\A[“\"]?(?:An?|The)\s(?:[\w’'-]+\s){1,5}\Z")
_ANOTHER = re.compile(
    r"\b(?:an?|the|his|her)\s(?:[\w-]+\s){0,2}(?:man|woman|pensioner|wife|husband|partner|mother|father|son|daughter"
    r"|friend|neighbour|colleague)\b"
)
_AGED = re.compile(r", (?:aged )?[2-9]\d,")  # no pupil or child that the sentence before may speak of
_FALLEN = re.compile(  # as is told of the accused, and of hardly anybody who comments
    r", who (?:(?:has |had )?(?:since )?(?:left|resign(?:s|ed)|quit|stood down|stepped (?:down|aside)|fled)"
    r"|(?:has )?denie[sd]"
    r"|(?:was|is|has been|had been) (?:sacked|suspended|dismissed|fired|arrested|removed|jailed|held|on bail))\b"
)
_DONE_TO_SOMEBODY = re.compile(r"\s*(?:,|(?:in|on|by|at|during|when|while|after|outside|near)\b)")
_SUFFERED = re.compile(
    r"\b(?:died|dead|killed|stabbed|shot|attacked|raped|assaulted|beaten|pronounced|injur\w*|hospital|suffered|tributes?"
    r"|victims?|missing|body|robbed)\b"
)
_IN_COURT = re.compile(
    r"\b(?:den(?:y|ies|ied)|plead\w*|pled|admit\w*|appear\w*|court|magistrates|charged|sentenced|jailed|guilty|judge"
    r"|accused|convicted|remanded|bailed)\b"
)


def introduced(text: str, sentence: Sentence, place: int, following: Sentence, names: list[Name]) -> Name | None:
    """Who, by name and age, begins the sentence after one in which “a nurse” is accused by the word at that place."""
    first = _beginning(text, following, names)
    if not first or not (_AGED.match(text, first.end) or _FALLEN.match(text, first.end)):
        return None
    ahead, after = text[sentence.start : place], text[place : sentence.end]
    if not _SOMEBODY.match(ahead) or not (_HAS_BEEN.search(ahead) or _WHO_IS.match(ahead)):
        return None
    is_of_another = _ANOTHER.search(after) or _ANOTHER.search(_SOMEBODY.sub("", ahead, count=1))
    if _SUFFERED.search(following.text) and not _IN_COURT.search(following.text):
        return None
    return first if not is_of_another or _IN_COURT.search(following.text) else None


def did_it(text: str, sentence: Sentence, hit: Found, following: Sentence, names: list[Name]) -> Name | None:
    """“A former minister stole millions. Ada Field, who left office in May, …”"""
    first = _beginning(text, following, names)
    if not first or not _FALLEN.match(text, first.end) or _DONE_TO_SOMEBODY.match(text, hit.end):
        return None
    ahead = text[sentence.start : hit.start]
    return first if _WHO_IS.match(ahead) and not _HAS_BEEN.search(ahead) else None


def _beginning(text: str, sentence: Sentence, names: list[Name]) -> Name | None:
    """The name with which a sentence begins, after one word at most."""
    first = names[0] if names else None
    is_near = first and len(text[sentence.start : first.start].split()) <= 1 and first.start - sentence.start < 30
    return first if is_near else None
