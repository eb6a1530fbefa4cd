"""Loading: the new takes the old one's place, the same changes nothing, a failure leaves everything as it was."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest
from made_pages import BODY, TEXT, as_shards, both, page_frames, reject_frame, run_info

from warehouse.equality import differences
from warehouse.errors import LoadError
from warehouse.query import ask
from warehouse.schema import READING_TABLES, reading_schema
from warehouse.store import open_store, published_path

OTHER = TEXT.replace("300", "500")


def _parts(path: Path) -> dict[str, int]:
    """Rows of each table that reading fills."""
    return {table: ask(path, f"SELECT count(*) FROM {table}").item() for table in READING_TABLES}  # noqa: S608


def test_a_page_is_there_in_every_table(publish: Callable[..., Path]) -> None:
    frames = page_frames()
    path = publish(frames)
    for table in READING_TABLES:
        stored = ask(path, f"SELECT * FROM {table}").select(reading_schema(table).names())  # noqa: S608
        assert stored.sort(pl.all()).equals(frames[table].sort(pl.all())), table
    assert ask(path, "SELECT run_id, first_seen FROM page").row(0)[0] == "run-1-0"


def test_the_same_pages_again_change_nothing(publish: Callable[..., Path]) -> None:
    one = publish(page_frames(), folder="once", rejects=reject_frame())
    two = publish(page_frames(), page_frames(), folder="twice", rejects=reject_frame())
    assert differences(one, two) == []
    assert ask(two, "SELECT count(*) FROM page_history").item() == 0


def test_a_source_that_changed_gives_its_new_page(publish: Callable[..., Path]) -> None:
    old, new = page_frames("old", uri="file:///x.txt"), page_frames("new", uri="file:///x.txt", text=OTHER)
    path = publish(old, new)
    assert ask(path, "SELECT page_id FROM page").to_series().to_list() == ["p-new"]
    assert _parts(path) == {table: len(new[table]) for table in READING_TABLES}
    history = ask(path, "SELECT page_id, superseded_by, text FROM page_history").rows()
    assert history == [("p-old", "p-new", TEXT)]


def test_a_newer_reader_takes_the_place_of_the_old_reading(publish: Callable[..., Path]) -> None:
    path = publish(page_frames(reader="1"), page_frames(reader="2"))
    assert ask(path, "SELECT page_id, reader_version FROM page").rows() == [("p-one", "2")]
    assert ask(path, "SELECT page_id, superseded_by, reader_version FROM page_history").rows() == [
        ("p-one", "p-one", "1")
    ]
    first_seen, run_id = ask(path, "SELECT first_seen, run_id FROM page").row(0)
    assert (first_seen.hour, run_id) == (8, "run-1-1")


def test_the_same_bytes_in_two_places_are_one_page(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        store.load(as_shards(page_frames(uri="file:///b.txt")), run_info())
        store.load({}, run_info("run-2"), sightings=[("file:///a.txt", "p-one"), ("file:///b.txt", "p-one")])
        assert store.known_sources() == {"file:///a.txt": {"p-one"}, "file:///b.txt": {"p-one"}}
        path = store.publish()
        assert ask(path, "SELECT source_uri FROM page").to_series().to_list() == ["file:///a.txt"]
        # One of the two changes: the page stays, for it is still in the other.
        store.load(as_shards(page_frames("new", uri="file:///a.txt", text=OTHER)), run_info("run-3"))
        path = store.publish()
    assert ask(path, "SELECT page_id, source_uri FROM page ORDER BY ALL").rows() == [
        ("p-new", "file:///a.txt"),
        ("p-one", "file:///b.txt"),
    ]
    assert ask(path, "SELECT count(*) FROM page_history").item() == 0


def test_rows_of_a_file_that_moved_down_stay_what_they_are(tmp_path: Path) -> None:
    """A row put in at the top of a file shifts the numbers of all others, and replaces none of them."""
    with open_store(tmp_path) as store:
        rows = both(page_frames("a", uri="file:///x.jsonl#1"), page_frames("b", uri="file:///x.jsonl#2", text=OTHER))
        store.load(as_shards(rows), run_info())
        fresh = page_frames("c", uri="file:///x.jsonl#1", text=TEXT + "。")
        store.load(
            as_shards(fresh),
            run_info("run-2"),
            sightings=[("file:///x.jsonl#2", "p-a"), ("file:///x.jsonl#3", "p-b")],
        )
        path = store.publish()
    found = ask(path, "SELECT page_id, source_uri FROM page ORDER BY source_uri").rows()
    assert found == [(f"p-{name}", f"file:///x.jsonl#{n}") for n, name in enumerate("cab", 1)]
    assert ask(path, "SELECT count(*) FROM page_history").item() == 0


def test_a_file_put_back_as_it_was_is_the_old_page_again(publish: Callable[..., Path]) -> None:
    old, new = page_frames("old", uri="file:///x.txt"), page_frames("new", uri="file:///x.txt", text=OTHER)
    path = publish(old, new, old)
    assert ask(path, "SELECT page_id FROM page").to_series().to_list() == ["p-old"]
    assert ask(path, "SELECT page_id FROM page_history ORDER BY ALL").to_series().to_list() == ["p-new", "p-old"]


def test_a_page_read_by_two_batches_counts_once(publish: Callable[..., Path]) -> None:
    twice = both(page_frames(uri="file:///b.txt"), page_frames(uri="file:///a.txt"))
    path = publish(twice)
    assert _parts(path) == {table: len(frame) for table, frame in page_frames().items()}
    assert ask(path, "SELECT source_uri FROM source ORDER BY ALL").to_series().to_list() == [
        "file:///a.txt",
        "file:///b.txt",
    ]
    assert ask(path, "SELECT source_uri FROM page").item() == "file:///a.txt"


def test_parquet_and_frames_load_alike(tmp_path: Path, publish: Callable[..., Path]) -> None:
    one, two = page_frames(), page_frames("two", text=OTHER)
    folder = tmp_path / "it's a stage"
    folder.mkdir()
    shards: dict[str, list[Path | pl.DataFrame]] = {}
    for table in READING_TABLES:
        one[table].write_parquet(folder / f"{table}.parquet")
        shards[table] = [folder / f"{table}.parquet", two[table]]
    with open_store(tmp_path / "mixed") as store:
        loaded = store.load(shards, run_info())
        assert (loaded.pages_loaded, loaded.articles, loaded.rows["token"]) == (2, 2, 6)
        mixed = store.publish()
    assert differences(mixed, publish(one, two)) == []


@pytest.mark.parametrize(
    "spoil",
    [
        lambda shards: shards | {"metric": [Path("nowhere.parquet")]},
        lambda shards: shards | {"metric": [shards["metric"][0].drop("unit")]},
        lambda shards: shards | {"metric": [shards["metric"][0].with_columns(unit=pl.lit(None, pl.String))]},
        lambda shards: shards | {"gossip": [shards["metric"][0]]},
    ],
    ids=["no file", "no column", "null in a column that must have a value", "no such table"],
)
def test_a_load_that_fails_leaves_everything_as_it_was(
    tmp_path: Path, publish: Callable[..., Path], spoil: Callable[..., dict[str, list[Path | pl.DataFrame]]]
) -> None:
    before = publish(page_frames(), folder="before")
    publish(page_frames())
    with open_store(tmp_path / "data") as store:
        with pytest.raises(LoadError, match="as it was"):
            store.load(spoil(as_shards(page_frames("two", text=OTHER))), run_info("run-2"))
        assert differences(before, store.publish()) == []
        store.load(as_shards(page_frames("two", text=OTHER)), run_info("run-2"))
        assert len(store.known_pages()) == 2


def test_what_is_known_is_told(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        assert (store.known_pages(), store.known_sources(), store.known_rejects()) == ({}, {}, {})
        store.load(as_shards(page_frames()), run_info(reader_version="7"), rejects=reject_frame())
        assert store.known_pages() == {"p-one": "1"}
        known = store.known_rejects()["file:///pages/bad.bin"]
        assert (known.raw_sha256, known.reader_version, known.reason) == ("ff", "7", "not_text")


def test_articles_and_metrics_of_a_run_are_counted(publish: Callable[..., Path]) -> None:
    path = publish(both(page_frames(), page_frames("two", text=OTHER)))
    assert ask(path, "SELECT articles, metrics, state FROM run").rows() == [(2, 2, "completed")]


def test_text_of_a_page_is_data_and_nothing_else(publish: Callable[..., Path]) -> None:
    nasty = "'); DROP TABLE page; --\n" + BODY + "\n\x00第3版"
    path = publish(page_frames("o'clock", uri="file:///it's.txt", text=nasty))
    assert ask(path, "SELECT text, page_id FROM page").rows() == [(nasty, "p-o'clock")]
    assert published_path(path.parent) == path
