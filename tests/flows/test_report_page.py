"""The report of a run as a page: what it says, that it is safe to open, and that it names no source."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from expectations.check import QualityRow
from flows.finding import Refusal
from flows.report import RunReport
from flows.report_page import drop_old_reports, failed_checks, write_report


@pytest.fixture
def held(tmp_path: Path) -> RunReport:
    refused = (Refusal("file:///inbox/secret.txt", "decode", "empty", "nothing in it"),)
    checks = (
        QualityRow("page", "most_pages_have_a_date", "warning", False, "0.1", 9, 10, "table", "most pages no issue"),
        QualityRow("page", "few_rows_unfit", "critical", False, "0.5", 60, 120, "table", "60 of 120 rows are unfit"),
        QualityRow("article", "has_words", "warning", False, "{'body': 'secret words'}", 2, 120),
        QualityRow("metric", "complete", "critical", True, None, 0, 10),
    )
    return RunReport(
        run_id="r1",
        state="held",
        warehouse=tmp_path / "banmian.duckdb",
        pages_seen=121,
        pages_new=120,
        pages_changed=0,
        pages_reread=0,
        pages_unchanged=0,
        pages_left_out=0,
        gone=(),
        pages_replaced=0,
        articles=0,
        metrics=0,
        rows_rejected=60,
        refused=refused,
        told_again=(),
        reasons=("page: 60 of 120 rows are unfit (few_rows_unfit: <0.5>)",),
        doubts=(),
        notes=(),
        checks=checks,
        seconds=3.2,
    )


def test_a_held_run_says_why_and_what_to_do(held: RunReport) -> None:
    write_report(held)
    page = held.written.read_text(encoding="utf-8")
    for words in (
        "<h1>held, page: 60 of 120 rows are unfit",
        f"banmian release r1 --data-dir {held.warehouse.parent}",
        "3 of 4 checks failed",
        "most pages no issue",
    ):
        assert words in page
    assert "(few_rows_unfit: &lt;0.5&gt;)" in page
    assert "secret" not in page
    assert held.headline().startswith("held, page: 60 of 120 rows")


def test_what_holds_the_run_is_told_first(held: RunReport) -> None:
    assert [row["and then"] for row in failed_checks(held.checks)] == ["holds the run", "warning", "warning"]
    assert failed_checks(held.checks)[0]["when it fails"] == "60 of 120 rows are unfit"


def test_a_good_run_is_told_in_a_line(held: RunReport) -> None:
    good = replace(held, state="completed", reasons=(), checks=held.checks[3:], articles=300, rows_rejected=0)
    assert good.headline() == "120 pages, 300 articles, 1 rejected"
    assert replace(good, pages_new=0, refused=()).headline() == "nothing new"
    write_report(good)
    page = good.written.read_text(encoding="utf-8")
    assert "release" not in page
    assert "checks failed" not in page


def test_old_reports_go(held: RunReport, tmp_path: Path) -> None:
    write_report(held)
    assert drop_old_reports(tmp_path, 1.0) == 0
    os.utime(held.written, (1, 1))
    assert drop_old_reports(tmp_path, 1.0) == 1
    assert not held.written.exists()
