"""Which line of a headline group is the main headline; those over it are kickers, those under it decks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from transforms.layout.kinds.kind import Kind
from transforms.layout.wording.line_words import (
    DECK,
    EVENT_BOUND,
    EVENT_END,
    EVENT_NOUN,
    GENRE_END,
    KICKER_END,
    NAMES,
    QUANTITY,
    REPORTS,
    SERIES,
    Words,
    words_of,
)
from transforms.layout.wording.shared_pairs import TAG

# who says what the line over it leaves open, or what was done to find out: 法院判决：…, 记者走访…
_ATTRIBUTED = re.compile(
    r"(?:本报)?记者(?:走访|探访|调查|实探|体验)"
    r"|(?:记者|专家|医生|律师|机构|业内|法院|检察|警方|交警|消防|官方|气象|市民|学者|分析)[一-龥]{0,4}："
    r"|(?:[一-龥]{0,8}部门|物业|管理[处方]|[商店厂]家|公司|客服|平台|[校院店厂]方)："
    r"|[一-龥]{2,8}(?:回应|答复|回复|释疑|澄清|提醒|判决|解读|建议|表示|认为|预计)："
)
_SAID = re.compile("“[^“”]{6,}”")
_URGED = re.compile("[一-龥·]{2,8}?(?:强调|指出|要求)[，：]")
_LONGER = 1.25
_SAYS = 8  # a shorter first line is a label
# a division below the province that does something; 柳溪镇的掌柜 is all that its line is of
_DIVISION = re.compile(r"(?![我全本各这该])[一-龥]{2,4}?(?:县|区|镇|乡|村|街道|旗|市)(?![的民委场]|[一-龥]{0,2}[：:])")
_INTERVIEW = re.compile("(?:本报)?(?:独家)?(?:专访|对话|访)(?!问)")
# how its figure is measured, with nobody before it: 首日售出三成, 最低五折
_MEASURES = re.compile(
    r"(?:最[低高多少长大快]|首[日周月季]|当[日天]|日均|人均|平均|同比|环比|均价|单价)[^，。]*?"
    rf"(?:[一二两三四五六七八九]折|[近超逾][一二两三四五六七八九]成|{QUANTITY.pattern})"
)
# from when a rule holds, of which the line over it tells
_IN_FORCE = re.compile(r"(?:今日|明[日天]|下月|\d{1,2}月(?:\d{1,2}日)?)起(?:正式|全面)?(?:施行|实施|执行|生效|实行)\Z")
# how much of it, in a short line that names nobody: 自给率达七成, 总投资六千万元
_AMOUNTS = re.compile(
    rf"(?:总投资额?|(?:[一-龥]{{1,5}})?(?:总?[值额]|率|占比|比重|总量|面积))(?:[达为超近约逾]|达到|超过)?(?:{QUANTITY.pattern})\Z"
)
# what goes on after what happened: 水位仍将上涨
_OUTLOOK = re.compile("短期|难以|仍[将在需未]|[或恐料]将|继续|依旧|尚未")
_QUOTED = re.compile("“[^“”]*”")  # a figure in a name counts nothing: “0元学车”
_FIGURATIVE = re.compile("“[一-龥]”")  # 渡船“飞”过柳溪: what it means stands in the other line
_SOON = re.compile("明[日天起]|后天|本周|下[周月]|将[于在]?")  # when an event begins that is the news itself
_LOOKS_AHEAD = re.compile("预计|有望|力争|计划|拟于?|将于|最快|其中|惠及|覆盖")
_FIGURE = re.compile(r"\d")
_SHORT_DECK = 2  # times as long as the headline
_NO_SUBJECT = ("v", "vg", "d")
_SLOGAN_RATIO = 1.6


def main_line(said: Sequence[str], lines: Sequence[Sequence[Kind]]) -> int:
    """Which line is the main headline."""
    told = [i for i, line in enumerate(lines) if line[0].unit.role == "headline"]
    if told:
        over_deck = told[-1] + 1 < len(said) and DECK.match(said[told[-1] + 1])
        return told[-1] if over_deck else told[0]
    last = next((i for i, text in enumerate(said) if i and DECK.match(text)), len(said)) - 1
    while last > 1 and _reports(said[last]):
        last -= 1
    for i, text in enumerate(said):
        if TAG.sub("", text) not in ("", text) and not (i and DECK.match(text)):
            return i
    if last == 0:
        return 0
    if last >= 2:
        return _main_of_many(said, last)
    return 0 if _second_is_deck(said[0], said[1]) else 1


def _main_of_many(said: Sequence[str], last: int) -> int:
    """Of three lines or more: the one that others lead to, else the second, unless a short label or a second kicker
    stands first."""
    leading = max((i for i in range(last) if KICKER_END.search(said[i])), default=-1)
    if leading >= 0:
        return leading + 1
    if len(said[0]) > len(said[1]):
        return 1
    longer = len(said[last]) >= len(said[1])
    return last if longer and not (last == 2 and _is_figure_of(said[1], said[2])) else 1


def _reports(text: str) -> bool:
    """Who gave the report and who explained it."""
    return bool(REPORTS.search(text)) and Words.of(text).opens in NAMES


def _is_figure_of(first: str, second: str) -> bool:
    """How much it is, of what the line over it tells without a figure."""
    counts = bool(QUANTITY.search(_QUOTED.sub("", second)))
    return counts and not QUANTITY.search(first) and _second_is_deck(first, second)


def _tells_genre(first: str, second: str) -> bool:
    """The second line says what kind of piece it is, of whom: 渡口上的一天|柳溪镇客运观察."""
    return bool(GENRE_END.search(second)) and not re.search(r"[，：！？\s]", second) and not GENRE_END.search(first)


def _is_what_was_said(first: str, second: str) -> bool:
    """Under what happened, with its figure, what somebody said of it: 民警追回二十万元|“养老钱保住了”.

    A longer line that tells it in two clauses introduces.
    """
    said = _SAID.fullmatch(second) and not ("，" in first and len(first) > len(second))
    return bool(said) and len(first) >= _SAYS and bool(QUANTITY.search(first)) and Words.of(first).predicate


def _tells_where(first: str, second: str) -> bool:
    """Under a line that leaves it open, whose doing it is: 一根竹子吃干榨净|柳溪县年产值翻番."""
    if len(first) < _SAYS or _FIGURE.search(first) or _DIVISION.match(first):
        return False
    place = _DIVISION.match(second)
    if not place:
        return False
    ends = next(((word, tag) for word, tag, at in words_of(second) if at + len(word) == place.end()), ("", ""))
    named = len(ends[0]) == 1 or ends[1] in ("ns", *NAMES)  # 移动|超市, 老旧|小区 are no divisions
    return named and Words.of(second[place.end() :]).predicate


def _adds_to(first: str, second: str) -> bool:
    """Under what happened, how much of it there was, or under its figure what goes on."""
    if _MEASURES.match(second):
        return len(second) <= _SHORT_DECK * len(first)
    if _IN_FORCE.match(second) or (_AMOUNTS.match(second) and len(second) <= len(first)):
        return Words.of(first).predicate and not EVENT_END.search(first)
    told = bool(_OUTLOOK.search(second)) and not _FIGURE.search(second) and "，" not in first + second
    return told and len(first) >= _SAYS and bool(QUANTITY.search(first)) and Words.of(first).predicate


def _means(first: str, second: str) -> bool:
    """The second line says in plain words what a verb in quotation marks means."""
    return bool(_FIGURATIVE.search(first)) and "“" not in second and len(second) >= _SAYS


def _counts_up(first: str, second: str) -> bool:
    """Two figures and more, one clause after another, under a line that says what was done."""
    counted = [QUANTITY.search(_QUOTED.sub("", part)) for part in second.split("，")]
    return len(counted) > 1 and all(counted) and "，" not in first and Words.of(first).predicate


def _is_what_was_urged(second: str) -> bool:
    """Who spoke at the event that the line over it tells, and for what: 周禾田强调，把渡口守到最后一班."""
    urged = _URGED.match(second)
    return bool(urged) and Words.of(second).opens in NAMES


def _goes_further(first: str, second: str) -> bool:
    """Under all that happened in one clause, two clauses and more of what came of it."""
    clauses = "，" in second and not re.search("[，：]", first)
    return clauses and len(first) >= _SAYS and len(second) >= _LONGER * len(first) and Words.of(first).predicate


def _second_is_deck(first: str, second: str) -> bool:
    """Of two lines the first is the headline where the second adds a number to it, or spells a slogan out."""
    if GENRE_END.search(first) and not GENRE_END.search(second):
        return False
    if _is_what_was_urged(second) or _goes_further(first, second):
        return True
    if any(sign.search(first) for sign in (KICKER_END, EVENT_NOUN)) or SERIES.match(first) or _INTERVIEW.match(first):
        return False
    if _ATTRIBUTED.match(second) or _tells_genre(first, second) or _is_what_was_said(first, second):
        return True
    if _tells_where(first, second) or _LOOKS_AHEAD.match(second) or _adds_to(first, second):
        return True
    if _means(first, second) or _counts_up(first, second):
        return True
    if EVENT_END.search(first) or EVENT_BOUND.search(first):
        return bool(_SOON.search(first)) and not EVENT_END.search(second)
    slogan = len(first.split()) >= 2 and not re.search(r"[，：]", first) and len(second.split()) == 1
    if slogan:
        return len(second) >= _SLOGAN_RATIO * len(first)
    if len(first) <= 5 or (re.search("[，、]", first) and len(first) > len(second)):
        return False
    if not QUANTITY.search(_QUOTED.sub("", second)):
        return False
    says = Words.of(first).predicate
    if says and Words.of(second).opens in _NO_SUBJECT and len(second) <= len(first) + 2:
        return True
    return not QUANTITY.search(first) and (says or len(first) >= _SAYS)
