"""Lists of articles: each one index range, newest first, turned by time and never by OFFSET.

A list is a queryset of "rows" that carry `first_published_at` and an article's number: Articles themselves, or the link
rows of a tag, author or profile. It is cut to a page first; only then are the cards of that page read.
"""

import re
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import NamedTuple

from django.db import connection
from django.db.models import Max, Min, OuterRef, Q, Subquery
from django.utils import timezone

from articles.models.policies import PolicyPage
from articles.models.public import (
    Article,
    ArticleAuthor,
    ArticleProfile,
    ArticleTag,
    CorrectionNotice,
    Section,
    TagPage,
    TypeOfWork,
)
from articles.models.questions import Question
from articles.models.tombstones import Tombstone

from . import cards

PAGE = 20
STRIP, LATEST, SECONDS, THIRDS, LEADS = 5, 12, 3, 2, 6
OPINIONS, WORTH_A_STRIP = 4, 2
ABOVE = SECONDS + THIRDS + 1
ON_FRONT = LATEST + ABOVE
RELATED, SHARED_TAGS = 4, 6
GONE_IS_TOLD = timedelta(days=30)
NOTICE = ("pk", "edition_number", "kind", "note", "published_at", "article_id")
FIRST_YEAR, LAST_YEAR = 1600, 9000
_PLACE = re.compile(r"(?P<at>[0-9T:.+Z\- ]{10,40})(?:_(?P<number>[0-9]{1,18}))?")


class Place(NamedTuple):
    """Where a list goes on: after the row of this moment and this number."""

    at: datetime
    number: int

    def __str__(self):
        return f"{self.at.astimezone(UTC).isoformat().replace('+00:00', 'Z')}_{self.number}"


class Turned(NamedTuple):
    """One page of a list, and the place of the next one, or None."""

    items: list
    older: Place | None


