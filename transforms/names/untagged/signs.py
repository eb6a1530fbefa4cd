"""Where the paragraphs of a page have something for a step to look at, found for all their characters at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import accumulate, pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from transforms.names.bodies.known import beginnings
from transforms.names.evidence.chinese_names import first_characters, foreign_signs
from transforms.names.untagged.strangers import no_starts, post_ends
from transforms.names.untagged.titled import cues, endings, likely_starts, stops

Codes = NDArray[np.uint32]
Marks = NDArray[np.bool_]
Places = NDArray[np.int64]

_MARGIN = 3  # characters between paragraphs, so that no sign reaches into the next
_BEGIN, _CUE, _START, _FOREIGN, _SURNAME, _STOP, _COMMA, _NO_NAME = (np.uint8(1 << k) for k in range(8))
_FIRST_HAN, _LAST_HAN = 0x3400, 0x9FFF
_PRIME = np.uint32(0x9E3779B1)
_KEY_BITS = 16


class Signs(NamedTuple):
    """Places in a paragraph where names of the lists may begin, names behind a title, and names that open a clause.

    Those of `clauses` stand behind no comma, and begin as any name may.
    """

    known: Sequence[int]
    titled: Sequence[int]
    openings: Sequence[int]
    clauses: Sequence[int]


def signs(texts: Sequence[str]) -> list[Signs]:
    """The signs in each paragraph of a page: no place is left out, a few more are told than there are."""
    gap = "\n" * _MARGIN
    starts = np.array(list(accumulate((len(text) + _MARGIN for text in texts), initial=0)))
    codes = _codes("".join([gap, *(text + gap for text in texts), gap]))
    return list(map(Signs, *(_apart(starts, marks.nonzero()[0]) for marks in _marks(codes, starts))))


def _marks(codes: Codes, starts: Places) -> tuple[Marks, ...]:
    """True at the places of each sign."""
    classes, size = _classes().take(codes), int(starts[-1])
    pairs, threes = _keys(codes, 2), _keys(codes, 3)

    def has(mark: np.uint8, by: int) -> Marks:
        marked: Marks = (classes[_MARGIN + by : _MARGIN + by + size] & mark) != 0
        return marked

    def han(by: int) -> Marks:
        here = codes[_MARGIN + by : _MARGIN + by + size]
        return (here >= _FIRST_HAN) & (here <= _LAST_HAN)

    known = _known_pairs().take(pairs[_MARGIN : _MARGIN + size])
    known |= _known_threes().take(threes[_MARGIN : _MARGIN + size])
    known &= has(_BEGIN, 0)
    titled = _title_ends().take(pairs[_MARGIN - 2 : _MARGIN - 2 + size])
    titled |= has(_CUE, -1)
    begins = has(_START, 0)
    posts = _post_ends().take(pairs[_MARGIN - 2 : _MARGIN - 2 + size])
    titled &= begins | (has(_FOREIGN, 0) & has(_FOREIGN, 1))
    clauses = has(_STOP, -1)
    clauses[starts[:-1]] = True
    second = han(1)
    posts &= second
    posts &= ~has(_NO_NAME, 0)
    titled |= posts
    opens = (clauses | has(_COMMA, -1)) & has(_SURNAME, 0) & second & han(2)
    return known, titled, opens, clauses & begins


def _apart(starts: Places, places: Places) -> list[list[int]]:
    """The places in each paragraph, counted from its start."""
    edges = places.searchsorted(starts)
    flat = (places - starts[:-1].repeat(edges[1:] - edges[:-1])).tolist()
    return [flat[i:j] for i, j in pairwise(edges.tolist())]


def _codes(text: str) -> Codes:
    codes: Codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    return np.minimum(codes, np.uint32(0xFFFF))


def _keys(codes: Codes, size: int) -> Codes:
    """A number of _KEY_BITS for each run of `size` characters, the same for the same ones."""
    n = len(codes) - size + 1
    keys = codes[:n] * _PRIME
    for k in range(1, size):
        keys ^= codes[k : k + n]
        keys *= _PRIME
    keys >>= np.uint32(32 - _KEY_BITS)
    return keys


def _keys_of(texts: Iterable[str], size: int) -> Marks:
    """Key → True where a text of this size has it."""
    joined = "".join(text for text in texts if len(text) == size)
    marks = np.zeros(1 << _KEY_BITS, dtype=np.bool_)
    marks[_keys(_codes(joined), size)[::size]] = True
    return marks


@cache
def _known_pairs() -> Marks:
    return _keys_of(beginnings(), 2)


@cache
def _known_threes() -> Marks:
    return _keys_of(beginnings(), 3)


@cache
def _title_ends() -> Marks:
    return _keys_of(endings(), 2)


@cache
def _post_ends() -> Marks:
    return _keys_of(post_ends(), 2)


@cache
def _classes() -> NDArray[np.uint8]:
    """Code point → the marks of the character."""
    table = np.zeros(0x10000, dtype=np.uint8)
    for mark, characters in (
        (_BEGIN, {name[0] for name in beginnings()}),
        (_CUE, cues()),
        (_START, likely_starts()),
        (_FOREIGN, foreign_signs()),
        (_SURNAME, first_characters()),
        (_STOP, stops()),
        (_COMMA, "，"),
        (_NO_NAME, no_starts()),
    ):
        table[list(map(ord, characters))] |= mark
    return table
