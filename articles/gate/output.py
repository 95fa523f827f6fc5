"""The rendered outputs themselves: page, structured data, feed, address, file names (law 6)."""

import re

from django.utils.translation import gettext as _

from articles.publishing.compose import article_of
from articles.publishing.protected import named_in
from articles.publishing.render import outputs

from .registry import Blocker, Group, check

UNSAFE = (
    re.compile(r"<script(?![^>]*type=.application/ld\+json)[^>]*>(?!\s*</script>)", re.IGNORECASE),
    re.compile(r"<[a-z][^>]*\son[a-z]+\s*=", re.IGNORECASE),
    re.compile(r"(?:href|src|action)\s*=\s*[\"']?\s*(?:javascript|data|vbscript):(?!image/)", re.IGNORECASE),
)
FOREIGN = re.compile(r"<(?:iframe|object|embed|svg|math|form|base|style|link|meta)\b", re.IGNORECASE)


def rendered(edition):
    """{surface: text} of everything readers and machines would get; made once for an Edition."""
    if not hasattr(edition, "_outputs"):
        complete = edition.content["section"] is not None
        edition._outputs = outputs(article_of(edition)) if complete else {}
    return edition._outputs


@check(Group.SAFETY, harm=True)
def nothing_unsafe_is_in_the_outputs(snapshot, edition):
    """Frames and forms are looked for in the text only: around it, pages and feeds have links and forms of their own."""
    for surface, output in {**rendered(edition), "text": edition.content["body"]}.items():
        patterns = (*UNSAFE, FOREIGN) if surface == "text" else UNSAFE
        for found in filter(None, (pattern.search(output) for pattern in patterns)):
            message = _("Readers would get something unsafe ({surface}).").format(surface=surface)
            yield Blocker("output.B001", message, "body", found.group(0)[:120])


@check(Group.SAFETY, harm=True)
def nobody_protected_is_named(snapshot, edition):
    """The finding repeats no name: it says which protected person, by number, and on which surface."""
    for surface, output in rendered(edition).items():
        for number in named_in(re.sub(r"<[^>]+>", " ", output), snapshot.get("protected", {})):
            message = _("Somebody who must not be identified could be: PP-{number} ({surface}).")
            yield Blocker("output.B002", message.format(number=number, surface=surface), "body")
