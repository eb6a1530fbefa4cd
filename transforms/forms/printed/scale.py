"""Pages printed smaller or larger than a newspaper is: brought to the usual size, in which distances are told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from transforms.forms.line import Box
from transforms.forms.printed.drawing import Drawing
from transforms.forms.printed.lines.lines import TextLine

_BODY = 9.5  # points: body text of a newspaper
_USUAL = 7.0, 14.0


def usual_size(drawing: Drawing, lines: Sequence[TextLine]) -> tuple[Drawing, list[TextLine], float]:
    """The page in the usual size, and how many of its points make one there."""
    size = median(line.size for line in lines) if lines else _BODY
    if _USUAL[0] <= size <= _USUAL[1] or size <= 0:
        return drawing, list(lines), 1.0
    times = _BODY / size
    drawn = (drawing.rules, drawing.shapes, drawing.bands)
    boxes = (tuple(_box(box, times) for box in part) for part in drawn)
    whole = Drawing(drawing.number, drawing.width * times, drawing.height * times, *boxes)
    return whole, [_line(line, times) for line in lines], 1 / times


def _box(box: Box, times: float) -> Box:
    return Box(box.x0 * times, box.y0 * times, box.x1 * times, box.y1 * times)


def _line(line: TextLine, times: float) -> TextLine:
    return replace(
        line, x0=line.x0 * times, y0=line.y0 * times, x1=line.x1 * times, y1=line.y1 * times, size=line.size * times
    )
