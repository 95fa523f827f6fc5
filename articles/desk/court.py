"""What a court decided, recorded from a story: the case, who is accused of what in it, and how far that has come."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods

from articles import actions, permissions
from articles.actions.court import before_court
from articles.desk.cases import StepForm
from articles.desk.records import KINDS
from articles.desk.stories import story_for
from articles.gate.reading import reading_of
from articles.models import Case, Count, Person, Role, Source, Story
from articles.models.sources import UNATTRIBUTABLE

LATEST = 100


class CourtForm(StepForm):
    """Counts against one of the story's people, or somebody whom it names and who is linked to it by this; in a case of
    the story, another one, or a new one.
    """

    person = forms.ModelChoiceField(
        label=gettext_lazy("Who is accused"), queryset=Person.objects.none(), required=False,
        empty_label=gettext_lazy("(by name, below)"),
    )  # fmt: skip
    name = forms.CharField(
        label=gettext_lazy("Or the name"), required=False, max_length=200,
        help_text=gettext_lazy("In full. They are linked to the story as defendant."),
    )  # fmt: skip
    case = forms.ModelChoiceField(
        label=gettext_lazy("Case"), queryset=Case.objects.none(), required=False,
        empty_label=gettext_lazy("(a new case, below)"),
    )  # fmt: skip
    case_name = forms.CharField(
        label=gettext_lazy("Name of the new case"), required=False, max_length=200,
        help_text=gettext_lazy("As the court or the desk calls it."),
    )  # fmt: skip
    court = forms.CharField(label=gettext_lazy("Its court"), required=False, max_length=200)
    offence = forms.CharField(label=gettext_lazy("Offence, as charged"), max_length=200)
    alike = forms.IntegerField(
        label=gettext_lazy("How many counts of it"), min_value=1, max_value=40, initial=1,
        help_text=gettext_lazy("That have come equally far, by the same record."),
    )  # fmt: skip
    field_order = ("person", "name", "case", "case_name", "court", "offence", "alike", "status", "on", "detail")

    def __init__(self, *args, story, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = Person.objects.filter(story_people__story=story).distinct()
        self.fields["case"].queryset = Case.objects.filter(pk__in=_offered_cases(story))
        self.fields["citation"].queryset = _records_of(story)
        first = "offence" if self.initial.get("case") else "case_name"
        self.fields[first].widget.attrs["autofocus"] = True

    def clean(self):
        given = super().clean()
        name = given.get("name", "").strip()
        if not given.get("person") and "person" not in self.errors:
            if not name:
                self.add_error("name", _("Choose who is accused, or give the name."))
            elif Person.objects.filter(name__iexact=name).count() > 1:
                self.add_error("name", _("Several people have this name: link the right one to the story first."))
        if not given.get("case") and not given.get("case_name", "").strip() and "case" not in self.errors:
            self.add_error("case_name", _("Choose a case, or name the new one."))
        return given

    def accused(self, story, by):
        """One of the story's people; somebody given by name becomes one."""
        name = self.cleaned_data["name"].strip()
        if self.cleaned_data["person"]:
            return self.cleaned_data["person"]
        known = Person.objects.filter(name__iexact=name).first()
        return actions.link_person(story, by=by, name=name, person=known, role=Role.DEFENDANT)

    def chosen_case(self):
        given = self.cleaned_data
        return given["case"] or {"name": given["case_name"].strip(), "court": given["court"].strip()}


def _offered_cases(story):
    """The story's own, and the latest of the desk."""
    return {*story.story_cases.values_list("case", flat=True), *Case.objects.values_list("pk", flat=True)[:LATEST]}


def _records_of(story):
    """What the story has from courts and documents, but nothing that readers must not be shown."""
    found = Source.objects.filter(story_sources__story=story, kind__in=KINDS, protected_person__isnull=True)
    return found.exclude(story_sources__terms__in=UNATTRIBUTABLE).distinct().order_by("kind", "pk")


@require_http_methods(["GET", "POST"])
def court(request, number):
    """With ?person=3 the form is about that one of the story's people."""
    story = story_for(request, number)
    if not (permissions.may_keep_cases(request.user) and permissions.may_support(request.user, story)):
        raise PermissionDenied
    form = CourtForm(request.POST or None, story=story, by=request.user, initial=_usual(story, request.GET))
    if request.method == "POST" and form.is_valid() and (person := _recorded(request, story, form)):
        return HttpResponseRedirect(f"{reverse('desk_court', args=[number])}?person={person.pk}")
    context = admin.site.each_context(request) | {
        "title": _("Before court"),
        "story": story,
        "form": form,
        "counts": _counts(story),
    }
    return TemplateResponse(request, "desk/court.html", context)


def _recorded(request, story, form):
    """The person, or None where it was refused."""
    given = form.cleaned_data
    facts = {key: given[key] for key in ("offence", "status", "on", "detail", "alike")}
    try:
        with transaction.atomic():
            person = form.accused(story, request.user)
            story = Story.objects.get(pk=story.pk)
            before_court(story, person, by=request.user, case=form.chosen_case(), citation=form.record(), **facts)
    except (actions.MoveRefused, PermissionDenied) as refusal:
        form.add_error(None, str(refusal))
        return None
    told = ngettext("Recorded: {count} count.", "Recorded: {count} counts.", given["alike"])
    messages.success(request, told.format(count=given["alike"]))
    return person


def _usual(story, asked):
    """Whoever is asked for, or stands accused in the story or its text; its latest case; its one record."""
    people = story.story_people.all()
    person = asked.get("person") or next((one.person_id for one in people if one.role == "defendant"), None)
    records = list(_records_of(story)[:2])
    return {
        "person": person,
        "name": "" if person else _accused_in(story),
        "case": story.story_cases.order_by("-pk").values_list("case", flat=True).first(),
        "citation": records[0].pk if len(records) == 1 else None,
    }


def _accused_in(story):
    """The first name against whom the text says something and that nobody has linked."""
    edition = actions.edition_of(story)
    kept = edition.snapshot | {"profile": actions.profile_of(story)}
    named = (said.about.key for said in reading_of(kept, edition).against())
    return next((key for key in named if isinstance(key, str)), "")


def _counts(story):
    return (
        Count.objects.filter(case__story_cases__story=story).select_related("case", "person", "citation").order_by("pk")
    )
