"""Run as a script, apart from the server: whatever an image file does to the decoder, it does it here.

Imports nothing of ours. Arguments: `inspect PATH` or `render PATH OUT_DIR STEM FOCUS_X FOCUS_Y`. One JSON object goes
to standard output; a refusal is {"refused": reason}.
"""

import json
import os
import resource
import sys
import warnings
from io import BytesIO

from PIL import Image, ImageCms

MEMORY = 768 * 1024 * 1024
SECONDS = 60
LARGEST_FILE = 64 * 1024 * 1024
MOST_PIXELS = 40_000_000
SHORTEST_SIDE = 200
MOST_FRAMES = 50
FORMATS = ("JPEG", "PNG", "WEBP", "GIF")
WIDTHS = (320, 480, 640, 768, 960, 1280, 1920)  # as AVIF, half the bytes of WebP
OLDER_WIDTHS = (320, 640, 1280)  # as WebP, for browsers from before 2024
FORMS = {
    "avif": {"format": "AVIF", "quality": 52, "speed": 9, "max_threads": 1},
    "webp": {"format": "WEBP", "quality": 78, "method": 4},
    "jpg": {"format": "JPEG", "quality": 82, "optimize": True, "progressive": True},
}
FALLBACK_WIDTH = 1280
CROPS = {"16x9": (16, 9), "4x3": (4, 3), "1x1": (1, 1)}
CROP_WIDTH = 1200
BAND = 256
ORIENTATION = 0x0112
TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


class Refused(Exception):  # noqa: N818
    """Its message is a word that the parent has a sentence for."""


def main(arguments):
    _limit_ourselves()
    task, path, *rest = arguments
    try:
        answer = _inspect(path) if task == "inspect" else _render(path, *rest[:2], (float(rest[2]), float(rest[3])))
    except Refused as refusal:
        answer = {"refused": str(refusal)}
    except MemoryError:
        answer = {"refused": "memory"}
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        answer = {"refused": "pixels"}
    print(json.dumps(answer))


def _limit_ourselves():
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (LARGEST_FILE, LARGEST_FILE))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    warnings.simplefilter("ignore")
    warnings.simplefilter("error", Image.DecompressionBombWarning)


def _opened(path):
    """Judged by its header alone; nothing is decoded yet. Pillow itself refuses more than MAX_IMAGE_PIXELS here."""
    try:
        image = Image.open(path, formats=FORMATS)
    except Image.UnidentifiedImageError:
        raise Refused("format") from None
    if min(image.size) < SHORTEST_SIDE:
        raise Refused("small")
    if image.format not in ("JPEG", "MPO") and getattr(image, "n_frames", 1) > MOST_FRAMES:
        raise Refused("frames")
    return image


def _inspect(path):
    """Decodes every byte, so that a truncated file is known now; a JPEG at an eighth of its size."""
    try:
        image = _opened(path)
        width, height = _turned_size(image)
        image.draft("RGB", (1, 1))
        image.load()
    except (OSError, SyntaxError, ValueError, EOFError, IndexError, KeyError, TypeError, OverflowError):
        raise Refused("broken") from None
    return {"width": width, "height": height, "format": "JPEG" if image.format == "MPO" else image.format}


def _orientation(image):
    try:
        orientation = image.getexif().get(ORIENTATION, 1)
    except Exception:  # EXIF is anybody's bytes; without it the picture stands as stored
        return 1
    return orientation if orientation in TURNS else 1


def _turned_size(image):
    return image.size[::-1] if _orientation(image) >= 5 else image.size


def _render(path, out_dir, stem, focus):
    image = _pixels(_opened(path))
    written = []
    for width in [width for width in WIDTHS if width <= image.width] or [image.width]:
        sized = image.resize(_scaled(image.size, width), Image.Resampling.LANCZOS)
        written.append(_write(sized, out_dir, stem, width, "avif"))
        if width in OLDER_WIDTHS or image.width < WIDTHS[0]:
            written.append(_write(sized, out_dir, stem, width, "webp"))
    width = min(FALLBACK_WIDTH, image.width)
    fallback = image.resize(_scaled(image.size, width), Image.Resampling.LANCZOS)
    written.append(_write(fallback, out_dir, stem, width, "jpg"))
    for name, ratio in CROPS.items():
        written.append(_write(_cropped(image, ratio, focus), out_dir, stem, name, "jpg"))
    for temporary, rendition in written:
        os.replace(temporary, os.path.join(out_dir, rendition["name"]))
    return {"renditions": [rendition for _, rendition in written]}


def _pixels(image):
    """One decode, no larger than any rendition needs, upright, in sRGB, on white."""
    orientation = _orientation(image)
    turned = orientation >= 5
    width, height = image.size[::-1] if turned else image.size
    scale = min(1, max(max(WIDTHS) / width, CROP_WIDTH / height))
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    stored_size = size[::-1] if turned else size
    image.draft("RGB", stored_size)
    image.load()
    profile = image.info.get("icc_profile")
    image = _resizable(image)
    image = image.resize(stored_size, Image.Resampling.LANCZOS, reducing_gap=3.0)
    if orientation in TURNS:
        image = image.transpose(TURNS[orientation])
    return _bare(_in_srgb(image, profile))


def _resizable(image):
    if image.mode.startswith("I"):
        return image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if "transparency" in image.info or image.mode in ("RGBA", "LA", "PA", "La", "RGBa"):
        return _on_white(image)
    return image if image.mode in ("L", "RGB", "CMYK") else image.convert("RGB")


def _on_white(image):
    """Band by band: with whole copies, a large picture would need four times its memory."""
    canvas = Image.new("RGB", image.size, "white")
    for top in range(0, image.height, BAND):
        band = image.crop((0, top, image.width, min(top + BAND, image.height))).convert("RGBA")
        canvas.paste(band, (0, top), band)
    return canvas


def _in_srgb(image, profile):
    """By the embedded profile where it fits the pixels; else as if there were none."""
    if profile:
        try:
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
            return ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
        except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
            return image.convert("RGB")
    return image.convert("RGB")


def _bare(image):
    """Nothing but pixels: what else came with the file stays behind."""
    canvas = Image.new("RGB", image.size)
    canvas.paste(image)
    return canvas


def _scaled(size, width):
    return width, max(1, round(size[1] * width / size[0]))


def _cropped(image, ratio, focus):
    """The largest part of that shape that has the focus as near its middle as the edges allow."""
    across, down = ratio
    width = min(image.width, image.height * across / down)
    height = width * down / across
    left = min(max(focus[0] * image.width - width / 2, 0), image.width - width)
    top = min(max(focus[1] * image.height - height / 2, 0), image.height - height)
    shown = min(CROP_WIDTH, int(width))
    size = (shown, max(1, int(shown * down / across)))
    return image.resize(size, Image.Resampling.LANCZOS, box=(left, top, left + width, top + height))


def _write(image, out_dir, stem, label, ending):
    name = f"{stem}-{label}.{ending}"
    temporary = os.path.join(out_dir, f".{name}.{os.getpid()}.tmp")
    with open(temporary, "wb") as file:
        image.save(file, **FORMS[ending])
        size = file.tell()
        file.flush()
        os.fsync(file.fileno())
    form = FORMS[ending]["format"]
    return temporary, {"name": name, "width": image.width, "height": image.height, "format": form, "bytes": size}


if __name__ == "__main__":
    main(sys.argv[1:])
