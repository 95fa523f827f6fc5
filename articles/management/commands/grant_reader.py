"""manage.py grant_reader: the database role of the readers' process, and its rights."""

import os
import secrets
from urllib.parse import quote

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, connection

from articles.management import readers_role


class Command(BaseCommand):
    help = (
        "Makes the PostgreSQL role of the readers' process (SITE=public), or puts its rights right: it may read the"
        " public tables and nothing else. Run it as the owner of the tables, again after each migrate. A role that is"
        " new gets the password of --password-env, or one that is made up and printed once."
    )

    def add_arguments(self, parser):
        parser.add_argument("--role", default="newsroom_readers")
        parser.add_argument("--password-env", metavar="NAME", help="the environment variable that holds its password")

    def handle(self, *, role, password_env, **options):
        if connection.vendor != "postgresql":
            raise CommandError(
                "Roles are PostgreSQL's. On SQLite one process serves both sides, and the connection itself refuses"
                " readers' pages every table of the desk."
            )
        if password_env and not os.environ.get(password_env):
            raise CommandError(f"There is no {password_env} in the environment.")
        password = os.environ[password_env] if password_env else ""
        made_up = "" if password or readers_role.exists(connection, role) else secrets.token_urlsafe(24)
        try:
            tables = readers_role.grant(connection, role, password or made_up)
        except (ValueError, DatabaseError) as error:
            raise CommandError(str(error).strip()) from error
        self.stdout.write(f"{role} may read {len(tables)} tables and nothing else: {', '.join(tables)}")
        if made_up:
            at = connection.settings_dict
            host = f"{at['HOST'] or '127.0.0.1'}:{at['PORT'] or 5432}"
            self.stdout.write("For the readers' process; shown this once:")
            self.stdout.write(f"DATABASE_URL=postgres://{quote(role)}:{made_up}@{host}/{quote(at['NAME'])}")
