"""Redactions, and the one door in the append-only triggers: open only in the transaction that holds a door's row.

Also through it, who did what and when stays as it was. The statements are written out here: a released migration must
not change with the code.
"""

import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


REDACTED = {  # what stays as it was even while the door is open
    "articles_edition": ("id", "story_id", "number", "kind", "published_at", "published_by_id"),
    "articles_revision": ("id", "story_id", "number", "by_id", "at"),
    "articles_transition": (
        "id", "story_id", "move", "from_status", "to_status", "version", "by_id", "at", "kind", "edition_id",
        "one_person",
    ),
    "articles_verdict": ("id", "claim_id", "result", "by_id", "at", "one_person"),
    "articles_redaction": (
        "id", "uid", "story_id", "by_id", "at", "reason", "term_hashes", "sealed", "confirm_by", "again_id"
    ),
}  # fmt: skip
FORMERLY = ("articles_edition", "articles_revision", "articles_transition", "articles_verdict")
NEW = ("articles_redaction", "articles_redactionconfirmation")
SHUT = "NOT EXISTS (SELECT 1 FROM articles_redactiondoor)"


def create(apps, schema_editor):
    postgresql = schema_editor.connection.vendor == "postgresql"
    if postgresql:
        schema_editor.execute(
            "CREATE OR REPLACE FUNCTION articles_append_only_but_redaction() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN IF {SHUT} THEN RAISE EXCEPTION '%% is append-only', TG_TABLE_NAME; END IF; RETURN NEW; END $$",
            params=(),
        )
    for table in FORMERLY:
        drop_one(schema_editor, table, "update")
    for table in NEW:
        refuse(schema_editor, table, "DELETE")
    refuse(schema_editor, "articles_redactionconfirmation", "UPDATE")
    for table, columns in REDACTED.items():
        apart = "IS DISTINCT FROM" if postgresql else "IS NOT"
        touched = " OR ".join(f"OLD.{column} {apart} NEW.{column}" for column in columns)
        if postgresql:
            schema_editor.execute(
                f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table}"
                " FOR EACH ROW EXECUTE FUNCTION articles_append_only_but_redaction()"
            )
        else:
            refuse(schema_editor, table, "UPDATE", f"WHEN {SHUT}")
        refuse(schema_editor, table, "UPDATE", f"WHEN ({touched})", name=f"{table}_keeps")


def refuse(schema_editor, table, event, when="", name=""):
    name = name or f"{table}_no_{event.lower()}"
    if schema_editor.connection.vendor == "postgresql":
        body = f"FOR EACH ROW {when} EXECUTE FUNCTION articles_append_only()"
    else:
        body = f"{when} BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
    schema_editor.execute(f"CREATE TRIGGER {name} BEFORE {event} ON {table} {body}")


def drop_one(schema_editor, table, event):
    on = f" ON {table}" if schema_editor.connection.vendor == "postgresql" else ""
    schema_editor.execute(f"DROP TRIGGER IF EXISTS {table}_{'keeps' if event == 'keeps' else f'no_{event}'}{on}")


def restore(apps, schema_editor):
    for table in (*REDACTED, "articles_redactionconfirmation"):
        for event in ("update", "keeps"):
            drop_one(schema_editor, table, event)
    for table in NEW:
        drop_one(schema_editor, table, "delete")
    for table in FORMERLY:
        refuse(schema_editor, table, "UPDATE")


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0009_tasks"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="story",
            options={
                "ordering": ["-updated_at"],
                "permissions": [
                    ("write_story", "Start stories and edit one’s own"),
                    ("edit_story", "Edit anyone’s stories, send back, ask legal, reopen, spike"),
                    ("clear_story", "Clear or send back stories as legal reviewer"),
                    ("approve_story", "Approve stories"),
                    ("publish_story", "Schedule and publish approved stories"),
                    ("fix_story", "Publish a minor fix to a live story at once"),
                    ("retract_story", "Retract live stories"),
                    ("take_down_story", "Take live stories down at once"),
                    ("override_caution", "Override cautions of the checks with a reason"),
                    ("change_byline_story", "Change who a story is by"),
                    ("redact_story", "Remove words from the whole record of stories"),
                ],
                "verbose_name": "story",
                "verbose_name_plural": "stories",
            },
        ),
        migrations.CreateModel(
            name="Redaction",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("at", models.DateTimeField()),
                (
                    "reason",
                    models.CharField(
                        choices=[
                            ("identity", "Identifies somebody who must not be identified"),
                            ("source", "Exposes a confidential source"),
                            ("safety", "Puts somebody in danger"),
                            ("court_order", "A court order forbids it"),
                            ("privacy", "A right to erasure or privacy"),
                            ("other", "Another reason, said in words"),
                        ],
                        max_length=12,
                        verbose_name="reason",
                    ),
                ),
                ("words", models.TextField(verbose_name="why, in words")),
                ("legal_basis", models.CharField(blank=True, max_length=300, verbose_name="legal basis")),
                ("replaced_by", models.CharField(max_length=60, verbose_name="replaced by")),
                ("term_hashes", models.JSONField(default=list)),
                ("sealed", models.BinaryField()),
                ("found", models.JSONField(default=dict)),
                ("confirm_by", models.DateTimeField(blank=True, null=True)),
                (
                    "again",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="repeated",
                        to="articles.redaction",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "story",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="redactions",
                        to="articles.story",
                    ),
                ),
            ],
            options={
                "verbose_name": "redaction",
                "verbose_name_plural": "redactions",
                "ordering": ["-at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="RedactionConfirmation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField()),
                ("note", models.TextField(blank=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "redaction",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="confirmation",
                        to="articles.redaction",
                    ),
                ),
            ],
            options={
                "verbose_name": "confirmation of a redaction",
                "verbose_name_plural": "confirmations of redactions",
            },
        ),
        migrations.CreateModel(
            name="RedactionDoor",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "closed_by",
                    models.ForeignKey(
                        default=0,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="articles.redaction",
                    ),
                ),
                (
                    "redaction",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="articles.redaction"
                    ),
                ),
            ],
        ),
        migrations.RunPython(create, restore),
    ]
