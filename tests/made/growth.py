"""Whether work grows with its input as a line does: a ratio of CPU times in one run, so that no machine is too slow."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

FASTEST = 0.02  # seconds: below that the clock tells nothing
STEEP = 2.7


def growth(work: Callable[[str], object], small: str, large: str) -> float:
    """How many times longer `large` takes than `small`; 2 for twice the text is a line.

    What seems steeper than a line is measured again: a slow minute passes, a square stays a square.
    """
    ratio = _ratio(work, small, large)
    again = 2
    while ratio > STEEP and again:
        ratio = min(ratio, _ratio(work, small, large))
        again -= 1
    return ratio


def _ratio(work: Callable[[str], object], small: str, large: str) -> float:
    """Of the best of five each; they take turns, so that a minute in which the machine is slow meets both."""
    rounds = [(_seconds(work, small), _seconds(work, large)) for _ in range(5)]
    least_small, least_large = (min(times) for times in zip(*rounds, strict=True))
    return max(FASTEST, least_large) / max(FASTEST, least_small)


def _seconds(work: Callable[[str], object], text: str) -> float:
    gc.collect()
    gc.disable()  # a collection walks over all that other tests left, more often the more is made
    try:
        began = time.process_time()
        work(text)
        return time.process_time() - began
    finally:
        gc.enable()
