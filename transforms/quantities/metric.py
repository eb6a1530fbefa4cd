"""Quantities of a text: the numeral and unit, with what bounds it, how it moved and how sure the reading is."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter
from typing import NamedTuple, Protocol

from transforms.quantities import change, comparator, phrase
from transforms.quantities.core import Core
from transforms.quantities.grammar import read_core
from transforms.quantities.numeral import Numeral, scan_numerals
from transforms.quantities.numeral_signs import half_width
from transforms.quantities.sense import settle
from transforms.quantities.trust import confidence
from transforms.quantities.unit import per_at

_LIST_GAP = re.compile(r"[ ]?(?:、|和|与|及|以及|[，,]|/)[ ]?\Z")
_EACH = re.compile(
    r"(?:每(?:个|一|1)?(?=[^，。；：、]{1,3}(?:可|约|仅|只|需|达)?\Z)|(?<![0-9一二三四五六七八九十前上去今同本当每各])(日|年|月|户|人|亩|周|季)均|(时)速)"
)
_LINKS = frozenset(("", " ", "可", "约", "仅", "只", "需", "达", "达到", "为", "约为", "仅为"))
_PER_WINDOW = 7
_BASES = {"日": "d", "年": "a", "月": "mo", "周": "wk", "时": "h"}
RATES = frozenset(("percent", "percent_point", "multiple"))
_GROWTHS = {"percent", "multiple"}
_START = attrgetter("start")
_REIGN = re.compile(r"(?![近过未今这那最头每满再])[一-鿿]{2}[一二三四五六七八九十廿卅]{1,4}年")


class Span(Protocol):
    """What is needed of a period: its place and whether it is a length of time."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def granularity(self) -> str: ...


class Quantity(NamedTuple):
    """One quantity: `raw` is text[start:end], low and high are in the canonical unit, an open bound is None."""

    start: int
    end: int
    raw: str
    kind: str
    low: float | None
    high: float | None
    unit: str
    stated_value: str
    stated_unit: str
    comparator: str
    change: str | None
    direction: str | None
    per: str | None
    core_start: int
    core_end: int
    rule: str
    confidence: float


def read_all_quantities(texts: Sequence[str], periods: Sequence[Sequence[Span]]) -> list[list[Quantity]]:
    """The quantities of each paragraph from left to right, disjoint; what stands in a date or clock time is none.

    `periods` are those of each paragraph, sorted and apart.
    """
    works = list(map(half_width, texts))
    numerals = [list(scan_numerals(work)) for work in works]
    counted = [
        [_counted(work, found, i) for i in range(len(found))] for work, found in zip(works, numerals, strict=True)
    ]
    cores = [
        [core and _stated(work, n, core, spans) for n, core in zip(found, of_one, strict=True)]
        for work, found, of_one, spans in zip(works, numerals, counted, periods, strict=True)
    ]
    return list(map(_dressed, texts, works, numerals, cores))


def _dressed(text: str, work: str, numerals: Sequence[Numeral], cores: Sequence[Core | None]) -> list[Quantity]:
    """The cores of a paragraph as quantities; one that begins inside the one before is none."""
    out: list[Quantity] = []
    i = floor = 0
    while i < len(numerals):
        core = cores[i]
        if core is None:
            i += 1
            continue
        found = _dress(text, work, core, numerals[i], out[-1] if out else None, floor)
        out.append(found)
        floor = found.end
        i += core.numerals
        while i < len(numerals) and numerals[i].start < floor:
            i += 1
    return out


def _counted(work: str, numerals: Sequence[Numeral], i: int) -> Core | None:
    """numerals[i] with its unit."""
    n = numerals[i]
    if n.end - n.start == 1 and work[n.start] == "一" and not _may_be_one(work, n.end):
        return None
    return read_core(work, numerals, i)


def _stated(work: str, n: Numeral, counted: Core, periods: Sequence[Span]) -> Core | None:
    """The numeral with its unit where it states a quantity."""
    core = settle(work, n, counted)
    if core is None or phrase.is_label(work, n, core.unit, core.start, core.end):
        return None
    may_be_dated = core.unit.kind in ("count", "angle") or core.rule == "fraction"  # 12/25
    if may_be_dated and _is_dated(periods, n.start, core.numeral_end):
        return None
    if work[n.start : n.end] == "一" and phrase.in_turn(work, core.start, core.end):
        return None
    if phrase.in_set_phrase(work, n.start) or phrase.is_designation(work, n, core.unit, core.end):
        return None
    if core.rule != "compound" and core.numerals == 1 and phrase.is_pattern(work, n, core.unit, core.end):
        return None
    if phrase.in_slogan(work, core.start, core.end, core.unit.kind) or phrase.in_title(work, core.start):
        return None
    return None if core.unit.surface == "年" and _names_year(work, core, periods) else core


def _is_dated(periods: Sequence[Span], start: int, end: int) -> bool:
    """Whether a date or clock time covers a place in text[start:end]."""
    at = bisect_left(periods, end, key=_START) - 1
    while at >= 0 and periods[at].end > start:
        if periods[at].granularity != "duration":
            return True
        at -= 1
    return False


