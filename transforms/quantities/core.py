"""The core of a quantity: numeral and unit, ranges, compounds (九元九角, 1米8), rates (55元/吨), halves, currencies."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from transforms.quantities.numeral import Numeral, scan_numerals
from transforms.quantities.unit import Unit, per_at, unit_at

PERCENT = Unit("", "%", 1, "percent", "%", False, "")
MONTH = Unit("月", "mo", 1, "duration", "mo", False, "")
_RANGE = re.compile(r"[ ]?(?:[（(]含[)）])?[ ]?(?:—{1,2}|–|-|~|〜|～|至|到|−)[ ]?")
_PIECE = re.compile(
    r"[ ]?个([多余])?(?=(?:小时|钟头|月(?!亮)|世纪|星期|礼拜|百分点|工作日|季度))|[ ]?个(半)(?=小时|钟头|月|世纪|星期|礼拜)"
)
_HALF_AFTER = re.compile(r"半(?![年月天数个小径岛夜价途决])")
_PREFIXES = {
    "人民币": "元", "RMB": "元", "￥": "元", "¥": "元", "港币": "港元", "HK$": "港元", "US$": "美元", "$": "美元", "€": "欧元",
    "£": "英镑", "美金": "美元", "日币": "日元", "台币": "新台币", "新台币": "新台币", "欧元": "欧元", "美元": "美元",
}  # fmt: skip
_DEGREE_SCALE = re.compile(r"(华氏|摄氏)(?:温度)?(?:零下|零上)?\Z")
_BELOW_ZERO = re.compile(r"零下[ ]?\Z")
_COMPOUND_GAP = re.compile(r"[ ]?(?:零|又|加上)?")
_SECONDS = {"s": 1.0, "min": 60.0, "h": 3600.0, "d": 86400.0, "wk": 604800.0, "mo": 2592000.0, "a": 31104000.0}
_PARTS: dict[str, dict[str, float]] = {
    "元": {"角": 0.1, "毛": 0.1, "分": 0.01, "毛钱": 0.1, "分钱": 0.01},
    "角": {"分": 0.1, "分钱": 0.1},
    "亩": {"分": 0.1, "分地": 0.1},
    "斤": {"两": 0.1},
    "米": {"厘米": 0.01, "分米": 0.1, "公分": 0.01},
    "丈": {"尺": 0.1},
    "尺": {"寸": 0.1},
}
_SAME = {"块": "元", "圆": "元", "块钱": "元", "毛": "角", "市斤": "斤", "公尺": "米"}
_ELIDED = {"元": 0.1, "角": 0.1, "米": 0.1, "斤": 0.1, "尺": 0.1, "丈": 0.1, "万": 0.1}


@dataclass(frozen=True, slots=True)
class Core:
    """text[start:end] with its value in the unit's canonical form; `numerals` is how many numerals it took."""

    start: int
    end: int
    low: float
    high: float
    sign: str
    unit: Unit
    stated_value: str
    stated_unit: str
    rule: str
    numerals: int
    per: str | None = None
    numeral_end: int = 0


def _plain(text: str, n: Numeral) -> Core | None:
    """One numeral with the unit that follows it."""
    if n.form == "percent":
        return Core(
            n.start,
            n.end,
            n.low,
            n.high,
            n.comparator,
            PERCENT,
            text[n.start : n.end],
            "",
            "percent_in_words",
            1,
            None,
            n.end,
        )
    if text[n.start : n.end] == "一" and text.startswith("半", n.end):
        return Core(n.start, n.end + 1, 50, 50, "=", PERCENT, "一半", "", "half", 1, None, n.end + 1)
    n = _thousand(text, n)
    at = n.end
    while at < n.end + 4 and text[at : at + 1] == " ":
        at += 1
    unit, sign, more = unit_at(text, at), n.comparator, 0.0
    if piece := _PIECE.match(text, n.end):
        at = piece.end() - (text[piece.end() - 1] == "个")
        unit = _months(text, at) or unit_at(text, at)
        sign = ">" if piece.group(1) else sign
        more = 0.5 if piece.group(2) else 0.0
    if unit is None:
        return _share(text, n)
    if n.form == "fraction" and unit.kind not in ("percent", "percent_point"):
        return _share(text, n)
    end = at + len(unit.surface)
    if unit.surface == "折" and n.form == "literal":
        n = replace(n, low=n.low / 10, high=n.high / 10)
    value = (n.low + more) * unit.factor, (n.high + more) * unit.factor
    rule = f"{'range' if n.comparator == 'range' else 'numeral'}_{unit.kind}"
    core = Core(
        n.start,
        end,
        value[0],
        value[1],
        sign,
        unit,
        text[n.start : n.mantissa_end],
        text[n.mantissa_end : end].strip(),
        rule,
        1,
        None,
        n.end,
    )
    return _after_half(text, core)


