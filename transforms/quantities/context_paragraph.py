"""The context of every quantity of a paragraph, left to right: each may lean on the one before."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from operator import itemgetter

from transforms.quantities.context_choice import Chosen, choose
from transforms.quantities.context_clause import Laid, Token, clauses, lay_out
from transforms.quantities.context_list import dealt_out
from transforms.quantities.context_per import rate_base
from transforms.quantities.context_period import Days, carries, close_spans, days, governs, own_period
from transforms.quantities.context_status import ACTUAL, Cue, find_cues, status_of
from transforms.quantities.context_subject import (
    agent,
    clause_subject,
    has_own_subject,
    owner_before,
    owner_inside,
    spoken_of,
)
from transforms.quantities.metric import Quantity
from transforms.times.period import TimeSpan

_STOPS = "。！？"
_BACK = 12  # clauses, times and cues looked back on: further off nothing governs, and a page stays linear
_WHOLE = re.compile(
    r"占比|每(?:[一1])?(?:小时|分钟|季度|平方米|平方公里|立方米|公里|公斤|千克|千瓦时|个月|[\u4e00-\u9fff])"
)


@dataclass(frozen=True, slots=True)
class Context:
    """What a text says around a quantity."""

    indicator: str | None
    subject: str | None
    period: Days
    status: str
    per: str | None


@dataclass(slots=True)
class _Paragraph:
    """A paragraph while it is read; `places[i]` is the word that is quantity i."""

    laid: Laid
    clauses: list[tuple[int, int]]
    places: list[int]
    quantities: Sequence[Quantity]
    periods: Sequence[TimeSpan]
    time_ends: list[int]
    issue: date | None
    taken: int = 0
    done: list[Context] = field(default_factory=list)
    cues: dict[int, list[Cue]] = field(default_factory=dict)

    def clause_at(self, place: int) -> int:
        return bisect_right(self.clauses, (place, len(self.laid.codes))) - 1

    def before(self, place: int) -> list[TimeSpan]:
        """The last times that end at or before a place in the text, nearest first."""
        at = bisect_right(self.time_ends, place)
        return list(reversed(self.periods[max(0, at - _BACK) : at]))

    def sentence(self, place: int) -> tuple[int, int]:
        """The words of the sentence that holds a word."""
        codes = self.laid.codes
        end = codes.find(".", place)
        return codes.rfind(".", 0, place) + 1, len(codes) if end < 0 else end


def read_contexts(
    text: str,
    quantities: Sequence[Quantity],
    periods: Sequence[TimeSpan],
    tokens: Sequence[Token],
    issue: date | None,
) -> list[Context]:
    """The context of each quantity of a paragraph; quantities and periods are sorted by place."""
    start, end = _window(text, quantities)
    periods = [span for span in close_spans(text, periods) if span.start >= start and span.end <= end]
    spans = _spans(text, quantities, periods)
    first, last = (bisect_left(tokens, place, key=itemgetter(2)) for place in (start, end))
    laid = lay_out(text, tokens[first:last], spans)
    places = [i for i, code in enumerate(laid.codes) if code == "Q"]
    page = _Paragraph(laid, clauses(laid), places, quantities, periods, [span.end for span in periods], issue)
    for index in range(len(quantities)):
        page.done.append(_read(page, index))
    return page.done


def _window(text: str, quantities: Sequence[Quantity]) -> tuple[int, int]:
    """From the start of the first sentence with a quantity to the end of the last: nothing else bears on them."""
    first, last = quantities[0].start, quantities[-1].end
    start = max(text.rfind(mark, 0, first) for mark in _STOPS) + 1
    ends = [at for mark in _STOPS if (at := text.find(mark, last)) >= 0]
    return start, min(ends, default=len(text))


def _spans(text: str, quantities: Sequence[Quantity], periods: Sequence[TimeSpan]) -> list[tuple[int, int, str]]:
    """Quantities as Q, and as T the times that no quantity touches."""
    spans = [(q.start, q.end, "Q") for q in quantities]
    starts = [q.start for q in quantities]
    for time in periods:
        at = bisect_right(starts, time.start)
        if (at and quantities[at - 1].end > time.start) or (at < len(starts) and starts[at] < time.end):
            continue
        spans.append((time.start, time.end, "T"))
    if "每" in text or "占比" in text:
        _add_bases(text, spans, *_window(text, quantities))
    spans.sort()
    return spans


def _add_bases(text: str, spans: list[tuple[int, int, str]], start: int, end: int) -> None:
    """每件, 每小时 as E and 占比 as W, which words break, where nothing else stands."""
    taken = sorted(spans)
    starts = [start for start, _, _ in taken]
    for match in _WHOLE.finditer(text, start, end):
        at = bisect_right(starts, match.start())
        if (at and taken[at - 1][1] > match.start()) or (at < len(starts) and starts[at] < match.end()):
            continue
        spans.append((match.start(), match.end(), "W" if match.group() == "占比" else "E"))


def _read(page: _Paragraph, index: int) -> Context:
    laid, at, quantity = page.laid, page.places[index], page.quantities[index]
    number = page.clause_at(at)
    clause = page.clauses[number]
    before = page.places[index - 1] if index else -1
    after = page.places[index + 1] if index + 1 < len(page.places) else clause[1]
    begin = min(max(clause[0], before + 1, page.taken), at)
    dealt = dealt_out(laid, page.places, index, clause, page.clauses[number - 1] if number else None)
    chosen = choose(laid, quantity, at, clause, begin, after)
    if chosen and before >= 0 and _same_things(page, index, chosen):
        chosen = None
    page.taken = chosen.last if chosen and not chosen.left else 0
    status = _status(page, at, number, quantity)
    last = page.done[-1] if page.done and before >= page.sentence(at)[0] else None
    indicator, subject = (dealt.indicator, dealt.subject) if dealt else (None, None)
    if indicator is None and chosen is not None:
        first = (
            owner_inside(laid, chosen.first, chosen.last, chosen.first == clause[0]) if chosen.left else chosen.first
        )
        indicator = laid.phrase(first, chosen.last)
        if subject is None and first > chosen.first:
            subject = laid.phrase(chosen.first, first)
        if subject is None and chosen.left:
            subject = _text(laid, owner_before(laid, clause[0], chosen.first))
        anchor = first
    else:
        anchor = at
    if indicator is None:
        indicator, subject = _carried(page, index, number, subject)
    if subject is None:
        subject = _subject(page, clause, number, anchor, at, begin, chosen is not None and chosen.left)
    per = rate_base(laid.text[laid.starts[begin] : quantity.start]) if begin < at else None
    listed = quantity.change is not None or (chosen is not None and chosen.left and laid.codes[chosen.last - 1] in "WV")
    period = _period(page, quantity.start, number, status, listed, per)
    if quantity.change and last and (chosen is None or indicator == last.indicator) and period is None:
        period = last.period
    return Context(indicator, subject, period, status, per)


def _same_things(page: _Paragraph, index: int, chosen: Chosen) -> bool:
    """True where only a verb stands before a count of what was counted just before (新建学校10所，已完工6所)."""
    now, last = page.quantities[index], page.quantities[index - 1]
    bare = chosen.left and chosen.last - chosen.first == 1 and page.laid.codes[chosen.first] == "V"
    bare = bare and page.laid.codes[chosen.first - 1 : chosen.first] != "L"
    near = page.places[index - 1] >= page.sentence(page.places[index])[0]
    return bare and near and now.kind == "count" and now.unit == last.unit and now.unit not in ("次", "人次", "人")


def _text(laid: Laid, span: tuple[int, int] | None) -> str | None:
    return laid.phrase(*span) if span else None


def _carried(page: _Paragraph, index: int, number: int, subject: str | None) -> tuple[str | None, str | None]:
    """Indicator and subject of the nearest clause before that has a quantity or opens with a measure."""
    laid, at = page.laid, page.places[index]
    start = page.sentence(at)[0]
    for k in range(number, max(-1, number - _BACK), -1):
        begin, end = page.clauses[k]
        if begin < start:
            break
        if index and begin <= page.places[index - 1]:
            return page.done[index - 1].indicator, subject or page.done[index - 1].subject
        if k == number:
            continue
        head = _measure_opening(laid, begin, end)
        if head:
            return head, subject
    if index and page.quantities[index].change:
        return page.done[index - 1].indicator, subject or page.done[index - 1].subject
    return None, subject


def _measure_opening(laid: Laid, begin: int, end: int) -> str | None:
    """The measure that opens a clause (集体经济收入连年增长)."""
    first = begin
    while first < end and laid.codes[first] in "DTCq":
        first += 1
    last = first
    while last < end and laid.codes[last] in "NGWSOAKRq":
        last += 1
    while last > first and laid.codes[last - 1] != "W":
        last -= 1
    if last <= first:
        return None
    return laid.phrase(owner_inside(laid, first, last), last)


def _subject(
    page: _Paragraph, clause: tuple[int, int], number: int, anchor: int, at: int, begin: int, left: bool
) -> str | None:
    """The owner named in the clause, else in the sentence, else in the sentence before."""
    laid = page.laid
    span = agent(laid, clause[0], at)
    if span is None and anchor > clause[0]:
        span = clause_subject(laid, clause[0], anchor)
        if span and (span[1] > anchor or laid.codes[span[0] : span[1]].count("Q")):
            span = None
    if span:
        return _text(laid, span)
    if not left and begin == at:
        return None
    start = page.sentence(at)[0]
    for k in range(number - 1, max(-1, number - _BACK), -1):
        lo, hi = page.clauses[k]
        if lo < start:
            break
        span = spoken_of(laid, lo, hi)
        if span:
            return _text(laid, span)
    return None


def _period(page: _Paragraph, start: int, number: int, status: str, listed: bool, per: str | None) -> Days:
    """From the clause, else its sentence, else, for a list of measures, from earlier sentences of more than days."""
    laid = page.laid
    lo, hi = page.clauses[number]
    own = own_period(laid.text, page.before(start), laid.starts[lo], start)
    if own:
        return days(own)
    if per:
        return None
    sentence = laid.starts[page.sentence(lo)[0]]
    for span in page.before(laid.starts[lo]):
        if not governs(laid.text, span):
            continue
        clause = page.clauses[page.clause_at(laid.index(span.start))]
        if span.start >= sentence:
            if carries(laid, span, clause, laid.ends[hi - 1]):
                return days(span)
            continue
        opening = laid.codes[clause[0] : laid.index(span.start)].strip("DCPqZ")
        coarse = span.granularity in ("month", "quarter", "half", "year", "range")
        alike = status == ACTUAL and coarse and not opening and carries(laid, span, clause, laid.ends[clause[1] - 1])
        return days(span) if alike and listed and page.done and page.done[-1].period == days(span) else None
    return None


def _status(page: _Paragraph, at: int, number: int, quantity: Quantity) -> str:
    laid = page.laid
    first, end = page.sentence(at)
    cues = page.cues.get(first)
    if cues is None:
        stop = laid.ends[end - 1]
        cues = page.cues[first] = find_cues(laid, laid.starts[first], stop, page.periods, page.issue)
    if not cues:
        return status_of(laid, cues, page.clauses[number], 0, quantity.start, quantity.end)
    near = bisect_left(cues, quantity.start, key=lambda cue: cue.start)
    free = number
    while (
        free > max(0, number - _BACK)
        and page.clauses[free - 1][0] >= first
        and not has_own_subject(laid, *page.clauses[free])
    ):
        free -= 1
    return status_of(
        laid,
        cues[max(0, near - _BACK) : near],
        page.clauses[number],
        laid.starts[page.clauses[free][0]],
        quantity.start,
        quantity.end,
    )
