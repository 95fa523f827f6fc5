"""A form was sent without a login that still holds: the page that keeps all of it until its sender is back.

It echoes only what a page of our own sent; to any other site's form the answer is a bare refusal.
"""

from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _

SHORT = 120  # longer text is shown, so that it can be copied by hand should all else fail
NOT_KEPT = "csrfmiddlewaretoken"


def answer(request):
    """For a form, the page; for a script of ours, a word that it understands; 403 in any case."""
    if request.path == reverse("admin:login"):
        return redirect(request.get_full_path())
    if "text/html" not in request.headers.get("Accept", "text/html"):
        return JsonResponse({"signed_out": True, "message": _("You are signed out. Sign in again.")}, status=403)
    context = {
        "address": request.get_full_path(),
        "fields": list(kept(request.POST)),
        "files": sorted({file.name for name in request.FILES for file in request.FILES.getlist(name)}),
        "newsroom_name": settings.NEWSROOM_NAME,
        "signed_in": request.user.is_authenticated,
    }
    return TemplateResponse(request, "desk/signed_out.html", context, status=403)


def kept(posted):
    """Each field that was sent, in order, but no password and no token."""
    for name, values in posted.lists():
        if name == NOT_KEPT or "password" in name.lower():
            continue
        for value in values:
            text = value.replace("\x00", "")
            yield {"name": name, "value": text, "long": len(text) > SHORT or "\n" in text or "\r" in text}


def from_our_own_page(request):
    """Whether the browser says that a page of this desk sent it. Who says nothing is not believed."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site == "same-origin"
    said = request.headers.get("Origin") or request.headers.get("Referer", "")
    sender = urlsplit(said)
    return bool(sender.netloc) and (sender.scheme, sender.netloc) == (request.scheme, request.get_host())


def after_csrf_failure(request):
    """An old token from a page of ours is somebody who signed in meanwhile; anything else is shown nothing."""
    if getattr(request, "is_desk", False) and request.method == "POST" and from_our_own_page(request):
        return answer(request)
    return HttpResponse(
        _("Refused: this form did not come from a page of ours."), status=403, content_type="text/plain"
    )
