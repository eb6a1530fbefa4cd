"""What a line of a headline asks of the next: what comes of it, what its verb is about, whose name it is."""

from __future__ import annotations

import re
from collections.abc import Sequence

import seeds
from transforms.layout.bylines.posts_and_bodies import PERSON_NOUNS
from transforms.layout.wording.line_words import (
    APART,
    EVENT_BOUND,
    EVENT_END,
    NAMES,
    NOMINAL,
    REPORTS,
    SHORT,
    STATEMENT,
    TITLE,
    Words,
    words_of,
)

_COUNT = re.compile(r"(?:\d+|首|[一二两三四五六七八九十百千万]+)[余多]?[例台座件项套家名位所条个间辆架艘]")
_DONE = frozenset("好到成给为起下出入上进完")  # 把…做好, 把…送到
_LONGER = 3  # characters: what a verb is about may be longer than what is said before it
_WHOM = 6  # characters
_LETS = ("让", "使", "令", "别让", "莫让")
_COMES_OF_IT = frozenset("出起成为入")
_ISSUES = re.compile("(?:签署|签订|签下|印发|制定|出台|发布|公布|通过|修订)\\Z")
_DOCUMENTS = tuple(row["word"] for row in seeds.table("document_kinds") if row["where"] == "end")
_ASPECTS = ("ul", "uz", "ug")  # 了, 着, 过
_WHEN = re.compile(r"(?:[今明昨][日天晚早]?|[本下]周[一二三四五六日末]?|[本下]月|\d{1,2}月\d{0,2}日?)")
_SO_THAT = "好再迎赴待"  # 好过年, 再出发
_ONE_OF = re.compile("一[个座双条位场张把根只封本群家间盏碗][^，。]{4,}")
_NUMERAL = re.compile("[一二两三四五六七八九十百千万\\d]")


def asks_for(upper: str, lower: str) -> bool:
    """Whether the lower line is what the upper one is not whole without; the tag of a column is no part of it."""
    if _issues(upper, lower) or _verb_and_object(upper, lower) or _happens_when(upper, lower):
        return True
    if _comes_of_once(upper, lower):
        return True
    if _both_report(upper, lower):
        return True
    return _title_and_name(upper, lower) or _whole_together(upper, lower)


def asks_more(upper: str, lower: str) -> bool:
    """A line that ends in a verb that asks for what comes of it, or in whom it lets do what: 小院里走出|“田秀才”."""
    words = words_of(upper)
    let = next((n for n in range(len(words) - 1, -1, -1) if words[n][0] in _LETS), None)
    if let is not None:
        whom = words[let + 1 :]
        return 0 < sum(len(word) for word, _, _ in whom) <= _WHOM and not any(tag[0] == "v" for _, tag, _ in whom)
    word, tag, _ = words[-1]
    comes = tag == "v" and len(word) > 1 and word[-1] in _COMES_OF_IT
    return comes and len(lower) <= STATEMENT and not APART.search(lower) and not Words.of(lower).predicate


def stands_by_itself(upper: str, lower: str) -> bool:
    """One of what the lower line is about, under a line that no noun is missing from: 一条老渡船的新航程."""
    return len(upper) >= STATEMENT and bool(_ONE_OF.match(lower)) and words_of(upper)[-1][1] in ("n", "nz", "nr", "l")


def _issues(upper: str, lower: str) -> bool:
    """Who signs or issues, and the document: 三省份签署|环境司法协作协议."""
    signs = len(upper) <= SHORT and _ISSUES.search(upper) is not None and len(words_of(upper)) > 1
    return signs and lower.endswith(_DOCUMENTS) and not APART.search(upper + lower)


def _happens_when(upper: str, lower: str) -> bool:
    """Under what is named, when it begins or ends: 柳溪渡口灯会|下周一开幕."""
    if not _WHEN.match(lower) or not EVENT_BOUND.search(lower) or APART.search(upper + lower):
        return False
    return len(lower) <= STATEMENT and not any(tag[0] == "v" and tag != "vn" for _, tag, _ in words_of(upper))


def _comes_of_once(upper: str, lower: str) -> bool:
    """Who does something once, and what comes of it; a verb on its own, and what for: 老船工一跃|救起落水儿童."""
    first, last = Words.of(lower), words_of(upper)[-1]
    if APART.search(upper + lower) or len(upper) > SHORT:
        return False
    if len(last[0]) == 2 and last[0][0] == "一" and last[1] == "v":
        return first.opens == "v"
    purpose = len(lower) <= _LONGER < len(upper) and first.opens[:1] in ("a", "d", "v", "p") and lower[0] in _SO_THAT
    return purpose and words_of(upper)[0][1] == "v"


def _both_report(upper: str, lower: str) -> bool:
    """Who gives the report, and who explains it: the two halves of a deck."""
    return all(REPORTS.search(line) and Words.of(line).opens in NAMES for line in (upper, lower))


def _verb_and_object(upper: str, lower: str) -> bool:
    """A short line that ends in a verb, and what it does that to: no more than a noun of its own."""
    words, below = words_of(upper), words_of(lower)
    if _gains(upper, words[-1][1], below, lower):
        return True
    ends = words[-2:-1] if len(words) > 2 and words[-1][1] in _ASPECTS else words[-1:]
    if len(words) < 2 or ends[0][1] != "v" or EVENT_END.search(upper):
        return False
    if len(upper) > SHORT or len(lower) > len(upper) + _LONGER:
        return False
    noun = below[-1][1] in NOMINAL and "的" not in lower
    return noun and not APART.search(upper + lower) and not Words.of(lower).predicate


def _gains(upper: str, last: str, below: Sequence[tuple[str, str, int]], lower: str) -> bool:
    """A short line that ends in a verb, and how many of what: 我市新增|3个省级园区."""
    counted = (
        bool(_NUMERAL.match(lower)) and below[0][1] == "m" and below[-1][1] in NOMINAL and not Words.of(lower).predicate
    )
    if last != "v" or len(upper) > TITLE or APART.search(upper + lower) or EVENT_END.search(upper):
        return False
    return counted


def _whole_together(upper: str, lower: str) -> bool:
    """What is done with what 把 takes, in the next line; how many of what were done: 完成百例|白内障手术."""
    if APART.search(upper + lower):
        return False
    words = words_of(upper)
    if words[0][0] == "把" and not any(word[-1] in _DONE for word, tag, _ in words if tag[0] == "v"):
        return Words.of(lower).predicate
    verbs = [start + len(word) for word, tag, start in words if tag == "v"]
    count = _COUNT.match(upper, verbs[-1]) if verbs else None
    kind = [tag for _, tag, start in words if count and start >= count.end()]
    counted = count is not None and (count.end() == len(upper) or kind[-1:] == ["vn"])  # 首例|手术, 首例机器人辅助|手术
    return counted and words_of(lower)[-1][1] in NOMINAL and not Words.of(lower).predicate


def _title_and_name(upper: str, lower: str) -> bool:
    """What somebody is in one line, the name and what they did in the next."""
    if len(upper) > TITLE or words_of(upper)[-1][0] not in PERSON_NOUNS:
        return False
    below = Words.of(lower)
    return below.opens in NAMES and below.predicate and not Words.of(upper).predicate
