"""Which pages of a run are new: the others are known, found twice, left out, or known to be unreadable."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from hashlib import sha256

from flows.containers.blob import RawPage
from flows.finding import Passed, Refusal
from flows.ledger import Ledger
from flows.report import counted
from flows.selection import Selection
from flows.sources import file_of
from transforms.identity import page_id
from transforms.version import what_changed
from warehouse.store import FileState, KnownReject


@dataclass(frozen=True, slots=True)
class NewPage:
    """A page to read, with its ids."""

    page_id: str
    raw_sha256: str
    page: RawPage


@dataclass
class Sorter:
    """Sorts a stream of pages against what the warehouse holds, and counts.

    Of the pages to read, `changed` stand where another page stood and `reread` are known; `left_out` are those that the
    selection is not about. `aged` counts the pages met whose reading is of another reader: what changed since, and
    whether they are read again now.
    """

    known_pages: Mapping[str, str]
    known_rejects: Mapping[str, KnownReject]
    reader_version: str
    known_sources: Mapping[str, set[str]] = field(default_factory=dict)
    ledger: Ledger = field(default_factory=Ledger)
    selection: Selection = Selection()  # noqa: RUF009 - frozen
    seen: int = 0
    unchanged: int = 0
    changed: int = 0
    reread: int = 0
    left_out: set[str] = field(default_factory=set)
    met: set[str] = field(default_factory=set)
    sightings: list[tuple[str, str]] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)
    told_again: list[Refusal] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    aged: Counter[tuple[str, bool]] = field(default_factory=Counter)
    _again: frozenset[str] = frozenset()
    _in_part: set[str] = field(default_factory=set)
    _taken: set[str] = field(default_factory=set)

    def new(self, items: Iterable[RawPage | Refusal | Passed]) -> Iterator[NewPage]:
        """The pages that must be read, each once; everything else is noted."""
        for item in items:
            if isinstance(item, Passed):
                self._passed(item)
                continue
            self.seen += 1
            if isinstance(item, Refusal):
                self.met.add(item.source_uri)
                self._refused(item)
                continue
            self.met.add(item.uri)
            digest = sha256(item.raw).hexdigest()
            identity = page_id(digest, item.known)
            if self._is_known(item, identity):
                self.unchanged += 1
                self.sightings.append((item.uri, identity))
            elif identity in self._taken:
                self.sightings.append((item.uri, identity))
            elif (known := self._unreadable(item.uri, digest)) is not None:
                self.told_again.append(Refusal(item.uri, known.stage, known.reason, known.detail, identity))
            elif self._is_wanted(item):
                self._taken.add(identity)
                self._count(item, identity)
                yield NewPage(identity, digest, item)

    def read_again(self, pages: Iterable[str]) -> None:
        """Take these pages for new, and nothing for unreadable because it was so before."""
        self._again = frozenset(pages)
        self.known_rejects = {uri: replace(known, raw_sha256=None) for uri, known in self.known_rejects.items()}

    def cleared(self, files: Iterable[str], roots: Sequence[str], refused: Iterable[Refusal]) -> list[str]:
        """Sources rejected by an earlier run that gave no fault this time.

        They stand in one of `files`, or could not be found then (a closed folder, a link) and lie under one of `roots`.
        """
        given, still = set(files), {r.source_uri for r in (*refused, *self.told_again)} | self.left_out

        def looked_at(uri: str, stage: str) -> bool:
            return file_of(uri) in given or (
                stage == "find" and any(f"{uri}/".startswith(f"{root}/") for root in roots)
            )

        return [uri for uri, known in self.known_rejects.items() if uri not in still and looked_at(uri, known.stage)]

    def files(self) -> dict[str, FileState]:
        """The files that were read whole, with nothing left out."""
        return {uri: state for uri, state in self.ledger.noted.items() if uri not in self._in_part}

    def gone(self, files: Iterable[str], roots: Sequence[str]) -> list[str]:
        """The files under `roots` that are not there any more; rows and members that their file lost."""
        lost = self.ledger.gone(roots, set(files), (*self.refusals, *self.told_again))
        return [*lost, *self.ledger.gone_from(self.known_sources, self.met)]

    def with_contents(self, gone: Sequence[str]) -> list[str]:
        """Sources that are gone, and what stood in them."""
        lost = set(gone)
        return [*gone, *(uri for uri in self.known_sources if file_of(uri) in lost and uri not in lost)]

    def _passed(self, file: Passed) -> None:
        again = self._rejects_by_file.get(file.uri, ())
        of_pages = sum(
            known.raw_sha256 is not None for _, known in again
        )  # the others were refused before they were pages
        self.seen += file.pages + len(again) - of_pages
        self.unchanged += file.pages - of_pages
        self.told_again += [Refusal(uri, known.stage, known.reason, known.detail) for uri, known in again]

    def notes(self) -> tuple[str, ...]:
        """What becomes of readings that are of another reader, in words."""
        return tuple(self._note(change) for change in sorted({change for change, _ in self.aged}))

    def _note(self, change: str) -> str:
        again, left = self.aged[change, True], self.aged[change, False]
        read = f"{counted(again, 'page')} read again" if again else ""
        stays = f"{counted(left, 'page')} left as read before (--reread reads all again)" if left else ""
        return f"{change}: {', '.join(filter(None, (read, stays)))}"

    @property
    def handed(self) -> int:
        """Pages that were given to be read."""
        return len(self._taken)

    @cached_property
    def _rejects_by_file(self) -> dict[str, list[tuple[str, KnownReject]]]:
        """What could not be read, by file; what could not be found is met anew by each run."""
        found: dict[str, list[tuple[str, KnownReject]]] = {}
        for uri, known in self.known_rejects.items():
            if known.stage != "find":
                found.setdefault(file_of(uri), []).append((uri, known))
        return found

    def _is_known(self, item: RawPage, identity: str) -> bool:
        """Whether the warehouse has the page and it need not be read again now."""
        version = self.known_pages.get(identity)
        if version is None or identity in self._again or identity in self._taken:
            return False
        if version != self.reader_version:
            again = self.ledger.rereading.left > 0
            self.aged[what_changed(version), again] += 1
            if again:
                self.ledger.rereading.left -= 1
                return False
        return file_of(item.uri) not in self.ledger.anew

    def _is_wanted(self, item: RawPage) -> bool:
        if not self.selection:
            return True
        wanted = self.selection.foretell(item.known)
        if wanted is False:
            self.left_out.add(item.uri)
        if wanted is not True:
            self._in_part.add(file_of(item.uri))
        return wanted is not False

    def _count(self, item: RawPage, identity: str) -> None:
        self.doubts += [f"{item.uri}: {doubt}" for doubt in item.doubts]
        if identity in self.known_pages:
            self.reread += 1
        elif identity not in (pages := self.known_sources.get(item.uri, set())) and pages:
            self.changed += 1
            if file_of(item.uri) in self.ledger.opened:
                self.doubts.append(f"{item.uri}: its content changed, its size and time of change did not")

    def _refused(self, refusal: Refusal) -> None:
        known = self.known_rejects.get(refusal.source_uri)
        same = known is not None and (known.stage, known.reason, known.detail) == (
            refusal.stage,
            refusal.reason,
            refusal.detail,
        )
        (self.told_again if same else self.refusals).append(refusal)

    def _unreadable(self, uri: str, digest: str) -> KnownReject | None:
        known = self.known_rejects.get(uri)
        if known is None or known.raw_sha256 != digest or known.reader_version != self.reader_version:
            return None
        return known
