"""The checks beside a story: what they find, and where on its page each finding is mended."""

import re

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.forms import MultiWidget
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from articles import actions, gate, permissions
from articles.admin import claims_list, unsaved
from articles.admin.topics import TopicsField
from articles.gate.registry import Level
from articles.models import Story
from articles.publishing.snapshot import PARTS

STANDS_IN = {"claims": "body"}  # what has no field that is seen: where its words are
AT_COURT = {"proceedings.C001", "proceedings.C005"}  # recording what a court decided mends it
TAKEN = {"care.C001"}  # suggestions: the field that mends them is a box, and a click on their button ticks it
AT_ONCE = 3  # places of one check that stand in the list; the others are folded
TRAVELLING = {"headline", "standfirst", "social_headline", "description"}
APART = {"replies", "anonymity"}  # what is mended on the story's page of replies
KEY = re.compile(r"(?:person|organization)-[0-9]+")  # whom the page of replies asks
CLAIMED = {"claims.C001", "claims.A001", "quotations.C004"}  # a claim on these words mends it: one click makes it
CHECKED = {"claims.C004", "claims.C005", "claims.C006", "quotations.C003"}  # mended on the page of claims
BOX = {"sources": "source_lines"}  # where another one of these is added most easily


@require_POST
def checks(request, number=None):
    """What the checks say of the form as it is being typed. Reads it, saves nothing.

    204 for who had it open to write while it moved on: the page keeps what it shows, and a save will say why not.
    """
    model_admin = admin.site.get_model_admin(Story)
    story = _story_to_edit(model_admin, request, number)
    if story and not permissions.may_edit(request.user, story):
        return HttpResponse(status=204)
    form, formsets = unsaved.posted(model_admin, request, story)
    edition = unsaved.edition_of(form, formsets, request.user)
    tasks = gate.tasks(actions.findings_of(edition))
    context = {
        "checklist": shown(tasks, form, formsets),
        "claims": claims_list.of_edition(edition),
        "may_record_court": permissions.may_keep_cases(request.user),
    }
    return render(request, "desk/_live.html", context)


def _story_to_edit(model_admin, request, number):
    """None for a story that is not saved yet. 404 for whoever may not see the story, 403 for who never writes it."""
    if not admin.site.has_permission(request):
        raise PermissionDenied
    story = model_admin.get_object(request, str(number)) if number is not None else None
    if number is not None and story is None:
        raise Http404
    user = request.user
    if story is None and not permissions.may_write(user):
        raise PermissionDenied
    if story and not (permissions.is_editor(user) or permissions.is_writer(user, story)):
        raise PermissionDenied
    return story


def shown(tasks, form, formsets):
    """The tasks as the page shows them: what each check says, once, with its places; the first few, and the rest."""
    rows = {one.prefix: one for one in formsets}
    lines = [(task, [_line(found, form, rows) for _first, found in gate.gathered(task.findings)]) for task in tasks]
    return {
        "tasks": [{"task": task, "lines": said} for task, said in lines],
        "summary": _summary([line["finding"] for _task, said in lines for line in said]),
    }


def _line(found, form, rows):
    """One check: places with the id of the field, or the page, that mends each and what is to be said of it alone."""
    places = {}
    for finding in found:
        place = (_place(finding, form, rows), _elsewhere(finding, form), finding.where, _part(finding, form))
        place += (_claim(finding),)
        places.setdefault(place, {})[finding.note] = None
    listed = [
        {
            "field": field,
            "page": page,
            "where": where,
            "part": part,
            "notes": [note for note in notes if note and note != where],
            "takes": bool(field) and found[0].id in TAKEN,
            "claim": claim,
        }
        for (field, page, where, part, claim), notes in places.items()
    ]
    kept = form.instance.pk
    court = reverse("desk_court", args=[kept]) if kept and found[0].id in AT_COURT else ""
    return {"finding": found[0], "places": listed[:AT_ONCE], "more": listed[AT_ONCE:], "court": court}


def _claim(finding):
    """How a claim mends it: “open” the one on these words, “make” one of them, or not at all."""
    if finding.mend == "claims":
        return "open"
    return "make" if finding.id in CLAIMED and finding.mend in {"body", "sources"} else ""


def _part(finding, form):
    """What travels without the text is named: words in it are read alone."""
    return form.fields[finding.mend].label if finding.where and finding.mend in TRAVELLING & set(form.fields) else ""


def _summary(findings):
    """How many checks of each level: what is told to whoever does not look at the list."""
    counts = {level: sum(finding.level == level for finding in findings) for level in Level}
    told = {
        Level.BLOCKER: ngettext("%(count)d blocker", "%(count)d blockers", counts[Level.BLOCKER]),
        Level.CAUTION: ngettext("%(count)d caution", "%(count)d cautions", counts[Level.CAUTION]),
        Level.ADVICE: ngettext("%(count)d piece of advice", "%(count)d pieces of advice", counts[Level.ADVICE]),
    }
    found = [told[level] % {"count": count} for level, count in counts.items() if count]
    return ", ".join(found) or _("Nothing stands in the way.")


def _place(finding, form, rows):
    """The id of the field, of the column in the very row, or of the rows as a whole; empty where none is shown."""
    name, _dot, column = finding.mend.partition(".")
    name = STANDS_IN.get(name, name)
    if name in form.fields:
        bound = form[name]
        if isinstance(bound.field, TopicsField):
            return f"{bound.auto_id}-{finding.row}"
        return f"{bound.auto_id}_0" if isinstance(bound.field.widget, MultiWidget) else bound.auto_id
    part = PARTS.get(name)
    formset = rows.get(part.relation) if part else None
    row = _row(finding, part, formset) if formset else None
    if row is not None:
        return f"id_{row.prefix}-{column or part.target}"
    if BOX.get(name) in form.fields:
        return form[BOX[name]].auto_id
    return f"{formset.prefix}-group" if formset else ""


def _elsewhere(finding, form):
    """The address that mends it where that is another page: with the person, or at the request, that it is about."""
    if not form.instance.pk:
        return ""
    if finding.id in CHECKED:
        return f"{reverse('desk_claims', args=[form.instance.pk])}?tick=ready"
    if finding.mend not in APART:
        return ""
    page = reverse("desk_replies", args=[form.instance.pk])
    if finding.mend == "anonymity":
        return f"{page}#sources"
    if isinstance(finding.row, int):
        return f"{page}#reply-{finding.row}"
    is_linked = bool(KEY.fullmatch(str(finding.row)))
    return f"{page}?{urlencode({'to' if is_linked else 'name': finding.row})}#{'ask' if is_linked else 'link'}"


def _row(finding, part, formset):
    if finding.row in {"", None}:
        return None
    return next((form for form in formset.forms if part.number_of(form.instance) == finding.row), None)
