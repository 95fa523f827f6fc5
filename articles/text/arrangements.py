"""Arrangements: where a name stands beside an accusing word, when it is neither its subject nor its object."""

import re

from articles.text import english
from articles.text.names import Name
from articles.text.neighbours import Neighbours, is_gerund, is_of_an_owner, is_verb
from articles.text.runs import ROLES, TELLERS
from articles.text.terms import Found


class Arrangements(Neighbours):
    """Possessives, labels, appositions, lists."""

    def _own(self, hit: Found) -> tuple[Name, ...]:
        """“his victim”, “Smith's victim”: the word that names, or its ending, is part of the term."""
        if is_of_an_owner(hit):
            return next((m.names for m in self.mentions if m.end == hit.start - 1), ())
        return next((m.names for m in self.mentions if m.start == hit.start and m.end < hit.end), ())

    def _within(self, hit: Found) -> tuple[Name, ...]:
        """“found him guilty”"""
        return next((m.names for m in self.mentions if hit.start < m.start and m.end < hit.end), ())

    def _among(self, hit: Found) -> tuple[Name, ...]:
        """“Among those arrested were John Smith and …”"""
        ahead = self.text[max(self.sentence.start, hit.start - 30) : hit.start]
        return self._following(hit, english.LISTED) if english.AMONG.search(ahead) else ()

    def _fronted(self, hit: Found) -> tuple[Name, ...]:
        """“Charged with fraud, John Smith …”, “Having robbed the bank, John Smith …”"""
        begins = english.BEGINS.match(self.text[self.sentence.start : hit.start])
        return self._following(hit, english.FRONTED) if begins and is_verb(hit) else ()

    def _the_one_who_is(self, hit: Found) -> tuple[Name, ...]:
        """“The man accused of killing Ada Field is John Smith.” “The woman arrested has been named as …”"""
        if not english.ONE_OF_THOSE.search(self._ahead_of(hit)):
            return ()
        for mention in self._after(hit):
            between = self.text[hit.end : mention.start]
            if english.IS_A_NAME.match(between) or (
                english.NAMED_AS.match(between) and not english.OF_A_VICTIM.search(between)
            ):
                return mention.names
        return ()

    def _included(self, hit: Found) -> tuple[Name, ...]:
        """“Those arrested include John Smith.”"""
        return self._following(hit, english.INCLUDE) if english.THOSE.search(self._ahead_of(hit)) else ()

    def _named_later(self, hit: Found) -> tuple[Name, ...]:
        """“The arrested woman was identified as …”, “The main suspect is …”, “The accused, named as …”"""
        between = english.NAMED_AS if is_verb(hit) else english.IDENTIFIED
        found = self._following(hit, english.IDENTIFIED) or self._following(hit, between)
        is_of_another = found and english.OF_A_VICTIM.search(self.text[hit.end : found[0].start])
        return () if is_of_another else found

    def _gapped(self, hit: Found) -> tuple[Name, ...]:
        """The Moss of “Smith was jailed for six years and Moss for four”."""
        for mention in self._after(hit) if english.GAPPING.search(hit.text) else ():
            if english.GAP_BEFORE.match(self.text[hit.end : mention.start]):
                return mention.names if english.GAP_AFTER.match(self.text[mention.end : mention.end + 30]) else ()
        return ()

    def _claimed(self, hit: Found) -> tuple[Name, ...]:
        """“allegations that he stole …”"""
        is_claim = english.CLAIMED.search(hit.text) and english.SAYS_THAT.match(self.text[hit.end : hit.end + 8])
        return self._following(hit, english.OBJECT) if is_claim else ()

    def _called(self, hit: Found) -> tuple[Name, ...]:
        """“called John Smith a thief”, “identified him as her attacker”"""
        last = next((m for m in self._before(hit) if not (m.is_pronoun and m.possessive)), None)
        is_called = last and english.CALLED.match(self.text[last.end : hit.start])
        return last.names if is_called and english.CALLING.search(self._ahead_of(last)) else ()

    def _whom_somebody(self, hit: Found) -> tuple[Name, ...]:
        """“Smith, whom Moss accused of …”"""
        before = self._before(hit)
        is_relative = len(before) > 1 and english.WHOM.search(self._ahead_of(before[0]))
        is_next = is_relative and self.text[before[0].end : hit.start].isspace()
        stands_before = is_next and self.text[before[1].end : before[0].start].strip() in (", whom", "whom")
        return before[1].names if stands_before else ()

    def _identified(self, hit: Found) -> tuple[Name, ...]:
        """“The murderer was John Smith.” “John Smith the murderer …”"""
        if not self._is_adjective(hit):
            return ()
        last = next(iter(self._before(hit)), None)
        is_named_so = last and not last.possessive and self.text[last.end : hit.start] == " the "
        return last.names if is_named_so else self._named_later(hit)

    def _labelled_or_apposed(self, hit: Found) -> tuple[Name, ...]:
        """“rapist John Smith”; “the rapist, John Smith, …”; “her rapist, John Smith, …”."""
        before = self.text[max(self.sentence.start, hit.start - 8) : hit.start]
        owned = self._is_adjective(hit) or english.OWNED.search(before)
        return (owned and self._between_commas(hit)) or self._before_a_name(hit)

    def _before_a_name(self, hit: Found) -> tuple[Name, ...]:
        """“rapist John Smith”, “Killer nurse John Smith”"""
        if found := self._following(hit, english.BEFORE_A_NAME):
            return found
        found = self._following(hit, english.ROLE_BEFORE_A_NAME)
        last = self.text[hit.end : found[0].start].split()[-1:] if found else []
        return found if last and last[0] in ROLES - TELLERS and not self._is_adjective(hit) else ()

    def _between_commas(self, hit: Found, link: re.Pattern = english.APPOSED) -> tuple[Name, ...]:
        apposed = self._following(hit, link)
        return apposed if apposed and self.text[apposed[-1].end : apposed[-1].end + 1] in (",", ".") else ()

    def _described(self, hit: Found) -> tuple[Name, ...]:
        """“the convicted fraudster John Smith”"""
        is_adjective = hit.text.lower() in english.ADJECTIVES
        apposed = is_adjective and self._is_adjective(hit) and self._between_commas(hit, english.APPOSED_TO_A_NOUN)
        return apposed or (self._following(hit, english.ADJECTIVE_BEFORE_A_NAME) if is_adjective else ())

    def _doing_of(self, hit: Found) -> tuple[Name, ...]:
        """“Smith's killing of …”"""
        if not (is_gerund(hit) and english.DONE_TO.match(self.text[hit.end : hit.end + 6])):
            return ()
        last = next(iter(self._before(hit)), None)
        owns = last and last.possessive and english.HIS_DOING.fullmatch(self.text[last.end : hit.start])
        return last.names if owns else ()

    def _of_whom(self, hit: Found) -> tuple[Name, ...]:
        """“whom Smith robbed”"""
        last = next(iter(self._before(hit)), None)
        is_next = last and is_verb(hit) and self.text[last.end : hit.start].isspace() and not last.possessive
        return last.names if is_next and english.WHOM.search(self._ahead_of(last)) else ()

    def labelled(self, hit: Found) -> tuple[Name, ...]:
        """“alleged killer John Smith”; “the alleged killer, John Smith, …”"""
        return self._following(hit, english.BEFORE_A_NAME) or self._between_commas(hit)
