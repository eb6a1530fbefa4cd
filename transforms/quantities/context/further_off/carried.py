"""The measure that a quantity goes on with, named in a clause before it."""

from __future__ import annotations

import re

from transforms.quantities.context.bases.per import PACES
from transforms.quantities.context.clauses.clause import Laid
from transforms.quantities.context.clauses.word_groups import group, unit_heads
from transforms.quantities.context.clauses.words import code_of
from transforms.quantities.context.further_off.prices import price_of_one, priced
from transforms.quantities.context.further_off.told import told_of
from transforms.quantities.context.owners.spoken import doer
from transforms.quantities.context.phrases.left import left_phrase
from transforms.quantities.context.phrases.owner import owner_inside
from transforms.quantities.context.state import BACK, Paragraph

_SHARE = re.compile("占(?![比地用有线到]).+")
_THING = re.compile(r"[DC]*([NGWSOA]*[NGW])[DAH]{1,3}")
_ONE_OF_COSTS = re.compile(r"[DCT]*([NGWA]*[NGW])M")
_COUNTED = re.compile(r"W[DH]{0,3}(?=M)")
_TIMES = frozenset(("duration", "age"))
_SIZES = frozenset(("mass", "area", "length", "volume"))
_REWARDS = ("补助", "奖励", "补贴", "奖金", "资助", "扶持")
_RATES = ("率", "幅", "幅度", "占比", "比重", "比例", "增速")
_NO_SHARES = ("分辨率", "功率", "频率", "速率", "效率", "汇率")
_SIZED = frozenset(("length", "temperature", "speed"))
_NO_RATES = frozenset(("money", "mass", "area", "length", "volume", "energy", "duration"))
_GROWTHS = frozenset(("percent", "multiple"))
_WHEN = frozenset(("后", "前", "间", "之后", "之前", "以后", "以前", "之间", "期间"))
_HEADS_OF = frozenset(("人", "名", "位", "人次", "户"))


def carried(page: Paragraph, index: int, number: int) -> tuple[str | None, str | None]:
    """Indicator and subject that a quantity takes from the clauses before its own."""
    if share := _share_before(page, index):
        return share, None
    if told := told_of(page, index, number):
        return told, None
    indicator, subject = _carried(page, index, number)
    if indicator is None and page.quantities[index].kind == "count":
        indicator = _counted_before(page, index, number)
    return indicator, subject


def _share_before(page: Paragraph, index: int) -> str | None:
    """The whole of which a share before in the sentence is, where 占 alone opens this one (占总数的38%；…，占12%)."""
    at = page.places[index] - 1
    while at > 0 and page.laid.codes[at] in "DH":
        at -= 1
    if page.quantities[index].kind != "percent" or at < 0 or page.laid.words[at] != "占":
        return None
    start = page.sentences[index][0]
    earlier = [i for i in range(index - 1, -1, -1) if page.places[i] >= start and page.quantities[i].kind == "percent"]
    told = (_SHARE.search(page.done[i].indicator or "") for i in earlier if page.laid.codes[page.places[i] + 1] != "U")
    return next((share.group() for share in told if share), None)


def _counted_before(page: Paragraph, index: int, number: int) -> str | None:
    """The noun at the end of the clause before, where the measure word asks for it (补充图书，每学期不少于200册)."""
    laid, heads = page.laid, unit_heads().get(page.quantities[index].unit)
    begin, end = page.clauses[number]
    first, last = page.clauses[number - 1] if number else (begin, begin)
    if heads is None or last <= first or first < page.sentences[index][0] or laid.codes[begin:end].strip("DLHETQ"):
        return None
    if not laid.words[last - 1 - (laid.codes[last - 1] == "q")].endswith(heads):
        return None
    first, last, _ = left_phrase(laid, max(first, laid.codes.rfind("Q", first, last) + 1), last)
    return laid.phrase(first, last)


