"""Atoms that stand together as one time: 2025年 + 6月 + 15日 + 上午, with what follows it (之前, 以来, 期间)."""

from __future__ import annotations

import re
from typing import NamedTuple

from transforms.times.atoms import ORDER, Atom
from transforms.times.suffixes import (
    read_edge,
    read_holiday,
    read_holiday_day,
    read_hours,
    read_last_months,
    read_season,
    read_suffix,
)

_GAP = re.compile(r"\s?的?\s?\Z")
_WEEKDAY_GAP = re.compile(r"\s?[，,（(]?\s?\Z")
_LOCAL = re.compile(r"[（(]?(?:当地时间|北京时间)[)）]?\Z")
_LONGEST_GAP = 7
_DATES = ("day", "date", "month_day", "lunar_day")
_DAYS = ("day", "day_rel", "date", "month_day", "lunar_day", "weekday", "feast", "day_ctx")
_YEARS = ("year", "year_rel", "year_ctx")
_WEEKDAYS = frozenset("一二三四五六日天")
_MORE_DAYS = re.compile(  # 每周一、三、五, 每周二和周四
    r"(?:(?:、|[和及与至到—](?=[周星礼]))(?:周|星期|礼拜)?[一二三四五六日天](?![个次人名家项天级期件条]))+"
)
_LEADS_IN = ("", "，", "。", "、", "；", "：", "“", "（", " ", "在", "对", "与", "于")


class Expression(NamedTuple):
    """text[start:end] as atoms of one moment or span, or of the first side of a range with `until` as the other."""

    start: int
    end: int
    atoms: tuple[Atom, ...]
    edge: str = ""  # begin, opening, mid, end of what the atoms name
    suffix: str = ""  # upto, before, since, from, after, andafter, during, about
    holiday: bool = False
    day: int = 0  # of the holiday; its last is -1, all of it 0
    until: Expression | None = None


def read_chain(text: str, atoms: list[Atom], at: int) -> tuple[Expression, int]:
    """The longest run of atoms from `at` that names one time, and the place in `atoms` after it."""
    e, at = (_dated if atoms[at].kind in ORDER else _single)(text, atoms, at)
    # a suffix may have eaten into the next atom: 以来年 is 以来 and no 来年
    while at < len(atoms) and atoms[at].start < e.end:
        at += 1
    return e, at


def _dated(text: str, atoms: list[Atom], at: int) -> tuple[Expression, int]:
    first = atoms[at]
    chain, at = [first], at + 1
    edge, end = read_edge(text, first, first.end)
    while at < len(atoms) and atoms[at].start - end <= _LONGEST_GAP:
        atom = atoms[at]
        between = text[end : atom.start]
        if len(chain) == 1 and first.word == "农历" and atom.kind == "year" and not between:
            chain.insert(0, atom)  # 农历2025年正月初一
            end, at = atom.end, at + 1
            continue
        if not _follows(between, chain[-1], atom) or (edge and atom.kind != "part"):
            break
        chain.append(atom)
        closed = atom.kind == "weekday" and between[:1] in ("（", "(") and text[atom.end : atom.end + 1] in ("）", ")")
        edge, end = read_edge(text, atom, atom.end + closed)
        at += 1
    end, at = _trailing(text, atoms, chain, end, at)
    holiday = read_holiday(text, end) if chain[-1].kind == "feast" else None
    suffix, stop = read_suffix(text, holiday or end)
    if suffix == "before" and chain[-1].kind in _DATES and stop == end + 1:
        suffix, stop = "", end  # 7月5日前 names the day 7月5日; 年底前 and 7月5日之前 name the time until then
    free = holiday is not None or (chain[-1].kind == "feast" and suffix == "during")
    day, stop = read_holiday_day(text, stop) if free else (0, stop)
    return Expression(first.start, stop, tuple(chain), edge, suffix, free, day), at


def _trailing(text: str, atoms: list[Atom], chain: list[Atom], end: int, at: int) -> tuple[int, int]:
    """春 or 后两个月 after a year, 晚 after a day and the hour after that are told by their place alone."""
    last = chain[-1]
    if last.kind in _YEARS and text.startswith("后", end) and (months := read_last_months(text, end)):
        chain.append(months)
        return months.end, at
    if last.kind.startswith("year") and last.end == end and (season := read_season(text, end)):
        chain.append(season)
        return season.end, at
    if last.kind in _DAYS and (hours := read_hours(text, end)):
        chain.append(hours)
        end = hours.end
        if at < len(atoms) and atoms[at].start == end and atoms[at].kind == "clock":
            chain.append(atoms[at])
            return atoms[at].end, at + 1
    return end, at


def _follows(between: str, last: Atom, atom: Atom) -> bool:
    """Whether the atom goes on with the time that `last` has ended: it must be finer and stand close."""
    if atom.kind == "span_first":
        if atom.word in ("周", "星期", "礼拜"):
            return last.kind.startswith("year") and between in ("", "的")
        return atom.word in ("天", "日") and last.kind in ("month", "month_rel") and not between
    order = ORDER.get(atom.kind)
    if order is None:
        return False
    if atom.kind == "weekday":
        return ORDER[last.kind] < order and bool(_WEEKDAY_GAP.match(between))
    if atom.kind == "lunar_day" and last.kind not in ("month", "lunar"):
        return False
    if atom.kind == "feast" and last.kind == "season":
        return False  # 冬天大雪封山: the snow
    if between and not _GAP.match(between) and not _LOCAL.match(between):
        return False
    if last.kind == "lunar" and atom.kind in ("month", "lunar_day", "lunar", "day"):
        return True
    return order > ORDER[last.kind] and last.word != "bare"


def _single(text: str, atoms: list[Atom], at: int) -> tuple[Expression, int]:
    """A length with its suffix and the hour that may follow (六天后的3时), or a set with its times (每周一下午八点)."""
    atom = atoms[at]
    suffix, end, at = "", atom.end, at + 1
    if atom.kind in ("length", "event") or atom.kind.startswith("span_"):
        suffix, end = read_suffix(text, end, length=atom.kind != "event")
    chain = [_near(text, atom, suffix)]
    if atom.kind == "set":
        if text[end - 1] in _WEEKDAYS and (more := _MORE_DAYS.match(text, end)):
            end = more.end()
            while at < len(atoms) and atoms[at].start < end:
                at += 1
        while at < len(atoms) and ORDER.get(atoms[at].kind, 0) > 2 and _GAP.match(text[end : atoms[at].start]):
            chain.append(atoms[at])
            end, at = atoms[at].end, at + 1
    if suffix in ("before", "after") and atom.word in ("天", "日"):
        while at < len(atoms) and atoms[at].kind in ("daypart", "clock") and _GAP.match(text[end : atoms[at].start]):
            chain.append(atoms[at])
            end, at = atoms[at].end, at + 1
    return Expression(atom.start, end, tuple(chain), "", suffix), at


def _near(text: str, atom: Atom, suffix: str) -> Atom:
    """近三年来 and 近三年， count back from the issue; 历时近三年 is a length."""
    if atom.kind != "span_near" or suffix in ("since", "during") or text[atom.start - 1 : atom.start] in _LEADS_IN:
        return atom
    return atom._replace(kind="length")
