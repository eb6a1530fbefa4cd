"""What the index of an e-paper page tells of the article files beside it: edition, order, box on the image."""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from flows.known import Facts
from flows.ledger import Ledger
from transforms.errors import PageError
from transforms.forms.decode import decode
from transforms.forms.html.epaper import index_entries
from transforms.forms.html.known import known_of
from transforms.forms.html.text import visible_lines
from transforms.forms.line import Box, Known

_SUFFIXES = (".htm", ".html", ".shtml", ".xhtml")
_LARGEST = 4 * 2**20
_AREA = b"<area"
_INDEX = "index "


@dataclass(frozen=True, slots=True)
class IndexPlace:
    """Where an index puts a file; for the index itself, the files it names that are pages `elsewhere`."""

    facts: Facts | None = None
    order: int | None = None
    box: Box | None = None
    elsewhere: frozenset[str] = frozenset()


NOWHERE = IndexPlace()


class FolderIndexes:
    """Reads the indexes of a folder once, when the first page of that folder is asked about.

    Where all pages of a folder are as the ledger has them, none is opened to tell the mark of its place.
    """

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._folder: _Folder | None = None

    def place(self, path: Path) -> IndexPlace:
        """What the index beside a page tells of it; NOWHERE where none does, or the file is no HTML."""
        return self._of(path).places.get(path.name, NOWHERE) if _is_html(path.name) else NOWHERE

    def mark(self, path: Path, uri: str) -> str:
        """A digest of the place, empty where there is none; a page that is an index has a word before it."""
        if not _is_html(path.name):
            return ""
        folder, state = self._of(path), self._ledger.known.get(uri)
        return state.place if state and folder.is_as_it_was else folder.mark(path.name)

    def _of(self, path: Path) -> _Folder:
        if self._folder is None or path.parent != self._folder.path:
            self._folder = _Folder(path.parent, self._ledger, self._known_pages.get(path.parent.as_uri(), 0))
        return self._folder

    @cached_property
    def _known_pages(self) -> Counter[str]:
        """HTML pages that the ledger has, by folder."""
        return Counter(uri.rpartition("/")[0] for uri in self._ledger.known if _is_html(uri))


class _Folder:
    """The HTML pages of one folder, as they are now."""

    def __init__(self, path: Path, ledger: Ledger, known_pages: int) -> None:
        self.path = path
        self._ledger = ledger
        with os.scandir(path) as listing:
            entries = [entry for entry in listing if _is_html(entry.name) and not entry.name.startswith(".")]
        self._entries = {entry.name: entry for entry in entries}
        self._unchanged = {entry.name: uri for entry in entries if (uri := self._known_uri(entry))}
        self.is_as_it_was = len(self._unchanged) == len(entries) == known_pages
        self._indexes: set[str] = set()

    def _known_uri(self, entry: os.DirEntry[str]) -> str | None:
        uri = (self.path / entry.name).as_uri()
        try:
            status = entry.stat()
        except OSError:  # a link to nothing
            return None
        return uri if self._ledger.is_as_it_was(uri, status.st_size, status.st_mtime_ns) else None

    def mark(self, name: str) -> str:
        """16 hex digits of the page's place, "" where it has none, behind a word where it is an index."""
        place = self.places.get(name, NOWHERE)
        told = (place.facts, place.order, place.box, sorted(place.elsewhere))
        digest = sha256(repr(told).encode()).hexdigest()[:16] if place != NOWHERE else ""
        return f"{_INDEX}{digest}" if name in self._indexes else digest

    @cached_property
    def places(self) -> dict[str, IndexPlace]:
        """By file name what the indexes tell; of an index, which pages it names. The first to name a page tells."""
        places: dict[str, IndexPlace] = {}
        for name in sorted(self._entries):
            html = None if self._is_plain(name) else _index_html(Path(self._entries[name].path))
            if html is None:
                continue
            self._indexes.add(name)
            lines = visible_lines(html)
            entries = [entry for _, entry in index_entries(html, lines)]
            known = known_of(html, lines, Known())
            facts = Facts("index", known.outlet, known.issue_date, known.edition)
            for order, entry in enumerate(entries, 1):
                if entry.file in self._entries and entry.file not in places:
                    places[entry.file] = IndexPlace(facts, order, entry.box)
            named = frozenset(entry.file for entry in entries if entry.file in self._entries)
            if named:
                places[name] = IndexPlace(elsewhere=named)
        return places

    def _is_plain(self, name: str) -> bool:
        """Whether a page is known to be no index, and is what it was then."""
        uri = self._unchanged.get(name)
        return uri is not None and not self._ledger.known[uri].place.startswith(_INDEX)


def _is_html(name: str) -> bool:
    return name.lower().endswith(_SUFFIXES)


def _index_html(path: Path) -> str | None:
    """The text of a file that has an image map; None for every other, and for one that cannot be read here."""
    try:
        if path.stat().st_size > _LARGEST:
            return None
        raw = path.read_bytes()
        return decode(raw)[0] if _AREA in raw.lower() else None
    except (OSError, PageError):
        return None