def _thousand(text: str, n: Numeral) -> Numeral:
    """5千米 is five 千米, 两万两 is 两万 of 两: the numeral without the sign that its unit begins with."""
    last = text[n.end - 1]
    if last == "千" and n.form != "few" and n.low == n.high and n.end - n.start > 1:
        unit = unit_at(text, n.end - 1)
        if unit and unit.surface[0] == "千" and n.low >= 1000:
            return replace(n, end=n.end - 1, mantissa_end=n.end - 1, low=n.low / 1000, high=n.high / 1000)
    if last == "两" and n.end - n.start > 1 and unit_at(text, n.end) is None:
        shorter = next(scan_numerals(text[n.start : n.end - 1]), None)
        if shorter and shorter.end == n.end - 1 - n.start:
            return replace(shorter, start=n.start, end=n.end - 1, mantissa_end=shorter.mantissa_end + n.start)
    return n


def _months(text: str, at: int) -> Unit | None:
    """The 月 of 个多月 and 个半月, which stands apart from its 个."""
    return MONTH if text.startswith("月", at) else None


def _share(text: str, n: Numeral) -> Core | None:
    """三分之二, 1/4: a share of something is a percentage."""
    if n.form != "fraction" or not 0 < n.low < 1 or text[n.end : n.end + 1] in ("决", "拍", "音"):
        return None
    return Core(
        n.start,
        n.end,
        n.low * 100,
        n.high * 100,
        n.comparator,
        PERCENT,
        text[n.start : n.end],
        "",
        "fraction",
        1,
        None,
        n.end,
    )


def _after_half(text: str, core: Core) -> Core:
    """三年半, 两米半."""
    if core.unit.kind in ("count", "money", "percent") and core.unit.surface not in ("块", "元", "亩"):
        return core
    if core.sign != "=" or not _HALF_AFTER.match(text, core.end):
        return core
    half = core.unit.factor / 2
    return replace(core, end=core.end + 1, low=core.low + half, high=core.high + half, rule="compound")


def _range(text: str, numerals: Sequence[Numeral], i: int, first: Core | None) -> Core | None:
    """3至5万元, 15%—30%, 10元到20元; None where the two are no range."""
    if i + 1 >= len(numerals):
        return None
    a, b = numerals[i], numerals[i + 1]
    gap = _RANGE.match(text, first.end if first else a.end)
    if (
        not gap
        or gap.end() != b.start
        or a.form in ("few", "percent")
        or (a.start and text[a.start - 1] in "从由自" and "到" in gap.group())
    ):
        return None
    second = _plain(text, b)
    if second is None or (
        first is not None and (first.unit.unit, first.unit.kind) != (second.unit.unit, second.unit.kind)
    ):
        return None
    if first is not None:
        low = first.low
    else:
        low = a.low * second.unit.factor
        scale = text[b.mantissa_end : b.end].strip()
        if a.mantissa_end == a.end and scale and b.high:
            times = {"万": 1e4, "亿": 1e8, "万亿": 1e12}.get(scale, 0)
            if times and a.low < b.high / times:
                low *= times
    if low >= second.high:
        return None
    stated = text[a.start : b.mantissa_end]
    return replace(
        second, start=a.start, low=low, sign="range", stated_value=stated, rule=f"range_{second.unit.kind}", numerals=2, numeral_end=b.end
    )  # fmt: skip


def _compound(text: str, numerals: Sequence[Numeral], i: int, core: Core) -> Core:
    """九元九角, 一小时30分钟, 1米8, 8天又二十个小时: a smaller unit goes on from the larger one."""
    while (k := i + core.numerals) < len(numerals) and core.sign == "=":
        n = numerals[k]
        gap = _COMPOUND_GAP.match(text, core.end)
        if not gap or (gap.end() != n.start and core.end != n.start) or n.comparator != "=":
            break
        grown = _next_part(text, core, n)
        if grown is None:
            break
        core = grown
    return core


