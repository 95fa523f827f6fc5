"""One saved, valid thing each, straight in the public tables: for tests of what readers get."""

import unicodedata
from datetime import UTC, datetime, timedelta
from itertools import count

from django.utils import timezone

from articles.models.public import (
    Article,
    ArticleAuthor,
    ArticleProfile,
    ArticleTag,
    Author,
    CorrectionNotice,
    Path,
    Profile,
    Section,
    TagPage,
)
from articles.publishing import search
from articles.workflow import Kind

NOON = datetime(2026, 11, 10, 12, tzinfo=UTC)
_numbers = count(1)


def make_section(slug="harbour", **given):
    defaults = {"name": slug.title(), "is_live": True}
    return Section.objects.get_or_create(slug=slug, defaults=defaults | given)[0]


def make_tag(slug="ferries", **given):
    number = next(_numbers)
    defaults = {"name": slug.title(), "tag_number": number, "is_live": True}
    return TagPage.objects.get_or_create(slug=slug, defaults=defaults | given)[0]


def make_author(slug="ida-moss", **given):
    defaults = {"name": slug.replace("-", " ").title(), "is_live": True}
    return Author.objects.get_or_create(slug=slug, defaults=defaults | given)[0]


def make_profile(slug="ora-vane", kind="person", **given):
    defaults = {"name": slug.replace("-", " ").title(), "is_live": True}
    return Profile.objects.get_or_create(kind=kind, slug=slug, defaults=defaults | given)[0]


def picture(number=7, stem="ab" * 16, width=1600, height=1067, **given):
    """A picture as it stands in an Article's JSON."""
    sizes = [(640, 427, ""), (1280, 853, "")]
    whole = [
        {"name": f"{stem}-{w}.{ext}", "width": w, "height": h, "format": ext}
        for w, h, _ in sizes
        for ext in ("webp", "jpg")
    ]
    crops = [
        {"name": f"{stem}-{crop}.jpg", "width": 1200, "height": h, "format": "jpg"}
        for crop, h in (("16x9", 675), ("4x3", 900), ("1x1", 1200))
    ]
    return {
        "number": number,
        "stem": stem,
        "alt": "A ferry at the quay",
        "caption": "The morning boat.",
        "credit": "Tomas Reed",
        "rights_holder": "The Courier",
        "width": width,
        "height": height,
        "renditions": whole + crops,
    } | given


def part(name, role="official", role_label="Official", profile=None, **given):
    """Somebody in a story, as in an Article's JSON."""
    found = {"name": name, "role": role, "role_label": role_label, "description": "", "wikidata_id": ""}
    return found | {"slug": profile.slug if profile else "", "profile": profile.pk if profile else None} | given


def source(text, kind="document", **given):
    facts = {"kind_label": kind.title(), "url": "", "archived_url": "", "published_on": None, "accessed_on": None}
    return {"text": text, "kind": kind} | facts | given


def correction(note, number=2, kind=Kind.CORRECTION, at=NOON + timedelta(hours=2)):
    return {"number": number, "kind": str(kind), "label": str(kind.label), "note": note, "at": at.isoformat()}


def byline(author, role="author"):
    found = {"author": author.pk, "name": author.name, "slug": author.slug, "job_title": "", "portrait": None}
    return found | {"role": role, "role_label": "By"}


def article_values(headline, number, **given):
    """The columns of an Article that the test did not give."""
    at = given.get("first_published_at") or NOON + timedelta(minutes=number)
    slug = given.pop("slug", None) or f"story-{number}"
    local = timezone.localtime(at, timezone.get_default_timezone())
    text = given.pop("text", None) or f"{headline}. The council met on Monday and decided nothing."
    return {
        "story_number": number,
        "edition_number": 1,
        "kind": Kind.FIRST,
        "path": f"/{local:%Y}/{local:%m}/{unicodedata.normalize('NFC', slug)}/",
        "type_of_work": "news",
        "language": "en-gb",
        "headline": headline,
        "standfirst": "What happened at the quay.",
        "body": f"<p>{text}</p>",
        "text": text,
        "description": "What happened at the quay.",
        "word_count": len(text.split()),
        "versions": [{"number": 1, "kind": "first", "label": "First publication", "at": at.isoformat()}],
        "first_published_at": at,
        "published_at": at,
        "updated_at": at,
    } | given


def unsaved_article(headline="Ferry late again", **given):
    number = given.pop("number", None) or next(_numbers)
    values = article_values(headline, number, **given)
    values.setdefault("section", Section(pk=1, name="Harbour", slug="harbour"))
    return Article(**values)


def make_article(headline="Ferry late again", *, section=None, tags=(), authors=None, profiles=(), **given):
    """A live article with its address, link rows, notices and place in the index; tags, authors, profiles are pages."""
    authors = [make_author()] if authors is None else authors
    given.setdefault("bylines", [byline(author) for author in authors])
    given.setdefault("tags", [{"id": tag.tag_number, "name": tag.name, "slug": tag.slug} for tag in tags])
    given.setdefault("people", [part(one.name, profile=one) for one in profiles if one.kind == "person"])
    given.setdefault("organizations", [part(one.name, profile=one) for one in profiles if one.kind == "organization"])
    article = unsaved_article(headline, section=section or make_section(), **given)
    article.save()
    at = article.first_published_at
    Path.objects.create(
        path=article.path, answer=Path.Answer.ARTICLE, article=article, story_number=article.story_number, changed_at=at
    )
    for tag in tags:
        ArticleTag.objects.create(article=article, tag_page=tag, first_published_at=at)
    for author in authors:
        ArticleAuthor.objects.create(article=article, author=author, first_published_at=at)
    for profile in profiles:
        ArticleProfile.objects.create(article=article, profile=profile, role_label="Official", first_published_at=at)
    for notice in article.corrections:
        CorrectionNotice.objects.create(
            article=article,
            edition_number=notice["number"],
            kind=notice["kind"],
            note=notice["note"],
            published_at=notice["at"],
        )
    search.index(article)
    return article


def take_down(article, answer=Path.Answer.GONE):
    """As `project.withdraw` does: the article goes, its addresses say so."""
    Path.objects.filter(story_number=article.story_number).update(answer=answer, article=None)
    search.remove(article.pk)
    article.delete()
