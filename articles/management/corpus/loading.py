"""Writes a corpus in one transaction: by COPY on PostgreSQL, with processes that tell the stories; else as rows."""

import multiprocessing
from collections import deque
from contextlib import contextmanager
from time import monotonic

from django.db import connection, transaction

from articles.management.corpus import bulk, prints, world
from articles.management.corpus.patterns import Teller
from articles.models import (
    Byline,
    Edition,
    Revision,
    Source,
    Story,
    StoryOrganization,
    StoryPerson,
    StoryPicture,
    StorySource,
    StoryTag,
    Transition,
)
from articles.models.public import Article, ArticleAuthor, ArticleProfile, ArticleTag, CorrectionNotice, Path
from articles.publishing import search

CHUNK = 500
LOADED = (
    Story, Edition, Source, Revision, Transition, Story.writers.through, Byline, StoryTag, StoryPerson,
    StoryOrganization, StorySource, StoryPicture, Article, ArticleTag, ArticleAuthor, ArticleProfile, CorrectionNotice,
    Path,
)  # fmt: skip
_teller = None  # in the processes that tell the stories


def make(number, *, seed, since, until, processes, pictures, say=lambda line: None):
    """Writes so many stories, published evenly between two moments; returns the seconds that each part took."""
    clock = Clock(say)
    things = world.build(seed, since)
    if pictures:
        prints.draw(things, pictures)
    teller = Teller(things, number, since, until)
    clock.done("the town, and patterns of stories")
    if processes:
        connection.close()  # the processes that tell the stories must not inherit it
    with chunks(teller, number, processes) as told, transaction.atomic(), bulk.loading(LOADED):
        world.save(things)
        written = 0
        for rows in told:
            bulk.write(rows)
            written += CHUNK
            if written % 50_000 == 0:
                say(f"  {written:,} stories after {clock.total():.0f} s")
        clock.done("stories")
        bulk.restart_numbers((*things.rows, *LOADED))
        search.fill_above(things.base[Article])
        clock.done("search")
    clock.done("indexes")
    world.mark_live()
    bulk.learn()
    clock.done("statistics")
    return clock.parts


class Clock:
    """How long each part of a long run took."""

    def __init__(self, say):
        self.say, self.begun, self.last, self.parts = say, monotonic(), monotonic(), {}

    def done(self, name):
        now = monotonic()
        self.parts[name] = round(now - self.last, 1)
        self.last = now
        self.say(f"{name}: {self.parts[name]} s")

    def total(self):
        return monotonic() - self.begun


@contextmanager
def chunks(teller, number, processes):
    """The stories' rows, CHUNK stories at a time and in order; no more of them wait than the processes need."""
    starts = range(0, number, CHUNK)
    if not processes:
        _remember(teller)
        yield (_told(start, min(start + CHUNK, number)) for start in starts)
        return
    context = multiprocessing.get_context("fork")
    with context.Pool(processes, initializer=_remember, initargs=(teller,)) as pool:
        yield _in_order(pool, starts, number, processes * 3)


def _in_order(pool, starts, number, most):
    waiting = deque()
    for start in starts:
        waiting.append(pool.apply_async(_told, (start, min(start + CHUNK, number))))
        if len(waiting) == most:
            yield waiting.popleft().get()
    while waiting:
        yield waiting.popleft().get()


def _remember(teller):
    global _teller
    _teller = teller


def _told(start, end):
    """{table: (columns, rows as text)} of the stories with these numbers."""
    texts, columns = {}, {}
    for number in range(start, end):
        for label, (names, text) in _teller.tell(number).items():
            texts.setdefault(label, []).append(text)
            columns[label] = names
    return {label: (columns[label], "".join(found)) for label, found in texts.items()}
