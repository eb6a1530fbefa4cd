"""One region of a PDF page: headline by size and place, captions by pictures, body by columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from transforms.forms.line import Box
from transforms.forms.pdf_lines import TextLine
from transforms.forms.pdf_regions import Measures, Region, is_headline

_CAPTION_REACH = 3.5  # of the body's size: how far under its picture a caption starts
_SAME_SIZE = 0.06
_CLOSED = frozenset("。！？；，、：”’）》…")


@dataclass(frozen=True, slots=True)
class SetLine:
    """One line of the page's text; printed lines of one headline are joined. `role` is None where only words tell."""

    text: str
    role: str | None
    paragraph: int | None
    box: Box
    size: float


def set_article(region: Region, page: Measures) -> list[SetLine]:
    """The region's lines in reading order: headline group, body with its subheadings, captions."""
    captions = _captions(region, page)
    held = set(map(id, captions))
    lines = [line for line in region.lines if id(line) not in held]
    heading = _heading(lines, page)
    headed = set(map(id, heading))
    body = [line for line in lines if id(line) not in headed]
    return _headline_lines(heading) + _body(body, page) + _caption_lines(captions)


def _heading(lines: Sequence[TextLine], page: Measures) -> list[TextLine]:
    """The largest line, what is set like it, and the lines right over and under it that are no body text."""
    large = [line for line in lines if is_headline(line, page)]
    if not large:
        return []
    main = max(large, key=lambda line: (line.size, -line.y0))
    group = [line for line in large if abs(line.size - main.size) <= _SAME_SIZE * main.size and _near(line, main, 4)]
    grown = True
    while grown:
        top, bottom = min(x.y0 for x in group), max(x.y1 for x in group)
        left, right = min(x.x0 for x in group), max(x.x1 for x in group)
        near = [
            x
            for x in lines
            if x not in group
            and _set_apart(x, page)
            and -0.8 * page.size <= max(top - x.y1, x.y0 - bottom) <= 1.6 * page.size
            and x.x0 < right + page.size
            and x.x1 > left - page.size
        ]
        grown = bool(near)
        group += near
    return sorted(group, key=lambda line: (line.x0, line.y0) if line.vertical else (line.y0, line.x0))


def _near(line: TextLine, main: TextLine, reach: float) -> bool:
    return abs(line.middle - main.middle) <= reach * main.size


def _set_apart(line: TextLine, page: Measures) -> bool:
    """Larger than body text, or longer than a column can be."""
    return line.size >= 1.12 * page.size


def _headline_lines(heading: Sequence[TextLine]) -> list[SetLine]:
    """Printed lines of one size joined; the largest is the headline, what stands over it kicker, under it deck."""
    if not heading:
        return []
    groups: list[list[TextLine]] = []
    for line in heading:
        last = groups[-1][-1] if groups else None
        if last is not None and abs(last.size - line.size) <= _SAME_SIZE * last.size and last.font == line.font:
            groups[-1].append(line)
        else:
            groups.append([line])
    main = max(range(len(groups)), key=lambda i: groups[i][0].size)
    return [
        _set_line(group, "headline" if i == main else "kicker" if i < main else "deck", None)
        for i, group in enumerate(groups)
    ]


def _set_line(group: Sequence[TextLine], role: str | None, paragraph: int | None) -> SetLine:
    box = Box(min(x.x0 for x in group), min(x.y0 for x in group), max(x.x1 for x in group), max(x.y1 for x in group))
    return SetLine("".join(x.text for x in group), role, paragraph, box, group[0].size)


def _captions(region: Region, page: Measures) -> list[TextLine]:
    """Lines in another size or font than the body's, right under a picture or beside its foot."""
    found: list[TextLine] = []
    for picture in region.pictures:
        bottom = picture.y1
        for line in sorted(region.lines, key=lambda x: (x.y0, x.x0)):
            other = (line.font != page.font or abs(line.size - page.size) > 0.3) and not is_headline(line, page)
            under = -1.6 * page.size <= line.y0 - bottom <= _CAPTION_REACH * page.size
            if other and under and line.x1 > picture.x0 - 2 and line.x0 < picture.x1 + 2 and line not in found:
                found.append(line)
                bottom = max(bottom, line.y1)
    return found


def _caption_lines(captions: Sequence[TextLine]) -> list[SetLine]:
    """Lines of one caption joined; a credit set to the right starts a line of its own."""
    groups: list[list[TextLine]] = []
    for line in captions:
        last = groups[-1][-1] if groups else None
        goes_on = (
            last is not None
            and line.y0 > last.y0
            and abs(line.x0 - last.x0) < line.size
            and last.text[-1] not in "。摄图"
        )
        if goes_on:
            groups[-1].append(line)
        else:
            groups.append([line])
    return [_set_line(group, "caption", None) for group in groups]


def _body(lines: Sequence[TextLine], page: Measures) -> list[SetLine]:
    """Columns from left to right; a paragraph starts with an indent, a subheading is set in another font."""
    found: list[SetLine] = []
    paragraph = 0
    closed = True
    for column in _columns(lines, page):
        left, right = min(x.x0 for x in column), max(x.x1 for x in column)
        for line in column:
            if _is_subheading(line, left, right, page):
                found.append(_set_line([line], "subheading", None))
                closed = True
                continue
            if closed or line.x0 - left > 0.9 * page.size:
                paragraph += 1
            closed = right - line.x1 > 1.5 * page.size and line.text[-1] in _CLOSED
            found.append(_set_line([line], None, paragraph))
    return found


def _is_subheading(line: TextLine, left: float, right: float, page: Measures) -> bool:
    other = line.font != page.font or line.size > 1.05 * page.size
    indent = line.x0 - left > 0.5 * page.size or line.x1 < right - page.size
    return other and indent and len(line.text) <= 32 and line.text[-1] not in "。；，"


def _columns(lines: Sequence[TextLine], page: Measures) -> list[list[TextLine]]:
    """Columns from left to right; a line across columns parts what is over it from what is under it."""
    across = [x for x in lines if x.width > 1.45 * page.column]
    if across and len(across) < len(lines):
        top = min(x.y0 for x in across)
        over = [x for x in lines if x.y1 <= top + 1]
        level = [x for x in across if x.y1 > top + 1]
        under = [x for x in lines if x not in over and x not in level]
        if over or all(x.y0 >= max(y.y0 for y in level) for x in under):
            rest = [_columns(part, page) for part in (over, under)]
            return [*rest[0], sorted(level, key=lambda x: x.y0), *rest[1]]
    columns: list[list[TextLine]] = []
    edges: list[tuple[float, float]] = []
    for line in sorted(lines, key=lambda x: (-x.width, x.x0)):
        middle = (line.x0 + line.x1) / 2
        home = next((i for i, (a, b) in enumerate(edges) if a - page.size <= middle <= b + page.size), None)
        if home is None:
            edges.append((line.x0, line.x1))
            columns.append([line])
        else:
            columns[home].append(line)
    ordered = sorted(range(len(columns)), key=lambda i: edges[i][0])
    return [sorted(columns[i], key=lambda x: (x.y0, x.x0)) for i in ordered]
