"""Subjects: whom the words of an English sentence are about. Rather nobody than somebody else."""

import re
from typing import NamedTuple

from articles.text.names import Name
from articles.text.sentences import Sentence
from articles.text.terms import Found

_AUX = (
    r"(?:was|were|is|are|am|be|been|being|get|gets|got|has|have|had|having|did|does|do|may|might|would|could|will|can"
    r"|should|shall|must|to|not|never|also|then|later|once|twice|already|still|since|soon|just|now|today|yesterday"
    r"|reportedly|stands|stood|remains|remained|himself|herself|[\w’']{2,20}n[’']t|\w{2,20}ly)"
)
_PASSIVE = re.compile(
    rf"\b(?:was|were|is|are|be|been|being|gets?|got|getting)(?:\s+{_AUX}\b){{0,3}}(?:\s+[a-z-]+)?\s*\Z", re.IGNORECASE
)
_TAIL = re.compile(
    rf"(?P<join>,?\s+(?:and|but|then|or|before|after|while|without|for|of|by)\b|,)?(?P<aux>(?:\s+{_AUX}\b){{0,6}})\s*\Z",
    re.IGNORECASE,
)
_BESIDE = re.compile(r"\s+(?:of|from|in|at)\s+(?:the\s+)?[A-Z][\w.-]*(?:\s+[A-Z][\w.-]*)?,?\Z")
_COMPANY = re.compile(r"\s+and\s+(?:his|her|their|an?|two|three|four|five|\w+\s+others?)(?:\s+[\w’'-]+){0,3}\Z")
_PARENTHESIS = re.compile(
    r"^(?:,\s(?:\d|of\b|from\b|an?\b|the\b|who\b|whose\b|aged\b|then\b|now\b|his\b|her\b|their\b|one\b|[A-Z])"
    r"[^,;:“”\"]{0,120}){1,3},(?=\s)|\([^()]{1,120}\)|\s[–—][^–—]{1,120}[–—](?=\s)"
)
_APPOSITION = re.compile(r",(?:\s+(?:an?|the|one of the|[a-z-]+)){0,4}\s*\Z")
_BREAK = re.compile(
    r"[,;:“”\"]|\b(?:that|who|whom|whose|which|when|where|because|although|though|if|as)\b", re.IGNORECASE
)
_DOING = re.compile(r"\b(?:of|for|by|after|before|with)\s+\Z")
_WHO = re.compile(r"\bwho\b", re.IGNORECASE)
_PREPOSITION = re.compile(
    r"\b(?:of|with|against|to|from|for|about|by|than|like|in|at|on|near|over|behind|after|before|between|including"
    r"|without)\s+(?:(?:the|his|her|their|an?|former|[a-z-]+)\s+){0,2}(?:[A-Z][\w.]*\s+){0,3}\Z"
)
_PREDICATE = re.compile(
    r"(?:\s+(?:is|was|are|were|be|been|being|has|have|had|not|never|as|became|becomes|remains|remained|called"
    r"|found|to|also|still|indeed|a|an|the|one|of|two|now|him|her|\w{2,20}ly))*(?:\s+[a-z’'-]{1,20}){0,2}\s*\Z"
)
_FACES = re.compile(
    r"\b(?:fac(?:e|es|ed|ing)|den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|over|amid|dogged by"
    r"|hit (?:by|with)|on|under|fight(?:s|ing)?|fought|admit(?:s|ted)?|contest(?:s|ed)?|rebut(?:s|ted)?"
    r"|address(?:es|ed)?|respon(?:ds|ded|ding) to|pending|awaiting|awaits)\b(?:\s+[\w’'-]+){0,4}\s*\Z",
    re.IGNORECASE,
)
_LEADS_TO = re.compile(r"\b(?:leading|led|prompting|sparking|drawing|raising|fuelling|fueling|inviting)(?: to)?\s*\Z")
_CONDUCT = re.compile(
    r"\s+(?:\w+\s+){0,2}(?:letters?|acts?|actions?|decisions?|silence|support|behaviou?r|conduct|statements?|words|comments?"
    r"|remarks?|motives?|intentions?|involvement|response|apology|video|post|posts|tweets?)\b"
)
_DETERMINED = r"(?:(?:the|an?|his|her|their|its|former|then|ex|[a-z-]{2,20}),?\s+){0,5}(?:[A-Z][\w.’'-]*\s+){0,3}\Z"
_OBJECT = re.compile(
    r"\s+(?:that\s+)?(?!(?:of|with|to|in|on|for|by|at|from|after|over|as|under|and|or)\b)" + _DETERMINED
)
_AGAINST = re.compile(r"[^;:.“”\"]{0,80}?\b(?:against|about|involving|surrounding)\s+" + _DETERMINED)
_OF = re.compile(r"\s+of\s+" + _DETERMINED)
_AGENT = re.compile(r"[^;:,.“”\"]{0,60}?\bby\s+" + _DETERMINED)
_TITLED = re.compile(r"\s+(?:[A-Z][\w.’'-]*\s+){0,2}\Z")
_NOUN_OF = re.compile(
    r"(?:convictions?|sentenc(?:e|es|ing)|jailing|imprisonment|acquittal|arrest|trial|prosecution|guilt|motives?|intentions?"
    r"|hypocrisy|complicity|retrial|indictment|exoneration)\Z",
    re.IGNORECASE,
)
_NO_OBJECT = re.compile(
    r"\s*(?:\Z|[.,;:!?)”\"]|(?:in|at|by|on|during|near|after|outside|inside|while|with|when|and|for|from|to|as|last|this"
    r"|yesterday|today|dead|alive)\b)",
    re.IGNORECASE,
)
_IRREGULAR = frozenset("shot stole beat slew hit hurt slain beaten stolen broke rape shooting lied lies".split())
_PRONOUN = re.compile(
    r"\b(?:(?P<one>he|she|him|his|her|himself|herself|the (?:actor|actress|defendant|accused|suspect|politician|singer"
    r"|producer|director|businessman|businesswoman|lawyer|doctor|teacher|officer|minister|president|mayor|senator|comedian"
    r"|player|coach|priest|bishop|former \w+|\d+-year-old))|(?P<many>they|their|them|themselves|the (?:couple|pair|duo"
    r"|two|husband and wife|spouses|brothers|sisters|siblings|parents|both)|both))\b(?!-)",
    re.IGNORECASE,
)
_COORDINATION = re.compile(r",? (?:and|&) (?:[A-Z]\w+ )?\Z|,? along with \Z")


