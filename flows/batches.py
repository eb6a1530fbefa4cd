"""Shards in batches: a task each, tens of them whatever the number of pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

T = TypeVar("T")

FIRST = 4
LARGEST = 64
BATCHES_OF_A_SIZE = 4


def batches(items: Iterable[T], largest: int = LARGEST) -> Iterator[list[T]]:
    """Lists of items that grow: 4, 4, 4, 4, 8, … and never more than `largest`: so many does memory hold."""
    rest = iter(items)
    number = 0
    while batch := list(islice(rest, min(FIRST << number // BATCHES_OF_A_SIZE, LARGEST))):
        yield batch
        number += 1
