"""Groups of words that decide what is measured, each row a word with its reason."""

from __future__ import annotations

from functools import cache

from seeds import table


@cache
def group(name: str) -> frozenset[str]:
    """The words of one group of seeds/context_groups.csv."""
    return frozenset(row["word"] for row in table("context_groups") if row["group"] == name)


@cache
def endings(name: str) -> tuple[str, ...]:
    """The words of a group, for `str.endswith`."""
    return tuple(sorted(group(name)))


@cache
def unit_heads() -> dict[str, tuple[str, ...]]:
    """For a measure word the endings of the nouns that it counts."""
    return {row["unit"]: tuple(row["heads"].split()) for row in table("unit_heads")}


def is_person(word: str) -> bool:
    """True for a noun that 名 counts (代表, 队员)."""
    return word.endswith(unit_heads()["名"])
