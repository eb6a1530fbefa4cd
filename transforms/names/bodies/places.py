"""Places and organisations that the tagger has a character too short or too long: 青石|镇塔山村, 对|叙利亚."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

import rjieba

from transforms.names.bodies.division import is_division
from transforms.names.bodies.known import countries, cuts_listed_word
from transforms.names.evidence.chinese_names import common_surnames
from transforms.names.paragraph import Paragraph
from transforms.names.spans import NameSpan

_LEVELS = frozenset("镇乡")
_ABOVE = frozenset("县区市旗省州")  # before the name of a town that begins with 镇
_TOWARDS = frozenset("华驻赴访抵离援同与对向自从")
_BODY_TAGS = ("n", "j", "vn", "zg", "b")
_NOT_IN_BODY = frozenset("经报往从由向在到据内")
_HAN = re.compile("[㐀-鿿]")
_SHORTEST = 4
_ENDS = re.compile(r"(?:省|市|县|区|镇|乡|村|街道|路|馆|院|校|公司|集团|中心|学|局|厅|会)\Z")


def placed(paragraph: Paragraph, row: Sequence[NameSpan]) -> list[NameSpan]:
    """The spans of a paragraph, those of no person with their edges where the words around them say."""
    out: list[NameSpan] = []
    for span in row:
        start, end, kind = span
        if kind == "person":
            out.append(span)
            continue
        if kind == "place" and _is_none(paragraph, start, end):
            continue
        if kind == "place":
            further = _place_start(paragraph.text, start, end)
            if further > start and out and out[-1].end == start and out[-1].kind == "place":
                out[-1] = NameSpan(out[-1].start, further, "place")
            start = further
        else:
            start = max(_body_start(paragraph, start), out[-1].end if out else 0)
        end -= _is_too_long(paragraph, start, end)
        out.append(span if (start, end) == span[:2] else NameSpan(start, end, kind))
    return out


def _is_none(paragraph: Paragraph, start: int, end: int) -> bool:
    """True for the title of a work, what friends call one, and what cuts a word on both sides: 向|南湖|边."""
    text = paragraph.text
    if text.startswith("《", start - 1) and text.startswith("》", end):
        return True
    return _is_familiar(text[start:end]) or (cuts_listed_word(paragraph, start) and cuts_listed_word(paragraph, end))


def _place_start(text: str, start: int, end: int) -> int:
    """Where the place begins, past the last character of the name before it or a preposition: 对|叙利亚."""
    towards = text[start] in _TOWARDS and text[start + 1 : end] in countries()
    return start + 1 if towards or _has_level(text, start, end) else start


def _body_start(paragraph: Paragraph, start: int) -> int:
    """Where the body begins whose first character the tagger left out: 茶|业公司, 外国|语学校."""
    i = bisect_left(paragraph.starts, start)
    if not i:
        return start
    word, tag, at = paragraph.words[i - 1]
    cut = at < start < at + len(word) and tag.startswith(_BODY_TAGS) and len(word) <= _SHORTEST
    return at if cut and word[0] not in _NOT_IN_BODY else start


def _is_familiar(name: str) -> bool:
    """True for what friends call one: 小王, 老李."""
    return len(name) == 2 and name[0] in "小老" and name[1] in common_surnames() and not is_division(name)


def _has_level(text: str, start: int, end: int) -> bool:
    """True where the first character is the last of the name before it: 青石|镇塔山村."""
    if text[start] not in _LEVELS or end - start < _SHORTEST or not start or is_division(text[start:end]):
        return False
    return text[start - 1] not in _ABOVE and _HAN.match(text[start - 1]) is not None


def _is_too_long(paragraph: Paragraph, start: int, end: int) -> bool:
    """True where the last character begins a word of jieba's list and what is before it is a name: 临湖|方舱."""
    text = paragraph.text
    if end - start <= 2 or not cuts_listed_word(paragraph, end) or cuts_listed_word(paragraph, end - 1):
        return False
    name = text[start : end - 1]
    return is_division(name) or (_ENDS.search(name) is not None and not rjieba.has_word(text[start:end]))
