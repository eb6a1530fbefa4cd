"""Prints WEIGHTS of transforms/layout/plans/search.py: a logistic regression over the ends that a search could add.

python tests/training/fit_splits.py SHARED      (the folder that holds volume/; a minute)

The ends are those met on the way of the search by the weights as they are, so that it is run a few times, each with the
weights that the last one printed; after the second round the scores move by two in a thousand.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import numpy as np
from known_pages import Known, pages, planner_of, starts

from transforms.layout.plans.search import WEIGHTS, Search, Split

STEPS, RATE, SHRINK = 60, 0.7, 1.0


class Watched(Search):
    """A search that keeps every end that it could have added."""

    met: set[tuple[int, tuple[float, ...]]]

    def splits(self) -> Iterator[Split]:
        for split in super().splits():
            self.met.add((split.cut, tuple(split.features[name] for name in WEIGHTS)))
            yield split


def ends(text: str, known: Known) -> Iterator[tuple[list[float], bool]]:
    """Of each end that could be added its features, and whether an article begins after it."""
    planner = planner_of(text)
    if planner is None or not planner.varied:
        return
    begin = [at for at, _ in starts(text, known)]
    search = Watched(planner)
    search.met = set()
    search.plan()
    for cut, features in sorted(search.met):
        left, right = (
            planner.kinds[i].unit.words.offsets[0] for i in (planner.cuts[cut].left, planner.cuts[cut].right)
        )
        yield list(features), any(left < s <= right for s in begin)


def main(shared: Path) -> None:
    found = [row for text, known in pages(shared) for row in ends(text, known)]
    features, truth = (np.array(column, dtype=float) for column in zip(*found, strict=True))
    weights = np.zeros(len(WEIGHTS))
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-np.clip(features @ weights, -30, 30)))
        slope = features.T @ (truth - p) - SHRINK * weights
        bend = (features * (p * (1 - p))[:, None]).T @ features + SHRINK * np.eye(len(WEIGHTS))
        weights += RATE * np.linalg.solve(bend, slope)
    for name, weight in zip(WEIGHTS, weights, strict=True):
        sys.stdout.write(f'    "{name}": {weight:.2f},\n')


if __name__ == "__main__":
    main(Path(sys.argv[1]))
