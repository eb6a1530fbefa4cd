"""The noun phrases before and after a quantity, as spans of words."""

from __future__ import annotations

import re
from functools import cache

from seeds import table
from transforms.quantities.context_clause import PLAN, Laid

_MAX = 24
_LIST_MAX = 12
_NOUNS = "[NGWSOA]"
_QUOTED = "q[^q,;.]{1,8}q"
_RIGHT = re.compile(
    rf"U?((?:[AKRM(]|D?V(?=V?{_NOUNS})|D(?=[GA]{_NOUNS}))*(?:{_QUOTED}|[NGWSO])"
    rf"(?:{_QUOTED}|[NGWSOAMF()]|C(?=[NGWSOAR])|(?<=G)V(?=[NGW]))*)"
)
_RELATIVE = re.compile(rf"[PDVF][^UQZ]{{0,8}}U((?:[AM(q]|V(?={_NOUNS}))*[NGWSO][NGWSOAqM()]*)")
_DONE = re.compile(r"U?(V[VGNAC]{0,3})(?=[,;.U)]|\Z)")
_MODIFIER = re.compile(rf"[AD]?U((?:[AM(q]|V(?={_NOUNS}))*[NGWSO][NGWSOAqM()]*)")
_SHARE = re.compile(r"[NGWSOAVPCU]{1,7}$")
_BASE = re.compile(r"B[^VHBU]{0,8}$")
_PERSON_UNITS = frozenset(("名", "位"))
_DEGREES = frozenset("高低快慢多少长宽深厚重大远早晚")
_DIMENSIONS = frozenset("高长宽深厚重")
_TO = frozenset("到至")
_LINKS = frozenset("HDTuLJPeE")


@cache
def _generic() -> frozenset[str]:
    return frozenset(row["word"] for row in table("generic_heads"))


@cache
def _unit_heads() -> dict[str, tuple[str, ...]]:
    return {row["unit"]: tuple(row["heads"].split()) for row in table("unit_heads")}


def is_generic(word: str) -> bool:
    """True for a noun that says nothing of what is measured when it follows a number (目标, 左右, 大关)."""
    return word in _generic()


def is_person(word: str) -> bool:
    """True for a noun that 名 counts (代表, 队员)."""
    return word.endswith(_unit_heads()["名"])


def right_phrase(laid: Laid, at: int, end: int, unit: str, noun_unit: bool) -> tuple[int, int] | None:
    """The words of the noun after the quantity at `at`, over an attribute that is a quantity (4950名80岁以上的老人)."""
    begin = at + 1
    while begin < end and laid.codes[begin] == "Q" and laid.starts[begin] == laid.ends[begin - 1]:
        begin += 1
    if begin >= end or (noun_unit and laid.codes[begin] == "V"):
        return None
    match = _RIGHT.match(laid.codes, begin, end) or _RELATIVE.match(laid.codes, begin, end)
    if match is None:
        done = None if noun_unit or unit in _unit_heads() else _DONE.match(laid.codes, begin, end + 1)
        return done.span(1) if done else None
    first, last = match.span(1)
    modifier = _MODIFIER.match(laid.codes, last, end)
    if modifier and (laid.codes[first] == "V" or laid.codes[last] != "U") and not _agrees(laid, unit, first, last):
        first, last = modifier.span(1)
    last = _agreeing(laid, unit, first, last, end)
    if unit in _PERSON_UNITS:
        last = next((i + 1 for i in range(last - 1, first, -1) if is_person(laid.word(i))), last)
    while last - first > 1 and laid.codes[last - 1] in "FMC":
        last -= 1
    while last > first and laid.ends[last - 1] - laid.starts[first] > _MAX:
        last -= 1
    return (first, last) if last > first else None


def _agrees(laid: Laid, unit: str, first: int, last: int) -> bool:
    """True where one of the words is a head that the measure word asks for."""
    heads = _unit_heads().get(unit)
    return heads is not None and any(laid.word(i).endswith(heads) for i in range(first, last))


