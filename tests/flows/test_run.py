"""`banmian run`, as a user sees it: what is loaded, what is said, and what the second run does."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from click.testing import Result
from command import rows
from typer.testing import CliRunner

from flows.cli.app import app
from flows.lock import run_lock
from warehouse.equality import differences
from warehouse.errors import WarehouseBusy
from warehouse.store import Store, open_store

Write = Callable[[Path, int], Path]
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(range(256)) * 20

pytestmark = pytest.mark.usefixtures("harness")


def run(*words: object) -> Result:
    return CliRunner().invoke(app, ["run", *map(str, words)])


def rejected(data_dir: Path) -> dict[str, str]:
    found = rows(data_dir, "SELECT parse_filename(source_uri), reason FROM reject ORDER BY ALL")
    return {str(name): str(reason) for name, reason in found}


def test_a_second_run_loads_nothing_and_says_so(tmp_path: Path, write_pages: Write) -> None:
    pages, data = write_pages(tmp_path / "pages", 3), tmp_path / "data"
    first = run(pages, "--data-dir", data)
    assert first.exit_code == 0, first.output
    assert rows(data, "SELECT count(*), min(edition), max(issue_date)::VARCHAR FROM page") == [(3, "01", "2025-03-04")]
    assert "banmian sql" in first.stdout
    shutil.copy(data / "banmian.duckdb", tmp_path / "before.duckdb")
    second = run(pages, "--data-dir", data)
    assert second.exit_code == 0, second.output
    assert "nothing new" in second.stdout
    assert differences(tmp_path / "before.duckdb", data / "banmian.duckdb") == []
    assert rows(data, "SELECT pages_new, pages_unchanged, state FROM run ORDER BY started_at") == [
        (3, 0, "completed"),
        (0, 3, "completed"),
    ]
    assert list((data / "stage").iterdir()) == []


def test_what_cannot_be_read_is_told_each_time_and_rejected_once(tmp_path: Path, write_pages: Write) -> None:
    pages, data = write_pages(tmp_path / "pages", 2), tmp_path / "data"
    (pages / "empty.txt").touch()
    (pages / "picture.txt").write_bytes(JPEG)
    (pages / "huge.txt").write_bytes(b"a" * 200_000_000)
    (pages / "sub").mkdir()
    (pages / "sub" / "loop").symlink_to("..")
    wanted = {"empty.txt": "empty", "picture.txt": "image", "huge.txt": "page_too_large", "loop": "link_loop"}
    if os.geteuid():
        (pages / "closed.txt").write_text("页")
        (pages / "closed.txt").chmod(0)
        wanted["closed.txt"] = "not_permitted"
    for said in ("rejected", "still rejected"):
        result = run(pages, "--data-dir", data)
        assert result.exit_code == 1
        for name, reason in wanted.items():
            told = [line for line in result.stderr.splitlines() if line.startswith(said) and name in line]
            assert len(told) == 1, result.stderr
            assert reason in told[0]
        assert rejected(data).keys() == wanted.keys()
        assert rows(data, "SELECT count(*) FROM reject") == [(len(wanted),)]
        assert rows(data, "SELECT count(*) FROM page") == [(2,)]


def test_a_source_that_was_mended_is_read_and_its_reject_goes(tmp_path: Path, write_pages: Write) -> None:
    pages, data = write_pages(tmp_path / "pages", 1), tmp_path / "data"
    (pages / "late.txt").touch()
    (pages / "rows.jsonl").write_text('{"text": "第一页。"}\n{"txt": "第二页。"}\n')
    (pages / "loop").symlink_to(".")
    assert run(pages, "--data-dir", data).exit_code == 1
    assert rejected(data) == {"late.txt": "empty", "loop": "link_loop", "rows.jsonl#2": "no_text"}
    (pages / "loop").unlink()
    (pages / "late.txt").write_text("江湾日报讯 全市新增就业3.2万人。")
    (pages / "rows.jsonl").write_text('{"text": "第一页。"}\n')
    mended = run(pages, "--data-dir", data)
    assert mended.exit_code == 0, mended.output
    assert rejected(data) == {}
    assert rows(data, "SELECT count(*) FROM page") == [(3,)]


def test_a_changed_page_takes_the_place_of_its_old_reading(tmp_path: Path, write_pages: Write) -> None:
    pages, data = write_pages(tmp_path / "pages", 2), tmp_path / "data"
    assert run(pages, "--data-dir", data).exit_code == 0
    changed = next(pages.iterdir())
    changed.write_text(changed.read_text() + "全年增长6.5%。\n")
    assert run(pages, "--data-dir", data).exit_code == 0
    assert rows(data, "SELECT count(*) FROM page") == [(2,)]
    assert rows(data, "SELECT count(*) FROM page WHERE contains(text, '全年增长')") == [(1,)]
    assert rows(data, "SELECT count(*) FROM page_history") == [(1,)]


def test_the_same_bytes_in_two_places_are_one_page(tmp_path: Path) -> None:
    pages, data = tmp_path / "pages", tmp_path / "data"
    pages.mkdir()
    for name in ("a.txt", "b.txt"):
        (pages / name).write_text("江湾日报讯 全市新增就业3.2万人。")
    assert run(pages, "--data-dir", data).exit_code == 0
    assert rows(data, "SELECT count(*) FROM page") == [(1,)]


def test_options_hold_for_every_page_and_are_named_as_the_source(tmp_path: Path, write_pages: Write) -> None:
    data = tmp_path / "data"
    options = ("--outlet", "溪口晚报", "--date", "2024-05-06", "--edition", "A07")
    assert run(write_pages(tmp_path / "pages", 1), "--data-dir", data, *options).exit_code == 0
    found = rows(data, "SELECT outlet, issue_date::VARCHAR, edition, issue_date_source FROM page")
    assert found == [("溪口晚报", "2024-05-06", "A07", "option")]


def test_a_held_run_leaves_the_published_file_and_says_why(
    tmp_path: Path, write_pages: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages, data = write_pages(tmp_path / "pages", 1), tmp_path / "data"
    assert run(pages, "--data-dir", data).exit_code == 0
    before = (data / "banmian.duckdb").stat()
    write_pages(pages, 2)
    with monkeypatch.context() as patch:
        patch.setattr("flows.checking.hold_reasons", lambda results: ("page: too few for a Monday",))
        held = run(pages, "--data-dir", data)
    assert held.exit_code == 1
    assert "held by quality" in held.stderr
    assert "too few for a Monday" in held.stderr
    after = (data / "banmian.duckdb").stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)
    assert run(pages, "--data-dir", data).exit_code == 0
    assert rows(data, "SELECT count(*) FROM page") == [(2,)]
    assert rows(data, "SELECT state FROM run ORDER BY started_at") == [("completed",), ("held",), ("completed",)]


def test_a_run_that_died_goes_on_from_its_shards(
    tmp_path: Path, write_pages: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages, data = write_pages(tmp_path / "pages", 2), tmp_path / "data"

    def die(*_given: object) -> None:
        raise RuntimeError("the lights went out")

    with monkeypatch.context() as patch:
        patch.setattr("flows.ingest.load_run", die)
        died = run(pages, "--data-dir", data)
    assert died.exit_code == 1
    assert "the lights went out" in died.stderr
    monkeypatch.setenv("BANMIAN_PAGE_TIMEOUT", "0.000001")  # no page could be read anew
    assert run(pages, "--data-dir", data).exit_code == 0
    assert rows(data, "SELECT count(*) FROM page") == [(2,)]
    assert rows(data, "SELECT state FROM run ORDER BY started_at") == [("failed",), ("completed",)]


def test_a_run_that_was_killed_has_its_row_once_another_has_run(tmp_path: Path, write_pages: Write) -> None:
    pages, data = write_pages(tmp_path / "pages", 1), tmp_path / "data"
    data.mkdir()
    (data / "run.lock").write_text("4711 a-run 2025-03-04T05:06:07+00:00")
    assert run(pages, "--data-dir", data).exit_code == 0
    assert run(pages, "--data-dir", data).exit_code == 0
    told = rows(data, "SELECT state, started_at::VARCHAR, finished_at IS NULL FROM run ORDER BY rowid")
    assert told[0] == ("crashed", "2025-03-04 05:06:07", True)
    assert [state for state, *_ in told] == ["crashed", "completed", "completed"]


def test_one_run_at_a_time_and_readers_never_wait(tmp_path: Path, write_pages: Write) -> None:
    pages, data = write_pages(tmp_path / "pages", 1), tmp_path / "data"
    assert run(pages, "--data-dir", data).exit_code == 0
    with run_lock(data, 0), open_store(data):
        busy = run(pages, "--data-dir", data)
        assert busy.exit_code == 1
        assert f"another run (process {os.getpid()})" in busy.stderr
        assert rows(data, "SELECT count(*) FROM page") == [(1,)]


def test_a_page_may_take_so_long_and_no_longer(
    tmp_path: Path, write_pages: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = tmp_path / "data"
    monkeypatch.setenv("BANMIAN_PAGE_TIMEOUT", "0.000001")
    assert run(write_pages(tmp_path / "pages", 1), "--data-dir", data).exit_code == 1
    assert set(rejected(data).values()) == {"too_slow"}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["nowhere.txt"], "there is no file or folder nowhere.txt"),
        (["--date", "soon"], "--date 'soon' is no day"),
        (["--since", "2025-02-01", "--until", "2025-01-01"], "--since 2025-02-01 is later than until 2025-01-01"),
        (["--segmenter", "scissors"], "scissors"),
        (["--wait", "-1"], "--wait"),
    ],
)
def test_a_wrong_call_is_told_and_ends_with_2(words: list[str], said: str) -> None:
    result = run(*words)
    assert result.exit_code == 2
    assert said in result.stderr
    assert not result.stdout


def test_where_the_sources_disagree_it_is_told(tmp_path: Path) -> None:
    path, data = tmp_path / "rmrb_20250102_03.jsonl", tmp_path / "data"
    path.write_text('{"text": "全市新增就业3.2万人。", "issue_date": "2025-01-04"}\n')
    result = run(path, "--data-dir", data)
    assert result.exit_code == 0, result.output
    assert "issue_date: file name says 2025-01-02, row says 2025-01-04, which is taken" in result.stderr
    assert rows(data, "SELECT issue_date::VARCHAR, issue_date_source FROM page") == [("2025-01-04", "row")]


def test_a_held_run_is_told_from_a_crash_by_the_name_of_its_state(
    tmp_path: Path, write_pages: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    from flows.ingest import ingest

    pages = [str(write_pages(tmp_path / "pages", 1))]

    def end(**more: str) -> tuple[str, str]:
        state = ingest(pages, str(tmp_path / "data"), return_state=True, **more)
        return str(state.type.value), str(state.name)

    with monkeypatch.context() as patch:
        patch.setattr("flows.checking.hold_reasons", lambda results: ("too few",))
        assert end() == ("FAILED", "Held")
    assert end() == ("COMPLETED", "Completed")
    (tmp_path / "pages" / "empty.txt").touch()
    assert end() == ("COMPLETED", "CompletedWithRejects")
    assert end(segmenter="scissors") == ("FAILED", "Failed")


def test_a_writer_that_is_busy_for_a_moment_is_waited_for(
    tmp_path: Path, write_pages: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    from flows import tasks

    asked: list[int] = []

    def busy_once(data_dir: Path, wait: float) -> AbstractContextManager[Store]:
        asked.append(1)
        if len(asked) == 1:
            raise WarehouseBusy("another process is writing")
        return open_store(data_dir, wait)

    monkeypatch.setattr(tasks, "open_store", busy_once)
    monkeypatch.setattr(tasks.load_run, "retry_delay_seconds", 0)
    result = run(write_pages(tmp_path / "pages", 1), "--data-dir", tmp_path / "data")
    assert result.exit_code == 0, result.output
    assert len(asked) == 3
