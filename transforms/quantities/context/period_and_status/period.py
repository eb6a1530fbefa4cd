"""When a quantity holds: the nearest time that governs it, in its clause, its sentence or its paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import cache

from transforms.quantities.context.clauses.clause import Laid
from transforms.quantities.context.clauses.word_groups import endings, group
from transforms.times.period import TimeSpan

Days = tuple[date, date] | None
_BASE_BEFORE = re.compile(
    r"(?:比|逢|每|较|相较|高于|低于|多于|少于|超过|相当于|与|同|于|(?<!截)至)[于在]?(?:去年|上年|前年|今年)?$"
)
_THAN = re.compile("(?:高于|低于|多于|少于|大于|小于)$")
_SHARES = frozenset(("%", "x"))
_MOVED_TO = re.compile(r"[增降升涨跌减缩高低落缓加少长大展][到至]$")  # 降至今年的7%
_TO = frozenset(("至", "到", "起至", "起到"))
_SINCE = re.compile(r"[从自由]$")
_BASE_LIST = re.compile(r"[比较][^，。；]{0,8}[和、与及]$")
_AS_OF = re.compile(r"截[至止]到?$")
_BY = re.compile(r"(?:^|[，。；：、“”（])到$")
_ENDS = ("底", "末")
_AFTER_ANY = 2  # signs of 今后, 此后
_PARTS = frozenset(("half", "quarter", "span"))
_MEASURES = re.compile("[NAGSC]*W[DHPB]*")
_RECORD = re.compile("的?(?:最|新高|新低|同期|首次)")
_FAR = 400  # signs: no clause is longer, but a table of rows may be one
_NEAR = 16  # words before a value that may say that it holds now
_DOING = re.compile("V[uN]?$")
_SHARE = re.compile(r"(?:同期|同一时期|全年|水平)?的$")
_BASE_AFTER = re.compile(r"(?:以来|相比|持平|相当|开始|起)")
_ANY_DAY = re.compile("平日|平时|工作日|节假日|每逢|每到")
_DELIVERY = re.compile(r"(?:交货|交割|交付|合约|期约|到期)的?")  # 6月合约: which one, not when


@cache
def _point_events() -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(map(re.escape, endings('point_event')))})(?!人口|人数|率)")


def close_spans(text: str, spans: Sequence[TimeSpan]) -> list[TimeSpan]:
    """Spans of which an open one (自2020年2月1日起) is closed by the day after its 至 or 到."""
    closed: list[TimeSpan] = []
    for span in spans:
        last = closed[-1] if closed else None
        if last and last.start_date and last.end_date is None and span.end_date and text[last.end : span.start] in _TO:
            end = span.end_date
            if "年" not in text[span.start : span.end] and (end.month, end.day) != (2, 29):
                end = end.replace(year=last.start_date.year)
            if end >= last.start_date:
                closed[-1] = last._replace(end=span.end, end_date=end)
                continue
        closed.append(span)
    return closed


def governs(text: str, span: TimeSpan) -> bool:
    """False where the span is the base of a comparison or the birth of something rather than the time of a value."""
    if span.start_date is None or span.end_date is None or span.vague:
        return False
    moved = text[span.end : span.end + 1] == "的" and _MOVED_TO.search(text, max(0, span.start - 3), span.start)
    if not moved and _BASE_BEFORE.search(text, max(0, span.start - 5), span.start):
        return False
    if _BASE_LIST.search(text, max(0, span.start - 10), span.start):
        return False
    if _SINCE.search(text, max(0, span.start - 1), span.start) and text[span.end : span.end + 1] != "的":
        return False
    if text[span.end - 1] == "后" and span.end - span.start > _AFTER_ANY:
        return False  # 术后一周后: counted from what was told, not from the day of the page
    if text[span.start : span.end] == "周末" and _ANY_DAY.search(text, max(0, span.start - 12), span.end + 12):
        return False  # 周末满房、平日入住率不到三成: any of them
    if span.granularity == "month" and _DELIVERY.match(text, span.end):
        return False
    if text.endswith("以来", span.start, span.end) and _RECORD.match(text, span.end):
        return False  # 2005年以来的最大跌幅
    return _BASE_AFTER.match(text, span.end) is None


def carries(laid: Laid, span: TimeSpan, clause: tuple[int, int], reach: int) -> bool:
    """True where the span of `clause` holds beyond it, up to the place `reach`.

    A day does from a clause of its own (截至2月9日，) unless it is the day of an event; a point event never does.
    """
    stop = laid.ends[clause[1] - 1]
    if is_as_of(laid.text, span):
        return True
    at = laid.index(span.start)
    doing = _DOING.search(laid.codes, max(clause[0], at - 2), at)
    if doing and not laid.words[doing.start()].endswith(("到", "至")):
        return False  # 调取1998年的资料，: a part of what is done
    short = span.granularity in ("day", "hour", "minute", "second", "time")
    if span.granularity in _PARTS and "Q" in laid.codes[at : clause[1]]:
        return True  # 上半年签约项目126个，到位资金24亿元: what was done in it
    stop = min(max(stop, reach) if short else stop, span.end + _FAR)
    if _point_events().search(laid.text, span.end, stop):
        return False
    if short:
        first = laid.index(span.end)
        told = laid.codes.find("Q", first, clause[1])
        if told > first and _MEASURES.fullmatch(laid.codes, first, told):
            return True  # 明天最高气温18℃，最低气温9℃
        return not any(code in "VLNGWSOPZ" for code in laid.codes[first : clause[1]])
    return True


def own_period(text: str, spans: Sequence[TimeSpan], begin: int, start: int) -> TimeSpan | None:
    """The first of `spans`, all before the quantity at `start`, that governs it and begins at `begin` or after."""
    for span in spans:
        if span.start >= begin and _is_of_base(text, span, start):
            return span
        if span.start >= begin and governs(text, span):
            born = _point_events().match(text, span.end, start)
            if born is None or "的" not in text[born.end() : start]:
                return span
    return None


def _is_of_base(text: str, span: TimeSpan, start: int) -> bool:
    """True for the time of the value at `start` that another is above or below (高于去年12月的2.4%)."""
    if text[span.end : start] != "的" or _THAN.search(text, max(0, span.start - 2), span.start) is None:
        return False
    return span.start_date is not None and span.end_date is not None and not span.vague


def days(text: str, span: TimeSpan) -> Days:
    """First and last day of a span; only the last one after 截至."""
    if span.start_date is None or span.end_date is None:
        return None
    return (span.end_date if is_as_of(text, span) else span.start_date), span.end_date


def is_as_of(text: str, span: TimeSpan) -> bool:
    """True where a value holds on the last day of the span: 截至2月9日, 到2019年底."""
    if _AS_OF.search(text, max(0, span.start - 3), span.start):
        return True
    return (
        text.endswith(_ENDS, span.start, span.end) and _BY.search(text, max(0, span.start - 2), span.start) is not None
    )


def is_base(text: str, span: TimeSpan, unit: str, start: int) -> bool:
    """True for the time of what a share or multiple at `start` is of (是三年前的3倍, 是去年同期的110%)."""
    if unit not in _SHARES or _SHARE.fullmatch(text, span.end, start) is None:
        return False
    return text[span.start - 1 : span.start] not in ("由", "从", "自", "到", "至") and not _is_of_base(
        text, span, start
    )


def says_now(laid: Laid, spans: Sequence[TimeSpan], since: int, start: int) -> bool:
    """True where text[since:start] says that a value holds now (目前, 现有), whatever time was told before."""
    if any(span.granularity == "present" and span.start >= since for span in spans):
        return True
    last = laid.index(start)
    first = max(laid.index(since), last - _NEAR)
    return not group("now").isdisjoint(laid.words[first:last])
