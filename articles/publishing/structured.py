"""JSON-LD: what pages say to machines, in the vocabulary of schema.org and by Google's rules for articles.

`@type` is always one word, because Google reads NewsArticle only and typed vocabularies refuse lists; the kind of
news article stands in `additionalType`. People and organizations are mentioned, with no claim that the piece is about
them: being named in a story is not being its subject (news-rules §0.4).
"""

import json
from datetime import datetime
from functools import cache

from django.conf import settings
from django.contrib.staticfiles import finders
from django.templatetags.static import static
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from articles.models.public import TypeOfWork
from articles.publishing.addresses import absolute, address
from articles.publishing.pictures import face, for_sharing
from articles.workflow import Kind

SCHEMA = "https://schema.org"
LOGO = "reading/logo.png"
GENRES = {
    TypeOfWork.NEWS: "ReportageNewsArticle",
    TypeOfWork.ANALYSIS: "AnalysisNewsArticle",
    TypeOfWork.OPINION: "OpinionNewsArticle",
    TypeOfWork.EXPLAINER: "BackgroundNewsArticle",
    TypeOfWork.REVIEW: "ReviewNewsArticle",
}
WROTE = {"author", "reporting"}
NOT_CITED = {"person", "own_reporting"}  # a conversation is no work that could be looked up


def scripts(objects):
    """Each object as a ready <script> element."""
    return [format_html('<script type="application/ld+json">{}</script>', mark_safe(dumped(one))) for one in objects]  # noqa: S308


def dumped(found):
    """JSON that cannot end the script element it stands in."""
    text = json.dumps(found, ensure_ascii=False)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def of_article(article):
    return [news_article(article), breadcrumbs((article.section.name, address("section", article.section.slug)),
                                               (article.headline, article.path))]  # fmt: skip


def of_front():
    site = {"@id": absolute("/") + "#site", "name": settings.NEWSROOM_NAME, "url": absolute("/")}
    publisher = {"@type": "NewsMediaOrganization", "@id": absolute("/") + "#organization"}
    website = {"@context": SCHEMA, "@type": "WebSite"} | site | {"inLanguage": bcp47(settings.LANGUAGE_CODE)}
    return [{"@context": SCHEMA} | newsroom(), website | {"publisher": publisher}]


def of_author(author):
    person = {"@type": "Person", "name": author.name, "url": absolute(address("author", author.slug))}
    told = {"jobTitle": author.job_title, "description": author.biography, "email": author.email}
    person |= {key: value for key, value in told.items() if value}
    page = {"@context": SCHEMA, "@type": "ProfilePage", "mainEntity": person | {"worksFor": newsroom()}}
    return [page, breadcrumbs((author.name, address("author", author.slug)))]


def news_article(article):
    """The piece itself, in the order of how much a machine needs to know it."""
    writers = [_person(line) for line in article.bylines if line["role"] in WROTE]
    found = {"@context": SCHEMA, "@type": "NewsArticle"}
    if article.type_of_work in GENRES:
        found["additionalType"] = f"{SCHEMA}/{GENRES[article.type_of_work]}"
    found |= {
        "@id": absolute(article.path) + "#article",
        "mainEntityOfPage": absolute(article.path),
        "url": absolute(article.path),
        "headline": article.headline,
        "description": article.description,
        "datePublished": iso(article.first_published_at),
        "dateModified": iso(article.updated_at),
        "author": writers or [newsroom()],
        "publisher": newsroom(),
        "articleSection": article.section.name,
        "inLanguage": bcp47(article.language),
        "wordCount": article.word_count,
        "isAccessibleForFree": True,
        "version": article.edition_number,
        "creativeWorkStatus": "Retracted" if article.is_retracted else "Published",
    }
    return found | {key: value for key, value in _more(article).items() if value}


def _more(article):
    """What not every piece has."""
    picture = face(article)
    return {
        "dateline": article.dateline,
        "image": [_image(picture, rendition) for rendition in for_sharing(picture)],
        "keywords": [tag["name"] for tag in article.tags],
        "contributor": [_person(line) for line in article.bylines if line["role"] == "photography"],
        "translator": [_person(line) for line in article.bylines if line["role"] == "translation"],
        "mentions": [
            *(_mention("Person", "person", part) for part in article.people),
            *(_mention("Organization", "organization", part) for part in article.organizations),
        ],
        "citation": [_citation(source) for source in article.sources if source["kind"] not in NOT_CITED],
        "correction": [
            {"@type": "CorrectionComment", "text": notice["note"], "datePublished": iso(notice["at"])}
            for notice in article.corrections
            if Kind(notice["kind"]).needs_public_note
        ],
    }


@cache
def newsroom():
    """The publisher: the same object wherever it is named."""
    found = {
        "@type": "NewsMediaOrganization",
        "@id": absolute("/") + "#organization",
        "name": settings.NEWSROOM_NAME,
        "url": absolute("/"),
    }
    if finders.find(LOGO):
        found["logo"] = {"@type": "ImageObject", "url": absolute(static(LOGO))}
    return found


def breadcrumbs(*steps):
    """From the front page down. steps: (name, path)."""
    trail = [(_("Front page"), "/"), *steps]
    items = [
        {"@type": "ListItem", "position": position, "name": str(name), "item": absolute(path)}
        for position, (name, path) in enumerate(trail, 1)
    ]
    return {"@context": SCHEMA, "@type": "BreadcrumbList", "itemListElement": items}


def _person(line):
    found = {"@type": "Person", "name": line["name"]}
    return found | {"url": absolute(address("author", line["slug"]))} if line.get("slug") else found


def _mention(kind, page, part):
    found = {"@type": kind, "name": part["name"]}
    return found | {"url": absolute(address(page, part["slug"]))} if part.get("slug") else found


def _citation(source):
    found = {"@type": "CreativeWork", "name": source["text"]}
    told = {"url": source["url"], "archivedAt": source["archived_url"], "datePublished": source["published_on"]}
    return found | {key: value for key, value in told.items() if value}


def _image(picture, rendition):
    found = {
        "@type": "ImageObject",
        "url": absolute(settings.MEDIA_URL + rendition["name"]),
        "width": _pixels(rendition["width"]),
        "height": _pixels(rendition["height"]),
    }
    told = {"caption": picture["caption"], "creditText": picture["credit"]}
    return found | {key: value for key, value in told.items() if value}


def _pixels(number):
    return {"@type": "QuantitativeValue", "value": number, "unitCode": "E37"}


def moment(value):
    """A moment, or its ISO text as JSON columns hold it, in the newsroom's zone."""
    found = datetime.fromisoformat(value) if isinstance(value, str) else value
    return timezone.localtime(found, timezone.get_default_timezone())


def iso(value):
    return moment(value).isoformat(timespec="seconds")


def bcp47(language):
    """en-gb as en-GB."""
    first, *rest = language.split("-")
    return "-".join([first, *(part.upper() if len(part) == 2 else part.title() for part in rest)])
