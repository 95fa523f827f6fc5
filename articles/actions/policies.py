"""What the paper says of itself: written on the desk, public at once, and looked at again every two years."""

import re
from datetime import timedelta

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from articles.actions.passage import MoveRefused
from articles.actions.refreshing import refuse_protected
from articles.models import PolicyPage
from articles.models.policies import REQUIRED, PolicyKind
from articles.publishing import outbox, policies
from articles.text import plain, sanitise, without_claims

GOOD_FOR = timedelta(days=730)
STILL_TO_WRITE = {PolicyKind.OWNERSHIP, PolicyKind.MASTHEAD, PolicyKind.CONTACT}  # no machine knows these
_FIGURE = re.compile(r'<figure data-picture="\d+"></figure>')


def keep_policy(page, *, by, now=None):
    """Saves a page, new or changed; readers get it at once. A page that is not required may be emptied, and is gone.

    A shipped text is the newsroom's own once it is changed; or, where it says something already, once it is reviewed.
    """
    adding = page.pk is None
    if not by.has_perm(f"articles.{'add' if adding else 'change'}_policypage"):
        raise PermissionDenied(_("You may not change the pages about the paper."))
    now = now or timezone.now()
    page.body = sanitise(_FIGURE.sub("", without_claims(sanitise(page.body))))
    if page.is_required and not page.body:
        raise MoveRefused(_("Every paper has this page: write its text."))
    if page.reviewed_at and page.reviewed_at > timezone.localdate(now):
        raise MoveRefused(_("Nobody has reviewed it on a day to come."))
    refuse_protected(plain(page.body), page.body)
    with transaction.atomic():
        before = None if adding else PolicyPage.objects.select_for_update().get(pk=page.pk)
        if _is_ours(page, before):
            page.changed_at = now
        page.save()
        outbox.record("purge", {"keys": ["about"]})
    return page


def _is_ours(page, before):
    """Whether this saving makes the text the newsroom's own, or another one."""
    if before is None or page.body != before.body:
        return True
    adopts = page.is_as_shipped and page.reviewed_at and page.kind not in STILL_TO_WRITE
    return bool(adopts)


def policies_due(now=None):
    """[(page, why)] of the required ones that the newsroom has to write or to look at again."""
    pages = PolicyPage.objects.required().defer("body").in_order()
    return [(page, why) for page in pages if (why := _why_due(page, now or timezone.now()))]


def _why_due(page, now):
    if page.is_as_shipped:
        return _("still as shipped")
    if page.reviewed_at is None:
        return _("never reviewed")
    return _("not reviewed for two years") if page.reviewed_at < timezone.localdate(now) - GOOD_FOR else ""


def seed():
    """The required pages that are not there yet, each with a text to begin from."""
    there = set(PolicyPage.objects.values_list("kind", flat=True))
    with translation.override(settings.LANGUAGE_CODE):
        PolicyPage.objects.bulk_create(
            [PolicyPage(kind=kind, body=policies.starter(kind)) for kind in REQUIRED if kind not in there],
            ignore_conflicts=True,
        )
