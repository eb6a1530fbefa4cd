"""A headline group's lines as a reader would say them, ordered kicker, headline, deck."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import seeds
from transforms.layout.kinds import Kind
from transforms.layout.line_words import (
    ASKS_OBJECT,
    DECK,
    EVENT_END,
    EVENT_NOUN,
    GENRE_END,
    KICKER_END,
    QUANTITY,
    SERIES,
    Words,
    states,
)
from transforms.layout.main_line import main_line
from transforms.layout.shares import TAG
from transforms.mapped import Mapped
from transforms.words.token import tokenize

_TWO_BEATS = re.compile(r"[一-龥]\s+[一-龥\d]")
_OPENERS, _CLOSERS = "（(《“‘【", "）)》”’】"
_HANGING_END = re.compile(r"[、，,和与及的在向为对把将被让以从暨]\Z|(?:赋能|被判|获评|荣获|成为)\Z|[“（《]\Z")
_COLUMN = re.compile(r"[（(【][^（）()【】]{2,12}[）)】]")
_QUOTED = re.compile(r"[“《‘][^”》’]+[”》’]\Z")
_WHOLE = re.compile(
    r"[“《‘][^“”《》‘’]+[”》’]|从[^，。]+到[^，。]+"
)  # nothing but quoted words, or from where to where
_ORGANS = re.compile(r"[一-龥、·]{2,}\Z")
_EVENT_OBJECT = re.compile(r"第[一二三四五六七八九十\d]+[次届轮期场].{0,8}\Z")  # 举行|第二十六次会议
_PERSON_NOUNS = frozenset(row["word"] for row in seeds.table("person_nouns"))
_ORGANIZATIONS = tuple(row["word"] for row in seeds.table("organization_heads") if len(row["word"]) > 1)
_TITLE = 8
_STATEMENT = 8  # characters: a shorter line says no more than what the one over it was for
_NAMES = ("nr", "nrt", "nrfg")
_WHEN = frozenset(("时", "后", "前", "之后", "之前", "以后", "以前", "期间"))
_COMPARES = ("同比", "环比", "比上年", "较上年")  # what is said opens so: 用电量|同比增长一成
_ASPECTS = ("ul", "uz", "ug")  # 了, 着, 过
_NOMINAL = ("n", "ns", "nt", "nz", "vn", "an", "m", "q", "l", "i", "j", *_NAMES)
_APART = re.compile(r"[\s，。；：？！]")
_MARKS = re.compile(r"[\W_]+")
_PART = 0.6
_LONG, _EDGE = 14, 5
_SHORT = 12  # characters: a line of large type in one article's width


@dataclass(frozen=True, slots=True)
class Headline:
    """Lines in the order kicker, headline, deck; `main` is the place of the headline among them."""

    lines: tuple[Mapped, ...]
    main: int
    parts: tuple[tuple[Kind, ...], ...]


def read_headline(groups: Sequence[Sequence[Kind]]) -> Headline:
    """The lines of an article's headline groups; lines that a narrow column broke are one again."""
    lines: list[list[Kind]] = []
    for group in groups:
        lines.extend(_whole_lines(group, alone=len(groups) == 1))
    main = main_line([_said(line) for line in lines], lines)
    return Headline(tuple(_joined(line) for line in lines), main, tuple(tuple(line) for line in lines))


_ASKS = frozenset("？！?!")  # a line that ends so is whole


def _said(line: Sequence[Kind]) -> str:
    return "".join(k.text for k in line)


def _whole_lines(group: Sequence[Kind], alone: bool) -> list[list[Kind]]:
    """Lines of one group, those joined that a reader says as one."""
    lines: list[list[Kind]] = [[kind] for kind in group]
    if len(lines) == 3 and not any(kind.unit.role for kind in group) and _is_kicker(group[0].text):
        lines = _two_under_kicker(lines)
        if len(lines) == 2:
            return lines
    lines = []
    for kind in group:
        role = kind.unit.role
        if (role in ("kicker", "headline", "deck") and lines and lines[-1][0].unit.role == role) or (
            lines and not role and _belongs(_said(lines[-1]), kind.text, alone)
        ):
            lines[-1].append(kind)
        else:
            lines.append([kind])
    if len(lines) == 3 and not any(line[0].unit.role for line in lines):
        lines = _two_under_kicker(lines)
    return lines


def _is_kicker(text: str) -> bool:
    """A line too long for large type, that asks for no other."""
    return len(text) > _SHORT and not _unbalanced(text) and not _HANGING_END.search(text)


def _two_under_kicker(lines: list[list[Kind]]) -> list[list[Kind]]:
    """Under a long kicker two short lines are the halves of one headline."""
    first, second, third = (_said(line) for line in lines)
    if DECK.match(third) or TAG.search(second) or second.endswith(("：", "——", "？", "！")):
        return lines
    if len(first) > max(len(second), len(third)) and max(len(second), len(third)) <= _SHORT and len(first) > 8:
        return [lines[0], lines[1] + lines[2]]
    return lines


