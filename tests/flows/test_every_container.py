"""One page in every container gives the same page; what is wrong with one is said, what is whole is read."""

from __future__ import annotations

import csv
import gzip
import io
import json
import tarfile
import zipfile
from pathlib import Path

import polars as pl
import pytest
import zstandard

from flows.containers.blob import RawPage
from flows.finding import Refusal
from flows.intake import Intake
from flows.known import Facts
from flows.settings import Settings

TEXT = "临湖日报讯（记者 张璁）6月16日，南坡村“合作社”收入超300万元，同比增长9.1%。\n\n南坡村收入超300万元\n"
ROW = {"id": "p1", "text": TEXT, "outlet": "临湖日报", "issue_date": "2025-06-17", "edition": "A03"}
OTHER = {"id": "p2", "text": "另一版：" + TEXT, "outlet": "临湖日报", "issue_date": "2025-06-18", "edition": "A04"}


def _read(*paths: Path, **limits: object) -> tuple[list[RawPage], list[Refusal]]:
    items = list(Intake(paths, Facts("option"), Settings(**limits)))  # type: ignore[arg-type]
    return [x for x in items if isinstance(x, RawPage)], [x for x in items if isinstance(x, Refusal)]


def _csv(delimiter: str) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, ROW.keys(), delimiter=delimiter)
    writer.writeheader()
    writer.writerows([ROW, OTHER])
    return out.getvalue().encode()


def _parquet() -> bytes:
    out = io.BytesIO()
    pl.DataFrame([ROW, OTHER]).with_columns(pl.col("issue_date").str.to_date()).write_parquet(out)
    return out.getvalue()


JSONL = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in (ROW, OTHER)).encode()
ROWS = {
    "pages.jsonl": JSONL,
    "pages.jsonl.gz": gzip.compress(JSONL),
    "pages.jsonl.zst": zstandard.compress(JSONL),
    "pages.json": json.dumps([ROW, OTHER], ensure_ascii=False, indent=1).encode(),
    "pages.csv": _csv(","),
    "pages.tsv": _csv("\t"),
    "gb.csv": _csv(",").decode().encode("gb18030"),
    "pages.parquet": _parquet(),
}


