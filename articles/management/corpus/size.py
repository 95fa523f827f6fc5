"""How much the database takes on the disk."""

from pathlib import Path

from django.db import connection
from django.template.defaultfilters import filesizeformat


def in_bytes():
    if connection.vendor != "postgresql":
        name = str(connection.settings_dict["NAME"])
        return sum(Path(name + end).stat().st_size for end in ("", "-wal") if Path(name + end).exists())
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_database_size(current_database())")
        return cursor.fetchone()[0]


def told():
    return filesizeformat(in_bytes()).replace("\xa0", " ")
