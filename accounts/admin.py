"""People and their invitations in the admin. Accounts are closed, never deleted; superusers show to superusers only."""

from allauth.account.forms import default_token_generator
from allauth.account.internal.flows.password_reset import request_password_reset
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib import admin, messages
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST
from unfold.admin import ModelAdmin
from unfold.decorators import action, display

from accounts import invitations, people
from accounts.forms import InvitationForm, PersonForm
from accounts.models import Invitation, User

for model in (Group, EmailAddress, Authenticator):  # roles have a page of their own; the others are a person's own
    if admin.site.is_registered(model):
        admin.site.unregister(model)


class KeptModelAdmin(ModelAdmin):
    """Nothing here is deleted by anyone; what is not there for this person answers 404; no column can be probed."""

    actions_row = []
    show_full_result_count = False
    filters_allowed = ()
    LONGEST_QUERY = 200

    def has_delete_permission(self, request, obj=None):
        return False

    def lookup_allowed(self, lookup, value, request=None):
        return lookup in self.filters_allowed

    def get_search_results(self, request, queryset, search_term):
        return super().get_search_results(request, queryset, search_term[: self.LONGEST_QUERY])

    def _get_obj_does_not_exist_redirect(self, request, opts, object_id):
        raise Http404

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change, **kwargs)
        return type(form.__name__, (form,), {"by": request.user})


class RoleFilter(admin.SimpleListFilter):
    title = _("role")
    parameter_name = "role"

    def lookups(self, request, model_admin):
        return [(role.pk, role.name) for role in Group.objects.order_by("pk")]

    def queryset(self, request, queryset):
        chosen = {str(pk) for pk, _name in self.lookup_choices} & {self.value()}
        return queryset.filter(groups__pk__in=chosen) if chosen else queryset


@admin.register(User)
class PersonAdmin(KeptModelAdmin):
    form = PersonForm
    fieldsets = (
        (None, {"fields": (("first_name", "last_name"), ("username", "email"), "is_active")}),
        (_("Roles"), {"fields": ("groups",)}),
    )
    list_display = ("who", "username", "role_names", "state", "last_login")
    list_filter = (RoleFilter, "is_active")
    filters_allowed = ("is_active__exact",)
    list_per_page = 50
    ordering = ("-is_active", "first_name", "username")
    search_fields = ("first_name", "last_name", "username", "email")
    change_form_outer_after_template = "admin/accounts/user/reset.html"
    actions_list = ["invite", "see_invitations", "see_roles"]

    def get_queryset(self, request):
        seen = super().get_queryset(request).filter(pk__in=people.visible_to(request.user).values("pk"))
        return seen.prefetch_related("groups")

    def has_add_permission(self, request):
        return False  # people are invited

    def get_urls(self):
        reset = path(
            "<int:pk>/reset/", self.admin_site.admin_view(require_POST(self.send_reset)), name="accounts_reset"
        )
        return [reset, *super().get_urls()]

    @display(description=_("name"), ordering="first_name")
    def who(self, person):
        return str(person)

    @display(description=_("roles"))
    def role_names(self, person):
        names = [role.name for role in person.groups.all()]
        return ", ".join([str(_("superuser")), *names] if person.is_superuser else names) or "–"

    @display(description=_("may sign in"), ordering="is_active", label={True: "success", False: "danger"})
    def state(self, person):
        return person.is_active, _("yes") if person.is_active else _("closed")

    @action(description=_("Invite somebody"), url_path="invite", permissions=["invite"], icon="person_add")
    def invite(self, request):
        return redirect("admin:accounts_invitation_add")

    @action(description=_("Invitations"), url_path="invitations", permissions=["invite"], icon="mail")
    def see_invitations(self, request):
        return redirect("admin:accounts_invitation_changelist")

    @action(description=_("Roles"), url_path="roles", permissions=["see_roles"], icon="rule")
    def see_roles(self, request):
        return redirect("accounts_roles")

    def has_see_roles_permission(self, request):
        return request.user.has_perm("auth.view_group")

    def has_invite_permission(self, request):
        return request.user.has_perm(invitations.INVITE)

    def changeform_view(self, request, *args, **kwargs):
        if request.method != "POST":
            return super().changeform_view(request, *args, **kwargs)
        try:
            with people.keeping_an_administrator():
                return super().changeform_view(request, *args, **kwargs)
        except people.LastAdministrator as refused:
            self.message_user(request, refused.words, messages.ERROR)
            return redirect(request.path)

    def save_model(self, request, obj, form, change):
        obj.is_staff = True
        super().save_model(request, obj, form, change)
        people.forget_old_addresses(obj)
        people.tell_the_old_address(obj, form.initial["email"])

    def construct_change_message(self, request, form, formsets, add=False):
        """In words, with what each role was: the log is read when something went wrong."""
        lines = [
            people.difference(form.fields[name].label, _said(form.initial.get(name)), _said(form.cleaned_data[name]))
            for name in form.changed_data
        ]
        return "; ".join(line for line in lines if line)

    def log_change(self, request, obj, message):
        if not message:
            return None
        people.tell_administrators(obj, by=request.user, message=message)
        return super().log_change(request, obj, message)

    def send_reset(self, request, pk):
        """The only way to somebody's new password: a mail to their own address."""
        person = self.get_object(request, str(pk))
        if person is None:
            raise Http404
        if not self.has_change_permission(request, person):
            raise PermissionDenied
        if person.is_active:
            request_password_reset(request, person.email, [person], default_token_generator)
            self.log_change(request, person, str(_("Sent a link for a new password.")))
            self.message_user(request, _("A link for a new password is on its way to %s.") % person.email)
        return redirect("admin:accounts_user_change", pk)


