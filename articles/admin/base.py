"""What every list and form of the desk has in common: nothing is deleted or linked away, little is searchable."""

from django.contrib.admin.widgets import AutocompleteSelect
from django.db import models
from unfold.admin import ModelAdmin

LONGEST_SEARCH = 200
MOST_WORDS = 10


class Suggestions(AutocompleteSelect):
    """A box that suggests; a forged choice that is no number is told by its form like any wrong choice."""

    def optgroups(self, name, value, attr=None):
        numbers = [one for one in value if str(one).isascii() and str(one).isdigit() and len(str(one)) < 19]
        return super().optgroups(name, numbers, attr)


class Suggesting:
    """For every form of the desk with `autocomplete_fields`."""

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs.setdefault("widget", Suggestions(db_field, self.admin_site, using=kwargs.get("using")))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


class DeskAdmin(Suggesting, ModelAdmin):
    """Denies by default: `lookups` names the only query strings a list answers besides its own filters."""

    actions = None
    lookups = ()
    list_per_page = 50
    show_full_result_count = False
    view_on_site = False
    warn_unsaved_form = True

    def has_delete_permission(self, request, obj=None):
        return False

    def lookup_allowed(self, lookup, value, request=None):
        offered = {getattr(one, "parameter_name", None) for one in self.list_filter}
        return lookup in offered or lookup in self.lookups

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if isinstance(db_field, models.URLField):
            kwargs["assume_scheme"] = "https"
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def get_search_results(self, request, queryset, search_term):
        words = search_term.replace("\x00", "")[:LONGEST_SEARCH].split()[:MOST_WORDS]
        return super().get_search_results(request, queryset, " ".join(words))
