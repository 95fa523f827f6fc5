"""deploy/varnish.vcl in a real Varnish: what is kept, what is forgotten, and what readers get while the origin is away."""

import http.client
import shutil
import socket
import subprocess
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from django.conf import settings as django_settings

from articles.publishing.purge import purge
from articles.reading.headers import FOR_A_MOMENT, FRESH

VCL = Path(django_settings.BASE_DIR) / "deploy" / "varnish.vcl"
VARNISH = shutil.which("varnishd") or shutil.which("varnishd", path="/usr/sbin")
XKEY = list(Path("/usr/lib").glob("**/varnish/vmods/libvmod_xkey.so"))

pytestmark = pytest.mark.skipif(not (VARNISH and XKEY), reason="no Varnish with xkey here")


class Origin(ThreadingHTTPServer):
    def __init__(self):
        super().__init__(("127.0.0.1", 0), Answers)
        self.asked, self.status, self.caching = [], 200, FRESH


class Answers(BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path != "/readyz":
            self.server.asked.append(self.path)
        text = f"answer {len(self.server.asked)}".encode()
        self.send_response(200 if self.path == "/readyz" else self.server.status)
        for name, value in (
            ("Cache-Control", self.server.caching),
            ("Content-Type", "text/html"),
            ("Surrogate-Key", f"front page{self.path.partition('?')[0].replace('/', '-')}"),
            ("Content-Length", str(len(text))),
        ):
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(text)

    def log_message(self, *args):
        pass


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def filled(work, port):
    """The configuration as a newsroom makes it from its table of settings, with this one origin twice."""
    lines = [f"PUBLIC_{number}_HOST=127.0.0.1\nPUBLIC_{number}_PORT={port}\n" for number in (1, 2)]
    (work / "settings.env").write_text("".join(lines) + "SITE_HOST=news.example.org\n")
    command = [sys.executable, VCL.parent / "filled.py", work / "settings.env", VCL]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """(origin, port of Varnish): one Varnish for all tests, since compiling takes seconds."""
    work, port, origin = tmp_path_factory.mktemp("varnish"), free_port(), Origin()
    threading.Thread(target=origin.serve_forever, args=(0.02,), daemon=True).start()
    (work / "newsroom.vcl").write_text(filled(work, origin.server_port))
    command = [VARNISH, "-F", "-j", "none", "-n", str(work / "n"), "-a", f"127.0.0.1:{port}"]
    command += ["-f", str(work / "newsroom.vcl"), "-s", "malloc,32m"]
    with (work / "log").open("w") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log)
    for _ in range(600):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                break
        assert process.poll() is None, (work / "log").read_text()
        time.sleep(0.05)
    time.sleep(0.3)  # its first look at the origin's health
    yield origin, port
    process.terminate()
    process.wait(20)
    origin.shutdown()
    origin.server_close()


@pytest.fixture
def edge(served, settings):
    origin, port = served
    origin.asked.clear()
    origin.status, origin.caching = 200, FRESH
    settings.PURGE_URLS = [f"http://127.0.0.1:{port}/"]
    purge(["front"], at_once=True)
    return Edge(*served)


class Edge:
    def __init__(self, origin, port):
        self.origin, self.port = origin, port

    def get(self, path, method="GET", **headers):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        connection.request(method, path, headers=headers)
        answer = connection.getresponse()
        answer.text = answer.read().decode()
        connection.close()
        return answer


def test_a_page_is_made_once_whatever_cookies_and_parameters_come_with_it(edge):
    first = edge.get("/tags/x/")
    for path in ("/tags/x/?utm_source=a", "/tags/x/?b=1&a=2", "/tags/x/?"):
        assert edge.get(path, Cookie="sessionid=1").text == first.text
    assert edge.origin.asked == ["/tags/x/"]
    assert edge.get("/tags/x/").headers["X-Cache"] == "hit"


def test_the_place_in_a_list_is_kept_apart_and_alone(edge):
    edge.get("/tags/x/?utm=1&before=2026-11-10T12:00:00Z_5&x=2")
    edge.get("/tags/x/?before=2026-11-10T12:00:00Z_5")
    assert edge.origin.asked == ["/tags/x/?before=2026-11-10T12:00:00Z_5"]


@pytest.mark.parametrize(
    "path", ["/", "/2026/11/a-story/", "/archive/", "/feed.xml", "/tags/x/feed.atom", "/about/ethics/"]
)
def test_only_lists_have_a_place_to_go_on_from(edge, path):
    first = edge.get(path)
    assert edge.get(f"{path}?before=2026-11-10T12:00:00Z_5").text == first.text
    assert edge.get(f"{path}?x=1&before=").text == first.text
    assert edge.origin.asked == [path]


@pytest.mark.parametrize("path", ["/sections/x/", "/2026/11/", "/opinion/", "/corrections/", "/people/x/"])
def test_a_place_that_is_none_makes_no_second_copy_of_a_list(edge, path):
    for query in ("", "?before=", "?before=nonsense"):
        edge.get(path + query)
    edge.get(f"{path}?before=2026-11-10T12:00:00Z_5")
    assert edge.origin.asked == [path, f"{path}?before=2026-11-10T12:00:00Z_5"]


def test_a_search_keeps_its_words(edge):
    edge.get("/search/?q=ferry")
    edge.get("/search/?q=wall")
    assert edge.origin.asked == ["/search/?q=ferry", "/search/?q=wall"]


def test_a_purge_of_what_was_withdrawn_forgets_by_key_and_at_once(edge):
    one, other = edge.get("/one/").text, edge.get("/other/").text
    purge(["page-one-"], at_once=True)
    assert edge.get("/one/").text != one
    assert edge.get("/other/").text == other


def test_after_any_other_purge_the_page_is_fresh_within_two_seconds(edge):
    before = edge.get("/one/").text
    purge(["page-one-"])
    deadline = time.monotonic() + 2
    while edge.get("/one/").text == before:
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_while_the_origin_is_broken_the_page_before_stands_in(edge):
    before = edge.get("/one/").text
    edge.origin.status = 503
    purge(["page-one-"])
    assert {edge.get("/one/").text for _ in range(3)} == {before}
    assert edge.get("/one/").status == 200
    assert edge.get("/never-seen/").status == 503


def test_a_story_is_there_though_its_address_was_asked_for_a_moment_before(edge):
    edge.origin.status, edge.origin.caching = 404, FOR_A_MOMENT
    assert edge.get("/soon/").status == 404
    edge.origin.status = 200
    time.sleep(1.1)
    assert edge.get("/soon/").status == 200


def test_what_may_not_stand_in_is_not_shown_while_the_origin_is_broken(edge):
    edge.origin.caching = FOR_A_MOMENT
    edge.get("/overtaken/")
    edge.origin.status = 503
    time.sleep(1.1)
    assert edge.get("/overtaken/").status == 503


def test_nobody_else_may_purge_and_a_purge_names_its_keys(edge):
    assert edge.get("/", method="PURGE").status == 400
    kept = edge.get("/one/").text
    through_nginx = {"Surrogate-Key": "front", "X-Forwarded-Proto": "https"}
    assert edge.get("/", method="PURGE", **through_nginx).status == 403
    assert edge.get("/one/").text == kept


def test_readers_are_told_nothing_of_the_machinery(edge):
    headers = edge.get("/one/").headers
    assert not {"Via", "X-Varnish", "xkey"} & set(headers)
