"""What a run did, in figures that every screen shows alike."""

from __future__ import annotations

import shlex
from dataclasses import dataclass
from pathlib import Path

from expectations.check import QualityRow
from flows.finding import Refusal


def reports_folder(data_dir: Path) -> Path:
    """DIR/reports."""
    return data_dir / "reports"


@dataclass(frozen=True, slots=True)
class RunReport:
    """A run that came to its end. `refused` are new, `told_again` known from earlier runs and unchanged."""

    run_id: str
    state: str
    warehouse: Path
    pages_seen: int
    pages_new: int
    pages_unchanged: int
    pages_replaced: int
    pages_changed: int
    pages_reread: int
    pages_left_out: int
    articles: int
    metrics: int
    rows_rejected: int
    refused: tuple[Refusal, ...]
    told_again: tuple[Refusal, ...]
    reasons: tuple[str, ...]
    doubts: tuple[str, ...]
    notes: tuple[str, ...]
    gone: tuple[str, ...]
    checks: tuple[QualityRow, ...]
    seconds: float

    @property
    def pages_rejected(self) -> int:
        """All that were refused, those known from earlier runs too."""
        return len(self.refused) + len(self.told_again)

    @property
    def clean(self) -> bool:
        """Everything that was given is in the published warehouse."""
        return self.state == "completed" and not self.pages_rejected and not self.rows_rejected

    @property
    def written(self) -> Path:
        """Where the report stands as a page to open."""
        return reports_folder(self.warehouse.parent.absolute()) / f"{self.run_id}.html"

    @property
    def release(self) -> str:
        """The command that publishes it after all, wherever it is typed."""
        return f"banmian release {self.run_id} --data-dir {shlex.quote(str(self.warehouse.parent.absolute()))}"

    def headline(self) -> str:
        """What happened, in a line."""
        if self.state == "held":
            return f"held, {self.reasons[0]}" if self.reasons else "held"
        rejected = self.pages_rejected + self.rows_rejected
        told = f"{counted(self.pages_new, 'page')}, {counted(self.articles, 'article')}"
        told = told if self.pages_new else "nothing new"
        return f"{told}, {rejected:,} rejected" if rejected else told

    def counts(self) -> list[tuple[str, int]]:
        """The figures of the summary, in order."""
        return [
            ("pages seen", self.pages_seen),
            ("pages read", self.pages_new),
            *_some(("pages changed", self.pages_changed), ("pages read again", self.pages_reread)),
            ("pages unchanged", self.pages_unchanged),
            *_some(("pages left out", self.pages_left_out), ("sources gone", len(self.gone))),
            ("readings replaced", self.pages_replaced),
            ("articles", self.articles),
            ("metrics", self.metrics),
            ("sources rejected", self.pages_rejected),
            ("rows rejected", self.rows_rejected),
        ]


def counted(count: int, word: str) -> str:
    """1 page, 2 pages."""
    return f"{count:,} {word}{'' if count == 1 else 's'}"


def _some(*counts: tuple[str, int]) -> list[tuple[str, int]]:
    """Those that a screen need not show where they are nothing."""
    return [(name, count) for name, count in counts if count]
