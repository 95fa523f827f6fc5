"""Terms: finding the words of many lists in a text, in one pass over its words."""

import re
from bisect import bisect_right
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from articles.text.prose import CJK

LISTS_REMEMBERED = 32

_TOKEN = re.compile(f"[{CJK}]|[^\\W_{CJK}]+")
_JOINT = re.compile(r"(?:[^\S\n]|\n(?!\n)|['’\-‐‑]){0,4}\Z")
_AFTER_INITIAL = re.compile(r"\.?[^\S\n]{0,2}\Z")
_PUNCTUATION = str.maketrans({"’": "'", "‘": "'"})


class Term(NamedTuple):
    """One entry of a list: the phrase that matched, the entry's whole words, and why it is listed."""

    list: str
    phrase: str
    words: str
    reason: str
    cites: str


class Found(NamedTuple):
    """`text == whole[start:end]`."""

    text: str
    start: int
    end: int
    term: Term


def found_terms(text: str, terms: dict) -> list[Found]:
    """Where the terms of the lists {name: [{"words", "reason", "cites"}]} stand in a text, in order.

    `words` holds phrases with commas between. Case does not count; a phrase begins and ends with whole words and does
    not run over punctuation (but for the stop after an initial); `*` at a word's end stands for any further letters,
    alone for any one word. Of the phrases of one list that begin at the same word the longest counts, and none begins
    within another.
    """
    index = _compiled(_key(terms))
    tokens = [(token[0].casefold(), token.start(), token.end()) for token in _TOKEN.finditer(text)]
    found, taken = [], {}
    words = [word for word, _, _ in tokens]
    for place, (word, following) in enumerate(pairwise([*words, ""])):
        start = tokens[place][1]
        for phrase, term in index.starting(word, following):
            last = _last_token(text, tokens, place, phrase)
            if last is not None and start >= taken.get(term.list, -1):
                end = tokens[last][2]
                found.append(Found(text[start:end], start, end, term))
                taken[term.list] = end
    return found


def _last_token(text: str, tokens: list, place: int, phrase: tuple[str, ...]) -> int | None:
    last = place + len(phrase) - 1
    if last >= len(tokens):
        return None
    for number, wanted in enumerate(phrase[1:], place + 1):
        (before, _, end), (word, start, _) = tokens[number - 1 : number + 1]
        gap = text[end : min(start, end + 5)]
        if not _fits(word, wanted) or not (_JOINT.match(gap) or (len(before) == 1 and _AFTER_INITIAL.match(gap))):
            return None
    return last


def _fits(word: str, wanted: str) -> bool:
    return word.startswith(wanted[:-1]) if wanted.endswith("*") else word == wanted


class _Index:
    """Phrases by their first two words where both are known, else by the first; those of unknown first word by its
    beginning. The longest first."""

    def __init__(self, entries):
        self.whole, self.stems = {}, {}
        for term in entries:
            for phrase in _phrases(term.words):
                words = _words_of(phrase)
                if words and words[0] != "*":
                    self._put(words, term._replace(phrase=phrase))
        self.lengths = sorted({len(stem) for stem in self.stems})

    def _put(self, words: tuple[str, ...], term: Term) -> None:
        if words[0].endswith("*"):
            self.stems.setdefault(words[0][:-1], []).append((words, term))
        else:
            second = words[1] if len(words) > 1 and not words[1].endswith("*") else None
            self.whole.setdefault((words[0], second), []).append((words, term))

    def starting(self, word: str, following: str) -> list:
        found = [*self.whole.get((word, following), ()), *self.whole.get((word, None), ())]
        for length in self.lengths[: bisect_right(self.lengths, len(word))]:
            found += self.stems.get(word[:length], ())
        return sorted(found, key=_longest_first) if len(found) > 1 else found


def _longest_first(item: tuple[tuple[str, ...], Term]) -> tuple[int, int]:
    words, _ = item
    return -len(words), -sum(map(len, words))


def _phrases(words: str) -> list[str]:
    return [phrase.strip() for phrase in words.split(",") if phrase.strip()]


def _words_of(phrase: str) -> tuple[str, ...]:
    """As the text's tokens are; `*` stays with the word it ends."""
    words = re.findall(f"[{CJK}]\\*?|[^\\W_{CJK}]+\\*?|\\*", phrase.casefold().translate(_PUNCTUATION))
    return tuple(words)


def _key(terms: dict) -> tuple:
    """The lists as something that can be remembered by."""
    return tuple(
        Term(name, "", row["words"], row.get("reason") or "", row.get("cites") or "")
        for name, rows in terms.items()
        for row in rows
    )


@lru_cache(maxsize=LISTS_REMEMBERED)
def _compiled(entries: tuple[Term, ...]) -> _Index:
    return _Index(entries)
