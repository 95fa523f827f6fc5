"""What pages cost at the size of this database: readers' pages without any cache, and the lists of the desk.

Each through the whole middleware, another address of its kind each time. What is counted is processor time, of this
process and of the database's: the clock says little where the machine does other work as well. It is told beside it.
"""

import gc
import itertools
import logging
import random
import statistics
import time
from contextlib import contextmanager

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.db import connection
from django.test import Client as DeskClient

from accounts.models import User
from articles.management.benches import archive
from articles.management.benches.processor import Client, database_process, one_connection, used_by
from articles.models import Story
from articles.models.public import Article, ArticleTag, Author, Profile, Section, TagPage
from articles.publishing import page_store
from articles.publishing.render import address, of_month, of_profile

HELP = "Times readers' pages and the desk's lists at the size of this database; --sizes makes databases to compare."
MOST = 60  # addresses of a kind
SECONDS_OF_A_KIND = 20


def add_arguments(parser):
    parser.add_argument("--requests", type=int, default=60, help="of each kind")
    parser.add_argument("--sizes", default="", help="10000,100000: makes databases of so many stories, and drops them")


def run(options, tell):
    if options["sizes"]:
        return archive.compared([int(size) for size in options["sizes"].split(",")], options["requests"], tell)
    settings.PAGE_CACHE = False
    page_store.store.cache_clear()
    logging.disable(logging.WARNING)
    with one_connection(), _editor(settings.SITE_URL.partition("//")[2]) as ask_desk:
        told = _measured(ask_desk, options["requests"], tell)
    logging.disable(logging.NOTSET)
    return told


def _measured(ask_desk, requests, tell):
    host = settings.SITE_URL.partition("//")[2]
    told = {"stories": Story.objects.count(), "articles": Article.objects.count(), "database": connection.vendor}
    for kinds, ask in ((readers_pages(), _reader(host)), (desk_pages(), ask_desk)):
        for name, paths in kinds.items():
            if paths:
                told |= figures(name, _timed(ask, paths, requests))
                tell(f"{name}: {told[f'{name}_p50_ms']} / {told[f'{name}_p95_ms']} ms")
    return told


def readers_pages():
    """{kind: addresses}: drawn from the whole archive, the same for the same database."""
    dice = random.Random(7)  # noqa: S311
    drawn = _drawn(dice)
    days = list(Article.objects.filter(pk__in=drawn).values_list("first_published_at", flat=True))
    sections = [address("section", slug) for slug in Section.objects.live().values_list("slug", flat=True)]
    big, rare = _tags()
    deep = [f"{sections[0]}?before={day.isoformat().replace('+00:00', 'Z')}_1" for day in days] if sections else []
    return {
        "story": list(Article.objects.filter(pk__in=drawn).values_list("path", flat=True)),
        "front": [address("front")],
        "section": sections,
        "section_deep": deep,
        "tag_big": big,
        "tag_rare": rare,
        "person": [of_profile(one) for one in Profile.objects.live().order_by("pk")[:MOST]],
        "author": [address("author", slug) for slug in Author.objects.live().values_list("slug", flat=True)[:MOST]],
        "archive": [address("archive")],
        "month": [of_month(day) for day in days],
        "corrections": [address("corrections")],
        "opinion": [address("opinion")],
        "feed": [address("feed")],
        "sitemap": [address("sitemap")],
        "sitemap_pages": [address("sitemap_pages")],
        "sitemap_news": [address("sitemap_news")],
    } | searches(sections)


def searches(sections):
    """Questions of every sort: a word of a third of the stories, one of a few, two, a phrase, and narrowed ones."""
    rare = _rare_words()
    common = ("council", "harbour", "minutes", "ferry", "school", "road")
    path, author = address("search"), Author.objects.live().first()
    section = sections[0].rstrip("/").rpartition("/")[2] if sections else ""
    asked = {
        "search_common": [f"q={word}" for word in common],
        "search_rare": [f"q={word}" for word in rare],
        "search_two": [f"q={one}+{other}" for one, other in itertools.pairwise(common)],
        "search_common_rare": [f"q={one}+{other}" for one, other in zip(itertools.cycle(common), rare)],
        "search_phrase": ["q=%22harbour+trust%22", "q=%22the+night+ferry%22", "q=%22ferry+harbour%22"],
        "search_section": [f"q={word}&section={section}" for word in common],
        "search_author": [f"q={word}&author={author.slug if author else ''}" for word in common],
        "search_type_days": [f"q={word}&type=opinion&from=2016-01-01&to=2018-01-01" for word in common],
        "search_no_word": [f"section={section}", f"author={author.slug if author else ''}", "to=2018-01-01"],
        "search_no_word_rare": [f"section={section}&type=review&from=2015-01-01", f"section={section}&type=opinion"],
        "search_nothing": ["q=zeppelin+quagga"],
    }
    return {name: [f"{path}?{query}" for query in queries] for name, queries in asked.items()}


