"""Every change of state. `story = actions.approve(story, by=editor)`: use the story that comes back.

Refusals are PermissionDenied (not you), MoveRefused (not now, with findings) and Stale (somebody saved before you).
"""

from articles.actions.claims import describe, judge, support, unsupport
from articles.actions.clock import beat, late, publish_due, pulse, reconcile, sweep
from articles.actions.editing import edit, restore, start
from articles.actions.inspection import checklist, edition_of, findings_of, protected_hashes, protected_in, verbs
from articles.actions.names import decide_page, describe_name, withdraw_page
from articles.actions.passage import MoveRefused, Stale, step
from articles.actions.pictures import add_picture, describe_picture, live_stories_with
from articles.actions.refreshing import Followed, follow, refresh, voided_by
from articles.actions.sources import protect, read_detail, write_detail
from articles.actions.taxonomy import keep
from articles.actions.verbs import (
    accept,
    approve,
    ask_legal,
    clear,
    confirm,
    discard,
    publish,
    publish_minor,
    reopen,
    retract,
    revive,
    schedule,
    send_back,
    spike,
    submit,
    take_down,
    unschedule,
)

__all__ = [
    "Followed", "MoveRefused", "Stale", "accept", "add_picture", "approve", "ask_legal", "beat", "checklist", "clear",
    "confirm", "decide_page", "describe", "describe_name", "describe_picture", "discard", "edit", "edition_of",
    "findings_of", "follow", "judge", "keep", "late", "live_stories_with", "protect", "protected_hashes",
    "protected_in", "publish", "publish_due", "publish_minor", "pulse", "read_detail", "reconcile", "refresh",
    "reopen", "restore", "retract", "revive", "schedule", "send_back", "spike", "start", "step", "submit", "support",
    "sweep", "take_down", "unschedule", "unsupport", "verbs", "voided_by", "withdraw_page", "write_detail",
]  # fmt: skip