def _carried(page: Paragraph, index: int, number: int) -> tuple[str | None, str | None]:
    """Indicator and subject of the nearest clause before that has a quantity or opens with a measure."""
    laid, start = page.laid, page.sentences[index][0]
    if _counts_from(page, index):
        return None, None
    if page.quantities[index].kind == "money" and (work := _earned_by(page, index, number)):
        return work, None
    for k in range(number, max(-1, number - BACK), -1):
        begin, end = page.clauses[k]
        if begin < start:
            break
        if index and begin <= page.places[index - 1]:
            if k < number and (summed := _summed(page, index, number)):
                return summed, None
            reward = _reward(page, index, end) if k < number else None
            before = _no_share(page, index)
            last = page.done[before]
            moved = page.quantities[index].change is not None and page.quantities[index].kind in _GROWTHS
            apart = _apart(page.quantities[before].kind, page.quantities[index].kind, last.indicator) and not moved
            apart = (apart or priced(page, before, index)) and not price_of_one(page, before, index, begin)
            apart = apart or _has_others(page, before, index)
            apart = apart or _no_rate(page, index, last.indicator) or _other_things(page, before, index)
            return (reward or (None if apart else last.indicator)), _mover(page, index, k, number) or last.subject
        head = _measure_opening(laid, begin, end) if k < number else None
        if head is None and k < number:
            head = _measure_counted(laid, begin, end)
        if head is None and k == number - 1 and _closes_with_measure(page, index, begin, end):
            head = laid.phrase(*left_phrase(laid, begin, end)[:2])  # 去年为零的村集体收入，今年达23万元
        if head is None and k == number - 1 and page.quantities[index].kind == "money":
            head = _summed(page, index, number) or _thing_opening(laid, begin, end)
        if head:
            return head, None
    if index and page.quantities[index].change and page.places[index - 1] >= _sentence_before(laid, start):
        whose = _mover(page, index, page.clause_at(start) - 1, number)
        return page.done[index - 1].indicator, whose or page.done[index - 1].subject
    return None, None


def _sentence_before(laid: Laid, start: int) -> int:
    """The word that the sentence before the one at `start` begins with."""
    return laid.codes.rfind(".", 0, max(0, start - 1)) + 1


def _counts_from(page: Paragraph, index: int) -> bool:
    """True for a length of time that opens its clause and says when something was (半小时后, 20余年间)."""
    at = page.places[index]
    if page.quantities[index].kind != "duration" or page.laid.codes[at - 1 : at] not in ("", ",", ".", ";"):
        return False
    return any(word in _WHEN for word in page.laid.words[at + 1 : at + 2])


def _earned_by(page: Paragraph, index: int, number: int) -> str | None:
    """The work that earns money, in its clause or the one before (经营农家乐可以挣10万元; 打零工，一天能挣150元)."""
    laid, verb = page.laid, page.places[index] - 1
    if verb < 0 or laid.words[verb] not in group("plain_verb"):
        return None
    begin = max(page.clauses[number][0], page.places[index - 1] + 1 if index else 0)
    spans = [(begin, verb)]
    if number and begin == page.clauses[number][0] > page.sentences[index][0]:
        spans.append(page.clauses[number - 1])
    for first, stop in spans:
        first, last, _ = left_phrase(laid, first, stop)
        if last - first > 1 and laid.codes[first] in "VG" and "Q" not in laid.codes[first:last]:
            return laid.phrase(first, last)
        if last - first == 1 and len(laid.words[first]) > 2 and laid.codes[first] == "V":
            return laid.words[first]  # 打零工
    return None


def _closes_with_measure(page: Paragraph, index: int, begin: int, end: int) -> bool:
    """True for a clause that ends in the measure of the amount told next, unless it is what is done or where from."""
    codes, quantity = page.laid.codes[begin:end], page.quantities[index]
    of_them = codes.endswith("UW") and quantity.kind == "percent"  # 家长对食堂的满意率，从71%升至90%
    free = "P" not in codes or quantity.change is not None or of_them
    return codes.endswith("W") and free and quantity.kind != "count"


def _summed(page: Paragraph, index: int, number: int) -> str | None:
    """What the clause before ends with, where a clause is nothing but its sum (发放首批消费红包，共计200万元)."""
    laid, at = page.laid, page.places[index]
    begin, end = page.clauses[number - 1]
    only = page.clauses[number][0] == at - 1 and laid.words[at - 1] in group("sum")
    last = laid.codes.rfind("Q", begin, end) + 1
    first = max(begin, last, page.taken)
    if not only or (last and laid.codes[last:first].strip("NGWSOA")) or laid.codes[first:end].strip("NGWSOAVLDTu"):
        return None
    first, end, _ = left_phrase(laid, first, end)
    return laid.phrase(first, end)


def _has_others(page: Paragraph, before: int, index: int) -> bool:
    """True for persons after a sum, and those that a place has after other things (有5个村委会，大约有3万人)."""
    last, now = page.quantities[before], page.quantities[index]
    first, at = page.clauses[page.clause_at(page.places[index])][0], page.places[index]
    if (last.kind, now.unit) == ("money", "人"):
        return page.places[before] < first  # 劳务费每人20元，有90人干活
    if (last.kind, now.unit) != ("count", "人") or last.unit in _HEADS_OF:
        return False
    return page.places[before] < first and _only_has(page.laid, first, at)


def _only_has(laid: Laid, first: int, at: int) -> bool:
    """True where nothing but 有 and adverbs stands between two words."""
    return laid.words[at - 1].endswith("有") and not laid.codes[first : at - 1].strip("DT")


def _mover(page: Paragraph, index: int, first: int, number: int) -> str | None:
    """What moved, where the clause before a change names it (黄瓜降价8%，香菜走高，上涨三成)."""
    if number - 1 <= first or page.quantities[index].change is None:
        return None
    span = doer(page.laid, *page.clauses[number - 1])
    return page.laid.phrase(*span) if span else None


