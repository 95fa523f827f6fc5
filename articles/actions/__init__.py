"""Every change of state. `story = actions.approve(story, by=editor)`: use the story that comes back.

Refusals are PermissionDenied (not you), MoveRefused (not now, with findings) and Stale (somebody saved before you).
"""

from articles.actions.anonymity import approve_anonymity, may_approve_in
from articles.actions.care import (
    choose_topics,
    good_since,
    helpline_days,
    helplines_due,
    keep_helpline,
    remind_of_helplines,
    tried,
)
from articles.actions.changes import Change, change_between, change_of, said
from articles.actions.claims import describe, judge, source_changed, support, unsupport
from articles.actions.clock import beat, late, publish_due, pulse, reconcile, reconcile_below, renew_pages, sweep
from articles.actions.editing import edit, free_slug, note_of, restore, start, usual_bylines
from articles.actions.inspection import (
    checklist,
    edition_of,
    extent_for,
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
from articles.actions.linking import link_person
from articles.actions.names import decide_page, describe_name, withdraw_page
from articles.actions.passage import MoveRefused, Stale, step
from articles.actions.pictures import add_picture, describe_picture, live_stories_with
from articles.actions.policies import keep_policy, policies_due
from articles.actions.proceedings import (
    accuse,
    is_looking,
    lift,
    live_stories_naming,
    move_count,
    recheck_due,
    restrict,
    still_holds,
    stories_naming_each,
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
from articles.actions.replies import ask, extend, prove, public_reply, record_reply, waive
from articles.actions.reports import close_report, contact, report_error, reports_open
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
