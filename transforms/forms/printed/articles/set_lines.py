"""Lines of a page's text, as an article sets them: of one printed line or of several."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from transforms.forms.line import Box
from transforms.forms.printed.lines.lines import TextLine

SAME_SIZE = 0.06  # of a size: how far apart those of one headline's lines are


@dataclass(frozen=True, slots=True)
class SetLine:
    """One line of the page's text; printed lines of one headline are joined. `role` is None where only words tell."""

    text: str
    role: str | None
    paragraph: int | None
    box: Box
    size: float


def set_line(group: Sequence[TextLine], role: str | None, paragraph: int | None) -> SetLine:
    """Printed lines as one, joined without a blank; the box is around all of them, the size that of the first."""
    if len(group) == 1:
        line = group[0]
        return SetLine(line.text, role, paragraph, Box(line.x0, line.y0, line.x1, line.y1), line.size)
    box = Box(min(x.x0 for x in group), min(x.y0 for x in group), max(x.x1 for x in group), max(x.y1 for x in group))
    return SetLine("".join(x.text for x in group), role, paragraph, box, group[0].size)
