"""Databases of several sizes beside the one in use: made, measured in turn, and dropped again. PostgreSQL only."""

import json
import os
import subprocess
import sys
from contextlib import contextmanager
from urllib.parse import urlsplit, urlunsplit

from django.conf import settings
from django.db import connection
from psycopg2 import connect, sql

NAME = "newsroom_corpus_{size}"
ROUNDS = 3  # of all sizes in turn; the quietest of each is told


def compared(sizes, requests, tell):
    """The figures of each size, and how many times the smallest each of the others costs."""
    if connection.vendor != "postgresql":
        raise RuntimeError("Databases of other sizes are made on PostgreSQL: set DATABASE_URL.")
    found = {}
    with made(sizes, tell) as addresses:
        for _ in range(ROUNDS):
            for size, url in addresses.items():
                found[size] = quieter(found.get(size), _measured(url, requests))
    return told(found, min(sizes))


def quieter(one, other):
    """Of two runs the lower figure of each kind: whatever else the machine does makes it higher."""
    times = [name for name in other if name.endswith("_ms")]
    return other if one is None else other | {name: min(one[name], other[name]) for name in times if name in one}


def told(found, smallest):
    figures = {}
    for size, values in sorted(found.items()):
        for name, value in values.items():
            figures[f"{size}_{name}"] = value
            base = found[smallest].get(name)
            if size != smallest and name.endswith("_p95_ms") and base:
                figures[f"{size}_{name.removesuffix('_ms')}_ratio"] = round(value / base, 2)
    return figures


@contextmanager
def made(sizes, tell):
    """{size: address of a database with so many stories}; they are dropped in the end, whatever happens."""
    addresses = {size: _address(NAME.format(size=size)) for size in sizes}
    try:
        for size, url in addresses.items():
            _do("CREATE DATABASE {}", NAME.format(size=size))
            _manage(url, "migrate", "-v0")
            tell(f"making {size:,} stories")
            tell(_manage(url, "make_corpus", str(size)).strip())
        yield addresses
    finally:
        for size in sizes:
            _do("DROP DATABASE IF EXISTS {}", NAME.format(size=size))


def _measured(url, requests):
    return json.loads(_manage(url, "bench", "reading", "--json", "--requests", str(requests)))


def _manage(url, *words):
    """One of our commands in a process of its own, on another database. Returns what it says."""
    done = subprocess.run(  # noqa: S603
        [sys.executable, settings.BASE_DIR / "manage.py", *words],
        env=os.environ | {"DATABASE_URL": url, "LOG_LEVEL": "ERROR"}, stdout=subprocess.PIPE, text=True, check=True,
    )  # fmt: skip
    return done.stdout


def _address(name):
    return urlunsplit(urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}"))


def _do(statement, name):
    given = connection.get_connection_params()
    one = connect(**given)
    one.autocommit = True  # a database is neither made nor dropped inside a transaction
    try:
        with one.cursor() as cursor:
            cursor.execute(sql.SQL(statement).format(sql.Identifier(name)))
    finally:
        one.close()
