"""The pictures of the corpus: a few prints of the demo newspaper, drawn once and shown by every story that has one."""

import hashlib

from django.conf import settings

from articles.demo import pictures
from articles.models import Picture
from articles.publishing.renditions import make_renditions, publish_files

SIZE = (1200, 800)


def draw(world, count):
    """Adds so many to the world, with their files: originals, renditions, and these made public."""
    for told in pictures.PICTURES[:: max(len(pictures.PICTURES) // count, 1)][:count]:
        _draw(world, told)


def _draw(world, told):
    stem = hashlib.sha256(f"corpus {world.seed} {world.suffix} {told['key']}".encode()).hexdigest()[:32]
    folder, originals = settings.PRIVATE_MEDIA_ROOT / "renditions", settings.PRIVATE_MEDIA_ROOT / "originals"
    originals.mkdir(parents=True, exist_ok=True)
    file = originals / f"{stem}.jpeg"
    pictures.draw(told["key"], SIZE).convert("RGB").save(file, "JPEG", quality=90)
    made = make_renditions(file, folder, stem)
    publish_files(stem, folder, settings.MEDIA_ROOT)
    world.add(
        Picture,
        stem=stem,
        title=told["key"],
        alt_text=told["alt"],
        caption=told["caption"],
        credit=told["credit"],
        rights_holder=told["rights_holder"],
        original_name=file.name,
        format="JPEG",
        width=SIZE[0],
        height=SIZE[1],
        renditions=[{"name": one.name, "width": one.width, "height": one.height, "format": one.format} for one in made],
    )
