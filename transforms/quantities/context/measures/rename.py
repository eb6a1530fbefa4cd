"""Names of measures that the words next to a quantity leave out: the thing that is sold, the measure of a list."""

from __future__ import annotations

import re

from transforms.quantities.context.clauses.clause import Laid
from transforms.quantities.context.clauses.word_groups import group, is_person, is_proverb, unit_heads
from transforms.quantities.context.owners.spoken import topic
from transforms.quantities.context.phrases.chosen import Chosen
from transforms.quantities.context.phrases.left import left_phrase
from transforms.quantities.context.phrases.owner import owner_heads
from transforms.quantities.context.state import Paragraph

_VARIED = frozenset(("money", "percent", "duration"))
_COSTS = frozenset(("要", "需", "需要", "得", "就要", "只要"))
_OPENING = re.compile("[NGWSOAKRMUDTF]+")
_PRICE = frozenset(("价格",))  # 价格能压低两成
_BARE_UNITS = frozenset(("次", "人次", "人"))


def renamed(page: Paragraph, index: int, clause: tuple[int, int], chosen: Chosen | None) -> Chosen | None:
    """`chosen`, or the thing that opens the clause where only a verb was; None where the value before says it."""
    if chosen is None or not chosen.left:
        return None if chosen and _part_does(page, index, chosen) else chosen
    at = page.places[index]
    if (
        chosen.last - chosen.first == 1
        and page.laid.words[chosen.first] == "占"
        and page.last_in_sentence(index) is not None
    ):
        return None  # 其中男性246万人，占51%
    if page.laid.codes[at - 1 : at] == "U" and _same_things(page, index):
        return None  # 整改措施154项，有时限的112项
    if agreeing := _agreeing(page, index, clause, chosen):
        return agreeing
    if not _bare_verb(page, chosen):
        return None if _variant(page, index, clause, chosen) else chosen
    if page.quantities[index].kind in _VARIED and (measure := _paid(page.laid, clause[0], chosen.first)):
        return measure
    if page.laid.words[chosen.first] == "没" or page.laid.words[chosen.first] in group("plain_verb"):
        return None  # 户均拿到1.6万元
    if page.laid.words[chosen.first] in group("yield"):
        counted = index > 0 and page.places[index - 1] >= clause[0] and _same_things(page, index)
        span = None if counted else topic(page.laid, clause[0], chosen.first)  # 172项工程已开工142项
        if span:
            return Chosen(span[0], span[1], True)
    if (
        chosen.first > 1
        and page.laid.words[chosen.first - 1] == "、"
        and page.laid.codes[chosen.first - 2 : chosen.first - 1] == "Q"
    ):
        return None if page.laid.words[chosen.first] in group("yield") else chosen  # 查处酒驾26起、醉驾3起
    if _after_deed(page, index, chosen):
        return chosen
    return None if _same_things(page, index) or _same_deed(page, index, chosen) else chosen


def _after_deed(page: Paragraph, index: int, chosen: Chosen) -> bool:
    """True where the value before is told by a verb alone, of no thing, as this one is (在建12个，完工5个)."""
    if page.laid.words[chosen.first] in group("befalls"):
        return True  # 其中重症5例，死亡2例
    last = page.last_in_sentence(index)
    if last is None or chosen.last != page.places[index] or page.quantities[index].unit != page.quantities[last].unit:
        return False
    verb = page.places[last] - 1
    told, word = page.laid.words[verb], page.laid.words[chosen.first]
    alone = page.done[last].indicator == told != word and len(told) == len(word) == len("完工")
    return alone and page.laid.codes[verb] in "VG"


def _agreeing(page: Paragraph, index: int, clause: tuple[int, int], chosen: Chosen) -> Chosen | None:
    """What opens the clause or the one before and is what the measure word counts (玻璃门换了6扇; 民宿…，开了9家)."""
    laid, at, verb = page.laid, page.places[index], chosen.last - 1
    heads = unit_heads().get(page.quantities[index].unit)
    runs = verb + 1 == at and laid.words[verb] in group("thing_does")  # 班列累计开行80列
    if heads is None or not (runs or (laid.codes[verb + 1 : at] == "u" and laid.words[verb] in group("renewing"))):
        return None
    number = page.clause_at(at)
    begin = max(clause[0], page.places[index - 1] + 1 if index else 0)
    stop = verb
    while stop > begin and laid.codes[stop - 1] in "DT":
        stop -= 1
    if stop > begin and (named := _ends_in(laid, begin, range(stop, stop - 1, -1), heads)):
        return named
    if runs or not number or begin > clause[0] or begin <= page.sentences[index][0]:
        return None
    first, end = page.clauses[number - 1]
    told = _OPENING.match(laid.codes, first, end)
    ends = range(told.end() if told else first, first, -1)
    return _ends_in(laid, first, ends, heads)


