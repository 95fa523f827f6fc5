"""A whole newsroom into a folder and back: the database, every picture and private file, and the hash of each.

    2026-11-23T140501Z/
        database.dump       PostgreSQL's own format (pg_dump -Fc); database.sqlite3 where the newsroom is on SQLite
        media/private/…     originals, files of evidence
        media/public/…      renditions that readers load
        manifest.json       when, by which version, rows of each table, SHA-256 of each file

The keys are not in it: whoever finds a backup learns no source. A folder that ends in `.part` was not finished.
"""

import hashlib
import json
import os
import shutil
import subprocess
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from sqlite3 import connect as open_sqlite

from django.conf import settings
from django.db import connection, transaction

from articles.models import Story
from articles.publishing import confidential

MANIFEST = "manifest.json"
DATABASES = {"postgresql": "database.dump", "sqlite": "database.sqlite3"}
KEYS = ("SECRET_KEY", "SECRET_KEY_FALLBACKS", "CONFIDENTIAL_KEYS", "TRACE_KEY")


class Refused(Exception):  # noqa: N818
    """It was not done, and this says what to do."""


def media():
    """{name in the backup: folder on this machine}."""
    return {"private": Path(settings.PRIVATE_MEDIA_ROOT), "public": Path(settings.MEDIA_ROOT)}


def backup(into, now=None):
    """Writes a backup below the folder `into`; returns (its folder, its manifest).

    The database first: a file that a row names was there before the row, so that the copy has it, too.
    """
    now = now or datetime.now(UTC)
    whole = Path(into) / f"{now.astimezone(UTC):%Y-%m-%dT%H%M%SZ}"
    part = whole.with_name(f"{whole.name}.part")
    if whole.exists() or part.exists():
        raise Refused(f"{whole} is there already. Remove it, or wait a second.")
    part.mkdir(parents=True, mode=0o700)
    rows = {"postgresql": _dump, "sqlite": _copy}[connection.vendor](part / DATABASES[connection.vendor])
    for name, folder in media().items():
        _copy_files(folder, part / "media" / name)
    manifest = {
        "made": now.isoformat(timespec="seconds"),
        "engine": connection.vendor,
        "sealed": confidential.seal({"opens": "with the keys of this newsroom"}).decode(),
        "rows": rows,
        "files": hashes(part),
    }
    _write_private(part / MANIFEST, json.dumps(manifest, indent=1))
    part.rename(whole)
    return whole, manifest


def write_keys(file, beside):
    """The keys as lines for an environment, into a file that is not below the folder of the backups."""
    file = Path(file).absolute()
    if file.is_relative_to(Path(beside).absolute()):
        raise Refused("Keep the keys apart from the backups: with both in one hand, every source can be read.")
    values = {name: getattr(settings, name) for name in KEYS}
    lines = [f"{name}={','.join([value] if isinstance(value, str) else value)}\n" for name, value in values.items()]
    _write_private(file, "".join(lines))


def restore(folder, replace=False):
    """Puts a backup back and proves that all of it arrived; returns its manifest. replace: over what is here now.

    Nothing is touched before the backup has proved whole, and ours to open.
    """
    folder = Path(folder)
    manifest = proved(folder)
    _refuse_what_is_here(replace)
    for kept in media().values():
        _move_aside(kept)
    {"postgresql": _undump, "sqlite": _copy_back}[connection.vendor](folder / DATABASES[connection.vendor])
    for name, kept in media().items():
        _copy_files(folder / "media" / name, kept)
    _prove_restored(manifest)
    return manifest


