"""Tests of the warehouse use the invented pages of tests/made."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "made"))

from made_pages import as_shards, run_info

from warehouse.store import open_store


@pytest.fixture(scope="session")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with nothing loaded; declaring the tables takes most of a second."""
    folder = tmp_path_factory.mktemp("blank")
    with open_store(folder):
        pass
    return folder


@pytest.fixture
def publish(tmp_path: Path, blank: Path) -> Callable[..., Path]:
    """Load frames into a data folder of this test and publish; gives the published file."""

    def run(*pages: dict[str, pl.DataFrame], folder: str = "data", run_id: str = "run-1", **given: object) -> Path:
        if not (tmp_path / folder).exists():
            shutil.copytree(blank, tmp_path / folder)
        with open_store(tmp_path / folder) as store:
            for number, page in enumerate(pages):
                store.load(as_shards(page), run_info(f"{run_id}-{number}"), **given)  # type: ignore[arg-type]
            return store.publish()

    return run
