"""manage.py setup: makes a real newsroom instead of the demo, asking for what it is not told."""

import getpass
import os
import sys

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from articles.management.founding import NAMES, Founding, demo_logins, found

QUESTIONS = {
    "name": "Name of the newsroom",
    "url": "Address that readers type (https://news.example.org)",
    "zone": "Time zone",
    "language": "Language",
    "sections": "Sections, with commas between",
    "username": "First administrator: user name",
    "email": "First administrator: e-mail address",
}
TRIES = 3


class Command(BaseCommand):
    help = "Makes a real newsroom: name, address, zone, language, sections, first administrator. Twice is once."

    def add_arguments(self, parser):
        parser.add_argument("--name", help="what the newsroom is called")
        parser.add_argument("--url", help="what readers type, as in https://news.example.org")
        parser.add_argument("--zone", help="as in Europe/London")
        parser.add_argument("--language", help="of the interface and of new stories, as in en-gb")
        parser.add_argument("--section", dest="sections", action="append", help="may be given several times")
        parser.add_argument("--username", help="of the first administrator")
        parser.add_argument("--email", help="of the first administrator")
        parser.add_argument("--password-env", metavar="NAME", help="the environment variable that holds the password")
        parser.add_argument("--superuser", action="store_true", help="also past all rights; not for daily work")
        parser.add_argument("--no-input", action="store_true", help="ask nothing; refuse where something is missing")

    def handle(self, **options):
        asks = not options["no_input"] and sys.stdin.isatty()
        new = Founding(**{name: options[name] or "" for name in QUESTIONS}, superuser=options["superuser"])
        new.sections = options["sections"] or []
        new.password = self._password_told(options["password_env"])
        told = {name for name in QUESTIONS if options[name] is not None}
        for name in (*QUESTIONS, "password"):
            if name == "sections":  # from here on, the database is asked
                self._prepare(new)
            if name == "password" and asks and not new.password and not new.user():
                self._ask_password(new)
            elif name != "password" and asks and name not in told:
                self._ask(new, name)
            problem = new.problem(name)
            if problem:
                raise CommandError(f"{name}: {problem}")
        self._found(new)

    def _found(self, new):
        path = settings.VAR_DIR / "newsroom.env"
        held = path.read_text() if path.exists() else ""
        for line in found(new, path):
            self.stdout.write(line)
        for name, setting in NAMES.items():
            outside = os.environ.get(setting)
            if outside not in {None, getattr(new, name)} and f'{setting}="{outside}"' not in held:
                self.stderr.write(f"{setting} is {outside!r} in the environment, which comes before the file.")
        desk = os.environ.get("DESK_URL") or new.url
        self.stdout.write(self.style.SUCCESS(f"{new.name} is ready. Start it, and sign in at {desk}/admin/"))

    def _password_told(self, name):
        if name and name not in os.environ:
            raise CommandError(f"There is no {name} in the environment.")
        return os.environ.get(name, "") if name else ""

    def _prepare(self, new):
        """Tables. Made now, the search index is made for the newsroom's language."""
        settings.LANGUAGE_CODE = new.language
        if get_user_model()._meta.db_table in connection.introspection.table_names():
            self._refuse_the_demo()
        call_command("migrate", verbosity=0, interactive=False)

    def _refuse_the_demo(self):
        logins = demo_logins(settings.VAR_DIR)
        if logins:
            raise CommandError(
                f"This database holds the demo newsroom (its logins: {', '.join(logins)}). A real one begins empty:"
                f" stop the servers, move everything but secrets.env out of {settings.VAR_DIR}, or point DATABASE_URL"
                " and VAR_DIR elsewhere; then run this again."
            )

    def _ask(self, new, name):
        """Asks for what was not told, and again for what will not do."""
        suggested = {"name": settings.NEWSROOM_NAME, "zone": settings.TIME_ZONE, "language": settings.LANGUAGE_CODE}
        suggested["url"] = os.environ.get("SITE_URL", "")
        default = suggested.get(name, "")
        for _try in range(TRIES):
            answer = input(f"{QUESTIONS[name]}{f' [{default}]' if default else ''}: ").strip() or default
            parts = [part.strip() for part in answer.split(",") if part.strip()]
            setattr(new, name, parts if name == "sections" else answer)
            problem = new.problem(name)
            if not problem:
                return
            self.stderr.write(problem)
        raise CommandError("Nothing was changed.")

    def _ask_password(self, new):
        for _try in range(TRIES):
            new.password = getpass.getpass("Password: ")
            problem = new.problem("password")
            if not problem and new.password == getpass.getpass("The same again: "):
                return
            self.stderr.write(problem or "These are not the same.")
        raise CommandError("Nothing was changed.")
