"""manage.py check_text: what the gate says of a plain text, or of every story of a CSV file."""

import json
import sys

from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, connection
from django.utils import timezone

from articles.exchange.csv_import import Unreadable
from articles.exchange.plain_text import findings, read
from articles.exchange.survey import Survey, checked
from articles.models import Jurisdiction


class Command(BaseCommand):
    help = "Runs every check over a plain text as if it were pasted into a new story. Its first line is the headline."
    requires_system_checks = ()

    def add_arguments(self, parser):
        parser.add_argument(
            "file", help="a text in UTF-8 (or UTF-16 with its mark, or Windows-1252), or - for the standard input"
        )
        parser.add_argument("--jurisdiction", help="the code of a profile; else the house's")
        parser.add_argument("--json", action="store_true", help="one line of JSON; of a CSV file, one a story")
        parser.add_argument("--csv", action="store_true", help="the file has many stories: columns title and text")
        parser.add_argument(
            "--sample", type=int, default=0, help="of a CSV file: so many cautions, to be judged by hand"
        )

    def handle(self, *, file, jurisdiction, csv: bool, **options):
        answer = self._of_stories if csv else self._of_text
        try:
            _ready()
            answer(file, jurisdiction, **options)
        except OSError as error:
            raise CommandError(f"{file} cannot be read: {error.strerror}.") from error
        except Unreadable as error:
            raise CommandError(str(error)) from error
        except Jurisdiction.DoesNotExist as error:
            known = ", ".join(Jurisdiction.objects.values_list("code", flat=True))
            raise CommandError(f"No profile is called {jurisdiction}; there are: {known}.") from error
        except DatabaseError as error:
            raise CommandError("The newsroom's database is not ready: run `manage.py migrate` first.") from error

    def _of_text(self, file, jurisdiction, *, json: bool, **options):
        found = findings(_read(file), timezone.now(), jurisdiction)
        self.stdout.write(self._as_json({"findings": found}) if json else _as_lines(found))

    def _of_stories(self, file, jurisdiction, *, json: bool, sample, **options):
        survey = Survey()
        with open(file, encoding="utf-8-sig", errors="replace", newline="") as opened:
            for title, found in checked(opened, timezone.now(), jurisdiction):
                survey.add(title, found)
                if json:
                    self.stdout.write(self._as_json({"title": title, "findings": found}))
        if sample:
            self.stdout.write("\n".join("\t".join(place) for place in survey.sample(sample)))
        elif not json:
            self.stdout.write(_as_table(survey))

    def _as_json(self, answer):
        """In ASCII where the output cannot take more."""
        encoding = self.stdout.encoding or "utf-8"
        return json.dumps(answer, ensure_ascii=encoding.lower().replace("-", "") != "utf8")


def _read(file):
    if file == "-":
        return read(sys.stdin.buffer)
    with open(file, "rb") as opened:
        return read(opened)


def _ready():
    """A borrowed database has tables made for this one answer (see `newsroom.borrowed`)."""
    if connection.vendor == "sqlite" and connection.is_in_memory_db() and not connection.introspection.table_names():
        settings.MIGRATION_MODULES = {app.label: None for app in apps.get_app_configs()}  # straight from the models
        call_command("migrate", run_syncdb=True, verbosity=0)


def _as_lines(found):
    lines = []
    for row in found:
        lines.append(f"{row['level'].upper():8} {row['id']}  {row['message']}")
        for place in row["places"]:
            lines += [f"         {line}" for line in (place["where"], place["note"]) if line]
    return "\n".join(lines) or "Nothing was found."


def _as_table(survey):
    most = max(survey.cautions, default=0)
    lines = [f"{len(survey.cautions)} stories; cautions a story: {survey.median:g} in the median, {most} at most"]
    for check in sorted(survey.stories):
        lines.append(
            f"{check:20} {survey.levels[check]:8} {survey.stories[check]:5} stories {survey.places[check]:6} places"
        )
    return "\n".join(lines)
