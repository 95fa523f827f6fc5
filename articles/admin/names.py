"""People and organizations: the desk's record. A public page is a decision of its own (articles.desk.names)."""

from django import forms
from django.contrib import admin
from django.utils.translation import gettext_lazy as _
from unfold.admin import StackedInline
from unfold.decorators import display
from unfold.widgets import UnfoldAdminTextareaWidget

from articles import permissions
from articles.admin.base import DeskAdmin
from articles.models import Organization, OrganizationNote, Person, PersonNote


class Lines(forms.CharField):
    """A list of words, one a line."""

    def __init__(self, **kwargs):
        super().__init__(
            **{"required": False, "max_length": 4000, "widget": UnfoldAdminTextareaWidget(attrs={"rows": 3})} | kwargs
        )

    def prepare_value(self, value):
        return "\n".join(value) if isinstance(value, list) else value

    def to_python(self, value):
        return [line.strip() for line in (super().to_python(value) or "").splitlines() if line.strip()]

    def has_changed(self, initial, data):
        return (initial or []) != self.to_python(data)


class NamedForm(forms.ModelForm):
    also_known_as = Lines(label=_("Also known as"), help_text=_("One name a line."))


class Note(StackedInline):
    """Its own table, its own right to read."""

    fields = ("text",)
    max_num = 1
    extra = 0


class PersonNotes(Note):
    model = PersonNote


class OrganizationNotes(Note):
    model = OrganizationNote


class NamedAdmin(DeskAdmin):
    form = NamedForm
    change_form_template = "admin/articles/named_change_form.html"
    list_display = ("name", "summary", "has_page")
    list_select_related = ("profile",)
    search_fields = ("name",)
    fieldsets = (
        (None, {"fields": ("name", "also_known_as", "description")}),
        (_("Elsewhere"), {"fields": ("wikidata_id", "website"), "classes": ("collapse",)}),
    )

    @display(description=_("description"))
    def summary(self, named):
        return named.description[:120]

    @display(description=_("public page"), boolean=True)
    def has_page(self, named):
        return named.profile_id is not None

    def get_changeform_initial_data(self, request):
        return {"name": request.GET.get("name", "")[:200]}

    def render_change_form(self, request, context, *args, **kwargs):
        kind = self.opts.model_name
        named = context.get("original")
        context |= {
            "named_kind": kind,
            "may_decide": named is not None and permissions.may_decide_page(request.user, kind),
        }
        if named is None and (name := request.GET.get("name", "")):
            context["alike"] = self.model.objects.named(name[:200].split()[-1] if name.split() else name)[:5]
        return super().render_change_form(request, context, *args, **kwargs)


@admin.register(Person)
class PersonAdmin(NamedAdmin):
    inlines = (PersonNotes,)


@admin.register(Organization)
class OrganizationAdmin(NamedAdmin):
    inlines = (OrganizationNotes,)
