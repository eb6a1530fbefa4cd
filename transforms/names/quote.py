"""Quotations: the words inside “ ”, who says them and with which verb."""

from __future__ import annotations

import re
from collections.abc import Sequence

from transforms.names.clauses.as_words import Named
from transforms.names.clauses.person_phrase import Subject
from transforms.names.lists import TELLING
from transforms.names.quote_span import QuoteSpan
from transforms.names.quotes.marks import pairs, unified
from transforms.names.quotes.pulled import with_pulled
from transforms.names.quotes.referent import Memory, named_again, near, resolve
from transforms.names.quotes.speaker import clause_end, saying_verb, subject
from transforms.names.quotes.told_around import (
    CLAUSES,
    COMMAS,
    STOP,
    acting_before,
    told_after,
    told_before,
    told_behind_stop,
)
from transforms.names.spans import NameSpan

_FULL_STOP = "。！？!?…"
_TERMINAL = frozenset("。！？!?…—")
_PAUSE = re.compile(r"[，。！？；!?…,]")
_SIGN = re.compile(r"[写印贴挂标刻]着?\Z")  # words on a wall are no quotation
_SPOKEN = re.compile(r"(?=.*[了我咱俺您])[^《》‘’]{8,}\Z")  # ，“最好的一天卖了180斤”。
_SAYS = re.compile("(?:称|说|表示|认为|直言|坦言)\\Z")
_TELLS = re.compile(rf"(?:{TELLING})，[^。！？；“”]*，\Z")
_TOLD = 90  # characters of a sentence in which somebody tells what a quotation closes
_OWN = re.compile("[我咱俺](?!国|省|市|县|区|党|军)")
_ASKED = re.compile("[？?]”(?:\\Z|[^，。”]{0,6}[问道]。)")
_ASKS = re.compile("(?<![不没])[说道问喊答]\\Z")
_SENTENCE = 8  # characters that 他表示，“ opens and that are more than a term
_COLONS = ("：", ":")
_COUNTED = frozenset("一二两三四五六七八九十这那几每多数")  # before 道 as a measure word: 一道“屏障”
_LONGEST_NAME = 4
_GOES_ON = ("的", "、", "等", "和")


def read_quotes(paragraphs: Sequence[str], names: Sequence[Sequence[NameSpan]] = ()) -> list[list[QuoteSpan]]:
    """The quotations of each paragraph of an article, in order.

    `names` are the names found in each paragraph; without them a speaker is found by the words for people alone.
    """
    memory = Memory()
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
    for n, row in enumerate(out):
        if len(row) == 1 and not row[0].speaker and row[0].end >= len(paragraphs[n]) - 1:
            who = _opens(*memory.read[n + 1]) if n + 1 < len(out) else None
            if who is None and n and row[0].start == 1 and _OWN.search(paragraphs[n]):
                who = _went_on(out[n - 1], marked[n - 1] or "")
            row[0] = row[0]._replace(speaker=who)
    return with_pulled(paragraphs, out)


def _opens(text: str, named: Named) -> str | None:
    """The person with whose name and a verb of saying a paragraph begins: whose words the one before it are."""
    stop = clause_end(text, 0)
    who = subject(text, 0, stop, named)
    return who.text if who and who.named and saying_verb(text[who.end : stop]) else None


def _went_on(before: Sequence[QuoteSpan], text: str) -> str | None:
    """The speaker of the paragraph before, one that begins or ends with a quotation."""
    ends = before and (text.startswith("“") or text.endswith("”"))
    return before[-1].speaker if ends and not _ASKED.search(text) else None


def _paragraph(text: str, named: Named, memory: Memory, goes_on: bool = False) -> list[QuoteSpan]:
    memory.read.append((text, named))
    found: list[QuoteSpan] = []
    for start, end in pairs(text, goes_on):
        quote = _quote(text, start, end, named, memory, found[-1] if found else None)
        if quote:
            if quote.speaker and quote.verb is None and _calls(text, start, quote.speaker):
                quote = quote._replace(speaker=None)
            if quote.speaker and found and not found[-1].speaker and _same_sentence(text, found[-1].end, start):
                found[-1] = found[-1]._replace(speaker=quote.speaker)
            if start == 1 and not quote.speaker:
                quote = quote._replace(speaker=memory.continues or _announced(memory))
            found.append(quote)
            memory.speaker = quote.speaker or memory.speaker
            if quote.speaker and len(quote.speaker) > _LONGEST_NAME:
                memory.described = quote.speaker
    memory.continues = found[-1].speaker if found and found[-1].end == len(text) else None
    return found


