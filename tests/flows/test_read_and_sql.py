"""`banmian read` and `banmian sql`: what scripts rest on."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from subprocess import CompletedProcess

import polars as pl
import pytest
from click.testing import Result
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from flows.cli.app import app
from flows.cli.sql import fit
from flows.containers.blob import RawPage
from flows.sorting import NewPage
from flows.stage import ShardJob
from flows.worker import Manner, read_shard
from transforms.forms.line import Known
from warehouse.schema import READING_TABLES
from warehouse.store import RunInfo, open_store

PAGE = "江湾日报讯（记者 李小田）3月2日，全市一季度新增就业3.2万人，同比增长9.1%。\n"


def call(*words: object, stdin: str | bytes = "") -> Result:
    return CliRunner().invoke(app, list(map(str, words)), input=stdin)


@pytest.fixture(scope="module")
def data_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A published warehouse of two pages."""
    folder = tmp_path_factory.mktemp("data")
    pages = tuple(NewPage(f"p{i}", f"{i}" * 8, RawPage(f"file:///p{i}", (PAGE * i).encode(), Known())) for i in (1, 2))
    shard = read_shard(ShardJob(folder / "shard", pages), Manner("rjieba", 60.0))
    now = datetime(2025, 3, 3, tzinfo=UTC)
    with open_store(folder) as store:
        run = RunInfo("run-1", now, now, "completed", "1", 2, 2, 0, 0)
        store.load({table: [shard.parquet(table)] for table in READING_TABLES}, run)
        store.publish()
    return folder


def test_a_text_becomes_json() -> None:
    result = call("read", "--date", "2025-03-03", stdin=PAGE)
    assert result.exit_code == 0, result.stderr
    read = json.loads(result.stdout)
    assert read["page"]["issue_date"] == "2025-03-03"
    assert [a["reporters"] for a in read["articles"]] == [["李小田"]]
    assert {m["unit"] for m in read["metrics"]} == {"人", "%"}


def test_a_text_that_cannot_be_read_is_told() -> None:
    result = call("read", stdin=b"\xff\xd8\xff\xe0 picture")
    assert result.exit_code == 1
    assert "image" in result.stderr
    assert result.stdout == ""


def test_lines_become_lines_in_order() -> None:
    rows = [{"id": i, "text": f"昨天新增就业{i}人。", "reference_date": "2025-03-03T08:00:00"} for i in range(1, 260)]
    result = call("read", "--jsonl", stdin="\n".join(map(json.dumps, rows)))
    assert result.exit_code == 0, result.stderr
    read = [json.loads(line) for line in result.stdout.splitlines()]
    assert [line["id"] for line in read] == [row["id"] for row in rows]
    assert {"metrics", "numerals", "periods", "names", "quotes"} <= read[0].keys()
    assert read[1]["metrics"][0]["low"] == 2
    assert read[1]["periods"][0]["start_date"] == "2025-03-02"


def test_a_line_that_is_none_is_told_and_the_others_are_read() -> None:
    result = call("read", "--jsonl", stdin='{"id": 1, "text": "三人"}\nnothing\n{"id": 2}\n\n{"id": 3, "text": ""}\n')
    assert result.exit_code == 1
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == [1, 3]
    assert "line 2" in result.stderr
    assert "line 3" in result.stderr


def test_an_answer_as_csv_json_and_parquet(data_dir: Path) -> None:
    query = "SELECT page_id, reporters, issue_date FROM article ORDER BY article_id LIMIT 1"
    csv = call("sql", query, "--data-dir", data_dir, "--format", "csv")
    assert csv.stdout.splitlines()[0] == "page_id,reporters,issue_date"
    assert '["李小田"]' in csv.stdout.replace('""', '"')
    found = json.loads(call("sql", query, "--data-dir", data_dir, "--format", "json").stdout)
    assert found[0]["reporters"] == ["李小田"]
    parquet = call("sql", query, "--data-dir", data_dir, "--format", "parquet")
    assert pl.read_parquet(io.BytesIO(parquet.stdout_bytes))["reporters"].to_list() == [["李小田"]]


def test_a_list_is_shown_as_its_words(data_dir: Path) -> None:
    query = "SELECT reporters, [1, NULL] AS ns, [DATE '2025-03-04'] AS days FROM article ORDER BY article_id LIMIT 1"
    shown = call("sql", query, "--data-dir", data_dir).stdout.splitlines()
    assert shown[1].split() == ["李小田", "1、", "2025-03-04"]


@pytest.mark.parametrize("output", ["csv", "json", "table"])
def test_an_answer_without_rows_is_an_answer(data_dir: Path, output: str) -> None:
    result = call("sql", "SELECT raw FROM metric WHERE false", "--data-dir", data_dir, "--format", output)
    assert result.exit_code == 0, result.stderr
    assert result.stdout.strip() in ("raw", "[]")


def test_a_table_fits_the_terminal_and_says_what_it_left_out(
    data_dir: Path, cli: Callable[..., CompletedProcess[str]]
) -> None:
    result = cli("sql", "SELECT * FROM metric", "--data-dir", data_dir, COLUMNS="80")
    assert result.returncode == 0, result.stderr
    assert max(len(line) for line in result.stdout.splitlines()) <= 80
    assert "more columns" in result.stderr


@pytest.mark.parametrize(
    ("query", "code"),
    [("SELEC 1", 2), ("SELECT nothing FROM page", 2), ("DELETE FROM page", 2), ("COPY page TO 'x.csv'", 2), ("", 2)],
)
def test_a_query_that_may_not_run_is_told(data_dir: Path, query: str, code: int) -> None:
    result = call("sql", query, "--data-dir", data_dir)
    assert result.exit_code == code
    assert result.stderr.startswith("banmian:")
    assert result.stdout == ""


def test_nothing_published_yet_is_told(tmp_path: Path) -> None:
    result = call("sql", "SELECT 1", "--data-dir", tmp_path)
    assert result.exit_code == 1
    assert "no warehouse" in result.stderr


def test_settings_are_shown_and_wrong_ones_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "BANMIAN_MAX_PAGE_BYTES" in call("config").stdout
    monkeypatch.setenv("BANMIAN_WORKERS", "many")
    result = call("config")
    assert result.exit_code == 2
    assert "BANMIAN_WORKERS" in result.stderr


def test_commands_that_need_no_prefect_do_not_import_it() -> None:
    """Prefect and Great Expectations take seconds to import."""
    code = (
        "import sys\nfrom typer.testing import CliRunner\nfrom flows.cli.app import app\n"
        "CliRunner().invoke(app, ['--help']); CliRunner().invoke(app, ['sql', 'SELECT 1'])\n"
        "CliRunner().invoke(app, ['read'], input='三人')\n"
        "print({'prefect', 'great_expectations', 'pandas'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.strip() == "set()"


@given(st.lists(st.integers(0, 400), min_size=1, max_size=40), st.integers(20, 300))
def test_columns_fit_and_none_is_cut_without_need(natural: list[int], room: int) -> None:
    widths = fit(natural, room)
    assert 1 <= len(widths) <= len(natural)
    assert sum(widths) + 2 * len(widths) <= room or len(widths) == 1
    assert all(width <= want for width, want in zip(widths, natural, strict=False))
    if sum(natural) + 2 * len(natural) <= room:
        assert widths == natural