def _said(value):
    """A field's value as the log says it: one thing, or the names of several."""
    return {str(one) for one in value} if hasattr(value, "__iter__") and not isinstance(value, str) else {str(value)}


@admin.register(Invitation)
class InvitationAdmin(KeptModelAdmin):
    form = InvitationForm
    fields = ("name", "email", "roles")
    list_display = ("name", "email", "invited_by", "created_at", "state")
    list_select_related = ("invited_by",)
    search_fields = ("name", "email")
    actions = ["revoke"]

    def has_module_permission(self, request):
        return request.user.has_perm(invitations.INVITE)

    has_add_permission = has_module_permission

    def has_view_permission(self, request, obj=None):
        return self.has_module_permission(request)

    def has_change_permission(self, request, obj=None):
        return False

    def get_queryset(self, request):
        return super().get_queryset(request).filter(invited_by__in=people.visible_to(request.user))

    @display(description=_("state"), label={"open": "info", "used": "success", "ended": "danger"})
    def state(self, invitation):
        if invitation.used_at:
            return "used", _("accepted")
        if invitation.revoked_at or not invitation.invited_by.is_active:
            return "ended", _("revoked")
        return ("open", _("open")) if invitation.expires_at > timezone.now() else ("ended", _("expired"))

    def save_model(self, request, obj, form, change):
        obj.token = invitations.prepare(obj, by=request.user)
        super().save_model(request, obj, form, change)

    def log_addition(self, request, obj, message):
        return invitations.announce(obj, by=request.user, token=obj.token)

    def response_add(self, request, obj, post_url_continue=None):
        """The link, once: it is in no message, session or table."""
        context = self.admin_site.each_context(request) | {
            "opts": self.opts,
            "title": _("%s is invited") % obj.name,
            "invitation": obj,
            "link": invitations.link(obj.token),
            "list_url": reverse("admin:accounts_invitation_changelist"),
        }
        return TemplateResponse(request, "admin/accounts/invitation/link.html", context)

    @admin.action(description=_("Revoke these invitations"), permissions=["add"])
    def revoke(self, request, queryset):
        ended = sum(invitations.revoke(one, by=request.user) for one in queryset)
        self.message_user(request, _("Revoked: %d.") % ended)
