"""The embedded newsroom: web server and worker under one small supervisor, without Django of its own.

A worker that dies is started again; a web server that dies ends it all. SIGINT and SIGTERM stop both.
"""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = Path(os.environ.get("VAR_DIR") or BASE_DIR / "var")
SITE = [sys.executable, "-m", "gunicorn", "--config", "deploy/gunicorn.conf.py", "newsroom.wsgi"]
WORKER = [sys.executable, "manage.py", "worker"]
PATIENCE = 20  # seconds that a process has to end by itself
LONGEST_PAUSE = 30  # seconds between two starts of a worker that keeps dying


class Stopped(Exception):  # noqa: N818
    """Somebody asked for the end."""


def stop(_signal, _frame):
    raise Stopped


def own_settings():
    """What `manage.py setup` wrote: the address of a real newsroom stands there."""
    path = VAR_DIR / "newsroom.env"
    lines = path.read_text().splitlines() if path.exists() else []
    return {name: value.strip("\"'") for name, _, value in (line.partition("=") for line in lines)}


def addresses():
    """Where the newsroom is: (what it answers on here, what its readers type)."""
    given = os.environ.get("PORT") or "8000"
    if not given.isdecimal() or not 0 < int(given) < 65536:
        sys.exit(f"PORT is {given!r}; it is a number up to 65535.")
    port = int(given)
    local = f"http://127.0.0.1:{port}"
    return port, (os.environ.get("SITE_URL") or own_settings().get("SITE_URL") or local).rstrip("/")


def refuse_taken(port):
    if not is_free(port):
        sys.exit(f"Port {port} is taken. Choose another: make run PORT={port + 1}")


def is_free(port):
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def answer(port, site):
    """The status of the front page for somebody who types its address; None while nobody answers."""
    url = urlsplit(site)
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    with suppress(OSError, http.client.HTTPException):
        connection.request("GET", "/", headers={"Host": url.netloc, "X-Forwarded-Proto": url.scheme})
        return connection.getresponse().status
    return None


def announce(site, status):
    logins = VAR_DIR / "demo-logins.txt"
    print(f"\nThe newsroom is open.\n\n  Readers  {site}/\n  Desk     {site}/admin/\n")
    if logins.exists():
        print(f"Demo logins (user, password, role; kept in {logins}):\n\n{logins.read_text()}")
    if status >= 400:
        print(f"But its front page answers {status}: see the lines above.\n")
    print("Stop with Ctrl+C.", flush=True)


class Restarted:
    """A process that is started again when it dies, after a pause that grows while it keeps dying."""

    def __init__(self, command):
        self.command = command
        self.pause = 1
        self.start()

    def start(self):
        self.process = subprocess.Popen(self.command, cwd=BASE_DIR)  # noqa: S603
        self.since = time.monotonic()
        self.due = None

    def look_after(self):
        now = time.monotonic()
        if self.due is None and self.process.poll() is not None:
            self.pause = 1 if now - self.since > LONGEST_PAUSE else min(self.pause * 2, LONGEST_PAUSE)
            self.due = now + self.pause
            print(
                f"The worker ended ({self.process.returncode}); again in {self.pause} s.", file=sys.stderr, flush=True
            )
        elif self.due is not None and now >= self.due:
            self.start()


def run(port, site):
    """Until the web server ends or somebody stops it; the exit status."""
    server = worker = status = None
    try:
        server = subprocess.Popen(SITE, cwd=BASE_DIR)  # noqa: S603
        worker = Restarted(WORKER)
        while server.poll() is None:
            worker.look_after()
            if status is None and (status := answer(port, site)):
                announce(site, status)
            time.sleep(0.3)
        return server.returncode or 1
    except Stopped:
        return 0
    finally:
        end(*(process for process in (server, worker and worker.process) if process))


def end(*processes):
    """Asks all to end, and does not ask twice."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
    for process in processes:
        if process.poll() is None:
            process.terminate()
    deadline = time.monotonic() + PATIENCE
    for process in processes:
        try:
            process.wait(max(0.1, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def main():
    port, site = addresses()
    refuse_taken(port)
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, stop)
    sys.exit(run(port, site))


if __name__ == "__main__":
    main()
