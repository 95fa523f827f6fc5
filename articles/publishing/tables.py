"""The wrapper of the first law: refuses statements that name a table other than `public_*`."""

import re
from contextlib import ExitStack, contextmanager
from functools import cache

from django.apps import apps
from django.db import connections

PUBLIC = "public_"
_LITERAL = re.compile(r"'(?:[^']|'')*'|--[^\n]*|/\*.*?\*/|\$(\w*)\$.*?\$\1\$", re.DOTALL)
_WORD = re.compile(r"[^\W\d]\w*", re.UNICODE)
_AFTER = re.compile(r'\b(?:FROM|JOIN|INTO|UPDATE|TABLE)\s+(?:ONLY\s+|LATERAL\s+)?(?:"?(\w+)"?\s*\.\s*)?"?([^\W\d]\w*)"?', re.IGNORECASE)
_WITH = re.compile(r'(?:\bWITH\s+(?:RECURSIVE\s+)?|,\s*)"?(\w+)"?\s+AS\s+(?:MATERIALIZED\s+|NOT\s+MATERIALIZED\s+)?\(', re.IGNORECASE)
_READS = ("SELECT", "WITH", "SAVEPOINT", "RELEASE", "ROLLBACK", "BEGIN", "COMMIT", "EXPLAIN", "(SELECT")
_CATALOGUES = ("pg_", "sqlite_", "information_schema", "dblink", "lo_")


class DeskTableRefused(Exception):  # noqa: N818
    """A reader's page asked for something that is not the readers'."""


@cache
def desk_tables():
    """The names of all tables that readers' pages may not touch."""
    models = apps.get_models(include_auto_created=True)
    names = {model._meta.db_table for model in models if not model._meta.db_table.startswith(PUBLIC)}
    return frozenset(names | {"django_migrations"})


def refuse_desk_tables(execute, sql, params, many, context):
    """An execute wrapper (`connection.execute_wrapper`): passes reads of public tables on, raises on all else.

    Three nets, so that quoting, schemas, comments, CTEs and comma joins do not slip through: only reading statements; every name
    after FROM or JOIN is public or a CTE of the statement; no word of the statement is a desk table or a catalogue.
    """
    bare = _LITERAL.sub(" '' ", sql)
    statement = bare.strip().upper()
    if not statement.startswith(_READS) or ";" in statement.rstrip("; \n"):
        raise DeskTableRefused("Readers' pages only read, one statement at a time.")
    words = {word.lower() for word in _WORD.findall(bare)}
    forbidden = (words & desk_tables()) | {word for word in words if word.startswith(_CATALOGUES)}
    local = {name.lower() for name in _WITH.findall(bare)}
    named = {name.lower() for _schema, name in _AFTER.findall(bare)}
    forbidden |= {name for name in named - local if not name.startswith(PUBLIC) and name not in {"select", "unnest"}}
    if forbidden:
        raise DeskTableRefused(f"A reader's page named {', '.join(sorted(forbidden))}.")
    return execute(sql, params, many, context)


@contextmanager
def public_tables_only():
    """Within it, in this thread, every database connection refuses all but readings of public tables."""
    with ExitStack() as stack:
        for alias in connections:
            stack.enter_context(connections[alias].execute_wrapper(refuse_desk_tables))
        yield
