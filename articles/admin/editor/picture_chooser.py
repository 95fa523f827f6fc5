"""Small facts about pictures of the library, for those who put one into a text."""

import re

from django.core.paginator import Paginator
from django.db.models import Q
from django.http import JsonResponse
from django.views.decorators.http import require_GET

from articles.models import Picture

PAGE = 24
MOST_IDS = 200
LONGEST_QUERY = 100
DESK_FILES = "/admin/pictures/files/"
WIDTH_WANTED = 320
UNCROPPED = re.compile(r"-\d+\.[a-z0-9]+\Z")  # a crop would say "-16x9.jpg"


@require_GET
def pictures(request):
    """`?ids=3,14` answers for these; else a page of the library, newest first, that matches `?q=`."""
    if not (request.user.is_staff and request.user.has_perm("articles.view_picture")):
        return JsonResponse({"pictures": [], "more": False}, status=403)
    if "ids" in request.GET:
        found, more = _named(request.GET["ids"]), False
    else:
        page = Paginator(_matching(request.GET.get("q", "")), PAGE).get_page(request.GET.get("page"))
        found, more = page.object_list, page.has_next()
    return JsonResponse({"pictures": [facts(picture) for picture in found], "more": more})


def facts(picture):
    """What the editor shows of a picture. No rights holder, no uploader, no original."""
    return {
        "number": picture.pk,
        "title": picture.title,
        "alt": picture.alt_text,
        "caption": picture.caption,
        "credit": picture.credit,
        "thumbnail": thumbnail(picture),
    }


def thumbnail(picture):
    """The address of the smallest rendition that is wide enough, or an empty string."""
    uncropped = [rendition for rendition in picture.renditions if UNCROPPED.search(rendition["name"])]
    whole = sorted(uncropped, key=lambda rendition: rendition["width"])
    wide = [rendition for rendition in whole if rendition["width"] >= WIDTH_WANTED] or whole[-1:]
    return DESK_FILES + wide[0]["name"] if wide else ""


def _named(ids):
    numbers = [int(one) for one in ids.split(",")[:MOST_IDS] if one.isascii() and one.isdigit() and len(one) <= 18]
    return Picture.objects.filter(pk__in=numbers)


def _matching(query):
    found = Picture.objects.order_by("-pk")
    for word in query[:LONGEST_QUERY].split():
        found = found.filter(
            Q(title__icontains=word)
            | Q(caption__icontains=word)
            | Q(alt_text__icontains=word)
            | Q(credit__icontains=word)
        )
    return found
