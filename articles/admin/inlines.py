"""What hangs on a story: people, organizations, sources, pictures, bylines; for whoever may edit it."""

from django.core.exceptions import ValidationError
from django.db import models
from django.forms.models import BaseInlineFormSet
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from unfold.admin import StackedInline
from unfold.decorators import display

from articles import permissions
from articles.admin.base import Suggesting
from articles.models import Byline, Count, StoryCase, StoryOrganization, StoryPerson, StoryPicture, StorySource

MOST_ROWS = 100


class Row(Suggesting, StackedInline):
    """`panel`: the tab of the story form it stands in. A row is a small grid, so that all of it is seen at once."""

    extra = 0
    max_num = absolute_max = MOST_ROWS
    panel = "sources"
    show_change_link = False
    classes = ("desk-rows",)

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if isinstance(db_field, models.TextField):
            field.widget.attrs["rows"] = 2
        return field

    def _may_edit(self, request, story):
        if story is None or story.pk is None:
            return permissions.may_write(request.user)
        return permissions.may_edit(request.user, story)

    def has_view_permission(self, request, obj=None):
        return obj is None or obj.pk is None or permissions.may_see(request.user, obj)

    def has_add_permission(self, request, obj=None):
        return self._may_edit(request, obj)

    def has_change_permission(self, request, obj=None):
        return self._may_edit(request, obj)

    def has_delete_permission(self, request, obj=None):
        return self._may_edit(request, obj)


class People(Row):
    model = StoryPerson
    fields = ("person", "role", "role_text", "description", "was_child")
    autocomplete_fields = ("person",)

    def get_fields(self, request, obj=None):
        return (*self.fields, *self.get_readonly_fields(request, obj))

    def get_readonly_fields(self, request, obj=None):
        """How somebody’s counts stand is shown where anybody of the story has one."""
        return ("before_court",) if self._anybody_accused(request, obj) else ()

    def _anybody_accused(self, request, story):
        """Asked once for a page."""
        if not hasattr(request, "anybody_accused"):
            asked = story is not None and story.pk is not None and permissions.may_see_cases(request.user)
            request.anybody_accused = asked and Count.objects.filter(person__story_people__story=story).exists()
        return request.anybody_accused

    def get_queryset(self, request):
        rows = super().get_queryset(request)
        return rows.prefetch_related("person__counts__case") if getattr(request, "anybody_accused", False) else rows

    @display(description=_("before court"))
    def before_court(self, part):
        if part.person_id is None:
            return "–"
        told = [
            _("{offence}: {status} since {day} ({case})").format(
                offence=count.offence,
                status=count.get_status_display(),
                day=date_format(count.status_on, "SHORT_DATE_FORMAT"),
                case=count.case,
            )
            for count in part.person.counts.all()
        ]
        return "; ".join(told) or "–"


class Cases(Row):
    model = StoryCase
    fields = ("case",)
    autocomplete_fields = ("case",)


class Organizations(Row):
    model = StoryOrganization
    fields = ("organization", "role", "role_text", "description")
    autocomplete_fields = ("organization",)


class Sources(Row):
    model = StorySource
    fields = ("source", "terms", "attribution", "reason_for_anonymity", "anonymity_words", "accessed_on", "note")
    autocomplete_fields = ("source",)


class OneLead(BaseInlineFormSet):
    """Says in words that there is one lead picture; which row becomes it may change within one save."""

    def clean(self):
        super().clean()
        if len(self.leads()) > 1:
            raise ValidationError(_("A story has one lead picture."))

    def leads(self):
        kept = [form for form in self.forms if not self._should_delete_form(form)]
        return [f for f in kept if f.cleaned_data.get("picture") and f.cleaned_data.get("place") == "lead"]

    def add_fields(self, form, index):
        super().add_fields(form, index)
        form._get_validation_exclusions = _without_place(form._get_validation_exclusions)

    def save(self, commit=True):
        if any(form.has_changed() for form in self.leads()):
            StoryPicture.objects.filter(story=self.instance, place="lead").update(place="inline")
        return super().save(commit)


def _without_place(exclusions):
    return lambda: exclusions() | {"place"}


class Pictures(Row):
    model = StoryPicture
    formset = OneLead
    panel = "pictures"
    fields = ("picture", "place", "caption", "alt_text")
    autocomplete_fields = ("picture",)


class Bylines(Row):
    model = Byline
    panel = "placing"
    fields = ("author", "role", "position")
    autocomplete_fields = ("author",)

    def _may_edit(self, request, story):
        if story is None or story.pk is None:
            return permissions.may_write(request.user)
        return super()._may_edit(request, story) and permissions.may_change_bylines(request.user, story)
