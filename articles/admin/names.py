"""People and organizations: the desk's record. A public page is a decision of its own (articles.desk.names)."""

from django import forms
from django.contrib import admin, messages
from django.utils.translation import gettext_lazy as _
from unfold.admin import StackedInline
from unfold.decorators import display
from unfold.widgets import UnfoldAdminTextareaWidget

from articles import actions, permissions
from articles.admin.base import DeskAdmin
from articles.admin.following import PublicWords, tell
from articles.models import Organization, OrganizationNote, Person, PersonNote
from articles.models.people import FACE


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


class NamedForm(PublicWords, forms.ModelForm):
    public_words = ("name", "also_known_as", "description")
    also_known_as = Lines(label=_("Also known as"), help_text=_("One name a line."))

    def stands_on_a_page(self):
        return self.instance.profile_id is not None


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
    list_display = ("name", "summary", "page")
    list_select_related = ("profile",)
    search_fields = ("name",)
    fieldsets = (
        (None, {"fields": ("name", "also_known_as", "description")}),
        (_("Elsewhere"), {"fields": ("wikidata_id", "website"), "classes": ("collapse",)}),
    )

    @display(description=_("description"))
    def summary(self, named):
        return named.description[:120]

    @display(description=_("public page"), label={"out of date": "warning", "yes": "success"})
    def page(self, named):
        """(hue, words) for the skin's label; nothing where there is no page."""
        if named.profile_id is None:
            return None
        return ("out of date", _("out of date")) if named.is_out_of_date else ("yes", _("yes"))

    def save_model(self, request, obj, form, change):
        followed = actions.describe_name(obj, by=request.user)
        if followed is None:
            messages.warning(request, _("Its public page and live stories keep the old wording until that is decided."))
        else:
            tell(request, followed)

    def get_changeform_initial_data(self, request):
        return {"name": request.GET.get("name", "")[:200]}

    def render_change_form(self, request, context, *args, **kwargs):
        kind = self.opts.model_name
        named = context.get("original")
        context |= {
            "named_kind": kind,
            "outdated": _outdated(named) if named else (),
            "may_decide": named is not None and permissions.may_decide_page(request.user, kind),
        }
        if named is None and (name := request.GET.get("name", "")):
            context["alike"] = self.model.objects.named(name[:200].split()[-1] if name.split() else name)[:5]
        return super().render_change_form(request, context, *args, **kwargs)


def _outdated(named):
    """[(label, what the public page says)] of what the desk's record says otherwise."""
    if not named.is_out_of_date:
        return []
    shown = [(named._meta.get_field(name), getattr(named.profile, name), getattr(named, name)) for name in FACE]
    return [
        (field.verbose_name, ", ".join(public) if isinstance(public, list) else public)
        for field, public, ours in shown
        if public != ours
    ]


class PersonForm(NamedForm):
    """The day of birth says the year by itself."""

    def clean(self):
        given = super().clean()
        day = given.get("born_on")
        if day and given.get("born_year") not in (None, day.year):
            self.add_error("born_year", _("The date of birth is not in that year."))
        if day:
            given["born_year"] = day.year
        return given


@admin.register(Person)
class PersonAdmin(NamedAdmin):
    form = PersonForm
    inlines = (PersonNotes,)
    fieldsets = (
        (None, {"fields": ("name", "also_known_as", "description")}),
        (_("Birth and death"), {"fields": (("born_year", "born_on"), "died_on")}),
        (_("Elsewhere"), {"fields": ("wikidata_id", "website"), "classes": ("collapse",)}),
    )


@admin.register(Organization)
class OrganizationAdmin(NamedAdmin):
    inlines = (OrganizationNotes,)
