"""Kinds of offences, as far as English words tell: whether what a court decided is what a sentence speaks of."""

import re
from collections.abc import Iterable

_KINDS = {
    "sexual": r"\brap(?:ed?|es|ing|ists?)\b|\bsex|molest|\bgrop|indecen|p(?:a|ae|e)dophil|voyeur|incest|groom",
    "killing": r"murder|manslaughter|homicid|\bkill|slay|slain|assassin|infanticid|genocid",
    "property": r"\bstole|\bsteal|theft|thie[fv]|\brob|burgl|\bloot|shoplift|embezzl|fraud|swindl|scam|misappropriat"
    r"|siphon|pocketed|skimmed|launder|forge|forging|counterfeit|extort|blackmail|\btax(?:es)?\b|false accounting",
    "bribery": r"brib|corrupt|kickback|backhander|public office",
    "drugs": r"drug|cocaine|heroin|cannabis",
    "fire": r"arson|set fire|torched|burn",
    "violence": r"assault|bodily harm|batter|wound|stab|\bbeat|punch|attack|kidnap|abduct|tortur|stalk|strangl|\bshot\b"
    r"|poison|cruelty|abus(?!\w* (?:his|her|their|the) )|\brob",
}
_OF_KIND = {kind: re.compile(pattern, re.IGNORECASE) for kind, pattern in _KINDS.items()}
_VIOLENT = {"sexual", "killing"}  # who was convicted of one of these may be said to have attacked somebody


def is_another_offence(words: str, decided: Iterable[str]) -> bool:
    """Whether the words name an offence of another kind than all of those decided; in doubt they do not."""
    named, known = _kinds(words), [_kinds(offence) for offence in decided]
    if not named or not all(known):
        return False
    covered = set().union(*known)
    return not (named & covered or ("violence" in named and covered & _VIOLENT))


def _kinds(words: str) -> set[str]:
    return {kind for kind, pattern in _OF_KIND.items() if pattern.search(words)}
