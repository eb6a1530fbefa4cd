"""A warehouse made by each earlier version of the schema is opened, brought up, and goes on as one made today.

kept/v<N>.duckdb.gz was made by the program when its schema had version N and is never made again: two runs of the
invented page of made_pages, the second changing it, and one source rejected.
"""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from made_pages import TEXT, as_shards, page_frames, reject_frame, run_info

from warehouse.equality import differences
from warehouse.inspect import trouble_of
from warehouse.query import ask
from warehouse.schema import SCHEMA_VERSION, declared
from warehouse.store import open_store, published_path

KEPT = Path(__file__).parent / "kept"
URI = "file:///pages/old.txt"


def _old_warehouse(version: int, data_dir: Path) -> Path:
    data_dir.mkdir()
    path = published_path(data_dir)
    path.write_bytes(gzip.decompress((KEPT / f"v{version}.duckdb.gz").read_bytes()))
    return path


def test_one_of_every_version_is_kept() -> None:
    assert {path.name for path in KEPT.iterdir()} == {f"v{n}.duckdb.gz" for n in range(1, SCHEMA_VERSION + 1)}


@pytest.mark.parametrize("version", range(1, SCHEMA_VERSION + 1))
def test_a_warehouse_of_an_earlier_version_goes_on(tmp_path: Path, version: int) -> None:
    path = _old_warehouse(version, tmp_path / "data")
    with open_store(tmp_path / "data") as store:
        assert store.known_pages() == {"p-one": "1"}
        assert store.known_sources() == {URI: {"p-one"}}
        assert list(store.known_rejects()) == ["file:///pages/bad.bin"]
        store.publish()
    assert trouble_of(path) == ()
    tables = set(ask(path, "SELECT table_name FROM duckdb_tables()").to_series())
    assert set(declared()) <= tables
    assert ask(path, "SELECT run_id FROM run ORDER BY started_at").to_series().to_list() == ["first", "second"]
    assert ask(path, "SELECT page_id FROM page_history").item() == "p-old"
    assert ask(path, "SELECT count(*) FROM metric_in_context").item() == 1

    third = as_shards(page_frames("three", uri=URI, text=TEXT + "三"))
    with open_store(tmp_path / "data") as store:
        store.load(third, run_info("third", hour=10))
        migrated = store.publish()
    with open_store(tmp_path / "new") as store:
        store.load(as_shards(page_frames("old")), run_info("first"), rejects=reject_frame())
        store.load(as_shards(page_frames("one", uri=URI, text=TEXT + "二")), run_info("second", hour=9))
        store.load(third, run_info("third", hour=10))
        assert differences(migrated, store.publish()) == []
