"""Spans count code points, on any text."""

from __future__ import annotations

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from expectations.facts import spans, unblank


def _frames(text: str, cuts: list[tuple[int, int, str]]) -> tuple[pl.DataFrame, dict[str, pl.DataFrame]]:
    schema = {"char_start": pl.Int32, "char_end": pl.Int32, "raw": pl.String}
    rows = pl.DataFrame(cuts, schema=schema, orient="row").with_columns(page_id=pl.lit("p"))
    return rows, {"page": pl.DataFrame({"page_id": ["p"], "text": [text]})}


@given(st.text(min_size=1, max_size=60), st.data())
def test_a_cut_is_what_python_cuts_blanks_aside(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    rows, frames = _frames(text, [(start, end, unblank(text[start:end])), (start, end, text[start:end] + "x")])
    found = spans(rows, frames, "raw")
    assert found["span_in_page"].to_list() == [True, True]
    assert found["span_gives_text"].to_list() == [True, False]


@given(st.text(max_size=20), st.integers(-5, 30), st.integers(-5, 30))
def test_a_span_outside_the_page_is_none(text: str, start: int, end: int) -> None:
    rows, frames = _frames(text, [(start, end, "x")])
    assert spans(rows, frames)["span_in_page"].item() == (0 <= start < end <= len(text))


def test_spans_far_into_a_page_as_long_as_a_book() -> None:
    text = "村" * 2_000_000
    rows, frames = _frames(text, [(place, place + 2, "村村") for place in range(1_900_000, 1_950_000)])
    assert spans(rows, frames, "raw")["span_gives_text"].all()
