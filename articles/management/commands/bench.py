"""manage.py bench WHAT: measures one thing and prints its figures; each bench is a module of management/benches."""

import json

from django.core.management.base import BaseCommand

from articles.management import benches


class Command(BaseCommand):
    help = "Measures how much one part of the newsroom costs."
    requires_system_checks = ()

    def add_arguments(self, parser):
        words = parser.add_subparsers(dest="what", required=True, metavar="what")
        for name in benches.NAMES:
            bench = benches.named(name)
            word = words.add_parser(name, help=bench.HELP, description=bench.HELP)
            word.add_argument("--json", action="store_true", help="the figures as one line of JSON, and nothing else")
            bench.add_arguments(word)

    def handle(self, *, what, **options):
        as_json = options["json"]
        figures = benches.named(what).run(options, (lambda line: None) if as_json else self.stdout.write)
        lines = "\n".join(f"{name}: {value}" for name, value in figures.items())
        self.stdout.write(json.dumps(figures) if as_json else lines)
