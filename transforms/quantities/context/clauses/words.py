"""Words as one-letter classes, so that the shape of a clause is a short string that a regex can search.

N noun, G noun of action, W noun that is a measure (收入, 面积), S place or body that owns measures, A attribute,
R pronoun, O body of no name (学校), K 该 or 本, F localizer,
V verb, L light verb (实现), H word that joins measure and number (达), J 将, Z verb of saying, D adverb, P preposition,
B opens the base of a comparison, U 的, u other particle, e 等, C joins items, q quotation mark, ( ) brackets,
M other number, T time, E base of a rate (每件), Q quantity, `,` `;` `.` marks, X anything else;
< and > a word unknown to the dictionary that glues a particle to the front or end of another (由村, 额达).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

import rjieba

from seeds import table
from transforms.quantities.change import directions
from transforms.quantities.unit import unit_at

_BY_TAG = {
    "n": "N", "v": "V", "a": "A", "b": "A", "z": "A", "d": "D", "p": "P", "c": "D", "r": "R", "f": "F", "t": "D",
    "m": "M", "q": "M", "u": "u", "j": "N", "i": "N", "l": "N", "g": "N", "s": "N", "e": "N", "h": "A", "k": "N",
}  # fmt: skip
_BY_FULL_TAG = {"vn": "G", "an": "N", "ns": "S", "nt": "S", "vd": "D", "ad": "D", "uj": "U", "zg": "N", "eng": "N"}
_DIVISIONS = frozenset("省市县区镇乡村州旗")
_BODIES = frozenset("局厅委院校厂馆站")
_OWNERS = _DIVISIONS | _BODIES
_POINTED = frozenset("型家部条座款支台艘批届场只间栋片块本册幅件辆架处所项趟列班")  # 这家店, 这部小说
_NOMINAL = frozenset("NGVASX")
_GLUED_FRONT = frozenset("距拟由为对将从在与向给占共因省市县区镇乡")
_THAN = frozenset(("比老", "比旧", "比原", "比绕", "比经", "比走"))  # 比|老棚
_GLUED_END = frozenset("说共达为已均仍将起止超中内约有以")
_GLUED_HEAD = re.compile("[率量额价费数][由要应须需占]")  # 率要, 数由: the end of a measure with what joins its number
_HIGH = re.compile("[率量额价费数][高低]")
_GLUED_MODAL = frozenset("能可要需会只仅")  # 能收, 只用: cut where the whole is taken for a verb
_REACHES = re.compile("(?:[增减升降涨跌扩缩延压卖变调]|加(?!起)|提[升高]|上升|下降|发展).?[到至]")  # 增加到, 降至
_ADVERBS = frozenset("已还只仅就也都均另尚仍")  # before a word of one sign they change nothing: 已达, 还有, 只能
_HOMES = frozenset("村县市镇乡区省厂店校院局社馆园场站队")
_DIMENSIONS = frozenset("高长宽深厚重")
_NAME = 4
_COMPLETED = 3  # signs of 提炼出
_JOINS_RATE = frozenset("仅 为 达 约 超 近 已 高达 达到 超过 仅为 约为 只有 不足".split())
_MORE = frozenset("最较更很偏过不")
_JOINING = frozenset("HL")
_MODALS = frozenset("能可应须需会")
_MOST_CODES = 65536
_WITH = frozenset(("联合", "负责", "协助", "参与"))  # that open a word for what is done (联合推出)


@cache
def _roles() -> dict[str, str]:
    return {row["word"]: row["role"] for row in table("context_words")}


@cache
def _measure_heads() -> tuple[str, ...]:
    return tuple(row["suffix"] for row in table("measure_heads"))


@cache
def _agent_suffixes() -> tuple[str, ...]:
    return tuple(row["suffix"] for row in table("agent_suffixes"))


def is_modal(sign: str) -> bool:
    """True for a sign that says that something can or must be (能收)."""
    return sign in _GLUED_MODAL


def _after_adverb(word: str) -> str | None:
    """The class of 还有, 仅为, 只能, which is that of the word after the adverb, and of 完工后; None for others."""
    if len(word) > 2 and word[-1] == "后":
        return "D"  # 完工后
    if len(word) != 2 or word[0] not in _ADVERBS:
        return None
    if word[1] in _MODALS:
        return "D"
    role = _roles().get(word[1])
    return role if role in _JOINING else None


def _glue(word: str, tag: str) -> str | None:
    """Where a word that the dictionary does not know is glued to another (< front, > end), None where it is not."""
    if len(word) > 2 and tag[:1] == "n" and _HIGH.match(word, len(word) - 2):
        return ">"  # 成功率高|达
    if word[0] == "率" and (word[1:] in _JOINS_RATE or (len(word) == len("率控制") and tag[:1] == "n")):
        return "<"  # 破损|率|控制, 违规|率|仅
    front = word[0] in _GLUED_FRONT or word[:2] in _THAN
    end = word[-1] in _GLUED_END or _GLUED_HEAD.fullmatch(word) is not None
    modal = tag[:1] in "vn" and len(word) == 2 and word[0] in _GLUED_MODAL
    sized = tag[:1] in "na" and tag != "nr" and word[-1] in _DIMENSIONS and len(word) < _NAME and word[0] not in _MORE
    sized = sized and word[-2:] != "时长"
    sold = word[1:] == "卖" and rjieba.tag(word[0])[0][1] == "n"
    end = end or sold
    if not (front or end or modal or sized) or rjieba.has_word(word):
        return None
    return "<" if front or (modal and not end) else ">"  # 该剑长62厘米


def _is_deed(word: str) -> bool:
    """True for how and what is done, which the dictionary takes for one noun (全面解决, 踊跃报名, 联合推出)."""
    how = word[:2] in _WITH or _roles().get(word[:2]) == "D" or rjieba.tag(word[:2])[0][1] in ("d", "ad")
    how = how or (word[2:] in directions() and rjieba.tag(word[:2])[0][1] == "a")  # 明显增加
    return how and rjieba.tag(word[2:])[0][1] in ("v", "vn")


def _pointed(word: str) -> str | None:
    """The class of 该市, 本县, 某县 and 这家, None for other words of two signs."""
    owner = word[1] in _OWNERS
    if word[0] == "该" or (word[0] in "本我某" and owner):
        return "S" if owner or (unit_at(word, 1) is None and word[1] not in _POINTED) else "K"
    return "K" if word[0] in "这那" and word[1] in _POINTED else None


def _by_end(word: str, tag: str) -> str | None:
    """The class of a word that its end tells, whatever its tag: 全面解决, 宋代, 静静地, 村里."""
    if len(word) == _NAME and tag[:1] in "nil" and _is_deed(word):
        return "V"
    if tag[:1] == "n" and len(word) == _COMPLETED and word[-1] == "出" and rjieba.tag(word[:2])[0][1] in ("v", "vn"):
        return "V"  # 提炼出
    if tag == "t" and word[-1] == "代" and word[0] != "年":
        return "A"  # 宋代瓷器, 石器时代遗址
    if tag == "v" and len(word) > 2 and word[-1] in _DIVISIONS:
        return "S"  # 硚口区
    if tag[:1] in "adz" and len(word) > 2 and word[-1] == "地":
        return "D"
    return "S" if tag == "s" and word[-1] == "里" and word[0] in _HOMES else None


class _Codes(dict[tuple[str, str], str]):
    """A word with its tag → its class, of those asked for; forgotten before they are too many."""

    def __missing__(self, key: tuple[str, str]) -> str:
        if len(self) >= _MOST_CODES:
            self.clear()
        code = self[key] = _read_code(*key)
        return code


_CODES = _Codes()


def code_of(word: str, tag: str) -> str:
    """The class of a word with its jieba tag."""
    return _CODES[word, tag]


def codes_of(words: Iterable[str], tags: Iterable[str]) -> Iterator[str]:
    """The class of each word."""
    return map(_CODES.__getitem__, zip(words, tags, strict=True))


def _read_code(word: str, tag: str) -> str:
    role = _roles().get(word) or _after_adverb(word)
    if role:
        return role
    if len(word) > 1 and (glue := _glue(word, tag)):
        return glue
    if word[-1] in "到至" and _REACHES.fullmatch(word):
        return "H"
    if (tag[:1] in "rmq" or word[0] == "该") and len(word) == 2 and (pointed := _pointed(word)):
        return pointed
    if by_end := _by_end(word, tag):
        return by_end
    code = _BY_FULL_TAG.get(tag) or _BY_TAG.get(tag[:1], "X")
    if code in _NOMINAL:
        if word.endswith(_measure_heads()):
            return "W"
        if tag[:1] in "nzj" and word in _DIVISIONS:
            return "S"
        if tag[:1] == "n" and word in _BODIES:
            return "O"
        if tag[:1] == "n" and len(word) > 1 and code != "S" and word.endswith(_agent_suffixes()):
            return "O"
    return "e" if code == "X" and word.isspace() else code  # 粮食产量　62万吨
