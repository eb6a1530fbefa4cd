"""A name where it stands in a text."""

from __future__ import annotations

from typing import NamedTuple


class NameSpan(NamedTuple):
    """Half-open span of a name in its paragraph; `kind` is person, place or organization."""

    start: int
    end: int
    kind: str
