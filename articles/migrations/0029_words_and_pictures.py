"""Indexes by which the desk finds its working copies and names, and the pictures that are still shown.

Written out here, not imported: a released migration must not change with the code.
"""

from django.db import migrations, models

# name: (table, what is indexed, of which rows)
ON_POSTGRESQL = {
    "story_words": (
        "articles_story",
        "gin (to_tsvector('public_search', left(headline || ' ' || slug || ' ' || body_text, 250000)))",
        "WHERE NOT (status = 'published')",
    ),
    "article_pictures": ("public_article", "gin (jsonb_path_query_array(pictures, '$[*].stem'))", ""),
    "article_portraits": ("public_article", "gin (jsonb_path_query_array(bylines, '$[*].portrait.stem'))", ""),
}


def add(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("SET LOCAL statement_timeout = 0")
        for name, (table, what, rows) in ON_POSTGRESQL.items():
            schema_editor.execute(f"CREATE INDEX {name} ON {table} USING {what} {rows}")


def drop(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        for name in ON_POSTGRESQL:
            schema_editor.execute(f"DROP INDEX IF EXISTS {name}")


class Migration(migrations.Migration):
    dependencies = [("articles", "0028_opinion_feed")]
    operations = [
        migrations.AddIndex("person", models.Index(fields=["name", "id"], name="person_by_name")),
        migrations.AddIndex("organization", models.Index(fields=["name", "id"], name="organization_by_name")),
        migrations.RunPython(add, drop),
    ]
