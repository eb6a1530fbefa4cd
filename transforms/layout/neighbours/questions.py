"""Questions as subheadings: short lines that ask one thing, two at the least, paragraphs over and under each."""

from __future__ import annotations

import re
from collections.abc import Sequence

from transforms.layout.kinds.kind import BODY, OPEN, Kind
from transforms.layout.lines.widths import display_width
from transforms.layout.wording.end_marks import is_terminal

_ASKS = "？?"
_LONGEST = 36  # half characters
_LEAST = 2
_SPOKEN = re.compile("[“‘（]|那|怎么办")  # of a talk, or one that goes on from what was said


def find_asked(kinds: Sequence[Kind]) -> None:
    """Short questions between paragraphs, where more of them stand so before the next headline, head a part each."""
    run: list[int] = []
    for i, kind in enumerate(kinds):
        if kind.kind not in (BODY, OPEN) or (kind.kind == OPEN and not _stands_between(kinds, i)):
            _settle(kinds, run)
            run = []
        elif kind.kind == BODY and _asks(kinds, i):
            run.append(i)
    _settle(kinds, run)


def _settle(kinds: Sequence[Kind], run: Sequence[int]) -> None:
    if len(run) >= _LEAST:
        for i in run:
            kinds[i].kind = OPEN


def _asks(kinds: Sequence[Kind], i: int) -> bool:
    kind = kinds[i]
    if kind.unit.n_lines > 1 or kind.unit.role or kind.text[-1] not in _ASKS or _SPOKEN.match(kind.text):
        return False
    if display_width(kind.text) > _LONGEST or re.search("[：。！？?].", kind.text):
        return False
    return _stands_between(kinds, i)


def _stands_between(kinds: Sequence[Kind], i: int) -> bool:
    """A paragraph ends over this unit, and one that asks nothing begins under it."""
    if not 0 < i < len(kinds) - 1:
        return False
    over, under = kinds[i - 1], kinds[i + 1]
    told = is_terminal(over.text) and over.kind == BODY and not over.foot
    return told and under.kind == BODY and not under.head and under.text[-1] not in _ASKS
