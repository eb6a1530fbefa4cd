"""Rows of figures under a line that heads their columns, on invented tables."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tests.transforms.quantities.context.test_metric_context import read
from transforms.quantities.article_metrics import MetricSpan


def table(*lines: str) -> list[list[MetricSpan]]:
    return read(*lines)[1:]


def named(row: list[MetricSpan]) -> list[tuple[str, str | None, str | None]]:
    return [(m.raw, m.indicator, m.subject) for m in row]


def test_a_column_of_a_measure_names_the_indicator_and_the_row_whose_it_is() -> None:
    rows = table("镇名　绿化率　垃圾分类率", "青溪镇　41.5%　88%", "柳湾镇　—　79.6%", "两个镇都比上年好。")
    assert named(rows[0]) == [("41.5%", "绿化率", "青溪镇"), ("88%", "垃圾分类率", "青溪镇")]
    assert named(rows[1]) == [("79.6%", "垃圾分类率", "柳湾镇")]


def test_columns_of_years_date_the_measure_of_the_row_and_the_last_says_how_it_moved() -> None:
    row = table("项目 2023年 2024年 同比增减", "财政收入 3.0亿元 3.2亿元 +6.7%")[0]
    assert named(row) == [(raw, "财政收入", None) for raw in ("3.0亿元", "3.2亿元", "6.7%")]
    assert [m.period_start and m.period_start.year for m in row] == [2023, 2024, 2024]
    assert row[0].period_end == date(2023, 12, 31)
    assert (row[2].change, row[2].direction) == ("yoy", "up")


def test_a_change_column_goes_with_the_column_left_of_it() -> None:
    row = table("镇街\t增加值（现价）\t同比增长", "青溪镇\t3.2亿元\t6.7%")[0]
    assert named(row) == [("3.2亿元", "增加值", "青溪镇"), ("6.7%", "增加值", "青溪镇")]
    assert (row[0].change, row[1].change, row[1].direction) == (None, "yoy", "up")


def test_columns_of_aims_and_of_what_is_done() -> None:
    row = table("工程　　年度目标　　已完成", "水渠整修　　150公里　　126公里")[0]
    assert named(row) == [("150公里", "水渠整修", None), ("126公里", "水渠整修", None)]
    assert [m.status for m in row] == ["target", "actual"]


def test_values_that_did_not_move_leave_a_row_its_columns_and_a_rate_is_for_nothing() -> None:
    rows = table("品种 均价 环比", "莲藕 4.2元/公斤 持平", "草鱼 — 持平", "鸭蛋 9.8元/公斤 下降1.5%")
    assert [(m.raw, m.change, m.direction, m.per) for row in rows for m in row] == [
        ("4.2元/公斤", None, None, "kg"),
        ("9.8元/公斤", None, None, "kg"),
        ("下降1.5%", "mom", "down", None),
    ]


def test_a_sentence_after_a_line_of_words_is_no_row() -> None:
    row = table("春耕 见闻", "农机手 每天耕地30亩")[0]
    assert row[0].indicator != "见闻"


@given(st.lists(st.text(alphabet="甲乙项目年 　\t3%亿元—+", max_size=12), max_size=5))
def test_any_lines_are_read(lines: list[str]) -> None:
    assert len(read(*lines)) == len(lines)
