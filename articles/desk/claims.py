"""The checkers' page of a story: its text with the claims marked, what each rests on, and what was found."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import FileResponse, Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from articles import actions, permissions
from articles.actions.evidence_files import attach, folder
from articles.desk.claim_cards import cards_of, text_of
from articles.desk.claim_forms import ClaimForm, EvidenceForm, VerdictForm
from articles.desk.stories import story_for
from articles.models import Claim, Evidence, Verdict
from articles.models.claims import subjects_of


@require_safe
def claims(request, number):
    return _page(request, story_for(request, number))


@require_POST
def verdicts(request, number):
    """One verdict on one claim or on all that are ticked: all of them or none."""
    story = story_for(request, number)
    if not request.user.has_perm("articles.judge_claim"):
        raise PermissionDenied
    known = {claim.pk: claim for claim in story.claims.bound()}
    form = VerdictForm(known.values(), request.POST)
    if not form.is_valid():
        return _refused(request, story, _first_error(form))
    chosen = [known[one] for one in form.cleaned_data["claim"]]
    try:
        actions.judge(chosen, by=request.user, result=form.cleaned_data["result"], note=form.cleaned_data["note"])
    except (actions.MoveRefused, PermissionDenied) as refusal:
        return _refused(request, story, str(refusal), chosen[0])
    told = ngettext("%(count)d claim: %(verdict)s.", "%(count)d claims: %(verdict)s.", len(chosen))
    verdict = Verdict.Result(form.cleaned_data["result"]).label
    messages.success(request, told % {"count": len(chosen), "verdict": verdict})
    return _back(story, _next_open(story, chosen[-1]))


@require_POST
def describe(request, number, claim):
    story, claim = _claim_to_work_on(request, number, claim)
    form = ClaimForm(claim, subjects_of(story), data=request.POST)
    if not form.is_valid():
        return _page(request, story, form)
    try:
        actions.describe(claim, by=request.user, **form.changes())
    except actions.MoveRefused as refusal:
        form.add_error(None, str(refusal))
        return _page(request, story, form)
    messages.success(request, _("Kept."))
    return _back(story, claim)


@require_POST
def evidence(request, number, claim):
    """Adds a source to a claim, or says more of one that it has."""
    story, claim = _claim_to_work_on(request, number, claim)
    changed, was_judged = _asked_for(request, claim), claim.verdict is not None
    sources = [use.source for use in story.story_sources.select_related("source")]
    form = EvidenceForm(claim, sources, changed, request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, story, form)
    said = form.cleaned_data
    source, file, others = said.pop("source"), said.pop("file"), said.pop("independent_of", [])
    others = [one for one in claim.evidence.all() if one.pk in others]
    chosen = changed.source if changed else next(one for one in sources if one.pk == source)
    try:
        with transaction.atomic():
            kept = actions.support(claim, chosen, by=request.user, independent_of=others, **said)
            if file:
                attach(kept, file, by=request.user)
    except actions.MoveRefused as refusal:
        form.add_error(None, str(refusal))
        return _page(request, story, form)
    messages.success(request, _("Kept."))
    _tell_of_verdict(request, claim, was_judged)
    return _back(story, claim)


def _tell_of_verdict(request, claim, was_judged):
    if was_judged and Claim.objects.get(pk=claim.pk).verdict is None:
        messages.warning(request, _("The verdict on it no longer holds, since what it rests on has changed."))


@require_POST
def remove(request, number, evidence):
    story, kept = _evidence_of(request, number, evidence)
    was_judged = kept.claim.verdict is not None
    actions.unsupport(kept, by=request.user)
    messages.success(request, _("Taken away."))
    _tell_of_verdict(request, kept.claim, was_judged)
    return _back(story, kept.claim)


@require_safe
def file(request, number, evidence):
    """To be saved, never shown in the browser's window: nobody knows what is in it."""
    _story, kept = _evidence_of(request, number, evidence)
    if not permissions.may_open_evidence(request.user, kept):
        raise PermissionDenied
    path = folder() / kept.file
    if not kept.file or not path.is_file():
        raise Http404
    return FileResponse(
        path.open("rb"), as_attachment=True, filename=kept.file_name, content_type="application/octet-stream",
        headers={"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"},
    )  # fmt: skip


def _claim_to_work_on(request, number, claim):
    """The claim is looked up through its story: nobody reaches another story's by its number."""
    story = story_for(request, number)
    claim = get_object_or_404(story.claims.with_evidence(), pk=claim)
    if not permissions.may_support(request.user, story):
        raise PermissionDenied
    return story, claim


def _evidence_of(request, number, evidence):
    story = story_for(request, number)
    return story, get_object_or_404(
        Evidence.objects.select_related("claim__story", "source"), claim__story=story, pk=evidence
    )


def _asked_for(request, claim):
    posted = request.POST.get("evidence", "")
    known = {str(one.pk): one for one in claim.evidence.all()}
    if posted and posted not in known:
        raise Http404
    return known.get(posted)


def _page(request, story, refused=None):
    """refused: a form that was sent and is shown again with what was typed."""
    cards = cards_of(story, request.user, refused, ticked=request.GET.get("tick") == "ready")
    context = admin.site.each_context(request) | {
        "title": _("Claims"),
        "story": story,
        "blocks": text_of(story, cards),
        "cards": cards,
        "results": Verdict.Result.choices,
        "judged": sum(card.claim.verdict is not None for card in cards),
        "may_support": permissions.may_support(request.user, story),
        "may_judge": request.user.has_perm("articles.judge_claim"),
    }
    return TemplateResponse(request, "desk/claims.html", context, headers={"Cache-Control": "no-store"})


def _back(story, claim=None):
    place = f"#claim-{claim.pk}" if claim else ""
    return HttpResponseRedirect(reverse("desk_claims", args=[story.pk]) + place)


def _refused(request, story, why, claim=None):
    messages.error(request, why)
    return _back(story, claim)


def _next_open(story, judged):
    """The next claim without a verdict, so that the keyboard goes on there; the one just judged where none is left."""
    following = [one for one in story.claims.with_evidence().bound() if one.verdict is None]
    after = [one for one in following if one.position > judged.position]
    return next(iter([*after, *following]), judged)


def _first_error(form):
    return next(iter(form.errors.values()))[0]
