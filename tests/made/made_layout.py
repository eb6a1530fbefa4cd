"""A newspaper page set from articles: columns, boxes, pictures, headlines across, inside or from top to bottom.

Lengths are PDF points, origin top left. The page is a tree of rows and stacks; every line of it is placed here, so that
the truth is known and the printer has nothing to decide.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from made_articles import MadeArticle, Part

SIZE, LEADING = 9.5, 14.0
COLUMN_EMS, GUTTER = 16, 15.0
MARGIN, HEAD_HEIGHT, FOOT_HEIGHT = 36.0, 34.0, 30.0
GAP = 16.0  # between two articles
PADDING = 9.0  # inside a frame or a panel
_UPRIGHT = 230.0  # the longest line of a headline from top to bottom
_ATOM = re.compile(r"[A-Za-z0-9.%:/\-]+|——|……|.", re.DOTALL)
_NO_START = frozenset("，。、；：！？”’）》〉】」』%％…—")
_NO_END = frozenset("“‘（《〈【「『")


@dataclass(frozen=True)
class Placed:
    """One printed line. `fill` stretches it over its width; `vertical` sets it from top to bottom."""

    text: str
    x: float
    y: float
    width: float
    size: float
    weight: str = "body"
    fill: bool = False
    vertical: bool = False
    align: str = "left"


@dataclass(frozen=True)
class Shape:
    """A drawn area: a rule, a frame, a tinted panel or a picture."""

    kind: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class SetArticle:
    """How an article is set.

    `headline` is across (all columns), inside (over the first columns only), left or right (from top to bottom);
    `frame` is "", box or panel; `picture` is "", top or foot: where a picture stands, over the first columns.
    """

    article: MadeArticle
    headline: str = "across"
    inside: int = 1
    frame: str = ""
    picture: str = ""
    picture_columns: int = 1
    size: float = 24.0


@dataclass(frozen=True)
class Row:
    """Parts side by side, each over its number of columns."""

    parts: tuple[tuple[int, Node], ...]


@dataclass(frozen=True)
class Stack:
    """Parts one under the other."""

    parts: tuple[Node, ...]


Node = SetArticle | Row | Stack


@dataclass
class Sheet:
    """A page as it is being set."""

    columns: int
    rules: bool = True
    lines: list[Placed] = field(default_factory=list)
    shapes: list[Shape] = field(default_factory=list)
    height: float = 0.0
    page_width: float = 0.0

    @property
    def column(self) -> float:
        return COLUMN_EMS * SIZE

    @property
    def width(self) -> float:
        return self.page_width or 2 * MARGIN + self.span(self.columns)

    def span(self, columns: int) -> float:
        return columns * self.column + (columns - 1) * GUTTER


def set_page(root: Node, columns: int, rules: bool = True, furniture: Sequence[str] = ()) -> Sheet:
    """The page set; `furniture` are the words of its head: paper, date, edition."""
    sheet = Sheet(columns, rules)
    right = MARGIN + sheet.span(columns)
    for at, words in enumerate(furniture):
        sheet.lines.append(Placed(words, MARGIN + at * 150, 14, 140, 10, "sans"))
    sheet.shapes.append(Shape("rule", MARGIN, HEAD_HEIGHT - 4, right - MARGIN, 0.8))
    bottom = _set(sheet, root, MARGIN, HEAD_HEIGHT + 8, columns)
    sheet.shapes.append(Shape("rule", MARGIN, bottom + 10, right - MARGIN, 0.8))
    sheet.lines.append(Placed("本版编辑：沈小满 美编：杜若", MARGIN, bottom + 14, 200, 8, "sans"))
    sheet.height = bottom + FOOT_HEIGHT
    return sheet


def _set(sheet: Sheet, node: Node, x: float, y: float, columns: int) -> float:
    """Set a part with its top left corner at x, y; its bottom."""
    if isinstance(node, SetArticle):
        return _set_article(sheet, node, x, y, columns)
    if isinstance(node, Row):
        bottoms, at, edges = [], x, []
        for span, part in node.parts:
            bottoms.append(_set(sheet, part, at, y, span))
            at += sheet.span(span) + GUTTER
            edges.append(at - GUTTER / 2)
        if sheet.rules:
            sheet.shapes += [Shape("upright", edge, y, 0.5, max(bottoms) - y) for edge in edges[:-1]]
        return max(bottoms)
    bottom = y
    for number, part in enumerate(node.parts):
        if number:
            if sheet.rules:
                sheet.shapes.append(Shape("rule", x, bottom + GAP / 2, sheet.span(columns), 0.5))
            bottom += GAP
        bottom = _set(sheet, part, x, bottom, columns)
    return bottom


def _set_article(sheet: Sheet, how: SetArticle, x: float, y: float, columns: int) -> float:
    width = sheet.span(columns)
    top, pad = y, 0.0
    if how.frame:
        pad = PADDING
        x, y, width = x + pad, y + pad, width - 2 * pad
    column = (width - (columns - 1) * GUTTER) / columns
    starts = [x + i * (column + GUTTER) for i in range(columns)]
    tops = [y] * columns
    if how.headline in ("left", "right"):
        starts, tops, column = _upright_headline(sheet, how, x, y, width, columns)
    else:
        over = columns if how.headline == "across" else how.inside
        bottom = _headline(sheet, how, x, y, over * column + (over - 1) * GUTTER)
        tops = [bottom if i < over else y for i in range(columns)]
    if how.picture == "top":
        tops = _picture(sheet, how, starts, tops, column)
    lines = list(body_lines(how.article.body, column))
    bottom = _fill(sheet, lines, starts, tops, column)
    if how.headline in ("left", "right"):
        bottom = max(bottom, y + _UPRIGHT)
    if how.picture == "foot":
        bottom = max(_picture(sheet, how, starts, [bottom + 6] * columns, column))
    if how.frame:
        sheet.shapes.append(Shape(how.frame, x - pad, top, width + 2 * pad, bottom + pad - top))
    return bottom + pad


def _headline(sheet: Sheet, how: SetArticle, x: float, y: float, width: float) -> float:
    for part in how.article.head:
        size = how.size if part.role == "headline" else max(12.0, how.size * 0.55)
        for words in wrapped(part.text, width / size):
            weight = "black" if part.role == "headline" else "sans"
            sheet.lines.append(Placed(words, x, y, width, size, weight))
            y += size * 1.35
    return y + 4


def _upright_headline(
    sheet: Sheet, how: SetArticle, x: float, y: float, width: float, columns: int
) -> tuple[list[float], list[float], float]:
    """Headline lines from top to bottom beside the columns, read from right to left."""
    rows: list[tuple[str, float, str]] = []
    for part in how.article.head:
        main = part.role == "headline"
        size = how.size if main else max(12.0, how.size * 0.55)
        rows += [(words, size, "black" if main else "sans") for words in wrapped(part.text, _UPRIGHT / size)]
    strip = sum(size * 1.4 for _, size, _ in rows) + 4
    at = x + strip if how.headline == "left" else x + width
    for words, size, weight in rows:
        at -= size * 1.4
        sheet.lines.append(Placed(words, at, y, size, size, weight, vertical=True))
    left = x + strip + 6 if how.headline == "left" else x
    column = (width - strip - 6 - (columns - 1) * GUTTER) / columns
    return [left + i * (column + GUTTER) for i in range(columns)], [y] * columns, column


def _picture(sheet: Sheet, how: SetArticle, starts: list[float], tops: list[float], column: float) -> list[float]:
    over = how.picture_columns
    width = over * column + (over - 1) * GUTTER
    y = max(tops[:over])
    sheet.shapes.append(Shape("picture", starts[0], y, width, width * 0.6))
    y += width * 0.6 + 4
    for part in how.article.captions:
        for words in wrapped(part.text, width / 8):
            sheet.lines.append(Placed(words, starts[0], y, width, 8, "sans"))
            y += 11
    return [y + 6 if i < over else top for i, top in enumerate(tops)]


def body_lines(body: Sequence[Part], column: float, size: float = SIZE) -> Iterator[tuple[str, float, str, bool]]:
    """Words, indent, weight, and whether the line is stretched; a part of role `rest` goes on without an indent."""
    for part in body:
        if part.role == "subheading":
            for words in wrapped(part.text, column / size - 2):
                yield words, 2 * size, "sans", False
            continue
        blank = "" if part.role == "rest" else "\u3000\u3000"
        rows = list(wrapped(blank + part.text, column / size))
        for number, words in enumerate(rows):
            indent = len(blank) * size if number == 0 else 0.0
            yield words.strip("\u3000"), indent, "body", number < len(rows) - 1


def _fill(
    sheet: Sheet, lines: list[tuple[str, float, str, bool]], starts: list[float], tops: list[float], column: float
) -> float:
    """Columns filled to one depth; where their tops differ, the higher ones take more."""
    depth = max(tops)
    while sum(int((depth - top) // LEADING) for top in tops) < len(lines):
        depth += LEADING / 4
    at = 0
    for x, top in zip(starts, tops, strict=True):
        for row in range(int((depth - top) // LEADING)):
            if at == len(lines):
                break
            words, indent, weight, fill = lines[at]
            y = depth - (int((depth - top) // LEADING) - row) * LEADING
            sheet.lines.append(Placed(words, x + indent, y, column - indent, SIZE, weight, fill))
            at += 1
    return depth


def wrapped(text: str, ems: float) -> Iterator[str]:
    """Lines of at most `ems`, with no mark at the wrong end of a line and no number broken."""
    line: list[str] = []
    for atom in _ATOM.findall(text):
        if line and em_width(line) + em_width([atom]) > ems - 0.01:
            rest: list[str] = []
            while line and (atom[0] in _NO_START or line[-1][-1] in _NO_END) and len(line) > 1:
                atom = line.pop() + atom if atom[0] in _NO_START else atom
                if line[-1][-1] in _NO_END:
                    rest.insert(0, line.pop())
                if atom[0] not in _NO_START:
                    break
            yield "".join(line)
            line = [*rest]
        line.append(atom)
    if line:
        yield "".join(line)


def em_width(atoms: Sequence[str]) -> float:
    return sum(1.0 if ord(c) > 0x2000 else 0.6 for atom in atoms for c in atom)
