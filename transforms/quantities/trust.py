"""How sure a reading is. The figures order the readings: what is printed plainly first, what leans on a guess last."""

from __future__ import annotations

from transforms.quantities.core import Core
from transforms.quantities.numeral import Numeral

_SURE = {  # in thousandths
    "money": 980,
    "percent": 980,
    "percent_point": 980,
    "area": 970,
    "mass": 970,
    "length": 960,
    "multiple": 950,
}
_PLAIN_FORMS = ("arabic", "percent", "fraction")
_GUESSED = ("compound", "fraction", "currency_sign", "shared_unit")
_ALSO_NAMES = frozenset("所栋幢组处部层院")  # 38所 and 3栋 may be called by the number


def confidence(text: str, n: Numeral, core: Core, start: int, end: int, sign: str) -> float:
    """In [0, 1], from the kind of unit, the writing of the numeral and the rules that took part."""
    unit, rule = core.unit, core.rule
    value = _SURE.get(unit.kind, 940)
    if unit.weak:
        value -= 150
    if n.form not in _PLAIN_FORMS:
        value -= 20 if n.end - n.start > 1 else 70
    if rule in _GUESSED:
        value -= 80
    if rule.startswith("range"):
        value -= 20
    if unit.kind == "duration":
        value -= 80
    if n.bare:
        value -= 50
    if start and text[start - 1].isascii() and text[start - 1].isalpha():
        value -= 100  # letters before a number are more often a code than a word
    if unit.surface in _ALSO_NAMES and sign == "=" and n.end - n.start <= 2:
        value -= 60
    if sign == "≈" and start == core.start and end == core.end:
        value -= 100
    return max(0, value) / 1000
