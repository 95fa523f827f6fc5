"""Answers of the readers' side: how long caches may keep them, by which keys they are purged, and whether they changed.

An ETag of the very bytes alone answers 304. Last-Modified is told, but not believed: a withdrawal changes lists without
making anything in them newer.
"""

import hashlib
from functools import wraps

from django.conf import settings
from django.http import HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from django.views.decorators.http import require_safe

from articles.models.public import Path
from articles.publishing import render

FRESH = "public, max-age=0, s-maxage=60, stale-while-revalidate=30, stale-if-error=86400"
FLEETING = "public, max-age=0, s-maxage=10"
FOR_A_MOMENT = "public, max-age=0, s-maxage=1"  # what no purge can reach, or has reached already
STANDING_IN = f"{FOR_A_MOMENT}, stale-if-error=86400"
FOR_EVER = "public, max-age=31536000, immutable"
HTML, XML, TEXT = "text/html; charset=utf-8", "application/xml; charset=utf-8", "text/plain; charset=utf-8"


def for_readers(view):
    """A readers' view: it only reads, in the paper's language and zone, whatever this thread was asked before."""

    @require_safe
    @wraps(view)
    def wrapped(request, *args, **kwargs):
        with render.as_readers_see():
            return view(request, *args, **kwargs)

    return wrapped


def cached(**query):
    """A view whose answers may be kept for everybody. query: each parameter it takes, by how it is read.

    What reads a parameter gives None for nonsense, and otherwise something whose text is the one way to write it.
    """

    def marked(view):
        view.known_query = tuple(query.items())
        return view

    return marked


def answer(request, text, *, keys=(), content_type=HTML, modified=None, caching=FRESH, robots=""):
    """The response to a reader, or 304 where they have these bytes already. keys: of what it shows, for purging.

    Each names sections, in its navigation or beside its stories: `sections` is everything's key.
    """
    content = text.encode("utf-8", "replace")
    etag = f'W/"{hashlib.sha256(content).hexdigest()[:32]}"'  # weak: the same page compressed is the same page
    headers = {"Cache-Control": caching, "Content-Type": content_type, "ETag": etag, "Vary": "Accept-Encoding"}
    if keys:
        headers["Surrogate-Key"] = " ".join(dict.fromkeys([*keys, "sections"]))
    if modified:
        headers["Last-Modified"] = http_date(modified.timestamp())
    if robots:
        headers["X-Robots-Tag"] = robots
    response = HttpResponse(content, headers=headers)
    return get_conditional_response(request, etag=etag, response=response)


def page(request, template, context, **headers):
    """A template of templates/reading/ as an answer."""
    return answer(request, render.html(f"reading/{template}.html", context), **headers)


def withdrawn(path):
    """410 or 451 for an address that once was a story's; purged as soon as the story is back."""
    is_legal = path.answer == Path.Answer.LEGAL
    status = 451 if is_legal else 410
    headers = {
        "Cache-Control": FLEETING,
        "Surrogate-Key": f"story-{path.story_number}",
        "Vary": "Accept-Encoding",
        "X-Robots-Tag": "noindex",
    }
    if is_legal:
        headers["Link"] = f'<{settings.SITE_URL}/>; rel="blocked-by"'  # RFC 7725: who blocks, not who asked
    return HttpResponse(render.error(status), status=status, headers=headers)


def story_keys(articles):
    """A page that shows these teasers changes when one of the stories does."""
    return [f"story-{article.story_number}" for article in articles]


def latest(articles):
    """When the newest change among them was published."""
    return max((article.published_at for article in articles), default=None)
