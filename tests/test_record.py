"""What was public, saved or decided is never changed, deleted, replaced or emptied: the database itself refuses."""

import pytest
from django.db import DatabaseError, connection, transaction

from articles.models import Edition, Revision, Transition
from articles.publishing import append_only
from tests.make import make_story, make_writer

pytestmark = pytest.mark.django_db


@pytest.fixture
def writer():
    return make_writer()


class TestTheRecord:
    @pytest.mark.parametrize("model", [Edition, Revision, Transition])
    def test_is_append_only_in_the_database_itself(self, model, writer):
        make_story("published", by=writer)
        for change in (lambda: model.objects.all().delete(), lambda: model.objects.update(story_id=None)):
            with pytest.raises(DatabaseError), transaction.atomic():
                change()
        assert model.objects.exists()

    @pytest.mark.parametrize("table", append_only.TABLES)
    def test_is_emptied_by_nobody(self, table):
        if connection.vendor != "postgresql":
            pytest.skip("SQLite has no TRUNCATE")
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"TRUNCATE {table} CASCADE")

    @pytest.mark.parametrize("model", [Edition, Revision, Transition])
    def test_is_replaced_by_nobody(self, model, writer):
        make_story("published", by=writer)
        if connection.vendor != "sqlite":
            pytest.skip("PostgreSQL has no INSERT OR REPLACE")
        table = model._meta.db_table
        before = list(model.objects.order_by("pk").values())
        names = [field.column for field in model._meta.concrete_fields]
        for kept in (names, [name for name in names if name != "id"]):
            if kept == names or table in append_only.ONCE:
                columns = ", ".join(f'"{name}"' for name in kept)
                replace = f"INSERT OR REPLACE INTO {table} ({columns}) SELECT {columns} FROM {table}"
                with (
                    pytest.raises(DatabaseError, match="append-only"),
                    transaction.atomic(),
                    connection.cursor() as cursor,
                ):
                    cursor.execute(replace)
        assert list(model.objects.order_by("pk").values()) == before

    def test_all_that_stands_once_is_known_to_the_triggers(self):
        """A unique column or constraint that comes later must come into them too."""
        for table in append_only.TABLES:
            with connection.cursor() as cursor:
                found = connection.introspection.get_constraints(cursor, table).values()
            once = {tuple(one["columns"]) for one in found if one["unique"] and not one["primary_key"]}
            assert once == {append_only.ONCE[table]} if table in append_only.ONCE else not once, table
