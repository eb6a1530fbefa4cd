"""How sure a reading is. The figures order the readings: what is printed plainly first, what leans on a guess last."""

from __future__ import annotations

from transforms.quantities.core import Core
from transforms.quantities.numeral import Numeral

_SURE = {
    "money": 0.98,
    "percent": 0.98,
    "percent_point": 0.98,
    "area": 0.97,
    "mass": 0.97,
    "length": 0.96,
    "multiple": 0.95,
}


_ALSO_NAMES = frozenset("所栋幢组处部层院")  # 38所 and 3栋 may be called by the number


def confidence(text: str, n: Numeral, core: Core, start: int, end: int, sign: str) -> float:
    """In [0, 1], from the kind of unit, the writing of the numeral and the rules that took part."""
    value = _SURE.get(core.unit.kind, 0.94)
    if core.unit.weak:
        value -= 0.15
    if n.form not in ("arabic", "percent", "fraction"):
        value -= 0.02 if n.end - n.start > 1 else 0.07
    if core.rule in ("compound", "fraction", "currency_sign", "shared_unit"):
        value -= 0.08
    if core.rule.startswith("range"):
        value -= 0.02
    if core.unit.kind == "duration":
        value -= 0.08
    if n.bare:
        value -= 0.05
    if start and text[start - 1].isascii() and text[start - 1].isalpha():
        value -= 0.1  # letters before a number are more often a code than a word
    if core.unit.surface in _ALSO_NAMES and sign == "=" and n.end - n.start <= 2:
        value -= 0.06
    if sign == "≈" and start == core.start and end == core.end:
        value -= 0.1
    return round(max(0.0, min(1.0, value)), 3)
