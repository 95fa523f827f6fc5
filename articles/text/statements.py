"""Statements: what the sentences of a text assert, about whom, and on whose word."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from itertools import islice
from typing import NamedTuple

from articles.text import english
from articles.text.interviews import spoken
from articles.text.introduced import did_it, introduced
from articles.text.mentions import others
from articles.text.names import Name
from articles.text.neighbours import is_of_an_owner, is_present, is_verb, says_that
from articles.text.prose import words_in
from articles.text.quotations import FEWEST_WORDS, all_quotations
from articles.text.sentences import Sentence, sentences
from articles.text.subjects import Grammar
from articles.text.terms import Found, Term, found_terms

KINDS = ("guilt", "conviction", "accusation", "offence", "motive", "commentary", "label", "discouraged", "status")
SIGNS = ("attribution", "negation", "denial", "condition", "label_before", "idiom")
INTRODUCING = ("accusation", "conviction")
JUDGING = ("commentary", "motive")
REACH = 80
MOST_IN_A_SENTENCE = 80
LABEL_REACH = 25

_PART = re.compile(r"[;]|,\s+(?:but|while|whereas|although|though|yet)\b")
_RELATIVE = re.compile(r",\s+(?:who|whom|whose|which)\b[^,;]{0,160},")
_TRAILING = re.compile(r",[”\"’]?\s[^,]{0,80}\Z")
_ACCORDING = re.compile(r"according to|as reported by|in the words of", re.IGNORECASE)
_ANEW = re.compile(r"[,.]\s+(?:and\s+)?(?:who|he|she)\b")
_PARTICIPLE = re.compile(
    r"\b(?:an?|the|of|among|amongst|any|all|some|these|those|many|more|no|other)\s+\Z", re.IGNORECASE
)
_THAT = re.compile(r"\bthat\b")
_ONLY = re.compile(r"\s+(?:only|just|merely|least|long)\b", re.IGNORECASE)
_REOPENS = re.compile(
    r",\s+(?:was|were|is|are|has|have|had|faces?|faced|pleads?|pleaded|admits?|admitted|appeared|will|told|said)\b"
)
_ACCUSING = frozenset(("accused", "accuse", "accuses", "accusing"))
_OF = re.compile(r"\bof\b")
_STRONGER = {
    "guilt": ("conviction", "status", "accusation"),
    "accusation": ("status",),
    "conviction": ("status",),
}


class Statement(NamedTuple):
    """A term in a sentence: `text == whole[start:end]`.

    `about` is None where nobody is named, or nobody can say who is meant. `attributed`: the sentence says who says so,
    or the term stands in a quotation; whether what is said is right is another question. One term about two people
    makes two statements.
    """

    kind: str
    about: Name | None
    term: Term
    text: str
    start: int
    end: int
    sentence: Sentence
    attributed: bool
    negated: bool
    conditional: bool


def statements(text: str, names: Iterable[Name], terms: dict) -> list[Statement]:
    """What is asserted in a text, in order, by the terms of a profile: {list: [{"words", "reason", "cites"}]}.

    Lists that are kinds are looked for; `attribution`, `negation`, `denial` and `condition` say how it is asserted;
    `label_before` and `label` together, before a name, make a label; within an `idiom` nothing counts. A verb in the
    passive says something about its subject if it accuses, about nobody if it does harm ("was murdered"); what somebody
    is accused or convicted of doing is no second assertion that they did it. English grammar, by rules: rather nobody
    than somebody else.
    """
    lists = {name: terms[name] for name in (*KINDS, *SIGNS) if name in terms}
    whole = sentences(text)
    hits = _by_sentence(found_terms(text, lists), whole)
    named = _by_sentence(sorted(names, key=lambda name: name.start), whole)
    marked = all_quotations(text)
    long = [quotation for quotation in marked if words_in(quotation.text) >= FEWEST_WORDS]
    quotes = _spans(long), _Spans(spoken(text))
    marks = _spans(marked)
    not_meant = others(text, [name for names in named for name in names])
    found: list[Statement] = []
    for number, sentence in enumerate(whole):
        if hits[number]:
            first = _first_of_paragraph(whole, number)
            earlier = named[first:number] or named[max(0, number - 1) : number]
            grammar = Grammar(text, sentence, named[number][:MOST_IN_A_SENTENCE], earlier, not_meant)
            quoted = [span for spans in quotes for span in spans.within(sentence.start, sentence.end)]
            between_marks = marks.within(sentence.start, sentence.end)
            reading = _Reading(sentence, hits[number][:MOST_IN_A_SENTENCE], grammar, quoted, between_marks)
            said = reading.statements()
            if not named[number] and number + 1 < len(whole):
                following = whole[number + 1], named[number + 1]
                said = [_of_whom(one, text, *following) for one in said]
                said += reading.done_by(lambda hit, s=sentence, after=following: did_it(text, s, hit, *after))
            found += said
    return found


def _of_whom(statement: Statement, text: str, following: Sentence, names: list[Name]) -> Statement:
    if statement.about or statement.kind not in INTRODUCING:
        return statement
    return statement._replace(about=introduced(text, statement.sentence, statement.start, following, names))


def _by_sentence(items: list, whole: list[Sentence]) -> list[list]:
    starts = [sentence.start for sentence in whole]
    shelves: list[list] = [[] for _ in whole]
    for item in items:
        place = bisect_right(starts, item.start) - 1
        if place >= 0 and item.end <= whole[place].end:
            shelves[place].append(item)
    return shelves


class _Spans:
    """Places in a text that do not overlap, in order."""

    def __init__(self, spans: list[tuple[int, int]]):
        self.spans, self.ends = spans, [end for _, end in spans]

    def within(self, start: int, end: int) -> list[tuple[int, int]]:
        """Those of which some part lies there."""
        found = []
        for span in islice(self.spans, bisect_right(self.ends, start), None):
            if span[0] >= end:
                break
            found.append(span)
        return found


def _spans(found: list) -> _Spans:
    return _Spans([(one.start, one.end) for one in found])


def _first_of_paragraph(whole: list[Sentence], number: int, reach: int = 5) -> int:
    first = number
    while first and number - first < reach and whole[first - 1].paragraph == whole[number].paragraph:
        first -= 1
    return first


class _Reading:
    """One sentence with its terms."""

    def __init__(self, sentence: Sentence, hits: list[Found], grammar: Grammar, quoted: list, marked: list):
        """Spans: `quoted` of what is said, `marked` of all that stands between marks, a single word too."""
        self.sentence, self.grammar, self.quoted, self.marked = sentence, grammar, quoted, marked
        self.signs = {sign: [hit for hit in hits if hit.term.list == sign] for sign in SIGNS}
        meant = [hit for hit in hits if hit.term.list in KINDS and not self._means_otherwise(hit)]
        self.hits = _without_covered([self._answered(hit) for hit in meant])
        self.about: dict[Found, tuple[Name, ...]] = {}

    def statements(self) -> list[Statement]:
        found = []
        for hit in self._ordered():
            whom = self._whom(hit)
            if whom is not None:
                self.about[hit] = whom
                found += [self._statement(hit, name) for name in whom or (None,)]
        return sorted(found, key=lambda statement: statement.start)

    def done_by(self, whom) -> list[Statement]:
        """Of the words of guilt that stand by themselves; whom: a hit to a Name or None."""
        alone = [(hit, whom(hit)) for hit in self.hits if hit.term.list == "guilt" and not self._is_governed(hit)]
        return [self._statement(hit, name) for hit, name in alone if name]

    def _means_otherwise(self, hit: Found) -> bool:
        """Within an idiom, or a noun that could have been a verb."""
        by_another = is_present(hit) or hit.text.lower() in english.BY_ITS_SUBJECT
        if by_another and not self.grammar.accused(hit):
            return True
        return any(idiom.start <= hit.start and hit.end <= idiom.end for idiom in self.signs["idiom"])

    def _answered(self, hit: Found) -> Found:
        """“admitted three counts of fraud”, “a case of fraud against …”: an accusation, in whatever words."""
        if hit.term.list not in ("offence", "guilt"):
            return hit
        begins = self.sentence.start
        answer = english.ANSWERED.search(self.sentence.text, max(0, hit.start - begins - 60), hit.start - begins)
        if not answer:
            ahead, after = self.sentence.text[: hit.start - begins], self.sentence.text[hit.end - begins :]
            is_brought = english.COUNT_OF.search(ahead) and english.NAMES_WHOM.match(after)
            return hit._replace(term=hit.term._replace(list="accusation")) if is_brought else hit
        text = self.sentence.text[answer.start() : hit.end - begins]
        return Found(text, begins + answer.start(), hit.end, hit.term._replace(list="accusation"))

    def _ordered(self) -> list[Found]:
        """Offences last: they concern whom the rest of the sentence does."""
        return sorted(self.hits, key=lambda hit: (hit.term.list == "offence", hit.start))

    def _whom(self, hit: Found) -> tuple[Name, ...] | None:
        """None: no statement."""
        match hit.term.list:
            case "guilt":
                return None if self._is_governed(hit) else self.grammar.culprit(hit)
            case "conviction" | "status":
                return self.grammar.accused(hit) or self._of_the_same(hit, ("conviction", "status"))
            case "accusation":
                return self.grammar.accused(hit)
            case "motive":
                return self._accused_of(hit) or self.grammar.meaning(hit)
            case "label":
                return (self._is_labelled(hit) and self.grammar.labelled(hit)) or None
            case "offence":
                return self._of_the_same(hit)
        return ()

    def _is_governed(self, hit: Found) -> bool:
        """“accused of raping …”, “convicted of having stolen …”: not said once more. “Convicted rapist” says both."""
        governed = False
        for other in self.hits:
            if other.term.list in _STRONGER["guilt"] and other.end <= hit.start:
                between = self.sentence.text[other.end - self.sentence.start : hit.start - self.sentence.start]
                if other.term.list == "conviction" and between.strip() in ("", "and"):
                    return False
                is_far = len(between) >= REACH or _PART.search(between) or _ANEW.search(between)
                governed |= not (is_far or _THAT.search(between))
        return governed

    def _is_labelled(self, hit: Found) -> bool:
        return any(
            sign.end <= hit.start < sign.end + LABEL_REACH
            and not re.search(
                r"[,.;:]", self.sentence.text[sign.end - self.sentence.start : hit.start - self.sentence.start]
            )
            for sign in self.signs["label_before"]
        )

    def _accused_of(self, hit: Found) -> tuple[Name, ...]:
        """“accusations of hypocrisy”"""
        for other, whom in self.about.items():
            between = self.sentence.text[other.end - self.sentence.start : hit.start - self.sentence.start]
            if other.term.list == "accusation" and other.end <= hit.start and between.strip() == "of":
                return whom
        return ()

    def _of_the_same(
        self, hit: Found, kinds=("accusation", "conviction", "guilt", "status", "label")
    ) -> tuple[Name, ...]:
        """Whom the nearest term of these kinds in the same part of the sentence concerns."""
        near = [
            (abs(other.start - hit.start), self.about[other])
            for other in self.about
            if other.term.list in kinds and self._same_part(other, hit) and not self._is_anothers(hit, other)
        ]
        return min(near, key=lambda pair: pair[0])[1] if near else ()

    def _is_anothers(self, hit: Found, other: Found) -> bool:
        """“While Smith was convicted, Jones, of whom …, was jailed”"""
        return hit.term.list == "conviction" and is_verb(hit) and self.grammar.is_parted(other, hit)

    def _same_part(self, one: Found, other: Found) -> bool:
        first, second = sorted((one, other), key=lambda hit: hit.start)
        between = self.sentence.text[first.end - self.sentence.start : second.start - self.sentence.start]
        return len(between) < 2 * REACH and not _PART.search(between)

    def _statement(self, hit: Found, about: Name | None) -> Statement:
        start = hit.start - is_of_an_owner(hit)
        return Statement(
            hit.term.list,
            about,
            hit.term,
            self.sentence.text[start - self.sentence.start : hit.end - self.sentence.start],
            start,
            hit.end,
            self.sentence,
            self._is_attributed(hit),
            self._is_negated(hit),
            self._precedes("condition", hit),
        )

    def _is_attributed(self, hit: Found) -> bool:
        marked = [*self.quoted, *self.marked] if hit.term.list in JUDGING else self.quoted
        if any(start <= hit.start and hit.end <= end for start, end in marked) or self._has_a_subject_that_says_so(hit):
            return True
        return any(self._governs(sign, hit) for sign in self.signs["attribution"]) or self._is_somebodys_charge(hit)

    def _has_a_subject_that_says_so(self, hit: Found) -> bool:
        """“Jones alleged that …”, not “it was alleged that …”"""
        place, text = hit.start - self.sentence.start, self.sentence.text
        return says_that(hit, text[place + len(hit.text) :]) and not english.IT_IS.search(text[:place])

    def _is_somebodys_charge(self, hit: Found) -> bool:
        """“Traders accused the mayor of hypocrisy”: they say so; not “The mayor was accused of hypocrisy”."""
        for other in self.hits:
            if other.text.lower() in _ACCUSING and other.end <= hit.start:
                between = self._between(other, hit)
                named = not self.grammar.is_passive(other) or " by " in between
                if named and len(between) < REACH and _OF.search(between) and not _PART.search(between):
                    return True
        return False

    def _between(self, one: Found, other: Found) -> str:
        return self.sentence.text[one.end - self.sentence.start : other.start - self.sentence.start]

    def _governs(self, sign: Found, hit: Found) -> bool:
        if sign.start < hit.end and hit.start < sign.end:
            return False
        if any(start <= sign.start < end for start, end in self.quoted):
            return False
        text, offset = self.sentence.text, self.sentence.start
        if sign.text.lower().endswith("ed") and _PARTICIPLE.search(text[: sign.start - offset]):
            return False
        if _ACCORDING.match(sign.text) or self._is_last(sign):
            return True
        if any(
            relative.start() <= sign.start - offset < relative.end()
            and not relative.start() <= hit.start - offset < relative.end()
            for relative in _RELATIVE.finditer(text)
        ):
            return False
        first, second = sorted((sign, hit), key=lambda found: found.start)
        return not _PART.search(text[first.end - offset : second.start - offset])

    def _is_last(self, sign: Found) -> bool:
        """“…, police said.”"""
        place = sign.end - self.sentence.start
        after = self.sentence.text[place : place + 60]
        return len(after.split()) <= 4 and "," not in after and bool(_TRAILING.search(self.sentence.text, 0, place))

    def _is_negated(self, hit: Found) -> bool:
        denied = hit.term.list != "accusation" and any(self._denies(sign, hit) for sign in self.signs["denial"])
        return denied or self._precedes("negation", hit) or self._is_undone(hit) or self._is_dropped(hit)

    def _is_dropped(self, hit: Found) -> bool:
        """“Charges against Smith were dropped.”"""
        is_case = hit.term.list == "accusation" and english.ONLY_A_CASE.search(hit.text)
        return bool(is_case) and bool(english.DROPPED.match(self.sentence.text[hit.end - self.sentence.start :]))

    def _denies(self, sign: Found, hit: Found) -> bool:
        """Not “accused of misleading them by denying …”, nor “stole it but denied it”."""
        if 0 <= hit.start - sign.end < REACH:
            return True
        ahead = self.sentence.text[: sign.start - self.sentence.start]
        is_apart = english.CHARGED_WITH.search(ahead) or english.BUT.search(self._between(hit, sign))
        return 0 <= sign.start - hit.end < REACH and not is_apart

    def _is_undone(self, hit: Found) -> bool:
        """“had his conviction quashed”"""
        return hit.term.list == "conviction" and any(
            other.term.list == "status"
            and english.UNDOES.search(other.text)
            and self._same_part(other, hit)
            and not self.grammar.is_parted(other, hit)
            for other in self.hits
        )

    def _precedes(self, sign: str, hit: Found) -> bool:
        text, offset = self.sentence.text, self.sentence.start
        return any(
            0 <= hit.start - one.end < REACH
            and not _PART.search(text[one.end - offset : hit.start - offset])
            and not _REOPENS.search(text[one.end - offset : hit.start - offset])
            and ":" not in text[one.end - offset : hit.start - offset]
            and not (sign == "negation" and _ONLY.match(text[one.end - offset :]))
            for one in self.signs[sign]
        )


def _without_covered(hits: list[Found]) -> list[Found]:
    """The words of a verdict say no more than the verdict: “found guilty of”, “not guilty”, “wrongful conviction”."""
    kept = []
    for hit in hits:
        stronger = _STRONGER.get(hit.term.list, ())
        if not any(other.term.list in stronger and other.start < hit.end and hit.start < other.end for other in hits):
            kept.append(hit)
    return kept
