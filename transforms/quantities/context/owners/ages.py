"""Whose an age is: the person named after or before it."""

from __future__ import annotations

import rjieba

from transforms.quantities.context.clauses.clause import Laid
from transforms.quantities.context.clauses.word_groups import is_person, is_phrase
from transforms.quantities.context.phrases.chosen import Chosen
from transforms.quantities.context.phrases.lists import Dealt
from transforms.quantities.context.phrases.owner import is_name
from transforms.quantities.metric import Quantity

_GRADES = ("以上", "以下")


def aged(laid: Laid, quantity: Quantity, chosen: Chosen | None) -> Dealt | None:
    """The person of a plain age (24岁的选手陈某, 陈某今年24岁); None for the age of a group and for a measure."""
    if quantity.kind != "age" or chosen is None:
        return None
    if quantity.comparator not in ("=", ">", "≈") or quantity.raw.endswith(_GRADES):
        word = laid.words[chosen.first]
        name = not chosen.left and chosen.last - chosen.first == 1 and laid.codes[chosen.first] == "N"
        return Dealt(None, word) if name and not rjieba.has_word(word) and not is_person(word) else None  # 70多岁的西玛
    if not chosen.left and _ends_name(laid, chosen.last):
        return Dealt(None, laid.phrase(*_name(laid, chosen.first, chosen.last + 1)))  # 35岁的小哥朱红|涛
    if not chosen.left and (named := _named_behind(laid, chosen)):
        return Dealt(None, laid.phrase(*named))
    if not chosen.left and chosen.last - chosen.first > 1 and _is_whole_name(laid, chosen.first):
        return Dealt(None, laid.words[chosen.first])  # 70岁的李某坐在门前
    last = chosen.last - 1
    while not chosen.left and last > chosen.first and _tells_more(laid, last):
        last -= 1  # 70岁的调解员李某乐呵呵|地说, 70岁的演员李某|演出的
    chosen = chosen._replace(last=last + 1)
    plain = laid.codes[last] in "NOSR" or _ends_name(laid, last)
    if not plain or "C" in laid.codes[chosen.first : chosen.last]:
        return None
    first, end = (chosen.first, chosen.last) if chosen.left else _name(laid, chosen.first, _end(laid, chosen))
    return Dealt(None, laid.phrase(first, end))


def _is_whole_name(laid: Laid, at: int) -> bool:
    """True for a name that is one word (李某某), before what its bearer does."""
    word = laid.words[at]
    return (
        laid.codes[at] == "S" and len(word) > 1 and (not rjieba.has_word(word) or rjieba.tag(word)[0] == (word, "nr"))
    )


def _tells_more(laid: Laid, at: int) -> bool:
    """True for how somebody is, and for what the bearer of a name does."""
    if laid.codes[at] == "G":
        name = laid.words[at - 1]
        return laid.codes[at - 1] in "NS" and (
            not rjieba.has_word(name) or (len(name) > 2 and rjieba.tag(name)[0][1] == "nr")
        )
    return laid.codes[at] == "A" and not _ends_name(laid, at)


def _ends_name(laid: Laid, at: int) -> bool:
    """True for the last sign of a name of which the dictionary took the first ones for a word (苏东|红)."""
    if laid.codes[at : at + 1] not in ("N", "A", "G") or laid.ends[at] - laid.starts[at] > 1:
        return False
    begun = laid.words[at - 1]
    return laid.ends[at - 1] == laid.starts[at] and rjieba.has_word(begun) and is_name(begun + laid.words[at])


def _named_behind(laid: Laid, chosen: Chosen) -> tuple[int, int] | None:
    """The name right behind a noun of persons, where more is told than the name (62岁的居民|赵某某|身背行囊)."""
    at = next((i + 1 for i in range(chosen.first, chosen.last - 1) if is_person(laid.words[i])), chosen.last)
    ends = range(at + 1, min(at + 4, chosen.last + 1))
    end = next((i for i in reversed(ends) if is_name(laid.text[laid.starts[at] : laid.ends[i - 1]])), chosen.last)
    return (at, end) if end < chosen.last and not laid.codes[at:end].strip("NS") else None


def _end(laid: Laid, chosen: Chosen) -> int:
    """The end of who is named, before what they do (16岁的儿子|两眼含泪, 20岁的周某|参军入伍)."""
    told = range(chosen.first + 1, chosen.last)
    return next((i for i in told if _is_how_many(laid, i) or _is_state(laid.words[i])), chosen.last)


def _is_state(word: str) -> bool:
    """True for how somebody is or looks (脸上, 洋溢着, 参军入伍)."""
    return word.endswith(("上", "着")) or is_phrase(word)


def _is_how_many(laid: Laid, at: int) -> bool:
    """True for a number with what it counts (两眼), not for that of a name (第一)."""
    return laid.codes[at] == "M" and len(laid.words[at]) > 1 and laid.words[at][0] != "第"


def _name(laid: Laid, first: int, last: int) -> tuple[int, int]:
    """The name after the last noun of persons (中国选手|陈某), all the words where none follows."""
    at = next((i for i in range(last - 1, first - 1, -1) if is_person(laid.words[i])), last)
    if at + 1 >= last:
        return first, last
    end = at + 1
    while end < last and laid.ends[end - 1] - laid.starts[at + 1] < 2:
        end += 1
    return at + 1, end