@pytest.mark.parametrize("name", ROWS)
def test_rows_of_every_kind_are_the_same_pages(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(ROWS[name])
    pages, refusals = _read(path)
    assert refusals == []
    assert [page.raw.decode() for page in pages] == [ROW["text"], OTHER["text"]]
    assert [page.uri for page in pages] == [f"{path.as_uri()}#p1", f"{path.as_uri()}#p2"]
    assert [(str(p.known.issue_date), p.known.edition) for p in pages] == [("2025-06-17", "A03"), ("2025-06-18", "A04")]


def _zip(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, raw in members.items():
            archive.writestr(name, raw)
    return out.getvalue()


def _tar(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, raw in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(raw)
            archive.addfile(info, io.BytesIO(raw))
    return out.getvalue()


MEMBERS = {"rmrb_2025-06-17_A03.txt": TEXT.encode(), "更多/pages.jsonl": JSONL}


@pytest.mark.parametrize("raw", [_zip(MEMBERS), _tar(MEMBERS), gzip.compress(_tar(MEMBERS))])
def test_the_members_of_an_archive_are_pages_of_their_own(raw: bytes, tmp_path: Path) -> None:
    path = tmp_path / "folder.archive"
    path.write_bytes(raw)
    pages, refusals = _read(path)
    assert refusals == []
    assert [page.uri.removeprefix(path.as_uri()) for page in pages] == [
        "!/rmrb_2025-06-17_A03.txt",
        "!/%E6%9B%B4%E5%A4%9A/pages.jsonl#p1",
        "!/%E6%9B%B4%E5%A4%9A/pages.jsonl#p2",
    ]
    assert (pages[0].known.outlet, str(pages[0].known.issue_date)) == ("人民日报", "2025-06-17")


def test_a_path_out_of_the_archive_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bad.zip"
    path.write_bytes(_zip({"../up.txt": TEXT.encode(), "/etc/page.txt": TEXT.encode(), "fine.txt": TEXT.encode()}))
    pages, refusals = _read(path)
    assert [page.uri.rpartition("!/")[2] for page in pages] == ["fine.txt"]
    assert {refusal.reason for refusal in refusals} == {"path_out_of_archive"}


def test_an_archive_that_swells_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("flows.containers.blob.Measured.FREE", 1 << 20)
    path = tmp_path / "bomb.zip"
    path.write_bytes(_zip({"page.txt": b"0" * (1 << 24)}))
    pages, refusals = _read(path, max_expansion=10)
    assert pages == []
    assert [refusal.reason for refusal in refusals] == ["expands_too_far"]


@pytest.mark.parametrize("name", ["pages.parquet", "pages.jsonl.gz", "pages.jsonl.zst", "pages.json"])
def test_a_container_cut_short_is_refused_by_name(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(ROWS[name][: len(ROWS[name]) * 2 // 3])
    _, refusals = _read(path)
    assert [refusal.reason for refusal in refusals][-1:] in (["damaged"], ["not_json"])


def test_columns_under_other_names(tmp_path: Path) -> None:
    named = {"编号": "p1", "正文": TEXT, "报纸": "临湖日报", "日期": "2025年6月17日", "版": "A03"}
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, named.keys())
    writer.writeheader()
    writer.writerow(named)
    (tmp_path / "a.csv").write_text(out.getvalue(), encoding="gb18030")
    (tmp_path / "b.jsonl").write_text(json.dumps(named, ensure_ascii=False) + "\n", encoding="utf-8")
    pl.DataFrame([named]).write_parquet(tmp_path / "c.parquet")
    ours = {"id": "编号", "text": "正文", "outlet": "报纸", "issue_date": "日期", "edition": "版"}
    pages, refusals = _read(tmp_path, columns=ours)
    assert refusals == []
    assert [(page.raw.decode(), page.known.outlet, page.known.edition) for page in pages] == [
        (TEXT, "临湖日报", "A03")
    ] * 3


def test_a_sidecar_tells_what_the_name_does_not(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(TEXT, encoding="utf-8")
    (tmp_path / "page.meta.yaml").write_text(
        "outlet: 临湖日报\nissue_date: 2025-06-17\nedition: A03\n", encoding="utf-8"
    )
    pages, refusals = _read(tmp_path)
    assert refusals == []
    assert dict(pages[0].known.sources)["outlet"] == "sidecar"
    assert str(pages[0].known.issue_date) == "2025-06-17"


def test_a_bad_sidecar_is_named_and_its_page_is_read(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "page.meta.yaml").write_text("issue_date: [soon", encoding="utf-8")
    pages, refusals = _read(tmp_path)
    assert len(pages) == 1
    assert [refusal.reason for refusal in refusals] == ["bad_sidecar"]


def test_common_crawl_records_are_pages(tmp_path: Path) -> None:
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    path = tmp_path / "crawl.warc.gz"
    with path.open("wb") as handle:
        writer = WARCWriter(handle, gzip=True)
        for address, kind, body in (
            ("http://paper.example/2025-06/17/a.html", "text/html", f"<html><body><p>{TEXT}</p></body></html>"),
            ("http://paper.example/logo.png", "image/png", "x"),
        ):
            headers = StatusAndHeaders("200 OK", [("Content-Type", kind)], protocol="HTTP/1.0")
            record = writer.create_warc_record(address, "response", io.BytesIO(body.encode()), http_headers=headers)
            writer.write_record(record)
    pages, refusals = _read(path)
    assert refusals == []
    assert [page.uri.rpartition("!/")[2] for page in pages] == ["http://paper.example/2025-06/17/a.html"]
