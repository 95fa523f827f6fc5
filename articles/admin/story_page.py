"""What stands on the page of a story: its tabs, its verbs as buttons, its checks and its history."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import actions, gate, permissions
from articles.admin import checklist, claims_list, unsaved
from articles.admin.story_lists import STATUS_HUES
from articles.models import Redaction, StoryTask
from articles.workflow import CONFIRM, MOVES, REOPEN_KINDS, WHOLE, Kind, Status

PANELS = (
    ("text", gettext_lazy("Text")),
    ("sources", gettext_lazy("People & sources")),
    ("claims", gettext_lazy("Claims")),
    ("pictures", gettext_lazy("Pictures")),
    ("placing", gettext_lazy("Placing")),
    ("checks", gettext_lazy("Checks")),
    ("history", gettext_lazy("History")),
)
LONGEST_HISTORY = 60
ASKED = {  # moves whose note the next person needs before anything else
    "submit": gettext_lazy("Submitted"),
    "send_back": gettext_lazy("Sent back"),
    "ask_legal": gettext_lazy("For the legal reviewers"),
    "clear": gettext_lazy("Cleared by legal"),
}
ASKING_REASONS = {"approve", "schedule", "publish", "publish_minor"}  # unless gaps hold nothing up anyway
UNSEEN = {"publish_minor", "take_down"}  # moves that a second person looks at afterwards
MEANINGS = {
    "accept": gettext_lazy("You have read the text as it stands and sign it, so that the other person may approve."),
    "ask_legal": gettext_lazy("It goes to the legal reviewers and comes back with their conditions."),
    "discard": gettext_lazy("The working copy becomes again what readers see. The dropped text stays in the history."),
    "publish_minor": gettext_lazy(
        "A few characters, and nothing that readers rely on. They get it now; a second person looks at it."
    ),
    "reopen": gettext_lazy("You get a working copy. Readers keep seeing what is live until the change is published."),
    "retract": gettext_lazy("A notice takes the place of the text, at the same address."),
    "spike": gettext_lazy("The story will not run. It can be revived."),
    "take_down": gettext_lazy("Readers get nothing at this address from now on. A second person confirms afterwards."),
}
MOVE_LABELS = {name: move.label for name, move in MOVES.items()} | {
    CONFIRM.name: CONFIRM.label,
    "start": gettext_lazy("Started"),
    "edit": gettext_lazy("Edited"),
    "refresh": gettext_lazy("Brought up to date"),
}


def fieldsets(story, may_edit):
    """A panel-… class says in which tab a fieldset stands; what a simple story does not need is folded away."""
    live = [*_this_change(story)] if story else []
    folded = ("panel-placing", "collapse")
    return [
        *(live if may_edit and story and story.is_live else []),
        (None, {"fields": ("headline", "standfirst", ("section", "type_of_work")), "classes": ("panel-text",)}),
        (None, {"fields": (("body",) if may_edit else ("shown_text",)), "classes": ("panel-text",)}),
        (_("Note to the desk"), {"fields": ("desk_note",), "classes": ("panel-text", "collapse")}),
        *(_adding_sources() if may_edit else []),
        (_("Topics"), {"fields": ("tags",), "classes": ("panel-sources",)}),
        (_("Care for readers"), {"fields": (("topics" if may_edit else "shown_topics"), "regions"),
                                 "classes": ("panel-sources",)}),
        (_("Address and place"), {"fields": ("dateline", "slug", ("language", "layout")), "classes": folded}),
        (_("Sharing and search"), {"fields": ("social_headline", "description"), "classes": folded}),
        (_("The law that applies"), {"fields": ("jurisdiction",), "classes": folded}),
        (_("Embargo and desk labels"), {"fields": ("embargo_until", "labels"), "classes": folded}),
    ]  # fmt: skip


def _this_change(story):
    """What a correction is kept with stays folded away for other changes."""
    told = Kind(story.change_kind).needs_public_note
    yield _("This change"), {"fields": ("change_kind", "public_note"), "classes": ("panel-text",)}
    yield (
        _("What was wrong, what is right"),
        {
            "fields": (("was_wrong", "is_right"), ("how_found", "note_place")),
            "classes": ("panel-text",) if told else ("panel-text", "collapse"),
            "description": _("The note to readers is made of the first two, and can be worded otherwise above."),
        },
    )


def _adding_sources():
    fields = ("source_lines", ("source_terms", "own_reporting"))
    return [(_("How do we know?"), {"fields": fields, "classes": ("panel-sources",)})]


def context(request, story, page):
    """Everything the template of the story's page shows beside the form's own."""
    edition = _edition(request, story, page)
    tasks = gate.tasks(actions.findings_of(edition))
    found = {
        "claims": claims_list.of_edition(edition),
        "panels": _panels(page),
        "checklist": checklist.shown(tasks, page["adminform"].form, _formsets(page)),
        "autosave_key": f"story-{story.pk}" if story else "story-new",
        "refused": bool(getattr(request, "refusal", "")),
    }
    if story is None:
        return found
    logged = story.transitions.select_related("by", "edition").defer("edition__content", "edition__snapshot")
    moves = [_with_label(move) for move in logged[:LONGEST_HISTORY]]
    return found | {
        "tasks": tasks,
        "verbs": [
            _button(verb, story)
            for verb in actions.verbs(story, request.user, [one for task in tasks for one in task.findings])
        ],
        "status_label": Status(story.status).label,
        "status_hue": STATUS_HUES[story.status],
        "look_again": story.tasks.open(),
        "may_close_tasks": permissions.may_look_again(request.user, story),
        "outcomes": StoryTask.Outcome.choices,
        "may_override": permissions.may_override(request.user),
        "why_read_only": why_read_only(request.user, story),
        "if_saved": if_saved(request.user, story),
        "live_change": actions.change_of(story, edition) if story.status != Status.PUBLISHED else None,
        "moves": moves,
        "to_confirm": next((move for move in moves if story.confirm_by and move.move in UNSEEN), None),
        "last_word": _last_word(moves, edition),
        "revisions": story.revisions.select_related("by").defer("snapshot")[:LONGEST_HISTORY],
        "editions": story.editions.select_related("published_by").defer("content", "snapshot")[:LONGEST_HISTORY],
        "redactions": Redaction.objects.of_story(story).select_related("by")[:LONGEST_HISTORY],
        "may_redact": permissions.may_redact(request.user),
        "sees_redactions": permissions.may_confirm_redaction(request.user),
        "live_path": story.live_edition.content.get("path", "") if story.is_live else "",
        "kinds": [(kind.value, kind.label) for kind in REOPEN_KINDS],
        "may_record_court": permissions.may_keep_cases(request.user) and permissions.may_support(request.user, story),
    }


def _last_word(moves, edition):
    """What whoever moved it last wants the next person to know. is_void: of a clearance of other words than these."""
    last = moves[0] if moves and moves[0].move in ASKED and moves[0].note else None
    if last:
        last.is_void = last.move == "clear" and last.content_hash != edition.content_hash
    return last


def _edition(request, story, page):
    """The story as it was saved; the form's where there is none yet, or it is shown again."""
    if story and request.method != "POST":
        return actions.edition_of(story, story.publish_at)
    return unsaved.edition_of(page["adminform"].form, _formsets(page), request.user)


