"""Lists of articles: each one index range, newest first, turned by time and never by OFFSET.

A list is a queryset of "rows" that carry `first_published_at` and an article's number: Articles themselves, or the link
rows of a tag, author or profile. It is cut to a page first; only then are the cards of that page read.
"""

import re
from datetime import UTC, date, datetime
from typing import NamedTuple

from django.db import connection
from django.db.models import Max, Min, OuterRef, Q, Subquery
from django.utils import timezone

from articles.models.public import (
    Article,
    ArticleAuthor,
    ArticleProfile,
    ArticleTag,
    Author,
    CorrectionNotice,
    Profile,
    Section,
    TagPage,
    TypeOfWork,
)

PAGE = 20
STRIP, LATEST, SECONDS, LEADS = 5, 12, 3, 6
ON_FRONT = LATEST + SECONDS + 1
RELATED, SHARED_TAGS = 4, 6
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


def sections():
    """The navigation."""
    return list(Section.objects.live())


def of_section(section, before=None, limit=PAGE):
    return _cards(Article.objects.in_section(section), "pk", before, limit)


def of_tag(tag_page, before=None, limit=PAGE):
    return _cards(ArticleTag.objects.filter(tag_page=tag_page), "article_id", before, limit)


def of_author(author, before=None, limit=PAGE):
    return _cards(ArticleAuthor.objects.filter(author=author), "article_id", before, limit)


def of_profile(profile, before=None):
    """With `.part`: what this person or organization is in each story."""
    rows = ArticleProfile.objects.filter(profile=profile)
    part = Subquery(rows.filter(article=OuterRef("pk")).values("role_label")[:1])
    return _cards(rows, "article_id", before, PAGE, part=part)


def of_month(start_and_end, before=None):
    return _cards(Article.objects.between(*start_and_end), "pk", before)


def newest(limit):
    return list(Article.objects.for_cards().newest_first()[:limit])


def ranked(articles):
    """(lead, seconds, the others) of the newest articles: a lead has a picture if one of the first few has one.

    Opinion does not lead, and what was retracted stands only where everything stands.
    """
    standing = [one for one in articles[:LEADS] if not one.is_retracted]
    reports = [one for one in standing if one.type_of_work != TypeOfWork.OPINION] or standing
    lead = next((one for one in reports if one.lead_picture), reports[0] if reports else None)
    seconds = [one for one in standing if one is not lead][:SECONDS]
    others = [one for one in articles if one is not lead and one not in seconds]
    return lead, seconds, others[:LATEST]


def since(moment, limit):
    """For the news sitemap: what was first published since then and stands."""
    articles = Article.objects.for_cards().filter(first_published_at__gte=moment, is_retracted=False)
    return list(articles.newest_first()[:limit])


def corrections(before=None, limit=PAGE):
    rows = CorrectionNotice.objects.order_by("-published_at", "-pk")
    if before:
        rows = rows.filter(_after(before, "published_at", "pk"))
    columns = (
        "body", "text", "people", "organizations", "sources", "claims", "proceedings", "helplines", "replies",
        "versions",
    )  # fmt: skip
    heavy = [f"article__{name}" for name in columns]
    rows = rows.select_related("article__section").defer(*heavy)
    return _turned(list(rows[: limit + 1]), "published_at", limit)


def strips(shown, above):
    """The newest articles of each section, but those above: {section pk: [articles]}, in one statement."""
    articles = Article.objects.filter(is_retracted=False).exclude(pk__in=[one.pk for one in above])
    picks = [articles.in_section(section).newest_first()[:STRIP].values("pk") for section in shown]
    found = {}
    for article in _any_of(picks):
        found.setdefault(article.section_id, []).append(article)
    return found


def related(article):
    """At most four: those that share most tags, then the newest; else what is new in the section."""
    slugs = {tag["slug"] for tag in article.tags[:SHARED_TAGS]}
    links = ArticleTag.objects.exclude(article=article).order_by("-first_published_at", "-article_id")
    pages = [TagPage.objects.filter(slug=slug).values("pk")[:1] for slug in sorted(slugs)]
    picks = [links.filter(tag_page=page)[: RELATED * 2].values("article_id") for page in pages]
    nearby = Article.objects.in_section(article.section_id).exclude(pk=article.pk).newest_first()
    found = [one for one in _any_of([*picks, nearby[: RELATED * 2].values("pk")]) if not one.is_retracted]

    def closeness(one):
        return len(slugs & {tag["slug"] for tag in one.tags}), one.first_published_at, one.pk

    return sorted(found, key=closeness, reverse=True)[:RELATED]


def addresses(start_and_end, limit):
    """(path, time of the last visible change) of every article of a month, for its sitemap."""
    articles = Article.objects.between(*start_and_end).newest_first()
    return list(articles.values_list("path", "updated_at")[:limit])


def live_pages():
    """("section", Section), ("tag", TagPage) … of everything that has a page of its own, for the sitemap."""
    kinds = {"section": Section, "tag": TagPage, "author": Author, "profile": Profile}
    for name, model in kinds.items():
        for one in model.objects.live().order_by("pk").only("slug", *(["kind"] if model is Profile else [])):
            yield name, one


def bounds(year, month):
    """The first moment of a month and of the next, in the newsroom's zone; None where there is no such month."""
    if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12):
        return None
    zone = timezone.get_default_timezone()
    following = (year + month // 12, month % 12 + 1)
    return datetime(year, month, 1, tzinfo=zone), datetime(*following, 1, tzinfo=zone)


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


def _cards(rows, number, before, limit=PAGE, **annotations):
    """One page of a list whose rows carry the time of first publication and, as `number`, the article's key."""
    if before:
        rows = rows.filter(_after(before, "first_published_at", number))
    rows = rows.order_by("-first_published_at", f"-{number}")[: limit + 1]
    cards = Article.objects.for_cards().annotate(**annotations).filter(pk__in=rows.values(number))
    return _turned(list(cards.newest_first()), "first_published_at", limit)


def _any_of(picks):
    """The cards of several short lists of numbers at once. Each is wrapped, because SQLite's UNION takes no LIMIT."""
    if not picks:
        return Article.objects.none()
    first, *rest = [Article.objects.filter(pk__in=pick).values("pk") for pick in picks]
    return Article.objects.for_cards().filter(pk__in=first.union(*rest, all=True)).newest_first()


def _turned(rows, time, limit):
    """Cuts the one row that was read too many, which only says that there is more."""
    last = rows[limit - 1] if len(rows) > limit else None
    return Turned(rows[:limit], Place(getattr(last, time), last.pk) if last else None)
