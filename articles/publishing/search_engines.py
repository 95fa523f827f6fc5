"""How each database looks: SQLite's FTS5, and PostgreSQL's full text with one GIN index.

Neither index knows the order of time, and a common word stands in a third of a million stories. So the newest matches
are found month by month, each month a mark in the index, until there are enough; where a word is rare, all its matches
are read at once. A phrase is compared in rows that have its words: at most LOOKED of them for one page, and the page
leads on to those before.
"""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from django.db import connection
from django.utils import timezone

from articles.models.public import Article

LONGEST_TEXT = 250_000  # characters of a story that are looked through: a tsvector holds less than 1 MB
START, STOP = "\x02", "\x03"  # around what was found, until the text between is escaped
LOOKED, NEW_MONTHS = 2000, 3
COMMON = 200  # stories of the newest months in which a word stands whose end nobody needs to guess
FEW = 8  # where the newest months give a smaller part of what is wanted than one of so many, a word may be rare


@dataclass(frozen=True)
class Match:
    """A candidate: an article's number, how well it fits, and when it came out."""

    article: int
    relevance: float
    at: datetime


@dataclass(frozen=True)
class Asked:
    """A question. expression: all of it; loose: its phrases as single words; marks: what it is narrowed to, or all that
    is asked, where there are no words; is_ranked: whether it matters how well a story fits."""

    expression: str
    loose: str
    marks: list
    before: tuple | None
    since: datetime | None
    until: datetime | None
    limit: int
    is_ranked: bool = True

    @property
    def is_exact(self):
        """Whether the index alone answers it."""
        return self.expression == self.loose

    @property
    def has_beginning(self):
        """Whether its last word is looked for by its beginning, on PostgreSQL."""
        return self.loose.endswith(":*")

    @property
    def most(self):
        """How many rows are read for it."""
        return self.limit if self.is_exact else LOOKED

    def months(self):
        """The marks of the months it may be in, the newest first, from that of now."""
        ends = [end for end in (self.until, self.before and self.before[0]) if end]
        return months_between(self.since, min(ends)) if ends else months_between(self.since, timezone.now())


@dataclass
class Looked:
    """Candidates, newest first; oldest: the last row that was read, where older ones wait unread."""

    matches: list = field(default_factory=list)
    oldest: tuple | None = None


def month_mark(at):
    return f"{at.astimezone(UTC):m%Y%m}"


FIRST_MONTH = datetime(1900, 1, 1, tzinfo=UTC)


def months_between(since, until):
    """The marks of all months from one moment to another, the newest first."""
    first, last = (at.astimezone(UTC) for at in (since or FIRST_MONTH, until))
    span = range(max(first.year * 12 + first.month - 1, 0), last.year * 12 + last.month)
    return [f"m{number // 12:04d}{number % 12 + 1:02d}" for number in reversed(span)]


def _rows(sql, params):
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return cursor.fetchall()


