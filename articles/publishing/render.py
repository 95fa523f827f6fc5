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
from django.utils.safestring import mark_safe

from articles.publishing import entries, pictures, structured
from articles.publishing.addresses import absolute, address, of_month, of_profile
from articles.publishing.entries import legible
from articles.publishing.search import words_of
from articles.publishing.structured import breadcrumbs, iso, of_author, of_front

# What readers' pages take from here, too: they import nothing else of publishing (tests/test_architecture.py).
__all__ = [
    "absolute", "address", "as_readers_see", "breadcrumbs", "card", "error", "feed_entry", "feed_item_xml", "frame",
    "html", "iso", "json_ld", "legible", "meta", "newsroom", "of_author", "of_front", "of_month", "of_profile",
    "outputs", "page", "rss",
]  # fmt: skip
MEDIA = settings.MEDIA_URL
_FIGURE = re.compile(r'<figure data-picture="(\d+)">\s*</figure>')


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
        context = frame(
            title=article.headline,
            description=article.description,
            path=article.path,
            sections=sections,
            media=media,
            preview=preview,
            meta=meta(article),
            json_ld=json_ld(article),
        )
        return render_to_string("reading/article.html", context | {
            "article": article,
            "body_html": body_html(article, media),
            "related": related,
            "published": article.first_published_at,
            "updated": article.updated_at,
        })  # fmt: skip


def frame(*, title, path, description="", sections=(), media=MEDIA, preview=None, meta=None, json_ld=(), feed=None):
    """What every page needs, whatever it shows. feed: (path, title) of the page's own; default the whole paper's."""
    feed_path, feed_title = feed or (address("feed"), settings.NEWSROOM_NAME)
    return {
        "newsroom": newsroom(),
        "sections": sections,
        "canonical": absolute(path),
        "title": title,
        "description": description,
        "feed": {"url": feed_path, "title": feed_title},
        "media": media,
        "preview": preview,
        "meta": meta or {},
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


def error(status):
    """The page of an HTTP error; it needs neither database nor request."""
    return html(f"errors/{status}.html", {"newsroom": newsroom(), "status": status})


def body_html(article, media=MEDIA):
    """The text with its figures, and a quiet mark after each statement that says how we know it.

    A number that is no picture of this article leaves nothing behind; so does a place that no longer fits the text.
    """
    known = {picture["number"]: picture for picture in article.pictures}

    def figure(match):
        picture = known.get(int(match[1]))
        return render_to_string("reading/_figure.html", {"picture": picture, "media": media}) if picture else ""

    with as_readers_see():
        return mark_safe(_FIGURE.sub(figure, _with_marks(article)))  # noqa: S308  (sanitised when composed, see articles.text)


def _with_marks(article):
    body = article.body
    for claim in sorted(article.claims, key=lambda claim: claim["end"], reverse=True):
        if body[: claim["end"]].endswith(claim["after"]):
            mark = render_to_string("reading/_how_mark.html", {"claim": claim})
            body = body[: claim["end"]] + mark + body[claim["end"] :]
    return body


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
    }
    picture = pictures.face(article)
    for rendition in pictures.for_sharing(picture)[:1]:
        found |= {
            "image": absolute(MEDIA + rendition["name"]),
            "image_width": rendition["width"],
            "image_height": rendition["height"],
            "image_alt": picture["alt"],
        }
    return found


def feed_entry(article):
    """The article as feeds tell it: title, link, guid, description, authors, categories, pubdate, updated."""
    with as_readers_see():
        return entries.entry(article)


def feed_item_xml(article):
    """Its <item> in an RSS feed."""
    xml = rss("", "/", "/", [article])
    return xml[xml.index("<item>") : xml.index("</item>") + len("</item>")]


def rss(title, path, page_path, articles, description=""):
    """A whole RSS feed at `path` of what stands on the page at `page_path`."""
    with as_readers_see():
        return entries.rss(title, path, page_path, articles, description)


def outputs(article):
    """{surface: text} of everything that readers or machines would get of the article."""
    return {
        "page": page(article),
        "card": card(article, size="lead"),
        "json_ld": "\n".join(structured.dumped(one) for one in json_ld(article)),
        "feed": feed_item_xml(article),
        "address": article.path,
        "pictures": "\n".join([*pictures.file_names(article), *pictures.words(article)]),
        "search": "\n".join(words_of(article).values()),
    }
