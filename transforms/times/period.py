"""Time expressions of a paragraph, resolved against the issue date: the public entry of this folder."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from transforms.times import calendar as cal
from transforms.times.atoms import Atom
from transforms.times.chain import Expression
from transforms.times.edges import apply_edge
from transforms.times.named import apply_holiday
from transforms.times.parse import Told, read_told
from transforms.times.relative import resolve_length
from transforms.times.resolve import resolve
from transforms.times.state import Context, State

OF_EVENT = frozenset("业婚职学术束院立成休世隔别用产映播")  # 毕业, 时隔: what a length is counted from
_AS_OF = re.compile(r"(?:^|[，。；：、\s])截[至止]\Z")
DATELINE = ("电", "讯")  # 本报北京1月6日电: the day from which the article tells
_HALF_DAY = timedelta(hours=12)
_LIFETIME = 50  # years: so long after a thing of the story (流散近百年后), not after the day of the paper
WHOLE = ("year", "month", "quarter", "half", "century", "decade")
_PLANNED = re.compile("将|拟|计划|预计|有望|力争|届时|明年|今年|前完成|底前|预期|截止")
REPORTED = ("year", "half", "quarter", "month")
_REPORT = re.compile(
    "(?:年|年度|半年度|季度)?(?:财务|业绩|经营|定期)?(?:报告|财报|业绩|报(?![名到考道刊纸社送案价批复警销废答]))"
)
RELATIVE_IN_TITLES = ("day_rel", "now", "vague", "set", "daypart", "year_rel")


class TimeSpan(NamedTuple):
    """text[start:end] names a time: days with both ends inclusive, None for an end that is open or not told.

    Granularity is century, decade, year, season, half, quarter, month, week, day, hour, minute, second; "duration" for
    a length of time (`seconds`, None if roughly told), "anniversary" (60周年), "set" (每年), "present" (目前) or
    "unknown" (近日). `vague` marks a time that the text does not fix (近日, 近年来). A clock time has `start_time` and
    `end_time`, of the day where the text names one, else of no day (time).
    """

    start: int
    end: int
    start_date: date | None
    end_date: date | None
    granularity: str
    seconds: float | None = None
    start_time: datetime | time | None = None
    end_time: datetime | time | None = None
    vague: bool = False


def read_periods(text: str, reference: date | datetime | None, anchor: date | None = None) -> list[TimeSpan]:
    """The time expressions of `text`, sorted and apart.

    `reference` is the issue date; without one only times that name their year get dates. `anchor` is the day of the
    dateline, against which 今天, 昨日 and a bare 10日 count.
    """
    return read_paragraphs([text], reference, anchor)[0]


def read_paragraphs(
    paragraphs: Sequence[str], reference: date | datetime | None, anchor: date | None = None
) -> list[list[TimeSpan]]:
    """The spans of each paragraph of one article; 当天, 次日 and 8时 go with the day named in the paragraphs before."""
    return resolve_told(read_told(paragraphs), reference, anchor)


def resolve_told(
    paragraphs: Sequence[Told], reference: date | datetime | None, anchor: date | None = None, *, whole: bool = False
) -> list[list[TimeSpan]]:
    """As `read_paragraphs`, of paragraphs whose time expressions are found already.

    `whole`: the text is nothing but a time, so its days count from the moment of `reference`, not from that day.
    """
    now = reference if isinstance(reference, datetime) else None
    day = reference.date() if isinstance(reference, datetime) else reference
    context = Context(day, now, anchor, whole=whole)
    spans: list[list[TimeSpan]] = []
    for text, found in paragraphs:
        expressions = list(found)
        if not spans and day and expressions:
            context.annual = _opening_year(text, expressions[0], day)
        spans.append(_resolve_all(text, expressions, context))
    return spans


def _opening_year(text: str, first: Expression, day: date) -> int | None:
    """The year before the issue where the text begins with it (2022年，全市…)."""
    opens = not text[: first.start].strip() and text[first.end : first.end + 1] == "，" and first.until is None
    atom = first.atoms[0]
    told = opens and len(first.atoms) == 1 and atom.kind == "year" and atom.n[0] == day.year - 1
    return day.year - 1 if told else None


def _resolve_all(text: str, found: Iterable[Expression], context: Context) -> list[TimeSpan]:
    spans, at = [], 0
    context.near = None
    for expression in found:
        if expression.atoms[0].kind in RELATIVE_IN_TITLES and _in_title(text, expression.start):
            continue
        if text.find("。", at, expression.start) >= 0:
            context.near = None
        spans.append(_read(expression, context, text))
        at = expression.end
    return spans


def _in_title(text: str, at: int) -> bool:
    """今日 in 《今日说法》 is a part of a name."""
    opened = text.rfind("《", max(0, at - 30), at)
    return opened >= 0 and text.find("》", opened, at) < 0


def _read(e: Expression, context: Context, text: str) -> TimeSpan:
    kind = e.atoms[0].kind
    if kind in ("vague", "set", "anniversary", "span_each"):
        granularity = {"vague": "unknown", "anniversary": "anniversary"}.get(kind, "set")
        return TimeSpan(e.start, e.end, None, None, granularity, vague=kind == "vague")
    if kind == "now":
        return TimeSpan(e.start, e.end, context.today, context.today, "present", vague=True)
    if kind == "length" and e.suffix not in ("before", "after", "since"):
        seconds = e.atoms[0].n[1]
        return TimeSpan(e.start, e.end, None, None, "duration", seconds if seconds > 0 else None)
    told = text[e.start - 1 : e.start] in OF_EVENT or (e.atoms[0].word == "年" and e.atoms[0].n[0] >= _LIFETIME)
    if kind == "length" and e.suffix == "after" and not context.moment and told:
        return TimeSpan(e.start, e.end, None, None, "unknown", vague=True)  # 毕业三年后
    if kind == "length" or kind.startswith("span_"):
        if len(e.atoms) > 1:
            state = resolve_hours(e, context)
            return _span(e, state, state)
        state = resolve_length(e.atoms[0], e.suffix, context, open_end=_open(e, text))
        return _span(e, state, state)
    if kind == "month_day" and (year := _year_quoted(text, e.start, context)):
        e = e._replace(atoms=(year, *e.atoms))
    if kind in ("month", "month_day", "year_ctx"):
        context.over = kind == "month" and _AS_OF.search(text, max(0, e.start - 4), e.start) is not None
        context.planned = _PLANNED.search(text, max(0, e.start - 12), e.end + 12) is not None
    first = _side(e, context)
    last = first
    if e.until is not None:
        named = (first.lo, first.hi) if first.lo and first.hi else None
        last = _side(e.until, replace(context, last=named, near=first.lo) if named else context)
        first, last = _in_order(first, last, e)
    span = _suffixed(_span(e, first, last), e.suffix, e.edge or e.atoms[-1].kind == "part", context)
    if first.lo and first.hi and not any(a.kind == "same" for a in e.atoms):
        whole = span.start_date and span.end_date and e.suffix != "since"
        context.last = (first.lo, last.hi) if whole and last.hi else (first.lo, first.hi)
        _remember(text, e, span.granularity, context)
        if span.granularity in ("month", "day", "hour", "minute", "second"):
            context.near = last.lo or first.lo
    return span


def _year_quoted(text: str, at: int, context: Context) -> Atom | None:
    """The year right before the mark that opens a day (2008年“5·12”地震)."""
    last = context.last
    whole = last is not None and (last[0].month, last[0].day, last[1].month, last[1].day) == (1, 1, 12, 31)
    if last is None or not whole or last[0].year != last[1].year or text[max(0, at - 2) : at] != "年“":
        return None
    return Atom(at, at, "year", (last[0].year,))


def _remember(text: str, e: Expression, granularity: str, context: Context) -> None:
    """What the span just named is to those after it: the day they are at, the day of the dateline, what is reported."""
    first, last = context.last or (None, None)
    if first == last:
        context.day = first
        if text[e.end : e.end + 1] in DATELINE:
            context.anchor = first
    elif granularity in REPORTED and _REPORT.match(text, e.end - text.endswith("报", e.start, e.end)):
        context.reported = context.last


def _open(e: Expression, text: str) -> bool:
    return text.startswith(("以前", "以后"), e.end - 2)


def resolve_hours(e: Expression, context: Context) -> State:
    """六天后的3时: the hour on the day that the length gives."""
    state = resolve_length(e.atoms[0], e.suffix, context)
    return resolve(e.atoms[1:], replace(context, last=(state.lo, state.lo) if state.lo else None))


def _side(e: Expression, context: Context) -> State:
    state = resolve(e.atoms, context)
    apply_edge(state, e.edge)
    if e.holiday:
        apply_holiday(state, e.atoms[-1], e.day)
    return state


def _in_order(first: State, last: State, e: Expression) -> tuple[State, State]:
    """11月至3月 runs into the next year, 晚上8点至2点 into the next day."""
    if first.lo and last.hi and last.hi < first.lo:
        later = cal.add_months(last.hi, 12)
        told = e.until and any(a.kind in ("year", "date") and a.start >= e.until.start for a in e.until.atoms)
        if later and later >= first.lo and not told:
            last.hi = later
        else:
            first.lo = last.hi = first.begin = last.finish = None
    elif first.begin and last.finish and last.finish < first.begin and last.hi and first.lo == last.hi:
        if _after_noon(first.begin, last.finish, e.until):
            last.begin = last.finish = last.finish + _HALF_DAY
        else:
            last.hi = cal.add_days(last.hi, 1)
            last.finish = last.finish + timedelta(days=1)
    return first, last


def _after_noon(begin: datetime, finish: datetime, until: Expression | None) -> bool:
    """11点到1点 ends after noon, 9点到凌晨2点 after midnight."""
    told = until is None or any(a.kind == "daypart" and a.start >= until.start for a in until.atoms)
    return not told and begin.hour <= 12 and finish + _HALF_DAY > begin


def _span(e: Expression, first: State, last: State) -> TimeSpan:
    unknown = first.lo is None and last.hi is None
    begin: datetime | time | None = first.begin
    finish: datetime | time | None = last.finish
    if unknown and first.clock and last.clock:
        begin, finish = first.clock[0], last.clock[1]
    elif first.begin and last.finish and first.begin > last.finish:
        begin = finish = None
    return TimeSpan(e.start, e.end, first.lo, last.hi, last.granularity, None, begin, finish, unknown)


def _before(span: TimeSpan, edge: bool | str, context: Context) -> TimeSpan:
    """2018年以前 ends with 2017, 年底前 with the year.

    What is still to come begins with the issue (a term, 期限), or with the moment at which it alone is said.
    """
    today = None if context.spoken and not context.from_now else context.today
    end = span.end_date
    if span.start_date and not edge and span.granularity in WHOLE:
        end = cal.add_days(span.start_date, -1)
    start = today if today and end and end > today else None
    return span._replace(start_date=start, end_date=end, start_time=None)


def _suffixed(span: TimeSpan, suffix: str, edge: bool | str, context: Context) -> TimeSpan:
    """之前 leaves the start open, 之后 the end; 以来 lasts until the issue."""
    if suffix == "upto":
        return span._replace(start_date=None, start_time=None)
    if suffix == "before":
        return _before(span, edge, context)
    if suffix in ("from", "andafter"):
        return span._replace(end_date=None, end_time=None)
    if suffix == "after":
        whole = span.granularity in WHOLE and not edge
        start = cal.add_days(span.end_date, 1) if whole and span.end_date else span.start_date
        return span._replace(start_date=start, end_date=None, end_time=None)
    if suffix == "since":
        today = context.today
        ends = today if today and span.start_date and today >= span.start_date else None
        return span._replace(end_date=ends, end_time=None)
    return span
