"""What could not be read or did not hold, as the published file tells it."""

from __future__ import annotations

from pathlib import Path

import polars as pl

from warehouse.query import ask

_CHOSEN = """reject WHERE (CAST($stage AS VARCHAR) IS NULL OR stage = $stage)
                AND (CAST($reason AS VARCHAR) IS NULL OR reason = $reason)
                AND (CAST($source AS VARCHAR) IS NULL OR contains(source_uri, $source))"""
_SUMMARY = f"""SELECT stage, reason, count(*) AS count, min(source_uri) AS example FROM {_CHOSEN}
               GROUP BY ALL ORDER BY count DESC, stage, reason LIMIT $limit"""  # noqa: S608 - of constants
_ROWS = f"""SELECT reason, source_uri, detail, raw, stage, page_id, rejected_at, run_id FROM {_CHOSEN}
            ORDER BY stage, reason, source_uri, detail LIMIT $limit"""  # noqa: S608 - of constants


def rejects(
    path: Path, stage: str | None, reason: str | None, source: str | None, limit: int, summary: bool = False
) -> pl.DataFrame:
    """The rejects of a published file: of a stage, with a reason, whose source has these words in it, where given.

    With `summary` the count of each reason.

    Raises what `ask` does.
    """
    given = {"stage": stage, "reason": reason, "source": source, "limit": limit}
    return ask(path, _SUMMARY if summary else _ROWS, given)
