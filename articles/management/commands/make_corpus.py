"""manage.py make_corpus N: an archive of N invented stories, for measuring. Never beside real ones unless told."""

from datetime import datetime, timedelta

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from articles.management.corpus import loading, size
from articles.models import Story

YEARS = 12


class Command(BaseCommand):
    help = "Writes N invented stories with all that belongs to them, published over twelve years, the same for a seed."

    def add_arguments(self, parser):
        parser.add_argument("number", type=int, metavar="N")
        parser.add_argument("--seed", type=int, default=1)
        parser.add_argument("--until", help="YYYY-MM-DD: when the last was published; today, if not said")
        parser.add_argument("--processes", type=int, default=2, help="that tell stories; PostgreSQL only")
        parser.add_argument("--pictures", type=int, default=12, help="to be drawn and shared by the stories")
        parser.add_argument("--beside-stories", action="store_true", help="although this database has stories already")

    def handle(self, *, number, seed, until, processes, pictures, beside_stories, **options):
        if number < 1:
            raise CommandError("How many stories?")
        if Story.objects.exists() and not beside_stories:
            raise CommandError("This newsroom has stories. An invented archive belongs in a database of its own.")
        until = _midnight(until)
        parts = loading.make(
            number,
            seed=seed,
            since=until - timedelta(days=round(365.25 * YEARS)),
            until=until,
            processes=processes,
            pictures=pictures,
            say=self.stdout.write,
        )
        self.stdout.write(f"{number:,} stories in {sum(parts.values()):.0f} s; the database takes {size.told()}.")


def _midnight(day):
    try:
        moment = datetime.fromisoformat(day) if day else timezone.localtime().replace(tzinfo=None)
    except ValueError as error:
        raise CommandError("--until wants a day, such as 2026-11-20.") from error
    return timezone.make_aware(moment.replace(hour=0, minute=0, second=0, microsecond=0))
