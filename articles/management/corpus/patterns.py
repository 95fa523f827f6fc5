"""From the rows of one life to those of many stories: their text with marks in it, filled in for each story."""

import hashlib
import random
import re
from datetime import datetime

from django.utils import timezone

from articles.management.corpus import bulk, words
from articles.management.corpus.lives import ARTICLE, AT, EDITION, EDITIONS, OTHERS, PLACE, SOURCE, STORY, Life, Town
from articles.models import Edition, Source, Story
from articles.models.public import Article

MOST = 4000  # patterns: each then stands for many stories, which differ in places, numbers and times
TIME = re.compile(AT.strftime("%Y-%m-") + r"\d\dT[\d:]{8}\." + AT.strftime("%f") + r"\+00:00")
MONTH = AT.strftime("/%Y/%m/")


class Pattern:
    """The rows of a Life as text: {table: (columns, pieces)}, where every second piece is a mark."""

    def __init__(self, life):
        marks = [STORY[0], *EDITION[:EDITIONS], SOURCE[0], ARTICLE[0], MONTH, *life.hashed]
        marks += [named for place in (PLACE, *OTHERS) for named in (place, place.lower())]
        self._marks = re.compile(f"({'|'.join(map(str, marks))}|{TIME.pattern})")
        rows = {}
        for row in life.rows:
            rows.setdefault(type(row), []).append(row)
        self.tables = {label: (columns, self._cut(text)) for label, (columns, text) in bulk.packed(rows).items()}
        self.hashed = {known: self._cut(text) for known, text in life.hashed.items()}
        found = {mark for _columns, pieces in self.tables.values() for mark in pieces[1::2]}
        self.times = {mark: datetime.fromisoformat(mark) - AT for mark in found if TIME.fullmatch(mark)}

    def _cut(self, text):
        return self._marks.split(text)

    def filled(self, values):
        """{table: (columns, text)} of a story. values: {mark: what stands for it}."""
        for known, pieces in self.hashed.items():
            values[known] = hashlib.sha256(_fill(pieces, values).encode()).hexdigest()
        return {label: (columns, _fill(pieces, values)) for label, (columns, pieces) in self.tables.items()}


def _fill(pieces, values):
    pieces = pieces.copy()
    pieces[1::2] = [values[mark] for mark in pieces[1::2]]
    return "".join(pieces)


class Teller:
    """Tells the stories of a world, each by its number alone: in whatever order, and in several processes."""

    def __init__(self, world, count, since, until):
        town = Town(world, until)
        self.world, self.since, self.step = world, since, (until - since) / count
        self.patterns = [Pattern(Life(town, number)) for number in range(min(count, MOST))]
        self.places = words.Zipf(world.places, flatter=4)
        self.own = len(world.of(Source))

    def tell(self, number):
        """{table: (columns, rows as text)} of the story with this number, counted from nought."""
        dice = random.Random(self.world.seed * 1_000_003 + number)  # noqa: S311
        pattern = self.patterns[number if number < len(self.patterns) else dice.randrange(len(self.patterns))]
        at = self.since + self.step * (number + dice.random())
        month = timezone.localtime(at, timezone.get_default_timezone()).strftime("/%Y/%m/")
        values = self._numbers(number) | {MONTH: month}
        values |= {mark: _iso(at + after) for mark, after in pattern.times.items()}
        for mark in (PLACE, *OTHERS):
            place = self.places.one(dice)
            values[mark], values[mark.lower()] = place.capitalize(), place.lower()
        return pattern.filled(values)

    def _numbers(self, number):
        base, place = self.world.base, number + 1
        editions = base[Edition] + number * EDITIONS + 1
        values = {EDITION[one]: editions + one for one in range(EDITIONS)}
        values |= {STORY[0]: base[Story] + place, SOURCE[0]: base[Source] + self.own + place}
        values[ARTICLE[0]] = base[Article] + place
        return {str(mark): str(value) for mark, value in values.items()}


def _iso(moment):
    """Always with microseconds, as AT has them."""
    return moment.isoformat(timespec="microseconds")
