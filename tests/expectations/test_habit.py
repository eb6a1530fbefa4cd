"""A run against the habits of its papers: what is out of habit is told, what has none yet is let be."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import polars as pl
import pytest

from expectations.check import QualityRow
from expectations.habit import accounted_for, judge
from expectations.run import hold_reasons

TODAY = date(2026, 3, 16)
SCHEMA = {
    "outlet": pl.String, "issue_date": pl.Date, "pages": pl.Int64, "characters": pl.Int64, "articles": pl.Int64,
    "unmatched": pl.Int64, "metrics": pl.Int64, "unknown": pl.Int64, "first_seen": pl.Date,
}  # fmt: skip
Day = dict[str, object]


def day(issued: date, outlet: str | None = "江湾日报", late: int = 0, **more: int) -> Day:
    """A day of an invented paper: 16 pages, 8 on a weekend, 100 quantities in 5,000 characters a page."""
    pages = more.pop("pages", 8 if issued.weekday() > 4 else 16)
    usual = {"characters": pages * 5000, "articles": pages * 5, "unmatched": 0, "metrics": pages * 30, "unknown": 0}
    seen = issued + timedelta(days=late)
    return {"outlet": outlet, "issue_date": issued, "pages": pages, "first_seen": seen, **usual, **more}


def days(count: int, last: date = TODAY - timedelta(days=1), **more: int) -> list[Day]:
    return [day(last - timedelta(days=back), **more) for back in range(count)]


def failed(arrived: list[Day], history: list[Day], today: date = TODAY) -> dict[str, QualityRow]:
    rows = judge(pl.DataFrame(arrived, SCHEMA), pl.DataFrame(history, SCHEMA), today)
    return {row.expectation: row for row in rows if not row.success}


@pytest.mark.parametrize(
    ("arrived", "history"),
    [
        ([], []),
        ([day(TODAY, pages=1)], []),
        (days(90), []),
        ([], days(60)),
        ([day(TODAY)], days(60)),
        ([day(TODAY, pages=1)], days(20)),
        ([day(TODAY, pages=1, unmatched=5, metrics=0)], days(9)),
        ([day(TODAY, outlet=None)], [day(TODAY - timedelta(days=n), outlet=None) for n in range(1, 60)]),
        ([day(TODAY - timedelta(days=30), pages=1)], days(60)),
        ([day(TODAY, outlet="溪口晚报", pages=1, metrics=0)], days(60)),
    ],
    ids=[
        "nothing", "a first page", "a first load", "nothing new today", "a day like any other", "few weeks",
        "few days", "no outlet is known", "a late page of an old day", "another paper",
    ],
)  # fmt: skip
def test_what_is_as_ever_or_has_no_habit_yet_passes(arrived: list[Day], history: list[Day]) -> None:
    assert failed(arrived, history) == {}


def test_fewer_pages_than_the_weekday_has_are_told() -> None:
    told = failed([day(TODAY, pages=7)], days(60))
    assert list(told) == ["pages_of_a_weekday"]
    row = told["pages_of_a_weekday"]
    assert (row.severity, row.observed) == ("warning", "江湾日报 2026-03-16: share_of_weekday 0.438")
    assert hold_reasons(told.values()) == ()
    sunday = TODAY - timedelta(days=1)
    assert failed([day(sunday, pages=7)], days(60, sunday - timedelta(days=1))) == {}
    more_of_the_day = [day(TODAY, pages=9), *days(60)]
    assert failed([day(TODAY, pages=7)], more_of_the_day) == {}


def test_a_paper_that_is_silent_is_told_where_it_comes_in_as_it_is_issued() -> None:
    other = [day(TODAY, outlet="溪口晚报")]
    silent = days(30, TODAY - timedelta(days=4))
    told = failed(other, silent)
    assert [row.observed for row in told.values()] == ["江湾日报: days_over_gap 3"]
    assert list(failed([], silent)) == ["outlet_not_silent"]
    archive = days(30, TODAY - timedelta(days=4), late=2000)
    assert failed(other, archive) == {}
    weekly = [day(TODAY - timedelta(days=6 + 7 * week)) for week in range(12)]
    assert failed([], weekly) == {}


@pytest.mark.parametrize(
    ("arrived", "warned", "held"),
    [
        ({"unmatched": 10}, "headlines_matched", False),
        ({"unmatched": 60}, "headlines_matched_at_all", True),
        ({"metrics": 120}, "metrics_by_text", False),
        ({"metrics": 0}, "metrics_at_all", True),
        ({"metrics": 4000}, "metrics_by_text", False),
        ({"unknown": 100}, "units_known", False),
    ],
)
def test_drift_is_told_and_a_collapse_holds(arrived: dict[str, int], warned: str, held: bool) -> None:
    told = failed([day(TODAY, **arrived)], days(60))
    assert warned in told
    reasons = hold_reasons(told.values())
    assert bool(reasons) is held
    if held:
        assert reasons[0].startswith(f"{told[warned].table_name}: {told[warned].reason} ({warned}: 江湾日报: ")


def test_every_page_that_was_handed_out_is_accounted_for() -> None:
    assert accounted_for(0, 0, 0, 0).success
    assert accounted_for(10, 7, 2, 1).success
    lost = accounted_for(10, 7, 2, 0)
    assert (lost.success, lost.observed, lost.unexpected_count) == (False, "10 handed, 9 told of", 1)
    assert hold_reasons([lost]) == (
        "run: pages that were handed to the readers are neither read, refused nor left out"
        " (pages_accounted_for: 10 handed, 9 told of)",
    )


def test_a_day_without_news_needs_no_great_expectations() -> None:
    code = """
import sys, polars as pl
from datetime import date
from expectations.habit import accounted_for, judge
days = pl.DataFrame({"outlet": [], "issue_date": [], "pages": [], "characters": [], "articles": [], "unmatched": [],
    "metrics": [], "unknown": [], "first_seen": []}, {"outlet": pl.String, "issue_date": pl.Date, "pages": pl.Int64,
    "characters": pl.Int64, "articles": pl.Int64, "unmatched": pl.Int64, "metrics": pl.Int64, "unknown": pl.Int64,
    "first_seen": pl.Date})
assert all(row.success for row in [accounted_for(0, 0, 0, 0), *judge(days, days, date(2026, 3, 16))])
sys.exit("great_expectations" in sys.modules)
"""
    root = Path(__file__).resolve().parents[2]
    assert subprocess.run([sys.executable, "-c", code], cwd=root, check=False).returncode == 0
