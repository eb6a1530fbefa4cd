"""The hand-made readings in tests/gold fit the sample pages and keep the plain rules of reading.

A reading is written before the code that passes it, so only this file stands between a slip of the pen and a floor that
no honest reader can reach.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any
from unicodedata import normalize

import pytest
from printed_text import bare

from transforms.forms.decode import decode
from transforms.forms.html.text import visible_lines

HERE = Path(__file__).resolve().parent
PAGES = HERE.parent / "seeds" / "pages"
GOLD = HERE / "gold"
RUN = 15
STEP = 7  # a run of 15 always holds one aligned piece of 7

READINGS = sorted(GOLD.glob("*.json"))
COMPARATORS = {"=", ">", ">=", "<", "<=", "≈", "range"}
WORDS = {  # the comparator words that may stand in raw, with what they make of it
    ">": "超|突破|逾|多|余",
    ">=": "以上|至少|不少于|不低于|上百|上千|上亿|上万",
    "<": "不足|不到|低于|少于",
    "<=": "以下|以内|之内|内|至多|不超过|不高于",
    "≈": "近|约|左右|上下",
}
SCALES = {"千": 1e3, "百万": 1e6, "万": 1e4, "亿": 1e8, "万亿": 1e12}
PLAIN = re.compile(
    r"(\d+(?:\.\d+)?)(万亿|百万|千|万|亿)?(?:多|余)?([^\d/（）]*?)(?:以上|以下|以内|之内|左右|上下|/.*)?$"
)
UNITS: dict[str, dict[str, float]] = {  # what one of each is in the canonical unit
    "CNY": {"元": 1, "元人民币": 1},
    "USD": {"美元": 1},
    "EUR": {"欧元": 1},
    "HKD": {"港元": 1},
    "%": {"%": 1},
    "pp": {"个百分点": 1},
    "m2": {"平方米": 1, "亩": 2000 / 3, "公顷": 1e4, "平方公里": 1e6},
    "m": {"米": 1, "公里": 1e3, "厘米": 1e-2, "毫米": 1e-3},
    "kg": {"吨": 1e3, "公斤": 1, "千克": 1, "斤": 0.5},
}


def load(path: Path) -> dict[str, Any]:
    reading: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return reading


def page_text(reading: dict[str, Any]) -> str:
    return text_of(PAGES / reading["page"])


def text_of(path: Path) -> str:
    """What a reader sees of a page, without blanks."""
    text, _ = decode(path.read_bytes())
    return bare("".join(line.text for line in visible_lines(text)) if path.suffix == ".htm" else text)


def quoted(article: dict[str, Any]) -> Iterator[str]:
    """Every piece of the page's own text that a reading of one article repeats."""
    for key in ("headline_lines", "subheadings", "captions", "reporters", "correspondents", "documents"):
        yield from article.get(key, [])
    yield from (article["first"], article["last"])
    yield from (m["raw"] for m in article.get("metrics", []))
    yield from (q["starts"] for q in article.get("quotes", []))
    yield from (p["raw"] for p in article.get("periods", []))
    yield from (p["name"] for p in article.get("people", []))


@pytest.fixture(params=READINGS, ids=lambda p: p.stem)
def reading(request: pytest.FixtureRequest) -> dict[str, Any]:
    return load(request.param)


def test_every_sample_page_has_a_reading() -> None:
    assert {p.stem for p in PAGES.iterdir() if p.suffix in (".txt", ".htm")} == {p.stem for p in READINGS}
    assert len(READINGS) >= 10


def test_a_reading_names_its_page(reading: dict[str, Any]) -> None:
    stem = Path(reading["page"]).stem
    assert (PAGES / reading["page"]).exists()
    for key in ("outlet", "about", "articles"):
        assert reading[key]
    told = re.search(r"\d{4}-\d\d-\d\d", stem)
    assert reading.get("issue_date") == (told.group() if told else None)


def test_what_is_repeated_stands_on_the_page(reading: dict[str, Any]) -> None:
    text = page_text(reading)
    missing = [q for a in reading["articles"] for q in quoted(a) if bare(q) not in text]
    assert not missing


def test_no_two_articles_share_text(reading: dict[str, Any]) -> None:
    text = page_text(reading)
    starts = [text.index(bare(a["first"])) for a in reading["articles"]]
    ends = [text.rindex(bare(a["last"])) + len(bare(a["last"])) for a in reading["articles"]]
    spans = sorted(zip(starts, ends, strict=True))
    assert all(start < end for start, end in spans)
    assert all(left[1] <= right[0] for left, right in pairwise(spans))


def test_metrics_stand_in_their_article_in_order(reading: dict[str, Any]) -> None:
    text = page_text(reading)
    for article in reading["articles"]:
        at, last = text.index(bare(article["first"])), bare(article["last"])
        end = text.rindex(last) + len(last)
        for metric in article.get("metrics", []):
            found = text.find(bare(metric["raw"]), at, end)
            assert found >= 0, f"{article['id']}: {metric['raw']}"
            at = found + 1


def test_headlines_are_told_once_and_the_main_one_is_among_them(reading: dict[str, Any]) -> None:
    for article in reading["articles"]:
        lines = article["headline_lines"]
        assert len(set(lines)) == len(lines)
        if "main_headline" in article:
            assert article["main_headline"] in lines


