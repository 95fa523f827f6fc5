"""The readers' pages. Which story may be seen is decided in one place: `Path.objects.for_page()`."""

import re
import unicodedata
from datetime import date
from itertools import groupby

from django.conf import settings
from django.http import Http404, HttpResponsePermanentRedirect, HttpResponseRedirect
from django.utils.encoding import iri_to_uri
from django.utils.formats import date_format
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from articles.models.public import Author, Profile, Section, TagPage
from articles.publishing import search as index
from articles.publishing.render import (
    address,
    frame,
    of_author,
    of_front,
    of_list,
    of_month,
    of_name,
    of_profile,
    of_section,
    of_tag,
)

from . import guesses, lists, stories
from .around import around
from .headers import FLEETING, answer, cached, for_readers, latest, page, story_keys, withdrawn
from .moved import or_where_it_went
from .named import named
from .narrowing import choices, narrowing

SEARCH_PAGE = re.compile(r"[1-9][0-9]{0,2}")


@cached()
@for_readers
def article(request, year, month, slug):
    story = stories.at(nfc(request.path_info))
    if story is None:
        raise Http404
    if story.pk is None:
        return withdrawn(story)
    if story.path != request.path_info:
        return moved(story)
    related = lists.related(story)
    text = stories.page(story, lists.sections(), related)
    keys = [f"story-{story.story_number}", f"section-{story.section_id}", *story_keys(related)]
    return answer(request, text, keys=keys, modified=story.published_at)


def moved(story):
    """For ever, but caches ask again soon: where it leads to may be taken down."""
    headers = {"Cache-Control": FLEETING, "Surrogate-Key": f"story-{story.story_number}"}
    return HttpResponsePermanentRedirect(iri_to_uri(story.path), headers=headers)


@cached()
@for_readers
def front(request):
    sections, newest = lists.sections(), lists.newest(lists.ON_FRONT)
    lead, seconds, thirds, others = lists.ranked(newest)
    strips, opinions = lists.strips(sections, [one for one in (lead, *seconds, *thirds) if one])
    notices = lists.corrections(limit=lists.SECONDS).items
    data = of_front(newest, lists.kinds_of_policies())
    context = frame(title=settings.NEWSROOM_NAME, path="/", sections=sections, json_ld=data)
    context |= {"lead": lead, "seconds": seconds, "thirds": thirds, "latest": others, "corrections": notices}
    context |= {"opinions": opinions}
    context["description"] = settings.NEWSROOM_TAGLINE
    context["strips"] = [{"section": one, "articles": strips[one.pk]} for one in sections if one.pk in strips]
    shown = [*newest, *opinions, *(one for strip in context["strips"] for one in strip["articles"])]
    keys = ["front", "about", *story_keys([*shown, *(notice.article for notice in notices)])]
    return page(request, "front", context, keys=keys, modified=latest(newest))


@cached(before=lists.place)
@for_readers
@or_where_it_went
def section(request, slug):
    of = named(Section, slug)
    feed = (address("section_feed", of.slug), of.name)
    return listed(request, "section", of, lists.of_section, address("section", of.slug), of_section, feed)


@cached(before=lists.place)
@for_readers
@or_where_it_went
def tag(request, slug):
    of = named(TagPage, slug)
    feed = (address("tag_feed", of.slug), of.name)
    return listed(request, "tag", of, lists.of_tag, address("tag", of.slug), of_tag, feed)


@cached(before=lists.place)
@for_readers
@or_where_it_went
def author(request, slug):
    of = named(Author, slug)
    feed = (address("author_feed", of.slug), of.name)
    return listed(request, "author", of, lists.of_author, address("author", of.slug), of_author, feed)


@cached(before=lists.place)
@for_readers
@or_where_it_went
def profile(request, kind, slug):
    of = named(Profile, slug, kind=kind)
    feed = (address(f"{kind}_feed", of.slug), of.name)
    return listed(request, "profile", of, lists.of_profile, of_profile(of), of_name, feed)


