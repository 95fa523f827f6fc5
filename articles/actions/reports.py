"""What readers say is wrong: taken in, told to the desk, answered and closed."""

from urllib.parse import unquote, urlsplit

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.actions.passage import MoveRefused
from articles.actions.tasks import open_task
from articles.models import ErrorReport, Path, Story, StoryTask
from articles.publishing import confidential

SHOWN = 300  # letters of a report in a task


def report_error(*, about="", text, evidence="", email="", now=None):
    """Keeps a reader's report; a story it is about gets a task, one for all reports while it is open.

    about: the address of a page, whole or its path; one that is none of ours is kept as it was typed.
    """
    now = now or timezone.now()
    with transaction.atomic():
        report = ErrorReport.objects.create(
            story=_story_at(about),
            about=about[:400],
            text=text,
            evidence=evidence,
            sealed_contact=confidential.seal({"email": email}) if email else None,
            at=now,
        )
        if report.story:
            words = _("A reader says: {text}").format(text=text[:SHOWN])
            open_task(report.story, StoryTask.TaskKind.REPORT, "reports", words, now=now)
    return report


def _story_at(address):
    path = unquote(urlsplit(address).path)
    number = Path.objects.filter(path=path).values_list("story_number", flat=True).first() if path else None
    return Story.objects.filter(pk=number).first() if number else None


def contact(report):
    """Where the reader may be answered, or an empty text. For who may read reports."""
    return confidential.unseal(report.sealed_contact)["email"] if report.sealed_contact else ""


def close_report(report, *, by, outcome, note="", now=None):
    """Says what became of it, and forgets where the reader could be answered."""
    if not by.has_perm("articles.change_errorreport"):
        raise PermissionDenied(_("You may not close readers’ reports."))
    if outcome not in ErrorReport.Outcome.values:
        raise MoveRefused(_("Say what became of it."))
    closed = {"closed_at": now or timezone.now(), "closed_by": by, "outcome": outcome, "note": note.strip()}
    if not ErrorReport.objects.open().filter(pk=report.pk).update(**closed, sealed_contact=None):
        raise MoveRefused(_("Somebody has closed this already."))
    report.refresh_from_db()
    return report


def reports_open(user):
    """How many wait for an answer, up to a hundred; for somebody who may not read them, none."""
    if not user.has_perm("articles.view_errorreport"):
        return 0
    return len(ErrorReport.objects.open().values_list("pk")[:100])
