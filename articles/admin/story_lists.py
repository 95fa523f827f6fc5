"""The story list's filters and the hues of its states: one hue a state, always with its word."""

from functools import lru_cache

from django.contrib.admin import SimpleListFilter
from django.utils.translation import gettext_lazy as _
from unfold.utils import display_for_label

from articles import permissions
from articles.models import Author, Byline, Section, StoryTask
from articles.workflow import Status as Stands

STATUS_HUES = {
    Stands.DRAFT: "default",
    Stands.IN_REVIEW: "info",
    Stands.LEGAL: "warning",
    Stands.APPROVED: "primary",
    Stands.SCHEDULED: "primary",
    Stands.PUBLISHED: "success",
    Stands.SPIKED: "danger",
    Stands.WITHDRAWN: "danger",
}


@lru_cache(maxsize=200)
def badge(status, label):
    """A state as the skin shows it: a template, which the fifty rows of a list need not render fifty times."""
    return display_for_label((status, label), "", STATUS_HUES)


class Kept(SimpleListFilter):
    title = _("whose")
    parameter_name = "kept"

    def lookups(self, request, model_admin):
        return [
            ("mine", _("Mine")),
            ("waiting", _("Waiting for me")),
            ("changes", _("Live with changes")),
            ("look", _("To look at again")),
        ]

    def queryset(self, request, queryset):
        if self.value() == "mine":
            return queryset.mine(request.user)
        if self.value() == "waiting":
            return queryset.filter(pk__in=permissions.stories_waiting_for(request.user).values("pk"))
        if self.value() == "look":
            return queryset.filter(pk__in=StoryTask.objects.open().values("story"))
        return queryset.live_with_changes() if self.value() == "changes" else queryset


class Status(SimpleListFilter):
    title = _("status")
    parameter_name = "stands"

    def lookups(self, request, model_admin):
        return Stands.choices

    def queryset(self, request, queryset):
        return queryset.filter(status=self.value()) if self.value() in Stands.values else queryset


class InSection(SimpleListFilter):
    title = _("section")
    parameter_name = "in"

    def lookups(self, request, model_admin):
        return [(str(pk), name) for pk, name in Section.objects.values_list("pk", "name")]

    def queryset(self, request, queryset):
        known = {key for key, _name in self.lookup_choices}
        return queryset.filter(section=self.value()) if self.value() in known else queryset


class WrittenBy(SimpleListFilter):
    title = _("author")
    parameter_name = "author"

    def lookups(self, request, model_admin):
        return [(str(pk), name) for pk, name in Author.objects.values_list("pk", "name")[:200]]

    def queryset(self, request, queryset):
        known = {key for key, _name in self.lookup_choices}
        if self.value() not in known:
            return queryset
        return queryset.filter(pk__in=Byline.objects.filter(author=self.value()).values("story"))
