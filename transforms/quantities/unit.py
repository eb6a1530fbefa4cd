"""Units and measure words: what a numeral is a numeral of, from seeds/units.csv."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache

import seeds

_LETTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")
_MEASURES = frozenset(("mass", "length", "area", "volume", "energy", "power"))
PER_ALSO = {"日": "d", "月": "mo", "年": "a", "时": "h", "分": "min", "周": "wk"}
PER_ALSO |= {w: w for w in ("季度", "季", "百公里")}


@dataclass(frozen=True, slots=True)
class Unit:
    """A printed unit: `factor` of it make one `unit`; `code` is its own UCUM code where a rate names it."""

    surface: str
    unit: str
    factor: float
    kind: str
    code: str
    weak: bool  # also an everyday word or sign, so a lone Chinese digit before it proves little
    not_before: str  # signs that make it the head of another word: 成 before 功
    but_before: tuple[str, ...] = ()  # words with such a sign that leave it what it is: 间 before 隔离


def _factor(cell: str) -> float:
    return float(Fraction(cell)) if "/" in cell else float(cell)


def _code(row: dict[str, str]) -> str:
    """What a rate calls a unit without a code of its own: 每盎司 is per 盎司, not per kilogram."""
    return row["surface"] if row["factor"] != "1" and row["kind"] in _MEASURES else row["unit"]


@cache
def _by_first() -> dict[str, list[Unit]]:
    """The units by their first sign, the longest first."""
    found: defaultdict[str, list[Unit]] = defaultdict(list)
    for row in seeds.table("units"):
        signs, _, words = row["not_before"].partition(";")
        unit = Unit(
            row["surface"], row["unit"], _factor(row["factor"]), row["kind"], row["code"] or _code(row),
            bool(row["weak"]), signs, tuple(words.split()),
        )  # fmt: skip
        found[unit.surface[0]].append(unit)
    return {k: sorted(v, key=lambda u: -len(u.surface)) for k, v in found.items()}


@cache
def unit_signs() -> frozenset[str]:
    """The signs that units begin with."""
    return frozenset(_by_first())


def unit_at(text: str, at: int, after_more: bool = False) -> Unit | None:
    """The longest unit that stands at text[at:]; a Latin one ends where its word ends.

    `after_more`: 多 or 余 stands before it, so a measure word is one whatever follows (80多间隔离病房).
    """
    if at >= len(text):
        return None
    for unit in _by_first().get(text[at], ()):
        if text.startswith(unit.surface, at):
            end = at + len(unit.surface)
            follows = text[end : end + 1]
            if unit.surface[-1] in _LETTERS and follows in _LETTERS and follows:
                continue
            if follows and follows in unit.not_before and not _stands(text, end, unit, after_more):
                continue
            return _times(unit) if follows == "次" and unit.kind == "count" else unit
    return None


def _stands(text: str, end: int, unit: Unit, after_more: bool) -> bool:
    """Whether the unit is itself though a sign follows that it may make a word with."""
    return (after_more and unit.kind == "count" and not unit.weak) or text.startswith(unit.but_before, end)


@cache
def long_units() -> tuple[str, ...]:
    """The units in Chinese of more than one sign, the longest first."""
    names = {unit.surface for units in _by_first().values() for unit in units}
    return tuple(sorted((n for n in names if len(n) > 1 and "一" <= n[0] <= "鿿"), key=lambda n: (-len(n), n)))


@cache
def short_units() -> str:
    """The units in Chinese of one sign."""
    names = {unit.surface for units in _by_first().values() for unit in units}
    return "".join(sorted(n for n in names if len(n) == 1 and "一" <= n <= "鿿"))


@cache
def _times(unit: Unit) -> Unit:
    """A measure word with 次 counts occasions: 篇次, 辆次."""
    name = unit.surface + "次"
    return replace(unit, surface=name, unit=name, code=name)


def per_at(text: str, at: int) -> tuple[str, int] | None:
    """The base of a rate at text[at:] (亩, 吨, 年, 人) as its code, and where it ends."""
    unit = unit_at(text, at)
    also = next((s for s in PER_ALSO if text.startswith(s, at)), None)
    if also and (unit is None or len(also) >= len(unit.surface)):
        return PER_ALSO[also], at + len(also)
    if unit is None or unit.kind == "percent":
        return None
    return unit.code, at + len(unit.surface)
