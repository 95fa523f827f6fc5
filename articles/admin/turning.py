"""How lists of the desk turn their pages: after the row that stood last, never by counting and skipping rows.

A list costs the same with a million stories as with a thousand, and its last page as much as its first.
"""

from django.contrib.admin.views.main import PAGE_VAR
from django.core.exceptions import FieldDoesNotExist
from django.core.paginator import Paginator
from django.db.models import F, Q
from django.utils.functional import cached_property
from unfold.views import ChangeList

MOST_SUGGESTED = 200


class Suggested(Paginator):
    """For boxes that suggest: of all that fits no more than MOST_SUGGESTED is counted or shown."""

    template_name = "admin/desk_turn.html"

    @cached_property
    def count(self):
        return len(self.object_list.order_by().values_list("pk", flat=True)[:MOST_SUGGESTED])


class TurnedList(ChangeList):
    """`?p=` is the number of the row that the page begins after."""

    def get_results(self, request):
        found, last = self.queryset, self._last(request)
        if last is not None:
            found = found.filter(after(self.order, last))
        rows = list(found[: self.list_per_page + 1])
        self.result_list, further = rows[: self.list_per_page], len(rows) > self.list_per_page
        self.paginator = self.model_admin.get_paginator(request, self.queryset, self.list_per_page)
        self.result_count = self.full_result_count = len(self.result_list)  # of this page: nobody counts the others
        self.show_full_result_count = self.can_show_all = False
        self.show_admin_actions, self.multi_page = True, False
        self.older = self.get_query_string({PAGE_VAR: self.result_list[-1].pk}) if further else ""
        self.first = self.get_query_string(remove=[PAGE_VAR]) if last is not None else ""

    def _last(self, request):
        """The values of the row that the page begins after, in the order of the list; None for the first page."""
        number = request.GET.get(PAGE_VAR, "")
        if not (number.isascii() and number.isdigit() and len(number) < 19):
            return None
        names = [name.lstrip("-") for name in self.order]
        return self.root_queryset.order_by().filter(pk=number).values_list(*names).first()

    def get_ordering(self, request, queryset):
        self.order = super().get_ordering(request, queryset)
        return self.order

    def _get_deterministic_ordering(self, ordering):
        """The number goes the way of the first column, so that an index serves both."""
        given = list(ordering)
        found = super()._get_deterministic_ordering(given)
        if found and found[-1] == "-pk" and "-pk" not in given and given and not str(given[0]).startswith("-"):
            found[-1] = "pk"
        return found


def after(order, last):
    """What stands after a row in an order. The first condition follows from the second: it gives an index its range."""
    further, same = Q(pk__in=[]), Q()
    for name, value in zip(order, last, strict=True):
        column, way = name.lstrip("-"), "lt" if name.startswith("-") else "gt"
        further |= same & Q(**{f"{column}__{way}": value})
        same &= Q(**{column: value})
    bound = "lte" if order[0].startswith("-") else "gte"
    return Q(**{f"{order[0].lstrip('-')}__{bound}": last[0]}) & further


def may_turn_by(model, name):
    """Whether a list can be sorted by a column: one of the row's own that is never empty, or something reckoned."""
    if isinstance(name, F) or not isinstance(name, str):
        return False
    try:
        field = model._meta.get_field(name.lstrip("-"))
    except FieldDoesNotExist:
        return True
    return field.concrete and not field.is_relation and not field.null