def _names_year(work: str, core: Core, periods: Sequence[Span]) -> bool:
    """Whether the core with 年 begins a date or is the year of a reign (康熙三年)."""
    at = bisect_right(periods, core.start, key=_START) - 1
    if at < 0 or periods[at].granularity == "duration":
        return False
    start, end = periods[at].start, periods[at].end
    if start == core.start:
        return True
    return end == core.end and periods[at].granularity == "year" and _REIGN.fullmatch(work, start, end) is not None


_ONE_BEFORE = frozenset(
    "番个成倍刻元块角毛美欧港日英千万平立公米厘毫里亩吨斤克两升秒分小钟天周年岁度半吉兆折百%％‰ 焦瓦英海尺丈磅盎光"
    "加卢泰韩瑞澳新摄华℃"
)


def _may_be_one(work: str, end: int) -> bool:
    """Whether a lone 一 can be a quantity at all: before a unit of measure, not before a measure word."""
    sign = work[end : end + 1]
    return sign in _ONE_BEFORE or (sign in "到至—-~" and sign != "")


def _dress(text: str, work: str, core: Core, n: Numeral, last: Quantity | None, floor: int) -> Quantity:
    """The core with the comparators and change words that touch it; nothing before `floor` is taken."""
    start, end, sign = _bounded(work, core, n, floor)
    touched = (start, end) != (core.start, core.end)
    unit = core.unit
    moved = change.read_change(work, start, unit.kind == "count", unit.kind in RATES)
    direction, against = (moved.direction, moved.change) if moved else (None, None)
    if moved and moved.start >= floor:
        start = moved.start
        if against == "other" and last and last.change in ("yoy", "mom") and _carries(work, last, start):
            against = last.change  # 同比分别增长12%和下降4%
    elif moved is None and last and last.change and _alike(last.kind, unit.kind) and _carries(work, last, start):
        direction, against = last.direction, change.second_base(work, last.start) or last.change
    if sign == "=" and not touched and (far := comparator.away(work, start, floor)):
        sign = far
    elif sign == "=" and not touched and unit.kind == "percent":
        sign = comparator.before_base(work, start, floor) or sign
    low, high = comparator.bounds(core.low, core.high, sign)
    per = core.per or _per_before(work, start)
    sure = confidence(work, n, core, start, end, sign)
    return Quantity(
        start, end, text[start:end], unit.kind, low, high, unit.unit, core.stated_value, core.stated_unit, sign,
        against, direction, per, core.start, core.end, core.rule, sure,
    )  # fmt: skip


def _bounded(work: str, core: Core, n: Numeral, floor: int) -> tuple[int, int, str]:
    """Where the comparators that touch the core begin and end, and the sign that holds: the nearer one wins."""
    start, end, sign = core.start, core.end, core.sign
    before = comparator.before(work, start, n.bare or core.rule == "half")
    if before and core.unit.kind == "count" and core.unit.surface[-1] != "点":
        before = None if work[before[1] : start] in comparator.MARKET else before
    if before and before[1] >= floor:
        start = before[1]
        if sign != "range" and not (sign == ">" and before[0] == "≈"):
            sign = before[0]
    behind = comparator.after(work, end, core.unit.kind, core.unit.surface)
    if behind and not (work[end : behind[1]] == "多" and "多" in work[core.start : core.end]):  # 等了30多天|多不容易
        end = behind[1]
        more = sign == ">" and behind[0] != "≈" and not before
        if behind[0] != "=" and (sign in ("=", "≈") or more):
            sign = behind[0]
    return start, end, sign


def _alike(last: str, kind: str) -> bool:
    """True for values that may move in one list: of one kind, or shares and multiples (分别增长35%和1.2倍)."""
    return last == kind or {last, kind} == _GROWTHS


def _carries(work: str, last: Quantity, start: int) -> bool:
    """分别增长18.1%、43.2%: the next in the list moved as the first did."""
    gap = work[last.end : start]
    if len(gap) > 3 or not _LIST_GAP.match(gap):
        return False
    return gap.strip() not in (",", "，") or "分别" in work[max(0, last.start - 6) : last.start]


def _per_before(work: str, start: int) -> str | None:
    """每小时18公里, 人均2.3万元: the base of a rate that touches the quantity."""
    window = work[max(0, start - _PER_WINDOW) : start]
    if exchanged := comparator.exchanged(window):
        money = per_at(exchanged.group(1), 0)
        return money[0] if money else None
    if "每" not in window and "均" not in window and "速" not in window:
        return None
    matches = list(_EACH.finditer(window))
    if not matches:
        return None
    match = matches[-1]
    if base := match.group(1) or match.group(2):
        return _BASES.get(base, base) if window[match.end() :] in _LINKS else None
    at = start - len(window) + match.end()
    found = per_at(work, at)
    rest = work[found[1] : start] if found else "…"
    return found[0] if found and rest in _LINKS else None
