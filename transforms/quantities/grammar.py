"""The whole core of a quantity, with the currency, scale of degrees or rate that is part of its unit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from transforms.quantities.compound import SECONDS, minutes_core, with_half, with_parts
from transforms.quantities.core import Core, may_be_year, plain_core, stands_alone
from transforms.quantities.numeral import Numeral
from transforms.quantities.ranges import GAP_SIGNS, range_core, slash_core
from transforms.quantities.unit import per_at, unit_at, unit_signs

_CURRENCIES = {
    "人民币": "元",
    "RMB": "元",
    "CNY": "元",
    "USD": "美元",
    "EUR": "欧元",
    "HKD": "港元",
    "GBP": "英镑",
    "JPY": "日元",
    "￥": "元",
    "¥": "元",
    "港币": "港元",
    "HK$": "港元",
    "US$": "美元",
    "美金": "美元",
    "美元": "美元",
    "$": "美元",
    "欧元": "欧元",
    "€": "欧元",
    "£": "英镑",
    "日币": "日元",
    "日元": "日元",
    "韩元": "韩元",
    "港元": "港元",
    "英镑": "英镑",
    "澳元": "澳元",
    "加元": "加元",
    "￡": "英镑",
    "￦": "韩元",
    "₩": "韩元",
    "₽": "卢布",
    "₹": "印度卢比",
    "฿": "泰铢",
    "₫": "越南盾",
    "₱": "菲律宾比索",
    "₺": "土耳其里拉",
    "NT$": "新台币",
    "A$": "澳元",
    "C$": "加元",
    "S$": "新加坡元",
    "台币": "新台币",
    "新台币": "新台币",
}
_CURRENCY_ENDS = frozenset(name[-1] for name in _CURRENCIES)
_TO = re.compile(r"[ ]?[-~～—–至到][ ]?")
_CLAUSE_ENDS = ("", *"，。；！）”")
_LIST_GAP = re.compile(r"[ ]?[、和与及][ ]?")
_LIST_SIGNS = frozenset("、和与及 ")
_LIST_MAX = 6  # how far on in a list the unit is looked for
_RATES = ("percent", "percent_point", "multiple")
_ALSO_COUNTS = frozenset(("套", "件", "台", "组", "支", "个", "枚", "张", "幅", "册", "部", "项", "座", "辆", "只"))
_DASH_BEFORE = re.compile(r"(?:[0-9℃°CF]|[0-9一二三四五六七八九十]度)\Z")  # not 温度-3度
_DEGREES = re.compile(r"(?:零[下上])?(?:(华氏|摄氏)(?:温度)?)?(?:零[下上])?[ ]?\Z")


@cache
def _follow() -> frozenset[str]:
    """What may stand after the numeral of a quantity: the beginning of a unit, or what joins it to the next."""
    return unit_signs() | frozenset(GAP_SIGNS) | _LIST_SIGNS | frozenset("半数/")


def read_core(text: str, numerals: Sequence[Numeral], i: int) -> Core | None:
    """The quantity that begins with numerals[i], without comparators and change words; None where none does."""
    n = numerals[i]
    if text[n.end : n.end + 1] not in _follow() and not stands_alone(text, n) and not _currency_name(text, n.start):
        return None
    first = plain_core(text, n)
    if first and _dates(text, n, first):
        return None
    if first is None or (first.unit.surface == "个" and first.end == n.end + 1):
        first = _shared_unit(text, numerals, i) or first
    core = range_core(text, numerals, i, first) or slash_core(text, numerals, i) or minutes_core(text, numerals, i)
    if core is None and first is not None:
        core = with_parts(text, numerals, i, with_half(text, first))
    core = _currency(text, numerals, i, core)
    return _rate(text, _degrees(text, core)) if core else None


def _dates(text: str, n: Numeral, first: Core) -> bool:
    """Whether a numeral with its unit is the year or the day of a date (2019年, 6月5日)."""
    surface = first.unit.surface
    if surface == "日":
        return text[n.start - 1 : n.start] == "月"
    return surface == "年" and may_be_year(n) and not text.startswith("半", first.end)


def _shared_unit(text: str, numerals: Sequence[Numeral], i: int) -> Core | None:
    """12万、8万和9万人, 4个和3.2个百分点: the unit that the last of a list gives to those before it."""
    n = numerals[i]
    end = n.end + text.startswith("个", n.end)
    if text[end : end + 1] not in _LIST_SIGNS:
        return None
    for k in range(i + 1, min(i + _LIST_MAX, len(numerals))):
        gap, following = _LIST_GAP.match(text, end), numerals[k]
        if gap is None or gap.end() != following.start:
            return None
        last = plain_core(text, following)
        if last and last.unit.surface != "个":
            return _lent(text, n, following, last)
        end = following.end + text.startswith("个", following.end)
    return None


def _lent(text: str, n: Numeral, following: Numeral, last: Core) -> Core | None:
    """n counted in the unit of `last`, where both are written alike: with 万 or 亿, a decimal or a rate."""
    rate, scaled = last.unit.kind in _RATES, text[n.end - 1] in "万亿" and text[following.end - 1] in "万亿"
    decimal = "." in text[n.start : n.end] and "." in text[following.start : following.end]
    told = text.startswith("个", n.end)
    if n.form != "arabic" or not (scaled or (rate and (decimal or told)) or (decimal and last.unit.kind != "count")):
        return None
    if told and last.unit.kind != "percent_point":
        return None
    low, high, end = n.low * last.unit.factor, n.high * last.unit.factor, n.end + told
    stated, scale = text[n.start : n.mantissa_end], text[n.mantissa_end : n.end] + last.unit.surface
    return Core(n.start, end, low, high, n.comparator, last.unit, stated, scale, "shared_unit", 1, None, n.end)


def _currency(text: str, numerals: Sequence[Numeral], i: int, core: Core | None) -> Core | None:
    """港币2960元, $30, ￥200-￥300: the currency before the number."""
    n = numerals[i]
    name = _currency_name(text, n.start)
    unit = unit_at(_CURRENCIES[name], 0) if name else None
    if name is None or unit is None:
        return core
    start = n.start - (text[n.start - 1] == " ") - len(name)
    if core is None:
        if "一" <= name[0] <= "鿿" and (n.low < 100 or text[n.end : n.end + 1] not in _CLAUSE_ENDS):
            return None
        stated, scale = text[n.start : n.mantissa_end], text[n.mantissa_end : n.end]
        if (to := _TO.match(text, n.end)) and i + 1 < len(numerals):
            b, at = numerals[i + 1], to.end() + len(name) * text.startswith(name, to.end())
            if b.start == at and n.high < b.low and b.exact and unit_at(text, b.end) is None:
                stated = text[n.start : b.mantissa_end]
                return Core(start, b.end, n.low, b.high, "range", unit, stated, scale, "currency_sign", 2, None, b.end)
        return Core(start, n.end, n.low, n.high, n.comparator, unit, stated, scale, "currency_sign", 1, None, n.end)
    if core.unit.kind != "money" or core.unit.surface not in ("元", "圆", "块", "角", "分", ""):
        return core
    if name == "人民币":
        return core  # 折合人民币5000元: 元 says it already
    return core._replace(start=start, unit=replace(unit, factor=core.unit.factor, surface=core.unit.surface))


def _currency_name(text: str, start: int) -> str | None:
    """The name or sign of a currency before text[start]; a blank may stand between."""
    end = start - (text[start - 1 : start] == " ")
    if text[end - 1 : end] not in _CURRENCY_ENDS:
        return None
    return next((text[end - k : end] for k in (3, 2, 1) if end >= k and text[end - k : end] in _CURRENCIES), None)


def _rate(text: str, core: Core) -> Core:
    """55元/吨, 3元每公斤; 80公里/小时 is a speed in m/s, with no base of its own."""
    mark = text[core.end : core.end + 1]
    if mark not in ("/", "每") or core.unit.kind == "percent":
        return core
    found = per_at(text, core.end + 1)
    if found is None or (mark == "每" and core.unit.kind in ("count", "duration", "age")):
        return core
    per, end = found
    if mark == "/" and core.unit.kind == "count" and per in _ALSO_COUNTS:
        stated = core.stated_unit + text[core.end : end]
        return core._replace(end=end, stated_unit=stated)  # 件/套: either of the two
    stated = core.stated_unit + text[core.end : end]
    if core.unit.kind == "length" and per in ("s", "min", "h"):
        s = SECONDS[per]
        unit = replace(core.unit, unit="m/s", kind="speed", factor=core.unit.factor / s)
        return core._replace(
            end=end, low=core.low / s, high=core.high / s, unit=unit, rule="rate_speed", stated_unit=stated
        )
    return core._replace(end=end, per=per, rule=f"rate_{core.unit.kind}", stated_unit=stated)


def _degrees(text: str, core: Core) -> Core:
    """零下5摄氏度, 华氏51度: the sign and the scale before the number."""
    if core.unit.kind not in ("temperature", "degree"):
        return core
    at = core.start - 1
    if text[at : core.start] == "-" and not _DASH_BEFORE.search(text, max(0, at - 2), at):
        return core._replace(start=at, low=-core.high, high=-core.low)  # 最低-25℃
    match = _DEGREES.search(text, max(0, core.start - 8), core.start)
    if match is None or match.end() == match.start():
        return core
    unit = core.unit
    if "零下" in match.group():
        both = "度" not in core.stated_value and "℃" not in core.stated_value  # 零下3度到5度 crosses zero
        low, high = -core.low, -core.high if both else core.high
        core = core._replace(low=min(low, high), high=max(low, high))
        core = core._replace(sign="<") if core.sign == ">" else core  # 零下二十多度 is colder
    if scale := match.group(1):
        unit = replace(unit, unit="[degF]" if scale == "华氏" else "Cel", kind="temperature")
    return core._replace(start=match.start(), unit=unit)
