"""What hangs on what: a row goes with the page, the article or the sentence that it belongs to."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

import polars as pl

PARENTS = ("page", "article", "sentence")


@dataclass(slots=True)
class Lost:
    """Ids of rows that were split off, each with the number of the rejection that took it."""

    ids: dict[str, dict[str, int]] = field(default_factory=lambda: {parent: {} for parent in PARENTS})
    taken: dict[int, Counter[str]] = field(default_factory=dict)

    def add(self, table: str, frame: pl.DataFrame, causes: list[int]) -> None:
        """Remember that rows of a table are gone, so that what hangs on them goes too."""
        if table in PARENTS:
            for row_id, cause in zip(frame[f"{table}_id"], causes, strict=True):
                self.ids[table].setdefault(row_id, cause)

    def take(self, table: str, frame: pl.DataFrame) -> pl.DataFrame:
        """The frame without what hangs on a row that is gone; itself where nothing does."""
        for parent in PARENTS:
            column, gone = f"{parent}_id", self.ids[parent]
            if parent == table or not gone or column not in frame.columns:
                continue
            hangs = pl.col(column).is_in(list(gone))
            hanging = frame.filter(hangs)
            if not len(hanging):
                continue
            for row_id, count in hanging[column].value_counts().iter_rows():
                self.taken.setdefault(gone[row_id], Counter())[table] += count
            self.add(table, hanging, [gone[row_id] for row_id in hanging[column]])
            frame = frame.filter(hangs.fill_null(False).not_())
        return frame
