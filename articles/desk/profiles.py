"""The jurisdiction profiles on the desk: read as a document, changed a rule or a term at a time."""

from dataclasses import dataclass
from functools import partial

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from articles import actions, permissions
from articles.actions import rule_values
from articles.desk.profile_forms import CopyForm, RuleForm, TermForm, WhyForm
from articles.jurisdictions import GROUPS, RULES, review_is_due
from articles.jurisdictions.words import TERM_LISTS, list_name
from articles.models import Jurisdiction, Story

LATEST = 12
MOST_SHOWN = 200


def _page(request, template, title, profile=None, **context):
    found = {"title": title, "profile": profile, "may_keep": permissions.may_keep_profiles(request.user)}
    return TemplateResponse(
        request, f"desk/profiles/{template}.html", admin.site.each_context(request) | found | context
    )


def _profile(request, code, keep=False):
    """The profile of this code, for whoever may read it or (keep) change it; 403 for everybody else."""
    may = permissions.may_keep_profiles if keep else permissions.may_read_profiles
    if not (request.user.is_staff and may(request.user)):
        raise PermissionDenied
    return get_object_or_404(Jurisdiction, code=code)


def _back(profile, anchor=""):
    return HttpResponseRedirect(reverse("desk_profile", args=[profile.code]) + anchor)


@require_safe
def every(request):
    """All profiles, and how each stands."""
    if not (request.user.is_staff and permissions.may_read_profiles(request.user)):
        raise PermissionDenied
    return _page(request, "every", _("Rules and law"), standings=standings(Jurisdiction.objects.all()))


@dataclass(frozen=True)
class Standing:
    """A profile, and whether somebody should look at it again."""

    profile: Jurisdiction
    is_due: bool
    changes_since: int


def standings(profiles):
    """Whether each was reviewed in time, and how often it was changed on a later day or since."""
    months = dict(
        Jurisdiction.objects.filter(rules__key="profile.review_months").values_list("pk", "rules__value")
    )  # fmt: skip
    today = timezone.localdate()
    return [
        Standing(one, review_is_due(one.reviewed_on, months.get(one.pk, 12), today), one.changed_since_review)
        for one in profiles.with_changes_since_review()
    ]


@require_safe
def page(request, code):
    """The whole profile as a document."""
    profile = _profile(request, code)
    latest = {}
    for change in profile.changes.filter(what__in=RULES).select_related("by"):
        latest.setdefault(change.what, change)
    rules = {rule.key: rule for rule in profile.rules.filter(key__in=RULES)}
    lines = [_line(rules[key], latest.get(key)) for key in RULES if key in rules]
    grouped = {name: [one for one in lines if one["rule"].about.group == name] for name in GROUPS}
    groups = [(name, title, grouped[name]) for name, title in GROUPS.items()]
    return _page(
        request, "page", profile.name, profile,
        standing=standings(Jurisdiction.objects.filter(pk=profile.pk))[0], groups=groups, lists=_lists(profile),
        changes=[_told(change) for change in profile.changes.select_related("by")[:LATEST]],
        copy_form=CopyForm(), default_form=WhyForm(),
    )  # fmt: skip


def _line(rule, change):
    return {"rule": rule, "value": rule_values.told(rule.about, rule.value), "change": change}


def _lists(profile):
    counted = profile.terms.filter(removed=False).values_list("list").annotate(Count("pk")).order_by()
    numbers = dict(counted)
    names = [*TERM_LISTS, *sorted(numbers.keys() - TERM_LISTS.keys())]
    return [
        {"key": name, "name": list_name(name), "help": TERM_LISTS.get(name, ("", ""))[1], "count": numbers.get(name, 0)}
        for name in names
    ]


def _told(change):
    """A line of the log in words."""
    about = RULES.get(change.what)
    words = {"reviewed": _("Reviewed"), "default": _("Made the house’s profile"), "copied": _("Copied")}
    name = about.label if about else words.get(change.what) or list_name(change.what)

    def said(state):
        if not state:
            return ""
        if about:
            return ", ".join(rule_values.told(about, state["value"]))
        if "words" in state:
            return _("taken out: {words}").format(words=state["words"]) if state.get("removed") else state["words"]
        return ", ".join(str(one) for one in state.values() if one)

    return {"name": name, "before": said(change.before), "after": said(change.after), "change": change}


