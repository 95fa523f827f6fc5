"""The wrapper of the first law: within `public_tables_only()` the database answers for tables named `public_*` only.

Two nets. Every statement is read word by word, and what is not a plain SELECT from public tables is refused: anything
cleverer than what the ORM and our search write is refused as well. On SQLite the engine itself is asked, too.
"""

import re
import sqlite3
from contextlib import ExitStack, contextmanager
from functools import cache, lru_cache

from django.apps import apps
from django.db import DatabaseError, connections

PUBLIC = "public_"

# What may stand before a bracket. A function is listed when it reads no table, file or setting but its arguments.
FUNCTIONS = frozenset(
    """
    abs array array_agg avg cast ceil char char_length coalesce concat concat_ws count date_part date_trunc dense_rank
    extract first_value floor greatest group_concat ifnull iif instr interval json_array json_array_length json_each
    json_extract json_object json_type jsonb_array_elements jsonb_array_elements_text jsonb_array_length
    jsonb_build_object jsonb_extract_path jsonb_extract_path_text lag lead least left length lower lpad ltrim max min
    nullif numeric overlay position rank replace right round row row_number rtrim rpad strftime string_agg strpos
    substr substring sum timestamp timezone trim typeof unnest upper varchar
    bm25 highlight snippet
    numnode phraseto_tsquery plainto_tsquery querytree setweight to_tsquery to_tsvector ts_headline ts_rank ts_rank_cd
    unaccent websearch_to_tsquery
    """.split()
)
BRACKETED = frozenset(
    """
    all and any as between by case distinct else end except exists filter from group having ilike in intersect is join
    lateral like limit not offset on or over partition select some then union using values when where within
    """.split()
)
REFUSED_WORDS = frozenset({"delete", "insert", "into", "merge", "recursive", "share", "table", "update"})
ENDS_OF_FROM = frozenset("except fetch group having intersect limit offset order union where window".split())

_TOKEN = re.compile(
    r"""(?P<space>\s+) | (?P<text>'(?:[^']|'')*') | (?P<quoted>"(?:[^"]|"")+") | (?P<word>[a-z_]\w*)
    | (?P<number>\d+) | (?P<odd>--|/\*|[`$;\\'"\x00]|[^\x00-\x7f]) | (?P<sign>.)""",
    re.VERBOSE | re.ASCII | re.IGNORECASE,
)
_TRANSACTION = re.compile(r'BEGIN( IMMEDIATE)?|(SAVEPOINT|RELEASE SAVEPOINT|ROLLBACK TO SAVEPOINT) ["`\w]+')

_HARMLESS = {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_FUNCTION, sqlite3.SQLITE_TRANSACTION, sqlite3.SQLITE_SAVEPOINT}
_OPENING = {  # declaring a virtual table; a real change of sqlite_master would need a PRAGMA first
    (sqlite3.SQLITE_PRAGMA, "data_version"),
    (sqlite3.SQLITE_READ, "sqlite_master", "ROWID"),
    (sqlite3.SQLITE_UPDATE, "sqlite_master"),
}


class DeskTableRefused(Exception):  # noqa: N818
    """A reader's page asked for something that is not the readers'."""


@cache
def desk_tables():
    """The names of all tables that readers' pages may not touch, wherever in a statement they stand."""
    models = apps.get_models(include_auto_created=True)
    names = {model._meta.db_table for model in models if not model._meta.db_table.startswith(PUBLIC)}
    return frozenset(names | {"django_migrations", "desk_cache"})


class Token:
    """A piece of a statement: its sort, its text as the database compares it, whether a space stands before it."""

    def __init__(self, match, spaced):
        self.sort = match.lastgroup
        self.text = match[0].lower()
        self.spaced = spaced
        if self.sort == "quoted":
            self.text = self.text[1:-1].replace('""', '"')

    @property
    def is_name(self):
        return self.sort in {"word", "quoted"}

    def says(self, *words):
        return self.sort != "quoted" and self.text in words


def tokens_of(sql):
    """The statement in pieces; refuses what would make our reading of it differ from the database's."""
    found, spaced = [], True
    for match in _TOKEN.finditer(sql):
        if match.lastgroup == "space":
            spaced = True
            continue
        token = Token(match, spaced)
        glued = found and not spaced and (found[-1].sort == "word" or found[-1].says("&"))
        if token.sort == "odd" or (token.sort in {"text", "quoted"} and glued):  # comments, E'', U&"", $$
            raise DeskTableRefused(f"Readers' pages write plain SQL only; here stands {token.text!r}.")
        found.append(token)
        spaced = False
    return found


