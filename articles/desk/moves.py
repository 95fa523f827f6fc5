"""The verbs: one address for each, POST only. It reads the form, calls the action and says what became of it."""

from datetime import UTC, datetime

from django.contrib import messages
from django.http import Http404, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from articles import actions
from articles.desk.stories import story_for
from articles.gate import gathered
from articles.workflow import CONFIRM, MOVES

OVERRIDABLE = {"approve", "schedule", "publish", "publish_minor"}
PREFIX = "override-"
LONGEST_NOTE = 2000


@require_POST
def move(request, number, name):
    story = story_for(request, number)
    if name not in {*MOVES, CONFIRM.name}:
        raise Http404
    try:
        story.version = _version(request.POST.get("version", ""))
        getattr(actions, name)(story, by=request.user, **_asked(name, request.POST))
    except actions.MoveRefused as refusal:
        messages.error(request, _told(refusal))
    else:
        label = (MOVES | {CONFIRM.name: CONFIRM})[name].label
        messages.success(request, _("Done: {move}.").format(move=label))
    return HttpResponseRedirect(reverse("admin:articles_story_change", args=[number]))


def _version(text):
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise actions.MoveRefused(_("The page did not say which version it showed. Nothing has changed; try again."))
    return int(text)


def _asked(name, posted):
    """The action's own arguments, from what the button's form sent."""
    note = posted.get("note", "").strip()
    if len(note) > LONGEST_NOTE or "\x00" in note:
        raise actions.MoveRefused(_("The note is too long, or holds a character that cannot be kept."))
    asked = {"note": note}
    if name in OVERRIDABLE:
        asked["overrides"] = {
            key.removeprefix(PREFIX): value.strip()[:LONGEST_NOTE].replace("\x00", "")
            for key, value in posted.items()
            if key.startswith(PREFIX) and value.strip()
        }
    if name == "schedule":
        asked["at"] = local_time(posted.get("at", ""))
    if name == "reopen":
        asked["kind"] = posted.get("kind", "")
    if name == "take_down":
        asked["legal"] = bool(posted.get("legal"))
    return asked


def local_time(text):
    """An hour typed in the newsroom's zone. Refuses those that the change of clocks skips or brings twice."""
    try:
        naive = parse_datetime(text.strip()[:40])
    except ValueError:
        naive = None
    if naive is None:
        raise actions.MoveRefused(_("Say when, as a date and a time."))
    if timezone.is_aware(naive):
        return naive
    zone = timezone.get_default_timezone()
    try:
        early, late = (naive.replace(tzinfo=zone, fold=fold) for fold in (0, 1))
        back = early.astimezone(UTC).astimezone(zone)
    except OverflowError as error:
        raise actions.MoveRefused(_("That time is too far away.")) from error
    if back.replace(tzinfo=None) != naive:
        raise actions.MoveRefused(_("That hour does not exist: the clocks go forward. Choose another."))
    if early.utcoffset() != late.utcoffset():
        raise actions.MoveRefused(_("That hour comes twice: the clocks go back. Choose another."))
    return _reasonable(early)


def _reasonable(at: datetime):
    if at.year > timezone.now().year + 10:
        raise actions.MoveRefused(_("That time is too far away."))
    return at


def _told(refusal):
    findings = getattr(refusal, "findings", ())
    if not findings:
        return str(refusal)
    lines = format_html_join(
        "", "<li>{}{}</li>", ((first.message, _places(found)) for first, found in gathered(findings))
    )
    return format_html("{}<ul>{}</ul>", str(refusal), lines)


def _places(found):
    """The first place of a check, and how many more there are."""
    places = list(dict.fromkeys(finding.where for finding in found if finding.where))
    if not places:
        return ""
    more = ngettext("; %(count)d more place", "; %(count)d more places", len(places) - 1) % {"count": len(places) - 1}
    return f" ({places[0]}{more if len(places) > 1 else ''})"
