"""Before or after: which noun says what a quantity measures."""

from __future__ import annotations

import re
from typing import NamedTuple

from transforms.quantities.context_clause import Laid
from transforms.quantities.context_heads import endings, group, is_person, unit_heads
from transforms.quantities.context_left import dimension, fraction_of, left_phrase, likened, share_of
from transforms.quantities.context_right import measured_phrase, right_phrase, season_phrase, share_phrase
from transforms.quantities.metric import Quantity

_WHERE = re.compile(r"D?P[^VQLHJ]{1,5}?D?(?=V)")  # 18人在一线递交
_SHARED = re.compile("(N+)A?W")
_AFTER_OR_BEFORE = frozenset(("后", "前", "之后", "之前", "以后", "以前"))
_TO = re.compile("[DHP]*(?:[TMNR]{1,3}U)?")
_VALUE = re.compile(r"[DHP]*E?Q")
_SIZES = frozenset(("length", "mass"))
_EXTENTS = frozenset(("length", "mass", "area", "volume"))
_AMOUNTS = frozenset(("money", "mass", "area", "volume"))
_PERSONS = frozenset(("人", "人次", "次"))
_PEOPLE = frozenset(("人", "人次"))


class Chosen(NamedTuple):
    """The words first … last - 1 that name the measure; `left` where they stand before the quantity."""

    first: int
    last: int
    left: bool


def choose(
    laid: Laid, quantity: Quantity, at: int, clause: tuple[int, int], begin: int, after: int, over: bool = False
) -> Chosen | None:
    """The noun that a quantity measures, None where its clause has none.

    `begin` is the first word that is not taken by the quantity before, `after` the next quantity or the clause's end;
    `over` where the next one touches this one and only describes what it counts (4950名80岁以上的老人).
    """
    before, light = _before(laid, quantity, begin, at)
    moves = quantity.change is not None or quantity.direction is not None
    if moves and quantity.kind in _AMOUNTS and (given := _added(laid, quantity, at, before, clause[1])):
        return given
    if moves and (quantity.kind != "count" or (before is not None and laid.codes[before.last - 1] == "W")):
        return before
    if before and quantity.unit in _PEOPLE and before.last == at and laid.words[at - 1] in group("holding"):
        return Chosen(at - 1, at, True)  # 可容纳300人就餐
    if quantity.kind == "count" and (sized := measured_phrase(laid, at, clause[1])):
        return Chosen(*sized, False)
    behind = _behind(laid, quantity, at, clause[1] if over else min(after, clause[1]))
    if behind and quantity.kind == "age" and behind.last - behind.first == 1 and _names_nothing(laid, behind.first):
        behind = None  # 19岁时
    if behind is None:
        owner = before is not None and light and laid.codes[before.last - 1] in "SO"
        if owner and before and laid.words[before.last - 1].endswith(unit_heads().get(quantity.unit, ())):
            owner = False  # 接诊的医院有47家
        return None if owner else before
    if behind and behind.last - behind.first == 1 and laid.words[behind.first] in group("reckoning"):
        behind = None  # 按每小时20页计算
    if behind is None:
        return before
    if before is None:
        return None if _only_place(laid, behind) else behind
    if after < clause[1] and _from_to(laid, at, after):
        return before
    return before if _names_more(laid, quantity, at, before, behind, light) else behind


def _added(laid: Laid, quantity: Quantity, at: int, before: Chosen | None, limit: int) -> Chosen | None:
    """What more or less there is of right after an amount (为应对疫情增加500亿元资金), where no measure is before."""
    if laid.codes[at + 1 : at + 2] not in ("N", "W") or (before and laid.codes[before.last - 1] == "W"):
        return None
    right = right_phrase(laid, at, limit, quantity.unit, False) if at + 1 < limit else None
    return Chosen(*right, False) if right else None


def _only_place(laid: Laid, behind: Chosen) -> bool:
    """True for a localizer alone (3天后)."""
    word = laid.words[behind.first]
    return behind.last - behind.first == 1 and len(word) == 1 and word in group("generic")


def _names_nothing(laid: Laid, at: int) -> bool:
    return laid.words[at] in group("generic")


