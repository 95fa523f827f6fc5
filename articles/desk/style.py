"""The style page: the measures, colours and pieces that readers' pages are made of, for whoever works on the desk."""

import re

from django.contrib.staticfiles import finders
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.desk.style_sample import notices, sample
from articles.models import Article
from articles.publishing import body, render

_TOKEN = re.compile(r"--([a-z0-9-]+): ([^;]+);")
_FIRST_RULE = re.compile(r":root \{(.*?)\n\}", re.DOTALL)
SHOWN = 12  # of the newest stories, to find one with a picture and one of each type


@require_safe
def style(request):
    if not request.user.is_staff:
        raise PermissionDenied
    article = sample()
    context = render.frame(title=_("Style page"), path="/", preview={"label": _("what readers’ pages are made of")})
    context |= {"tokens": tokens(), "article": article, "notices": notices(), "stories": _stories()}
    with render.as_readers_see():
        context |= {"body_html": body.as_shown(article, render.MEDIA), "contents": body.contents(article)}
    return HttpResponse(render.html("desk/style.html", context), headers={"Cache-Control": "no-store"})


def tokens():
    """[(name, value)] by what they are for, as the style sheet says them for light paper."""
    with open(finders.find("reading/tokens.css")) as file:
        told = _TOKEN.findall(_FIRST_RULE.search(file.read())[1])
    sizes = [one for one in told if one[0].startswith("size")]
    colours = [one for one in told if one[1].startswith("#")]
    return {"sizes": sizes, "colours": colours, "others": [one for one in told if one not in sizes + colours]}


def _stories():
    """Real ones, newest first: those with a picture lead, so that the teasers show what they can."""
    newest = list(Article.objects.for_cards().newest_first().filter(is_retracted=False)[:SHOWN])
    return sorted(newest, key=lambda one: not one.lead_picture)
