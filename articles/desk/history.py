"""Two states of a story side by side, and the way back to an earlier one."""

from django.contrib import admin, messages
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from articles import actions, permissions
from articles.desk.stories import story_for
from articles.publishing.snapshot import snapshot
from articles.text import compare, compare_plain

WORDS = {
    "headline": gettext_lazy("Headline"),
    "standfirst": gettext_lazy("Standfirst"),
    "dateline": gettext_lazy("Dateline"),
    "slug": gettext_lazy("Address"),
    "social_headline": gettext_lazy("Headline for sharing"),
    "description": gettext_lazy("Description"),
    "public_note": gettext_lazy("Public note"),
    "jurisdiction": gettext_lazy("The law that applies"),
}
ROWS = {  # what hangs on a story: its label, and what of each row is compared
    "tags": (gettext_lazy("Tags"), "name"),
    "bylines": (gettext_lazy("Bylines"), "name"),
    "people": (gettext_lazy("People"), "name"),
    "organizations": (gettext_lazy("Organizations"), "name"),
    "sources": (gettext_lazy("Sources"), "public_description"),
    "pictures": (gettext_lazy("Pictures"), "title"),
}


@require_safe
def compared(request, number, revision):
    """The child is looked up through its story: nobody reads another story's past by its number."""
    story = story_for(request, number)
    then = get_object_or_404(story.revisions.select_related("by"), pk=revision)
    old, new = then.snapshot, snapshot(story)
    diffs = [(label, compare_plain(old.get(name) or "", new[name] or "")) for name, label in WORDS.items()]
    for name, (label, key) in ROWS.items():
        diffs.append((label, compare_plain(_listed(old, name, key), _listed(new, name, key))))
    context = admin.site.each_context(request) | {
        "title": _("Version {number} and now").format(number=then.number),
        "story": story,
        "revision": then,
        "diffs": [(label, diff) for label, diff in diffs if not diff.is_empty],
        "body": compare(old["body"], new["body"]),
        "may_restore": permissions.may_edit(request.user, story),
    }
    return TemplateResponse(request, "desk/compare.html", context)


def _listed(kept, name, key):
    return ", ".join(str(row.get(key, "")) for row in kept.get(name, ()))


@require_POST
def restore(request, number, revision):
    story = story_for(request, number)
    then = get_object_or_404(story.revisions, pk=revision)
    posted = request.POST.get("version", "")
    version = int(posted) if posted.isascii() and posted.isdigit() and len(posted) < 10 else 0
    try:
        actions.restore(story, then, by=request.user, version=version)
    except actions.MoveRefused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Restored version {number}.").format(number=then.number))
    return HttpResponseRedirect(reverse("admin:articles_story_change", args=[number]))
