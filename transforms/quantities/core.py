"""The core of a quantity: one numeral with the unit that follows it."""

from __future__ import annotations

import re
from typing import NamedTuple

from transforms.quantities.numeral import Numeral, scan_numerals
from transforms.quantities.unit import Unit, unit_at

PERCENT = Unit("", "%", 1, "percent", "%", False, "")
MONTH = Unit("月", "mo", 1, "duration", "mo", False, "")  # of 个多月 and 个半月, which stands apart from its 个
CENTURY = Unit("世纪", "a", 100, "duration", "a", False, "")
YUAN = Unit("", "CNY", 1, "money", "CNY", False, "")
_SOLID = "[平立]方[公千厘分毫]?[里米]"  # 9个平方公里, in speech
_PIECE = re.compile(
    rf"[ ]?个(?:([多余])?(?=小时|钟头|月(?!亮)|世纪|星期|礼拜|百分点|工作日|季度|{_SOLID})"
    rf"|(半)(?=小时|钟头|月|世纪|星期|礼拜|{_SOLID}))"
)
_SALARY = re.compile(r"(?:薪|工资|收入)[^。；]{0,8}\Z")
_PERCENT = re.compile(r"(?:负的?)?百[ 　]*分[ 　]*之[ 　]*")
_HOLDERS = ("袋", "箱", "盒", "桶", "瓶", "碗", "盆", "筐", "捆", "包", "锅")
_OF_DRAW = re.compile("[决拍音]|区(?![域县])")  # 1/4决赛, 抽在1/4区
_OF_SHARES = frozenset(("percent", "percent_point"))  # but 三分之一成了: a third has become
_MORE = re.compile(r"[多余来]")
_BLANKS = re.compile(r"[ ]{0,4}")


class Core(NamedTuple):
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


def percentage(text: str, n: Numeral, low: float, high: float, rule: str) -> Core:
    """A share told without a unit: 百分之九点一, 三分之二."""
    stated = text[n.start : n.end]
    return Core(n.start, n.end, low, high, n.comparator, PERCENT, stated, "", rule, 1, None, n.end)


def stands_alone(text: str, n: Numeral) -> bool:
    """Whether a numeral may be a quantity with no unit after it: a share, one that ends in its unit, or in k."""
    return n.form in ("percent", "fraction") or text[n.end - 1] in "千两kKw"


def may_be_year(n: Numeral) -> bool:
    """Whether a number is one that names a year of the calendar before 年."""
    return 1000 <= n.high <= 2999 and n.comparator == "="


def plain_core(text: str, n: Numeral) -> Core | None:
    """One numeral with the unit that follows it; None where none does."""
    if n.form == "percent":
        core = percentage(text, n, n.low, n.high, "percent_in_words")
        head = _PERCENT.match(text, n.start, n.end)
        return core._replace(stated_value=text[head.end() : n.end], stated_unit="百分之") if head else core
    if text[n.start : n.end] == "一" and text.startswith("半", n.end):
        return Core(n.start, n.end + 1, 50, 50, "=", PERCENT, "一半", "", "half", 1, None, n.end + 1)
    if n.form == "half" and text.startswith("数", n.end):
        return Core(n.start, n.end + 1, 50, 50, "=", PERCENT, "半数", "", "half", 1, None, n.end + 1)
    n = _borrow(text, n)
    unit, at, sign, half = _unit_of(text, n)
    if unit is None or (n.form == "fraction" and (unit.kind not in _OF_SHARES or unit.surface == "成")):
        return _share(text, n)
    if unit.surface == "折" and n.form == "literal":
        n = n._replace(low=n.low / 10, high=n.high / 10)  # 九九折
    elif unit.surface == "折" and n.form == "pair" and 1 < n.high - n.low < 10:
        percent = n.low + n.high / 10
        n, sign = n._replace(low=percent, high=percent, comparator="="), "="  # 三五折 is 35 %
    end = at + len(unit.surface)
    stated_unit = (_MORE.sub("", text[n.mantissa_end : at]) + unit.surface).strip()
    rule = f"{'range' if n.comparator == 'range' else 'numeral'}_{unit.kind}"
    low, high = (n.low + half) * unit.factor, (n.high + half) * unit.factor
    stated = text[n.start : n.mantissa_end]
    return Core(n.start, end, low, high, sign, unit, stated, stated_unit, rule, 1, None, n.end)


def _unit_of(text: str, n: Numeral) -> tuple[Unit | None, int, str, float]:
    """The unit, where it begins, the numeral's comparator and the half that stands between (一个半小时)."""
    follows = text[n.end : n.end + 1]
    if follows in ("个", " ") and (piece := _PIECE.match(text, n.end)):
        at = piece.end() - (text[piece.end() - 1] == "个" and text[piece.end()] not in "平立")
        apart = MONTH if text.startswith("月", at) else CENTURY if text.startswith("世纪", at) else None
        unit = apart or unit_at(text, at)
        return unit, at, ">" if piece.group(1) else n.comparator, 0.5 if piece.group(2) else 0.0
    blanks = _BLANKS.match(text, n.end) if follows == " " else None
    at = blanks.end() if blanks else n.end
    unit = unit_at(text, at, text[n.end - 1] in "多余")
    if unit is None and text[n.end - 1] in "kKw" and _SALARY.search(text, max(0, n.start - 10), n.start):
        return YUAN, n.end, n.comparator, 0.0  # 月薪15k, 年薪30w
    if unit is None and text[at : at + 1] in ("大", "小") and text[at + 1 : at + 2] in _HOLDERS:
        return unit_at(text, at + 1), at + 1, n.comparator, 0.0  # 3大袋面粉
    return unit, at, n.comparator, 0.0


def _borrow(text: str, n: Numeral) -> Numeral:
    """The numeral without a last sign that its unit begins with (5千米), or with a scale told by 个 (两个亿)."""
    if text.startswith("个亿", n.end) and text[n.end + 2 : n.end + 3] != "元" and unit_at(text, n.end + 2):
        return n._replace(low=n.low * 1e8, high=n.high * 1e8, end=n.end + 2)
    last = text[n.end - 1]
    if n.end - n.start == 1 or last not in "千两多" or n.form == "few":
        return n
    if last == "多":
        if unit_at(text, n.end - 1) is None:
            return n
        return n._replace(end=n.end - 1, mantissa_end=n.end - 1, comparator="=")  # 8多米尼加比索
    if last == "千":
        unit = unit_at(text, n.end - 1)
        if unit is None or unit.surface[0] != "千" or n.low < 1000 or n.low != n.high:
            return n
        return n._replace(end=n.end - 1, mantissa_end=n.end - 1, low=n.low / 1000, high=n.high / 1000)
    if n.form != "pair" or unit_at(text, n.end) is not None:
        return n
    shorter = next(scan_numerals(text[n.start : n.end - 1]), None)  # 一两 with nothing counted is one 两
    if shorter is None or shorter.end != n.end - 1 - n.start:
        return n
    return shorter._replace(start=n.start, end=n.end - 1, mantissa_end=shorter.mantissa_end + n.start)


def of_draw(text: str, end: int) -> bool:
    """True for a fraction that names a round or a part of a contest, or the time of music."""
    return _OF_DRAW.match(text, end) is not None


def _share(text: str, n: Numeral) -> Core | None:
    """三分之二: a share of something is a percentage."""
    if n.form != "fraction" or not 0 < n.low < 1 or of_draw(text, n.end):
        return None
    return percentage(text, n, n.low * 100, n.high * 100, "fraction")
