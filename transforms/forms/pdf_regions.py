"""A PDF page cut into regions of one article each: by frames, by rules, by white space, by headlines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from transforms.forms.drawing import Drawing
from transforms.forms.line import Box
from transforms.forms.pdf_lines import TextLine

_HEADLINE = 1.3  # times the size of body text
_MIN_GAP = 0.9  # of the body's size: white space that may part two articles
_MAX_DEPTH = 40


@dataclass(frozen=True, slots=True)
class Measures:
    """What holds over the whole page: the size of body text and the width of its columns, in points.

    `fonts` tells that the page has a font of its own for subheadings.
    """

    size: float
    font: str
    column: float
    fonts: bool = False


@dataclass(frozen=True, slots=True)
class Region:
    """Lines that belong together, with the pictures among them. `framed` tells that a drawn box holds them."""

    lines: tuple[TextLine, ...]
    pictures: tuple[Box, ...]
    framed: bool = False


def measures(lines: Sequence[TextLine]) -> Measures:
    """Most characters of a page are body text; most of its lines fill a column."""
    weight: dict[tuple[float, str], int] = {}
    for line in lines:
        key = (round(line.size, 1), line.font)
        weight[key] = weight.get(key, 0) + len(line.text)
    size, font = max(weight, key=lambda key: weight[key])
    widths = sorted(line.width for line in lines if abs(line.size - size) < 0.3)
    column = widths[int(0.7 * (len(widths) - 1))]
    others = sum(line.font != font and abs(line.size - size) < 0.1 * size and line.width < column for line in lines)
    return Measures(size, font, column, others > 1)


def is_headline(line: TextLine, page: Measures) -> bool:
    return line.size >= _HEADLINE * page.size


def cut(drawing: Drawing, lines: Sequence[TextLine], page: Measures) -> list[Region]:
    """The page's regions, in the order a reader meets them."""
    pictures, frames = _shapes(drawing, lines)
    regions: list[Region] = []
    rest = list(lines)
    for frame in frames:
        inside = [line for line in rest if _holds(frame, line)]
        # a tinted panel without a headline of its own is a part of the article around it
        if not any(is_headline(line, page) for line in inside):
            continue
        held = set(map(id, inside))
        rest = [line for line in rest if id(line) not in held]
        own = [picture for picture in pictures if _inside(frame, picture)]
        pictures = [picture for picture in pictures if picture not in own]
        regions += [Region(r.lines, r.pictures, framed=True) for r in _cut(inside, own, drawing.rules, page, 0)]
    regions += _cut(rest, pictures, drawing.rules, page, 0)
    return sorted((region for region in regions if region.lines), key=lambda region: _order(region, page))


def _order(region: Region, page: Measures) -> tuple[float, float]:
    top, left = min(line.y0 for line in region.lines), min(line.x0 for line in region.lines)
    return round(top / (4 * page.size)), left


def _shapes(drawing: Drawing, lines: Sequence[TextLine]) -> tuple[list[Box], list[Box]]:
    """Drawn areas: pictures hold no text, frames hold some; the smallest frame comes first."""
    pictures: list[Box] = []
    frames: list[Box] = []
    for box in sorted(set(drawing.shapes), key=lambda b: (b.x1 - b.x0) * (b.y1 - b.y0)):
        held = sum(_holds(box, line) for line in lines)
        if held >= 2 and held < 0.9 * len(lines):
            frames.append(box)
        elif held == 0:
            pictures = [p for p in pictures if not _inside(box, p)] + [box]
    return pictures, frames


def _holds(box: Box, line: TextLine) -> bool:
    middle = (line.x0 + line.x1) / 2
    return (
        box.x0 <= middle <= box.x1
        and box.y0 <= line.middle <= box.y1
        and line.x0 >= box.x0 - 3
        and line.x1 <= box.x1 + 3
    )


def _inside(outer: Box, inner: Box) -> bool:
    return (
        inner.x0 >= outer.x0 - 3 and inner.x1 <= outer.x1 + 3 and inner.y0 >= outer.y0 - 3 and inner.y1 <= outer.y1 + 3
    )


