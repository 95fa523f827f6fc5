"""What a change touches that readers rely on: names, figures, dates, quotations, negations, how a case stands, claims.

Two Editions' contents are compared word by word. Capitals, spaces, punctuation and the shape of quotation marks do not
count, but for what is part of a number; where it begins and ends is part of a quotation. In doubt it is touched.
The kinds are those of `articles.jurisdictions.words.Touched`.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import pairwise
from typing import NamedTuple

from articles.text.claims import claim_marks
from articles.text.comparison import compare_plain
from articles.text.figures import figures
from articles.text.matching import Budget
from articles.text.matching import changes as changed
from articles.text.names import names
from articles.text.prose import CJK, excerpt
from articles.text.quotations import all_quotations
from articles.text.subjects import is_verb
from articles.text.terms import found_terms
from articles.text.weighty import (
    ARTICLES,
    DETERMINERS,
    PREPOSITIONS,
    is_another_preposition,
    is_misspelling,
    says_the_same,
    weight_of,
)

HEADLINE, NAME, FIGURE, DATE = "headline", "name", "figure", "date"
QUOTATION, NEGATION, STATUS, CLAIM = "quotation", "negation", "status", "claim"

LONGEST_PLACE = 160
A_PART = 4  # of a claim's words: where more than one in so many letters differs, it says something else
HEADLINES = ("headline", "social_headline")
LISTS = {
    NEGATION: ("negation", "denial"),
    STATUS: ("status", "conviction", "guilt", "accusation", "alleged", "label_before", "label", "offence"),
    CLAIM: ("motive",),
}

_TOKEN = re.compile(
    rf"[{CJK}]|\d+(?:[.,:/]\d+)*[^\W{CJK}]*|[^\W{CJK}]+(?:['’](?!s\b)[^\W{CJK}]+)*"
    r"|[£$€¥₹₽₩%‰°]|(?<![\w)%])[-−–+](?=[\d£$€¥₹])",
    re.IGNORECASE,
)
_SIGNS = frozenset("£$€¥₹₽₩%‰°-+")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_ENDS_SENTENCE = re.compile(r"[.!?:…\n“”\"‘«»„]|\A\Z")
_OPENING = re.compile(r"(?<![\w'’])'(?=[\w“\"($£€])")
_ALIKE = str.maketrans({"’": "'", "‘": "'", "−": "-", "–": "-"})
_NUMBER_WORDS = frozenset(
    """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million
    millions billion billions trillion dozen dozens half halves third thirds quarter quarters fifth tenth first second
    fourth sixth seventh eighth ninth once twice double triple per percent percentage""".split()
)
_CALENDAR = frozenset(
    """january february march april may june july august september october november december jan feb mar apr jun jul aug
    sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday""".split()
)
_RELATIVE_DAYS = frozenset("yesterday today tomorrow tonight noon midday midnight".split())
_NEGATIONS = frozenset("not no never none nobody nothing nowhere neither nor without hardly scarcely barely".split())
_BEGINNINGS = frozenset(
    """the a an this that these those there it they we you i in on at of for from with by to and but or so as if when
    while where who what which how why not no yes then now here also still yet though although because since after
    before""".split()
)
ACCUSING = ("guilt", "accusation")
LONGEST_OBJECT = 4
ENDS_OBJECT = PREPOSITIONS | _BEGINNINGS - DETERMINERS | _CALENDAR | _RELATIVE_DAYS
_ALIKE_FROM = 0.7  # from so much in common on, one word is another's misspelling
_LEAST_MOVED, MOST_MOVED = 2, 20  # words in a run; runs that are looked at
_REVERSING = ("un", "in", "im", "il", "ir", "dis", "non")


class Touch(NamedTuple):
    """One place that a change touches; `before` and `after`: the words that differ, either may be empty."""

    kind: str
    part: str
    before: str
    after: str


def touched(old: dict, new: dict, terms: dict, marked: tuple[dict, dict] = ({}, {})) -> set[str]:
    """The kinds of `touches`."""
    return {touch.kind for touch in touches(old, new, terms, marked)}


def touches(old: dict, new: dict, terms: dict, marked: tuple[dict, dict] = ({}, {})) -> list[Touch]:
    """What of two Editions' contents differs that readers rely on, in the order of the parts.

    terms: a profile's; marked: the words that stand bound to claims, before and after, as {key: words}.
    """
    known = _known(old) | _known(new)
    found = []
    for part in [*HEADLINES, "standfirst", "dateline", "description", "text", "pictures", "people"]:
        before, after = _part(old, part), _part(new, part)
        if before != after:
            found += _in_part(part, before, after, known, terms)
    found += _named(old, new)
    if (old.get("proceedings") or []) != (new.get("proceedings") or []):
        found.append(Touch(STATUS, "proceedings", _cases(old), _cases(new)))
    found += _claims(*marked, old["text"], new["text"])
    return list(dict.fromkeys(found))


def is_reworded(old: str, new: str, terms: dict, most: int) -> bool:
    """Whether words say something else now: much of them differs (`most`: characters), or what readers rely on."""
    empty = dict.fromkeys((*HEADLINES, "standfirst", "dateline"), "")
    before, after = (empty | {"text": words} for words in (old, new))
    most = min(most, len(old) // A_PART)
    return before != after and bool(touches(before, after, terms) or compare_plain(old, new).characters > most)


def marked_words(html: str) -> dict[str, str]:
    """{key: words} of the claims that are marked in a working copy's text."""
    return {mark.key: mark.words for mark in claim_marks(html).marks}


