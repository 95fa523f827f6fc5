"""Signing in: what the newsroom asks of allauth beyond its defaults."""

import logging

from allauth.account.adapter import DefaultAccountAdapter, get_adapter
from allauth.account.forms import LoginForm as AllauthLoginForm
from allauth.account.forms import ResetPasswordForm
from allauth.core.internal import ratelimit
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet, MultiFernet
from django import forms
from django.conf import settings
from django.contrib import messages
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

log = logging.getLogger(__name__)


class Adapter(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": _("That e-mail address and password do not go together. Try again."),
        "username_password_mismatch": _("That username and password do not go together. Try again."),
        "too_many_login_attempts": _("Too many wrong attempts. Wait five minutes, then try again."),
        "unknown_email": _("No account has that address."),
    }

    def is_open_for_signup(self, request):
        """Nobody makes an account without an invitation."""
        return False

    def pre_authenticate(self, request, **credentials):
        """Beside the narrow limit for one place, a wide one for the account: guessing from everywhere ends too."""
        super().pre_authenticate(request, **credentials)
        login = super()._get_login_attempts_cache_key(request, **credentials)
        everywhere = ratelimit.consume(request, app="allauth.account", action="login_failed_anywhere", key=login)
        if not everywhere:
            raise self.validation_error("too_many_login_attempts")
        self._login_failed_rl_usage.usage.extend(everywhere.usage)  # taken back when the password is right

    def _get_login_attempts_cache_key(self, request, **credentials):
        """By account and place: whoever guesses shuts themselves out, and not the account's owner elsewhere."""
        return f"{super()._get_login_attempts_cache_key(request, **credentials)}:{ratelimit.get_ip(request)}"

    def authenticate(self, request, **credentials):
        """Somebody who may not enter the desk gets the answer that a wrong password gets."""
        user = super().authenticate(request, **credentials)
        return user if user and user.is_active and user.is_staff else None

    def send_mail(self, template_prefix, email, context):
        """A mail server that is away is said in words; what was done before the mail stays done."""
        try:
            super().send_mail(template_prefix, email, context | {"current_site": {"name": settings.NEWSROOM_NAME}})
        except OSError as error:
            log.error("A mail about an account was not sent: %s", type(error).__name__)
            words = _("Our mail server does not answer, so the mail was not sent. Try again later.")
            self.add_message(self.request, messages.ERROR, message=words)

    def send_password_reset_mail(self, user, email, context):
        """To the address we hold, never to the one typed: two addresses may look alike and differ."""
        return super().send_password_reset_mail(user, user.email, context)

    def get_reset_password_from_key_url(self, key):
        """On the desk's own address, whatever Host the request came with."""
        path = reverse("account_reset_password_from_key", kwargs={"uidb36": "UID", "key": "KEY"})
        return settings.DESK_URL + path.replace("UID-KEY", key)


class SecondFactor(DefaultMFAAdapter):
    """The secrets of the second step are sealed: who reads the table cannot make codes."""

    def _seal(self):
        return MultiFernet([Fernet(key) for key in settings.CONFIDENTIAL_KEYS])

    def encrypt(self, text):
        return self._seal().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text):
        return self._seal().decrypt(encrypted_text.encode()).decode()


class LoginForm(AllauthLoginForm):
    """The names of Django's own login form, `username` and `password`, which tools and password managers know."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs | {"label_suffix": ""})
        self.fields["login"].label = _("Username or e-mail address")
        self.fields["login"].max_length = 254
        self.fields["login"].widget.attrs = {
            "autocomplete": "username",
            "autocapitalize": "none",
            "spellcheck": "false",
            "autofocus": True,
        }
        self.fields["password"].widget.attrs = {"autocomplete": "current-password"}
        self.fields["password"].help_text = ""
        for name, longest in (("login", 254), ("password", 4096)):
            self.fields[name] = _bounded(self.fields[name], longest)

    def add_prefix(self, field_name):
        return super().add_prefix("username" if field_name == "login" else field_name)


def _bounded(field, longest):
    """What is longer is no password of ours; hashing it would only cost time."""
    field.max_length = longest
    field.validators = [*field.validators, forms.fields.validators.MaxLengthValidator(longest)]
    return field


class ResetForm(ResetPasswordForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs | {"label_suffix": ""})
        self.fields["email"].label = _("Your e-mail address")
        self.fields["email"].widget.attrs = {"autocomplete": "email", "autofocus": True}

    def save(self, request, **kwargs):
        """A mail goes out for an unknown address too: else the time to answer would tell which are known."""
        if self.users:
            return super().save(request, **kwargs)
        email = self.cleaned_data["email"]
        get_adapter(request).send_mail("account/email/unknown_account", email, {"request": request})
        return email
