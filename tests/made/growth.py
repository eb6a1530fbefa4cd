"""Whether work grows with its input as a line does: a ratio of CPU times in one run, so that no machine is too slow."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

FASTEST = 0.02  # seconds: below that the clock tells nothing


def growth(work: Callable[[str], object], small: str, large: str) -> float:
    """How many times longer `large` takes than `small`, each at its best of three; 2 for twice the text is a line."""
    return max(FASTEST, _best(work, large)) / max(FASTEST, _best(work, small))


def _best(work: Callable[[str], object], text: str) -> float:
    times = []
    gc.collect()
    gc.disable()  # a collection walks over all that other tests left, more often the more is made
    try:
        for _ in range(3):
            began = time.process_time()
            work(text)
            times.append(time.process_time() - began)
    finally:
        gc.enable()
    return min(times)
