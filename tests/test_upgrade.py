"""A newsroom of an earlier version comes through the migrations whole: its rows, its pages, its search, its approvals."""

import json
from importlib import import_module
from pathlib import Path

import pytest
from django.apps import apps
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils.dateparse import parse_datetime

from accounts import roles
from articles import actions
from articles.models import Article, Edition, KeptPage, Story
from articles.publishing import append_only, kept, search
from articles.publishing.compose import compose
from tests.make import add_picture, make_live, make_story, make_user

RELEASED = [("articles", "0016_corrections"), ("accounts", "0003_portraits_from_the_library")]
EDITIONS = json.loads((Path(__file__).parent / "released" / "editions.json").read_text())  # as that version made them
CAME_LATER = ("layout",)  # parts of an Edition's content that were not there then
TRIGGERS = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger' ORDER BY name",
    "postgresql": "SELECT DISTINCT trigger_name FROM information_schema.triggers ORDER BY trigger_name",
}


def asked(sql):
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchall()


def columns_of(table):
    with connection.cursor() as cursor:
        return [f'"{one.name}"' for one in connection.introspection.get_table_description(cursor, table)]


def tables():
    """{table: columns} of all but the index, which is read by searching."""
    names = connection.introspection.table_names()
    return {name: columns_of(name) for name in names if not name.startswith(("public_search", "django_migrations"))}


def rows(tables):
    """{table: (columns, what all rows hold in them)}"""
    return {
        table: (columns, sorted(asked(f'SELECT {", ".join(columns)} FROM "{table}"'), key=repr))
        for table, columns in tables.items()
    }


def found(words, **within):
    return [article.pk for article in search.search(words, within=search.Within(**within)).articles]


def migrate(targets):
    MigrationExecutor(connection).migrate(targets)


def as_released():
    """The index of search as it was filled then."""
    search_as_released = import_module("articles.migrations.0002_search")
    with connection.schema_editor() as editor:
        search_as_released.drop(apps, editor)
        search_as_released.create(apps, editor)
        search_as_released.fill(MigrationExecutor(connection).loader.project_state(RELEASED).apps, editor)


def without_what_came_later():
    """The Editions as they were written then."""
    append_only.drop(connection)
    for edition in Edition.objects.all():
        for kept_as in (edition.content, edition.snapshot):
            for part in CAME_LATER:
                kept_as.pop(part, None)
        edition.save()
    append_only.create(connection)


@pytest.fixture
def newsroom(transactional_db):
    """(live story, approved story, triggers, rows as released), after the upgrade."""
    live = make_live(
        prepare=lambda story: add_picture(story, alt_text="Cormorants on a bollard."), headline="Tide wall"
    )
    approved = make_story("approved", headline="Quay lights")
    without_what_came_later()
    triggers = asked(TRIGGERS[connection.vendor])
    latest = MigrationExecutor(connection).loader.graph.leaf_nodes()
    try:
        migrate(RELEASED)
        as_released()
        before = rows(tables())
    finally:
        migrate(latest)
    return live, approved, triggers, before


class TestAnUpgradeFromTheReleasedVersion:
    def test_keeps_a_newsroom_whole(self, newsroom, client):
        live, approved, triggers, before = newsroom
        assert rows({table: columns for table, (columns, _rows) in before.items()}) == before
        assert asked(TRIGGERS[connection.vendor]) == triggers

        article = Article.objects.get(story_number=live.pk)
        assert "mend the harbour wall" in client.get(article.path).text
        for words in ("tide wall", "harbour", "cormorants"):
            assert found(words) == [article.pk], words
        assert found("tide", type_of_work="news") == [article.pk]
        assert actions.reconcile() == []
        assert kept.Round().go(seconds=60) == 1
        assert KeptPage.objects.get().stamp == article.stamp

        published = actions.publish(Story.objects.get(pk=approved.pk), by=make_user(roles.EDITOR))
        assert client.get(Article.objects.get(story_number=published.pk).path).status_code == 200

    @pytest.mark.parametrize("edition", EDITIONS, ids=lambda edition: edition["snapshot"]["slug"])
    def test_keeps_approvals_since_nothing_but_what_readers_get_counts(self, edition):
        now = compose(
            edition["snapshot"], edition["kind"], edition["public_note"], parse_datetime(edition["published_at"])
        )
        assert now.content_hash == edition["content_hash"]
