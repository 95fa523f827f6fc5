"""What was wrong, what is right, how it was found, where the note stands; and no publication dated before another.

The statements are written out here: a released migration must not change with the code.
"""

from django.db import migrations, models

TABLE = "articles_edition"
LATER = f"EXISTS (SELECT 1 FROM {TABLE} WHERE story_id = NEW.story_id AND published_at > NEW.published_at)"
MESSAGE = "is dated before another"


def create(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(
            "CREATE OR REPLACE FUNCTION articles_in_order() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
            f" IF {LATER} THEN RAISE EXCEPTION '%% {MESSAGE}', TG_TABLE_NAME; END IF; RETURN NEW; END $$",
            params=(),
        )
        schema_editor.execute(
            f"CREATE TRIGGER {TABLE}_in_order BEFORE INSERT ON {TABLE} FOR EACH ROW EXECUTE FUNCTION articles_in_order()"
        )
    else:
        schema_editor.execute(
            f"CREATE TRIGGER {TABLE}_in_order BEFORE INSERT ON {TABLE} WHEN {LATER}"
            f" BEGIN SELECT RAISE(ABORT, '{TABLE} {MESSAGE}'); END"
        )


def drop(apps, schema_editor):
    postgresql = schema_editor.connection.vendor == "postgresql"
    schema_editor.execute(f"DROP TRIGGER {TABLE}_in_order{f' ON {TABLE}' if postgresql else ''}")
    if postgresql:
        schema_editor.execute("DROP FUNCTION articles_in_order()")


class Migration(migrations.Migration):
    dependencies = [("articles", "0015_replies")]
    operations = [
        migrations.AddField(
            "story",
            "how_found",
            models.TextField(
                blank=True, help_text="For the desk only.", max_length=1000, verbose_name="how the error was found"
            ),
        ),
        migrations.AddField(
            "story",
            "is_right",
            models.TextField(
                blank=True,
                help_text="A sentence: “It was on Monday.”",
                max_length=1000,
                verbose_name="what is right",
            ),
        ),
        migrations.AddField(
            "story",
            "note_place",
            models.CharField(
                blank=True,
                choices=[("", "As the rules say"), ("top", "Before the text"), ("foot", "After the text")],
                default="",
                max_length=4,
                verbose_name="where the note stands",
            ),
        ),
        migrations.AddField(
            "story",
            "was_wrong",
            models.TextField(
                blank=True,
                help_text="A sentence, and no more of the error than it takes: “We said that the vote was on Tuesday.”",
                max_length=1000,
                verbose_name="what was wrong",
            ),
        ),
        migrations.RunPython(create, drop),
    ]
