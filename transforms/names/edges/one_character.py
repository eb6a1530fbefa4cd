"""Names of people that the tagger has a character too short or too long: 向|李大钊, 宋馨|恬, 吕忠|跟家人."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

import rjieba

from transforms.names.edges.last_character import begins_deed
from transforms.names.evidence.chinese_names import common_surnames, foreign, posts, title_head
from transforms.names.evidence.other_words import is_below
from transforms.names.lists import NO_LAST, TELLING, no_person_words, surnames
from transforms.names.paragraph import Paragraph
from transforms.names.spans import NameSpan
from transforms.words.token import tokenize

_SHORT, _FULL = 2, 3
_TITLE = 7
_AHEAD = 6
_REIGN = re.compile("[一二三四五六七八九十]{1,3}世")
_ACT_TAGS = ("v", "d", "p", "c", "m")
_TAIL = re.compile("(?:[在对与]其|时)\\Z")
_PAUSES = ("", "、", "，", "。")
_SCORE = re.compile("[0-9０-９]|微弱|总分|大比分")
_WORKS = frozenset("词诗文赋画曲")  # before 《: 苏轼词《
_BESIDE = frozenset("跟与从对把被让给向")  # prepositions that jieba parts from the name
_PRESS = re.compile("本?报?记者|本报|新华社|媒体")  # to whom one speaks: 甲乙|对记者说
_SAYS_TO = re.compile("[^，。！？；：“]{1,8}(?:说|表示|喊|讲|解释)[，。：]")  # 甲乙|对驾驶员说
_POST = re.compile(
    "[㐀-鿿]{0,8}?(?:书记|主任|[队组院校会部局处厂所站科班]长|主席|经理|指挥|委员)[，。、；]"
)  # 甲乙|任团支部书记
_AND = frozenset("和及与")
_CONJUNCTIONS = frozenset("但因若虽而且并")  # at the start of a clause, before a name with its surname
_CLAUSE = frozenset("。！？；，：“”")
_LEADS = re.compile(
    "(?:总书记|书记|同志|主席|总统|总理|院士|教授|老师|主任)?为(?:首|代表|核心|骨干|主力|[组队班校社会团部]长|主帅)"
)  # 以甲为首, 以甲为组长
_ENDS_AND_TELLS = re.compile(rf"[为与之以于同](?:{TELLING})")  # 尚可为告诉记者: no preposition stands before a verb
_DIGITS = tuple("0123456789")
_WHEN_COUNTED = frozenset(
    "在于自从近约花用以共就才又仅只凭历第达超逾满过再因至到时等和与及把跟同将被让给向对带有是为比获"
)
_LOOSE_ENDS = _WORKS | _BESIDE | frozenset("其时以任和")  # of three characters, which may be none of the name
_LOOSE_AFTER = frozenset("得了一二三四五六七八九十")
_RARE = 150  # times that jieba's list counts a word which is likelier the end of a name and a verb: 一|作


def edged(paragraph: Paragraph, row: Sequence[NameSpan]) -> list[NameSpan]:
    """The spans of a paragraph, those of people with their edges where the words around them say."""
    after = [*(span.start for span in row[1:]), len(paragraph.text)][: len(row)]
    before = [0, *(span.end if span.kind == "person" else 0 for span in row)][: len(row)]
    return [
        _edged(paragraph, _without_and(paragraph.text, span, last), following) if span.kind == "person" else span
        for span, last, following in zip(row, before, after, strict=True)
    ]


def _without_and(text: str, span: NameSpan, last: int) -> NameSpan:
    """The span without 和 where the post of another is before it, whose name ends at `last`: 甲主席|和普京."""
    if text[span.start] not in _AND or span.end - span.start < _FULL or not last:
        return span
    post = text[last : span.start]
    return NameSpan(span.start + 1, span.end, span.kind) if post in posts() else span


def _edged(paragraph: Paragraph, span: NameSpan, following: int) -> NameSpan:
    text = paragraph.text
    start, end, kind = span
    if "·" in text[start:end]:
        spoken = text[end - 1] == "对" and _PRESS.match(text, end) is not None
        return NameSpan(start, end - 1 if spoken else _dotted_end(paragraph, end), kind)
    if end - start == _SHORT and text[end + 1 : end + 2] in _DIGITS and following > end and _is_cut(text, start, end):
        return NameSpan(start, end + 1, kind)
    if end - start == _SHORT and following > end and _ENDS_AND_TELLS.match(text, end) and text[start] in surnames():
        return NameSpan(start, end + 1, kind)
    if text[start] == "以" and end - start >= _FULL and _LEADS.match(text, end):
        return NameSpan(start + 1, end, kind)
    start = _title_start(text, start, end)
    span = span._replace(start=start)
    first = bisect_left(paragraph.starts, start)
    if first == len(paragraph.words) or paragraph.starts[first] != start:
        return span
    loose = text[end - 1] in _LOOSE_ENDS or text[end : end + 1] in _LOOSE_AFTER or text[start] in _CONJUNCTIONS
    if end - start == _FULL and not loose and len(paragraph.words[first][0]) > 1:
        return span  # as most names are
    if _has_preposition(paragraph, first, end) or _has_conjunction(text, start, end):
        return NameSpan(start + 1, end, kind)
    if cut := _foreign_tail(text, start, end) or _two_words(text, start, end):
        return NameSpan(start, end - cut, kind)
    if end - start == _SHORT and following > end:
        return NameSpan(start, end + 1, kind) if _lacks_last(paragraph, start, end) else span
    if end - start == _FULL and text[start] in common_surnames() and _has_more(paragraph, first, end, following):
        return NameSpan(start, end - 1, kind)
    reign = _REIGN.match(text, end) if foreign(text[start:end]) else None
    return NameSpan(start, reign.end(), kind) if reign else span


def _title_start(text: str, start: int, end: int) -> int:
    """Where the title ends in which a name begins: 首席商务官|李珍妮."""
    cut = end - start > _FULL and text[start] == "官" and text[start + 1] in common_surnames()
    return start + 1 if cut and title_head(text, max(0, start - _TITLE), start + 1, 2) <= start else start


def _is_cut(text: str, start: int, end: int) -> bool:
    """True behind a title where one character stands between the name and a number: 主播仇一|鸣3小时卖出."""
    if text[end] in _WHEN_COUNTED or (text[end] in NO_LAST and text[end] != "均") or not "一" <= text[end] <= "鿿":
        return False
    return text[start] in surnames() and title_head(text, max(0, start - _TITLE), start, 2) < start


def _dotted_end(paragraph: Paragraph, end: int) -> int:
    """`end`, or that of the word without a meaning that goes on over it in signs for foreign names: 恩坦|布对记者说."""
    i = bisect_left(paragraph.starts, end) - 1
    word, _, at = paragraph.words[i]
    further = at + len(word)
    odd = paragraph.text[further - 1] in NO_LAST or paragraph.text[further - 1] in "因在以和"
    goes_on = (
        end < further <= end + _SHORT and not odd and not rjieba.has_word(word) and foreign(paragraph.text[end:further])
    )
    return further if goes_on else end


def _has_preposition(paragraph: Paragraph, first: int, end: int) -> bool:
    """True for a preposition and a name that jieba's list has: 向|李大钊."""
    words = paragraph.words[first : first + 2]
    if len(words) < 2 or len(words[0][0]) > 1 or words[0][1] not in ("p", "c"):
        return False
    name, tag, at = words[1]
    start = words[0][2]
    text = paragraph.text
    if foreign(text[start:end]) and text[title_head(text, max(0, start - _TITLE), start) : start] in posts():
        return False  # 总统|比斯卡拉
    listed = tag.startswith("nr") and rjieba.has_word(name) and name[0] in surnames()
    return listed and at + len(name) == end and len(name) >= _FULL


