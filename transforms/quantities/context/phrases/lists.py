"""Values dealt out to a list: A、B分别增长14.7%和8.6%."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from transforms.quantities.context.clauses.clause import Laid
from transforms.quantities.context.clauses.word_groups import endings, group
from transforms.quantities.context.phrases.left import left_phrase
from transforms.quantities.context.phrases.owner import owner_inside

APART = "分别"  # without it nothing is dealt out
_MOST = 12
_PERSONS = "居民"
_SHARES = ("%", "％", "成")
_MEASURE_TOLD = re.compile("W(?=[DHV])")
_DO = re.compile("[DJPH]*L[DHu]*")
_BETWEEN = frozenset("CqHDu")


class Dealt(NamedTuple):
    """The share of one value of a list; either may be null."""

    indicator: str | None
    subject: str | None
    time: int | None = None  # the place in the text of the time that it holds for


def _group(laid: Laid, places: Sequence[int], index: int) -> tuple[int, int]:
    """First and last quantity of the run that is joined by nothing but 、 and 和."""
    first = last = index
    while first and index - first < _MOST and _joined(laid, places[first - 1], places[first]):
        first -= 1
    while last + 1 < len(places) and last - first < _MOST and _joined(laid, places[last], places[last + 1]):
        last += 1
    return first, last


def _joined(laid: Laid, left: int, right: int) -> bool:
    between = laid.codes[left + 1 : right]
    return "C" in between and all(code in _BETWEEN for code in between)


def dealt_out(
    laid: Laid, places: Sequence[int], index: int, clause: tuple[int, int], earlier: tuple[int, int] | None
) -> Dealt | None:
    """The item of a list that a value belongs to, None where the values of its run are not dealt out."""
    first, last = _group(laid, places, index)
    size = last - first + 1
    if size < 2:
        return None
    head = places[first]
    start = max(clause[0], places[first - 1] + 1 if first else 0)
    if APART not in laid.text[laid.starts[start] : laid.starts[head]]:
        return None
    begin, stop, _ = left_phrase(laid, start, head)
    if stop <= begin:
        if earlier is None or "Q" in laid.codes[slice(*earlier)]:
            return None
        start, stop = earlier
        told = _MEASURE_TOLD.search(laid.codes, start, stop)
        stop = told.end() if told else stop  # 甲、乙浓度|同样创下纪录，分别为…
    if toward := _toward(laid, start, stop, size, index - first):
        return toward
    while start < stop and laid.codes[start] == "D":
        start += 1  # 二是|上海、广东
    items = _items(laid, start, stop)
    if len(items) != size:
        return None
    owned = "U" in laid.codes[start:stop] or any(laid.codes[b - 1] not in "NSOG" for _, b in items)
    if not owned and _DO.fullmatch(laid.codes, stop, head):
        return Dealt(None, laid.phrase(*items[index - first]))  # 甲、乙分别获得
    return _share(laid, items, index - first, laid.words[head].endswith(_SHARES))


def _toward(laid: Laid, start: int, stop: int, size: int, at: int) -> Dealt | None:
    """The measure after 分别 and the item of the list before it that a value is to, from or for (对甲、乙分别出口)."""
    apart = next((i for i in range(start, stop) if laid.words[i] == APART), None)
    opens = laid.codes.find("P", start, apart) if apart is not None else -1
    if apart is None or opens < 0:
        return None
    items = _items(laid, opens + 1, apart)
    first, last, _ = left_phrase(laid, apart + 1, stop)
    if len(items) != size or last <= first:
        return None
    return Dealt(laid.phrase(first, last), laid.phrase(*items[at]))


def dealt_back(laid: Laid, places: Sequence[int], index: int, clause: tuple[int, int], sentence: int) -> int | None:
    """The quantity before whose measure this one moves (甲5亿元、乙3亿元，分别增长2%和4%), None where there is none."""
    first, last = _group(laid, places, index)
    size = last - first + 1
    start = clause[0]
    if size < 2 or first < size or places[first - size] < sentence or places[first - 1] >= start:
        return None
    if APART not in laid.text[laid.starts[start] : laid.starts[places[first]]]:
        return None
    return index - size


def own_measure(laid: Laid, places: Sequence[int], index: int, clause: tuple[int, int]) -> str | None:
    """The measure that a clause names of what was listed before (收入分别增长9%、4%，毛利率分别为17%、15%)."""
    first, last, _ = left_phrase(laid, clause[0], places[_group(laid, places, index)[0]])
    return laid.phrase(first, last) if last > first and laid.codes[last - 1] == "W" else None


def _items(laid: Laid, begin: int, end: int) -> list[tuple[int, int]]:
    """Spans between the joints of a list."""
    items = []
    first = begin
    for at in range(begin, end):
        if laid.codes[at] == "C":
            items.append((first, at))
            first = at + 1
    items.append((first, end))
    return [(a, b) for a, b in items if b > a]


def _shared_trade(laid: Laid, items: Sequence[tuple[int, int]], at: int) -> Dealt | None:
    """The trade that ends a list of those whom it is with (对拉美、非洲出口)."""
    (first, end), (begin, last) = items[0], items[-1]
    while first < end and laid.codes[first] in "DT":
        first += 1
    joined = laid.codes[first] == "P" and last - begin > 1 and laid.words[last - 1].startswith(endings("trade"))
    if not joined or any(laid.codes[b - 1] == "W" for _, b in items[:-1]):
        return None
    spans = [(first + 1, end), *items[1:-1], (begin, last - 1)]
    return Dealt(laid.words[last - 1], laid.phrase(*spans[at]))


def _apart(laid: Laid, items: Sequence[tuple[int, int]]) -> int | None:
    """Where 分别 stands between a list of owners and what each does (甲公司、乙公司分别|发放贷款)."""
    first, last = items[-1]
    at = next((i for i in range(first + 1, last - 1) if laid.words[i] == APART), None)
    owners = at is not None and all(laid.codes[end - 1] in "SO" for _, end in (*items[:-1], (first, at)))
    return at if owners else None


def _bare_deed(laid: Laid, first: int, last: int) -> int | None:
    """Where 分别 stands before a verb alone, which names none of the things of the list (供水、供气分别|恢复)."""
    apart = last - 2
    told = apart > first and laid.words[apart] == APART and laid.codes[last - 1] == "V"
    return apart if told and laid.codes[apart - 1] in "NGVW" else None


def _ordinal(laid: Laid, items: Sequence[tuple[int, int]], at: int) -> Dealt:
    """The measure of one of a series of numbered things (第一、二、三|产业增加值)."""
    first, last = items[-1]
    end = items[at][1]
    number = laid.words[end - 1] if at < len(items) - 1 else laid.words[first]
    series = laid.words[items[0][1] - 1].startswith("第") and not number.startswith("第")
    whose = left_phrase(laid, items[0][0], items[0][1] - 1)
    return Dealt("第" * series + number + (laid.phrase(first + 1, last) or ""), laid.phrase(*whose[:2]))


def _owned(laid: Laid, items: Sequence[tuple[int, int]], at: int) -> Dealt | None:
    """One of several that a measure after 的 is of (诗集、小说的|销量), None where each names a measure of its own."""
    first, last = items[-1]
    cut = laid.codes.rfind("U", first, last)
    if cut <= first or laid.codes[first:cut].strip("NSOAFGRKMqe"):
        return None
    if any("U" in laid.codes[a:b] or laid.codes[b - 1] == "W" for a, b in items[:-1]):
        return None
    begin, end, _ = left_phrase(laid, cut + 1, last)
    item = items[at] if at < len(items) - 1 else (first, cut)
    whose = left_phrase(laid, *item)[:2] if laid.codes[slice(*item)].strip("NSOAFGRK") else item  # 东部地区
    measure = end > begin and (laid.codes[end - 1] == "W" or laid.codes[begin:end] == "N")
    return Dealt(laid.phrase(begin, end), laid.phrase(*whose)) if measure and whose[1] > whose[0] else None


def _share(laid: Laid, items: Sequence[tuple[int, int]], at: int, shares: bool) -> Dealt:
    """Owners and times share the measure that ends the list; measures stand for themselves.

    `shares`: the values are shares of what the list names.
    """
    first, last = items[-1]
    if all(laid.codes[a:b].strip("DC") == "T" for a, b in items[:-1]) and "T" in laid.codes[first:last]:
        begin, end = items[at]
        tight = left_phrase(laid, laid.codes.index("T", first, last) + 1, last)
        cut = owner_inside(laid, tight[0], tight[1])
        whose = laid.phrase(tight[0], cut) if cut > tight[0] else None
        return Dealt(laid.phrase(cut, tight[1]), whose, laid.starts[laid.codes.index("T", begin, end)])
    if toward := _shared_trade(laid, items, at):
        return toward
    if (apart := _apart(laid, items)) is not None:
        owners = [*items[:-1], (first, apart)]
        return Dealt(laid.phrase(*left_phrase(laid, apart + 1, last)[:2]), laid.phrase(*owners[at]))
    if shares and (deed := _bare_deed(laid, first, last)) is not None:
        items = [*items[:-1], (first, deed)]
        first, last = items[-1]
    if laid.codes[first] == "M" and all(laid.codes[b - 1] == "M" for _, b in items[:-1]) and last - first > 1:
        return _ordinal(laid, items, at)
    cut = owner_inside(laid, first, last)
    if cut > first and all(laid.codes[end - 1] in "SO" for _, end in items[:-1]):
        owner = (first, cut) if at == len(items) - 1 else items[at]
        named = cut + 1 if laid.codes[cut] == "M" and cut + 1 < last else cut
        return Dealt(laid.phrase(named, last), laid.phrase(*owner))
    if owned := _owned(laid, items, at):
        return owned
    begin, end = items[at]
    tight = left_phrase(laid, begin, end)
    phrase = laid.phrase(tight[0], tight[1]) or laid.phrase(begin, end)
    if laid.codes[last - 1] != "W" or any(laid.codes[b - 1] == "W" for _, b in items[:-1]):
        return Dealt(phrase, None)
    if laid.codes[begin:end].strip("M") == "":
        return Dealt(laid.words[last - 1], None)  # 三、四、五线城市的占比
    if at < len(items) - 1:
        mean = next((i for i in range(first + 1, last) if laid.words[i] in group("mean")), last - 1)
        kind = _PERSONS if mean < last - 1 and laid.words[mean - 1].endswith(_PERSONS) else ""
        whose = f"{phrase}{kind}"  # 城镇和农村|居民|人均可支配收入
        return Dealt(f"{whose}{laid.phrase(mean, last)}", whose)  # 纯电动车、客车销量分别: of each
    if laid.codes[first] == "F" and all(laid.codes[a:b] == "F" for a, b in items[:-1]):
        return Dealt(laid.phrase(first, last), laid.words[first])  # 中部、西部|比重
    cut = laid.codes.rfind("N", tight[0], last - 1) + 1
    cut -= cut > tight[0] + 1 and laid.words[cut - 1] in group("mean")
    return Dealt(phrase, laid.phrase(tight[0], cut) if cut else None)
