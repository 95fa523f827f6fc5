"""manage.py backup FOLDER: database, originals and renditions into a folder of their own; the keys apart."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from articles.management import backups


class Command(BaseCommand):
    help = (
        "Writes a whole backup below FOLDER, while the newsroom runs: the database, every original and rendition, and a"
        " manifest with the hash of each. The keys are not in it: --keys FILE writes them to a file to be kept apart."
    )

    def add_arguments(self, parser):
        parser.add_argument("folder", type=Path)
        parser.add_argument("--keys", type=Path, metavar="FILE", help="write SECRET_KEY and CONFIDENTIAL_KEYS there")

    def handle(self, *, folder, keys, **options):
        try:
            if keys:
                backups.write_keys(keys, beside=folder)
            made, manifest = backups.backup(folder)
        except (backups.Refused, OSError) as error:
            raise CommandError(str(error)) from error
        rows, files = sum(manifest["rows"].values()), len(manifest["files"])
        self.stdout.write(f"{made}: {rows} rows in {len(manifest['rows'])} tables, {files} files")
