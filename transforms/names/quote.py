"""Quotations: the words inside “ ”, who says them and with which verb."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from transforms.names.lists import surnames
from transforms.names.quotation_marks import pairs, unified
from transforms.names.spans import NameSpan
from transforms.names.speaker import Subject, clause_end, saying_verb, subject
from transforms.names.told import CLAUSES, CLOSE_BEFORE, COMMAS, STOP, acting_before, told_after, told_before
from transforms.names.units import Named

_FULL_STOP = "。！？!?…"
_TERMINAL = frozenset("。！？!?…—")
_PAUSE = re.compile(r"[，。！？；!?…,]")
_SIGN = re.compile(r"[写印贴挂标刻]着?\Z")  # words on a wall are no quotation
_EDGE = re.compile(r"[，。！？；：!?;:…”“\n]")
_LOOK_BACK = 3  # paragraphs in which the one is looked for whom 该负责人 means
_SPOKEN = re.compile(r"(?=.*[了我咱俺您])[^《》‘’]{8,}\Z")  # ，“最好的一天卖了180斤”。
_SAYS = re.compile("(?:称|说|表示|认为|直言|坦言)\\Z")
_ASKS = re.compile("(?<![不没])[说道问喊答]\\Z")
_SENTENCE = 8  # characters that 他表示，“ opens and that are more than a term
_COUNTED = frozenset("一二两三四五六七八九十这那几每多数")  # before 道 as a measure word: 一道“屏障”
_LONGEST_NAME = 4
_GOES_ON = ("的", "、", "等", "和")
_ADDRESSED = frozenset("对向给跟与和同")
_MANY = frozenset(("他们", "她们"))
_PLURAL = re.compile("[㐀-鿿]{2}(?<![他她它我你])们")  # 护士们
_ADDRESS = re.compile("([㐀-鿿])(?:女士|先生|小姐|阿姨|大爷|大妈|大娘|大姐|大叔|奶奶|爷爷|师傅|老师|老汉|某)")
_KIND = 2  # characters that tell what someone is: 该负责人, 这位老师


class QuoteSpan(NamedTuple):
    """A quotation in one paragraph: `start` and `end` bound its words, the outer marks not included.

    `parts` are its runs where 他说 breaks it; `text` is the parts joined. `speaker` is a name or one noun phrase as the
    text has it, None where the text does not say.
    """

    start: int
    end: int
    text: str
    speaker: str | None
    verb: str | None
    parts: tuple[tuple[int, int], ...]


@dataclass(slots=True)
class _Memory:
    """Who spoke or was named last in the article: whom a pronoun may mean."""

    speaker: str | None = None
    described: str | None = None
    continues: str | None = None  # whose words the next paragraph goes on with
    read: list[tuple[str, Named]] = field(default_factory=list)  # the paragraphs so far, with this one


def read_quotes(paragraphs: Sequence[str], names: Sequence[Sequence[NameSpan]] = ()) -> list[list[QuoteSpan]]:
    """The quotations of each paragraph of an article, in order.

    `names` are the names found in each paragraph; without them a speaker is found by the words for people alone.
    """
    memory = _Memory()
    marked = [unified(text) for text in paragraphs]
    if not any(marked):
        return [[] for _ in paragraphs]
    out = []
    for i, text in enumerate(paragraphs):
        named = Named.of(names[i] if i < len(names) else (), text)
        plain = marked[i]
        goes_on = i + 1 < len(marked) and (marked[i + 1] or "").startswith("“")
        found = _merge(plain, _paragraph(plain, named, memory, goes_on)) if plain else []
        if not plain:
            memory.read.append((text, named))
        if plain is not text:
            found = [q._replace(text="".join(text[slice(*part)] for part in q.parts)) for q in found]
        out.append(found)
        if named.people:
            start, end = named.people[-1]
            memory.speaker = memory.speaker if out[-1] else text[start:end]
    for row, before, (text, named) in zip(out, paragraphs, memory.read[1:], strict=False):
        if len(row) == 1 and not row[0].speaker and row[0].end >= len(before) - 1 and (who := _opens(text, named)):
            row[0] = row[0]._replace(speaker=who)
    return out


def _opens(text: str, named: Named) -> str | None:
    """The person with whose name and a verb of saying a paragraph begins: whose words the one before it are."""
    stop = clause_end(text, 0)
    who = subject(text, 0, stop, named)
    return who.text if who and who.named and saying_verb(text[who.end : stop]) else None


def _paragraph(text: str, named: Named, memory: _Memory, goes_on: bool = False) -> list[QuoteSpan]:
    memory.read.append((text, named))
    found: list[QuoteSpan] = []
    for start, end in pairs(text, goes_on):
        quote = _quote(text, start, end, named, memory, found[-1] if found else None)
        if quote:
            if quote.speaker and found and found[-1].end + 2 == start and not found[-1].speaker:
                found[-1] = found[-1]._replace(speaker=quote.speaker)
            if start == 1 and memory.continues and not quote.speaker:
                quote = quote._replace(speaker=memory.continues)
            found.append(quote)
            memory.speaker = quote.speaker or memory.speaker
            if quote.speaker and len(quote.speaker) > _LONGEST_NAME:
                memory.described = quote.speaker
    memory.continues = found[-1].speaker if found and found[-1].end == len(text) else None
    return found


def _quote(text: str, start: int, end: int, named: Named, memory: _Memory, last: QuoteSpan | None) -> QuoteSpan | None:
    """The pair of marks at start…end as a quotation, None where it marks a term, a slogan or a title."""
    before = text[start - 2] if start > 1 else ""
    after = text[end + 1 : end + 2]
    paused = _PAUSE.search(text, start, end) is not None
    led = before in ("：", ":") and before != ""
    if before == "道" and start > 2 and text[start - 3] in _COUNTED:
        return None
    spoken = (
        before in COMMAS
        and after == "。"
        and (
            _SPOKEN.match(text, start, end) is not None
            or (end - start >= _SENTENCE and _SAYS.search(text, max(0, start - 4), start - 2))
        )
    )
    if not paused and not led and not spoken and not _ASKS.search(text, max(0, start - 3), start - 1):
        return None
    closed = text[end - 1] in _TERMINAL
    alone = before == "" or before in "。！？!?…”"
    told: tuple[Subject, str | None] | None = None
    if not alone:
        told = told_before(text, start - 1, named, led, closed, after)
        if told is None and before in COMMAS and paused and closed and after not in _GOES_ON:
            acting = acting_before(text, start - 1, named)
            told = (acting, None) if acting else None
    if told is None and not led and paused and (closed or text[end - 1] in "，,"):
        told = told_after(text, end + 1, named, alone, start == 1)
    if told:
        who, verb = told
        return QuoteSpan(
            start, end, text[start:end], _resolve(text, start, who, named.people, memory), verb, ((start, end),)
        )
    if last and last.end + 2 == start and paused and last.verb and not _ends(text, last):
        return QuoteSpan(start, end, text[start:end], last.speaker, last.verb, ((start, end),))
    if spoken and (nearest := _near(text, start, named, last)):
        return QuoteSpan(start, end, text[start:end], nearest, None, ((start, end),))
    said = alone and after not in _GOES_ON
    if (
        paused
        and closed
        and (
            said
            or (led and not _SIGN.search(text, max(0, start - 4), start - 2))
            or (before in COMMAS and after not in _GOES_ON)
        )
    ):
        same = led and last is not None and STOP.search(text, last.end, start) is None
        nearest = None if led else _named_again(text, end + 1, memory) or _near(text, start, named, last)
        speaker = last.speaker if last and same else nearest
        return QuoteSpan(start, end, text[start:end], speaker, None, ((start, end),))
    return None


def _ends(text: str, quote: QuoteSpan) -> bool:
    return text[quote.end - 1] in _TERMINAL


def _named_again(text: str, start: int, memory: _Memory) -> str | None:
    """The person named in a paragraph before with whose name the words at `start` begin: ”素帕妮算得很实在."""
    for before, named in memory.read[-2 : -_LOOK_BACK - 2 : -1]:
        for first, last in named.people:
            if last - first > 1 and text.startswith(before[first:last], start):
                return before[first:last]
    return None


def _near(text: str, start: int, named: Named, last: QuoteSpan | None) -> str | None:
    """Who speaks where nothing tells: who the last sentence with a person in it is about, or spoke last before it."""
    at = bisect_left(named.people, (start, 0))
    floor = last.end + 1 if last else 0
    if not at or named.people[at - 1][0] < floor:
        return last.speaker if last else None
    person = named.people[at - 1]
    for boundary in STOP.finditer(text, floor, person[0]):
        floor = boundary.end()
    stop = clause_end(text, floor)
    who = subject(text, floor, stop, named)
    return who.text if who and who.named else text[slice(*person)]


def _resolve(text: str, start: int, who: Subject, people: Sequence[tuple[int, int]], memory: _Memory) -> str | None:
    """The speaker's name or description; a pronoun is the person named last before it, or who spoke last.

    该负责人 is the person named last where that is one, or else the 负责人 who spoke last without a name.
    """
    if not who.pronoun:
        return who.text
    if who.text in _MANY and (many := _PLURAL.findall(text, 0, start)):
        return str(many[-1])
    at = bisect_left(people, (start, 0))
    while at > 1 and text[people[at - 1][0] - 1] in _ADDRESSED:
        at -= 1
    name = text[slice(*people[at - 1])] if at else None
    kind = who.text[-_KIND:]
    if name and who.text == "对方":
        return who.text  # not the one who called
    if not name and len(who.text) <= _KIND and (called := _called(memory.read)):
        return called
    if len(who.text) <= _KIND or (name and kind in text[people[at - 1][0] - _KIND : people[at - 1][1] + _KIND]):
        return name or memory.speaker
    described = memory.described or ""
    return described if described.endswith(kind) else _told_of(memory.read, start, kind) or who.text


def _called(read: Sequence[tuple[str, Named]]) -> str | None:
    """The one whom the last paragraph with a person in it calls by a surname only: 林女士; None where it has a name."""
    for text, named in read[: -_LOOK_BACK - 1 : -1]:
        found = [match for match in _ADDRESS.finditer(text) if match[1] in surnames()]
        if found:
            return found[-1].group() if not named.people or named.people[-1][0] < found[-1].start() else None
        if named.people:
            return None
    return None


def _told_of(read: Sequence[tuple[str, Named]], start: int, kind: str) -> str | None:
    """The one of this kind whom the text before `start`, or a paragraph before, is about: 县水利局防汛办负责人."""
    for text, named in read[: -_LOOK_BACK - 1 : -1]:
        at = text.rfind(kind, 0, start if text is read[-1][0] else len(text))
        while at >= 0:
            edge = max((m.end() for m in _EDGE.finditer(text, max(0, at - CLOSE_BEFORE), at)), default=0)
            who = subject(text, edge, clause_end(text, at), named)
            if who and who.end == at + len(kind) and not who.pronoun:
                return who.text
            at = text.rfind(kind, 0, at)
    return None


def _merge(text: str, quotes: Sequence[QuoteSpan]) -> list[QuoteSpan]:
    """One quotation where only the words that tell its speaker break it: “……，”他说，“……。”"""
    groups: list[list[QuoteSpan]] = []
    for quote in quotes:
        if groups and _breaks(text, groups[-1][-1], quote):
            groups[-1].append(quote)
        else:
            groups.append([quote])
    return [group[0] if len(group) == 1 else _joined(group) for group in groups]


def _joined(group: Sequence[QuoteSpan]) -> QuoteSpan:
    return QuoteSpan(
        start=group[0].start,
        end=group[-1].end,
        text="".join(quote.text for quote in group),
        speaker=next((quote.speaker for quote in group if quote.speaker), None),
        verb=next((quote.verb for quote in group if quote.verb), None),
        parts=tuple(part for quote in group for part in quote.parts),
    )


def _breaks(text: str, first: QuoteSpan, second: QuoteSpan) -> bool:
    """True where the text between two quotations is nothing but who speaks, and no full stop ends it.

    A quotation whose speaker was told before it is whole when it ends; one that ends with a comma goes on after more.
    """
    between = text[first.end + 1 : second.start - 1]
    if not 1 < len(between) <= 40 or between[-1] not in "，,：:" or any(c in _FULL_STOP for c in between):
        return False
    if _ends(text, first) and text[first.start - 2 : first.start - 1] in ("：", ":", "，", ","):
        return False
    pauses = CLAUSES if text[first.end - 1] in COMMAS else 1
    goes_on = text[first.end - 1] in COMMAS and first.speaker is not None
    return len(re.findall("[，,：:]", between)) <= pauses and (goes_on or saying_verb(between) is not None)
