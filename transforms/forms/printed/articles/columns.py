"""The columns of an article in the order in which they are read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from transforms.forms.line import Box
from transforms.forms.printed.labels import is_label
from transforms.forms.printed.lines.lines import TextLine
from transforms.forms.printed.pieces.edges import right_edge
from transforms.forms.printed.pieces.pieces import ACROSS, CLOSED, Measures, in_columns

_WIDER = 1.12  # of a column's width: what shows no column's edges
_INDENTED = 1.6  # of an em: how far before the only lines of a column, which open paragraphs, a short one may stand
_MOST_PICTURES = 3  # that part an article's columns: each is tried with each


def reading_order(
    lines: Sequence[TextLine], pictures: Sequence[Box], page: Measures, boxes: Sequence[Box] = ()
) -> list[list[TextLine]]:
    """Columns from left to right. Where a picture parts all of them, they may be read over it first, then under it.

    How paragraphs go on from one part to the next tells; where that tells nothing, columns run on under the picture.
    A box whose text breaks into that of the article is read by itself.
    """
    plain = columns_of(lines, page)
    for n, box in enumerate(boxes):
        inside = [x for x in lines if box.x0 - 3 < x.x0 and x.x1 < box.x1 + 3 and box.y0 < x.middle < box.y1]
        held = set(map(id, inside))
        outside = [x for x in lines if id(x) not in held]
        if inside and outside and _breaks_in(held, plain, page):
            own = reading_order(inside, pictures, replace(page, column=max(x.width for x in inside)))
            rest = reading_order(outside, pictures, page, boxes[n + 1 :])
            top = min(inside, key=lambda x: x.y0)  # a link is read behind the article
            before = box.y1 < min(x.y0 for x in outside) + page.size and not is_label(top.text, "box")
            return own + rest if before else rest + own
    for n, picture in enumerate(pictures[:_MOST_PICTURES]):
        if len(plain) > 1 and picture.x1 - picture.x0 > ACROSS * page.column and _parts_all(picture, plain):
            over = [x for x in lines if x.middle < picture.y0]
            under = [x for x in lines if x.middle >= picture.y0]
            levels = [*reading_order(over, (), page), *reading_order(under, (*pictures[:n], *pictures[n + 1 :]), page)]
            pieces = [part for column in plain for part in _at(column, picture)]
            if _breaks(levels, page) < _breaks(pieces, page):
                return levels
    return plain


def _breaks_in(inside: set[int], columns: Sequence[Sequence[TextLine]], page: Measures) -> bool:
    """Whether a sentence would go from a box into the text around it, or the other way."""
    edges = [(line, min(x.x0 for x in column), right_edge(column)) for column in columns for line in column]
    for (line, _, right), (after, left, _) in pairwise(edges):
        if (id(line) in inside) != (id(after) in inside):
            runs_on = right - line.x1 < 1.5 * page.size and line.text[-1] not in CLOSED
            if runs_on or after.x0 - left < 0.5 * page.size:
                return True
    return False


def _parts_all(picture: Box, columns: Sequence[Sequence[TextLine]]) -> bool:
    """Whether the picture stands between the lines of each column."""
    return all(
        column[0].middle < picture.y0 < column[-1].middle
        and min(x.x0 for x in column) < picture.x1
        and max(x.x1 for x in column) > picture.x0
        for column in columns
    )


def _at(column: Sequence[TextLine], picture: Box) -> list[list[TextLine]]:
    over = [x for x in column if x.middle < picture.y0]
    return [over, [x for x in column if x.middle >= picture.y0]]


def _breaks(parts: Sequence[Sequence[TextLine]], page: Measures) -> int:
    """How often a part does not go on where the one before it stops."""
    found = 0
    for before, part in pairwise(parts):
        right, left = right_edge(before), min(x.x0 for x in part)
        short = right - before[-1].x1 > 1.5 * page.size
        indented = part[0].x0 - left > 0.9 * page.size
        found += not indented if short else indented and before[-1].text[-1] not in CLOSED
    return found


def columns_of(lines: Sequence[TextLine], page: Measures) -> list[list[TextLine]]:
    """Columns from left to right; a line across columns parts what is over it from what is under it."""
    wide = [x for x in lines if x.width > ACROSS * page.column]
    narrow = [x for x in lines if x.width <= ACROSS * page.column] if wide else []
    across = [x for x in wide if _spans(x, narrow, page)]
    if across and len(across) < len(lines):
        top = min(x.y0 for x in across)
        over = [x for x in lines if x.y1 <= top + 1]
        level = [x for x in across if x.y1 > top + 1]
        under = [x for x in lines if x not in over and x not in level]
        if over or all(x.y0 >= max(y.y0 for y in level) for x in under):
            rest = [columns_of(part, page) for part in (over, under)]
            return [*rest[0], sorted(level, key=lambda x: x.y0), *rest[1]]
    single = {id(x) for x in wide if x not in across}
    widest = sorted(lines, key=lambda x: (x.width > _WIDER * page.column and id(x) not in single, -x.width, x.x0))
    return [sorted(column, key=lambda x: (x.y0, x.x0)) for column in in_columns(widest, page, _INDENTED)]


def _spans(line: TextLine, narrow: Sequence[TextLine], page: Measures) -> bool:
    """Whether a wide line reaches over more than one column; else it stands in one of its own, as wide as it is."""
    starts = [x.x0 for x in narrow if line.x0 - page.size < (x.x0 + x.x1) / 2 < line.x1 + page.size]
    return bool(starts) and max(starts) - min(starts) > 0.6 * page.column
