"""Harmed: whom an English sentence names as the one to whom something was done. Rather nobody than somebody else."""

import re
from collections.abc import Iterable

from articles.text.names import Name
from articles.text.sentences import sentences
from articles.text.terms import Found

REACH = 220

_ADVERBS = r"(?:[a-z]+ly |also |then |later |again |once |twice |first )?"
_PASSIVE = re.compile(
    rf"(?:,[^,;:“”\"]{{1,60}},)? (?:{_ADVERBS}(?:had|has|have|was|were|is|are|been|being|be|got|says (?:she|he) was) ?)"
    rf"(?:(?:been|being|not) )?{_ADVERBS}\Z"
)
_SAYS = re.compile(
    r"\b(?:said|says|saying|told|tells|testified|testifies|claims|claimed|alleges|alleged|alleging|reported|reports"
    r"|recalled|wrote|writes|revealed|disclosed|describes|described|accuses|accused)\b"
)
_THEY_WERE = re.compile(rf"\b(?:she|he|they|her|him|them) (?:was|were|had been|has been|being) {_ADVERBS}\Z")
_THEM = re.compile(r" (?:her|him|them|me)\b(?! (?:friend|sister|brother|daughter|son|mother|client))")
_OBJECT = re.compile(r"(?: (?:of|on|against))? (?:(?!by\b|and\b|in\b|at\b|for\b)[a-z][\w’'-]* ){0,3}\Z")
_IN_AN_INCIDENT = re.compile(
    r"[^,.;:]{0,60}? an? (?:[\w-]+ ){0,2}(?:incident|encounter|attack) (?:involving|with|on) (?:[\w’'-]+ ){0,6}\Z"
)
_BY = re.compile(r"\b(?:accused|accusations?|allegations?|complaint)\b[^.;]{0,80} by (?:[a-z][\w’'-]* ){0,3}\Z")
_CALLED = re.compile(r"\b(?:accuser|complainant|victim|survivor)s?,? \Z", re.IGNORECASE)
_OFFICIAL = re.compile(
    r"\b(?:prosecut\w+|KC|QC|barrister|lawyer|solicitor|attorney|counsel|defending|detective|inspector|sergeant|constable"
    r"|judge|justice|sheriff|police|officer|spokes\w+|coroner|chief|charity|campaigner|mother|father|director|minister)\b",
    re.IGNORECASE,
)
_SUED = re.compile(r"\b(?:sued|sues|suing|accused|accuses|accusing|against|charged|charges|arrested)\b[^.;]{0,40}\Z")
_DEAD = re.compile(r"\b(?:murder\w*|killed|killing|manslaughter|died|dead|death|strangled)\b", re.IGNORECASE)


def harmed(text: str, names: Iterable[Name], hits: Iterable[Found]) -> list[Name]:
    """Who is named as the one whom the hits (“raped”, “sexually assaulted” …) concern, each once, in order.

    “Ada was raped”, “Ada told the court that he raped her”, “the rape of Ada”, “his accuser, Ada”. Not lawyers, police
    and others who speak of somebody else, and nobody of whose death the sentence tells.
    """
    named, found = sorted(names, key=lambda name: name.start), {}
    spotted = list(hits)
    for sentence in sentences(text):
        here = [hit for hit in spotted if sentence.start <= hit.start < sentence.end]
        if here and not _DEAD.search(sentence.text):
            own = [name for name in named if sentence.start <= name.start < sentence.end]
            for name in own:
                if any(_is_done_to(text, sentence.start, sentence.end, name, hit, own) for hit in here):
                    found.setdefault(name.key, name)
    return list(found.values())


def _is_done_to(text: str, begins: int, ends: int, name: Name, hit: Found, own: list[Name]) -> bool:
    if hit.start >= name.end:
        return _is_subject(text, begins, ends, name, hit, own)
    after = text[hit.end : name.start]
    if any(hit.end <= other.start < name.start for other in own):
        return False
    is_meant = _OBJECT.match(after) or _IN_AN_INCIDENT.match(after)
    is_object = bool(is_meant) and not text.startswith(("'s", "’s"), name.end)
    return is_object or bool(_BY.search(text[begins : name.start])) or bool(_CALLED.search(text[begins : name.start]))


def _is_subject(text: str, begins: int, ends: int, name: Name, hit: Found, own: list[Name]) -> bool:
    between = text[name.end : hit.start]
    if len(between) > REACH or text.startswith(("'s", "’s"), name.end):
        return False
    if _CALLED.search(text[begins : name.start]):
        return True
    alone = not any(name.end <= other.start < hit.start for other in own)
    if alone and _PASSIVE.match(between):
        return True
    around = text[max(begins, name.start - 40) : name.start] + " " + text[name.end : name.end + 40]
    if not _SAYS.search(between) or _OFFICIAL.search(around) or _SUED.search(text[begins : name.start]):
        return False
    return bool(_THEY_WERE.search(between) or _THEM.match(text[hit.end : min(ends, hit.end + 8)]))
