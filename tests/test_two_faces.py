"""The newsroom as it runs in earnest: nginx, two processes for readers, one for the desk, a worker; PostgreSQL, Redis.

A publication is walked through them. Skipped where PostgreSQL or nginx is missing; `.ci/run` brings both.
"""

import http.client
import importlib.util
import os
import re
import shutil
import signal
import ssl
import subprocess
import sys
import time
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from http.cookies import SimpleCookie
from urllib.parse import urlencode, urlsplit

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from django.conf import settings
from django.db import connection

from tests.browser.newsroom_site import PASSWORD, NewsroomSite, free_port

NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/sbin")
READERS, DESK = "news.localhost", "desk.localhost"
SLOWEST = 60  # seconds until a process answers on a busy machine
APPROVED = """
from accounts.models import User
from tests.make import approved, make_draft
from articles import actions
by = {name: User.objects.get(username=name) for name in ("rosa", "edda")}
story = make_draft(by["rosa"], headline="The council mends the wall")
story = approved(actions.submit(story, by=by["rosa"]), by["edda"])
print(story.pk, story.version)
"""

pytestmark = pytest.mark.skipif(
    connection.vendor != "postgresql" or not NGINX, reason="needs PostgreSQL and nginx, as production does"
)


def filled(name, values):
    spec = importlib.util.spec_from_file_location("filled", settings.BASE_DIR / "deploy" / "filled.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.filled((settings.BASE_DIR / "deploy" / name).read_text(), values)


def certify(folder, host):
    """A certificate that says it is `host`, signed by itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    name, now = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, host)]), datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
        .serial_number(x509.random_serial_number()).not_valid_before(now).not_valid_after(now + timedelta(days=1))
        .sign(key, hashes.SHA256())
    )  # fmt: skip
    (folder / f"{host}.pem").write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    plain = (serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    (folder / f"{host}.key").write_bytes(key.private_bytes(*plain))


class House(NewsroomSite):
    """All processes, from the files of deploy/ and one table of settings with this machine's free ports."""

    def __init__(self, folder):
        super().__init__("faces")
        self.folder, self.processes = folder, {}
        ports = {name: free_port() for name in ("HTTP_PORT", "HTTPS_PORT", "PUBLIC_1_PORT", "PUBLIC_2_PORT", "DESK")}
        self.table = {
            "SITE_HOST": READERS, "DESK_HOST": DESK,
            "SITE_URL": f"https://{READERS}", "DESK_URL": f"https://{DESK}",
            "PUBLIC_1_HOST": "127.0.0.1", "PUBLIC_2_HOST": "127.0.0.1",
            "READERS_DOOR": f"127.0.0.1:{ports['PUBLIC_1_PORT']}",
            "DESK_BIND": f"127.0.0.1:{ports.pop('DESK')}",
            "REDIS_URL": os.environ.get("TEST_REDIS_URL", "redis://127.0.0.1:6379/15"),
            "VAR_DIR": str(self.var), "MEDIA_DIR": str(self.var / "media" / "public"),
            "CERTIFICATES": str(folder), "ACCESS_LOG": str(folder / "access.log"), "LOG_FORMAT": "json",
        } | {name: str(port) for name, port in ports.items()}  # fmt: skip
        self.environment |= {name: self.table[name] for name in ("SITE_URL", "DESK_URL", "REDIS_URL", "LOG_FORMAT")}

    def open(self):
        self.empty()
        self.manage("migrate", "--verbosity=0")
        self.manage("collectstatic", "--noinput", "--verbosity=0")
        self.make_user("rosa", "Reporter")
        self.make_user("edda", "Editor")
        readers = self.manage("grant_reader", "--role", "newsroom_readers_faces").rpartition("DATABASE_URL=")[2]
        if not readers.startswith("postgres"):  # the role is the whole server's and outlives a database
            self._on_postgres("ALTER ROLE newsroom_readers_faces PASSWORD 'readers'")
            at = urlsplit(os.environ["DATABASE_URL"])
            readers = f"postgres://newsroom_readers_faces:readers@{at.hostname}:{at.port or 5432}/{self.database}"
        for number in (1, 2):
            bind = f"127.0.0.1:{self.table[f'PUBLIC_{number}_PORT']}"
            self.serve(f"public-{number}", SITE="public", BIND=bind, DATABASE_URL=readers)
        self.serve("desk", SITE="desk", BIND=self.table["DESK_BIND"])
        self.run("worker", [sys.executable, "manage.py", "worker", "--every", "0.5"], SITE="desk")
        self.start_nginx()
        return self

    def serve(self, name, **environment):
        gunicorn = ["-m", "gunicorn", "--config", "deploy/gunicorn.conf.py", "--workers", "1", "newsroom.wsgi"]
        self.run(name, [sys.executable, *gunicorn], **environment)
        port = int(environment["BIND"].rpartition(":")[2])
        until = time.monotonic() + SLOWEST
        while self.ask(port, "/readyz", host="127.0.0.1").status != 200:
            assert time.monotonic() < until, f"{name} does not answer"
            time.sleep(0.2)

    def run(self, name, command, **environment):
        log = (self.folder / f"{name}.log").open("ab")
        self.processes[name] = subprocess.Popen(
            command, cwd=settings.BASE_DIR, env=self.environment | environment, stdout=log, stderr=log
        )

    def start_nginx(self):
        for host in (READERS, DESK):
            certify(self.folder, host)
        (self.folder / "newsroom.conf").write_text(filled("nginx.conf.template", self.table))
        own = [
            f"{word}_temp_path {self.folder}/{word};" for word in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        ]
        (self.folder / "nginx.conf").write_text(
            f"daemon off; pid {self.folder}/nginx.pid; error_log {self.folder}/error.log; worker_processes 1; user root;"
            f"events {{}} http {{ {' '.join(own)} include {self.folder}/newsroom.conf; }}"
        )
        self.run("nginx", [NGINX, "-p", str(self.folder), "-c", str(self.folder / "nginx.conf")])
        until = time.monotonic() + SLOWEST
        while self.get("/").status >= 500:
            assert time.monotonic() < until, (self.folder / "nginx.log").read_text()
            time.sleep(0.1)

    def end(self, name):
        process = self.processes.pop(name)
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=30)

    def close(self):
        for name in list(self.processes):
            self.end(name)
        self.stop()
        self._on_postgres("DROP ROLE IF EXISTS newsroom_readers_faces")

    def ask(self, port, path, host, method="GET", body=None, tls=False, **headers):
        """One request; the answer with `.text`. Nobody there is 503."""
        kind = http.client.HTTPConnection
        more = {}
        if tls:
            kind, more = http.client.HTTPSConnection, {"context": ssl._create_unverified_context()}
        one = kind("127.0.0.1", port, timeout=30, **more)
        with suppress(OSError, http.client.HTTPException):
            one.request(method, path, body=body, headers={"Host": host} | headers)
            answer = one.getresponse()
            answer.text = answer.read().decode("utf-8", "replace")
            return answer
        nobody = type("Nobody", (), {"status": 503, "text": "", "headers": {}})
        return nobody()

    def get(self, path, host=READERS, **headers):
        return self.ask(int(self.table["HTTPS_PORT"]), path, host, tls=True, **headers)

    def post(self, path, host=DESK, cookies="", **fields):
        headers = {"Content-Type": "application/x-www-form-urlencoded", "Referer": f"https://{host}{path}"}
        return self.ask(
            int(self.table["HTTPS_PORT"]), path, host, "POST", urlencode(fields), tls=True, Cookie=cookies, **headers
        )


