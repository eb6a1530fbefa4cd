"""The chain that tags names: its short runs give the best path of the whole."""

from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.names.tagging.tagger import N_LABELS, decode, model, pack, spans, unpack


def best_score(emit: np.ndarray, step: np.ndarray) -> int:
    """Viterbi by the book, from O before the text to O after it."""
    score = emit[0] + step[0]
    for row in emit[1:]:
        score = (score[:, None] + step).max(axis=0) + row
    return int((score + step[:, 0]).max())


def score_of(labels: np.ndarray, emit: np.ndarray, step: np.ndarray) -> int:
    path = [0, *labels.tolist(), 0]
    steps = sum(int(step[a, b]) for a, b in pairwise(path))
    return steps + int(emit[np.arange(len(labels)), labels].sum())


@settings(deadline=None)
@given(st.integers(0, 2**32 - 1), st.integers(1, 60), st.integers(0, 500))
def test_decoding_in_short_runs_finds_a_best_path(seed: int, size: int, lead: int):
    rng = np.random.default_rng(seed)
    emit = rng.integers(-300, 300, (size, N_LABELS)).astype(np.int32)
    emit[:, 0] += lead
    step = model().step
    assert score_of(decode(emit, step), emit, step) == best_score(emit, step)


def test_labels_to_spans():
    assert spans(np.array([1, 2, 0, 3, 3, 4, 5])) == [
        (0, 2, "person"),
        (3, 4, "place"),
        (4, 6, "place"),
        (6, 7, "organization"),
    ]


def test_weights_pack_and_unpack():
    again = unpack(pack(model()))
    assert np.array_equal(again.emit, model().emit) and np.array_equal(again.step, model().step)