def place(text):
    """The Place that `?before=` names, or None for anything that is none."""
    match = _PLACE.fullmatch(text or "")
    if not match:
        return None
    try:
        at = datetime.fromisoformat(match["at"].replace(" ", "+"))
        at = (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return Place(at, int(match["number"] or 0))


class NavSection(NamedTuple):
    """A section as the navigation and the strips of the front page name it."""

    pk: int
    name: str
    slug: str


_SECTIONS = Question(lambda: Section.objects.live().values_list("pk", "name", "slug"))
_KINDS = Question(lambda: PolicyPage.objects.written().values_list("kind"))


def sections():
    """The navigation."""
    return [NavSection(*row) for row in _SECTIONS()]


def policies():
    """What the paper says of itself: the pages that are written."""
    return PolicyPage.objects.written().in_order()


def kinds_of_policies():
    """Which of these there are: what the front page tells machines."""
    return [kind for (kind,) in _KINDS()]


def of_section(section, before=None, limit=PAGE):
    return _list(Article.objects.in_section, "pk", section.pk, before, limit)


def of_tag(tag_page, before=None, limit=PAGE):
    return _list(_on_tag, "article_id", tag_page.pk, before, limit)


def of_author(author, before=None, limit=PAGE):
    return _list(_by_author, "article_id", author.pk, before, limit)


def of_profile(profile, before=None, limit=PAGE):
    """With `.part`: what this person or organization is in each story."""
    return _list(_about, "article_id", profile.pk, before, limit)


def of_opinion(before=None, limit=PAGE):
    """Everything that is labelled so, of whichever section."""
    rows = _cut(Article.objects.opinion(), "pk", before, limit) if before else _first_opinions(limit)()
    return _turned(cards.of(rows), "first_published_at", limit)


def has_opinion():
    return bool(_first_opinions(1)())


@cache
def _first_opinions(limit):
    return Question(lambda: _cut(Article.objects.opinion(), "pk", None, limit))


def _on_tag(number):
    return ArticleTag.objects.filter(tag_page=number)


def _by_author(number):
    return ArticleAuthor.objects.filter(author=number)


def _about(number):
    return ArticleProfile.objects.filter(profile=number)


def of_month(start_and_end, before=None):
    rows = _cut(Article.objects.between(*start_and_end), "pk", before, PAGE)
    return _turned(cards.of(rows), "first_published_at", PAGE)


def newest(limit):
    return cards.of(_newest(limit)())


@cache
def _newest(limit):
    return Question(lambda: Article.objects.newest_first().values_list(*cards.STATE)[:limit])


def ranked(articles):
    """(lead, seconds, thirds, the others) of the newest articles: a lead has a picture if one of the first few has one.

    Opinion does not lead, and what was retracted stands only where everything stands.
    """
    standing = [one for one in articles[: LEADS + THIRDS] if not one.is_retracted]
    reports = [one for one in standing[:LEADS] if one.type_of_work != TypeOfWork.OPINION] or standing
    lead = next((one for one in reports if one.lead_picture), reports[0] if reports else None)
    following = [one for one in standing if one is not lead][: SECONDS + THIRDS]
    others = [one for one in articles if one is not lead and one not in following]
    return lead, following[:SECONDS], following[SECONDS:], others[:LATEST]


def since(moment, limit):
    """For the news sitemap: (number, stamp) of what was first published since then and stands, newest first."""
    articles = Article.objects.filter(first_published_at__gte=moment, is_retracted=False).newest_first()
    return list(articles.values_list("pk", "stamp")[:limit])


def news(numbers):
    """What the news sitemap says of these."""
    told = Article.objects.only("stamp", "path", "language", "headline", "first_published_at", "lead_picture")
    return told.filter(pk__in=numbers) if numbers else ()


def corrections(before=None, limit=PAGE):
    """The notices, each with its article as cards need it."""
    rows = list(_notices(limit, before)) if before else _first_notices(limit)()
    articles = {article.pk: article for article in cards.of(row[len(NOTICE) :] for row in rows)}
    found = [
        CorrectionNotice(**dict(zip(NOTICE, row, strict=False))) for row in rows if row[-len(cards.STATE)] in articles
    ]
    for notice in found:
        notice.article = articles[notice.article_id]
    return _turned(found, "published_at", limit)


def _notices(limit, before=None):
    """NOTICE of each, and the STATE of its article."""
    rows = CorrectionNotice.objects.order_by("-published_at", "-pk")
    if before:
        rows = rows.filter(_after(before, "published_at", "pk"))
    return rows.values_list(*NOTICE, *(f"article__{name}" for name in cards.STATE))[: limit + 1]


@cache
def _first_notices(limit):
    return Question(lambda: _notices(limit))


def tombstones(page, number, limit):
    """Of what stood on a page, or in the paper (number 0), and was withdrawn in the last weeks."""
    gone = Tombstone.objects.of(page, number).since(timezone.now() - GONE_IS_TOLD)
    return list(gone.newest_first()[:limit])


def strips(shown, above):
    """({section pk: its newest articles}, the newest opinions), without those above, in one statement.

    Opinions that stand together stand nowhere else; one alone stays in its section.
    """
    if not shown:
        return {}, []
    numbers = {one.pk for one in above}
    rows = [row for row in _newest_of(len(shown))(*(section.pk for section in shown)) if row[0] not in numbers]
    views = [row for row in rows if row[-1] == TypeOfWork.OPINION][:OPINIONS]
    views = views if len(views) >= WORTH_A_STRIP else []
    by_section = {section.slug: [] for section in shown}
    for row in rows:
        strip = by_section.get(row[3])
        if strip is not None and row not in views and len(strip) < STRIP:
            strip.append(row)
    found = {}
    for article in cards.of(row[:-1] for rows in by_section.values() for row in rows):
        found.setdefault(article.section_id, []).append(article)
    return found, cards.of(row[:-1] for row in views)


@cache
def _newest_of(sections):
    """The question for the newest articles of so many sections, and of opinion: with as many as may stand above."""

    def build(*sections):
        standing = Article.objects.filter(is_retracted=False).newest_first()
        picks = [standing.in_section(number)[: STRIP + ABOVE].values("pk") for number in sections]
        return _any_of([*picks, standing.opinion()[: OPINIONS + ABOVE].values("pk")], "type_of_work")

    return Question(build, *range(-1000 - sections, -1000))


def related(article):
    """At most four: those that share most tags, then the newest; else what is new in the section."""
    slugs = {tag["slug"] for tag in article.tags[:SHARED_TAGS]}
    rows = _near(len(slugs))(article.pk, article.section_id, *sorted(slugs))
    found = [one for one in cards.of(rows) if not one.is_retracted]

    def closeness(one):
        return len(slugs & {tag["slug"] for tag in one.tags}), one.first_published_at, one.pk

    return sorted(found, key=closeness, reverse=True)[:RELATED]


@cache
def _near(tags):
    """The question for the newest articles on so many tags and in a section, but one: (number, section, *slugs)."""

    def build(number, section, *slugs):
        links = ArticleTag.objects.exclude(article=number).order_by("-first_published_at", "-article_id")
        pages = [TagPage.objects.filter(slug=slug).values("pk")[:1] for slug in slugs]
        picks = [links.filter(tag_page=page)[: RELATED * 2].values("article_id") for page in pages]
        nearby = Article.objects.in_section(section).exclude(pk=number).newest_first()
        return _any_of([*picks, nearby[: RELATED * 2].values("pk")])

    return Question(build, -1001, -1002, *(f"sample-{number}" for number in range(tags)))


def bounds(year, month):
    """The first moment of a month and of the next, in the newsroom's zone; None where there is no such month."""
    if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12):
        return None
    zone = timezone.get_default_timezone()
    following = (year + month // 12, month % 12 + 1)
    return datetime(year, month, 1, tzinfo=zone), datetime(*following, 1, tzinfo=zone)


def months_beside(start_and_end):
    """(the month with articles before this one, the one after it), as dates or None: two probes in one statement."""
    start, end = start_and_end
    before = Article.objects.before(start).newest_first().values("pk")[:1]
    after = Article.objects.since(end).order_by("first_published_at", "pk").values("pk")[:1]
    moments = [row[-1] for row in _any_of([before, after], "first_published_at")]
    earlier = [_month_of(moment) for moment in moments if moment < start]
    later = [_month_of(moment) for moment in moments if moment >= end]
    return next(iter(earlier), None), next(iter(later), None)


def _month_of(moment):
    return moment.astimezone(timezone.get_default_timezone()).date().replace(day=1)


def months():
    """The months that have articles, newest first, as dates: three statements, however many articles and months.

    The ends are asked for one by one, because SQLite would read the whole index for both at once.
    """
    ends = [Article.objects.aggregate(at=end("first_published_at"))["at"] for end in (Min, Max)]
    if None in ends:
        return []
    first, last = (at.astimezone(timezone.get_default_timezone()) for at in ends)
    span = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    return _with_articles([date(number // 12, number % 12 + 1, 1) for number in reversed(span)])


def _with_articles(days):
    """Those of these months in which anything was published: one probe of the index each, in one statement."""
    adapt = connection.ops.adapt_datetimefield_value
    params = [value for day in days for value in (number_of(day), *map(adapt, bounds(day.year, day.month)))]
    rows = ", ".join(["(%s, %s, %s)"] * len(days))
    sql = (
        f"SELECT column1 FROM (VALUES {rows}) AS months WHERE EXISTS (SELECT 1 FROM public_article"  # noqa: S608
        " WHERE first_published_at >= months.column2 AND first_published_at < months.column3)"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        found = {row[0] for row in cursor.fetchall()}
    return [day for day in days if number_of(day) in found]


def number_of(day):
    return day.year * 100 + day.month


def _after(before, time, number):
    """What stands after a place. The first condition is implied by the second: it gives the index its range."""
    same = Q(**{time: before.at, f"{number}__lt": before.number})
    return Q(**{f"{time}__lte": before.at}) & (Q(**{f"{time}__lt": before.at}) | same)


def _list(rows_of, number, owner, before, limit):
    """One page of the list of an owner, as its rows (`rows_of(owner)`) have it; `.part` where these say one."""
    rows = _cut(rows_of(owner), number, before, limit) if before else _first_page(rows_of, number, limit)(owner)
    articles = cards.with_parts(rows) if rows_of is _about else cards.of(rows)
    return _turned(articles, "first_published_at", limit)


@cache
def _first_page(rows_of, number, limit):
    """The question for the newest of a list, by its owner's number."""
    return Question(lambda owner: _cut(rows_of(owner), number, None, limit), -1001)


def _cut(rows, number, before, limit):
    """The STATE of one page of a list, and one row more; its rows carry the time of first publication and, as `number`,
    the article's key. A list of what somebody is in says, too, what (`role_label`).
    """
    page = rows.filter(_after(before, "first_published_at", number)) if before else rows
    page = page.order_by("-first_published_at", f"-{number}")[: limit + 1]
    found = Article.objects.filter(pk__in=page.values(number)).newest_first()
    if rows.model is not ArticleProfile:
        return found.values_list(*cards.STATE)
    part = Subquery(rows.filter(article=OuterRef("pk")).values("role_label")[:1])
    return found.annotate(part=part).values_list(*cards.STATE, "part")


def _any_of(picks, *more):
    """The STATE, and more, of several short lists of numbers at once. Wrapped, as SQLite's UNION takes no LIMIT."""
    first, *rest = [Article.objects.filter(pk__in=pick).values("pk") for pick in picks]
    return Article.objects.filter(pk__in=first.union(*rest, all=True)).newest_first().values_list(*cards.STATE, *more)


def _turned(rows, time, limit):
    """Cuts the one row that was read too many, which only says that there is more."""
    last = rows[limit - 1] if len(rows) > limit else None
    return Turned(rows[:limit], Place(getattr(last, time), last.pk) if last else None)
