"""manage.py restore BACKUP: puts back what `manage.py backup` wrote, and proves that all of it arrived."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from articles.management import backups

NEXT = """Next, in this order:
  manage.py migrate                          where this version is newer than the backup
  manage.py redact --reapply --from FILE     what was removed after the backup was made (FILE: of redact --export)
  manage.py grant_reader                     on PostgreSQL: the rights of the readers' process"""


class Command(BaseCommand):
    help = "Puts a backup back, with all servers and workers stopped, and proves that every row and file arrived."

    def add_arguments(self, parser):
        parser.add_argument("folder", type=Path, metavar="BACKUP", help="one backup: the folder with manifest.json")
        parser.add_argument("--replace", action="store_true", help="also over a newsroom that has stories")
        parser.add_argument("--check", action="store_true", help="only prove that the backup is whole and ours")

    def handle(self, *, folder, replace, check, **options):
        try:
            manifest = backups.proved(folder) if check else backups.restore(folder, replace=replace)
        except (backups.Refused, OSError) as error:
            raise CommandError(str(error)) from error
        rows = sum(manifest["rows"].values())
        self.stdout.write(f"{'Whole' if check else 'Restored'}: {rows} rows, {len(manifest['files'])} files")
        if not check:
            self.stdout.write(NEXT)
