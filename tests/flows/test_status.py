"""`banmian status` and `banmian rollback`, without a run of Prefect: the warehouse is loaded by hand."""

from __future__ import annotations

import http.server
import json
import re
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

import pytest
from click.testing import Result
from command import banmian
from made_pages import TEXT, as_shards, page_frames, reject_frame, run_info

from expectations.check import QualityRow
from flows.lock import run_lock
from flows.server import next_scheduled
from flows.status import scheduled_paths
from warehouse.query import ask
from warehouse.store import open_store

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def _no_server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PREFECT_API_URL", raising=False)
    monkeypatch.setenv("PREFECT_HOME", str(tmp_path / "prefect"))
    monkeypatch.setattr("flows.cli.status.DEFAULT_SERVER", "http://127.0.0.1:1/api")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Two days published, a file of the inbox rejected, and a run held."""
    folder, inbox = tmp_path / "data", (tmp_path / "inbox").resolve()
    inbox.mkdir()
    for name in ("p1.txt", "p2.txt", "bad.txt", "new.txt"):
        (inbox / name).touch()
    with open_store(folder) as store:
        for number in (1, 2):
            page = page_frames(f"p{number}", (inbox / f"p{number}.txt").as_uri(), text=TEXT + str(number))
            rejects = reject_frame((inbox / "bad.txt").as_uri()) if number == 2 else None
            store.load(as_shards(page), run_info(f"day-{number}", hour=number), rejects=rejects)
            store.publish()
    return folder


def test_a_folder_on_one_screen(tmp_path: Path, data: Path) -> None:
    result = banmian("status", tmp_path / "inbox", "--data-dir", data)
    assert result.exit_code == 0, result.output
    said = " ".join(result.stdout.split())
    for words in ("2 pages, 2 articles", "completed", "day-2", "1 earlier: day-1", "rejects 1 (not_text 1)"):
        assert words in said
    assert f"1 files not yet read in {tmp_path / 'inbox'}: new.txt" in said.replace(" /", " /")
    assert "no Prefect server is set" in said
    assert "free" in said


def test_a_run_at_work_and_one_that_was_killed_are_told_apart(data: Path) -> None:
    words = "import sys; from pathlib import Path; from flows.lock import run_lock\n"
    words += "with run_lock(Path(sys.argv[1]), 0, 'a-run'):\n    print('holding', flush=True)\n    sys.stdin.read()"
    command = [sys.executable, "-c", words, str(data)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stdout.readline() == "holding\n"
        assert re.search(r"running .*a-run", banmian("status", "--data-dir", data).stdout)
        process.kill()
    for command_between in ("status", "doctor", "status"):
        said = banmian(command_between, "--data-dir", data).stdout
    assert re.search(r"crashed .*a-run", said)
    with run_lock(data, 0, "the-next"):
        pass
    assert "a-run" not in banmian("status", "--data-dir", data).stdout


def test_nothing_yet_is_said(tmp_path: Path) -> None:
    result = banmian("status", "--data-dir", tmp_path / "none")
    assert result.exit_code == 0
    assert "nothing yet" in result.stdout


def test_a_published_file_that_cannot_be_asked_ends_with_1(data: Path) -> None:
    (data / "banmian.duckdb").write_bytes(b"x" * 9999)
    result = banmian("status", "--data-dir", data)
    assert result.exit_code == 1
    assert "banmian doctor" in result.stderr


def test_the_inbox_is_that_of_the_daily_deployment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "inbox").mkdir()
    assert scheduled_paths(ROOT / "prefect.yaml") == [Path("inbox")]
    assert scheduled_paths(tmp_path / "prefect.yaml") == []
    (tmp_path / "prefect.yaml").write_text("deployments: [1, 2]")
    assert scheduled_paths(tmp_path / "prefect.yaml") == []


@contextmanager
def server(answer: object, seconds: float = 0.0) -> Iterator[str]:
    """A server that gives one answer to every question."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            time.sleep(seconds)
            self.send_response(200)
            self.end_headers()
            self.wfile.write(json.dumps(answer).encode())

        def log_message(self, *_given: object) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as httpd:
        threading.Thread(target=httpd.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{httpd.server_address[1]}/api"
        httpd.shutdown()


def test_the_next_run_is_asked_of_a_server(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    due = [("inbox", "2026-03-01T22:20:00Z"), ("daily", "2026-03-01T22:30:00Z"), ("inbox", "2026-03-01T22:40:00Z")]
    with server(
        [{"tags": ["auto-scheduled", "banmian", name], "expected_start_time": when} for name, when in due]
    ) as url:
        monkeypatch.setenv("PREFECT_API_URL", url)
        said = banmian("status", "--data-dir", data).stdout
        assert re.search(r"next run +inbox 2026-03-0\d [\d:]+, daily 2026-03-0", said)
        assert [when.minute for when in next_scheduled(url).values()] == [20, 30]
    with server([]) as url:
        assert next_scheduled(url) == {}


def test_a_held_run_is_shown_though_readers_do_not_know_of_it(
    tmp_path: Path, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    run_id = "88f1d928-3b3c-4363-8bdf-4f935b16bd4d"
    failed = QualityRow("page", "few_rows_unfit", "critical", False, "0.5", 60, 120, "table", "60 of 120 are unfit")
    run = asdict(run_info(run_id, hour=5)) | {"pages_new": 120}
    manifest = data / "held" / run_id / "shard.json"
    manifest.parent.mkdir(parents=True)
    told = {"run": run, "files": {}, "tables": {}, "results": [asdict(failed)]}
    manifest.write_text(json.dumps(told, default=str))
    said = banmian("status", "--data-dir", data).stdout
    assert max(map(len, said.splitlines())) <= 80 or str(data) in max(said.splitlines(), key=len)
    assert "page: 60 of 120 are unfit (few_rows_unfit)" in " ".join(said.split())
    assert "`banmian release 88f1d928`" in " ".join(said.split())
    assert run_id not in said
    manifest.write_text("{}")
    assert "few_rows_unfit" not in banmian("status", "--data-dir", data).stdout


@pytest.mark.parametrize("answer", [{"detail": "no"}, ["what"], [{}], 7])
def test_a_server_that_answers_nonsense_does_no_harm(
    data: Path, answer: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    with server(answer) as url:
        monkeypatch.setenv("PREFECT_API_URL", url)
        result = banmian("status", "--data-dir", data)
    assert result.exit_code == 0, result.output
    assert "does not answer" in result.stdout


def test_a_server_that_hangs_is_left_after_seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("flows.server.PATIENCE", 0.3)
    with server([], seconds=2) as url:
        start = time.monotonic()
        with pytest.raises(OSError, match=r"time|answer"):
            next_scheduled(url)
        assert time.monotonic() - start < 1.5


def test_rollback_publishes_the_day_before(data: Path) -> None:
    result = banmian("rollback", "--data-dir", data)
    assert result.exit_code == 0, result.output
    assert "published: run day-1" in result.stdout
    assert ask(data / "banmian.duckdb", "SELECT count(*) FROM page").item() == 1
    assert banmian("rollback", "day-2", "--data-dir", data).exit_code == 0
    assert ask(data / "banmian.duckdb", "SELECT count(*) FROM page").item() == 2


def test_rollback_that_cannot_be_is_told(tmp_path: Path, data: Path) -> None:
    calls: list[tuple[Callable[[], Result], str]] = [
        (lambda: banmian("rollback", "day-9", "--data-dir", data), "kept are: day-1"),
        (lambda: banmian("rollback", "--data-dir", tmp_path / "none"), "no warehouse"),
    ]
    for call, said in calls:
        result = call()
        assert result.exit_code == 1
        assert said in result.stderr
    with run_lock(data, 0):
        assert "another run" in banmian("rollback", "--data-dir", data).stderr
