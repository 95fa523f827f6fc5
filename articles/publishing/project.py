"""From an Edition to the public tables, and back out. Called inside a move's transaction, by actions only."""

from urllib.parse import unquote

from django.utils.dateparse import parse_datetime

from articles.models import (
    Article,
    ArticleAuthor,
    ArticleProfile,
    ArticleTag,
    Author,
    CorrectionNotice,
    Edition,
    Path,
    Profile,
    Section,
    Story,
    Tag,
    TagPage,
    Tombstone,
    TypeOfWork,
)
from articles.publishing import kept, search
from articles.publishing.compose import article_of
from articles.workflow import Kind

TAG_FACE = ("name", "slug", "description")
WITH_A_FEED = {
    Section: Path.Page.SECTION,
    TagPage: Path.Page.TAG,
    Author: Path.Page.AUTHOR,
    Profile: Path.Page.PROFILE,
}


def project(edition):
    """Makes what readers see agree with this Edition; returns the Article. Running it again changes nothing."""
    before = pages_of(edition.story_id)
    article = _write_article(edition)
    _write_links(article, edition.content)
    _write_paths(article, edition)
    _write_notices(article, edition)
    Tombstone.objects.filter(story_number=edition.story_id).delete()
    _mark_live(before | pages_of(edition.story_id))
    search.index(article)
    kept.keep(article)
    return article


def withdraw(story_number, now, answer=Path.Answer.GONE):
    """Takes a story out of every public table; its addresses answer 410 (or 451). Harmless where it is not live."""
    before = pages_of(story_number)
    article = Article.objects.filter(story_number=story_number).first()
    paths = Path.objects.filter(story_number=story_number)
    paths.update(answer=answer, article=None, changed_at=now)
    if article:
        _bury(article, before, now)
        search.remove(article.pk)
        article.delete()
    _mark_live(before)


def _bury(article, pages, now):
    """Every feed that had the story says for a while that it is gone."""
    feeds = [(Tombstone.PAPER, 0), *sorted((WITH_A_FEED[model], pk) for model, pk in pages)]
    feeds += [(Tombstone.OPINION, 0)] if article.type_of_work == TypeOfWork.OPINION else []
    Tombstone.objects.bulk_create(
        Tombstone(
            story_number=article.story_number,
            page=page,
            page_number=number,
            edition_number=article.edition_number,
            first_published_at=article.first_published_at,
            withdrawn_at=now,
        )
        for page, number in feeds
    )


def _write_article(edition):
    new = article_of(edition)
    values = {
        field.attname: getattr(new, field.attname)
        for field in Article._meta.concrete_fields
        if field.attname not in {"id", "story_number"}
    }
    article, _ = Article.objects.update_or_create(story_number=edition.story_id, defaults=values)
    return article


def _write_links(article, content):
    at = article.first_published_at
    ArticleTag.objects.filter(article=article).delete()
    ArticleTag.objects.bulk_create(
        ArticleTag(article=article, tag_page=page, first_published_at=at) for page in _tag_pages(content["tags"])
    )
    ArticleAuthor.objects.filter(article=article).delete()
    ArticleAuthor.objects.bulk_create(author_rows(article, content))
    ArticleProfile.objects.filter(article=article).delete()
    ArticleProfile.objects.bulk_create(profile_rows(article, content))


def author_rows(article, content):
    """Where the article stands in the lists of its authors; unsaved."""
    authors, at = dict.fromkeys(line["author"] for line in content["bylines"]), article.first_published_at
    return [ArticleAuthor(article=article, author_id=number, first_published_at=at) for number in authors]


def profile_rows(article, content):
    """Where it stands in those of the people and organizations that have a page; unsaved."""
    parts = {part["profile"]: part for part in [*content["people"], *content["organizations"]] if part["profile"]}
    return [
        ArticleProfile(
            article=article,
            profile_id=number,
            role_label=part["role_label"],
            first_published_at=article.first_published_at,
        )
        for number, part in parts.items()
    ]


def _tag_pages(tags):
    """A tag's page says what the tag says now, whatever an older Edition says."""
    now = Tag.objects.in_bulk([tag["id"] for tag in tags])
    for tag in tags:
        face = {key: getattr(now[tag["id"]], key) if tag["id"] in now else tag[key] for key in TAG_FACE}
        yield TagPage.objects.update_or_create(tag_number=tag["id"], defaults=face)[0]


def _write_paths(article, edition):
    """The address of this Edition; every earlier one leads there."""
    former = Path.objects.named().filter(story_number=edition.story_id).exclude(path=article.path)
    former.update(answer=Path.Answer.REDIRECT, article=article, changed_at=edition.published_at)
    Path.objects.update_or_create(
        path=article.path,
        defaults={
            "answer": Path.Answer.ARTICLE,
            "article": article,
            "story_number": edition.story_id,
            "changed_at": edition.published_at,
        },
    )


