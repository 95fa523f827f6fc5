"""Telling what stands in front of us to forget: by key, until it answers."""

import threading
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from django.utils import timezone

from articles.models import Outbox
from articles.publishing import outbox
from articles.publishing.purge import MOST_KEYS, purge
from newsroom import checks


class Edge(ThreadingHTTPServer):
    """A cache in front that notes what it is told."""

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Note)
        self.told, self.status = [], 200

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server_port}/"


class Note(BaseHTTPRequestHandler):
    def do_PURGE(self):
        self.server.told.append((self.command, dict(self.headers)))
        self.send_response(self.server.status)
        self.end_headers()

    do_POST = do_PURGE  # noqa: N815

    def log_message(self, *args):
        pass


@pytest.fixture
def edge(settings):
    server = Edge()
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    settings.PURGE_URLS = [server.url]
    yield server
    server.shutdown()
    server.server_close()


def test_it_is_told_the_keys_and_whether_the_page_before_may_stand_in(edge):
    purge(["front", "story-12"])
    purge(["story-12"], at_once=True)
    (method, soft), (_, hard) = edge.told
    assert method == "PURGE" and soft["Surrogate-Key"] == "front story-12"
    assert soft["Soft-Purge"] == "1" and "Soft-Purge" not in hard


def test_a_delivery_network_is_asked_in_its_own_way(edge, settings):
    settings.PURGE_METHOD, settings.PURGE_HEADERS = "POST", {"Fastly-Key": "a-token"}
    purge(["front"])
    assert edge.told[0][0] == "POST" and edge.told[0][1]["Fastly-Key"] == "a-token"


def test_many_keys_go_in_several_requests(edge):
    purge([f"story-{number}" for number in range(MOST_KEYS + 1)])
    assert [len(headers["Surrogate-Key"].split()) for _, headers in edge.told] == [MOST_KEYS, 1]


@pytest.mark.parametrize("status", [301, 403, 500])
def test_what_refuses_was_not_told(edge, status):
    edge.status = status
    with pytest.raises(OSError, match="No answer"):
        purge(["front"])


@pytest.mark.django_db
def test_who_is_away_is_told_when_it_is_back(edge):
    edge.status = 503
    row = outbox.record("purge", {"keys": ["front"]}, at_once=False)
    assert not outbox.deliver(row.pk)
    edge.status = 200
    outbox.sweep(timezone.now() + timedelta(minutes=1))
    assert Outbox.objects.get(pk=row.pk).done_at
    assert len(edge.told) == 2


@pytest.mark.parametrize("address", ["varnish:6081", "file:///etc/passwd", "http://"])
def test_an_address_that_is_none_is_found_before_the_start(settings, address):
    settings.PURGE_URLS = ["http://127.0.0.1:6081/", address]
    assert [found.id for found in checks.purges_have_an_address(None)] == ["newsroom.E011"]


@pytest.mark.parametrize(
    ("side", "redis", "is_kept", "found"),
    [
        ("public", "", True, ["newsroom.W010"]),
        ("desk", "", True, ["newsroom.W010"]),
        ("public", "redis://127.0.0.1/0", True, []),
        ("public", "", False, []),
        ("both", "", True, []),
    ],
)
def test_sides_served_apart_need_a_redis(settings, side, redis, is_kept, found):
    settings.SITE, settings.REDIS_URL, settings.PAGE_CACHE = side, redis, is_kept
    assert [one.id for one in checks.processes_share_their_pages(None)] == found
