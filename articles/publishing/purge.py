"""Cache keys of what a publication touches (design.md §6), and telling the caches to forget them.

Two caches may stand between us and readers: our own (`page_store`), and a Varnish or a delivery network in front
(`PURGE_URLS`). The effect is delivered by the outbox, so that one that does not answer is told again.
"""

import logging
from urllib.error import URLError
from urllib.request import HTTPRedirectHandler, Request, build_opener

from django.conf import settings

from articles.models import Author, Profile, Section, TagPage
from articles.publishing import page_store

log = logging.getLogger(__name__)
WORDS = {Section: "section", TagPage: "tag", Author: "author", Profile: "profile"}
MOST_KEYS = 200  # in one request: a header may not be long
PATIENCE = 2  # seconds


def keys(story_number, pages):
    """The surrogate keys, in order: `front story-12 section-3 …`. pages: {(model, pk)} of project.pages_of."""
    return ["front", f"story-{story_number}", *_words(pages)]


def of_pages(pages):
    """The keys of pages that changed themselves. A section is named on every page."""
    everywhere = ["sections"] if any(model is Section for model, _pk in pages) else []
    return ["front", *everywhere, *_words(pages)]


def _words(pages):
    return sorted(f"{WORDS[model]}-{pk}" for model, pk in pages)


def purge(keys, *, at_once=False):
    """Makes shared caches forget these keys; raises where one does not answer, and is harmless when told again.

    at_once: nothing of it may stand in while the page is made anew, since something was withdrawn.
    """
    store = page_store.store()
    if store and keys:
        store.forget(list(keys), at_once=at_once)
    silent = [url for url in settings.PURGE_URLS if not _told(url, list(keys), at_once)]
    if silent:
        raise OSError(f"No answer to a purge: {', '.join(silent)}")


def _told(url, keys, at_once):
    batches = [keys[start : start + MOST_KEYS] for start in range(0, len(keys), MOST_KEYS)]
    return all(_sent(url, batch, at_once) for batch in batches)


class _NoRedirect(HTTPRedirectHandler):
    def redirect_request(self, *args):
        return None


def _sent(url, keys, at_once):
    headers = settings.PURGE_HEADERS | {"Surrogate-Key": " ".join(keys)} | ({} if at_once else {"Soft-Purge": "1"})
    request = Request(url, method=settings.PURGE_METHOD, headers=headers)  # noqa: S310  (newsroom.E011 looks at them)
    try:
        with build_opener(_NoRedirect).open(request, timeout=PATIENCE) as answer:
            return answer.status < 300
    except (URLError, OSError) as error:
        log.warning("purge at %s failed: %s", url, error)
        return False
