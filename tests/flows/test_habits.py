"""A run that brings less than its paper usually has is published, and says so."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner

from flows.cli.app import app
from warehouse.query import ask

pytestmark = pytest.mark.usefixtures("harness")
FIRST_MONDAY = date(2025, 3, 3)


def _issue(folder: Path, day: date, pages: int) -> None:
    folder.mkdir(exist_ok=True)
    for number in range(1, pages + 1):
        text = f"江湾日报讯（记者/李小田）{day.month}月{day.day}日，江湾新区第{number}个项目开工，总投资{number}亿元。"
        (folder / f"江湾日报_{day:%Y%m%d}_{number:02}.txt").write_text(text, encoding="utf-8")


def test_a_thin_issue_is_told_and_published(tmp_path: Path) -> None:
    pages, data = tmp_path / "pages", tmp_path / "data"

    def read() -> str:
        result = CliRunner().invoke(app, ["run", str(pages), "--data-dir", str(data)])
        assert result.exit_code == 0, result.output
        return result.stderr

    for week in range(5):
        _issue(pages, FIRST_MONDAY + timedelta(weeks=week), 4)
    assert "worth a look" not in read()
    _issue(pages, FIRST_MONDAY + timedelta(weeks=5), 1)
    told = read()
    assert "worth a look: fewer than half the pages that the paper has on this weekday" in told
    assert "江湾日报 2025-04-07: share_of_weekday 0.25" in told
    sql = "SELECT table_name, severity, success FROM quality WHERE expectation = 'pages_of_a_weekday' ORDER BY success"
    assert ask(data / "banmian.duckdb", sql).rows() == [("page", "warning", False), ("page", "warning", True)]
    assert ask(data / "banmian.duckdb", "SELECT count(*) FROM page").item() == 21
