"""manage.py bench: what each bench measures on, and that nothing of it stays. How long things take is no test."""

import json
import os
from datetime import timedelta

import pytest
from django.apps import apps
from django.core.management import call_command
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, connection
from django.utils import timezone

from articles.management.benches import archive, floor
from articles.management.benches.processor import Client, one_connection
from articles.management.corpus import loading, patterns
from newsroom.bench import own_database, settings_of
from tests.make_public import make_article, make_author, make_profile, make_tag, picture

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _one_connection():
    """A server's handler lets go of the connection before each request; here it holds the test's transaction."""
    request_started.disconnect(close_old_connections)
    request_finished.disconnect(close_old_connections)
    yield
    request_started.connect(close_old_connections)
    request_finished.connect(close_old_connections)


def counts():
    return {model._meta.label: model._base_manager.count() for model in apps.get_models()}


def test_it_times_a_long_story_and_keeps_nothing_of_it(capsys):
    before = counts()
    call_command("bench", "gate", "--json", "--runs", "1")
    told = json.loads(capsys.readouterr().out)
    assert (told["claims"], told["sources"], told["people"]) == (40, 30, 20)
    assert 3000 <= told["words"] < 3100 and told["ms"] > 0 and told["checklist_ms"] > told["ms"] / 2
    assert counts() == before


def test_without_json_people_can_read_it(capsys):
    call_command("bench", "gate", "--runs", "1")
    assert "claims: 40\n" in capsys.readouterr().out


class TestTheOrigin:
    """bench origin: readers' pages against a bare view that shows the same story."""

    @pytest.fixture(autouse=True)
    def _stories(self):
        make_article(tags=[make_tag()], profiles=[make_profile()], authors=[make_author()])
        make_article("Harbour wall holds", lead_picture=picture())

    def test_every_kind_of_page_is_told_as_a_multiple_of_the_floor(self, capsys):
        call_command("bench", "origin", "--json", "--rounds", "1", "--requests", "1")
        told = json.loads(capsys.readouterr().out)
        kinds = ("article", "front", "section", "tag", "person", "author", "feed")
        assert all(told[f"{kind}_unseen_vs_floor"] > 0 for kind in kinds)
        assert all(told[f"{kind}_vs_floor"] > 0 and told[f"{kind}_bytes"] > 1000 for kind in kinds)

    def test_the_connection_that_is_counted_is_the_same_all_along(self):
        age = connection.settings_dict["CONN_MAX_AGE"]
        with one_connection():
            assert connection.settings_dict["CONN_MAX_AGE"] is None
        assert connection.settings_dict["CONN_MAX_AGE"] == age

    def test_the_floor_asks_four_questions_and_shows_the_story(self, django_assert_num_queries):
        article = make_article("Lock gate jams", tags=[make_tag("locks")])
        client = Client(floor.handler(), "testserver")
        with django_assert_num_queries(4):
            status, content = client.get(f"/floor/{article.story_number}/")
        assert status == 200
        assert b"<h1>Lock gate jams</h1>" in content and b"/tags/locks/" in content
        assert b"Harbour wall holds" in content


def test_a_bench_has_a_database_of_its_own_that_is_dropped(tmp_path):
    if connection.vendor != "postgresql":
        pytest.skip("make bench measures on PostgreSQL")
    given = connection.settings_dict
    server = f"postgres://{given['USER']}@{given['HOST']}:{given['PORT'] or 5432}/{given['NAME']}"
    with own_database(server) as url:
        name = url.rpartition("/")[2]
        assert name in databases()
    assert name not in databases()


def test_a_bench_knows_nothing_of_the_newsroom_on_this_machine(monkeypatch):
    monkeypatch.setenv("REDIS_URL", "redis://elsewhere")
    monkeypatch.setenv("PURGE_URLS", "http://elsewhere")
    made = settings_of("postgres://x/y", "/tmp/place")
    assert "REDIS_URL" not in made and "PURGE_URLS" not in made
    assert made["DATABASE_URL"] == "postgres://x/y" and made["SECRET_KEY"] != os.environ["SECRET_KEY"]


def databases():
    with connection.cursor() as cursor:
        cursor.execute("SELECT datname FROM pg_database")
        return {row[0] for row in cursor.fetchall()}


class TestReading:
    def test_it_asks_for_every_kind_of_page_and_list_and_keeps_nothing(self, capsys, monkeypatch, settings):
        monkeypatch.setattr(patterns, "MOST", 30)
        since, until = timezone.now() - timedelta(days=400), timezone.now()
        loading.make(120, seed=1, since=since, until=until, processes=0, pictures=0)
        before = counts()
        call_command("bench", "reading", "--json", "--requests", "1")
        told = json.loads(capsys.readouterr().out)
        kinds = {name.removesuffix("_p95_ms") for name in told if name.endswith("_p95_ms")}
        assert {
            "story",
            "front",
            "tag_rare",
            "search_phrase",
            "search_author",
            "desk_stories",
            "desk_dashboard",
        } <= kinds
        assert told["stories"] == 120 and counts() == before

    def test_of_several_runs_the_quieter_counts_and_sizes_are_compared(self):
        one, other = {"story_p95_ms": 4, "stories": 10}, {"story_p95_ms": 2, "stories": 10}
        assert archive.quieter(one, other) == archive.quieter(other, one) == other
        assert archive.told({10: one, 20: {"story_p95_ms": 5, "stories": 20}}, 10)["20_story_p95_ratio"] == 1.25
