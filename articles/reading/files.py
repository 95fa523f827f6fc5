"""Renditions of pictures that a live article uses. Behind a web server this is its work; see docs/architecture.md."""

import re

from django.conf import settings
from django.http import FileResponse, Http404, HttpResponseNotModified

from .headers import FOR_EVER, for_readers

NAME = re.compile(r"(?P<stem>[0-9a-z]{1,64})-\w+\.(webp|jpg|avif)", re.ASCII)
TYPES = {"webp": "image/webp", "jpg": "image/jpeg", "avif": "image/avif"}
SANDBOX = "default-src 'none'; sandbox"


@for_readers
def rendition(request, name):
    """A file of that very name; it never changes, so whoever has it keeps it."""
    match = NAME.fullmatch(name)
    path = settings.MEDIA_ROOT / name
    if not match or not path.is_file():
        raise Http404
    headers = {
        "Cache-Control": FOR_EVER,
        "Content-Security-Policy": SANDBOX,
        "ETag": f'"{name}"',
        "Surrogate-Key": f"picture-{match['stem']}",
    }
    if request.headers.get("If-None-Match") == headers["ETag"]:
        return HttpResponseNotModified(headers=headers)
    return FileResponse(path.open("rb"), content_type=TYPES[path.suffix[1:]], headers=headers)
