"""Effects of a commit: recorded inside it, delivered right after, swept up by the worker; at least once, idempotent."""

import logging
from datetime import timedelta
from functools import partial

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from articles.models import Article, Outbox
from articles.publishing import renditions
from articles.publishing.purge import purge

log = logging.getLogger(__name__)
LEASE = timedelta(seconds=60)
WORST_WAIT = timedelta(minutes=15)


def _purge(payload):
    purge(payload["keys"])


def _publish_pictures(payload):
    """Copies the renditions out, unless the story has been taken down since."""
    article = Article.objects.filter(story_number=payload["story"]).first()
    for stem in stems_of(article) if article else ():
        renditions.publish_files(stem, settings.PRIVATE_MEDIA_ROOT / "renditions", settings.MEDIA_ROOT)


def _withdraw_pictures(payload):
    """Deletes public renditions that no live article shows any more."""
    wanted = set(payload["stems"])
    still = set()
    for article in Article.objects.only("pictures", "lead_picture", "bylines").iterator(chunk_size=500):
        still |= wanted & stems_of(article)
    for stem in wanted - still:
        renditions.withdraw_files(stem, settings.MEDIA_ROOT)
    purge([f"picture-{stem}" for stem in sorted(wanted - still)])


def _mail(payload):
    send_mail(payload["subject"], payload["body"], None, [payload["to"]])


EFFECTS = {
    "purge": _purge,
    "publish_pictures": _publish_pictures,
    "withdraw_pictures": _withdraw_pictures,
    "mail": _mail,
}


def stems_of(article):
    """The file stems of all pictures that an article shows."""
    shown = [*article.pictures, *(line.get("portrait") for line in article.bylines)]
    return {picture["stem"] for picture in shown if picture}


def record(kind, payload):
    """Writes an effect down within the transaction that causes it, and delivers it once that has committed."""
    if kind not in EFFECTS:
        raise KeyError(f"No effect is called {kind}.")
    row = Outbox.objects.create(kind=kind, payload=payload, due_at=timezone.now())
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
    """Delivers whatever a crash left lying; returns how many were done."""
    now = now or timezone.now()
    return sum(deliver(pk, now) for pk in Outbox.objects.ready(now).values_list("pk", flat=True)[:500])


def forget_done(now, age=timedelta(days=30)):
    """Deletes effects delivered long ago."""
    Outbox.objects.filter(done_at__lt=now - age).delete()
