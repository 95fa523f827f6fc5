"""The first page of the desk: what waits, what runs, and red where the clock has stopped."""

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts import people, roles
from articles import actions, permissions
from articles.desk import profiles

ROWS = 8


def boxes(request, context):
    """Adds to the admin's first page; called by the skin."""
    user = request.user
    stories = permissions.stories_visible_to(user)
    listed = stories.select_related("section", "live_edition").newest_first()
    waiting = permissions.stories_waiting_for(user).select_related("section").newest_first()
    found = [
        _box(_("Waiting for me"), waiting, _("Nothing waits for you."), "?kept=waiting"),
        _box(_("To look at again"), listed.to_look_at(), _("Nothing has come up."), "?kept=look"),
        _box(
            _("My drafts"), listed.drafts_of(user), _("You have no drafts. Start a story."), "?kept=mine&stands=draft"
        ),
        _box(
            _("Scheduled"), listed.scheduled().order_by("publish_at"), _("Nothing is scheduled."), "?stands=scheduled"
        ),
        _box(_("Live with changes not yet public"), listed.live_with_changes(), _("None."), "?kept=changes"),
        _box(_("To be confirmed"), listed.to_confirm(), _("Nothing to confirm."), ""),
        _box(
            _("Recently published"),
            listed.live().order_by("-live_edition__published_at"),
            _("Nothing has been published yet."),
            "?stands=published",
            when="published",
        ),
    ]
    outdated = listed.outdated()[:ROWS]
    if outdated:
        found.insert(0, _box(_("Live, but not up to date"), outdated, "", ""))
    return context | {
        "title": _("The desk"),
        "boxes": found,
        "profiles_due": profiles.due_for(user),
        "roles_offered": [role.name for role in roles.offered()] if people.may_edit_roles(user) else [],
        "pulse": actions.pulse(),
        "replies": permissions.replies_waiting_for(user)[:ROWS],
        "now": timezone.now(),
        "helplines_due": actions.helplines_due().count() if permissions.may_try_helplines(user) else 0,
        "reports_open": actions.reports_open(user),
        "policies_due": actions.policies_due() if permissions.may_keep_policies(user) else [],
        "redactions": permissions.redactions_to_confirm(user)[:ROWS],
        "one_person": settings.NEWSROOM_ONE_PERSON,
        "may_write": permissions.may_write(user),
        "sees_stories": stories.exists() or permissions.may_write(user),
    }


def _box(title, stories, empty, query, when="changed"):
    """when: which hour stands beside a story, of its last change or of its last publication."""
    return {"title": title, "stories": list(stories[:ROWS]), "empty": empty, "query": query, "when": when}