class Mention(NamedTuple):
    """One or several named people where a sentence speaks of them, or a word that stands for them; `names` is empty
    where nobody can say for whom it stands."""

    names: tuple[Name, ...]
    start: int
    end: int
    possessive: bool
    is_pronoun: bool = False


class Grammar:
    """The people of one sentence."""

    def __init__(self, text: str, sentence: Sentence, own: list[Name], earlier: list[list[Name]]):
        """`earlier`: the names of the paragraph's sentences before this one."""
        self.text, self.sentence = text, sentence
        self.mentions = sorted(
            [*_groups(text, own), *_pronouns(text, sentence, own, earlier)], key=lambda mention: mention.start
        )

    def accused(self, hit: Found) -> tuple[Name, ...]:
        """Whom an accusation, a verdict or its end concerns: the object of an active verb, the subject of a passive."""
        return self._own(hit) or self._object(hit) or self._against(hit) or self._subject_of(hit)

    def culprit(self, hit: Found) -> tuple[Name, ...] | None:
        """Who is said to have done it; None where the words are about a victim or about nobody in particular."""
        own = self._own(hit)
        if own or not is_verb(hit):
            return own or self._following(hit, _TITLED) or self._against(hit) or self._named_so(hit)
        before = self.text[self.sentence.start : hit.start]
        if _PASSIVE.search(before[-60:]) and not hit.text.lower().endswith("ing"):
            return self._following(hit, _AGENT) or None
        if not hit.text.lower().endswith("ing") and _NO_OBJECT.match(self.text[hit.end : hit.end + 20]):
            return self._following(hit, _AGENT) or None
        return self._subject(hit, does_harm=True) or None

    def meaning(self, hit: Found) -> tuple[Name, ...]:
        """Whose mind or conduct is judged."""
        return self._own(hit) or self._against(hit) or self._subject(hit, conduct=_CONDUCT) or self._subject_of(hit)

    def labelled(self, hit: Found) -> tuple[Name, ...]:
        return self._following(hit, _TITLED)

    def _own(self, hit: Found) -> tuple[Name, ...]:
        """“his victim”: the word that names is part of the term."""
        return next((m.names for m in self.mentions if m.start == hit.start and m.end < hit.end), ())

    def _object(self, hit: Found) -> tuple[Name, ...]:
        before = self.text[max(self.sentence.start, hit.start - 60) : hit.start]
        return () if _PASSIVE.search(before) else self._following(hit, _OBJECT)

    def _against(self, hit: Found) -> tuple[Name, ...]:
        found = self._following(hit, _AGAINST)
        return found or (self._following(hit, _OF) if _NOUN_OF.search(hit.text) else ())

    def _following(self, hit: Found, link: re.Pattern) -> tuple[Name, ...]:
        """The first mention after the term, if nothing but the link stands between; “Smith's mother” is not Smith."""
        for mention in self.mentions:
            if mention.start >= hit.end and not (mention.possessive and mention.is_pronoun):
                matched = link.match(self.text[hit.end : mention.start]) if mention.start - hit.end < 160 else None
                return mention.names if matched and not mention.possessive else ()
        return ()

    def _subject_of(self, hit: Found) -> tuple[Name, ...]:
        if is_verb(hit) or hit.text.lower().startswith(("guilty", "under", "on trial", "face", "pleaded", "pled")):
            return self._subject(hit)
        return self._named_so(hit)

    def _named_so(self, hit: Found) -> tuple[Name, ...]:
        """The subject of “… is a murderer”, “… faces allegations”, “…'s conviction”."""
        for mention in self._before(hit):
            between = self.text[mention.end : hit.start]
            if _LEADS_TO.search(between):
                return self._main_subject(hit)
            if mention.possessive:
                close = len(between.split()) <= 4 and not _BREAK.search(between)
                return mention.names if close else ()
            if _PREPOSITION.search(self._ahead_of(mention)):
                continue
            cleared = _cleared(between)
            if (_PREDICATE.match(cleared) and between.strip()) or _APPOSITION.match(cleared):
                return mention.names
            return mention.names if _FACES.search(between) and not _BREAK.search(cleared) else ()
        return ()

    def _main_subject(self, hit: Found) -> tuple[Name, ...]:
        return next((m.names for m in self.mentions if m.end <= hit.start and not self._is_governed(m)), ())

    def _is_governed(self, mention: Mention) -> bool:
        return bool(_PREPOSITION.search(self._ahead_of(mention)))

    def _ahead_of(self, mention: Mention) -> str:
        return self.text[max(self.sentence.start, mention.start - 80) : mention.start]

    def _before(self, hit: Found) -> list[Mention]:
        return [m for m in reversed(self.mentions) if m.end <= hit.start and hit.start - m.end < 300]

    def _subject(self, hit: Found, *, does_harm: bool = False, conduct: re.Pattern | None = None) -> tuple[Name, ...]:
        gerund = hit.text.lower().split()[0].endswith("ing")
        for mention in self._before(hit):
            between = _cleared(self.text[mention.end : hit.start])
            if mention.possessive:
                return mention.names if conduct and conduct.match(between) and not _BREAK.search(between) else ()
            if does_harm and not gerund and between.strip() == ",":
                return ()
            if _WHO.search(between):
                return mention.names if _is_relative(between) else ()
            if self._is_governed(mention) and not (gerund and _DOING.search(between)):
                continue
            return mention.names if _is_predicate_of(between, gerund) else ()
        return ()


