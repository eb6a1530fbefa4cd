"""What was chosen to name a measure, mended: with the attribute before it, without what only joins two values."""

from __future__ import annotations

import re

from transforms.quantities.context.clauses.clause import Laid
from transforms.quantities.context.clauses.word_groups import group, is_person, unit_heads
from transforms.quantities.context.owners.part import labelled
from transforms.quantities.context.phrases.chosen import Chosen
from transforms.quantities.context.phrases.left import left_phrase
from transforms.quantities.context.state import Paragraph

_HEAD_AFTER = re.compile(r"[VG]{0,2}U((?:[AM]|V(?=[NGWSO]))*[NGWSO]+)")
_IS = re.compile(r"[DH]*((?:[AGV](?=[AGVNSO]))*[NGSO]+)(?=[,;.]|\Z)")
_GRADED = frozenset("高低")
_ATTRIBUTES = frozenset(("可", "需", "待", "应"))
_EXTENTS = ("面积", "储量", "容量", "水量", "总量", "数量")
_HOLDERS = frozenset(("户", "家", "名", "位", "个"))
_LACK = frozenset(("没有", "没", "无", "缺", "缺少", "缺乏", "未"))
_RATE = "率"
_DOERS = frozenset(("户", "人", "名", "位"))
_ARE = frozenset(("是", "为", "均为", "都是", "都为"))


def with_edges(page: Paragraph, index: int, clause: tuple[int, int], chosen: Chosen | None) -> Chosen | None:
    """`chosen` as the words next to it have it; None where it names nothing, so that what was told before does."""
    laid, at, quantity = page.laid, page.places[index], page.quantities[index]
    if quantity.kind == "percent" and (whom := _those_who_are(laid, at, clause) or _aged(page, index)):
        return whom
    if chosen is None:
        return None
    if not chosen.left:
        if _is_landmark(laid, chosen):
            begin = max(clause[0], page.places[index - 1] + 1 if index else 0)
            first, last, _ = left_phrase(laid, begin, at) if begin < at else (at, at, False)
            return Chosen(first, last, True) if last > first else None
        if _some_of_those(page, index, chosen):
            return None
        return _described(laid, quantity.unit, chosen, clause[1])
    if laid.codes[chosen.first - 1 : chosen.first] == "E" and chosen.last == at:
        return _by_label(page, clause[0], chosen)
    aim = laid.words[chosen.first] == "目标" and laid.words[chosen.first + 1] in _ARE
    if _joins_values(laid, chosen, at) or aim:
        return None  # 目标是到2030年提升至9%
    if quantity.kind == "duration" and chosen.last == at and laid.words[at - 1] in group("put_off"):
        first, last, _ = left_phrase(laid, clause[0], at - 1)
        return Chosen(first, last, True) if last > first and laid.codes[last - 1] == "W" else chosen
    return chosen._replace(first=_with_attribute(laid, clause[0], chosen))


def _is_landmark(laid: Laid, chosen: Chosen) -> bool:
    """True for what a value passes, which names no measure (突破10亿元大关)."""
    return chosen.last - chosen.first == 1 and laid.words[chosen.first] in group("landmark")


def _some_of_those(page: Paragraph, index: int, chosen: Chosen) -> bool:
    """True for what some of the things just counted lack or do (100个路口有60个没有坡道)."""
    laid, at = page.laid, page.places[index]
    if not index or laid.words[at - 1] != "有" or chosen.first != at + 1:
        return False
    unit = page.quantities[index].unit
    does = unit not in _DOERS and laid.codes[at - 2] == "F" and laid.codes[chosen.first] == "V"
    head = laid.words[chosen.last - 1]
    does = does and chosen.last - chosen.first > 1 and not head.endswith(unit_heads().get(unit, ()))
    if not does and laid.words[chosen.first] not in _LACK:
        return False  # 剧团中有420多家|从事演出
    last, now = page.quantities[index - 1], page.quantities[index]
    return page.places[index - 1] >= page.clauses[page.clause_at(at)][0] and last.unit == now.unit


