"""Bringing pictures into the library."""

import shutil

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from articles.models import Picture
from articles.publishing.renditions import inspect_upload, make_renditions

DESCRIPTION = ("title", "alt_text", "caption", "credit", "rights_holder")


def renditions_dir():
    """Where renditions lie that are not public (yet)."""
    return settings.PRIVATE_MEDIA_ROOT / "renditions"


def add_picture(file, *, by, title="", **described):
    """Checks an uploaded file, keeps the original, makes the renditions; returns the Picture.

    described: alt_text, caption, credit, rights_holder. Raises renditions.UploadRefused with words for the person.
    """
    if by is not None and not by.has_perm("articles.add_picture"):
        raise PermissionDenied(_("You may not add pictures."))
    upload = inspect_upload(file)
    name = getattr(file, "name", "") or ""
    picture = Picture(title=title or name, original_name=name[-255:], created_by=by, **described)
    picture.width, picture.height = upload.width, upload.height
    picture.format, picture.sha256 = upload.format, upload.sha256
    original = _keep_original(file, picture.stem, upload.format)
    made = make_renditions(original, renditions_dir(), picture.stem)
    picture.renditions = [
        {"name": one.name, "width": one.width, "height": one.height, "format": one.format} for one in made
    ]
    picture.save()
    return picture


def _keep_original(file, stem, format):
    folder = settings.PRIVATE_MEDIA_ROOT / "originals"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{stem}.{format.lower()}"
    file.seek(0)
    with path.open("wb") as kept:
        shutil.copyfileobj(file, kept)
    return path


def describe_picture(picture, *, by, **described):
    """Changes what is said of a picture in the library; stories that use it get it with their next publication."""
    if not by.has_perm("articles.change_picture"):
        raise PermissionDenied(_("You may not change pictures."))
    Picture.objects.filter(pk=picture.pk).update(**{k: v for k, v in described.items() if k in DESCRIPTION})
    picture.refresh_from_db()
    return picture
