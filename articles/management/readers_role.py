"""The PostgreSQL role of the readers' process, which may read the public tables and nothing else (law 1)."""

from django.db import transaction

from articles.publishing.tables import PUBLIC

OURS = "SELECT nspname FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'"
TABLES = """
    SELECT relname FROM pg_class WHERE relkind IN ('r', 'p', 'v', 'm', 'f') AND relnamespace = 'public'::regnamespace
"""
GROUPS = """
    SELECT g.rolname FROM pg_auth_members m
    JOIN pg_roles g ON g.oid = m.roleid JOIN pg_roles r ON r.oid = m.member WHERE r.rolname = %s
"""
POWER = "SELECT rolsuper OR oid IN (SELECT datdba FROM pg_database) FROM pg_roles WHERE rolname = %s"


def grant(connection, role, password=""):
    """Makes the role where it is missing and leaves it exactly the right to read; returns the tables it may read.

    Whatever it, or everybody (PUBLIC), was once given beyond that is taken back. password: set where given. Runs as
    the owner of the tables, again after each `migrate`: a new table is nobody's until then.
    """
    with transaction.atomic(connection.alias), connection.cursor() as cursor:
        _make(cursor, connection, role, password)
        name = connection.ops.quote_name(role)
        _leave_every_group(cursor, connection, role)
        for who in (name, "PUBLIC"):
            _take_back(cursor, connection, who)
        tables = sorted(table for table in _listed(cursor, TABLES) if table.startswith(PUBLIC))
        database = connection.ops.quote_name(connection.settings_dict["NAME"])
        cursor.execute(f"GRANT CONNECT ON DATABASE {database} TO {name}")
        cursor.execute(f"GRANT USAGE ON SCHEMA public TO {name}")
        for table in tables:
            cursor.execute(f"GRANT SELECT ON {connection.ops.quote_name(table)} TO {name}")
        cursor.execute(f"ALTER ROLE {name} SET default_transaction_read_only = on")
    return tables


def exists(connection, role):
    with connection.cursor() as cursor:
        return bool(_listed(cursor, POWER, [role]))


def _make(cursor, connection, role, password):
    """A role without any power of its own. It may exist already; its password is kept unless a new one is given."""
    found = _listed(cursor, POWER, [role])
    if any(found):
        raise ValueError(f"{role} is a superuser or owns a database: choose a role of the readers' own.")
    name = connection.ops.quote_name(role)
    powers = "LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS NOINHERIT"
    cursor.execute(f"{'ALTER' if found else 'CREATE'} ROLE {name} {powers}")
    if password:
        cursor.execute(f"ALTER ROLE {name} PASSWORD %s", [password])


def _leave_every_group(cursor, connection, role):
    for group in _listed(cursor, GROUPS, [role]):
        cursor.execute(f"REVOKE {connection.ops.quote_name(group)} FROM {connection.ops.quote_name(role)}")


def _take_back(cursor, connection, who):
    database = connection.ops.quote_name(connection.settings_dict["NAME"])
    cursor.execute(f"REVOKE ALL ON DATABASE {database} FROM {who}")
    for schema in _listed(cursor, OURS):
        schema = connection.ops.quote_name(schema)
        for what in (f"ALL TABLES IN SCHEMA {schema}", f"ALL SEQUENCES IN SCHEMA {schema}", f"SCHEMA {schema}"):
            cursor.execute(f"REVOKE ALL ON {what} FROM {who}")


def _listed(cursor, sql, parameters=()):
    cursor.execute(sql, parameters)
    return [row[0] for row in cursor.fetchall()]
