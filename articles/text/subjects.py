"""Subjects: whom the words of an English sentence are about. Rather nobody than somebody else."""

import re

from articles.text import english
from articles.text.arrangements import Arrangements
from articles.text.mentions import Mention
from articles.text.names import Name
from articles.text.neighbours import is_gerund, is_of_an_owner, is_present, is_verb, says_that
from articles.text.terms import Found


class Grammar(Arrangements):
    """Subjects and objects."""

    def accused(self, hit: Found) -> tuple[Name, ...]:
        """Whom an accusation, a verdict or its end concerns: the object of an active verb, the subject of a passive."""
        text = hit.text.lower()
        if is_present(hit):
            return (
                self._following(hit, english.OBJECT_OF_PRESENT) if self._may_be_a_verb(hit) else self._own_arrest(hit)
            )
        if text == "allegedly":
            return self._following(hit, english.AGENT) if self.is_passive(hit) else self._subject(hit)
        if says_that(hit, self.text[hit.end : hit.end + 8]):
            return self._said_to_have(hit)
        if text.endswith(" as"):
            return self._following(hit, english.BY_A_NAME)
        if english.INTO.search(hit.text):
            return self._looked_into(hit)
        if english.LEADS_TO_A_NAME.search(hit.text):
            return self._against(hit)
        if text.startswith((*english.OF_ONESELF, *english.WITH_AN_AUXILIARY)):
            return self._not_for_another(self._subject(hit), text)
        if " * " in hit.term.phrase and text.split()[0] in english.WITH_A_GAP and not self.is_passive(hit):
            return self._within(hit)
        found = self._own(hit) or self._within(hit) or self._against(hit) or self._listed(hit) or self._claimed(hit)
        if found or not is_verb(hit) or self._is_adjective(hit) or text.startswith(english.PREDICATES):
            found = found or self._beside(hit) or self._fronted(hit) or self._subject_of(hit)
            return found or (self._one_of_them(hit) if is_verb(hit) else ())
        if self._is_active(hit) or english.IS_NAMING.search(hit.text):
            return self._object(hit) or self._following(hit, english.NAMED_AS)
        if whom := self._whom_somebody(hit):
            return whom
        if text in english.BY_ITS_SUBJECT and not self.is_passive(hit):
            return ()
        return self._of_a_passive(hit)

    def _said_to_have(self, hit: Found) -> tuple[Name, ...]:
        """“alleged that Smith stole …”, not “alleged that she was attacked”."""
        first = next(iter(self._after(hit)), None)
        suffers = first and english.SUFFERS.match(self.text[first.end :][:60])
        found = () if suffers else self._following(hit, english.OBJECT)
        return found if first and found == first.names else ()

    def _listed(self, hit: Found) -> tuple[Name, ...]:
        return self._among(hit) or self._included(hit) or self._the_one_who_is(hit)

    def _beside(self, hit: Found) -> tuple[Name, ...]:
        """“suspect John Smith”, “the accused, John Smith, …”, “the main suspect is John Smith”"""
        if hit.text.lower().startswith("accuser"):
            return ()
        apposed = self._is_adjective(hit) or hit.text.lower().startswith("the ")
        return (
            self._following(hit, english.BEFORE_A_NAME)
            or self._described(hit)
            or (apposed and self._between_commas(hit))
            or self._named_later(hit)
        )

    def _of_a_passive(self, hit: Found) -> tuple[Name, ...]:
        found = self._subject(hit) or self._fronted(hit) or self._one_of_them(hit)
        found = found or self._brought_to_court(hit) or self._only_one_before(hit)
        if found:
            return (*found, *self._gapped(hit))
        listed = self._following(hit, english.LISTED_AFTER) or self._following(hit, english.AND_AMONG_THEM)
        return listed or self._named_later(hit)

    def _one_of_them(self, hit: Found) -> tuple[Name, ...]:
        """“Smith was among those arrested”, “Six people, including Smith, were arrested”"""
        last = next(iter(self._before(hit)), None)
        if last is None or last.possessive:
            return ()
        between = self.text[last.end : hit.start]
        included = english.INCLUDED.search(self._ahead_of(last)) and between.startswith(",")
        is_one = english.ONE_OF.fullmatch(between) or (included and _is_predicate_of(between, gerund=False))
        return last.names if is_one else ()

    def _brought_to_court(self, hit: Found) -> tuple[Name, ...]:
        """“Smith appeared before magistrates on Monday accused of theft.”"""
        for mention in self._before(hit):
            if mention.possessive or self._is_governed(mention):
                continue
            return mention.names if english.APPEARED.match(_cleared(self.text[mention.end : hit.start])) else ()
        return ()

    def _own_arrest(self, hit: Found) -> tuple[Name, ...]:
        """“since his arrest”"""
        last = next(iter(self._before(hit)), None)
        owns = last and last.possessive and self.text[last.end : hit.start] in (" ", "'s ", "’s ", "' ", "’ ")
        if hit.text.lower() != "arrest":
            return ()
        return last.names if owns else self._following(hit, english.ARREST_ON_A_DAY)

    def _looked_into(self, hit: Found) -> tuple[Name, ...]:
        """“an inquiry into Smith”, “into Smith's expenses”, not “into Smith's death”"""
        first = next((m for m in self.mentions if m.start >= hit.end), None)
        between = self.text[hit.end : first.start] if first else ""
        if not english.INTO_A_NAME.match(between) or english.MISSING.search(between):
            return ()
        return first.names if not first.possessive or english.THEIR_DEALINGS.match(self.text[first.end :][:60]) else ()

    def culprit(self, hit: Found) -> tuple[Name, ...] | None:
        """Who is said to have done it; None where the words are about a victim or about nobody in particular."""
        own = self._own(hit) or self._doing_of(hit) or self._of_whom(hit)
        if english.DONE_BY.search(hit.text):
            return self._following(hit, english.BY_A_NAME) or None
        if hit.text.lower().startswith(english.WITH_AN_AUXILIARY):
            return self._subject(hit) or None
        if english.OF_A_TAKER.search(hit.text):
            return self._taker(hit) or None
        if english.ASKS_FOR_A_NAME.search(hit.text):
            return self._following(hit, english.TO_A_NAME, possessive=True) or None
        if own or is_of_an_owner(hit):
            return own or None
        if hit.text.lower().startswith("guilty"):
            return self._subject(hit) or self._named_so(hit) or self._at_a_colon(hit)
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
        lacks_an_object = self._lacks_an_object(hit) and not english.PERFECT.search(self._ahead_of(hit))
        if (self.is_passive(hit) or lacks_an_object) and not is_gerund(hit):
            return self._following(hit, english.AGENT) or None
        return self._subject(hit, does_harm=True) or self._fronted(hit) or None

    def _at_a_colon(self, hit: Found) -> tuple[Name, ...]:
        """“Smith: guilty of fraud”, “Guilty: Smith”"""
        last = next(iter(self._before(hit)), None)
        is_next = last and not last.possessive and english.VERDICT_FIRST.fullmatch(self.text[last.end : hit.start])
        return last.names if is_next else self._following(hit, english.VERDICT_FIRST)

    def _taker(self, hit: Found) -> tuple[Name, ...]:
        """“Smith took £900 in bribes”"""
        for mention in self._before(hit):
            if not (mention.possessive or self._is_governed(mention)):
                takes = english.TAKES.search(self.text[mention.end : hit.start])
                return (
                    mention.names
                    if takes and not english.BREAK.search(self.text[mention.end :][: takes.start()])
                    else ()
                )
        return ()

    def meaning(self, hit: Found) -> tuple[Name, ...]:
        """Whose mind or conduct is judged."""
        return (
            self._own(hit) or self._against(hit) or self._subject(hit, conduct=english.CONDUCT) or self._subject_of(hit)
        )

    def _object(self, hit: Found) -> tuple[Name, ...]:
        """“charged John Smith”; “fined the firm and its former head of sales, John Smith, £900”; “named the suspect in
        the killing of Ada Field as John Smith”."""
        first = next((m for m in self.mentions if m.start >= hit.end), None)
        is_subject = first and self.text[first.start : first.end].lower() in ("he", "she", "they")
        found = () if is_subject else self._following(hit, english.OBJECT)
        if found or is_subject:
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

    def _is_active(self, hit: Found) -> bool:
        """A verb with an object, which the words after it are unless they are a time or begin with a preposition."""
        after = self.text[hit.end : min(hit.end + 20, self.sentence.end)]
        if not english.WITH_OBJECT.match(after) or english.NO_OBJECT.match(after) or english.ENDS_OPEN.search(hit.text):
            return False
        before = self.text[self.sentence.start : hit.start].rstrip()
        is_participle = before.endswith(",") and not english.CLOSED.search(before)
        return is_gerund(hit) or not (self.is_passive(hit) or is_participle)

    def _against(self, hit: Found) -> tuple[Name, ...]:
        if english.LEADS_TO_A_NAME.search(hit.text):
            found = self._following(hit, english.TO_A_NAME, possessive=True)
            owned = (
                found
                and found[-1].end < len(self.text)
                and self.text[found[-1].end : found[-1].end + 2] in ("'s", "’s")
            )
            return found if not owned or english.ARREST_OF.match(self.text[found[-1].end :][:20]) else ()
        if hit.term.list == "accusation" and (dogged := self._following(hit, english.DOGS)):
            return dogged
        if hit.text.lower() in english.BY_ITS_SUBJECT:
            return ()
        found = self._following(hit, english.ONLY_AGAINST if is_verb(hit) else english.AGAINST)
        if found and english.HARM_AGAINST.search(self.text[hit.end : found[0].start]):
            return ()
        return found or (self._following(hit, english.OF) if english.NOUN_OF.search(hit.text) else ())

    def _subject_of(self, hit: Found) -> tuple[Name, ...]:
        text = hit.text.lower()
        is_predicate = is_verb(hit) or (text.startswith(english.PREDICATES) and not text.endswith(("plea", "pleas")))
        return self._subject(hit) if is_predicate and not self._is_adjective(hit) else self._named_so(hit)

    def _named_so(self, hit: Found) -> tuple[Name, ...]:
        """The subject of “… is a murderer”, “… faces allegations”, “…'s conviction”; not of “…'s allegations”."""
        is_somebody = hit.text.lower().startswith(("the suspect", "the accused"))
        for mention in self._before(hit):
            between = self.text[mention.end : hit.start]
            if english.LEADS_TO.search(between):
                return () if is_somebody else self._main_subject(hit)
            if mention.possessive:
                if hit.term.list == "guilt":
                    return ()
                close = (
                    len(between.split()) <= 4
                    and not english.BREAK.search(between)
                    and not english.MADE_BY_ITS_OWNER.search(hit.text)
                    and not english.OF_SOMETHING_ELSE.search(between)
                )
                return mention.names if close else ()
            if hit.term.list == "guilt" and english.SAID_OF_THE_LAST.match(between):
                return mention.names
            if english.PREPOSITION.search(self._ahead_of(mention)):
                continue
            cleared = _cleared(between)
            if cleared.startswith(",") and self._ahead_of(mention).endswith(", "):
                between = cleared = cleared[1:]
            if (english.PREDICATE.match(cleared) and between.strip()) or english.APPOSITION.match(between):
                return mention.names
            if english.GIVES.search(self._ahead_of(mention)) and english.A_PENALTY.fullmatch(between):
                return mention.names
            if hit.term.list == "conviction" and english.HAS.fullmatch(cleared):
                return mention.names
            faces = hit.term.list != "guilt" and not is_somebody and english.FACES.search(cleared)
            is_faced = faces and not english.BREAK.search(cleared) and _is_own(cleared, faces)
            return self._not_for_another(mention.names, faces[0]) if is_faced else ()
        return ()

    def _not_for_another(self, names: tuple[Name, ...], word: str) -> tuple[Name, ...]:
        """A lawyer denies what somebody else is accused of."""
        denies = word.lower().startswith(("den", "reject", "dismiss", "respon"))
        return tuple(name for name in names if not (denies and name.key in self.officials))

    def _only_one_before(self, hit: Found) -> tuple[Name, ...]:
        """“Smith appeared in court on Monday, charged with …”, where nobody else is named before."""
        before = [mention for mention in self._before(hit) if mention.names or mention.is_pronoun]
        if len(before) != 1 or before[0].possessive or self._is_governed(before[0]):
            return ()
        ahead = self.text[before[0].end : hit.start].rstrip()
        return before[0].names if ahead.endswith(",") and not english.QUOTED.search(ahead) else ()

    def _main_subject(self, hit: Found) -> tuple[Name, ...]:
        return next((m.names for m in self.mentions if m.end <= hit.start and not self._is_governed(m)), ())

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
        gerund = is_gerund(hit)
        if gerund and english.SOMEBODY.search(self._ahead_of(hit)):
            return ()
        for mention in self._before(hit):
            if gerund and self._is_within_what_was_done(mention, self.text[mention.end : hit.start]):
                continue
            ahead = self._ahead_of(mention)
            if english.OF_A_RELATIVE.search(ahead) and not english.SAYS_BEFORE.search(ahead):
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


