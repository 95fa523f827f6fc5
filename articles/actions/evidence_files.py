"""Files that prove what a claim rests on: kept privately as they came, with their SHA-256, never shown to readers."""

import hashlib
import secrets

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import permissions
from articles.actions.claims import former_file, rests_anew
from articles.actions.passage import MoveRefused

LARGEST = 25 * 1024 * 1024
HEAD = 4096
ZIP = (b"PK\x03\x04",)
OLE = (b"\xd0\xcf\x11\xe0",)
BEGINNINGS = {  # by which bytes a file of this ending is known; empty: by its text
    "pdf": (b"%PDF-",),
    "png": (b"\x89PNG\r\n\x1a\n",),
    "jpg": (b"\xff\xd8\xff",),
    "jpeg": (b"\xff\xd8\xff",),
    "webp": (b"RIFF",),
    "docx": ZIP, "xlsx": ZIP, "pptx": ZIP, "odt": ZIP, "ods": ZIP,
    "doc": OLE, "xls": OLE, "msg": OLE,
    "mp3": (b"ID3", b"\xff\xfb", b"\xff\xf3", b"\xff\xf2"),
    "wav": (b"RIFF",),
    "ogg": (b"OggS",),
    "webm": (b"\x1aE\xdf\xa3",),
    "m4a": (b"ftyp",), "mp4": (b"ftyp",), "mov": (b"ftyp",),
    "txt": (), "csv": (), "eml": (),
}  # fmt: skip


def folder():
    return settings.PRIVATE_MEDIA_ROOT / "evidence"


@transaction.atomic
def attach(evidence, file, *, by, now=None):
    """Keeps an uploaded file with a piece of evidence. A former one stays on the disk, its SHA-256 with the claim."""
    if not permissions.may_support(by, evidence.claim.story):
        raise PermissionDenied(_("You may not work on the claims of this story."))
    now = now or timezone.now()
    former = former_file(evidence, by, now)
    evidence.file, evidence.file_name, evidence.sha256 = keep(file)
    evidence.save(update_fields=["file", "file_name", "sha256"])
    rests_anew(evidence.claim, now, former)
    return evidence


def keep(file):
    """Writes an uploaded file into the private folder: (its name there, what it was called, its SHA-256)."""
    ending = check(file)
    folder().mkdir(parents=True, exist_ok=True)
    name = f"{secrets.token_hex(16)}.{ending}"
    digest = hashlib.sha256()
    with (folder() / name).open("xb") as kept:
        for chunk in file.chunks():
            digest.update(chunk)
            kept.write(chunk)
    return name, _called(file), digest.hexdigest()


def check(file):
    """The ending of a file that may be kept; MoveRefused with words for the person otherwise."""
    ending = (file.name or "").rpartition(".")[2].lower()
    if ending not in BEGINNINGS:
        known = ", ".join(BEGINNINGS)
        raise MoveRefused(_("Files of this kind are not kept. Possible are: {known}.").format(known=known))
    if file.size > LARGEST:
        limit = LARGEST // (1024 * 1024)
        raise MoveRefused(_("The file is larger than {limit} MB.").format(limit=limit))
    file.seek(0)
    head = file.read(HEAD)
    file.seek(0)
    if not head or not _begins_as(head, BEGINNINGS[ending]):
        raise MoveRefused(_("The file is empty or damaged, or it is not what its name says."))
    return ending


def _begins_as(head, beginnings):
    if not beginnings:
        return b"\x00" not in head
    return head.startswith(beginnings) or (b"ftyp" in beginnings and head[4:8] == b"ftyp")


def _called(file):
    return "".join(char for char in file.name if char.isprintable())[-255:]
