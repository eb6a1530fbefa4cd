"""Figures of each paper's days: what the checks of volume and drift are told of."""

# Only names of tables and columns, from the declaration, are put into SQL here; values are parameters.

from __future__ import annotations

from collections.abc import Sequence

import duckdb
import polars as pl

# Months of habit, counted back from the latest day of issue of each paper.
DAYS = 120
_FIGURES = """
    WITH chosen AS ({pages}),
    of_article AS (
        SELECT page_id, count(*) AS articles, count(*) FILTER (headline IS NULL) AS unmatched
        FROM {article} AS article JOIN chosen USING (page_id) GROUP BY page_id),
    of_metric AS (
        SELECT article.page_id, count(*) AS metrics, count(*) FILTER (known.unit IS NULL) AS unknown
        FROM {metric} AS metric JOIN {article} AS article USING (article_id)
        JOIN chosen ON chosen.page_id = article.page_id
        LEFT JOIN (SELECT DISTINCT unnest($units) AS unit) AS known ON known.unit = metric.unit
        GROUP BY article.page_id)
    SELECT outlet, issue_date, count(*) AS pages, CAST(sum(n_chars) AS BIGINT) AS characters,
        CAST(coalesce(sum(articles), 0) AS BIGINT) AS articles,
        CAST(coalesce(sum(unmatched), 0) AS BIGINT) AS unmatched,
        CAST(coalesce(sum(metrics), 0) AS BIGINT) AS metrics, CAST(coalesce(sum(unknown), 0) AS BIGINT) AS unknown,
        CAST(min(seen) AS DATE) AS first_seen
    FROM chosen LEFT JOIN of_article USING (page_id) LEFT JOIN of_metric USING (page_id)
    GROUP BY outlet, issue_date ORDER BY ALL
"""
_GIVEN = """
    SELECT page_id, outlet, issue_date, n_chars, CAST(NULL AS TIMESTAMP) AS seen
    FROM staged_page WHERE issue_date IS NOT NULL
"""
# What the run reads anew, or in the place of what stood there, counts once.
_HELD = """
    SELECT page_id, outlet, issue_date, n_chars, first_seen AS seen FROM page
    WHERE issue_date IS NOT NULL AND page_id NOT IN (SELECT page_id FROM staged_page)
        AND source_uri NOT IN (SELECT source_uri FROM given_page)
    QUALIFY issue_date >= max(issue_date) OVER (PARTITION BY outlet) - $days
"""


def daily(con: duckdb.DuckDBPyConnection, units: Sequence[str]) -> tuple[pl.DataFrame, pl.DataFrame]:
    """What was staged, and what the tables hold beside it, by outlet and day of issue.

    Columns: outlet, issue_date, pages, characters, articles, unmatched (without a headline), metrics, unknown (with a
    unit that is none of `units`), first_seen (of what the tables hold). Where nothing was staged, only pages and
    characters of what the tables hold are counted.
    """
    given: dict[str, object] = {"units": list(units)}
    arrived = _figures(con, _GIVEN, ("staged_article", "staged_metric"), given)
    # a run that brings nothing can only be silent, which takes no look at millions of rows
    beside = ("article", "metric") if len(arrived) else ("staged_article", "staged_metric")
    return arrived, _figures(con, _HELD, beside, given | {"days": DAYS})


def _figures(
    con: duckdb.DuckDBPyConnection, pages: str, tables: tuple[str, str], given: dict[str, object]
) -> pl.DataFrame:
    sql = _FIGURES.format(pages=pages, article=tables[0], metric=tables[1])
    frame: pl.DataFrame = con.sql(sql, params=given).pl()
    return frame