def _is_relative(between: str) -> bool:
    """“Smith, who …”: nothing stands between the name and its pronoun, and no new subject after it."""
    match = list(english.WHO.finditer(between))[-1]
    ahead, rest = between[: match.start()], between[match.end() :]
    is_near = ahead.strip() in ("", ",") or english.THE_ONE_WHO.fullmatch(ahead) or english.AS_THE_ONE.fullmatch(ahead)
    return bool(is_near) and not english.BREAK.search(english.TAIL.sub("", rest))


def _is_predicate_of(between: str, gerund: bool) -> bool:
    tail = english.TAIL.search(between)
    rest = between[: tail.start()] if tail else between
    if not rest.strip() or english.PLACE_OF_ORIGIN.match(rest) or english.COMPANY.match(rest):
        return True
    return bool((gerund or (tail and tail["join"])) and not english.BREAK.search(rest))


def _is_own(between: str, faces: re.Match) -> bool:
    """“Smith, facing claims of …”, not “Smith met four clerks facing claims of …”"""
    ahead = between[: faces.start()]
    return not faces[0].split()[0].endswith("ing") or (_is_predicate_of(ahead, gerund=True) and len(ahead.split()) < 3)


def _cleared(between: str) -> str:
    """Without what stands between commas, dashes or brackets, and without the day on which it was."""
    return english.WHEN.sub("", english.PARENTHESIS.sub("", between))
