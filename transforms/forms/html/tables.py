"""Tables in the text of an HTML page: each row is one line of text, its cells parted by blanks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from transforms.forms.html.furniture import LONGEST
from transforms.forms.html.line import HtmlLine
from transforms.forms.html.pictures import is_caption

_PARTS = "\u3000"


def with_rows(lines: list[HtmlLine]) -> list[HtmlLine]:
    """The lines with those of each row of a table of figures or words made one, which is text whatever its type.

    Tables that lay out the page hold paragraphs, pictures or one cell a row, and stay as they are.
    """
    of_table: dict[tuple[int, ...], list[tuple[HtmlLine, bool]]] = {}
    for line, within in zip(lines, _inside(lines), strict=True):
        if line.cell:
            of_table.setdefault(line.cell[:2], []).append((line, within))
    tables = {table for table, own in of_table.items() if _tells_rows(own)}
    if not tables:
        return lines
    found: list[HtmlLine] = []
    for row, of_row in groupby(lines, key=lambda x: x.cell[:3] if x.cell[:2] in tables else ()):
        own = list(of_row)
        found += [replace(own[0], text=_PARTS.join(_cells(own)), mark="text")] if row else own
    return found


def _inside(lines: Sequence[HtmlLine]) -> list[bool]:
    """Which lines are of the text: marked so, between its paragraphs, or in a table of its element."""
    texts = [at for at, line in enumerate(lines) if line.mark == "body"]
    if not texts:
        return [False] * len(lines)
    first, last = texts[0], texts[-1]
    around = (lines[last].holder,)
    return [
        line.mark in ("body", "subheading")
        or (line.mark is None and not line.file and (first < at < last or line.cell[:1] == around))
        for at, line in enumerate(lines)
    ]


def _tells_rows(own: Sequence[tuple[HtmlLine, bool]]) -> bool:
    """Whether a table has cells side by side, more than half of them short, in several rows or with no sentence."""
    if not all(within and not is_caption(line) for line, within in own):
        return False
    cells = {line.cell for line, _ in own}
    rows = [row for row, size in Counter(cell[:3] for cell in cells).items() if size > 1]
    long = sum(len(line.text) > LONGEST for line, _ in own)
    told = any("。" in line.text for line, _ in own)
    return long * 2 < len(cells) and len(rows) > told


def _cells(row: Sequence[HtmlLine]) -> list[str]:
    return ["".join(line.text for line in cell) for _, cell in groupby(row, key=lambda line: line.cell)]
