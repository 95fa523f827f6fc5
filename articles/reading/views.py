"""The readers' pages. Which story may be seen is decided in one place: `Path.objects.for_page()`."""

import re
import unicodedata
from datetime import date
from itertools import groupby

from django.conf import settings
from django.http import Http404, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404
from django.utils.encoding import iri_to_uri
from django.utils.formats import date_format
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from articles.models.public import Author, Path, Profile, Section, TagPage
from articles.publishing import search as index
from articles.publishing.render import address, breadcrumbs, frame, of_author, of_front, of_month, of_profile
from articles.publishing.render import page as story_page

from . import lists
from .headers import FLEETING, answer, for_readers, latest, page, story_keys, withdrawn
from .moved import or_where_it_went

SEARCH_PAGE = re.compile(r"[1-9][0-9]{0,2}")


@for_readers
def article(request, year, month, slug):
    path = get_object_or_404(Path.objects.for_page().at(nfc(request.path_info)))
    story = path.article
    if story is None:
        return withdrawn(path)
    if story.path != request.path_info:
        return moved(story)
    related = lists.related(story)
    text = story_page(story, sections=lists.sections(), related=related)
    keys = [f"story-{story.story_number}", f"section-{story.section_id}", *story_keys(related)]
    return answer(request, text, keys=keys, modified=story.published_at)


def moved(story):
    """For ever, but caches ask again soon: where it leads to may be taken down."""
    headers = {"Cache-Control": FLEETING, "Surrogate-Key": f"story-{story.story_number}"}
    return HttpResponsePermanentRedirect(iri_to_uri(story.path), headers=headers)


@for_readers
def front(request):
    sections, newest = lists.sections(), lists.newest(lists.ON_FRONT)
    lead, seconds, others = lists.ranked(newest)
    strips = lists.strips(sections, [one for one in (lead, *seconds) if one])
    notices = lists.corrections(limit=lists.SECONDS).items
    context = frame(title=settings.NEWSROOM_NAME, path="/", sections=sections, json_ld=of_front())
    context |= {"lead": lead, "seconds": seconds, "latest": others, "corrections": notices}
    context["description"] = settings.NEWSROOM_TAGLINE
    context["strips"] = [{"section": one, "articles": strips[one.pk]} for one in sections if one.pk in strips]
    shown = [*newest, *(one for strip in context["strips"] for one in strip["articles"])]
    keys = ["front", *story_keys([*shown, *(notice.article for notice in notices)])]
    return page(request, "front", context, keys=keys, modified=latest(newest))


@for_readers
@or_where_it_went
def section(request, slug):
    of = get_object_or_404(Section.objects.live(), slug=nfc(slug))
    feed = (address("section_feed", of.slug), of.name)
    return listed(request, "section", of, lists.of_section, address("section", of.slug), feed=feed)


@for_readers
@or_where_it_went
def tag(request, slug):
    of = get_object_or_404(TagPage.objects.live(), slug=nfc(slug))
    feed = (address("tag_feed", of.slug), of.name)
    return listed(request, "tag", of, lists.of_tag, address("tag", of.slug), feed=feed)


@for_readers
@or_where_it_went
def author(request, slug):
    of = get_object_or_404(Author.objects.live(), slug=nfc(slug))
    feed, data = (address("author_feed", of.slug), of.name), of_author(of)
    return listed(request, "author", of, lists.of_author, address("author", of.slug), feed=feed, json_ld=data)


@for_readers
@or_where_it_went
def profile(request, kind, slug):
    of = get_object_or_404(Profile.objects.live(), kind=kind, slug=nfc(slug))
    return listed(request, "profile", of, lists.of_profile, of_profile(of))


def listed(request, template, of, read, path, feed=None, json_ld=()):
    """A page of articles that belong to something with a name. read: how to get them, from `lists`."""
    before = lists.place(request.GET.get("before"))
    found = read(of, before)
    told = getattr(of, "description", "") or getattr(of, "biography", "")
    context = turned(path, before, found.older) | {"page_of": of, "articles": found.items}
    context = context | frame(
        title=of.name,
        description=told,
        path=at(path, before),
        sections=lists.sections(),
        feed=feed,
        json_ld=json_ld or [breadcrumbs((of.name, path))],
    )
    keys = [f"{template}-{of.pk}", *story_keys(found.items)]
    return page(request, template, context, keys=keys, modified=latest(found.items))


@for_readers
def archive(request):
    months = lists.months()
    years = [
        {"year": year, "months": [{"date": day, "url": of_month(day)} for day in days]}
        for year, days in groupby(months, key=lambda day: day.year)
    ]
    context = frame(title=_("Archive"), path=address("archive"), sections=lists.sections())
    return page(request, "archive", context | {"years": years}, keys=["front", "archive"])


@for_readers
def month(request, year, month):
    bounds = lists.bounds(int(year), int(month))
    before = lists.place(request.GET.get("before"))
    found = lists.of_month(bounds, before) if bounds else None
    if found and before and not found.items:  # past the end: from the beginning, if there is one
        before, found = None, lists.of_month(bounds)
    if not found or not found.items:
        raise Http404
    day = date(int(year), int(month), 1)
    path = of_month(day)
    # Translators: a date format of a month, for example September 2023
    title = date_format(day, _("F Y"))
    context = frame(title=title, path=at(path, before), sections=lists.sections())
    context |= turned(path, before, found.older) | {"page_of": day, "articles": found.items}
    return page(request, "month", context, keys=["front", *story_keys(found.items)], modified=latest(found.items))


@for_readers
def corrections(request):
    before, path = lists.place(request.GET.get("before")), address("corrections")
    found = lists.corrections(before)
    context = frame(title=_("Corrections"), path=at(path, before), sections=lists.sections())
    context |= turned(path, before, found.older) | {"notices": found.items}
    keys = ["front", "corrections", *story_keys([notice.article for notice in found.items])]
    return page(request, "corrections", context, keys=keys)


@for_readers
def search(request):
    query, path = index.typed(request.GET.get("q", "")), address("search")
    before, number = lists.place(request.GET.get("before")), request.GET.get("page", "")
    number = int(number) if SEARCH_PAGE.fullmatch(number) else 1
    found = index.search(query, before=before, page=number)
    older = ""
    if found.older:
        place, number = found.older
        older = at(path, lists.Place(*place) if place else None, q=query, **({"page": number} if number > 1 else {}))
    context = frame(title=_("Search"), path=path, sections=lists.sections())
    context |= {"query": query, "articles": found.articles, "older": older, "message": found.message}
    keys = ["front", *story_keys(found.articles)]
    return page(request, "search", context, keys=keys, caching=FLEETING, robots="noindex")


def nfc(text):
    return unicodedata.normalize("NFC", text)


def at(path, place, **query):
    """The address of a list from a place on."""
    query |= {"before": str(place)} if place else {}
    return f"{path}?{urlencode(query)}" if query else path


def turned(path, before, older):
    """The way on and the way back to the beginning."""
    return {"older": at(path, older) if older else "", "newer": path if before else ""}
