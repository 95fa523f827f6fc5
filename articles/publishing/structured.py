"""JSON-LD: what an article says to machines, in the vocabulary of schema.org and by Google's rules for articles.

An article is a NewsArticle and of a genre. The genre stands in `additionalType`, for whoever reads one object, and once
more as the type of the page's main entity: JSON-LD reads two objects of one `@id` as one thing of both types. A list of
types would say the same, but typed vocabularies refuse it, and Google's own tests want all of an article in each of its
types. What a piece is about are its subjects, and who stands trial or is a party to the matter, as the desk says;
everybody else is mentioned, since being named in a story is not being its subject.
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

from articles.models.policies import REQUIRED
from articles.models.public import TypeOfWork
from articles.publishing import policies
from articles.publishing.addresses import absolute, address
from articles.publishing.pictures import face, for_sharing
from articles.workflow import Kind

SCHEMA = "https://schema.org"
LOGO = "reading/logo.png"
SHARED = ("reading/share.png", 1200, 630)  # in the place of a picture, where a page has none
GENRES = {
    TypeOfWork.NEWS: "ReportageNewsArticle",
    TypeOfWork.ANALYSIS: "AnalysisNewsArticle",
    TypeOfWork.OPINION: "OpinionNewsArticle",
    TypeOfWork.EXPLAINER: "BackgroundNewsArticle",
    TypeOfWork.REVIEW: "ReviewNewsArticle",
}
WROTE = {"author", "reporting"}
NOT_CITED = {"person", "own_reporting"}  # a conversation is no work that could be looked up
SUBJECTS = {"defendant", "party"}  # whom a piece is about; a victim, a witness, a relative never is


def scripts(objects):
    """Each object as a ready <script> element."""
    return [format_html('<script type="application/ld+json">{}</script>', mark_safe(dumped(one))) for one in objects]  # noqa: S308


def dumped(found):
    """JSON that cannot end the script element it stands in."""
    text = json.dumps(found, ensure_ascii=False)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def of_article(article):
    steps = (article.section.name, address("section", article.section.slug)), (article.headline, article.path)
    return [news_article(article), page_of(article), breadcrumbs(*steps)]


def page_of(article):
    """The page, and that the article of its genre is what it is there for."""
    genre = GENRES.get(article.type_of_work, "NewsArticle")
    return {
        "@context": SCHEMA,
        "@type": "WebPage",
        "@id": absolute(article.path),
        "url": absolute(article.path),
        "name": article.headline,
        "isPartOf": {"@type": "WebSite", "@id": absolute("/") + "#site"},
        "mainEntity": {"@type": genre, "@id": _id(article)},
    }


def news_article(article):
    """The piece itself, in the order of how much a machine needs to know it."""
    writers = [_person(line) for line in article.bylines if line["role"] in WROTE]
    found = {
        "@context": SCHEMA,
        "@type": "NewsArticle",
        "@id": _id(article),
        "additionalType": f"{SCHEMA}/{GENRES.get(article.type_of_work, 'NewsArticle')}",
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
        "copyrightHolder": {"@id": newsroom()["@id"]},
        "copyrightYear": moment(article.first_published_at).year,
    }
    return found | {key: value for key, value in _more(article).items() if value}


def _more(article):
    """What not every piece has."""
    picture = face(article)
    return {
        "alternativeHeadline": article.social_headline,
        "dateline": article.dateline,
        "image": [_image(picture, rendition) for rendition in for_sharing(picture)] or _of_the_house(),
        "keywords": [tag["name"] for tag in article.tags],
        "contributor": [_person(line) for line in article.bylines if line["role"] == "photography"],
        "translator": [_person(line) for line in article.bylines if line["role"] == "translation"],
        "about": [*(_subject(tag) for tag in article.tags), *_parts(article, is_about=True)],
        "mentions": list(_parts(article, is_about=False)),
        "citation": [_citation(source) for source in article.sources if source["kind"] not in NOT_CITED],
        "correction": [
            {"@type": "CorrectionComment", "text": notice["note"], "datePublished": iso(notice["at"])}
            for notice in article.corrections
            if Kind(notice["kind"]).needs_public_note
        ],
        "backstory": _backstory(article),
    }


def newsroom(kinds=REQUIRED):
    """The publisher: the same object wherever it is named. kinds: of the pages about itself, see `policies`."""
    found = {
        "@type": "NewsMediaOrganization",
        "@id": absolute("/") + "#organization",
        "name": settings.NEWSROOM_NAME,
        "url": absolute("/"),
    }
    return found | _logo() | policies.properties(kinds)


@cache
def _logo():
    if not finders.find(LOGO):
        return {}
    return {"logo": {"@type": "ImageObject", "url": absolute(static(LOGO))}}


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


def _id(article):
    return absolute(article.path) + "#article"


def _subject(tag):
    return {"@type": "DefinedTerm", "name": tag["name"], "url": absolute(address("tag", tag["slug"]))}


def _parts(article, is_about):
    """The people and organizations of the story, by whether it is about them."""
    for kind, page, parts in (
        ("Person", "person", article.people),
        ("Organization", "organization", article.organizations),
    ):
        yield from (named(kind, page, part) for part in parts if (part["role"] in SUBJECTS) is is_about)


def named(kind, page, part):
    """Somebody as far as readers know them: who has no page here is a name."""
    found = {"@type": kind, "name": part["name"]}
    if part.get("slug"):
        found["url"] = absolute(address(page, part["slug"]))
    if part.get("wikidata_id"):
        found["sameAs"] = f"https://www.wikidata.org/entity/{part['wikidata_id']}"
    return found


def _backstory(article):
    """How we know it: what stands under the text of sources that may be told, and why somebody is not named."""
    if not article.sources:
        return None
    told = [f"{one['text']} ({one['anonymity']})" if one.get("anonymity") else one["text"] for one in article.sources]
    place = absolute(article.path) + "#sources"
    name = _("Sources and methods") if article.claims else _("Sources")
    return {"@type": "CreativeWork", "name": name, "url": place, "text": "; ".join(told)}


def _citation(source):
    found = {"@type": "CreativeWork", "name": source["text"]}
    told = {"url": source["url"], "archivedAt": source["archived_url"], "datePublished": source["published_on"]}
    return found | {key: value for key, value in told.items() if value}


def _image(picture, rendition):
    found = {
        "@type": "ImageObject",
        "url": absolute(settings.MEDIA_URL + rendition["name"]),
        "contentUrl": absolute(settings.MEDIA_URL + rendition["name"]),
        "width": _pixels(rendition["width"]),
        "height": _pixels(rendition["height"]),
    }
    told = {
        "caption": picture["caption"],
        "creditText": picture["credit"],
        "copyrightNotice": picture["rights_holder"],
    }
    return found | {key: value for key, value in told.items() if value}


def _of_the_house():
    """The paper's own mark, and that it shows nothing of the story."""
    shared = house_picture()
    if not shared:
        return []
    size = {key: _pixels(shared[f"image_{key}"]) for key in ("width", "height")}
    found = {"@type": "ImageObject", "url": shared["image"], "contentUrl": shared["image"]} | size
    return [found | {"name": settings.NEWSROOM_NAME, "representativeOfPage": False}]


@cache
def house_picture():
    """What is shown elsewhere with the address of a page that has no picture of its own; as `render.meta`."""
    name, width, height = SHARED
    if not finders.find(name):
        return {}
    return {"image": absolute(static(name)), "image_width": width, "image_height": height, "is_of_house": True}


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