# The parts of an Edition's content


def _part(content: dict, part: str) -> str:
    if part == "pictures":
        return "\n\n".join(f"{one['caption']}\n\n{one['alt']}" for one in content.get("pictures") or [])
    if part == "people":
        return "\n\n".join(one["description"] for one in _people(content))
    if part == "description":
        return own_description(content)
    return content.get(part) or ""


def own_description(content: dict) -> str:
    """Empty where the standfirst, or the beginning of the text, says it once more."""
    given = content.get("description", "")
    return "" if given in (content["standfirst"], excerpt(content["text"])) else given


def _people(content: dict) -> list[dict]:
    return [*(content.get("people") or []), *(content.get("organizations") or [])]


def _known(content: dict) -> dict:
    return {one["name"]: [one["name"]] for one in _people(content)}


def _named(old: dict, new: dict) -> Iterator[Touch]:
    before, after = ([one["name"] for one in _people(content)] for content in (old, new))
    if sorted(before) != sorted(after):
        gone, come = (sorted(set(a) - set(b)) for a, b in ((before, after), (after, before)))
        yield Touch(NAME, "people", ", ".join(gone), ", ".join(come))


def _cases(content: dict) -> str:
    return ", ".join(f"{one['name']}: {one['status_label']}" for one in content.get("proceedings") or [])


def _claims(old: dict, new: dict, old_text: str, new_text: str) -> Iterator[Touch]:
    """A mark that comes or goes while its words stay touches nothing that readers see."""
    for key in dict.fromkeys([*old, *new]):
        before, after = old.get(key, ""), new.get(key, "")
        if not before and _bare(after) in _bare(old_text):
            continue
        if not after and _bare(before) in _bare(new_text):
            continue
        if _bare(before) != _bare(after):
            yield Touch(CLAIM, "text", _short(before), _short(after))


def _bare(text: str) -> str:
    return f" {' '.join(token.word for token in _tokens(text))} "


# Two texts


