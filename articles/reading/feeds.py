"""Feeds, each as RSS, Atom and JSON Feed: of everything, of opinion, of corrections, of a section, a tag, an author, a
person or organization that has a page.

Newest first by first publication; summaries only.
"""

from django.conf import settings
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from articles.models.public import Author, Path, Profile, Section, TagPage
from articles.models.tombstones import Tombstone
from articles.publishing import render

from . import lists
from .headers import answer, cached, for_readers, latest, story_keys
from .moved import or_where_it_went
from .named import named
from .views import nfc

ENTRIES = 50
TYPES = {
    "xml": "application/rss+xml; charset=utf-8",
    "atom": "application/atom+xml; charset=utf-8",
    "json": "application/feed+json",
}


@cached()
@for_readers
def everything(request, form):
    gone = lists.tombstones(Tombstone.PAPER, 0, ENTRIES)
    told = {"title": settings.NEWSROOM_NAME, "page_path": "/", "description": settings.NEWSROOM_TAGLINE}
    told["path"] = in_form(form, render.address("feed"))
    return feed(request, form, "front", told, lists.newest(ENTRIES), gone)


@cached()
@for_readers
@or_where_it_went
def section(request, form, slug):
    return feed_of(request, form, Section, slug, lists.of_section, "section")


@cached()
@for_readers
@or_where_it_went
def tag(request, form, slug):
    return feed_of(request, form, TagPage, slug, lists.of_tag, "tag")


@cached()
@for_readers
@or_where_it_went
def author(request, form, slug):
    return feed_of(request, form, Author, slug, lists.of_author, "author")


@cached()
@for_readers
@or_where_it_went
def profile(request, form, kind, slug):
    return feed_of_page(request, form, Profile, {"slug": slug, "kind": kind}, lists.of_profile, kind, Path.Page.PROFILE)


@cached()
@for_readers
def opinion(request, form):
    gone, articles = lists.tombstones(Tombstone.OPINION, 0, ENTRIES), lists.of_opinion(limit=ENTRIES).items
    told = {"title": f"{settings.NEWSROOM_NAME}: {_('Opinion')}", "page_path": render.address("opinion")}
    told["path"] = in_form(form, render.address("opinion_feed"))
    return feed(request, form, "front", told, articles, gone)


@cached()
@for_readers
def corrections(request, form):
    notices = lists.corrections(limit=ENTRIES).items
    told = {"title": f"{settings.NEWSROOM_NAME}: {_('Corrections')}", "page_path": render.address("corrections")}
    text = render.feed(form, path=in_form(form, render.address("corrections_feed")), notices=notices, **told)
    keys = ["front", "corrections", *story_keys([notice.article for notice in notices])]
    modified = max((notice.published_at for notice in notices), default=None)
    return answer(request, text, keys=keys, content_type=TYPES[form], modified=modified)


def feed_of(request, form, model, slug, read, name):
    """name: of the page, in addresses, in cache keys and on tombstones alike."""
    return feed_of_page(request, form, model, {"slug": slug}, read, name, name)


def feed_of_page(request, form, model, asked, read, name, page):
    """asked: what names the page, as of `named`; name: in addresses; page: in cache keys and on tombstones."""
    try:
        of = named(model, **asked)
    except Http404:
        return feed_of_the_withdrawn(request, form, model, asked, name, page)
    path = in_form(form, render.address(f"{name}_feed", of.slug))
    told = {"title": f"{settings.NEWSROOM_NAME}: {of.name}", "page_path": render.address(name, of.slug), "path": path}
    gone = lists.tombstones(page, of.pk, ENTRIES)
    return feed(request, form, f"{page}-{of.pk}", told, read(of, limit=ENTRIES).items, gone)


def feed_of_the_withdrawn(request, form, model, asked, name, page):
    """What subscribers of a page get whose last story was withdrawn: its tombstone, and no name. Else 404.

    The name may be what the story was withdrawn for.
    """
    of = get_object_or_404(model, **{key: nfc(value) for key, value in asked.items()})
    gone = lists.tombstones(page, of.pk, ENTRIES)
    if not gone:
        raise Http404
    path = in_form(form, render.address(f"{name}_feed", of.slug))
    return feed(
        request, form, f"{page}-{of.pk}", {"title": settings.NEWSROOM_NAME, "page_path": "/", "path": path}, [], gone
    )


def feed(request, form, key, told, articles, gone):
    text = render.feed(form, articles=articles, tombstones=gone, **told)
    keys = [key, *story_keys(articles), *story_keys(gone)]
    return answer(request, text, keys=keys, content_type=TYPES[form], modified=latest(articles))


def in_form(form, path):
    """The address of the same feed in another form than RSS."""
    return path.removesuffix("xml") + form
