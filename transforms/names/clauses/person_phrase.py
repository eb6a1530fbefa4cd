"""The phrase by which a clause names a person: a name with its titles, or the words up to the last noun for one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from transforms.names.clauses.as_words import Unit
from transforms.names.clauses.human_words import is_human, is_human_noun
from transforms.names.lists import person_nouns, saying_verbs, surnames, title_verbs

POINTING = frozenset(("该", "这位", "这名", "上述", "前述", "这个"))
NOUN_TAGS = ("n", "vn", "b", "j", "zg", "f", "l")
ASPECTS = frozenset(("了", "着", "过", "到", "出"))
COORDINATING = frozenset(("和", "与", "及"))  # inside a title: 经济和信息化厅副厅长
_BETWEEN_TITLES = frozenset(("、", "兼"))
_BRACKETS = frozenset("（）")  # in a title: 高三（3）班班主任
_TOWARDS_ONE = frozenset(
    "质问 责问 祝贺 祝福 警告 数落 安抚 抚慰 动员 命令 交代 拜托 嘱托 写信 致信 致函 致电 采访 表扬 责备 斥责 呵斥 "
    "请教 求助 答谢 问候 慰问 探望 看望 指导 帮助 支持 开导 鼓舞".split()
)  # verbs that jieba has as nouns, of what one does to another
_ASKS = frozenset("问答夸喊")
_ONLINE = frozenset("网友 网民 博主 用户 主播 粉丝 微友 读者".split())  # who may go by a name in marks
_NICKNAME = 6
TITLE_WORDS = 10
_TITLE_TAGS = ("n", "v", "b", "j", "a", "f", "l", "zg")
NO_SUBJECT_AFTER = frozenset(
    ("对", "向", "让", "给", "跟", "与", "和", "令", "使", "被", "据", "在", "由", "于", "把", "为", "从", "以")
)


class Subject(NamedTuple):
    """Who a clause is about, the end of that phrase in the text, whether a pronoun stands for them.

    `guessed` where nothing but jieba's tag says that the phrase is a person.
    """

    text: str
    end: int
    pronoun: bool = False
    named: bool = False
    guessed: bool = False


def person_phrase(text: str, words: Sequence[Unit], head: int) -> Subject:
    """The phrase that has its first person at `head`: its name where one follows, or the words to its last noun."""
    last = at = head
    while at + 1 < len(words) and (step := _further(words, at + 1)):
        at += step
        if is_human(words, at) or words[at][1] == "NAME" or (words[at][0] == "”" and step > 1):
            last = at
    named = [k for k in range(head, last + 1) if words[k][1] == "NAME"]
    for k in named:
        word, _, at = words[k]
        if k == named[-1] or not _leads_to_name(words, k + 1):
            return Subject(word, at + len(word), named=True)
    told, last = last, _before_is(words, last)
    start, end = words[0][2], words[last][2] + len(words[last][0])
    if "”" in text[start:end] and text[start - 1 : start] == "“":
        start -= 1  # “小灯塔”和一位网友
    guessed = told == last and not any(is_human_noun(word, tag) for word, tag, _ in words[: last + 1])
    return Subject(text[start:end], end, pronoun=words[0][0] in POINTING, guessed=guessed)


def _leads_to_name(words: Sequence[Unit], i: int) -> bool:
    """True for a noun between two names whose bearer the second is: 云杉|服饰总经理施南, 赵家口|村民|王大口.

    A word that is all that stands between them is what the first does to the second, and so is a verb: 甲|质问|乙.
    """
    if not words[i][1].startswith("n") or is_towards(words[i][0]):
        return False
    return words[i + 1][1] == "NAME" if is_human(words, i) else words[i + 1][1] != "NAME"


def is_towards(word: str) -> bool:
    """True for what one says or does to another, which jieba may have as a noun: 质问."""
    return word in saying_verbs() or word in _TOWARDS_ONE


def _before_is(words: Sequence[Unit], last: int) -> int:
    """`last`, or the one of whom the words say who that is: 毕业不久的小吴|是某厂的学徒."""
    for k in range(1, last):
        word, tag, _ = words[k - 1]
        called = tag in ("NAME", "nr") or is_human_noun(word, tag) or (len(word) == 2 and word[0] in "小老阿")
        if words[k][0] in ("是", "就是") and called:
            return k - 1
    return last


def _further(words: Sequence[Unit], i: int) -> int:
    """How many words from `i` on go on naming a person: a name, a noun, 王 and 女士, 、 and a further title."""
    if words[i][1] == "NAME" or is_human(words, i):
        return 1
    if words[i][0] in _ASKS or words[i][0] in _TOWARDS_ONE:
        return 0  # 法官|问被告人
    if words[i][0] == "”" and i + 1 < len(words) and (beyond := _further(words, i + 1)):
        return beyond + 1
    if words[i][0][0] == "某" or words[i][0] == "之一":
        return 1
    if words[i][0] == "“" and (named := _past_nickname(words, i)):
        return named
    if words[i][0] in _BETWEEN_TITLES:
        return _to_next_title(words, i + 1)
    if words[i][0] in surnames() and i + 1 < len(words) and words[i + 1][0] in person_nouns():
        return 2
    return int(words[i][1].startswith(NOUN_TAGS)) or _to_name(words, i)


def _past_nickname(words: Sequence[Unit], i: int) -> int:
    """How many words from the mark at `i` on are a nickname and the name behind it: 博主“小灯塔”周韵, 网友“钓叟”说."""
    for k in range(i + 1, min(i + _NICKNAME, len(words) - 1)):
        if words[k][0] == "”":
            named, alone = words[k + 1][1] == "NAME", words[i - 1][0] in _ONLINE and words[k + 1][0] in saying_verbs()
            return k - i + 2 if named else (k - i + 1) * alone
    return 0


def _to_name(words: Sequence[Unit], i: int) -> int:
    """How many words from `i` on lead to a name with its title, past a verb in it: 居民|自管小组组长|龙大明."""
    for k in range(i, min(i + TITLE_WORDS, len(words))):
        word, tag, _ = words[k]
        if tag == "NAME":
            return k - i + 1 if k > i and words[k - 1][0] in person_nouns() else 0
        if word == "自":  # 自管小组
            continue
        if word in saying_verbs() or word in ASPECTS or word in NO_SUBJECT_AFTER or not tag.startswith(_TITLE_TAGS):
            return 0
    return 0


def _to_next_title(words: Sequence[Unit], i: int) -> int:
    """How many words lead from the mark before word `i` to the title that it joins on: 、(总经理), 兼(医学部主任)."""
    for k in range(i, min(i + TITLE_WORDS, len(words))):
        if words[k][1] == "NAME":
            return 0
        if is_human_noun(*words[k][:2]):
            return (
                k - i + 2
                if words[i - 1][0] == "兼" or any(tag == "NAME" for _, tag, _ in words[k + 1 : k + TITLE_WORDS])
                else 0
            )
        word, tag, _ = words[k]
        joined = word in COORDINATING or word in title_verbs() or word in _BRACKETS  # 委员、航道与船闸工程专家
        if tag.startswith(("v", "u", "p", "d", "x")) and tag != "vn" and not joined:
            return 0
    return 0
