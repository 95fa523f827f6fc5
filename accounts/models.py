"""Who may come in: users, and the invitations that make them."""

import hashlib

from django.contrib.auth.models import AbstractUser, Group
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class User(AbstractUser):
    """Somebody who may sign in. Deactivated when they leave, never deleted: what they did stays theirs."""

    email = models.EmailField(_("e-mail address"), unique=True)

    class Meta(AbstractUser.Meta):
        verbose_name = _("user")
        verbose_name_plural = _("users")
        permissions = [("hand_out_roles", _("Give people the roles there are"))]

    def __str__(self):
        return self.get_full_name() or self.username


class InvitationQuerySet(models.QuerySet):
    def open(self, now):
        """Still good: not used, revoked or expired, and whoever invited may still come in."""
        return self.filter(used_at=None, revoked_at=None, expires_at__gt=now, invited_by__is_active=True)

    def with_token(self, token):
        return self.filter(token_hash=Invitation.hash_of(token))


class Invitation(models.Model):
    """A way in for one person, once. The link's token is kept only as a hash: who reads the table cannot use it."""

    email = models.EmailField(_("e-mail address"))
    name = models.CharField(_("name"), max_length=150)
    roles = models.ManyToManyField(Group, verbose_name=_("roles"), blank=True, related_name="+")
    invited_by = models.ForeignKey(
        User, on_delete=models.PROTECT, related_name="invitations", verbose_name=_("invited by")
    )
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    created_at = models.DateTimeField(_("invited"), default=timezone.now, editable=False)
    expires_at = models.DateTimeField(_("good until"), editable=False)
    used_at = models.DateTimeField(_("used"), null=True, editable=False)
    revoked_at = models.DateTimeField(_("revoked"), null=True, editable=False)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        ordering = ["-created_at"]

    def __str__(self):
        return self.name

    @staticmethod
    def hash_of(token):
        return hashlib.sha256(token.encode()).hexdigest()


class OfferedCapability(models.Model):
    """What an upgrade means for a shipped role that the newsroom has changed: shown until somebody saves that role."""

    role = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="+")
    key = models.CharField(max_length=40)  # of accounts.roles.CAPABILITIES

    class Meta:
        verbose_name = _("offered capability")
        verbose_name_plural = _("offered capabilities")
        ordering = ["role", "pk"]
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["role", "key"], name="capability_offered_once")]

    def __str__(self):
        return f"{self.role}: {self.key}"
