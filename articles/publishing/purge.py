"""Cache keys of what a publication touches (design.md §6), and telling the caches to forget them."""

import logging

from articles.models import Author, Profile, Section, TagPage

log = logging.getLogger(__name__)
WORDS = {Section: "section", TagPage: "tag", Author: "author", Profile: "profile"}


def keys(story_number, pages):
    """The surrogate keys, in order: `front story-12 section-3 …`. pages: {(model, pk)} of project.pages_of."""
    return ["front", f"story-{story_number}", *_words(pages)]


def of_pages(pages):
    """The keys of pages that changed themselves. A section is named on every page."""
    everywhere = ["sections"] if any(model is Section for model, _pk in pages) else []
    return ["front", *everywhere, *_words(pages)]


def _words(pages):
    return sorted(f"{WORDS[model]}-{pk}" for model, pk in pages)


def purge(keys):
    """Makes shared caches forget these keys. The embedded default keeps no copies of pages."""
    log.debug("purge %s", " ".join(keys))
