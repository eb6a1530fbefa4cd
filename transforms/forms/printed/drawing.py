"""What is drawn on a printed page beside its text."""

from __future__ import annotations

from dataclasses import dataclass

from transforms.forms.line import Box


@dataclass(frozen=True, slots=True)
class Drawing:
    """One page, in points: thin `rules`, and `shapes`: all other drawn areas and images."""

    number: int
    width: float
    height: float
    rules: tuple[Box, ...]
    shapes: tuple[Box, ...]
