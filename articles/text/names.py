"""Names: the people, and the linked organizations, that a text names."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from articles.text.prose import paragraph_spans
from articles.text.runs import FIRMS, WORD, Reader, Run
from articles.text.sentences import sentences
from articles.text.terms import Found, found_terms

_SUFFIXES = frozenset("jr sr ii iii iv junior senior esq kc qc mp phd".split())


class Name(NamedTuple):
    """`text == whole[start:end]`. The key is the caller's where `known`, else the full name as the text has it."""

    text: str
    start: int
    end: int
    key: object
    known: bool = False
    is_body: bool = False  # a firm or the like that is not linked


def names(text: str, known: dict, not_people: Iterable = ()) -> list[Name]:
    """Who is named in a text, in order, each mention.

    `known` gives those linked to the story: {key: [name, also known as, ...]}. They are found by the full name in any
    case, and by a capitalised last word alone. Besides, runs of two to four capitalised words count, or one after a
    form of address, that hold no word of `not_people` (rows with "words", as in a profile) and do not look like a
    place or a body by what stands around them; then their last word alone counts too. In a line where nearly every
    word has a capital, only names are found that are known or stand elsewhere in the text. A run that ends like the
    name of a firm, a club or a school is a body; what stands before that ending is its name too, if used alone.

    It misses people who are not linked and have a single name, a name in lower case or in a script without
    capitals, of more than four words, or with a word of `not_people`; a family name that stands first is not known
    alone, unless it is among the names given. A name that two people share is,
    alone, the one last named in full in the paragraph, else the one most often so named, else nobody's.
    """
    whole = sentences(text)
    reader = Reader(text, whole, _phrase_set(not_people))
    catalogue = _Catalogue(known, reader)
    for run in sorted(reader.people(), key=lambda run: (run.is_described, len(run.words))):
        catalogue.add(run)
    for run in reader.bodies:
        catalogue.add_body(run)
    return catalogue.mentions()


class _Catalogue:
    """The names to look for, and whose they are."""

    def __init__(self, known: dict, reader: Reader):
        self.reader = reader
        self.keys: dict[str, list] = {}
        self.known = {}
        self.bodies: set[str] = set()
        for key, given in known.items():
            for name in given:
                self._list(name, key, known=True)

    def add(self, run: Run) -> None:
        """“Fisherman Odo Lamb left.”: the first word is part of a name only if it is elsewhere too. The short first."""
        named = " ".join(word.text for word in run.words[1:])
        is_described = run.begins_sentence and (len(run.words) > 2 or run.is_described) and _plain(named) in self.keys
        if _plain(run.name) not in self.keys and not is_described:
            self._list(run.name, run.name, known=False)

    def add_body(self, run: Run) -> None:
        full, short = run.name, " ".join(word.text for word in run.words if word.lower not in FIRMS)
        if _plain(full) in self.keys:
            return
        self.known[full] = False
        self.bodies.add(full)
        first = run.words[0]
        alone = {short} if first.lower in self.reader.not_people else {short, first.text}
        for form in {full, *(alone & self.reader.all_runs)}:
            self.keys.setdefault(_plain(form), []).append(full)

    def _list(self, name: str, key, known: bool) -> None:
        self.known[key] = known
        words = _plain(name).split()
        while len(words) > 1 and words[-1] in _SUFFIXES:
            words.pop()
        for form in {_plain(name), " ".join(words), *words[-1:]}:
            if form and key not in self.keys.setdefault(form, []):
                self.keys[form].append(key)

    def mentions(self) -> list[Name]:
        rows = [{"words": form} for form in self.keys]
        doubtful = self._doubtful_places()
        rejected = {word.start for run in self.reader.rejected for word in run.words}
        hits = [
            hit
            for hit in found_terms(self.reader.text, {"names": rows})
            if " " in hit.term.phrase or (self._is_name(hit, hit.start in doubtful) and hit.start not in rejected)
        ]
        bearers = _Bearers(self, hits)
        named = [(hit, bearers.whose(hit)) for hit in hits]
        return [
            Name(hit.text, hit.start, hit.end, key, self.known[key], key in self.bodies)
            for hit, key in named
            if key is not _Bearers.NOBODY
        ]

    def _doubtful_places(self) -> set[int]:
        """Where a capital says nothing: at the beginning of a sentence, and in a line of capitals throughout."""
        places = {sentence.start for sentence in self.reader.sentences}
        for line in self.reader.title_case:
            places.update(line.start + word.start() for word in WORD.finditer(line.text))
        return places

    def _is_name(self, hit: Found, is_doubtful: bool) -> bool:
        """One word alone: with a capital, and where that says nothing, no word that the text has in lower case."""
        if not hit.text[0].isupper():
            return False
        return not (is_doubtful and self._is_word(hit.text.lower()))

    def _is_word(self, word: str) -> bool:
        return word in self.reader.lower or word in self.reader.not_people


class _Bearers:
    """Whose a name is that several share: the one last named in full in the paragraph, else the one most often so named
    in the text, else nobody's."""

    NOBODY = object()

    def __init__(self, catalogue: _Catalogue, hits: list[Found]):
        self.keys = catalogue.keys
        self.paragraphs = [start for start, _ in paragraph_spans(catalogue.reader.text)]
        self.named = Counter(self.keys[hit.term.phrase][0] for hit in hits if self._is_full(hit))
        self.latest: dict = {}

    def _is_full(self, hit: Found) -> bool:
        return " " in hit.term.phrase and len(self.keys[hit.term.phrase]) == 1

    def whose(self, hit: Found):
        """Asked in the order of the text."""
        keys = self.keys[hit.term.phrase]
        if len(keys) == 1:
            if self._is_full(hit):
                self.latest[keys[0]] = hit.start
            return keys[0]
        begins = self.paragraphs[bisect_right(self.paragraphs, hit.start) - 1]
        here = [key for key in keys if self.latest.get(key, -1) >= begins]
        if here:
            return max(here, key=lambda key: self.latest[key])
        (most, times), (_, others) = Counter({key: self.named[key] for key in keys}).most_common(2)
        return most if times > others else self.NOBODY


def _plain(name: str) -> str:
    return " ".join(re.sub(r"[,.]", " ", name.casefold().replace("’", "'")).split())


def _phrase_set(rows: Iterable) -> set[str]:
    return {phrase.strip().lower() for row in rows for phrase in row["words"].split(",") if phrase.strip()}
