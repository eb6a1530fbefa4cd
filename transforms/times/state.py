"""What a time expression is told against, and what its atoms have narrowed it to so far."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from transforms.times import calendar as cal
from transforms.times.atoms import Atom

FAR_AHEAD = 240  # a month and day this many days ahead of the issue is last year's


@dataclass(slots=True)
class Context:
    """What a time is told against: the issue date, the day of the dateline, and the last day the text has named."""

    reference: date | None
    now: datetime | None = None
    anchor: date | None = None
    whole: bool = False  # the time is the whole text, said at `now`
    last: cal.Interval | None = None
    planned: bool = False  # words of the future stand by the time that is read
    over: bool = False  # 截至 stands before it: what it names has begun
    near: date | None = None  # the last day named in the same sentence: 6月15日开幕，18日闭幕
    day: date | None = None  # the last day named, whatever longer time was named after it
    annual: int | None = None  # the year over by now that the text opens with: 2022年，全市…; 全年, 年末 are of it
    reported: cal.Interval | None = None  # what the report tells of that was named last: 2025年一季报

    @property
    def spoken(self) -> bool:
        """True for words said at a moment rather than printed on a day: 12月30号 said in January is not last year's."""
        return self.now is not None

    @property
    def moment(self) -> datetime | None:
        """The moment at which words are said; midnight only dates what is said."""
        return self.now if self.now and self.now.time() != time() else None

    @property
    def from_now(self) -> bool:
        """True where days count from the moment itself: a time that is all that is said, at an hour."""
        return self.whole and self.moment is not None

    @property
    def today(self) -> date | None:
        """The day that 今天 is: of the dateline, else of the issue."""
        return self.anchor or self.reference


@dataclass(slots=True)
class State:
    """What the atoms read so far have narrowed the time to."""

    context: Context
    lo: date | None = None
    hi: date | None = None
    granularity: str = "unknown"
    lunar: bool = False
    dated: bool = False  # some atom above has set lo and hi
    lost: bool = False  # no such day, or nothing to tell it against
    lunar_year: int | None = None
    lunar_month: int | None = None
    leap: bool = False  # 闰四月
    hours: tuple[int, int] | None = None
    begin: datetime | None = None
    finish: datetime | None = None
    clock: tuple[time, time] | None = None  # times of the day, also where no day is told
    told_year: bool = False  # 二〇〇四年八月十五 is of our calendar, 八月十五 of the lunar one

    def put(self, interval: cal.Interval | None, granularity: str) -> None:
        """Take `interval` for the time; it is lost where there is none, or it ends before it begins."""
        self.granularity, self.dated = granularity, True
        if interval is None or interval[0] > interval[1]:
            self.lost = True
        else:
            self.lo, self.hi = interval


def need(state: State) -> date | None:
    """The day a relative word counts from; without one the expression stays open."""
    day = state.context.today
    if day is None:
        state.lost = True
    return day


def this_year(state: State) -> int | None:
    """The year told so far, else the issue's; without one the expression stays open."""
    if state.lo and state.dated:
        return state.lo.year
    day = state.context.reference or state.context.today
    if day is None:
        state.lost = True
        return None
    return day.year


def far_ahead(state: State, day: date, limit: int = FAR_AHEAD) -> bool:
    """True for a day so many days after the issue that a time without a year must mean the year before."""
    today = state.context.reference or state.context.today
    return today is not None and not state.context.spoken and (day - today).days > limit


def set_hours(state: State) -> None:
    """The hours named as clock times, where some are; the time is then told to the hour."""
    state.granularity = "hour"
    if state.hours:
        set_clock(state, state.hours[0] * 3600, state.hours[1] * 3600)


def set_clock(state: State, begin: int, finish: int) -> None:
    """Seconds from midnight as times of the day named, or as bare clock times where none is."""
    state.clock = (time_of(begin), time_of(finish))
    if state.lo and not state.lost:
        midnight = datetime.combine(state.lo, time())
        state.begin, state.finish = midnight + timedelta(seconds=begin), midnight + timedelta(seconds=finish)


def time_of(seconds: int) -> time:
    """Seconds from midnight as a time of day; after 24 hours it begins anew."""
    minutes, second = divmod(seconds % 86400, 60)
    return time(minutes // 60, minutes % 60, second)


def annual(state: State) -> int | None:
    """The year that a report opens with, until a later one is named."""
    year, last = state.context.annual, state.context.last
    return None if year is None or (last and last[0].year > year) else year


Handlers = dict[str, Callable[[State, Atom], None]]
