"""Who may come in: users, and the invitations that make them."""

from django.contrib.auth.models import AbstractUser
from django.db import models
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
