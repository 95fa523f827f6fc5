"""What changed between two texts, for people to read and for rules to count."""

import re
from dataclasses import dataclass
from functools import cached_property
from html import escape, unescape
from itertools import pairwise

from articles.text.characters import legible
from articles.text.markup import sanitise
from articles.text.matching import Budget, changes, matches
from articles.text.prose import CJK, Leaf, leaves

ALIKE = 0.3
PAIRS_TO_ALIGN = 2_500
SHORT_BLOCK = 60

_PIECE = re.compile(r"<[^>]*>|[^<]+")
_WORD = re.compile(f"[{CJK}]|\\s+|[^\\W{CJK}]+|.", re.DOTALL)
_ATTRIBUTE = re.compile(r'(?:href|data-picture|data-claim)="([^"]*)"')
_TAGS = re.compile(r"<[^>]*>")
_BLANK_LINES = re.compile(r"\n(?:[^\S\n]*+\n)+")
_TAG_SIGN = "\0"
_LABELS = {"a": "link", "figure": "picture", "span": "claim", "hr": "rule", "strong": "bold", "em": "italics"}


@dataclass(frozen=True)
class Row:
    """One block, before and after, as tokens, with the codes that lead from one to the other."""

    kind: str
    path: str
    old: tuple[str, ...]
    new: tuple[str, ...]
    codes: tuple[tuple[str, int, int, int, int], ...]


@dataclass(frozen=True)
class Diff:
    """`characters`: added plus removed, by characters within the words that were replaced. A moved block counts as
    removed and added; markup does not count, see `text_only`.

    `text_only`: nothing but words within blocks changed: no block, link, figure, claim mark, emphasis or line break.
    """

    blocks: tuple[Row, ...]
    characters: int
    text_only: bool

    @property
    def is_empty(self) -> bool:
        return self.text_only and all(block.kind == "equal" for block in self.blocks)

    @cached_property
    def rows(self) -> list[tuple[str, str, str]]:
        """(kind, old_html, new_html), kind in equal, changed, added, removed; escaped, with <del> old and <ins> new."""
        return [(block.kind, _shown(block, "delete"), _shown(block, "insert")) for block in self.blocks]

    @cached_property
    def html(self) -> str:
        """Both texts in one, escaped, each block in a <div class="diff-KIND diff-BLOCK">."""
        return "".join(
            f'<div class="diff-{block.kind} diff-{_block_name(block.path)}">{_shown(block, "both")}</div>'
            for block in self.blocks
        )


def compare(old_html: str, new_html: str) -> Diff:
    """Both sides are sanitised first, so that only what can be stored is compared."""
    old, new = sanitise(old_html), sanitise(new_html)
    same_markup = _skeleton(old) == _skeleton(new)
    return _compare([*leaves(old)], [*leaves(new)], same_markup)


def compare_plain(old: str, new: str) -> Diff:
    """Paragraphs parted by blank lines."""
    return _compare(_plain_leaves(old), _plain_leaves(new), same_markup=True)


def _plain_leaves(text: str) -> list[Leaf]:
    paragraphs = _BLANK_LINES.split(legible(text))
    return [Leaf("p", escape(paragraph, quote=False)) for paragraph in paragraphs if paragraph.strip()]


def _skeleton(html: str) -> list[str]:
    return _TAGS.findall(html)


def _compare(old: list[Leaf], new: list[Leaf], same_markup: bool) -> Diff:
    budget = Budget()
    blocks: list[Row] = []
    for kind, i, k, j, m in changes(old, new, budget):
        if kind == "equal":
            blocks += [_row("equal", leaf, leaf, budget) for leaf in old[i:k]]
        else:
            for before, after in _aligned(old[i:k], new[j:m], budget):
                blocks.append(_row(_kind_of(before, after), before, after, budget))
    counts = [_characters(block, budget) for block in blocks]
    text_only = same_markup and all(map(_is_text_only, blocks)) and not any(moved for _, moved in counts)
    return Diff(tuple(blocks), sum(characters for characters, _ in counts), text_only)


def _kind_of(before: Leaf | None, after: Leaf | None) -> str:
    return "added" if before is None else "removed" if after is None else "changed"


def _row(kind: str, before: Leaf | None, after: Leaf | None, budget: Budget) -> Row:
    old = _tokens(before) if before else ()
    new = old if kind == "equal" else _tokens(after) if after else ()
    codes = (("equal", 0, len(old), 0, len(new)),) if kind == "equal" else tuple(changes(old, new, budget))
    return Row(kind, (after or before).path, old, new, codes)


def _tokens(leaf: Leaf) -> tuple[str, ...]:
    """Words, spaces and signs; a tag is one token, behind a NUL, which no text contains."""
    tokens: list[str] = []
    for piece in _PIECE.findall(leaf.inline):
        if piece.startswith("<"):
            tokens.append(_TAG_SIGN + piece)
        else:
            tokens += _WORD.findall(unescape(piece))
    return tuple(tokens)


