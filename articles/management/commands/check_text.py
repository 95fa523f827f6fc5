"""manage.py check_text: what the gate says of a plain text."""

import json
import sys

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from articles.exchange.plain_text import findings
from articles.models import Jurisdiction


class Command(BaseCommand):
    help = "Runs every check over a plain text as if it were pasted into a new story. Its first line is the headline."
    requires_system_checks = ()

    def add_arguments(self, parser):
        parser.add_argument("file", help="a text in UTF-8, or - for the standard input")
        parser.add_argument("--jurisdiction", help="the code of a profile; else the house's")
        parser.add_argument("--json", action="store_true", help="one line of JSON")

    def handle(self, *, file, jurisdiction, json: bool, **options):
        try:
            found = findings(_read(file), timezone.now(), jurisdiction)
        except OSError as error:
            raise CommandError(f"{file} cannot be read: {error.strerror}.") from error
        except Jurisdiction.DoesNotExist as error:
            known = ", ".join(Jurisdiction.objects.values_list("code", flat=True))
            raise CommandError(f"No profile is called {jurisdiction}; there are: {known}.") from error
        self.stdout.write(_as_json(found) if json else _as_lines(found))


def _read(file):
    if file == "-":
        return sys.stdin.buffer.read().decode("utf-8", "replace")
    with open(file, "rb") as opened:
        return opened.read().decode("utf-8", "replace")


def _as_json(found):
    return json.dumps({"findings": found}, ensure_ascii=False)


def _as_lines(found):
    lines = []
    for row in found:
        lines.append(f"{row['level'].upper():8} {row['id']}  {row['message']}")
        for place in row["places"]:
            lines += [f"         {line}" for line in (place["where"], place["note"]) if line]
    return "\n".join(lines) or "Nothing was found."