def is_verb(hit: Found) -> bool:
    first = hit.text.lower().split()[0]
    return first.endswith(("ed", "ing")) or first in _IRREGULAR or hit.text.lower().endswith((" to", "ly"))


def _is_relative(between: str) -> bool:
    """“Smith, who …”: nothing stands between the name and its pronoun, and no new subject after it."""
    match = list(_WHO.finditer(between))[-1]
    ahead, rest = between[: match.start()], between[match.end() :]
    return ahead.strip() in ("", ",") and not _BREAK.search(_TAIL.sub("", rest))


def _is_predicate_of(between: str, gerund: bool) -> bool:
    tail = _TAIL.search(between)
    rest = between[: tail.start()] if tail else between
    if not rest.strip() or _BESIDE.match(rest) or _COMPANY.match(rest):
        return True
    return bool((gerund or (tail and tail["join"])) and not _BREAK.search(rest))


def _cleared(between: str) -> str:
    """Without what stands between commas, dashes or brackets."""
    return _PARENTHESIS.sub("", between)


def _groups(text: str, own: list[Name]) -> list[Mention]:
    """Names with “and” between them are one mention."""
    groups: list[list[Name]] = []
    for name in own:
        if groups and _COORDINATION.match(text[groups[-1][-1].end : name.start]):
            groups[-1].append(name)
        else:
            groups.append([name])
    return [Mention(tuple(group), group[0].start, group[-1].end, _possessive(text, group[-1].end)) for group in groups]


def _possessive(text: str, end: int) -> bool:
    return text[end : end + 2] in ("'s", "’s") or (text[end - 1 : end] == "s" and text[end : end + 1] in ("'", "’"))


def _pronouns(text: str, sentence: Sentence, own: list[Name], earlier: list[list[Name]]) -> list[Mention]:
    found = []
    for match in _PRONOUN.finditer(text, sentence.start, sentence.end):
        before = [name for name in own if name.end <= match.start()]
        stands_for = _pair(text, [*earlier, before]) if match["many"] else _only([*earlier[-1:], before])
        word = match[0].lower()
        possessive = word in ("his", "their") or (
            word == "her" and text[match.end() : match.end() + 2].strip().isalpha()
        )
        found.append(
            Mention(stands_for, match.start(), match.end(), possessive or _possessive(text, match.end()), True)
        )
    return found


def _only(sentences: list[list[Name]]) -> tuple[Name, ...]:
    """The one person named in this sentence or the last; nobody where there are two."""
    candidates = {name.key: name for names in sentences for name in names}
    return tuple(candidates.values()) if len(candidates) == 1 else ()


def _pair(text: str, sentences: list[list[Name]]) -> tuple[Name, ...]:
    """The last two or more people of the paragraph who were named in one breath."""
    for names in reversed(sentences):
        for mention in reversed(_groups(text, names)):
            if len({name.key for name in mention.names}) > 1:
                return mention.names
    return ()
