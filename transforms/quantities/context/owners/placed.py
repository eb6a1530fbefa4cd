"""A place or body in the phrase of a measure without 的: behind it, before what is counted, joined to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from transforms.quantities.context.clauses.clause import Laid
from transforms.quantities.context.clauses.word_groups import group, is_newly_done
from transforms.quantities.context.owners.subject import described
from transforms.quantities.context.phrases.chosen import Chosen
from transforms.quantities.context.phrases.owner import owner_inside
from transforms.quantities.metric import Quantity

Span = tuple[int, int]
_EXTENTS = frozenset(("length", "area", "mass", "volume", "power", "energy"))
_WEIGHTS = ("重量", "质量", "容量", "储量")
_THING_SIZED = re.compile("Q(?:C[ANWDH]{1,4}Q){0,3}U([NGWSOA]*[NSO])")
_THIS = ("本", "该")
_SEASONS = frozenset("季期")
_DIVISIONS = frozenset("区县市镇乡州旗")
_ENDS = ("", *",.;CUF")
_PLACES = ("城区", "镇区", "郊区", "城镇", "乡镇", "农村", "山区")
_BODIES = re.compile("S[NA]{0,2}O")
_JOINED_IN = re.compile("(?:[NS]C)+")
_JOINED = re.compile("[DTC]*(?:[NS]C)*[NS]C")


class Placed(NamedTuple):
    """The words of a measure and of whose it is."""

    measure: Span
    owner: Span


def placed(laid: Laid, quantity: Quantity, chosen: Chosen) -> Placed | None:
    """The place behind its measure (治愈比例|武汉|为72%) or before the bodies counted (四川|贫困县减少到7个)."""
    first, last, _ = chosen
    if last - first < 2:
        return None
    place = laid.codes[last - 1] == "S" or laid.words[last - 1].endswith(_PLACES)
    if laid.codes[last - 2] == "W" and place:
        return Placed((first, last - 1), (last - 1, last))
    if laid.codes[last - 2 : last] == "NS" and laid.words[last - 1] in group("whole_place"):
        return Placed((last - 2, last - 1), (last - 1, last))  # 这种疫苗|全县|只有6支
    counted = quantity.kind == "count" and len(laid.words[first]) > 1
    if counted and _BODIES.fullmatch(laid.codes, first, last):
        return Placed((first + 1, last), (first, first + 1))
    return None


def after_season(laid: Laid, chosen: Chosen) -> Chosen:
    """`chosen` without the season before the place that it is told of (本榨季|全区甘蔗产量)."""
    first = chosen.first
    if laid.codes[first] != "K" or laid.words[first] not in _THIS:
        return chosen
    ends = range(first + 2, min(first + 4, chosen.last - 1))
    at = next((i for i in ends if laid.words[i] in group("whole_place")), None)
    return chosen if at is None or laid.words[at - 1][-1] not in _SEASONS else chosen._replace(first=at)


def is_part(laid: Laid, quantities: Sequence[Quantity], index: int, chosen: Chosen) -> bool:
    """True for a district alone before a value in the unit of the one before: whose it is (其中临江区300个)."""
    division = laid.codes[chosen.last - 1] == "O" and laid.words[chosen.last - 1][-1] in _DIVISIONS
    alone = chosen.last - chosen.first == 1 and index > 0
    return division and alone and quantities[index - 1].unit == quantities[index].unit


def counts_divisions(laid: Laid, quantity: Quantity, chosen: Chosen) -> bool:
    """True for a kind of towns or villages that is counted (典型镇15个, 空心村3个)."""
    kind = laid.codes[chosen.first] in "NA" and laid.codes[chosen.last - 2 : chosen.last] in ("NS", "AS")
    return quantity.unit == "个" and kind and len(laid.words[chosen.last - 1]) == 1


def owner_end(laid: Laid, clause: tuple[int, int], chosen: Chosen) -> int:
    """Where the measure begins after the owner in its phrase, also where others are joined to it (甲及周边|货运量)."""
    newly = chosen.first == clause[0] + 2 and laid.codes[clause[0] + 1] == "U" and is_newly_done(laid.words[clause[0]])
    first = owner_inside(laid, chosen.first, chosen.last, newly or chosen.first == clause[0])
    joined = _JOINED_IN.match(laid.codes, chosen.first, chosen.last) if first == chosen.first else None
    if joined is None or "、" in laid.words[chosen.first : joined.end()]:
        return first
    cut = owner_inside(laid, joined.end(), chosen.last)
    return cut if cut > joined.end() else first


def joined_owner(laid: Laid, begin: int, first: int) -> int:
    """Where an owner begins that others are joined to (京津冀及|周边地区), from the opening of its clause."""
    if first - begin < 2 or laid.codes[first - 1] != "C" or laid.words[first - 1] == "、":
        return first
    joined = _JOINED.fullmatch(laid.codes, begin, first)
    if joined is None:
        return first
    while laid.codes[begin] in "DTC":
        begin += 1
    return begin


def _sized(laid: Laid, kind: str, first: int, last: int, at: int, end: int) -> tuple[int, Span] | None:
    """Where the size begins of a thing that stands behind it, and the thing (建成|占地5公顷、面积达3万平方米的医院)."""
    if laid.codes[last - 1] != "W" or laid.codes[last:at].strip("DH"):
        return None
    thing, measure = _THING_SIZED.match(laid.codes, at, end), laid.words[last - 1]
    flows = kind in ("mass", "volume") and measure[-1] == "量" and not measure.endswith(_WEIGHTS)
    if flows or thing is None or laid.words[thing.end() - 1] in group("generic"):
        return None  # 进口总量40万吨的矿砂: whose import
    verb = -1 if measure == "能力" else laid.codes.rfind("V", first, last - 1)  # 风电场安装|单机容量6兆瓦的风机
    begin = verb + 1 if verb >= 0 else first + (last - first > 1 and laid.codes[first] == "K")
    return begin, thing.span(1)


def whose_behind(laid: Laid, kind: str, chosen: Chosen, at: int, clause: Span) -> tuple[int, Span] | None:
    """Where the measure begins, and the thing after 的 that the quantity at `at` describes; None where none is told.

    这座年产能300万吨的矿井, 总投资2亿元的物流园已开工, 工作了22年的护士长.
    """
    first, last = chosen.first, chosen.last
    if chosen.left and kind in _EXTENTS and (sized := _sized(laid, kind, first, last, at, clause[1])):
        return sized
    head = described(laid, at, clause[1]) if chosen.left and laid.codes[at + 1 : at + 2] == "U" else None
    if head is None:
        return None
    points = laid.codes[first] == "K" or laid.words[first] == "这位"
    if points and last - first > 1 and laid.words[head[0]] not in group("landmark"):
        return first + 1, head
    whole = laid.codes[last - 1] == "W" and last == at and not laid.codes[clause[0] : first].strip("DT")
    goes_on = laid.codes[head[1] : head[1] + 1] not in _ENDS and laid.words[head[1] - 1] not in group("generic")
    lasted = kind == "duration" and laid.words[at - 1] in ("了", "过")
    verb = laid.codes.rfind("V", first + 1, last - 1) if whole else -1  # 风电场安装|单机容量6兆瓦的风机
    verb = -1 if verb >= 0 and laid.words[verb] == "占" else verb
    return (max(first, verb + 1), head) if (whole and goes_on) or lasted else None
