"""How the column changes from one paragraph to the next: articles are often set in columns of their own."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from transforms.layout.lines.column_widths import SLACK
from transforms.layout.lines.units import Unit
from transforms.layout.lines.widths import display_width

_LOOK_BACK = 12
_LONG = 200
_FEW = 2
_SHORT, _STRAY = 4, 6


def width_trust(units: Sequence[Unit]) -> float:
    """How far a change of width tells on this page: 1 where neighbours mostly share theirs, 0 where they never do."""
    told = [u.width for u in units if u.n_lines >= 3 and u.width]
    if len(told) < 4:
        return 0.5
    same = sum(abs(a - b) <= 1 for a, b in pairwise(told)) / (len(told) - 1)
    return max(0.0, min(1.0, (same - 0.3) / 0.3))


def varied(columns: Sequence[int]) -> float:
    """Whether articles are set in columns of their own: 0 where the page has one width, 1 where it has three."""
    counts: dict[int, int] = {}
    for width in columns:
        if width:
            counts[width] = counts.get(width, 0) + 1
    kept: list[int] = []
    for width in sorted(counts, key=lambda w: -counts[w]):
        if counts[width] >= _FEW and all(abs(width - other) > SLACK for other in kept):
            kept.append(width)
    return min(1.0, max(0, len(kept) - 1) / 2)


def unit_columns(units: Sequence[Unit]) -> list[int]:
    """The column width of each body unit, 0 where it may be either neighbour's: a short unit takes what it fits."""
    told = [u.width if u.n_lines >= 3 else 0 for u in units]
    before = _carried(told)
    after = _carried(told[::-1])[::-1]
    for i, (own, left, right) in enumerate(zip(told, before, after, strict=True)):
        # a short paragraph alone in its width between two of one width was set in theirs, with marks hanging out
        if units[i].n_lines <= _SHORT and own and left == right and SLACK < abs(own - left) <= _STRAY:
            told[i] = left
    before = _carried(told)
    after = _carried(told[::-1])[::-1]
    found = []
    for unit, own, left, right in zip(units, told, before, after, strict=True):
        if own or not (left or right):
            found.append(own)
            continue
        if unit.n_lines >= 2 and unit.width:
            found.append(_nearer(unit.width, left, right))
        else:
            wide = display_width(unit.words.text[:_LONG])
            fits = [w for w in (left, right) if w and wide <= w + SLACK]
            found.append(fits[0] if len(set(fits)) == 1 else 0)
    return found


def _nearer(width: int, left: int, right: int) -> int:
    """The neighbour's width that is nearer to that of a short unit; 0 where both are as near, its own where none is."""
    fits = sorted((abs(width - w), w) for w in {left, right} if w and abs(width - w) <= SLACK + 1)
    if not fits:
        return width
    return 0 if len(fits) == 2 and fits[0][0] == fits[1][0] else fits[0][1]


def _carried(widths: Sequence[int]) -> list[int]:
    """For each place the last width told before it."""
    found, last = [], 0
    for width in widths:
        found.append(last)
        last = width or last
    return found


def width_features(columns: Sequence[int], n: int, trust: float) -> dict[str, float]:
    """How the column changes after body unit n; where units between two columns tell none, it may be at any of them."""
    before, steps_before = _column_near(columns, n, -1)
    after, steps_after = _column_near(columns, n + 1, 1)
    if not before or not after:
        return {}
    steps = steps_before + steps_after
    change = abs(before - after)
    kind = "far" if change > 3 else "near" if change > 1 else "same"
    if kind == "same" or not steps:
        return {f"width_{kind}": trust}
    return {f"loose_{kind}": trust / (1 + steps)}


def _column_near(columns: Sequence[int], at: int, step: int) -> tuple[int, int]:
    """The nearest width that is told from `at` on, and how many units away that is."""
    for steps in range(_LOOK_BACK):
        i = at + steps * step
        if not 0 <= i < len(columns):
            break
        if columns[i]:
            return columns[i], steps
    return 0, 0