class AtTheDesk:
    """Somebody signed in at the desk's host, by its own login form."""

    def __init__(self, house, username):
        self.house, self.jar = house, SimpleCookie()
        page = self.read("/admin/login/")
        answer = self.send("/admin/login/", page, username=username, password=PASSWORD)
        assert answer.status == 302

    @property
    def cookies(self):
        return "; ".join(f"{name}={morsel.value}" for name, morsel in self.jar.items())

    def read(self, path):
        return self._kept(self.house.get(path, DESK, Cookie=self.cookies))

    def send(self, path, page, **fields):
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page.text)[1]
        return self._kept(self.house.post(path, cookies=self.cookies, csrfmiddlewaretoken=token, **fields))

    def _kept(self, answer):
        for line in answer.headers.get_all("Set-Cookie") or ():
            self.jar.load(line)
        return answer

    def move(self, number, name, **fields):
        page = self.read(f"/admin/articles/story/{number}/change/")
        version = re.search(r'name="version" value="(\d+)"', page.text)[1]
        answer = self.send(f"/admin/articles/story/{number}/move/{name}/", page, version=version, **fields)
        assert answer.status == 302
        return self.read(f"/admin/articles/story/{number}/change/")


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    house = House(tmp_path_factory.mktemp("faces"))
    try:
        yield house.open()
    finally:
        house.close()