def proved(folder):
    """The manifest of a backup whose every file is there, unchanged, and whose secrets this newsroom's keys open."""
    try:
        manifest = json.loads((folder / MANIFEST).read_text())
    except (OSError, ValueError) as error:
        raise Refused(f"{folder} holds no whole backup: its {MANIFEST} cannot be read.") from error
    if manifest["engine"] != connection.vendor:
        raise Refused(f"This is a backup of {manifest['engine']}; DATABASE_URL leads to {connection.vendor}.")
    found, written = hashes(folder), manifest["files"]
    wrong = sorted(name for name in found | written if found.get(name) != written.get(name))
    if wrong:
        raise Refused(f"{len(wrong)} files are not as they were written: {', '.join(wrong[:5])}")
    try:
        confidential.unseal(manifest["sealed"].encode())
    except confidential.InvalidToken as error:
        raise Refused("CONFIDENTIAL_KEYS does not open this: first set the keys that were kept apart.") from error
    return manifest


def hashes(folder):
    """{path below the folder: SHA-256} of every file but the manifest."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != MANIFEST)
    return {path.relative_to(folder).as_posix(): _hash(path) for path in paths}


def _hash(path):
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _write_private(path, text):
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        file.write(text)


def _copy_files(source, target):
    if source.exists():
        shutil.copytree(source, target, dirs_exist_ok=True)


def _move_aside(folder):
    """What is here is not deleted: it stands beside, until somebody looks at it."""
    if folder.exists() and any(folder.iterdir()):
        folder.rename(folder.with_name(f"{folder.name}-before-{datetime.now(UTC):%Y-%m-%dT%H%M%S%f}"))


# The database


def rows_of(cursor, tables):
    """{table: rows}, counted."""
    counted = {}
    for table in sorted(tables):
        cursor.execute(f"SELECT count(*) FROM {connection.ops.quote_name(table)}")  # noqa: S608
        counted[table] = cursor.fetchone()[0]
    return counted


def _tables():
    return [table for table in connection.introspection.table_names() if not table.startswith("pg_")]


def _dump(path):
    """pg_dump and the counting look at the same moment: one exported snapshot."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        cursor.execute("SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0")
        cursor.execute("SELECT pg_export_snapshot()")
        snapshot = cursor.fetchone()[0]
        _run("pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--snapshot={snapshot}", f"--file={path}")
        return rows_of(cursor, _tables())


def _undump(path):
    with connection.cursor() as cursor:
        cursor.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
    connection.close()
    _run("pg_restore", "--no-owner", "--no-privileges", "--exit-on-error", "--single-transaction", str(path))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _run(tool, *arguments):
    """One of PostgreSQL's own tools on our database; the password goes by the environment."""
    at = connection.settings_dict
    settings_of, environment = connection.client.settings_to_cmd_args_env(at, [])
    where = [word for word in settings_of[1:] if word != at["NAME"]]
    command = [shutil.which(tool), *where, f"--dbname={at['NAME']}", *arguments]
    if not command[0]:
        raise Refused(f"{tool} is not on this machine. It comes with PostgreSQL's client programs.")
    done = subprocess.run(command, env=os.environ | (environment or {}), capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        raise Refused(f"{tool}: {done.stderr.strip()}")


def _copy(path):
    """SQLite's own way to copy a database that others write to."""
    connection.ensure_connection()
    with closing(open_sqlite(path)) as copy:
        connection.connection.backup(copy)
    path.chmod(0o600)
    with closing(open_sqlite(path)) as copy:
        return rows_of(copy.cursor(), _tables())


def _copy_back(path):
    connection.ensure_connection()
    with closing(open_sqlite(path)) as copy:
        copy.backup(connection.connection)
    connection.close()


def _refuse_what_is_here(replace):
    if not replace and Story._meta.db_table in connection.introspection.table_names() and Story.objects.exists():
        raise Refused("There are stories in this database. Say --replace to put the backup in their place.")


def _prove_restored(manifest):
    with connection.cursor() as cursor:
        rows = rows_of(cursor, manifest["rows"])
    files = {f"media/{name}/{path}": digest for name, kept in media().items() for path, digest in hashes(kept).items()}
    wanted = {path: digest for path, digest in manifest["files"].items() if path.startswith("media/")}
    missing = [table for table in rows if rows[table] != manifest["rows"][table]]
    missing += [path for path in wanted if files.get(path) != wanted[path]]
    if missing:
        raise Refused(f"Not all of it arrived: {', '.join(missing[:5])}")
