"""Names that look like other words (应海潮, 别春生, 经纬): behind a title, by what else the words could mean."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import rjieba

from transforms.names.evidence.chinese_names import (
    COMPLEMENTS,
    SPEAKS,
    common_surnames,
    cuts_word,
    first_characters,
    follow,
    foreign,
    posts,
)
from transforms.names.lists import person_nouns, saying_verbs, surnames
from transforms.names.spans import NameSpan
from transforms.words.token import Word, tokenize

_HAN = re.compile(r"[㐀-鿿]+\Z")
_AHEAD = 10
_TITLE = 7
RARE = 10  # times that jieba's list counts a word that is likelier a name behind a title: 方锐
_RARE = 100  # times that jieba's list counts a word which the language hardly uses: 端方, but not 全程
_OFTEN = 1500  # the same for a word that is a name where the article has it again and it speaks: 施展
_HOW_TAGS = ("a", "d", "m")  # of words that tell how one speaks
_SELDOM = 150  # the same for a word that is likelier a name behind a post: 安然, 甘露
_FREQUENT = 1000
_MODAL_TAGS = ("v", "d", "r")  # before a verb only: 应海潮 is a name, 应主动 is none
_LINKING_TAGS = ("p", "c", "u", "zg", "t", "f", "s")  # before a noun: 向媒体, 和来宾
_THING_TAGS = ("n", "q", "m", "g", "j")
_NOUN_TAGS = ("n", "t")
_NEVER_LAST = frozenset("上里内外中下")
_TOWN_ENDS = frozenset("镇乡村县市街")
_NEVER_IN = frozenset("我你您他她的了着过们也是么这那哪些个很不没")
_CLAUSE = frozenset("。！？；，：、”“…—\n")
_FULL = 3
_AGED = "岁的"
_INTRODUCES = re.compile(f"{_AGED}|名叫|[大原]名|(?<=[个位人])叫")
_LED = re.compile(
    "以(?P<name>[㐀-鿿]{3})(?:等人?)?为(?:首|[组队班团]长|(?:代表|核心|骨干|主力)的[㐀-鿿]{0,10}?(?:[家者员匠人]|团队|课题组|一代|一批))"
)  # 以甲为首, 以甲为代表的匠人
_AFTER_CALLED = frozenset("的，。（、")
_SHORTEST_FOREIGN, _LONGEST_FOREIGN = 3, 7


def unlikely_end(text: str, at: int, listed: bool = False) -> tuple[int, bool] | None:
    """The end of the name at `at`, right behind a title, and whether it is sure; None where none is.

    One that is not sure is a name if the article has it again, at the start of a clause. A name is `listed` behind 、
    and another person.
    """
    if text[at] not in first_characters():
        end = None if listed else foreign_end(text, at) or _short_foreign_end(text, at)
        return (end, True) if end else None
    doubtful = None
    for size in (_FULL, _FULL - 1):
        name = text[at : at + size]
        if len(name) < size or not _HAN.match(name) or not _NEVER_IN.isdisjoint(name) or cuts_word(text, at + size):
            continue
        if name[1:] in saying_verbs() or name[1:] in COMPLEMENTS or _is_title(text, at, size):
            continue
        fit = _fit(text, at + size)
        if fit < 2:
            continue
        post = not listed and _is_post(text, at)
        if post and size < _FULL and _is_word_as_name(text, name, at + size, fit):
            return at + size, True
        if _is_sure(name, fit) if post or fit == SPEAKS else listed and is_unknown(name):
            return at + size, True
        if not listed and not doubtful and _may_be(name):
            doubtful = at + size, False
    return doubtful


def introduced(text: str) -> Iterator[tuple[int, int]]:
    """Names behind an age or 名叫 and in 以甲为首, (start, end) each: 15岁的米可儿, 名叫占元的后生."""
    for led in _LED.finditer(text) if "为" in text and "以" in text else ():
        name = led["name"]
        if name[0] in surnames() and _NEVER_IN.isdisjoint(name) and _is_sure(name, 2):
            yield led.span("name")
    if not (_AGED in text or "叫" in text or "大名" in text or "原名" in text):
        return
    for cue in _INTRODUCES.finditer(text):
        at = cue.end()
        if text[at : at + 1] not in first_characters():
            continue
        for size in (_FULL, _FULL - 1):
            name = text[at : at + size]
            if len(name) < size or not _HAN.match(name) or not _NEVER_IN.isdisjoint(name) or _is_title(text, at, size):
                continue
            called = cue.group() != _AGED and text[at + size : at + size + 1] in _AFTER_CALLED
            if called or (
                not cuts_word(text, at + size) and _fit(text, at + size) and size == _FULL and _is_sure(name, 2)
            ):
                yield at, at + size
                break


def foreign_end(text: str, at: int) -> int | None:
    """The end of the name at `at`, right behind a title, whose signs all write foreign names: 扎西平措, 阿依木果."""
    end = at
    while end < len(text) and end - at < _LONGEST_FOREIGN and foreign(text[end]):
        end += 1
    for stop in range(end, at + _SHORTEST_FOREIGN - 1, -1):
        words = tokenize(text[at:stop])
        if any(len(word) > 1 and rjieba.has_word(word) and not tag.startswith("n") for word, tag, _ in words):
            continue
        if not rjieba.has_word(text[at:stop]) and not cuts_word(text, stop) and _fit(text, stop) >= 1:
            return stop
    return None


def _short_foreign_end(text: str, at: int) -> int | None:
    """The end of a name of two such signs that is no word, right behind a post, and speaks: 厅长颂帕表示."""
    name, end = text[at : at + 2], at + 2
    if not foreign(name) or rjieba.has_word(name) or not _is_post(text, at):
        return None
    return end if follow(tokenize(text[end : end + _AHEAD]), 0) == SPEAKS else None


def _is_post(text: str, end: int) -> bool:
    """True where a post or rank of one person ends before `end`: 局长, but not 干部."""
    return any(text[end - size : end] in posts() for size in range(2, min(_TITLE, end) + 1))


def is_unknown(name: str) -> bool:
    """True for three characters of which no two are a word."""
    pieces = (name, name[:2], name[1:])
    return len(name) == _FULL and name[-1] not in _NEVER_LAST and not any(map(rjieba.has_word, pieces))


def is_given(word: str) -> bool:
    """True for a word that the language has as a name only: 小军."""
    return rjieba.has_word(word) and _tag(word).startswith("nr")


def _is_title(text: str, at: int, size: int) -> bool:
    """True where a noun for people is in the name or goes on over its end."""
    nouns, end = person_nouns(), at + size
    for i in range(at, end):
        if (i < end - 1 and text[i:end] in nouns) or text[i : end + 1] in nouns:
            return True
    return text[at : at + 2] in nouns


def _fit(text: str, end: int) -> int:
    """How well what follows fits a person: as `follow`, and SPEAKS too where 笑着 or 当即 is before the verb."""
    words = tokenize(text[end : end + _AHEAD])
    fit = follow(words, 0)
    if fit == 1 and any(word in saying_verbs() for word, _, _ in words[1:3]):
        return SPEAKS
    if fit == 2 and words[0][0].endswith("着") and _tells(words):
        return SPEAKS
    if not fit and words[0][1] == "ug" and len(words[0][0]) > 1:
        return 2
    return fit


def _tells(words: Sequence[Word]) -> bool:
    """True where a verb of saying ends the clause that the words begin: 指着山腰说，"""
    stop = next((i for i, word in enumerate(words) if word[1] == "x"), len(words))
    return stop > 0 and words[stop - 1][0] in saying_verbs()


def _is_sure(name: str, fit: int) -> bool:
    """True where the words of the language do not make the name, or hardly."""
    first = _tag(name[0])
    if len(name) < _FULL:
        return fit == SPEAKS and (_is_uncommon(name) if rjieba.has_word(name) else first.startswith(_THING_TAGS))
    if rjieba.has_word(name):
        return False
    if is_usual(name[:2]):
        return fit == SPEAKS and _tag(name[:2]).startswith("n")
    given = name[1:]
    known = rjieba.has_word(given)
    if first.startswith(_LINKING_TAGS):
        return not known and fit == SPEAKS and given[0] not in surnames()
    if first.startswith(_MODAL_TAGS) and known:
        return _tag(given).startswith("n")
    return True


def _is_word_as_name(text: str, name: str, end: int, fit: int) -> bool:
    """True for a word behind a post that is likelier to be the name there: 馆长甘露提醒, 书记高粱、."""
    if name[0] not in common_surnames() or not rjieba.has_word(name):
        return False
    often = rjieba.suggest_freq(name)
    if text[end : end + 1] == "、":
        return often < _FREQUENT and _tag(name).startswith(_NOUN_TAGS)
    if fit == SPEAKS:
        return often < _SELDOM * 2 and not _tag(name).startswith(_HOW_TAGS)
    return fit == 2 and often < _SELDOM


def _may_be(name: str) -> bool:
    """False for a word of the language, a place, and what has a word in it: 经海关, 吴河镇."""
    if len(name) == _FULL and name[-1] in _TOWN_ENDS:
        return False
    if rjieba.has_word(name):
        return is_below(name, _OFTEN) and not _tag(name).startswith(("ns", *_HOW_TAGS))
    return len(name) < _FULL or is_unknown(name)


def is_usual(word: str) -> bool:
    """True for a word that jieba's list has and that is not rare."""
    return not is_below(word, _RARE)


