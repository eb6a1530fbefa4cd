"""The sign behind a Chinese name that the tagger has on the wrong side of its end: 姜平|会修车, 赵长水|叹了口气."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

import rjieba

from transforms.names.evidence.chinese_names import common_surnames, first_characters, foreign, name_end
from transforms.names.evidence.other_words import is_below
from transforms.names.lists import DEEDS, NO_LAST, person_nouns, saying_verbs, surnames
from transforms.names.paragraph import Paragraph
from transforms.names.spans import NameSpan
from transforms.words.token import tokenize

_SHORT, _FULL, _OVERLONG = 2, 3, 4
_AHEAD = 8
_DEEDS = DEEDS | frozenset("系擦放搭骑背端泡沏掀搀牵喂晒削剥撕披敲拨捡")
_WAYS = frozenset("出到下进上回开掉住起过走来去满在给向")  # behind a deed
_PARTICLES = frozenset("了着")
_NOUN_DEEDS = frozenset("学画照数犁")  # deeds that alone are nouns to the dictionary: 姚立|学着
_NOT = frozenset("不没未无非")
_BEFORE_NOT = frozenset("并也还都就却从毫决绝尚仍又再更")
_ACT_TAGS = ("v", "a", "zg", "p")
_DO_TAGS = ("v", "d")
_HOW_TAGS = ("a", "v", "d", "z", "l", "i", "zg")
_ADVERBS = {
    "时": "常刻而时",
    "常": "年驻常对向跟给把",
    "连": "夜续忙声",
}  # sign → what makes an adverb with it: 时常, 常对
_WHEN = re.compile("[0-9０-９昨今近去前日]|当[天日晚年]|[本上][月周]")
_AT_HOME = re.compile("[里住有0-9０-９]|门[口前]|中[的有]")
_FACED = frozenset("我他她它你您大门窗台镜远前后人观记空天")
_NEVER_LAST = frozenset("及与各把喊")  # what goes on behind a name: 甲|及乙, 甲|各领一份
_BOTH = re.compile("[两二三四五六七八九十]人")
_JOINT, _LINKS = re.compile("[及把与和]"), "及与和"
_OWN_AND = re.compile("和(?=[和把被的、，。])")  # the last sign of a name: 沈清|和把, 沈清|和和
_ADVERB, _VERB, _REACH = 1, 2, 14  # how well what follows the second of two must fit, and how far it is looked at
_MODALS = frozenset("会要")
_RESULTS = frozenset("出到下进上回开掉住起过走来去满完成好见")  # behind a verb: 考|上了
_NO_LAST = NO_LAST | frozenset("的了着是在和与等对向从把被让给到为以及说问答叫笑哭这那各每先后前同来去自由因于当")
_SELDOM = 100  # times that jieba's list counts two signs that are hardly a word


def tailed(paragraph: Paragraph, row: Sequence[NameSpan]) -> list[NameSpan]:
    """The spans of a paragraph, Chinese names of people without the sign that begins a deed, and with one they lack."""
    if all(span.kind != "person" for span in row):
        return list(row)
    pieces = [piece for span in row for piece in (_parted(paragraph.text, span) if span.kind == "person" else (span,))]
    after = [*(span.start for span in pieces[1:]), len(paragraph.text)][: len(pieces)]
    out: list[NameSpan] = []
    for span, following in zip(pieces, after, strict=True):
        if span.kind == "person" and (end := _end(paragraph, span, following)) != span.end:
            span = span._replace(end=end)
        out.append(span)
        if span.kind == "person" and span.end + 1 < following and (beside := _beside(paragraph.text, span, following)):
            out.append(beside)
    return out


def _parted(text: str, span: NameSpan) -> Iterator[NameSpan]:
    """The one name or two in a span that the tagger has over 及 or 把: 洪若兰|及宇军."""
    start, end, kind = span
    chinese = text[start] in first_characters() and end - start > _FULL and "·" not in text[start:end]
    joint = _JOINT.search(text, start + _SHORT, end) if chinese else None
    if joint is None or joint.start() > start + _FULL or text[joint.end() : joint.end() + 1] not in surnames():
        yield span
        return
    yield NameSpan(start, joint.start(), kind)
    if end - joint.end() >= _SHORT:
        yield NameSpan(joint.end(), end, kind)


def _beside(text: str, span: NameSpan, following: int) -> NameSpan | None:
    """The second person behind 及, 与 or 和 and one whom the tagger has: 董瑶及|符冬梅."""
    start = span.end + 1
    if text[span.end] not in _LINKS or text[start] not in surnames() or text[start : start + _SHORT] in person_nouns():
        return None
    words = tokenize(text[start : start + _REACH], start=start)
    common = text[start] in common_surnames()
    end = name_end(text, words, 0, _ADVERB if common else _VERB)
    if end is None or end > following or (not common and rjieba.has_word(text[start + 1 : end])):
        return None
    alone = end - start > _SHORT or (common and words[0][0] == text[start:end] and words[0][1].startswith("nr"))
    return NameSpan(start, end, "person") if alone else None


def _end(paragraph: Paragraph, span: NameSpan, following: int) -> int:
    text = paragraph.text
    start, end, _ = span
    size = end - start
    if text[start] not in first_characters() or text[start : start + _SHORT] in surnames():
        return end
    if size == _FULL and text.startswith("时，", end - 1) and _is_object(paragraph, start):
        return end - 1  # 见到葛青|时，
    if size == _OVERLONG and _BOTH.match(text, end - _SHORT):
        return end - _SHORT  # 喻阳|三人
    if size in (_FULL, _OVERLONG) and begins_deed(text, end - 1):
        whole = size == _FULL and foreign(text[start:end])
        return end if whole else end - 1
    lacks = size == _SHORT and end < following and (_OWN_AND.match(text, end) or _lacks_sign(paragraph, start, end))
    return end + 1 if lacks else end


def _is_object(paragraph: Paragraph, start: int) -> bool:
    """True right behind a verb."""
    i = bisect_left(paragraph.starts, start)
    return 0 < i < len(paragraph.words) and paragraph.starts[i] == start and paragraph.words[i - 1][1] == "v"


def begins_deed(text: str, at: int) -> bool:
    """True for a sign with which what one does begins, so that it ends no name: 会|修车, 躺|在床上, 于|昨日."""
    sign, after = text[at], text[at + 1 : at + 2]
    if sign in _NEVER_LAST or _BOTH.match(text, at):
        return True
    if after in _PARTICLES:
        acts = after == "了" or sign in _NOUN_DEEDS or tokenize(sign)[0][1].startswith(_ACT_TAGS)
        return acts and not rjieba.has_word(text[at + 1 : at + 3])
    if sign in _DEEDS and after in _WAYS:
        return True
    if sign in _BEFORE_NOT and after in _NOT:
        return True
    if sign in _ADVERBS:
        return after in _ADVERBS[sign]
    if sign == "出":
        return rjieba.has_word(sign + after)
    if after == "得":
        return _tells_how(text, at + 1)
    if sign in _MODALS:
        word, tag, _ = (tokenize(text[at + 1 : at + _AHEAD]) or [("", "", 0)])[0]
        acts = tag in _DO_TAGS or (len(word) > _SHORT and tokenize(word[0])[0][1] == "v")  # 回老家
        return acts and word not in saying_verbs()
    if sign == "于":
        return _WHEN.match(text, at + 1) is not None
    if sign == "家":
        return _AT_HOME.match(text, at + 1) is not None
    return sign == "朝" and after in _FACED


def _tells_how(text: str, at: int) -> bool:
    """True for a 得 behind a verb: 气|得发抖, but not 得知."""
    words = tokenize(text[at : at + _AHEAD])
    return len(words) > 1 and words[0][0] == "得" and words[1][1].startswith(_HOW_TAGS)


def _lacks_sign(paragraph: Paragraph, start: int, end: int) -> bool:
    """True where one sign that does nothing stands between a name and a deed: 赵长|水叹了口气, 刘立|成要走."""
    text = paragraph.text
    sign, two = text[end], text[end : end + _SHORT]
    if sign in _NO_LAST or sign in _DEEDS or not "㐀" <= sign <= "鿿" or text[start] not in common_surnames():
        return False
    if two[1:] in _RESULTS or not is_below(two, _SELDOM) or not begins_deed(text, end + 1):
        return False
    return two[1:] in _MODALS or not tokenize(sign)[0][1].startswith("v")
