"""The words of the corpus: a town and its neighbours that do not exist, told in sentences of our own."""

import bisect
import itertools

SECTIONS = (
    ("Harbour", "harbour-news"), ("Council", "council-news"), ("Courts", "court-news"), ("Business", "business-news"),
    ("Schools", "school-news"), ("Health", "health-news"), ("Coast and weather", "coast-news"), ("Roads", "road-news"),
    ("Culture", "culture-news"), ("Sport", "sport-news"), ("Letters", "letters-news"), ("Opinion", "opinion-news"),
)  # fmt: skip
TYPES = ("news", "analysis", "opinion", "explainer", "interview", "feature", "review")
TYPE_SHARES = (80, 5, 5, 3, 2, 3, 2)
FIRST = (
    "Ada Anwen Bas Beryl Boris Caspar Clara Corin Darko Dilys Edda Elowen Emrys Fenna Femke Goran Greta Hilde Idris "
    "Iona Ivo Jonna Jory Kerra Lamorna Lorne Lowen Maren Merryn Mirek Nell Nessa Olwen Ora Oskar Pascoe Petra Piran "
    "Rhona Rosen Sanne Senara Silas Talan Tamsin Tegen Tove Ula Ventris Wenna Yestin Zofia"
).split()
_STARTS = (
    "Ald Bel Bren Cald Corn Dun Elm Fal Gar Har Hol Ken Lan Lin Mar Mel Nor Ost Pen Quar Ros Sal Tor Ver Wen Yar"
).split()
_MIDDLES = "a e i o u an en er or in al ing ow ath emb ith ol us".split()
_ENDS = (
    "beck bourne brook by combe croft dale den fold ford ham hurst ley moor mouth ness rick stow thorpe ton wick worth"
).split()
SUBJECTS = (
    "The council", "The harbour trust", "The ferry company", "A committee of the council", "The parish meeting",
    "The planning office", "The water board", "The school board", "The county archive", "The lifeboat crew",
    "The fish market", "The museum", "The bus company", "The hospital trust", "The coastguard", "The library",
    "The choir", "The football club", "The chamber of trade", "A group of tenants", "The lighthouse keepers",
    "The allotment society", "The police", "The fire service", "The bank", "The tenants of the mill",
)  # fmt: skip
ACTS = (
    "voted on Tuesday to keep", "will pay for", "has put off", "asked for a second look at",
    "published the accounts of",
    "has turned down", "opened its books on", "heard eleven people on", "will close", "agreed to mend", "has sold",
    "is to open", "has begun to survey", "set aside money for", "wants to move", "has agreed on a date for",
    "said it knew nothing of", "has lost the papers of", "promised to reopen", "counted the cost of",
)  # fmt: skip
OBJECTS = (
    "the lower quay", "the old bridge", "the winter timetable", "the sea wall", "the market hall", "the night ferry",
    "the school kitchen", "the northern path", "the swimming pool", "the flood gates", "the bell tower",
    "the fishing licences", "the bus shelter", "the cinema roof", "the tram line", "the reading room", "the slipway",
    "the quarry road", "the grain store", "the weather mast", "the dredging contract", "the youth club",
    "the mill race", "the village pump", "the clinic", "the cattle market", "the regatta", "the archive",
)  # fmt: skip
AFTER = (
    "after a storm took part of it away in February.", "and gave no date.", "by a majority of one.",
    "in a meeting that lasted until midnight.", "although the money has not been found.", "before winter sets in.",
    "for the third time in ten years.", "against the advice of its own engineers.", "without a word to the gallery.",
    "once the ledger for the year has been closed.", "with {count} people watching from the stairs.",
    "at a cost of {count} thousand crowns.", "after {count} letters from the neighbours.",
    "and the work is to take {count} weeks.",
)  # fmt: skip
PLAIN = (
    "Rain fell through most of the month, and the road to {place} was closed to carts and to walkers.",
    "People in {place} had waited for it since the spring.",
    "In {place} the shutters were up by nine and the square was full.",
    "Work on the northern stretch begins in May and is to end before the first frost.",
    "The minutes of that evening fill {count} pages and can be read in the library.",
    "It is the {count}th time that the matter has been before a meeting.",
    "The road from {place} to {other} stays open throughout.",
    "A map in the town hall shows where the line would run, from {place} past the mill to {other}.",
    "Buses to {other} leave every {count} minutes until the work is done.",
    "Nobody in {other} had been asked.",
    "The oldest record of it, kept in {place}, names a miller and his two horses.",
    "At low water the posts of the former jetty can still be counted: there are {count}.",
    "{name}, who has lived in {place} for {count} years, came with two boxes of letters.",
    "The figures were read out by {name}, and nobody asked for them to be read again.",
    "According to the minutes, {name} voted for the first plan and against the second.",
    "In the afternoon {name} walked the whole length of it with a measuring wheel.",
    "The bakery in {place} gave bread to those who waited, and the choir of {other} sang on the steps.",
    "Salt had eaten through the railings, and the paint had gone from all but one of the lamps.",
    "What it will cost is not known; the first estimate spoke of {count} thousand crowns.",
    "Children from the school in {other} had drawn how they would like it to look.",
    "The wind had turned by evening and blew from the land, which keeps the harbour mouth free of weed.",
    "A second meeting is called for the week after the fair.",
)


