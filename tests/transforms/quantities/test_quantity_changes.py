"""Changes with their base and direction, what a rate is for each of, and what else a quantity tells of its words."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from made_quantities import read_quantities


def told(text: str) -> list[tuple[str, str | None, str | None]]:
    return [(q.raw, q.change, q.direction) for q in read_quantities(text)]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("同比增长9.1%", [("同比增长9.1%", "yoy", "up")]),
        ("环比下降0.1%", [("环比下降0.1%", "mom", "down")]),
        ("比上年下降了3%", [("下降了3%", "yoy", "down")]),
        ("较2018年下降1.07%", [("下降1.07%", "other", "down")]),
        ("2019年产量比2018年增长2%", [("增长2%", "yoy", "up")]),
        ("增长近两倍", [("增长近两倍", "other", "up")]),
        ("产值增加约660万元", [("增加约660万元", "other", "up")]),
        ("同比、环比分别上涨1.2%和0.3%", [("上涨1.2%", "yoy", "up"), ("0.3%", "mom", "up")]),
        ("满100元减30元", [("100元", None, None), ("30元", None, None)]),
        ("指数跌1.2%", [("跌1.2%", "other", "down")]),
        ("新增30人", [("30人", None, None)]),
        ("提升11个村", [("11个", None, None)]),
        ("提高到50%", [("50%", None, None)]),
        ("同比多增1.2万亿元", [("同比多增1.2万亿元", "yoy", "up")]),
        ("产量翻了近一番", [("翻了近一番", "other", "up")]),
        ("翻了一番", [("翻了一番", "other", "up")]),
        ("深翻1200万亩", [("1200万亩", None, None)]),
        ("同比分别增长18.1%、43.2%", [("增长18.1%", "yoy", "up"), ("43.2%", "yoy", "up")]),
        ("同比分别增长9%和下降4%", [("增长9%", "yoy", "up"), ("下降4%", "yoy", "down")]),
        ("每升降0.25元", [("降0.25元", "other", "down")]),
        ("中间价调升60个基点", [("调升60个基点", "other", "up")]),
        ("同比分别增长31%和1.4倍", [("增长31%", "yoy", "up"), ("1.4倍", "yoy", "up")]),
        ("分别下降4%和8.6%", [("下降4%", "other", "down"), ("8.6%", "other", "down")]),
        ("与去年相比，用工减少了12%，工钱提高80元", [("减少了12%", "yoy", "down"), ("提高80元", "yoy", "up")]),
        ("由400件增加到1000件", [("400件", None, None), ("1000件", None, None)]),
    ],
)
def test_changes(text: str, want: list[tuple[str, str | None, str | None]]) -> None:
    assert told(text) == want


@pytest.mark.parametrize(
    ("text", "raw", "per"),
    [
        ("每小时18公里", "18公里", "h"),
        ("55元/吨", "55元/吨", "t"),
        ("亩产600公斤/亩", "600公斤/亩", "亩"),
        ("人均2.3万元", "2.3万元", "人"),
        ("每天300多元", "300多元", "d"),
        ("每周三次", "三次", "wk"),
        ("每盎司2650美元", "2650美元", "盎司"),
        ("每蒲式耳5.2美元", "5.2美元", "蒲式耳"),
        ("1美元兑7.2元", "7.2元", "USD"),
    ],
)
def test_the_base_of_a_rate_that_touches(text: str, raw: str, per: str) -> None:
    [found] = read_quantities(text)
    assert (found.raw, found.per) == (raw, per)


def test_a_price_with_a_bound_stands_before_what_it_is_for() -> None:
    assert [(q.raw, q.unit, q.comparator) for q in read_quantities("鸡蛋5元多一斤，黄瓜3块多一斤")] == [
        ("5元多", "CNY", ">"),
        ("一斤", "kg", "="),
        ("3块多", "CNY", ">"),
        ("一斤", "kg", "="),
    ]


def test_stated_value_and_unit_are_as_printed() -> None:
    [found] = read_quantities("规模20.57万亩")
    assert (found.stated_value, found.stated_unit) == ("20.57", "万亩")


def test_plain_print_is_surer_than_a_guess() -> None:
    sure, guess = read_quantities("投入3000万元"), read_quantities("一共三十六度")
    assert sure[0].confidence >= 0.9 > guess[0].confidence


@dataclass(frozen=True)
class Dated:
    start: int
    end: int
    granularity: str


def test_a_count_inside_a_period_is_none() -> None:
    text = "截至3点一刻共5人"
    assert [q.raw for q in read_quantities("12场比赛")] == ["12场"]
    assert read_quantities("12场比赛", [Dated(0, 3, "day")]) == []
    assert [q.raw for q in read_quantities(text, [Dated(2, 6, "minute")])] == ["5人"]
