"""A newsroom as it is served: how soon it answers, what a process weighs, and how soon readers see what was published.

Starts a web server of its own for this database, with the page cache on, and publishes a story that is approved or
scheduled: for a database that may be changed.
"""

import os
import signal
import socket
import statistics
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.error import URLError
from urllib.request import ProxyHandler, build_opener

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.core.handlers.wsgi import WSGIHandler
from django.core.management.base import CommandError
from django.test.utils import override_settings

from articles import actions
from articles.actions import MoveRefused
from articles.management.benches.origin import surfaces
from articles.management.benches.processor import Client, cost, one_connection
from articles.models import Article, Story
from articles.publishing import page_store
from articles.publishing.render import of_profile

HELP = "Starts a server on this database, publishes a story there, and says how soon readers see it."
WORKERS, HITS, LONGEST = 2, 400, 10  # seconds
_open = build_opener(ProxyHandler({})).open


def add_arguments(parser):
    parser.add_argument("--patience", type=int, default=60, help="seconds in which the server must have started")


def run(options, tell):
    with TemporaryDirectory() as place, served(place, options["patience"]) as (url, process, started):
        pages = {name: paths[0] for name, paths in surfaces().items() if paths}
        for path in [path for path in pages.values() for _ in range(WORKERS * 2)]:
            read(url + path)
        weights = [weight(worker) for worker in children(process.pid)]
        found = {"start_seconds": round(started, 1), "worker_mb": round(statistics.mean(weights))}
        tell(f"Served after {started:.1f} s; a worker weighs {found['worker_mb']} MB.")
        return found | hits(place) | freshness(url, place)


@contextmanager
def served(place, patience):
    """(address, process, seconds until it answered): a gunicorn on a port of its own, which keeps pages in `place`."""
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    own = {"BIND": f"127.0.0.1:{port}", "WEB_CONCURRENCY": str(WORKERS), "ALLOWED_HOSTS": "127.0.0.1"}
    own |= {"PAGE_CACHE": "on", "PAGE_CACHE_FILE": str(Path(place) / "pages.sqlite3")}
    command = [sys.executable, "-m", "gunicorn", "--config", "deploy/gunicorn.conf.py", "newsroom.wsgi"]
    began = time.monotonic()
    process = subprocess.Popen(command, cwd=settings.BASE_DIR, env=os.environ | own)  # noqa: S603
    try:
        while not answers(url):
            if time.monotonic() - began > patience or process.poll() is not None:
                raise CommandError("The server did not start.")
            time.sleep(0.05)
        yield url, process, time.monotonic() - began
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(30)


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def answers(url):
    try:
        return bool(read(url + "/"))
    except (URLError, OSError):
        return False


def read(url):
    with _open(url, timeout=10) as answer:
        return answer.read().decode()


def children(process):
    """The processes that this one started."""
    return [int(pid) for pid in Path(f"/proc/{process}/task/{process}/children").read_text().split()]


def weight(process):
    """Megabytes that this process holds, its share of what it shares (PSS)."""
    lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


def hits(place):
    """Processor time of a page that is kept, asked of this process."""
    page_store.store.cache_clear()
    with override_settings(PAGE_CACHE=True, PAGE_CACHE_FILE=Path(place) / "hits.sqlite3"):
        client, path = Client(WSGIHandler(), settings.SITE_URL.partition("//")[2]), surfaces()["article"][0]
        client.get(path)
        with one_connection():
            costs = [cost(lambda: client.get(path), HITS)[0] for _ in range(5)]
    page_store.store.cache_clear()
    return {"cache_hit_ms": round(statistics.median(costs), 3)}


def freshness(url, place):
    """{surface_fresh_seconds}: from the commit of a publication until readers get it, as from another process."""
    page_store.store.cache_clear()
    with override_settings(PAGE_CACHE=True, PAGE_CACHE_FILE=Path(place) / "pages.sqlite3"):
        article = published()
        began = time.monotonic()
        found = {}
        for name, path in shown_on(article).items():
            while article.headline not in read(url + path).replace("&#x27;", "'").replace("&quot;", '"'):
                if time.monotonic() - began > LONGEST:
                    raise CommandError(f"{path} does not show what was published.")
                time.sleep(0.01)
            found[name] = round(time.monotonic() - began, 2)
    page_store.store.cache_clear()
    return {"commit_to_fresh_seconds": found}


def published():
    """The article of a story that the checks let out now: scheduled or approved before."""
    for story in Story.objects.filter(status__in=["approved", "scheduled"]):
        approved = story.transitions.filter(move="approve").order_by("-pk").first()
        try:
            return Article.objects.get(story_number=actions.publish(story, by=approved and approved.by).pk)
        except (MoveRefused, PermissionDenied):
            continue
    raise CommandError("No story is approved or scheduled that the checks let out.")


def shown_on(article):
    """{surface: an address where it stands now}"""
    section, tag = article.section, article.tag_links.select_related("tag_page").first()
    found = {"article": article.path, "front": "/", "section": f"/sections/{section.slug}/", "feed": "/feed.xml"}
    if tag:
        found["tag"] = f"/tags/{tag.tag_page.slug}/"
    author = article.author_links.select_related("author").first()
    if author:
        found["author"] = f"/authors/{author.author.slug}/"
    part = article.profile_links.select_related("profile").first()
    if part:
        found["person"] = of_profile(part.profile)
    return found
