"""What the paper says of itself: one page a kind. Those that every paper has are there already, and stay."""

from django import forms
from django.contrib import admin
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from unfold.decorators import display

from articles import actions
from articles.admin.base import DeskAdmin
from articles.admin.editor import BodyField, BodyWidget, EditorAdmin
from articles.models import PolicyKind, PolicyPage
from articles.publishing.addresses import absolute, address
from articles.text import plain


class TextWidget(BodyWidget):
    """The editor of stories without what only stories have: pictures, claims, people."""

    def configuration(self):
        whole = super().configuration()
        without = ["figure", "claim", "claimParagraph", "claimRemove", "person", "organization"]
        return whole | {"without": without}


class PolicyForm(forms.ModelForm):
    body = BodyField(label=_("Text"), widget=TextWidget)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "kind" in self.fields:  # of a new one: those that are not there yet
            taken = set(PolicyPage.objects.values_list("kind", flat=True))
            self.fields["kind"].choices = [choice for choice in PolicyKind.choices if choice[0] not in taken]

    def clean_body(self):
        body = self.cleaned_data["body"]
        if self.instance.is_required and not plain(body).strip():
            raise forms.ValidationError(_("Every paper has this page: write its text."))
        if found := actions.protected_in(plain(body), body):
            numbers = ", ".join(f"PP-{number}" for number in found)
            said = _("Somebody who must not be identified could be: {numbers}.")
            raise forms.ValidationError(said.format(numbers=numbers))
        return body

    def clean_reviewed_at(self):
        day = self.cleaned_data["reviewed_at"]
        if day and day > timezone.localdate():
            raise forms.ValidationError(_("Nobody has reviewed it on a day to come."))
        return day


@admin.register(PolicyPage)
class PolicyAdmin(EditorAdmin, DeskAdmin):
    form = PolicyForm
    change_form_template = "admin/articles/policy_change_form.html"
    list_display = ("name", "in_force", "reviewed", "standing")
    ordering = ("kind",)

    def get_fields(self, request, obj=None):
        first = "address" if obj else "kind"
        return (first, "body", "effective_from", "reviewed_at")

    def get_readonly_fields(self, request, obj=None):
        return ("address",) if obj else ()

    def changelist_view(self, request, extra_context=None):
        self.due = {page.kind: why for page, why in actions.policies_due()}
        return super().changelist_view(request, extra_context)

    @display(description=_("page"))
    def name(self, page):
        return str(page)

    @display(description=_("in force since"))
    def in_force(self, page):
        return page.effective_from

    @display(description=_("last reviewed"))
    def reviewed(self, page):
        return page.reviewed_at

    @display(description=_("standing"), label={"due": "warning", "good": "success", "none": "info"})
    def standing(self, page):
        if not page.body:
            return "none", _("No text: not shown")
        why = self.due.get(page.kind)
        return ("due", why) if why else ("good", _("Written"))

    @display(description=_("Readers find it at"))
    def address(self, page):
        place = absolute(address("policy", page.slug))
        return format_html('<a href="{}">{}</a>', place, place)

    def save_model(self, request, obj, form, change):
        actions.keep_policy(obj, by=request.user)
