"""Where readers can turn to: the list, what of it is due to be tried again, and that somebody has tried it."""

from django import forms
from django.contrib import admin, messages
from django.db.models import Case, Value, When
from django.utils.translation import gettext_lazy as _
from unfold.decorators import action, display

from articles import actions
from articles.admin.base import DeskAdmin
from articles.admin.following import PublicWords, tell
from articles.admin.names import Lines
from articles.jurisdictions.words import Topic
from articles.models import Helpline

SAID = ("name", "number", "url", "hours", "language", "topics", "regions", "is_retired")


class HelplineForm(PublicWords, forms.ModelForm):
    public_words = ("name", "number", "url", "hours")
    topics = forms.MultipleChoiceField(label=_("Topics"), choices=Topic.choices, widget=forms.CheckboxSelectMultiple)
    regions = Lines(label=_("Regions"), help_text=_("Codes such as GB or GB-ENG, one a line. None: everywhere."))

    def clean_regions(self):
        return list(dict.fromkeys(code.upper() for code in self.cleaned_data["regions"]))


class Due(admin.SimpleListFilter):
    """What is to be tried again, by the house's rule."""

    title = _("tried")
    parameter_name = "tried"

    def lookups(self, request, model_admin):
        return [("due", _("Due to be tried"))]

    def queryset(self, request, queryset):
        return queryset.due(actions.good_since()) if self.value() == "due" else queryset


@admin.register(Helpline)
class HelplineAdmin(DeskAdmin):
    form = HelplineForm
    fields = SAID
    list_display = ("name", "number", "covers", "reach", "last_tried", "standing")
    list_filter = (Due, "is_retired")
    search_fields = ("name", "number")
    list_select_related = ("verified_by",)
    actions_submit_line = ("tried",)

    def get_queryset(self, request):
        tried = When(verified_on__gte=actions.good_since(), then=Value(False))
        return super().get_queryset(request).annotate(is_due=Case(tried, default=Value(True)))

    @display(description=_("topics"))
    def covers(self, helpline):
        return ", ".join(str(Topic(one).label) for one in helpline.topics)

    @display(description=_("regions"))
    def reach(self, helpline):
        return ", ".join(helpline.regions) or _("everywhere")

    @display(description=_("last tried"), ordering="verified_on")
    def last_tried(self, helpline):
        return helpline.verified_on

    @display(description=_("standing"), label={"due": "warning", "good": "success", "retired": "info"})
    def standing(self, helpline):
        if helpline.is_retired:
            return "retired", _("No longer shown")
        return ("due", _("Due to be tried")) if helpline.is_due else ("good", _("Tried"))

    def save_model(self, request, obj, form, change):
        tell(request, actions.keep_helpline(obj, by=request.user))
        for button in self.get_actions_submit_line(request, obj.pk):
            if button.action_name in request.POST:
                button.method(request, obj)

    @action(description=_("I have tried it today"), permissions=["change"])
    def tried(self, request, obj):
        actions.tried(obj, by=request.user)
        messages.success(request, _("Tried today: noted with your name."))