def _next_part(text: str, core: Core, n: Numeral) -> Core | None:
    name = _SAME.get(core.unit.surface, core.unit.surface)
    unit = unit_at(text, n.end)
    if text[n.end : n.end + 1].isdigit() and core.unit.kind == "duration":
        return None
    if core.unit.kind == "duration":
        part = unit if unit and unit.kind == "duration" else None
        ratio = _SECONDS.get(part.unit, 0) * part.factor / _SECONDS.get(core.unit.unit, 1) if part else 0.0
        if part is None and core.unit.unit == "h" and text.startswith("分", n.end):
            return _grow(core, n.low / 60, n.end + 1, core.unit)
        if part is None and core.unit.unit == "min" and text.startswith("秒", n.end):
            return _grow(core, n.low / 60, n.end + 1, core.unit)
        if part is None or not 0 < ratio < core.unit.factor:
            return None
        return _grow(core, n.low * ratio, n.end + len(part.surface), core.unit)
    parts = _PARTS.get(name)
    for surface in sorted(parts or (), key=len, reverse=True):
        if parts and text.startswith(surface, n.end) and n.low < 100:
            last = replace(core.unit, surface=surface, factor=core.unit.factor * parts[surface])
            return _grow(core, n.low * last.factor, n.end + len(surface), last)
    if name in _ELIDED and core.end == n.start and n.end - n.start == 1 and n.low < 10 and unit is None:
        return _grow(core, n.low * core.unit.factor * _ELIDED[name], n.end, replace(core.unit, surface=""))
    return None


def _grow(core: Core, more: float, end: int, unit: Unit) -> Core:
    return replace(
        core,
        low=core.low + more,
        high=core.high + more,
        end=end,
        unit=unit,
        numerals=core.numerals + 1,
        rule="compound",
    )


def _currency(text: str, n: Numeral, core: Core | None) -> Core | None:
    """人民币5000元, 港币2960元, $30: the currency before the number."""
    for size in (3, 2, 1):
        name = text[max(0, n.start - size) : n.start]
        if len(name) == size and name in _PREFIXES:
            break
    else:
        return core
    unit = unit_at(_PREFIXES[name], 0)
    if unit is None:
        return core
    if core is None:
        symbol = not name.isalpha() or name == "RMB"
        if not symbol:
            return None
        return Core(
            n.start - size,
            n.end,
            n.low,
            n.high,
            n.comparator,
            unit,
            text[n.start : n.mantissa_end],
            text[n.mantissa_end : n.end],
            "currency_sign",
            1,
            None,
            n.end,
        )
    if core.unit.kind != "money" or core.unit.surface not in ("元", "圆", "块", "角", "分", ""):
        return core
    return replace(core, start=n.start - size, unit=replace(unit, factor=core.unit.factor, surface=core.unit.surface))


def _rate(text: str, core: Core) -> Core:
    """55元/吨, 3元每公斤."""
    mark = text[core.end : core.end + 1]
    if mark not in ("/", "每") or core.unit.kind == "percent" or not mark:
        return core
    found = per_at(text, core.end + 1)
    if found is None or (mark == "每" and core.unit.kind == "count"):
        return core
    return replace(
        core,
        end=found[1],
        per=found[0],
        rule=f"rate_{core.unit.kind}",
        stated_unit=core.stated_unit + text[core.end : found[1]],
    )


def _degrees(text: str, core: Core) -> Core:
    """零下5摄氏度, 华氏51度: the sign and the scale before the number."""
    if core.unit.kind not in ("temperature", "degree"):
        return core
    if below := _BELOW_ZERO.search(text, max(0, core.start - 3), core.start):
        core = replace(core, start=below.start(), low=-core.high, high=-core.low)
    if scale := _DEGREE_SCALE.search(text, max(0, core.start - 4), core.start):
        name = "[degF]" if scale.group(1) == "华氏" else "Cel"
        core = replace(core, start=scale.start(), unit=replace(core.unit, unit=name, kind="temperature"))
    return core


def read_core(text: str, numerals: Sequence[Numeral], i: int) -> Core | None:
    """The quantity that begins with numerals[i], without comparators and change words; None where none does."""
    first = _plain(text, numerals[i])
    core = _range(text, numerals, i, first)
    if core is None and first is not None:
        core = _compound(text, numerals, i, first)
    core = _currency(text, numerals[i], core)
    return _rate(text, _degrees(text, core)) if core else None
