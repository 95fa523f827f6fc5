"""Mail to who asked for a reply, before their time to answer runs out and when it has.

Each reminder lies in the outbox until its hour and says nothing if there is an answer by then, or another deadline. It
names nobody: mail is read by others than those it is sent to.
"""

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from articles.models import ReplyRequest
from articles.publishing import outbox

BEFORE = timedelta(hours=3)


def remind_of(request, now):
    """Inside the transaction that sets the deadline."""
    what = {"reply": request.pk, "deadline": request.deadline.isoformat()}
    before = request.deadline - min(BEFORE, (request.deadline - now) / 4)
    for due in (before, request.deadline):
        if due > now:
            outbox.record("reply_reminder", what, at_once=False, due=due)


@outbox.effect("reply_reminder")
def _remind(payload):
    request = ReplyRequest.objects.waiting().select_related("story", "by").filter(pk=payload["reply"]).first()
    if request is None or request.deadline != parse_datetime(payload["deadline"]):
        return
    subject, body = _letter(request, is_over=request.deadline <= timezone.now())
    with transaction.atomic():
        for address in _addresses(request):
            outbox.record("mail", {"to": address, "subject": subject, "body": body})


def _addresses(request):
    people = {request.by, *request.story.writers.all()}
    return sorted({one.email for one in people if one.is_active and one.email})


def _letter(request, *, is_over):
    local = timezone.localtime(request.deadline, timezone.get_default_timezone())
    facts = {"number": request, "when": date_format(local, "DATETIME_FORMAT")}
    page = f"{settings.DESK_URL}{reverse('desk_replies', args=[request.story_id])}#reply-{request.pk}"
    if is_over:
        subject = _("No answer yet, and the time has passed: {number}").format(**facts)
        told = _("The answer was due {when}. Write down what came of it, or give them longer.").format(**facts)
    else:
        subject = _("An answer is due soon: {number}").format(**facts)
        told = _("The answer is due {when}, and none is recorded. Have you reached them?").format(**facts)
    return subject, f"{told}\n\n{page}\n"
