"""Tables: their cells put together to rows, each one line, by the rules around them or by how they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from transforms.forms.line import Box
from transforms.forms.printed.lines.lines import TextLine, style
from transforms.forms.printed.pieces.pieces import HEADLINE, Measures

_TOUCH = 3.0  # points: rules of one table meet
_MOST_RULES = 800  # a drawing of lines is no table
_ROW = 7.0  # of the body's size: the highest row between two rules
_CELL = 14  # characters of a cell, on average
_LONGEST = 24  # characters of a cell's line
_WIDE = 7.0  # of a size: a line of text, which a cell's hardly is
_LEVEL = 0.25  # of a size: base lines that are one
_STEP = 2.8  # of a size: from one row to the next where no rules part them
_FAR = 20.0  # of the body's size: between rules of a table that others do not join
_LEAST = 3  # rows that nothing but their places tell
_TEXT_MARKS = frozenset("，。；！？")


def join_rows(lines: Sequence[TextLine], rules: Sequence[Box], page: Measures) -> list[TextLine]:
    """The lines with each row of a table as one line, which `row` tells; its cells stand apart by a blank."""
    cells = [line for line in lines if _may_be_cell(line, page)]
    if len(cells) < 2 * _LEAST:
        return list(lines)
    found: list[list[list[TextLine]]] = []
    taken: set[int] = set()
    for rows in (*_ruled(lines, rules, page), *_standing(lines, page)):
        own = {id(line) for row in rows for line in row}
        if not own & taken:
            taken |= own
            found.append(rows)
    rest = [line for line in lines if id(line) not in taken]
    return rest + [_row(row, page) for rows in found for row in rows]


def _may_be_cell(line: TextLine, page: Measures) -> bool:
    small = not line.vertical and line.size < HEADLINE * page.size
    return small and len(line.text) <= _LONGEST and not _TEXT_MARKS.intersection(line.text)


def _row(cells: Sequence[TextLine], page: Measures) -> TextLine:
    """One line of what stands side by side; what stands one under the other is one cell."""
    text = " ".join("".join(x.text for x in sorted(cell, key=lambda x: x.y0)) for cell in _side_by_side(cells))
    first = min(cells, key=lambda x: x.x0)
    left, right = first.x0, max(x.x1 for x in cells)
    top, bottom = min(x.y0 for x in cells), max(x.y1 for x in cells)
    return replace(first, text=text, x0=left, y0=top, x1=right, y1=bottom, size=min(first.size, page.size), row=True)


def _side_by_side(lines: Sequence[TextLine]) -> list[list[TextLine]]:
    cells: list[list[TextLine]] = []
    reach = 0.0
    for line in sorted(lines, key=lambda x: x.x0):
        if cells and line.x0 < reach - 0.1 * line.size:
            cells[-1].append(line)
        else:
            cells.append([line])
        reach = max(reach, line.x1) if len(cells[-1]) > 1 else line.x1
    return cells


def _ruled(lines: Sequence[TextLine], rules: Sequence[Box], page: Measures) -> Iterator[list[list[TextLine]]]:
    """Tables whose rows rules part."""
    if len(rules) > _MOST_RULES:
        return
    whole = [*_whole(rules, level=True), *_whole(rules, level=False)]
    far = [part for group in _meeting(whole, _FAR * page.size) for part in _parted(group, lines, page)]
    for group in (*far, *_meeting(whole, 0.0)):
        if len(group) < 3:
            continue
        left, right = min(r.x0 for r in group), max(r.x1 for r in group)
        low, high = min(r.y0 for r in group) - _TOUCH, max(r.y1 for r in group) + _TOUCH
        within = [r for r in whole if left - _TOUCH < r.x0 and r.x1 < right + _TOUCH and low < r.y0 and r.y1 < high]
        levels = _levels(within)
        if len(levels) < 3:
            continue
        inside = [x for x in lines if left - 2 < x.x0 and x.x1 < right + 2 and levels[0] < x.middle < levels[-1]]
        tops = [_top(x, levels, within) for x in inside]
        bands = [[x for x, top in zip(inside, tops, strict=True) if top == level] for level in levels[:-1]]
        highest = max(b - a for a, b in pairwise(levels))
        rows = [row for band in bands for row in _rows_of(band)]
        if _are_rows(rows, page) and (highest < _ROW * page.size or len(rows) > len(bands)):
            yield [row for row in rows if row]


def _parted(group: Sequence[Box], lines: Sequence[TextLine], page: Measures) -> list[list[Box]]:
    """Rules of tables one over the other, where a headline stands alone between two of them."""
    left, right = min(r.x0 for r in group), max(r.x1 for r in group)
    top, bottom = min(r.y0 for r in group), max(r.y1 for r in group)
    inside = [x for x in lines if left - 2 < x.x0 and x.x1 < right + 2 and top < x.middle < bottom]
    titles = [x for x in inside if x.size >= HEADLINE * page.size and not x.vertical]
    alone = [x.middle for x in titles if not any(y.y0 < x.y1 and y.y1 > x.y0 for y in inside if y is not x)]
    parts: dict[int, list[Box]] = {}
    for rule in group:
        parts.setdefault(sum(at < rule.y0 for at in alone), []).append(rule)
    return list(parts.values())


def _meeting(rules: Sequence[Box], reach: float) -> list[list[Box]]:
    """Rules that meet each other, in groups; within `reach` also those beside each other, as long as each other."""
    groups: list[list[Box]] = []
    for rule in rules:
        joined = [rule]
        apart = []
        for group in groups:
            if any(_meet(rule, other, reach) for other in group):
                joined += group
            else:
                apart.append(group)
        groups = [*apart, joined]
    return groups


def _whole(rules: Sequence[Box], level: bool) -> list[Box]:
    """Rules that go on from cell to cell as one."""
    own = [(r.y0, r.x0, r.y1, r.x1) if level else r for r in rules if _is_level(r) == level]
    found: list[tuple[float, float, float, float]] = []
    for a0, b0, a1, b1 in sorted(own, key=lambda r: (round(r[0]), r[1])):
        last = found[-1] if found else None
        if last and abs(last[0] - a0) < 1 and b0 < last[3] + _TOUCH:
            found[-1] = (last[0], last[1], last[2], max(last[3], b1))
        else:
            found.append((a0, b0, a1, b1))
    return [Box(b0, a0, b1, a1) if level else Box(a0, b0, a1, b1) for a0, b0, a1, b1 in found]


def _meet(one: Box, other: Box, reach: float) -> bool:
    along = max(one.x0, other.x0) - min(one.x1, other.x1)
    down = max(one.y0, other.y0) - min(one.y1, other.y1)
    if along < _TOUCH and down < _TOUCH:
        return True
    if _is_level(one) != _is_level(other):
        return False
    if _is_level(one):
        return down < reach and abs(one.x0 - other.x0) < _TOUCH and abs(one.x1 - other.x1) < _TOUCH
    return along < reach and abs(one.y0 - other.y0) < _TOUCH and abs(one.y1 - other.y1) < _TOUCH


def _is_level(rule: Box) -> bool:
    return rule.x1 - rule.x0 > rule.y1 - rule.y0


def _levels(group: Sequence[Box]) -> list[float]:
    found: list[float] = []
    for at in sorted((r.y0 + r.y1) / 2 for r in group if _is_level(r)):
        if not found or at - found[-1] > _TOUCH:
            found.append(at)
    return found


def _top(line: TextLine, levels: Sequence[float], rules: Sequence[Box]) -> float:
    """Where the row starts that a cell stands in: one over several rows belongs to the first of them."""
    middle = (line.x0 + line.x1) / 2
    over = [at for at in levels if at < line.middle]
    drawn = [r for r in rules if _is_level(r) and r.x0 - _TOUCH < middle < r.x1 + _TOUCH and r.y0 < line.middle]
    edge = max((r.y0 for r in drawn), default=line.middle)
    return max((at for at in over if at < edge + _TOUCH), default=levels[0]) if drawn else over[-1]


def _rows_of(band: Sequence[TextLine]) -> list[list[TextLine]]:
    """The rows between two rules: one, or several where each cell has a line on each of their base lines."""
    cells = _side_by_side(band)
    rows = _by_base(band)
    if len(cells) > 1 and len(rows) > 1 and sum(len(row) for row in rows) >= 0.8 * len(cells) * len(rows):
        return rows
    return [list(band)]


def _by_base(lines: Sequence[TextLine]) -> list[list[TextLine]]:
    rows: list[list[TextLine]] = []
    for line in sorted(lines, key=lambda x: x.y1):
        if rows and line.y1 - rows[-1][0].y1 < _LEVEL * line.size:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [sorted(row, key=lambda x: x.x0) for row in rows]


def _are_rows(rows: Sequence[Sequence[TextLine]], page: Measures) -> bool:
    """Whether most of these hold short cells side by side."""
    cells = [_side_by_side(row) for row in rows]
    several = sum(len(row) > 1 for row in cells)
    count = sum(map(len, cells))
    lines = [line for row in rows for line in row]
    characters = sum(len(line.text) for line in lines)
    sentences = sum(not _may_be_cell(line, page) for line in lines)
    if 2 * sum(line.width > _WIDE * line.size for line in lines) > len(lines):
        return False  # columns of text
    return several > 1 and 2 * several >= len(rows) and characters <= _CELL * count and 5 * sentences <= len(lines)


def _standing(lines: Sequence[TextLine], page: Measures) -> Iterator[list[list[TextLine]]]:
    """Tables without rules: rows one under the other whose short cells stand side by side at the same places."""
    open_tables: list[list[list[TextLine]]] = []
    tables: list[list[list[TextLine]]] = []
    for row in _by_base([line for line in lines if not line.vertical]):
        for part in _cells_in(row, page):
            home = next((table for table in open_tables if _under(table[-1], part)), None)
            if home is None:
                home = []
                tables.append(home)
                open_tables.append(home)
            home.append(part)
        open_tables = [table for table in open_tables if row[0].y1 - table[-1][0].y1 < _STEP * row[0].size]
    sure = [table for table in tables if len(table) >= _LEAST and (len(table[0]) > 2 or _counts(table))]
    known = {_form(table) for table in sure}
    yield from sure
    # what a column's end broke off
    yield from (table for table in tables if len(table) < _LEAST and len(table[0]) > 2 and _form(table) in known)


def _form(table: Sequence[Sequence[TextLine]]) -> tuple[float, str, int]:
    return *style(table[0][0]), len(table[0])


def _cells_in(row: Sequence[TextLine], page: Measures) -> Iterator[list[TextLine]]:
    """Parts of a row of at least two short lines that no longer one stands between."""
    part: list[TextLine] = []
    for line in [*row, None]:
        near = line is not None and (not part or line.x0 - part[-1].x1 < page.column)
        if line is not None and near and _may_be_cell(line, page) and line.width < 0.6 * page.column:
            part.append(line)
            continue
        if len(part) > 1:
            yield part
        part = []


def _under(above: Sequence[TextLine], row: Sequence[TextLine]) -> bool:
    step = row[0].y1 - above[0].y1
    alike = len(above) == len(row) and 0.8 * row[0].size < step < _STEP * row[0].size
    return alike and all(x.x0 < y.x1 and x.x1 > y.x0 for x, y in zip(above, row, strict=True))


def _counts(table: Sequence[Sequence[TextLine]]) -> bool:
    """Whether half of the cells behind the first of each row are numbers."""
    cells = [line.text for row in table for line in row[1:]]
    return 2 * sum(any(c.isdigit() for c in text) for text in cells) >= len(cells)
