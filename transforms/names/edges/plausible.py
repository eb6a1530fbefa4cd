"""What the tagger takes for a person and is none, or not whole: idioms, drugs, prizes, a title or a verb within it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Iterator, Sequence

import rjieba

from transforms.names.evidence.chinese_names import common_surnames, cuts_title, foreign, posts, speaks, title_head
from transforms.names.evidence.common_words import is_common_word
from transforms.names.evidence.joined_given_names import joined_end
from transforms.names.evidence.other_words import is_below
from transforms.names.evidence.things import names_thing
from transforms.names.lists import DEEDS, no_person_words, person_nouns, saying_verbs, surnames
from transforms.names.paragraph import Paragraph
from transforms.names.spans import NameSpan
from transforms.words.token import tokenize

_PIECE = re.compile(r"[^/；;、，,［］\[\]〔〕]+")
_ITEM = re.compile("[㐀-鿿]{2,5}?(?=[、，。；等])")
_LAST_ITEM = re.compile("(?<![㐀-鿿])[㐀-鿿]{2,5}\\Z")
_LONGEST_ITEM = 8
_MADE_BY = re.compile(r"[著译编绘摄](?=[，、；。：）)]|\Z)")  # behind the name of who made a book or a picture
_MEASURED = re.compile(
    "[0-9一二三四五六七八九十百千万几两多亿](?:筐筐?|箱箱?|篮篮?|袋袋?|车车|颗颗?|粒粒?|串串?|盒盒?|公?斤|吨|棵棵?|株株?|亩)\\Z"
)
_MEASURES = frozenset("筐箱篮袋车颗粒串盒斤吨棵株亩")
_ANSWERS = re.compile(r"[答问说]：")  # 柯青答：
_OF_FOUR = re.compile(r"[㐀-鿿]{2}而[㐀-鿿](?![㐀-鿿])")  # 闻令而动
_LONGEST_CHINESE = 4
_FULL = 3  # characters that a Chinese name mostly has
_THINGS = re.compile(
    r"[段矿奖杯号酯素胺酮苷感司局厅院厂店馆队镇沟屯峡戏剧族器率]\Z|\A边.+边\Z"
)  # none of three characters and more
_KNOWN_THINGS = frozenset("科卡楼区市省县社曲语棚关")  # the same for a word that jieba's list has: 呼吸科
_LOOSE_TAGS = frozenset(("n", "v", "vn", "a", "d", "m", "c", "t"))  # of the word that such a one begins with: 迟早|会
_SURNAMED_TAGS = frozenset(("d", "c"))  # the same where a common surname is its first character: 何时|能
_TIES = re.compile("关系|两国|双边|友好|友谊|两军|经贸")  # behind two states: 中吉关系
_SIDE = re.compile(r"[中双我对各]方")  # 瑞方 beside it is a country
_SIDE_ACTS = re.compile(".方[应愿将拟]\\Z")  # 巴方应
_SIDE_WITHIN = re.compile("[同与对和向]?.方[为在将对愿也与同和表已]?\\Z")  # 同瑞方, 克方为
_THERE = re.compile(r".在[华京沪港澳台]\Z")  # 德在华
_BODY = re.compile(
    r"(?P<rest>[㐀-鿿]{0,12}?)(?:大学|学院|公司|集团|基金会|研究所|研究院|事务所|银行|协会|孵化基地|清真寺)"
)  # whose name begins with a person's
_BODY_LAST, _BODY_MOST = frozenset("学院司团会所行地寺"), 16  # its last characters, and how many it has
_OFFICE = re.compile(
    "[㐀-鿿]{0,4}?(?:办公室|指挥部|中心|[办局委处科所站队厅院])副?(?:主任|[局处科所站队厅院]长|书记|负责人)"
)  # that holds a district's name: 区治水|办主任
_INSIDE_BODY = ("n", "b", "j", "vn", "l", "a")
_PLACE_ENDS = frozenset("河湖村镇县市乡路街巷寺岛荡滩坝渠塘组湾宫庙祠坳")  # of a place, unless a title is before
_LANE = re.compile("..(?<![万千百])里|.[山路河江渡]口|.{2,4}郡")  # 丁香里, but not 周万里
_TAILS = {
    3: "则也均仍却将获还又便已曾都向只就到",
    4: "家为常曾还则却都因朝被把向对与从于也又已便只并仍皆均",
}  # size of a span, and what is not the end of a name so long
_PRONOUNS = frozenset("你您他她")  # in no name: 病人信你
_COMPLEMENTS = frozenset("出到下进上回开掉住起过走来去满")
_PLAIN_TAGS = frozenset(("n", "v", "vn", "a", "ad", "an", "b", "d", "t", "s", "f", "l", "i"))
_MANNER_TAGS = ("a", "ad", "d")  # 主任郑重表示, unless the text has the word again
_FREQUENT = 1000
_OFTEN = 100
_AHEAD = 8
_LONGEST_POST = 7


def plausible(paragraph: Paragraph, row: Sequence[NameSpan]) -> list[NameSpan]:
    """The spans of a paragraph without those that are no person after all; the others cut to the name."""
    text = paragraph.text
    out: list[NameSpan] = []
    starts = {span.start for span in row if span.kind == "person"}
    ends = {span.end for span in row if span.kind == "person"}
    lists = "、" in text
    for span in row:
        if span.kind == "person":
            out += [
                piece
                for piece in _pieces(paragraph, span)
                if not (is_common_word(text, piece, starts) or names_thing(paragraph, piece))
                and not (lists and _is_listed(text, piece) and _is_of_kind(text, piece, starts, ends))
                and (not _is_none(paragraph, piece) or _heads_list(text, piece, starts))
            ]
        else:
            out.append(span)
    return out


def _heads_list(text: str, span: NameSpan, starts: Container[int]) -> bool:
    """True for what follows a title and stands before 、 and another person: 省领导顾维新、."""
    listed = text[span.end : span.end + 1] == "、" and span.end + 1 in starts
    return listed and _title_head(text, span.start) < span.start


def _is_listed(text: str, span: NameSpan) -> bool:
    return text.startswith("、", span.end) or text.startswith("、", span.start - 1)


def _is_of_kind(text: str, span: NameSpan, starts: Container[int], ends: Container[int]) -> bool:
    """True where an item beside it in a list, in which no person is, ends as it does: 香樟树、桂花树."""
    follows, leads = text[span.start - 1 : span.start] == "、", text[span.end : span.end + 1] == "、"
    if leads and span.end + 1 in starts:
        return False
    if follows and span.start - 1 in ends:
        return False
    after = _ITEM.match(text, span.end + 1) if leads else None
    before = _LAST_ITEM.search(text, max(0, span.start - _LONGEST_ITEM), span.start - 1) if follows else None
    items = [item.group() for item in (after, before) if item]
    return any(item[-1] == text[span.end - 1] and item[0] not in surnames() for item in items)


def _pieces(paragraph: Paragraph, span: NameSpan) -> Iterator[NameSpan]:
    """The names in a span: cut at 、 and ；, without a title before it and an adverb after it."""
    text = paragraph.text
    for match in _PIECE.finditer(text, span.start, span.end):
        start, end = match.span()
        for at in range(end - 2, start + 1, -1):
            if title_head(text, start, at, 2) < at:
                start = at
                break
        if end - start > 2 and _MADE_BY.match(text, end - 1):
            end -= 1
        if end - start == _FULL and (
            text[end - 1 : end + 1] in saying_verbs() or text[end : end + 1] == "着" or _ANSWERS.match(text, end - 1)
        ):
            end -= 1
        if end - start == _FULL and _has_verb_at_end(paragraph, start, end):
            end -= 1
        if end - start > _FULL and _begins_word(text, start, end):
            end -= 1
        tails = _TAILS.get(end - start)
        if tails and text[end - 1] in tails and text[start] in surnames() and text[end : end + 1] != "·":
            end -= 1
        if end - start > 1:
            yield NameSpan(start, end, "person")


def _begins_word(text: str, start: int, end: int) -> bool:
    """True where the last sign of a foreign name is the first of a frequent word: 冯特莱恩明|确表示."""
    word = text[end - 1 : end + 1]
    if not rjieba.has_word(word) or is_below(word, _FREQUENT) or not foreign(text[start + 1 : end]):
        return False
    rest = tokenize(text[end : end + _AHEAD])
    return bool(rest) and len(rest[0][0]) == 1


def _has_verb_at_end(paragraph: Paragraph, start: int, end: int) -> bool:
    """True where the last of three characters is a verb before its complement (施南|点开), or 常 before a verb."""
    text, words = paragraph.text, paragraph.words
    if text[end - 1] == "常":
        word, tag, _ = (tokenize(text[end : end + _AHEAD]) or [("", "", 0)])[0]
        return len(word) == 1 and tag == "v" and word not in saying_verbs()
    if _is_cut_by_word(paragraph, start, end) or text[end - 1] == "很":
        return True
    if text[end : end + 1] not in _COMPLEMENTS:
        return False
    if text[end - 1] in DEEDS:
        return True
    i = bisect_left(paragraph.starts, end - 1)
    if not 0 < i < len(words) or words[i][2] != end - 1 or words[i - 1][2] != start:
        return False
    return words[i][0] == text[end - 1] and words[i][1] == "v" and words[i - 1][1].startswith("nr")


def _is_cut_by_word(paragraph: Paragraph, start: int, end: int) -> bool:
    """True where jieba has a name of two characters and a frequent word over the end: 丁浩|战胜名将."""
    words = paragraph.words
    i = bisect_left(paragraph.starts, end - 1)
    if not 0 < i < len(words) or words[i][2] != end - 1 or words[i - 1][2] != start:
        return False
    word = words[i][0]
    apart = len(word) == 2 and words[i - 1][1].startswith("nr") and word[-1] not in saying_verbs()
    known = apart and rjieba.has_word(word) and not rjieba.has_word(paragraph.text[end : end + 2])
    return known and rjieba.suggest_freq(word) > _FREQUENT


def _is_none(paragraph: Paragraph, span: NameSpan) -> bool:
    """True for a piece of another word, a thing, and a verb with its object (戴口罩) that does not speak."""
    text, words = paragraph.text, paragraph.words
    name = text[span.start : span.end]
    if (
        name in no_person_words()
        or (len(name) == _FULL and name[:2] in no_person_words() and name[0] not in common_surnames())
        or (len(name) > 2 and "·" not in name and _THINGS.search(name))
        or _OF_FOUR.match(text, span.start)
    ):
        return True
    if "·" in name and text.startswith("“", span.start - 1) and text.startswith("”", span.end):
        return True  # “丝路·敦煌”
    if _is_street(text, span, name) or (rjieba.has_word(name[1:]) and cuts_title(text, span.start)):
        return True
    if "·" not in name and not _PRONOUNS.isdisjoint(name) and not joined_end(text, span.start):
        return True
    if _is_side(text, span) or _is_thing(text, span, name) or _names_body(text, span):
        return True
    first = bisect_left(paragraph.starts, span.start + 1) - 1
    word, tag, at = words[first]
    if len(word) > len(name) and at + len(word) >= span.end and rjieba.has_word(word) and not rjieba.has_word(name):
        return True
    if at < span.start and rjieba.has_word(word) and _title_head(text, span.start) == span.start:
        return True
    if word == name and len(name) >= _FULL and tag in _PLAIN_TAGS and rjieba.has_word(name) and not foreign(name):
        return not speaks(text, span.end)
    manner = tag in _MANNER_TAGS and word == name and rjieba.has_word(name)
    if manner and text.count(name) == 1 and (name[0] not in common_surnames() or speaks(text, span.end)):
        return True
    if len(name) > _LONGEST_CHINESE or len(word) != 1 or tag != "v" or first + 1 == len(words):
        return False
    if text[span.start : span.start + 2] in surnames() or _has_post(text, span.start):
        return False
    rest, rest_tag, rest_at = words[first + 1]
    whole = rest_at + len(rest) == span.end and len(rest) > 1 and not rest_tag.startswith("nr")
    return whole and rjieba.has_word(rest) and not speaks(text, span.end)


def _is_street(text: str, span: NameSpan, name: str) -> bool:
    """True for a town, a river or a lane, unless a title is before it."""
    lane = _LANE.fullmatch(name) is not None and not speaks(text, span.end) and not foreign(name)
    ends = lane or (len(name) == _FULL and name[-1] in _PLACE_ENDS)
    return ends and _title_head(text, span.start) == span.start


def _is_thing(text: str, span: NameSpan, name: str) -> bool:
    """True for a known word for a thing, two words of the language, and pieces such as 德在华."""
    if (
        text[span.start - 1] in _MEASURES
        and _MEASURED.search(text, max(0, span.start - 3), span.start)
        and rjieba.has_word(name)
    ):
        return True  # 一筐筐杨梅
    if len(name) == _FULL and rjieba.has_word(name) and _is_loose(name) and not speaks(text, span.end):
        return True
    if _THERE.match(name) or (name[1] == "之" and text[span.start - 1 : span.start] == "者"):  # 阴雨者时之余
        return True
    if len(name) == _FULL and name[-1] in _KNOWN_THINGS and rjieba.has_word(name) and not foreign(name):
        return not _has_post(text, span.start)
    return len(name) == _LONGEST_CHINESE and _is_two_words(text, span)


def _is_loose(name: str) -> bool:
    """True for a word of jieba's list that is a frequent word of the language and a character: 迟早|会, 强|降雨."""
    start, rest = name[:2], name[1:]
    surnamed = name[0] in common_surnames()
    if rjieba.has_word(rest):
        return not (surnamed or foreign(name) or is_below(rest, _OFTEN)) and tokenize(rest)[0][1] in _LOOSE_TAGS
    return not is_below(start, _OFTEN) and tokenize(start)[0][1] in (_SURNAMED_TAGS if surnamed else _LOOSE_TAGS)


