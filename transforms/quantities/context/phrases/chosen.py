"""What names the measure of a quantity: words of a clause, on one side of it."""

from __future__ import annotations

from typing import NamedTuple


class Chosen(NamedTuple):
    """The words first … last - 1 that name the measure; `left` where they stand before the quantity."""

    first: int
    last: int
    left: bool
