"""The pages around signing in. Allauth's own, inside the frame of the desk."""

from functools import wraps

from allauth.account import views as account
from django.conf import settings
from django.contrib import admin, messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.shortcuts import redirect, render
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from accounts import invitations, people
from accounts.forms import ProfileForm, WelcomeForm
from accounts.models import User


def frame(request):
    return admin.site.each_context(request) | {"site_title": settings.NEWSROOM_NAME}


def framed(view):
    """Gives a page of allauth what the frame of the admin needs: name, colours, the user's links."""

    @wraps(view)
    def in_frame(request, *args, **kwargs):
        response = view(request, *args, **kwargs)
        if hasattr(response, "context_data") and not response.is_rendered:
            response.context_data = {**frame(request), **(response.context_data or {})}
        return response

    return in_frame


@method_decorator(login_not_required, name="dispatch")
class Login(account.LoginView):
    """The admin's login. Somebody signed in who may not enter is told so: sent on, they would come back for ever."""

    def dispatch(self, request, *args, **kwargs):
        if request.user.is_authenticated and not request.user.is_staff:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


@never_cache
@sensitive_post_parameters("password")
def profile(request):
    """Somebody's own account: name, address, and the ways to password and second step."""
    person = User.objects.get(pk=request.user.pk)
    form = ProfileForm(request.POST or None, instance=person, request=request)
    if request.method == "POST" and form.is_valid():
        people.change_own_details(request.user, changes={name: form.cleaned_data[name] for name in form.Meta.fields})
        messages.success(request, _("Saved."))
        return redirect("accounts_profile")
    return render(request, "account/profile.html", {**frame(request), "form": form})


@login_not_required
def too_many(request):
    """What allauth answers past its limits."""
    return render(request, "account/too_many.html", frame(request), status=429)


@login_not_required
@never_cache
@sensitive_post_parameters("password1", "password2")
def invited(request, token):
    """An invited person chooses username and password. Expired, used, revoked and unknown links answer alike."""
    invitation = invitations.good(token)
    if invitation is None:
        return render(request, "account/welcome.html", frame(request), status=404)
    person = User(email=invitation.email, first_name=invitation.name)
    form = WelcomeForm(request.POST or None, instance=person)
    if request.method == "POST" and form.is_valid():
        try:
            if invitations.accept(invitation, form.instance, form.cleaned_data["password1"]):
                messages.success(request, _("Your account is ready. Sign in."))
            return redirect("admin:login")
        except IntegrityError:  # somebody chose it between our question and our answer
            form.add_error("username", _("That username is taken."))
    return render(request, "account/welcome.html", {**frame(request), "form": form, "invitation": invitation})
