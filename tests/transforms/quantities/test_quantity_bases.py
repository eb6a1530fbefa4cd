"""Bounds before the base of a share, moves against the year before, and spans that neighbours cut, on invented text."""

from __future__ import annotations

import pytest
from made_quantities import read_quantities


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("前五个月的收入接近去年全年的三分之一。", "≈"),
        ("当地的茶叶产量超过全国产量的一成。", ">"),
        ("用工不到从前的一半。", "<"),
        ("人流不得超过承载力的30%。", "<="),
        ("按不低于入社股金的10%返还。", ">="),
        ("占全国产量的一成。", "="),
        ("超过限额部分的50%由个人承担。", "="),
    ],
)
def test_a_bound_before_the_base_of_a_share_bounds_it(text: str, sign: str) -> None:
    assert read_quantities(text)[-1].comparator == sign


@pytest.mark.parametrize(
    ("text", "change", "direction"),
    [
        ("收割进度比去年同期快4.2个百分点。", "yoy", "up"),
        ("进度同比慢3个百分点。", "yoy", "down"),
        ("入学率比全省高1.1个百分点。", None, None),
    ],
)
def test_ahead_or_behind_the_year_before(text: str, change: str | None, direction: str | None) -> None:
    [found] = read_quantities(text)
    assert (found.change, found.direction) == (change, direction)


@pytest.mark.parametrize(
    ("text", "raws"),
    [
        ("主食控制在四两到六两，饭后走走。", ["四两到六两"]),
        ("水田灌足七成就关口子。", ["七成"]),
        ("他的三大成就影响很大。", []),
        ("本周六起，新线路开通。", []),
        ("上半年共查处六起。", ["六起"]),
        ("商家打出“0元学车”的招牌。", []),
        ("拍卖以“0元”起拍。", ["0元"]),
    ],
)
def test_spans_that_their_neighbours_tell(text: str, raws: list[str]) -> None:
    assert [found.raw for found in read_quantities(text)] == raws
