"""Search over what is live: SQLite's FTS5, or PostgreSQL's full text, behind three words: index, remove, search.

The table `public_search` holds one row for each live Article (migration 0002_search) and is written in the transaction
that publishes. What was typed becomes a short list of terms; both databases get these, each word quoted, so that no
input is ever syntax. Only the newest CANDIDATES matches are ranked: a common word costs no more than a rare one.
"""

import re
import unicodedata
from dataclasses import dataclass, field
from datetime import datetime
from html import escape
from math import ceil

from django.db import connection
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from articles.models.public import Article

CANDIDATES, LONGEST, MOST_TERMS = 200, 200, 10
LONGEST_TEXT = 250_000  # characters of a story that are looked through: a tsvector holds less than 1 MB
START, STOP = "\x02", "\x03"  # around what was found, until the text between is escaped
HALF_LIFE = 180  # days in which a story's news loses half its weight against another of the same relevance
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
        """Whether it is found by its beginning, as the last of a question: not a single Latin letter."""
        word = self.words[-1]
        return not (self.unwanted or self.is_phrase or len(self.words) > 1 or (len(word) == 1 and word.isascii()))


@dataclass
class SearchPage:
    """One page of results. `older`: the `before` and `page` to ask the next one with, or None."""

    articles: list = field(default_factory=list)
    older: tuple | None = None
    message: str = ""


@dataclass(frozen=True)
class Match:
    """A candidate: an article's number, how well it fits, and when it came out."""

    article: int
    relevance: float
    at: datetime


def words_of(article):
    """What is found of an article, by weight: {"headline", "standfirst", "names", "text"}."""
    named = [*article.people, *article.organizations, *article.tags, *article.bylines]
    return {
        "headline": article.headline,
        "standfirst": f"{article.standfirst} {article.dateline}".strip(),
        "names": " ; ".join(dict.fromkeys(one["name"] for one in named)),
        "text": article.text,
    }


def index(article):
    """Makes a saved Article findable as it is now."""
    remove(article.pk)
    _engine().insert(article.pk, words_of(article), article.first_published_at)


def remove(article_pk):
    """Takes an Article out of the index; nothing to do where it is not in it."""
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM public_search WHERE {_engine().key} = %s", [article_pk])  # noqa: S608


def forget():
    """Drops what the index itself still keeps of what was taken out of it. Slow where the index is large."""
    _engine().forget()


def search(query, *, before=None, page=1, limit=20):
    """The articles that fit, best first, each with `.snippet`.

    before: (moment, article pk), the oldest of the candidates already shown; page: within one set of candidates.
    """
    terms = terms_of(query)
    if not any(not term.unwanted for term in terms):
        return SearchPage(message=_("Type a word or a name to look for.") if query.strip() else "")
    engine = _engine()
    expression = engine.expression(terms)
    found = ranked(engine.candidates(expression, before, CANDIDATES + 1))
    start = (min(max(page, 1), ceil(CANDIDATES / limit)) - 1) * limit
    shown = [match.article for match in found[start : start + limit]]
    return SearchPage(_with_snippets(engine, expression, shown), _older(found, before, start // limit + 1, limit))


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


def _rows(sql, params):
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return cursor.fetchall()


def _engine():
    return ENGINES[connection.vendor]


class Sqlite:
    """FTS5 with porter stemming and folded accents."""

    key = "rowid"

    def insert(self, number, words, at):
        with connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO public_search (rowid, headline, standfirst, names, text) VALUES (%s, %s, %s, %s, %s)",
                [number, words["headline"], words["standfirst"], words["names"], words["text"]],
            )

    def forget(self):
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO public_search (public_search) VALUES ('optimize')")

    def expression(self, terms):
        wanted = [self._quoted(term) for term in terms if not term.unwanted]
        if terms[-1].may_be_unfinished:
            wanted[-1] += "*"
        unwanted = [self._quoted(term) for term in terms if term.unwanted]
        return " NOT ".join([f"({' AND '.join(wanted)})", *unwanted])

    def _quoted(self, term):
        return f'"{" ".join(term.words)}"'

    def candidates(self, expression, before, limit):
        at, number = before or (datetime.max, 0)
        field = Article._meta.get_field("first_published_at")
        rows = _rows(
            "SELECT public_search.rowid, -bm25(public_search, 10.0, 5.0, 6.0, 1.0), public_article.first_published_at"
            " FROM public_search JOIN public_article ON public_article.id = public_search.rowid"
            " WHERE public_search MATCH %s AND (public_article.first_published_at, public_article.id) < (%s, %s)"
            " ORDER BY public_article.first_published_at DESC, public_article.id DESC LIMIT %s",
            [expression, connection.ops.adapt_datetimefield_value(at), number, limit],
        )
        return [Match(row[0], row[1], _moment(row[2], field)) for row in rows]

    def snippets(self, expression, numbers):
        marks = ", ".join(["%s"] * len(numbers))
        return dict(
            _rows(
                "SELECT rowid, snippet(public_search, 3, %s, %s, ' … ', 32) FROM public_search"  # noqa: S608
                f" WHERE public_search MATCH %s AND rowid IN ({marks})",
                [START, STOP, expression, *numbers],
            )
        )


class Postgresql:
    """One weighted tsvector with one GIN index; the configuration `public_search` folds accents where it may."""

    key = "article_id"

    def insert(self, number, words, at):
        vector = " || ".join(f"setweight(to_tsvector('public_search', %s), '{weight}')" for weight in "ABCD")
        with connection.cursor() as cursor:
            cursor.execute(
                f"INSERT INTO public_search (article_id, first_published_at, document) VALUES (%s, %s, {vector})",  # noqa: S608
                [number, at, words["headline"], words["names"], words["standfirst"], words["text"][:LONGEST_TEXT]],
            )

    def forget(self):
        """The database's own vacuum does."""

    def expression(self, terms):
        found = [self._quoted(term) for term in terms]
        if terms[-1].may_be_unfinished:
            found[-1] += ":*"
        return " & ".join(found)

    def _quoted(self, term):
        words = " <-> ".join(f"'{word}'" for word in term.words)
        return f"!({words})" if term.unwanted else f"({words})" if len(term.words) > 1 else words

    def candidates(self, expression, before, limit):
        """The query stands twice in the statement, so that the planner sees how rare its words are."""
        at, number = before or (None, 0)
        earlier = "AND (first_published_at, article_id) < (%s, %s)" if at else ""
        asked = "to_tsquery('public_search', %s)"
        rows = _rows(
            f"SELECT article_id, ts_rank('{{0.1, 0.4, 0.5, 1.0}}', document, {asked}), first_published_at"  # noqa: S608
            f" FROM public_search WHERE document @@ {asked} {earlier}"
            " ORDER BY first_published_at DESC, article_id DESC LIMIT %s",
            [expression, expression, *((at, number) if at else ()), limit],
        )
        return [Match(*row) for row in rows]

    def snippets(self, expression, numbers):
        options = f"StartSel={START}, StopSel={STOP}, MinWords=18, MaxWords=34, MaxFragments=1, FragmentDelimiter=…"
        return dict(
            _rows(
                "SELECT id, ts_headline('public_search', text, to_tsquery('public_search', %s), %s)"
                " FROM public_article WHERE id = ANY(%s)",
                [expression, options, numbers],
            )
        )


def _moment(value, field):
    """SQLite gives times as text to raw statements."""
    for convert in connection.ops.get_db_converters(field.cached_col):
        value = convert(value, field.cached_col, connection)
    return value


ENGINES = {"sqlite": Sqlite(), "postgresql": Postgresql()}
