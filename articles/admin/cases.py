"""Cases: what they are is a form; how far each count has come is written on pages of its own (articles.desk.cases)."""

from collections import defaultdict
from datetime import timedelta

from django.contrib import admin
from django.db.models import Count as HowMany
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from unfold.decorators import display

from articles import permissions
from articles.admin.base import DeskAdmin
from articles.models import Case, StoryPerson

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
    stories = _stories_naming(by_person, user)
    people = [{"person": one, "counts": by_person[one], "stories": stories[one.pk]} for one in by_person]
    restrictions = case.restrictions.filter(lifted_on__isnull=True) if permissions.may_read_restrictions(user) else ()
    return {
        "accused": people,
        "case_restrictions": restrictions,
        "may_keep_case": permissions.may_keep_cases(user),
        "soon": timezone.localdate() + SOON,
    }


def _stories_naming(people, user):
    """{person: the StoryPersons of live stories that this user may see, with the stories' open tasks}."""
    visible = permissions.stories_visible_to(user).live()
    named = StoryPerson.objects.filter(person__in=people, story__in=visible).select_related("story")
    found = defaultdict(list)
    for part in named.prefetch_related("story__tasks").order_by("-story")[:MOST_STORIES]:
        part.open_tasks = [task for task in part.story.tasks.all() if task.closed_at is None]
        found[part.person_id].append(part)
    return found
