"""The name tagger: a linear chain over characters, scored for a whole page at once with NumPy."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

import seeds
from transforms.names.features import BUCKET_BITS, GAP, feature_ids
from transforms.words.token import Word

KINDS = ("person", "place", "organization")
LABELS = ("O", *(f"{edge}-{kind}" for kind in KINDS for edge in "BI"))
N_LABELS = len(LABELS)
WIDTH = 8  # labels in a row of weights, one byte each and one spare, so that a row is read as one 64-bit word
WEIGHTS = "names.weights.gz"
Labels = NDArray[np.int64]
Scores = NDArray[np.int32]
_BLOCK = 2048
_LANES = np.uint64(0x00FF00FF00FF00FF)  # every other byte of a word: eight bits with room for sums above them
_BIAS = 0x80
_GAP = re.compile(f"{GAP[0]}+")
_NEVER = -(1 << 20)  # a score that no path takes
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
    return weights.step.astype("<i4").tobytes() + weights.emit.tobytes()


def unpack(raw: bytes) -> Model:
    size = 4 * N_LABELS * N_LABELS
    step = np.frombuffer(raw[:size], dtype="<i4").astype(np.int32).reshape(N_LABELS, N_LABELS)
    return Model(np.frombuffer(raw, dtype=np.int8, offset=size).reshape(1 << BUCKET_BITS, WIDTH), step)


def emissions(weights: Model, ids: NDArray[np.uint32]) -> Scores:
    """Score of each label at each character: [size, N_LABELS]; in blocks, so that a block's rows stay in the cache.

    The four even and the four odd bytes of the rows are summed as words of four numbers of 16 bits each.
    """
    n_features, size = ids.shape
    sums = np.empty((2, size), dtype="<u8")
    for at in range(0, size, _BLOCK):
        rows = weights.rows.take(ids[:, at : at + _BLOCK], mode="clip")
        np.add.reduce(rows & _LANES, axis=0, out=sums[0, at : at + _BLOCK])
        rows >>= np.uint64(8)
        rows &= _LANES
        np.add.reduce(rows, axis=0, out=sums[1, at : at + _BLOCK])
    out = np.empty((size, WIDTH), dtype=np.int32)
    out[:, ::2], out[:, 1::2] = sums.view("<u2").reshape(2, size, WIDTH // 2)
    out -= _BIAS * n_features
    return out[:, :N_LABELS]


def decode(emit: Scores, step: Scores) -> Labels:
    """The best label of each character.

    Characters that are O on every best path cut the text into short runs; all runs go forward together, the longest
    first, so the number of NumPy steps is the length of the longest run.
    """
    labels = np.zeros(len(emit), dtype=np.int64)
    edges = np.flatnonzero(np.diff(_open(emit, step).astype(np.int8), prepend=0, append=0))
    starts, lengths = _pieces(edges[::2], edges[1::2])
    if not len(starts):
        return labels
    order = np.argsort(-lengths, kind="stable")
    starts, lengths = starts[order], lengths[order]
    active = len(lengths) - np.searchsorted(lengths[::-1], np.arange(lengths[0]), side="right")
    edges = np.concatenate([[0], np.cumsum(active)])
    depth = np.repeat(np.arange(lengths[0]), active)  # run by run at each step, step after step
    places = starts[np.arange(edges[-1]) - edges[depth]] + depth
    labels[places] = _best_paths(emit[places], step, edges.tolist())
    return labels


def _best_paths(emit: Scores, step: Scores, edges: Sequence[int]) -> Labels:
    """The best labels of runs that go side by side; rows edges[t]:edges[t + 1] are those at step t of the longest."""
    emit = emit * _RANK
    rank = np.arange(N_LABELS - 1, -1, -1, dtype=np.int32)  # of two equal scores the lower label's wins
    onward = np.ascontiguousarray(step.T) * _RANK + rank
    came = np.zeros_like(emit)
    score = emit[: edges[1]] + step[0] * _RANK
    for first, end in pairwise(edges[1:]):
        n = end - first
        best = np.maximum.reduce(score[:n, None, :] + onward, axis=2)
        from_label = np.bitwise_and(best, _RANK - 1, out=came[first:end])
        score[:n] = best - from_label + emit[first:end]
    state = (score + step[:, 0] * _RANK).argmax(axis=1)
    came = N_LABELS - 1 - came
    labels = np.zeros(len(emit), dtype=np.int64)
    rows = np.arange(len(state))
    for t in range(len(edges) - 2, -1, -1):
        first, end = edges[t], edges[t + 1]
        labels[first:end] = state[: end - first]
        if t:
            state[: end - first] = came[first:end][rows[: end - first], state[: end - first]]
    return labels


def _pieces(starts: Labels, stops: Labels) -> tuple[Labels, Labels]:
    """Starts and lengths of the runs; one that no text of a newspaper has is cut, so that the steps stay few."""
    if not len(starts) or int((stops - starts).max()) <= _LONGEST_RUN:
        return starts, stops - starts
    counts = -(-(stops - starts) // _LONGEST_RUN)
    first = np.cumsum(counts) - counts
    cut = np.repeat(starts, counts) + (np.arange(counts.sum()) - np.repeat(first, counts)) * _LONGEST_RUN
    return cut, np.minimum(cut + _LONGEST_RUN, np.repeat(stops, counts)) - cut


def _open(emit: Scores, step: Scores) -> NDArray[np.bool_]:
    """True where a character may be part of a name on a best path.

    A name gains at each character what its label has over O, and pays for the steps into, inside and out of it; a
    character is open where some stretch around it gains more than that. The sums run over all stretches at once.
    """
    begin, inner = np.arange(1, N_LABELS, 2), np.arange(2, N_LABELS, 2)
    stay = step[inner, inner]
    first = step[begin, inner] - stay
    gain = np.maximum((emit[:, begin] + first).max(axis=1), emit[:, inner].max(axis=1)) - emit[:, 0]
    between = float(max(stay.max(), (step[inner][:, begin]).max(), (step[begin][:, begin] - first[:, None]).max()))
    leave = float(max(step[inner, 0].max(), (step[begin, 0] - first).max()))
    away = float(step[0, 0])
    price = between + away - float(step[0, begin].max()) - leave
    sums = np.concatenate([[0], np.cumsum(gain.astype(np.float64) + (between - away))])
    lowest = np.minimum.accumulate(sums[:-1])
    highest = np.maximum.accumulate(sums[:0:-1])[::-1]
    here = sums[1:] - sums[:-1]
    to_here, from_here = sums[1:] - lowest, highest - sums[:-1]
    opened: NDArray[np.bool_] = to_here + from_here - here >= price
    return opened


def spans(labels: Labels) -> list[tuple[int, int, str]]:
    """(start, end, kind) of each name in a row of labels."""
    begins = np.flatnonzero(labels % 2 == 1)
    inner = np.append((labels > 0) & (labels % 2 == 0), False)
    ends = np.flatnonzero(~inner)
    stops = ends[np.searchsorted(ends, begins + 1)] if len(begins) else begins
    kinds = (labels[begins] - 1) // 2
    return [(int(i), int(j), KINDS[k]) for i, j, k in zip(begins, stops, kinds, strict=True)]


def tag(text: str, words: Sequence[Word]) -> list[tuple[int, int, str]]:
    """(start, end, kind) of the names in `text`; `words` are all its words in order.

    Texts with GAP between them are read as if each stood alone.
    """
    weights = model()
    found: list[tuple[int, int, str]] = []
    start = first = 0
    for last, end in _windows(words) if len(text) > _WINDOW else [(len(words), len(text))]:
        emit = emissions(weights, feature_ids(text[start:end], words[first:last]))
        for gap in _GAP.finditer(text, start, end):
            emit[gap.start() - start : gap.end() - start, 1:] = _NEVER
        found += [(i + start, j + start, kind) for i, j, kind in spans(decode(emit, weights.step))]
        start, first = end, last
    return found


def _windows(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """(number of words, length of text) up to which each window goes."""
    end = start = 0
    for i, word in enumerate(words, 1):
        end += len(word[0])
        if end - start >= _WINDOW or i == len(words):
            yield i, end
            start = end
