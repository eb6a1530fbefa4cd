"""What an article as a whole says about its names: one found once is one everywhere, lists are of one kind."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from functools import cache
from itertools import zip_longest

import rjieba

import seeds
from transforms.names.agreement.agree import short_forms
from transforms.names.agreement.repeated import apart, with_repeated
from transforms.names.bodies.division import division_codes
from transforms.names.evidence.chinese_names import SPEAKS, first_characters, follow, posts, title_head
from transforms.names.evidence.other_words import clause_starts, may_end
from transforms.names.evidence.words_around import is_known_form
from transforms.names.lists import NO_LAST, person_nouns, surnames
from transforms.names.spans import NameSpan, counted, has_people, laid_over
from transforms.words.token import tokenize

_FAMILIAR = re.compile(
    r"[老小阿大].[姐哥叔姨嫂爷婆伯妈婶头]?\Z|.某某\Z|.某.\Z|.[某老总姐哥叔姨嫂爷婆伯妈]\Z|.(?:爹爹|爷爷|奶奶|婆婆|伯伯|叔叔|嬢嬢)\Z"
)
_ITEM = re.compile(r"、([㐀-鿿]{2,4}|[㐀-鿿]+(?:·[㐀-鿿]+)+)(?=、)")
_LAST_ITEM = re.compile(r"[和与及]([㐀-鿿]{2,3})(?=[两二三四五六七八九十]\s?[人位名])")  # 甲、乙和丙三人
_BETWEEN = frozenset("、和与及")
_EDGE = "/、，。！？；：“”‘’（）()《》·—…- \t\u3000"
_NEVER_LAST = frozenset("说是的了在曾")
_NO_GIVEN = _NEVER_LAST | NO_LAST | frozenset("和与及同因以")
_HAN = re.compile("[㐀-鿿]")
_GENERATIONS = frozenset("孟祥 孟庆 孟宪 孟凡 孟令 孟昭 孔祥 孔令 孔德 孔庆 孔凡 孔宪 孔繁 曾祥 曾庆 曾宪".split())
_TITLE_TAILS = frozenset("师长员者家")
_SHORTEST_REPEATED = 3
_MOST_REPEATED = 100
_AHEAD = 8
_TITLE = 7
_TIME_END = re.compile("(?:上月|本月|去年|今年|近日|日前|昨日|昨天|今天|当天|当日|随后|此前)\\Z")
_INVITED = re.compile("应(?=[^，。]{2,24}邀请)")
_ADDRESSED = frozenset(("师傅", "护士", "同学", "同志", "民警", "法师", "记者"))


def refine(paragraphs: Sequence[str], found: Sequence[Sequence[NameSpan]]) -> list[list[NameSpan]]:
    """The names of an article once more, corrected by each other; spans stay sorted and apart."""
    pairs = list(zip(paragraphs, found, strict=True))
    spans = [_with_listed(text, _all_trimmed(text, row)) for text, row in pairs]
    counts = counted(paragraphs, spans, "person")
    cuts = {name: cut for name in counts if (cut := _lead(name, counts))}
    longer = {name for name in counts if len(name) == 3 and counts.get(name[:2], 0) >= counts[name]}
    longer.update(name for name in counts if len(name) == 4 and name[:3] in counts and is_known_form(name[:3]))
    if cuts or longer:
        spans = [[_cut(text, s, cuts, longer) for s in row] for text, row in zip(paragraphs, spans, strict=True)]
        counts = counted(paragraphs, spans, "person")
    common = counts.most_common(_MOST_REPEATED)
    if short := [name for name, _ in common if len(name) == _SHORTEST_REPEATED - 1]:
        spans = [_with_speakers(text, row, short) for text, row in zip(paragraphs, spans, strict=True)]
    names = [(name, n) for name, n in common if len(name) >= _SHORTEST_REPEATED]
    if parts := short_forms(counts):
        spans = [_with_parts(text, row, parts) for text, row in zip(paragraphs, spans, strict=True)]
    else:
        whole = "\n".join(paragraphs)
        names = [(name, n) for name, n in names if whole.count(name) > n]
    if not names:
        return spans
    return [with_repeated(text, row, names, counts) for text, row in zip(paragraphs, spans, strict=True)]


def _with_parts(text: str, row: list[NameSpan], parts: Sequence[str]) -> list[NameSpan]:
    """The spans with the last parts of foreign names whole, where the tagger has a piece of one or none: 扎|哈罗娃."""
    held = [part for part in parts if part in text]
    found = (at for part in held for at in re.finditer(f"{re.escape(part)}(?!·)", text))
    new = [NameSpan(at.start(), at.end(), "person") for at in found]
    return laid_over(row, apart(sorted(new, key=lambda s: (s.start, -s.end)))) if new else row


def _with_speakers(text: str, row: list[NameSpan], names: Sequence[str]) -> list[NameSpan]:
    """The spans with names of two characters found elsewhere in the article that begin a clause and speak: 高兴说."""
    names = [name for name in names if name in text]
    starts = {span.start for span in row} if names else set()
    new = [
        NameSpan(at, end, "person")
        for name in names
        for at, end in clause_starts(text, name)
        if at not in starts and follow(tokenize(text[end : end + _AHEAD]), 0) == SPEAKS and may_end(text, end)
    ]
    return laid_over(row, sorted(new)) if new else row


def _lead(name: str, counts: Mapping[str, int]) -> int:
    """How many characters before a name that the article has elsewhere are none of it: 1 of 向普京, 2 of 会见普京."""
    for size in (1, 2):
        rest = name[size:]
        if len(rest) < 2 or counts.get(rest, 0) < counts[name]:
            continue
        _, tag, _ = tokenize(name[:size])[0]
        if tag in ("v", "p", "c", "f") and (name[0] not in surnames() or size == 2):
            return size
        if size == 1 and name[0] in _TITLE_TAILS:
            return size
    return 0


def _cut(text: str, span: NameSpan, cuts: Mapping[str, int], longer: Container[str]) -> NameSpan:
    """The span without the characters before it in `cuts`, and without a verb or adverb (王立|想) where in `longer`."""
    name = text[span.start : span.end]
    if span.kind != "person":
        return span
    if name in longer:
        word, tag, _ = tokenize(text[span.end - 1 : span.end + _AHEAD])[0]
        if (
            len(name) > _SHORTEST_REPEATED
            or len(word) > 1
            or tag in ("v", "d", "p", "c", "zg")
            or text[span.end - 1 : span.end + 1] == "时，"
        ):
            return NameSpan(span.start, span.end - 1, "person")
    return NameSpan(span.start + cuts.get(name, 0), span.end, "person")


def _all_trimmed(text: str, row: Sequence[NameSpan]) -> list[NameSpan]:
    """The spans of a paragraph, each trimmed; most of those of no person are as they should be."""
    if not row:
        return []
    out: list[NameSpan] = []
    for span in row:
        if span.kind != "person" and text[span.start] not in _EDGE and text[span.end - 1] not in _EDGE:
            out.append(span)
        else:
            out += _trimmed(text, span)
    out = [
        s if after is None or s.end <= after.start else s._replace(end=after.start)
        for s, after in zip_longest(out, out[1:])
    ]
    if not has_people(out):
        return out
    return [NameSpan(s.start, s.end, "place") if _is_town(text, out, i) else s for i, s in enumerate(out)]


def _is_town(text: str, row: Sequence[NameSpan], at: int) -> bool:
    """True for a division that the tagger takes for a person though a place is next to it in a list: 杭州、金华."""
    span = row[at]
    if span.kind != "person":
        return False
    last, following = row[at - 1] if at else span, row[at + 1] if at + 1 < len(row) else span
    after = last.kind == "place" and last.end + 1 == span.start and text[last.end] in _BETWEEN
    before = following.kind == "place" and span.end + 1 == following.start and text[span.end] in _BETWEEN
    name = text[span.start : span.end]
    return (after or before) and division_codes([name])[name] is not None


def _trimmed(text: str, span: NameSpan) -> Iterator[NameSpan]:
    """The span without marks at its ends; nothing where it is no full name (王阿姨, 小李, 张某)."""
    start, end = span.start, span.end
    if span.kind == "person" and "/" in text[start:end]:
        for piece in re.finditer(r"[^/]+", text[start:end]):
            yield from _trimmed(text, NameSpan(start + piece.start(), start + piece.end(), "person"))
        return
    if span.kind == "person" and _cuts_title(text, start, end):
        return
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    if span.kind == "person":
        start, end = _whole(text, *_bare(text, start, end))
        name = text[start:end]
        if len(name) < 2 or (_is_familiar(name) and not (name[0] == "阿" and _has_post(text, start))):
            return
    if start < end:
        yield NameSpan(start, end, span.kind)


def _is_familiar(name: str) -> bool:
    """Whether only friends say it so: 小李, 张某, 老孙 with the sign after it."""
    if name[0] == "阿" and name in surnames():
        return False  # 阿部
    return bool(_FAMILIAR.match(name)) or (name[0] == "老" and len(name) == 3 and name[1] in surnames())


def _cuts_title(text: str, start: int, end: int) -> bool:
    """True for a piece of the title of a work, and for what reaches into one."""
    return "《" in text[start:end] or (text[end - 1] == "》" and "《" not in text[max(0, start - 1) : end])


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """The name text[start:end] without a form of address, words of time and others that are none of it."""
    address = title_head(text, start, end, 2)
    if start < address < end and not (address == start + 1 and _is_given(text, start, end)):
        end = address
    if end - start > _SHORTEST_REPEATED and (late := _TIME_END.search(text, start + 2, end)):
        end = late.start()
    if end - start > 2 and _INVITED.match(text, start):
        start += 1
    while end - start > 2 and text[end - 1] in _NEVER_LAST:
        end -= 1
    return start, end


def _whole(text: str, start: int, end: int) -> tuple[int, int]:
    """The name with the sign after the one of a generation (孟祥|菊), without the end of a title (培训|师宗倩)."""
    if text[start:end] in _GENERATIONS and _HAN.match(text, end) and text[end] not in _NO_GIVEN:
        return start, end + (not rjieba.has_word(text[end : end + 2]))
    word = text[start - 2 : start]
    trade = end - start == 3 and text[start] == "师" and len(word) == 2 and rjieba.has_word(word)
    return start + (trade and word not in person_nouns()), end


def _is_given(text: str, start: int, end: int) -> bool:
    """True where a title is before a surname and a word for people that is no form of address: 主任李明星."""
    return text[start + 1 : end] not in _forms_of_address() and title_head(text, max(0, start - _TITLE), start) < start


def _has_post(text: str, start: int) -> bool:
    """True where a post ends before `start`: 总理阿比."""
    return text[title_head(text, max(0, start - _TITLE), start, 2) : start] in posts()


@cache
def _forms_of_address() -> frozenset[str]:
    return frozenset(row["word"] for row in seeds.table("person_nouns") if row["group"] != "trade") | _ADDRESSED


def _with_listed(text: str, row: list[NameSpan]) -> list[NameSpan]:
    """The spans with what stands between two people in a list: 甲、乙、丙."""
    if "、" not in text or not any(s.kind == "person" and _is_listed(text, s) for s in row):
        return row
    starts = {s.start for s in row if s.kind == "person"}
    ends = {s.end for s in row if s.kind == "person"}
    new = []
    for item in _ITEM.finditer(text):
        start, end = item.span(1)
        beside = (item.start() in ends) + (end + 1 in starts)
        if (
            not beside
            or not starts.isdisjoint(range(start, end))
            or not (beside == 2 or _like_a_name(item[1]))
            or rjieba.has_word(item[1])
        ):
            continue
        new.append(NameSpan(start, end, "person"))
        ends.add(end)
    new += [
        NameSpan(*last.span(1), "person")
        for last in _LAST_ITEM.finditer(text)
        if last.start() in ends and last.start(1) not in starts and last[1][0] in first_characters()
    ]
    return laid_over(row, sorted(new))


def _is_listed(text: str, span: NameSpan) -> bool:
    """True where a mark or a word of lists touches the span."""
    return text[span.end : span.end + 1] in _BETWEEN or text.startswith("、", span.start - 1)


def _like_a_name(word: str) -> bool:
    return "·" in word or word[:2] in surnames() or (len(word) <= 3 and word[0] in surnames())