def _described(laid: Laid, unit: str, chosen: Chosen, end: int) -> Chosen:
    """Those who are counted, after what is said of them (4户违规用药的茶农)."""
    after = _HEAD_AFTER.match(laid.codes, chosen.last, end) if unit in _HOLDERS else None
    if after is None:
        return chosen
    heads = unit_heads()["户"] + unit_heads()["家"]
    whom = laid.words[after.end() - 1]
    told = laid.words[chosen.last - 1]
    if not (is_person(whom) or whom.endswith(heads)) or is_person(told) or told.endswith(heads):
        return chosen
    return Chosen(*after.span(1), False) if laid.codes[chosen.first] in "DGV" else chosen


def are(laid: Laid, at: int) -> bool:
    """True where what a share of those told before is stands after it."""
    return at + 1 < len(laid.words) and laid.words[at + 1] in _ARE


def _aged(page: Paragraph, index: int) -> Chosen | None:
    """Those of an age whose share is told right after them (35岁以下年轻人占78%)."""
    laid, at = page.laid, page.places[index]
    if not index or page.quantities[index - 1].kind != "age" or laid.words[at - 1] != "占":
        return None
    first = page.places[index - 1] + 1
    told = first < at - 1 and not laid.codes[first : at - 1].strip("UNGSOA")
    return Chosen(first + (laid.codes[first] == "U"), at - 1, True) if told else None


def _those_who_are(laid: Laid, at: int, clause: tuple[int, int]) -> Chosen | None:
    """What a share of those told before is (九成以上是留守儿童), where the share opens its clause."""
    inside = laid.words[at - 1] in ("中", "里") and laid.codes[at - 1] == "F"  # 全校学生中86%是随迁子女
    if not are(laid, at) or (not inside and laid.codes[clause[0] : at].strip("DR")):
        return None
    told = _IS.match(laid.codes, at + 1, clause[1] + 1)
    return Chosen(*told.span(1), False) if told else None


def _by_label(page: Paragraph, begin: int, chosen: Chosen) -> Chosen:
    """The label before 每个标的1万元: what each has to pay, not what it is."""
    if begin != chosen.first - 1 or chosen.last - chosen.first != 1 or page.laid.codes[chosen.first] != "N":
        return chosen
    return labelled(page, page.clause_at(begin), begin) or chosen


def _joins_values(laid: Laid, chosen: Chosen, at: int) -> bool:
    """True for a verb between two values that one becomes the other by (从800万元做到3600万元)."""
    word = laid.words[chosen.first]
    alone = chosen.last - chosen.first == 1 == at - chosen.first
    return alone and word[-1] in "到至" and laid.codes[chosen.first - 1 : chosen.first] == "Q"


def _with_attribute(laid: Laid, begin: int, chosen: Chosen) -> int:
    """Where a phrase begins with the word before it that says of what kind the thing is, which is no noun.

    高氮水溶肥, 可采摘茶园面积, 需救助对象, 冬春救助金, 按期办结率.
    """
    first, last = chosen.first, chosen.last
    if first <= begin:
        return first
    word, head = laid.words[first - 1], laid.words[last - 1]
    touches = laid.ends[first - 1] == laid.starts[first]
    if not touches or laid.codes[first - 1] not in "DHV":
        return first
    if word in _GRADED:
        return first - (laid.codes[first] in "NA" and laid.codes[first - 2 : first - 1] not in ("W", "H"))
    if word in _ATTRIBUTES and laid.codes[first] in "VG":
        named = laid.codes[last - 1] == "N" and first - 1 > begin and laid.codes[first - 2] in "VG"
        return first - (head.endswith(_EXTENTS) or (named and last - first > 1))
    if word in group("season_of") or (head.endswith(_RATE) and last - first == 1 and word in group("rate_manner")):
        return first - 1
    return first
