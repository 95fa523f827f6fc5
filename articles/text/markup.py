"""Markup that may be stored: one small grammar, written anew from what the cleaner lets through."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html import escape, unescape

import nh3

from articles.text.characters import legible, normal
from articles.text.links import is_external, safe_href

INLINE = {"a": "a", "b": "strong", "em": "em", "i": "em", "span": "span", "strong": "strong"}
INLINE |= {"sub": "sub", "sup": "sup"}
LEAVES = {"h1": "h2", "h2": "h2", "h3": "h3", "h4": "h3", "h5": "h3", "h6": "h3", "p": "p"}
FRAMES = {"ul", "ol", "li", "blockquote", "aside", "table", "thead", "tbody", "tfoot", "tr", "th", "td"}
ONLY_IN = {
    "li": {"ul", "ol"},
    "tbody": {"table"},
    "td": {"tr"},
    "th": {"tr"},
    "thead": {"table"},
    "tr": {"thead", "tbody"},
}
LOOSE = {"address", "article", "caption", "center", "dd", "details", "div", "dl", "dt", "fieldset", "footer", "form"}
LOOSE |= {"header", "main", "nav", "pre", "section", "summary"}
VOID = {"br", "hr"}
DROPPED_WHOLE = {"audio", "button", "canvas", "embed", "iframe", "math", "noembed", "noframes", "noscript", "object"}
DROPPED_WHOLE |= {"picture", "script", "select", "style", "svg", "template", "textarea", "title", "video", "xmp"}
ATTRIBUTES = {
    "a": {"href"},
    "aside": {"class"},
    "figure": {"data-picture"},
    "span": {"data-claim"},
    "td": {"colspan", "rowspan"},
    "th": {"scope", "colspan", "rowspan"},
}
ASIDES = ("pullquote", "note")  # what an aside may be
DEEPEST_FRAME = 16
DEEPEST_INLINE = 12
DEEPEST_INPUT = 200
WIDEST_SPAN = 50

_CLEANER = nh3.Cleaner(
    tags={*INLINE, *LEAVES, *FRAMES, *LOOSE, *VOID, "figure"},
    clean_content_tags=DROPPED_WHOLE,
    attributes=ATTRIBUTES,
    url_schemes={"http", "https", "mailto", "tel"},
    link_rel=None,
)
_TOKEN = re.compile(r'<(/?)([a-z][a-z0-9]*)((?: [a-z-]+="[^"]*")*)>|([^<]+)')
_ATTRIBUTE = re.compile(r' ([a-z-]+)="([^"]*)"')
_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*+)[^>]*+>")
_SPACES = re.compile(r"[ \t\n\r\f]+")
_CLAIM = re.compile(r"[0-9]{1,18}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE | re.ASCII)
_SCOPES = {"col", "colgroup", "row", "rowgroup"}
_IMPLIED_END = {"body", "colgroup", "dd", "dt", "head", "html", "li", "option", "p", "tbody", "td", "tfoot", "th"}
_IMPLIED_END |= {"thead", "tr", "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source"}
_IMPLIED_END |= {"track", "wbr"}


def sanitise(html: str) -> str:
    """The one way into storage and onto a page. What comes out is a fixed point: sanitising again changes nothing.

    Text outside any block becomes a paragraph; unknown elements are unwrapped; figures hold a picture's number and
    nothing else; white space is folded as a browser folds it.
    """
    writer = _Writer()
    for token in _TOKEN.finditer(_CLEANER.clean(_shallow(legible(html)))):
        closing, tag, attributes, text = token.groups()
        if text is not None:
            writer.text(unescape(text))
        elif closing:
            writer.close()
        else:
            writer.open(tag, {name: unescape(value) for name, value in _ATTRIBUTE.findall(attributes)})
    return writer.finish()


def _shallow(html: str) -> str:
    """Without the tags past 200 levels: the cleaner takes quadratic time on deep nesting."""
    if html.count("<") <= DEEPEST_INPUT:
        return html
    opened, surplus = [], Counter()

    def keep(match: re.Match) -> str:
        name = match[2].lower()
        if name in _IMPLIED_END:
            return match[0]
        if match[1]:
            if surplus[name]:
                surplus[name] -= 1
                return ""
            if name in opened:
                del opened[len(opened) - 1 - opened[::-1].index(name) :]
            return match[0]
        if len(opened) >= DEEPEST_INPUT:
            surplus[name] += 1
            return ""
        opened.append(name)
        return match[0]

    return _TAG.sub(keep, html[: html.rfind(">") + 1]) + html[html.rfind(">") + 1 :]


@dataclass
class _Frame:
    """An open block that holds blocks. Children are (kind, html) with kind bare, block or empty."""

    tag: str
    attributes: str = ""
    depth: int = 0
    outer_leaf: str | None = None
    children: list[tuple[str, str]] = field(default_factory=list)

    def content(self) -> str:
        children = self.children
        start, end = 0, len(children)
        while start < end and children[start][0] == "empty":
            start += 1
        while end > start and children[end - 1][0] == "empty":
            end -= 1
        children = children[start:end]
        if self.tag in ("li", "td", "th") and len(children) == 1:
            return children[0][1]
        return "".join(f"<p>{html}</p>" if kind == "bare" else html for kind, html in children)


class _Writer:
    """Writes the grammar from well nested tags; a block inside inline markup splits it."""

    def __init__(self) -> None:
        self.frames = [_Frame("root")]
        self.leaf: str | None = None
        self.inlines: list[tuple[str, str]] = []
        self.run: list[tuple[str, str]] = []
        self.endings: list[Callable[[], None]] = []
        self.muted = 0
        self.added = 0

    def text(self, text: str) -> None:
        if not self.muted:
            self.run.append(("text", legible(text)))

    def open(self, tag: str, attributes: dict[str, str]) -> None:
        if tag in VOID:
            self._void(tag)
        elif self.muted:
            self.endings.append(_nothing)
        elif tag in INLINE:
            self.endings.append(self._begin_inline(INLINE[tag], attributes))
        elif tag in LEAVES:
            self.endings.append(self._begin_leaf(LEAVES[tag]))
        elif tag == "figure":
            self.endings.append(self._begin_figure(attributes))
        else:
            tag = "tbody" if tag == "tfoot" else tag
            begin = self._begin_frame if self._fits(tag, attributes) else self._begin_loose
            self.endings.append(begin(tag, attributes))

    def close(self) -> None:
        if self.endings:
            self.endings.pop()()

    def finish(self) -> str:
        while self.endings:
            self.close()
        self._flush()
        return self.frames[0].content()

    def _void(self, tag: str) -> None:
        if self.muted:
            return
        if tag == "br":
            self.run.append(("br", "<br>"))
        else:
            self._flush()
            self._add("block", "<hr>")

    def _begin_inline(self, tag: str, attributes: dict[str, str]) -> Callable[[], None]:
        markup = _inline_markup(tag, attributes)
        known = {open_tag if open_tag == "a" else open_markup for open_tag, open_markup in self.inlines}
        if markup is None or len(self.inlines) >= DEEPEST_INLINE or markup in known or (tag == "a" and "a" in known):
            return _nothing
        self.inlines.append((tag, markup))
        self.run.append(("open", markup))
        return self._end_inline

    def _end_inline(self) -> None:
        tag, _ = self.inlines.pop()
        self.run.append(("close", f"</{tag}>"))

    def _begin_leaf(self, tag: str) -> Callable[[], None]:
        self._flush()
        outer, added = self.leaf, self.added
        self.leaf = outer if outer in ("h2", "h3") else tag

        def end() -> None:
            self._flush()
            self.leaf = outer
            if tag == "p" and self.added == added:
                self._add("empty", "<p></p>")

        return end

    def _begin_figure(self, attributes: dict[str, str]) -> Callable[[], None]:
        self._flush()
        if number := _whole_number(attributes.get("data-picture", "")):
            self._add("block", f'<figure data-picture="{number}"></figure>')
        self.muted += 1
        return self._unmute

    def _unmute(self) -> None:
        self.muted -= 1

    def _begin_loose(self, tag: str, attributes: dict[str, str]) -> Callable[[], None]:
        self._flush()
        return self._flush

    def _fits(self, tag: str, attributes: dict[str, str]) -> bool:
        opened = [frame.tag for frame in self.frames]
        if tag not in FRAMES or (tag not in ONLY_IN and self._depth_of(tag) > DEEPEST_FRAME):
            return False
        if tag == "aside" and not _kind_of_aside(attributes):
            return False
        if tag in ("aside", "table") and tag in opened:
            return False
        return tag not in ONLY_IN or opened[-1] in ONLY_IN[tag]

    def _depth_of(self, tag: str) -> int:
        """With the item that is written around what stands in a list outside its items."""
        implied_item = self.frames[-1].tag in ("ul", "ol") and tag != "li"
        return self.frames[-1].depth + 1 + implied_item

    def _begin_frame(self, tag: str, attributes: dict[str, str]) -> Callable[[], None]:
        self._flush()
        self.frames.append(_Frame(tag, _frame_attributes(tag, attributes), self._depth_of(tag), self.leaf))
        self.leaf = None
        return self._end_frame

    def _end_frame(self) -> None:
        self._flush()
        frame = self.frames.pop()
        self.leaf = frame.outer_leaf
        content = frame.content()
        if not content and frame.tag not in ("td", "th"):
            return
        html = f"<{frame.tag}{frame.attributes}>{content}</{frame.tag}>"
        if frame.tag in ONLY_IN:
            self.frames[-1].children.append(("block", html))
            self.added += 1
        else:
            self._add("block", html)

    def _flush(self) -> None:
        if not self.run:
            return
        run, self.run = self.run, [("open", markup) for _, markup in self.inlines]
        run += [("close", f"</{tag}>") for tag, _ in reversed(self.inlines)]
        if html := _inline_html(run):
            self._add("block", f"<{self.leaf}>{html}</{self.leaf}>") if self.leaf else self._add("bare", html)

    def _add(self, kind: str, html: str) -> None:
        """What stands in a list outside its items becomes an item; in a table outside its cells it goes before."""
        self.added += 1
        frame = next(frame for frame in reversed(self.frames) if frame.tag not in ("table", "thead", "tbody", "tr"))
        if frame.tag not in ("ul", "ol"):
            frame.children.append((kind, html))
        elif kind != "empty":
            frame.children.append(("block", f"<li>{html}</li>"))


def _nothing() -> None:
    pass


def _inline_markup(tag: str, attributes: dict[str, str]) -> str | None:
    if tag == "a":
        href = safe_href(attributes.get("href", ""))
        rel = ' rel="noopener"' if href and is_external(href) else ""
        return f'<a href="{escape(href)}"{rel}>' if href else None
    if tag == "span":
        claim = attributes.get("data-claim", "").strip()
        return f'<span data-claim="{claim.lower()}">' if _CLAIM.fullmatch(claim) else None
    return f"<{tag}>"


def _kind_of_aside(attributes: dict[str, str]) -> str:
    classes = attributes.get("class", "").split()
    return next((kind for kind in ASIDES if kind in classes), "")


def _frame_attributes(tag: str, attributes: dict[str, str]) -> str:
    if tag == "aside":
        return f' class="{_kind_of_aside(attributes)}"'
    kept = ""
    if tag == "th" and attributes.get("scope", "").lower() in _SCOPES:
        kept = f' scope="{attributes["scope"].lower()}"'
    if tag in ("td", "th"):
        for name in ("colspan", "rowspan"):
            span = min(_whole_number(attributes.get(name, "")), WIDEST_SPAN)
            kept += f' {name}="{span}"' if span > 1 else ""
    return kept


def _whole_number(value: str) -> int:
    value = value.strip()
    return int(value) if value.isascii() and value.isdigit() and len(value) <= 18 else 0


def _inline_html(run: list[tuple[str, str]]) -> str:
    """One block's inline markup: nothing empty, white space folded, none at the ends or before a closing tag."""
    written, pending = [], ""
    visible = spaced = False
    for kind, value in _joined(_without_hollow(run)):
        if kind == "close":
            written.append(value)
        elif kind == "br":
            pending = pending.strip() + value
        elif kind == "open":
            if pending and visible:
                written.append(pending)
                pending, spaced = "", True
            written.append(value)
        else:
            if value.startswith(" ") and not spaced:
                pending = pending or " "
            if words := value.strip(" "):
                written.append(pending if visible else "")
                written.append(_escaped(words))
                visible, spaced, pending = True, False, " " if value.endswith(" ") else ""
    return "".join(written)


def _without_hollow(run: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Without inline elements that show no text."""
    kept, opened, shown = [], [], 0
    for kind, value in run:
        if kind == "open":
            opened.append((len(kept), shown))
        elif kind == "close":
            start, shown_before = opened.pop()
            if shown == shown_before:
                kept[start] = ("text", "")
                continue
        elif kind == "text" and value.strip():
            shown += 1
        kept.append((kind, value))
    return kept if shown else []


def _joined(run: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """With neighbouring texts as one, in NFC, each run of white space as one space."""
    texts: list[str] = []
    for kind, value in [*run, ("end", "")]:
        if kind == "text":
            texts.append(value)
            continue
        if texts:
            yield "text", _SPACES.sub(" ", normal("".join(texts)))
            texts = []
        if kind != "end":
            yield kind, value


def _escaped(text: str) -> str:
    """U+0338 after a tag is written as a reference: normalising the page would melt it into the `>` before it."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"&#824;{text[1:]}" if text.startswith("\u0338") else text
