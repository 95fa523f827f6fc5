"""Readers' pages that were made already, by address: in a file of SQLite, or in Redis where several machines serve.

Each page is kept under its keys (`story-12 section-3 front`), by which a publication has it forgotten. A page that was
being made while one of its keys was purged is not kept: who makes one takes the number of the last purge before, and
keeping it compares. Losing all of it costs time only: whatever fails here is a page made anew, except that forgetting
must not fail silently (`forget` raises, and the outbox tries again).
"""

import json
import logging
import sqlite3
import time
from contextlib import contextmanager, suppress
from functools import cache
from threading import Lock
from typing import NamedTuple

from django.conf import settings
from redis import BlockingConnectionPool, Redis, RedisError
from redis.backoff import NoBackoff
from redis.retry import Retry

log = logging.getLogger(__name__)
LEASE = 1.5  # seconds in which nobody else makes the same page
LONGEST = 86_400  # seconds that a page which is no longer fresh may still stand in, where the origin is broken
REST = 5  # seconds in which a store that failed is not asked again


class Page(NamedTuple):
    """An answer as readers get it, plain and compressed."""

    made_at: float
    headers: dict
    content: bytes
    packed: bytes

    def as_bytes(self):
        told = {"at": self.made_at, "headers": self.headers, "length": len(self.content)}
        return json.dumps(told).encode() + b"\n" + self.content + self.packed

    @classmethod
    def of(cls, given):
        told, _, rest = bytes(given).partition(b"\n")
        told = json.loads(told)
        return cls(told["at"], told["headers"], rest[: told["length"]], rest[told["length"] :])


class Store:
    """What both stores are asked, forgiving: a store that fails is empty, and rests for some seconds."""

    errors = ()

    def __init__(self):
        self._resting_until = 0

    @contextmanager
    def _forgiving(self):
        """Within it a failure is noted, and what was asked for stays unanswered."""
        try:
            yield
        except self.errors as error:
            self._resting_until = time.monotonic() + REST
            log.warning("the page cache does not answer (%s)", type(error).__name__)

    def _ask(self, word, missed, *args):
        if time.monotonic() >= self._resting_until:
            with self._forgiving():
                return getattr(self, word)(*args)
        return missed

    def look(self, key):
        """(page or None, whether it is fresh)"""
        return self._ask("_look", (None, False), key)

    def take(self, key):
        """Whether the caller is to make this page: nobody else is at it. True where nothing can be kept."""
        return self._ask("_take", True, key)

    def number(self):
        """The number of the last purge; None where nothing can be kept."""
        return self._ask("_number", None)

    def keep(self, key, page, *, keys, seconds, number):
        """Keeps a page for so many seconds, unless one of its keys was purged after `number`; lets go of the lease."""
        return self._ask("_keep", False, key, page, keys, seconds, number)

    def let_go(self, key):
        """Somebody else may make the page."""
        self._ask("_let_go", None, key)


