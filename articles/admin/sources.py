"""Sources as readers may see them, and people who must not be identified. Who a source is stands elsewhere."""

from django import forms
from django.contrib import admin, messages
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from unfold.widgets import UnfoldAdminTextareaWidget

from articles import actions
from articles.admin.base import DeskAdmin
from articles.models import ProtectedPerson, Source

WHAT_IT_IS = {"kind", "public_description", "url", "archived_url"}


@admin.register(Source)
class SourceAdmin(DeskAdmin):
    change_form_template = "admin/articles/source_change_form.html"
    list_display = ("public_description", "kind", "published_on")
    list_filter = ("kind",)
    lookups = ("kind__exact", "kind")
    search_fields = ("public_description", "url")
    fieldsets = (
        (None, {"fields": ("kind", "public_description", "url")}),
        (_("More"), {"fields": ("archived_url", "published_on", "protected_person"), "classes": ("collapse",)}),
    )

    def get_fieldsets(self, request, obj=None):
        """Who is protected is for those who protect."""
        if request.user.has_perm("articles.view_protectedperson"):
            return self.fieldsets
        return (self.fieldsets[0], (_("More"), {"fields": ("archived_url", "published_on"), "classes": ("collapse",)}))

    def save_model(self, request, obj, form, change):
        if not change:
            obj.created_by = request.user
        super().save_model(request, obj, form, change)
        if change and WHAT_IT_IS & set(form.changed_data) and (judged := actions.source_changed(obj)):
            told = ngettext(
                "A verdict on a claim that rests on this source no longer holds: have it checked again.",
                "{count} verdicts on claims that rest on this source no longer hold: have them checked again.",
                judged,
            )
            self.message_user(request, told.format(count=judged), messages.WARNING)

    def render_change_form(self, request, context, *args, **kwargs):
        rights = ("view_sourcedetail", "add_sourcedetail")
        context["may_know"] = any(request.user.has_perm(f"articles.{right}") for right in rights)
        return super().render_change_form(request, context, *args, **kwargs)


class ProtectForm(forms.ModelForm):
    phrases = forms.CharField(
        label=_("Never to appear"), max_length=4000, strip=True,
        widget=UnfoldAdminTextareaWidget(attrs={"rows": 4, "autocomplete": "off", "data-confidential": ""}),
        help_text=_("Name, nicknames, handles, addresses; one a line. Typed once, hashed, never shown again."),
    )  # fmt: skip


@admin.register(ProtectedPerson)
class ProtectedPersonAdmin(DeskAdmin):
    form = ProtectForm
    list_display = ("__str__", "public_label", "reason")
    search_fields = ("public_label",)

    def get_fields(self, request, obj=None):
        return ("public_label", "reason", "legal_basis") + (() if obj else ("phrases",))

    def save_model(self, request, obj, form, change):
        if change:
            return super().save_model(request, obj, form, change)
        words = [line.strip() for line in form.cleaned_data["phrases"].splitlines() if line.strip()]
        made = actions.protect(
            by=request.user,
            public_label=obj.public_label,
            reason=obj.reason,
            legal_basis=obj.legal_basis,
            phrases=words,
        )
        obj.pk, obj._state.adding = made.pk, False
        return None

    def construct_change_message(self, request, form, formsets, add=False):
        return []
