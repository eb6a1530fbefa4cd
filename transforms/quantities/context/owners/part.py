"""Whose a quantity is where its own phrase says so: a kind of firm, a partner in trade, a part of what was told."""

from __future__ import annotations

from transforms.quantities.context.clauses.clause import Laid
from transforms.quantities.context.clauses.word_groups import endings, group, is_person
from transforms.quantities.context.owners.subject import opening_nouns
from transforms.quantities.context.phrases.chosen import Chosen
from transforms.quantities.context.phrases.left import left_phrase
from transforms.quantities.context.state import BACK, Paragraph

Span = tuple[int, int]
_WEIGHTS = frozenset(("kg", "斤", "t", "g", "公斤"))
_HEADS = frozenset(("人", "名", "位", "人次"))
_LENGTHS = ("全长", "总长")
_EXTENTS = frozenset(("占地", "海拔", *_LENGTHS))
_LABEL = 12  # signs
_LABEL_MARKS = "：:—…+＋ \u3000"
_KIND = 4  # signs of 民营企业


def owner_in_phrase(page: Paragraph, index: int, clause: tuple[int, int], chosen: Chosen) -> str | None:
    """The part of the phrase before quantity `index` that names whose it is, None where nothing does."""
    laid = page.laid
    span = _partner(laid, clause[0], chosen) or _kind_of_firm(laid, chosen) or _part(page, index, clause, chosen)
    span = span or _persons_mean(laid, chosen) or _priced(page, index, clause[0], chosen)
    span = span or _sharer(laid, clause[0], chosen) or _stands_on(laid, chosen)
    return laid.phrase(*span) if span else None


def labelled(page: Paragraph, number: int, at: int) -> Chosen | None:
    """The label that a colon, a dash or dots part from the quantity (最大日用电量：7216万千瓦时, 接待游客——8万人次)."""
    laid = page.laid
    last = at
    while last and not laid.words[last - 1].strip(_LABEL_MARKS):
        last -= 1
    if last == at:
        return _label_behind(laid, page.clauses[number], at)
    first, end = page.clauses[page.clause_at(last - 1)] if last else (0, 0)
    first += 2 * (laid.codes[first : first + 2] == "MX")  # 2.租期：5年
    end = min(end, last)
    if end < last or first >= end:
        return None
    if _is_label(laid, first, end):
        return Chosen(first, end, True)
    first, end, _ = left_phrase(laid, first, last)
    heads = "W" if laid.codes[last] == "," else "NGW"  # 他拿出了全部家当——8万元
    named = first < end == last and laid.codes[end - 1] in heads and "C" not in laid.codes[first:end]
    return Chosen(first, end, True) if named else None


def _is_label(laid: Laid, first: int, end: int) -> bool:
    """True for a few words that name something or what is done with it."""
    short = first < end and laid.ends[end - 1] - laid.starts[first] <= _LABEL
    return short and not laid.codes[first:end].strip("NGWSOAVMD") and laid.codes[end - 1] in "NGWSOV"


def _label_behind(laid: Laid, clause: tuple[int, int], at: int) -> Chosen | None:
    """The label that a dash parts from the quantity which opens its clause (24家——新建食堂)."""
    begin, end = clause
    first = at + 1
    while first < end and laid.words[first] == "—":
        first += 1
    opens = begin == at and first > at + 1
    return Chosen(first, end, False) if opens and _is_label(laid, first, end) else None


def named_whole(page: Paragraph, index: int, number: int, subject: str | None) -> str | None:
    """The place that 全村 means, where a clause before opens with its name (青石村地处山区，全村412户)."""
    if subject is None or len(subject) != len("全村") or subject[0] != "全":
        return subject
    start = page.sentences[index][0]
    for k in range(number - 1, max(-1, number - BACK), -1):
        begin, end = page.clauses[k]
        if begin < start:
            break
        span = opening_nouns(page.laid, begin, end)
        if span is None or page.laid.codes[span[1]] == "U" or "R" in page.laid.codes[slice(*span)]:
            continue  # 白石县的蚕桑产业, 我们村
        name = page.laid.phrase(*span)
        if name and name[-1] == subject[-1] and len(name) > len(subject):
            return name
    return subject


