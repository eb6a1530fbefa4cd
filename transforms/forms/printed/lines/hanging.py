"""Marks that hang out of their column into a narrow gutter, so that the next column seems to go on with the line."""

from __future__ import annotations

from collections.abc import Sequence

from transforms.forms.printed.lines.runs import LARGE, Run

_MARKS = frozenset("，。、；：！？）”’》")
_ROWS = 3.5  # ems: how far over and under it other lines tell
_STARTS = 1.0  # points: lines that start at one place
_OVER = 0.5  # of an em: how far a line goes on over the place where a column would start
_LEAST = 2  # lines that start there


def hangs(last: Run, run: Run, text: str, runs: Sequence[Run]) -> bool:
    """Whether a run that ends with a mark is a column's line, and the one right behind it the next column's.

    Lines over and under it start where the second does, and none goes on over that place. `runs` are ordered from top
    to bottom.
    """
    if text[last.at[-1]] not in _MARKS:
        return False
    em = max(last.size, run.size)
    near = [r for r in runs if 0.5 * em < abs(r.base - run.base) < _ROWS * em and r.size < LARGE * em]
    starts = sum(abs(r.x0 - run.x0) < _STARTS for r in near)
    crossed = any(r.x0 < run.x0 - _OVER * em and r.x1 > run.x0 + _OVER * em for r in near)
    return starts >= _LEAST and not crossed
