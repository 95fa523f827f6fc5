"""Removing words from the record: a dry run that shows where, then the deed; and the list of what was removed."""

from django import forms
from django.apps import apps
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from articles import actions, permissions
from articles.models import Redaction, Story

A_PAGE = 50
MOST_PLACES = 200


class RedactForm(forms.Form):
    terms = forms.CharField(
        label=gettext_lazy("What is to be removed"), max_length=12_000, strip=False,
        widget=forms.Textarea(attrs={"rows": 4, "autocomplete": "off", "spellcheck": "false", "data-confidential": ""}),
        help_text=gettext_lazy(
            "One term a line. Case, accents, punctuation and spaces make no difference; another spelling, a nickname or"
            " a surname alone is another term."
        ),
    )  # fmt: skip
    replaced_by = forms.CharField(
        label=gettext_lazy("What stands in its place"), max_length=60, required=False,
        help_text=gettext_lazy("Empty: “[redacted]”."),
    )  # fmt: skip
    reason = forms.ChoiceField(label=gettext_lazy("Reason"), choices=Redaction.Reason.choices)
    words = forms.CharField(
        label=gettext_lazy("Why, in words that do not repeat it"), max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip
    legal_basis = forms.CharField(label=gettext_lazy("Legal basis, if any"), max_length=300, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["replaced_by"].widget.attrs["autocomplete"] = "off"
        for name in set(self.fields) & set(self.errors if self.is_bound else ()):
            self.fields[name].widget.attrs |= {"aria-invalid": "true", "aria-describedby": f"error-{name}"}

    def clean_terms(self):
        try:
            return actions.terms_of(self.cleaned_data["terms"])
        except actions.MoveRefused as refusal:
            raise forms.ValidationError(str(refusal)) from None


def _redacting_person(request):
    if not (request.user.is_staff and permissions.may_redact(request.user)):
        raise PermissionDenied


def _looking_person(request):
    if not (request.user.is_staff and permissions.may_confirm_redaction(request.user)):
        raise PermissionDenied


@sensitive_post_parameters()
@sensitive_variables()
@never_cache
@require_http_methods(["GET", "POST"])
def redact(request, number=None):
    """number: of the story; None for all of them. Nothing is removed that a dry run has not shown before."""
    _redacting_person(request)
    story = get_object_or_404(Story, pk=number) if number is not None else None
    form = RedactForm(request.POST or None)
    found = {}
    if request.method == "POST" and form.is_valid():
        try:
            given, seen = form.cleaned_data, _mark(form.cleaned_data, story)
            if "redact" in request.POST and constant_time_compare(request.POST.get("seen", ""), seen):
                return _done(request, story, given)
            if "redact" in request.POST:
                messages.warning(request, _("Something was changed since you looked. Look again, then remove it."))
            found = _found(request, story, given) | {"seen": seen}
        except actions.MoveRefused as refusal:
            form.add_error(None, str(refusal))
    context = admin.site.each_context(request) | found | {
        "title": _("Remove words from the whole record"),
        "story": story,
        "form": form,
    }  # fmt: skip
    return TemplateResponse(request, "desk/redact.html", context)


@sensitive_variables()
def _mark(given, story):
    """Says that these very terms were looked for, without naming them."""
    looked_for = [*given["terms"], given["replaced_by"], str(story.pk if story else "")]
    return salted_hmac("articles.desk.redactions", "\x1f".join(looked_for), algorithm="sha256").hexdigest()


@sensitive_variables()
def _found(request, story, given):
    survey = actions.redaction_survey(given["terms"], by=request.user, story=story, replaced_by=given["replaced_by"])
    places = survey.places()
    return {
        "looked": True,
        "places": places[:MOST_PLACES],
        "more": max(len(places) - MOST_PLACES, 0),
        "rows": sum(place.rows for place in places),
        "taken_off": sorted({str(rows.model._meta.verbose_name_plural) for rows in survey.taken_off}),
        "is_empty": survey.is_empty,
    }


@sensitive_variables()
def _done(request, story, given):
    terms = given.pop("terms")
    record = actions.redact(terms, by=request.user, story=story, **given)
    messages.success(request, _("Removed. A second person confirms within the hour."))
    return HttpResponseRedirect(reverse("desk_redaction", args=[record.pk]))


@require_safe
def listed(request):
    _looking_person(request)
    records = Redaction.objects.select_related("story", "by", "confirmation__by")
    page = Paginator(records, A_PAGE).get_page(request.GET.get("p", 1))
    context = admin.site.each_context(request) | {
        "title": _("Redactions"),
        "page": page,
        "may_redact": permissions.may_redact(request.user),
    }
    return TemplateResponse(request, "desk/redactions.html", context)


@require_safe
def shown(request, number):
    _looking_person(request)
    record = get_object_or_404(Redaction.objects.select_related("story", "by", "confirmation__by", "again"), pk=number)
    stories = Story.objects.in_bulk([int(pk) for pk in record.found.get("stories", {})])
    context = admin.site.each_context(request) | {
        "title": _("Redaction {number}").format(number=record.pk),
        "record": record,
        "tables": sorted((_called(table), rows) for table, rows in record.found.get("tables", {}).items()),
        "stories": [stories[pk] for pk in sorted(stories)],
        "may_confirm": record.confirm_by and not record.confirmed and record.by != request.user,
    }
    return TemplateResponse(request, "desk/redaction.html", context)


def _called(table):
    """A table by the name that people know; the record keeps its own."""
    return next((str(one._meta.verbose_name_plural) for one in apps.get_models() if one._meta.db_table == table), table)


@require_POST
def confirm(request, number):
    _looking_person(request)
    record = get_object_or_404(Redaction, pk=number)
    note = request.POST.get("note", "").replace("\x00", "")[:2000]
    try:
        actions.confirm_redaction(record, by=request.user, note=note)
    except actions.MoveRefused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Confirmed."))
    return HttpResponseRedirect(reverse("desk_redaction", args=[number]))
