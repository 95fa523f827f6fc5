"""Who may change what about whom, and what follows each change: a line in the log, a mail to the administrators.

Nobody grants what they do not hold, nobody changes their own roles, and the last administrator stays.
"""

import logging
from contextlib import contextmanager
from functools import partial

from allauth.account.models import EmailAddress
from django.conf import settings
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Group, Permission
from django.core.exceptions import PermissionDenied
from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts import roles
from accounts.models import OfferedCapability, User

log = logging.getLogger(__name__)
HAND_OUT = "accounts.hand_out_roles"
OWN_DETAILS = {"first_name", "last_name", "email"}
RULES_PEOPLE = ("accounts.", "auth.")  # what such a permission gives is power over who may come in


class LastAdministrator(Exception):  # noqa: N818 - as PermissionDenied
    """The newsroom would be left without anyone who can let people in."""

    words = gettext_lazy(
        "Nothing was changed: this is the newsroom’s last active administrator. Give somebody else that role first."
    )


def visible_to(viewer):
    """The people somebody may know of in the desk's lists: only a superuser sees superusers."""
    return User.objects.all() if viewer.is_superuser else User.objects.filter(is_superuser=False)


def administrators():
    """Active people who can change other people's accounts."""
    rule = {"codename": "change_user", "content_type__app_label": "accounts"}
    manages = Permission.objects.filter(**rule)
    may = Q(is_superuser=True) | Q(groups__permissions__in=manages) | Q(user_permissions__in=manages)
    return User.objects.filter(may, is_active=True, is_staff=True).distinct()


@contextmanager
def keeping_an_administrator():
    """Undoes all of the block if nobody would be left to let people in. Such blocks wait for one another."""
    with transaction.atomic():
        list(Permission.objects.select_for_update().filter(codename="change_user", content_type__app_label="accounts"))
        had_one = administrators().exists()
        yield
        if had_one and not administrators().exists():
            raise LastAdministrator


def permissions_of_role(role):
    return {f"{one.content_type.app_label}.{one.codename}" for one in role.permissions.select_related("content_type")}


def may_hand_out(by, role):
    """Whether somebody may give this role to others, or take it from them."""
    if by.is_superuser:
        return True
    gives, holds = permissions_of_role(role), by.get_all_permissions()
    if not {one for one in gives if one.startswith(RULES_PEOPLE)} <= holds:
        return False
    return by.has_perm(HAND_OUT) or (bool(gives) and gives <= holds)


def may_be_handed_out(by, to=None):
    """The roles that somebody may give to a person; none to oneself."""
    if to is not None and to.pk == by.pk:
        return Group.objects.none()
    allowed = [role.pk for role in Group.objects.all() if may_hand_out(by, role)]
    return Group.objects.filter(pk__in=allowed)


def holds_more(person, than):
    """Whether taking over this person's account would give somebody rights they do not have."""
    if than.is_superuser or person.pk == than.pk:
        return False
    return person.is_superuser or not person.get_all_permissions() <= than.get_all_permissions()


def may_edit_roles(by):
    return by.has_perms(["auth.view_group", HAND_OUT])


def editable_capabilities(by):
    """The capabilities that somebody may put into a role or take out of it: their own."""
    if by.is_superuser:
        return set(roles.CAPABILITIES)
    return {key for key, one in roles.CAPABILITIES.items() if by.has_perms(one.permissions)}


def change_role(role, *, by, keys):
    """Makes a role's capabilities these, as far as `by` may; what they may not touch stays as it is.

    That decides on what an upgrade has offered the role, too.
    """
    if not may_edit_roles(by):
        raise PermissionDenied
    before, mine = set(roles.capabilities_of_role(role)), editable_capabilities(by)
    if (set(keys) - before) - mine:
        raise PermissionDenied
    after = (before - mine) | (set(keys) & mine)
    OfferedCapability.objects.filter(role=role).delete()
    if after == before:
        return
    with keeping_an_administrator():
        known = {name for one in roles.CAPABILITIES.values() for name in one.permissions}
        others = [
            one
            for one in role.permissions.select_related("content_type")
            if f"{one.content_type.app_label}.{one.codename}" not in known
        ]
        role.permissions.set([*roles.permissions_of(after), *others])
        record(role, by=by, message=difference(_("Role"), before, after, name=capability_label))


