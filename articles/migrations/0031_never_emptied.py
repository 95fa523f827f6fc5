"""What is append-only is never emptied or replaced either: PostgreSQL refuses TRUNCATE of it; SQLite refuses an INSERT of
a row that stands there, since INSERT OR REPLACE deletes the former one without asking the trigger on deletions.

A claim knows when what it rests on was last changed, and which files were replaced; a request for a reply, which words were
put to somebody.

The statements are written out here: a released migration must not change with the code.
"""

from django.db import migrations, models

ONCE = {  # what INSERT OR REPLACE would take for the same row
    "articles_edition": (("id",), ("story_id", "number")),
    "articles_revision": (("id",), ("story_id", "number")),
    "articles_transition": (("id",),),
    "articles_verdict": (("id",),),
    "articles_countstep": (("id",),),
    "articles_replystep": (("id",),),
    "articles_redaction": (("id",), ("uid",)),
    "articles_redactionconfirmation": (("id",), ("redaction_id",)),
    "articles_confidentialread": (("id",),),
    "articles_jurisdictionchange": (("id",),),
    "articles_helplinetrial": (("id",),),
}


def create(apps, schema_editor):
    for table, keys in ONCE.items():
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(
                f"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table}"
                " FOR EACH STATEMENT EXECUTE FUNCTION articles_append_only()"  # of 0003_append_only
            )
        else:
            same = " OR ".join(" AND ".join(f"{column} = NEW.{column}" for column in key) for key in keys)
            schema_editor.execute(
                f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} WHEN EXISTS (SELECT 1 FROM {table}"
                f" WHERE {same}) BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            )


def drop(apps, schema_editor):
    for table in ONCE:
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(f"DROP TRIGGER {table}_no_truncate ON {table}")
        else:
            schema_editor.execute(f"DROP TRIGGER {table}_no_replace")


class Migration(migrations.Migration):
    dependencies = [("articles", "0030_lists_of_sources")]
    operations = [
        migrations.AddField("claim", "evidence_changed_at", models.DateTimeField(editable=False, null=True)),
        migrations.AddField("claim", "former_files", models.JSONField(default=list, editable=False)),
        migrations.AddField("replyrequest", "asked", models.JSONField(default=dict, editable=False)),
        migrations.RunPython(create, drop),
    ]
