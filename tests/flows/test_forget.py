"""`banmian forget`: nothing of the source is left, in no file, and everything else is as it was."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from command import banmian
from made_pages import TEXT, as_shards, page_frames, reject_frame, run_info

from flows.forget import is_of
from warehouse.equality import differences
from warehouse.kept import kept
from warehouse.query import ask
from warehouse.store import open_store

SECRET = "张某某的旧事不应再被人看见" * 30


def pages(folder: Path) -> tuple[str, str]:
    return (folder / "kept.txt").as_uri(), (folder / "withdrawn.txt").as_uri()


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Three publications; the withdrawn source is in the last two, has a history and a reject."""
    folder = tmp_path / "data"
    stays, goes = pages(tmp_path)
    loads = [
        (page_frames("stays", stays), None),
        (page_frames("old", goes, text=SECRET), None),
        (page_frames("new", goes, text=TEXT + SECRET), reject_frame(f"{goes}#7")),
    ]
    for number, (page, rejects) in enumerate(loads, 1):
        with open_store(folder) as store:
            store.load(as_shards(page), run_info(f"day-{number}", hour=number), rejects=rejects)
            store.publish()
    return folder


def shard(data: Path, name: str, page: dict[str, object], refusals: list[dict[str, str]]) -> Path:
    folder = data / "stage" / name
    folder.mkdir(parents=True)
    page["page"].write_parquet(folder / "page.parquet")  # type: ignore[attr-defined]
    (folder / "shard.json").write_text(json.dumps({"refusals": refusals}))
    return folder


def test_a_source_goes_from_every_table_and_every_file(tmp_path: Path, data: Path) -> None:
    stays, goes = pages(tmp_path)
    assert len(ask(data / "banmian.duckdb", "FROM page_history")) == 1
    kept_shard = shard(data, "aaa", dict(page_frames("stays", stays)), [])
    gone = [
        shard(data, "bbb", dict(page_frames("new", goes)), []),
        shard(data, "ccc", dict(page_frames("stays", stays)), [{"source_uri": f"{goes}#7"}]),
    ]
    (data / "stage" / "ddd").mkdir()
    result = banmian("forget", tmp_path / "withdrawn.txt", "--data-dir", data)
    assert result.exit_code == 0, result.output
    said = " ".join(result.stdout.split())
    for words in ("page 1", "page_history 1", "reject 1", "metric 1", "token 3", "kept file of run day-2", "stage 3"):
        assert words in said
    assert kept_shard.exists()
    assert not any(folder.exists() for folder in gone)
    with open_store(tmp_path / "other") as store:
        store.load(as_shards(page_frames("stays", stays)), run_info("day-1"))
        assert differences(store.publish(), data / "banmian.duckdb") == []
    told = ask(
        data / "banmian.duckdb", "SELECT table_name, unexpected_count FROM quality WHERE expectation = 'forgotten'"
    )
    assert dict(told.rows())["token"] == 3
    for path in (data, *data.rglob("*")):
        if path.is_file():
            assert b"withdrawn.txt" not in path.read_bytes(), path
    assert [ask(item.path, "SELECT count(*) FROM page").item() for item in kept(data)] == [1, 1, 1, 1]


def test_the_same_bytes_in_another_place_go_too_and_are_named(tmp_path: Path, data: Path) -> None:
    _, goes = pages(tmp_path)
    with open_store(data) as store:
        store.load({}, run_info("day-4"), sightings=[("file:///copy.txt", "p-new")])
    result = banmian("forget", goes, "--data-dir", data)
    assert result.exit_code == 0, result.output
    assert "also stood at file:///copy.txt" in result.stdout
    assert ask(data / "banmian.duckdb", "SELECT count(*) FROM source").item() == 1


def test_an_unknown_source_takes_nothing(tmp_path: Path, data: Path) -> None:
    before = ask(data / "banmian.duckdb", "SELECT count(*) FROM page").item()
    result = banmian("forget", "file:///nowhere.txt", "--data-dir", data)
    assert result.exit_code == 1
    assert "nothing here comes from" in result.stderr
    assert ask(data / "banmian.duckdb", "SELECT count(*) FROM page").item() == before


@pytest.mark.parametrize(
    ("source", "of_it"),
    [
        ("file:///a/b.jsonl", True),
        ("file:///a/b.jsonl#3", True),
        ("file:///a/b.jsonl!/x.txt", True),
        ("file:///a/b.jsonl.gz", False),
        ("file:///a/c.txt", False),
    ],
)
def test_what_counts_as_the_source(source: str, of_it: bool) -> None:
    assert is_of(source, "file:///a/b.jsonl") is of_it
    assert is_of(source, "file:///a")
