"""manage.py import_csv FILE --by USERNAME: drafts from a CSV file."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from accounts.models import User
from articles.exchange.csv_import import Unreadable, import_csv


class Command(BaseCommand):
    help = "Makes drafts of the rows of a CSV file (url, date, title, text). A row whose url is known is skipped."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument("--by", default="", help="whose drafts they become; default: the first who may write")

    def handle(self, *, file, by, **options):
        writer = self._writer(by)
        try:
            with file.open(encoding="utf-8-sig", errors="replace", newline="") as opened:
                counts = import_csv(opened, by=writer)
        except (OSError, Unreadable) as error:
            raise CommandError(str(error)) from error
        for refused in counts["refused"]:
            self.stderr.write(f"row {refused}")
        self.stdout.write("{created} created, {skipped} skipped, {0} refused".format(len(counts["refused"]), **counts))

    def _writer(self, username):
        users = User.objects.filter(is_active=True).order_by("pk")
        if username:
            users = users.filter(username=username)
        writer = next((user for user in users if user.has_perm("articles.write_story")), None)
        if writer is None:
            raise CommandError("Nobody by that name may write. Give --by USERNAME of a reporter or editor.")
        return writer
