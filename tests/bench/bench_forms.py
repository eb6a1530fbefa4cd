"""How fast each form of page becomes lines with evidence, on one core: pages and characters a second.

    python tests/bench/bench_forms.py [--seconds S] [--ocr]

PDF pages are the shared folder's where it is at hand: broadsheets with fonts embedded as subsets, seven as TrueType and
two in pieces (Type 3), as publishers' programs do both. PDFium alone tells what of it is the library's own work:
loading the page and its text, with nothing asked. HTML and text are made from the sample pages; JSONL, CSV, Parquet and
archives hold the text pages many times over. OCR takes seconds a page and is timed only when asked for.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import io
import json
import os
import sys
import time
import zipfile
from pathlib import Path

import polars as pl
import pypdfium2 as pdfium

from flows.containers.blob import Blob, RawPage, buffered
from flows.containers.registry import expand
from flows.settings import Settings
from transforms.forms.line import Known
from transforms.read import open_form

COPIES = 20
ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "made"))

from made_articles import articles  # noqa: E402
from made_forms import as_html  # noqa: E402


def pages() -> dict[str, list[bytes]]:
    """The bytes of some pages of each form."""
    shared = Path(os.environ.get("BANMIAN_SHARED", ROOT.parent / "shared"))
    made = [as_html(story, "2025-05-30", "08", "西门日报") for story in articles().values()]
    return {
        "text": [path.read_bytes() for path in sorted((ROOT / "seeds" / "pages").glob("*.txt"))],
        "HTML": made + [path.read_bytes() for path in sorted((shared / "pages" / "hubei-daily").glob("*.html"))],
        "PDF": [path.read_bytes() for path in sorted((shared / "pages" / "pdf").glob("*.pdf"))],
    }


def containers(texts: list[bytes]) -> dict[str, bytes]:
    """Files of many pages, each text page as rows and members of them."""
    rows = [{"id": f"p{n}", "text": text.decode()} for n, text in enumerate(texts * COPIES)]
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()
    table, zipped, parquet = io.StringIO(newline=""), io.BytesIO(), io.BytesIO()
    writer = csv.DictWriter(table, ("id", "text"))
    writer.writeheader()
    writer.writerows(rows)
    pl.DataFrame(rows).write_parquet(parquet)
    with zipfile.ZipFile(zipped, "w", zipfile.ZIP_DEFLATED) as archive:
        for row in rows:
            archive.writestr(f"{row['id']}.txt", row["text"])
    found = {"JSONL": lines, "JSONL.gz": gzip.compress(lines), "CSV": table.getvalue().encode()}
    return {**found, "Parquet": parquet.getvalue(), "zip": zipped.getvalue()}


def opened(raw: bytes, seconds: float) -> tuple[float, float]:
    """Pages and characters a second of a file of many pages, each opened as a page by itself is."""
    many = size = 0
    start = time.process_time()
    while many == 0 or time.process_time() - start < seconds:
        for page in expand(Blob("file:///bench", buffered(io.BytesIO(raw)), len(raw)), Settings()):
            if isinstance(page, RawPage):
                size += len(open_form(page.raw, Known()).text)
                many += 1
    took = time.process_time() - start
    return many / took, size / took


def scans(pdfs: list[bytes]) -> list[bytes]:
    document = pdfium.PdfDocument(pdfs[0])
    kept = io.BytesIO()
    document[0].render(scale=150 / 72).to_pil().save(kept, "PNG")
    return [kept.getvalue()]


def timed(raws: list[bytes], seconds: float) -> tuple[float, float]:
    """Pages and characters a second, of processor time."""
    size = sum(len(open_form(raw, Known()).text) for raw in raws)
    rounds, start = 0, time.process_time()
    while rounds == 0 or time.process_time() - start < seconds:
        for raw in raws:
            open_form(raw, Known())
        rounds += 1
    took = time.process_time() - start
    return rounds * len(raws) / took, rounds * size / took


def loaded(raws: list[bytes], seconds: float) -> float:
    """Pages a second that PDFium loads with their text."""
    rounds, start = 0, time.process_time()
    while rounds == 0 or time.process_time() - start < seconds:
        for raw in raws:
            document = pdfium.PdfDocument(raw)
            page = document[0]
            page.get_textpage().close()
            page.close()
            document.close()
        rounds += 1
    return rounds * len(raws) / (time.process_time() - start)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=3.0, help="how long each form is timed")
    parser.add_argument("--ocr", action="store_true", help="time a scan too")
    args = parser.parse_args()
    forms = pages()
    if args.ocr and forms["PDF"]:
        forms["scan"] = scans(forms["PDF"])
    print(f"{'':8}{'pages/s':>10}{'characters/s':>16}")
    for name, raws in forms.items():
        if raws:
            many, characters = timed(raws, args.seconds)
            print(f"{name:8}{many:10,.1f}{characters:16,.0f}")
    for name, raw in containers(forms["text"]).items():
        many, characters = opened(raw, args.seconds)
        print(f"{name:8}{many:10,.1f}{characters:16,.0f}")
    if forms["PDF"]:
        print(f"{'PDFium':8}{loaded(forms['PDF'], args.seconds):10,.1f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
