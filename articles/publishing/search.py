"""Search over what is live: SQLite's FTS5, or PostgreSQL's full text, behind three words: index, remove, search.

The table `public_search` holds one row for each live Article (migration 0002_search) and is written in the transaction
that publishes. What was typed becomes a short list of terms; both databases get these, each word quoted, so that no
input is ever syntax. Beside its words every row carries marks: section, type of work, authors and month, by which a
question is narrowed inside the index. Only the newest CANDIDATES matches are ranked: see `search_engines`.
"""

import re
import unicodedata
from dataclasses import dataclass, field, replace
from datetime import datetime
from html import escape
from math import ceil

from django.db import connection
from django.db.models import Q
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from articles.models.public import Article
from articles.publishing.search_engines import LONGEST_TEXT, START, STOP, Asked, Postgresql, Sqlite, month_mark

CANDIDATES, LONGEST, MOST_TERMS = 200, 200, 10
HALF_LIFE = 180  # days in which a story's news loses half its weight against another of the same relevance
NAMED = ("people", "organizations", "tags", "bylines")  # the lists of an Article that name somebody or something
A_BATCH = 200
LEAST_BEGINNING = 3  # letters of a word by whose beginning others are found
_TERM = re.compile(r'(?P<minus>(?<!\S)-)?(?:"(?P<phrase>[^"]*)"|(?P<word>[^\s"]+))')
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Term:
    """One word or quoted phrase of what was typed; `unwanted` where a minus stood before it."""

    words: tuple
    unwanted: bool = False
    is_phrase: bool = False

    @property
    def may_be_unfinished(self):
        """Whether it is found by its beginning, as the last of a question: not one or two Latin letters."""
        word = self.words[-1]
        is_short = len(word) < LEAST_BEGINNING and word.isascii()
        return not (self.unwanted or self.is_phrase or len(self.words) > 1 or is_short)


@dataclass(frozen=True)
class Within:
    """What a question is narrowed to. section, author: numbers; since, until: moments, the second not included."""

    section: int | None = None
    author: int | None = None
    type_of_work: str = ""
    since: datetime | None = None
    until: datetime | None = None

    def marks(self):
        asked = {"s": self.section, "a": self.author, "t": self.type_of_work}
        return [f"{letter}{value}" for letter, value in asked.items() if value]


@dataclass
class SearchPage:
    """One page of results. `older`: the `before` and `page` to ask the next one with, or None."""

    articles: list = field(default_factory=list)
    older: tuple | None = None
    message: str = ""


def words_of(article):
    """What is found of an article, by weight: {"headline", "standfirst", "names", "text"}."""
    named = [one for part in NAMED for one in getattr(article, part)]
    return {
        "headline": article.headline,
        "standfirst": f"{article.standfirst} {article.dateline}".strip(),
        "names": " ; ".join(dict.fromkeys(one["name"] for one in named)),
        "text": "\n".join([article.text[:LONGEST_TEXT], *_beside(article)]).strip(),
    }


def _beside(article):
    """What else readers get: under and instead of pictures, on cards and in other people's lists of results."""
    under = [picture.get(key) or "" for picture in article.pictures for key in ("caption", "alt")]
    known = f"{article.standfirst}\n{article.text}"
    return [words for words in (article.social_headline, article.description, *under) if words and words not in known]


def marks_of(article):
    """By what a question may be narrowed to it: see Within; and its month, by which the newest are found first."""
    authors = {line["author"] for line in article.bylines if "author" in line}
    mine = [f"s{article.section_id}", f"t{article.type_of_work}", month_mark(article.first_published_at)]
    return [*mine, *(f"a{number}" for number in sorted(authors))]


def index(article):
    """Makes a saved Article findable as it is now."""
    remove(article.pk)
    _engine().insert([_row(article)])


def fill_above(article_pk):
    """The same in bulk for all Articles with a higher number, none of which is in the index yet."""
    articles = Article.objects.filter(pk__gt=article_pk).defer("body", "sources", "versions").order_by("pk")
    rows, engine = [], _engine()
    for article in articles.iterator(chunk_size=A_BATCH):
        rows.append(_row(article))
        if len(rows) == A_BATCH:
            engine.insert(rows)
            rows = []
    if rows:
        engine.insert(rows)


def _row(article):
    return article.pk, article.first_published_at, words_of(article), marks_of(article)


def remove(article_pk):
    """Takes an Article out of the index; nothing to do where it is not in it."""
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM public_search WHERE {_engine().key} = %s", [article_pk])  # noqa: S608


def forget():
    """Drops what the index itself still keeps of what was taken out of it. Slow where the index is large."""
    _engine().forget()


