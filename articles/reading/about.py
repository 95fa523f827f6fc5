"""What the paper says of itself: /about/ and the pages below it (models/policies.py)."""

from django.http import Http404
from django.utils.translation import gettext as _

from articles.publishing.render import address, frame, of_about, of_policy, opening, policy_html

from . import lists
from .headers import cached, for_readers, page


@cached()
@for_readers
def about(request):
    pages, title = lists.policies(), _("About us")
    data = of_about(title, [one.kind for one in pages])
    context = frame(title=title, path=address("about"), sections=lists.sections(), json_ld=data)
    context["description"] = context["newsroom"]["tagline"]
    return page(request, "about", context | {"pages": [(one, opening(one)) for one in pages]}, keys=["about"])


@cached()
@for_readers
def policy(request, slug):
    pages = lists.policies()
    found = next((one for one in pages if one.slug == slug), None)
    if found is None:
        raise Http404
    data, path = of_policy(found, _("About us")), address("policy", slug)
    context = frame(title=str(found), description=opening(found), path=path, sections=lists.sections(), json_ld=data)
    others = [one for one in pages if one.kind != found.kind]
    context |= {"policy": found, "body_html": policy_html(found), "others": others}
    return page(request, "policy", context, keys=["about"], modified=found.changed_at)
