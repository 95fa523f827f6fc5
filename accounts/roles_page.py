"""Roles × capabilities in one table, and the answer to "what may this person do, and why?"."""

from django.conf import settings
from django.contrib import admin, messages
from django.contrib.auth.decorators import permission_required
from django.contrib.auth.models import Group
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts import people, roles
from accounts.forms import RoleNameForm

SEE = permission_required("auth.view_group", raise_exception=True)
EDIT = permission_required(["auth.view_group", people.HAND_OUT], raise_exception=True)


@require_safe
@SEE
def table(request):
    """Everything at a glance; nothing changes here."""
    return show(request)


def show(request, form=None, status=200):
    shown = list(Group.objects.order_by("pk").prefetch_related("permissions__content_type"))
    has = {role.pk: set(roles.capabilities_of_role(role)) for role in shown}
    mine, may_edit = people.editable_capabilities(request.user), people.may_edit_roles(request.user)
    rows = [
        {"capability": one, "cells": [{"role": role, "held": one.key in has[role.pk]} for role in shown]}
        for one in roles.CAPABILITIES.values()
    ]
    offered = roles.offered()
    boxes = [
        {
            "role": role,
            "boxes": [_box(one, has[role.pk], mine, offered.get(role, ())) for one in roles.CAPABILITIES.values()],
        }
        for role in shown
    ]
    context = admin.site.each_context(request) | {
        "title": _("Roles"),
        "roles": shown,
        "rows": rows,
        "editing": boxes if may_edit else [],
        "offered": list(offered.items()),
        "copy_form": form or RoleNameForm(),
        "people": people.visible_to(request.user).order_by("first_name", "username"),
        "asked": answer(request),
        "newsroom": settings.NEWSROOM_NAME,
    }
    return TemplateResponse(request, "admin/accounts/roles.html", context, status=status)


def _box(capability, held, mine, offered):
    is_new = capability in offered
    return {"capability": capability, "held": capability.key in held, "open": capability.key in mine, "is_new": is_new}


def answer(request):
    """Whom the page is asked about, and yes or no to each capability with the reason; None where nobody is."""
    asked = request.GET.get("person", "")
    if not asked:
        return None
    if not (asked.isascii() and asked.isdigit() and len(asked) < 19):
        raise Http404
    person = get_object_or_404(people.visible_to(request.user), pk=asked)
    why = roles.capabilities_of(person)
    lines = [{"capability": one, "why": ", ".join(why[one.key])} for one in roles.CAPABILITIES.values()]
    return {"person": person, "lines": lines}


@require_POST
@EDIT
def change(request, pk):
    role = get_object_or_404(Group, pk=pk)
    keys = set(request.POST.getlist("capability")) & set(roles.CAPABILITIES)
    try:
        people.change_role(role, by=request.user, keys=keys)
    except people.LastAdministrator as refused:
        messages.error(request, refused.words)
    else:
        messages.success(request, _("The role %s is saved. It holds for everybody who has it, at once.") % role.name)
    return redirect("accounts_roles")


@require_POST
@EDIT
def copy(request, pk):
    role = get_object_or_404(Group, pk=pk)
    form = RoleNameForm(request.POST)
    if not form.is_valid():
        messages.error(request, " ".join(form.errors.get("name", [])))
        return show(request, form, status=400)
    new = people.copy_role(role, by=request.user, name=form.cleaned_data["name"])
    messages.success(request, _("There is a new role: %s. Nobody has it yet.") % new.name)
    return redirect("accounts_roles")
