"""Where the paragraphs of a page have something for a step to look at, found for all their characters at once."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import accumulate, pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from transforms.names.follow import first_characters, foreign_signs
from transforms.names.known import beginnings
from transforms.names.titled import cues, likely_starts

_MARGIN = 3  # characters between paragraphs, so that no sign reaches into the next
_CLAUSE_ENDS = "。！？；”，"
_CUE, _START, _FOREIGN, _BEGIN, _SECOND, _SURNAME, _PAUSE = (np.uint8(1 << k) for k in range(7))
_FIRST_HAN, _LAST_HAN = 0x3400, 0x9FFF


class Signs(NamedTuple):
    """Places in a paragraph where names of the lists may begin, names behind a title, and names that open a clause."""

    known: Sequence[int]
    titled: Sequence[int]
    openings: Sequence[int]


def signs(texts: Sequence[str]) -> list[Signs]:
    """The signs in each paragraph of a page."""
    gap = "\n" * _MARGIN
    starts = list(accumulate((len(text) + _MARGIN for text in texts), initial=0))
    joined = "".join([gap, *(text + gap for text in texts)])
    codes = np.minimum(np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), dtype="<u4"), 0xFFFF)
    found = _places(codes, _table().take(codes), starts)
    return [Signs(*lists) for lists in zip(*(_apart(starts, np.flatnonzero(here)) for here in found), strict=True)]


def _places(
    codes: NDArray[np.uint32], marks: NDArray[np.uint8], starts: Sequence[int]
) -> tuple[NDArray[np.bool_], NDArray[np.bool_], NDArray[np.bool_]]:
    """True at each place of a sign: those of known names, of names behind titles, and of names that open a clause."""
    size = len(marks) - 2 * _MARGIN

    def has(mark: np.uint8, by: int) -> NDArray[np.bool_]:
        return (marks[_MARGIN + by : _MARGIN + by + size] & mark).astype(np.bool_)

    han = (codes >= _FIRST_HAN) & (codes <= _LAST_HAN)
    foreign = has(_FOREIGN, 0) & has(_FOREIGN, 1) & has(_FOREIGN, 2)
    opens = has(_PAUSE, -1)
    opens[starts[:-1]] = True
    return (
        has(_BEGIN, 0) & has(_SECOND, 1),
        has(_CUE, -1) & (has(_START, 0) | foreign),
        opens & has(_SURNAME, 0) & han[_MARGIN + 1 : _MARGIN + 1 + size] & han[_MARGIN + 2 : _MARGIN + 2 + size],
    )


def _apart(starts: Sequence[int], places: NDArray[np.int64]) -> list[list[int]]:
    """The places in each paragraph, counted from its start."""
    edges = np.searchsorted(places, starts).tolist()
    flat = places.tolist()
    return [[at - start for at in flat[i:j]] for start, (i, j) in zip(starts, pairwise(edges), strict=False)]


@cache
def _table() -> NDArray[np.uint8]:
    """Code point → the marks of the character."""
    table = np.zeros(0x10000, dtype=np.uint8)
    firsts, seconds = beginnings()
    for mark, characters in (
        (_CUE, cues()),
        (_START, likely_starts()),
        (_FOREIGN, foreign_signs()),
        (_BEGIN, firsts),
        (_SECOND, seconds),
        (_SURNAME, first_characters()),
        (_PAUSE, _CLAUSE_ENDS),
    ):
        table[list(map(ord, characters))] |= mark
    return table