def refuse_words(tokens):
    """Only a SELECT, without words that write or lock, desk tables, catalogues and unknown functions."""
    if not next((token for token in tokens if not token.says("(")), tokens[0]).says("select"):
        raise DeskTableRefused("Readers' pages only read.")
    for token, following in zip(tokens, [*tokens[1:], None], strict=True):
        if not token.is_name:
            continue
        if token.text in desk_tables() or token.text.startswith(("pg_", "sqlite_", "information_schema")):
            raise DeskTableRefused(f"A reader's page named {token.text}.")
        if token.sort == "word" and (
            token.text in REFUSED_WORDS or (token.says("with") and not (following and following.says("time")))
        ):
            raise DeskTableRefused(f"Readers' pages only read, and plainly; here stands {token.text.upper()}.")
        called = following is not None and following.says("(")
        if called and not (token.text in FUNCTIONS or token.text.startswith("django_") or token.text in BRACKETED):
            raise DeskTableRefused(f"A reader's page called {token.text}(); see FUNCTIONS in publishing/tables.py.")


def refuse_tables(tokens):
    """Whatever stands where a table stands (after FROM, JOIN, or a comma of a FROM) is public, or a listed function."""
    clauses, expecting = [""], False  # the clause that each open bracket is in
    for place, token in enumerate(tokens):
        if expecting and not token.says("(", "select", "only", "lateral", "values"):
            refuse_table(token, tokens[place + 1 : place + 2])
            expecting = False
        elif token.says("("):
            clauses.append("")
        elif token.says(")"):
            clauses.pop()
            if not clauses:
                raise DeskTableRefused("A bracket too many.")
        elif token.says("select", "values"):
            clauses[-1], expecting = "select", False
        elif token.says("from") and clauses[-1] == "select":
            is_operator = tokens[place - 1].says("distinct") and tokens[place - 2].says("is", "not")
            if not is_operator:
                clauses[-1], expecting = "from", True
        elif token.says("join") or (token.says(",") and clauses[-1] == "from"):
            expecting = True
        elif token.sort == "word" and token.text in ENDS_OF_FROM:
            clauses[-1] = ""


def refuse_table(token, following):
    is_function = bool(following) and following[0].says("(")  # refuse_words knows it
    is_qualified = bool(following) and following[0].says(".")
    if not token.is_name or is_qualified or not (is_function or token.text.startswith(PUBLIC)):
        raise DeskTableRefused(f"A reader's page reads from {token.text}.")


@lru_cache(maxsize=1024)
def fault(sql):
    """Why a statement is refused, or nothing. Statements repeat, with other parameters: each is read once."""
    if _TRANSACTION.fullmatch(sql):
        return ""
    try:
        tokens = tokens_of(sql)
        if not tokens:
            return "An empty statement."
        refuse_words(tokens)
        refuse_tables(tokens)
    except DeskTableRefused as refusal:
        return str(refusal)
    return ""


def refuse_desk_tables(execute, sql, params, many, context):
    """An execute wrapper (`connection.execute_wrapper`): passes readings of public tables on, raises on all else."""
    why = fault(sql) if isinstance(sql, str) and not many else "Readers' pages write one plain statement at a time."
    if why:
        raise DeskTableRefused(why)
    let_engine_refuse(context["connection"])
    try:
        return execute(sql, params, many, context)
    except DatabaseError as error:
        if str(error).startswith(("not authorized", "access to")):
            raise DeskTableRefused(str(error)) from error
        raise


def let_engine_refuse(connection):
    if connection.vendor == "sqlite" and connection.connection is not None:
        connection.connection.set_authorizer(_answer)


def _answer(action, first, second, database, trigger):
    """SQLite's question while it prepares a statement. What it asks for itself is the opening of the search table."""
    reads_public = action == sqlite3.SQLITE_READ and (first.startswith(PUBLIC) or first == "json_each")
    if reads_public or action in _HARMLESS or (action, first) in _OPENING or (action, first, second) in _OPENING:
        return sqlite3.SQLITE_OK
    return sqlite3.SQLITE_DENY


@contextmanager
def public_tables_only():
    """Within it, in this thread, every database connection refuses all but readings of public tables."""
    with ExitStack() as stack:
        for connection in connections.all():
            if refuse_desk_tables not in connection.execute_wrappers:
                stack.enter_context(_guarded(connection))
        yield


@contextmanager
def _guarded(connection):
    let_engine_refuse(connection)
    try:
        with connection.execute_wrapper(refuse_desk_tables):
            yield
    finally:
        if connection.vendor == "sqlite" and connection.connection is not None:
            connection.connection.set_authorizer(None)


def only_public(chunks):
    """The chunks of a streaming response: they are made when the view and its middleware are long done."""
    chunks = iter(chunks)
    while True:
        with public_tables_only():
            try:
                chunk = next(chunks)
            except StopIteration:
                return
        yield chunk