def _ends_in(laid: Laid, begin: int, ends: range, heads: tuple[str, ...]) -> Chosen | None:
    """The phrase from `begin` on that ends, at the first of `ends` that does, in one of `heads` and in no body."""
    last = next((i for i in ends if laid.codes[i - 1] == "N" and laid.words[i - 1].endswith(heads)), None)
    if last is None or laid.words[last - 1].endswith(owner_heads()):
        return None
    first, last, _ = left_phrase(laid, begin, last)
    return Chosen(first, last, True) if last > first else None


def _part_does(page: Paragraph, index: int, chosen: Chosen) -> bool:
    """True for what some of the things just counted do (建成基地8个，其中4个设在山区)."""
    laid = page.laid
    if laid.words[page.places[index] - 1] != "其中" or not _same_things(page, index):
        return False
    return laid.codes[chosen.first] == "V" or is_proverb(laid.words[chosen.first])


def _bare_verb(page: Paragraph, chosen: Chosen) -> bool:
    codes = page.laid.codes
    one = chosen.last - chosen.first == 1 and codes[chosen.first] == "V"
    return one and codes[chosen.first - 1 : chosen.first] != "L"


def _paid(laid: Laid, begin: int, verb: int) -> Chosen | None:
    """What opens a clause that ends in a bare verb of paying (管理费一年就能收30万元, 维修要花8万元)."""
    if verb - 2 >= begin and laid.codes[verb - 2] in "VG" and laid.words[verb - 1] in _COSTS:
        first, end, _ = left_phrase(laid, begin, verb - 1)
        return Chosen(first, end, True) if end == verb - 1 > first else None
    last = laid.codes.rfind("W", begin, verb) + 1
    if not last or laid.codes[last:verb].strip("DHMFTE") or laid.words[last - 1] in group("generic") - _PRICE:
        return None
    first, end, _ = left_phrase(laid, begin, last)
    return Chosen(first, end, True) if end == last else None


def _same_things(page: Paragraph, index: int) -> bool:
    """True for a count of what was counted just before (新建学校10所，已完工6所)."""
    last = page.last_in_sentence(index)
    if last is None:
        return False
    now, before = page.quantities[index], page.quantities[last]
    verb = page.places[index] - 1
    if page.laid.words[verb] in group("new") and page.laid.words[verb - 1] in group("mean_of_time"):
        return False  # 新设企业3000户，日均新增80户
    return now.kind == "count" and now.unit == before.unit and now.unit not in _BARE_UNITS


def _same_deed(page: Paragraph, index: int, chosen: Chosen) -> bool:
    """True where the verb is what the value before told of too (发送旅客12万人次，其中1日发送3万人次)."""
    last = page.last_in_sentence(index)
    if last is None or page.quantities[index].unit != page.quantities[last].unit:
        return False
    verb = page.laid.words[chosen.first]
    return (page.done[last].indicator or "").startswith(verb) and page.done[last].indicator != verb


def _variant(page: Paragraph, index: int, clause: tuple[int, int], chosen: Chosen) -> bool:
    """True for a share or price of one more group under the measure just told (半程报名费120元、健康跑60元)."""
    last = page.last_in_sentence(index)
    if last is None or page.quantities[index].kind not in _VARIED or page.quantities[index].change:
        return False
    if page.laid.words[chosen.first] in group("mean"):
        return False  # 户均增收4000元、人均增收2000元
    now, before = page.quantities[index], page.quantities[last]
    laid = page.laid
    joined = laid.codes[max(0, chosen.first - 2) : chosen.first] == "QC"
    named = chosen.last - chosen.first <= 2 and laid.codes[chosen.last - 1] in ("NSOV" if joined else "NSO")
    whole = joined or "V" not in laid.codes[chosen.first : chosen.last] or is_person(laid.words[chosen.last - 1])
    named = named and laid.words[clause[0]] != "其中" and whole
    same = now.kind == before.kind and now.unit == before.unit and not before.change
    told = page.done[last].measure and not laid.codes[chosen.last : page.places[index]].strip(
        "HDPqU" if joined else "HDPq"
    )
    return named and same and told


def group_told(page: Paragraph, index: int, clause: tuple[int, int], picked: Chosen | None) -> str | None:
    """The group that a value is of, under the measure just told (半程报名费120元、健康跑60元)."""
    if picked is None or not picked.left or not _variant(page, index, clause, picked):
        return None
    return page.laid.phrase(picked.first, picked.last)
