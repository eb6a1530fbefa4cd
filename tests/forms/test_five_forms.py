"""One page in five forms: the e-paper's HTML, a PDF, a row of JSONL, a text dump and a scan give the same reading."""

from __future__ import annotations

import importlib.util
import json
from collections import Counter
from difflib import SequenceMatcher
from pathlib import Path

import pytest
from made_articles import MadeArticle, page_articles
from made_forms import as_html, as_index, as_jsonl, as_pdf, as_scan, need_printer
from made_layout import Row, SetArticle, Stack, set_page
from printed_text import bare
from scoring import banmian

OUTLET, DATE, EDITION = "西门日报", "2025-05-30", "08"
STORIES = page_articles("ximenribao")
KNOWN = {"outlet": OUTLET, "issue_date": DATE, "edition": EDITION}


def _pdf(folder: Path) -> bytes:
    a, b, c, d, e = (SetArticle(story, size=22) for story in STORIES)
    root = Stack((c, Row(((2, Stack((a, b))), (2, Stack((d, e)))))))
    return as_pdf([set_page(root, 4, True, (OUTLET, "2025年5月30日 星期五", f"{EDITION} 民生"))], folder)


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, dict[str, object]]]:
    """For each form the articles by their headline, as one run of the product read them."""
    need_printer()
    folder = tmp_path_factory.mktemp("forms")
    pdf = _pdf(tmp_path_factory.mktemp("printed"))
    for form in ("html", "pdf", "jsonl", "scan"):
        (folder / form).mkdir()
    for number, story in enumerate(STORIES, 1):
        (folder / "html" / f"content_{number}.html").write_bytes(as_html(story, DATE, EDITION, OUTLET))
    (folder / "html" / "node_8.html").write_bytes(as_index(STORIES, DATE, EDITION, OUTLET))
    (folder / "pdf" / "page.pdf").write_bytes(pdf)
    (folder / "jsonl" / "page.jsonl").write_bytes(as_jsonl(STORIES, KNOWN))
    if importlib.util.find_spec("rapidocr"):
        (folder / "scan" / "page.png").write_bytes(as_scan(pdf, 200))
    data = folder / "data"
    banmian("run", *(folder / form for form in ("html", "pdf", "jsonl", "scan")), "--data-dir", data)
    query = """
        SELECT p.source_uri AS uri, a.headline_lines AS lines, a.headline, a.kicker, a.deck, a.reporters,
          a.correspondents, p.outlet, CAST(a.issue_date AS VARCHAR) AS day, p.edition, a.body,
          (SELECT list(concat_ws('|', m.raw, m.low, m.high, m.unit) ORDER BY m.char_start) FROM metric m
           WHERE m.article_id = a.article_id) AS metrics
        FROM article a JOIN page p USING (page_id)"""
    found: dict[str, dict[str, dict[str, object]]] = {}
    for row in json.loads(banmian("sql", query, "--data-dir", data, "--format", "json")):
        form = row.pop("uri").rsplit("/", 2)[-2]
        row = {name: _bare(value) for name, value in row.items()}
        found.setdefault(form, {})["".join(row.pop("lines"))] = row
    return found


def _bare(value: object) -> object:
    if isinstance(value, str):
        return bare(value)
    return [_bare(part) for part in value] if isinstance(value, list) else value


def _words(story: MadeArticle) -> str:
    return bare(*story.headline_lines)


@pytest.mark.parametrize("form", ["html", "pdf", "jsonl"])
def test_each_form_gives_the_articles_of_the_source(read: dict[str, dict[str, dict[str, object]]], form: str) -> None:
    assert read[form].keys() == {_words(story) for story in STORIES}
    for story in STORIES:
        row = read[form][_words(story)]
        assert [row["headline"]] == [_bare(part.text) for part in story.head if part.role == "headline"]
        assert (row["outlet"], row["day"], row["edition"]) == (OUTLET, DATE, EDITION)


@pytest.mark.parametrize("form", ["pdf", "jsonl"])
def test_the_forms_agree_with_the_html(read: dict[str, dict[str, dict[str, object]]], form: str) -> None:
    assert read[form] == read["html"]


def test_the_scan_gives_the_same_articles_and_nearly_the_same_characters_and_metrics(
    read: dict[str, dict[str, dict[str, object]]],
) -> None:
    pytest.importorskip("rapidocr", reason="needs the extra banmian[ocr]")
    assert read["scan"].keys() == read["html"].keys()
    same = total = metrics_same = metrics_total = 0
    for headline, row in read["html"].items():
        scanned = read["scan"][headline]
        body, got = str(row["body"]), str(scanned["body"])
        same += sum(block.size for block in SequenceMatcher(None, body, got, autojunk=False).get_matching_blocks())
        total += len(body)
        assert scanned["headline"] == row["headline"]
        told, seen = (Counter(r["metrics"]) for r in (row, scanned))  # type: ignore[arg-type]  # a list of strings
        metrics_same += (told & seen).total()
        metrics_total += max(told.total(), seen.total())
    assert same / total >= 0.97
    assert metrics_same / metrics_total >= 0.97
