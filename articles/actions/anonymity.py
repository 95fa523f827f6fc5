"""Sources whom readers are not told the name of: who approved it, and as what."""

from django.core.exceptions import PermissionDenied
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import permissions
from articles.actions.passage import MoveRefused
from articles.models import Terms
from articles.publishing.profiles import profile_of


def approve_anonymity(use, *, by, now=None):
    """Somebody who knows who the source is approves the terms, the wording and the reason as they stand.

    use: a StorySource. The approval holds until one of these changes; it changes no word that readers get.
    """
    story = use.story
    if not permissions.may_approve_anonymity(by, story):
        raise PermissionDenied(_("You may not approve anonymous sources."))
    if not use.is_anonymous:
        raise MoveRefused(_("This source is named, or is no person: nothing is to be approved."))
    if not may_approve_in(by, story):
        raise PermissionDenied(_("You are a writer of this story: somebody else approves its anonymous sources."))
    if use.terms != Terms.DEEP_BACKGROUND and not (use.attribution.strip() and use.anonymity_reason):
        raise MoveRefused(_("First say how readers are told of this source, and why it is not named."))
    use.anonymity_approved_by, use.anonymity_approved_at = by, now or timezone.now()
    use.anonymity_approved_as = use.anonymity_wording
    use.save(update_fields=["anonymity_approved_by", "anonymity_approved_at", "anonymity_approved_as"])
    return use


def may_approve_in(user, story):
    """Somebody else than a writer, unless the profile or a newsroom of one says otherwise."""
    another = profile_of(story)["rules"]["anonymous.approver_is_another"]
    is_writer = story.writers.filter(pk=user.pk).exists()
    return not (another and is_writer) or permissions.one_person_newsroom()
