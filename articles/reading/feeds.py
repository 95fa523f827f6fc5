"""RSS: of everything, of a section, a tag, an author. Newest first by first publication; summaries only."""

import unicodedata

from django.conf import settings
from django.shortcuts import get_object_or_404

from articles.models.public import Author, Section, TagPage
from articles.publishing.render import address, rss

from . import lists
from .headers import answer, for_readers, latest, story_keys
from .moved import or_where_it_went

ENTRIES = 50
RSS = "application/rss+xml; charset=utf-8"


@for_readers
def everything(request):
    articles = lists.newest(ENTRIES)
    text = rss(settings.NEWSROOM_NAME, request.path, "/", articles, settings.NEWSROOM_TAGLINE)
    return feed(request, text, articles, "front")


@for_readers
@or_where_it_went
def section(request, slug):
    return feed_of(request, Section, slug, lists.of_section, "section")


@for_readers
@or_where_it_went
def tag(request, slug):
    return feed_of(request, TagPage, slug, lists.of_tag, "tag")


@for_readers
@or_where_it_went
def author(request, slug):
    return feed_of(request, Author, slug, lists.of_author, "author")


def feed_of(request, model, slug, read, name):
    of = get_object_or_404(model.objects.live(), slug=unicodedata.normalize("NFC", slug))
    articles = read(of, limit=ENTRIES).items
    title = f"{settings.NEWSROOM_NAME}: {of.name}"
    text = rss(title, address(f"{name}_feed", of.slug), address(name, of.slug), articles)
    return feed(request, text, articles, f"{name}-{of.pk}")


def feed(request, text, articles, key):
    keys = [key, *story_keys(articles)]
    return answer(request, text, keys=keys, content_type=RSS, modified=latest(articles))
