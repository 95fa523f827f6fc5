"""Closing a task from the story's page: POST only."""

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from articles import actions
from articles.desk.stories import story_for

LONGEST_REASON = 2000


@require_POST
def close(request, number, task):
    story = story_for(request, number)
    task = get_object_or_404(story.tasks, pk=task)
    reason = request.POST.get("reason", "").replace("\x00", "")[:LONGEST_REASON]
    try:
        actions.close_task(task, by=request.user, outcome=request.POST.get("outcome", ""), reason=reason)
    except actions.MoveRefused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Closed: {task}.").format(task=task.get_kind_display()))
    return HttpResponseRedirect(reverse("admin:articles_story_change", args=[number]))
