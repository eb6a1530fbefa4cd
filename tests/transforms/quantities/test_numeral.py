"""Every way of writing a number, with its value."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.quantities.number import read_numbers
from transforms.quantities.numeral import Numeral, scan_numerals
from transforms.quantities.numeral_signs import half_width

PLAIN = {
    "12.5万": 125_000,
    "1,100万": 11_000_000,
    "82，225.00": 82_225,
    "１２": 12,
    "３·５": 3.5,
    ".77": 0.77,
    "二十三点五": 23.5,
    "一百点123": 100.123,
    "一点五亿": 150_000_000,
    "三分之二": 2 / 3,
    "千分之五": 0.005,
    "一又二分之一": 1.5,
    "百分之九点一": 9.1,
    "百分百": 100,
    "壹拾壹": 11,
    "柒仟捌佰伍拾肆": 7854,
    "一七二零": 1720,
    "廿一": 21,
    "20w": 200_000,
    "负三百": -300,
    "-2.5": -2.5,
    "1百01": 101,
    "两千三百五": 2350,
    "三万五": 35_000,
    "一千零五十": 1050,
    "一万零百一十一": 10_111,
    "两千 四 百 五": 2450,
    "四十五亿四千零四万": 4_540_040_000,
    "二十万亿": 20_000_000_000_000,
    "一万五千亿": 1_500_000_000_000,
    "四万万": 400_000_000,
    "5万4千6百": 54_600,
    "3万4000": 34_000,
    "15k": 15_000,
    "2.5M": 2_500_000,
    "七八点九": 78.9,
    "6点82": 6.82,
    "27点05": 27.05,
    "8点125": 8.125,
}
BOUNDED = {
    "十几": (11, 19, "range"),
    "几十": (20, 99, "range"),
    "数十": (20, 99, "range"),
    "几千": (2000, 9999, "range"),
    "30几": (31, 39, "range"),
    "六七千": (6000, 7000, "range"),
    "十二三万": (120_000, 130_000, "range"),
    "三五百": (300, 500, "range"),
    "20余": (20, 20, ">"),
    "500余万": (5_000_000, 5_000_000, ">"),
    "一千多万": (10_000_000, 10_000_000, ">"),
    "20来": (20, 20, "≈"),
}


def numerals(text: str) -> list[Numeral]:
    return list(scan_numerals(half_width(text)))


@pytest.mark.parametrize(("text", "value"), PLAIN.items())
def test_a_numeral_has_its_value(text: str, value: float) -> None:
    [numeral] = numerals(text)
    assert (numeral.start, numeral.end) == (0, len(text))
    assert numeral.low == numeral.high == pytest.approx(value)


@pytest.mark.parametrize(("text", "bounds"), BOUNDED.items())
def test_a_vague_numeral_has_bounds(text: str, bounds: tuple[float, float, str]) -> None:
    [numeral] = numerals(text)
    assert (numeral.low, numeral.high, numeral.comparator) == bounds


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("二百 三百", ["二百", "三百"]),
        ("7点50分", ["7", "50"]),
        ("100万两档", ["100万", "两"]),
        ("5-20%", ["5", "20"]),
        ("9点60多人", ["9", "60多"]),
        ("四十 六千克", ["四十", "六千"]),
        ("三万六千米", ["三万六千"]),
    ],
)
def test_numerals_side_by_side_stay_apart(text: str, parts: list[str]) -> None:
    assert [text[n.start : n.end] for n in numerals(text)] == parts


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("3/5", [0.6]),
        ("1 3/5", [1.6]),
        ("2^5", [32]),
        ("12.5e+3", [12_500]),
        ("一打", [12]),
        ("赚了两个亿", [200_000_000]),
        ("起码五人", [[5, None]]),
        ("最少10个最多20个", [[10, 20]]),
        ("十人以内", [[None, 10]]),
        ("大于10小于20", [[10, 20]]),
        ("至少有10次", [[10, None]]),
        ("五百以下", [[None, 500]]),
        ("一千到一千五百", [[1000, 1500]]),
        ("10与20之间", [[10, 20]]),
        ("“一”和“五”", [1, 5]),
        ("比五十大", [[50, None]]),
        ("比五十多的", [[50, None]]),
        ("＞80", [[80, None]]),
        ("负一", [-1]),
        ("比五十更大", [[50, None]]),
        ("不等于7", [7]),
        ("40--60", [[40, 60]]),
        ("4到6万", [[40_000, 60_000]]),
        ("在四十和六十之间", [[40, 60]]),
        ("70分以上", [[70, None]]),
        ("4又1/5", [4.2]),
        ("比一百低一些", [[None, 100]]),
        ("三百多位", [[300, None]]),
        ("三百多万", [3_000_000]),
        ("一千多到两千", [[1000, 2000]]),
        ("三分之负二", [pytest.approx(-2 / 3)]),
        ("答案是一，不是二", [1, 2]),
        ("来了几个人？", []),
        ("六两", [6]),
        ("老百姓", []),
        ("大陆", []),
        ("一看就懂", []),
        ("下午四点三刻", [4, 3]),
        ("上午9点70元起", [9, 70]),
    ],
)
def test_numbers_with_their_bounds(text: str, values: list[object]) -> None:
    assert [n.plain() for n in read_numbers(text)] == values


@given(st.text(alphabet="0123456789.,，一二三十百千万亿零点分之几数多余两半负-又k 元", max_size=40))
def test_numerals_are_in_order_and_inside_the_text(text: str) -> None:
    end = 0
    for numeral in numerals(text):
        assert end <= numeral.start < numeral.end <= len(text)
        assert numeral.low <= numeral.high
        end = numeral.end
    end = 0
    for number in read_numbers(text):
        assert end <= number.start < number.end <= len(text)
        end = number.end


@pytest.mark.parametrize("unit", ["1", "百", "1,", "1.", "三 ", "十分之", "一百", "几", "1点", "1/", "九千"])
def test_reading_takes_time_in_step_with_length(unit: str) -> None:
    def seconds(size: int) -> float:
        text = (unit * size)[:size]
        began = time.process_time()
        read_numbers(text)
        return time.process_time() - began

    seconds(1000)
    assert seconds(80_000) < 12 * seconds(20_000) + 0.3
