"""Articles that another runs round: what stands in a rectangle under one headline, taken out of a part of a page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from transforms.forms.line import Box
from transforms.forms.printed.pieces.pieces import Measures, Piece

_UNDER = 4.0  # of the body's size: how far under a headline its text starts, and how far over it its picture ends
_BESIDE = 2.6  # of the body's size: the widest gutter
_GAP = 0.6  # of the body's size: white space at the lower side of a hole
_EDGE = 1.0  # of the body's size: how far pieces of one rectangle stand out of it


def holes(own: Mapping[int, Piece], rules: Sequence[Box], page: Measures) -> Iterator[frozenset[int]]:
    """The sets of pieces that may be an article in a hole: one headline, and the text under it and on its right."""
    seen: set[frozenset[int]] = set()
    for number, head in own.items():
        if head.kind != "head" or head.lines[0].vertical:
            continue
        for left, right in _spans(head, own, page):
            for top in _tops(head, left, right, own, page):
                for found in _depths(number, (left, top, right), own, rules, page):
                    if len(found) < len(own) and found not in seen:
                        seen.add(found)
                        yield found


def _spans(head: Piece, own: Mapping[int, Piece], page: Measures) -> Iterator[tuple[float, float]]:
    """From left to right: the headline with the text under it, then with each column more that starts beside it."""
    em = page.size
    text = [p for p in own.values() if p.kind == "text"]
    under = [p for p in text if p.x0 < head.x1 and p.x1 > head.x0 and -em < p.y0 - head.y1 < _UNDER * em]
    left = min([head.x0, *(p.x0 for p in under)])
    right = max([head.x1, *(p.x1 for p in under)])
    yield left, right
    level = sorted((p for p in text if head.y0 - 1.5 * em < p.y0 < head.y1 + _UNDER * em), key=lambda p: p.x0)
    last = left
    for piece in level:
        below = last - em < piece.x0 < right  # under a short last line, in the same column
        if below or -em < piece.x0 - right < _BESIDE * em:
            last, right = piece.x0, max(right, piece.x1)
            yield left, right


def _tops(head: Piece, left: float, right: float, own: Mapping[int, Piece], page: Measures) -> Iterator[float]:
    """Where the rectangle may start: at the headline, or at a picture over it."""
    em = page.size
    yield head.y0 - em
    for piece in own.values():
        inside = piece.x0 >= left - _EDGE * em and piece.x1 <= right + _EDGE * em
        if piece.kind == "picture" and inside and 0 <= head.y0 - piece.y1 < _UNDER * em:
            yield piece.y0 - em


def _depths(
    head: int, rect: tuple[float, float, float], own: Mapping[int, Piece], rules: Sequence[Box], page: Measures
) -> Iterator[frozenset[int]]:
    """What lies in the rectangle, down to each strip of white space, as long as no piece reaches over its side."""
    left, top, right = rect
    slack = _EDGE * page.size
    beside = [(p.y0, p.y1, i) for i, p in own.items() if p.x0 < right and p.x1 > left and p.y1 > top + slack]
    held: set[int] = set()
    reach = top
    for start, end, number in sorted(beside):
        piece = own[number]
        if held and start > reach and head in held and _parts(reach, start, left, right, rules, page):
            yield frozenset(held)
        inside = piece.x0 >= left - slack and piece.x1 <= right + slack and start >= top
        if not inside or (piece.kind == "head" and number != head):
            return
        held.add(number)
        reach = max(reach, end)
    if head in held:
        yield frozenset(held)


def _parts(top: float, bottom: float, left: float, right: float, rules: Sequence[Box], page: Measures) -> bool:
    wide = right - left
    ruled = any(top - 2 <= r.y0 <= bottom + 2 and min(r.x1, right) - max(r.x0, left) > 0.8 * wide for r in rules)
    return ruled or bottom - top >= _GAP * page.size
