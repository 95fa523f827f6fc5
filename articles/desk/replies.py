"""The page of replies: who is asked about what is said of them, and who approves the sources without a name."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import FileResponse, Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from articles import actions, permissions
from articles.actions.evidence_files import folder
from articles.desk.letters import letter
from articles.desk.reply_forms import AskForm, ExtendForm, LinkForm, OutcomeForm, PublicForm, WaiveForm, usual_times
from articles.desk.stories import story_for
from articles.models import Person
from articles.models.claims import subjects_of
from articles.text import is_reworded

PRIVATE = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}


@require_safe
def replies(request, number):
    """With ?to=person-3 the form to ask is filled in for that person, with the letter; with ?name= the form to link
    somebody whom the text names and nobody has linked."""
    return _page(request, story_for(request, number))


@require_POST
def ask(request, number):
    story = _story_to_work_on(request, number)
    form = AskForm(subjects_of(story), _claims(story), request.POST, request.FILES)

    def act():
        said = {name: form.cleaned_data[name] for name in ("text", "channel", "sent_at", "deadline", "proof")}
        asked = actions.ask(story, form.subject(), by=request.user, claims=form.chosen(), **said)
        _keep_file(asked, form, request.user)

    return _done(request, story, form, "ask", act)


@require_POST
def public(request, number):
    story = _story_to_work_on(request, number)
    form = PublicForm(subjects_of(story), _claims(story), _sources(story), request.POST, prefix="public")

    def act():
        said = {"answer": form.cleaned_data["answer"], "source": form.chosen_source(), "claims": form.chosen()}
        actions.public_reply(story, form.subject(), by=request.user, **said)

    return _done(request, story, form, "public", act)


@require_POST
def waive(request, number):
    story = story_for(request, number)
    if not permissions.may_waive_reply(request.user, story):
        raise PermissionDenied
    form = WaiveForm(subjects_of(story), _claims(story), request.POST, prefix="waive")

    def act():
        reason = form.cleaned_data["reason"]
        actions.waive(story, form.subject(), by=request.user, reason=reason, claims=form.chosen())

    return _done(request, story, form, "waive", act)


@require_POST
def outcome(request, number, reply):
    story = _story_to_work_on(request, number)
    asked = get_object_or_404(story.replies.with_people(), pk=reply)
    form = OutcomeForm(asked, request.POST, request.FILES)

    def act():
        said = {name: form.cleaned_data[name] for name in ("outcome", "answer", "answered_at", "note")}
        _keep_file(actions.record_reply(asked, by=request.user, **said), form, request.user)

    return _done(request, story, form, asked.pk, act)


@require_POST
def extend(request, number, reply):
    story = _story_to_work_on(request, number)
    asked = get_object_or_404(story.replies.with_people(), pk=reply)
    form = ExtendForm(asked, request.POST)

    def act():
        actions.extend(asked, by=request.user, **form.cleaned_data)

    return _done(request, story, form, f"extend-{asked.pk}", act)


@require_POST
def link(request, number):
    """Who the text names becomes one of the story's people, and can be asked; or is known to be dead."""
    story = _story_to_work_on(request, number)
    form = LinkForm(_alike(request.POST.get("name", "")), request.POST)
    if form.is_valid():
        said = {name: form.cleaned_data[name] for name in ("name", "role", "died_on")}
        try:
            person = actions.link_person(story, by=request.user, person=form.person(), **said)
        except (actions.MoveRefused, PermissionDenied) as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("{name} is linked to the story.").format(name=person))
            to = "" if person.died_on else f"?to=person-{person.pk}#ask"
            return HttpResponseRedirect(reverse("desk_replies", args=[number]) + to)
    return _page(request, story, {"link": form})


@require_safe
def letter_text(request, number):
    """The letter alone, as text, to be copied or printed."""
    story = _story_to_work_on(request, number)
    subject = subjects_of(story).get(request.GET.get("to", ""))
    if subject is None:
        raise Http404
    text = _letter(story, subject, request.user)
    return HttpResponse(text, content_type="text/plain; charset=utf-8", headers=PRIVATE)


@require_safe
def file(request, number, reply):
    """To be saved, never shown in the browser's window: nobody knows what is in it."""
    asked = get_object_or_404(story_for(request, number).replies, pk=reply)
    path = folder() / asked.file
    if not asked.file or not path.is_file():
        raise Http404
    return FileResponse(
        path.open("rb"), as_attachment=True, filename=asked.file_name, content_type="application/octet-stream",
        headers=PRIVATE,
    )  # fmt: skip


@require_POST
def approve_source(request, number, use):
    story = story_for(request, number)
    used = get_object_or_404(story.story_sources.select_related("source", "story"), pk=use)
    if not permissions.may_approve_anonymity(request.user, story):
        raise PermissionDenied
    try:
        actions.approve_anonymity(used, by=request.user)
    except (actions.MoveRefused, PermissionDenied) as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Approved, as it is worded now."))
    return HttpResponseRedirect(reverse("desk_replies", args=[number]) + "#sources")