def is_below(word: str, often: int) -> bool:
    """True for a word that jieba's list has less often than that, or not at all."""
    return not rjieba.has_word(word) or rjieba.suggest_freq(word) < often


def _is_uncommon(word: str) -> bool:
    """True for a rare word, and for a noun that is not frequent: 古月."""
    return is_below(word, _RARE) or (_tag(word) in _NOUN_TAGS and is_below(word, _RARE * 3))


def _tag(word: str) -> str:
    return str(tokenize(word)[0][1])


def confirmed(paragraphs: Sequence[str], found: Sequence[tuple[int, NameSpan]]) -> Iterator[tuple[int, NameSpan]]:
    """Those of the unsure names (number of paragraph, span) that the article has again where a clause begins."""
    names = {paragraphs[n][span.start : span.end] for n, span in found}
    for name in names:
        again = [
            (n, NameSpan(at, end, "person"))
            for n, text in enumerate(paragraphs)
            if name in text
            for at, end in clause_starts(text, name)
            if may_end(text, end) and (is_below(name, _RARE) or _fit(text, end) == SPEAKS)
        ]
        if again:
            yield from again
            yield from ((n, span) for n, span in found if paragraphs[n][span.start : span.end] == name)


def clause_starts(text: str, name: str) -> Iterator[tuple[int, int]]:
    """Where a clause begins with the name."""
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        if at == 0 or text[at - 1] in _CLAUSE:
            yield at, end
        at = text.find(name, end)


def may_end(text: str, end: int) -> bool:
    """True where what follows fits a person, and no word goes on over `end`."""
    return _fit(text, end) > 0 and not cuts_word(text, end)