def _aligned(old: list[Leaf], new: list[Leaf], budget: Budget) -> list[tuple[Leaf | None, Leaf | None]]:
    """Pairs of blocks that are two states of one, in order; alone what is new or gone."""
    if len(old) * len(new) > min(PAIRS_TO_ALIGN, budget.left):
        pairs = set(zip(range(len(old)), range(len(new)), strict=False)) if len(old) == len(new) else set()
    else:
        budget.left -= len(old) * len(new)
        pairs = _best_pairs(old, new)
    partners, rows, j = dict(sorted(pairs)), [], 0
    for i, before in enumerate(old):
        if i not in partners:
            rows.append((before, None))
            continue
        rows += [(None, after) for after in new[j : partners[i]]]
        rows.append((before, new[partners[i]]))
        j = partners[i] + 1
    return rows + [(None, after) for after in new[j:]]


def _best_pairs(old: list[Leaf], new: list[Leaf]) -> set[tuple[int, int]]:
    """The order-keeping pairing with the greatest sum of likenesses. As many blocks as before: each has its pair."""
    floor = 0.01 if len(old) == len(new) else 0.0
    features = [_features(leaf) for leaf in old], [_features(leaf) for leaf in new]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    score = {}
    for i in reversed(range(len(old))):
        for j in reversed(range(len(new))):
            likeness = _likeness(features[0][i], features[1][j]) if old[i].path == new[j].path else 0.0
            score[i, j] = likeness if likeness >= ALIKE else floor if old[i].path == new[j].path else 0.0
            paired = best[i + 1][j + 1] + score[i, j]
            best[i][j] = max(best[i + 1][j], best[i][j + 1], paired)
    pairs, i, j = set(), 0, 0
    while i < len(old) and j < len(new):
        if score[i, j] and best[i][j] == best[i + 1][j + 1] + score[i, j]:
            pairs.add((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def _features(leaf: Leaf) -> frozenset[str]:
    """Pairs of letters for a short block, words for a long one."""
    text = leaf.text or leaf.inline
    if len(text) <= SHORT_BLOCK:
        return frozenset(map("".join, pairwise(text))) or frozenset([text])
    return frozenset(_WORD.findall(text))


def _likeness(a: frozenset[str], b: frozenset[str]) -> float:
    return 2 * len(a & b) / (len(a) + len(b))


def _characters(block: Row, budget: Budget) -> tuple[int, bool]:
    """How many changed, and whether a link or mark went to other words: then matching them costs more than words do."""
    if block.kind == "equal":
        return 0, False
    with_marks = _characters_in(block.old, block.new, block.codes, budget)
    if not any(map(_is_mark, block.old)):
        return with_marks, False
    old, new = (tuple(token for token in side if not _is_mark(token)) for side in (block.old, block.new))
    words_alone = _characters_in(old, new, changes(old, new, budget), budget)
    return min(words_alone, with_marks), words_alone < with_marks or old == new


def _characters_in(old: tuple[str, ...], new: tuple[str, ...], codes, budget: Budget) -> int:
    total = 0
    for kind, i, k, j, m in codes:
        if kind != "equal":
            before, after = _words(old[i:k]), _words(new[j:m])
            total += len(before) + len(after) - 2 * sum(size for _, _, size in matches(before, after, budget))
    return total


def _words(tokens: tuple[str, ...]) -> str:
    return "".join("" if _is_mark(token) else token for token in tokens)


def _is_mark(token: str) -> bool:
    return token.startswith(_TAG_SIGN)


def _is_text_only(block: Row) -> bool:
    if block.kind in ("added", "removed"):
        return False
    touched = (block.old[i:k] + block.new[j:m] for kind, i, k, j, m in block.codes if kind != "equal")
    return not any(_is_mark(token) for tokens in touched for token in tokens)


def _shown(block: Row, side: str) -> str:
    parts = []
    for kind, i, k, j, m in block.codes:
        if kind == "equal":
            parts.append(_in_words(block.old[i:k], touched=False))
            continue
        if side != "insert" and i < k:
            parts.append(f"<del>{_in_words(block.old[i:k], touched=True)}</del>")
        if side != "delete" and j < m:
            parts.append(f"<ins>{_in_words(block.new[j:m], touched=True)}</ins>")
    return "" if (block.kind, side) in (("added", "delete"), ("removed", "insert")) else "".join(parts)


def _in_words(tokens: tuple[str, ...], touched: bool) -> str:
    """Emphasis, links and claim marks are shown only where they changed; figures and rules always."""
    return "".join(_mark_in_words(token[1:], touched) if _is_mark(token) else escape(token) for token in tokens)


def _mark_in_words(tag: str, touched: bool) -> str:
    if tag == "<br>":
        return "↵<br>" if touched else "<br>"
    closing, name = tag.startswith("</"), re.match(r"</?([a-z0-9]+)", tag)[1]
    if (not touched and name not in ("figure", "hr")) or (closing and name == "figure"):
        return ""
    value = _ATTRIBUTE.search(tag)
    label = ("/" if closing else "") + _LABELS.get(name, name)
    return f"<code>[{label}{' ' + escape(unescape(value[1])) if value else ''}]</code>"


def _block_name(path: str) -> str:
    """The leaf itself, or the block it stands in: h2, li, td, figure."""
    return path.split()[-1].rstrip("+") if path else "p"
