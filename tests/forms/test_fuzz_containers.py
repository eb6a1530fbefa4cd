"""Damaged containers and images: every page is given or refused with a reason, nothing hangs, none is lost unsaid.

`make fuzz` opens 2,000 of each; the tests open a few, and those that once failed.
"""

from __future__ import annotations

import csv
import gzip
import io
import json
import os
import tarfile
import time
import zipfile

import polars as pl
import pytest
import zstandard
from damaged import damaged
from PIL import Image
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from flows.containers.blob import Blob, RawPage, buffered
from flows.containers.registry import expand
from flows.finding import Refusal
from flows.settings import Settings
from transforms.errors import PageError
from transforms.forms import ocr
from transforms.forms.line import Known
from transforms.forms.sniff import media_type
from transforms.read import open_form

ROWS = [
    {"id": f"p{n}", "text": f"第{n}条：南坡村今年收入超{n}00万元，同比增长9.{n}%。\n" * (n + 2), "edition": f"A{n:02d}"}
    for n in range(1, 9)
]
SECONDS = 20.0
FEW, MANY = 30, 2000


def _lines() -> bytes:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in ROWS).encode()


def _csv() -> bytes:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, ROWS[0].keys())
    writer.writeheader()
    writer.writerows(ROWS)
    return out.getvalue().encode()


def _parquet() -> bytes:
    out = io.BytesIO()
    pl.DataFrame(ROWS).write_parquet(out, row_group_size=3)
    return out.getvalue()


def _zip() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for row in ROWS:
            archive.writestr(f"{row['id']}.txt", row["text"])
    return out.getvalue()


def _tar() -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.GNU_FORMAT) as archive:
        for row in ROWS:
            info = tarfile.TarInfo(f"{row['id']}.txt")
            info.size = len(row["text"].encode())
            archive.addfile(info, io.BytesIO(row["text"].encode()))
    return out.getvalue()


def _warc(packed: bool) -> bytes:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=packed)
    for row in ROWS:
        headers = StatusAndHeaders("200 OK", [("Content-Type", "text/plain")], protocol="HTTP/1.0")
        address = f"http://paper.example/{row['id']}.txt"
        named = {"WARC-Record-ID": f"<urn:made:{row['id']}>", "WARC-Date": "2025-06-17T00:00:00Z"}
        body = io.BytesIO(row["text"].encode())
        record = writer.create_warc_record(
            address, "response", payload=body, http_headers=headers, warc_headers_dict=named
        )
        writer.write_record(record)
    return out.getvalue()


def _image(form: str) -> bytes:
    out = io.BytesIO()
    picture = Image.linear_gradient("L").resize((90, 60)).convert("RGB")
    more = {"save_all": True, "append_images": [picture]} if form == "TIFF" else {}
    picture.save(out, form, **more)
    return out.getvalue()


CONTAINERS = {
    "jsonl": _lines(),
    "json": json.dumps(ROWS, ensure_ascii=False, indent=1).encode(),
    "csv": _csv(),
    "parquet": _parquet(),
    "gzip": gzip.compress(_lines(), mtime=0),
    "zstd": zstandard.compress(_lines()),
    "zip": _zip(),
    "tar": _tar(),
    "warc": _warc(False),
    "warc.gz": _warc(True),
    "zip of gzip": gzip.compress(_zip(), mtime=0),
}
IMAGES = {form: _image(form) for form in ("PNG", "JPEG", "TIFF")}
CHECKED = {"gzip", "zstd", "zip", "tar", "zip of gzip"}  # what they hold has a length, a sum or an end


def _open(raw: bytes) -> list[RawPage | Refusal]:
    return list(expand(Blob("file:///damaged", buffered(io.BytesIO(raw)), len(raw)), Settings()))


def _check(name: str, raw: bytes, whole: int, cut_or_flipped: bool) -> None:
    start = time.perf_counter()
    items = _open(raw)
    assert time.perf_counter() - start < SECONDS
    pages = [item for item in items if isinstance(item, RawPage)]
    refusals = [item for item in items if isinstance(item, Refusal)]
    assert all(refusal.reason and refusal.detail for refusal in refusals)
    assert items or not raw
    if cut_or_flipped and name in CHECKED:
        unopened = [page for page in pages if page.uri == "file:///damaged"]  # what it was no longer shows: one page
        assert len(pages) >= whole or refusals or unopened, f"{whole - len(pages)} pages lost unsaid"


def _all(name: str, count: int) -> list[tuple[int, str]]:
    raw = CONTAINERS[name]
    whole = len(_open(raw))
    assert whole == len(ROWS)
    failed = []
    for seed in range(count):
        try:
            _check(name, damaged(raw, seed), whole, seed % 5 < 2)
        except Exception as error:
            failed.append((seed, repr(error)[:200]))
    return failed


@pytest.mark.parametrize("name", CONTAINERS)
def test_a_damaged_container_gives_pages_or_refusals(name: str) -> None:
    assert _all(name, FEW) == []


@pytest.mark.long
@pytest.mark.parametrize("name", CONTAINERS)
def test_many_damaged_containers_give_pages_or_refusals(name: str) -> None:
    assert _all(name, int(os.environ.get("BANMIAN_FUZZ", MANY))) == []


def test_a_tar_whose_second_head_is_damaged_says_so() -> None:
    raw = bytearray(CONTAINERS["tar"])
    raw[1024:1034] = b"\xff" * 10
    items = _open(bytes(raw))
    assert [isinstance(item, RawPage) for item in items] == [True, False]


def test_a_tar_cut_between_two_members_says_so() -> None:
    assert any(isinstance(item, Refusal) for item in _open(CONTAINERS["tar"][:2048]))


def test_a_warc_cut_inside_a_record_says_so() -> None:
    items = _open(CONTAINERS["warc"][: len(CONTAINERS["warc"]) // 2])
    assert [item.reason for item in items if isinstance(item, Refusal)] == ["damaged"]


class _Blind:
    """Stands for OCR, which takes a second a picture and sees nothing of the bytes: finds no words."""

    boxes = None


def _images(form: str, count: int, monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, str]]:
    monkeypatch.setattr(ocr, "_engine", lambda: lambda image: _Blind())
    failed = []
    for seed in range(count):
        raw = damaged(IMAGES[form], seed)
        if not media_type(raw).startswith("image/"):
            continue
        start = time.perf_counter()
        try:
            open_form(raw, Known())
        except PageError as error:
            assert error.reason and error.detail
        except Exception as error:
            failed.append((seed, repr(error)[:200]))
        if time.perf_counter() - start > SECONDS:
            failed.append((seed, "slow"))
    return failed


@pytest.mark.parametrize("form", IMAGES)
def test_a_damaged_image_is_read_or_refused(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert _images(form, FEW, monkeypatch) == []


@pytest.mark.long
@pytest.mark.parametrize("form", IMAGES)
def test_many_damaged_images_are_read_or_refused(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert _images(form, int(os.environ.get("BANMIAN_FUZZ", MANY)), monkeypatch) == []