def places(count):
    """So many names of villages, the best known first; those at the end stand in few stories, as rare words do."""
    made = (f"{start}{middle}{end}" for end, middle, start in itertools.product(_ENDS, _MIDDLES, _STARTS))
    further = (f"{start}{a}{b}{end}" for end, a, b, start in itertools.product(_ENDS, _MIDDLES, _MIDDLES, _STARTS))
    return list(itertools.islice(dict.fromkeys(itertools.chain(made, further)), count))


def names(count, surnames):
    """So many names of people, no two alike."""
    found = {}
    for number in itertools.count():
        first = FIRST[number % len(FIRST)]
        found[f"{first} {surnames[(number * 7 + number // len(FIRST)) % len(surnames)]}"] = True
        if len(found) == count:
            return list(found)


class Zipf:
    """Draws from a list: its first thing most often, the second half as often, the hundredth a hundredth as often."""

    def __init__(self, things, flatter=0):
        self.things = list(things)
        self._sums = list(itertools.accumulate(1 / (rank + flatter) for rank in range(1, len(self.things) + 1)))

    def one(self, dice):
        return self.things[bisect.bisect(self._sums, dice.random() * self._sums[-1], hi=len(self.things) - 1)]

    def some(self, dice, count):
        """At most so many, none twice."""
        return list(dict.fromkeys(self.one(dice) for _ in range(count)))


def headline(dice, place):
    """(a headline, what of it stands in the address)."""
    subject = dice.choice(SUBJECTS).removeprefix("The ").removeprefix("A ")
    act = dice.choice(ACTS).replace("on Tuesday ", "")
    told = f"{act} {dice.choice(OBJECTS)} at {place}"
    return f"{subject[0].upper()}{subject[1:]} {told}", told


def sentence(dice, place, other, name):
    if dice.random() < 0.45:
        told = f"{dice.choice(SUBJECTS)} {dice.choice(ACTS)} {dice.choice(OBJECTS)} {dice.choice(AFTER)}"
    else:
        told = dice.choice(PLAIN)
    return told.format(place=place, other=other, name=name, count=dice.randint(3, 98))


def paragraphs(dice, length, place, others, name):
    """A text of about so many sentences on a place, which speaks of others too."""
    told = [sentence(dice, place, dice.choice(others), name) for _ in range(length)]
    cuts = range(0, length, 3)
    return [" ".join(told[cut : cut + 3]) for cut in cuts]
