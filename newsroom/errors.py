"""What people see when something went wrong: in words, with a way on, and with their text."""

from django.core.exceptions import RequestDataTooBig
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _


def page(request, status):
    """The readers' error page of that status; it asks the database nothing."""
    return render(request, f"errors/{status}.html", status=status)


def bad_request(request, exception=None):
    return page(request, 413 if isinstance(exception, RequestDataTooBig) else 400)


def refused(request, exception=None):
    return page(request, 403)


def not_found(request, exception=None):
    return page(request, 404)


def broken(request):
    try:
        return page(request, 500)
    except Exception:  # what broke may be what the page is made with
        return HttpResponse(_("Something broke on our side. It has been noted."), status=500, content_type="text/plain")


def csrf_failure(request, reason=""):
    return HttpResponse(status=403)
