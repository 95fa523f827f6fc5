"""Whether a name gets a public page: an editor's decision, with a reason."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from articles import actions
from articles.models import Organization, Person

KINDS = {"person": Person, "organization": Organization}


@require_POST
def decide(request, kind, number):
    if not (request.user.is_staff and request.user.has_perm(f"articles.view_{kind}")):
        raise PermissionDenied
    named = get_object_or_404(KINDS[kind], pk=number)
    try:
        if request.POST.get("decide") == "take":
            actions.withdraw_page(named, by=request.user)
        else:
            reason = request.POST.get("reason", "").replace("\x00", "")[:500]
            actions.decide_page(named, by=request.user, reason=reason)
    except actions.MoveRefused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Done."))
    return HttpResponseRedirect(reverse(f"admin:articles_{kind}_change", args=[number]))
