"""What people see when something went wrong: in words, with a way on, and with their text."""

from django.core.exceptions import RequestDataTooBig
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from articles.publishing import render
from articles.reading import moved
from articles.reading.headers import FOR_A_MOMENT
from newsroom import signed_out


def page(request, status):
    """The error page of that status. It asks the database nothing and takes nothing of the request into it."""
    if getattr(request, "is_desk", False):
        text = render_to_string(f"errors/{status}.html", {"newsroom": render.newsroom(), "status": status})
    else:
        text = render.error(status)
    headers = {"Cache-Control": FOR_A_MOMENT if status == 404 else "no-store"}
    return HttpResponse(text, status=status, headers=headers)


def bad_request(request, exception=None):
    return page(request, 413 if isinstance(exception, RequestDataTooBig) else 400)


def refused(request, exception=None):
    return page(request, 403)


def not_found(request, exception=None):
    is_readers = not getattr(request, "is_desk", False)
    return (moved.as_we_write_it(request) if is_readers else None) or page(request, 404)


def broken(request):
    try:
        return page(request, 500)
    except Exception:  # what broke may be what the page is made with
        return HttpResponse(_("Something broke on our side. It has been noted."), status=500, content_type="text/plain")


def csrf_failure(request, reason=""):
    return signed_out.after_csrf_failure(request)
