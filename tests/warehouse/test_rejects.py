"""Rejects: nothing twice, and nothing that no longer holds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import polars as pl
from made_pages import TEXT, as_shards, page_frames, reject_frame, run_info

from warehouse.query import ask
from warehouse.rejects import rejects
from warehouse.store import open_store

BAD = "file:///pages/bad.bin"


@dataclass(frozen=True)
class Held:
    table_name: str = "metric"
    expectation: str = "low_up_to_high"
    severity: str = "critical"
    success: bool = False
    observed: str | None = "3 > 2"
    unexpected_count: int | None = 1


def _rejects(path: Path) -> list[tuple[str, ...]]:
    return ask(path, "SELECT source_uri, page_id, run_id, rejected_at::VARCHAR FROM reject ORDER BY ALL").rows()


def test_what_cannot_be_read_is_told_once(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        for hour in (8, 9, 10):
            store.load({}, run_info(f"run-{hour}", hour=hour), rejects=reject_frame())
        assert _rejects(store.publish()) == [(BAD, None, "run-8", "2026-01-05 08:10:00")]


def test_rejects_are_chosen_by_stage_reason_and_words_of_their_source(tmp_path: Path) -> None:
    odd = "file:///pages/it's $1; --.bin"
    with open_store(tmp_path) as store:
        store.load({}, run_info(), rejects=pl.concat([reject_frame(), reject_frame(odd)]))
        path = store.publish()

    def found(stage: str | None = None, reason: str | None = None, source: str | None = None) -> list[str]:
        return rejects(path, stage, reason, source, 100)["source_uri"].to_list()

    assert found() == found(stage="decode") == found(reason="not_text") == [BAD, odd]
    assert found(source="it's $1; --") == [odd]
    assert found("decode", "not_text", "bad") == [BAD]
    assert found(reason="' OR 'a' = 'a") == found("check") == []
    assert rejects(path, None, None, None, 1).height == 1
    told = rejects(path, None, None, None, 100, summary=True)
    assert told.rows() == [("decode", "not_text", 2, BAD)]


def test_a_newer_reader_that_fails_too_is_noted(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        store.load({}, run_info("run-1", "1"), rejects=reject_frame())
        store.load({}, run_info("run-2", "2"), rejects=reject_frame())
        assert store.known_rejects()[BAD].reader_version == "2"
        assert len(_rejects(store.publish())) == 1


def test_a_source_that_can_be_read_now_is_rejected_no_more(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        store.load({}, run_info(), rejects=reject_frame())
        store.load(as_shards(page_frames(uri=BAD)), run_info("run-2"))
        assert store.known_rejects() == {}


def test_a_source_whose_new_bytes_cannot_be_read_keeps_its_page(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        store.load(as_shards(page_frames(uri=BAD)), run_info())
        store.load({}, run_info("run-2"), rejects=reject_frame())
        assert store.known_pages() == {"p-one": "1"}
        assert set(store.known_rejects()) == {BAD}
        # Put back as it was: the page is known, and nothing of the source is unreadable any more.
        store.load({}, run_info("run-3"), sightings=[(BAD, "p-one")])
        assert store.known_rejects() == {}


def test_a_container_that_is_whole_again_is_cleared(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        store.load({}, run_info(), rejects=reject_frame("file:///x.zip"))
        store.load({}, run_info("run-2"), cleared=["file:///x.zip"])
        assert store.known_rejects() == {}


def test_rows_rejected_from_a_page_go_with_its_old_reading(tmp_path: Path) -> None:
    uri = "file:///pages/one.txt"
    with open_store(tmp_path) as store:
        store.load(as_shards(page_frames()), run_info(), rejects=reject_frame(uri, "p-one"))
        assert store.known_rejects() == {}, "the page is there; one row of it is not"
        store.load({}, run_info("run-2"), sightings=[(uri, "p-one")])
        assert len(_rejects(store.publish())) == 1, "unchanged, so what was rejected of it still is"
        store.load(as_shards(page_frames("two", uri=uri, text=TEXT + "。")), run_info("run-3"))
        assert _rejects(store.publish()) == []


def test_rejects_of_other_sources_stay(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        store.load({}, run_info(), rejects=pl.concat([reject_frame(), reject_frame("file:///worse.bin")]))
        store.load({}, run_info("run-2"), rejects=reject_frame(sha="ee"))
        known = store.known_rejects()
    assert {uri: reject.raw_sha256 for uri, reject in known.items()} == {BAD: "ee", "file:///worse.bin": "ff"}


def test_a_run_that_is_held_leaves_its_row_and_its_checks(tmp_path: Path, publish: Callable[..., Path]) -> None:
    publish(page_frames())
    with open_store(tmp_path / "data") as store:
        for _ in range(2):
            store.load({}, replace(run_info("run-2"), state="held"), quality=[Held()])
        path = store.publish()
    assert ask(path, "SELECT state, articles FROM run WHERE run_id = 'run-2'").rows() == [("held", 0)]
    assert ask(path, "SELECT run_id, expectation, unexpected_count FROM quality").rows() == [
        ("run-2", "low_up_to_high", 1)
    ]
    assert ask(path, "SELECT count(*) FROM page").item() == 1
