"""Subjects: whom the words of an English sentence are about. Rather nobody than somebody else."""

import re
from itertools import pairwise

from articles.text import english
from articles.text.mentions import Mention, groups, pronouns
from articles.text.names import Name
from articles.text.sentences import Sentence
from articles.text.terms import Found


class Grammar:
    """The people of one sentence."""

    def __init__(self, text: str, sentence: Sentence, own: list[Name], earlier: list[list[Name]], others: set):
        """`earlier`: the names of the sentences before this one; `others`: the keys of officials."""
        self.text, self.sentence = text, sentence
        self.mentions = sorted(
            [*groups(text, own), *pronouns(text, sentence, own, earlier, others)], key=lambda mention: mention.start
        )

    def accused(self, hit: Found) -> tuple[Name, ...]:
        """Whom an accusation, a verdict or its end concerns: the object of an active verb, the subject of a passive."""
        if is_present(hit):
            return self._following(hit, english.OBJECT_OF_PRESENT) if self._may_be_a_verb(hit) else ()
        if hit.text.lower() == "allegedly":
            return self._following(hit, english.AGENT) if self.is_passive(hit) else self._subject(hit)
        if says_that(hit, self.text[hit.end : hit.end + 8]):
            return self._following(hit, english.OBJECT)
        if hit.text.lower().endswith(" as"):
            return self._following(hit, english.BY_A_NAME)
        if hit.text.lower().startswith(english.OF_ONESELF):
            return self._subject(hit)
        found = self._own(hit) or self._within(hit) or self._against(hit) or self._among(hit) or self._claimed(hit)
        if found or not is_verb(hit) or self._is_adjective(hit) or hit.text.lower().startswith(english.PREDICATES):
            return found or self._following(hit, english.BEFORE_A_NAME) or self._described(hit) or self._subject_of(hit)
        if self._is_active(hit) or english.IS_NAMING.search(hit.text):
            return self._object(hit) or self._following(hit, english.NAMED_AS)
        if hit.text.lower() in english.BY_ITS_SUBJECT and not self.is_passive(hit):
            return ()
        return self._subject(hit) or self._only_one_before(hit) or self._following(hit, english.LISTED_AFTER)

    def culprit(self, hit: Found) -> tuple[Name, ...] | None:
        """Who is said to have done it; None where the words are about a victim or about nobody in particular."""
        own = self._own(hit) or self._doing_of(hit) or self._of_whom(hit)
        if english.DONE_BY.search(hit.text):
            return self._following(hit, english.BY_A_NAME) or None
        if english.ASKS_FOR_A_NAME.search(hit.text):
            return self._following(hit, english.TO_A_NAME, possessive=True) or None
        if own or is_of_an_owner(hit):
            return own or None
        if hit.text.lower().startswith("guilty"):
            return self._subject(hit) or self._named_so(hit) or self._following(hit, english.VERDICT_FIRST)
        if not is_verb(hit):
            return (
                self._identified(hit)
                or self._called(hit)
                or self._labelled_or_apposed(hit)
                or self._against(hit)
                or self._named_so(hit)
            )
        if self._is_adjective(hit):
            return None
        if (self.is_passive(hit) or self._lacks_an_object(hit)) and not _is_gerund(hit):
            return self._following(hit, english.AGENT) or None
        return self._subject(hit, does_harm=True) or None

    def _doing_of(self, hit: Found) -> tuple[Name, ...]:
        """“Smith's killing of …”"""
        if not (_is_gerund(hit) and english.DONE_TO.match(self.text[hit.end : hit.end + 6])):
            return ()
        last = next(iter(self._before(hit)), None)
        owns = last and last.possessive and english.HIS_DOING.fullmatch(self.text[last.end : hit.start])
        return last.names if owns else ()

    def _of_whom(self, hit: Found) -> tuple[Name, ...]:
        """“whom Smith robbed”"""
        last = next(iter(self._before(hit)), None)
        is_next = last and is_verb(hit) and self.text[last.end : hit.start].isspace() and not last.possessive
        return last.names if is_next and english.WHOM.search(self._ahead_of(last)) else ()

    def _identified(self, hit: Found) -> tuple[Name, ...]:
        """“The murderer was John Smith.” “John Smith the murderer …”"""
        if not self._is_adjective(hit):
            return ()
        last = next(iter(self._before(hit)), None)
        is_named_so = last and not last.possessive and self.text[last.end : hit.start] == " the "
        return last.names if is_named_so else self._following(hit, english.IDENTIFIED)

    def meaning(self, hit: Found) -> tuple[Name, ...]:
        """Whose mind or conduct is judged."""
        return (
            self._own(hit) or self._against(hit) or self._subject(hit, conduct=english.CONDUCT) or self._subject_of(hit)
        )

    def labelled(self, hit: Found) -> tuple[Name, ...]:
        """“alleged killer John Smith”; “the alleged killer, John Smith, …”"""
        return self._following(hit, english.BEFORE_A_NAME) or self._between_commas(hit)

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

    def _claimed(self, hit: Found) -> tuple[Name, ...]:
        """“allegations that he stole …”"""
        is_claim = english.CLAIMED.search(hit.text) and english.SAYS_THAT.match(self.text[hit.end : hit.end + 8])
        return self._following(hit, english.OBJECT) if is_claim else ()

    def _object(self, hit: Found) -> tuple[Name, ...]:
        """“charged John Smith”; “fined the firm and its former head of sales, John Smith, £900”; “named the suspect in
        the killing of Ada Field as John Smith”."""
        if found := self._following(hit, english.OBJECT):
            return found
        for mention in self.mentions:
            between = self.text[hit.end : mention.start] if hit.end <= mention.start < hit.end + 160 else ""
            if mention.possessive or mention.is_pronoun or not between:
                continue
            if english.IS_NAMING.search(hit.text) and english.AS_A_NAME.search(between):
                return mention.names
            if english.OBJECT_IN_APPOSITION.match(between) and not english.SPEAKS.match(self.text[mention.end :][:20]):
                return mention.names
        return ()

    def _labelled_or_apposed(self, hit: Found) -> tuple[Name, ...]:
        """“rapist John Smith”; “the rapist, John Smith, …”; “her rapist, John Smith, …”."""
        before = self.text[max(self.sentence.start, hit.start - 8) : hit.start]
        owned = self._is_adjective(hit) or english.OWNED.search(before)
        return (owned and self._between_commas(hit)) or self._following(hit, english.BEFORE_A_NAME)

    def _between_commas(self, hit: Found) -> tuple[Name, ...]:
        apposed = self._following(hit, english.APPOSED)
        return apposed if apposed and self.text[apposed[-1].end : apposed[-1].end + 1] in (",", ".") else ()

    def _called(self, hit: Found) -> tuple[Name, ...]:
        """“called John Smith a thief”, “identified him as her attacker”"""
        last = next((m for m in self._before(hit) if not (m.is_pronoun and m.possessive)), None)
        is_called = last and english.CALLED.match(self.text[last.end : hit.start])
        return last.names if is_called and english.CALLING.search(self._ahead_of(last)) else ()

    def _described(self, hit: Found) -> tuple[Name, ...]:
        """“the convicted fraudster John Smith”"""
        is_adjective = hit.text.lower() in ("convicted", "suspected", "alleged")
        return self._following(hit, english.ADJECTIVE_BEFORE_A_NAME) if is_adjective else ()

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

    def _is_active(self, hit: Found) -> bool:
        """A verb with an object, which the words after it are unless they are a time or begin with a preposition."""
        after = self.text[hit.end : min(hit.end + 20, self.sentence.end)]
        if not english.WITH_OBJECT.match(after) or english.NO_OBJECT.match(after) or english.ENDS_OPEN.search(hit.text):
            return False
        before = self.text[self.sentence.start : hit.start].rstrip()
        is_participle = before.endswith(",") and not english.CLOSED.search(before)
        return _is_gerund(hit) or not (self.is_passive(hit) or is_participle)

    def _against(self, hit: Found) -> tuple[Name, ...]:
        if english.LEADS_TO_A_NAME.search(hit.text):
            return self._following(hit, english.TO_A_NAME)
        found = self._following(hit, english.ONLY_AGAINST if is_verb(hit) else english.AGAINST)
        return found or (self._following(hit, english.OF) if english.NOUN_OF.search(hit.text) else ())

    def _following(self, hit: Found, link: re.Pattern, possessive: bool = False) -> tuple[Name, ...]:
        """The first mention after the term, if nothing but the link stands between; “Smith's mother” is not Smith."""
        for mention, later in pairwise([*self.mentions, None]):
            if later and mention.possessive and english.POST.match(self.text[mention.end : later.start]):
                continue
            if mention.start >= hit.end and not (mention.possessive and mention.is_pronoun):
                matched = link.match(self.text[hit.end : mention.start]) if mention.start - hit.end < 160 else None
                return mention.names if matched and (possessive or not mention.possessive) else ()
        return ()

    def _subject_of(self, hit: Found) -> tuple[Name, ...]:
        is_predicate = is_verb(hit) or hit.text.lower().startswith(english.PREDICATES)
        return self._subject(hit) if is_predicate and not self._is_adjective(hit) else self._named_so(hit)

    def _named_so(self, hit: Found) -> tuple[Name, ...]:
        """The subject of “… is a murderer”, “… faces allegations”, “…'s conviction”; not of “…'s allegations”."""
        for mention in self._before(hit):
            between = self.text[mention.end : hit.start]
            if english.LEADS_TO.search(between):
                return self._main_subject(hit)
            if mention.possessive:
                if hit.term.list == "guilt":
                    return ()
                close = (
                    len(between.split()) <= 4
                    and not english.BREAK.search(between)
                    and not english.MADE_BY_ITS_OWNER.search(hit.text)
                )
                return mention.names if close else ()
            if hit.term.list == "guilt" and english.SAID_OF_THE_LAST.match(between):
                return mention.names
            if english.PREPOSITION.search(self._ahead_of(mention)):
                continue
            cleared = _cleared(between)
            if (english.PREDICATE.match(cleared) and between.strip()) or english.APPOSITION.match(between):
                return mention.names
            return mention.names if english.FACES.search(between) and not english.BREAK.search(cleared) else ()
        return ()

    def _only_one_before(self, hit: Found) -> tuple[Name, ...]:
        """“Smith appeared in court on Monday, charged with …”, where nobody else is named before."""
        before = [mention for mention in self._before(hit) if mention.names or mention.is_pronoun]
        if len(before) != 1 or before[0].possessive or self._is_governed(before[0]):
            return ()
        ahead = self.text[before[0].end : hit.start].rstrip()
        return before[0].names if ahead.endswith(",") and not english.QUOTED.search(ahead) else ()

    def _main_subject(self, hit: Found) -> tuple[Name, ...]:
        return next((m.names for m in self.mentions if m.end <= hit.start and not self._is_governed(m)), ())

    def _is_governed(self, mention: Mention) -> bool:
        return bool(english.PREPOSITION.search(self._ahead_of(mention)))

    def _ahead_of(self, mention: Mention) -> str:
        return self.text[max(self.sentence.start, mention.start - 80) : mention.start]

    def _before(self, hit: Found) -> list[Mention]:
        return [m for m in reversed(self.mentions) if m.end <= hit.start and hit.start - m.end < 300]

    def is_parted(self, one: Found, other: Found) -> bool:
        """Somebody else who could be the subject of the second is named between the two."""
        first, second = sorted((one, other), key=lambda hit: hit.start)
        return any(
            first.end <= m.start and m.end <= second.start and m.names and not (m.possessive or self._is_governed(m))
            for m in self.mentions
        )

    def _is_company(self, mention: Mention) -> bool:
        """The “his” of “Smith and his accomplice …”, at the beginning of a sentence."""
        first = self.mentions[0]
        is_joined = english.AND_HIS.fullmatch(self.text[first.end : mention.start]) if first != mention else None
        return mention.is_pronoun and first.start == self.sentence.start and bool(is_joined)

    def _is_apposed(self, mention: Mention, hit: Found) -> bool:
        """“Smith, the man accused of …”"""
        is_apposed = english.APPOSITION.match(self.text[mention.end : hit.start])
        return bool(is_apposed) and not self._is_governed(mention)

    def _is_within_what_was_done(self, mention: Mention, between: str) -> bool:
        """The “his” of “Smith lost his title after cheating”, which is nobody's subject."""
        ahead = self.text[self.sentence.start : mention.start]
        of_the_verb = english.NO_OWN_CLAUSE.search(ahead) and not english.REPORTS.search(ahead)
        return mention.possessive and mention.is_pronoun and bool(english.DOING.search(between) and of_the_verb)

    def _subject(self, hit: Found, *, does_harm: bool = False, conduct: re.Pattern | None = None) -> tuple[Name, ...]:
        gerund = _is_gerund(hit)
        for mention in self._before(hit):
            if gerund and self._is_within_what_was_done(mention, self.text[mention.end : hit.start]):
                continue
            if english.OF_A_RELATIVE.search(self._ahead_of(mention)):
                if "," not in self.text[mention.end : hit.start]:
                    return ()
                continue
            between = english.SCARE_QUOTES.sub(" ", _cleared(self.text[mention.end : hit.start]))
            if mention.possessive and self._is_company(mention):
                continue
            if mention.possessive:
                return mention.names if conduct and conduct.match(between) and not english.BREAK.search(between) else ()
            if does_harm and not gerund and between.strip() == ",":
                return mention.names if english.SAID_TO_BE.search(self._ahead_of(mention)) else ()
            if not does_harm and self._is_apposed(mention, hit):
                return mention.names
            if english.WHO.search(between):
                return mention.names if _is_relative(between) else ()
            if conduct and english.CONDUCT_OF.search(self._ahead_of(mention)) and not english.BREAK.search(between):
                return mention.names
            if self._is_governed(mention) and not (gerund and english.DOING.search(between)):
                continue
            return mention.names if _is_predicate_of(between, gerund) else ()
        return ()


