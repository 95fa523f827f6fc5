"""From an Article to what readers and machines get of it: page, teaser, feed entry, structured data, file names.

The gate, the desk's preview and the readers' views all call this, so what is checked is what is shown. The Article may
be unsaved; nothing here asks the database. Pages look the same whoever asks: the readers' language and zone, and no
request. Templates name addresses by `{% address %}`, which holds where the desk alone is served, too.
"""

import re
from contextlib import contextmanager

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import timezone, translation

from articles.publishing import body, care, entries, ninjs, pictures, structured, syndication
from articles.publishing.addresses import absolute, address, of_month, of_ninjs, of_profile
from articles.publishing.entries import legible
from articles.publishing.pictures import for_sharing
from articles.publishing.program import made_with
from articles.publishing.search import words_of
from articles.publishing.structured import iso
from articles.publishing.structured_pages import (
    of_about,
    of_author,
    of_front,
    of_list,
    of_name,
    of_policy,
    of_section,
    of_tag,
)
from articles.text.remembering import noting_ends

# What readers' pages take from here, too: they import nothing else of publishing (tests/test_architecture.py).
__all__ = [
    "MEDIA", "absolute", "address", "as_readers_see", "card", "error", "feed", "feed_entries", "for_sharing", "frame",
    "html", "iso", "json_ld", "legible", "made_with", "meta", "newsroom", "of_about", "of_author", "of_front",
    "of_list", "of_month", "of_name", "of_ninjs", "of_policy", "of_profile", "of_section", "of_tag", "opening",
    "outputs", "page", "partners_copy", "partners_copy_of_gone", "policy_html", "put_together",
]  # fmt: skip
MEDIA = settings.MEDIA_URL
_LEFT = "<!--part {} ([a-z/_]+[.]html)-->"  # templatetags/parts.py leaves it


@contextmanager
def as_readers_see():
    """The paper's own language and zone, also where an editor's request had set others in this thread."""
    with translation.override(settings.LANGUAGE_CODE), timezone.override(timezone.get_default_timezone()):
        yield


def html(template, context):
    """A template without a request: no session, user, token or message could come into it."""
    with as_readers_see():
        return render_to_string(template, context)


def page(article, *, sections=(), related=(), media=MEDIA, preview=None):
    """The article's whole page. sections: of the navigation; related: cards; preview: None or {"label"}."""
    with as_readers_see():
        context = _of_story(article, media) | {"sections": sections, "related": related, "preview": preview}
        return render_to_string("reading/article.html", context)


def page_to_keep(article):
    """(the page without the parts that others change, too; until when it holds, or None): see `put_together`."""
    with as_readers_see(), noting_ends() as ends:
        html = render_to_string("reading/article.html", _of_story(article, MEDIA) | {"leaves_parts": article.stamp})
    return html, min(ends, default=None)


def put_together(kept, stamp, *, sections, related):
    """The page from what `page_to_keep` made of the article with that stamp: the same as `page` makes."""
    with as_readers_see():
        context = frame(title="", path="/", sections=sections) | {"related": related, "current": ""}
        pieces = re.split(_LEFT.format(stamp), kept)  # text, name of a part, text, …
        pieces[1::2] = [render_to_string("reading/_part.html", context | {"name": name}) for name in pieces[1::2]]
    return "".join(pieces)


def _of_story(article, media):
    context = frame(
        title=article.headline,
        description=article.description,
        path=article.path,
        media=media,
        meta=meta(article),
        json_ld=json_ld(article),
    )
    return context | {
        "article": article,
        "body_html": body_html(article, media),
        "contents": body.contents(article),
        "way_out": "" if article.is_retracted else care.way_out(article),
        "published": article.first_published_at,
        "updated": article.updated_at,
    }


def frame(*, title, path, description="", sections=(), media=MEDIA, preview=None, meta=None, json_ld=(), feed=None):
    """What every page needs, whatever it shows. feed: (path, title) of the page's own; default the whole paper's."""
    feed = feed or (address("feed"), settings.NEWSROOM_NAME)
    return {
        "newsroom": newsroom(),
        "sections": sections,
        "canonical": absolute(path),
        "title": title,
        "description": description,
        "feeds": list(_forms_of(*feed)),
        "media": media,
        "preview": preview,
        "meta": meta or structured.house_picture(),
        "json_ld": structured.scripts(json_ld),
    }


