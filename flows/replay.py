"""What was rejected, read again: only those sources, under what was known of them when they were first read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import product
from pathlib import Path

from flows.containers.blob import RawPage
from flows.corrections import Correction
from flows.finding import Passed, Refusal
from flows.known import FIELDS
from flows.sorting import Sorter
from flows.sources import file_of, path_of
from transforms.forms.line import Known
from transforms.identity import page_id
from warehouse.store import Rejected


@dataclass(frozen=True, slots=True)
class Replay:
    """`paths` are the files to open, `again` the pages to read though they are known, `missing` what is gone."""

    paths: tuple[Path, ...]
    again: frozenset[str]
    missing: tuple[str, ...]
    rejected: dict[str, Rejected]
    known_sources: frozenset[str]

    def choose(self, items: Iterable[RawPage | Refusal | Passed], sorter: Sorter) -> Iterator[RawPage | Refusal]:
        """Of all that is in those files, what was rejected, and what a file that was rejected whole now holds.

        The sorter learns that none of it is to be passed over.
        """
        sorter.read_again(self.again)
        gone = "it is not there any more, so it cannot be read again"
        sorter.told_again += [Refusal(uri, "find", "not_found", gone) for uri in self.missing]
        for item in items:
            if isinstance(item, Passed):
                continue
            uri = item.source_uri if isinstance(item, Refusal) else item.uri
            told = self.rejected.get(uri)
            if told is None and (file_of(uri) not in self.rejected or uri in self.known_sources):
                continue
            yield as_it_was(item, told) if told and isinstance(item, RawPage) else item


def plan(
    rejected: Sequence[Rejected],
    sources: Mapping[str, set[str]],
    corrections: Sequence[Correction],
) -> Replay:
    """What to read again: all that is in `reject`, and the pages that corrections are about."""
    found = {item.source_uri: item for item in rejected}
    for uri, pages in sources.items():
        for page in pages:
            if uri not in found and any(item.concerns(page, uri) for item in corrections):
                found[uri] = Rejected(uri, page, None, None, None)
    paths: dict[Path, None] = {}
    missing = []
    for uri in found:
        path = path_of(uri)
        if path is not None and path.exists():
            paths[path] = None
        else:
            missing.append(uri)
    again = frozenset(item.page_id for item in found.values() if item.page_id)
    return Replay(tuple(paths), again, tuple(missing), found, frozenset(sources))


def as_it_was(page: RawPage, told: Rejected) -> RawPage:
    """The page under the options of the run that first read it, which are no longer known but by the id they gave."""
    digest = sha256(page.raw).hexdigest()
    if told.page_id is None or page_id(digest, page.known) == told.page_id:
        return page
    for chosen in product((False, True), repeat=len(FIELDS)):
        names = [name for name, is_chosen in zip(FIELDS, chosen, strict=True) if is_chosen]
        known = _under(page.known, told, names)
        if page_id(digest, known) == told.page_id:
            return replace(page, known=known)
    return page


def _under(known: Known, told: Rejected, names: Sequence[str]) -> Known:
    kept = tuple(source for source in known.sources if source[0] not in names)
    sources = (*kept, *((name, "option") for name in names))
    return replace(known, sources=sources, **{name: getattr(told, name) for name in names})
