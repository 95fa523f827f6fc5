"""What a court decided about somebody in a story, recorded from there: the case is linked, or made where it is new."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.actions.editing import edit
from articles.actions.passage import MoveRefused
from articles.actions.proceedings import accuse
from articles.models import Case, Story

MOST_ALIKE = 40


@transaction.atomic
def before_court(story, person, *, by, case, alike=1, now=None, **facts):
    """Counts that are alike against one person, in a case that the story is linked to. Returns the fresh story.

    case: a Case, or {"name", "court"} of a new one; facts: as `accuse` takes them.
    """
    if not 1 <= alike <= MOST_ALIKE:
        raise MoveRefused(_("From one to {most} counts at a time.").format(most=MOST_ALIKE))
    now = now or timezone.now()
    case = case if isinstance(case, Case) else Case.objects.create(**case)
    for _number in range(alike):
        accuse(case, person, by=by, now=now, **facts)
    if not story.story_cases.filter(case=case).exists():
        with edit(
            story, by=by, version=story.version, why=_("Linked to the case “{case}”").format(case=case), now=now
        ) as editing:
            editing.story.story_cases.create(case=case)
    return Story.objects.get(pk=story.pk)