def _has_conjunction(text: str, start: int, end: int) -> bool:
    opens = start == 0 or text[start - 1] in _CLAUSE
    named = text[start + 1] in surnames() or text[start + 1] in "小老"
    return opens and end - start >= _FULL and text[start] in _CONJUNCTIONS and named


def _is_verb(text: str, end: int) -> bool:
    """True where the last character is a verb or the like before 得 or 了: 吕浩|忙得, 吕娟|成了."""
    after = text[end : end + 1]
    if after not in ("得", "了") or rjieba.has_word(text[end : end + 2]):
        return False
    return after == "得" or tokenize(text[end - 1 : end + _AHEAD])[0][:2] in (
        (text[end - 1], "v"),
        (text[end - 1], "n"),
    )


def _lacks_last(paragraph: Paragraph, start: int, end: int) -> bool:
    """True behind a title where a rare word parts the name's last character from it, a verb at its end: 韩柱|昌拉着."""
    text, words = paragraph.text, paragraph.words
    if text[start] not in surnames() or title_head(text, max(0, start - _TITLE), start, 2) == start:
        return False
    first = words[bisect_left(paragraph.starts, start)]
    if len(first[0]) == _FULL and first[1] == "nr" and not rjieba.has_word(first[0]):
        known = text[end] in NO_LAST or rjieba.has_word(text[end : end + 2]) or begins_deed(text, end)  # 吕泽|许愿
        return not known and not tokenize(text[end])[0][1].startswith(_ACT_TAGS)  # 韩新虎|这几天
    if text[end] == text[end - 1] and not rjieba.has_word(text[end : end + 2]):
        return True  # 吕盼|盼开心地说
    i = bisect_left(paragraph.starts, end)
    if i == len(words) or words[i][2] != end or text[start] not in common_surnames():
        return False
    word = words[i][0]
    if len(word) != _SHORT or word[0] in NO_LAST or (rjieba.has_word(word) and not is_below(word, _RARE)):
        return False
    rest, tag, _ = tokenize(text[end + 1 : end + 1 + _AHEAD])[0]
    return tag.startswith(("v", "d")) and not tokenize(word[0])[0][1].startswith("v") and rest[0] == word[1]


