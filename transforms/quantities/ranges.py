"""Two numbers that are one quantity: 3至5万元, 15%—30%, 一倍以上十倍以下, 1/4."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from transforms.quantities.core import PERCENT, Core, of_draw, percentage, plain_core
from transforms.quantities.numeral import Numeral
from transforms.quantities.unit import unit_at

_GAP = re.compile(r"[ ]?(?:[（(]含[)）])?[ ]?(?:—{1,2}|–|-|~|〜|～|至|到|−)[ ]?")
GAP_SIGNS = " （(—–-~〜～至到−"  # what a gap may begin with
_GAP_SIGNS = frozenset((*GAP_SIGNS, "以"))
_VARIES = re.compile(r"[ ]?(?:不等|之间|不一)")
_FLOOR = re.compile(r"以上(?:至|，)?")
_SCALES = {"百": 1e2, "千": 1e3, "万": 1e4, "亿": 1e8, "k": 1e3, "K": 1e3}


def _used(numerals: Sequence[Numeral], i: int, begin: int) -> int:
    """How many numerals a range from numerals[i] takes: the unit of 四两到六两 is one too."""
    return 3 if numerals[i + 1].start < begin and i + 2 < len(numerals) else 2


def range_core(text: str, numerals: Sequence[Numeral], i: int, first: Core | None) -> Core | None:
    """numerals[i] and the next as one range; `first` is the core of the first alone, None where it has no unit."""
    if i + 1 >= len(numerals):
        return None
    begin = first.end if first else numerals[i].end
    used = _used(numerals, i, begin)
    a, b = numerals[i], numerals[i + used - 1]
    if text[begin : begin + 1] not in _GAP_SIGNS:
        return None
    gap, closed = _GAP.match(text, begin), None
    if first and (floor := _FLOOR.match(text, begin)):
        gap, closed = floor, "以下"
    if gap and text.startswith(("零下", "零上"), gap.end()):
        return _below_zero(text, numerals, i, gap.end() + 2, first)
    if gap is None or gap.end() != b.start or a.form == "few":
        return None
    second = plain_core(text, b)
    if (a.form == "percent") != (b.form == "percent"):
        if a.form != "percent" or second or b.form == "arabic" or not a.low < b.high <= 100:
            return None
        second = percentage(text, b, b.low, b.high, "percent_in_words")  # 百分之三到五
    moves = first is not None and "到" in gap.group() and text[a.start - 1 : a.start] in ("从", "由", "自")
    if moves and not (second and _VARIES.match(text, second.end)):
        return None  # 从3件到10件 tells two states, 从3件到10件不等 and 从8万到18万元 one span
    if second is None or (first and (first.unit.unit, first.unit.kind) != (second.unit.unit, second.unit.kind)):
        return None
    if closed and not text.startswith(closed, second.end):
        return None
    low = first.low if first else _shared_low(text, a, b, second)
    # 零下5℃到3℃, 零下10到5度: the sign before the first number is still to come
    below_zero = text[a.start - 2 : a.start] == "零下" and second.unit.kind in ("temperature", "degree")
    if low >= second.high and not (below_zero and low > second.high):
        return None
    return second._replace(
        start=a.start,
        end=second.end + len(closed or ""),
        low=low,
        sign="range",
        stated_value=text[a.start : b.mantissa_end],
        rule=f"range_{second.unit.kind}",
        numerals=used,
    )


def _below_zero(text: str, numerals: Sequence[Numeral], i: int, at: int, first: Core | None) -> Core | None:
    """零下8℃至零下4℃, 零下30到零上20度: from the colder to the warmer; the second number begins at `at`."""
    a, k = numerals[i], i + 1
    while k + 1 < len(numerals) and numerals[k].start < at:
        k += 1  # 零 is read as a number too
    b = numerals[k]
    second = plain_core(text, b) if b.start == at else None
    if second is None or second.unit.kind not in ("temperature", "degree") or text[a.start - 2 : a.start] != "零下":
        return None
    if (first and first.unit.kind != second.unit.kind) or (a.low == b.high and text.startswith("零下", at - 2)):
        return None
    start, rule = a.start - 2, "range_temperature"
    other = b.high if text.startswith("零上", at - 2) else -b.high
    unit = replace(
        second.unit, unit=second.unit.unit if second.unit.kind == "temperature" else "Cel", kind="temperature"
    )
    stated = text[start : b.mantissa_end]
    return second._replace(
        start=start,
        low=min(-a.low, other),
        high=max(-a.low, other),
        sign="range",
        unit=unit,
        stated_value=stated,
        rule=rule,
        numerals=k - i + 1,
    )


def _shared_low(text: str, a: Numeral, b: Numeral, second: Core) -> float:
    """The lower bound with the scale that the second number gives it: 3至5万, 七千到九千亿, 两~3百, 10~15k."""
    return a.low * second.unit.factor * shared_scale(text[a.start : a.end], text[b.start : b.end], a.low, b.high)


def shared_scale(first: str, last: str, low: float, high: float) -> float:
    """The scale that the second of two numerals, up to `high`, gives the first, from `low`: 1e4 in 3至5万."""
    for signs in ("万亿", "百千kK"):
        times = _closing(last, signs)
        if times > 1:
            return times if _closing(first, signs) == 1 and low < high / times else 1.0
    return 1.0


def _closing(numeral: str, signs: str) -> float:
    """The product of the scales among `signs` that a numeral ends with."""
    times = 1.0
    for sign in reversed(numeral):
        if sign not in signs:
            break
        times *= _SCALES[sign]
    return times


def slash_core(text: str, numerals: Sequence[Numeral], i: int) -> Core | None:
    """1/4 as a share; not a date, a score or a round of a contest (1/4决赛)."""
    n = numerals[i]
    if text[n.end : n.end + 1] != "/" or i + 1 >= len(numerals) or text[n.start - 1 : n.start] in ("/", "又"):
        return None
    below = numerals[i + 1]
    if below.start != n.end + 1 or not 0 < n.low < below.low <= 100 or unit_at(text, below.end):
        return None
    if text[below.end : below.end + 1] == "/" or of_draw(text, below.end) or n.low % 1 or below.low % 1:
        return None
    share, stated = n.low / below.low * 100, text[n.start : below.end]
    return Core(n.start, below.end, share, share, "=", PERCENT, stated, "", "fraction", 2, None, below.end)
