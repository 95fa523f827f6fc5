"""Mentions: where a sentence speaks of somebody, by name or by a word that stands for one."""

from typing import NamedTuple

from articles.text import english
from articles.text.names import Name
from articles.text.runs import ROLES
from articles.text.sentences import Sentence


class Mention(NamedTuple):
    """One or several named people where a sentence speaks of them, or a word that stands for them; `names` is empty
    where nobody can say for whom it stands."""

    names: tuple[Name, ...]
    start: int
    end: int
    possessive: bool
    is_pronoun: bool = False


def groups(text: str, own: list[Name]) -> list[Mention]:
    """Names with “and” between them are one mention, with those before them in the list."""
    found: list[list[Name]] = []
    for name in reversed([name for name in own if not (name.is_body and english.OF_A_BODY.match(text, name.end))]):
        if found and _is_of_one_group(text[name.end : found[-1][0].start], len(found[-1]) > 1):
            found[-1].insert(0, name)
        else:
            found.append([name])
    return [
        Mention(tuple(group), group[0].start, group[-1].end, _possessive(text, group[-1].end))
        for group in reversed(found)
    ]


def _is_of_one_group(between: str, in_a_list: bool) -> bool:
    if (in_a_list and english.LIST_COMMA.match(between)) or english.DESCRIBED_LIST.match(between):
        return True
    joined = english.COORDINATION.match(between)
    return bool(joined) and (not joined["role"] or joined["role"].split()[-1] in ROLES)


def officials(text: str, names: list[Name]) -> set:
    """The keys of those who speak for courts, the police or others: “he” is somebody else."""
    return {
        name.key
        for name in names
        if english.OFFICIAL.search(text[max(0, name.start - 60) : name.start])
        or english.OFFICIAL_AFTER.match(text[name.end : name.end + 80])
    }


def _possessive(text: str, end: int) -> bool:
    return text[end : end + 2] in ("'s", "’s") or (text[end - 1 : end] == "s" and text[end : end + 1] in ("'", "’"))


def pronouns(text: str, sentence: Sentence, own: list[Name], earlier: list[list[Name]], others: set) -> list[Mention]:
    """`others`: the keys of those whom “he” and “she” never mean."""
    found = []
    for match in english.PRONOUN.finditer(text, sentence.start, sentence.end):
        before = [name for name in own if name.end <= match.start() and not name.is_body]
        if match["many"]:
            stands_for = _pair(text, [*earlier, before])
        else:
            stands_for = _one(text, sentence, before, earlier[-1] if earlier else [], others)
        word = match[0].lower()
        possessive = word in ("his", "their") or (
            word == "her" and text[match.end() : match.end() + 2].strip().isalpha()
        )
        found.append(
            Mention(stands_for, match.start(), match.end(), possessive or _possessive(text, match.end()), True)
        )
    return found


def _one(text: str, sentence: Sentence, before: list[Name], last: list[Name], others: set) -> tuple[Name, ...]:
    """The one person named in this sentence or the last; of several the one who is its subject; else nobody."""
    here = [name for name in before if name.key not in others]
    there = [name for name in last if name.key not in others and not name.is_body]
    if before and not here:
        return ()
    candidates = {name.key: name for name in [*there, *here]}
    if len(candidates) > 1:
        candidates = {name.key: name for name in _subjects(text, here or there)}
    return tuple(candidates.values()) if len(candidates) == 1 else ()


def _subjects(text: str, names: list[Name]) -> list[Name]:
    """Those who could be the subject of their sentence; nobody where it is done “by” one of them."""
    ahead = [text[max(0, name.start - 80) : name.start] for name in names]
    if any(english.BY.search(words) for words in ahead):
        return []
    return [
        name
        for name, words in zip(names, ahead, strict=True)
        if not (english.PREPOSITION.search(words) or _possessive(text, name.end))
    ]


def _pair(text: str, sentences: list[list[Name]]) -> tuple[Name, ...]:
    """The last two or more people of the paragraph who were named in one breath."""
    for names in reversed(sentences):
        for mention in reversed(groups(text, names)):
            if len({name.key for name in mention.names}) > 1:
                return mention.names
    return ()
