"""Prose: the words of a text without its markup."""

import re
import unicodedata
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

from articles.text.characters import legible, single_line
from articles.text.markup import sanitise

LETTERS_IN_A_WORD = 5

CJK = "\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
_CJK = re.compile(f"[{CJK}]")
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
_BETWEEN_WORDS = re.compile("[\\s\u2013\u2014\u2026/|]+")
_BLANK_LINES = re.compile(r"\n(?:[^\S\n]*+\n)+|\Z")
_TOKEN = re.compile(r"<(/?)([a-z0-9]+)([^>]*)>|[^<]+")
_TAG = re.compile(r"<[^>]*>")
_LEAVES = {"p", "h2", "h3"}
_FRAMES = {"ul", "ol", "li", "blockquote", "aside", "table", "thead", "tbody", "tr", "th", "td"}
_COUNTED = {"li", "tr", "th", "td"}


class Leaf(NamedTuple):
    """A block that holds words (or a figure, or a rule). The path names the blocks around it, outermost first;
    `+` marks the first leaf of an item, row or cell: "ul li+ p"."""

    path: str
    inline: str

    @property
    def text(self) -> str:
        return unescape(_TAG.sub("", self.inline.replace("<br>", "\n")))


def leaves(canonical: str) -> Iterator[Leaf]:
    """The leaves of sanitised HTML in order; empty blocks are passed over."""
    path: list[str] = []
    inline: list[str] = []

    def leaf(*last: str) -> Iterator[Leaf]:
        content = "".join(inline)
        inline.clear()
        if content:
            yield Leaf(" ".join([*path, *last]), content)
            path[:] = [tag.rstrip("+") for tag in path]

    for token in _TOKEN.finditer(canonical):
        closing, tag, _ = token.groups()
        if tag in ("figure", "hr"):
            if not closing:
                yield from leaf()
                inline.append(token[0])
                yield from leaf(tag)
        elif tag in _LEAVES or tag in _FRAMES:
            yield from leaf(*[tag] if tag in _LEAVES else [])
            if closing and tag in _FRAMES:
                path.pop()
            elif not closing and tag in _FRAMES:
                path.append(f"{tag}+" if tag in _COUNTED else tag)
        else:
            inline.append(token[0])
    yield from leaf()


def paragraphs(html: str) -> list[str]:
    """The text of each block; a table's row is one paragraph, its cells apart by tabs."""
    found: list[str] = []
    for leaf in leaves(sanitise(html)):
        if not leaf.text.strip():
            continue
        steps = leaf.path.split()
        if found and "table" in steps and "tr+" not in steps:
            found[-1] += ("\t" if "td+" in steps or "th+" in steps else " ") + leaf.text
        else:
            found.append(leaf.text)
    return found


def plain(html: str) -> str:
    return "\n\n".join(paragraphs(html))


def paragraph_spans(text: str) -> list[tuple[int, int]]:
    """Where the paragraphs of plain text begin and end, without the white space before each."""
    spans, begins = [], 0
    for blank in _BLANK_LINES.finditer(text):
        paragraph = text[begins : blank.start()]
        if paragraph.strip():
            spans.append((begins + len(paragraph) - len(paragraph.lstrip()), blank.start()))
        begins = blank.end()
    return spans


def word_count(html: str) -> int:
    return words_in(plain(html))


def words_in(text: str) -> int:
    """Words of plain text. Chinese and Japanese count by character; Thai, Lao, Burmese and Khmer, which put no
    spaces between words, five letters to the word."""
    unspaced = len(_UNSPACED.findall(text))
    spaced = _UNSPACED.sub(" ", _CJK.sub(" ", text))
    words = sum(any(char.isalnum() for char in word) for word in _BETWEEN_WORDS.split(spaced))
    return words + len(_CJK.findall(text)) + -(-unspaced // LETTERS_IN_A_WORD)


def excerpt(text: str, length: int = 200) -> str:
    """The beginning of plain text on one line, at most `length` characters with the ellipsis, cut between words."""
    text = single_line(text)
    if len(text) <= length:
        return text
    room = max(length - 1, 0)
    cut = text.rfind(" ", 0, room + 1)
    if cut <= room // 2:
        cut = whole_character(text, room)
    return text[:cut].rstrip(" ,;:.–—-([{“‘„«") + "…"


def whole_character(text: str, cut: int) -> int:
    """The last place at or before `cut` that does not part a letter from its marks or an emoji from its kin."""
    earliest = max(cut - 40, 0)
    while cut > earliest and cut < len(text) and (_joins(text[cut]) or text[cut - 1] == "\u200d"):
        cut -= 1
    return cut


def _joins(char: str) -> bool:
    return unicodedata.category(char)[0] == "M" or char == "\u200d" or "\U0001f3fb" <= char <= "\U0001f3ff"


def opening(text: str, start: int, reach: int = 80) -> str:
    """The words around a place in a text, on one line."""
    return single_line(legible(text[max(start - reach // 2, 0) : start + reach // 2]))
