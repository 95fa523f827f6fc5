"""“Report an error”: the one form of the readers'. The desk's process takes it: no login, no cookie, no script.

It stands under the readers' host (deploy/nginx.conf.template). Without a cookie there is nothing that a forged
request could borrow, so there is no token either; limits and a box that people do not see keep machines out.
"""

from django import forms
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from accounts.senders import may_send
from articles import actions
from articles.models import Section
from articles.publishing import render

PATH = "/report/"
MOST, SECONDS = 5, 600


class ReportForm(forms.Form):
    about = forms.CharField(
        label=_("Which page?"), max_length=400, required=False,
        help_text=_("Its address. Leave it empty if it is about the paper as a whole."),
    )  # fmt: skip
    text = forms.CharField(
        label=_("What is wrong?"), min_length=10, max_length=5000, widget=forms.Textarea({"rows": 6}),
        error_messages={
            "required": _("Say what is wrong, in your own words."),
            "min_length": _("Say a little more, so that we can find it."),
        },
    )  # fmt: skip
    evidence = forms.CharField(
        label=_("How do you know?"), max_length=5000, required=False, widget=forms.Textarea({"rows": 3}),
        help_text=_("A document, a link, that you were there. It helps us to check, and you need not say it."),
    )  # fmt: skip
    email = forms.EmailField(
        label=_("Where may we answer you?"), required=False,
        help_text=_("Your e-mail address, if you want an answer. Only the desk sees it; we forget it afterwards."),
    )  # fmt: skip
    website = forms.CharField(required=False)  # for machines; people do not see it


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def report(request):
    if "sent" in request.GET:
        return _page({"is_sent": True})
    if request.method != "POST":
        return _page({"form": ReportForm(initial={"about": request.GET.get("about", "")[:400]})})
    form = ReportForm(request.POST)
    if not form.is_valid():
        return _page({"form": form}, status=422)
    if not may_send(request, "report", most=MOST, seconds=SECONDS):
        form.add_error(None, _("Too many reports came from your connection. Wait ten minutes, then send this again."))
        return _page({"form": form}, status=429)
    facts = form.cleaned_data
    if not facts.pop("website"):
        actions.report_error(**facts)
    return HttpResponseRedirect(f"{PATH}?sent")


def _page(context, status=200):
    with render.as_readers_see():
        frame = render.frame(title=str(_("Report an error")), path=PATH, sections=Section.objects.live())
        text = render.html("reading/report.html", frame | context)
    return HttpResponse(text, status=status, headers={"Cache-Control": "no-store", "X-Robots-Tag": "noindex"})