def _formsets(page):
    return [one.formset for one in page["inline_admin_formsets"] if one.has_change_permission]


def why_read_only(user, story):
    """A sentence for somebody who may look but not write now, or nothing."""
    if permissions.may_edit(user, story):
        return ""
    if story.status == Status.PUBLISHED:
        return _(
            "This is what is live. Reopen the story to change it; readers see nothing of that until it is published."
        )
    if story.status in {Status.SPIKED, Status.WITHDRAWN}:
        return _("Revive the story to change it.")
    if permissions.is_writer(user, story):
        return _("The desk has it now. An editor can change it, or send it back to you.")
    return _("You may read this story, not change it.")


def if_saved(user, story):
    """A sentence where saving moves the story, or nothing."""
    status = permissions.edit_result(user, story)
    if status in {None, story.status}:
        return ""
    told = {
        Status.DRAFT: _("Saving a change takes the story back to draft: you submit it again."),
        Status.IN_REVIEW: _("Saving a change takes the story back to review: it is approved again."),
    }
    return told.get(status, "")


def _with_label(move):
    move.label = MOVE_LABELS.get(move.move, move.move)
    move.asked = ASKED.get(move.move, "")
    return move


def _button(verb, story):
    name = verb.move.name
    return {
        "name": name,
        "label": verb.move.label,
        "means": MEANINGS.get(name, ""),
        "reason": verb.reason,
        "is_open": verb.is_open,
        "needs_note": verb.needs_note or name == "retract",
        "public": verb.move.note == "public",
        "overrides": name in ASKING_REASONS and actions.extent_for(verb.move, story) == WHOLE,
        "wants_time": name == "schedule",
        "wants_kind": name == "reopen",
        "url": reverse("desk_move", args=[story.pk, name]),
    }


def _panels(page):
    """The tabs: fieldsets by their panel-… class, inlines by their `panel`."""
    all_fieldsets = list(page["adminform"])
    found = []
    for key, title in PANELS:
        inlines = [one for one in page["inline_admin_formsets"] if getattr(one.opts, "panel", "") == key]
        mine = [one for one in all_fieldsets if f"panel-{key}" in one.classes.split()]
        found.append({"key": key, "title": title, "fieldsets": mine, "inlines": inlines})
    return found