def _write_notices(article, edition):
    """The public list of corrections, from the notes of this story's Editions."""
    CorrectionNotice.objects.filter(article=article).delete()
    CorrectionNotice.objects.bulk_create(notice_rows(article, edition.content))


def notice_rows(article, content):
    """Its lines of the public list of corrections; unsaved."""
    return [
        CorrectionNotice(article=article, edition_number=number, kind=kind, note=note, published_at=at)
        for number, kind, note, at in sorted(_notices_in(content))
    ]


def _notices_in(content):
    """{(number, kind, note, time)} of what the public list tells of a story."""
    return {
        (notice["number"], notice["kind"], notice["note"], parse_datetime(notice["at"]))
        for notice in content["corrections"]
        if Kind(notice["kind"]).needs_public_note
    }


def leave_former_address(page, number, path, now):
    """From now on the address of a page that has moved leads to where it is. page: a Path.Page; path: as reversed."""
    answer = {"answer": Path.Answer.REDIRECT, "story_number": None, "article": None}
    place = {"page": page, "page_number": number, "changed_at": now}
    Path.objects.update_or_create(path=unquote(path), defaults=answer | place)


def pages_of(story_number):
    """The pages that list this story now: {(model, pk)}, for the live flags and for purging."""
    article = Article.objects.filter(story_number=story_number).first()
    if article is None:
        return set()
    found = {(Section, article.section_id)}
    found |= {(TagPage, pk) for pk in article.tag_links.values_list("tag_page", flat=True)}
    found |= {(Author, pk) for pk in article.author_links.values_list("author", flat=True)}
    found |= {(Profile, pk) for pk in article.profile_links.values_list("profile", flat=True)}
    return found


def _mark_live(pages):
    """Sets the flag of each page to whether a live Article is on it."""
    links = {
        Section: lambda pk: Article.objects.filter(section=pk),
        TagPage: lambda pk: ArticleTag.objects.filter(tag_page=pk),
        Author: lambda pk: ArticleAuthor.objects.filter(author=pk),
        Profile: lambda pk: ArticleProfile.objects.filter(profile=pk),
    }
    for model, pk in pages:
        model.objects.filter(pk=pk).update(is_live=links[model](pk).exists())


def disagreement(story):
    """What is wrong between a story's live Edition and the public tables, in a sentence; "" where they agree."""
    article = Article.objects.filter(story_number=story.pk).first()
    edition = story.live_edition
    if edition is None:
        return f"Story {story.pk} is not live, but has an article." if article else ""
    if article is None:
        return f"Story {story.pk} is live, but has no article."
    if article.edition_number != edition.number or article.headline != edition.content["headline"]:
        return f"Story {story.pk} shows edition {article.edition_number}, not {edition.number}."
    notices = article.correction_notices.values_list("edition_number", "kind", "note", "published_at")
    if set(notices) != _notices_in(edition.content):
        return f"Story {story.pk}: the list of corrections tells something else."
    path = Path.objects.filter(path=article.path, answer=Path.Answer.ARTICLE, article=article)
    return "" if path.exists() else f"Story {story.pk}: {article.path} does not lead to it."


def disagreements(first, last):
    """The numbers, of stories from the first to the last, whose live Edition is not what readers are shown."""
    span = (first, last)
    live = dict(Story.objects.live().filter(pk__range=span).values_list("pk", "live_edition__number"))
    shown = dict(Article.objects.filter(story_number__range=span).values_list("story_number", "edition_number"))
    found = {number for number in live.keys() | shown.keys() if live.get(number) != shown.get(number)}
    return sorted(found | _told_otherwise(span))


def _told_otherwise(span):
    """The stories of which the public list of corrections says more, less or something else than their Editions."""
    columns = ("kind", "public_note", "published_at")
    editions = Edition.objects.with_note().filter(story__live_edition__isnull=False, story__pk__range=span)
    kept = {tuple(row) for row in editions.values_list("story_id", "number", *columns)}
    notices = CorrectionNotice.objects.filter(article__story_number__range=span)
    columns = ("article__story_number", "edition_number", "kind", "note", "published_at")
    return {row[0] for row in kept ^ set(notices.values_list(*columns))}


def last_number():
    """The highest number that a story or an article of one has; 0 where there is none."""
    stories, articles = Story.objects.order_by("-pk"), Article.objects.order_by("-story_number")
    return max(
        stories.values_list("pk", flat=True).first() or 0,
        articles.values_list("story_number", flat=True).first() or 0,
    )
