"""Where the lines of a column end."""

from __future__ import annotations

from collections.abc import Sequence

from transforms.forms.printed.lines.lines import TextLine

_MARKS = frozenset("，。、；：！？）”’》")
_TELLING = 3  # lines without a mark at their end
_HANGING = 1.1  # ems: how far a mark hangs out of its column


def right_edge(lines: Sequence[TextLine]) -> float:
    """The right edge of a column, out of which marks at the ends of lines may hang."""
    edge = max(line.x1 for line in lines)
    plain = [line.x1 for line in lines if line.text[-1] not in _MARKS]
    own = max(plain, default=edge)
    return own if len(plain) >= _TELLING and edge - own < _HANGING * lines[0].size else edge