def desk_pages():
    place, sources = "/admin/articles/story/", "/admin/articles/source/"
    section, last = Section.objects.live().first(), Story.objects.order_by("pk").values_list("pk", flat=True).first()
    rare, author = _rare_words(), Author.objects.live().first()
    return {
        "desk_dashboard": ["/admin/"],
        "desk_stories": [place],
        "desk_stories_deep": [f"{place}?p={last + 5}"] if last else [],
        "desk_stories_status": [f"{place}?stands={status}" for status in ("draft", "in_review", "published")],
        "desk_stories_section": [f"{place}?in={section.pk}"] if section else [],
        "desk_stories_author": [f"{place}?author={author.pk}"] if author else [],
        "desk_stories_kept": [f"{place}?kept={which}" for which in ("mine", "waiting", "changes", "look")],
        "desk_stories_sorted": [f"{place}?o={order}" for order in ("0", "-0", "1", "-1", "4", "-4")],
        "desk_search_common": [f"{place}?q=council", f"{place}?q=harbour"],
        "desk_search_rare": [f"{place}?q={word}" for word in rare[:10]],
        "desk_story": [f"{place}{number}/change/" for number in _story_numbers()],
        "desk_people": ["/admin/articles/person/", "/admin/articles/person/?q=moss"],
        "desk_sources": [sources],
        "desk_sources_sorted": [f"{sources}?o=0", f"{sources}?o=-0", f"{sources}?kind__exact=document"],
        "desk_sources_search": [f"{sources}?q=minutes", f"{sources}?q=zeppelin"],
    }


def _drawn(dice):
    """Numbers of articles from the whole archive, without counting or sorting it."""
    ends = [Article.objects.order_by(way).values_list("pk", flat=True).first() for way in ("pk", "-pk")]
    if None in ends:
        return []
    wanted = (dice.randint(*ends) for _ in range(MOST))
    found = (Article.objects.filter(pk__gte=one).order_by("pk").values_list("pk", flat=True).first() for one in wanted)
    return sorted({one for one in found if one})


def _story_numbers():
    return list(Article.objects.filter(pk__in=_drawn(random.Random(8))).values_list("story_number", flat=True)[:10])  # noqa: S311


def _tags():
    """(addresses of the tags of most stories, those of the fewest) among some of the live ones."""
    pages = list(TagPage.objects.live().order_by("tag_number"))
    some = pages[:40] + pages[-40:]
    sizes = {page.slug: ArticleTag.objects.filter(tag_page=page).count() for page in some}
    by_size = [address("tag", slug) for slug in sorted(sizes, key=sizes.get)]
    return by_size[-5:], by_size[:5]


def _rare_words():
    """The last words of headlines drawn from the archive: in a corpus, names of villages, most of them rare."""
    headlines = Article.objects.filter(pk__in=_drawn(random.Random(9))).values_list("headline", flat=True)  # noqa: S311
    return [headline.split()[-1].lower() for headline in headlines if headline.split()[-1].isalpha()][:30]


def _reader(host):
    client = Client(WSGIHandler(), host)
    return lambda path: client.get(path)[0]


@contextmanager
def _editor(host):
    """Asks for pages of the desk as an editor, who has not signed in when it is over."""
    client = DeskClient(SERVER_NAME=host.partition(":")[0], SERVER_PORT=host.partition(":")[2] or "80")
    person = User.objects.filter(groups__name="Editor", is_active=True).first() or User.objects.first()
    if person:
        last = person.last_login
        client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    try:
        yield lambda path: client.get(path).status_code
    finally:
        if person:
            client.session.delete()
            User.objects.filter(pk=person.pk).update(last_login=last)


def _timed(ask, paths, requests):
    """(processor, clock) milliseconds of each request, after some that are not counted."""
    turn, found, process = itertools.cycle(paths), [], database_process()
    for path in paths[:3]:
        ask(path)
    gc.collect()
    gc.freeze()  # as deploy/gunicorn.conf.py does
    stop = time.monotonic() + SECONDS_OF_A_KIND
    for _ in range(requests):
        path = next(turn)
        used, began = used_so_far(process), time.perf_counter()
        status = ask(path)
        found.append((used_so_far(process) - used, (time.perf_counter() - began) * 1000))
        if status != 200:
            raise RuntimeError(f"{path} answered {status}")
        if time.monotonic() > stop and len(found) >= 10:
            break
    return found


def used_so_far(process):
    """Milliseconds of processor time: of this process, and of the database's."""
    return time.process_time() * 1000 + used_by(process)


def figures(name, times):
    used, clock = (sorted(column) for column in zip(*times, strict=True))
    p95 = used[round(0.95 * (len(used) - 1))]
    told = {"p50": statistics.median(used), "p95": p95, "clock_p50": statistics.median(clock)}
    return {f"{name}_{what}_ms": round(value, 1) for what, value in told.items()}
