"""The day of an article's event, and the issue date of a page that does not print one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from transforms.times.calendar import safe_date
from transforms.times.chain import Expression
from transforms.times.days import bare_day
from transforms.times.parse import Told
from transforms.times.period import DATELINE, TimeSpan

DAYS = ("day", "hour", "minute", "second")
LONGEST_EVENT = 200  # days; what lasts longer is a term
NEWS_AHEAD = timedelta(days=45)  # what lies further ahead is a term, not news
NEWS_AGE = timedelta(days=300)  # further from the issue it is background, even in a January paper
BEGINS_NEAR = timedelta(days=31)
_NUMBERED = re.compile(r"[0-9０-９十][日号]|[0-9]{1,2}[-/.][0-9]{1,2}")
_RELATIVE = re.compile(r"[今昨][天日晚晨早夜]")
_TERM = re.compile(r"(?:截至|截止|截止到|自|从|至)\s?\Z")
_UNTIL = re.compile(r"前(?!往|来|后|去)")
_AHEAD = re.compile(
    r"(?:到|至|力争|预计|计划|目标|截至|截止|前|内|底前|[将拟](?:于|在)?|(?:计划|预计|有望|争取|力争)[于在])\s?\Z"
)
_WILL = re.compile(r"将[在于]\s?\Z")
_LOOK_BACK = 4  # characters
_NAMES_YEAR = ("year", "date", "year_month")
_TARGET = re.compile(r"\s?(?:年)?(?:底|末)?(?:前|之前|以前|将|要|建成|实现|目标|远景)")


def event_date(
    paragraphs: Sequence[str],
    periods: Sequence[Sequence[TimeSpan]],
    issue_date: date | None,
    dateline_month_day: tuple[int, int] | None = None,
) -> date | None:
    """The first day that the text gives for its event; None where it gives none.

    `periods` are the spans of each paragraph, read against `issue_date`. Background of another year, terms (自…起, but
    for one to come that opens the text, or one near the issue where there is no other day), 次日 and 近日 are no event
    day; a bare 10日 takes its month from the dateline (month, day), else from the issue.
    """
    dateline = dateline_day(issue_date, dateline_month_day)
    for text, spans in zip(paragraphs, periods, strict=True):
        for span in spans:
            if _is_event_day(text, span, issue_date, told_from=dateline):
                return _by_dateline(text, span, dateline)
    return next(
        (
            span.start_date
            for text, spans in zip(paragraphs[:1], periods, strict=False)
            for span in spans
            if _begins_near(text, span, issue_date)
        ),
        None,
    )


def _begins_near(text: str, span: TimeSpan, issue_date: date | None) -> bool:
    """Whether a clause opens with a day near the issue on which its news begins to hold: …，自3月18日起，…."""
    day, raw = span.start_date, text[span.start : span.end]
    if day is None or issue_date is None or span.granularity not in DAYS or span.vague:
        return False
    clause = text[max(0, span.start - 1) : span.start] in "，。：" and text.startswith("，", span.end)
    return clause and raw.endswith("起") and bool(_NUMBERED.search(raw)) and abs(day - issue_date) < BEGINS_NEAR


def _is_event_day(text: str, span: TimeSpan, issue_date: date | None, told_from: date | None) -> bool:
    day = span.start_date
    if day is None or span.granularity not in DAYS or span.vague:
        return False
    raw = text[span.start : span.end]
    if raw.endswith("前") or _UNTIL.match(text, span.end):
        return False
    if not _NUMBERED.search(raw) and not _is_near_day(text, span, told_from):
        return False
    if span.end_date is None and not raw.endswith(("起", "开始")):
        return False
    if span.end_date is not None and (span.end_date - day).days > LONGEST_EVENT:
        return False
    announced = span.start == 0 and raw.endswith("起") and issue_date is not None and day > issue_date
    if (text[span.start] in "自从" and not announced) or _TERM.search(text, max(0, span.start - 3), span.start):
        return False
    if text[span.end : span.end + 1] in DATELINE:
        return False
    return issue_date is None or -NEWS_AGE < day - issue_date < NEWS_AHEAD


def _is_near_day(text: str, span: TimeSpan, told_from: date | None) -> bool:
    """昨晚 is a day of the news, 今天 only under a dateline; 记者昨日从…获悉 tells when the paper heard of it."""
    m = _RELATIVE.match(text, span.start)
    if m is None or text.endswith("记者", 0, span.start):
        return False
    return m[0][0] == "昨" or told_from is not None


def dateline_day(issue_date: date | None, month_day: tuple[int, int] | None) -> date | None:
    """The day of a dateline (month, day): in the year of the issue, or the one before under a January issue."""
    if issue_date is None or month_day is None:
        return None
    day = safe_date(issue_date.year, *month_day)
    return safe_date(issue_date.year - 1, *month_day) if day and day > issue_date + timedelta(days=31) else day


def _by_dateline(text: str, span: TimeSpan, dateline: date | None) -> date | None:
    bare = re.match(r"(?:从|自)?([0-9０-９]{1,2})[日号]", text[span.start : span.end])
    return bare_day(int(bare[1]), dateline) if bare and dateline else span.start_date


def issue_date_of(articles: Iterable[Sequence[Told]], datelines: Iterable[tuple[int, int]] = ()) -> date | None:
    """The issue date of a page without one: the latest event day that its text supports, in the latest year it names.

    `articles` hold what the paragraphs of each article tell, `datelines` the (month, day) of their bylines. None
    without both a day and a year.
    """
    years: Counter[int] = Counter()
    months: set[tuple[int, int]] = set()
    ahead: set[int] = set()
    days: list[tuple[int | None, int, int]] = [(None, month, day) for month, day in datelines]
    for paragraphs in articles:
        event: tuple[int | None, int, int] | None = None
        for text, told in paragraphs:
            for e in told:
                if named := _years(text, e):
                    years.update(named)
                    months.update(_months(e))
                elif _WILL.search(text, max(0, e.start - _LOOK_BACK), e.start) and e.atoms[-1].kind == "year":
                    ahead.add(int(e.atoms[-1].n[0]))
                event = event or _month_day(e)
        if event:
            days.append(event)
    year = max(years, default=None)
    if year is None and ahead:
        year = min(ahead) - 1  # 将在2026年, and no month of it, is of the year to come
    if year is None:
        return None
    latest = max((month for _, month, _ in days), default=12)
    if all(y is None for y, _, _ in days) and any(month > latest for y, month in months if y == year):
        year += 1  # of what happened in its December a page of June tells a year later
    found = [d for y, month, day in days if y in (None, year) and (d := safe_date(year, month, day))]
    turn = [d for d in found if d.month <= 2]
    # beside January, December is that of the year before
    return max((d for d in found if not turn or d.month < 11), default=None)


def _years(text: str, e: Expression) -> list[int]:
    """The years that an expression names as past or present; those it aims at (到2035年) say nothing of the issue."""
    years = [int(a.n[0]) for a in e.atoms if a.kind in _NAMES_YEAR and a.n[0] >= 1900]
    if not years or e.suffix in ("before", "upto", "after"):
        return []
    aim = _AHEAD.search(text, max(0, e.start - _LOOK_BACK), e.start) or _TARGET.match(text, e.end)
    return [] if aim else years


def _months(e: Expression) -> list[tuple[int, int]]:
    """The months of a year that an expression names: 2024年12月."""
    years = [int(a.n[0]) for a in e.atoms if a.kind in _NAMES_YEAR]
    months = [int(a.n[0]) for a in e.atoms if a.kind in ("month", "month_day")]
    told = [(int(a.n[0]), int(a.n[1])) for a in e.atoms if a.kind in ("year_month", "date")]
    return told + [(years[0], month) for month in months if years]


def _month_day(e: Expression) -> tuple[int | None, int, int] | None:
    """The month and day an expression begins with, and its year where told; None for spans, terms and vague times."""
    if e.suffix not in ("", "during", "about"):
        return None
    year: int | None = None
    month = day = 0
    for a in e.atoms:
        if a.kind == "date":
            return int(a.n[0]), int(a.n[1]), int(a.n[2])
        if a.kind == "month_day":
            return year, int(a.n[0]), int(a.n[1])
        if a.kind == "year":
            year = int(a.n[0])
        elif a.kind == "month":
            month = int(a.n[0])
        elif a.kind == "day":
            day = int(a.n[0])
        elif a.kind not in ("daypart", "clock", "weekday"):
            return None
    return (year, month, day) if month and day else None
