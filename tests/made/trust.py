"""Whether confidence orders the errors: of the metrics that are said to be sure, how many are right."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from printed_text import bare

from warehouse.query import ask

SURE = 0.9
_METRICS = """
    SELECT page.source_uri, page.text, metric.raw, metric.low, metric.high, metric.unit, metric.comparator,
           metric.confidence, metric.char_start
    FROM metric JOIN article USING (article_id) JOIN page USING (page_id) WHERE in_body ORDER BY metric.char_start
"""
Row = dict[str, Any]


def trust(warehouse: Path, golds: Iterable[Path]) -> dict[str, float]:
    """The share of the metrics that are sure, and the share of those that are right in raw, bounds, unit and sign."""
    metrics = ask(warehouse, _METRICS).to_dicts()
    told = [(row["confidence"] >= SURE, right) for gold in golds for row, right in judged(metrics, gold)]
    sure = [right for is_sure, right in told if is_sure]
    return {"sure": len(sure) / len(told), "sure and right": sum(sure) / len(sure)}


def judged(metrics: Iterable[Row], gold: Path) -> Iterator[tuple[Row, bool]]:
    """Every metric between the first and the last words of an article whose metrics a person has listed.

    Those that one may read or not (`optional_metrics`) are left out. To which article a metric was given is not asked.
    """
    page = json.loads(gold.read_text(encoding="utf-8"))
    here = [row for row in metrics if Path(page["page"]).stem in row["source_uri"]]
    for article in page["articles"]:
        if "metrics" not in article or not here:
            continue
        start, end = _place(here[0]["text"], article["first"], article["last"])
        left = list(article["metrics"])
        may_be = {bare(raw) for raw in article.get("optional_metrics", ())}
        for row in here:
            if start <= row["char_start"] < end:
                same = next((want for want in left if _agree(row, want)), None)
                if same is not None:
                    left.remove(same)
                if same is not None or bare(row["raw"]) not in may_be:
                    yield row, same is not None


def _place(text: str, first: str, last: str) -> tuple[int, int]:
    """Where an article begins and ends on its page, whatever blanks stand between its characters."""
    seen = [place for place, sign in enumerate(text) if not sign.isspace()]
    plain = bare(text)
    start = plain.index(bare(first))
    return seen[start], seen[plain.index(bare(last), start) + len(bare(last)) - 1] + 1


def _agree(row: Row, want: Row) -> bool:
    if bare(row["raw"]) != bare(want["raw"]) or (row["unit"], row["comparator"]) != (
        want["unit"],
        want["comparator"],
    ):
        return False
    return all(_close(row[name], want[name]) for name in ("low", "high"))


def _close(one: float | None, other: float | None) -> bool:
    return one is other if one is None or other is None else math.isclose(one, other, rel_tol=1e-6)
