"""Many rows at once: what each kind of database takes quickest."""

import io
import json
import re
from contextlib import contextmanager
from datetime import date, datetime

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection

_ESCAPED = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})
_READ = {"\\\\": "\\", "\\t": "\t", "\\n": "\n", "\\r": "\r"}
_BACKSLASHED = re.compile(r"\\[\\tnr]")
SETTINGS = (
    "statement_timeout = 0", "idle_in_transaction_session_timeout = 0", "lock_timeout = 0",
    "maintenance_work_mem = '512MB'", "synchronous_commit = off",
)  # fmt: skip
QUICK = "'lz4' = ANY(enumvals) AND name = 'default_toast_compression'"  # to pack long texts; not every build has it


def packed(rows):
    """{name of a model: (its columns, the rows as text for COPY)} of {model: instances}."""
    return {model._meta.label: _as_text(model, found) for model, found in rows.items()}


def _as_text(model, rows):
    """Without a number of their own, rows get the table's next ones."""
    fields = [field for field in model._meta.concrete_fields if not field.primary_key or rows[0].pk is not None]
    names = [field.attname for field in fields]
    lines = ("\t".join([_plain(row.__dict__[name]) for name in names]) for row in rows)
    return [field.column for field in fields], "\n".join(lines) + "\n"


def _plain(value):
    if value is None:
        return "\\N"
    kind = type(value)
    if kind is int:
        return str(value)
    if kind is bool:
        return "t" if value else "f"
    if kind in (dict, list):
        return json.dumps(value, ensure_ascii=False).translate(_ESCAPED)
    if isinstance(value, datetime | date):
        return value.isoformat()
    return str(value).translate(_ESCAPED)


def write(rows):
    """rows: as `packed` gave them, parents before children."""
    for label, (columns, text) in rows.items():
        model = apps.get_model(label)
        named = ", ".join(map(connection.ops.quote_name, columns))
        with connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                cursor.copy_expert(f"COPY {model._meta.db_table} ({named}) FROM STDIN", io.StringIO(text))
                continue
            marks = ", ".join(["%s"] * len(columns))
            cursor.executemany(
                f"INSERT INTO {model._meta.db_table} ({named}) VALUES ({marks})",  # noqa: S608
                list(_as_values(model, columns, text)),
            )


def _as_values(model, columns, text):
    """The rows again as values, for a database that takes no text."""
    sorts = [model._meta.get_field(name).get_internal_type() for name in columns]
    for line in text.split("\n")[:-1]:
        yield [_value(*one) for one in zip(sorts, line.split("\t"), strict=True)]


def _value(sort, text):
    if text == "\\N":
        return None
    if sort == "BooleanField":
        return text == "t"
    if sort == "DateTimeField":
        return text.replace("T", " ").removesuffix("+00:00")
    return _BACKSLASHED.sub(lambda match: _READ[match[0]], text)


def restart_numbers(models):
    """The next rows get numbers after those that were written with their own."""
    with connection.cursor() as cursor:
        for sql in connection.ops.sequence_reset_sql(no_style(), models):
            cursor.execute(sql)


def learn():
    """What the planner knows of the tables, and on PostgreSQL which pages hold nothing but what all may see."""
    may_vacuum = connection.vendor == "postgresql" and not connection.in_atomic_block
    with connection.cursor() as cursor:
        if may_vacuum:
            cursor.execute("SET statement_timeout = 0")
        cursor.execute("VACUUM (ANALYZE)" if may_vacuum else "ANALYZE")
        if may_vacuum:
            cursor.execute("RESET statement_timeout")


@contextmanager
def loading(models):
    """Within it rows may be poured in: on PostgreSQL, indexes and foreign keys are made anew at its end.

    All of it belongs to the transaction that is open: after an error everything is there as before.
    """
    if connection.vendor != "postgresql":
        yield
        return
    tables = [model._meta.db_table for model in models] + ["public_search"]
    with connection.cursor() as cursor:
        for setting in SETTINGS:
            cursor.execute(f"SET LOCAL {setting}")
        cursor.execute(f"SELECT set_config(name, 'lz4', true) FROM pg_settings WHERE {QUICK}")  # noqa: S608
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        constraints, indexes = _constraints(cursor, tables), _indexes(cursor, tables)
        for table in tables:
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        for table, name, _definition in constraints:
            cursor.execute(f'ALTER TABLE {table} DROP CONSTRAINT "{name}"')
        for name, _definition in indexes:
            cursor.execute(f'DROP INDEX "{name}"')
    yield
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for _name, definition in indexes:
            cursor.execute(definition)
        for table, name, definition in reversed(constraints):
            cursor.execute(f'ALTER TABLE {table} ADD CONSTRAINT "{name}" {definition}')
        for table in tables:
            cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def _constraints(cursor, tables):
    """(table, name, definition) of foreign keys, then of what must be unique."""
    cursor.execute(
        "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint"
        " WHERE conrelid::regclass::text = ANY(%s) AND contype IN ('f', 'u') ORDER BY contype, conname",
        [tables],
    )
    return cursor.fetchall()


def _indexes(cursor, tables):
    """(name, definition) of those that belong to no constraint."""
    cursor.execute(
        "SELECT indexname, indexdef FROM pg_indexes WHERE tablename = ANY(%s) AND schemaname = current_schema()"
        " AND indexname NOT IN (SELECT conname FROM pg_constraint WHERE contype IN ('p', 'u')) ORDER BY indexname",
        [tables],
    )
    return cursor.fetchall()
