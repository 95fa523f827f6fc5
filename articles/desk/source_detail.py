"""Who a source is: a page of its own, each reading logged before anything is shown."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from articles import actions
from articles.models import Source


class DetailForm(forms.Form):
    name = forms.CharField(label=gettext_lazy("Name"), required=False, max_length=300)
    contact = forms.CharField(label=gettext_lazy("Contact"), required=False, max_length=1000)
    notes = forms.CharField(label=gettext_lazy("Notes"), required=False, max_length=10_000, widget=forms.Textarea)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs |= {"autocomplete": "off", "data-confidential": ""}


@sensitive_post_parameters("name", "contact", "notes")
@require_http_methods(["GET", "POST"])
def detail(request, number):
    """Whoever may only add writes blind: nothing is shown, and what is there cannot be replaced."""
    user = request.user
    reads, writes = (user.has_perm(f"articles.{verb}_sourcedetail") for verb in ("view", "add"))
    if not (user.is_staff and user.has_perm("articles.view_source") and (reads or writes)):
        raise PermissionDenied
    source = get_object_or_404(Source, pk=number)
    form = DetailForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.write_detail(source, by=user, facts=form.cleaned_data)
        messages.success(request, _("Kept, sealed."))
        return HttpResponseRedirect(reverse("admin:articles_source_change", args=[number]))
    if request.method == "GET" and reads:
        form = DetailForm(initial=actions.read_detail(source, by=user) or {})
    context = admin.site.each_context(request) | {
        "title": _("Who source S-{number} is").format(number=source.pk),
        "source": source,
        "form": form,
        "reads": reads,
    }
    return TemplateResponse(request, "desk/source_detail.html", context)