@require_http_methods(["GET", "POST"])
def rule(request, code, key):
    """One rule: its value, where it comes from, and why it is changed; or back to what was shipped."""
    profile = _profile(request, code, keep=True)
    kept = get_object_or_404(profile.rules.filter(key__in=RULES), key=key)
    form = RuleForm(kept, request.POST or None)
    if request.method == "POST" and "restore" in request.POST:
        form = WhyForm(request.POST)
    if request.method == "POST" and form.is_valid():
        act = actions.restore_rule if "restore" in request.POST else actions.change_rule
        if _acted(request, form, act, kept):
            return _back(profile, f"#{kept.about.group}")
    if not isinstance(form, RuleForm):
        form = RuleForm(kept)
    history = [_told(change) for change in profile.changes.filter(what=key).select_related("by")[:MOST_SHOWN]]
    return _page(request, "rule", kept.about.label, profile, rule=kept, form=form, changes=history)


def _acted(request, form, act, *on):
    """Calls the action with what the form holds; a refusal is told in its words and changes nothing."""
    try:
        act(*on, by=request.user, **form.cleaned_data)
    except actions.MoveRefused as refusal:
        form.add_error(None, str(refusal))
        return False
    messages.success(request, _("Changed, and kept in the log."))
    return True


@require_http_methods(["GET", "POST"])
def terms(request, code, name):
    """One list of words: searched, and added to."""
    profile = _profile(request, code, keep=request.method == "POST")
    found = profile.terms.filter(list=name)
    if name not in TERM_LISTS and not found.exists():
        return _back(profile, "#words")
    form = TermForm(request.POST or None)
    add = partial(actions.add_term, list=name)
    if request.method == "POST" and form.is_valid() and _acted(request, form, add, profile):
        return HttpResponseRedirect(reverse("desk_profile_terms", args=[code, name]))
    asked = _asked(request)
    history = [_told(change) for change in profile.changes.filter(what=name).select_related("by")[:LATEST]]
    return _page(
        request, "terms", list_name(name), profile, list=name, about=TERM_LISTS.get(name, ("", ""))[1], asked=asked,
        terms=found.saying(asked)[:MOST_SHOWN], form=form, changes=history,
    )  # fmt: skip


def _asked(request):
    return request.GET.get("q", "").strip()[:100]


@require_safe
def search(request, code):
    """All the lists' words together."""
    profile = _profile(request, code)
    asked = _asked(request)
    found = profile.terms.saying(asked).order_by("list", "words")[:MOST_SHOWN] if asked else []
    found = [{"term": term, "list": list_name(term.list)} for term in found]
    return _page(request, "search", _("Words in {name}").format(name=profile.name), profile, asked=asked, found=found)


@require_http_methods(["GET", "POST"])
def term(request, code, number):
    profile = _profile(request, code, keep=True)
    kept = get_object_or_404(profile.terms, pk=number)
    initial = {name: getattr(kept, name) for name in ("words", "reason", "cites")}
    act = {"remove": actions.remove_term, "restore": actions.restore_term}.get(request.POST.get("act"))
    form = WhyForm(request.POST) if act else TermForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid() and _acted(request, form, act or actions.change_term, kept):
        return HttpResponseRedirect(reverse("desk_profile_terms", args=[code, kept.list]))
    if act:
        messages.error(request, _("Say why: the reason is kept with the change."))
        form = TermForm(initial=initial)
    return _page(request, "term", list_name(kept.list), profile, term=kept, form=form)


@require_POST
def review(request, code):
    profile = _profile(request, code, keep=True)
    actions.review(profile, by=request.user)
    messages.success(request, _("Thank you. The profile says that you have reviewed it today."))
    return _back(profile)


@require_POST
def make_default(request, code):
    profile = _profile(request, code, keep=True)
    form = WhyForm(request.POST)
    if not (form.is_valid() and _acted(request, form, actions.make_default, profile)):
        messages.error(request, _("Say why: the reason is kept with the change."))
    return _back(profile)


@require_POST
def copy(request, code):
    profile = _profile(request, code, keep=True)
    form = CopyForm(request.POST)
    if form.is_valid() and _acted(request, form, actions.copy_profile, profile):
        return HttpResponseRedirect(reverse("desk_profile", args=[form.cleaned_data["code"]]))
    for errors in form.errors.values():
        messages.error(request, " ".join(errors))
    return _back(profile, "#copy")


def due_for(user):
    """The profiles that stories go by and that nobody has reviewed in time, for whoever keeps them."""
    if not permissions.may_keep_profiles(user):
        return []
    return [one.profile for one in standings(Jurisdiction.objects.in_use(Story.objects.all())) if one.is_due]
