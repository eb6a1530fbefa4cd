"""The noun phrase before a quantity that says what it measures."""

from __future__ import annotations

import re

from transforms.quantities.context.clauses.clause import PLAN, Laid
from transforms.quantities.context.clauses.word_groups import group
from transforms.quantities.context.phrases.chosen import Chosen
from transforms.quantities.context.phrases.left import left_phrase
from transforms.quantities.context.phrases.share import dimension, fraction_of, likened, share_of
from transforms.quantities.metric import Quantity

SIZES = frozenset(("length", "mass"))
_THING = ("U", "N", "G", "A")
_RUN = re.compile("[DA]QN?[DHP]{0,2}$")
_LONGEST_RUN = 5  # words


def before_run(laid: Laid, begin: int, at: int) -> Chosen | None:
    """The measure of a value before how long it has been so (成交额|连续8个交易日|不足万亿元)."""
    run = _RUN.search(laid.codes, max(begin, at - _LONGEST_RUN), at)
    if run is None or laid.words[run.start()] != "连续":
        return None
    first, last, _ = left_phrase(laid, begin, run.start())
    return Chosen(first, last, True) if last > first and laid.codes[last - 1] == "W" else None


def before_it(laid: Laid, quantity: Quantity, begin: int, at: int) -> tuple[Chosen | None, bool]:
    """The noun phrase before a quantity, and whether a light verb stands between them."""
    first, last, light = left_phrase(laid, begin, at, quantity.unit)
    if quantity.unit in ("%", "x") and (base := _part_of(laid, quantity.unit, begin, at)):
        return Chosen(*base, True), True
    if quantity.unit == "%" and _fulfilled(laid, begin, at, last > first):
        return Chosen(at - 1, at, True), False
    if quantity.kind in SIZES:
        first, last = dimension(laid, begin, at) or (first, last)
    if last <= first and at - 3 >= begin and laid.words[at - 3] in group("able") and laid.words[at - 1] in group("to"):
        first, last = at - 2, at - 1  # 可充至80%
    if quantity.unit == "%" and (whole := _before_bare_share(laid, begin, at)):
        return whole, light
    if quantity.unit == "%":
        first = _share_start(laid, begin, first, last)
    if quantity.kind == "duration":
        return _before_time(laid, quantity, begin, at, (first, last)), light
    if quantity.kind == "money" and last > first and laid.codes[last - 1] in "NGA":
        net = laid.words[last - 1][0] == "净"  # 资金|净流入
        last = last if net else max((i + 1 for i in range(first, last) if laid.codes[i] == "W"), default=last)
    first = _size_of_thing(laid, first, last, at)
    return (Chosen(first, last, True) if last > first else None), light


def _size_of_thing(laid: Laid, first: int, last: int, at: int) -> int:
    """Where the size begins of a thing told behind, after the verb that takes the thing (捐赠|价值5万元的图书)."""
    if last < at or last - first < 2 or laid.codes[last - 1] != "W" or laid.codes[at + 1 : at + 2] not in _THING:
        return first
    size = last - 1
    while size > first and laid.words[size][0] != "总" and laid.codes[size - 1] in "NGA":
        size -= 1
    whole = laid.words[size][0] == "总"
    told = size > first and (whole or (size == last - 1 and laid.words[size] in group("size_of_thing")))
    return size if told and laid.codes[size - 1] == "V" else first


def _before_time(laid: Laid, quantity: Quantity, begin: int, at: int, span: tuple[int, int]) -> Chosen | None:
    """What stands before a length of time, of the words `span`: what goes on for it, or how its end is told."""
    first, last = span
    if last == at and last > first and laid.words[last - 1] == PLAN and quantity.direction is None:
        return None  # 集团计划6天内调拨
    if (held := _held(laid, begin, at)) is not None:
        return Chosen(held, held + 1, True)
    if last - first > 1 and laid.words[last - 1] in group("lasting") and quantity.direction is None:
        first = last - 1  # 救援人员历时3小时, not 进港用时缩短1小时
    if last > first > begin and laid.words[first - 1] in ("落后", "领先"):
        first -= 1  # 落后对手1.6秒
    if laid.codes[first - 2 : first] == "VP" and first - 2 >= begin:
        return Chosen(first - 2, first - 1, True)  # 瘫痪在床十余年
    return Chosen(first, last, True) if last > first else None


def _held(laid: Laid, begin: int, at: int) -> int | None:
    """The light verb that says what goes on for a time (盛会已连续|举办|八年)."""
    verb = at - 1 - (laid.codes[at - 1 : at] == "u")
    return verb if verb >= begin and laid.words[verb] in group("holding_event") else None


def _part_of(laid: Laid, unit: str, begin: int, at: int) -> tuple[int, int] | None:
    """The measure of which a share or multiple is that of something else (黑洞质量约为|太阳|70倍)."""
    if unit == "%" and (base := likened(laid, begin, at)):
        return base
    base = fraction_of(laid, begin, at)
    return (base[0] + 1, base[1]) if base and laid.words[base[0]] in group("pointing") else base


def _before_bare_share(laid: Laid, begin: int, at: int) -> Chosen | None:
    """The measure before a 占 that names nothing else (对增量的贡献约|占三成)."""
    if at - 2 < begin or laid.words[at - 1] != "占":
        return None
    stop = at - 1
    while stop > begin and laid.codes[stop - 1] == "D":
        stop -= 1
    first, last, _ = left_phrase(laid, begin, stop)
    told = laid.codes[last - 1] in "WG" or laid.codes[first - 2 : first] == "QU"  # 亩产不足30公斤的老树|仍占两成
    return Chosen(first, last, True) if last == stop > first and told else None


def _share_start(laid: Laid, begin: int, first: int, last: int) -> int:
    start = share_of(laid, begin, last) if last > begin else None
    return first if start is None or start > first else start


def _fulfilled(laid: Laid, begin: int, at: int, named: bool) -> bool:
    """True for the share of a work that is done (已完成90%), where no measure of it is named."""
    return at > begin and laid.words[at - 1] == "完成" and (not named or laid.codes[at - 2 : at - 1] == "P")
