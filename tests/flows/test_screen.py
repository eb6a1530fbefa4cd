"""The command line at its edges: odd locales, full disks, readers that leave, Ctrl-C; never a traceback."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from made_pages import TEXT, as_shards, page_frames, run_info

from warehouse.query import ask
from warehouse.store import open_store

Call = Callable[..., "subprocess.CompletedProcess[bytes]"]
ASCII_ONLY = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
HEADLINES = "SELECT headline FROM article ORDER BY 1"


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A published warehouse of one page."""
    folder = tmp_path_factory.mktemp("data")
    with open_store(folder) as store:
        store.load(as_shards(page_frames("p1", text=TEXT)), run_info("day-1"))
        store.publish()
    return folder


@pytest.fixture
def shell(environment: dict[str, str], tmp_path: Path) -> Call:
    """`shell("banmian sql … | head")`: the line as bash runs it, `banmian` being ours; no line may show a traceback."""
    (tmp_path / "banmian").write_text(
        f'#!/bin/sh\nexec {sys.executable} -c "from flows.cli import main; main()" "$@"\n'
    )
    (tmp_path / "banmian").chmod(0o755)

    def call(line: str, **more: str) -> subprocess.CompletedProcess[bytes]:
        given = environment | {"PATH": f"{tmp_path}:{os.environ['PATH']}"} | more
        words = ["bash", "-o", "pipefail", "-c", line]
        done = subprocess.run(words, capture_output=True, env=given, cwd=tmp_path, timeout=120, check=False)
        assert b"Traceback" not in done.stderr, done.stderr.decode()
        return done

    return call


@pytest.mark.parametrize("form", ["table", "csv", "json"])
def test_chinese_comes_out_whatever_the_locale(data: Path, shell: Call, form: str) -> None:
    wanted = shell(f'banmian sql "{HEADLINES}" --data-dir {data} --format {form}').stdout.decode()
    assert "城东村增收" in wanted
    told = shell(f'banmian sql "{HEADLINES}" --data-dir {data} --format {form}', **ASCII_ONLY)
    assert (told.returncode, told.stdout.decode()) == (0, wanted)


def test_chinese_goes_in_whatever_the_locale(data: Path, shell: Call) -> None:
    line = f"banmian sql \"FROM article SELECT headline LIKE '%增收%' AS n\" --data-dir {data} --format csv"
    assert shell(line, **ASCII_ONLY).stdout.split() == [b"n", b"true"]
    assert b"\xe5\x9f\x8e" in shell("echo 城东村增收三百万元 | banmian read", **ASCII_ONLY).stdout


def test_a_sign_that_the_terminal_lacks_is_escaped(data: Path, shell: Call) -> None:
    told = shell(f"banmian sql \"SELECT '城€' AS x\" --data-dir {data}", PYTHONIOENCODING="gb2312")
    assert told.returncode == 0
    assert "城".encode("gb2312") + rb"\u20ac" in told.stdout


@pytest.mark.parametrize("words", ["sql 'FROM range(50000)'", "doctor", "--help"])
def test_a_reader_that_has_seen_enough_is_no_trouble(data: Path, shell: Call, words: str) -> None:
    done = shell(f"banmian {words} | true", BANMIAN_DATA_DIR=str(data))
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no /dev/full")
@pytest.mark.parametrize("words", [f"sql '{HEADLINES}'", f"sql '{HEADLINES}' --format json", "config"])
def test_an_output_that_is_full_is_told(data: Path, shell: Call, words: str) -> None:
    done = shell(f"banmian {words} > /dev/full", BANMIAN_DATA_DIR=str(data))
    assert done.returncode == 1
    assert done.stderr == b"banmian: standard output: No space left on device\n"


def test_streams_that_are_closed_are_no_trouble(data: Path, shell: Call) -> None:
    assert shell(f"banmian sql '{HEADLINES}' --data-dir {data} >&-").returncode == 0
    assert shell(f"banmian sql '{HEADLINES}' --data-dir {data} 2>&-").returncode == 0
    assert shell("banmian read <&-").returncode == 1


@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        ('banmian sql "SELECT 1" --data-dir ""', 2, "it is empty"),
        ('banmian run ""', 2, "it is empty"),
        ('banmian forget "" --data-dir $DATA', 2, "SOURCE is empty"),
        ('banmian release " " --data-dir $DATA', 2, "RUN is empty"),
        ('banmian rollback "" --data-dir $DATA', 2, "RUN is empty"),
        ("banmian run $(printf a%.0s {1..5000})", 1, "File name too long"),
        ("banmian status --data-dir $(printf a%.0s {1..5000})", 1, "File name too long"),
        ('banmian sql "SELECT 1" --data-dir /dev/null', 2, "a file stands there; a folder is needed"),
        ('mkdir -p d/banmian.duckdb; banmian sql "SELECT 1" --data-dir d', 1, "is a folder"),
        ('mkdir c; echo x > c/banmian.duckdb; banmian sql "SELECT 1" --data-dir c', 1, "`banmian doctor` says"),
    ],
)
def test_odd_words_are_told(data: Path, shell: Call, line: str, code: int, said: str) -> None:
    done = shell(line, DATA=str(data))
    assert done.returncode == code
    assert said in done.stderr.decode()
    assert ask(data / "banmian.duckdb", HEADLINES).rows() == [("城东村增收",)]


def test_flipped_bytes_under_a_query_are_told_with_what_to_do(data: Path, shell: Call, tmp_path: Path) -> None:
    content = bytearray((data / "banmian.duckdb").read_bytes())
    for at in range(3 * 4096 + 100, len(content), 3000):
        content[at] ^= 255
    (tmp_path / "spoilt").mkdir()
    (tmp_path / "spoilt" / "banmian.duckdb").write_bytes(content)
    done = shell("banmian sql 'SELECT * FROM page' --data-dir spoilt")
    assert done.returncode == 1
    assert "`banmian doctor` says what to do" in done.stderr.decode()


@pytest.mark.parametrize(("words", "columns"), [("status", 60), ("status", 80), ("sql 'SELECT * FROM metric'", 60)])
def test_tables_stay_within_the_terminal(data: Path, shell: Call, words: str, columns: int) -> None:
    folder = f"--data-dir {os.path.relpath(data, Path.cwd())}"
    done = shell(f"cd {Path.cwd()}; banmian {words} {folder}", COLUMNS=str(columns), NO_COLOR="1")
    assert done.returncode == 0
    assert b"\x1b" not in done.stdout + done.stderr
    too_wide = [line for line in done.stdout.decode().splitlines() if len(line) > columns and "duckdb" not in line]
    assert too_wide == []


def test_ctrl_c_ends_a_query_at_once(data: Path, environment: dict[str, str]) -> None:
    query = "SELECT sum(hash(a.range + b.range)) FROM range(100000) a, range(10000000) b"
    process = subprocess.Popen(
        [sys.executable, "-c", "from flows.cli import main; main()", "sql", query, "--data-dir", str(data)],
        env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    try:
        time.sleep(5)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=30)
    finally:
        process.kill()
    # by the signal itself while DuckDB works, which a shell shows as 130; before that in our own words
    assert (process.returncode, out, err) in [(-signal.SIGINT, b"", b""), (130, b"", b"banmian: stopped\n")]
