"""An Article as feeds tell it. Summaries only: what stood in full in a feed can never be taken back."""

import re
from datetime import UTC
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from articles.publishing.addresses import absolute, address, of_ninjs
from articles.publishing.pictures import face, for_sharing
from articles.publishing.structured import WROTE, bcp47, moment
from articles.workflow import Kind

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def entry(article):
    return {
        "title": article.headline,
        "link": absolute(article.path),
        "data": absolute(of_ninjs(article)),
        "guid": guid(article),
        "description": "\n".join([*_notes(article), *_gist(article), *_corrections(article)]),
        "authors": [_author(line) for line in article.bylines if line["role"] in WROTE],
        "categories": [article.section.name, *(tag["name"] for tag in article.tags)],
        "language": bcp47(article.language),
        "picture": _picture(article),
        "pubdate": article.first_published_at,
        "updated": article.updated_at,
        "more": _more(article),
    }


def of_notice(notice):
    """A correction by itself, for those who follow what we got wrong."""
    article = notice.article
    return {
        "title": f"{Kind(notice.kind).label}: {article.headline}",
        "link": absolute(article.path),
        "guid": f"{guid(article)}/edition-{notice.edition_number}",
        "description": notice.note,
        "authors": [],
        "categories": [article.section.name],
        "language": bcp47(article.language),
        "picture": None,
        "pubdate": notice.published_at,
        "updated": notice.published_at,
        "more": {},
    }


def of_tombstone(tombstone):
    """In the place of what was withdrawn: its name and the times, and no word of what it was or where it stood."""
    return {
        "title": _("Withdrawn"),
        "link": absolute("/"),
        "guid": guid(tombstone),
        "description": _("This story has been withdrawn."),
        "pubdate": tombstone.first_published_at,
        "updated": tombstone.withdrawn_at,
    }


def guid(article):
    """A name for the story that stays when its address changes (RFC 4151), and when it is gone."""
    host = urlsplit(settings.SITE_URL).hostname
    return f"tag:{host},{article.first_published_at.astimezone(UTC):%Y-%m-%d}:story-{article.story_number}"


def _author(line):
    return {"name": line["name"], "url": absolute(address("author", line["slug"])) if line.get("slug") else ""}


def _picture(article):
    """The file that feed readers show beside the title, or None."""
    picture = face(article)
    for rendition in for_sharing(picture)[:1]:
        said = {key: picture.get(key) or "" for key in ("alt", "caption", "credit")}
        size = {key: rendition[key] for key in ("width", "height")}
        return said | size | {"url": absolute(settings.MEDIA_URL + rendition["name"])}
    return None


def _more(article):
    """What only the JSON Feed has words for."""
    told = {
        "ninjs": absolute(of_ninjs(article)),
        "type_of_work": article.type_of_work,
        "is_retracted": article.is_retracted,
        "content_warnings": [one["topic"] for one in article.advisories],
        "corrections": [
            {"type": notice["kind"], "text": notice["note"], "date": notice["at"]}
            for notice in article.corrections
            if Kind(notice["kind"]).needs_public_note
        ],
    }
    return {key: value for key, value in told.items() if value}


def _notes(article):
    return [one["note"] for one in article.advisories]


def _gist(article):
    """Nothing of what was retracted: there the note is all of the text, and stands among the corrections in full."""
    return [] if article.is_retracted and any(_corrections(article)) else [article.description]


def _corrections(article):
    """What was put right, with the date: whoever got the story by feed gets this too."""
    for notice in article.corrections:
        if Kind(notice["kind"]).needs_public_note:
            # Translators: a date format, for example 9 September 2023
            day = date_format(moment(notice["at"]), _("j F Y"))
            yield f"{Kind(notice['kind']).label}, {day}: {notice['note']}"


def legible(text):
    """Without the characters that no XML file can hold."""
    return _NOT_XML.sub("", str(text))