def _names_more(laid: Laid, quantity: Quantity, at: int, before: Chosen, behind: Chosen, light: bool) -> bool:
    """True where the noun before a quantity says more of it than the noun after."""
    last = before.last
    head, touches = laid.codes[last - 1], last == at
    joined = laid.codes[at + 1 : at + 2] == "U" or laid.codes[at + 1 : at + 3] == "AU"
    empty = group("generic")
    if quantity.kind == "count":
        empty = empty - group("countable")  # 5个标准
    if quantity.kind == "money" and joined and head in "NSO" and laid.words[behind.first] == "价格":
        return False  # 王某以每张500元的价格出售
    generic = laid.words[behind.last - 1] in empty or (joined and laid.words[behind.first] in empty)
    if quantity.kind == "count":
        person = laid.codes[behind.first] == "V" and quantity.unit == "人" and is_person(laid.words[last - 1])
        thing = touches and head in "NW" and not laid.codes[behind.first : behind.last].strip("V")
        return person or (generic and not light and head != "V") or (thing and quantity.unit not in _PERSONS)
    if quantity.kind == "duration":
        told = head in "VGW" and not light
        if head in "VG" and quantity.raw.endswith("内"):
            return False  # 商家应在7日内退款: what is done in it
        if head == "V" and not (joined or generic) and _served(laid, behind, at, last):
            return False
        return told and (generic or not joined or touches)
    if generic or (quantity.kind == "age" and not joined and head != "S"):
        return True
    grower = quantity.kind in _EXTENTS and joined and laid.words[behind.last - 1].endswith(endings("grower"))
    if grower and touches and head in "NGW":
        return True  # 种植油菜50亩以上的大户
    if quantity.kind in _SIZES and touches and laid.words[last - 1] in group("dimension"):
        return True
    spent = quantity.kind == "money" and touches and laid.words[last - 1] in group("spending") and _made(laid, at)
    amount = quantity.kind in _AMOUNTS and head == "N" and touches
    if spent or (amount and laid.codes[behind.first] == "V" and not joined):
        return True  # 投入16万元新建的图书室, 带着全部积蓄80万元回到老家, 总成绩216公斤夺得金牌
    if head == "W" and (touches or _linked(laid, last, at)):
        return True
    serial = (
        head in "VG"
        and laid.codes[behind.first] in "VG"
        and (
            laid.codes[behind.last - 1] in "VG"
            or (quantity.kind not in _EXTENTS and laid.codes[behind.last - 1] != "W")
        )
    )
    given = behind.last - behind.first == 1 and laid.codes[behind.first : behind.last + 1] in ("G,", "G.", "G;", "G")
    return touches and serial and not joined and not (given and quantity.kind == "money")  # 追加10亿欧元援助，


def _linked(laid: Laid, last: int, at: int) -> bool:
    """True where the measure that ends at `last` is joined to its value (产量达|5吨, 含氧量只有平原|六成)."""
    near = at - 1 - (laid.codes[at - 1] == "E")
    return laid.codes[near] == "H" or laid.words[near] == "在" or fraction_of(laid, last - 1, at) is not None


def _made(laid: Laid, at: int) -> bool:
    """True where what was made with an amount is told after it (投入16万元|新建的)."""
    return laid.codes[at + 1 : at + 3] == "VU"


def _served(laid: Laid, behind: Chosen, at: int, last: int) -> bool:
    """True for the thing right after a length of time that is its own (公布24小时服务热线, not 历经30年风雨)."""
    if behind.first != at + 1 or laid.words[last - 1] in group("lasting"):
        return False
    first, end = laid.codes[at + 1], laid.codes[behind.last - 1]
    return first in "NA" or (end == "N" and first in "GV")


def _share_start(laid: Laid, begin: int, first: int, last: int) -> int:
    start = share_of(laid, begin, last) if last > begin else None
    return first if start is None or start > first else start


def _fulfilled(laid: Laid, begin: int, at: int, named: bool) -> bool:
    """True for the share of a work that is done (已完成90%), where no measure of it is named."""
    return at > begin and laid.words[at - 1] == "完成" and (not named or laid.codes[at - 2 : at - 1] == "P")


def _before(laid: Laid, quantity: Quantity, begin: int, at: int) -> tuple[Chosen | None, bool]:
    """The noun phrase before a quantity, and whether a light verb stands between them."""
    first, last, light = left_phrase(laid, begin, at, quantity.unit)
    if quantity.unit == "%" and (base := likened(laid, begin, at) or fraction_of(laid, begin, at)):
        return Chosen(*base, True), True
    if quantity.unit == "%" and _fulfilled(laid, begin, at, last > first):
        return Chosen(at - 1, at, True), False
    if quantity.kind in _SIZES:
        first, last = dimension(laid, begin, at) or (first, last)
    if quantity.unit == "%":
        first = _share_start(laid, begin, first, last)
    if quantity.kind == "duration" and last - first > 1 and laid.words[last - 1] in group("lasting"):
        first = last - 1  # 救援人员历时3小时
    if quantity.kind == "duration" and laid.codes[first - 2 : first] == "VP" and first - 2 >= begin:
        return Chosen(first - 2, first - 1, True), light  # 瘫痪在床十余年
    if quantity.kind == "money" and last > first and laid.codes[last - 1] in "NGA":
        last = max((i + 1 for i in range(first, last) if laid.codes[i] == "W"), default=last)
    return (Chosen(first, last, True) if last > first else None), light


