"""The rendered outputs themselves: page, structured data, feed, address, file names (law 6)."""

import re
from html.parser import HTMLParser

from django.utils.translation import gettext as _

from articles.gate.registry import Blocker, Group, check
from articles.publishing.compose import article_of
from articles.publishing.protected import named_in
from articles.publishing.render import outputs

ADDRESSES = {"href", "src", "action", "formaction", "poster", "srcset", "data"}
BAD_SCHEME = re.compile(r"\s*(?:javascript|vbscript|data:(?!image/))", re.IGNORECASE)
FOREIGN = {"iframe", "object", "embed", "svg", "math", "form", "base", "style", "link", "meta", "template", "textarea"}
MARKED_UP = ("page", "card")  # the other surfaces are data: a bracket in them is a bracket


class Markup(HTMLParser):
    """Walks HTML as a browser would and keeps what could run: `unsafe`; and elements no story has: `foreign`."""

    def __init__(self, html):
        super().__init__()
        self.unsafe, self.foreign = [], []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attributes):
        facts = dict(attributes)
        runs = tag == "script" and "ld+json" not in (facts.get("type") or "") and not facts.get("src")
        handlers = [name for name in facts if name.startswith("on") or name == "srcdoc"]
        leads = [name for name in ADDRESSES & facts.keys() if BAD_SCHEME.match(facts[name] or "")]
        if runs or handlers or leads:
            self.unsafe.append(self.get_starttag_text()[:120])
        if tag in FOREIGN:
            self.foreign.append(tag)


def rendered(edition):
    """{surface: text} of everything readers and machines would get; made once for an Edition."""
    if not hasattr(edition, "_outputs"):
        complete = edition.content["section"] is not None
        edition._outputs = outputs(article_of(edition)) if complete else {}
    return edition._outputs


@check(Group.SAFETY, harm=True)
def nothing_unsafe_is_in_the_outputs(snapshot, edition):
    """Frames and forms are looked for in the text only: the page around it has a form and links of its own."""
    text = Markup(edition.content["body"])
    found = [("text", where) for where in [*text.unsafe, *text.foreign]]
    shown = rendered(edition)
    for surface in MARKED_UP:
        found += [(surface, where) for where in Markup(shown.get(surface, "")).unsafe]
    for surface, where in found:
        yield Blocker("output.B001", _("Readers would get something unsafe ({surface}).").format(surface=surface),
                      "body", where)  # fmt: skip


@check(Group.SAFETY, harm=True)
def nobody_protected_is_named(snapshot, edition):
    """The finding repeats no name: it says which protected person, by number, and on which surface."""
    for surface, output in rendered(edition).items():
        for number in named_in(output, snapshot.get("protected", {})):
            message = _("Somebody who must not be identified could be: PP-{number} ({surface}).")
            yield Blocker("output.B002", message.format(number=number, surface=surface), "body")
