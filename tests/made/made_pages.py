"""A small invented newspaper as frames, for the tests of the warehouse and of the expectations."""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime
from typing import Any

import polars as pl

from warehouse.schema import READING_TABLES, reading_schema, reject_schema
from warehouse.store import RunInfo

BODY = "城东村今年收入超300万元。村主任周小满说：“明年再种200亩。”"
HEADLINE = "城东村增收"
TEXT = f"{HEADLINE}\n{BODY}\n第3版"


def run_info(run_id: str = "run-1", reader_version: str = "1", hour: int = 8) -> RunInfo:
    start = datetime(2026, 1, 5, hour, tzinfo=UTC)
    return RunInfo(run_id, start, start.replace(minute=10), "completed", reader_version, 1, 1, 0, 0)


def _rows(name: str, uri: str, reader: str, text: str) -> dict[str, list[dict[str, Any]]]:
    """Every table's rows of one page: a headline, a body of two sentences, a folio."""
    sha = hashlib.sha256(text.encode()).hexdigest()
    page, article = f"p-{name}", f"a-{name}"
    start = len(HEADLINE) + 1
    cut = BODY.index("。") + 1
    spans = [(0, len(HEADLINE)), (start, start + len(BODY)), (start + len(BODY) + 1, len(text))]
    roles = [("headline", None, article, None), ("paragraph", 1, article, None), ("noise", None, None, "folio")]
    found = BODY.index("超300万元")
    quoted = BODY.index("明年")
    return {
        "page": [
            {
                "page_id": page, "source_uri": uri, "media_type": "text/plain", "encoding": "utf-8", "raw_sha256": sha,
                "outlet": "城东日报", "issue_date": date(2026, 1, 4), "issue_date_source": "row", "edition": "03",
                "n_chars": len(text), "text": text, "reader_version": reader,
            }
        ],
        "block": [
            {
                "block_id": f"b-{name}-{i}", "page_id": page, "article_id": owner, "seq": i, "role": role,
                "paragraph": paragraph, "text": text[s:e], "char_start": s, "char_end": e, "reason": reason,
                "page_number": None, "box": [0.0, 1.0, 2.0, 3.0] if i == 1 else None,
            }
            for i, ((s, e), (role, paragraph, owner, reason)) in enumerate(zip(spans, roles, strict=True), 1)
        ],
        "article": [
            {
                "article_id": article, "page_id": page, "seq": 1, "outlet": "城东日报", "issue_date": date(2026, 1, 4),
                "headline": HEADLINE, "headline_lines": [HEADLINE], "headline_score": 0.9, "reporters": ["林一"],
                "correspondents": [], "subheadings": [], "captions": [], "body": BODY, "n_paragraphs": 1,
            }
        ],
        "sentence": [
            {
                "sentence_id": f"s-{name}-{i}", "article_id": article, "paragraph": 1, "seq": i, "text": BODY[s:e],
                "char_start": start + s, "char_end": start + e,
            }
            for i, (s, e) in enumerate([(0, cut), (cut, len(BODY))], 1)
        ],
        "token": [
            {"sentence_id": f"s-{name}-1", "seq": i, "word": word, "pos": "n", "char_start": start + at}
            for i, (word, at) in enumerate([("城东村", 0), ("今年", 3), ("收入", 5)], 1)
        ],
        "metric": [
            {
                "metric_id": f"m-{name}", "article_id": article, "sentence_id": f"s-{name}-1", "in_body": True,
                "raw": "超300万元", "kind": "money", "low": 3e6, "high": None, "unit": "CNY", "stated_value": "300",
                "stated_unit": "万元", "comparator": ">", "indicator": "收入", "subject": "城东村",
                "period_start": date(2026, 1, 1), "period_end": date(2026, 12, 31), "status": "actual",
                "rule": "number", "confidence": 0.9, "char_start": start + found, "char_end": start + found + 6,
            }
        ],
        "person": [{"article_id": article, "name": "周小满", "title": "村主任", "n_mentions": 1}],
        "organization": [],
        "place": [{"article_id": article, "name": "城东村", "division_code": None, "n_mentions": 2}],
        "quote": [
            {
                "quote_id": f"q-{name}", "article_id": article, "text": "明年再种200亩。", "speaker": "周小满",
                "verb": "说", "char_start": start + quoted, "char_end": start + quoted + 9,
            }
        ],
        "document": [],
        "period": [
            {
                "article_id": article, "raw": "今年", "start_date": date(2026, 1, 1), "end_date": date(2026, 12, 31),
                "granularity": "year", "char_start": start + 3, "char_end": start + 5,
            }
        ],
    }  # fmt: skip


def page_frames(
    name: str = "one", uri: str | None = None, reader: str = "1", text: str = TEXT
) -> dict[str, pl.DataFrame]:
    """One page in every table; `name` makes its ids."""
    rows = _rows(name, uri or f"file:///pages/{name}.txt", reader, text)
    return {table: pl.DataFrame(rows[table], schema=reading_schema(table), orient="row") for table in READING_TABLES}


def both(*pages: dict[str, pl.DataFrame]) -> dict[str, pl.DataFrame]:
    return {table: pl.concat([page[table] for page in pages]) for table in READING_TABLES}


def as_shards(frames: dict[str, pl.DataFrame]) -> dict[str, list[pl.DataFrame]]:
    return {table: [frame] for table, frame in frames.items()}


def reject_frame(
    uri: str = "file:///pages/bad.bin", page_id: str | None = None, sha: str | None = "ff"
) -> pl.DataFrame:
    """One thing that could not be read."""
    row = {
        "source_uri": uri, "page_id": page_id, "stage": "decode", "reason": "not_text", "detail": "no text in it",
        "raw": "0x00", "raw_sha256": sha,
    }  # fmt: skip
    return pl.DataFrame([row], schema=reject_schema())
