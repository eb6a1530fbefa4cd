"""What the index of an e-paper page tells of the article files beside it: edition, order, box on the image."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from flows.known import Facts
from transforms.errors import PageError
from transforms.forms.decode import decode
from transforms.forms.epaper import index_entries
from transforms.forms.html_known import known_of
from transforms.forms.html_text import visible_lines
from transforms.forms.line import Box, Known

_SUFFIXES = (".htm", ".html", ".shtml", ".xhtml")
_LARGEST = 4 * 2**20
_AREA = b"<area"


@dataclass(frozen=True, slots=True)
class IndexPlace:
    """Where an index puts a file; for the index itself, the files it names that are pages `elsewhere`."""

    facts: Facts | None = None
    order: int | None = None
    box: Box | None = None
    elsewhere: frozenset[str] = frozenset()


NOWHERE = IndexPlace()


class FolderIndexes:
    """Reads the indexes of a folder once, when the first page of that folder is asked about."""

    def __init__(self) -> None:
        self._folder: Path | None = None
        self._places: dict[str, IndexPlace] = {}

    def place(self, path: Path) -> IndexPlace:
        if not path.name.lower().endswith(_SUFFIXES):
            return NOWHERE
        if path.parent != self._folder:
            self._folder, self._places = path.parent, _places(path.parent)
        return self._places.get(path.name, NOWHERE)


def _places(folder: Path) -> dict[str, IndexPlace]:
    files = {entry.name: entry for entry in os.scandir(folder) if entry.name.lower().endswith(_SUFFIXES)}
    places: dict[str, IndexPlace] = {}
    for name in sorted(files):
        html = _index_html(Path(files[name].path))
        if html is None:
            continue
        lines = visible_lines(html)
        entries = [entry for _, entry in index_entries(html, lines)]
        known = known_of(html, lines, Known())
        facts = Facts("index", known.outlet, known.issue_date, known.edition)
        for order, entry in enumerate(entries, 1):
            if entry.file in files and entry.file not in places:
                places[entry.file] = IndexPlace(facts, order, entry.box)
        named = frozenset(entry.file for entry in entries if entry.file in files)
        if named:
            places[name] = IndexPlace(elsewhere=named)
    return places


def _index_html(path: Path) -> str | None:
    """The text of a file that has an image map; None for every other, and for one that cannot be read here."""
    try:
        if path.stat().st_size > _LARGEST:
            return None
        raw = path.read_bytes()
        return decode(raw)[0] if _AREA in raw.lower() else None
    except (OSError, PageError):
        return None