def is_present(hit: Found) -> bool:
    """A verb of the present, which could as well be a noun."""
    return hit.text.lower() in english.PRESENT


def says_that(hit: Found, after: str) -> bool:
    """“alleged that …”"""
    return hit.text.lower() in english.SAYING and bool(english.SAYS_THAT.match(after))


def is_verb(hit: Found) -> bool:
    verb = _verb(hit)
    is_form = verb.endswith(("ed", "ly")) or verb in english.IRREGULAR or hit.text.lower().endswith(" to")
    return is_form or _is_gerund(hit)


def _verb(hit: Found) -> str:
    words = hit.text.lower().split()
    return words[1] if words[0].endswith("ly") and len(words) > 1 else words[0]


def _is_gerund(hit: Found) -> bool:
    verb = _verb(hit)
    return verb.endswith("ing") and verb != "sentencing"


def is_of_an_owner(hit: Found) -> bool:
    """“'s victims”: the term begins within the word before."""
    return hit.text.startswith("s ")


def _is_relative(between: str) -> bool:
    """“Smith, who …”: nothing stands between the name and its pronoun, and no new subject after it."""
    match = list(english.WHO.finditer(between))[-1]
    ahead, rest = between[: match.start()], between[match.end() :]
    is_near = ahead.strip() in ("", ",") or english.THE_ONE_WHO.fullmatch(ahead)
    return bool(is_near) and not english.BREAK.search(english.TAIL.sub("", rest))


def _is_predicate_of(between: str, gerund: bool) -> bool:
    tail = english.TAIL.search(between)
    rest = between[: tail.start()] if tail else between
    if not rest.strip() or english.PLACE_OF_ORIGIN.match(rest) or english.COMPANY.match(rest):
        return True
    return bool((gerund or (tail and tail["join"])) and not english.BREAK.search(rest))


def _cleared(between: str) -> str:
    """Without what stands between commas, dashes or brackets, and without the day on which it was."""
    return english.WHEN.sub("", english.PARENTHESIS.sub("", between))
