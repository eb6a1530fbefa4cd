"""Lines that run from top to bottom, put together from runs of characters."""

from __future__ import annotations

from collections.abc import Sequence

from transforms.forms.printed.lines.glyphs import Glyphs
from transforms.forms.printed.lines.runs import ASCENT, DESCENT, SAME, STEP, Run, make_run

_PIECE = 3  # characters side by side inside a line that stands: a number of two or three digits
_STEP_GAP = 0.75  # of an em: the most white space in a line from top to bottom
_TIGHT_GAP = 0.4  # the same at a number, which might be a folio over the line
_BESIDE = 0.15  # of an em: characters of one line stand nearer


def without_crossing(glyphs: Glyphs, upright: Sequence[Run], level: list[Run]) -> tuple[list[Run], list[Run]]:
    """Both kinds of runs, where PDFium gave characters of two or three lines in turns: the lines run on beside them."""
    short = [run for run in upright if len(run.at) <= _PIECE and not run.style.turned]
    if not short:
        return list(upright), level
    apart = {id(run): [make_run(glyphs, at, at + 1, run.style) for at in run.at] for run in short}
    rows = _by_base([*level, *(part for parts in apart.values() for part in parts)])
    crossed = {key for key, parts in apart.items() if all(_runs_on(part, rows) for part in parts)}
    freed = [part for key, parts in apart.items() if key in crossed for part in parts]
    return [run for run in upright if id(run) not in crossed], [*level, *freed]


def single_columns(runs: Sequence[Run]) -> list[Run]:
    """Single characters one under the other with nothing beside them, each drawn by itself."""
    single = sorted((run for run in runs if len(run.at) == 1), key=lambda r: (round(r.x0 / 4), r.base))
    columns: list[list[Run]] = []
    for run in single:
        last = columns[-1][-1] if columns else None
        step = run.base - last.base if last is not None else 0.0
        if last is not None and abs(last.x0 - run.x0) < 0.3 * run.size and 0.8 * run.size < step < STEP * run.size:
            columns[-1].append(run)
        else:
            columns.append([run])
    columns = [column for column in columns if len(column) >= 3]
    rows = _by_base(runs) if columns else {}
    return [run for column in columns if 2 * sum(_runs_on(x, rows) for x in column) < len(column) for run in column]


def _by_base(runs: Sequence[Run]) -> dict[int, list[Run]]:
    rows: dict[int, list[Run]] = {}
    for run in runs:
        rows.setdefault(round(run.base), []).append(run)
    return rows


def _runs_on(part: Run, rows: dict[int, list[Run]]) -> bool:
    """Whether a character has another right beside it."""
    near = _BESIDE * part.size
    at = round(part.base)
    return any(
        abs(other.x0 - part.x1) < near or abs(part.x0 - other.x1) < near
        for base in (at - 1, at, at + 1)
        for other in rows.get(base, ())
    )


def joined_columns(upright: Sequence[Run], level: Sequence[Run]) -> list[list[Run]]:
    """Pieces of one line from top to bottom: upright characters, letters on their side, marks by themselves."""
    if not upright:
        return []
    loose = [run for run in level if len(run.at) <= _PIECE]
    sure = {id(run) for run in upright}
    columns: list[list[Run]] = []
    ends: list[float] = []
    for run in sorted([*upright, *loose], key=lambda r: (top(r), r.x0)):
        home = next((i for i in range(len(columns) - 1, -1, -1) if _goes_on(columns[i][-1], ends[i], run, sure)), None)
        if home is None:
            home = len(columns)
            columns.append([])
            ends.append(0.0)
        columns[home].append(run)
        ends[home] = _bottom(run)
    return [column for column in columns if any(id(run) in sure for run in column)]


def _goes_on(last: Run, end: float, run: Run, sure: set[int]) -> bool:
    if abs((last.x0 - run.x0) if len(run.at) == 1 or run.style.turned else 0.0) > 0.4 * run.size:
        return False
    middle = (run.x0 + run.x1) / 2
    under = last.x0 - 0.2 * run.size < middle < last.x0 + 1.2 * run.size
    alike = SAME < last.size / run.size < 1 / SAME
    reach = _STEP_GAP if id(last) in sure and id(run) in sure else _TIGHT_GAP
    return under and alike and -0.5 * run.size < top(run) - end < reach * run.size


def _bottom(run: Run) -> float:
    """The lower end of a piece of an upright line."""
    if run.style.turned:
        return run.base + 0.6 * run.size * len(run.at)
    return run.base + DESCENT * run.size + run.depth


def top(run: Run) -> float:
    """The upper end of a piece of an upright line, in points from the top of the page."""
    return run.base if run.style.turned else run.base - ASCENT * run.size
