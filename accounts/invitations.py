"""Inviting: a link for one person, good once and for seven days."""

import secrets
from datetime import timedelta
from functools import partial

from django.conf import settings
from django.contrib.admin.models import ADDITION, CHANGE
from django.core.exceptions import PermissionDenied
from django.core.mail import EmailMessage
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts import people
from accounts.models import Invitation, User

GOOD_FOR = timedelta(days=7)
INVITE = "accounts.add_user"


def link(token):
    return settings.DESK_URL + reverse("accounts_invited", args=[token])


def prepare(invitation, *, by):
    """Fills in what the form does not ask. Returns the token, which nobody can read again afterwards."""
    token = secrets.token_urlsafe(32)
    invitation.invited_by = by
    invitation.token_hash = Invitation.hash_of(token)
    invitation.expires_at = timezone.now() + GOOD_FOR
    return token


def announce(invitation, *, by, token):
    """The mail to the invited, the line in the log, the word to the administrators."""
    subject = _("[%(newsroom)s] %(by)s invites you to the desk")
    words = {"newsroom": settings.NEWSROOM_NAME, "by": by, "name": invitation.name, "link": link(token)}
    body = _(
        "Hello %(name)s,\n\n%(by)s invites you to the desk of %(newsroom)s. Choose a username and a password here:"
        "\n\n%(link)s\n\nThe link works once, within seven days. Do not pass it on."
    )
    mail = EmailMessage(" ".join((subject % words).split()), body % words, to=[invitation.email])
    transaction.on_commit(partial(people.send, [mail]))
    roles = ", ".join(role.name for role in invitation.roles.all()) or _("no role")
    people.record(invitation, by=by, message=_("Invited, with: %(roles)s.") % {"roles": roles}, flag=ADDITION)


def revoke(invitation, *, by):
    """Ends an invitation that was not used. Says whether there was anything to end."""
    if not by.has_perm(INVITE):
        raise PermissionDenied
    now = timezone.now()
    with transaction.atomic():
        ended = Invitation.objects.filter(pk=invitation.pk).open(now).update(revoked_at=now)
        if ended:
            people.record(invitation, by=by, message=_("Invitation revoked."), flag=CHANGE)
    return bool(ended)


def good(token):
    """The invitation behind a link, if it still lets somebody in; whoever sent it must still be one who may."""
    found = Invitation.objects.with_token(token).open(timezone.now()).select_related("invited_by").first()
    if found is None or not found.invited_by.has_perm(INVITE):
        return None
    return None if User.objects.filter(email__iexact=found.email).exists() else found


def accept(invitation, person, password):
    """Makes the account; None where somebody was quicker. Roles that the inviter may no longer give are left out."""
    now = timezone.now()
    with transaction.atomic():
        if not Invitation.objects.filter(pk=invitation.pk).open(now).update(used_at=now):
            return None
        person.email, person.is_staff = invitation.email, True
        person.first_name, _space, person.last_name = invitation.name.strip().rpartition(" ")
        if not person.first_name:
            person.first_name, person.last_name = person.last_name, ""
        person.set_password(password)
        person.save()
        allowed = people.may_be_handed_out(invitation.invited_by)
        person.groups.set(allowed.filter(pk__in=invitation.roles.values("pk")))
        people.record(person, by=invitation.invited_by, message=_("Accepted an invitation."), flag=ADDITION)
    return person
