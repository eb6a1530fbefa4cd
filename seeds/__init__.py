"""What a person may edit: word lists, units, outlets and sample pages, each row with its source or reason."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from io import StringIO


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of seeds/<name>.csv, in order; every value is a string, the empty one where a cell is blank."""
    text = resource(f"{name}.csv").read_text(encoding="utf-8")
    return tuple(csv.DictReader(StringIO(text, newline="")))


def resource(name: str) -> Traversable:
    """A file or folder of seeds by its name (pages, or the weights of a tagger)."""
    return files(__name__) / name
