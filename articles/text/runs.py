"""Runs of capitalised words, and which of them are people."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from articles.text.first_names import MEN, WOMEN
from articles.text.sentences import Sentence

LONGEST_NAME = 4
TITLE_CASE_WORDS = 4

WORD = re.compile(r"[^\W_](?:[\w'’‑-]*[^\W_])?|[^\w\s]")
_POSSESSIVE = re.compile(r"['’][sS]\Z")
_INITIAL = re.compile(r"[^\W\d_]\Z")
_PARTICLES = frozenset("al bin da das de del della den der di dos du el ibn la le ter van von y".split())
_TITLES = frozenset(
    """mr mrs ms miss mx dr prof professor sir dame lord lady baroness baron count countess rev revd reverend father
    sister brother rabbi imam sheikh bishop archbishop cardinal pope saint king queen prince princess emperor sultan
    president vice-president chancellor premier minister secretary undersecretary senator sen congressman congresswoman
    representative rep speaker governor gov mayor councillor councilman councilwoman commissioner ambassador envoy
    judge justice magistrate attorney prosecutor solicitor barrister lawyer counsel detective inspector superintendent
    constable officer sergeant sgt corporal captain capt major maj colonel col lieutenant lt general gen admiral
    marshal commander chief sheriff deputy agent chairman chairwoman chair director manager coach spokesman
    spokeswoman spokesperson actor actress singer author writer journalist reporter editor analyst economist scientist
    researcher biologist astronomer engineer leader candidate founder ceo cosmonaut astronaut doctor nurse teacher
    whip assemblyman assemblywoman ecologist physicist chemist historian psychologist sociologist archaeologist
    geologist youtuber taoiseach presenter host anchor filmmaker artist musician rapper guitarist drummer pianist
    comedian footballer skipper striker goalkeeper
    prime legislator voter elder mme presidents senators ministers judges representatives governors detectives doctors
    killer murderer rapist suspect gunman attacker shooter terrorist thief fraudster swindler conman embezzler forger
    robber burglar mugger kidnapper arsonist bomber knifeman assassin stalker hacker smuggler trafficker gangster
    mobster paedophile pedophile abuser molester groomer criminal crook felon convict traitor spy perjurer liar bully
    cheat chiefs""".split()
)
ROLES = _TITLES | frozenset(
    """brother sister wife husband son daughter father mother cousin nephew niece uncle aunt partner girlfriend
    boyfriend friend colleague neighbour neighbor accomplice associate co-defendant co-founder co-owner director chief
    head boss treasurer accountant trustee bookkeeper owner landlord builder driver trader banker broker businessman
    businesswoman clerk aide adviser advisor assistant predecessor successor rival deputy man woman teacher player
    weightlifter powerlifter cyclist sprinter boxer swimmer runner rider jockey golfer billionaire millionaire tycoon
    magnate heiress entrepreneur financier investor publisher campaigner activist vicar priest pastor farmer pilot chef
    surgeon dentist pharmacist midwife paramedic carer nanny soldier firefighter student lecturer headteacher""".split()
)
TELLERS = frozenset(  # “spy author Ada Field”
    """author writer journalist reporter editor presenter host filmmaker actor actress lawyer judge prosecutor detective
    officer inspector superintendent solicitor barrister analyst historian researcher psychologist singer""".split()
)
FIRMS = frozenset(
    """ltd limited plc inc incorporated corp corporation llc llp company group holdings bank motors airlines airways
    energy pharma pharmaceuticals pharmacy technologies systems solutions industries estates homes foods stores partners
    insurance entertainment studios petroleum mining logistics construction builders consulting securities investments
    ventures properties property hotels resorts railways travel telecom telecoms networks water electric foundation
    charity trust academy college university school club hospital clinic brewery restaurants casino""".split()
)
_ADDRESS = frozenset(
    "mr mrs ms miss mx dr sir dame lord lady judge justice senator sen rep president detective".split()
)
_BEGINNERS = frozenset(
    """a about above according across after again against all along also although am amid among an and another any are
    around as asked at away based be because been before behind being below besides between born both but by can citing
    could despite did do does dear down due during each earlier either even every few first following for former former-
    fellow formerly four from further given had has have he her here hers his how however i if in indeed inside instead
    into is it its just last late later let like many may meanwhile more moreover most much my near nearly neither never
    new next no none nor not now of off on once one only or other others our out outside over per perhaps please
    police previously prosecutors read recently referring regarding responding same says second separately several
    shall she should since six so some soon speaking still such ten than that the their then there therefore these they
    this those though three through throughout thus to today together tomorrow too toward towards two under unlike
    until up upon us
    use via was we were what when where whether which while who whom whose why will with within without would writing
    yesterday yet you your whenever wherever whatever whoever accusing addressing announcing asking backing blaming
    calling claiming condemning confirming criticising criticizing declaring defending denouncing denying describing
    dismissing echoing introducing naming noting paying praising quashing questioning quoting rebutting recalling
    rejecting representing sentencing slamming supporting telling thanking urging warning welcoming""".split()
)
_AT_A_PLACE = frozenset("in at near across around outside inside throughout within above towards".split())
_SPEAKING = frozenset(
    """said says told asked added wrote tweeted replied argued announced claimed admitted denied pleaded testified
    remarked commented noted stated explained insisted warned was is has had who whose will would""".split()
)
_COMPOUND = re.compile(
    r"\A(?:ex|vice|co)-\w|-(?:based|majority|born|led|backed|era|developer|songwriter|founder|host|winner|winning|style|chair|general|elect"
    r"|brother|sister|mother|father|daughter)\Z"
)
_SHORT_FOR = re.compile(r"\s\((?:[A-Z][A-Z&.-]+s?|\d{4})\)")
_AGE = re.compile(r",? (?:\(?\d{1,3}\)?\b(?!,\d| \w+ \d{4})|aged \d)")


_SURE_AGE = re.compile(r", \d\d(?:,|\s(?:of|from|and|was|is|has|who)\b)|, aged \d|\s\(\d\d\)")
_DESCRIBES = re.compile(
    r".{4,}(?:ist|lifter|driver|worker|keeper|maker|owner|player|runner|thrower|swimmer|jumper|boxer|trader|banker|teacher"
    r"|farmer|builder|dealer|broker|leader|holder|breaker|seller|man|woman|person|ing)\Z|[a-z]{2,}(?<!m)(?<!fr)(?<!e)(?<!khal)ed\Z"
)


class Word(NamedTuple):
    text: str
    start: int
    end: int

    @property
    def lower(self) -> str:
        return self.text.lower()

    @property
    def is_capital(self) -> bool:
        return self.text[0].isupper() and (len(self.text) == 1 or not self.text.isupper() or "." in self.text)


class Run(NamedTuple):
    words: list[Word]
    titled: bool
    before: str
    after: str
    begins_sentence: bool
    is_described: bool = False  # “Suspended Field left.”

    @property
    def name(self) -> str:
        return " ".join(word.text for word in self.words)


class Reader:
    """The runs of capitalised words of a text, and which of them are people."""

    def __init__(self, text: str, whole: list[Sentence], not_people: set[str]):
        self.text, self.sentences, self.not_people = text, whole, not_people
        self.title_case = [sentence for sentence in whole if is_title_case(sentence.text)]
        self.title_case_starts = {sentence.start for sentence in self.title_case}
        self.lower = {word for word in re.findall(r"[^\W\d_][\w'’]*", text) if word.islower()}
        self.rejected: list[Run] = []
        self.bodies: list[Run] = []
        self.all_runs: set[str] = set()

    def people(self) -> list[Run]:
        found = [run for sentence in self.sentences for run in self._runs(sentence)]
        alone = {run.words[0].text for run in found if len(run.words) == 1 and not run.begins_sentence}
        self.all_runs = {run.name for run in found}
        by_name: dict[str, list[Run]] = {}
        for run in found:
            by_name.setdefault(run.name, []).append(run)
        people = []
        for runs in by_name.values():
            if self._is_person(runs, alone):
                people.append(runs[0]._replace(begins_sentence=all(run.begins_sentence for run in runs)))
            elif self._is_body(runs[0]):
                self.bodies.append(runs[0])
            elif len(runs[0].words) > 1:
                self.rejected += runs
        return people

    def _is_body(self, run: Run) -> bool:
        """“Harbour Bank”, not “Central Bank”."""
        own = [word for word in run.words if word.lower not in FIRMS and word.lower not in self.not_people]
        return len(run.words) > 1 and run.words[-1].lower in FIRMS and bool(own) and own[0].lower not in _BEGINNERS

    def _is_person(self, runs: list[Run], alone: set[str]) -> bool:
        words = runs[0].words
        titled = any(run.titled for run in runs)
        if all(len(word.text) == 1 for word in words) or words[0].lower in _BEGINNERS:
            return False
        if len(words) > LONGEST_NAME or (len(words) == 1 and not any(self._is_addressed(run) for run in runs)):
            return False
        if words[-1].lower in FIRMS and not titled:
            return False
        listed = any(word.lower in self.not_people for word in words) or runs[0].name.lower() in self.not_people
        first_is_listed = words[0].lower in self.not_people
        is_sure = len(words) > 1 and not first_is_listed and (titled or any(self._has_an_age(run) for run in runs))
        if listed and not is_sure:
            return False
        if titled or words[-1].text in alone or any(self._acts(run) for run in runs):
            return True
        return not any(self._is_placed(run) for run in runs)

    def _has_an_age(self, run: Run) -> bool:
        return bool(_SURE_AGE.match(self.text, run.words[-1].end))

    def _is_addressed(self, run: Run) -> bool:
        return run.titled and run.before in _ADDRESS and run.words[0].lower not in self.not_people

    def _acts(self, run: Run) -> bool:
        if run.before == "the":
            return False
        return run.after in _SPEAKING or bool(_AGE.match(self.text, run.words[-1].end))

    def _is_placed(self, run: Run) -> bool:
        at_a_place = run.before in _AT_A_PLACE and run.after != "'s"
        end = run.words[-1].end
        if at_a_place or run.before == "the" or run.after == "&" or _SHORT_FOR.match(self.text, end):
            return True
        following = re.compile(r", ([^\W\d_]+)").match(self.text, end)
        return bool(following and following[1].lower() in self.not_people)

    def _runs(self, sentence: Sentence) -> Iterator[Run]:
        if sentence.start in self.title_case_starts:
            return
        tokens = [Word(m[0], m.start(), m.end()) for m in WORD.finditer(self.text, sentence.start, sentence.end)]
        place = 0
        while place < len(tokens):
            last = self._end_of_run(tokens, place)
            if last > place:
                yield from self._named(tokens, place, last)
            place = max(last, place + 1)

    def _end_of_run(self, tokens: list[Word], place: int) -> int:
        """Where the words that begin at a place and belong together end; the place itself where none do."""
        end = place
        while end < len(tokens) and self._continues(tokens, place, end):
            end += 1
            if _POSSESSIVE.search(tokens[end - 1].text):
                break
        while end > place and not tokens[end - 1].is_capital and tokens[end - 1].text != ".":
            end -= 1
        return end

    def _continues(self, tokens: list[Word], place: int, end: int) -> bool:
        word = tokens[end]
        if end > place and self.text[tokens[end - 1].end : word.start] not in ("", " ", "\u00a0"):
            return False
        if word.text == ".":
            return end > place and bool(_INITIAL.match(tokens[end - 1].text) or tokens[end - 1].lower in _TITLES)
        if word.text[0].isalpha() and word.is_capital:
            return True
        return end > place and word.text in _PARTICLES

    def _named(self, tokens: list[Word], place: int, last: int) -> Iterator[Run]:
        """The run without the words before the name: titles, posts, the words that begin a sentence."""
        words = tokens[place:last]
        first = 0
        for number, word in enumerate(words):
            is_first = number == 0 and (place == 0 or not tokens[place - 1].text.isalpha())
            if self._is_before_a_name(word, is_first) and not _is_surname(words, number):
                first = number + 1
        while first < len(words) and (words[first].text == "." or words[first].lower in self.not_people):
            first += 1
        name = [word for word in words[first:] if word.text != "."]
        if not name:
            return
        begins = place + first == 0
        is_described = begins and len(name) > 1 and self._describes(name[0])
        if is_described and len(name) > 2:
            name.pop(0)
            is_described = False
        whole, name[-1] = name[-1], _unpossessed(name[-1])
        ahead = words[:first] or tokens[max(place - 1, 0) : place]
        before = [word.lower for word in ahead if word.text != "."]
        titled = bool(before) and _is_title(before[-1])
        after = "'s" if whole != name[-1] else tokens[last].lower if last < len(tokens) else ""
        yield Run(name, titled, before[-1].rstrip(".") if before else "", after, begins, is_described)

    def _describes(self, word: Word) -> bool:
        """A word that would have no capital elsewhere: “Weightlifter”, “Jailed”."""
        return word.lower in self.lower or word.lower in ROLES or bool(_DESCRIBES.fullmatch(word.lower))

    def _is_before_a_name(self, word: Word, begins: bool) -> bool:
        """A title, a post, or the word with which a sentence or a quotation begins."""
        lower = word.lower
        return (begins and lower in _BEGINNERS) or _is_title(lower) or bool(_COMPOUND.search(lower))


def _is_title(lower: str) -> bool:
    """“Manager”, “Managers”, “Prof.”"""
    return lower.rstrip(".") in _TITLES or lower.removesuffix("s") in _TITLES


def _is_surname(words: list[Word], number: int) -> bool:
    """The King of “Stephen King”, not that of “Former King”."""
    return 0 < number == len(words) - 1 and words[number - 1].lower in MEN | WOMEN


def _unpossessed(word: Word) -> Word:
    shorter = _POSSESSIVE.sub("", word.text).rstrip("'’")
    return Word(shorter, word.start, word.start + len(shorter)) if shorter else word


def is_title_case(line: str) -> bool:
    """A line without a stop in which all but small words have a capital: there a capital says nothing about names."""
    words = [word for word in re.findall(r"[^\W\d_][\w'’]*", line) if len(word) > 3 and word.lower() != word.upper()]
    capitals = sum(word[0].isupper() for word in words)
    return len(words) >= TITLE_CASE_WORDS and not line.endswith(".") and capitals >= 0.8 * len(words)
