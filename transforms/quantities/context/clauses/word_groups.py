"""Groups of words that decide what is measured, each row a word with its reason."""

from __future__ import annotations

from functools import cache, lru_cache

import rjieba

from seeds import table

_PROVERB = 4
_OTHERS = ("其他", "其它", "其余")
_NEWLY = 3  # signs of 新开通


@cache
def group(name: str) -> frozenset[str]:
    """The words of one group of seeds/context_groups.csv."""
    return frozenset(row["word"] for row in table("context_groups") if row["group"] == name)


@cache
def endings(name: str) -> tuple[str, ...]:
    """The words of a group, for `str.endswith`."""
    return tuple(sorted(group(name)))


@cache
def unit_heads() -> dict[str, tuple[str, ...]]:
    """For a measure word the endings of the nouns that it counts."""
    return {row["unit"]: tuple(row["heads"].split()) for row in table("unit_heads")}


@lru_cache(maxsize=4096)
def is_proverb(word: str) -> bool:
    """True for an idiom of four signs, which says how something is (引人入胜)."""
    return len(word) == _PROVERB and rjieba.tag(word) == [(word, "i")]


@lru_cache(maxsize=4096)
def is_phrase(word: str) -> bool:
    """True for an idiom or a set phrase of the dictionary."""
    return rjieba.tag(word)[0][1] in ("i", "l")


@lru_cache(maxsize=4096)
def is_saying(word: str) -> bool:
    """True for a saying of the dictionary that opens with a verb (拧成一股绳, 遇到困难)."""
    return rjieba.tag(word)[0] in ((word, "l"), (word, "i")) and rjieba.tag(word[:2])[0][1] == "v"


@lru_cache(maxsize=4096)
def is_noun(word: str) -> bool:
    """True for a noun of the dictionary."""
    return rjieba.has_word(word) and rjieba.tag(word) == [(word, "n")]


@lru_cache(maxsize=4096)
def is_newly_done(word: str) -> bool:
    """True for 新 and a verb that the dictionary takes for one noun (新开通)."""
    return len(word) == _NEWLY and word[0] == "新" and rjieba.tag(word[1:])[0][1] == "v"


@lru_cache(maxsize=4096)
def is_deed(word: str) -> bool:
    """True for a phrase of the dictionary that says what is done (某公司|提前完成)."""
    if len(word) != _PROVERB or rjieba.tag(word[2:])[0][1] != "v":
        return False
    return is_phrase(word) or rjieba.tag(word[:2])[0][1] == "v"


@lru_cache(maxsize=4096)
def is_duty(word: str) -> bool:
    """True for a verb and its object that the dictionary takes for one noun (坚守岗位)."""
    if len(word) != _PROVERB or is_person(word):
        return False
    return rjieba.has_word(word) and rjieba.tag(word[:2])[0][1] == "v" and rjieba.tag(word[2:])[0][1] == "n"


def works_on(verb: str) -> bool:
    """True for a verb that takes persons for its object (帮|老人, 付给|农户, 收治|患者)."""
    return len(verb) == 1 or verb[-1] in "给向为于" or verb in group("upon_persons")


def no_noun(word: str) -> bool:
    """True for a word that the dictionary takes for a noun and that says how or what is done (纪检组|专题约谈)."""
    return word == "分" or word in _OTHERS or is_deed(word) or word in group("adverbial")


def is_person(word: str) -> bool:
    """True for a noun that 名 counts (代表, 队员)."""
    return word.endswith(unit_heads()["名"]) and word not in group("no_person")
