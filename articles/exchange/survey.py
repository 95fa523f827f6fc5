"""Many stories through the checks: how often each finds something, and places for people to judge by hand."""

import csv
import random
import statistics
import sys
from collections import Counter
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from articles.exchange.csv_import import Unreadable, legible_lines
from articles.exchange.plain_text import LONGEST, findings
from articles.gate import Level

COLUMNS = {"title", "text"}


@dataclass
class Survey:
    """stories and places: {check: how many}; cautions: how many checks caution, story by story."""

    stories: Counter = field(default_factory=Counter)
    places: Counter = field(default_factory=Counter)
    levels: dict = field(default_factory=dict)
    cautions: list = field(default_factory=list)
    cautioned: list = field(default_factory=list)

    def add(self, title, found):
        self.cautions.append(sum(row["level"] == Level.CAUTION for row in found))
        for row in found:
            self.levels[row["id"]] = row["level"]
            self.stories[row["id"]] += 1
            self.places[row["id"]] += len(row["places"])
            if row["level"] == Level.CAUTION:
                self.cautioned += [(row["id"], title, place["where"], place["note"]) for place in row["places"]]

    @property
    def median(self):
        return statistics.median(self.cautions) if self.cautions else 0

    def sample(self, many, seed=1):
        """The same places whenever it is asked of the same stories."""
        chosen = random.Random(seed)  # noqa: S311  (nothing secret)
        return sorted(chosen.sample(self.cautioned, min(many, len(self.cautioned))))


def stories_of(file):
    """(title, text) of each row of an open CSV file with these columns."""
    csv.field_size_limit(min(sys.maxsize, 10 * LONGEST))
    rows = csv.DictReader(legible_lines(file))
    missing = COLUMNS - set(rows.fieldnames or ())
    if missing:
        raise Unreadable(_("The file has no column {names}.").format(names=", ".join(sorted(missing))))
    for row in rows:
        yield row["title"] or "", row["text"] or ""


def checked(file, now, jurisdiction=None):
    """(title, findings) of each story of the file."""
    for title, text in stories_of(file):
        yield title, findings(f"{title}\n\n{text}", now, jurisdiction)
