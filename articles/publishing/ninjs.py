"""An Article as ninjs 3.1, the news in JSON of the IPTC: for partners who print or show our stories themselves.

Everything comes from the Article, so from public tables. What was withdrawn is the same item once more, canceled and
empty; what was retracted is canceled and says so. An `edNote` leaves the house like everything else.
"""

import json
import mimetypes
import re
from html import escape

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.models.public import TypeOfWork
from articles.publishing import policies
from articles.publishing.addresses import absolute, address
from articles.publishing.entries import guid
from articles.publishing.structured import WROTE, bcp47, iso
from articles.text import plain
from articles.workflow import Kind

STANDARD = {
    "name": "ninjs",
    "version": "3.1",
    "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json",
}
GENRE = "http://cv.iptc.org/newscodes/genre/"
GENRES = {
    TypeOfWork.NEWS: "Current",
    TypeOfWork.ANALYSIS: "Analysis",
    TypeOfWork.OPINION: "Opinion",
    TypeOfWork.EXPLAINER: "Background",
    TypeOfWork.INTERVIEW: "Interview",
    TypeOfWork.FEATURE: "Feature",
    TypeOfWork.REVIEW: "Review",
}
# What must go wherever the text goes: (role, column of an Article, the template that says it to readers).
BESIDE_THE_TEXT = (
    ("proceedings", "proceedings", "reading/_standings.html"),
    ("rightOfReply", "replies", "reading/_replies.html"),
    ("helplines", "helplines", "reading/_helplines.html"),
)
_FIGURE = re.compile(r'<figure data-picture="(\d+)">\s*</figure>')
_OWN_LINK = re.compile(r'(<a [^>]*href=")(/)')


def of_article(article):
    """The item as plain JSON. A key without a value is left out, since the schema knows no empty ones."""
    found = _identity(article) | {
        "pubStatus": "canceled" if article.is_retracted else "usable",
        "versionCreated": iso(article.published_at),
        "language": bcp47(article.language),
        "title": article.headline,
        "headlines": list(_headlines(article)),
        "by": _by(article),
        "located": article.dateline,
        "edNote": "\n".join(_notes(article)),
        "copyrightHolder": settings.NEWSROOM_NAME,
        "copyrightNotice": f"© {timezone.localtime(article.first_published_at):%Y} {settings.NEWSROOM_NAME}",
        "genres": [_genre(article)] if article.type_of_work else [],
        "subjects": list(_subjects(article)),
        "trustIndicators": policies.indicators(),
    }
    if not article.is_retracted:
        found |= _content(article)
    return _filled(found)


def of_tombstone(tombstone):
    """What is left of a withdrawn story: its name, and that no version of it may be used any more."""
    return _identity(tombstone) | {
        "version": str(tombstone.edition_number + 1),
        "versionCreated": iso(tombstone.withdrawn_at),
        "pubStatus": "canceled",
        "edNote": _("Withdrawn: do not use this story, and remove it where it was used."),
    }


def dumped(item):
    return json.dumps(item, ensure_ascii=False)


def _identity(one):
    return {
        "uri": guid(one),
        "type": "text",
        "representationType": "full",
        "standard": STANDARD,
        "version": str(one.edition_number),
        "firstCreated": iso(one.first_published_at),
    }


def _content(article):
    return {
        "altIds": [{"role": "web", "value": absolute(article.path)}],
        "slugline": article.path.strip("/").rpartition("/")[2],
        "descriptions": list(_descriptions(article)),
        "bodies": list(_bodies(article)),
        "people": [_named(part, "person") for part in article.people],
        "organisations": [_named(part, "organization") for part in article.organizations],
        "infoSources": [
            {"name": source["text"], "role": source["kind"]} for source in article.sources if source["kind"] == "agency"
        ],
        "associations": [_picture(picture, article) for picture in _pictures(article)],
    }


def _filled(found):
    return {key: value for key, value in found.items() if value not in ("", [], None)}


def _headlines(article):
    yield {"role": "main", "contentType": "text/plain", "value": article.headline}
    if article.social_headline and not article.is_retracted:
        yield {"role": "social", "contentType": "text/plain", "value": article.social_headline}


def _descriptions(article):
    if article.standfirst:
        yield {"role": "standfirst", "contentType": "text/plain", "value": article.standfirst}
    if article.description and article.description != article.standfirst:
        yield {"role": "summary", "contentType": "text/plain", "value": article.description}
    for advisory in article.advisories:
        yield {"role": "contentWarning", "contentType": "text/plain", "value": advisory["note"] or advisory["label"]}


