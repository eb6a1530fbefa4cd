"""Asking: any question of the tables, nothing else of the machine."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest
from made_pages import TEXT, both, page_frames, reject_frame

from warehouse.errors import BadQuery, NoWarehouse, QueryError
from warehouse.query import ask

COOKBOOK = (Path(__file__).parents[2] / "warehouse" / "cookbook.md").read_text(encoding="utf-8")
RECIPES = re.findall(r"```sql\n(.*?)```", COOKBOOK, re.S)


@pytest.fixture
def path(publish: Callable[..., Path]) -> Path:
    return publish(both(page_frames(), page_frames("two", text=TEXT + "。")), rejects=reject_frame())


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT * FROM read_text('/etc/hostname')",
        "FROM '/etc/hostname'",
        "COPY page TO '{tmp}/stolen.csv'",
        "ATTACH '{tmp}/other.duckdb'",
        "EXPORT DATABASE '{tmp}/all'",
        "INSTALL httpfs",
        "SET enable_external_access = true",
        "SET lock_configuration = false",
        "INSERT INTO document VALUES ('a', 'b', 'c')",
        "DELETE FROM page",
        "DROP TABLE page",
        "CREATE TABLE mine AS SELECT 1 AS a",
        "SELECT * FROM sql",
        "SELECT 1; DELETE FROM page",
    ],
)
def test_readers_cannot_write_or_look_around(path: Path, tmp_path: Path, sql: str) -> None:
    before = path.read_bytes()
    with pytest.raises(BadQuery):
        ask(path, sql.format(tmp=tmp_path))
    assert path.read_bytes() == before
    assert {entry.name for entry in tmp_path.iterdir()} == {"data"}


@pytest.mark.parametrize("sql", ["SELEC 1", "SELECT nothing FROM page", "", "-- a remark", "SELECT 'x'::INTEGER"])
def test_a_query_that_does_not_run_says_why(path: Path, sql: str) -> None:
    with pytest.raises(BadQuery) as told:
        ask(path, sql)
    assert str(told.value).strip()


def test_nothing_published_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(NoWarehouse, match="banmian run"):
        ask(tmp_path / "banmian.duckdb", "SELECT 1")
    (tmp_path / "banmian.duckdb").write_bytes(b"no database at all" * 500)
    with pytest.raises(QueryError, match="cannot be opened"):
        ask(tmp_path / "banmian.duckdb", "SELECT 1")


def test_a_folder_with_a_quote_in_its_name(publish: Callable[..., Path]) -> None:
    assert ask(publish(page_frames(), folder="it's"), "SELECT count(*) FROM page").item() == 1


def test_answers_come_in_plain_types(path: Path) -> None:
    frame = ask(
        path,
        """SELECT sum(n_chars) AS n, INTERVAL 3 DAY AS i, first_seen, issue_date,
                  1000000000000000000000000000001 AS big
           FROM page GROUP BY ALL""",
    )
    assert frame.schema["n"] == pl.Int64
    assert frame["i"][0] == "3 days"
    assert frame.schema["first_seen"] == pl.Datetime("us")
    assert int(frame["big"][0]) == 1000000000000000000000000000001


def test_rows_come_in_the_order_asked_for(path: Path) -> None:
    frame = ask(path, "SELECT range AS n, INTERVAL 1 DAY AS i FROM range(5000) ORDER BY n DESC")
    assert frame["n"].to_list() == list(range(4999, -1, -1))


def test_describe_show_and_explain_work(path: Path) -> None:
    assert "metric_in_context" in ask(path, "SHOW TABLES").to_series().to_list()
    assert "issue_date" in ask(path, "DESCRIBE page")["column_name"].to_list()
    assert len(ask(path, "EXPLAIN SELECT * FROM page"))
    assert len(ask(path, "SUMMARIZE metric")) == 25


def test_spans_are_shown_on_the_page(path: Path) -> None:
    sql = """SELECT DISTINCT cut(p.text, m.char_start, m.char_end), around(p.text, m.char_start, m.char_end, 2),
                    around(p.text, 1, 3, 5)
             FROM metric m JOIN article USING (article_id) JOIN page p USING (page_id)"""
    assert ask(path, sql).rows() == [("超300万元", "收入超300万元。村", TEXT[:8])]


def test_search_puts_the_best_first(path: Path) -> None:
    found = ask(path, "FROM search('城东村 收入 无此词')")
    assert found.columns == ["article_id", "n_words_found", "score"]
    assert found["n_words_found"].to_list() == [2, 2]


def test_blanks_are_those_of_python(publish: Callable[..., Path]) -> None:
    blanks = "".join(filter(str.isspace, map(chr, range(0x3001))))
    path = publish(page_frames(text=TEXT + blanks + "末"))
    assert ask(path, "SELECT n_chars_not_blank FROM page_coverage").item() == len("".join(TEXT.split())) + 1


def test_coverage_and_reprints(path: Path) -> None:
    coverage = ask(
        path, "SELECT n_chars_not_blank - n_chars_in_blocks, n_chars_in_noise, n_articles FROM page_coverage"
    )
    assert sorted(coverage.rows()) == [(0, 3, 1), (0, 4, 1)]
    assert ask(path, "SELECT article_id, n_articles FROM reprint ORDER BY ALL").rows() == [("a-one", 2), ("a-two", 2)]


@pytest.mark.parametrize(
    "sql", re.findall(r"```sql\n(.*?)```", COOKBOOK, re.S), ids=re.findall(r"^## (.*)$", COOKBOOK, re.M)
)
def test_every_recipe_of_the_cookbook_runs(path: Path, sql: str) -> None:
    assert ask(path, sql).width > 1
