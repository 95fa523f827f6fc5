"""The log of changes to a jurisdiction profile is never changed or deleted: the database refuses.

The statements are written out here: a released migration must not change with the code.
"""

from django.db import migrations

TABLE = "articles_jurisdictionchange"


def create(apps, schema_editor):
    postgresql = schema_editor.connection.vendor == "postgresql"
    for event in ("UPDATE", "DELETE"):
        if postgresql:
            body = "FOR EACH ROW EXECUTE FUNCTION articles_append_only()"  # of 0003_append_only
        else:
            body = f"BEGIN SELECT RAISE(ABORT, '{TABLE} is append-only'); END"
        schema_editor.execute(f"CREATE TRIGGER {TABLE}_no_{event.lower()} BEFORE {event} ON {TABLE} {body}")


def drop(apps, schema_editor):
    on = f" ON {TABLE}" if schema_editor.connection.vendor == "postgresql" else ""
    for event in ("update", "delete"):
        schema_editor.execute(f"DROP TRIGGER IF EXISTS {TABLE}_no_{event}{on}")


class Migration(migrations.Migration):
    dependencies = [("articles", "0007_jurisdictions")]
    operations = [migrations.RunPython(create, drop)]
