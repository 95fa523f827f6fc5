"""Which side a request is for, and what follows: readers get no session, no cookie and public tables only."""

from django.conf import settings
from django.contrib.auth.middleware import AuthenticationMiddleware, LoginRequiredMiddleware
from django.contrib.messages.middleware import MessageMiddleware
from django.contrib.sessions.middleware import SessionMiddleware
from django.core.exceptions import BadRequest, DisallowedHost, SuspiciousOperation
from django.http import HttpResponseNotAllowed
from django.middleware.csrf import CsrfViewMiddleware
from django.middleware.locale import LocaleMiddleware
from django.utils.cache import add_never_cache_headers

from articles.publishing.tables import public_tables_only

DESK = "/admin/"  # everything of the desk lies below; everything else is the readers'


class Side:
    """Says which side a request is for (`request.is_desk`) and refuses methods that nobody here uses."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.is_desk = request.path_info.startswith(DESK) or request.path_info == DESK.rstrip("/")
        if request.method not in {"GET", "HEAD", "POST", "OPTIONS"}:
            return HttpResponseNotAllowed(["GET", "HEAD", "POST", "OPTIONS"])
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


class DeskLocale(DeskOnly, LocaleMiddleware):
    pass


class DeskCsrf(DeskOnly, CsrfViewMiddleware):
    pass


class DeskAuthentication(DeskOnly, AuthenticationMiddleware):
    pass


class DeskLoginRequired(DeskOnly, LoginRequiredMiddleware):
    pass


class DeskMessages(DeskOnly, MessageMiddleware):
    pass


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
        if request.is_desk:
            return self.get_response(request)
        with public_tables_only():
            return self.get_response(request)


class BadInput:
    """Turns input that no form could have sent (NUL bytes, numbers out of range) into a 400 with words."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if "\x00" in request.path_info:
            raise BadRequest("NUL byte in the address")
        return self.get_response(request)

    def process_exception(self, request, exception):
        if isinstance(exception, DisallowedHost | SuspiciousOperation):
            return None
        if isinstance(exception, ValueError | OverflowError) and "NUL" in str(exception):
            raise BadRequest(str(exception)) from exception
        return None
