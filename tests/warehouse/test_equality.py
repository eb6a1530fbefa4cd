"""Equal is what the contract says: runs, their checks and their times do not count; everything else does."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import duckdb
import polars as pl
from made_pages import TEXT, page_frames, reject_frame

from warehouse.equality import differences


def test_times_and_runs_do_not_count(publish: Callable[..., Path]) -> None:
    one = publish(page_frames("a", uri="file:///x"), page_frames("b", uri="file:///x", text=TEXT + "。"), folder="one")
    two = publish(
        page_frames("a", uri="file:///x"), page_frames("b", uri="file:///x", text=TEXT + "。"), folder="two", run_id="r"
    )
    with duckdb.connect(str(two)) as con:
        con.execute("UPDATE page SET first_seen = now()")
        con.execute("UPDATE page_history SET superseded_at = now()")
    assert differences(one, two) == []


def test_one_value_makes_a_difference_that_is_shown(publish: Callable[..., Path]) -> None:
    frames = page_frames()
    one = publish(frames, folder="one")
    frames["metric"] = frames["metric"].with_columns(low=pl.lit(3000001.0))
    two = publish(frames, folder="two")
    told = differences(one, two)
    assert told[0] == "metric: 1 rows in the first, 1 in the second"
    assert "3000000.0" in told[1] and "3000001.0" in told[2]


def test_rejects_and_repeated_rows_count(publish: Callable[..., Path]) -> None:
    one, two = publish(page_frames(), folder="one"), publish(page_frames(), folder="two", rejects=reject_frame())
    assert any(line.startswith("reject") for line in differences(one, two))
    with duckdb.connect(str(one)) as con:
        con.execute("INSERT INTO token SELECT * FROM token LIMIT 1")
    assert any(line.startswith("token: 4 rows") for line in differences(one, two))


def test_tables_and_columns_that_only_one_has(publish: Callable[..., Path]) -> None:
    one, two = publish(page_frames(), folder="one"), publish(page_frames(), folder="two")
    with duckdb.connect(str(one)) as con:
        con.execute("CREATE TABLE extra (a INTEGER)")
        con.execute("ALTER TABLE document ADD COLUMN extra VARCHAR")
    assert differences(one, two) == ["extra: not in both", "document: columns differ: ['extra']"]
