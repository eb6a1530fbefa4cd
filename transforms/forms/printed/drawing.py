"""What is drawn on a printed page beside its text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from transforms.forms.line import Box
from transforms.forms.printed.lines.lines import TextLine


@dataclass(frozen=True, slots=True)
class Drawing:
    """One page, in points: thin `rules`, `bands` no thicker than a line or two, `shapes`: all else drawn."""

    number: int
    width: float
    height: float
    rules: tuple[Box, ...]
    shapes: tuple[Box, ...]
    bands: tuple[Box, ...] = ()


def holds(box: Box, line: TextLine) -> bool:
    """Whether a drawn area holds a line of text."""
    if line.x0 < box.x0 - 3 or line.x1 > box.x1 + 3:
        return False
    return box.x0 <= (line.x0 + line.x1) / 2 <= box.x1 and box.y0 <= (line.y0 + line.y1) / 2 <= box.y1


def parted(last: TextLine, line: TextLine, rules: Sequence[Box]) -> bool:
    """Whether a rule runs between two lines, one under the other."""
    return any(
        last.y1 - 1 <= rule.y0 <= line.y0 + 1 and rule.x0 < line.x1 - line.size and rule.x1 > line.x0 + line.size
        for rule in rules
    )
