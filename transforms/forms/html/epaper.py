"""The index of an e-paper page: which articles it names, in which order, and where each stands on the page's image."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser

from transforms.forms.html.line import HtmlLine
from transforms.forms.html.text import linked_file
from transforms.forms.line import Box

_MIN_NAMED = 2
_MAX_PROSE = 600  # characters of sentences: an article page may carry the page's map too
_MAX_PROSE_HEADED = 150


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """An article that an index names: its HTML file, and its box in pixels of the page's image."""

    file: str
    title: str
    box: Box | None


def article_boxes(html: str) -> dict[str, Box]:
    """For each linked file the box around all its areas; empty when the page has no image map of articles."""
    boxes: dict[str, Box] = {}
    for area in LexborHTMLParser(html).css("area[href]"):
        file = linked_file(area.attributes.get("href"))
        corners = _numbers(area.attributes.get("coords"))
        if file and len(corners) >= 4:
            box = Box(min(corners[::2]), min(corners[1::2]), max(corners[::2]), max(corners[1::2]))
            boxes[file] = _around(boxes[file], box) if file in boxes else box
    return boxes


def index_entries(html: str, lines: Sequence[HtmlLine]) -> list[tuple[int, IndexEntry]]:
    """The articles of an index, each with the line that holds its title; empty when the page is no index.

    Order is that of the list of titles; a file that is linked more than once counts where it is first named in words.
    """
    boxes = article_boxes(html)
    entries: dict[str, tuple[int, IndexEntry]] = {}
    for at, line in enumerate(lines):
        if line.file in boxes and line.file not in entries:
            entries[line.file] = (at, IndexEntry(line.file, line.text, boxes[line.file]))
    if len(entries) < _MIN_NAMED or _holds_article(lines):
        return []
    return list(entries.values())


def _holds_article(lines: Sequence[HtmlLine]) -> bool:
    """Whether the page has the text of an article too: much of it, or some under a headline that is no link."""
    prose = [len(line.text) for line in lines if line.mark == "body" and "。" in line.text]
    headed = any(line.mark == "headline" and not line.file for line in lines)
    return sum(prose) > (_MAX_PROSE if len(prose) < 2 or not headed else _MAX_PROSE_HEADED)


def _numbers(coords: str | None) -> list[float]:
    numbers = []
    for part in (coords or "").split(","):
        try:
            numbers.append(float(part))
        except ValueError:
            return []
    return numbers


def _around(a: Box, b: Box) -> Box:
    return Box(min(a.x0, b.x0), min(a.y0, b.y0), max(a.x1, b.x1), max(a.y1, b.y1))
