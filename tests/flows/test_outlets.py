"""A user's own outlets, laid over the seeds: what they change, what is read anew, what is refused."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from flows.cli.app import app
from flows.known import from_names
from flows.own_outlets import outlets
from flows.settings import SettingsError
from warehouse.query import ask

HEAD = "code,name,source\n"
NEWS = "全市新增就业3.2万人。"


def run(*words: object) -> Result:
    return CliRunner().invoke(app, ["run", *map(str, words)])


@pytest.mark.usefixtures("harness")
def test_a_code_of_the_users_own_names_the_paper_of_pages_read_before_too(tmp_path: Path) -> None:
    pages, data = tmp_path / "pages", tmp_path / "data"
    pages.mkdir()
    (pages / "qqzk_20250303_01.txt").write_text(f"本报讯 {NEWS}", encoding="utf-8")
    (pages / "plain.txt").write_text(f"本报讯 昨日{NEWS}", encoding="utf-8")
    with zipfile.ZipFile(pages / "more.zip", "w") as archive:
        archive.writestr("qqzk_20250304_01.txt", f"本报讯 今年{NEWS}")
    papers = "SELECT outlet FROM page ORDER BY issue_date"
    assert run(pages, "--data-dir", data).exit_code == 0
    assert ask(data / "banmian.duckdb", papers).to_series().to_list() == [None] * 3
    (data / "outlets.csv").write_text(f"{HEAD}QQZK,溪桥周刊,its own names\n", encoding="utf-8")
    assert run(pages, "--data-dir", data).exit_code == 0
    assert ask(data / "banmian.duckdb", papers).to_series().to_list() == ["溪桥周刊", "溪桥周刊", None]
    counts = "SELECT pages_new, pages_unchanged FROM run ORDER BY rowid DESC LIMIT 1"
    assert ask(data / "banmian.duckdb", counts).rows() == [(2, 1)], "a page that it does not concern is not read again"
    assert "nothing new" in run(pages, "--data-dir", data).stdout
    (data / "outlets.csv").write_text(f"{HEAD}qqzk,溪桥周刊\n", encoding="utf-8")
    refused = run(pages, "--data-dir", data)
    assert refused.exit_code == 1
    assert "outlets.csv:2: give a source" in refused.stderr


def test_own_outlets_win_over_the_seeds_and_leave_the_others(tmp_path: Path) -> None:
    (tmp_path / "outlets.csv").write_text(f"\ufeff{HEAD}rmrb,溪桥早报,test\n\n溪桥,溪桥简报,test\n", encoding="utf-8")
    own = outlets(tmp_path)
    assert from_names(("rmrb_20250303_01.txt",), own).outlet == "溪桥早报"
    assert from_names(("溪桥", "20250303.txt"), own).outlet == "溪桥简报"
    assert from_names(("gmrb_20250303_01.txt",), own).outlet == "光明日报"
    assert from_names(("rmrb_20250303_01.txt",)).outlet == "人民日报"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"code,name\nab,x\n", r"outlets\.csv lacks source; it needs code,name,source"),
        (b"\xff\xfe\x00", r"outlets\.csv cannot be read: .*UTF-8"),
        (b"code,name,source\n,x,y\n", r"outlets\.csv:2: give a code"),
        (b"code,name,source\nab,x,y\nab,z,y\n", r"outlets\.csv:3: 'ab' stands for x in a line before; remove one"),
    ],
)
def test_a_wrong_one_is_refused_by_its_line(tmp_path: Path, content: bytes, said: str) -> None:
    (tmp_path / "outlets.csv").write_bytes(content)
    with pytest.raises(SettingsError, match=said):
        outlets(tmp_path)