class Sqlite:
    """FTS5 with porter stemming and folded accents. The newest are those with the highest numbers."""

    key, knows_working_copies = "rowid", False
    columns = "{headline standfirst names text}"

    def insert(self, rows):
        with connection.cursor() as cursor:
            cursor.executemany(
                "INSERT INTO public_search (rowid, headline, standfirst, names, text, marks)"
                " VALUES (%s, %s, %s, %s, %s, %s)",
                [
                    [number, words["headline"], words["standfirst"], words["names"], words["text"], " ".join(marks)]
                    for number, _at, words, marks in rows
                ],
            )

    def forget(self):
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO public_search (public_search) VALUES ('optimize')")

    def finished(self, terms):
        return terms

    def expression(self, terms):
        wanted = [self._quoted(term) for term in terms if not term.unwanted]
        if terms[-1].may_be_unfinished:
            wanted[-1] += "*"
        unwanted = [self._quoted(term) for term in terms if term.unwanted]
        return " NOT ".join([f"({' AND '.join(wanted)})", *unwanted])

    def _quoted(self, term):
        return f'"{" ".join(term.words)}"'

    def candidates(self, asked):
        if asked.since and not asked.months():
            return Looked()
        found = self._found(asked, by_number=False)
        if len(found) < LOOKED:
            matches = [Match(*row) for row in sorted(found, key=lambda row: (row[2], row[0]), reverse=True)]
            return Looked(matches[: asked.limit])
        found = self._found(asked, by_number=True)
        oldest = found[-1] if len(found) == LOOKED else None
        matches = [Match(*row) for row in found][: asked.limit]
        is_whole = len(found) > len(matches)
        return Looked(matches, None if is_whole or not oldest else (oldest[2], oldest[0]))

    def _found(self, asked, by_number):
        """At most LOOKED rows, the highest numbers first. by_number: where more fit, the next page goes by numbers."""
        conditions, params = ["public_search MATCH %s"], [self._narrowed(asked)]
        at = connection.ops.adapt_datetimefield_value
        if asked.before and by_number:
            conditions, params = [*conditions, "public_search.rowid < %s"], [*params, asked.before[1]]
        elif asked.before:
            conditions.append("(public_article.first_published_at, public_article.id) < (%s, %s)")
            params += [at(asked.before[0]), asked.before[1]]
        for sign, moment in ((">=", asked.since), ("<", asked.until)):
            if moment:
                conditions.append(f"public_article.first_published_at {sign} %s")
                params.append(at(moment))
        column = Article._meta.get_field("first_published_at")
        rows = _rows(
            "SELECT public_search.rowid, -bm25(public_search, 10.0, 5.0, 6.0, 1.0, 0.0),"  # noqa: S608
            " public_article.first_published_at"
            " FROM public_search CROSS JOIN public_article ON public_article.id = public_search.rowid"
            f" WHERE {' AND '.join(conditions)} ORDER BY public_search.rowid DESC LIMIT %s",
            [*params, LOOKED],
        )
        return [(number, fit, _moment(value, column)) for number, fit, value in rows]

    def _narrowed(self, asked):
        words = [f"{self.columns} : ({asked.expression})"] if asked.expression else []
        narrowed = [*words, *(f'marks : "{mark}"' for mark in asked.marks)]
        if asked.since:
            narrowed.append(f"marks : ({' OR '.join(asked.months())})")
        return " AND ".join(narrowed)

    def holding(self, asked):
        statement = "SELECT rowid FROM public_search WHERE public_search MATCH %s"
        return [row[0] for row in _rows(statement, [" OR ".join(asked.values())])]

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
    """One weighted tsvector with one GIN index; the configuration `public_search` folds accents where it may.

    A mark is a word that begins with “=”, which no text has: `=m202611`.
    """

    key, knows_working_copies = "article_id", True

    def insert(self, rows):
        vector = " || ".join(f"setweight(to_tsvector('public_search', %s), '{weight}')" for weight in "ABCD")
        params = [
            value
            for number, at, words, marks in rows
            for value in (
                number, at, words["headline"], words["names"], words["standfirst"], words["text"][:LONGEST_TEXT],
                [f"={mark}" for mark in marks],
            )
        ]  # fmt: skip
        values = ", ".join([f"(%s, %s, {vector} || array_to_tsvector(%s))"] * len(rows))
        with connection.cursor() as cursor:
            cursor.execute(
                f"INSERT INTO public_search (article_id, first_published_at, document) VALUES {values}",  # noqa: S608
                params,
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

    def finished(self, terms):
        """The last word of a question is found by its beginning; not where, as it is, it stands in many new stories.

        For a beginning the index gathers every story with any word that begins so, before it looks at anything else.
        """
        last = terms[-1]
        if not last.may_be_unfinished:
            return terms
        whole = replace(last, is_phrase=True)
        one = self.expression([whole])
        asked = Asked(one, one, [], None, None, None, COMMON, is_ranked=False)
        is_common = len(self._newest(asked, asked.months()[:NEW_MONTHS], COMMON)) == COMMON
        return [*terms[:-1], whole] if is_common else terms

    def candidates(self, asked):
        months = asked.months()
        rows, is_whole = self._newest(asked, months[:NEW_MONTHS], asked.most), False
        if len(rows) < asked.most // FEW:
            everything, is_whole = self._any(asked)
            rows = everything if is_whole else rows
        if len(rows) < asked.most and not is_whole:
            rows += self._newest(asked, self._further(asked, months), asked.most - len(rows))
        fitting = [Match(*row[:3]) for row in rows if row[3]]
        unread = not is_whole and len(rows) == asked.most and len(fitting) < asked.limit
        return Looked(fitting[: asked.limit], (rows[-1][2], rows[-1][0]) if unread else None)

    def _further(self, asked, months):
        """The months after the newest, back to the first in which anything was published."""
        first = _rows("SELECT first_published_at FROM public_search ORDER BY first_published_at LIMIT 1", [])
        last = month_mark(first[0][0]) if first else ""
        return [mark for mark in months[NEW_MONTHS:] if mark >= last]

    def _newest(self, asked, months, limit):
        """From these months, the newest first, and no further than it takes. No index may give the order of time
        inside a month: its rows have to be those that fit.
        """
        if not months:
            return []
        conditions, params = self._conditions(asked)
        months = self._spans(asked, months)
        listed = ", ".join(["(%s)"] * len(months))
        fits, fitting = self._fits(asked)
        wanted, words = self._wanted(asked)
        return _rows(
            f"SELECT article_id, {fits}"  # noqa: S608
            f" FROM (VALUES {listed}) AS months, LATERAL (SELECT article_id, first_published_at, document"
            f" FROM public_search WHERE document @@ ({wanted}"
            f" && cast(months.column1 AS tsquery)) {conditions}"
            " ORDER BY first_published_at DESC NULLS LAST, article_id DESC LIMIT %s) AS found LIMIT %s",
            [*fitting, *months, words, *params, limit, limit],
        )

    def _spans(self, asked, months):
        """The months as questions of the index, one by one; for the beginning of a word, which is gathered each time,
        in few spans: they grow, so that what is read of the next is some times what the last ones gave.
        """
        if not asked.has_beginning:
            return [_as_query([mark]) for mark in months]
        spans, size = [], NEW_MONTHS
        while months:
            spans.append(" | ".join(_as_query([mark]) for mark in months[:size]))
            months, size = months[size:], size * 4
        return spans

    def _any(self, asked):
        """(the newest of as many as may be read, in no order; whether these are all): if not, they are not ranked."""
        conditions, params = self._conditions(asked)
        fits, fitting = self._fits(asked, f"found < {LOOKED}")
        wanted, words = self._wanted(asked)
        rows = _rows(
            f"SELECT article_id, {fits}, found FROM (SELECT *, count(*) OVER () AS found"  # noqa: S608
            " FROM (SELECT article_id, first_published_at, document FROM public_search"
            f" WHERE document @@ {wanted} {conditions} LIMIT %s) AS any_of_them"
            " ORDER BY first_published_at DESC, article_id DESC LIMIT %s) AS newest",
            [*fitting, words, *params, LOOKED, asked.most],
        )
        return rows, not rows or rows[0][-1] < LOOKED

    def _fits(self, asked, where="true"):
        """How well a row fits, its time, and whether it fits at all: a phrase is compared word by word."""
        query = "to_tsquery('public_search', %s)"
        rank, fits, params = "0.0", "true", []
        if asked.is_ranked:
            rank = f"CASE WHEN {where} THEN ts_rank('{{0.1, 0.4, 0.5, 1.0}}', document, {query}) END"
            params = [asked.expression]
        if not asked.is_exact:
            fits, params = f"CASE WHEN {where} THEN document @@ {query} END", [*params, asked.expression]
        return f"{rank}, first_published_at, {fits}", params

    def _wanted(self, asked):
        """(the question of the index, its parameter): words, or the marks where there are none."""
        if asked.loose:
            return "to_tsquery('public_search', %s)", asked.loose
        return "cast(%s AS tsquery)", _as_query(asked.marks)

    def _conditions(self, asked):
        sql, params = "", []
        if asked.marks:
            sql, params = " AND document @@ cast(%s AS tsquery)", [_as_query(asked.marks)]
        for sign, moment in ((">=", asked.since), ("<", asked.until)):
            if moment:
                sql, params = f"{sql} AND first_published_at {sign} %s", [*params, moment]
        if asked.before:
            sql, params = f"{sql} AND (first_published_at, article_id) < (%s, %s)", [*params, *asked.before]
        return sql, params

    def holding(self, asked):
        """Also as it is written: the index counts “Field-Lamb” as one word before it counts the two."""
        as_written = " || ".join(["phraseto_tsquery('public_search', %s)"] * len(asked))
        asking = f"to_tsquery('public_search', %s) || {as_written}"
        statement = f"SELECT article_id FROM public_search WHERE document @@ ({asking})"  # noqa: S608
        words = " | ".join(f"({one})" for one in asked.values())
        return [row[0] for row in _rows(statement, [words, *asked])]

    def working_copies(self, expression):
        """By the index story_words, which is made of these very words. None where it leaves them out (“the”)."""
        if _rows("SELECT numnode(to_tsquery('public_search', %s))", [expression]) == [(0,)]:
            return None
        statement = (
            "SELECT id FROM articles_story WHERE NOT (status = 'published') AND to_tsvector('public_search',"
            " left(headline || ' ' || slug || ' ' || body_text, 250000)) @@ to_tsquery('public_search', %s)"
        )
        return [row[0] for row in _rows(statement, [expression])]

    def snippets(self, expression, numbers):
        options = f"StartSel={START}, StopSel={STOP}, MinWords=18, MaxWords=34, MaxFragments=1, FragmentDelimiter=…"
        return dict(
            _rows(
                "SELECT id, ts_headline('public_search', text, to_tsquery('public_search', %s), %s)"
                " FROM public_article WHERE id = ANY(%s)",
                [expression, options, numbers],
            )
        )


def _as_query(marks):
    """Marks as PostgreSQL writes a question: all of them."""
    return " & ".join(f"'={mark}'" for mark in marks)


def _moment(value, field):
    """SQLite gives times as text to raw statements."""
    for convert in connection.ops.get_db_converters(field.cached_col):
        value = convert(value, field.cached_col, connection)
    return value
