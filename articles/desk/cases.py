"""How far a case has come: a new count, one that has moved on, one that somebody has looked at."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods, require_POST

from articles import actions, permissions
from articles.desk.records import RecordForm
from articles.jurisdictions.words import Stage
from articles.models import Case, Count, Person, StoryPerson


class StepForm(RecordForm):
    """How far a count has come."""

    status = forms.ChoiceField(label=gettext_lazy("How far it has come"), choices=[("", "…"), *Stage.choices])
    on = forms.DateField(
        label=gettext_lazy("Since"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )  # fmt: skip
    detail = forms.CharField(
        label=gettext_lazy("In more words"), required=False, max_length=200,
        help_text=gettext_lazy("For example “30 years; the jury voted 10 to 2”."),
    )  # fmt: skip
    field_order = ("person", "name", "offence", "status", "on", "detail")


class CountForm(StepForm):
    """A person's count: somebody of the case or of its stories, or somebody else by name."""

    person = forms.ModelChoiceField(
        label=gettext_lazy("Who is accused"), queryset=Person.objects.none(), required=False,
        empty_label=gettext_lazy("(by name, below)"),
    )  # fmt: skip
    name = forms.CharField(
        label=gettext_lazy("Or the name"), required=False, max_length=200,
        help_text=gettext_lazy("As it stands in the desk’s record of people."),
    )  # fmt: skip
    offence = forms.CharField(label=gettext_lazy("Offence, as charged"), max_length=200)

    def __init__(self, *args, case, **kwargs):
        super().__init__(*args, case=case, **kwargs)
        of_stories = StoryPerson.objects.filter(story__story_cases__case=case).values("person")
        known = Q(pk__in=of_stories) | Q(pk__in=case.counts.values("person"))
        self.fields["person"].queryset = Person.objects.filter(known)

    def clean(self):
        given = super().clean()
        if not given.get("person") and "person" not in self.errors:
            given["person"] = self._by_name(given.get("name", ""))
        return given

    def _by_name(self, name):
        found = list(Person.objects.filter(name__iexact=name.strip())[:2]) if name.strip() else []
        if len(found) == 1:
            return found[0]
        if found:
            self.add_error("name", _("Several people have this name: link the right one to a story on the case first."))
        else:
            self.add_error("name", _("Nobody of this name is in the desk’s record: add the person there first."))
        return None


def _case_for(request, number):
    if not (request.user.is_staff and permissions.may_keep_cases(request.user)):
        raise PermissionDenied
    return get_object_or_404(Case, pk=number)


@require_http_methods(["GET", "POST"])
def accuse(request, number):
    """A new count."""
    case = _case_for(request, number)
    form = CountForm(request.POST or None, case=case, by=request.user)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        facts = {key: given[key] for key in ("offence", "status", "on", "detail")}
        if _done(form, lambda: actions.accuse(case, given["person"], by=request.user, citation=form.record(), **facts)):
            messages.success(request, _tasked(actions.live_stories_naming(given["person"]).count()))
            return _back(case)
    return _page(request, case, form, _("Add a person’s count"))


@require_http_methods(["GET", "POST"])
def move(request, number, count):
    """A count has come further: every live story that names the person gets a task."""
    case = _case_for(request, number)
    count = get_object_or_404(case.counts.select_related("person"), pk=count)
    form = StepForm(request.POST or None, case=case, by=request.user)
    live = actions.live_stories_naming(count.person).count()
    if request.method == "POST" and form.is_valid():
        facts = {key: form.cleaned_data[key] for key in ("status", "on", "detail")}
        if _done(form, lambda: actions.move_count(count, by=request.user, citation=form.record(), **facts)):
            messages.success(request, _tasked(live))
            return _back(case)
    return _page(request, case, form, _("How far it has come"), count=count, live=live)


def _tasked(live):
    told = ngettext(
        "Recorded. {count} live story names this person and has a task now.",
        "Recorded. {count} live stories name this person; each has a task now.",
        live,
    )
    return told.format(count=live) if live else _("Recorded. No live story names this person.")


def _done(form, act):
    try:
        with transaction.atomic():
            act()
    except actions.MoveRefused as refusal:
        form.add_error(None, str(refusal))
    return form.is_valid()


@require_POST
def holds(request, number, count):
    """Somebody has looked: the status is what it was."""
    case = _case_for(request, number)
    actions.still_holds(get_object_or_404(Count, case=case, pk=count), by=request.user)
    messages.success(request, _("Checked today."))
    return _back(case)


def _page(request, case, form, title, **facts):
    context = admin.site.each_context(request) | {"title": title, "case": case, "form": form} | facts
    return TemplateResponse(request, "desk/count.html", context)


def _back(case):
    return HttpResponseRedirect(reverse("admin:articles_case_change", args=[case.pk]))