def _agreeing(laid: Laid, unit: str, first: int, last: int, end: int) -> int:
    """Reaches on over a verb to a head that the measure word asks for (2162家 … 重点控排企业)."""
    heads = _unit_heads().get(unit)
    if heads is None or _agrees(laid, unit, first, last):
        return last
    for at in range(last, min(last + 4, end)):
        if laid.codes[at] not in "VNGWSOA":
            break
        if laid.codes[at] != "V" and laid.word(at).endswith(heads):
            return at + 1
    return last


def share_phrase(laid: Laid, first: int, end: int) -> tuple[int, int] | None:
    """All the words after a share that say what part it is (超九成|收入来自物业租赁), None where they are too many."""
    if first < end and laid.ends[end - 1] - laid.starts[first] <= 14 and _SHARE.fullmatch(laid.codes, first, end):
        return first, end
    return None


def left_phrase(laid: Laid, begin: int, at: int) -> tuple[int, int, bool]:
    """The words of the noun before the quantity at `at`, from `begin` on; True where a light verb stands between.

    The span is empty where there is none.
    """
    codes = laid.codes
    stop = _before_links(laid, begin, at)
    base = _BASE.search(codes, begin, stop)
    if base:
        stop = _before_links(laid, begin, base.start())
    light = "L" in codes[stop:at]
    first = _run_back(laid, begin, stop)
    while first < stop and (codes[first] in "CF)e" or (codes[first] == "q" and codes.count("q", first, stop) % 2)):
        first += 1
    return first, stop, light


def _before_links(laid: Laid, begin: int, stop: int) -> int:
    """Steps back over what joins a measure and its number (达, 已, 由2018年的, 快, 涨到)."""
    codes = laid.codes
    if stop > begin and laid.word(stop - 1) in _DEGREES:
        stop -= 1
    while stop > begin and (codes[stop - 1] in _LINKS or codes[stop - 2 : stop] == "TU"):
        stop -= 1
    if (
        stop < len(codes)
        and stop - begin > 1
        and laid.word(stop) in _TO
        and codes[stop - 2 : stop] in ("NV", "WV", "GV")
    ):
        stop -= 1
    if stop > begin and codes[stop - 1] == "U":
        stop -= 1
    return stop


def dimension(laid: Laid, begin: int, at: int) -> tuple[int, int] | None:
    """The noun with the dimension right before its number (塔高, 桥长), None where no dimension stands there."""
    if at <= begin or laid.word(at - 1) not in _DIMENSIONS:
        return None
    return _run_back(laid, begin, at - 1), at


def share_of(laid: Laid, begin: int, at: int) -> int | None:
    """The word 占 before a share, None where there is none near."""
    return next((i for i in range(at - 1, max(begin, at - 10) - 1, -1) if laid.word(i) == "占"), None)


def _run_back(laid: Laid, begin: int, stop: int) -> int:
    """Where the noun phrase that ends at `stop` begins: one verb may stand in it, more than that is a clause."""
    codes = laid.codes
    first = stop
    verb = -1
    if stop == begin or codes[stop - 1] not in "NGWSOVq)":
        return stop
    head = codes[stop - 1]
    while first > begin and laid.ends[stop - 1] - laid.starts[first - 1] <= _MAX:
        code = codes[first - 1]
        if code == "V":
            if verb >= 0:
                return first - (verb == first and head == "W") if head in "WV" else verb
            verb = first - 1
            if laid.word(verb) == "占":
                return verb
        elif code == "C":
            if first == stop or laid.ends[stop - 1] - laid.starts[first - 1] > _LIST_MAX:
                break
        elif not _nominal(laid, first - 1, stop):
            break
        first -= 1
    outside = codes[first - 1] if first > begin else ","
    if verb >= 0 and (outside in "PH" or (head not in "WV" and outside != "L")):
        return verb
    return first


def _nominal(laid: Laid, at: int, stop: int) -> bool:
    """True for a word that a noun phrase which ends at `stop` may hold."""
    code, word = laid.codes[at], laid.word(at)
    if at + 1 < stop and (word == PLAN or (code == "M" and word[0] == "第")):
        return False
    return code in "NGWSOAqMKR()"
