"""Files as earlier runs left them: which need not be opened, and what this run notes of those that it opens."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from flows.finding import Found, Refusal
from flows.sources import file_of
from warehouse.store import FileState


@dataclass(slots=True)
class Rereading:
    """Pages read by an older reader that this run may still read again."""

    left: float = 0


@dataclass(slots=True)
class Ledger:
    """What the warehouse holds of files, and what this run adds to it.

    With `verify` every file is opened. `stale` counts the pages of a file that an older reader read. `noted` are the
    files that this run read whole; `anew` those whose pages must be read again, for what their index tells of them is
    another thing now; `opened` those that were opened although they are as they were.
    """

    known: Mapping[str, FileState] = field(default_factory=dict)
    stale: Mapping[str, int] = field(default_factory=dict)
    rereading: Rereading = field(default_factory=Rereading)
    verify: bool = False
    noted: dict[str, FileState] = field(default_factory=dict)
    anew: set[str] = field(default_factory=set)
    opened: set[str] = field(default_factory=set)

    def is_as_it_was(self, uri: str, size: int, modified_ns: int) -> bool:
        """Whether a file has the size and the time of change that it had when it was read."""
        state = self.known.get(uri)
        return state is not None and (state.size, state.modified_ns) == (size, modified_ns)

    def passes(self, found: Found, beside: str, place: str) -> bool:
        """Whether a file need not be opened. `beside` and `place` are digests of what tells of it beside its bytes."""
        state = self.known.get(found.uri)
        if state is None:
            return False
        if state.place != place:
            self.anew.add(found.uri)
        if not self.is_as_it_was(found.uri, found.size, found.modified_ns) or (state.beside, state.place) != (
            beside,
            place,
        ):
            return False
        if not self.verify and not (self.rereading.left > 0 and self.stale.get(found.uri)):
            return True
        self.opened.add(found.uri)
        return False

    def note(self, found: Found, beside: str, place: str, pages: int) -> None:
        """A file was read to its end."""
        self.noted[found.uri] = FileState(found.size, found.modified_ns, beside, place, pages)

    def gone(self, roots: Iterable[str], met: Collection[str], refused: Iterable[Refusal]) -> list[str]:
        """The known files under `roots` that the run did not meet; what lies in a closed folder may be there."""
        above = tuple(f"{root.rstrip('/')}/" for root in roots)
        closed = tuple(f"{refusal.source_uri}/" for refusal in refused if refusal.stage == "find")
        missing = (uri for uri in self.known if uri not in met and uri.startswith(above))
        return sorted(uri for uri in missing if not uri.startswith(closed))

    def gone_from(self, sources: Iterable[str], met: Collection[str]) -> list[str]:
        """Rows and members that a file which was opened holds no longer."""
        return sorted(uri for uri in sources if uri not in met and file_of(uri) in self.noted)


def count_files(uris: Iterable[str]) -> Counter[str]:
    """How many of these sources stand in each file."""
    return Counter(map(file_of, uris))
