"""manage.py redact: repeats the recorded redactions after a restore; writes them to a file, sealed, to outlive one."""

import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from articles import actions


class Command(BaseCommand):
    help = (
        "Repeats recorded redactions after a restore from a backup (--reapply). A backup does not know what was removed"
        " after it was made: --export writes all of them to a file to be kept beside the backups, sealed with"
        " CONFIDENTIAL_KEYS; --reapply --from FILE repeats these too. New redactions are made at the desk."
    )

    def add_arguments(self, parser):
        parser.add_argument("--reapply", action="store_true", help="repeat every recorded redaction")
        parser.add_argument("--from", dest="file", type=Path, help="and those of a file that --export wrote")
        parser.add_argument("--export", type=Path, metavar="FILE", help="write them to a file")

    def handle(self, *, reapply, file, export, **options):
        if not (reapply or export) or (file and not reapply):
            raise CommandError("Say --reapply (with --from FILE, if there is one) or --export FILE.")
        if export:
            self._export(export)
        if reapply:
            self._reapply(file)

    def _export(self, file):
        records = actions.exported_redactions()
        file.write_text(json.dumps(records))
        file.chmod(0o600)
        self.stdout.write(f"{len(records)} written to {file}")

    def _reapply(self, file):
        missing = []
        if file:
            try:
                missing = actions.adopt_redactions(json.loads(file.read_text()))
            except (OSError, ValueError, KeyError, TypeError) as error:
                raise CommandError(f"{file} cannot be read as what --export writes: {type(error).__name__}") from error
        for uid in missing:
            self.stderr.write(f"{uid}: neither its story nor anybody who may stand for it is here; left out")
        repeated = actions.reapply()
        rows = sum(record.rows for record in repeated)
        self.stdout.write(f"{len(repeated)} found something again, {rows} rows changed")