def _bodies(article):
    yield {
        "role": "main",
        "contentType": "text/html",
        "wordCount": article.word_count,
        "charCount": len(article.text),
        "value": _html(article),
    }
    yield {"role": "plain", "contentType": "text/plain", "value": article.text}
    for role, column, template in BESIDE_THE_TEXT:
        if getattr(article, column):
            said = plain(render_to_string(template, {"article": article}))
            yield {"role": role, "contentType": "text/plain", "value": said}


def _html(article):
    """The text for somebody else's page: pictures and links to our own pages with their whole address."""
    known = {picture["number"]: picture for picture in article.pictures}

    def figure(match):
        picture = known.get(int(match[1]))
        file = picture and _largest(picture)
        if not file:
            return ""
        said = " ".join(escape(text) for text in (picture["caption"], picture["credit"]) if text)
        image = f'<img src="{_address(file)}" alt="{escape(picture["alt"] or "")}">'
        return f"<figure>{image}<figcaption>{said}</figcaption></figure>"

    return _OWN_LINK.sub(rf"\1{settings.SITE_URL}\2", _FIGURE.sub(figure, article.body))


def _by(article):
    """Every piece has somebody who answers for it: without a name it is the paper."""
    names = [line["name"] for line in article.bylines if line["role"] in WROTE]
    return ", ".join(names) or settings.NEWSROOM_NAME


def _notes(article):
    """For the desk that receives it: what changed, and what must not get lost."""
    for notice in article.corrections:
        kind = Kind(notice["kind"])
        if kind.needs_public_note or article.is_retracted:
            yield f"{str(kind.label).upper()} ({iso(notice['at'])}): {notice['note']}"
    for advisory in article.advisories:
        yield f"{str(_('Content warning')).upper()}: {advisory['label']}"


def _genre(article):
    kind = TypeOfWork(article.type_of_work)
    return {"name": str(kind.label), "uri": GENRE + GENRES[kind], "literal": str(kind)}


def _subjects(article):
    section = article.section
    yield {"name": section.name, "rel": "section", "uri": absolute(address("section", section.slug))}
    for tag in article.tags:
        yield {"name": tag["name"], "rel": "tag", "uri": absolute(address("tag", tag["slug"]))}


def _named(part, page):
    """Somebody in the story, with their part in it. A name without a page of its own is a name and nothing more."""
    found = {"name": part["name"], "rel": part["role"]}
    if part.get("wikidata_id"):
        found["uri"] = f"http://www.wikidata.org/entity/{part['wikidata_id']}"
    elif part.get("slug"):
        found["uri"] = absolute(address(page, part["slug"]))
    return found


def _pictures(article):
    """The lead first; each once, and those only that have a file."""
    every = [*([article.lead_picture] if article.lead_picture else []), *article.pictures]
    by_number = {picture["number"]: picture for picture in every}
    return [picture for picture in by_number.values() if picture.get("renditions")]


def _picture(picture, article):
    is_lead = bool(article.lead_picture) and article.lead_picture["number"] == picture["number"]
    said = {"caption": picture["caption"], "altText": picture["alt"]}
    return _filled({
        "name": f"picture-{picture['number']}",
        "rel": "lead" if is_lead else "inline",
        "uri": _address(_largest(picture)),
        "type": "picture",
        "by": picture["credit"],
        "copyrightHolder": picture["rights_holder"],
        "descriptions": [
            {"role": role, "contentType": "text/plain", "value": text} for role, text in said.items() if text
        ],
        "renditions": [_rendition(one) for one in picture["renditions"]],
    })  # fmt: skip


def _largest(picture):
    plain_files = [one for one in picture.get("renditions") or [] if one["name"].endswith(".jpg")]
    files = plain_files or picture.get("renditions") or []
    return max(files, key=lambda one: one["width"], default=None)


def _rendition(one):
    stem, _dot, ending = one["name"].rpartition(".")
    return {
        "name": f"{stem.rpartition('-')[2]}-{ending}",
        "href": _address(one),
        "contentType": mimetypes.guess_type(one["name"])[0] or f"image/{ending}",
        "width": one["width"],
        "height": one["height"],
    }


def _address(file):
    return absolute(settings.MEDIA_URL + file["name"])
