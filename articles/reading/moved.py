"""Former addresses of sections, authors, tags and names lead to where the page is now; so do those in capitals."""

import re
import unicodedata
from copy import copy
from functools import wraps

from django.conf import settings
from django.http import Http404, HttpResponsePermanentRedirect
from django.urls import Resolver404, resolve
from django.utils.encoding import escape_uri_path

from articles.models.public import Author, Path, Profile, Section, TagPage
from articles.publishing.render import address, of_profile

from .headers import FLEETING

MODELS = {
    Path.Page.SECTION: Section,
    Path.Page.AUTHOR: Author,
    Path.Page.TAG: TagPage,
    Path.Page.PROFILE: Profile,
}
FEED = re.compile(r"feed\.(?:xml|atom|json)\Z")


def or_where_it_went(view):
    """For pages that may move: where none is found, a former address is looked up before it is a 404."""

    @wraps(view)
    def wrapped(request, *args, **kwargs):
        try:
            return view(request, *args, **kwargs)
        except Http404:
            return _way_to(request)

    return wrapped


def _way_to(request):
    asked = unicodedata.normalize("NFC", request.path_info)
    feed = "".join(FEED.findall(asked))
    former = Path.objects.of_pages().filter(path=asked.removesuffix(feed)).first()
    page = former and MODELS[former.page].objects.live().filter(pk=former.page_number).first()
    if not page:
        raise Http404
    place = of_profile(page) if former.page == Path.Page.PROFILE else address(former.page, page.slug)
    headers = {"Cache-Control": FLEETING, "Surrogate-Key": f"{former.page}-{page.pk}"}
    return HttpResponsePermanentRedirect(place + feed, headers=headers)


def as_we_write_it(request):
    """The way from an address where nothing is to the same in small letters, or without the slash after a file's name,
    where something is; else None. Asked only where the answer would be 404.
    """
    if request.method not in ("GET", "HEAD") or settings.SITE == "desk":
        return None
    small = unicodedata.normalize("NFC", request.path_info.lower())
    for path in (small, small.removesuffix("/"), f"{small}/"):
        if path != request.path_info and _leads_somewhere(request, path):
            query = request.META.get("QUERY_STRING", "")
            place = escape_uri_path(path) + (f"?{query}" if query else "")
            return HttpResponsePermanentRedirect(place, headers={"Cache-Control": FLEETING})
    return None


def _leads_somewhere(request, path):
    """Whether the view at this path finds something to say, were it that it was withdrawn. Not asked of files."""
    if path.startswith(settings.MEDIA_URL):
        return False
    try:
        view, args, kwargs = resolve(path, settings.PUBLIC_URLCONF)
        if not hasattr(view, "known_query"):  # a search or a form is always there
            return True
        asked = copy(request)
        asked.path = asked.path_info = path
        return view(asked, *args, **kwargs).status_code != 404
    except (Resolver404, Http404):
        return False
