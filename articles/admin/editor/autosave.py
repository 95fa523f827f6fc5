"""Unsent text is kept in the browser (static/desk/autosave.js) until the desk says that it was saved."""

from django.conf import settings

COOKIE = "desk-saved"


def saved(response, request, key):
    """Tells the person's browser that the form it kept under this key ("story-12", "story-new") has been saved."""
    response.set_cookie(
        COOKIE, f"{request.user.pk}:{key}", max_age=86400, path="/admin/", samesite="Lax", secure=settings.HTTPS
    )
    return response