def _in_part(part: str, old: str, new: str, known: dict, terms: dict) -> list[Touch]:
    """The same for (old, new) as for (new, old): the pair is always matched in one order."""
    if old > new:
        return [touch._replace(before=touch.after, after=touch.before) for touch in
                _in_part(part, new, old, known, terms)]  # fmt: skip
    before, after = _Side(old, known, terms, part), _Side(new, known, terms, part)
    proper = before.proper | after.proper
    found = []
    budget = Budget()
    runs = changed(before.words, after.words, budget)
    passed = _passed_over(runs, before, after)
    for tag, i, k, j, m in runs:
        if tag != "equal":
            kinds = before.kinds_of(i, k, proper) | after.kinds_of(j, m, proper)
            kinds |= {NEGATION} if _is_reversed(before.words[i:k], after.words[j:m]) else set()
            kinds = kinds or _weights(before.words[i:k], after.words[j:m])
            if before.is_done_to(i, k) or after.is_done_to(j, m):
                kinds |= set() if says_the_same(before.words[i:k], after.words[j:m]) else {STATUS}
            kinds |= {NAME} if before.begins_with_name(i, k) and after.begins_with_name(j, m) and not _is_alike(
                before.words[i:k], after.words[j:m]) else set()  # fmt: skip
            kinds |= {HEADLINE} if part in HEADLINES else {NAME} if part == "dateline" else set()
            kinds |= passed.get((i, k, j, m), set())
            found += [Touch(kind, part, before.said(i, k), after.said(j, m)) for kind in _ORDER if kind in kinds]
    for tag, i, k, j, m in changed(before.quoted, after.quoted, budget):
        if tag != "equal":
            found.append(Touch(QUOTATION, part, _joined(before.quoted[i:k]), _joined(after.quoted[j:m])))
    return found


_ORDER = (HEADLINE, NAME, FIGURE, DATE, NEGATION, STATUS, CLAIM)


class _Token(NamedTuple):
    word: str
    start: int
    end: int


def _tokens(text: str) -> list[_Token]:
    return [
        _Token(_THOUSANDS.sub("", match[0].translate(_ALIKE)).casefold(), match.start(), match.end())
        for match in _TOKEN.finditer(text)
    ]


class _Side:
    """One of the two texts as words, and what each word, and each gap between two, is part of."""

    def __init__(self, text: str, known: dict, terms: dict, part: str) -> None:
        self.text = text
        self.tokens = _tokens(text)
        self.words = [token.word for token in self.tokens]
        self.starts = [token.start for token in self.tokens]
        self.at, self.gaps, self.done_to = defaultdict(set), defaultdict(set), set()
        for figure in figures(text):
            self._mark(DATE if figure.kind == "date" else FIGURE, figure.start, figure.end)
        self._mark_words()
        for kind, lists in LISTS.items():
            for found in found_terms(text, {name: terms[name] for name in lists if name in terms}):
                self._mark(kind, found.start, found.end)
                if found.term.list in ACCUSING and is_verb(found):
                    self._mark_object(found.end)
        for name in names(text, known, terms.get("not_people", ())):
            self._mark(NAME, name.start, name.end)
        self.proper = set() if part in HEADLINES else self._mark_capitals()
        self.quoted = list(self._quotations())

    def _mark(self, kind: str, start: int, end: int) -> None:
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
        for place in range(first, last):
            self.at[place].add(kind)
            if place > first:
                self.gaps[place].add(kind)

    def _mark_object(self, end: int) -> None:
        """The few words after a verb that accuses: to whom, or what."""
        for place in range(bisect_left(self.starts, end), len(self.tokens))[:LONGEST_OBJECT]:
            token = self.tokens[place]
            if not self.text[end : token.start].isspace() or token.word in ENDS_OBJECT:
                break
            self.done_to.add(place)
            end = token.end

    def is_done_to(self, first: int, last: int) -> bool:
        return not self.done_to.isdisjoint(range(first, last))

    def _mark_words(self) -> None:
        for place, token in enumerate(self.tokens):
            if token.word in _RELATIVE_DAYS or (token.word in _CALENDAR and self.text[token.start].isupper()):
                self.at[place].add(DATE)
            elif DATE not in self.at[place] and _counts(token.word):
                self.at[place].add(FIGURE)
            elif token.word in ARTICLES and place and self.words[place - 1] == "a":
                self.at[place - 1].add(FIGURE)
            elif token.word in _NEGATIONS or token.word.endswith("n't"):
                self.at[place].add(NEGATION)

    def _mark_capitals(self) -> set[str]:
        """Capitalised words within a sentence are names of somebody, something or some place."""
        found = set()
        for place, (before, token) in enumerate(pairwise([_Token("", 0, 0), *self.tokens])):
            inside = place and not _ENDS_SENTENCE.search(self.text, before.end, token.start)
            if inside and token.word != "i" and self.text[token.start].isupper() and DATE not in self.at[place]:
                self.at[place].add(NAME)
                found.add(token.word)
        return found

    def _quotations(self) -> Iterator[tuple[str, ...]]:
        text = _OPENING.sub("‘", self.text).replace("'", "’")
        for quotation in all_quotations(text):
            first, last = bisect_left(self.starts, quotation.start), bisect_left(self.starts, quotation.end)
            if words := tuple(self.words[first:last]):
                yield words

    def kinds_of(self, first: int, last: int, proper: set[str]) -> set[str]:
        """What the words from one place to another are part of, or the gap where there are none."""
        if first == last:
            return set(self.gaps.get(first, ()))
        kinds = set().union(*(self.at.get(place, ()) for place in range(first, last)))
        capital = any(
            self.words[place] in proper and self.text[self.starts[place]].isupper() for place in range(first, last)
        )
        return kinds | ({NAME} if capital else set())

    def begins_with_name(self, first: int, last: int) -> bool:
        """Whether one or two words at the beginning of a sentence could be somebody's name, or a place's."""
        if not 0 < last - first <= 2 or self.words[first] in _BEGINNINGS:
            return False
        end = self.tokens[first - 1].end if first else 0
        begins = first == 0 or _ENDS_SENTENCE.search(self.text, end, self.starts[first])
        return bool(begins) and all(self.text[self.starts[place]].isupper() for place in range(first, last))

    def said(self, first: int, last: int) -> str:
        if first == last:
            return ""
        return _short(self.text[self.tokens[first].start : self.tokens[last - 1].end])


