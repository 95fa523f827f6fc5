"""Whether a process can do its work, for those who watch it: `/healthz` says what is wrong, `/readyz` if it can serve.

Both are answered before anything else: a prober asks by a machine's address, over plain HTTP, with no login.
"""

import logging
import secrets

from django.core.cache import caches
from django.db import DatabaseError
from django.http import HttpResponseNotAllowed, JsonResponse

from articles.models import Path

log = logging.getLogger(__name__)
OK = "ok"


def database():
    """The readers' tables can be read, with whatever role this process has."""
    Path.objects.order_by().values_list("pk").first()
    return OK


def cache():
    """What is put into the shared cache of pages comes out again."""
    token, key = secrets.token_hex(8), "healthz"
    caches["pages"].set(key, token, 30)
    return OK if caches["pages"].get(key) == token else "does not answer; pages are made anew for each reader"


class Health:
    """Answers `/healthz` (200, or 503 with what is wrong) and `/readyz` (can readers or the desk be served at all).

    The body is one flat JSON object: `status`, then a line for each part. It names no host, person or story.
    """

    parts = {"database": database, "cache": cache}
    needed = ("database",)

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.path_info == "/healthz":
            return self._answer(request, self.parts)
        if request.path_info == "/readyz":
            return self._answer(request, {name: self.parts[name] for name in self.needed})
        return self.get_response(request)

    def _answer(self, request, parts):
        if request.method not in {"GET", "HEAD"}:
            return HttpResponseNotAllowed(["GET", "HEAD"])
        found = {name: _tried(name, part) for name, part in parts.items()}
        is_well = all(words == OK for words in found.values())
        state = {"status": OK if is_well else "fault"} | found
        return JsonResponse(state, status=200 if is_well else 503, headers={"Cache-Control": "no-store"})


def _tried(name, part):
    try:
        return part()
    except DatabaseError as error:
        log.error("healthz: %s: %s", name, type(error).__name__)
        return "does not answer"