def _calls(text: str, start: int, who: str) -> bool:
    """True where the words begin with a call to this person, who cannot have said them: “老陈，……”, “建国，……”."""
    calls = (who, who[1:], f"老{who[0]}", f"小{who[0]}")
    called = next((call for call in calls if len(call) > 1 and text.startswith(call, start)), "")
    return bool(called) and text[start + len(called)] in "，！,!"


def _same_sentence(text: str, end: int, start: int) -> bool:
    """True where quotations touch, or a comma is before the second and no full stop between: “……。”甲笑了，“……。”"""
    return end + 2 == start or (text[start - 2] in COMMAS and STOP.search(text, end, start - 1) is None)


def _announced(memory: Memory) -> str | None:
    """Who speaks where the paragraph before ends with a colon: 甲指出："""
    before, named = memory.read[-2] if len(memory.read) > 1 else ("", Named.of((), ""))
    size = len(before)
    told = told_before(before, size, named, True, True, "") if before.endswith(_COLONS) else None
    return resolve(before, size, size, told[0], named, memory) if told and told[0].text else None


def _quote(text: str, start: int, end: int, named: Named, memory: Memory, last: QuoteSpan | None) -> QuoteSpan | None:
    """The pair of marks at start…end as a quotation, None where it marks a term, a slogan or a title."""
    before = text[start - 2] if start > 1 else ""
    after = text[end + 1 : end + 2]
    paused = _PAUSE.search(text, start, end) is not None
    led = before in _COLONS
    if before == "道" and start > 2 and text[start - 3] in _COUNTED:
        return None
    spoken = before in COMMAS and after == "。" and _is_spoken(text, start, end)
    closed = text[end - 1] in _TERMINAL
    alone = before == "" or before in "。！？!?…”"
    sentence = alone and not closed and end - start >= _SENTENCE
    told = told_behind_stop(text, end + 1, named) if sentence else None
    asked = _ASKS.search(text, max(0, start - 3), start - 1)
    if not (paused or led or spoken or told or asked):
        return None
    before_it = (last.end + 1, last.speaker, memory) if last else (0, None, memory)
    acting: Subject | None = None
    if not alone:
        told = told_before(text, start - 1, named, led, closed, after)
        if told is None and before in COMMAS and paused and closed and after not in _GOES_ON:
            acting = acting_before(text, start - 1, named)
            told = (acting, None) if acting and acting.named else None
    if told is None and not led and paused and (closed or text[end - 1] in "，,"):
        told = told_after(text, end + 1, named, alone, start == 1)
    told = told or ((acting, None) if acting else None)
    if told:
        who, verb = told
        return QuoteSpan(
            start, end, text[start:end], resolve(text, start, end, who, named, memory), verb, ((start, end),)
        )
    if last and last.end + 2 == start and paused and last.verb and not _ends(text, last):
        return QuoteSpan(start, end, text[start:end], last.speaker, last.verb, ((start, end),))
    if spoken and (nearest := near(text, start, named, *before_it)):
        return QuoteSpan(start, end, text[start:end], nearest, None, ((start, end),))
    if paused and closed and _is_said(text, start, alone, after):
        same = led and last is not None and STOP.search(text, last.end, start) is None
        nearest = None if led else named_again(text, end + 1, memory) or near(text, start, named, *before_it)
        speaker = last.speaker if last and same else nearest
        return QuoteSpan(start, end, text[start:end], speaker, None, ((start, end),))
    return None


def _is_said(text: str, start: int, alone: bool, after: str) -> bool:
    """True for a closed sentence in marks that no words around give to one, and that is somebody's all the same."""
    before = text[start - 2] if start > 1 else ""
    if before in _COLONS:
        return not _SIGN.search(text, max(0, start - 4), start - 2)
    return (alone or before in COMMAS) and after not in _GOES_ON


def _is_spoken(text: str, start: int, end: int) -> bool:
    """True for words between a comma and a full stop that are somebody's own or that the sentence gives to one."""
    if _SPOKEN.match(text, start, end):
        return True
    if end - start < _SENTENCE:
        return False
    if _SAYS.search(text, max(0, start - 4), start - 2):
        return True
    return "、" not in text[start:end] and _TELLS.search(text, max(0, start - _TOLD), start - 1) is not None


def _ends(text: str, quote: QuoteSpan) -> bool:
    return text[quote.end - 1] in _TERMINAL


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
