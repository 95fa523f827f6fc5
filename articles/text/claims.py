"""The marks in a stored text that bind claims to their words."""

import re
from collections import defaultdict
from html import unescape
from typing import NamedTuple

_TOKEN = re.compile(r'<span data-claim="([0-9a-f-]+)">|(</?)([a-z][a-z0-9]*)[^<>]*>|([^<]+)')
_BLOCKS = {"p", "h2", "h3", "li", "td", "th", "blockquote", "aside", "br", "hr"}


class Mark(NamedTuple):
    """A claim in a text: its words, plain, and where in the text without marks the last of them ends."""

    key: str
    words: str
    end: int


class Marked(NamedTuple):
    """A text without its marks, and the marks, in the order in which they begin."""

    html: str
    marks: list[Mark]


def claim_marks(html: str) -> Marked:
    """Reads stored (sanitised) HTML. A key that stands in several places is one claim, its words joined."""
    out, length = [], 0
    words, ends, spans = defaultdict(list), {}, []
    for token in _TOKEN.finditer(html):
        key, _closing, tag, text = token.groups()
        if key:
            spans.append(key)
            words[key].append(" ")
            continue
        if tag == "span":
            if spans:
                ends[spans.pop()] = length
            continue
        out.append(token[0])
        length += len(token[0])
        heard = unescape(text) if text else " " if tag in _BLOCKS else ""
        for open_key in dict.fromkeys(spans):
            words[open_key].append(heard)
    marks = [Mark(key, " ".join("".join(parts).split()), ends.get(key, length)) for key, parts in words.items()]
    return Marked("".join(out), marks)


def without_claims(html: str) -> str:
    """The text as readers get it."""
    return claim_marks(html).html