def search(query, *, within=None, before=None, page=1, limit=20):
    """The articles that fit, best first, each with `.snippet`.

    within: a Within; before: (moment, article pk), the oldest of those looked at already; page: within one set of
    candidates.
    """
    terms = terms_of(query)
    engine, within = _engine(), within or Within()
    if not any(not term.unwanted for term in terms):
        found = _newest_within(engine, within, before, limit) if within != Within() else SearchPage()
        found.message = _("Type a word or a name to look for.") if query.strip() else ""
        return found
    terms = engine.finished(terms)
    expression = engine.expression(terms)
    loose = engine.expression([word for term in terms for word in _loosened(term)])
    asked = Asked(expression, loose, within.marks(), before, within.since, within.until, CANDIDATES + 1)
    looked = engine.candidates(asked)
    found = ranked(looked.matches)
    start = (min(max(page, 1), ceil(CANDIDATES / limit)) - 1) * limit
    shown = [match.article for match in found[start : start + limit]]
    older = _older(found, before, start // limit + 1, limit) or (looked.oldest and (looked.oldest, 1))
    return SearchPage(_with_snippets(engine, expression, shown), older)


def _newest_within(engine, within, before, limit):
    """The newest of what a question without a word is narrowed to: by marks in the index, by days alone without it."""
    if within.marks():
        asked = Asked("", "", within.marks(), before, within.since, within.until, limit + 1, is_ranked=False)
        found = [(match.at, match.article) for match in engine.candidates(asked).matches]
    else:
        days = {"first_published_at__gte": within.since, "first_published_at__lt": within.until}
        rows = Article.objects.filter(**{bound: moment for bound, moment in days.items() if moment})
        if before:
            at, number = before
            same = Q(first_published_at=at, pk__lt=number)
            rows = rows.filter(Q(first_published_at__lt=at) | same, first_published_at__lte=at)
        found = list(rows.newest_first().values_list("first_published_at", "pk")[: limit + 1])
    shown = [number for _at, number in found[:limit]]
    cards = Article.objects.for_cards().in_bulk(shown)
    older = (found[limit - 1], 1) if len(found) > limit else None
    return SearchPage([cards[number] for number in shown if number in cards], older)


def _loosened(term):
    """A phrase as the words it is made of; what is not wanted as it is."""
    return [term] if term.unwanted or len(term.words) == 1 else [Term((word,), is_phrase=True) for word in term.words]


def newest(query, most):
    """The numbers of the newest articles that fit, and no more."""
    terms = terms_of(query)
    if not any(not term.unwanted for term in terms):
        return []
    engine = _engine()
    expression = engine.expression(engine.finished(terms))
    asked = Asked(expression, expression, [], None, None, None, most, is_ranked=False)
    return [match.article for match in engine.candidates(asked).matches]


def knows_working_copies():
    """Whether there is an index of what is not published, for the desk."""
    return _engine().knows_working_copies


def in_working_copies(word):
    """The numbers of the stories that are not published and say a word, by that index; None of a word it leaves out."""
    terms = [replace(term, unwanted=False) for term in terms_of(word)]
    return _engine().working_copies(_engine().expression(terms)) if terms else None


def holding(phrases):
    """The numbers of all articles that may say one of these phrases: the index knows stems, so rather too many."""
    known = {typed(phrase): tuple(_WORD.findall(unicodedata.normalize("NFC", phrase))) for phrase in phrases}
    engine = _engine()
    asked = {phrase: engine.expression([Term(words, is_phrase=True)]) for phrase, words in known.items() if words}
    return engine.holding(asked) if asked else []


def typed(text):
    """What was typed, as it may be shown again: one line, not long, without invisible characters."""
    kept = "".join(char if unicodedata.category(char)[0] != "C" else " " for char in text[:LONGEST])
    return " ".join(unicodedata.normalize("NFC", kept).split())


def terms_of(query):
    """What was typed as a list of Terms: at most MOST_TERMS, letters and digits only."""
    found = []
    for match in _TERM.finditer(typed(query)):
        words = tuple(_WORD.findall(match["phrase"] or match["word"] or ""))
        if words:
            found.append(Term(words, unwanted=bool(match["minus"]), is_phrase=match["word"] is None))
    return found[:MOST_TERMS]


def ranked(matches):
    """Best first: relevance, halved at most for age. The newest candidate is the measure, so pages do not drift."""
    matches = matches[:CANDIDATES]
    if not matches:
        return []
    best, newest = max(match.relevance for match in matches) or 1, max(match.at for match in matches)

    def worth(match):
        freshness = 0.5 ** ((newest - match.at).days / HALF_LIFE)
        return match.relevance / best * (1 + freshness), match.at, match.article

    return sorted(matches, key=worth, reverse=True)


def _older(found, before, page, limit):
    """Where to go on: the next page of these candidates, then the candidates before them."""
    if page * limit < len(found):
        return before, page + 1
    if len(found) < CANDIDATES:
        return None
    oldest = min(found, key=lambda match: (match.at, match.article))
    return (oldest.at, oldest.article), 1


def _with_snippets(engine, expression, numbers):
    """The cards in this order. A row of the index whose article is gone shows nothing."""
    if not numbers:
        return []
    cards = Article.objects.for_cards().in_bulk(numbers)
    snippets = engine.snippets(expression, list(cards))
    articles = [cards[number] for number in numbers if number in cards]
    for article in articles:
        article.snippet = marked(snippets.get(article.pk, ""))
    return articles


def marked(snippet):
    """Safe HTML: everything escaped, <mark> around what was found."""
    text = escape(" ".join(snippet.split()))
    return mark_safe(text.replace(START, "<mark>").replace(STOP, "</mark>"))  # noqa: S308


def _engine():
    return ENGINES[connection.vendor]


ENGINES = {"sqlite": Sqlite(), "postgresql": Postgresql()}
