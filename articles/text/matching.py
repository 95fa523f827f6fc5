"""Matching two sequences in bounded time: difflib where that is cheap, else elements unique on both sides first."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

PAIRS_IN_A_GAP = 20_000
PAIRS_IN_ALL = 400_000
DEEPEST = 8


class Budget:
    """What one comparison may spend on difflib, whose time grows with the pairs of equal elements."""

    def __init__(self, pairs: int = PAIRS_IN_ALL) -> None:
        self.left = pairs

    def affords(self, a: Sequence[Hashable], b: Sequence[Hashable]) -> bool:
        in_b = Counter(b)
        pairs = sum(times * in_b[element] for element, times in Counter(a).items())
        cost = pairs + len(a) + len(b)
        if pairs > PAIRS_IN_A_GAP or cost > self.left:
            return False
        self.left -= cost
        return True


def matches(a: Sequence[Hashable], b: Sequence[Hashable], budget: Budget) -> list[tuple[int, int, int]]:
    """(start in a, start in b, length) of what is the same, in order. Past the budget, nothing more is the same."""
    found = []
    gaps = [(0, len(a), 0, len(b), 0)]
    while gaps:
        a0, a1, b0, b1, depth = gaps.pop()
        head = _common_prefix(a, a0, a1, b, b0, b1)
        tail = _common_suffix(a, a0 + head, a1, b, b0 + head, b1)
        found += [(a0, b0, head), (a1 - tail, b1 - tail, tail)]
        a0, a1, b0, b1 = a0 + head, a1 - tail, b0 + head, b1 - tail
        if a0 == a1 or b0 == b1:
            continue
        if budget.affords(a[a0:a1], b[b0:b1]):
            matcher = SequenceMatcher(None, a[a0:a1], b[b0:b1], autojunk=False)
            found += [(a0 + i, b0 + j, size) for i, j, size in matcher.get_matching_blocks()]
        elif depth < DEEPEST and (anchors := _anchors(a[a0:a1], b[b0:b1])):
            edges = [(a0, b0), *((a0 + i, b0 + j) for i, j in anchors), (a1, b1)]
            gaps += [(i, k, j, m, depth + 1) for (i, j), (k, m) in pairwise(edges)]
    return _merged(sorted(match for match in found if match[2]))


def changes(a: Sequence[Hashable], b: Sequence[Hashable], budget: Budget) -> list[tuple[str, int, int, int, int]]:
    """Like difflib's opcodes: equal, delete, insert, replace."""
    codes, i, j = [], 0, 0
    for a0, b0, size in [*matches(a, b, budget), (len(a), len(b), 0)]:
        if i < a0 or j < b0:
            codes.append(("replace" if i < a0 and j < b0 else "delete" if i < a0 else "insert", i, a0, j, b0))
        if size:
            codes.append(("equal", a0, a0 + size, b0, b0 + size))
        i, j = a0 + size, b0 + size
    return codes


def _common_prefix(a, a0, a1, b, b0, b1) -> int:
    size, most = 0, min(a1 - a0, b1 - b0)
    while size < most and a[a0 + size] == b[b0 + size]:
        size += 1
    return size


def _common_suffix(a, a0, a1, b, b0, b1) -> int:
    size, most = 0, min(a1 - a0, b1 - b0)
    while size < most and a[a1 - size - 1] == b[b1 - size - 1]:
        size += 1
    return size


def _anchors(a: Sequence[Hashable], b: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Elements that occur once on each side, as many as stand in the same order on both (patience sorting)."""
    in_a, in_b = Counter(a), Counter(b)
    places = {element: j for j, element in enumerate(b) if in_b[element] == 1}
    pairs = [(i, places[element]) for i, element in enumerate(a) if in_a[element] == 1 and element in places]
    ends: list[int] = []
    tops: list[int] = []
    before: list[int] = []
    for number, (_, j) in enumerate(pairs):
        pile = bisect_left(ends, j)
        ends[pile : pile + 1] = [j]
        tops[pile : pile + 1] = [number]
        before.append(tops[pile - 1] if pile else -1)
    chain, number = [], tops[-1] if tops else -1
    while number >= 0:
        chain.append(pairs[number])
        number = before[number]
    return chain[::-1]


def _merged(found: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    merged: list[tuple[int, int, int]] = []
    for a0, b0, size in found:
        if merged and merged[-1][0] + merged[-1][2] == a0 and merged[-1][1] + merged[-1][2] == b0:
            merged[-1] = (*merged[-1][:2], merged[-1][2] + size)
        else:
            merged.append((a0, b0, size))
    return merged
