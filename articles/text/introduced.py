"""Introduced: “A nurse has been charged with theft. Ada Field, 43, …” tells first what is said, then of whom."""

import re

from articles.text.names import Name
from articles.text.sentences import Sentence

_SOMEBODY = re.compile(r"[“\"]?(?:An?|The)\s(?:[\w’'-]+\s){0,6}?[\w’'-]+")
_HAS_BEEN = re.compile(r"\b(?:was|is|has been|have been|had been|will be|being|been)\s(?:\w+ly\s|also\s|today\s)?\Z")
_WHO_IS = re.compile(r"\A[“\"]?(?:An?|The)\s(?:[\w’'-]+\s){1,5}\Z")
_ANOTHER = re.compile(
    r"\b(?:an?|the|his|her)\s(?:[\w-]+\s){0,2}(?:man|woman|pensioner|wife|husband|partner|mother|father|son|daughter"
    r"|friend|neighbour|colleague)\b"
)
_AGED = re.compile(r", (?:aged )?[2-9]\d,")  # no pupil or child that the sentence before may speak of
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
    first = names[0] if names else None
    begins = first and len(text[following.start : first.start].split()) <= 1 and first.start - following.start < 30
    if not begins or not _AGED.match(text, first.end):
        return None
    ahead, after = text[sentence.start : place], text[place : sentence.end]
    if not _SOMEBODY.match(ahead) or not (_HAS_BEEN.search(ahead) or _WHO_IS.match(ahead)):
        return None
    is_of_another = _ANOTHER.search(after) or _ANOTHER.search(_SOMEBODY.sub("", ahead, count=1))
    if _SUFFERED.search(following.text) and not _IN_COURT.search(following.text):
        return None
    return first if not is_of_another or _IN_COURT.search(following.text) else None
