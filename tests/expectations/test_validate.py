"""What is not fit is split off with its reason and with what hangs on it; what is broken as a whole holds it all."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from made_pages import TEXT, both, page_frames

from expectations.check import Verdict
from expectations.run import SUITES, merge_results, validate

ROOT = Path(__file__).resolve().parents[2]


def _two() -> dict[str, pl.DataFrame]:
    return both(page_frames(), page_frames("two", text=TEXT + "。"))


def _spoil(frames: dict[str, pl.DataFrame], table: str, row: int = 0, **values: Any) -> dict[str, pl.DataFrame]:
    """The frames with some values of one row changed."""
    frame = frames[table]
    here = pl.int_range(pl.len()) == row
    changed = [
        pl.when(here).then(pl.lit(value, dtype=frame.schema[name])).otherwise(name).alias(name)
        for name, value in values.items()
    ]
    return frames | {table: frame.with_columns(changed)}


def _named(verdict: Verdict) -> list[tuple[str, str, str]]:
    return [(unfit.table, unfit.key, unfit.expectation) for unfit in verdict.unfit]


def test_a_clean_batch_goes_through_as_it_is() -> None:
    frames = _two()
    verdict = validate(frames)
    assert verdict.unfit == () and not verdict.hold
    assert all(verdict.fit[table] is frames[table] for table in frames)
    assert all(row.success for row in verdict.results)
    assert {row.table_name for row in verdict.results} == set(frames)


CASES: list[tuple[str, dict[str, Any], str]] = [
    ("metric", {"high": 1.0, "comparator": "range"}, "low_up_to_high"),
    ("metric", {"confidence": 1.5}, "confidence_is_share"),
    ("metric", {"unit": " "}, "unit_not_blank"),
    ("metric", {"unit": "m2"}, "unit_fits_kind"),
    ("metric", {"comparator": "~"}, "comparator_known"),
    ("metric", {"comparator": "="}, "bounds_fit_comparator"),
    ("metric", {"low": float("inf")}, "bounds_finite"),
    ("metric", {"period_start": date(2027, 1, 1)}, "period_start_up_to_period_end"),
    ("metric", {"char_end": 3}, "span_in_page"),
    ("metric", {"char_start": 12}, "span_gives_text"),
    ("metric", {"raw": None}, "complete"),
    ("metric", {"article_id": "a-nobody"}, "article_known"),
    ("metric", {"sentence_id": "s-nobody"}, "sentence_known"),
    ("metric", {"status": "perhaps"}, "status_known"),
    ("block", {"role": "gossip"}, "role_known"),
    ("block", {"text": "别的"}, "span_gives_text"),
    ("block", {"box": [1.0]}, "box_has_corners"),
    ("sentence", {"char_start": -1}, "span_in_page"),
    ("article", {"headline_score": 1.5}, "headline_score_is_share"),
    ("article", {"issue_date": date(1066, 10, 14)}, "issue_date_sane"),
    ("page", {"raw_sha256": "abc"}, "raw_sha256_is_one"),
    ("page", {"n_chars": 3}, "n_chars_counted"),
    ("page", {"source_uri": "pages/one.txt"}, "source_uri_is_one"),
    ("person", {"name": " 周小满"}, "name_unpadded"),
    ("person", {"n_mentions": 0}, "n_mentions_at_least_1"),
    ("place", {"division_code": "44"}, "division_code_is_one"),
    ("quote", {"text": ""}, "text_not_blank"),
    ("period", {"start_date": date(2027, 1, 1)}, "start_date_up_to_end_date"),
    ("period", {"char_end": 999}, "span_in_page"),
]
WORDS: list[tuple[dict[str, Any], str]] = [
    ({"seq": 9}, "words_numbered"),
    ({"word": ""}, "words_not_empty"),
    ({"char_start": 0}, "words_inside"),
    ({"pos": None}, "complete"),
    ({"sentence_id": "s-nobody"}, "sentence_known"),
    ({"sentence_id": None}, "sentence_known"),
]


def _spoiled_batch() -> dict[str, pl.DataFrame]:
    """A page for each case, with one value of it changed, and a page that is as it should be."""
    pages = [
        _spoil(page_frames(f"row{number}", text=f"{TEXT}{number}"), table, **values)
        for number, (table, values, _) in enumerate(CASES)
    ]
    for number, (values, _) in enumerate(WORDS):
        page = page_frames(f"word{number}", text=f"{TEXT}{number}")
        pages.append(_spoil(page | {"token": page["token"].head(1)}, "token", **values))
    return both(page_frames(), *pages)


@pytest.fixture(scope="module")
def spoiled() -> Verdict:
    """All cases in one batch, for a batch costs a second."""
    return validate(_spoiled_batch())


@pytest.mark.parametrize("number", range(len(CASES)), ids=[f"{table} {name}" for table, _, name in CASES])
def test_a_row_that_is_not_fit_is_split_off_and_says_why(spoiled: Verdict, number: int) -> None:
    table, values, expectation = CASES[number]
    orphan = values.get("article_id") == "a-nobody"
    page = None if orphan else f"p-row{number}"
    found = [unfit for unfit in spoiled.unfit if unfit.page_id == page and (page or unfit.table == table)]
    assert [(unfit.table, unfit.expectation) for unfit in found] == [(table, expectation)]
    assert expectation in found[0].detail and len(found[0].detail) > len(expectation) + 10
    told = json.loads(found[0].row_json)
    shown = {name: str(value) if isinstance(value, date) else value for name, value in values.items()}
    assert {name: told[name] for name in values} == shown
    failed = {(row.table_name, row.expectation): row.unexpected_count for row in spoiled.results if not row.success}
    assert failed[table, expectation]


def test_rows_that_are_fit_stay(spoiled: Verdict) -> None:
    whole = page_frames()
    for table, frame in whole.items():
        assert not len(frame.join(spoiled.fit[table], on=frame.columns, how="anti", nulls_equal=True)), table


def test_nothing_that_is_left_hangs_on_what_went(spoiled: Verdict) -> None:
    fit = spoiled.fit
    for table, frame in fit.items():
        for parent in ("page", "article", "sentence"):
            if parent != table and f"{parent}_id" in frame.columns:
                ids = frame[f"{parent}_id"].drop_nulls()
                assert ids.is_in(fit[parent][f"{parent}_id"].implode()).all(), (table, parent)


def test_every_row_is_fit_or_rejected_or_told_to_have_gone_with_one(spoiled: Verdict) -> None:
    given = _spoiled_batch()
    gone: Counter[str] = Counter()
    for unfit in spoiled.unfit:
        gone[unfit.table] += 1
        _, _, went = unfit.detail.partition("with it went ")
        for count, table in re.findall(r"(\d+) of (\w+)", went):
            gone[table] += int(count)
    assert {table: len(spoiled.fit[table]) + gone[table] for table in given} == {t: len(f) for t, f in given.items()}


@pytest.mark.parametrize("number", range(len(WORDS)), ids=[name for _, name in WORDS])
def test_words_are_judged_by_the_sentence(spoiled: Verdict, number: int) -> None:
    values, expectation = WORDS[number]
    key = values.get("sentence_id", f"s-word{number}-1")
    found = [unfit.expectation for unfit in spoiled.unfit if unfit.table == "token" and unfit.key == str(key)]
    assert found == [expectation]
    assert not len(spoiled.fit["token"].filter(pl.col("sentence_id").eq_missing(key)))


def test_a_page_takes_everything_on_it() -> None:
    verdict = validate(_spoil(_two(), "page", media_type="paper"))
    assert _named(verdict) == [("page", "p-one", "media_type_is_one")]
    whole = page_frames("two", text=TEXT + "。")
    assert all(verdict.fit[table].equals(whole[table]) for table in whole)
    assert "with it went 1 of article, 3 of block" in verdict.unfit[0].detail
    assert "3 of token" in verdict.unfit[0].detail


def test_an_article_takes_its_children_and_leaves_the_page() -> None:
    verdict = validate(_spoil(_two(), "article", 1, headline_score=7.0))
    assert {table: len(frame) for table, frame in verdict.fit.items()} == {
        "page": 2, "block": 4, "article": 1, "sentence": 2, "token": 3, "metric": 1, "person": 1, "organization": 0,
        "place": 1, "quote": 1, "document": 0, "period": 1,
    }  # fmt: skip
    assert verdict.fit["block"].filter(page_id="p-two")["role"].to_list() == ["noise"]


def test_a_sentence_takes_its_words_and_metrics() -> None:
    verdict = validate(_spoil(_two(), "sentence", text="别的"))
    assert _named(verdict) == [("sentence", "s-one-1", "span_gives_text")]
    assert len(verdict.fit["token"]) == 3 and verdict.fit["metric"]["metric_id"].to_list() == ["m-two"]
    assert verdict.unfit[0].detail.endswith("with it went 1 of metric, 3 of token")


def test_ids_that_come_twice_are_all_split_off() -> None:
    frames = _two()
    verdict = validate(frames | {"quote": pl.concat([frames["quote"], frames["quote"].head(1)])})
    assert _named(verdict) == [("quote", "q-one", "quote_id_unique")] * 2
    assert verdict.fit["quote"]["quote_id"].to_list() == ["q-two"]


def test_a_warning_is_counted_and_splits_nothing_off() -> None:
    frames = _two()
    frames["block"] = frames["block"].filter(pl.col("role") != "noise")
    verdict = validate(frames)
    assert verdict.unfit == () and not verdict.hold
    failed = {
        (row.table_name, row.expectation, row.severity, row.unexpected_count)
        for row in verdict.results
        if not row.success
    }
    assert failed == {("page", "characters_in_blocks", "warning", 2)}


def test_what_is_so_does_not_hold_for_a_time_to_come() -> None:
    later = {"period_start": date(2027, 1, 1), "period_end": date(2027, 12, 31)}
    told = []
    for status in ("actual", "expected", "target"):
        verdict = validate(_spoil(_two(), "metric", status=status, **later))
        assert verdict.unfit == ()
        told.append([row.unexpected_count for row in verdict.results if row.expectation == "period_not_ahead"])
    assert told == [[1], [0], [0]]


def test_pages_that_were_taken_apart_into_nothing_hold_the_publish() -> None:
    frames = _two()
    empty = {table: frame if table == "page" else frame.clear() for table, frame in frames.items()}
    verdict = validate(empty)
    assert verdict.hold
    assert verdict.reasons == ("page: most pages with text have no block (most_pages_have_blocks: 0.0)",)
    assert len(verdict.fit["page"]) == 2


def test_too_many_unfit_rows_hold_the_publish_over_all_batches() -> None:
    frames = _two()
    is_spoiled = pl.int_range(pl.len()) < 40
    periods = pl.concat([frames["period"]] * 60)
    spoiled = periods.with_columns(end_date=pl.when(is_spoiled).then(date(2020, 1, 1)).otherwise("end_date"))
    verdict = validate(frames | {"period": spoiled})
    assert len(verdict.unfit) == 40
    assert verdict.reasons == (
        "period: 40 of 120 rows are unfit, most of them by start_date_up_to_end_date (few_rows_unfit)",
    )
    clean = validate(frames | {"period": periods})
    merged = {(row.table_name, row.expectation): row for row in merge_results([verdict.results, clean.results])}
    share = merged["period", "few_rows_unfit"]
    assert (share.success, share.observed, share.unexpected_count) == (True, "0.1667", 40)
    order = merged["period", "start_date_up_to_end_date"]
    assert (order.success, order.unexpected_count, order.rows) == (False, 40, 240)


def test_no_rows_at_all_is_no_fault() -> None:
    verdict = validate({table: frame.clear() for table, frame in _two().items()})
    assert verdict.unfit == () and not verdict.hold and all(row.success for row in verdict.results)


def test_a_long_text_is_shortened_in_a_reject() -> None:
    long = TEXT + "长" * 100_000
    verdict = validate(_spoil(page_frames(text=long), "page", media_type="paper"))
    assert len(verdict.unfit[0].row_json) < 3000
    assert json.loads(verdict.unfit[0].row_json)["text"].endswith(f"… ({len(long)} characters)")


def test_every_check_says_what_it_means_and_has_a_name_of_its_own() -> None:
    for suite in SUITES:
        names = [check.name for check in suite.checks]
        assert len(names) == len(set(names)), suite.table
        assert all(len(check.reason) > 10 for check in suite.checks)


def test_great_expectations_is_not_imported_before_it_is_needed() -> None:
    code = "import sys, expectations.run; sys.exit('great_expectations' in sys.modules or 'pandas' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0