def _apart(before: str, kind: str, indicator: str | None) -> bool:
    """True where a value after or of a time does not go on with what was told before, which is no measure."""
    if kind == "money" and before in _SIZES:
        return True  # 亩产1500公斤，能卖4.5万元
    told = indicator is not None and code_of(indicator, "n") == "W"
    if (before, kind) == ("age", "count"):
        return False  # 60岁以上老人有1472名
    return before != kind and (before in _TIMES or kind in _TIMES) and not told


def _no_rate(page: Paragraph, index: int, indicator: str | None) -> bool:
    """True for a mass, a length or a sum after a rate: it has another measure (降幅12.5%，一天能卖三四百斤)."""
    rate = indicator is not None and indicator.endswith(_RATES) and not indicator.endswith(_NO_SHARES)
    if page.quantities[index].kind == "count" and page.quantities[index - 1].kind in _SIZED:
        return True  # 平均海拔1300米，村里共有2025户
    return rate and page.quantities[index].kind in _NO_RATES


def _other_things(page: Paragraph, before: int, index: int) -> bool:
    """True for what another measure word counts, where the noun after the first names only that (18栋楼、2136户)."""
    last, now = page.quantities[before], page.quantities[index]
    if (last.kind, now.kind) != ("count", "count") or last.unit == now.unit or before != index - 1:
        return False
    heads, told = unit_heads().get(last.unit), page.done[before].indicator
    joined = page.laid.words[page.places[index] - 1] == "、" and last.unit not in _HEADS_OF
    behind = told is not None and page.laid.text.startswith(told, last.end)
    return joined and behind and heads is not None and told is not None and told.endswith(heads)


def _measure_counted(laid: Laid, begin: int, end: int) -> str | None:
    """The measure of a number without a unit (日活跃用户数量达到3.11亿)."""
    counted = _COUNTED.search(laid.codes, begin, end)
    if counted is None:
        return None
    first, last, _ = left_phrase(laid, begin, counted.end())
    if last <= first or laid.codes[last - 1] != "W":
        return None
    return laid.phrase(owner_inside(laid, first, last), last)


def _no_share(page: Paragraph, index: int) -> int:
    """The quantity before `index` that is no share in another measure (20万人，占人口的三成，其中5万人…).

    One with the same measure word counts the same (装电梯87台，惠及居民4300人，另有35台).
    """
    last = index - 1
    joined = page.laid.codes[page.places[last] + 1 : page.places[index]] == "C"
    if page.quantities[index].unit == "点":
        return last  # 甲指数报3261点；乙指数上涨0.6%，报11651点
    if page.quantities[index].kind in _SIZES and page.quantities[last].kind == "percent":
        like = [at for at in (last - 1, last - 2) if at >= 0 and page.places[at] >= page.sentences[index][0]]
        return next((at for at in like if page.quantities[at].unit == page.quantities[index].unit), last)
    if page.quantities[index].kind != "count" or (joined and page.done[last].indicator):
        return last  # 研学团队40批次、600人次
    unit, start = page.quantities[index].unit, page.sentences[index][0]
    for at in range(last, max(-1, last - 3), -1):
        if page.places[at] >= start and page.quantities[at].unit == unit and page.done[at].indicator:
            return at
    while last > max(0, index - 3) and (page.done[last].indicator or "").startswith("占"):
        last -= 1
    return last


def _reward(page: Paragraph, index: int, end: int) -> str | None:
    """The reward that a share measures before an amount caps it (按20%给予补助，最高500万元)."""
    if page.quantities[index].kind != "money" or page.quantities[index - 1].kind == "money":
        return None
    words = page.laid.words[page.places[index - 1] + 1 : end]
    return next((word for word in words if word.endswith(_REWARDS)), None)


def _measure_opening(laid: Laid, begin: int, end: int) -> str | None:
    """The measure that opens a clause (集体经济收入连年增长)."""
    first = begin
    while first < end and laid.codes[first] in "DTCq":
        first += 1
    last = first
    while last < end and (
        laid.codes[last] in "NGWSOAKRq"
        or (last > first and (laid.codes[last : last + 2] == "VW" or laid.words[last] in PACES))
    ):
        last += 1  # 甲市月最低工资标准
    while last > first and laid.codes[last - 1] != "W":
        last -= 1
    if last <= first:
        return None
    return laid.phrase(owner_inside(laid, first, last), last)


def _thing_opening(laid: Laid, begin: int, end: int) -> str | None:
    """The thing of a clause that says nothing but how it is (提取物更高) or that it is one (光运输一项)."""
    one = laid.words[end - 1] in ("一项", "这项")
    match = (_ONE_OF_COSTS if one else _THING).fullmatch(laid.codes, begin, end)
    return laid.phrase(*match.span(1)) if match else None