def _done(request, story, form, name, act):
    """Acts where the form is complete; else, or where it is refused, shows it again with what was typed."""
    if form.is_valid():
        try:
            with transaction.atomic():
                act()
        except actions.MoveRefused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Kept."))
            return HttpResponseRedirect(reverse("desk_replies", args=[story.pk]))
    return _page(request, story, {name: form})


def _keep_file(asked, form, by):
    if form.cleaned_data["file"]:
        actions.prove(asked, form.cleaned_data["file"], by=by)


def _story_to_work_on(request, number):
    story = story_for(request, number)
    if not permissions.may_support(request.user, story):
        raise PermissionDenied
    return story


def _claims(story):
    return list(story.claims.bound().select_related("person", "organization"))


def _sources(story):
    return [use.source for use in story.story_sources.select_related("source")]


def _due(story):
    return usual_times(actions.profile_of(story)["rules"]["reply.minimum_hours"])


def _not_put_yet(story, subject, claims):
    """The numbers of the claims about somebody that they have not been asked about; of all, where that is none."""
    about = [claim.pk for claim in claims if claim.about == subject]
    profile = actions.profile_of(story)
    terms, most = profile["terms"], profile["rules"]["changes.minor_characters"]
    put = {claim.pk for request in story.replies.with_people().prefetch_related("claims") if request.to == subject
           for claim in request.claims.all()
           if not is_reworded(request.asked.get(str(claim.pk), claim.words), claim.words, terms, most)}  # fmt: skip
    return [number for number in about if number not in put] or about


def _letter(story, subject, by):
    claims = _claims(story)
    wanted = _not_put_yet(story, subject, claims)
    claims = [claim for claim in claims if claim.pk in wanted]
    return letter(story, subject, claims, _due(story)[1], by=by)


def _alike(name):
    """People whom the desk knows by such a family name."""
    return list(Person.objects.named(name[:200].split()[-1])[:5]) if name.strip() else []


def _page(request, story, refused=None):
    """refused: {"ask" or another form's name, or a request's number: the form that was sent}."""
    refused, user = refused or {}, request.user
    subjects, claims = subjects_of(story), _claims(story)
    may_support = permissions.may_support(user, story)
    asked = story.replies.with_people().prefetch_related("claims", "steps__by")
    context = admin.site.each_context(request) | {
        "title": _("Right of reply"),
        "story": story,
        "now": timezone.now(),
        "subjects": subjects,
        "asked": [_card(one, refused) for one in asked],
        "unnamed": [one for one in _uses(story) if one.is_anonymous],
        "may_support": may_support,
        "may_approve": permissions.may_approve_anonymity(user, story) and actions.may_approve_in(user, story),
        "refused": refused,
        "link": refused.get("link") or _link_form(request, story),
        "to": request.GET.get("to", ""),
    }
    if subjects and may_support:
        context["ask"] = refused.get("ask") or _ask_form(request, story, subjects, claims)
        context["public"] = refused.get("public") or PublicForm(subjects, claims, _sources(story), prefix="public")
    if subjects and permissions.may_waive_reply(user, story):
        context["waive"] = refused.get("waive") or WaiveForm(subjects, claims, prefix="waive")
    return TemplateResponse(request, "desk/replies.html", context, headers={"Cache-Control": "no-store"})


def _card(one, refused):
    longer = f"extend-{one.pk}"
    return {
        "one": one,
        "form": refused.get(one.pk) or OutcomeForm(one),
        "is_refused": one.pk in refused,
        "longer": refused.get(longer) or (ExtendForm(one) if one.may_have_longer else None),
        "longer_is_refused": longer in refused,
    }


def _link_form(request, story):
    name = " ".join(request.GET.get("name", "").replace("\x00", "").split())[:200]
    user = request.user
    if not name or permissions.edit_result(user, story) is None or not user.has_perm("articles.add_person"):
        return None
    people = _alike(name)
    same = [person.pk for person in people if person.name == name]
    return LinkForm(people, initial={"name": name, "known": same[0] if len(same) == 1 else 0})


def _uses(story):
    return story.story_sources.select_related("source", "anonymity_approved_by")


def _ask_form(request, story, subjects, claims):
    to = request.GET.get("to", "")
    sent_at, deadline = _due(story)
    initial = {"sent_at": sent_at, "deadline": deadline}
    if to in subjects:
        initial |= {"to": to, "claims": _not_put_yet(story, subjects[to], claims)}
        initial["text"] = _letter(story, subjects[to], request.user)
    return AskForm(subjects, claims, initial=initial)
