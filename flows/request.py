"""What a run is asked to do beside its paths, and what it needs of the warehouse to sort its pages."""

from __future__ import annotations

import math
from dataclasses import dataclass

from flows.known import Facts
from flows.ledger import Ledger, Rereading, count_files
from flows.selection import Selection
from flows.sorting import Sorter
from transforms.version import READER_VERSION
from warehouse.store import Store

# A share of a small warehouse would be a page or two a day.
LEAST_REREAD = 256


@dataclass(frozen=True, slots=True)
class Request:
    """`options` hold for every page, `selection` tells which pages are wanted.

    `replay` reads what was rejected and nothing else; `verify` opens every file, whatever its size and time tell;
    `reread` reads again all that an older reader read, not a share of it.
    """

    options: Facts
    selection: Selection = Selection()  # noqa: RUF009 - frozen
    replay: bool = False
    verify: bool = False
    reread: bool = False


def sorter_for(store: Store, request: Request, reread_share: float) -> Sorter:
    """A sorter that knows what the warehouse holds."""
    pages, sources = store.known_pages(), store.known_sources()
    share = math.ceil(reread_share * len(pages))
    left = math.inf if request.reread else max(share, LEAST_REREAD) if reread_share else 0
    ledger = Ledger(
        {} if request.replay else store.known_files(),
        count_files(store.stale_sources(READER_VERSION)),
        Rereading(left),
        request.verify,
    )
    sorter = Sorter(pages, store.known_rejects(), READER_VERSION, sources, ledger, request.selection)
    sorter.doubts += [store.rebuilt] if store.rebuilt else []
    return sorter
