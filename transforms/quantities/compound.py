"""Amounts told in more than one unit: 九元九角, 一小时30分钟, 1米8, 8天又二十个小时, 三年半."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from transforms.quantities.core import Core
from transforms.quantities.numeral import Numeral
from transforms.quantities.phrase import in_set_phrase
from transforms.quantities.unit import Unit, unit_at

SECONDS = {"s": 1.0, "min": 60.0, "h": 3600.0, "d": 86400.0, "wk": 604800.0, "mo": 2592000.0, "a": 31104000.0}
_MINUTE = Unit("分", "min", 1, "duration", "min", False, "")
_GAP = re.compile(r"[ ]?(?:零|又|加上|外加)?")
_HALF = re.compile(r"半(?![年月天数个小径岛夜价途决])")
_HALF_OF_COUNT = re.compile(r"半(?=[，。；！？、：）”的了]|\Z)")  # 跑了6圈半。; 5场半程马拉松 counts whole ones
_PARTS: dict[str, dict[str, float]] = {
    "元": {"角": 0.1, "毛": 0.1, "分": 0.01, "毛钱": 0.1, "分钱": 0.01},
    "角": {"分": 0.1, "分钱": 0.1},
    "美元": {"美分": 0.01},
    "欧元": {"欧分": 0.01},
    "英镑": {"便士": 0.01},
    "亩": {"分": 0.1, "分地": 0.1},
    "斤": {"两": 0.1},
    "米": {"厘米": 0.01, "分米": 0.1, "公分": 0.01},
    "丈": {"尺": 0.1},
    "尺": {"寸": 0.1},
    "英尺": {"英寸": 1 / 12},
    "公里": {"米": 0.001},
    "吨": {"公斤": 0.001, "千克": 0.001},
    "公斤": {"克": 0.001},
    "升": {"毫升": 0.001},
}
_SAME = {"块": "元", "圆": "元", "块钱": "元", "毛": "角", "市斤": "斤", "公尺": "米", "千米": "公里", "千克": "公斤"}
_ELIDED = frozenset(("元", "角", "米", "斤", "尺", "丈", "成", "度"))  # 两块五, 1米8: a tenth of the unit goes unsaid
_FEVER = re.compile(r"(?:[温烧热][^，。；]{0,4}|\A)\Z")
_ONE_TENTH = re.compile("[^一-鿿]|[的了吧呢高长多左]|人民币|\\Z")
CLOCK_HOUR = re.compile(r"[0-9][时点]\Z")
_MINUTES_OF_ARC = ("分", "′", "'")


def with_half(text: str, core: Core) -> Core:
    """三年半, 两米半, 三成半, 6圈半."""
    if core.sign != "=" or not text.startswith("半", core.end):
        return core
    if core.unit.kind == "percent" and core.unit.surface != "成":
        return core
    half_behind = _HALF_OF_COUNT if core.unit.kind == "count" else _HALF
    if not half_behind.match(text, core.end):
        return core
    half = core.unit.factor / 2 * (-1 if core.low < 0 else 1)
    return core._replace(end=core.end + 1, low=core.low + half, high=core.high + half, rule="compound")


def with_parts(text: str, numerals: Sequence[Numeral], i: int, core: Core) -> Core:
    """The core and the smaller units that go on from it."""
    while (k := i + core.numerals) < len(numerals) and core.sign == "=":
        n = numerals[k]
        if n.low == 0 and n.end - n.start == 1 and k + 1 < len(numerals) and numerals[k + 1].start == n.end:
            core = core._replace(numerals=core.numerals + 1)  # 3个月零5天
            continue
        gap = _GAP.match(text, core.end)
        touches = core.end == n.start or (gap is not None and gap.end() == n.start)
        grown = _next_part(text, core, n) if touches and n.comparator == "=" else None
        if grown is None:
            break
        core = grown
    return core


def minutes_core(text: str, numerals: Sequence[Numeral], i: int) -> Core | None:
    """5分30秒: 分 is minutes where seconds follow; 2分26秒18 is a result of a race and no length."""
    if i + 1 >= len(numerals) or not text.startswith("分", numerals[i].end):
        return None
    a, b = numerals[i], numerals[i + 1]
    end = b.end + 1
    if (
        CLOCK_HOUR.search(text, max(0, a.start - 2), a.start)
        or b.start != a.end + 1
        or not text.startswith("秒", b.end)
        or text[end : end + 1].isdigit()
    ):
        return None
    value = a.low + b.low / 60
    return Core(a.start, end, value, value, "=", _MINUTE, text[a.start : a.end], "分", "compound", 2, None, b.end)


def _next_part(text: str, core: Core, n: Numeral) -> Core | None:
    unit = unit_at(text, n.end)
    if core.unit.kind == "duration":
        return _next_time(text, core, n, unit)
    if core.unit.kind == "age" and unit is not None and unit.unit == "mo":  # 两岁零三个月
        return _grow(core, n.low / 12, n.end + len(unit.surface), core.unit) if n.low < 12 else None
    name = _SAME.get(core.unit.surface, core.unit.surface)
    parts = _PARTS.get(name, {})
    for surface in sorted(parts, key=len, reverse=True):
        if text.startswith(surface, n.end) and n.low * parts[surface] < 1:
            smaller = replace(core.unit, surface=surface, factor=core.unit.factor * parts[surface])
            return _grow(core, n.low * smaller.factor, n.end + len(surface), smaller)
    lone = core.end == n.start and n.end - n.start == 1 and n.low < 10
    if name in _ELIDED and lone and (unit is None or unit.surface in ("RMB", "人民币")):
        coded = n.form == "arabic" and not _FEVER.search(text, max(0, core.start - 6), core.start)
        if text[n.start] == "一" and not _ONE_TENTH.match(text, n.end):
            return None  # 60万元一路喊到, 两块一斤
        arc_or_code = name == "度" and (coded or text.startswith(_MINUTES_OF_ARC, n.end))
        if in_set_phrase(text, n.start) or arc_or_code:
            return None  # 2斤五花肉, 36度2, 东经120度五分
        return _grow(core, n.low * core.unit.factor / 10, n.end, replace(core.unit, surface=""))
    two_digits = core.end == n.start and unit is None and n.form in ("arabic", "literal") and 10 <= n.low < 100
    if name == "米" and two_digits:
        return _grow(core, n.low * core.unit.factor / 100, n.end, replace(core.unit, surface=""))  # 1米75
    return None


def _next_time(text: str, core: Core, n: Numeral, unit: Unit | None) -> Core | None:
    """Minutes after hours, seconds after minutes; 分 alone is minutes there."""
    if text[n.end : n.end + 1].isdigit():
        return None
    if unit is None or unit.kind != "duration":
        smaller = {"h": "分", "min": "秒"}.get(core.unit.unit, "")
        found = bool(smaller) and text.startswith(smaller, n.end)
        return _grow(core, n.low / 60, n.end + 1, core.unit) if found else None
    ratio = SECONDS.get(unit.unit, 0) * unit.factor / SECONDS.get(core.unit.unit, 1)
    calendar = core.unit.surface == "年" and core.high >= 1000
    if calendar or not 0 < ratio < core.unit.factor or n.low * ratio >= core.unit.factor:
        return None  # 5天108小时 is told twice
    return _grow(core, n.low * ratio, n.end + len(unit.surface), core.unit)


def _grow(core: Core, more: float, end: int, unit: Unit) -> Core:
    return core._replace(
        low=core.low + more,
        high=core.high + more,
        end=end,
        unit=unit,
        numerals=core.numerals + 1,
        rule="compound",
    )
