"""However pages are dealt out over runs, and however often a run comes again, the warehouse is the same."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made_pages import TEXT, as_shards, both, page_frames, run_info

from warehouse.equality import differences
from warehouse.store import open_store

PAGES = {name: page_frames(name, text=TEXT + name) for name in "abcd"}


def _publish(folder: Path, runs: list[list[str]]) -> Path:
    with open_store(folder) as store:
        for number, names in enumerate(runs):
            shards = as_shards(both(*(PAGES[name] for name in names))) if names else {}
            store.load(shards, run_info(f"run-{number}"))
        return store.publish()


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All pages in one run."""
    return _publish(tmp_path_factory.mktemp("once"), [list(PAGES)])


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.lists(st.sampled_from("abcd"), unique=True, max_size=4), max_size=5))
def test_runs_in_any_order_come_to_the_same(once: Path, runs: list[list[str]]) -> None:
    missing = [name for name in PAGES if not any(name in run for run in runs)]
    with tempfile.TemporaryDirectory() as folder:
        assert differences(_publish(Path(folder), [*runs, missing]), once) == []
