"""Names of one article made to agree: what a longer form, a known one or the other mentions say of a span."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

import rjieba

from transforms.names.agreement.towns import is_titled, region_names
from transforms.names.bodies.known import countries
from transforms.names.evidence.chinese_names import common_surnames, cuts_word, foreign, title_head
from transforms.names.evidence.joined_given_names import dotted, joined_or_given
from transforms.names.evidence.other_words import is_below
from transforms.names.lists import saying_verbs, surnames
from transforms.names.paragraph import Paragraph
from transforms.names.spans import NameSpan, counted, laid_over

_TAIL = re.compile(r"·[㐀-鿿]{1,8}")
_NO_FOREIGN_END = frozenset("原现曾则也均仍却将获还又便已都向说与和在于")
_NOT_BEHIND_FOREIGN = _NO_FOREIGN_END | frozenset("以对从于把被让")
_NOT_LISTED = frozenset(
    "，。；：！？、（）《》“”’‘ 等说称译著摄夫"
)  # behind a name with a dot and before 、, none of it
_TITLE_TAILS = frozenset("家员长师者官商")  # of a title that the tagger has in the name: 地震学|家琳达·周
_HYPHENS = frozenset("-－—")
_LINKING_TAGS = ("p", "c", "u", "q", "f", "y")
_TITLE = 7
_MOST_BEFORE = 3
_CLAUSE_ENDS = frozenset("。！？；，、：”“")
_MENTIONS = 3  # of a name, from which on what follows each of them is part of it
_NEVER_LAST = frozenset("的了在是和与等也又都就还对向从把被让将给到为以及说道问答叫笑")
_SAYING_STARTS = frozenset("表介告指认强坦直回感透")  # of verbs of saying
_NO_THIRD = _NEVER_LAST | _SAYING_STARTS | frozenset("省市县镇乡村街路站河湖")  # 吴城|镇
_SELDOM = 50  # times that jieba's list counts a word that is none behind a foreign name: 特以
_SHORT_FORM = 3  # least characters of a part of a foreign name that stands for the whole
_NAME_TAGS = ("n", "a", "zg", "j", "g", "b")  # of a last character that jieba leaves alone
_LOOSE_TAGS = ("n", "a", "d", "zg", "g", "j", "b")
_SOME = frozenset(("有些", "有点"))
_LEFT_TAGS = ("d", "zg", "a", "ag", "b")  # of what cannot be all that is said of a person: 易顺才，
_ADVERBS = frozenset(
    "正刚更最亦皆共仅独单忽突频相屡早晚近现今昨每各全同自亲边另随当因由被把让给对"
)  # 李明|正在, no name's end
_LINKS = frozenset("向以对将把从给在直有")  # that jieba puts to the last character of a name it does not know
_NO_NAME_END = frozenset("很也又再还就都才常曾总先便却忙笑哭均则即仍只并已可所听知想问回细解诉传据")


def whole_foreign(paragraph: Paragraph, row: Sequence[NameSpan]) -> list[NameSpan]:
    """The spans with foreign names whole: 艾力|·尼亚孜 to the end of its word, 加芙|列拉·拉米雷 from the title on."""
    text = paragraph.text
    if "·" not in text:
        return list(row)
    out: list[NameSpan] = []
    for span in laid_over(list(row), list(_missed(paragraph, row))):
        if out and span.start < out[-1].end:
            continue
        if span.kind == "person":
            end = _dotted_end(paragraph, span) if text[span.end : span.end + 1] == "·" else span.end
            start = _dotted_start(text, span) if "·" in text[span.start : end] else span.start
            if "·" in text[start:end]:
                end = end - 1 if text[end - 1] in _NO_FOREIGN_END else _foreign_end(paragraph, end)
            start = _hyphened_start(text, start) if "·" in text[start:end] else start
            end = _glued_end(text, end, row) if "·" in text[start:end] else end
            while out and out[-1].start >= start:
                out.pop()  # 皮埃尔 of 皮埃尔—安德烈·瓦尔蒙
            span = NameSpan(start, end, "person")
        out.append(span)
    return out


def _glued_end(text: str, end: int, row: Sequence[NameSpan]) -> int:
    """`end`, or that of the last part of the name that goes on: 伊斯|马伊力 where the tagger has two, 麦麦|提."""
    if further := next((s.end for s in row if s.kind == "person" and s.start == end and foreign(text[s.end - 1])), 0):
        return further
    dot = text.rindex("·", 0, end)
    return max(end, joined_or_given(text, dot + 1))


def _missed(paragraph: Paragraph, row: Sequence[NameSpan]) -> Iterator[NameSpan]:
    """Names with a dot that are not in `row`, behind a title or where a clause begins: 大户阿布都外力·吾守尔."""
    text = paragraph.text
    for start, dot, end in dotted(text):
        if any(span.kind == "person" and span.start < dot < span.end for span in row):
            continue
        while end - dot > _SHORT_FORM and (text[end - 1] in _NO_FOREIGN_END or cuts_word(text, end)):
            end -= 1
        titled = (at for at in range(start, dot - 1) if title_head(text, max(0, at - _TITLE), at, 2) < at)
        opens = start == 0 or text[start - 1] in _CLAUSE_ENDS
        first = next(titled, start if opens else None)
        if first is not None and end - dot > 2:
            yield NameSpan(first, end, "person")


def _dotted_end(paragraph: Paragraph, span: NameSpan) -> int:
    """The end of the name that goes on behind its dot: the last word all in characters for foreign names."""
    tail = _TAIL.match(paragraph.text, span.end)
    if tail is None:
        return span.end
    end = span.end + 1
    for word, tag, at in paragraph.words[bisect_left(paragraph.starts, span.end + 1) :]:
        if at != end or at >= tail.end() or not (foreign(word) or (end == span.end + 1 and tag.startswith("nr"))):
            break
        end += len(word)
    return end if end > span.end + 1 else span.end


def _foreign_end(paragraph: Paragraph, end: int) -> int:
    """`end`, past a sign that jieba parts from the name (耶尔德|兹, 买买提|明在) and what a hyphen joins to it."""
    text = paragraph.text
    if text[end + 1 : end + 2] == "、" and text[end] not in _NOT_LISTED:
        return end + 1  # 铁力瓦尔|地、
    i = bisect_left(paragraph.starts, end)
    word, tag, at = paragraph.words[i] if i < len(paragraph.words) else ("", "", -1)
    if at == end and foreign(word[0]) and not tag.startswith(_LINKING_TAGS):
        single = len(word) == 1 and tag == "x"
        glued = len(word) == 2 and word[1] in _NOT_BEHIND_FOREIGN and is_below(word, _SELDOM)
        end += 1 if single or glued else 0
    if text[end : end + 1] not in _HYPHENS:
        return end
    i = bisect_left(paragraph.starts, end + 1)
    word, _, at = paragraph.words[i] if i < len(paragraph.words) else ("", "", -1)
    return at + len(word) if at == end + 1 and len(word) > 1 and foreign(word) else end


def _dotted_start(text: str, span: NameSpan) -> int:
    """The end of the title before a name with a dot, where only characters for foreign names stand between."""
    tail = span.start + 1
    if text[span.start] in _TITLE_TAILS and (
        text[span.start] == "官" or title_head(text, max(0, span.start - _TITLE), tail, 2) < span.start
    ):
        return tail
    for start in range(span.start, max(-1, span.start - _MOST_BEFORE - 1), -1):
        if title_head(text, max(0, start - _TITLE), start, 2) < start:
            return start if foreign(text[start : span.start]) else span.start
        if start < span.start and not foreign(text[start]):
            listed = text[start] == "、" and start + 1 < span.start
            return start + 1 if listed else span.start  # 、托合|塔尔别克·唐拉提汗
    return span.start


def _hyphened_start(text: str, start: int) -> int:
    """Where the name begins that has a hyphen right before `start`: 让-皮埃尔·杜邦."""
    first = start - 1
    while first > 0 and text[start - 1] in _HYPHENS and start - first <= _MOST_BEFORE and foreign(text[first - 1]):
        first -= 1
    return first if first < start - 1 else start


def agreed(paragraphs: Sequence[str], rows: Sequence[Sequence[NameSpan]]) -> list[list[NameSpan]]:
    """The names of an article, those of people alike: a longer form that always stands there, and one kind."""
    counts = counted(paragraphs, rows, "person")
    if not counts:
        return [list(row) for row in rows]
    others = counted(paragraphs, rows, "place", "organization")
    longer = {name[:2] for name in counts if len(name) == 3 and _always(paragraphs, name, counts)}
    longer.update(
        name for name, n in counts.items() if len(name) == 2 and n >= _MENTIONS and _lacks_last(paragraphs, name)
    )
    people = {
        name
        for name, n in others.items()
        if counts[name] > n or (counts[name] and name not in countries() and is_titled(paragraphs, rows, name))
    }
    regions = region_names(paragraphs, rows, counts, others)
    if not longer and not people and not regions:
        return [list(row) for row in rows]
    return [_agreed_row(t, row, longer, people - regions, regions) for t, row in zip(paragraphs, rows, strict=True)]


def _agreed_row(
    text: str, row: Sequence[NameSpan], longer: set[str], people: set[str], regions: set[str]
) -> list[NameSpan]:
    """The names of a paragraph; one that touches the next keeps its end."""
    begins = [*(span.start for span in row), len(text)]
    none: set[str] = set()
    return [
        _agreed(text, span, longer if span.end < begins[n + 1] else none, people, regions) for n, span in enumerate(row)
    ]


def _always(paragraphs: Sequence[str], name: str, counts: Mapping[str, int]) -> bool:
    """True where the article has the first two characters of a name as another, and the third after each of them."""
    short = name[:2]
    if not counts.get(short) or name[0] not in surnames() or rjieba.has_word(name):
        return False
    return sum(text.count(short) for text in paragraphs) == sum(text.count(name) for text in paragraphs)


def _lacks_last(paragraphs: Sequence[str], name: str) -> bool:
    """True where the same sign follows each mention, other words behind it, and it begins none: 陈文|均介绍."""
    if name[0] not in common_surnames():
        return False
    behind = [text[at + 2 : at + 4] for text in paragraphs if name in text for at in _places(text, name)]
    sign = behind[0][:1]
    if len(behind) < _MENTIONS or not ("㐀" <= sign <= "鿿") or sign in _NO_THIRD:
        return False
    return len(set(behind)) > 1 and all(two[:1] == sign and not rjieba.has_word(two) for two in behind)


def _places(text: str, name: str) -> Iterator[int]:
    at = text.find(name)
    while at >= 0:
        yield at
        at = text.find(name, at + len(name))


def _agreed(text: str, span: NameSpan, longer: set[str], people: set[str], regions: set[str]) -> NameSpan:
    name = text[span.start : span.end]
    if name in regions:
        return NameSpan(span.start, span.end, "place") if span.kind == "person" else span
    if span.kind != "person":
        return NameSpan(span.start, span.end, "person") if name in people else span
    if regions and (whole := max((r for r in regions if text.startswith(r, span.start)), key=len, default="")):
        return NameSpan(span.start, span.start + len(whole), "place")  # 萨拉曼|卡
    return NameSpan(span.start, span.end + 1, "person") if name in longer else span


def to_verb(paragraph: Paragraph, row: Sequence[NameSpan]) -> list[NameSpan]:
    """The spans, names of two characters with the one that jieba puts to the verb of saying after them: 卢晓|明说."""
    taken = {span.start for span in row}
    return [
        _to_verb(paragraph, span)
        if span.kind == "person" and span.end - span.start == 2 and span.end not in taken
        else span
        for span in row
    ]


def _to_verb(paragraph: Paragraph, span: NameSpan) -> NameSpan:
    words = paragraph.words
    i = bisect_left(paragraph.starts, span.end)
    word, tag, at = words[i] if i < len(words) else ("", "", -1)
    verbs = saying_verbs()
    if at != span.end or (word[0] in _NO_NAME_END and word != "才"):
        return span
    common = paragraph.text[span.start] in common_surnames() and word[0] not in _ADVERBS
    if len(word) == 1:
        after = words[i + 1][0] if i + 1 < len(words) else ""
        joined = (tag.startswith(_NAME_TAGS) and _is_deed(after)) or (tag in _LEFT_TAGS and after == "，")
        joined = joined or (common and tag in _LOOSE_TAGS and (after in _LINKS or after in _SOME))
    elif len(word) == 2 and word[1] in _LINKS:
        joined = common and not rjieba.has_word(word)
    else:
        joined = _is_deed(word[1:]) and word not in verbs and (word[1:] == "说" or not rjieba.has_word(word))
    return NameSpan(span.start, span.end + 1, "person") if joined else span


def _is_deed(word: str) -> bool:
    return word in saying_verbs() or word in ("译", "著")


def hyphened(text: str, row: list[NameSpan]) -> list[NameSpan]:
    """The spans with two foreign names that a hyphen joins as one: 迪亚斯—卡内尔."""
    if len(row) < 2 or not any(hyphen in text for hyphen in _HYPHENS):
        return row
    out: list[NameSpan] = []
    for span in row:
        last = out[-1] if out else None
        joined = (
            last and last.end + 1 == span.start and text[last.end] in _HYPHENS and last.kind == span.kind == "person"
        )
        if last and joined and foreign(text[last.start : last.end]) and foreign(text[span.start : span.end]):
            out[-1] = NameSpan(last.start, span.end, "person")
        else:
            out.append(span)
    return out


def short_forms(names: Mapping[str, int]) -> list[str]:
    """The first and last parts of the foreign names of an article, which stand for them later."""
    parts = (part for name in names if "·" in name for part in (name.partition("·")[0], name.rpartition("·")[2]))
    return [part for part in parts if len(part) >= _SHORT_FORM]