class InFile(Store):
    """One file of SQLite, for all processes of one machine."""

    errors = (sqlite3.Error, OSError, ValueError)
    MOST = 4000  # pages
    TABLES = """
        PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; PRAGMA busy_timeout = 2000;
        CREATE TABLE IF NOT EXISTS page (name TEXT PRIMARY KEY, page BLOB, fresh_until REAL, kept_at REAL);
        CREATE TABLE IF NOT EXISTS listed (key TEXT, name TEXT, PRIMARY KEY (key, name)) WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS listed_by_name ON listed (name);
        CREATE TABLE IF NOT EXISTS purged (key TEXT PRIMARY KEY, number INTEGER) WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS purged_by_number ON purged (number);
        CREATE TABLE IF NOT EXISTS lease (name TEXT PRIMARY KEY, until REAL) WITHOUT ROWID;
    """

    def __init__(self, path):
        super().__init__()
        self.path = path
        self._lock = Lock()
        self._connection = None

    @contextmanager
    def _database(self, writes=False):
        with self._lock:
            try:
                if self._connection is None:
                    self._open()
                if writes:
                    self._connection.execute("BEGIN IMMEDIATE")
                yield self._connection.execute
                if writes:
                    self._connection.execute("COMMIT")
            except BaseException as error:
                with suppress(sqlite3.Error, AttributeError):
                    self._connection.execute("ROLLBACK")
                if isinstance(error, sqlite3.DatabaseError) and not isinstance(error, sqlite3.OperationalError):
                    self._begin_again()
                raise

    def _open(self):
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self._connection = sqlite3.Connection(self.path, timeout=2, isolation_level=None, check_same_thread=False)
        for statement in self.TABLES.split(";"):
            self._connection.execute(statement)

    def _begin_again(self):
        """A file that is no database any more holds nothing that cannot be made again."""
        self._connection.close()
        self._connection = None
        for end in ("", "-wal", "-shm"):
            self.path.with_name(self.path.name + end).unlink(missing_ok=True)

    def _look(self, name):
        with self._database() as ask:
            row = ask("SELECT page, fresh_until FROM page WHERE name = ?", [name]).fetchone()
        return (Page.of(row[0]), row[1] > time.time()) if row else (None, False)

    def _take(self, name):
        now = time.time()
        with self._database(writes=True) as ask:
            taken = ask(
                "INSERT INTO lease VALUES (?, ?)"
                " ON CONFLICT (name) DO UPDATE SET until = excluded.until WHERE until < ?",
                [name, now + LEASE, now],
            )
            return taken.rowcount == 1

    def _number(self):
        with self._database() as ask:
            return ask("SELECT coalesce(max(number), 0) FROM purged").fetchone()[0]

    def _keep(self, name, page, keys, seconds, number):
        marks = ", ".join("?" * len(keys))
        with self._database(writes=True) as ask:
            ask("DELETE FROM lease WHERE name = ?", [name])
            purged = ask(f"SELECT 1 FROM purged WHERE key IN ({marks}) AND number > ?", [*keys, number])  # noqa: S608
            if purged.fetchone():
                return False
            now = time.time()
            ask("INSERT OR REPLACE INTO page VALUES (?, ?, ?, ?)", [name, page.as_bytes(), now + seconds, now])
            ask("DELETE FROM listed WHERE name = ?", [name])
            for key in keys:
                ask("INSERT OR IGNORE INTO listed VALUES (?, ?)", [key, name])
            self._make_room(ask, now)
            return True

    def _make_room(self, ask, now):
        if ask("SELECT count(*) FROM page").fetchone()[0] <= self.MOST:
            return
        oldest = "SELECT name FROM page ORDER BY kept_at LIMIT ?"
        ask(f"DELETE FROM listed WHERE name IN ({oldest})", [self.MOST // 10])  # noqa: S608
        ask(f"DELETE FROM page WHERE name IN ({oldest})", [self.MOST // 10])  # noqa: S608
        ask("DELETE FROM lease WHERE until < ?", [now])

    def _let_go(self, name):
        with self._database(writes=True) as ask:
            ask("DELETE FROM lease WHERE name = ?", [name])

    def forget(self, keys, *, at_once):
        marks = ", ".join("?" * len(keys))
        names = f"SELECT name FROM listed WHERE key IN ({marks})"  # noqa: S608
        with self._database(writes=True) as ask:
            number = ask("SELECT coalesce(max(number), 0) + 1 FROM purged").fetchone()[0]
            for key in keys:
                ask("INSERT OR REPLACE INTO purged VALUES (?, ?)", [key, number])
            ask("DELETE FROM purged WHERE number < ?", [number - 10_000])
            if at_once:
                ask(f"DELETE FROM page WHERE name IN ({names})", keys)  # noqa: S608
            else:
                ask(f"UPDATE page SET fresh_until = 0 WHERE name IN ({names})", keys)  # noqa: S608

    def clear(self):
        with self._database(writes=True) as ask:
            for table in ("page", "listed", "lease", "purged"):
                ask(f"DELETE FROM {table}")  # noqa: S608


class InRedis(Store):
    """Redis, for all processes of all machines. `fresh:` says that a page may be shown; without it, it is a spare."""

    errors = (RedisError, OSError, ValueError)
    KEEP = """
        for place = 4, #KEYS do
            local purged = redis.call('GET', 'pages:purged:' .. KEYS[place])
            if purged and tonumber(purged) > tonumber(ARGV[1]) then redis.call('DEL', KEYS[3]) return 0 end
        end
        redis.call('SET', KEYS[1], ARGV[2], 'EX', ARGV[4])
        redis.call('SET', KEYS[2], '1', 'EX', ARGV[3])
        for place = 4, #KEYS do
            redis.call('SADD', 'pages:listed:' .. KEYS[place], ARGV[5])
            redis.call('EXPIRE', 'pages:listed:' .. KEYS[place], ARGV[4])
        end
        redis.call('DEL', KEYS[3])
        return 1
    """
    FORGET = """
        local number = redis.call('INCR', 'pages:number')
        for place = 1, #KEYS do
            redis.call('SET', 'pages:purged:' .. KEYS[place], number, 'EX', 600)
            for _, name in ipairs(redis.call('SMEMBERS', 'pages:listed:' .. KEYS[place])) do
                redis.call('DEL', 'pages:fresh:' .. name)
                if ARGV[1] == '1' then redis.call('DEL', 'pages:page:' .. name) end
            end
        end
        return number
    """

    def __init__(self, url, prefix="pages"):
        super().__init__()
        waits = {"socket_timeout": 0.5, "socket_connect_timeout": 0.5, "timeout": 2}
        pool = BlockingConnectionPool.from_url(url, max_connections=16, retry=Retry(NoBackoff(), 0), **waits)
        self._redis = Redis(connection_pool=pool)
        self.prefix = prefix
        self._keeping = self._redis.register_script(self.KEEP.replace("pages:", f"{prefix}:"))
        self._forgetting = self._redis.register_script(self.FORGET.replace("pages:", f"{prefix}:"))

    def _look(self, name):
        page, fresh = self._redis.mget(f"{self.prefix}:page:{name}", f"{self.prefix}:fresh:{name}")
        return (Page.of(page), fresh is not None) if page else (None, False)

    def _take(self, name):
        return bool(self._redis.set(f"{self.prefix}:lease:{name}", "1", nx=True, px=int(LEASE * 1000)))

    def _number(self):
        return int(self._redis.get(f"{self.prefix}:number") or 0)

    def _keep(self, name, page, keys, seconds, number):
        names = [f"{self.prefix}:page:{name}", f"{self.prefix}:fresh:{name}", f"{self.prefix}:lease:{name}", *keys]
        return bool(self._keeping(names, [number, page.as_bytes(), seconds, LONGEST, name]))

    def _let_go(self, name):
        self._redis.delete(f"{self.prefix}:lease:{name}")

    def forget(self, keys, *, at_once):
        self._forgetting(list(keys), ["1" if at_once else "0"])

    def clear(self):
        for key in self._redis.scan_iter(f"{self.prefix}:*"):
            self._redis.delete(key)


@cache
def store():
    """The store of this process by its settings; None where pages are not kept here."""
    if not settings.PAGE_CACHE:
        return None
    return InRedis(settings.REDIS_URL) if settings.REDIS_URL else InFile(settings.PAGE_CACHE_FILE)
