"""The caches: one that may vanish and costs nothing but time, one that the login's limits rest on."""

import logging
import os
import socket
import threading
import time

import pytest
from allauth.core.internal import ratelimit
from django.core.cache import caches
from django.db import connection, connections

from newsroom.cache import ForgivingRedisCache

TABLE = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "desk_cache"}}


def redis_at(port):
    options = {"socket_timeout": 0.2, "socket_connect_timeout": 0.2}
    return ForgivingRedisCache(f"redis://127.0.0.1:{port}/15", {"OPTIONS": options})


@pytest.fixture
def refused():
    """A port that nobody listens on."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        yield redis_at(taken.getsockname()[1])


@pytest.fixture
def hung():
    """A server that accepts and never answers."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield redis_at(server.getsockname()[1])


@pytest.fixture
def dying():
    """A server that hangs up on everybody."""
    server = socket.create_server(("127.0.0.1", 0))

    def hang_up():
        while True:
            try:
                server.accept()[0].close()
            except OSError:
                return

    threading.Thread(target=hang_up, daemon=True).start()
    yield redis_at(server.getsockname()[1])
    server.shutdown(socket.SHUT_RDWR)
    server.close()


@pytest.fixture(params=["refused", "hung", "dying"])
def gone(request):
    return request.getfixturevalue(request.param)


class TestARedisThatIsGone:
    def test_misses_and_never_raises(self, gone):
        assert gone.get("a") is None
        assert gone.get("a", "default") == "default"
        assert gone.set("a", 1) is None
        assert gone.get_many(["a", "b"]) == {}
        assert gone.set_many({"a": 1}) == ["a"]
        assert gone.delete("a") is False
        assert gone.delete_many(["a"]) is None
        assert gone.touch("a") is False
        assert gone.has_key("a") is False
        assert "a" not in gone
        assert gone.clear() is False

    def test_still_gives_what_is_computed(self, gone):
        assert gone.get_or_set("a", lambda: "computed") == "computed"

    def test_never_says_that_a_lock_was_got(self, gone):
        assert gone.add("lock", 1) is False

    def test_counts_nothing(self, gone):
        with pytest.raises(ValueError, match="not found"):
            gone.incr("a")

    def test_costs_one_short_wait_and_then_none(self, hung):
        began = time.monotonic()
        hung.get("a")
        first = time.monotonic() - began
        for _ in range(100):
            hung.get("a")
        assert first < 1
        assert time.monotonic() - began - first < 0.1

    def test_is_said_once_and_not_with_every_request(self, refused, caplog):
        with caplog.at_level(logging.WARNING, "newsroom.cache"):
            for _ in range(20):
                refused.get("secret-key-name")
        assert len(caplog.records) == 1
        assert "secret-key-name" not in caplog.text

    def test_is_asked_again_after_a_rest(self, refused, caplog, monkeypatch):
        with caplog.at_level(logging.WARNING, "newsroom.cache"):
            refused.get("a")
            now = time.monotonic()
            monkeypatch.setattr(time, "monotonic", lambda: now + 60)
            refused.get("a")
        assert len(caplog.records) == 2

    def test_a_mistake_of_ours_is_still_an_error(self, gone):
        with pytest.raises(TypeError):
            gone.get()


@pytest.mark.skipif("TEST_REDIS_URL" not in os.environ, reason="TEST_REDIS_URL is not set")
class TestARedisThatAnswers:
    def test_is_a_cache(self):
        redis = ForgivingRedisCache(os.environ["TEST_REDIS_URL"], {"KEY_PREFIX": f"tests-{os.getpid()}"})
        assert redis.get("a", "no") == "no"
        redis.set_many({"a": {"b": [1]}, "n": 1}, 30)
        assert redis.get_many(["a", "n", "x"]) == {"a": {"b": [1]}, "n": 1}
        assert redis.incr("n") == 2
        assert redis.add("a", 1) is False
        assert redis.add("lock", 1, 30) is True
        assert redis.has_key("lock")
        assert redis.touch("lock", 30)
        redis.delete_many(["a", "n", "lock"])
        assert redis.get("a") is None


@pytest.mark.django_db(transaction=True)
class TestTheDesksCache:
    """A table, so that the login's limits hold across processes and are never silently absent."""

    def test_is_made_by_a_migration(self):
        assert "desk_cache" in connection.introspection.table_names()

    @pytest.fixture
    def login(self, rf, settings):
        settings.CACHES = TABLE
        request = rf.post("/admin/login/")
        yield lambda: ratelimit.consume(request, app="account", action="login", config={"login": "5/m/ip"})
        caches["default"].clear()

    def test_limits_what_many_processes_do_at_once(self, login):
        allowed = []

        def hammer():
            try:
                for _ in range(3):
                    allowed.append(login() is not None)
            finally:
                connections.close_all()

        threads = [threading.Thread(target=hammer) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(allowed) == 12
        assert 1 <= sum(allowed) <= 5

    def test_lets_nobody_in_where_it_is_broken(self, login):
        with connection.cursor() as cursor:
            cursor.execute("ALTER TABLE desk_cache RENAME TO gone_cache")
        try:
            with pytest.raises(Exception, match="desk_cache"):
                login()
        finally:
            with connection.cursor() as cursor:
                cursor.execute("ALTER TABLE gone_cache RENAME TO desk_cache")
