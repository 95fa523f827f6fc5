"""The right of reply: asking, recording what came back, or saying why somebody is not asked.

Readers get a line made from these records. Where it changes, an approved story goes back to review (law 4); where an
answer comes after publication, somebody is asked to look at the story again.
"""

from contextlib import contextmanager

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import permissions
from articles.actions.editing import back_to_review
from articles.actions.evidence_files import keep
from articles.actions.inspection import edition_of
from articles.actions.passage import MoveRefused
from articles.actions.reminding import remind_of
from articles.actions.tasks import open_task
from articles.models import Organization, ReplyRequest, ReplyStep, Story, StoryTask
from articles.models.claims import subjects_of

Outcome = ReplyRequest.Outcome
ANSWERS = {Outcome.REPLIED, Outcome.DECLINED, Outcome.PUBLIC_REPLY}
FROM_THEM = ANSWERS | {Outcome.WITHDRAWN}  # what somebody asked has done: a live story is looked at again
RECORDED = (Outcome.REPLIED, Outcome.DECLINED, Outcome.NO_RESPONSE, Outcome.UNREACHABLE, Outcome.WITHDRAWN)
TEXTS = ("text", "answer", "proof_note", "waiver_reason")


def ask(story, subject, *, by, text, channel, deadline, sent_at=None, claims=(), proof="", now=None):
    """Records that a person or organization of the story was asked. claims: those put to them; none: all in general.

    A deadline shorter than the rule is recorded as it was set; the checks say that it was too short.
    """
    now = now or timezone.now()
    sent_at = sent_at or now
    _check_may_work_on(story, by)
    if not text.strip() or channel not in ReplyRequest.Channel.values:
        raise MoveRefused(_("Say what was put to them, and how."))
    if sent_at > now or deadline <= sent_at:
        raise MoveRefused(_("It was sent before now, and the answer is due after that."))
    facts = {"text": text.strip(), "channel": channel, "deadline": deadline, "sent_at": sent_at}
    with transaction.atomic():
        request = _record(story, subject, by, now, claims, facts | {"proof_note": proof.strip()})
        remind_of(request, now)
    return request


def extend(request, *, by, deadline, reason, now=None):
    """They have longer to answer. The former time stays among the request's steps."""
    now = now or timezone.now()
    _check_may_work_on(request.story, by)
    if not reason.strip():
        raise MoveRefused(_("Say why they have longer."))
    with _followed(request.story, by, now) as told:
        request.refresh_from_db()
        if not request.may_have_longer:
            raise MoveRefused(_("They have answered, or were not asked: there is no time to give."))
        if deadline <= max(request.deadline, now):
            raise MoveRefused(_("The new time is later than the one they had, and has not passed."))
        ReplyRequest.objects.filter(pk=request.pk).update(deadline=deadline, outcome=Outcome.WAITING)
        request.refresh_from_db()
        _step(request, by, now, reason)
        remind_of(request, now)
        told.append(request)
    return request


def public_reply(story, subject, *, by, answer, source, claims=(), now=None):
    """They have already said it in public. source: a Source of the story, where that can be read."""
    now = now or timezone.now()
    _check_may_work_on(story, by)
    if not answer.strip():
        raise MoveRefused(_("Write down what they said."))
    if source is None or not story.story_sources.filter(source=source).exists():
        raise MoveRefused(_("Add where they said it to the story’s sources first."))
    facts = {"outcome": Outcome.PUBLIC_REPLY, "answer": answer.strip(), "public_source": source}
    return _record(story, subject, by, now, claims, facts)


def waive(story, subject, *, by, reason, claims=(), now=None):
    """They are not asked. The reason stays with the desk."""
    now = now or timezone.now()
    if not permissions.may_waive_reply(by, story):
        raise PermissionDenied(_("You may not waive the right of reply."))
    if not reason.strip():
        raise MoveRefused(_("Say why they are not asked."))
    return _record(story, subject, by, now, claims, {"outcome": Outcome.WAIVED, "waiver_reason": reason.strip()})


