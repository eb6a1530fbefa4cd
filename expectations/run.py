"""Hold a batch of frames against the expectations of their tables, and split off what is not fit."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

import polars as pl

from expectations import article, block, metric, names, page, period, quote, sentence, token
from expectations.cascade import Lost
from expectations.check import QualityRow, Suite, Unfit, Verdict
from expectations.facts import page_of
from expectations.merge import hold_reasons, merge_results, share_row
from expectations.suite import Outcome, run_checks

__all__ = ["SUITES", "hold_reasons", "merge_results", "validate"]

# Parents before what hangs on them.
SUITES: tuple[Suite, ...] = (
    page.SUITE,
    article.SUITE,
    block.SUITE,
    sentence.SUITE,
    token.SUITE,
    metric.SUITE,
    names.PERSON,
    names.ORGANIZATION,
    names.PLACE,
    quote.SUITE,
    names.DOCUMENT,
    period.SUITE,
)
_LONG = 500


def _shorten(value: Any) -> Any:
    if isinstance(value, str) and len(value) > _LONG:
        return f"{value[:_LONG]}… ({len(value)} characters)"
    return value


def _shown(value: Any) -> str:
    """A value as a person writes it: text in quotes, a day as a day."""
    return repr(_shorten(value)) if isinstance(value, str) else str(value).removesuffix(" 00:00:00")


def _as_json(row: Mapping[str, Any]) -> str:
    return json.dumps({name: _shorten(value) for name, value in row.items()}, ensure_ascii=False, default=str)


def _failures(outcomes: Iterable[Outcome]) -> dict[int, tuple[str, str]]:
    """Row number -> the first critical check that it failed, and all that it failed in words."""
    found: dict[int, tuple[str, str]] = {}
    for outcome in outcomes:
        check = outcome.check
        if check.scope != "row" or check.severity != "critical":
            continue
        for row, values in outcome.failed.items():
            shown = ", ".join(f"{name}={_shown(value)}" for name, value in values.items())
            words = f"{check.name}: {check.reason} ({shown})"
            first, detail = found.get(row, (check.name, ""))
            found[row] = (first, f"{detail}; {words}" if detail else words)
    return dict(sorted(found.items()))


def _rows_of(
    suite: Suite, frame: pl.DataFrame, facts: pl.DataFrame, numbers: list[int]
) -> tuple[pl.DataFrame, pl.Expr]:
    """The rows as a reject shows them, and the condition that finds all rows that go."""
    if not suite.by_key:
        return frame[numbers], pl.int_range(pl.len()).is_in(numbers)
    keys = facts[numbers].select(suite.key)
    goes = pl.col(suite.key).is_in(keys[suite.key].implode(), nulls_equal=True)
    together = frame.filter(goes).group_by(suite.key).agg(pl.all())
    return keys.join(together, on=suite.key, how="left", nulls_equal=True, maintain_order="left"), goes


def _split(
    suite: Suite, frames: Mapping[str, pl.DataFrame], lost: Lost, n_before: int
) -> tuple[pl.DataFrame, list[Unfit], list[QualityRow]]:
    """One table: its fit rows, its rejections, its results."""
    frame = frames[suite.table]
    facts = suite.facts(frames)
    outcomes = run_checks(suite.table, facts, suite.checks)
    results = [outcome.quality for outcome in outcomes]
    failures = _failures(outcomes)
    if not failures:
        return frame, [], results
    numbers = list(failures)
    shown, goes = _rows_of(suite, frame, facts, numbers)
    pages = page_of(shown, frames)
    unfit = [
        Unfit(suite.table, str(row[suite.key]), name, detail, _as_json(row), page_id)
        for (name, detail), row, page_id in zip(failures.values(), shown.iter_rows(named=True), pages, strict=True)
    ]
    lost.add(suite.table, shown, list(range(n_before, n_before + len(unfit))))
    return frame.filter(goes.fill_null(False).not_()), unfit, results


def _with_taken(unfit: list[Unfit], lost: Lost) -> tuple[Unfit, ...]:
    """Each rejection also says what went with it."""
    told = list(unfit)
    for number, counts in lost.taken.items():
        went = ", ".join(f"{count} of {table}" for table, count in sorted(counts.items()))
        told[number] = replace(told[number], detail=f"{told[number].detail}; with it went {went}")
    return tuple(told)


def validate(frames: Mapping[str, pl.DataFrame]) -> Verdict:
    """Split a batch into fit and unfit rows.

    Args:
        frames: table -> rows as read; all twelve tables, and all rows of a page in one batch.

    Returns:
        What is fit to load, with everything that hangs on a rejected row taken out; the rejections; the results.
    """
    current = dict(frames)
    lost = Lost()
    unfit: list[Unfit] = []
    results: list[QualityRow] = []
    for suite in SUITES:
        given = current[suite.table] = lost.take(suite.table, current[suite.table])
        fit, new, rows = _split(suite, current, lost, len(unfit))
        results += [*rows, share_row(suite.table, len(given) - len(fit), len(given))]
        current[suite.table] = fit
        unfit += new
    return Verdict(current, _with_taken(unfit, lost), tuple(results), hold_reasons(results))
