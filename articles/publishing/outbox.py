"""Effects of a commit: recorded inside it, delivered right after, swept up by the worker; at least once, idempotent."""

import logging
import time
from datetime import timedelta
from functools import partial

from django.conf import settings
from django.core.mail import send_mail
from django.db import connection, transaction
from django.db.models import F
from django.utils import timezone

from articles.models import Article, Author, Outbox
from articles.publishing import renditions
from articles.publishing.purge import purge

log = logging.getLogger(__name__)
LEASE = timedelta(seconds=60)
WORST_WAIT = timedelta(minutes=15)
LONGEST_SWEEP = 15  # seconds; what is left waits for the next round, after the stories that are due


def _purge(payload):
    purge(payload["keys"], at_once=payload.get("at_once", False))


def _publish_pictures(payload):
    """Copies the renditions out of a story, or of an author's page, unless it has been taken down since."""
    if "author" in payload:
        stems = portraits(Author.objects.filter(pk=payload["author"]))
    else:
        article = Article.objects.filter(story_number=payload["story"]).first()
        stems = stems_of(article) if article else ()
    for stem in stems:
        renditions.publish_files(stem, settings.PRIVATE_MEDIA_ROOT / "renditions", settings.MEDIA_ROOT)


def _withdraw_pictures(payload):
    """Deletes public renditions that no live article shows any more."""
    wanted = set(payload["stems"])
    still = wanted & portraits(Author.objects)
    for article in may_show(wanted).only("pictures", "bylines").iterator(chunk_size=500):
        still |= wanted & stems_of(article)
    for stem in wanted - still:
        renditions.withdraw_files(stem, settings.MEDIA_ROOT)
    purge([f"picture-{stem}" for stem in sorted(wanted - still)], at_once=True)


def _mail(payload):
    send_mail(payload["subject"], payload["body"], None, [payload["to"]])


EFFECTS = {
    "purge": _purge,
    "publish_pictures": _publish_pictures,
    "withdraw_pictures": _withdraw_pictures,
    "mail": _mail,
}


def effect(kind):
    """Registers what a room above this one does after a commit: `f(payload)`, idempotent."""

    def register(function):
        EFFECTS[kind] = function
        return function

    return register


def portraits(authors):
    """The file stems of the portraits on those of these authors' pages that readers can see."""
    return {one.portrait["stem"] for one in authors.live() if one.portrait}


def stems_of(article):
    """The file stems of all pictures that an article shows."""
    shown = [*article.pictures, *(line.get("portrait") for line in article.bylines)]
    return {picture["stem"] for picture in shown if picture}


def may_show(stems):
    """The articles to be looked at for pictures with these stems: those that have them, else (on SQLite) all.

    By the indexes article_pictures and article_portraits, which are made of these very words.
    """
    if connection.vendor != "postgresql":
        return Article.objects.all()
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id FROM public_article WHERE jsonb_path_query_array(pictures, '$[*].stem') ?| %s"
            " OR jsonb_path_query_array(bylines, '$[*].portrait.stem') ?| %s",
            [sorted(stems), sorted(stems)],
        )
        return Article.objects.filter(pk__in=[row[0] for row in cursor.fetchall()])


def record(kind, payload, *, at_once=True, due=None):
    """Writes an effect down within the transaction that causes it, and delivers it once that has committed.

    at_once: False leaves it to the worker, who waits until it is due.
    """
    if kind not in EFFECTS:
        raise KeyError(f"No effect is called {kind}.")
    row = Outbox.objects.create(kind=kind, payload=payload, due_at=due or timezone.now())
    if at_once:
        transaction.on_commit(partial(deliver, row.pk), robust=True)
    return row


def deliver(pk, now=None):
    """Carries one effect out, if no other process holds it. Returns whether it is done now."""
    now = now or timezone.now()
    taken = Outbox.objects.ready(now).filter(pk=pk).update(leased_until=now + LEASE, attempts=F("attempts") + 1)
    if not taken:
        return False
    row = Outbox.objects.get(pk=pk)
    try:
        EFFECTS[row.kind](row.payload)
    except Exception as error:
        log.warning("effect %s failed: %s", row, type(error).__name__)
        wait = min(WORST_WAIT, timedelta(seconds=2**row.attempts))
        Outbox.objects.filter(pk=pk).update(
            leased_until=None, due_at=now + wait, error=f"{type(error).__name__}: {error}"[:300]
        )
        return False
    Outbox.objects.filter(pk=pk).update(done_at=now, leased_until=None, error="")
    return True


def sweep(now=None):
    """Delivers what was left to the worker or lies there since a crash; returns how many were done."""
    now, stop = now or timezone.now(), time.monotonic() + LONGEST_SWEEP
    done = 0
    for pk in Outbox.objects.ready(now).values_list("pk", flat=True)[:500]:
        done += deliver(pk, now)
        if time.monotonic() >= stop:
            break
    return done


def forget_done(now, age=timedelta(days=30)):
    """Deletes effects delivered long ago."""
    Outbox.objects.filter(done_at__lt=now - age).delete()
