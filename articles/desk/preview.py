"""How readers would see the story, by the readers' own templates; and the pictures for it."""

import mimetypes
import re

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles import actions
from articles.desk.stories import story_for
from articles.models import Section
from articles.publishing import render
from articles.publishing.compose import article_of

FILES = "/admin/pictures/files/"
_NAME = re.compile(r"[0-9a-z]{1,64}[0-9a-z-]{0,40}\.(webp|jpg|jpeg|png|avif)")


@require_safe
def preview(request, number):
    """Unsaved and unpublished: the Edition that publishing now would make."""
    story = story_for(request, number)
    edition = actions.edition_of(story)
    article = article_of(edition)
    if not edition.content["section"]:
        article.section = Section(name=_("(no section yet)"), slug="no-section-yet")
    sections = Section.objects.order_by("position", "name")
    page = render.page(article, sections=sections, media=FILES, preview={"label": _("not published")})
    return HttpResponse(page, headers={"Cache-Control": "no-store"})


@require_safe
def picture_file(request, name):
    """A rendition that is not public (yet), for whoever may see pictures."""
    if not (request.user.is_staff and request.user.has_perm("articles.view_picture")):
        raise PermissionDenied
    path = settings.PRIVATE_MEDIA_ROOT / "renditions" / name
    if not _NAME.fullmatch(name) or not path.is_file():
        raise Http404
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    return FileResponse(path.open("rb"), content_type=kind, headers={"Cache-Control": "no-store"})