def listed(request, template, of, read, path, data, feed=None):
    """A page of articles that belong to something with a name.

    read: how to get them, from `lists`; data: how machines are told of them, from `render`.
    """
    before = lists.place(request.GET.get("before"))
    found = read(of, before)
    told = getattr(of, "description", "") or getattr(of, "biography", "")
    context = turned(path, before, found.older) | {"page_of": of, "articles": found.items}
    context["around"] = None if before else around(found.items, found.older, of)
    context = context | frame(
        title=of.name,
        description=told,
        path=at(path, before),
        sections=lists.sections(),
        feed=feed,
        json_ld=data(of, at(path, before), found.items),
    )
    keys = [f"{template}-{of.pk}", *story_keys(found.items)]
    return page(request, template, context, keys=keys, modified=latest(found.items))


@cached()
@for_readers
def archive(request):
    months = lists.months()
    years = [
        {"year": year, "months": [{"date": day, "url": of_month(day)} for day in days]}
        for year, days in groupby(months, key=lambda day: day.year)
    ]
    data = of_list(_("Archive"), address("archive"))
    context = frame(title=_("Archive"), path=address("archive"), sections=lists.sections(), json_ld=data)
    return page(request, "archive", context | {"years": years}, keys=["front", "archive"])


@cached(before=lists.place)
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
    data = of_list(title, at(path, before), found.items)
    context = frame(title=title, path=at(path, before), sections=lists.sections(), json_ld=data)
    context |= turned(path, before, found.older) | {"page_of": day, "articles": found.items}
    context |= {"beside": [day and {"date": day, "url": of_month(day)} for day in lists.months_beside(bounds)]}
    return page(request, "month", context, keys=["front", *story_keys(found.items)], modified=latest(found.items))


@cached(before=lists.place)
@for_readers
def opinion(request):
    before, path = lists.place(request.GET.get("before")), address("opinion")
    found = lists.of_opinion(before)
    title, feed = _("Opinion"), (address("opinion_feed"), _("Opinion"))
    data = of_list(title, at(path, before), found.items)
    context = frame(title=title, path=at(path, before), sections=lists.sections(), feed=feed, json_ld=data)
    context |= turned(path, before, found.older) | {"articles": found.items}
    context["around"] = None if before else around(found.items, found.older, None)
    return page(request, "opinion", context, keys=["front", *story_keys(found.items)], modified=latest(found.items))


@cached(before=lists.place)
@for_readers
def corrections(request):
    before, path = lists.place(request.GET.get("before")), address("corrections")
    found = lists.corrections(before)
    feed, data = (address("corrections_feed"), _("Corrections")), of_list(_("Corrections"), at(path, before))
    context = frame(title=_("Corrections"), path=at(path, before), sections=lists.sections(), feed=feed, json_ld=data)
    context |= turned(path, before, found.older) | {"notices": found.items}
    keys = ["front", "corrections", *story_keys([notice.article for notice in found.items])]
    return page(request, "corrections", context, keys=keys)


@for_readers
def search(request):
    query, path = index.typed(request.GET.get("q", "")), address("search")
    before, number = lists.place(request.GET.get("before")), request.GET.get("page", "")
    number = int(number) if SEARCH_PAGE.fullmatch(number) else 1
    sections = lists.sections()
    asked, said = narrowing(request.GET, sections), {"q": query} if query else {}
    found = (
        index.SearchPage() if asked.unknown else index.search(query, within=asked.within, before=before, page=number)
    )
    older = ""
    if found.older:
        place, number = found.older
        turned_to = said | asked.query | ({"page": number} if number > 1 else {})
        older = at(path, lists.Place(*place) if place else None, **turned_to)
    title = f"{query} – {_('Search')}" if query else _("Search")
    context = frame(title=title, path=path, sections=sections)
    context |= {"query": query, "articles": found.articles, "older": older, "message": found.message}
    context |= {"narrowed": asked.typed, "unknown": asked.unknown, "offered": choices(sections)}
    context["without"] = at(path, None, **said) if asked.query else ""
    context["latest"] = [] if found.articles else lists.newest(lists.STRIP)
    is_lost = not (found.articles or older or before or asked.query or found.message)
    context["meant"] = guesses.meant(query) if query and is_lost else ""
    keys = ["front", *story_keys([*found.articles, *context["latest"]])]
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


def report(request):
    """The form is the desk's to take: where no proxy leads there, this does."""
    return HttpResponseRedirect(f"{settings.DESK_URL}{request.get_full_path()}", headers={"Cache-Control": "no-store"})
