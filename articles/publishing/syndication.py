"""Feeds: entries as RSS 2.0, Atom 1.0 (RFC 4287) and JSON Feed 1.1.

What was withdrawn is told for a while, so that readers who keep copies let go of theirs. Atom has tombstones for that
(RFC 6721); RSS and JSON Feed have none: there the entry of the same name comes once more, with nothing left in it.
"""

import json
import mimetypes
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape

from django.conf import settings
from django.utils.feedgenerator import rfc2822_date, rfc3339_date

from articles.publishing.addresses import absolute
from articles.publishing.entries import legible
from articles.publishing.structured import bcp47

FORMS = {
    "xml": "application/rss+xml",
    "atom": "application/atom+xml",
    "json": "application/feed+json",
}  # by the last part of the address
NAMES = {"xml": "RSS", "atom": "Atom", "json": "JSON"}
ATOM = "http://www.w3.org/2005/Atom"
DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"
MEDIA = "http://search.yahoo.com/mrss/"
TOMBSTONES = "http://purl.org/atompub/tombstones/1.0"
NEVER = datetime(2000, 1, 1, tzinfo=UTC)  # an empty feed changed: a time that does not run, so that its bytes do not


@dataclass(frozen=True)
class Feed:
    """What stands in a feed, in whatever form. path: its address in that form; page_path: of the page it is of."""

    title: str
    path: str
    page_path: str
    entries: list
    gone: list
    description: str = ""

    @property
    def everything(self):
        return [*self.entries, *self.gone]

    @property
    def updated(self):
        return max((one["updated"] for one in self.everything), default=NEVER)


def written(feed, form):
    """The feed in one of FORMS."""
    return {"xml": rss, "atom": atom, "json": json_feed}[form](feed)


def rss(feed):
    """Summaries are taken as HTML by those who read RSS, so signs of markup in them are escaped twice."""
    channel = [
        element("title", feed.title),
        element("link", absolute(feed.page_path)),
        element("description", feed.description or feed.title),
        element("atom:link", rel="self", type=FORMS["xml"], href=absolute(feed.path)),
        element("language", bcp47(settings.LANGUAGE_CODE)),
        element("lastBuildDate", rfc2822_date(feed.updated)),
        element("ttl", "15"),
    ]
    items = [f"<item>{''.join(_rss_item(one))}</item>" for one in feed.everything]
    opening = f'<rss version="2.0" xmlns:atom="{ATOM}" xmlns:dc="{DUBLIN_CORE}" xmlns:media="{MEDIA}">'
    return _document(opening + "<channel>", channel + items, "</channel></rss>")


def _rss_item(told):
    yield element("title", told["title"])
    yield element("link", told["link"])
    yield element("description", escape(told["description"], quote=False).replace("\n", "<br>"))
    yield element("guid", told["guid"], isPermaLink="false")
    yield element("pubDate", rfc2822_date(told["pubdate"]))
    yield from (element("category", name) for name in told.get("categories", ()))
    yield from (element("dc:creator", author["name"]) for author in told.get("authors", ()))
    yield element("atom:updated", rfc3339_date(told["updated"]))
    yield _picture(told.get("picture"))


def atom(feed):
    """Where an entry names no author it is the paper. Tombstones come first: after an entry nothing else may stand."""
    head = [
        element("id", absolute(feed.path)),
        element("title", feed.title),
        element("subtitle", feed.description or feed.title),
        element("updated", rfc3339_date(feed.updated)),
        element("link", rel="self", type=FORMS["atom"], href=absolute(feed.path)),
        element("link", rel="alternate", type="text/html", href=absolute(feed.page_path)),
        _author({"name": settings.NEWSROOM_NAME, "url": absolute("/")}),
    ]
    gone = [element("at:deleted-entry", ref=one["guid"], when=rfc3339_date(one["updated"])) for one in feed.gone]
    entries = [
        f'<entry xml:lang="{escape(one["language"])}">{"".join(_atom_entry(one))}</entry>' for one in feed.entries
    ]
    language = bcp47(settings.LANGUAGE_CODE)
    opening = f'<feed xmlns="{ATOM}" xmlns:media="{MEDIA}" xmlns:at="{TOMBSTONES}" xml:lang="{language}">'
    return _document(opening, [*head, *gone, *entries], "</feed>")


def _atom_entry(told):
    yield element("id", told["guid"])
    yield element("title", told["title"])
    yield element("link", rel="alternate", type="text/html", href=told["link"])
    if told.get("data"):
        yield element("link", rel="alternate", type="application/json", href=told["data"])
    yield element("published", rfc3339_date(told["pubdate"]))
    yield element("updated", rfc3339_date(told["updated"]))
    yield from map(_author, told["authors"])
    yield from (element("category", term=name) for name in told["categories"])
    yield element("summary", told["description"])
    yield _picture(told["picture"])


def _author(author):
    uri = element("uri", author["url"]) if author["url"] else ""
    return f"<author>{element('name', author['name'])}{uri}</author>"


def _picture(picture):
    """By Media RSS, which is read in Atom, too."""
    if not picture:
        return ""
    credit = element("media:credit", picture["credit"]) if picture["credit"] else ""
    words = picture["alt"] or picture["caption"]
    said = element("media:description", words, type="plain") if words else ""
    kind = mimetypes.guess_type(picture["url"])[0] or "image/jpeg"
    file = f'url="{escape(picture["url"])}" medium="image" type="{kind}"'
    size = f'width="{picture["width"]}" height="{picture["height"]}"'
    return f"<media:content {file} {size}>{credit}{said}</media:content>"


def element(name, text="", **attributes):
    """One XML element. Written by hand, since an XML writer takes longer for a feed than all else together."""
    said = "".join(f' {key}="{escape(value)}"' for key, value in attributes.items())
    return f"<{name}{said}>{escape(text, quote=False)}</{name}>" if text else f"<{name}{said}/>"


def _document(opening, elements, closing):
    """Without the characters that would make the whole file unreadable."""
    return legible('<?xml version="1.0" encoding="utf-8"?>\n' + "\n".join([opening, *elements, closing]) + "\n")


def json_feed(feed):
    paper = {"name": settings.NEWSROOM_NAME, "url": absolute("/")}
    found = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": absolute(feed.page_path),
        "feed_url": absolute(feed.path),
        "description": feed.description or feed.title,
        "language": bcp47(settings.LANGUAGE_CODE),
        "authors": [paper],
        "items": [_json_item(one) for one in feed.everything],
    }
    return json.dumps(found, ensure_ascii=False)


def _json_item(told):
    picture = told.get("picture")
    found = {
        "id": told["guid"],
        "url": told["link"],
        "title": told["title"],
        "content_text": told["description"] or told["title"],
        "date_published": rfc3339_date(told["pubdate"]),
        "date_modified": rfc3339_date(told["updated"]),
        "language": told.get("language"),
        "image": picture and picture["url"],
        "authors": [{key: value for key, value in one.items() if value} for one in told.get("authors", ())],
        "tags": told.get("categories"),
        "_newsroom": told.get("more"),
    }
    return {key: value for key, value in found.items() if value}
