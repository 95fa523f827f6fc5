"""Former addresses of sections, authors, tags and profiles lead to where the page is now."""

import re
import unicodedata
from functools import wraps

from django.http import Http404, HttpResponsePermanentRedirect

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
