"""The context of every quantity of a paragraph, left to right: each may lean on the one before."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date

from transforms.names.paragraph import Paragraph as Words
from transforms.names.spans import NameSpan
from transforms.quantities.context.bases.base import base_of
from transforms.quantities.context.clauses.clause import Laid, clauses, lay_out, sentences
from transforms.quantities.context.clauses.whole_words import whole_code, whole_words
from transforms.quantities.context.clauses.word_groups import group
from transforms.quantities.context.further_off import reach
from transforms.quantities.context.further_off.carried import carried
from transforms.quantities.context.measures.behind import goes_on
from transforms.quantities.context.measures.choice import choose
from transforms.quantities.context.measures.edges import are, with_edges
from transforms.quantities.context.measures.rename import group_told, renamed
from transforms.quantities.context.owners.ages import aged
from transforms.quantities.context.owners.part import (
    built_thing,
    deed_of,
    labelled,
    listed_on,
    named_outright,
    named_whole,
    owner_in_phrase,
)
from transforms.quantities.context.owners.placed import (
    after_season,
    counts_divisions,
    is_part,
    joined_owner,
    owner_end,
    placed,
    whose_behind,
)
from transforms.quantities.context.owners.population import population
from transforms.quantities.context.owners.subject import owner_before
from transforms.quantities.context.period_and_status.period import Days, close_spans, days
from transforms.quantities.context.period_and_status.status import ACTUAL
from transforms.quantities.context.phrases.chosen import Chosen
from transforms.quantities.context.phrases.lists import APART, Dealt, dealt_back, dealt_out, own_measure
from transforms.quantities.context.state import Context, Paragraph
from transforms.quantities.metric import Quantity
from transforms.times.period import TimeSpan

_ATTRIBUTES = frozenset(("age", "duration", "length", "area", "volume", "mass", "power", "energy", "count"))
_STOPS = "。！？"
_STOP = re.compile(f"[{_STOPS}]")
_QUANTITY = re.compile("Q")
_NAMED_AFTER = ("：", ":", "系数", "指数", "定律", "奖", "杯", "综合征", "效应", "病")  # 恩格尔|系数, 李某|：
_KIND = re.compile("期(?![货权间限满末待望])")


def opened(
    paragraph: Words,
    quantities: Sequence[Quantity],
    periods: Sequence[TimeSpan],
    issue: date | None,
    names: Sequence[NameSpan] = (),
) -> Paragraph:
    """A paragraph before its quantities, at least one, are read; they and the periods are sorted by place."""
    text, _, forms, tags, starts = paragraph
    start, end = _window(text, quantities)
    periods = [span for span in close_spans(text, periods) if span.start >= start and span.end <= end]
    first, last = bisect_left(starts, start), bisect_left(starts, end)
    spans = _spans(text, quantities, periods, start, end)
    _add(spans, _people(text, names, start, end))
    laid = lay_out(text, forms[first:last], tags[first:last], starts[first:last], spans)
    places = [code.start() for code in _QUANTITY.finditer(laid.codes)]
    ends = [span.end for span in periods]
    ages, deals = "age" in [quantity.kind for quantity in quantities], APART in laid.text
    told = sentences(laid, places)
    return Paragraph(laid, clauses(laid), told, places, quantities, periods, ends, issue, ages, deals)


def read_contexts(page: Paragraph, stream: Days = None) -> tuple[list[Context], Days]:
    """The context of each quantity of a paragraph, and the period of its list of measures for the next paragraph.

    `stream` comes from the paragraph before.
    """
    for index in range(len(page.quantities)):
        if index == 0 and stream and _bulletin(page, 0):
            page.stream = stream
        page.done.append(_read(page, index))
    return page.done, page.stream


def _bulletin(page: Paragraph, index: int) -> bool:
    """True for a value told with its change (增加值312亿元，增长3.4%)."""
    following = page.quantities[index : index + 2]
    return any(quantity.change for quantity in following)


def _window(text: str, quantities: Sequence[Quantity]) -> tuple[int, int]:
    """From the start of the first sentence with a quantity to the end of the last: nothing else bears on them."""
    first, last = quantities[0].start, quantities[-1].end
    start = max([text.rfind(mark, 0, first) for mark in _STOPS]) + 1
    stop = _STOP.search(text, last)
    return start, stop.start() if stop else len(text)


def _spans(
    text: str, quantities: Sequence[Quantity], periods: Sequence[TimeSpan], start: int, end: int
) -> list[tuple[int, int, str]]:
    """Quantities as Q; as T, E and W the times, bases of rates (每件) and words that break that no quantity touches."""
    spans = [(q.start, q.end, "Q") for q in quantities]
    _add(spans, [(time.start, time.end + _term(text, time), "T") for time in periods])
    found = whole_words().finditer(text, start, end)
    _add(spans, [(m.start(), m.end(), whole_code(m.group())) for m in found])
    return spans


def _people(text: str, names: Sequence[NameSpan], start: int, end: int) -> list[tuple[int, int, str]]:
    """The names of people, who own measures as places and bodies do, but for those of a term and of who answers."""
    return [
        (first, last, "S")
        for first, last, kind in names
        if kind == "person" and start <= first and last <= end and not text.startswith(_NAMED_AFTER, last)
    ]


def _term(text: str, time: TimeSpan) -> bool:
    """True where 期 follows a length of time: 7天期 says what kind a thing is."""
    return time.granularity == "duration" and _KIND.match(text, time.end) is not None


def _add(spans: list[tuple[int, int, str]], more: Sequence[tuple[int, int, str]]) -> None:
    """Adds the spans that touch none of those there, and keeps them sorted."""
    starts = [start for start, _, _ in spans]
    for start, end, code in more:
        at = bisect_right(starts, start)
        if (at and spans[at - 1][1] > start) or (at < len(starts) and starts[at] < end):
            continue
        starts.insert(at, start)
        spans.insert(at, (start, end, code))


def _read(page: Paragraph, index: int) -> Context:
    laid, at, quantity = page.laid, page.places[index], page.quantities[index]
    number = page.clause_at(at)
    clause = page.clauses[number]
    earlier = _after_last(page, index, clause)
    begin = min(max(clause[0], earlier, page.taken), at)
    after = page.places[index + 1] if index + 1 < len(page.places) else clause[1]
    following = _touching(page, index)
    over = following is not None and (following.kind in _ATTRIBUTES or following.raw.endswith(("以上", "以下")))
    picked = with_edges(page, index, clause, choose(laid, quantity, at, clause, begin, after, over))
    chosen = renamed(page, index, clause, picked) or labelled(page, number, at)
    page.taken = _taken(laid, at, quantity, chosen, after)
    status = reach.status(page, index, number)
    dealt = aged(laid, quantity, chosen) or population(laid, quantity, at, chosen) or _dealt(page, index, number)
    indicator, subject, anchor = (dealt.indicator, dealt.subject, at) if dealt else _named(page, index, number, chosen)
    inherited = indicator is None
    subject = subject or (None if chosen else group_told(page, index, clause, picked))
    if indicator is None and quantity.kind == "age" and subject:
        inherited = False
    elif indicator is None:
        indicator, whose = carried(page, index, number)
        subject = subject or whose
        if indicator is None and picked and laid.words[picked.first] in group("plain_verb"):
            indicator = laid.phrase(picked.first, picked.last)  # 一天能挣300元: nothing else names it
    moved = inherited and index > 0 and page.places[index - 1] >= clause[0]
    if subject is None and chosen and listed_on(page, index, number):
        subject = page.done[index - 1].subject
    elif subject is None and chosen and (thing := built_thing(page, index, number, chosen)):
        subject = thing
    elif subject is None and not moved:
        free = chosen is not None and (chosen.left or (quantity.kind == "percent" and are(laid, at)))
        subject = reach.owner(page, number, anchor, index, free or begin < at)
    per = base_of(page, index, max(clause[0], earlier), indicator, inherited, following)
    last = page.last_in_sentence(index)
    measure = chosen is not None and chosen.left and laid.codes[chosen.last - 1] in "WV"
    listed = quantity.change is not None or measure
    period = reach.period(page, index, number, listed and per is None, status == ACTUAL)
    if dealt and dealt.time is not None:
        period = next((days(laid.text, span) for span in page.periods if span.start == dealt.time), None)
    if period is None and last is not None and quantity.change and indicator == page.done[last].indicator:
        period = page.done[last].period
    told = measure or (inherited and last is not None and page.done[last].measure)
    return Context(indicator, named_whole(page, index, number, subject), period, status, per, told)


def _taken(laid: Laid, at: int, quantity: Quantity, chosen: Chosen | None, after: int) -> int:
    """The word up to which the noun after a quantity is its own, 0 where the next value is measured by it too."""
    if chosen is None or chosen.left or chosen.first > after:
        return 0
    last = chosen.last
    near = at - 1 - (laid.codes[at - 1 : at] == "S")
    if at and near >= 0 and laid.words[near] in group("recipient"):
        return last  # 为全市200家企业放款5亿元
    done = last + (quantity.kind == "duration" and laid.codes[last : last + 1] == "u")  # 10分钟就卖出了上万盒
    bound = quantity.raw.endswith(("以上", "以下")) and chosen.first == at + 1  # 死亡3人以上火灾4起
    if (bound or quantity.kind in ("duration", "age") or laid.codes[last - 1] == "W") and goes_on(laid, done):
        return 0  # 三天接待游客2万人次
    measured = laid.codes[last : last + 1] == "W" and goes_on(laid, last + 1)
    return 0 if measured else last  # 35种蔬菜|均价每公斤4元


def _after_last(page: Paragraph, index: int, clause: tuple[int, int]) -> int:
    """The word after the quantity before, but for a length of time in which a value moved (在30年间上升了2米)."""
    while index and page.places[index - 1] >= clause[0]:
        last = page.places[index - 1]
        told = page.quantities[index - 1].kind == "duration" and page.quantities[index].change is not None
        if not (told and page.laid.codes[last + 1] == "F" and page.places[index] > last + 1):
            return last + 1
        index -= 1
    return page.places[index - 1] + 1 if index else 0


def _touching(page: Paragraph, index: int) -> Quantity | None:
    """The quantity that begins where quantity `index` ends, or their age of whom it is a share (26%的3—5岁儿童)."""
    if index + 1 >= len(page.quantities) or page.quantities[index].unit == "分":
        return None  # 砍下28分12个篮板
    quantity, following = page.quantities[index], page.quantities[index + 1]
    shared = quantity.kind == "percent" and following.kind == "age" and page.laid.text[quantity.end] == "的"
    return following if following.start == quantity.end + shared else None


def _named(page: Paragraph, index: int, number: int, chosen: Chosen | None) -> tuple[str | None, str | None, int]:
    """Indicator and subject that the words around a quantity name, and the word before which its owner stands."""
    laid, at, clause = page.laid, page.places[index], page.clauses[number]
    if chosen is None:
        return None, None, at
    chosen = after_season(laid, chosen) if chosen.left else chosen
    if chosen.left and (cut := placed(laid, page.quantities[index], chosen)):
        return laid.phrase(*cut.measure), laid.phrase(*cut.owner), cut.owner[0]
    if told := named_outright(laid, chosen):
        return told
    lasts = chosen.left and laid.codes[chosen.last - 1] in "NO" and laid.words[chosen.last] == "为期"  # 展会为期4天
    if (
        chosen.left
        and (lasts or laid.codes[chosen.last - 1] == "S" or is_part(laid, page.quantities, index, chosen))
        and not laid.codes[chosen.first : chosen.last].strip("NSOAKR")
        and (laid.codes[chosen.first - 1 : chosen.first] != "L" or laid.words[chosen.first - 1] == "含")
        and group("apart").isdisjoint(laid.words[chosen.first : chosen.last])  # 距离县城8公里, 这里距车站2公里
        and not counts_divisions(laid, page.quantities[index], chosen)
    ):
        others = laid.words[chosen.last] in group("outside")  # 中国以外3例
        return None, laid.phrase(chosen.first, chosen.last + others), at  # 东城12例: whose, not what
    first, subject = chosen.first, None
    if behind := whose_behind(laid, page.quantities[index].kind, chosen, at, clause):
        begin, head = behind
        return laid.phrase(begin, chosen.last), laid.phrase(*head), first
    if chosen.left:
        span = owner_before(laid, clause[0], chosen.first)
        if span and (deed := deed_of(laid, span[1], chosen)) < chosen.first:
            return laid.phrase(deed, chosen.last), laid.phrase(*span), deed  # 居民进城的时间
        if span and laid.codes[span[1] - 1] == "W":
            chosen, span = chosen._replace(first=span[0]), None  # 销量的增速
        first = owner_end(laid, clause, chosen)
        if first > chosen.first:
            subject = laid.phrase(joined_owner(laid, clause[0], chosen.first), first)
        elif span:
            subject = laid.phrase(*span)
        subject = subject or owner_in_phrase(page, index, clause, chosen)
        if subject is None and first == chosen.first and laid.words[chosen.last - 2] in group("alone"):
            return laid.phrase(chosen.last - 1, chosen.last), laid.phrase(first, chosen.last - 2), first
    return laid.phrase(first, chosen.last), subject, first if first >= clause[0] else at


def _dealt(page: Paragraph, index: int, number: int) -> Dealt | None:
    """The share of a value that is dealt out to a list, or to the values of the clauses before."""
    if not page.deals:
        return None
    clause = page.clauses[number]
    dealt = dealt_out(page.laid, page.places, index, clause, page.clauses[number - 1] if number else None)
    if dealt:
        return dealt
    sentence = page.sentences[index][0]
    source = dealt_back(page.laid, page.places, index, clause, sentence)
    if source is None:
        return None
    own = own_measure(page.laid, page.places, index, clause)
    return Dealt(own or page.done[source].indicator, page.done[source].subject)
