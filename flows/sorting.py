"""Which pages of a run are new: the others are known, found twice, or known to be unreadable."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256

from flows.containers.blob import RawPage
from flows.finding import Refusal
from flows.sources import file_of
from transforms.identity import page_id
from warehouse.store import KnownReject


@dataclass(frozen=True, slots=True)
class NewPage:
    """A page to read, with its ids."""

    page_id: str
    raw_sha256: str
    page: RawPage


@dataclass(slots=True)
class Sorter:
    """Sorts a stream of pages against what the warehouse holds, and counts."""

    known_pages: Mapping[str, str]
    known_rejects: Mapping[str, KnownReject]
    reader_version: str
    seen: int = 0
    unchanged: int = 0
    sightings: list[tuple[str, str]] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)
    told_again: list[Refusal] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    _taken: set[str] = field(default_factory=set)

    def new(self, items: Iterable[RawPage | Refusal]) -> Iterator[NewPage]:
        """The pages that must be read, each once; everything else is noted."""
        for item in items:
            self.seen += 1
            if isinstance(item, Refusal):
                self._refused(item)
                continue
            digest = sha256(item.raw).hexdigest()
            identity = page_id(digest, item.known)
            if self.known_pages.get(identity) == self.reader_version:
                self.unchanged += 1
                self.sightings.append((item.uri, identity))
            elif identity in self._taken:
                self.sightings.append((item.uri, identity))
            elif (known := self._unreadable(item.uri, digest)) is not None:
                self.told_again.append(Refusal(item.uri, known.stage, known.reason, known.detail, identity))
            else:
                self._taken.add(identity)
                self.doubts += [f"{item.uri}: {doubt}" for doubt in item.doubts]
                yield NewPage(identity, digest, item)

    def read_again(self, pages: Iterable[str]) -> None:
        """Take these pages for new, and nothing for unreadable because it was so before."""
        again = frozenset(pages)
        self.known_pages = {page: version for page, version in self.known_pages.items() if page not in again}
        self.known_rejects = {uri: replace(known, raw_sha256=None) for uri, known in self.known_rejects.items()}

    def cleared(self, files: Iterable[str], roots: Sequence[str], refused: Iterable[Refusal]) -> list[str]:
        """Sources rejected by an earlier run that gave no fault this time.

        They stand in one of `files`, or could not be found then (a closed folder, a link) and lie under one of `roots`.
        """
        given, still = set(files), {r.source_uri for r in (*refused, *self.told_again)}

        def looked_at(uri: str, stage: str) -> bool:
            return file_of(uri) in given or (
                stage == "find" and any(f"{uri}/".startswith(f"{root}/") for root in roots)
            )

        return [uri for uri, known in self.known_rejects.items() if uri not in still and looked_at(uri, known.stage)]

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
