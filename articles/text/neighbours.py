"""Neighbours: who is named before and after the words of one sentence, and what those words are."""

import re
from itertools import pairwise

from articles.text import english
from articles.text.mentions import Mention, Others, groups, pronouns
from articles.text.names import Name
from articles.text.sentences import Sentence
from articles.text.terms import Found


class Neighbours:
    """The people of one sentence, around its terms."""

    def __init__(self, text: str, sentence: Sentence, own: list[Name], earlier: list[list[Name]], not_meant: Others):
        """`earlier`: the names of the sentences before this one; `not_meant`: by “he” and “she”."""
        self.text, self.sentence, self.officials = text, sentence, not_meant.he & not_meant.she
        named = groups(text, own)
        words = [
            word
            for word in pronouns(text, sentence, own, earlier, not_meant)
            if not any(group.start < word.start and word.end < group.end for group in named)
        ]
        self.mentions = sorted([*named, *words], key=lambda mention: mention.start)

    def _following(self, hit: Found, link: re.Pattern, possessive: bool = False) -> tuple[Name, ...]:
        """The first mention after the term, if nothing but the link stands between; “Smith's mother” is not Smith."""
        for mention, later in pairwise([*self.mentions, None]):
            if later and mention.possessive and english.POST.match(self.text[mention.end : later.start]):
                continue
            if mention.start >= hit.end and not (mention.possessive and mention.is_pronoun):
                between = self.text[hit.end : mention.start]
                matched = link.match(between) if len(between) < 160 else None
                if (
                    "," in between
                    and link is not english.FRONTED
                    and english.SPEAKS.match(self.text[mention.end : mention.end + 20])
                ):
                    return ()
                return mention.names if matched and (possessive or not mention.possessive) else ()
        return ()

    def _before(self, hit: Found) -> list[Mention]:
        return [m for m in reversed(self.mentions) if m.end <= hit.start and hit.start - m.end < 300]

    def _after(self, hit: Found) -> list[Mention]:
        return [m for m in self.mentions if m.start >= hit.end and not m.possessive and not m.is_pronoun]

    def _ahead_of(self, mention: Mention | Found) -> str:
        return self.text[max(self.sentence.start, mention.start - 80) : mention.start]

    def _is_governed(self, mention: Mention) -> bool:
        return bool(english.PREPOSITION.search(self._ahead_of(mention)))

    def _is_adjective(self, hit: Found) -> bool:
        """“the accused”, “an alleged plot”, “the killing”."""
        return bool(english.DETERMINER.search(self.text[max(self.sentence.start, hit.start - 8) : hit.start]))

    def _may_be_a_verb(self, hit: Found) -> bool:
        """“Police arrest …”, not “the arrest …”."""
        return not english.NO_VERB_AFTER.search(self.text[max(self.sentence.start, hit.start - 30) : hit.start])

    def _lacks_an_object(self, hit: Found) -> bool:
        if " " in hit.text or hit.text.lower() in english.INTRANSITIVE:
            return False
        return bool(english.NO_OBJECT.match(self.text[hit.end : hit.end + 20]))

    def is_passive(self, hit: Found) -> bool:
        return bool(english.PASSIVE.search(self.text[max(self.sentence.start, hit.start - 60) : hit.start]))


def is_present(hit: Found) -> bool:
    """A verb of the present, which could as well be a noun."""
    return hit.text.lower() in english.PRESENT


def says_that(hit: Found, after: str) -> bool:
    """“alleged that …”"""
    return hit.text.lower() in english.SAYING and bool(english.SAYS_THAT.match(after))


def is_verb(hit: Found) -> bool:
    if english.NOUN_PHRASE.search(hit.text):
        return False
    verb = _verb(hit)
    is_form = verb.endswith("ed") or verb in english.IRREGULAR or hit.text.lower().endswith(" to")
    return is_form or is_gerund(hit)


def _verb(hit: Found) -> str:
    words = hit.text.lower().split()
    return words[1] if words[0].endswith("ly") and len(words) > 1 else words[0]


def is_gerund(hit: Found) -> bool:
    verb = _verb(hit)
    return verb.endswith("ing") and verb not in ("sentencing", "being")


def is_of_an_owner(hit: Found) -> bool:
    """“'s victims”: the term begins within the word before."""
    return hit.text.startswith("s ")
