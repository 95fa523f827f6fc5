"""The pages around signing in. Allauth's own, inside the frame of the desk."""

from functools import wraps

from allauth.account import views as account
from django.contrib import admin
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.shortcuts import render
from django.utils.decorators import method_decorator


def framed(view):
    """Gives a page of allauth what the frame of the admin needs: name, colours, the user's links."""

    @wraps(view)
    def in_frame(request, *args, **kwargs):
        response = view(request, *args, **kwargs)
        if hasattr(response, "context_data") and not response.is_rendered:
            response.context_data = {**admin.site.each_context(request), **(response.context_data or {})}
        return response

    return in_frame


@method_decorator(login_not_required, name="dispatch")
class Login(account.LoginView):
    """The admin's login. Somebody signed in who may not enter is told so: sent on, they would come back for ever."""

    def dispatch(self, request, *args, **kwargs):
        if request.user.is_authenticated and not request.user.is_staff:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


@login_not_required
def too_many(request):
    """What allauth answers past its limits."""
    return render(request, "account/too_many.html", admin.site.each_context(request), status=429)