def _behind(laid: Laid, quantity: Quantity, at: int, limit: int) -> Chosen | None:
    """What stands after a quantity: a noun, or what is done by those who are counted or in the time that is told."""
    counted = quantity.kind == "count"
    if counted and laid.codes[at + 1 : at + 2] == "F" and laid.words[at + 1] in _AFTER_OR_BEFORE:
        return None  # 循环2000次后
    if counted and laid.words[at + 1 : at + 2] == ["分"] and laid.codes[at + 2 : at + 3] in ("Q", "M", "T"):
        return None  # 600人分3班值守
    if quantity.unit in ("人", "人次") or quantity.kind == "duration":
        action = _action(laid, at + 1, limit, counted)
        if action:
            return action
    if quantity.unit == "次" and laid.codes[at + 1 : at + 2] == "P" and (action := _action(laid, at + 1, limit, True)):
        return action
    right = (season_phrase(laid, at, limit) if counted else None) or right_phrase(
        laid, at, limit, quantity.unit, counted
    )
    if right is None:
        return _action(laid, at + 1, limit, True) if quantity.unit == "次" else None
    if quantity.kind == "percent" and laid.codes[at + 1] != "U":
        if laid.codes[right[1] : right[1] + 2] in ("FL", "FV"):
            return None  # 三成历史上有分布
        right = share_phrase(laid, right[0], limit) or right
    first, last = right
    if quantity.kind == "age":
        last = _before_name(laid, first, last)
    elif counted:
        last = _counted_end(laid, first, last)
    return Chosen(first, last, False)


def _counted_end(laid: Laid, first: int, last: int) -> int:
    """The end of what is counted, without the measure of the next value (860户农户|户均增收)."""
    last = next((i for i in range(first + 1, last) if laid.words[i] in group("mean")), last)
    cut = laid.codes.rfind("C", first, last)
    if cut > first and laid.codes[last : last + 1] == "Q":
        return cut  # 8个级别和女子|5个级别
    if laid.codes[last - 1] != "W" or not goes_on(laid, last):
        return last
    if cut > first and laid.words[cut] != "、" and (shared := _SHARED.fullmatch(laid.codes, cut + 1, last)):
        return shared.end(1)  # 36家酒店和民宿|平均入住率达80%
    if cut > first + 1:
        return cut  # 14亿人口的市场、国内生产总值近百万亿元
    if last - first == 1 or laid.codes[last - 2] not in "NSO":
        return last
    if laid.codes[first] == "S" and len(laid.words[first]) == 1:
        return first + 1  # 三个村集体经济|收入
    return last - 1  # 2万户企业开工率超80%


def _before_name(laid: Laid, first: int, last: int) -> int:
    """The end of the title that a name follows of which the dictionary knows but the surname (63岁的村支书龙|在田)."""
    alone = last - first > 1 and laid.ends[last - 1] - laid.starts[last - 1] == 1
    return last - 1 if alone and laid.codes[last - 1] == "N" and not is_person(laid.words[last - 1]) else last


def goes_on(laid: Laid, at: int) -> bool:
    """True where nothing but joining words stands between word `at` and the next quantity."""
    return _VALUE.match(laid.codes, at) is not None


def _from_to(laid: Laid, at: int, limit: int) -> bool:
    """True for the first value of 由38天缩短到29天."""
    to = next((i for i in range(at + 1, min(at + 4, limit)) if laid.words[i] in ("到", "至", "为")), None)
    return to is not None and _TO.fullmatch(laid.codes, to + 1, limit) is not None  # 派40名医生到省城进修6个月


def _action(laid: Laid, first: int, limit: int, over: bool) -> Chosen | None:
    """The verb after a number of persons or a time for what is done, with what it takes; `over` a place."""
    if over and (where := _WHERE.match(laid.codes, first, limit)):
        first = where.end()
    while over and first < limit and (laid.codes[first] in "DL" or laid.codes[first : first + 2] == "AV"):
        first += 1
    if over and first < limit and laid.words[first].startswith("是"):
        return None  # 137人都是从各院来的
    last = first
    while last < limit and laid.codes[last] in "VGN" and last - first < 3:
        last += 1
    return Chosen(first, last, False) if last > first and laid.codes[first] in "VGN" else None
