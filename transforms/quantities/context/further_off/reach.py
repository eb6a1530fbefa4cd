"""What reaches a quantity from further off: the time, the status and the owner told before it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from transforms.quantities.context.clauses.clause import Laid
from transforms.quantities.context.clauses.word_groups import endings, group, is_person
from transforms.quantities.context.further_off.ordered import is_ordered
from transforms.quantities.context.owners.spoken import (
    acts,
    bare_name,
    best_of_all,
    doer,
    has_own_subject,
    is_done,
    opens_with_deed,
    place_of_figures,
    spoken_of,
    tells_size,
)
from transforms.quantities.context.owners.subject import agent, clause_subject, holder
from transforms.quantities.context.period_and_status.period import (
    Days,
    carries,
    days,
    governs,
    is_as_of,
    is_base,
    own_period,
    says_now,
)
from transforms.quantities.context.period_and_status.status import ACTUAL, EXPECTED, TARGET, find_cues, status_of
from transforms.quantities.context.state import BACK, Paragraph
from transforms.times.period import TimeSpan

_NO_DEED = re.compile("[HPUZ]")  # 涉案金额达: how much it is, not what is done
_BARE_YEARS = frozenset(("全年", "全年度", "年末"))
_FROM = ("由", "从", "自")
_FUTURE = re.compile("(U?[NGWSOAVM]{0,6}?)D*(?=J)")
_WORK = re.compile("[改修重扩新]建|改造|拆除|翻新|修缮|升级|投用|启用|投产|开工|完工|竣工|开放|开通")
_THINGS = frozenset(("count", "length", "area"))
_DOERS = frozenset("人名位家支")
_SURPASSED = ("突破", "超过")  # 力争新增3家，总数突破20家: aimed at too
_COARSE = 27  # days between the ends of a month


def owner(page: Paragraph, number: int, anchor: int, index: int, free: bool) -> str | None:
    """The owner named in the clause before the measure at word `anchor`, else, where `free`, in the sentence."""
    laid, at = page.laid, page.places[index]
    begin = page.clauses[number][0]
    if anchor > at > begin + 1 and laid.words[at - 1] in group("whole_place") and laid.codes[at - 2] in "Vu":
        return laid.words[at - 1]  # 公布了|全县|12个镇街的清单
    span = agent(laid, begin, at, page.quantities[index].kind == "count")
    if span is None and anchor > begin:
        item = _item_start(page, begin, index)
        span = clause_subject(laid, item, anchor) if begin < item < anchor and laid.codes[item] in "SOK" else None
        span = span or clause_subject(laid, begin, anchor)
        listed = span is not None and item > begin and _counted(laid, span, laid.words[begin] == "其中")
        if span and (span[1] > anchor or "Q" in laid.codes[span[0] : span[1]] or listed):
            span = None
        if span is None and anchor >= at and laid.codes[at - 1] == "U":
            span = holder(laid, begin, at - 1)
    if span:
        return laid.phrase(*(_caused(laid, span[1], anchor) or span))
    if not free:
        return None
    start = page.sentences[index][0]
    if who := _doer(page, number, start, at):
        return who
    half = False
    for k in _clauses_before(page, number, start):
        half = half or laid.codes[page.clauses[k][1]] == ";"
        if k not in page.told:
            page.told[k] = _told(laid, *page.clauses[k])
        if (whose := page.told[k]) is not None:
            apart = half and page.clauses[k][0] > start and _only_there(laid, *page.clauses[k])
            return None if apart else whose or None
    return None


def _clauses_before(page: Paragraph, number: int, start: int) -> Iterator[int]:
    """The clauses from word `start` on before clause `number`, nearest first, but none of a note that has ended."""
    for k in range(number - 1, max(-1, number - BACK), -1):
        if page.clauses[k][0] < start:
            break
        between = page.laid.codes[page.clauses[k][0] : page.clauses[number][0]]
        if between.count(")") <= between.count("("):
            yield k


def _only_there(laid: Laid, begin: int, end: int) -> bool:
    """True where what a clause tells its value of is no place or body: it owns nothing beyond that half."""
    span = clause_subject(laid, begin, end)
    if span is None or "Q" not in laid.codes[begin:end]:
        return False
    return laid.codes[span[0]] != "S" and laid.codes[span[1] - 1] not in "SOq"


def _caused(laid: Laid, begin: int, end: int) -> tuple[int, int] | None:
    """The place or body that something happens to (疫情已导致某国|4万所学校关闭)."""
    at = next((i for i in range(begin, end - 1) if laid.words[i] in group("causing")), None)
    return (at + 1, at + 2) if at is not None and laid.codes[at + 1] == "S" else None


def _doer(page: Paragraph, number: int, start: int, at: int) -> str | None:
    """Who does what clauses tell that open with a verb, named in the clause before them (警方抓获7人，捣毁窝点2处)."""
    laid = page.laid
    first = page.clauses[number][0]
    if _NO_DEED.search(laid.codes, first + (laid.words[first] == "被"), at):
        return None
    for k in range(number, max(0, number - BACK), -1):
        begin, end = page.clauses[k]
        if begin <= start or laid.codes[begin - 1] == ";" or not opens_with_deed(laid, begin, end):
            return None
        if not _is_part(laid, *page.clauses[k - 1]) and (span := doer(laid, *page.clauses[k - 1])):
            return laid.phrase(*span)
    return None


def _told(laid: Laid, begin: int, end: int) -> str | None:
    """Who is spoken of in a clause and owns what is told after it; "" for one who owns nothing, None for nobody."""
    if best := best_of_all(laid, begin, end):
        return laid.phrase(*best)
    if _is_part(laid, begin, end):
        return None
    if laid.words[end - 1] == "账":
        return ""  # 李某算了一笔账：一亩藕能赚3000元
    if place := place_of_figures(laid, begin, end):
        return laid.phrase(*place) or ""
    subject = clause_subject(laid, begin, end)
    if span := spoken_of(laid, subject, end):
        return laid.phrase(*span) or ""
    if bare := bare_name(laid, begin, end):
        return laid.phrase(*bare)
    return "" if "Q" not in laid.codes[begin:end] and acts(laid, subject) else None


def _is_part(laid: Laid, begin: int, end: int) -> bool:
    """True for the share or the number of a part that is no place or body (其中老年患者占六成, 其中高速公路682公里)."""
    if laid.words[begin] != "其中":
        return False
    span = clause_subject(laid, begin, end)
    if span is None or laid.codes[span[1] - 1] in "SO" or laid.codes[span[0]] in "SK":
        return False
    return laid.words[span[1]] == "占" or laid.codes[span[1]] == "Q"


def _item_start(page: Paragraph, begin: int, index: int) -> int:
    """Where the item of a list begins that holds quantity `index` (甲国归还5件、乙国归还7件)."""
    if not index or page.places[index - 1] < begin:
        return begin
    joint = page.places[index - 1] + 1
    return joint + 1 if page.laid.codes[joint] == "C" else begin


def _counted(laid: Laid, span: tuple[int, int], parts: bool) -> bool:
    """True for the thing that the first value of a list counts (白菜3斤、葱1斤): it owns none of the others."""
    first, last = span
    named = laid.codes[last - 1] in "SO" or laid.codes[first] in "SK"
    return laid.codes[last : last + 1] == "Q" and (parts or not named)


def period(page: Paragraph, index: int, number: int, listed: bool, actual: bool) -> Days:
    """From the clause, else its sentence, else, for a list of measures, from the sentences before."""
    start = page.quantities[index].start
    spans = page.before(start)
    if not spans and page.stream is None:
        return None
    laid = page.laid
    lo, hi = page.clauses[number]
    since = laid.starts[lo]
    at = page.places[index - 1] if index else -1
    if at >= lo and laid.codes[at - 2 : at] == "TU":
        since = laid.ends[at]
    unit = page.quantities[index].unit
    spans = [s for s in spans if not is_base(laid.text, s, unit, start) and not (page.ages and _ages(page, s, index))]
    own = own_period(laid.text, spans, since, start)
    now = own is None and says_now(laid, spans, since, start)
    if since > laid.starts[lo] and own is None:
        return None
    sentence = laid.starts[page.sentences[index][0]]
    for span in [own] if own else [span for span in spans if span.end <= laid.starts[lo]]:
        if span.start < sentence:
            break
        if own is None and _of_one_value(page, span):
            continue
        if (own is None and not governs(laid.text, span)) or (now and not is_as_of(laid.text, span)):
            continue
        clause = page.clauses[page.clause_at(laid.index(span.start))]
        far = carries(laid, span, clause, laid.ends[hi - 1])
        if not own and not far:
            continue
        found = _past(page, span, days(laid.text, span)) if actual else days(laid.text, span)
        opens = not laid.codes[clause[0] : laid.index(span.start)].strip("DCPqZ")
        opens = opens and "Q" not in laid.codes[laid.index(sentence) : clause[0]]
        if listed and actual and far and opens and found and (found[1] - found[0]).days >= _COARSE:
            page.stream = found
        return found
    return page.stream if listed and actual and not now else None


def _of_one_value(page: Paragraph, span: TimeSpan) -> bool:
    """True for the time of one value that another is reached from or is told by (由2015年的41%提高到58%)."""
    if page.laid.text[span.end : span.end + 1] != "的":
        return False
    at = bisect_left(page.quantities, span.end + 1, key=lambda quantity: quantity.start)
    if at >= len(page.quantities) or page.quantities[at].start != span.end + 1:
        return False
    many = page.quantities[at].unit == "x"  # 是2018年的3倍
    return many or page.laid.text[span.start - 1 : span.start] in _FROM


def _ages(page: Paragraph, span: TimeSpan, index: int) -> bool:
    """True for the time of an age before quantity `index` (今年36岁): it dates nothing else."""
    at = bisect_left(page.quantities, span.end, key=lambda quantity: quantity.start)
    return at < index and page.quantities[at].kind == "age" and page.quantities[at].start - span.end <= 1


def _past(page: Paragraph, span: TimeSpan, found: Days) -> Days:
    """A bare 全年 or 年末 that is told of as done before the year is over is the year before."""
    if found is None or page.issue is None or found[1] <= page.issue:
        return found
    if page.laid.text[span.start : span.end] not in _BARE_YEARS:
        return found
    year = page.issue.year - 1
    return found[0].replace(year=year), found[1].replace(year=year)


def status(page: Paragraph, index: int, number: int) -> str:
    """The status that the cues of the sentence give a quantity; half a sentence ends the reach of the narrow ones."""
    laid, quantity = page.laid, page.quantities[index]
    if quantity.kind == "age" and (
        laid.text[quantity.end : quantity.end + 1] == "的" or quantity.raw.endswith(("以上", "以下"))
    ):
        return ACTUAL  # 打算接82岁的母亲进城
    first, end = page.sentences[index]
    cues = page.cues.get(first)
    if cues is None:
        stop = laid.ends[end - 1]
        cues = page.cues[first] = find_cues(laid, laid.starts[first], stop, page.periods, page.issue)
    free, near = number, 0
    if cues:
        near = bisect_left(cues, quantity.start, key=lambda cue: cue.start)
        while free > max(0, number - BACK) and _runs_on(page, free, first):
            free -= 1
    reach = laid.starts[page.clauses[free][0]]
    told = cues[max(0, near - BACK) : near]
    clause = page.clauses[number]
    moves = (quantity.change is not None or quantity.raw.startswith(_SURPASSED)) and not is_done(laid, *clause)
    found = status_of(laid, told, clause, reach, quantity.start, quantity.end, moves)
    ahead = found == ACTUAL and near < len(cues) and _is_to_be(page, index, clause[1], cues[near].start)
    if found == ACTUAL and not ahead and is_ordered(page, index, number):
        return TARGET
    return EXPECTED if ahead else found


def _is_to_be(page: Paragraph, index: int, end: int, cue: int) -> bool:
    """True for things with which something will be done (剩余9座闸站将完成改造), not for who will do something."""
    laid, quantity = page.laid, page.quantities[index]
    future = _FUTURE.match(laid.codes, page.places[index] + 1, end) if quantity.kind in _THINGS else None
    rest = future is not None and not future[1] and laid.words[page.places[index] - 1] not in group("rest")
    if future is None or rest or laid.starts[future.end()] != cue or quantity.unit in _DOERS:
        return False
    last = laid.words[future.end(1) - 1]
    if laid.codes[future.end(1) - 1] in "SO":
        return _WORK.search(laid.text, cue, laid.ends[end - 1]) is not None
    doers = (*endings("group_of_persons"), *endings("kind_of_firm"), *endings("firm"), "队", "组")
    return not last.endswith(doers) and not is_person(last)


def _runs_on(page: Paragraph, number: int, first: int) -> bool:
    """True where a clause goes on with the subject of the one before."""
    begin, end = page.clauses[number]
    before = page.clauses[number - 1]
    same = before[0] >= first and page.laid.codes[before[1]] != ";"
    sized = "Q" in page.laid.codes[slice(*before)] and tells_size(page.laid, begin, end)
    sized = sized and not is_done(page.laid, begin, end)
    part = page.laid.words[begin] == "其中" and not is_done(page.laid, begin, end) and _of_those(page, before, end)
    maybe = not group("maybe").isdisjoint(page.laid.words[begin:end])
    return same and (part or sized or maybe or _moves_on(page, begin) or not has_own_subject(page.laid, begin, end))


def _of_those(page: Paragraph, before: tuple[int, int], end: int) -> bool:
    """False for what is no part of the sum told before (新签项目9个，计划总投资7亿元，其中超亿元项目3个)."""
    last, now = bisect_left(page.places, before[1]) - 1, bisect_left(page.places, end) - 1
    if last < 0 or now < 1 or page.places[last] < before[0]:
        return True
    return page.quantities[now].kind == "money" or page.quantities[last].kind != "money"


def _moves_on(page: Paragraph, begin: int) -> bool:
    """True where a clause opens with how the measure before it moved (预计达5亿元，同比增长8%)."""
    at = bisect_left(page.places, begin)
    return at < len(page.places) and page.places[at] == begin and page.quantities[at].change is not None