def _foreign_tail(text: str, start: int, end: int) -> int:
    """How many characters of 博尔金|在其, 巴罗佐|时指出 and 山岚|以2∶1 are none of the name."""
    tail = _TAIL.search(text, start, end)
    if tail and tail.start() > start + 1 and (end - start > _FULL or tail.group() != "时"):
        return len(tail.group())
    return int(end - start == _FULL and text[end - 1] == "以" and _SCORE.match(text, end) is not None)


def _two_words(text: str, start: int, end: int) -> int:
    """2 for a name of two characters and a verb: 吕帆|晋升, 吕丹|拉起."""
    name, rest = text[start : start + _SHORT], text[start + _SHORT : end]
    if len(rest) != _SHORT or name[0] not in common_surnames() or name in surnames() or foreign(rest):
        return 0
    acts = rjieba.has_word(rest) and (rest in no_person_words() or tokenize(rest)[0][1].startswith("v"))
    return _SHORT if acts else 0


def _has_more(paragraph: Paragraph, first: int, end: int, following: int) -> bool:
    """True where a preposition, a verb, a word for what one wrote or 任 before a place is the last character."""
    text, words = paragraph.text, paragraph.words
    last = text[end - 1]
    word, tag, at = words[first]
    if last == "任":
        return following == end or _POST.match(text, end) is not None
    if last == "对" and _SAYS_TO.match(text, end):
        return True
    if (last == "对" and _PRESS.match(text, end)) or _is_verb(text, end):
        return True
    if last in _AND and text.startswith("、", at - 1) and text[end : end + 1] not in _PAUSES:
        return at + len(word) == end - 1  # 甲、吕捷|和小组成员
    if last in _WORKS:
        return text[end : end + 1] == "《" and at + len(word) < end
    if last not in _BESIDE or first + 1 == len(words):
        return False
    beside, kind, where = words[first + 1]
    return where == end - 1 and beside == last and kind in ("p", "c") and tag.startswith("nr")
