"""What a check is, and what checking gives: plain values that need no Great Expectations to be imported."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

import polars as pl

Severity = Literal["critical", "warning"]
Scope = Literal["row", "table"]
Frames = Mapping[str, pl.DataFrame]


@dataclass(frozen=True, slots=True)
class Check:
    """One expectation of one table.

    A row that fails a critical row check is split off; a critical table check that fails holds the publish; a warning
    is counted and no more. `expectation` is Great Expectations' name of it, `kwargs` its arguments, `reason` what it
    means to a person who finds a row rejected.
    """

    name: str
    expectation: str
    kwargs: Mapping[str, Any]
    reason: str
    severity: Severity = "critical"
    scope: Scope = "row"


@dataclass(frozen=True, slots=True)
class Suite:
    """The checks of a table.

    `facts` gives the frame that is checked: the table's own rows in order, with further columns that say what takes
    other tables to know. With `by_key` it has one row per `key` instead, and a failing row stands for all rows of it.
    """

    table: str
    key: str
    facts: Callable[[Frames], pl.DataFrame]
    checks: tuple[Check, ...]
    by_key: bool = False


@dataclass(frozen=True, slots=True)
class Unfit:
    """A row that was split off: by which expectation, why, and what stood in it."""

    table: str
    key: str
    expectation: str
    detail: str
    row_json: str
    page_id: str | None


@dataclass(frozen=True, slots=True)
class QualityRow:
    """A check as the `quality` table tells it, without the run.

    `rows` is how many rows it looked at, `reason` what its failing means to a person.
    """

    table_name: str
    expectation: str
    severity: str
    success: bool
    observed: str | None
    unexpected_count: int | None
    rows: int = 0
    scope: str = "row"
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """A batch after its checks: what is fit to load, what is not and why, and how each check went.

    `fit[table]` is the frame that was given, itself, where nothing was split off.
    """

    fit: dict[str, pl.DataFrame]
    unfit: tuple[Unfit, ...]
    results: tuple[QualityRow, ...]
    reasons: tuple[str, ...] = field(default=())

    @property
    def hold(self) -> bool:
        """Whether a critical table check failed, so that this must not be published."""
        return bool(self.reasons)
