"""The marks in a stored text that bind claims to their words."""

import re
from collections import defaultdict
from html import unescape
from typing import NamedTuple

_TOKEN = re.compile(r'<span data-claim="([0-9a-f-]+)">|(</?)([a-z][a-z0-9]*)[^<>]*>|([^<]+)')
_BLOCKS = {"p", "h2", "h3", "li", "td", "th", "blockquote", "aside", "br", "hr"}
_QUOTES = {"blockquote", "aside"}


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


def claims_once(html: str) -> str:
    """The text without the marks of a claim on words that it binds already, further above: a copy of them."""
    pieces, spans, doubled = defaultdict(list), [], set()
    left = set()  # claims after whose last piece other words have come
    for token in _TOKEN.finditer(html):
        key, _closing, tag, text = token.groups()
        if key:
            spans.append([key, token.start(), ""])
        elif tag == "span" and spans:
            key, start, words = spans.pop()
            if key in left and words.strip() in pieces[key]:
                doubled |= {start, token.start()}
            else:
                pieces[key].append(words.strip())
                left.discard(key)
        elif text and text.strip():
            left |= pieces.keys() - {key for key, _start, _words in spans}
            for one in spans:
                one[2] += text
    return _TOKEN.sub(lambda token: "" if token.start() in doubled else token[0], html) if doubled else html


def heard(html: str) -> str:
    """The words of stored HTML as those of a mark are read."""
    tokens = (token.groups()[2:] for token in _TOKEN.finditer(html))
    parts = (unescape(text) if text else " " if tag in _BLOCKS else "" for tag, text in tokens)
    return " ".join("".join(parts).split())


class Run(NamedTuple):
    """Words of a block with the claims in which they stand, outermost first; `begins`: those that begin here."""

    text: str
    keys: tuple[str, ...]
    begins: tuple[str, ...]


class Block(NamedTuple):
    """A paragraph, heading, item or cell; `kind` is the name of its tag, of its quote where it stands in one."""

    kind: str
    runs: list[Run]


def marked_blocks(html: str) -> list[Block]:
    """Stored HTML as words with their claims, block by block, for a page that shows nothing but these."""
    blocks, runs, seen, open_blocks, spans = [], [], set(), [], []

    def close():
        if any(run.text.strip() for run in runs):
            quote = next((tag for tag in open_blocks if tag in _QUOTES), None)
            blocks.append(Block(quote or (open_blocks[-1] if open_blocks else "p"), list(runs)))
        runs.clear()

    for token in _TOKEN.finditer(html):
        key, closing, tag, text = token.groups()
        if key:
            spans.append(key)
        elif tag == "span":
            del spans[-1:]
        elif text:
            keys = tuple(dict.fromkeys(spans))
            runs.append(Run(unescape(text), keys, tuple(one for one in keys if one not in seen)))
            seen.update(keys)
        elif tag == "br":
            runs.append(Run(" ", (), ()))
        elif tag in _BLOCKS:
            close()
            if tag != "hr" and closing == "<":
                open_blocks.append(tag)
            elif tag in open_blocks:
                del open_blocks[open_blocks.index(tag) :]
    close()
    return blocks


def without_claims(html: str) -> str:
    """The text as readers get it."""
    return claim_marks(html).html
