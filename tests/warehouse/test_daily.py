"""Figures of a paper's days, of what is to be loaded and of what is there beside it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import polars as pl
from made_pages import TEXT, as_shards, both, page_frames, run_info

from warehouse.daily import DAYS
from warehouse.store import open_store

FIGURES = ["pages", "articles", "unmatched", "metrics", "unknown"]


def _of_day(name: str, day: date, uri: str | None = None) -> dict[str, pl.DataFrame]:
    frames = page_frames(name, uri=uri or f"file:///{name}.txt", text=f"{TEXT}{name}")
    return frames | {"page": frames["page"].with_columns(issue_date=pl.lit(day))}


def test_days_are_counted_on_either_side(tmp_path: Path) -> None:
    monday, tuesday = date(2026, 1, 5), date(2026, 1, 6)
    before = both(_of_day("a", monday), _of_day("b", monday), _of_day("c", tuesday))
    with open_store(tmp_path) as store:
        arrived, history = store.daily(as_shards(before), ["CNY"])
        assert history.is_empty()
        assert arrived.select("issue_date", *FIGURES).rows() == [(monday, 2, 2, 0, 2, 0), (tuesday, 1, 1, 0, 1, 0)]
        store.load(as_shards(before), run_info())
        fresh = _of_day("d", tuesday)
        fresh["article"] = fresh["article"].with_columns(headline=pl.lit(None, pl.String))
        arrived, history = store.daily(as_shards(fresh), [])
        assert arrived.select("issue_date", *FIGURES).rows() == [(tuesday, 1, 1, 1, 1, 1)]
        assert history["pages"].to_list() == [2, 1]
        assert history["first_seen"].to_list() == [date(2026, 1, 5)] * 2
        assert history["characters"].sum() == sum(before["page"]["n_chars"])


def test_what_is_read_again_or_changed_counts_once(tmp_path: Path) -> None:
    day = date(2026, 1, 5)
    with open_store(tmp_path) as store:
        store.load(as_shards(both(_of_day("a", day), _of_day("b", day), _of_day("c", day))), run_info())
        again = both(_of_day("a", day), _of_day("new", day, uri="file:///b.txt"))
        arrived, history = store.daily(as_shards(again), ["CNY"])
    assert (arrived["pages"].to_list(), history["pages"].to_list()) == ([2], [1])


def test_habits_are_of_the_last_months_and_pages_without_a_day_have_none(tmp_path: Path) -> None:
    day = date(2026, 1, 5)
    old = _of_day("old", date.fromordinal(day.toordinal() - DAYS - 1))
    undated = _of_day("undated", day)
    undated["page"] = undated["page"].with_columns(issue_date=pl.lit(None, pl.Date))
    with open_store(tmp_path) as store:
        store.load(as_shards(both(old, _of_day("a", day), undated)), run_info())
        arrived, history = store.daily({}, ["CNY"])
    assert arrived.is_empty()
    assert history["issue_date"].to_list() == [day]
