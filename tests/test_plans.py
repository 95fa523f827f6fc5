"""How the database finds what pages ask for: by indexes, never by reading a large table, counting it or skipping rows.

On a corpus of some hundred stories a planner would rather read it all: it is told not to, so that a table that is read
from end to end all the same is one for which there is no index.
"""

import json
import re
from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts import roles
from articles import permissions
from articles.management.benches import reading
from articles.management.corpus import bulk, loading, patterns, world
from articles.models import Story
from tests.make import make_story, make_user, make_writer

pytestmark = pytest.mark.django_db
STORIES = 600
SINCE, UNTIL = datetime(2014, 11, 1, tzinfo=UTC), datetime(2026, 11, 1, tzinfo=UTC)
LARGE = {
    "public_article", "public_article_tag", "public_article_author", "public_article_profile", "public_path",
    "public_search", "public_correction", "articles_story", "articles_edition", "articles_revision",
    "articles_transition", "articles_byline", "articles_storytag", "articles_storyperson",
    "articles_storyorganization", "articles_storysource", "articles_source",
}  # fmt: skip
HISTORY = {"articles_revision", "articles_transition"}
ASKED = re.compile(r"\s*\(*SELECT", re.IGNORECASE)


@pytest.fixture
def corpus(monkeypatch):
    monkeypatch.setattr(patterns, "MOST", 60)
    small = {"PLACES": 300, "TAGS": 60, "PEOPLE": 80, "PAGES_OF_PEOPLE": 30, "ORGANIZATIONS": 30}
    for name, count in (small | {"PAGES_OF_ORGANIZATIONS": 10}).items():
        monkeypatch.setattr(world, name, count)
    loading.make(STORIES, seed=1, since=SINCE, until=UNTIL, processes=0, pictures=0)
    bulk.learn()


def asked(client, paths):
    """The statements that these pages ask the database, with what stands for their parameters."""
    found = []
    for path in paths[:3]:
        with CaptureQueriesContext(connection) as captured:
            assert client.get(path).status_code == 200, path
        found += [one["sql"] for one in captured.captured_queries if ASKED.match(one["sql"])]
    return list(dict.fromkeys(found))


def read_whole(sql):
    """The large tables that the database would read from end to end for a statement."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL enable_seqscan = off")
            cursor.execute(f"EXPLAIN (FORMAT JSON) {sql}")
            answer = cursor.fetchone()[0]
            plan = answer if isinstance(answer, list) else json.loads(answer)
            return {node["Relation Name"] for node in nodes(plan[0]["Plan"]) if node["Node Type"] == "Seq Scan"} & LARGE
        cursor.execute(f"EXPLAIN QUERY PLAN {sql}")
        scans = (re.match(r"SCAN (\w+)(?! .*USING)", row[3]) for row in cursor.fetchall())
        return {scan[1] for scan in scans if scan} & LARGE


def nodes(plan):
    yield plan
    for further in plan.get("Plans", ()):
        yield from nodes(further)


def faults(statements):
    for sql in statements:
        told = sql.upper()
        if "OFFSET" in told:
            yield "skips rows", sql
        if "COUNT(*)" in told and "LIMIT" not in told and any(table.upper() in told for table in LARGE):
            yield "counts", sql
        if connection.vendor == "postgresql" and read_whole(sql):
            yield f"reads all of {read_whole(sql)}", sql


def test_every_page_and_list_is_found_by_indexes(corpus, client):
    pages = {name: (client, paths) for name, paths in reading.readers_pages().items()}
    assert len(pages) > 20 and all(paths for _client, paths in pages.values())
    editor = Client()
    editor.force_login(make_user(roles.EDITOR, roles.PUBLISHER))
    lists = reading.desk_pages()
    del lists["desk_people"]  # a few thousand names, looked through
    pages |= {name: (editor, paths) for name, paths in lists.items() if paths}
    found = {name: list(faults(asked(*page))) for name, page in pages.items()}
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


@pytest.mark.skipif("connection.vendor != 'postgresql'")
class TestWhatWaits:
    def test_it_asks_who_did_what_last_only_of_stories_that_may_wait(self):
        editor, writer = make_user(roles.EDITOR), make_writer()
        for status in ("spiked", "spiked", "published", "published"):
            make_story(status, by=writer)
        waiting = make_story("in_review", by=writer)
        sql, params = permissions.stories_waiting_for(editor).values("pk").query.sql_with_params()
        with connection.cursor() as cursor:
            cursor.execute(f"EXPLAIN (ANALYZE, FORMAT JSON) {sql}", params)
            answer = cursor.fetchone()[0]
        plan = (answer if isinstance(answer, list) else json.loads(answer))[0]["Plan"]
        looked = [node["Actual Loops"] for node in nodes(plan) if node.get("Relation Name") in HISTORY]
        assert looked and max(looked) <= 1
        assert list(permissions.stories_waiting_for(editor)) == [waiting]


@pytest.mark.skipif("connection.vendor != 'postgresql'")
class TestTheTestItself:
    def test_it_sees_a_table_that_is_read_from_end_to_end(self):
        assert read_whole("SELECT id FROM articles_story WHERE body_text LIKE '%harbour%'") == {"articles_story"}
        assert read_whole(str(Story.objects.filter(pk=7).order_by().values("pk").query)) == set()