def newsroom():
    return {
        "name": settings.NEWSROOM_NAME,
        "tagline": settings.NEWSROOM_TAGLINE,
        "url": absolute("/"),
        "language": settings.LANGUAGE_CODE,
        "locale": structured.bcp47(settings.LANGUAGE_CODE).replace("-", "_"),
    }


def _forms_of(path, title):
    """The feed at a path, as RSS, in all its forms."""
    stem = path.removesuffix("xml")
    for form, kind in syndication.FORMS.items():
        yield {"url": stem + form, "title": title, "type": kind, "name": syndication.NAMES[form]}


def error(status):
    """The page of an HTTP error; it needs neither database nor request."""
    return html(f"errors/{status}.html", {"newsroom": newsroom(), "status": status})


def body_html(article, media=MEDIA):
    """The text as readers get it, with all that stands in it."""
    with as_readers_see():
        return body.as_shown(article, media)


def policy_html(policy):
    """The text of a page about the paper, as readers get it."""
    with as_readers_see():
        return body.of_policy(policy.body)


def opening(policy):
    """How a page about the paper begins."""
    return body.opening(policy.body)


def card(article, *, size="standard", media=MEDIA):
    """The article's teaser, as lists show it."""
    context = {"article": article, "size": size, "media": media, "newsroom": newsroom()}
    return html("reading/_card.html", context)


def json_ld(article):
    """The objects that describe the article to machines."""
    with as_readers_see():
        return structured.of_article(article)


def meta(article):
    """For Open Graph and the like: words for sharing, where they differ from the page's, and a picture."""
    found = {
        "title": article.social_headline or article.headline,
        "description": article.description,
        "locale": structured.bcp47(article.language).replace("-", "_"),
        "authors": [absolute(address("author", line["slug"])) for line in article.bylines if line.get("slug")],
        "ninjs": of_ninjs(article),
    }
    picture = pictures.face(article)
    for rendition in pictures.for_sharing(picture)[:1]:
        found |= {
            "image": absolute(MEDIA + rendition["name"]),
            "image_width": rendition["width"],
            "image_height": rendition["height"],
            "image_alt": picture["alt"],
        }
    return found if "image" in found else found | structured.house_picture()


def feed_entries(article):
    """The article as each kind of feed tells it, one after another."""
    with as_readers_see():
        told = syndication.Feed("", "/", "/", [entries.entry(article)], [])
        return "\n".join(syndication.written(told, form) for form in syndication.FORMS)


def feed(form, *, title, path, page_path, articles=(), notices=(), tombstones=(), description=""):
    """A whole feed at `path`, in one of syndication.FORMS, of what stands on the page at `page_path`."""
    with as_readers_see():
        found = [*map(entries.entry, articles), *map(entries.of_notice, notices)]
        gone = [entries.of_tombstone(one) for one in tombstones]
        return syndication.written(syndication.Feed(title, path, page_path, found, gone, description), form)


def partners_copy(article):
    """The article as ninjs, for those who print or show it themselves."""
    with as_readers_see():
        return ninjs.dumped(ninjs.of_article(article))


def partners_copy_of_gone(tombstone):
    """What partners get of a story that was withdrawn."""
    with as_readers_see():
        return ninjs.dumped(ninjs.of_tombstone(tombstone))


def outputs(article):
    """{surface: text} of everything that readers or machines would get of the article."""
    return {
        "page": page(article),
        "card": card(article, size="lead"),
        "json_ld": "\n".join(structured.dumped(one) for one in json_ld(article)),
        "feed": feed_entries(article),
        "ninjs": partners_copy(article).replace("\\n", " "),
        "address": article.path,
        "pictures": "\n".join([*pictures.file_names(article), *pictures.words(article)]),
        "search": "\n".join(words_of(article).values()),
    }
