"""Which files a run finds, and what it will not follow."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from flows.finding import Found, Refusal, find


def names(*paths: Path) -> list[str]:
    return [item.path.name for item in find(paths) if isinstance(item, Found)]


def reasons(*paths: Path) -> dict[str, str]:
    return {item.source_uri.rsplit("/", 1)[-1]: item.reason for item in find(paths) if isinstance(item, Refusal)}


def test_files_come_in_the_order_of_their_names_and_hidden_ones_not_at_all(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", ".hidden", "a.meta.yaml", "sub/c.txt", ".git/x.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("页")
    assert names(tmp_path) == ["a.txt", "b.txt", "c.txt"]


def test_a_file_given_twice_is_found_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("页")
    assert names(tmp_path, tmp_path / "a.txt") == ["a.txt"]


def test_links_that_loop_break_or_lead_out_are_refused(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    (folder / "sub").mkdir(parents=True)
    (folder / "a.txt").write_text("页")
    (tmp_path / "outside.txt").write_text("页")
    (folder / "sub" / "up").symlink_to("..")
    (folder / "self").symlink_to("self")
    (folder / "broken").symlink_to("nowhere")
    (folder / "out").symlink_to(tmp_path / "outside.txt")
    (folder / "inner").symlink_to("a.txt")
    assert names(folder) == ["a.txt"]
    assert reasons(folder) == {"up": "link_loop", "self": "link_loop", "broken": "broken_link", "out": "link_out"}


def test_a_link_that_the_user_gives_is_followed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("页")
    (tmp_path / "link").symlink_to("a.txt")
    assert names(tmp_path / "link") == ["a.txt"]


def test_a_pipe_is_refused_and_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert reasons(tmp_path) == {"pipe": "not_a_file"}


def test_what_is_not_there_is_told(tmp_path: Path) -> None:
    assert reasons(tmp_path / "nothing") == {"nothing": "not_found"}


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "closed").mkdir()
    (tmp_path / "closed").chmod(0)
    try:
        assert reasons(tmp_path) == {"closed": "not_permitted"}
    finally:
        (tmp_path / "closed").chmod(0o755)


def test_names_that_are_no_utf8_have_a_uri(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"\xb0\xe6\xc3\xe6.txt")).write_text("页")
    (found,) = find([tmp_path])
    assert isinstance(found, Found)
    assert found.uri.endswith("/%B0%E6%C3%E6.txt")


def test_what_is_ours_in_a_data_folder_is_no_page(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("页")
    for name in ("work/w.duckdb", "stage/1/page.parquet", "banmian.duckdb", "run.lock", "pages/b.txt"):
        (tmp_path / "data" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "data" / name).write_text("x")
    (tmp_path / "work").mkdir()
    (tmp_path / "work" / "c.txt").write_text("页")
    assert names(tmp_path) == ["a.txt", "b.txt", "c.txt"]
