"""The list of sources costs the same at any size; parts of names and descriptions are found by their letters, three by
three, where PostgreSQL has pg_trgm or may make it. Without it, searching these lists reads them.

Written out here, not imported: a released migration must not change with the code.
"""

from django.db import DatabaseError, migrations, models, transaction

# What the desk's lists look for: as the ORM writes it.
LETTERS = {
    "source_description_letters": ("articles_source", "public_description"),
    "source_url_letters": ("articles_source", "url"),
    "person_name_letters": ("articles_person", "name"),
    "organization_name_letters": ("articles_organization", "name"),
}


def add(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql" and may_take_letters(schema_editor):
        schema_editor.execute("SET LOCAL statement_timeout = 0")
        for name, (table, column) in LETTERS.items():
            schema_editor.execute(f"CREATE INDEX {name} ON {table} USING gin (upper({column}::text) gin_trgm_ops)")


def may_take_letters(schema_editor):
    try:
        with transaction.atomic(using=schema_editor.connection.alias):
            schema_editor.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
    except DatabaseError:
        return False
    return True


def drop(apps, schema_editor):
    """The extension stays: others may use it."""
    if schema_editor.connection.vendor == "postgresql":
        for name in LETTERS:
            schema_editor.execute(f"DROP INDEX IF EXISTS {name}")


class Migration(migrations.Migration):
    dependencies = [("articles", "0029_words_and_pictures")]
    operations = [
        migrations.AddIndex("source", models.Index(fields=["kind", "id"], name="source_by_kind")),
        migrations.AddIndex("source", models.Index(fields=["public_description", "id"], name="source_by_description")),
        migrations.RunPython(add, drop),
    ]
