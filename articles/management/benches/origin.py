"""What readers' pages cost at the origin, without any cache of pages, against the floor: rounds of all, in turn.

Processor time is counted, not the clock: it is steady where the machine is shared. Every page is asked for through the
whole middleware, each time another one of its kind, so that no page is twice in a row. A process remembers teasers that
it has shown (templatetags/parts.py); `…_unseen` is what a page costs where it has shown none of them.
"""

import itertools
import logging
import statistics

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.db import connection
from django.test.utils import override_settings

from articles.management.benches import floor
from articles.management.benches.processor import Client, cost, one_connection
from articles.models.public import Article, Author, Profile, Section, TagPage
from articles.publishing.render import address, of_profile
from articles.reading import cards
from articles.templatetags import parts

HELP = "Compares the processor time of readers' pages with that of a bare Django view. Needs published stories."
MOST = 200  # pages of a kind that are asked in turn


def add_arguments(parser):
    parser.add_argument("--rounds", type=int, default=20, help="the median of so many")
    parser.add_argument("--requests", type=int, default=10, help="of each kind in each round")


def run(options, tell):
    logging.disable(logging.WARNING)
    pages = {name: _pages(paths) for name, paths in surfaces().items() if paths}
    unseen = {f"{name}_unseen": _forgetful(work) for name, work in pages.items()}
    works = {"floor": _floor()} | pages | unseen
    for work in works.values():
        for _ in range(3):
            work()
    costs = {name: [] for name in works}
    with one_connection():
        for _ in range(options["rounds"]):
            for name, work in works.items():
                costs[name].append(cost(work, options["requests"]))
    logging.disable(logging.NOTSET)
    return figures(costs) | sizes(works) | {"database": connection.vendor}


def surfaces():
    """{kind: addresses of it}."""
    slugs = {
        model: list(model.objects.live().values_list("slug", flat=True)[:MOST]) for model in (Section, TagPage, Author)
    }
    feeds = [address("feed"), *(address("section_feed", slug) for slug in slugs[Section])]
    return {
        "article": list(Article.objects.newest_first().values_list("path", flat=True)[:MOST]),
        "front": [address("front")],
        "section": [address("section", slug) for slug in slugs[Section]],
        "tag": [address("tag", slug) for slug in slugs[TagPage]],
        "person": [of_profile(one) for one in Profile.objects.live()[:MOST]],
        "author": [address("author", slug) for slug in slugs[Author]],
        "feed": feeds,
    }


def _host():
    return settings.SITE_URL.partition("//")[2]


def _floor():
    client, numbers = (
        Client(floor.handler(), _host()),
        Article.objects.newest_first().values_list("story_number", flat=True),
    )
    return _in_turn(client, [f"/floor/{number}/" for number in numbers[:MOST]])


def _pages(paths):
    with override_settings(MIDDLEWARE=[name for name in settings.MIDDLEWARE if name != "newsroom.pages.PageCache"]):
        return _in_turn(Client(WSGIHandler(), _host()), paths)


def _forgetful(work):
    """The same work in a process that has shown nothing before."""

    def forgotten():
        cards.memory.clear()
        parts.memory.clear()
        return work()

    return forgotten


def _in_turn(client, paths):
    turn = itertools.cycle(paths)

    def work():
        path = next(turn)
        status, content = client.get(path)
        if status != 200:
            raise RuntimeError(f"{path} answered {status}")
        return len(content)

    return work


def figures(costs):
    """Medians: milliseconds of each kind, and how often the floor each costs, round by round."""
    bases = [sum(one) for one in costs["floor"]]
    found = {}
    for name, rounds in costs.items():
        if name != "floor":
            ratios = [sum(one) / base for one, base in zip(rounds, bases, strict=True)]
            found[f"{name}_vs_floor"] = round(statistics.median(ratios), 2)
    for name, rounds in costs.items():
        found[f"{name}_ms"] = round(statistics.median(map(sum, rounds)), 2)
        found[f"{name}_database_ms"] = round(statistics.median(one[1] for one in rounds), 2)
    return found


def sizes(works):
    """Bytes of an answer, the mean of ten."""
    whole = {name: work for name, work in works.items() if not name.endswith("_unseen")}
    return {f"{name}_bytes": round(statistics.mean(work() for _ in range(10))) for name, work in whole.items()}
