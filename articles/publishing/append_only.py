"""Triggers by which the database itself refuses to change or delete what was (design.md, law 5)."""

TABLES = (
    "articles_edition",
    "articles_revision",
    "articles_transition",
    "articles_confidentialread",
    "articles_verdict",
    "articles_jurisdictionchange",
)
MESSAGE = "is append-only"


def create(connection):
    """Puts the triggers on every table of TABLES (SQLite and PostgreSQL); they must not exist yet."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "CREATE OR REPLACE FUNCTION articles_append_only() RETURNS trigger LANGUAGE plpgsql AS "
                f"$$ BEGIN RAISE EXCEPTION '% {MESSAGE}', TG_TABLE_NAME; END $$"
            )
        for table in TABLES:
            for event in ("UPDATE", "DELETE"):
                cursor.execute(_create_sql(connection.vendor, table, event))


def _create_sql(vendor, table, event):
    name = f"{table}_no_{event.lower()}"
    if vendor == "postgresql":
        return f"CREATE TRIGGER {name} BEFORE {event} ON {table} FOR EACH ROW EXECUTE FUNCTION articles_append_only()"
    return f"CREATE TRIGGER {name} BEFORE {event} ON {table} BEGIN SELECT RAISE(ABORT, '{table} {MESSAGE}'); END"


def drop(connection):
    """Takes them off again: for a migration backwards, a recorded redaction, and the tests' clearing of tables."""
    with connection.cursor() as cursor:
        for table in TABLES:
            for event in ("update", "delete"):
                on = f" ON {table}" if connection.vendor == "postgresql" else ""
                cursor.execute(f"DROP TRIGGER IF EXISTS {table}_no_{event}{on}")