def test_dates_are_dates(reading: dict[str, Any]) -> None:
    for article in reading["articles"]:
        if article.get("event_date"):
            date.fromisoformat(f"2024-{article['event_date']}")
        spans = [(p["start"], p["end"]) for p in article.get("periods", [])]
        spans += [tuple(m["period"]) for m in article.get("metrics", []) if "period" in m]
        for start, end in spans:
            assert date.fromisoformat(start) <= date.fromisoformat(end)


def test_bounds_fit_the_comparator(reading: dict[str, Any]) -> None:
    for metric in (m for a in reading["articles"] for m in a.get("metrics", [])):
        low, high, told = metric["low"], metric["high"], metric["comparator"]
        assert told in COMPARATORS
        if told in ("=", "≈"):
            assert low == high is not None, metric
        elif told == "range":
            assert low is not None and high is not None and low < high, metric
        else:
            assert (high is None) == (told in (">", ">=")) and (low is None) == (told in ("<", "<=")), metric


def test_comparators_fit_their_words(reading: dict[str, Any]) -> None:
    for metric in (m for a in reading["articles"] for m in a.get("metrics", [])):
        raw, told = metric["raw"], metric["comparator"]
        if told in WORDS:
            assert re.search(WORDS[told], raw) or told == "≈", metric
        if told == "=":
            assert not re.search(r"^(超|逾|近|约|不足|不到)|(以上|以下|左右|以内)$", raw), metric


def test_plain_values_fit_their_words(reading: dict[str, Any]) -> None:
    """Digits, a scale and a well-known unit: the value can be worked out from the text alone."""
    for metric in (m for a in reading["articles"] for m in a.get("metrics", [])):
        m = PLAIN.search(normalize("NFKC", metric["raw"]))
        factors = UNITS.get(metric["unit"], {})
        if metric["comparator"] == "range" or m is None or m.group(3) not in factors:
            continue
        want = float(m.group(1)) * SCALES.get(m.group(2) or "", 1) * factors[m.group(3)]
        value = metric["high"] if metric["low"] is None else metric["low"]
        assert value == pytest.approx(want), metric


def test_words_that_stay_outside_are_outside(reading: dict[str, Any]) -> None:
    outside = re.compile("分别|比上年|比20|较|净增|达|为|共|每|人均|高达|多达|最高|提高到|减至|了(?!.)")
    raws = [m["raw"] for a in reading["articles"] for m in a.get("metrics", [])]
    assert not [raw for raw in raws if outside.match(raw)]


def test_units_fit_their_words(reading: dict[str, Any]) -> None:
    for metric in (m for a in reading["articles"] for m in a.get("metrics", [])):
        raw, unit = metric["raw"], metric["unit"]
        if "百分点" in raw:
            assert unit == "pp", metric
        elif "%" in raw or raw.endswith("成"):
            assert unit == "%", metric
        elif re.search(r"[一-龥]", unit):
            assert unit in raw, metric


def test_change_words_have_a_direction(reading: dict[str, Any]) -> None:
    for metric in (m for a in reading["articles"] for m in a.get("metrics", [])):
        assert ("change" in metric) == ("direction" in metric), metric
        if "同比" in metric["raw"]:
            assert metric["change"] == "yoy", metric
        if "环比" in metric["raw"]:
            assert metric["change"] == "mom", metric
        if re.match(r"(同比|环比)?(增长|增加|上升|提高|上涨)", metric["raw"]):
            assert metric["direction"] == "up", metric
        if re.match(r"(同比|环比)?(下降|减少|缩短|下跌)", metric["raw"]):
            assert metric["direction"] == "down", metric


def test_traps_stand_on_the_page(reading: dict[str, Any]) -> None:
    text = page_text(reading)
    assert not [t for t in reading["not_metrics"] if bare(t) not in text]


def test_rows_have_what_a_page_needs() -> None:
    for path in PAGES.glob("*.jsonl"):
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        assert len({row["id"] for row in rows}) == len(rows) >= 3
        assert all(row["text"] and date.fromisoformat(row["issue_date"]) for row in rows)


def shared_texts(shared: Path) -> Iterator[str]:
    for path in (shared / "pages").rglob("*"):
        if path.suffix in (".txt", ".html", ".htm"):
            yield path.read_text(encoding="utf-8", errors="replace")
    for path in shared.rglob("*.jsonl*"):
        with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
            for line in lines:
                yield str(json.loads(line).get("text", ""))


def test_no_sentence_is_taken_from_elsewhere(shared: Path) -> None:
    """No run of 15 characters of a sample stands in the pages that others gave us."""
    ours = [text_of(p) for p in sorted(PAGES.iterdir()) if p.is_file()]
    pieces = {text[i : i + STEP] for text in ours for i in range(len(text) - STEP + 1)}
    whole = {text[i : i + RUN] for text in ours for i in range(len(text) - RUN + 1)}
    taken = set()
    for text in map(bare, shared_texts(shared)):
        for i in range(0, len(text), STEP):
            if text[i : i + STEP] in pieces:
                around = range(max(0, i - RUN + STEP), i + 1)
                taken |= {text[j : j + RUN] for j in around if text[j : j + RUN] in whole}
    assert not taken
