"""What in the words around a name shows that it is a person's: a verb of saying, a deed, an age."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

import rjieba

from transforms.names.evidence.chinese_names import OF_MANY, PAUSE, SPEAKS, common_surnames, follow, foreign
from transforms.names.evidence.common_words import common_words
from transforms.names.evidence.other_words import RARE, is_below
from transforms.names.lists import surnames
from transforms.names.paragraph import Paragraph
from transforms.names.spans import NameSpan
from transforms.words.token import Word, tokenize

_PLAIN_TAGS = frozenset(("n", "v", "vn", "a", "b", "d", "t", "s", "i", "l", "m", "z"))
_VERB_TAGS = frozenset(("v", "p", "d", "vg", "vd", "vi", "l", "i"))
_BEFORE = re.compile(r"(?:岁的|[大本原真]名|名叫|[名人位我他她]叫|取名|化名|任命|免去|聘任|授予|追授)\Z")
_AFTER = re.compile(
    r"[（(](?:化名|女|男|[左右中前后][一二三四]?[）)])|同志|先生|教授|院士|老师|老人"
    r"|，(?:男|女|[0-9０-９]{1,3}岁|今年[0-9０-９]{1,3}岁)|(?:等人?)?为(?:首|代表|核心|[组队班团]长)|(?:的|诗|词)?《|出?生于[0-9０-９]{4}"
    r"|今年(?:已|刚满?|年?近)?[0-9０-９一二三四五六七八九十]{1,3}岁"
)
_LONGEST_LEAD = 3
_AHEAD = 8
_SOME = 8
_PLACE_ENDS = frozenset("路街巷村镇乡屯沟河江湖山桥站港岛寺塔园区县市")
_FULL_NAME = 3  # characters that a Chinese name mostly has
_PHRASE_TAGS = ("n", "vn", "v", "a", "f", "b")
_HAN = re.compile(r"[㐀-鿿]+\Z")
_CLAUSE_TAGS = ("x", "t", "c")


def is_plain(paragraph: Paragraph, name: NameSpan) -> bool:
    """True where jieba has the name as one word of the language: 盛夏."""
    word, tag = _word(paragraph, name)
    return tag in _PLAIN_TAGS and rjieba.has_word(word)


def in_dictionary(paragraph: Paragraph, name: NameSpan) -> bool:
    """True for a name that is one word of jieba's list, where 田埂 and 鲁迅 have the same tag."""
    word = _word(paragraph, name)[0]
    return word != "" and rjieba.has_word(word)


def is_word(paragraph: Paragraph, name: NameSpan) -> bool:
    """True for a name that is a word of the language; for one that jieba has as a name where a dictionary says so."""
    word, tag = _word(paragraph, name)
    if word == "" or is_below(word, RARE):
        return False
    doubled = word == word[0] * 2  # 学生齐齐敬礼
    return not tag.startswith("nr") or doubled or word in common_words("person") or not is_name_like(word)


def is_name_like(name: str) -> bool:
    """True for a name that begins with a surname, has a dot or signs that foreign names are written with."""
    known = surnames()
    return name[0] in known or name[:2] in known or "·" in name or foreign(name)


def is_known_form(name: str) -> bool:
    """True for a surname and a given name of two characters, where the whole is no word of jieba's list: 李春花."""
    return len(name) == _FULL_NAME and name[0] in common_surnames() and not (rjieba.has_word(name) or foreign(name))


def _is_full(name: str) -> bool:
    """True for a common surname with two characters more, where no words of jieba's list make it: 申请|书, 胡|萝卜."""
    if len(name) != _FULL_NAME or name[0] not in common_surnames() or rjieba.has_word(name[:2]):
        return False
    return not rjieba.has_word(name) or not (rjieba.has_word(name[1:]) or foreign(name))


def _is_parted(words: Sequence[Word]) -> bool:
    """True where jieba has a name as a surname and a given name: 陈|天佑, but not 陈|内容."""
    if len(words) < 2:
        return False
    (first, tag, _), (second, rest, _) = words
    return len(first) == 1 and tag.startswith("nr") and len(second) == _FULL_NAME - 1 and rest not in _PLAIN_TAGS


def is_phrase(paragraph: Paragraph, name: NameSpan) -> bool:
    """True for words of the language in a row, the first of them no surname by jieba: 战|洪水, 郑州|站."""
    tokens = paragraph.words
    i = bisect_left(paragraph.starts, name.start)
    if i + 1 >= len(tokens) or tokens[i][2] != name.start:
        return False
    (first, tag, _), (second, _, at) = tokens[i], tokens[i + 1]
    if tag == "ns" and rjieba.has_word(first):
        return at < name.end
    whole = at + len(second) == name.end and len(second) > 1 and rjieba.has_word(second)
    return whole and len(first) == 1 and not tag.startswith("nr")


