"""Every change of state. `story = actions.approve(story, by=editor)`: use the story that comes back.

Refusals are PermissionDenied (not you), MoveRefused (not now, with findings) and Stale (somebody saved before you).
"""

from articles.actions.anonymity import approve_anonymity, may_approve_in
from articles.actions.care import choose_topics, helpline_days, keep_helpline, tried
from articles.actions.changes import Change, change_between, change_of, said
from articles.actions.claims import describe, judge, support, unsupport
from articles.actions.clock import beat, late, publish_due, pulse, reconcile, sweep
from articles.actions.editing import edit, free_slug, note_of, restore, start, usual_bylines
from articles.actions.inspection import (
    checklist,
    edition_of,
    facts_for_gate,
    findings_of,
    protected_hashes,
    protected_in,
    verbs,
    waiting_for_legal,
)
from articles.actions.jurisdictions import (
    add_term,
    change_rule,
    change_term,
    copy_profile,
    make_default,
    remove_term,
    restore_rule,
    restore_term,
    review,
)
from articles.actions.names import decide_page, describe_name, withdraw_page
from articles.actions.passage import MoveRefused, Stale, step
from articles.actions.pictures import add_picture, describe_picture, live_stories_with
from articles.actions.proceedings import (
    accuse,
    is_looking,
    lift,
    live_stories_naming,
    move_count,
    recheck_due,
    restrict,
    still_holds,
    touched_by,
)
from articles.actions.redact import (
    adopt_redactions,
    confirm_redaction,
    exported_redactions,
    reapply,
    redact,
    redaction_survey,
    terms_of,
)
from articles.actions.refreshing import Followed, follow, refresh, voided_by
from articles.actions.replies import ask, prove, public_reply, record_reply, waive
from articles.actions.sources import protect, read_detail, write_detail
from articles.actions.tasks import close_task, open_task
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
from articles.actions.watching import watch_live
from articles.publishing.profiles import profile_of

__all__ = [
    "Change", "Followed", "MoveRefused", "Stale", "accept", "accuse", "add_picture", "add_term", "adopt_redactions",
    "approve", "approve_anonymity", "ask", "ask_legal", "beat", "change_between", "change_of", "change_rule",
    "change_term", "checklist", "choose_topics", "clear", "close_task", "confirm", "confirm_redaction", "copy_profile",
    "decide_page", "describe", "describe_name", "describe_picture", "discard", "edit", "edition_of",
    "exported_redactions", "facts_for_gate", "findings_of", "follow", "free_slug", "helpline_days", "is_looking",
    "judge", "keep", "keep_helpline", "late", "lift", "live_stories_naming", "live_stories_with", "make_default",
    "may_approve_in", "move_count", "note_of", "open_task", "profile_of", "protect", "protected_hashes", "protected_in",
    "prove", "public_reply", "publish", "publish_due", "publish_minor", "pulse", "read_detail", "reapply",
    "recheck_due", "reconcile", "record_reply", "redact", "redaction_survey", "refresh", "remove_term", "reopen",
    "restore", "restore_rule", "restore_term", "restrict", "retract", "review", "revive", "said", "schedule",
    "send_back", "spike", "start", "step", "still_holds", "submit", "support", "sweep", "take_down", "terms_of",
    "touched_by", "tried", "unschedule", "unsupport", "usual_bylines", "verbs", "voided_by", "waiting_for_legal",
    "waive", "watch_live", "withdraw_page", "write_detail",
]  # fmt: skip