def deed_of(laid: Laid, begin: int, chosen: Chosen) -> int:
    """Where the deed begins that a bare measure is of (居民|进城的时间), the measure itself where none is told."""
    first = chosen.first
    if chosen.last - first > 1 or laid.words[first] not in group("of_deed") or laid.codes[first - 2] not in "VG":
        return first
    at = first - 2
    while at > begin and laid.codes[at - 1] in "VGNA":
        at -= 1
    return at if at >= begin and laid.ends[first - 1] - laid.starts[at] <= _LABEL else first


def _partner(laid: Laid, begin: int, chosen: Chosen) -> Span | None:
    """The country that trade is with (对美国出口), where nobody else is said to trade."""
    first, last, _ = chosen
    if laid.words[first] != "对" or laid.codes[begin:first].strip("DTC"):
        return None
    if last - first < 3 or not laid.words[last - 1].startswith(endings("trade")):
        return None
    return (first + 1, last - 1) if set(laid.codes[first + 1 : last - 1]) <= set("NS") else None


def _kind_of_firm(laid: Laid, chosen: Chosen) -> Span | None:
    """The firms whose measure it is (民营企业|进出口), not those that are counted (高新技术企业数量)."""
    first, last, _ = chosen
    if laid.codes[last - 1] != "W":
        return None
    for at in range(first, last - 1):
        if laid.text.endswith(endings("kind_of_firm"), laid.starts[first], laid.ends[at]):
            kind = laid.codes[first : at + 1]
            plain = "V" not in kind or (kind[0] == "V" and "V" not in kind[1:] and laid.codes[at + 1] == "A")
            named = laid.ends[at] - laid.starts[first] >= _KIND and plain  # 改造企业|平均生产效率
            counted = laid.words[at + 1] in group("counting") or laid.codes[at + 1] not in "WAGN"
            return None if counted or not named else (first, at + 1)
    return None


def _persons_mean(laid: Laid, chosen: Chosen) -> Span | None:
    """Those whose mean it is (城镇居民|人均可支配收入)."""
    first, last, _ = chosen
    if group("mean").isdisjoint(laid.words[first + 1 : last]):
        return _kind_of_persons(laid, first, last)
    at = next(i for i in range(first + 1, last) if laid.words[i] in group("mean"))
    if laid.words[first] == "占" or not laid.words[at - 1].endswith(endings("group_of_persons")):
        return None
    return first, at


def _kind_of_persons(laid: Laid, first: int, last: int) -> Span | None:
    """The kind of persons whose measure it is (在职职工|门诊报销比例), not those that are counted."""
    if laid.codes[last - 1] != "W" or laid.codes[first] not in "AV" or first + 1 >= last - 1:
        return None
    if laid.codes[first] == "V" and laid.words[first] not in group("of_persons"):
        return None  # 拖欠临时工|加班费
    persons = laid.codes[first + 1] == "N" and (
        is_person(laid.words[first + 1]) or laid.words[first + 1].endswith(endings("group_of_persons"))
    )
    counted = laid.words[first + 2] in group("counting")
    return (first, first + 2) if persons and not counted else None


def _sharer(laid: Laid, begin: int, chosen: Chosen) -> Span | None:
    """What has the share (其中车厘子|占四分之一), None for a measure that is a part of another."""
    first, last, _ = chosen
    if laid.words[last - 1] != "占" or last - first < 2 or laid.codes[last - 2] not in "NSO":
        return None
    if laid.codes[first : last - 1].strip("NGASO"):
        return None
    timed = first > begin and laid.codes[first - 1] == "T" and laid.words[first - 1].endswith(("间", "末"))
    return first - timed, last - 1


def _stands_on(laid: Laid, chosen: Chosen) -> Span | None:
    """What takes up the ground or is so high or long (单体项目封测基地|占地, 哨所|海拔)."""
    first, last, _ = chosen
    named = last - first > 1 and laid.codes[last - 2] in "NSO" and not laid.codes[first:last].strip("NGWSOAVF")
    bare = last - first == 2 and laid.words[first] in group("bare_thing")  # 线路|全长
    return (first, last - 1) if named and not bare and laid.words[last - 1] in _EXTENTS else None


