"""Triggers by which the database itself refuses to change, delete, replace or empty what was (design.md, law 5).

One door is in them: a RedactionDoor's row, which lives in one transaction only and cannot be committed. While it is
open the tables of REDACTED may be rewritten, except for who did what and when.
"""

from contextlib import contextmanager

from articles.models import RedactionDoor

REDACTED = {
    "articles_edition": ("id", "story_id", "number", "kind", "published_at", "published_by_id"),
    "articles_revision": ("id", "story_id", "number", "by_id", "at"),
    "articles_transition": (
        "id", "story_id", "move", "from_status", "to_status", "version", "by_id", "at", "kind", "edition_id",
        "one_person",
    ),
    "articles_verdict": ("id", "claim_id", "result", "by_id", "at", "one_person"),
    "articles_countstep": ("id", "count_id", "status", "status_on", "citation_id", "by_id", "at"),
    "articles_replystep": ("id", "request_id", "outcome", "deadline", "by_id", "at"),
    "articles_redaction": (
        "id", "uid", "story_id", "by_id", "at", "reason", "term_hashes", "sealed", "confirm_by", "again_id"
    ),
}  # fmt: skip
TABLES = (
    *REDACTED, "articles_confidentialread", "articles_jurisdictionchange", "articles_helplinetrial",
    "articles_redactionconfirmation",
)  # fmt: skip
ONCE = {  # what INSERT OR REPLACE would take for the same row, beside its number
    "articles_edition": ("story_id", "number"),
    "articles_revision": ("story_id", "number"),
    "articles_redaction": ("uid",),
    "articles_redactionconfirmation": ("redaction_id",),
}
MESSAGE = "is append-only"
LATER = "EXISTS (SELECT 1 FROM articles_edition WHERE story_id = NEW.story_id AND published_at > NEW.published_at)"
DATED_BACK = "is dated before another"
SHUT = "NOT EXISTS (SELECT 1 FROM articles_redactiondoor)"


@contextmanager
def open_for(redaction):
    """Within it the record may be rewritten. Inside a transaction; an exception leaves the shutting to its rollback."""
    door = RedactionDoor.objects.create(redaction=redaction)
    yield
    door.delete()


def create(connection):
    """Puts the triggers on every table of TABLES (SQLite and PostgreSQL); they must not exist yet."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            functions = {"articles_append_only": "", "articles_append_only_but_redaction": f"IF {SHUT} THEN"}
            for name, unless in functions.items():
                cursor.execute(
                    f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {unless}"
                    f" RAISE EXCEPTION '% {MESSAGE}', TG_TABLE_NAME; {'END IF; RETURN NEW;' if unless else ''} END $$"
                )
        for table in TABLES:
            for name, sql in _triggers(connection.vendor, table):
                cursor.execute(f"CREATE TRIGGER {name} BEFORE {sql}")
        _create_order(connection.vendor, cursor)


def _create_order(vendor, cursor):
    """No Edition is dated before another of its story."""
    if vendor == "postgresql":
        cursor.execute(
            "CREATE OR REPLACE FUNCTION articles_in_order() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
            f" IF {LATER} THEN RAISE EXCEPTION '% {DATED_BACK}', TG_TABLE_NAME; END IF; RETURN NEW; END $$"
        )
        what = "FOR EACH ROW EXECUTE FUNCTION articles_in_order()"
    else:
        what = f"WHEN {LATER} BEGIN SELECT RAISE(ABORT, 'articles_edition {DATED_BACK}'); END"
    cursor.execute(f"CREATE TRIGGER articles_edition_in_order BEFORE INSERT ON articles_edition {what}")


def _triggers(vendor, table):
    """(name, the rest of the statement) of each trigger of a table."""
    yield f"{table}_no_delete", _refusal(vendor, "DELETE", table)
    if vendor == "postgresql":
        yield f"{table}_no_truncate", f"TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION articles_append_only()"
    else:
        yield f"{table}_no_replace", _refusal(vendor, "INSERT", table, f"WHEN {_stands_there(table)}")
    if table not in REDACTED:
        yield f"{table}_no_update", _refusal(vendor, "UPDATE", table)
        return
    apart = "IS DISTINCT FROM" if vendor == "postgresql" else "IS NOT"
    touched = " OR ".join(f"OLD.{column} {apart} NEW.{column}" for column in REDACTED[table])
    yield f"{table}_keeps", _refusal(vendor, "UPDATE", table, f"WHEN ({touched})")
    if vendor == "postgresql":
        function = "articles_append_only_but_redaction()"
        yield f"{table}_no_update", f"UPDATE ON {table} FOR EACH ROW EXECUTE FUNCTION {function}"
    else:
        yield f"{table}_no_update", _refusal(vendor, "UPDATE", table, f"WHEN {SHUT}")


def _stands_there(table):
    """SQLite's INSERT OR REPLACE deletes the former row without asking the trigger on deletions."""
    keys = [("id",), ONCE[table]] if table in ONCE else [("id",)]
    same = " OR ".join(" AND ".join(f"{column} = NEW.{column}" for column in key) for key in keys)
    return f"EXISTS (SELECT 1 FROM {table} WHERE {same})"  # noqa: S608  (names of this module)


def _refusal(vendor, event, table, when=""):
    if vendor == "postgresql":
        return f"{event} ON {table} FOR EACH ROW {when} EXECUTE FUNCTION articles_append_only()"
    return f"{event} ON {table} {when} BEGIN SELECT RAISE(ABORT, '{table} {MESSAGE}'); END"


def drop(connection):
    """Takes them off again: for a migration backwards and for the tests' clearing of tables."""
    with connection.cursor() as cursor:
        for table in TABLES:
            for name in ("no_update", "no_delete", "no_truncate", "no_replace", "keeps", "in_order"):
                on = f" ON {table}" if connection.vendor == "postgresql" else ""
                cursor.execute(f"DROP TRIGGER IF EXISTS {table}_{name}{on}")
