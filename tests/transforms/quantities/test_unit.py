"""Units and measure words."""

from __future__ import annotations

import pytest

import seeds
from transforms.quantities.unit import per_at, unit_at


@pytest.mark.parametrize(
    ("text", "unit", "factor", "kind"),
    [
        ("元人民币", "CNY", 1, "money"),
        ("港元", "HKD", 1, "money"),
        ("泰铢", "THB", 1, "money"),
        ("亩", "m2", 2000 / 3, "area"),
        ("公顷", "m2", 10_000, "area"),
        ("公里", "m", 1000, "length"),
        ("吨", "kg", 1000, "mass"),
        ("斤", "kg", 0.5, "mass"),
        ("立方米", "m3", 1, "volume"),
        ("千瓦时", "kW.h", 1, "energy"),
        ("个百分点", "pp", 1, "percent_point"),
        ("成", "%", 10, "percent"),
        ("倍", "x", 1, "multiple"),
        ("℃", "Cel", 1, "temperature"),
        ("岁", "a", 1, "age"),
        ("个月", "mo", 1, "duration"),
        ("人次", "人次", 1, "count"),
        ("km", "m", 1000, "length"),
    ],
)
def test_a_unit_has_its_canonical_form(text: str, unit: str, factor: float, kind: str) -> None:
    found = unit_at(text, 0)
    assert found is not None
    assert (found.surface, found.unit, found.kind) == (text, unit, kind)
    assert found.factor == pytest.approx(factor)


@pytest.mark.parametrize("text", ["成功", "单位", "周年", "mood", "年代", "方案", "升级", "部门", ""])
def test_the_head_of_another_word_is_no_unit(text: str) -> None:
    assert unit_at(text, 0) is None


@pytest.mark.parametrize(
    ("text", "code"),
    [("吨", "t"), ("亩", "亩"), ("年", "a"), ("天", "d"), ("公斤", "kg"), ("平方米", "m2"), ("人", "人")],
)
def test_the_base_of_a_rate(text: str, code: str) -> None:
    assert per_at(text, 0) == (code, len(text))


def test_every_unit_is_told_whole() -> None:
    assert all(row["unit"] and row["kind"] and row["factor"] for row in seeds.table("units"))
