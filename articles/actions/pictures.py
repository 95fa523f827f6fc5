"""The picture library: bringing pictures in, and what is said of them."""

import shutil

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from articles import permissions
from articles.actions.copies import COPIES
from articles.actions.refreshing import follow
from articles.models import Author, Picture
from articles.publishing import outbox, purge
from articles.publishing.compose import library_picture
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


def describe_picture(picture, *, by, on_live=False, **described):
    """Changes what is said of a picture in the library; returns the Picture.

    Stories get it with their next publication. on_live: at once, where they do not say something of their own, and so
    do the authors whose portrait it is; for those who may change what is live.
    """
    if not by.has_perm("articles.change_picture"):
        raise PermissionDenied(_("You may not change pictures."))
    if on_live and not permissions.may_fix(by):
        raise PermissionDenied(_("You may not change what is live."))
    with transaction.atomic():
        Picture.objects.filter(pk=picture.pk).update(**{k: v for k, v in described.items() if k in DESCRIPTION})
        picture.refresh_from_db()
        if on_live:
            _mend_live(picture, by)
    return picture


def _mend_live(picture, by):
    why = _("What is said of the picture “{title}” changed.").format(title=picture.title)
    follow(picture, by=by, why=why)
    for author in Author.objects.filter(portrait__number=picture.pk):
        author.portrait = library_picture(picture)
        author.save(update_fields=["portrait"])
        outbox.record("purge", {"keys": purge.of_pages([(Author, author.pk)])})
        follow(author, by=by, why=why)


def live_stories_with(picture):
    """How many live stories show a picture, in themselves or as the portrait of an author."""
    found = set(COPIES["picture"].stories(picture))
    for author in Author.objects.filter(portrait__number=picture.pk):
        found |= set(COPIES["author"].stories(author))
    return len(found)
