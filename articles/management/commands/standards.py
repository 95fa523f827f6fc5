"""Writes the shipped rules into docs/standards.md; --check only says whether they stand there."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from articles.actions import standards


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser):
        parser.add_argument("--check", action="store_true", help="change nothing; fail where the document is old")

    def handle(self, *, check, **options):
        path = settings.BASE_DIR / "docs" / "standards.md"
        old = path.read_text(encoding="utf-8")
        new = standards.written_into(old)
        if check and new != old:
            raise CommandError("docs/standards.md is old: run manage.py standards.")
        if not check:
            path.write_text(new, encoding="utf-8")
        self.stdout.write("docs/standards.md says what is shipped.")
