"""Before or after: which noun says what a quantity measures."""

from __future__ import annotations

from dataclasses import dataclass

from transforms.quantities.context_clause import Laid
from transforms.quantities.context_indicator import is_generic, is_person, left_phrase, right_phrase, share_phrase
from transforms.quantities.metric import Quantity

_NOUN_UNITS = frozenset(("人", "人次", "次", "倍", "%", "pp", "x"))
_BOUND = ("内", "之内")


@dataclass(frozen=True, slots=True)
class Chosen:
    """The words first … last - 1 that name the measure; `left` where they stand before the quantity."""

    first: int
    last: int
    left: bool


def choose(laid: Laid, quantity: Quantity, at: int, clause: tuple[int, int], begin: int, after: int) -> Chosen | None:
    """The noun that a quantity measures, None where its clause has none.

    `begin` is the first word that is not taken by the quantity before, `after` the next quantity or the clause's end.
    """
    first, last, light = left_phrase(laid, begin, at)
    before = Chosen(first, last, True) if last > first else None
    if quantity.change or quantity.direction:
        return before
    behind = _behind(laid, quantity, at, clause[1], after)
    if behind is None:
        owner = before is not None and light and laid.codes[last - 1] in "SO"
        return None if owner else before
    if before is None:
        return behind
    if laid.codes[behind.first] == "V" and is_person(laid.word(last - 1)) and quantity.unit == "人":
        return before
    generic = is_generic(laid.word(behind.first)) or is_generic(laid.word(behind.last - 1))
    if quantity.kind == "count":
        return before if generic and not light else behind
    joined = laid.codes[at + 1 : at + 2] == "U"
    if quantity.kind in ("duration", "age"):
        verb = laid.codes[behind.first] == "V"
        return behind if verb or (joined and not generic) else before
    if last == at and laid.codes[at - 1] in "VGW" and laid.codes[behind.first] in "VG":
        return before
    if generic or (laid.codes[at - 1] == "H" and laid.codes[last - 1] == "W" and not joined):
        return before
    return behind


def _behind(laid: Laid, quantity: Quantity, at: int, end: int, after: int) -> Chosen | None:
    """What stands after a quantity: a noun, or what is done by those who are counted or in the time that is told."""
    adjacent = after < end and laid.starts[after] == laid.ends[at]
    limit = end if adjacent else min(after, end)
    if quantity.unit in ("人", "人次") or (quantity.kind == "duration" and quantity.raw.endswith(_BOUND)):
        action = _action(laid, at + 1, limit)
        if action:
            return action
    right = right_phrase(laid, at, limit, quantity.unit, quantity.unit in _NOUN_UNITS)
    if right is None:
        return None
    if quantity.kind == "percent":
        right = share_phrase(laid, right[0], limit) or right
    return Chosen(right[0], right[1], False)


def _action(laid: Laid, first: int, limit: int) -> Chosen | None:
    """The verb after a number of persons or a time within which something is done, with what it takes."""
    last = first
    while last < limit and laid.codes[last] in "VGN" and last - first < 3:
        last += 1
    return Chosen(first, last, False) if last > first and laid.codes[first] in "VGN" else None
