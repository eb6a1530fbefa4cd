"""Prints WEIGHTS of transforms/layout/plans/second_look.py: a logistic regression over the ends of a first plan.

python tests/training/fit_second_look.py SHARED      (the folder that holds volume/; half a minute)
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import numpy as np
from known_pages import Known, pages, planner_of, starts

from transforms.layout.plans.search import Search
from transforms.layout.plans.second_look import KEPT, WEIGHTS, SecondLook

STEPS, RATE, SHRINK = 60, 0.7, 1.0


def ends(text: str, known: Known) -> Iterator[tuple[list[float], float, bool]]:
    """Of each end that the plan of a page finds its features, what is known, and whether an article begins after it."""
    planner = planner_of(text)
    if planner is None or not planner.varied:
        return
    plan = Search(planner).plan()
    look = SecondLook(planner, plan)
    begin = [at for at, _ in starts(text, known)]
    for n, (_, last) in enumerate(plan.segments[:-1]):
        features = look.features(n)
        cut = planner.cuts[last]
        left, right = (planner.kinds[i].unit.words.offsets[0] for i in (cut.left, cut.right))
        yield (
            [planner.varied * features[name] for name in WEIGHTS],
            (1 - planner.varied) * KEPT,
            any(left < s <= right for s in begin),
        )


def main(shared: Path) -> None:
    found = [row for text, known in pages(shared) for row in ends(text, known)]
    features, prior, truth = (np.array(column, dtype=float) for column in zip(*found, strict=True))
    weights = np.zeros(len(WEIGHTS))
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-np.clip(features @ weights + prior, -30, 30)))
        slope = features.T @ (truth - p) - SHRINK * weights
        bend = (features * (p * (1 - p))[:, None]).T @ features + SHRINK * np.eye(len(WEIGHTS))
        weights += RATE * np.linalg.solve(bend, slope)
    for name, weight in zip(WEIGHTS, weights, strict=True):
        sys.stdout.write(f'    "{name}": {weight:.2f},\n')


if __name__ == "__main__":
    main(Path(sys.argv[1]))
