"""Pictures: what may be uploaded, the renditions made from its pixels, and their way to the public and back.

Image files are decoded in a process of their own (`_decode.py`) with bounds on memory and time.
"""

import hashlib
import json
import logging
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from django.utils.translation import gettext as _

from articles.publishing import _decode

LARGEST_UPLOAD = 25 * 1024 * 1024
PATIENCE = 90
CHUNK = 64 * 1024
CENTRE = (0.5, 0.5)
PUBLIC_MODE = 0o644

_STEM = re.compile(r"[0-9a-z]{1,64}")

log = logging.getLogger(__name__)


class Upload(NamedTuple):
    """Width and height as seen, that is after the camera's orientation; format is JPEG, PNG, WEBP or GIF."""

    width: int
    height: int
    format: str
    sha256: str


class Rendition(NamedTuple):
    name: str
    width: int
    height: int
    format: str
    bytes: int


class UploadRefused(Exception):  # noqa: N818
    """Its message is for the person who uploads: what is wrong and what to do."""


def inspect_upload(file) -> Upload:
    """Decodes the whole picture, so that a damaged one is refused now and not when readers wait for it.

    `file` is a path, bytes, an open binary file or Django's uploaded file; it is left at its beginning. The name and
    the declared type of an upload are not looked at.
    """
    with tempfile.NamedTemporaryFile(prefix="upload-") as copy:
        sha256 = _copied(file, copy)
        answer = _decoded("inspect", copy.name, head=_head(copy))
    return Upload(answer["width"], answer["height"], answer["format"], sha256)


def make_renditions(original_path, out_dir, stem, focus=CENTRE) -> list[Rendition]:
    """Writes AVIF in every width up to the original's, WebP in some, a JPEG, the crops 16x9, 4x3, 1x1; all or nothing.

    Only pixels are taken over: no metadata, no colour profile (all is sRGB), transparency on white. `focus` is what
    the crops keep, as fractions of width and height from the top left, of the picture as seen. A second run replaces
    the files of the first. Raises UploadRefused for what `inspect_upload` would refuse.
    """
    _require_stem(stem)
    out_dir = Path(out_dir)
    out_dir.mkdir(parents=True, exist_ok=True)
    try:
        answer = _decoded("render", original_path, out_dir, stem, *focus)
    finally:
        for leftover in out_dir.glob(f".{stem}-*.tmp"):
            leftover.unlink(missing_ok=True)
    return [Rendition(**rendition) for rendition in answer["renditions"]]


def publish_files(stem, private_dir, public_dir) -> list[str]:
    """Makes public exactly the renditions there are, by hard link or copy; none is no error. Idempotent."""
    _require_stem(stem)
    public_dir = Path(public_dir)
    public_dir.mkdir(parents=True, exist_ok=True)
    originals = sorted(Path(private_dir).glob(f"{stem}-*"))
    for original in originals:
        _publish(original, public_dir / original.name)
    names = [original.name for original in originals]
    for stale in public_dir.glob(f"{stem}-*"):
        if stale.name not in names:
            stale.unlink(missing_ok=True)
    return names


def withdraw_files(stem, public_dir) -> None:
    _require_stem(stem)
    for public in [*Path(public_dir).glob(f"{stem}-*"), *Path(public_dir).glob(f".{stem}-*")]:
        public.unlink(missing_ok=True)


def _require_stem(stem: str) -> None:
    if not _STEM.fullmatch(stem):
        raise ValueError("A stem is made of letters a to z and digits.")


def _publish(original: Path, public: Path) -> None:
    if public.exists() and public.samefile(original):
        return
    temporary = public.with_name(f".{public.name}.{os.getpid()}.tmp")
    temporary.unlink(missing_ok=True)
    try:
        os.link(original, temporary)
    except OSError:
        shutil.copyfile(original, temporary)
    temporary.chmod(PUBLIC_MODE)
    temporary.replace(public)


def _copied(file, copy) -> str:
    """The SHA-256 of what was copied; stops at the limit, whatever size was declared."""
    digest, size = hashlib.sha256(), 0
    for chunk in _chunks(file):
        size += len(chunk)
        if size > LARGEST_UPLOAD:
            raise UploadRefused(
                _("The file is larger than 25 MB. Save it with fewer pixels or as JPEG, then try again.")
            )
        digest.update(chunk)
        copy.write(chunk)
    copy.flush()
    if not size:
        raise UploadRefused(_("The file is empty. Choose the picture again."))
    return digest.hexdigest()


def _chunks(file) -> Iterator[bytes]:
    if isinstance(file, bytes):
        yield file
    elif isinstance(file, (str, os.PathLike)):
        with open(file, "rb") as opened:
            yield from _chunks(opened)
    else:
        file.seek(0)
        while chunk := file.read(CHUNK):
            yield chunk
        file.seek(0)


def _head(copy) -> bytes:
    copy.seek(0)
    return copy.read(512)


def _decoded(task, path, *arguments, head=b"") -> dict:
    """Without our environment: a decoder that is taken over finds no secrets there."""
    environment = {name: os.environ[name] for name in ("LD_LIBRARY_PATH", "SYSTEMROOT") if name in os.environ}
    command = [sys.executable, "-I", _decode.__file__, task, *map(str, (path, *arguments))]
    try:
        done = subprocess.run(  # noqa: S603 - our own script; the file's name is ours, not the upload's
            command, stdin=subprocess.DEVNULL, capture_output=True, timeout=PATIENCE, env=environment, check=False
        )
        answer = json.loads(done.stdout)
    except subprocess.TimeoutExpired:
        answer = {"refused": "time"}
    except ValueError:
        log.warning("Decoding ended with %s: %s", done.returncode, done.stderr.decode(errors="replace")[-500:])
        answer = {"refused": "broken"}
    if reason := answer.get("refused"):
        raise UploadRefused(_message(reason, head))
    return answer


def _message(reason: str, head: bytes) -> str:
    if reason == "format":
        if kind := _kind_of(head):
            message = _("This is a %(kind)s file. Save the picture as JPEG, PNG, WebP or GIF and upload that.")
            return message % {"kind": kind}
        return _("This is no picture we can read. Save it as JPEG, PNG, WebP or GIF and upload that.")
    return {
        "broken": _("The file is damaged or incomplete. Copy it from the camera or card again, then try again."),
        "frames": _("The animation has more than 50 frames. Save one of them as a picture and upload that."),
        "memory": _("The picture needs too much memory. Save it as JPEG, with fewer pixels, and upload that."),
        "pixels": _("The picture has more than 40 million pixels. Make it smaller, 6000 pixels wide is plenty."),
        "small": _("The picture is less than 200 pixels wide or high. Ask for a larger version."),
        "time": _("Reading the picture takes too long. Save it as JPEG again and upload that."),
    }[reason]


def _kind_of(head: bytes) -> str:
    """What a refused file calls itself, for the message only."""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith(b"<"):
        return "SVG" if b"<svg" in start else "HTML" if b"<html" in start or b"<!doctype html" in start else "XML"
    signatures = {b"%PDF": "PDF", b"8BPS": "Photoshop", b"%!PS": "EPS", b"\xc5\xd0\xd3\xc6": "EPS", b"BM": "BMP"}
    signatures |= {b"II*\0": "TIFF", b"MM\0*": "TIFF", b"PK\x03\x04": "ZIP"}
    if head[4:8] == b"ftyp":
        return {b"avif": "AVIF", b"heic": "HEIC", b"heix": "HEIC", b"mif1": "HEIC"}.get(head[8:12], "video")
    return next((kind for signature, kind in signatures.items() if head.startswith(signature)), "")