def _cut(lines: list[TextLine], pictures: list[Box], rules: Sequence[Box], page: Measures, depth: int) -> list[Region]:
    if not lines:
        return []
    if depth < _MAX_DEPTH and sum(is_headline(line, page) for line in lines) > 1:
        cuts = [_best_cut(lines, pictures, rules, page, across) for across in (True, False)]
        best = max((found for found in cuts if found is not None), default=None)
        if best is not None:
            _, at, across = best
            first, second = _sides(lines, at, across)
            near, far = _picture_sides(pictures, at, across)
            return _cut(first, near, rules, page, depth + 1) + _cut(second, far, rules, page, depth + 1)
    return [Region(tuple(lines), tuple(pictures))]


def _sides(lines: Sequence[TextLine], at: float, across: bool) -> tuple[list[TextLine], list[TextLine]]:
    first = [line for line in lines if (line.y1 if across else line.x1) <= at + 1]
    held = set(map(id, first))
    return first, [line for line in lines if id(line) not in held]


def _picture_sides(pictures: Sequence[Box], at: float, across: bool) -> tuple[list[Box], list[Box]]:
    first = [p for p in pictures if (p.y0 + p.y1 if across else p.x0 + p.x1) / 2 <= at]
    return first, [p for p in pictures if p not in first]


def _best_cut(
    lines: Sequence[TextLine], pictures: Sequence[Box], rules: Sequence[Box], page: Measures, across: bool
) -> tuple[float, float, bool] | None:
    """The best place to cut, from side to side (`across`) or from top to bottom, with its score; or None."""
    items: list[TextLine | Box] = [*lines, *pictures]
    spans = [(x.y0, x.y1) if across else (x.x0, x.x1) for x in items]
    extent = [(x.x0, x.x1) if across else (x.y0, x.y1) for x in lines]
    low, high = min(a for a, _ in extent), max(b for _, b in extent)
    best: tuple[float, float, bool] | None = None
    for start, end in _gaps(spans):
        ruled = _ruled(rules, start, end, low, high, across)
        if end - start < _MIN_GAP * page.size and not ruled:
            continue
        at = (start + end) / 2
        first, second = _sides(lines, at, across)
        if not _opens(second, page, ruled) or not (
            _has_headline(first, page) if across else _opens(first, page, ruled)
        ):
            continue
        score = (end - start) / page.size + (100 if ruled else 0) + (3 if across else -_offset(second, at, page))
        if best is None or score > best[0]:
            best = (score, at, across)
    return best


def _gaps(spans: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """The empty strips between spans."""
    found, reach = [], None
    for start, end in sorted(spans):
        if reach is not None and start > reach:
            found.append((reach, start))
        reach = end if reach is None else max(reach, end)
    return found


def _ruled(rules: Sequence[Box], start: float, end: float, low: float, high: float, across: bool) -> bool:
    """A rule drawn in the strip runs along nearly all of it."""
    covered = 0.0
    for rule in rules:
        at, a, b = (rule.y0, rule.x0, rule.x1) if across else (rule.x0, rule.y0, rule.y1)
        if start - 2 <= at <= end + 2:
            covered += max(0.0, min(b, high) - max(a, low))
    return covered >= 0.9 * (high - low)


def _offset(lines: Sequence[TextLine], at: float, page: Measures) -> float:
    """How many columns lie between a cut from top to bottom and the first headline behind it."""
    first = min((line for line in lines if is_headline(line, page)), key=lambda line: line.y0)
    return (first.x0 - at) / page.column


def _has_headline(lines: Sequence[TextLine], page: Measures) -> bool:
    """The part is an article: a headline, and text under it."""
    large = [line for line in lines if is_headline(line, page)]
    return bool(large) and any(x.y0 > min(h.y0 for h in large) and _is_text(x, page) for x in lines)


def _is_text(line: TextLine, page: Measures) -> bool:
    return abs(line.size - page.size) < 0.3 and line.font == page.font


def _opens(lines: Sequence[TextLine], page: Measures, ruled: bool) -> bool:
    """The part opens with a headline: no body text stands over it, and it has text of its own."""
    large = [line for line in lines if is_headline(line, page)]
    text = [line for line in lines if _is_text(line, page)]
    if not large or not text:
        return False
    first = min(large, key=lambda line: line.y0)
    over = [x for x in text if x.y1 <= first.y0 + 1 and x.x0 < first.x1 and x.x1 > first.x0]
    beside = [x for x in text if x.y0 < first.y0 - 3 * page.size]
    return not over and (ruled or not beside)