def copy_role(role, *, by, name):
    """The same role under another name."""
    if not may_edit_roles(by) or not may_hand_out(by, role):
        raise PermissionDenied
    with transaction.atomic():
        copy = Group.objects.create(name=name)
        copy.permissions.set(role.permissions.all())
        record(copy, by=by, message=_("Copied from the role %(role)s.") % {"role": role.name}, flag=1)
    return copy


def capability_label(key):
    return str(roles.CAPABILITIES[key].label)


def difference(word, before, after, name=str):
    """What came and what went, in words, for the log."""
    came, went = (sorted(map(name, one)) for one in (set(after) - set(before), set(before) - set(after)))
    signed = [f"+ {one}" for one in came] + [f"− {one}" for one in went]
    return f"{word}: {', '.join(signed)}" if signed else ""


def record(changed, *, by, message, flag=2):
    """A line in the log, and a mail to every administrator once it is true."""
    LogEntry.objects.log_actions(by.pk, [changed], flag, change_message=message, single_object=True)
    tell_administrators(changed, by=by, message=message)


def tell_administrators(changed, *, by, message):
    subject = _("[%(newsroom)s] People and roles: %(changed)s") % {
        "newsroom": settings.NEWSROOM_NAME,
        "changed": changed,
    }
    body = _("%(by)s changed %(changed)s.\n\n%(message)s\n\nIf that was not meant to happen: %(address)s") % {
        "by": by,
        "changed": changed,
        "message": message,
        "address": f"{settings.DESK_URL}/admin/accounts/user/",
    }
    readers = (
        administrators() if not getattr(changed, "is_superuser", False) else administrators().filter(is_superuser=True)
    )
    to = sorted(readers.exclude(email="").values_list("email", flat=True))
    mails = [EmailMessage(" ".join(subject.split()), body, to=[address]) for address in to]
    transaction.on_commit(partial(send, mails))


def tell_the_old_address(person, old):
    """Whoever takes an account over changes its address first; its owner then reads of it where they still can."""
    if old.casefold() == person.email.casefold():
        return
    subject = _("[%(newsroom)s] The address of your account was changed") % {"newsroom": settings.NEWSROOM_NAME}
    body = _(
        "Hello %(person)s,\n\nyour account at the desk of %(newsroom)s now has the address %(new)s instead of %(old)s."
        "\n\nIf that was not meant to happen, tell an administrator at once."
    ) % {"person": person, "newsroom": settings.NEWSROOM_NAME, "new": person.email, "old": old}
    transaction.on_commit(partial(send, [EmailMessage(" ".join(subject.split()), body, to=[old])]))


def send(mails):
    """A mail server that is away must not undo what was decided."""
    for mail in mails:
        try:
            mail.send()
        except OSError as error:
            log.error("A mail about people and roles was not sent: %s", type(error).__name__)


def change_own_details(person, *, changes):
    """What somebody may change about themselves: name and address. changes: {field: new value}."""
    with transaction.atomic():
        before = User.objects.select_for_update().get(pk=person.pk)
        lines = [
            difference(str(User._meta.get_field(field).verbose_name), {getattr(before, field)}, {new})
            for field, new in changes.items()
            if field in OWN_DETAILS and getattr(before, field) != new
        ]
        if not lines:
            return
        for field in OWN_DETAILS & set(changes):
            setattr(person, field, changes[field])
        person.save(update_fields=sorted(OWN_DETAILS))
        forget_old_addresses(person)
        tell_the_old_address(person, before.email)
        record(person, by=person, message="; ".join(lines))


def forget_old_addresses(person):
    """Allauth keeps addresses of its own, which would go on opening the account."""
    EmailAddress.objects.filter(user=person).exclude(email__iexact=person.email).delete()
