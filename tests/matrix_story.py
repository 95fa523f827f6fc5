"""What hangs on the stories that the walk of tests/matrix.py asks for."""

from datetime import date
from uuid import UUID

from django.core.files.base import ContentFile
from django.utils import timezone

from articles import actions
from articles.actions.evidence_files import attach
from tests import make

STEP = {"name": "Nell Harrow", "offence": "theft", "status": "charged", "on": "2026-05-03"}
BUTTONS = {"/page/": {"reason": "The mayor."}, "/tasks/<int:task>/close/": {"outcome": "updated"},
           "/lift/": {"why": "Over."}, "/counts/new/": STEP, "/counts/<int:count>/": STEP,
           "restrictions/new/": {"kind": "statute", "scope": "x", "phrases": "Nobody Home"}}  # fmt: skip
STARTS = {"clear": "legal", "schedule": "approved", "unschedule": "scheduled", "publish": "approved",
          "reopen": "published", "retract": "published", "take_down": "published", "revive": "spiked",
          "submit": "draft", "spike": "draft", "discard": "live", "publish_minor": "minor", "confirm": "withdrawn"}  # fmt: skip


def claim_in(story, by):
    """One claim, its evidence and a file that proves it."""
    body = make.BODY.replace("Work begins in May.", f'<span data-claim="{UUID(int=1)}">Work begins in May.</span>')
    story_with_claim = make.edit_text(story, by, body)
    evidence = actions.support(story_with_claim.claims.get(), story_with_claim.story_sources.first().source, by=by)
    attach(evidence, ContentFile(b"Minutes", name="minutes.txt"), by=by)
    story.refresh_from_db()


def reply_in(story, by):
    """Somebody who was asked, what proves it, and a source without a name."""
    person = make.add_person(story, name="Odo Lamb", role="party").person
    due = timezone.now() + timezone.timedelta(days=2)
    asked = actions.ask(story, person, by=by, text="True?", channel="email", deadline=due)
    actions.prove(asked, ContentFile(b"Dear", name="letter.txt"), by=by)
    told = {"attribution": "a clerk of the fund", "reason_for_anonymity": "dismissal", "position": 1}
    make.add_source(story, make.make_source("A clerk", kind="person"), terms="background", **told)


def courts(person, people):
    """A case with a count, and an order that few may know of: {route: number}."""
    count = make.make_count(person, by=people["editor"], on=date(2026, 5, 1))
    order = actions.restrict(by=people["legal"], kind="statute", scope="canary-order", phrases=["Canary Row"])
    return {"articles/case": count.case_id, "count": count.pk, "restrictions/<int:number>": order.pk}
