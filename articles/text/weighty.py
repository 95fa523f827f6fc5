"""Small words that readers rely on: how many, when, who, how sure, who says so. Another one in their place is no typo.

By kind of what a change touches. Words that have a list in a profile (offences, negations, how a case stands) are not
here. A word that is only spelt otherwise is still the same word: `is_misspelling`.
"""

FIGURE, DATE, NAME, STATUS, NEGATION, CLAIM = "figure", "date", "name", "status", "negation", "claim"

WORDS = {
    FIGURE: """
        all most many some several few fewer fewest every each both majority minority more less least only pair
        couple trio score scores doubled doubles doubling tripled triples tripling halved halves halving quadrupled
        rose rise rises risen rising fell fall falls fallen falling increase increased increases increasing decrease
        decreased decreases decreasing grew grow grown growing shrank shrink shrunk up down nearly almost about
        around over under roughly approximately exactly
        """,
    DATE: """
        second seconds minute minutes hour hours day days week weeks month months year years decade decades century
        centuries morning afternoon evening night last next before after since until ago later earlier
        """,
    NAME: """
        he she him her his hers mr mrs ms miss dr prof professor sir dame lord lady rev fr sgt sergeant captain
        judge deputy former acting vice assistant interim ex late mayor minister president chairman chairwoman chair
        director officer detective inspector wife husband sister brother mother father daughter son girlfriend
        boyfriend partner fiancee fiance aunt uncle cousin niece nephew grandmother grandfather widow widower man
        men woman women boy boys girl girls child children teenager teenagers baby north south east west northern
        southern eastern western
        """,
    STATUS: """
        victim victims suspect suspects witness witnesses defendant defendants complainant complainants accused
        offender offenders prosecutor prosecutors defence plaintiff claimant reportedly apparently supposedly
        purportedly claimed claims said says told admitted admits lied lies according
        """,
    NEGATION: """
        may might could can will would must should shall perhaps possibly probably likely certainly definitely
        refused refuses agreed agrees rejected rejects approved approves accepted accepts for against
        """,
    CLAIM: """
        dead died dies killed kills injured hurt wounded alive survived survives missing won wins lost loses beat
        beats defeated resigned resigns sacked dismissed fired suspended retired quit stopped stops kept keeps began
        begins started starts ended ends paid pays owed owes bought sold gave took attacked attacks hit hits struck
        strikes threatened threatens misled misleads destroyed destroys leaked leaks failed fails passed passes ignored
        ignores hid hides open opens opened closed closes shut true false safe unsafe dangerous always sometimes often
        rarely seldom usually
        """,
}  # fmt: skip
OF = {word: kind for kind, words in WORDS.items() for word in words.split()}
PREPOSITIONS = frozenset(
    """on off in out of to from at by with for into onto upon inside outside within above below beneath behind beside
    beyond between among through across along towards via as""".split()
)  # one in another's place makes another sense; put in or left out, it is most often grammar
DETERMINERS = frozenset("a an the".split())
ARTICLES = {"few", "little"}  # “a few” came, and few came: the article makes the difference


def weight_of(word: str) -> str:
    """The kind of what another word in its place would touch; empty for most words."""
    return OF.get(word, "")


def is_another_preposition(old: list[str], new: list[str]) -> bool:
    """Whether one stands where another one stood."""
    before, after = (set(words) & PREPOSITIONS for words in (old, new))
    return bool(before and after) and before != after


def says_the_same(old: list[str], new: list[str]) -> bool:
    """Whether two phrases differ by “a” or “the” only, or by words with letters swapped, one more or one less; not by
    how many there were."""
    old, new = ([word for word in words if word not in DETERMINERS] for words in (old, new))
    if len(old) != len(new):
        return False
    return all(one == other or _is_slip(one, other) for one, other in zip(old, new, strict=True))


def is_misspelling(one: str, other: str) -> bool:
    """Whether only one of these is a word that carries weight, and the other the same with letters swapped, one letter
    more or one less."""
    is_near = sorted(one) == sorted(other) or _has_one_more(one, other)
    return is_near and bool(weight_of(one)) != bool(weight_of(other))


def _is_slip(one: str, other: str) -> bool:
    return sorted(one) == sorted(other) or (_has_one_more(one, other) and f"{one}s" != other != one.removesuffix("s"))


def _has_one_more(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return len(long) == len(short) + 1 > 4 and any(long[:at] + long[at + 1 :] == short for at in range(len(long)))
