"""What every list and form of the desk has in common: nothing is deleted or linked away, little is searchable."""

from unfold.admin import ModelAdmin

LONGEST_SEARCH = 200
MOST_WORDS = 10


class DeskAdmin(ModelAdmin):
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
        return lookup in self.lookups

    def get_search_results(self, request, queryset, search_term):
        words = search_term.replace("\x00", "")[:LONGEST_SEARCH].split()[:MOST_WORDS]
        return super().get_search_results(request, queryset, " ".join(words))
