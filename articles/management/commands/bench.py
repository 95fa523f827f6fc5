"""manage.py bench gate: how long the gate takes for a long story. Whatever it makes is rolled back."""

import json
import statistics
import time

from django.core.management.base import BaseCommand
from django.db import transaction
from django.utils import timezone

from articles import actions, gate
from articles.demo.crowded import crowded_story
from articles.gate.registry import CHECKS


class Command(BaseCommand):
    help = "Times the checks on a generated story of 3,000 words with 40 claims, 30 sources and 20 people."
    requires_system_checks = ()

    def add_arguments(self, parser):
        parser.add_argument("what", choices=["gate"])
        parser.add_argument("--runs", type=int, default=7, help="the median of so many counts")
        parser.add_argument("--json", action="store_true", help="one line of JSON")

    def handle(self, *, runs, **options):
        with transaction.atomic():
            told = measured(crowded_story(), max(runs, 1))
            transaction.set_rollback(True)
        as_json = options["json"]
        self.stdout.write(
            json.dumps(told) if as_json else "\n".join(f"{name}: {value}" for name, value in told.items())
        )


def measured(story, runs):
    """{"ms": the checks alone, "checklist_ms": with reading the story and composing it, and what of}: medians."""
    now = timezone.now()
    editions = [actions.edition_of(story, now) for _ in range(runs + 1)]
    prepared = [(actions.facts_for_gate(edition), edition) for edition in editions]
    alone = [_ms(lambda given=given: gate.inspect(*given)) for given in prepared]
    whole = [_ms(lambda: actions.checklist(story, now)) for _ in range(runs + 1)]
    snapshot, edition = prepared[0]
    return {
        "ms": round(statistics.median(alone[1:]), 1),
        "checklist_ms": round(statistics.median(whole[1:]), 1),
        "runs": runs,
        "words": edition.content["word_count"],
        "claims": len(snapshot["claims"]),
        "sources": len(snapshot["sources"]),
        "people": len(snapshot["people"]),
        "checks": len(CHECKS),
    }


def _ms(run):
    begun = time.perf_counter()
    run()
    return (time.perf_counter() - begun) * 1000
