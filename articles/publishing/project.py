"""From an Edition to the public tables, and back out. Called inside a move's transaction, by actions only."""

from urllib.parse import unquote

from articles.models import (
    Article,
    ArticleAuthor,
    ArticleProfile,
    ArticleTag,
    Author,
    CorrectionNotice,
    Path,
    Profile,
    Section,
    Story,
    Tag,
    TagPage,
)
from articles.publishing import search
from articles.publishing.compose import article_of
from articles.workflow import Kind

TAG_FACE = ("name", "slug", "description")


def project(edition):
    """Makes what readers see agree with this Edition; returns the Article. Running it again changes nothing."""
    before = pages_of(edition.story_id)
    article = _write_article(edition)
    _write_links(article, edition.content)
    _write_paths(article, edition)
    _write_notices(article, edition)
    _mark_live(before | pages_of(edition.story_id))
    search.index(article)
    return article


def withdraw(story_number, now, answer=Path.Answer.GONE):
    """Takes a story out of every public table; its addresses answer 410 (or 451). Harmless where it is not live."""
    before = pages_of(story_number)
    article = Article.objects.filter(story_number=story_number).first()
    paths = Path.objects.filter(story_number=story_number)
    paths.update(answer=answer, article=None, changed_at=now)
    if article:
        search.remove(article.pk)
        article.delete()
    _mark_live(before)


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
    authors = dict.fromkeys(line["author"] for line in content["bylines"])
    ArticleAuthor.objects.bulk_create(
        ArticleAuthor(article=article, author_id=number, first_published_at=at) for number in authors
    )
    ArticleProfile.objects.filter(article=article).delete()
    parts = {part["profile"]: part for part in [*content["people"], *content["organizations"]] if part["profile"]}
    ArticleProfile.objects.bulk_create(
        ArticleProfile(article=article, profile_id=number, role_label=part["role_label"], first_published_at=at)
        for number, part in parts.items()
    )


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
    CorrectionNotice.objects.bulk_create(
        CorrectionNotice(
            article=article,
            edition_number=notice["number"],
            kind=notice["kind"],
            note=notice["note"],
            published_at=notice["at"],
        )
        for notice in edition.content["corrections"]
        if Kind(notice["kind"]).needs_public_note
    )


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
    path = Path.objects.filter(path=article.path, answer=Path.Answer.ARTICLE, article=article)
    return "" if path.exists() else f"Story {story.pk}: {article.path} does not lead to it."


def disagreements():
    """The numbers of stories whose live Edition is not what readers are shown: two queries, whatever the volume."""
    live = dict(Story.objects.live().values_list("pk", "live_edition__number"))
    shown = dict(Article.objects.values_list("story_number", "edition_number"))
    return sorted(number for number in live.keys() | shown.keys() if live.get(number) != shown.get(number))
