"""The name tagger: a linear chain over characters, scored for a whole page at once with NumPy."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

import numpy as np
from numpy.typing import NDArray

import seeds
from transforms.names.tagging.features import BUCKET_BITS, GAP, feature_ids

KINDS = ("person", "place", "organization")
LABELS = ("O", *(f"{edge}-{kind}" for kind in KINDS for edge in "BI"))
N_LABELS = len(LABELS)
WIDTH = 8  # labels in a row of weights, one byte each and one spare, so that a row is read as one 64-bit word
WEIGHTS = "names.weights.gz"
Labels = NDArray[np.int64]
Scores = NDArray[np.int32]
_BLOCK = 1024
_LANES = np.uint64(0x00FF00FF00FF00FF)  # every other byte of a word: eight bits with room for sums above them
_BIAS = 0x80
_LINE = 8  # rows of weights that come to the cache together
_GAP = re.compile(f"{GAP[0]}{GAP[0]}*")  # a sign alone at its head is searched for many times faster
_NEVER = -(1 << 14)  # a score that no path takes through a gap; those of a whole window sum to less than 2^31
_RANK = 8  # scores are kept as multiples of it, the label they came from below: one maximum gives both
_LONGEST_RUN = 512
_WINDOW = 1 << 16  # characters scored at once: bounds the memory


@dataclass(frozen=True)
class Model:
    """`emit`: a row of WIDTH signed bytes per bucket; `step[a, b]`: score of label b after label a.

    `rows` is `emit` with every byte raised by _BIAS, each row one word: bytes without a sign are summed many at a time.
    """

    emit: NDArray[np.int8]
    step: Scores

    @cached_property
    def rows(self) -> NDArray[np.uint64]:
        return (self.emit.view(np.uint8) ^ np.uint8(_BIAS)).view(np.uint64).ravel()


@cache
def model() -> Model:
    """The weights that ship in seeds."""
    return unpack(gzip.decompress(seeds.resource(WEIGHTS).read_bytes()))


def pack(weights: Model) -> bytes:
    """The weights as bytes: `step` as little-endian int32, then `emit`."""
    return weights.step.astype("<i4").tobytes() + weights.emit.tobytes()


def unpack(raw: bytes) -> Model:
    """What `pack` wrote. Raises ValueError where it is longer or shorter."""
    size = 4 * N_LABELS * N_LABELS
    step = np.frombuffer(raw[:size], dtype="<i4").astype(np.int32).reshape(N_LABELS, N_LABELS)
    return Model(np.frombuffer(raw, dtype=np.int8, offset=size).reshape(1 << BUCKET_BITS, WIDTH), step)


def emissions(weights: Model, ids: NDArray[np.uint32]) -> Scores:
    """Score of each label at each character: [size, N_LABELS], those of one label side by side in memory.

    In blocks, so that a block's rows stay in the cache. Rows are summed as words, once whole and once with their even
    bytes alone, which leaves room for the sums; what is left of the whole is the sum of the odd ones.
    """
    n_features, size = ids.shape
    if ids.size > len(weights.rows) // _LINE:
        weights.rows[::_LINE].max()  # read in order they come to the cache sooner than one by one
    out = np.empty((WIDTH, size), dtype=np.int32)
    for at in range(0, size, _BLOCK):
        rows = weights.rows.take(ids[:, at : at + _BLOCK], mode="clip")
        odd = np.add.reduce(rows, axis=0)
        rows &= _LANES
        even = np.add.reduce(rows, axis=0)
        odd -= even
        odd >>= np.uint64(8)
        out[::2, at : at + _BLOCK], out[1::2, at : at + _BLOCK] = _four_each(even), _four_each(odd)
    out -= _BIAS * n_features
    return out[:N_LABELS].T


def _four_each(sums: NDArray[np.uint64]) -> NDArray[np.uint16]:
    """The four numbers of 16 bits in each word, a row for each; that of the spare byte means nothing."""
    return sums.astype("<u8", copy=False).view("<u2").reshape(-1, WIDTH // 2).T


def decode(emit: Scores, step: Scores) -> Labels:
    """The best label of each character.

    Characters that are O on every best path cut the text into short runs; all runs go forward together, the longest
    first, so the number of NumPy steps is the length of the longest run.
    """
    labels = np.zeros(len(emit), dtype=np.int64)
    rows = np.ascontiguousarray(emit.T)
    starts, lengths = _pieces(*_runs(_open(rows, step)))
    if not len(starts):
        return labels
    order = np.argsort(-lengths, kind="stable")
    starts, lengths = starts[order], lengths[order]
    active = len(lengths) - np.searchsorted(lengths[::-1], np.arange(lengths[0]), side="right")
    edges = np.cumsum(active) - active
    depth = np.repeat(np.arange(lengths[0]), active)  # run by run at each step, step after step
    run = np.arange(len(depth)) - edges[depth]
    places = starts[run] + depth
    labels[places] = _best_paths(rows.take(places, axis=1), step, active.tolist(), edges[lengths - 1])
    return labels


def _best_paths(rows: Scores, step: Scores, active: Sequence[int], ends: Labels) -> Labels:
    """The best labels of runs that go side by side, the longest first.

    The columns of all the runs `active` at a step follow those of the step before; that of a run's last character is as
    far from `ends` as the run is from the first.
    """
    rows = rows * _RANK
    rank = np.arange(N_LABELS - 1, -1, -1, dtype=np.int32)  # of two equal scores the lower label's wins
    onward = (step * _RANK + rank[:, None])[:, :, None]
    best = np.empty_like(rows)
    score = rows[:, : active[0]] + step[0, :, None] * _RANK
    first = active[0]
    for n in active[1:]:
        here = np.maximum.reduce(score[:, None, :n] + onward, axis=0, out=best[:, first : first + n])
        np.add(here & -_RANK, rows[:, first : first + n], out=score[:, :n])
        first += n
    last = (score + step[:, :1] * _RANK).argmax(axis=0)
    return _followed_back(N_LABELS - 1 - (best & (_RANK - 1)), last, active, ends)


def _followed_back(came: Scores, last: Labels, active: Sequence[int], ends: Labels) -> Labels:
    """The labels that lead to the `last` ones, where each label of a column `came` from one of the step before.

    A label of a column is known by its place in `came` laid flat.
    """
    size = came.shape[1]
    columns = np.arange(size)
    before = columns - np.repeat([0, *active[:-1]], active)
    came_at = (came * size + before).ravel()
    at = np.empty(size, dtype=np.int64)
    state = last * size + ends + columns[: len(ends)]
    end = size
    for n in reversed(active):
        at[end - n : end] = here = state[:n]
        state[:n] = came_at.take(here, mode="clip")
        end -= n
    labels: Labels = at // size
    return labels


def _runs(marks: NDArray[np.bool_]) -> tuple[Labels, Labels]:
    """Where the runs of marks start and stop."""
    padded = np.zeros(len(marks) + 2, dtype=np.bool_)
    padded[1:-1] = marks
    edges = np.flatnonzero(padded[1:] != padded[:-1])
    return edges[::2], edges[1::2]


def _pieces(starts: Labels, stops: Labels) -> tuple[Labels, Labels]:
    """Starts and lengths of the runs; one that no text of a newspaper has is cut, so that the steps stay few."""
    if not len(starts) or int((stops - starts).max()) <= _LONGEST_RUN:
        return starts, stops - starts
    counts = -(-(stops - starts) // _LONGEST_RUN)
    first = np.cumsum(counts) - counts
    cut = np.repeat(starts, counts) + (np.arange(counts.sum()) - np.repeat(first, counts)) * _LONGEST_RUN
    return cut, np.minimum(cut + _LONGEST_RUN, np.repeat(stops, counts)) - cut


def _open(rows: Scores, step: Scores) -> NDArray[np.bool_]:
    """True where a character may be part of a name on a best path.

    A name gains at each character what its label has over O, and pays for the steps into, inside and out of it; a
    character is open where some name of one kind around it gains at least as much as it pays.
    """
    begin, inner = slice(1, None, 2), slice(2, None, 2)
    outer = [0, *range(1, N_LABELS, 2)]  # what may follow a name
    stay = np.diagonal(step)[inner]
    enter = (step[:, begin] - step[:, :1]).max(axis=0)
    leave = (step[:, outer] - step[0, outer]).max(axis=1)
    first = np.diagonal(step, 1)[begin] - stay
    least = -(enter + np.maximum(first + leave[inner], leave[begin]))
    sums = np.cumsum(rows[inner] - rows[0] + (stay - step[0, 0])[:, None], axis=1, dtype=np.int32)
    gain = np.maximum.accumulate(rows[begin] - rows[0] - sums, axis=1)
    gain += np.maximum.accumulate(sums[:, ::-1], axis=1)[:, ::-1]
    opened: NDArray[np.bool_] = (gain >= least[:, None]).any(axis=0)
    return opened


def spans(labels: Labels) -> list[tuple[int, int, str]]:
    """(start, end, kind) of each name in a row of labels."""
    named = np.flatnonzero(labels > 0)
    begins = np.flatnonzero(labels[named] & 1)
    starts = named[begins]
    stops = named[np.append(begins[1:], len(named))[: len(begins)] - 1] + 1
    kinds = labels[starts] >> 1
    return [(i, j, KINDS[k]) for i, j, k in zip(starts.tolist(), stops.tolist(), kinds.tolist(), strict=True)]


def tag(text: str, forms: Sequence[str], tags: Sequence[str]) -> list[tuple[int, int, str]]:
    """(start, end, kind) of the names in `text`; `forms` are all its words in order, `tags` their parts of speech.

    Texts with GAP between them are read as if each stood alone.
    """
    weights = model()
    found: list[tuple[int, int, str]] = []
    start = first = 0
    for last, end in _windows(forms) if len(text) > _WINDOW else [(len(forms), len(text))]:
        emit = emissions(weights, feature_ids(text[start:end], forms[first:last], tags[first:last]))
        for gap in _GAP.finditer(text, start, end):
            emit[gap.start() - start : gap.end() - start, 1:] = _NEVER
        found += [(i + start, j + start, kind) for i, j, kind in spans(decode(emit, weights.step))]
        start, first = end, last
    return found


def _windows(forms: Sequence[str]) -> Iterator[tuple[int, int]]:
    """(number of words, length of text) up to which each window goes."""
    end = start = 0
    for i, word in enumerate(forms, 1):
        end += len(word)
        if end - start >= _WINDOW or i == len(forms):
            yield i, end
            start = end
