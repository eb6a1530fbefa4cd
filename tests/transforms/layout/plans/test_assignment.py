"""The assignment of headlines is the best there is, whatever the numbers."""

from __future__ import annotations

from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.layout.plans.assignment import assign


def best_total(gain: list[list[float]]) -> float:
    rows, columns = len(gain), len(gain[0])
    if rows <= columns:
        return max(sum(gain[r][c] for r, c in enumerate(p)) for p in permutations(range(columns), rows))
    return max(sum(gain[r][c] for c, r in enumerate(p)) for p in permutations(range(rows), columns))


@st.composite
def tables(draw: st.DrawFn) -> list[list[float]]:
    rows, columns = draw(st.integers(1, 5)), draw(st.integers(1, 5))
    cell = st.floats(-2, 2, allow_nan=False)
    return draw(st.lists(st.lists(cell, min_size=columns, max_size=columns), min_size=rows, max_size=rows))


@settings(max_examples=80, deadline=None)
@given(tables())
def test_the_total_is_the_highest(gain: list[list[float]]) -> None:
    chosen = assign(gain)
    taken = [c for c in chosen if c >= 0]
    assert len(taken) == len(set(taken)) == min(len(gain), len(gain[0]))
    assert abs(sum(gain[r][c] for r, c in enumerate(chosen) if c >= 0) - best_total(gain)) < 1e-9


def test_nothing_to_assign() -> None:
    assert assign([]) == []
