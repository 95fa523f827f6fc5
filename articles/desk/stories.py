"""Fetching a story for a screen of the desk: whoever may not see it gets no page."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404

from articles import permissions


def story_for(request, number):
    """The story, if this person may see it. 403 for whoever has no business at the desk."""
    user = request.user
    stories = permissions.stories_visible_to(user)
    if not (user.is_active and user.is_staff):
        raise PermissionDenied
    return get_object_or_404(stories, pk=number)
