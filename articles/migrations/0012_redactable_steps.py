"""Steps of counts hold words too: a redaction may rewrite these through its door, and nothing else of them.

The statements are written out here: a released migration must not change with the code.
"""

from django.db import migrations

TABLE = "articles_countstep"
KEPT = ("id", "count_id", "status", "status_on", "citation_id", "by_id", "at")
SHUT = "NOT EXISTS (SELECT 1 FROM articles_redactiondoor)"


def create(apps, schema_editor):
    postgresql = schema_editor.connection.vendor == "postgresql"
    drop(schema_editor, "no_update")
    apart = "IS DISTINCT FROM" if postgresql else "IS NOT"
    touched = " OR ".join(f"OLD.{column} {apart} NEW.{column}" for column in KEPT)
    refuse(schema_editor, "keeps", f"WHEN ({touched})")
    if postgresql:
        schema_editor.execute(
            f"CREATE TRIGGER {TABLE}_no_update BEFORE UPDATE ON {TABLE}"
            " FOR EACH ROW EXECUTE FUNCTION articles_append_only_but_redaction()"  # of 0010_redaction
        )
    else:
        refuse(schema_editor, "no_update", f"WHEN {SHUT}")


def refuse(schema_editor, name, when=""):
    if schema_editor.connection.vendor == "postgresql":
        body = f"FOR EACH ROW {when} EXECUTE FUNCTION articles_append_only()"
    else:
        body = f"{when} BEGIN SELECT RAISE(ABORT, '{TABLE} is append-only'); END"
    schema_editor.execute(f"CREATE TRIGGER {TABLE}_{name} BEFORE UPDATE ON {TABLE} {body}")


def drop(schema_editor, name):
    on = f" ON {TABLE}" if schema_editor.connection.vendor == "postgresql" else ""
    schema_editor.execute(f"DROP TRIGGER IF EXISTS {TABLE}_{name}{on}")


def restore(apps, schema_editor):
    drop(schema_editor, "no_update")
    drop(schema_editor, "keeps")
    refuse(schema_editor, "no_update")


class Migration(migrations.Migration):
    dependencies = [("articles", "0011_proceedings")]
    operations = [migrations.RunPython(create, restore)]
