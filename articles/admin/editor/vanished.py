"""What a save would lose that nobody took away: the sign of an editor that did not load whole."""

from collections import defaultdict
from html.parser import HTMLParser
from itertools import islice

from django.utils.translation import gettext_lazy as _

from articles.text import normal, sanitise

KINDS = {
    "heading": _("headings"),
    "quote": _("quotes"),
    "pullquote": _("pull quotes"),
    "note": _("footnotes"),
    "list": _("lists"),
    "table": _("tables"),
    "figure": _("pictures"),
    "rule": _("dividing lines"),
    "link": _("links"),
    "bold": _("bold"),
    "italic": _("italics"),
    "sub": _("subscripts"),
    "sup": _("superscripts"),
    "claim": _("marked claims"),
}
TAGS = {
    "h2": "heading", "h3": "heading", "blockquote": "quote", "ul": "list", "ol": "list", "table": "table",
    "figure": "figure", "hr": "rule", "a": "link", "strong": "bold", "em": "italic", "sub": "sub", "sup": "sup",
    "span": "claim",
}  # an aside says by its class what it is  # fmt: skip
WITHOUT_WORDS = {"figure", "rule"}
MOST_PHRASES = 1000
BLOCKS = {"p", "h2", "h3", "li", "td", "th", "blockquote", "aside"}


def vanished(old_html, new_html):
    """The kinds of which a text had some and has none, although the words they marked still stand there.

    A claim has gone when its own number is missing. A picture or rule has no words: it is missed while any block of
    the old text still stands.
    """
    if old_html == new_html:
        return []
    old, new = _Inventory(old_html), _Inventory(new_html)
    return [kind for kind in KINDS if _is_missed(kind, old, new)]


def _is_missed(kind, old, new):
    if kind == "claim":
        return new.holds_any(words for number, words in old.claims.items() if number not in new.claims)
    if not old.marked[kind] or new.marked[kind]:
        return False
    if kind in WITHOUT_WORDS:
        return not old.blocks or bool(old.blocks & new.blocks)
    return new.holds_any(old.marked[kind])


class _Inventory(HTMLParser):
    """The words under every mark of a text."""

    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.marked = defaultdict(list)
        self.claims, self.blocks = {}, set()
        self._open, self._words = [], []
        self.feed(sanitise(html or ""))
        self.close()
        self._text = _folded(self._words)

    def holds_any(self, phrases):
        """Whether any of the phrases stands in the text; past a thousand different ones nobody looks further."""
        different = dict.fromkeys(words for words in phrases if words)
        return any(words in self._text for words in islice(different, MOST_PHRASES))

    def handle_starttag(self, tag, attrs):
        if tag in ("hr", "br"):
            self._words.append(" ")
            if tag == "hr":
                self.marked["rule"].append("")
            return
        if tag in BLOCKS:
            self._words.append(" ")
        self._open.append((tag, dict(attrs), len(self._words)))

    def handle_endtag(self, tag):
        if not self._open or self._open[-1][0] != tag:
            return
        _tag, attributes, start = self._open.pop()
        words = _folded(self._words[start:])
        kind = attributes.get("class") if tag == "aside" else TAGS.get(tag)
        if kind:
            self.marked[kind].append(words)
        if "data-claim" in attributes:
            self.claims[attributes["data-claim"]] = words
        if tag in BLOCKS:
            self.blocks |= {words} - {""}
            self._words.append(" ")

    def handle_data(self, data):
        self._words.append(data)


def _folded(words):
    return " ".join(normal("".join(words)).split())
