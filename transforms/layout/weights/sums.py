"""Weights of two kinds of page: those of one column width, and those whose articles are set in columns of their own."""

from __future__ import annotations


def blended(even: dict[str, float], varied: dict[str, float], variety: float) -> dict[str, float]:
    """The weights for a page of this variety of columns, from 0 (one width) to 1 (three or more)."""
    return {n: (1 - variety) * even.get(n, 0.0) + variety * varied.get(n, 0.0) for n in {**even, **varied}}


def weighed(features: dict[str, float], weights: dict[str, float]) -> float:
    """The sum of the features, each by its weight."""
    total = 0.0
    for name, value in features.items():
        if value and name in weights:
            total += weights[name] * value
    return total
