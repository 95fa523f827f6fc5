"""Reporting restrictions: recording one, the live stories it touches, lifting it. For those who keep or read them."""

from datetime import timedelta

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db import transaction
from django.db.models import F
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from articles import actions, permissions
from articles.desk.records import RecordForm
from articles.models import Case, Person, Restriction

A_PAGE = 50
SOON = timedelta(days=14)
UNSEEN = {"autocomplete": "off", "spellcheck": "false", "data-confidential": ""}
DAY = {"type": "date"}


class RestrictionForm(RecordForm):
    """What may not be reported. The words of it are hashed and never shown again, not even to who typed them."""

    kind = forms.ChoiceField(label=gettext_lazy("Kind"), choices=Restriction.RestrictionKind.choices)
    scope = forms.CharField(
        label=gettext_lazy("What is forbidden"), max_length=4000, widget=forms.Textarea(attrs={"rows": 3} | UNSEEN),
        help_text=gettext_lazy("Read only by those who may see restrictions. The desk is told the number alone."),
    )  # fmt: skip
    case = forms.ModelChoiceField(
        label=gettext_lazy("In stories on this case"), queryset=Case.objects.all(), required=False,
        empty_label=gettext_lazy("(in any story)"),
    )  # fmt: skip
    name = forms.CharField(
        label=gettext_lazy("Who must not be named"), required=False, max_length=200,
        widget=forms.TextInput(attrs=UNSEEN),
        help_text=gettext_lazy("Somebody of the desk’s record, by the name there. Others: by the words below."),
    )  # fmt: skip
    phrases = forms.CharField(
        label=gettext_lazy("Words that must not appear"), required=False, max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4} | UNSEEN),
        help_text=gettext_lazy("Names, addresses, schools; one a line. Typed once, hashed, never shown again."),
    )  # fmt: skip
    forbids_pictures = forms.BooleanField(label=gettext_lazy("No pictures in stories on this case"), required=False)
    starts = forms.DateField(label=gettext_lazy("From"), required=False, widget=forms.DateInput(attrs=DAY))
    ends = forms.DateField(
        label=gettext_lazy("Until"), required=False, widget=forms.DateInput(attrs=DAY),
        help_text=gettext_lazy("Empty: until it is lifted."),
    )  # fmt: skip
    legal_basis = forms.CharField(label=gettext_lazy("Legal basis"), required=False, max_length=300)
    field_order = ("kind", "scope", "case", "name", "phrases", "forbids_pictures", "starts", "ends", "legal_basis")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["citation"].label = _("The order")
        self.fields["new_record"].label = _("Or an order that is new here")
        self.fields["new_record"].help_text = _("Everybody on the desk can see it among the sources: name nobody.")

    def clean_phrases(self):
        return [line.strip() for line in self.cleaned_data["phrases"].splitlines() if line.strip()]

    def clean_name(self):
        name = self.cleaned_data["name"].strip()
        found = list(Person.objects.filter(name__iexact=name)[:2]) if name else []
        if name and len(found) != 1:
            raise forms.ValidationError(_("The desk’s record has nobody, or several people, of this name: use words."))
        return found[0] if found else None

    def clean(self):
        given = super().clean()
        if given.get("forbids_pictures") and not given.get("case"):
            self.add_error("case", _("Say in stories on which case there are no pictures."))
        if given.get("starts") and given.get("ends") and given["ends"] < given["starts"]:
            self.add_error("ends", _("It ends before it begins."))
        return given

    def facts(self):
        """Columns of a Restriction."""
        kept = ("kind", "scope", "case", "forbids_pictures", "starts", "ends", "legal_basis")
        return {key: self.cleaned_data[key] for key in kept} | {"person": self.cleaned_data["name"]}


def _reader(request):
    if not (request.user.is_staff and permissions.may_read_restrictions(request.user)):
        raise PermissionDenied


def _keeper(request):
    if not (request.user.is_staff and permissions.may_keep_restrictions(request.user)):
        raise PermissionDenied


@never_cache
@require_safe
def listed(request):
    _reader(request)
    kept = Restriction.objects.select_related("case").order_by(F("lifted_on").asc(nulls_first=True), "-pk")
    today = timezone.localdate()
    context = admin.site.each_context(request) | {
        "title": _("Reporting restrictions"),
        "page": Paginator(kept, A_PAGE).get_page(request.GET.get("p", 1)),
        "may_keep": permissions.may_keep_restrictions(request.user),
        "today": today,
        "soon": today + SOON,
    }
    return TemplateResponse(request, "desk/restrictions.html", context)


@sensitive_post_parameters()
@sensitive_variables()
@never_cache
@require_http_methods(["GET", "POST"])
def record(request):
    """A new one; every live story is looked through at once."""
    _keeper(request)
    form = RestrictionForm(request.POST or None, by=request.user)
    if request.method == "POST" and form.is_valid():
        try:
            with transaction.atomic():
                facts = form.facts() | {"document": form.record()}
                made = actions.restrict(by=request.user, phrases=form.cleaned_data["phrases"], **facts)
        except actions.MoveRefused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Recorded as {number}.").format(number=made))
            return HttpResponseRedirect(reverse("desk_restriction", args=[made.pk]))
    context = admin.site.each_context(request) | {"title": _("Record a restriction"), "form": form}
    return TemplateResponse(request, "desk/restriction_new.html", context)


@never_cache
@require_safe
def shown(request, number):
    _reader(request)
    kept = Restriction.objects.select_related("case", "person", "document", "created_by", "lifted_by")
    restriction = get_object_or_404(kept, pk=number)
    context = admin.site.each_context(request) | {
        "title": str(restriction),
        "restriction": restriction,
        "touched": actions.touched_by(restriction),
        "is_looking": actions.is_looking(),
        "may_keep": permissions.may_keep_restrictions(request.user),
        "may_take_down": permissions.may_take_down(request.user),
        "soon": timezone.localdate() + SOON,
        "today": timezone.localdate(),
    }
    return TemplateResponse(request, "desk/restriction.html", context)


@require_POST
def lift(request, number):
    _keeper(request)
    restriction = get_object_or_404(Restriction, pk=number)
    why = request.POST.get("why", "").replace("\x00", "")[:2000]
    try:
        actions.lift(restriction, by=request.user, why=why)
    except actions.MoveRefused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Lifted."))
    return HttpResponseRedirect(reverse("desk_restriction", args=[number]))
