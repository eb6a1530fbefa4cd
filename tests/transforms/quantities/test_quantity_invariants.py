"""What holds for the quantities of any text: their order, their bounds, their values, and time in step with length."""

from __future__ import annotations

from decimal import Decimal

import pytest
from growth import growth
from hypothesis import given
from hypothesis import strategies as st
from made_quantities import read_quantities

from transforms.quantities.metric import Quantity

SIZE, SLACK = 20_000, 3.5  # of squares it would be four


@given(
    st.integers(1, 999_999),
    st.sampled_from([("元", "CNY", "1"), ("万元", "CNY", "1e4"), ("亿千瓦", "kW", "1e8"), ("克", "kg", "1e-3")]),
)
def test_a_value_is_the_decimal_number_that_is_printed(hundredths: int, unit: tuple[str, str, str]) -> None:
    stated = Decimal(hundredths) / 100
    surface, code, factor = unit
    [found] = read_quantities(f"共{stated:f}{surface}")
    assert (found.low, found.unit) == (float(stated * Decimal(factor)), code)


def same(found: list[Quantity], text: str) -> None:
    end = 0
    for q in found:
        assert end <= q.start <= q.core_start < q.core_end <= q.end <= len(text)
        assert q.raw == text[q.start : q.end]
        assert q.low is None or q.high is None or q.low <= q.high
        assert (q.low is None) == (q.comparator in ("<", "<="))
        assert (q.high is None) == (q.comparator in (">", ">="))
        assert 0 <= q.confidence <= 1
        end = q.end


PIECES = (
    "同比 增长 下降 超 近 约 不足 以上 内 左右 多 余 元 万 亿 % 个 人 年 月 小时 分 公里 亩 "
    "/ 每 、 和 至 — “ ” 《 》 第 零下 度"
).split()


@given(st.lists(st.sampled_from([*PIECES, *"0123456789一二三十百千几半两点"]), max_size=25))
def test_quantities_are_in_order_and_inside_the_text(pieces: list[str]) -> None:
    text = "".join(pieces)
    same(read_quantities(text), text)


@given(st.text(max_size=60))
def test_any_text_is_read(text: str) -> None:
    same(read_quantities(text), text)


@pytest.mark.parametrize("unit", ["3元至", "1元、", "“1个", "《1元", "九元九角", "增长1%、", "约", "百", "1小时2"])
def test_reading_takes_time_in_step_with_length(unit: str) -> None:
    assert growth(read_quantities, (unit * SIZE)[:SIZE], (unit * SIZE)[: 2 * SIZE]) < SLACK