def _belongs(upper: str, lower: str, alone: bool) -> bool:
    """Whether two lines that follow each other are one."""
    if _unbalanced(upper) or _word_broken(upper, lower):
        return True
    if _COLUMN.fullmatch(lower) and not TAG.search(upper):
        return True
    if (
        DECK.match(lower)
        or SERIES.match(upper)
        or KICKER_END.search(upper)
        or GENRE_END.search(upper)
        or TAG.search(upper)
        or upper[-1] in _ASKS
    ):
        return False
    if _HANGING_END.search(upper) or ASKS_OBJECT.search(upper):
        return True
    plain = TAG.sub("", lower)
    if plain and (_verb_and_object(upper, plain) or _title_and_name(upper, plain)):
        return True
    if _WHOLE.fullmatch(plain) and Words.of(upper).predicate:
        return False
    if re.search("[，。；]", upper) or len(upper) > 2 * _SHORT or EVENT_NOUN.search(upper):
        return False
    if _couplet(upper, plain):
        return True
    if len(upper) <= 3 or ("、" in upper and _ORGANS.match(upper)):
        return False
    if EVENT_END.search(upper) and alone:
        return bool(_EVENT_OBJECT.match(lower))
    if _QUOTED.match(upper) and len(upper) <= _SHORT:
        return True
    return _same_sentence(upper, plain, alone)


def _word_broken(upper: str, lower: str) -> bool:
    """A long line that ends within a word: what is left of it on either side says nothing alone."""
    if len(upper) < _LONG or len(tokenize(upper)[-1][0]) > 1 or len(tokenize(lower)[0][0]) > 1:
        return False
    words = tokenize(upper[-_EDGE:] + lower[:_EDGE])
    return any(start < _EDGE < start + len(word) for word, _, start in words)


def _verb_and_object(upper: str, lower: str) -> bool:
    """A short line that ends in a verb, and what it does that to: no more than a noun of its own."""
    words, below = tokenize(upper), tokenize(lower)
    if _gains(upper, words[-1][1], below, lower):
        return True
    ends = words[-2:-1] if len(words) > 2 and words[-1][1] in _ASPECTS else words[-1:]
    if len(words) < 2 or ends[0][1] != "v" or EVENT_END.search(upper) or len(upper) > _SHORT or len(lower) > len(upper):
        return False
    noun = below[-1][1] in _NOMINAL and "的" not in lower
    return noun and not _APART.search(upper + lower) and not Words.of(lower).predicate


def _gains(upper: str, last: str, below: Sequence[tuple[str, str, int]], lower: str) -> bool:
    """A short line that ends in a verb, and how many of what: 我市新增|3个省级园区."""
    counted = below[0][1] == "m" and below[-1][1] in _NOMINAL and not Words.of(lower).predicate
    if last != "v" or len(upper) > _TITLE or _APART.search(upper + lower) or EVENT_END.search(upper):
        return False
    return counted


def _title_and_name(upper: str, lower: str) -> bool:
    """What somebody is in one line, the name and what they did in the next."""
    if len(upper) > _TITLE or tokenize(upper)[-1][0] not in _PERSON_NOUNS:
        return False
    below = Words.of(lower)
    return below.opens in _NAMES and below.predicate and not Words.of(upper).predicate


def _couplet(upper: str, lower: str) -> bool:
    """Two short lines of one length, marks aside: the halves of one headline."""
    above, below = _MARKS.sub("", upper), _MARKS.sub("", lower)
    if len(above) != len(below) or re.search(r"\d|[一二三四五六七八九十百千万]+(?:个|名|人|条|项)", upper + lower):
        return False
    if len(above) <= 5:
        return True
    first, second = Words.of(upper), Words.of(lower)
    return len(above) <= _SHORT and first.predicate and second.predicate and second.opens != "t"


def _same_sentence(upper: str, lower: str, alone: bool) -> bool:
    """By their words: a subject and what is said of it, or two short halves that run on."""
    above, below = Words.of(upper), Words.of(lower)
    if (above.opens[:1] == "n" or upper[0] in "省市区县") and upper.endswith(_ORGANIZATIONS):
        above = Words(predicate=False, opens=above.opens)  # 市农业执法支队: the verb is part of the name
    if states(upper) and below.predicate and len(lower) >= _STATEMENT:
        return False
    verbal = below.opens[:1] in ("v", "d", "p") or below.opens == "" or lower.startswith(_COMPARES)
    if not above.predicate:
        if verbal or below.opens[:1] in ("r", "t", "c", "m") or below.opens == "eng":
            return len(upper) >= 4
        own_subject = below.opens in (*_NAMES, "ns", "nt", "nz")
        return len(upper) >= 5 and not own_subject and len(lower) <= len(upper)
    if not alone and len(lower) <= _PART * len(upper):
        return True
    adds = bool(QUANTITY.search(lower)) and not re.search(r"\d", upper)
    if _is_topic(upper) and below.opens == "d":
        return True
    whole = adds or bool(_TWO_BEATS.search(lower))
    return verbal and below.predicate and not whole and max(len(upper), len(lower)) <= _SHORT


def _is_topic(upper: str) -> bool:
    """When, and then of what the next line says something: 潮水退去后滩涂."""
    words = tokenize(upper)
    at = max((n for n, (word, _, _) in enumerate(words) if word in _WHEN), default=-1)
    return 0 < at < len(words) - 1 and all(tag in _NOMINAL or tag in ("a", "b") for _, tag, _ in words[at + 1 :])


def _unbalanced(text: str) -> bool:
    return any(text.count(o) > text.count(c) for o, c in zip(_OPENERS, _CLOSERS, strict=True))


def _joined(line: Sequence[Kind]) -> Mapped:
    """One line from several; a blank stands where two halves of one length meet."""
    if len(line) == 1:
        return line[0].unit.words
    text = line[0].unit.words.text
    offsets = line[0].unit.words.offsets[:]
    for kind in line[1:]:
        words = kind.unit.words
        halves = len(text) == len(TAG.sub("", words.text)) <= _SHORT
        if halves and words.offsets[0] - 1 > offsets[-1]:
            text += " "
            offsets.append(words.offsets[0] - 1)
        text += words.text
        offsets.extend(words.offsets)
    return Mapped(text, offsets)
