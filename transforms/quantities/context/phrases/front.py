"""What may open the noun phrase before a quantity, and what stands before it that says which of its kind it is."""

from __future__ import annotations

from transforms.quantities.context.clauses.clause import Laid
from transforms.quantities.context.clauses.word_groups import group

_COMPLEMENTS = frozenset("出掉起来完走住")
_NOMINAL = tuple("NGWSOAKR")


def completes(laid: Laid, at: int) -> bool:
    """True for a sign that only says how the verb before it ended (打|掉, “借”|来)."""
    word, before = laid.words[at], at - 1 - (laid.codes[at - 1] == "q")
    verb = word in _COMPLEMENTS and before >= 0 and laid.codes[before] in "VG"
    return verb and (laid.codes[at] == "V" or word == "出")


def breaks(codes: str, first: int, stop: int) -> bool:
    """True for what no phrase opens with: a joint, a localizer, half of a pair of marks."""
    code = codes[first]
    if code == "(":
        return codes.find(")", first, stop) < 0  # （|甲市121例，乙市9例）
    return code in "CF)e" or (code == "q" and codes.count("q", first, stop) % 2 == 1)


def says_which(laid: Laid, first: int, stop: int) -> bool:
    """True for the time or place before a phrase that says which of its kind it is (夜间|营业额, 下游|企业)."""
    word, before = laid.words[first - 1], laid.codes[first - 2 : first - 1]
    if laid.codes[first - 1] == "F":
        return word in group("where_of") and before not in _NOMINAL
    if laid.codes[first - 1] != "T" or word not in group("time_of_kind"):
        return False
    return before == "U" or (laid.codes[stop - 1] == "W" and before not in _NOMINAL)


def tells_of(laid: Laid, begin: int, at: int) -> bool:
    """True for a verb whose object is what is told (意味着, 得知 at the head of a clause)."""
    if laid.words[at] in group("reporting"):
        return at == begin or laid.codes[at - 1] in "SODVHLJT)"
    return laid.words[at] in group("causing") or (at == begin and laid.words[at] in group("hearing"))
