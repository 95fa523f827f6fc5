"""Editions, revisions, moves and readings of private details are never changed or deleted: the database refuses.

The statements are written out here: a released migration must not change with the code.
"""

from django.db import migrations

TABLES = ("articles_edition", "articles_revision", "articles_transition", "articles_confidentialread")


def create(apps, schema_editor):
    postgresql = schema_editor.connection.vendor == "postgresql"
    if postgresql:
        schema_editor.execute(
            "CREATE OR REPLACE FUNCTION articles_append_only() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN RAISE EXCEPTION '%% is append-only', TG_TABLE_NAME; END $$", params=()
        )
    for table in TABLES:
        for event in ("UPDATE", "DELETE"):
            name = f"{table}_no_{event.lower()}"
            if postgresql:
                body = "FOR EACH ROW EXECUTE FUNCTION articles_append_only()"
            else:
                body = f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            schema_editor.execute(f"CREATE TRIGGER {name} BEFORE {event} ON {table} {body}")


def drop(apps, schema_editor):
    postgresql = schema_editor.connection.vendor == "postgresql"
    for table in TABLES:
        for event in ("update", "delete"):
            on = f" ON {table}" if postgresql else ""
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {table}_no_{event}{on}")


class Migration(migrations.Migration):
    dependencies = [("articles", "0002_search")]
    operations = [migrations.RunPython(create, drop)]
