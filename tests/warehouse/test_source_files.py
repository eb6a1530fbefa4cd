"""What a run notes of files, and what it does of sources that are gone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from made_pages import TEXT, as_shards, both, page_frames, run_info

from warehouse.query import ask
from warehouse.store import FileState, open_store

A, B = "file:///in/a.txt", "file:///in/b.txt"
STATE = FileState(120, 1_700_000_000_123_456_789, "beside", "", 1)


def test_files_are_noted_as_they_were_and_renewed(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        assert store.known_files() == {}
        store.load(as_shards(page_frames(uri=A)), run_info(), files={A: STATE, B: STATE})
        assert store.known_files() == {A: STATE, B: STATE}
        later = replace(STATE, size=121, pages=2)
        store.load({}, run_info("run-2"), files={A: later})
        assert store.known_files() == {A: later, B: STATE}


def test_a_page_whose_only_source_is_gone_stays(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        store.load(as_shards(page_frames(uri=A)), run_info(), files={A: STATE})
        store.load({}, run_info("run-2"), gone=[A])
        assert store.known_files() == {}
        assert store.known_sources() == {A: {"p-one"}}
        path = store.publish()
    assert ask(path, "SELECT page_id, source_uri FROM page").rows() == [("p-one", A)]
    assert ask(path, "SELECT count(*) FROM page_history").item() == 0


def test_a_page_that_stands_elsewhere_is_found_there(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        store.load(as_shards(page_frames(uri=A)), run_info(), files={A: STATE})
        store.load({}, run_info("run-2"), sightings=[(B, "p-one")], files={B: STATE}, gone=[A])
        assert store.known_sources() == {B: {"p-one"}}
        path = store.publish()
    assert ask(path, "SELECT source_uri FROM page").item() == B
    assert ask(path, "SELECT source_uri FROM source_file").item() == B


def test_two_places_that_go_together_keep_their_page(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        store.load(as_shards(page_frames(uri=A)), run_info(), sightings=[(B, "p-one")])
        store.load({}, run_info("run-2"), gone=[A, B])
        assert store.known_sources() == {A: {"p-one"}, B: {"p-one"}}


def test_what_an_older_reader_read_is_told(tmp_path: Path) -> None:
    pages = both(page_frames(uri=A, reader="1"), page_frames("two", uri=B, text=TEXT + "。", reader="2"))
    with open_store(tmp_path) as store:
        store.load(as_shards(pages), run_info())
        assert store.stale_sources("2") == [A]
        assert store.stale_sources("3") == [A, B]


def test_a_forgotten_file_is_no_longer_noted(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        store.load(as_shards(page_frames(uri=A)), run_info(), files={A: STATE, B: STATE})
        assert store.forget(A).rows["source_file"] == 1
        assert store.known_files() == {B: STATE}
