"""Which side a request is for, and what follows: readers get no session, no cookie and public tables only."""

import logging

from django.conf import settings
from django.contrib.auth.middleware import AuthenticationMiddleware, LoginRequiredMiddleware
from django.contrib.messages.middleware import MessageMiddleware
from django.contrib.sessions.middleware import SessionMiddleware
from django.db import DataError
from django.http import HttpResponseNotAllowed
from django.middleware.csrf import CsrfViewMiddleware
from django.middleware.gzip import GZipMiddleware
from django.utils.cache import add_never_cache_headers

from articles.publishing.tables import only_public, public_tables_only
from newsroom import errors, signed_out

log = logging.getLogger(__name__)
DESK = "/admin/"  # everything of the desk lies below; everything else is the readers'
REPORT = "/report/"  # the readers' one form: under their host, taken by a process that writes
METHODS = ("GET", "HEAD", "POST", "OPTIONS")


class Side:
    """Says which side a request is for and refuses methods that nobody here uses.

    `is_desk`: with a login, its session and its guards. `is_report`: the readers' one form, which writes without any.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        below = request.path_info.startswith(DESK) or request.path_info == DESK.rstrip("/")
        request.is_desk = below and settings.SITE != "public"
        request.is_report = request.path_info == REPORT and settings.SITE != "public"
        if request.method not in METHODS:
            return HttpResponseNotAllowed(METHODS)
        return self.get_response(request)


class DeskOnly:
    """Makes a middleware of Django step aside on readers' pages, its view hooks too."""

    def __call__(self, request):
        return super().__call__(request) if request.is_desk else self.get_response(request)

    def process_view(self, request, *args):
        hook = getattr(super(), "process_view", None)
        return hook(request, *args) if hook and request.is_desk else None

    def process_exception(self, request, exception):
        hook = getattr(super(), "process_exception", None)
        return hook(request, exception) if hook and request.is_desk else None


class DeskSession(DeskOnly, SessionMiddleware):
    pass


class DeskCsrf(DeskOnly, CsrfViewMiddleware):
    pass


class DeskAuthentication(DeskOnly, AuthenticationMiddleware):
    pass


class DeskLoginRequired(DeskOnly, LoginRequiredMiddleware):
    def handle_no_permission(self, request, view_func):
        """What was typed into a form is not lost with the login."""
        return (
            signed_out.answer(request) if request.method == "POST" else super().handle_no_permission(request, view_func)
        )


class DeskMessages(DeskOnly, MessageMiddleware):
    pass


class ReadersGZip(GZipMiddleware):
    """Compresses readers’ pages: they hold no secret that their length could tell (BREACH)."""

    max_random_bytes = 0  # the same bytes for everyone, compressed too

    def process_response(self, request, response):
        is_packed = response.headers.get("Content-Type", "").startswith("image/")
        return response if request.is_desk or is_packed else super().process_response(request, response)


class Headers:
    """The desk's own content policy, and no copy of its pages in any cache."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        response.headers.setdefault("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()")
        if request.is_desk:
            add_never_cache_headers(response)
            response.headers["Cache-Control"] = "no-store, private"
            response.headers["X-Robots-Tag"] = "noindex"
            if not hasattr(response, "_csp_replace"):
                response._csp_replace = settings.DESK_CONTENT_SECURITY_POLICY
        return response


class PublicTablesOnly:
    """Law 1 in one process: during a reader's request the database answers for `public_*` tables only."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.is_desk or request.is_report:
            return self.get_response(request)
        with public_tables_only():
            response = self.get_response(request)
        if response.streaming:
            response.streaming_content = only_public(response.streaming_content)
        return response


class BadInput:
    """Answers with words what no form of ours sends: NUL bytes, halves of characters, numbers past the database's end.

    A form's own fields check themselves and keep what was typed; this is for all that never reaches one.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        values = [request.path_info, *request.COOKIES.values(), *request.GET]
        values += [value for name in request.GET for value in request.GET.getlist(name)]
        if any("\x00" in value for value in values):
            return errors.bad_request(request)
        return self.get_response(request)

    def process_exception(self, request, exception):
        is_nul = isinstance(exception, ValueError) and "NUL" in str(exception)
        if is_nul or isinstance(exception, OverflowError | DataError | UnicodeEncodeError):
            log.warning("Refused input on %s: %s", request.path_info, type(exception).__name__)
            return errors.bad_request(request, exception)
        return None
