"""Files of every kind, taken apart into pages by what they hold and not by what they are called."""

from __future__ import annotations

import gzip
import io
import json
import tarfile
import zipfile
from pathlib import Path

import polars as pl
import pytest
import zstandard
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from warcio.warcwriter import WARCWriter

from flows.containers.blob import Blob, Measured, RawPage, buffered
from flows.containers.registry import expand
from flows.finding import Refusal
from flows.known import Facts
from flows.settings import Settings

Items = list[RawPage | Refusal]


def settings(**limits: int) -> Settings:
    return Settings(data_dir=Path("unused"), **limits)  # type: ignore[arg-type]


def opened(raw: bytes, **limits: int) -> Items:
    blob = Blob(
        "file:///x", buffered(io.BytesIO(raw)), len(raw), (Facts("option"),), (Facts("file name", edition="09"),)
    )
    return list(expand(blob, settings(**limits)))


def pages(items: Items) -> dict[str, str]:
    return {item.uri: item.raw.decode() for item in items if isinstance(item, RawPage)}


def refused(items: Items) -> dict[str, str]:
    return {item.source_uri: item.reason for item in items if isinstance(item, Refusal)}


def lines(*rows: object) -> bytes:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()


def test_text_is_one_page() -> None:
    assert pages(opened("一页".encode())) == {"file:///x": "一页"}


def test_rows_are_pages_named_by_id_or_number() -> None:
    items = opened(lines({"id": "a", "text": "甲"}, {"text": "乙"}, {"id": 7, "text": "丙"}))
    assert pages(items) == {"file:///x#a": "甲", "file:///x#2": "乙", "file:///x#7": "丙"}


def test_a_row_tells_more_than_the_name_of_its_file() -> None:
    (page,) = opened(lines({"text": "甲", "outlet": "江湾日报", "issue_date": "2025-01-02"}))
    assert isinstance(page, RawPage)
    assert (page.known.outlet, str(page.known.issue_date), page.known.edition) == ("江湾日报", "2025-01-02", "09")


def test_gzip_of_rows_and_of_text() -> None:
    assert pages(opened(gzip.compress(lines({"text": "甲"})))) == {"file:///x#1": "甲"}
    assert pages(opened(gzip.compress("一页".encode()))) == {"file:///x": "一页"}


def test_one_bad_row_leaves_the_others() -> None:
    raw = (
        lines({"text": "甲"})
        + b"{bad\n\n"
        + lines({"id": "b"}, ["text"], {"text": "丁", "issue_date": "soon"}, {"text": "戊"})
    )
    items = opened(raw)
    assert pages(items) == {"file:///x#1": "甲", "file:///x#7": "戊"}
    assert refused(items) == {
        "file:///x#2": "not_json",
        "file:///x#b": "no_text",
        "file:///x#5": "not_a_row",
        "file:///x#6": "bad_column",
    }


def test_half_a_surrogate_pair_is_refused() -> None:
    assert refused(opened(b'{"text": "\\ud800"}\n')) == {"file:///x#1": "bad_text"}


def test_limits_hold_for_a_page_and_not_for_its_file() -> None:
    rows = lines(*({"text": "字" * 50} for _ in range(10)), {"text": "字" * 200}, {"text": "x" * 3000}, {"text": "末"})
    items = opened(rows, max_page_characters=100, max_page_bytes=2000)
    assert len(pages(items)) == 11
    assert refused(items) == {"file:///x#11": "page_too_long", "file:///x#12": "page_too_large"}


def test_a_text_that_is_too_long_is_refused_unread() -> None:
    assert refused(opened(b"a" * 3000, max_page_bytes=2000)) == {"file:///x": "page_too_large"}
    assert refused(opened("字".encode() * 101, max_page_characters=100)) == {"file:///x": "page_too_long"}
    assert pages(opened("字".encode() * 100, max_page_characters=100))


def test_a_container_cut_short_keeps_what_came_before() -> None:
    raw = gzip.compress(lines(*({"text": f"第{i}页{'字' * 100}"} for i in range(2000))))
    items = opened(raw[: len(raw) * 2 // 3])
    assert len(pages(items)) > 500
    assert "damaged" in refused(items).values()


def test_containers_are_opened_so_deep_and_no_deeper() -> None:
    raw = "页".encode()
    for _ in range(5):
        raw = gzip.compress(raw)
    assert refused(opened(raw)) == {"file:///x": "nested_too_deep"}


def test_a_bomb_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Measured, "FREE", 1_000_000)
    row = lines({"text": "字" * 1000})
    items = opened(gzip.compress(row * 1_000), max_expansion=2)
    assert refused(items) == {"file:///x": "expands_too_far"}


def test_a_first_line_that_is_no_json_is_one_bad_row() -> None:
    items = opened(b"no json\n" + lines({"text": "乙"}, {"text": "丙"}))
    assert pages(items) == {"file:///x#2": "乙", "file:///x#3": "丙"}
    assert refused(items) == {"file:///x#1": "not_json"}


def test_a_first_row_longer_than_the_head_is_a_row() -> None:
    assert list(pages(opened(lines({"text": "字" * 100_000}, {"text": "乙"})))) == ["file:///x#1", "file:///x#2"]


def test_text_that_begins_with_a_brace_is_text() -> None:
    assert list(pages(opened("{一页} 文字\n".encode()))) == ["file:///x"]


def _samples() -> list[bytes]:
    rows = lines(*({"id": i, "text": f"第{i}页" * 20} for i in range(20)))
    parquet, packed, tarred, warc = io.BytesIO(), io.BytesIO(), io.BytesIO(), io.BytesIO()
    pl.DataFrame({"text": ["甲", "乙"]}).write_parquet(parquet)
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.jsonl", rows)
        archive.writestr("b.txt", "乙")
    with tarfile.open(fileobj=tarred, mode="w") as tar:
        info = tarfile.TarInfo("a.jsonl")
        info.size = len(rows)
        tar.addfile(info, io.BytesIO(rows))
    writer = WARCWriter(warc, gzip=False)
    writer.write_record(writer.create_warc_record("http://e.example/1", "conversion", payload=io.BytesIO(rows)))
    csv = b"id,text\n1,x\n2,y\n"
    squeezed = [gzip.compress(rows), zstandard.ZstdCompressor().compress(rows)]
    return [
        *squeezed,
        packed.getvalue(),
        tarred.getvalue(),
        parquet.getvalue(),
        warc.getvalue(),
        rows,
        b"[" + rows,
        csv,
    ]


SAMPLES = _samples()


@pytest.mark.parametrize("kind", range(len(SAMPLES)))
@hypothesis_settings(max_examples=60, deadline=None)
@given(st.binary(max_size=30), st.integers(0, 10_000), st.integers(0, 10_000))
def test_mutated_containers_end_in_pages_or_refusals(kind: int, junk: bytes, place: int, length: int) -> None:
    raw = SAMPLES[kind]
    place %= len(raw)
    opened(raw[:place] + junk + raw[place + length % (len(raw) - place) :])
    opened(raw[:place])
