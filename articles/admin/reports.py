"""What readers say is wrong: the list, each report, and what became of it."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from unfold.decorators import display
from unfold.widgets import UnfoldAdminSelectWidget

from articles import actions
from articles.admin.base import DeskAdmin
from articles.models import ErrorReport


class Standing(admin.SimpleListFilter):
    title = _("standing")
    parameter_name = "standing"

    def lookups(self, request, model_admin):
        return [("open", _("Open")), ("closed", _("Closed"))]

    def queryset(self, request, queryset):
        if self.value() in {"open", "closed"}:
            return queryset.filter(closed_at__isnull=self.value() == "open")
        return queryset


class ReportForm(forms.ModelForm):
    outcome = forms.ChoiceField(
        label=_("What became of it"), choices=[("", "–"), *ErrorReport.Outcome.choices], required=True,
        widget=UnfoldAdminSelectWidget,
        error_messages={"required": _("Say what became of it.")},
        help_text=_("Saving closes the report, and forgets where the reader could be answered: answer first."),
    )  # fmt: skip


@admin.register(ErrorReport)
class ErrorReportAdmin(DeskAdmin):
    """Read by the desk; saving closes. What the reader wrote is nobody's to change."""

    form = ReportForm
    list_display = ("received", "words", "of_story", "standing")
    list_filter = (Standing, "outcome")
    list_select_related = ("story", "closed_by")
    search_fields = ("about",)

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and (obj is None or obj.closed_at is None)

    def get_fields(self, request, obj=None):
        told = ("at", "of_story", "page", "text", "evidence", "contact")
        return (
            (*told, "outcome", "note")
            if self.has_change_permission(request, obj)
            else (*told, "closed", "outcome", "note")
        )

    def get_readonly_fields(self, request, obj=None):
        told = ("at", "of_story", "page", "text", "evidence", "contact", "closed")
        return told if self.has_change_permission(request, obj) else (*told, "outcome", "note")

    def save_model(self, request, obj, form, change):
        facts = form.cleaned_data
        try:
            actions.close_report(obj, by=request.user, outcome=facts["outcome"], note=facts["note"])
        except (actions.MoveRefused, PermissionDenied) as refusal:
            messages.error(request, str(refusal))

    @display(description=_("received"), ordering="at")
    def received(self, report):
        return report.at

    @display(description=_("report"))
    def words(self, report):
        return report.text if len(report.text) <= 90 else f"{report.text[:90]}…"

    @display(description=_("story"))
    def of_story(self, report):
        if not report.story:
            return "–"
        return format_html('<a href="{}">{}</a>', report.story.get_absolute_url(), report.story.headline)

    @display(description=_("page the reader named"))
    def page(self, report):
        return report.about or "–"

    @display(description=_("where to answer"))
    def contact(self, report):
        return actions.contact(report) or "–"

    @display(description=_("closed"))
    def closed(self, report):
        return _("by {who}").format(who=report.closed_by) if report.closed_at else "–"

    @display(description=_("standing"), label={"open": "warning", "closed": "success"})
    def standing(self, report):
        return ("closed", report.get_outcome_display()) if report.closed_at else ("open", _("Open"))
