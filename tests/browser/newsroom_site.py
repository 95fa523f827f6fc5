"""A whole newsroom for a test run: its own database and files, a real server on a free port."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg2

HOUSE = Path(__file__).resolve().parents[2]
PASSWORD = "four-words-that-nobody-guesses"
MAKE_USER = """
from accounts.models import User
from django.contrib.auth.models import Group
user, _ = User.objects.get_or_create(username={username!r}, defaults={{"email": {username!r} + "@courier.test"}})
user.is_active = user.is_staff = True
user.is_superuser = {superuser!r}
user.set_password({password!r})
user.save()
user.groups.set(Group.objects.filter(name__in={roles!r}))
assert user.groups.count() == len({roles!r}), "no such role"
"""


class NewsroomSite:
    """`url` is where it answers. Playwright's loop lets no query run in the test's own process: `run_python` does."""

    def __init__(self, name="browser", settings="newsroom.settings"):
        self.name, self.settings = name, settings
        self.var = Path(tempfile.mkdtemp(prefix=f"newsroom-{name}-"))
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.server = None
        self.environment = self._environment()

    def _environment(self):
        environment = os.environ | {
            "DJANGO_SETTINGS_MODULE": self.settings,
            "VAR_DIR": str(self.var),
            "STATIC_ROOT": str(self.var / "static"),
            "SITE_URL": self.url,
            "NEWSROOM_NAME": "The Test Courier",
            "EMAIL_URL": f"filemail:///{self.var}/mail",
            "LOG_LEVEL": "WARNING",
        }
        for name in ("REDIS_URL", "SITE", "DESK_URL", "ALLOWED_HOSTS", "DEBUG"):
            environment.pop(name, None)
        if environment.get("DATABASE_URL"):
            environment["DATABASE_URL"] = urlunsplit(
                urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{self.database}")
            )
        return environment

    @property
    def database(self):
        return f"newsroom_{self.name}"

    def empty(self):
        """A database without anything in it, and no files."""
        self._on_postgres(f"DROP DATABASE IF EXISTS {self.database} WITH (FORCE)", f"CREATE DATABASE {self.database}")
        shutil.rmtree(self.var)
        self.var.mkdir()

    def start(self):
        self.empty()
        self.manage("migrate", "--verbosity=0")
        self.manage("collectstatic", "--noinput", "--verbosity=0")
        gunicorn = [sys.executable, "-m", "gunicorn", "newsroom.wsgi", "--log-level", "warning", "--timeout", "60"]
        self.server = subprocess.Popen(
            [*gunicorn, "--workers", "2", "--bind", f"127.0.0.1:{self.port}"], cwd=HOUSE, env=self.environment
        )
        self._wait_until_it_answers()
        return self

    def stop(self):
        if self.server:
            self.server.terminate()
            self.server.wait(timeout=20)
        self._on_postgres(f"DROP DATABASE IF EXISTS {self.database} WITH (FORCE)")
        shutil.rmtree(self.var, ignore_errors=True)

    def manage(self, *arguments):
        """Runs a command of manage.py to its end and returns what it printed."""
        done = subprocess.run(
            [sys.executable, "manage.py", *arguments], cwd=HOUSE, env=self.environment, capture_output=True, text=True
        )
        if done.returncode:
            raise RuntimeError(f"manage.py {arguments[0]} failed:\n{done.stdout}\n{done.stderr}")
        return done.stdout.strip()

    def run_python(self, code):
        """Runs Python code in a Django process on this newsroom's database and returns what it printed."""
        return self.manage("shell", "--verbosity=0", "-c", code)

    def make_user(self, username, *roles, superuser=False):
        """A person of the desk with the named roles; logs in with PASSWORD."""
        self.run_python(MAKE_USER.format(username=username, password=PASSWORD, roles=list(roles), superuser=superuser))
        return username

    def _on_postgres(self, *statements):
        url = os.environ.get("DATABASE_URL", "")
        if not url.startswith("postgres"):
            return
        connection = psycopg2.connect(urlunsplit(urlsplit(url)._replace(scheme="postgresql", path="/postgres")))
        connection.autocommit = True
        try:
            with connection.cursor() as cursor:
                for statement in statements:
                    cursor.execute(statement)
        finally:
            connection.close()

    def _wait_until_it_answers(self):
        until = time.monotonic() + 60
        while time.monotonic() < until:
            if self.server.poll() is not None:
                raise RuntimeError(f"The server ended with code {self.server.returncode}.")
            try:
                urllib.request.urlopen(f"{self.url}/admin/login/", timeout=5).close()
                return
            except urllib.error.HTTPError:
                return
            except OSError:
                time.sleep(0.2)
        raise RuntimeError("The server does not answer.")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
