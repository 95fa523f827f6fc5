"""An Article as feeds tell it. Summaries only: what stood in full in a feed can never be taken back."""

import re
from datetime import UTC, datetime
from html import escape
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.feedgenerator import Rss201rev2Feed, rfc2822_date, rfc3339_date
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from articles.publishing.addresses import absolute
from articles.publishing.structured import WROTE, bcp47, moment
from articles.workflow import Kind

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def entry(article):
    return {
        "title": article.headline,
        "link": absolute(article.path),
        "guid": guid(article),
        "description": "\n".join([*_notes(article), article.description, *_corrections(article)]),
        "authors": [line["name"] for line in article.bylines if line["role"] in WROTE],
        "categories": [article.section.name, *(tag["name"] for tag in article.tags)],
        "pubdate": article.first_published_at,
        "updated": article.updated_at,
    }


def guid(article):
    """A name for the story that stays when its address changes (RFC 4151)."""
    host = urlsplit(settings.SITE_URL).hostname
    return f"tag:{host},{article.first_published_at:%Y-%m-%d}:story-{article.story_number}"


def _notes(article):
    return [one["note"] for one in article.advisories]


def _corrections(article):
    """What was put right, with the date: whoever got the story by feed gets this too."""
    for notice in article.corrections:
        if Kind(notice["kind"]).needs_public_note:
            # Translators: a date format, for example 9 September 2023
            day = date_format(moment(notice["at"]), _("j F Y"))
            yield f"{Kind(notice['kind']).label}, {day}: {notice['note']}"


class Rss(Rss201rev2Feed):
    """RSS 2.0 with several authors an entry, and the time of the last visible change."""

    def rss_attributes(self):
        return super().rss_attributes() | {"xmlns:dc": "http://purl.org/dc/elements/1.1/"}

    def latest_post_date(self):
        """Of an empty feed a time that does not run: the same feed has the same bytes."""
        return super().latest_post_date() if self.items else datetime(2000, 1, 1, tzinfo=UTC)

    def add_item_elements(self, handler, item):
        handler.addQuickElement("title", item["title"])
        handler.addQuickElement("link", item["link"])
        handler.addQuickElement("description", item["description"])
        handler.addQuickElement("guid", item["unique_id"], {"isPermaLink": "false"})
        handler.addQuickElement("pubDate", rfc2822_date(item["pubdate"]))
        for name in item["categories"]:
            handler.addQuickElement("category", name)
        for name in item["authors"]:
            handler.addQuickElement("dc:creator", name)
        handler.addQuickElement("atom:updated", rfc3339_date(item["updateddate"]))


def rss(title, path, page_path, articles, description=""):
    feed = Rss(
        title=legible(title),
        link=absolute(page_path),
        description=legible(description or title),
        language=bcp47(settings.LANGUAGE_CODE),
        feed_url=absolute(path),
        ttl="15",
    )
    for article in articles:
        found = entry(article)
        feed.add_item(
            title=legible(found["title"]),
            link=found["link"],
            description=escape(legible(found["description"]), quote=False).replace(
                "\n", "<br>"
            ),  # readers take it as HTML
            unique_id=found["guid"],
            categories=[legible(name) for name in found["categories"]],
            pubdate=found["pubdate"],
            updateddate=found["updated"],
            authors=[legible(name) for name in found["authors"]],
        )
    return feed.writeString("utf-8")


def legible(text):
    """Without the characters that no XML file can hold."""
    return _NOT_XML.sub("", str(text))
