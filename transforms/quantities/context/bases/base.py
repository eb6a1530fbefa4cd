"""What a rate is for each of: told at the quantity, shared with the one before, or by the clause before."""

from __future__ import annotations

import re

from transforms.quantities.context.bases.per import PACES, lone_pace, rate_base
from transforms.quantities.context.state import Paragraph
from transforms.quantities.metric import RATES, Quantity

_ITEM = re.compile("[NGWSOA]{1,4}C")
_LESSENS = re.compile("H[NGA]")  # 减少|碳排放
_ONE = ("1", "一")
_RATED = frozenset(("mass", "area", "volume", "length"))
_SPREAD = frozenset(("money", "mass", "volume", "energy", "count"))
_TIMES = frozenset(("a", "mo", "wk", "d", "h"))


def base_of(
    page: Paragraph, index: int, base: int, indicator: str | None, inherited: bool, following: Quantity | None
) -> str | None:
    """What a quantity is told for each of; `base` is the word from which its clause is its own."""
    laid, at, quantity = page.laid, page.places[index], page.quantities[index]
    number = page.clause_at(at)
    clause = page.clauses[number]
    if following and quantity.kind == "money" and following.stated_value in _ONE:
        return rate_base("每" + following.stated_unit)
    if indicator and indicator.endswith("时速"):
        return "h"
    flow = quantity.change is None and quantity.kind not in RATES
    left = laid.text[laid.starts[base] : quantity.start] if base < at else ""
    flows = flow and quantity.kind not in ("duration", "age")
    per = rate_base(left, flows, quantity.kind == "money") or (lone_pace(laid, base, at) if flows else None)
    last = page.last_in_sentence(index)
    if per is not None or last is None:
        return per
    if page.places[last] >= clause[0]:
        per = _shared_base(page, index, clause, inherited)
    if per is None and flow and quantity.kind in _SPREAD:
        per = _base_of_clause_before(page, index, number)
    if per is None and inherited and indicator and flow and indicator[0] in PACES:
        per = page.done[last].per  # 年吞吐量180万吨，2029年可达300万吨
    return per


def _base_of_clause_before(page: Paragraph, index: int, number: int) -> str | None:
    """The base that opens the clause before one that goes on with what is done (每亩用种150公斤，施肥1000公斤)."""
    laid, last = page.laid, page.places[index - 1]
    begin, end = page.clauses[number]
    runs = page.carried == index - 1
    if last >= begin:
        goes = runs and laid.codes[last + 1] == "C"
    else:
        before = page.clauses[number - 1]
        follows = before[0] <= last < before[1] == begin - 1 and laid.codes[begin - 1] == ","
        alike = page.quantities[index].kind == page.quantities[index - 1].kind
        opens = laid.codes[begin] in ("V", "W" if alike else "V") or _LESSENS.match(laid.codes, begin) is not None
        goes = follows and opens and "T" not in laid.codes[begin:end]
        yearly = alike and page.done[index - 1].per in ("a", "亩")  # 年可节煤2万吨，减排二氧化碳6万吨
        goes = goes and (runs or yearly or laid.codes[before[0]] == "E")
    if not goes:
        return None
    page.carried = index
    return page.done[index - 1].per


def _shared_base(page: Paragraph, index: int, clause: tuple[int, int], inherited: bool) -> str | None:
    """The base of a rate that a value shares with the one before in its clause (从每亩850元涨到1100元, 采1吨收2元)."""
    last, quantity = page.done[index - 1], page.quantities[index - 1]
    if page.quantities[index].kind == "money" and quantity.stated_value in _ONE and quantity.kind in _RATED:
        return rate_base("每" + quantity.stated_unit)
    after = page.places[index - 1] + 1
    alike = quantity.unit == page.quantities[index].unit
    if alike and last.per in _TIMES and _ITEM.fullmatch(page.laid.codes, after, page.places[index]):
        return last.per  # 每年发射两艘飞船、1至2艘货船
    if inherited or (last.per in _TIMES and page.laid.codes[after] == "C" and page.laid.codes[after + 1] in "VG"):
        return last.per or quantity.per  # 每年涵养水源2亿立方米、释放氧气5万吨
    opening = page.laid.starts[clause[0]]
    return rate_base(page.laid.text[opening : opening + 3]) if page.laid.codes[clause[0]] == "E" else None