def soon(question, seconds=20):
    """Asks until the answer is yes; the last answer."""
    until = time.monotonic() + seconds
    while not question() and time.monotonic() < until:
        time.sleep(0.1)
    return question()


def test_a_publication_walks_through_all_of_them(house):
    number = house.run_python(APPROVED).split()[0]
    editor = AtTheDesk(house, "edda")
    done = editor.move(number, "publish")
    assert "Done: " in done.text
    on_the_front = r'"(/\d{4}/\d\d/the-council-mends-the-wall/)"'
    assert soon(lambda: re.search(on_the_front, house.get("/").text))
    address = re.search(on_the_front, house.get("/").text)[1]

    # Readers: through nginx, and from each process of theirs
    assert soon(lambda: house.get(address).status == 200)
    story = house.get(address)
    assert "The council mends the wall" in story.text
    assert "Set-Cookie" not in story.headers
    for process in (1, 2):
        own = house.ask(int(house.table[f"PUBLIC_{process}_PORT"]), address, READERS, **{"X-Forwarded-Proto": "https"})
        assert "The council mends the wall" in own.text

    # Each side answers for its own addresses only
    assert house.get("/admin/login/", READERS).status == 404
    assert house.get(address, DESK).status == 404
    assert house.get("/admin/login/", DESK).status == 200
    assert house.get("/healthz").status == house.get("/healthz", DESK).status == 404

    # Readers need neither the desk nor both of their processes
    house.end("desk")
    house.end("public-1")
    assert house.get(address).status == 200
    assert soon(lambda: house.get("/search/?q=wall").status == 200)
    house.serve("public-1", SITE="public", BIND=f"127.0.0.1:{house.table['PUBLIC_1_PORT']}", **readers_database(house))
    house.serve("desk", SITE="desk", BIND=house.table["DESK_BIND"])

    # Taken down is taken down everywhere
    editor.move(number, "take_down", note="A mistake about a person.")
    assert soon(lambda: house.get(address).status == 410)
    for process in (1, 2):
        port = int(house.table[f"PUBLIC_{process}_PORT"])
        assert soon(lambda: house.ask(port, address, READERS, **{"X-Forwarded-Proto": "https"}).status == 410)  # noqa: B023
    assert soon(lambda: address not in house.get("/").text)


def readers_database(house):
    """What the readers' processes were started with."""
    at = urlsplit(os.environ["DATABASE_URL"])
    house._on_postgres("ALTER ROLE newsroom_readers_faces PASSWORD 'again'")
    url = f"postgres://newsroom_readers_faces:again@{at.hostname}:{at.port or 5432}/{house.database}"
    return {"DATABASE_URL": url}


def test_health_is_told_by_each_process(house):
    public = house.ask(int(house.table["PUBLIC_2_PORT"]), "/healthz", "127.0.0.1")
    assert (public.status, "worker" in public.text) == (200, False)
    port = int(house.table["DESK_BIND"].rpartition(":")[2])
    assert soon(lambda: house.ask(port, "/healthz", "127.0.0.1").status == 200)
    assert '"worker": "ok"' in house.ask(port, "/healthz", "127.0.0.1").text


def test_no_log_holds_a_readers_address_or_what_they_searched(house):
    house.get("/search/?q=CANARY-WORD")
    house.get("/nowhere/?q=CANARY-WORD")
    written = soon(lambda: (house.folder / "access.log").read_text())
    assert '"path":"/search/"' in written
    for log in house.folder.glob("*.log"):
        if log.name != "error.log":
            text = log.read_text()
            assert "CANARY-WORD" not in text, log.name
            assert '"remote' not in text


def test_people_are_told_when_nothing_behind_nginx_answers(house):
    for name in ("public-1", "public-2", "desk"):
        house.end(name)
    readers, desk = house.get("/"), house.get("/admin/", DESK)
    assert readers.status == desk.status == 503
    assert "We cannot be reached for the moment" in readers.text
    assert "What you typed is still on the page before this one" in desk.text
    assert readers.headers["Cache-Control"] == "no-store"
