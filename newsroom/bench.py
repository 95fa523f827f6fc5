"""make bench: what a newsroom costs, measured in a database of its own on PostgreSQL, which is dropped afterwards.

The last line is one JSON object with every figure; docs/performance.md says what they are. Runs without Django: it
makes the environment that Django is started with.
"""

import json
import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit, urlunsplit

from psycopg2 import connect, sql

from newsroom import first_run, serve

BENCHES = (["origin"], ["serving"])
WORKER = ("Worker", ["worker", "--once"])  # the demo named the newsroom after its pages were made: they are renewed


def main():
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("Stopped."))  # and the database is dropped
    began, server = time.monotonic(), sys.argv[1]
    with TemporaryDirectory() as place, own_database(server) as url:
        environment = settings_of(url, place)
        for title, arguments in (*first_run.COMMANDS, WORKER):
            print(f"{title} ... ({time.monotonic() - began:.0f} s)", flush=True)
            manage(arguments, environment, quiet=True)
        figures = {}
        for bench in BENCHES:
            print(f"bench {bench[0]} ... ({time.monotonic() - began:.0f} s)", flush=True)
            figures |= json.loads(manage(["bench", *bench, "--json"], environment).splitlines()[-1])
    figures["bench_seconds"] = round(time.monotonic() - began)
    for name, value in figures.items():
        print(f"{name}: {value}")
    print(json.dumps(figures), flush=True)


@contextmanager
def own_database(server):
    """The address of a new database beside the one named, which is dropped at the end."""
    parts, name = urlsplit(server), f"newsroom_bench_{os.getpid()}"
    connection = connect(urlunsplit(parts._replace(scheme="postgresql", path="/postgres")))
    connection.autocommit = True
    with connection.cursor() as cursor:
        cursor.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        try:
            yield urlunsplit(parts._replace(path=f"/{name}"))
        finally:
            cursor.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))
    connection.close()


def settings_of(url, place):
    """The environment of a production that knows nothing of this machine's own newsroom."""
    for_readers = ("DEBUG", "REDIS_URL", "SITE", "DESK_URL", "PURGE_URLS", "ALLOWED_HOSTS", "PORT", "PAGE_CACHE")
    kept = {name: value for name, value in os.environ.items() if name not in for_readers}
    own = {"DATABASE_URL": url, "VAR_DIR": place, "STATIC_ROOT": f"{place}/static", "LOG_LEVEL": "ERROR"}
    return kept | first_run.new_secrets() | own | {"SITE_URL": "http://127.0.0.1:8000", "EMAIL_URL": "dummymail://"}


def manage(arguments, environment, quiet=False):
    """What the command printed; ends everything where it fails."""
    command = [sys.executable, "manage.py", *arguments]
    done = subprocess.run(  # noqa: S603
        command, cwd=serve.BASE_DIR, env=environment, stdout=subprocess.PIPE, text=True, check=False
    )
    if done.returncode:
        sys.exit(f"`manage.py {' '.join(arguments)}` failed.\n{done.stdout}")
    return "" if quiet else done.stdout


if __name__ == "__main__":
    main()
