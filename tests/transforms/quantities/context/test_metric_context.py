"""What is measured, whose it is, when, how sure, per what and who says so, on invented sentences."""

from __future__ import annotations

import csv
import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from _pytest.mark.structures import ParameterSet
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.names.paragraph import Paragraph
from transforms.names.quote import read_quotes
from transforms.names.spans import NameSpan
from transforms.quantities.article_metrics import MetricSpan, read_line_metrics, read_page_metrics
from transforms.times.period import read_periods
from transforms.words.token import tokenize

ISSUE = date(2025, 6, 20)
CASES = list(csv.DictReader((Path(__file__).parent / "metric_context_cases.csv").open(encoding="utf-8", newline="")))


def cut(text: str) -> Paragraph:
    return Paragraph.of(text, tokenize(text))


@cache
def read(*paragraphs: str) -> list[list[MetricSpan]]:
    periods = [read_periods(text, ISSUE) for text in paragraphs]
    return read_page_metrics([list(map(cut, paragraphs))], [periods], [read_quotes(paragraphs)], ISSUE)[0]


def metric(sentence: str, raw: str) -> MetricSpan:
    found = [m for m in read(sentence)[0] if m.raw == raw]
    assert found, f"{raw} is not read in {sentence}: {[m.raw for m in read(sentence)[0]]}"
    return found[0]


def _cases(missable: bool) -> list[ParameterSet]:
    """The cases; where `missable`, those whose indicator is not yet read as a careful person does must fail."""
    missed = pytest.mark.xfail(strict=True, raises=AssertionError, reason="not yet read as a careful person does")
    return [
        pytest.param(row, id=f"{i:02}-{row['raw']}", marks=(missed,) if missable and row["missed"] else ())
        for i, row in enumerate(CASES)
    ]


@pytest.mark.parametrize("case", _cases(missable=True))
def test_what_is_measured_in_an_invented_sentence(case: dict[str, str]) -> None:
    assert (metric(case["sentence"], case["raw"]).indicator or "") == case["indicator"]


@pytest.mark.parametrize("case", _cases(missable=False))
def test_whose_it_is_when_how_sure_and_per_what(case: dict[str, str]) -> None:
    got = metric(case["sentence"], case["raw"])
    period = f"{got.period_start}/{got.period_end}" if got.period_start else ""
    assert ((got.subject or ""), period, got.status, (got.per or "")) == (
        case["subject"],
        case["period"],
        case["status"],
        case["per"],
    )


def test_only_an_indicator_is_missed() -> None:
    assert {row["missed"] for row in CASES} == {"", "indicator"}


def test_speaker_of_a_quantity_in_a_quotation() -> None:
    assert metric("“我家种了20亩茶。”村民王长顺说。", "20亩").speaker == "村民王长顺"
    assert metric("村民王长顺种了20亩茶。", "20亩").speaker is None


def test_money_of_several_countries_is_that_of_the_one_named() -> None:
    assert [m.unit for m in read("肯尼亚的集市上人很多。", "一筐鱼卖900先令。")[1]] == ["KES"]
    assert [m.unit for m in read("肯尼亚和乌干达的商人都来了。", "一筐鱼卖900先令。")[1]] == ["先令"]
    assert [m.unit for m in read("集市上人很多。", "一筐鱼卖900先令。")[1]] == ["先令"]


def test_a_span_cuts_its_raw() -> None:
    text = "去年全镇接待游客120万人次，同比增长8%。"
    assert [text[m.start : m.end] for m in read(text)[0]] == [m.raw for m in read(text)[0]]


def test_a_line_reads_like_a_paragraph() -> None:
    line = "全市粮食总产量突破50亿斤"
    ((got,),) = read_line_metrics([line], [read_periods(line, ISSUE)], cut, ISSUE)
    assert (got.indicator, got.subject) == ("粮食总产量", "全市")


def test_the_year_before_that_of_the_value_is_yoy() -> None:
    year = ISSUE.year - 1
    assert metric(f"今年，全县产量有望达5万吨，比{year}年增长近4%。", "增长近4%").change == "yoy"
    assert metric(f"今年，全县产量有望达5万吨，比{year - 1}年增长近4%。", "增长近4%").change == "other"
    assert metric(f"目前普及率达60%，较{year}年3月提升2个百分点。", "提升2个百分点").change == "other"


def test_a_door_number_after_a_house_is_no_count() -> None:
    assert read("她住在江畔小区9栋301的家里。") == [[]]


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="今年全市达5亿元，。“”、和的将目标每件（）增长3%家企业比12月到2027", max_size=80))
def test_any_text_reads(text: str) -> None:
    for got in read(text)[0]:
        assert text[got.start : got.end] == got.raw
        for phrase in (got.indicator, got.subject):
            assert phrase is None or (phrase and not set(phrase) & set("。；，！？"))


def test_a_list_of_measures_keeps_its_period_in_the_next_paragraph() -> None:
    first, second = read(
        "2024年，全市地区生产总值860亿元，比上年增长6.2%。", "分产业看，第一产业增加值90亿元，增长3.1%。"
    )
    assert {(m.period_start, m.period_end) for m in first + second} == {(date(2024, 1, 1), date(2024, 12, 31))}


def test_years_dealt_out_to_their_values() -> None:
    text = "2023年和2024年全县财政收入分别为12亿元和13亿元。"
    assert [(m.indicator, m.subject, m.period_start) for m in read(text)[0]] == [
        ("财政收入", "全县", date(2023, 1, 1)),
        ("财政收入", "全县", date(2024, 1, 1)),
    ]


def test_changes_dealt_out_to_the_values_before() -> None:
    text = "景区接待游客12万人次、门票收入800万元，比去年同期分别增长9%和12%。"
    visitors, tickets, more_visitors, more_tickets = read(text)[0]
    assert (more_visitors.indicator, more_tickets.indicator) == (visitors.indicator, tickets.indicator)
    assert more_visitors.change == "yoy"


def test_a_name_that_the_reader_of_names_found_owns_what_its_bearer_does():
    text = "扎西祝措当上护林员，每月有900元工资。30岁的扎西祝措坐在门前。恩格尔系数为31%。"
    names = [NameSpan(m.start(), m.end(), "person") for m in re.finditer("扎西祝措|恩格尔", text)]
    periods = read_periods(text, ISSUE)
    found = read_page_metrics([[cut(text)]], [[periods]], [read_quotes([text])], ISSUE, [[names]])[0][0]
    assert [(m.indicator, m.subject) for m in found] == [
        ("工资", "扎西祝措"),
        (None, "扎西祝措"),
        ("恩格尔系数", None),
    ]


def test_who_only_reckons_owns_nothing():
    assert metric("张洪成算了一笔账：一亩藕能赚3000元。", "3000元").subject != "张洪成"
