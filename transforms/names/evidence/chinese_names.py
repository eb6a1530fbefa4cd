"""How well a run of words does as a Chinese name: its shape, and the word that follows it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cache

import rjieba

import seeds
from transforms.names.lists import person_nouns, saying_verbs, surnames
from transforms.words.token import Word, tokenize

SPEAKS = 4
PAUSE = 3
LONGEST = 4
_HAN = re.compile(r"[㐀-鿿]+\Z")
_CLOSED_TAGS = ("p", "c", "u", "r", "q", "x", "t", "y", "k")
_DO_TAGS = ("v", "d", "c", "p")
_FREQUENT = 1000
_UNLIKELY_TAGS = ("v", "d", "m", "f")
_PAUSES = frozenset("，。：；“")
_NEVER_LAST = frozenset("说是的了在曾地得们着过和与两")
_FUNCTION = frozenset("时应连都曾从和于向要为还及则便才已来去有在是会能可须全均另相后前同并但因由对把被让")
_NO_GIVEN_END = frozenset("时后前中里上下内外间村镇县乡市区河湖山")  # 来家|时, 阿尼|村
_AHEAD = 8
_DEEDS = frozenset(
    "讲话 致词 带队 领衔 领奖 出庭 获刑 投案 供述 胜诉 败诉 罚球 传球 助攻 扳平 首发 上场 出场 登场 出线 晋级 "
    "退赛 伤退 摘金 折桂 夺魁 献唱 饰演 客串 亮相 作画 题词 题写 撰文 作序 主刀 任教 毕业 支教 创业 增持 减持 抵华 "
    "通话 来函 报警 失联 去世".split()
)  # what one does, which jieba has as nouns
OF_MANY = frozenset(("领导", "领导干部", "干部", "党员", "主管", "代表", "人员", "工作人员"))  # also verbs or of many
_LONGEST_NOUN = 7
HUMAN_ENDS = "员者长师手工户主友兵匠农民人家"  # last characters of words for people, as the pattern has them
_HAN_END = re.compile(
    r"[㐀-鿿](?:[员者师工户主友兵匠农]|(?<![细旺漫绵狭变拉延增生特修身瘦短很最])长|(?<![交联携着双入握人])手|(?<![全国人便惠富利为])民|(?<![两几每众个])人|(?<![国大人全自一二两三几每各多百千万在回搬居老])家)\Z"
)
_SINCE = frozenset(
    "正在 今年 如今 至今 当时 从小 当年 常年 当场 现场 当即 随即 当天 当晚 当日 每天 每周 每年 每逢 最近 近日 日前 "
    "先后 早已 一边 边 各".split()
)  # words of time and place that are like adverbs
COMPLEMENTS = frozenset(way + to for way in "起上下出进回过" for to in "来去") | frozenset(
    "进行 开始 继续 负责 提供 出现 使用 采取 需要 可以 可能 没有".split()
)  # 让医生强起来, 与业主方进行
_PAUSES = frozenset("，、。；：！？）”")


def title_head(text: str, floor: int, end: int, shortest: int = 1) -> int:
    """Where the word for people that ends text[floor:end] starts, `end` where none does."""
    last = text[end - 1 : end]
    for size in _noun_sizes().get(last, ()):
        if shortest <= size <= end - floor and text[end - size : end] in person_nouns():
            return end - size
    found = _HAN_END.search(text, max(floor, end - 2), end) if shortest == 1 and last in HUMAN_ENDS else None
    if found is None:
        return end
    at = found.start()
    if last not in "长家" or text[at] not in common_surnames():
        return at
    if last == "家":
        return at if at and _HAN.match(text, at - 1, at) else end  # 李家|成站着, but not 戏曲家
    return end if title_head(text, max(floor, at - _LONGEST_NOUN), at, 2) < at else at  # 老支书|管远槐


def cuts_title(text: str, start: int) -> bool:
    """True where the sign at `start` is the last of a longer word for people than ends there: 大师|傅立马."""
    head = title_head(text, max(0, start - _LONGEST_NOUN), start)
    return text[start - 1 : start + 1] in person_nouns() and head < start and rjieba.has_word(text[head : start + 1])


@cache
def _noun_sizes() -> dict[str, tuple[int, ...]]:
    """Last character → how long the words for people are that end with it, the longest first."""
    sizes: defaultdict[str, set[int]] = defaultdict(set)
    for noun in person_nouns():
        if len(noun) <= _LONGEST_NOUN:
            sizes[noun[-1]].add(len(noun))
    return {last: tuple(sorted(found, reverse=True)) for last, found in sizes.items()}


@cache
def posts() -> frozenset[str]:
    """Posts and ranks that one person holds: 局长, 教授."""
    rows = seeds.table("person_nouns")
    return frozenset(row["word"] for row in rows if row["group"] in ("office", "rank")) - OF_MANY


@cache
def foreign_signs() -> frozenset[str]:
    """Characters that write foreign names by sound: 戈, 莎."""
    return frozenset(row["character"] for row in seeds.table("transliteration"))


def foreign(name: str) -> bool:
    """True where every character is one that foreign names are written with."""
    return foreign_signs().issuperset(name)


@cache
def common_surnames() -> frozenset[str]:
    """The most frequent surnames, with which a name is likelier than another word: 廖."""
    return frozenset(row["surname"] for row in seeds.table("surnames") if row["group"] == "common")


@cache
def first_characters() -> frozenset[str]:
    """Every character that a surname of one character is written with, those that are mostly other words too."""
    return frozenset(row["surname"] for row in seeds.table("surnames") if len(row["surname"]) == 1)


def follow(words: Sequence[Word], i: int) -> int:
    """How well the word at `i` follows a name: SPEAKS a verb of saying, PAUSE a mark, 2 a verb, 1 an adverb, else 0."""
    if i >= len(words):
        return PAUSE
    word, tag, _ = words[i]
    if word in saying_verbs():
        return SPEAKS
    if word in _PAUSES or word in ("等", "副") or word in person_nouns():
        return PAUSE
    if word in _DEEDS:
        return 2
    if tag.startswith("v") and tag != "vn":
        return (2 if rjieba.has_word(word) else 0) if len(word) > 1 else 1
    if tag == "vn" and i + 1 < len(words) and words[i + 1][1] == "v" and rjieba.has_word(word):
        return 2  # 调研发现
    if tag in ("l", "i") or (tag == "uz" and len(word) > 1):
        return 2
    return 1 if tag in ("d", "p", "c", "zg") or (tag == "a" and len(word) > 1) or word in _SINCE else 0


def name_end(text: str, words: Sequence[Word], first: int, least: int) -> int | None:
    """Where the name ends that begins at word `first`, None where none does that a word of fit `least` follows.

    What follows is cut into words anew for each length: jieba's words around a name that it does not know are unsure.
    """
    word, tag, start = words[first]
    known = rjieba.has_word(word)
    plain = len(word) > 1 and known and not tag.startswith("nr") and word not in surnames()
    addressed = text[start + 1 : start + 3] in person_nouns()
    closed = (tag.startswith("x") and word not in surnames()) or (known and tag.startswith(_CLOSED_TAGS))
    if tag == "q" and any(further.startswith("nr") for _, further, _ in words[first + 1 : first + 2]):
        closed = False  # 米|玉兰
    if addressed or closed or word in _FUNCTION:
        return None if addressed or least < SPEAKS else _speaker_end(text, words, first)
    if plain:
        least = SPEAKS
    double = text[start : start + 2] in surnames()
    if not double and not known and tag.startswith("v"):
        least = max(least, 2)  # what jieba takes for a verb that no list knows
    elif not double and tag.startswith(_UNLIKELY_TAGS):
        least = SPEAKS if len(word) > 1 and tag.startswith("v") else max(least, PAUSE)
    usual = plain and tag.startswith(_DO_TAGS) and rjieba.suggest_freq(word) > _FREQUENT  # 医师|应当面告知
    best: tuple[int, int] | None = None
    for size in range(2, LONGEST + 1):
        piece = text[start : start + size]
        if len(piece) < size or not _HAN.match(piece) or piece[-1] in _NEVER_LAST:
            break
        if not _shaped(piece) or rjieba.has_word(piece) or (usual and piece.startswith(word)):
            continue
        edge = at_edge(words, first, start + size) or _then_says(text, start, start + size)
        if not edge and ((plain and _cuts_known(words, first, start + size)) or cuts_word(text, start + size)):
            continue
        fit = follow(tokenize(text[start + size : start + size + _AHEAD]), 0)
        fit = fit or int(edge and text.startswith("的", start + size) and _is_unknown(piece))
        if fit >= least and (best is None or fit >= best[0]):
            best = fit, start + size
    return best[1] if best else None


def _is_unknown(name: str) -> bool:
    """True for three characters of which no two beside each other are a word: 绣娘|柏映澜的绣样."""
    if len(name) != LONGEST - 1 or name[-1] in _NO_GIVEN_END:
        return False
    return not (rjieba.has_word(name[:2]) or rjieba.has_word(name[1:]))


def _speaker_end(text: str, words: Sequence[Word], first: int) -> int | None:
    """Where a name of three characters ends that begins with a preposition and speaks: 于思远说."""
    word, _, start = words[first]
    end = start + 3
    given = text[start + 1 : end]
    known = len(word) > 1 or word not in common_surnames() or len(given) < 2 or not _HAN.match(given)
    if known or rjieba.has_word(given) or rjieba.has_word(text[start:end]) or not at_edge(words, first, end):
        return None
    i = word_after(words, first, end)
    return end if i < len(words) and words[i][0] in saying_verbs() else None


def _then_says(text: str, start: int, end: int) -> bool:
    """True before a 说 that closes its clause, though jieba has it in a word with the sign before: 费明|说。"""
    return text[end : end + 1] == "说" and text[end + 1 : end + 2] in _PAUSES and end - start == 2


def _cuts_known(words: Sequence[Word], first: int, end: int) -> bool:
    """True where a word of jieba's list goes on over `end`."""
    i = word_after(words, first, end)
    return i == 0 or rjieba.has_word(words[i - 1][0])


def cuts_word(text: str, end: int) -> bool:
    """True where a word of jieba's list reaches over `end`: in 申屠浪年轻时 the name does not end after 年."""
    return text[end : end + 1] != "等" and rjieba.has_word(text[end - 1 : end + 1])


def at_edge(words: Sequence[Word], first: int, end: int) -> bool:
    """True where a word begins at `end`, or none begins there or later."""
    i = word_after(words, first, end)
    return i == len(words) or words[i][2] == end


def word_after(words: Sequence[Word], first: int, end: int) -> int:
    """The first word from `first` on that begins at `end` or later."""
    i = first
    while i < len(words) and words[i][2] < end:
        i += 1
    return i


def _shaped(text: str) -> bool:
    """True for a surname and one or two characters more that are no noun for people."""
    known = surnames()
    double = text[:2] in known and 3 <= len(text) <= 4
    single = text[0] in known and 2 <= len(text) <= 3 and text[1:] not in COMPLEMENTS
    return (double or single) and text[-2:] not in person_nouns() and text[:2] not in person_nouns()


def speaks(text: str, end: int) -> bool:
    """Whether what stands behind a name that ends at `end` says that somebody speaks."""
    return follow(tokenize(text[end : end + _AHEAD]), 0) == SPEAKS