def record_reply(request, *, by, outcome, answer="", answered_at=None, note="", now=None):
    """What came of a request: an answer, none, or that nobody could be reached. An answer may come later still."""
    now = now or timezone.now()
    _check_may_work_on(request.story, by)
    facts = _facts(request, outcome, answer.strip(), answered_at or now, note.strip(), now)
    with _followed(request.story, by, now) as told:
        ReplyRequest.objects.filter(pk=request.pk).update(**facts)
        request.refresh_from_db()
        _step(request, by, now, note)
        told.append(request)
    return request


def prove(request, file, *, by):
    """Keeps an uploaded file with a request: the letter, the answer. The one before stays on the disk, and its name and
    hash among the steps: what proved something once is not lost by a better proof.
    """
    _check_may_work_on(request.story, by)
    former = {"name": request.file_name, "hash": request.sha256, "file": request.file}
    with transaction.atomic():
        request.file, request.file_name, request.sha256 = keep(file)
        request.save(update_fields=["file", "file_name", "sha256"])
        if former["file"]:
            note = _("Another file took the place of {name}, kept as {file} (SHA-256 {hash}).").format(**former)
            _step(request, by, timezone.now(), note)
    return request


def _facts(request, outcome, answer, answered_at, note, now):
    if outcome not in RECORDED or request.outcome in {Outcome.PUBLIC_REPLY, Outcome.WAIVED}:
        raise MoveRefused(_("Say what came of it."))
    if outcome == Outcome.REPLIED and not answer:
        raise MoveRefused(_("Write down their answer, as readers get it."))
    if outcome == Outcome.NO_RESPONSE and now < request.deadline:
        raise MoveRefused(_("Their time to answer has not passed yet."))
    if outcome == Outcome.UNREACHABLE and not note:
        raise MoveRefused(_("Say how you tried to reach them."))
    if outcome == Outcome.WITHDRAWN and not request.has_answer:
        raise MoveRefused(_("There is no answer of theirs to withdraw."))
    if outcome == Outcome.WITHDRAWN and not note:
        raise MoveRefused(_("Say how they withdrew it."))
    if not request.sent_at <= answered_at <= now:
        raise MoveRefused(_("An answer comes after the question, and not in the future."))
    came = outcome in ANSWERS
    facts = {"outcome": outcome, "answer": answer if came else "", "answered_at": answered_at if came else None}
    if note:
        facts["proof_note"] = "\n".join(filter(None, [request.proof_note, note]))
    return facts


def _record(story, subject, by, now, claims, facts):
    if subject not in subjects_of(story).values():
        raise MoveRefused(_("Add them to the people or organizations of the story first."))
    if any(claim.story_id != story.pk for claim in claims):
        raise MoveRefused(_("These claims are another story’s."))
    side = "organization" if isinstance(subject, Organization) else "person"
    with _followed(story, by, now) as told:
        asked = {str(claim.pk): claim.words for claim in claims}
        request = ReplyRequest.objects.create(
            story=story, by=by, created_at=now, asked=asked, **{side: subject}, **facts
        )
        request.claims.set(claims)
        _step(request, by, now, facts.get("waiver_reason") or facts.get("proof_note", ""))
        told.append(request)
    return request


def _step(request, by, now, note):
    facts = {"outcome": request.outcome, "answer": request.answer, "deadline": request.deadline}
    ReplyStep.objects.create(request=request, note=note.strip(), by=by, at=now, **facts)


@contextmanager
def _followed(story, by, now):
    """Holds the story's row; afterwards approvals and live stories follow what readers would now be told."""
    with transaction.atomic():
        Story.objects.filter(pk=story.pk).update(schedule_problem=F("schedule_problem"))
        held, told = Story.objects.get(pk=story.pk), []
        before = edition_of(held, now).content["replies"]
        yield told
        if edition_of(held, now).content["replies"] == before:
            return
        for request in told:
            back_to_review(held, by=by, why=_what_came(request), now=now)
            if held.is_live and request.outcome in FROM_THEM:
                subject = f"reply-{request.pk}-{request.steps.count()}"
                open_task(held, StoryTask.TaskKind.REPLY, subject, _what_came(request), now=now)


def _what_came(request):
    return _("Right of reply, {name}: {outcome}.").format(name=request.to, outcome=request.get_outcome_display())


def _check_may_work_on(story, by):
    if not permissions.may_support(by, story):
        raise PermissionDenied(_("You may not work on the replies of this story."))
