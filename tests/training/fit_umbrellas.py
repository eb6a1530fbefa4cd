"""Prints the weights of transforms/layout/weights/umbrellas.py: which run of items a headline owns, as a choice.

python tests/training/fit_umbrellas.py SHARED      (the folder that holds volume/; half a minute)
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import numpy as np
from known_pages import Known, pages, planner_of, squeezed, starts
from numpy.typing import NDArray

from transforms.layout.plans.search import Search
from transforms.layout.plans.second_look import looked_over
from transforms.layout.plans.umbrella import Umbrellas
from transforms.layout.weights.umbrellas import WRAPPED

NAMES = tuple(WRAPPED)
STEPS, RATE, SHRINK = 800, 0.05, 0.7
Floats = NDArray[np.float64]


def spans(text: str, known: Known, ends: list[int]) -> dict[tuple[int, int], str]:
    """The headline of each article by its first and last body unit; `ends` are the last places of the units."""
    begins = [(sum(end < at for end in ends), head) for at, head in starts(text, known)]
    lasts = [*(b - 1 for b, _ in begins[1:]), len(ends) - 1]
    return {(begin, last): head for (begin, head), last in zip(begins, lasts, strict=True)}


def choices(text: str, known: Known) -> Iterator[tuple[int, list[float], bool]]:
    """Of each run that a headline may own: the headline, the run's features, and whether it is an article."""
    planner = planner_of(text)
    if planner is None:
        return
    plan = looked_over(planner, Search(planner).plan())
    umbrellas = Umbrellas(planner, plan)
    truth = spans(text, known, [planner.kinds[i].unit.words.offsets[-1] for i in planner.bodies])
    for run in umbrellas.runs():
        features = umbrellas.features(run)
        head = truth.get((plan.segments[run.first][0], plan.segments[run.last][1]), "")
        texts = [squeezed(planner.groups[g].text) for g in (run.head, *run.titles)]
        right = texts[0] in head and not any(text in head for text in texts[1:])
        row, nothing = [features[name] for name in NAMES], [0.0] * len(NAMES)
        yield run.head, [*row, *nothing] if planner.cuts[0].wrapped else [*nothing, *row], right


def chances(rows: Floats, owner: NDArray[np.int64], weights: Floats) -> Floats:
    """How likely each run is among those of its headline, none being a choice as well."""
    worth = np.exp(np.clip(rows @ weights, -30, 30))
    shares: Floats = worth / (1 + np.bincount(owner, worth))[owner]
    return shares


def main(shared: Path) -> None:
    numbers: dict[tuple[int, int], int] = {}
    found = [
        (numbers.setdefault((n, head), len(numbers)), row, right)
        for n, (text, known) in enumerate(pages(shared))
        for head, row, right in choices(text, known)
    ]
    owner = np.array([number for number, _, _ in found])
    rows = np.array([row for _, row, _ in found])
    truth = np.array([right for _, _, right in found], dtype=float)
    weights, mean, spread = (np.zeros(2 * len(NAMES)) for _ in range(3))
    for step in range(1, STEPS + 1):
        slope = rows.T @ (truth - chances(rows, owner, weights)) - SHRINK * weights
        mean = 0.9 * mean + 0.1 * slope
        spread = 0.999 * spread + 0.001 * slope * slope
        weights += RATE * mean / (1 - 0.9**step) / (np.sqrt(spread / (1 - 0.999**step)) + 1e-8)
    for kind, part in zip(("WRAPPED", "UNWRAPPED"), np.split(weights, 2), strict=True):
        sys.stdout.write(f"{kind} = {{\n")
        sys.stdout.writelines(f'    "{name}": {weight:.2f},\n' for name, weight in zip(NAMES, part, strict=True))
        sys.stdout.write("}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
