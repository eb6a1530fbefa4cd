"""Where a quantity stands: what of its clause comes before it, and whether it is the whole text."""

from __future__ import annotations

from transforms.quantities import comparator
from transforms.quantities.core import Core

_CLAUSE_ENDS = "，。；、"


def clause(text: str, start: int, reach: int) -> str:
    """What stands before `start` in its clause, at most `reach` signs."""
    near = text[max(0, start - reach) : start]
    return near[max(near.rfind(c) for c in _CLAUSE_ENDS) + 1 :]


def is_all(text: str, core: Core) -> bool:
    """Whether the core, with the comparators that touch it, is the whole text."""
    before, after = comparator.before(text, core.start, False), comparator.after(text, core.end, core.unit.kind)
    return (before[1] if before else core.start) == 0 and (after[1] if after else core.end) == len(text)