def _is_side(text: str, span: NameSpan) -> bool:
    """True for 瑞方 beside 中方, for 中吉 of 中吉关系, and for 宋家, without a title before it."""
    if "中" in text[span.end - 2 : span.end] and _TIES.match(text, span.end):
        return True
    if "方" not in text[span.start : span.end] and text[span.end - 1] != "家":
        return False
    if text[span.end - 1] not in "方家" or span.end - span.start != 2:
        if _SIDE_ACTS.match(text, span.start, span.end):
            return True
        return _SIDE_WITHIN.match(text, span.start, span.end) is not None and _SIDE.search(text) is not None
    side = text[span.end - 1] == "家" or _SIDE.search(text) is not None
    return side and _title_head(text, span.start) == span.start


def _names_body(text: str, span: NameSpan) -> bool:
    """True where a name begins that of a body: 约翰·|某某大学, 马克思|主义学院, 区治水|办; 李明|大学毕业 is none."""
    if text[span.end - 1] == "·" or text.startswith("·", span.end):
        return True
    if text[span.start] == "区" and _OFFICE.match(text, span.end):
        return True
    if _BODY_LAST.isdisjoint(text[span.end : span.end + _BODY_MOST]):
        return False
    body = _BODY.match(text, span.end)
    if body is None or (len(body["rest"]) < 2 and "·" not in text[span.start : span.end]):
        return False
    return all(tag.startswith(_INSIDE_BODY) and word not in person_nouns() for word, tag, _ in tokenize(body["rest"]))


def _is_two_words(text: str, span: NameSpan) -> bool:
    """True for two words of the language (严格|遵守), as jieba has them, that no title is before."""
    name = text[span.start : span.end]
    if name[:2] in surnames() or foreign(name) or "·" in name:
        return False
    if _title_head(text, span.start) < span.start:
        return not any(is_below(half, _OFTEN) for half in (name[:2], name[2:]))  # 医生|梅雨季节
    words = tokenize(name)
    if len(words) == 1:
        return rjieba.has_word(name) and all(map(rjieba.has_word, (name[:2], name[2:])))
    return [len(word) for word, _, _ in words] == [2, 2] and all(
        rjieba.has_word(word) and not tag.startswith("nr") for word, tag, _ in words
    )


def _has_post(text: str, start: int) -> bool:
    """True where a post or an age ends before `start`: 市长申公望, 62岁的能守义."""
    return text[_title_head(text, start) : start] in posts() or text.endswith("岁的", 0, start)


def _title_head(text: str, end: int) -> int:
    return title_head(text, max(0, end - _LONGEST_POST), end)
