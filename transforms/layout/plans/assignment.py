"""One-to-one assignment of the highest total: the shortest augmenting path method, O(n²m)."""

from __future__ import annotations

from collections.abc import Sequence


def assign(gain: Sequence[Sequence[float]]) -> list[int]:
    """For each row its column, such that the sum of gains is highest; -1 where there are too few columns."""
    n = len(gain)
    m = len(gain[0]) if n else 0
    if n > m:
        columns = assign([list(c) for c in zip(*gain, strict=True)]) if m else []
        rows = [-1] * n
        for column, row in enumerate(columns):
            rows[row] = column
        return rows
    u, v = [0.0] * (n + 1), [0.0] * (m + 1)
    owner = [0] * (m + 1)
    for row in range(1, n + 1):
        owner[0] = row
        _augment(gain, owner, u, v)
    found = [-1] * n
    for column in range(1, m + 1):
        if owner[column]:
            found[owner[column] - 1] = column - 1
    return found


def _augment(gain: Sequence[Sequence[float]], owner: list[int], u: list[float], v: list[float]) -> None:
    """Give the row in `owner[0]` a column, moving other rows along the cheapest path; u and v are the prices so far."""
    m = len(v) - 1
    least = [float("inf")] * (m + 1)
    way = [0] * (m + 1)
    used = [False] * (m + 1)
    at = 0
    while True:
        used[at] = True
        row = owner[at]
        delta, best = float("inf"), 0
        for column in range(1, m + 1):
            if used[column]:
                continue
            cost = -gain[row - 1][column - 1] - u[row] - v[column]
            if cost < least[column]:
                least[column], way[column] = cost, at
            if least[column] < delta:
                delta, best = least[column], column
        for column in range(m + 1):
            if used[column]:
                u[owner[column]] += delta
                v[column] -= delta
            else:
                least[column] -= delta
        at = best
        if owner[at] == 0:
            break
    while at:
        owner[at] = owner[way[at]]
        at = way[at]
