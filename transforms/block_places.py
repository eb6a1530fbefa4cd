"""Where a block stands on the printed page: from the boxes of its lines."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from transforms.forms.line import Box, Evidence, Line
from transforms.layout.apart import Piece


class BlockPlaces:
    """The places of a page's lines, asked block by block; `article` is where the whole of its one article stands."""

    def __init__(self, lines: Sequence[Line], article: Box | None = None) -> None:
        self._article = (article.x0, article.y0, article.x1, article.y1) if article else None
        self._placed = [(line.start, line.evidence) for line in lines if line.evidence and line.evidence.box]
        self._starts = [start for start, _ in self._placed]

    def page_number(self, piece: Piece) -> int | None:
        """The page of the file on which the block starts, from 1."""
        found = self._evidence(piece)
        return found[0].page_number if found else None

    def box(self, piece: Piece) -> tuple[float, ...] | None:
        """x0, y0, x1, y1 around the block's lines on that page, origin top left."""
        found = self._evidence(piece)
        boxes = [e.box for e in found if e.box and e.page_number == found[0].page_number]
        if not boxes:
            return self._article if piece.article is not None else None
        return (min(b.x0 for b in boxes), min(b.y0 for b in boxes), max(b.x1 for b in boxes), max(b.y1 for b in boxes))

    def _evidence(self, piece: Piece) -> list[Evidence]:
        """The lines that start in the block; a block that starts inside a line has that line's place."""
        if not self._starts:
            return []
        first, end = bisect_left(self._starts, piece.start), bisect_left(self._starts, piece.end)
        if first == end and first > 0:
            first -= 1
        return [evidence for _, evidence in self._placed[first:end]]
