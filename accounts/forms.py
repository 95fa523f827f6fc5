"""The forms of the user admin, the invitations and the roles page."""

from allauth.account.adapter import get_adapter
from django import forms
from django.contrib.auth import password_validation
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from unfold.widgets import UnfoldAdminCheckboxSelectMultipleWidget, UnfoldAdminTextInputWidget

from accounts import people, roles
from accounts.models import Invitation, User


class RoleBoxes(UnfoldAdminCheckboxSelectMultipleWidget):
    """A box for each role; those that `open_to` does not hold can be seen and not touched."""

    open_to = frozenset()

    def create_option(self, name, value, label, selected, index, **kwargs):
        option = super().create_option(name, value, label, selected, index, **kwargs)
        if int(str(value)) not in self.open_to:
            option["attrs"]["disabled"] = True
        return option


WORDS = {"label": _("Roles"), "help_text": _("What each of these words means stands on the page Roles.")}


class RolesField(forms.ModelMultipleChoiceField):
    """Roles that say what each may do."""

    widget = RoleBoxes

    def __init__(self, **kwargs):
        super().__init__(Group.objects.order_by("pk"), required=False, **WORDS | kwargs)

    def label_from_instance(self, role):
        words = [roles.CAPABILITIES[key].label for key in roles.capabilities_of_role(role)]
        said = " · ".join(str(one) for one in words) or _("Nothing yet.")
        return format_html(
            '<strong class="block">{}</strong><span class="block whitespace-normal">{}</span>', role.name, said
        )

    def open_for(self, by, to=None):
        """Says which boxes `by` may touch; returns the roles behind them."""
        allowed = people.may_be_handed_out(by, to)
        self.widget.open_to = frozenset(allowed.values_list("pk", flat=True))
        return allowed


def refuse_taken_address(email, *, but=None):
    taken = User.objects.filter(email__iexact=email)
    if (taken.exclude(pk=but.pk) if but else taken).exists():
        raise ValidationError(_("Somebody here has that address already."), code="taken")
    return email


class PersonForm(forms.ModelForm):
    """`by` is set on a subclass for each request (accounts/admin.py)."""

    by = None
    groups = RolesField()

    class Meta:
        model = User
        fields = ("first_name", "last_name", "username", "email", "is_active", "groups")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "is_active" not in self.fields:  # only looking
            return
        self.open_roles = self.fields["groups"].open_for(self.by, self.instance)
        self.fields["is_active"].label = _("May sign in")
        self.fields["is_active"].help_text = _("Take this away when somebody leaves: they are signed out at once.")
        if self.instance.pk == self.by.pk:
            self.fields["is_active"].disabled = True
            self.fields["groups"].help_text = _("Nobody changes their own roles. Ask another administrator.")
        if people.holds_more(self.instance, than=self.by):
            self.fields["email"].disabled = True
            self.fields["email"].help_text = _(
                "This person may do more than you, so only they or a superuser can change their address."
            )

    def clean_email(self):
        return refuse_taken_address(self.cleaned_data["email"], but=self.instance)

    def clean_groups(self):
        """Boxes that could not be touched keep their state; one that was ticked by force is refused."""
        held, posted = set(self.instance.groups.all()), set(self.cleaned_data["groups"])
        mine = set(self.open_roles)
        if posted - held - mine:
            raise ValidationError(_("You may not hand out that role."), code="not_yours")
        return Group.objects.filter(pk__in=[role.pk for role in (held - mine) | (posted & mine)])


class ProfileForm(forms.ModelForm):
    """What people change about themselves; the address, which opens the account, takes the password again."""

    password = forms.CharField(
        label=_("Your password"),
        required=False,
        strip=False,
        max_length=4096,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        help_text=_("Only needed to change the e-mail address."),
    )

    class Meta:
        model = User
        fields = ("first_name", "last_name", "email")

    def __init__(self, *args, request, **kwargs):
        self.request = request
        super().__init__(*args, **kwargs | {"label_suffix": ""})
        for name, means in (("first_name", "given-name"), ("last_name", "family-name"), ("email", "email")):
            self.fields[name].widget.attrs["autocomplete"] = means

    def clean_email(self):
        return refuse_taken_address(self.cleaned_data["email"], but=self.instance)

    def clean(self):
        cleaned = super().clean()
        if "email" in self.changed_data and "email" in cleaned:
            self._ask_password(cleaned.get("password", ""))
        return cleaned

    def _ask_password(self, password):
        try:
            right = get_adapter(self.request).reauthenticate(self.request.user, password)
        except ValidationError as too_many:
            self.add_error("password", too_many)
        else:
            if not right:
                self.add_error("password", ValidationError(_("That is not your password."), code="wrong"))


class InvitationForm(forms.ModelForm):
    by = None
    roles = RolesField()

    class Meta:
        model = Invitation
        fields = ("name", "email", "roles")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "roles" in self.fields:
            self.open_roles = self.fields["roles"].open_for(self.by)

    def clean_email(self):
        return refuse_taken_address(self.cleaned_data["email"])

    def clean_roles(self):
        if set(self.cleaned_data["roles"]) - set(self.open_roles):
            raise ValidationError(_("You may not hand out that role."), code="not_yours")
        return self.cleaned_data["roles"]


class RoleNameForm(forms.Form):
    name = forms.CharField(label=_("Name of the new role"), max_length=150, widget=UnfoldAdminTextInputWidget)

    def clean_name(self):
        if Group.objects.filter(name__iexact=self.cleaned_data["name"]).exists():
            raise ValidationError(_("There is a role of that name already."), code="taken")
        return self.cleaned_data["name"]


class WelcomeForm(forms.ModelForm):
    """What an invited person chooses for themselves."""

    password1 = forms.CharField(
        label=_("Password"),
        max_length=4096,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=password_validation.password_validators_help_text_html,
    )
    password2 = forms.CharField(
        label=_("Password again"),
        max_length=4096,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    class Meta:
        model = User
        fields = ("username",)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs | {"label_suffix": ""})
        self.fields["username"].widget.attrs |= {"autocomplete": "username", "autocapitalize": "none"}

    def clean_username(self):
        username = self.cleaned_data["username"]
        if User.objects.filter(username__iexact=username).exists():
            raise ValidationError(_("That username is taken."), code="taken")
        return username

    def clean(self):
        cleaned = super().clean()
        first, second = cleaned.get("password1"), cleaned.get("password2")
        if first and second and first != second:
            self.add_error("password2", _("The two passwords differ."))
        elif first:
            self.instance.username = cleaned.get("username") or ""
            try:
                password_validation.validate_password(first, self.instance)
            except ValidationError as error:
                self.add_error("password1", error)
        return cleaned