def named_outright(laid: Laid, chosen: Chosen) -> tuple[str, str | None, int] | None:
    """Indicator, subject and the word before which its owner stands, where the last word of the phrase is the whole
    indicator: a thing's length (环城绿道|全长), what somebody is sentenced to (判处|被告人王某|有期徒刑)."""
    if not chosen.left:
        return None
    last = laid.words[chosen.last - 1]
    if last in _LENGTHS and (thing := _stands_on(laid, chosen)):
        return last, laid.phrase(*thing), thing[0]
    name = next((name for name in group("penalty") if last.endswith(name)), None)
    if name is None:
        return None
    first = end = chosen.last - 1
    while first > chosen.first and laid.codes[first - 1] in "NS":
        first -= 1
    named = first < end and is_person(laid.words[first])
    return name, laid.phrase(first, end) if named else None, chosen.first


def built_thing(page: Paragraph, index: int, number: int, chosen: Chosen) -> str | None:
    """What opens its sentence with its length and goes on with what it has (绿道全长9公里，总投资1亿元)."""
    first = index
    while first and page.last_in_sentence(first) is not None:
        first -= 1
    begin, last = page.clauses[number][0], page.done[index - 1] if index else None
    if last is None or first == index or page.done[first].indicator not in _LENGTHS:
        return None
    bare = not page.laid.codes[begin : chosen.first].strip("LDT")
    return last.subject if bare and last.subject == page.done[first].subject else None


def _priced(page: Paragraph, index: int, begin: int, chosen: Chosen) -> Span | None:
    """The goods right before their price by weight (大白菜每公斤3元, 菠菜9.8元/公斤)."""
    laid, at, quantity = page.laid, page.places[index], page.quantities[index]
    if quantity.kind != "money" or quantity.change:
        return None
    base = laid.words[at - 1] if laid.codes[at - 1] == "E" else ""
    by_weight = quantity.per in _WEIGHTS or base.endswith(("斤", "吨", "克"))
    begin = max(begin, page.places[index - 1] + 1) if index else begin
    opens = not laid.codes[begin : chosen.first].strip("CDT")
    if not (by_weight and opens):
        return None
    goods = laid.codes[chosen.first : chosen.last]
    return (chosen.first, chosen.last) if goods and not goods.strip("NA") and goods[-1] == "N" else None


def _part(page: Paragraph, index: int, clause: tuple[int, int], chosen: Chosen) -> Span | None:
    """The thing that a measure told before is shared out to (播种面积8万亩，其中玉米5万亩、大豆2万亩)."""
    laid, at = page.laid, page.places[index]
    last = page.last_in_sentence(index)
    if last is None or laid.words[clause[0]] != "其中":
        return None
    plain = laid.codes[chosen.first] != "V" and not is_person(laid.words[chosen.last - 1])
    event = plain and page.quantities[index].unit in _HEADS  # 其中全程1.2万人
    if not (laid.codes[chosen.last - 1] in "NO" or event) or laid.codes[chosen.first] == "V":
        return None  # 其中移送检察机关30人
    if chosen.last - chosen.first > 2 or laid.codes[chosen.last : at].strip("DH") or page.quantities[index].change:
        return None
    whole = next((i for i in range(last, -1, -1) if page.places[i] < clause[0]), None)
    if whole is None or page.quantities[whole].kind == "percent":
        whole = None if whole in (None, 0) else whole - 1
    told = whole is not None and (page.done[whole].measure or page.done[whole].indicator is None)
    if whole is None or not (told or event):
        return None
    units = {page.quantities[whole].unit, page.quantities[index].unit}
    return (chosen.first, chosen.last) if len(units) == 1 or (event and units <= _HEADS) else None


def listed_on(page: Paragraph, index: int, number: int) -> bool:
    """True for one more item of what was counted before a comma (种了4亩玉米，2.5亩花生)."""
    begin, end = page.clauses[number]
    if page.places[index] != begin or not index or page.places[index - 1] < page.clauses[number - 1][0]:
        return False
    rest = page.laid.codes[page.places[index - 1] + 1 : end]
    return page.laid.codes[begin - 1] == "," and not rest.strip("UNGSOAM,Q") and rest.count(",") == rest.count("Q") == 1
