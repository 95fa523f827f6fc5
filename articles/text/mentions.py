"""Mentions: where a sentence speaks of somebody, by name or by a word that stands for one."""

import re
from itertools import islice
from typing import NamedTuple

from articles.text import english
from articles.text.first_names import MEN, WOMEN
from articles.text.names import Name
from articles.text.runs import ROLES
from articles.text.sentences import Sentence

MOST_PRONOUNS = 80  # of a sentence


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
    role = joined["role"].rstrip(", ").rsplit(" ")[-1] if joined else ""
    return bool(joined) and (not role or role in ROLES or bool(english.AGENT_NOUN.match(role)))


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


class Others(NamedTuple):
    """The keys of those whom “he” never means, and “she” never: by their office, or by what else they are called."""

    he: set
    she: set

    def for_the_word(self, word: str) -> set:
        return self.he if word in english.HE else self.she if word in english.SHE else self.he & self.she


def others(text: str, names: list[Name]) -> Others:
    office = officials(text, names)
    women = {name.key for name in names if _is_called(english.WOMAN, text, name) or _first(name) in WOMEN}
    men = {name.key for name in names if _is_called(english.MAN, text, name) or _first(name) in MEN}
    return Others(office | (women - men), office | (men - women))


def _is_called(pattern: re.Pattern, text: str, name: Name) -> bool:
    """“Mrs Smith”, “his wife, Ada Smith,”"""
    found = pattern.search(text, max(0, name.start - 40), name.start)
    return bool(found) and (not found["apposed"] or text[name.end : name.end + 1] == ",")


def _first(name: Name) -> str:
    """The first name, of a name in full."""
    return name.text.split()[0].lower() if " " in name.text else ""


def pronouns(
    text: str, sentence: Sentence, own: list[Name], earlier: list[list[Name]], not_meant: Others
) -> list[Mention]:
    found = []
    for match in islice(english.PRONOUN.finditer(text, sentence.start, sentence.end), MOST_PRONOUNS):
        before = [name for name in own if name.end <= match.start() and not name.is_body]
        word = match[0].lower()
        if match["many"]:
            stands_for = _pair(text, [*earlier, before])
        else:
            last = next((names for names in reversed(earlier[-2:]) if names), [])
            is_quoted, outside = _outside_of_the_quotation(text, sentence, own, match.start())
            speakers = [*outside, *(name for name in last if _speaks(text, name))] if is_quoted else []
            kin = [name for name in before if _is_somebodys(text, name)]
            never = not_meant.for_the_word(word) | {name.key for name in [*speakers, *kin]}
            stands_for = _one(text, [name for name in before if name not in outside], last, never)
        possessive = word in ("his", "their") or (
            word == "her" and text[match.end() : match.end() + 2].strip().isalpha()
        )
        found.append(
            Mention(stands_for, match.start(), match.end(), possessive or _possessive(text, match.end()), True)
        )
    return found


def _outside_of_the_quotation(text: str, sentence: Sentence, own: list[Name], place: int) -> tuple[bool, list[Name]]:
    """Whether a place is quoted, and who is named around the quotation: who speaks does not call themselves “he”."""
    ahead, after = text[sentence.start : place], text[place : sentence.end]
    opens = max(ahead.rfind("“"), ahead.rfind('"') if ahead.count('"') % 2 else -1)
    is_open = opens > ahead.rfind("”")
    goes_on = not re.search(r"[“”\"]", ahead) and bool(re.match(r"[^“\"]*(?:”|\"\Z|\"\s*[^\"]*\Z)", after))
    if not (is_open or goes_on):
        return False, []
    closes = re.compile(r"[”\"]").search(text, place, sentence.end)
    begins, ends = sentence.start + (opens if is_open else 0), closes.start() if closes else sentence.end
    return True, [name for name in own if not begins <= name.start < ends]


def _is_somebodys(text: str, name: Name) -> bool:
    """“His lawyer, Ada Field, …”: the one whose lawyer she is, is not she."""
    ahead = text[max(0, name.start - 60) : name.start]
    return bool(english.HIS_SOMEBODY.search(ahead) or english.IS_HIS_SOMEBODY.match(text, name.end))


def _speaks(text: str, name: Name) -> bool:
    ahead = text[max(0, name.start - 60) : name.start]
    after = english.PARENTHESIS.sub("", text[name.end : name.end + 100])
    return bool(english.SPEAKS.match(after) or english.SPEECH_OF.search(ahead))


def _one(text: str, before: list[Name], last: list[Name], others: set) -> tuple[Name, ...]:
    """The one person named in this sentence or the last; of several the one who is its subject; else nobody."""
    here = [name for name in before if name.key not in others]
    there = [name for name in last if name.key not in others and not name.is_body]
    if before and not here:
        return ()
    candidates = {name.key: name for name in [*there, *here]}
    if len(candidates) > 1:
        candidates = {name.key: name for name in _subjects(text, here) or _subjects(text, there)}
    return tuple(candidates.values()) if len(candidates) == 1 else ()


def _subjects(text: str, names: list[Name]) -> list[Name]:
    """Those who could be the subject of their sentence; all of them where it is done “by” one."""
    found = [(mention, text[max(0, mention.start - 80) : mention.start]) for mention in groups(text, names)]
    if any(english.BY.search(ahead) for _, ahead in found):
        return names
    free = [mention for mention, ahead in found if not (mention.possessive or english.PREPOSITION.search(ahead))]
    return [name for mention in free for name in mention.names]


def _pair(text: str, sentences: list[list[Name]]) -> tuple[Name, ...]:
    """The last two or more people of the paragraph who were named in one breath."""
    for names in reversed(sentences):
        for mention in reversed(groups(text, names)):
            if len({name.key for name in mention.names}) > 1:
                return mention.names
    return ()
