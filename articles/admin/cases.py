"""Cases: what they are is a form; how far each count has come is written on pages of its own (articles.desk.cases)."""

from collections import defaultdict
from datetime import timedelta

from django.contrib import admin
from django.db.models import Count as HowMany
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from unfold.decorators import display

from articles import actions, permissions
from articles.admin.base import DeskAdmin
from articles.models import Case

SOON = timedelta(days=14)
MOST_STORIES = 200


@admin.register(Case)
class CaseAdmin(DeskAdmin):
    change_form_template = "admin/articles/case_change_form.html"
    list_display = ("name", "court", "standing", "live_stories")
    ordering = ("-pk",)
    search_fields = ("name", "court", "docket", "counts__person__name")
    search_help_text = _("Name, court, number, people")
    fieldsets = (
        (
            _("The case"),
            {"fields": ("name", ("court", "docket"), "jurisdiction", ("active_from", "active_to"), "note")},
        ),
    )

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name == "jurisdiction":
            kwargs["help_text"] = _("Empty: that of each story. Where it is another, the stricter of both holds.")
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def get_queryset(self, request):
        live = HowMany("story_cases", filter=Q(story_cases__story__live_edition__isnull=False), distinct=True)
        return super().get_queryset(request).annotate(how_many_live=live).prefetch_related("counts__person")

    @display(description=_("how it stands"))
    def standing(self, case):
        told = dict.fromkeys(f"{count.person}: {count.get_status_display()}" for count in case.counts.all())
        return "; ".join(list(told)[:4]) or "–"

    @display(description=_("live stories"), ordering="how_many_live")
    def live_stories(self, case):
        return case.how_many_live

    def render_change_form(self, request, context, *args, **kwargs):
        case = context.get("original")
        if case is not None and permissions.may_see_cases(request.user):
            context |= standing(case, request.user)
        return super().render_change_form(request, context, *args, **kwargs)


def standing(case, user):
    """What the page of a case shows beside its form."""
    counts = case.counts.select_related("person", "citation").prefetch_related("steps__citation", "steps__by")
    by_person = defaultdict(list)
    for count in counts:
        by_person[count.person].append(count)
    stories = _stories_naming(list(by_person), user)
    people = [{"person": one, "counts": by_person[one], "stories": stories[one.pk]} for one in by_person]
    restrictions = case.restrictions.filter(lifted_on__isnull=True) if permissions.may_read_restrictions(user) else ()
    return {
        "accused": people,
        "case_restrictions": restrictions,
        "may_keep_case": permissions.may_keep_cases(user),
        "soon": timezone.localdate() + SOON,
    }


def _stories_naming(people, user):
    """{number of a person: the live stories naming them that this user may see, the newest first, each with its tasks}.

    A story with `named_only` has the person in its words, and not among its people.
    """
    numbers = actions.stories_naming_each(people)
    wanted = {number for found in numbers.values() for number in found}
    visible = permissions.stories_visible_to(user).live().filter(pk__in=wanted)
    stories = list(visible.prefetch_related("tasks", "story_people").order_by("-pk")[:MOST_STORIES])
    for story in stories:
        story.open_tasks = [task for task in story.tasks.all() if task.closed_at is None]
    return {
        person: [_named_in(story, person) for story in stories if story.pk in numbers[person]] for person in numbers
    }


def _named_in(story, person):
    linked = any(part.person_id == person for part in story.story_people.all())
    return {"story": story, "named_only": not linked}
