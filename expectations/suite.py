"""The bridge to Great Expectations: pandas in an ephemeral context, the one path of 1.24 that works throughout.

Importing it takes 5 to 8 seconds, so it is imported when something is checked, and never before.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import polars as pl

from expectations.check import Check, QualityRow

ROW = "row_number"
_LONG = 300
_COLUMNS = ("column", "column_A", "column_B")


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a check went: its row of `quality`, and the failing rows by number with the values that failed."""

    check: Check
    quality: QualityRow
    failed: dict[int, dict[str, Any]]


def _columns(check: Check) -> set[str]:
    named = {check.kwargs[key] for key in _COLUMNS if key in check.kwargs}
    return named | set(check.kwargs.get("column_list", ()))


def _plain(value: Any) -> Any:
    """A NumPy or pandas scalar as Python's own."""
    return value.item() if hasattr(value, "item") else value


def _class_name(expectation: str) -> str:
    """expect_column_values_to_be_between -> ExpectColumnValuesToBeBetween; a single letter stays one (_a_ -> A)."""
    return "".join(part.capitalize() for part in expectation.split("_"))


@cache
def _frames() -> Any:
    """Where frames are handed to Great Expectations; made once, for making it takes longer than most checks."""
    os.environ["GX_ANALYTICS_ENABLED"] = "False"
    logging.getLogger("great_expectations").setLevel(logging.ERROR)
    import great_expectations as gx
    from great_expectations.data_context.types.base import ProgressBarsConfig

    context = gx.get_context(mode="ephemeral")
    context.variables.progress_bars = ProgressBarsConfig(globally=False)
    asset = context.data_sources.add_pandas("frames").add_dataframe_asset("table")
    return asset.add_batch_definition_whole_dataframe("batch")


def _validate(batch: Any, checks: Sequence[Check], result_format: Any) -> dict[str, Any]:
    """Results by the name of the check."""
    import great_expectations as gx

    suite = gx.ExpectationSuite(
        name="checks",
        expectations=[
            getattr(gx.expectations, _class_name(check.expectation))(**check.kwargs, meta={"name": check.name})
            for check in checks
        ],
    )
    return {
        config.meta["name"]: result
        for result in batch.validate(suite, result_format=result_format).results
        if (config := result.expectation_config) and config.meta
    }


def _run(frame: pl.DataFrame, checks: Sequence[Check]) -> dict[str, Any]:
    """Results by the name of the check: a row check that holds says no more than that, the others say everything.

    Asking first whether a check holds takes half the time of asking which rows fail it, and nearly all hold.
    """
    batch = _frames().get_batch({"dataframe": frame.to_pandas()})
    found = _validate(batch, [check for check in checks if check.scope == "row"], "BOOLEAN_ONLY")
    told = [check for check in checks if check.name not in found or not found[check.name].success]
    everything = {"result_format": "COMPLETE", "unexpected_index_column_names": [ROW]}
    return found | (_validate(batch, told, everything) if told else {})


def _raised(result: Any) -> str:
    """The first line of what stopped a check; Great Expectations nests it by metric, or not."""
    info = result.exception_info
    nested = [info] if "exception_message" in info else list(info.values())
    return "; ".join(sorted({str(entry.get("exception_message"))[:_LONG] for entry in nested}))


def _outcome(table: str, rows: int, check: Check, result: Any) -> Outcome:
    listed = result.result.get("unexpected_index_list")
    failed: dict[int, dict[str, Any]] = {}
    for entry in listed or ():
        values = {name: _plain(value) for name, value in entry.items()}
        failed[values.pop(ROW)] = values
    observed: str | None = None
    if "observed_value" in result.result:
        observed = str(_plain(result.result["observed_value"]))
    elif not result.success and listed is None:
        # The check itself broke; that is nobody's row, so it must be seen.
        observed = f"the check could not run: {_raised(result)}"
    elif failed:
        observed = str(next(iter(failed.values())))[:_LONG]
    count = len(failed) if check.scope == "row" else None
    scope = "table" if check.scope == "table" or (not result.success and listed is None) else "row"
    quality = QualityRow(
        table, check.name, check.severity, bool(result.success), observed, count, rows, scope, check.reason
    )
    return Outcome(check, quality, failed)


def run_checks(table: str, facts: pl.DataFrame, checks: Sequence[Check]) -> list[Outcome]:
    """Hold a frame against its checks; one without rows holds all of them without troubling Great Expectations."""
    if not len(facts):
        empty = [QualityRow(table, c.name, c.severity, True, None, 0, scope=c.scope, reason=c.reason) for c in checks]
        return [Outcome(check, quality, {}) for check, quality in zip(checks, empty, strict=True)]
    wanted = sorted(set().union(*(_columns(check) for check in checks)))
    frame = facts.select(wanted).with_row_index(ROW)
    results = _run(frame, checks)
    return [_outcome(table, len(facts), check, results[check.name]) for check in checks]
