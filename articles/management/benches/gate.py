"""How long the gate takes for a long story. Whatever it makes is rolled back."""

import statistics
import time

from django.db import transaction
from django.utils import timezone

from articles import actions, gate
from articles.demo.crowded import crowded_story
from articles.gate.registry import CHECKS

HELP = "Times the checks on a generated story of 3,000 words with 40 claims, 30 sources and 20 people."


def add_arguments(parser):
    parser.add_argument("--runs", type=int, default=7, help="the median of so many counts")


def run(options, tell):
    with transaction.atomic():
        told = measured(crowded_story(), max(options["runs"], 1))
        transaction.set_rollback(True)
    return told


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