def is_inside_word(paragraph: Paragraph, name: NameSpan) -> bool:
    """True for a piece of a longer word of jieba's list (恩格尔系数) that is not 和 and the name: 和普京."""
    word, _, at = paragraph.words[bisect_left(paragraph.starts, name.start + 1) - 1]
    if word[0] == "和" and at + 1 == name.start and at + len(word) == name.end:
        return False
    return len(word) > name.end - name.start and at + len(word) >= name.end and rjieba.has_word(word)


def acts(paragraph: Paragraph, name: NameSpan) -> bool:
    """True where a verb of saying follows the name, an age stands by it, or it does what a person does.

    A verb is enough where jieba takes the word for a name too, or where a Chinese name begins its clause; a word of
    jieba's list must begin its clause.
    """
    i = bisect_left(paragraph.starts, name.end)
    if i < len(paragraph.starts) and paragraph.starts[i] != name.end:
        paragraph, i = _cut_anew(paragraph, i, name.end)
    text, tokens = paragraph.text, paragraph.words
    if i == len(tokens):
        return _is_described(text, name)
    fit = follow(tokens, i)
    if fit > PAUSE or follow(tokens, i + 1) > PAUSE or _is_described(text, name):
        return True
    first = bisect_left(paragraph.starts, name.start)
    opens = first == 0 or tokens[first - 1][1].startswith(_CLAUSE_TAGS)
    if is_phrase(paragraph, name):
        return False
    alike = _word(paragraph, name)[1].startswith("nr")
    full = _is_full(text[name.start : name.end])
    if name.end - name.start == 2 and text[name.start] not in common_surnames():
        return False if text[name.start] in surnames() else alike and foreign(text[name.start : name.end])
    if full and (alike or _is_parted(tokens[first : first + 2])):
        return text[name.end : name.end + 1] not in _PLACE_ENDS
    if in_dictionary(paragraph, name):
        return opens and tokens[i][1] in _VERB_TAGS
    opens = opens or (
        full and first > 0 and tokens[first - 1][0] == "的" and not rjieba.has_word(text[name.start + 1 : name.end])
    )
    if alike:
        return any(tag in _VERB_TAGS for _, tag, _ in tokens[i : i + 2])
    return opens and tokens[i][1] in _VERB_TAGS and _is_whole(text[name.start : name.end])


def does(paragraph: Paragraph, name: NameSpan) -> bool:
    """True where what follows a name with a title before it is not the rest of a longer phrase."""
    tokens = paragraph.words
    i = bisect_left(paragraph.starts, name.end)
    word, tag = _word(paragraph, name)
    if len(word) == _FULL_NAME and tag.startswith("nr") and word[0] in surnames():
        return True
    first = bisect_left(paragraph.starts, name.start)
    if first and tokens[first - 1][0] in OF_MANY and tag.startswith(("v", "a")) and is_plain(paragraph, name):
        return follow(tokens, i) == SPEAKS  # 干部容错免责
    if i == len(tokens) or follow(tokens, i) > 0 or tokens[i][0] == "时":
        return True
    return not tokens[i][1].startswith(_PHRASE_TAGS) or _begins_with_verb(tokens[i][0])


def _begins_with_verb(word: str) -> bool:
    """True for what jieba takes for one noun, a verb and its object: 主持会议."""
    return len(word) > _FULL_NAME and tokenize(word[:2])[0][1] == "v"


def _cut_anew(paragraph: Paragraph, i: int, start: int) -> tuple[Paragraph, int]:
    """Some words before `start` and the next ones cut anew from there, where jieba's own run over it."""
    before = paragraph.words[max(0, i - _SOME) : i]
    after = tokenize(paragraph.text[start : start + _AHEAD], start=start)
    return Paragraph.of(paragraph.text, [*before, *after]), len(before)


def _is_chinese(name: str) -> bool:
    double = name[:2] in surnames()
    return len(name) <= 3 + double and (double or name[0] in surnames()) and _HAN.match(name) is not None


def _is_whole(name: str) -> bool:
    """True for a name of Chinese form, and for one of four signs and more that write foreign names."""
    return _is_chinese(name) or (len(name) > _FULL_NAME and foreign(name))


def _is_described(text: str, name: NameSpan) -> bool:
    before = _BEFORE.search(text, max(0, name.start - _LONGEST_LEAD), name.start)
    return before is not None or _AFTER.match(text, name.end) is not None


def _word(paragraph: Paragraph, name: NameSpan) -> tuple[str, str]:
    """The word that is the name, with its tag; two empty strings where the name is not one word."""
    tokens = paragraph.words
    i = bisect_left(paragraph.starts, name.start)
    word, tag, at = tokens[i] if i < len(tokens) else ("", "", -1)
    return (word, tag) if at == name.start and at + len(word) == name.end else ("", "")
