"""What every list and form of the desk has in common: nothing is deleted or linked away, little is searchable."""

from django.contrib.admin.widgets import AutocompleteSelect
from django.db import models
from unfold.admin import ModelAdmin

from articles.admin.meanwhile import Meanwhile
from articles.admin.turning import Suggested, TurnedList, may_turn_by

LONGEST_SEARCH = 200
MOST_WORDS = 10
FEW = 1000  # rows of a list that a search found


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
    is_versioned = False  # whether a late save is told by a version of the whole
    lookups = ()
    list_per_page = 50
    paginator = Suggested
    show_full_result_count = False
    view_on_site = False
    warn_unsaved_form = True

    def get_changelist(self, request, **kwargs):
        return TurnedList

    def get_sortable_by(self, request):
        return [name for name in self.get_list_display(request) if may_turn_by(self.model, self._order_of(name))]

    def _order_of(self, name):
        """The column that a list is sorted by under this heading."""
        shown = getattr(self, name, None) if isinstance(name, str) else name
        return getattr(shown, "admin_order_field", None) if callable(shown) else name

    def has_delete_permission(self, request, obj=None):
        return False

    def get_object(self, request, object_id, from_field=None):
        """A number is written in one way: not in the digits of another script, which Python reads as well."""
        return super().get_object(request, object_id, from_field) if object_id.isascii() else None

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        return type(form.__name__, (Meanwhile, form), {}) if change and not self.is_versioned else form

    def lookup_allowed(self, lookup, value, request=None):
        offered = {getattr(one, "parameter_name", None) for one in self.list_filter}
        return lookup in offered or lookup in self.lookups

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if isinstance(db_field, models.URLField):
            kwargs["assume_scheme"] = "https"
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def get_search_results(self, request, queryset, search_term):
        words = within_bounds(search_term)
        found, may_repeat = super().get_search_results(request, queryset, words)
        return few_by_number(found) if words else found, may_repeat


def few_by_number(found):
    """Where few rows fit, just these: a database that expects more would look for them in the order of the list, which
    may be from one end to the other. Where many do, it soon comes upon a page of them.
    """
    numbers = list(found.order_by().values_list("pk", flat=True)[: FEW + 1])
    return found if len(numbers) > FEW else found.filter(pk__in=numbers)


def within_bounds(search_term):
    """What was typed into a list's search box, as much of it as is looked for."""
    return " ".join(search_term.replace("\x00", "")[:LONGEST_SEARCH].split()[:MOST_WORDS])