def _weights(old: list[str], new: list[str]) -> set[str]:
    """What is touched by words that carry weight by themselves; one that is only spelt otherwise now is the same."""
    if len(old) == len(new) == 1 and is_misspelling(old[0], new[0]):
        return set()
    replaced = {CLAIM} if is_another_preposition(old, new) else set()
    return replaced | ({weight_of(word) for word in [*old, *new]} - {""})


def _is_alike(old: list[str], new: list[str]) -> bool:
    return SequenceMatcher(None, " ".join(old), " ".join(new), autojunk=False).ratio() >= _ALIKE_FROM


def _passed_over(runs: list, before: "_Side", after: "_Side") -> dict[tuple, set[str]]:
    """{run: kinds} of words that were moved: what they were moved past is told in another order now."""
    gone = {tuple(before.words[i:k]): (i, k, j, m) for _tag, i, k, j, m in runs if k - i >= _LEAST_MOVED and j == m}
    found = {}
    for _tag, i, k, j, m in runs:
        words = tuple(after.words[j:m])
        if i == k and words in gone and len(found) < 2 * MOST_MOVED:
            start, end = sorted((gone[words][0], i))
            kinds = set().union(*(before.at.get(place, ()) for place in range(start, end)))
            found[gone[words]] = found[i, k, j, m] = kinds
    return found


def _counts(word: str) -> bool:
    return word in _NUMBER_WORDS or word in _SIGNS or any(char.isnumeric() for char in word)


def _is_reversed(old: list[str], new: list[str]) -> bool:
    """Whether a word became its own contrary: lawful, unlawful."""
    if len(old) + len(new) > 8:
        return False
    return any(prefix + word in b for a, b in ((set(old), set(new)), (set(new), set(old))) for word in a
               for prefix in _REVERSING if len(word) > 2)  # fmt: skip


def _joined(quoted: list[tuple[str, ...]]) -> str:
    return _short(" … ".join(" ".join(words) for words in quoted))


def _short(text: str) -> str:
    return excerpt(" ".join(text.split()), LONGEST_PLACE)
