"""What a piece of work costs in processor time: this process with all its threads, and the database's own process."""

import time
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

from django.db import connection


class Client:
    """Asks a WSGI application as a server would, without the network between."""

    def __init__(self, application, host):
        self.application = application
        self.environ = {
            "REQUEST_METHOD": "GET",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "SERVER_NAME": host.partition(":")[0],
            "SERVER_PORT": host.partition(":")[2] or "80",
            "HTTP_HOST": host,
            "wsgi.url_scheme": "http",
        }

    def get(self, path, **headers):
        """(status, bytes) of one answer, read to its end."""
        told = []
        place, _, query = path.partition("?")
        asked = {"PATH_INFO": place.encode().decode("latin-1"), "QUERY_STRING": query, "wsgi.input": BytesIO()}
        answer = self.application(self.environ | asked | headers, lambda status, _: told.append(int(status[:3])))
        content = b"".join(answer)
        answer.close()
        return told[0], content


@contextmanager
def one_connection():
    """Within it the database is reached through one connection: a new one has another process, and other counts."""
    age = connection.settings_dict["CONN_MAX_AGE"]
    connection.settings_dict["CONN_MAX_AGE"] = None
    if not connection.in_atomic_block:
        connection.close()  # it knows from its beginning how old it may get
    try:
        yield
    finally:
        connection.settings_dict["CONN_MAX_AGE"] = age


def database_process():
    """The number of the PostgreSQL process that serves this connection; None where the database is in this process."""
    if connection.vendor != "postgresql":
        return None
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        return cursor.fetchone()[0]


def used_by(process):
    """Milliseconds of processor time of another process on this machine, so far."""
    if process is None:
        return 0
    return int(Path(f"/proc/{process}/schedstat").read_text().split()[0]) / 1e6


def cost(work, times):
    """(application, database) milliseconds of one `work()`, as the mean of so many."""
    process = database_process()
    began, database = time.process_time(), used_by(process)
    for _ in range(times):
        work()
    return (time.process_time() - began) * 1000 / times, (used_by(process) - database) / times
