"""What a person may edit: word lists, units, outlets and sample pages, each row with its source or reason."""

from __future__ import annotations

import csv
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from io import StringIO

# laid over what was read, or held against whole runs: no reading rests on them
_BESIDE_READING = frozenset(("corrections.csv", "habits.csv", "habit_evidence.csv"))


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of seeds/<name>.csv, in order; every value is a string, the empty one where a cell is blank."""
    text = resource(f"{name}.csv").read_text(encoding="utf-8")
    return tuple(csv.DictReader(StringIO(text, newline="")))


def resource(name: str) -> Traversable:
    """A file or folder of seeds by its name (pages, or the weights of a tagger)."""
    return files(__name__) / name


@cache
def digest() -> str:
    """Seven digits for all that a reading rests on: the tables and the weights, whatever line ends a checkout has."""
    told = sha256()
    for item in sorted(files(__name__).iterdir(), key=lambda item: item.name):
        if not item.name.endswith((".csv", ".gz")) or item.name.startswith(".") or item.name in _BESIDE_READING:
            continue
        content = item.read_bytes()
        if item.name.endswith(".csv"):
            content = content.replace(b"\r\n", b"\n")
        told.update(f"{item.name}\0{len(content)}\0".encode())
        told.update(content)
    return told.hexdigest()[:7]
