"""The checks on a story as it stands in somebody's browser, before anything is saved."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_POST

from articles import actions, gate, permissions
from articles.desk.stories import story_for
from articles.models import Jurisdiction, Section
from articles.publishing.compose import compose
from articles.publishing.snapshot import snapshot
from articles.text import sanitise
from articles.workflow import Kind

TEXTS = ("headline", "standfirst", "dateline", "social_headline", "description", "public_note")
LONGEST = 1_000_000


@require_POST
def checks(request, number):
    """Reads the form, saves nothing."""
    story = story_for(request, number)
    if not permissions.may_edit(request.user, story):
        raise PermissionDenied
    edition = _typed_edition(story, request.POST)
    context = {"tasks": gate.tasks(actions.findings_of(edition)), "story": story}
    return render(request, "desk/_checks.html", context)


def _typed_edition(story, posted):
    kept = snapshot(story)
    kept |= {name: posted[name].replace("\x00", "")[:LONGEST] for name in TEXTS if name in posted}
    if "body" in posted:
        kept["body"] = sanitise(posted["body"].replace("\x00", "")[:LONGEST])
    if "type_of_work" in posted:
        kept["type_of_work"] = posted["type_of_work"][:16]
    if "section" in posted:
        kept["section"] = _section(posted["section"])
    if "jurisdiction" in posted:
        chosen = _chosen(Jurisdiction, posted["jurisdiction"])
        kept["jurisdiction_id"] = chosen.pk if chosen else None
    kind = posted.get("change_kind", story.change_kind)
    kind = Kind(kind) if story.is_live and kind in Kind.values else Kind(story.change_kind)
    return compose(kept, kind, kept["public_note"], story.publish_at or timezone.now())


def _section(text):
    section = _chosen(Section, text)
    return {"id": section.pk, "name": section.name, "slug": section.slug} if section else None


def _chosen(model, text):
    """The row that a select names by its number, or None."""
    known = text.isascii() and text.isdigit() and len(text) < 18
    return model.objects.filter(pk=text).first() if known else None
