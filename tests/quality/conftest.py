"""One warehouse of all pages with a reading by hand, made once."""

from __future__ import annotations

import gzip
from pathlib import Path
from types import SimpleNamespace

import pytest
from scoring import ROOT, banmian

VOLUME_STEP = 20


@pytest.fixture(scope="session")
def scored(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> SimpleNamespace:
    """A warehouse of the sample pages and of the shared pages, and every 20th of the volume's pages with its truth."""
    folder = tmp_path_factory.mktemp("scored")
    pages, truth = _every(shared / "volume", folder)
    banmian("run", ROOT / "seeds" / "pages", shared / "pages", pages, "--data-dir", folder)
    return SimpleNamespace(warehouse=folder / "banmian.duckdb", volume_truth=truth)


def _every(volume: Path, folder: Path) -> tuple[Path, Path]:
    kept = []
    for name in ("rmrb-2020q1.jsonl.gz", "rmrb-2020q1-truth.jsonl.gz"):
        with gzip.open(volume / name, "rt", encoding="utf-8") as handle:
            lines = list(handle)
        kept.append(folder / name)
        with gzip.open(kept[-1], "wt", encoding="utf-8") as handle:
            handle.writelines(lines[::VOLUME_STEP])
    return kept[0], kept[1]
