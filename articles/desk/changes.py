"""What a change touches, beside what it changed: of the working copy against what is live, or of a past publication."""

from django.contrib import admin
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from articles import actions
from articles.actions.changes import PARTS, TEXT_PARTS
from articles.desk.stories import story_for
from articles.text import compare, compare_plain

LISTS = {  # what is compared of each row
    "tags": (gettext_lazy("Tags"), "name"),
    "bylines": (gettext_lazy("Bylines"), "name"),
    "people": (gettext_lazy("People"), "name"),
    "organizations": (gettext_lazy("Organizations"), "name"),
    "sources": (gettext_lazy("Sources"), "text"),
}


@require_safe
def pending(request, number):
    """The working copy against what readers see."""
    story = story_for(request, number)
    if not story.is_live:
        raise Http404
    edition = actions.edition_of(story)
    return _page(request, story, story.live_edition, edition, _("What this change touches"))


@require_safe
def published(request, number, edition):
    """A publication against the one before it."""
    story = story_for(request, number)
    shown = get_object_or_404(story.editions.select_related("published_by"), number=edition)
    before = get_object_or_404(story.editions, number=edition - 1)
    title = _("What edition {number} changed: {kind}").format(number=edition, kind=shown.get_kind_display())
    return _page(request, story, before, shown, title, is_past=True)


def _page(request, story, old, new, title, is_past=False):
    change = actions.change_between(old, new, actions.profile_of(story))
    before, after = old.content, new.content
    diffs = [
        (label, compare_plain(before[name], after[name]))
        for name, label in PARTS.items()
        if name in TEXT_PARTS and name in change.changed
    ]
    diffs += [
        (label, compare_plain(_listed(before, name, key), _listed(after, name, key)))
        for name, (label, key) in LISTS.items()
    ]
    context = admin.site.each_context(request) | {
        "title": title,
        "story": story,
        "edition": new if is_past else None,
        "change": change,
        "diffs": [(label, diff) for label, diff in diffs if not diff.is_empty],
        "body": compare(before["body"], after["body"]),
    }
    return TemplateResponse(request, "desk/change.html", context)


def _listed(content, name, key):
    return ", ".join(str(row.get(key, "")) for row in content.get(name) or ())
