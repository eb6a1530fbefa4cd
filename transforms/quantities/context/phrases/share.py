"""The measure of which a share, a multiple or a size is told, over the words that it is a share of."""

from __future__ import annotations

import re

from transforms.quantities.context.clauses.clause import Laid
from transforms.quantities.context.clauses.word_groups import group
from transforms.quantities.context.phrases.left import run_back

_SHARE_MAX = 26
_ONLY = frozenset(("只有", "仅有", "仅", "只", "不过"))
_FRACTION = re.compile("WD?([HD])[NSOFRT]{1,2}U?$")


def dimension(laid: Laid, begin: int, at: int) -> tuple[int, int] | None:
    """The noun with the dimension right before its number (塔高, 桥长), None where no dimension stands there."""
    while at > begin and laid.words[at - 1] in _ONLY:
        at -= 1  # 航道宽|只有|180米
    if at <= begin or laid.words[at - 1] not in group("dimension"):
        return None
    first = run_back(laid, begin, at - 1)
    return (at - 1 if laid.codes[first : at - 1] == "V" else first), at


def likened(laid: Laid, begin: int, at: int) -> tuple[int, int] | None:
    """The words of 相当于正常库存量的80%: a share of another measure."""
    if at - begin < 3 or laid.codes[at - 2 : at] != "WU":
        return None
    like = next((i for i in range(at - 2, max(begin, at - 8) - 1, -1) if laid.words[i] == "相当于"), None)
    return None if like is None else (like, at - 1)


def fraction_of(laid: Laid, begin: int, at: int) -> tuple[int, int] | None:
    """The measure of which a share is that of another place or time (含氧量只有|平原|六成)."""
    told = _FRACTION.search(laid.codes, begin, at)
    if told is None or laid.words[told.start(1)] not in group("equals"):
        return None
    return run_back(laid, begin, told.start() + 1), told.start() + 1


def share_of(laid: Laid, begin: int, at: int) -> int | None:
    """Where the share of one measure in another begins (研发投入|占|营业收入), None where there is no 占 near."""
    index = next((i for i in range(at - 1, max(begin, at - 10) - 1, -1) if laid.words[i] == "占"), None)
    if index is None:
        return None
    stop = index
    while stop > begin and laid.codes[stop - 1] == "D":
        stop -= 1
    first = run_back(laid, begin, stop)
    short = first < stop and laid.ends[at - 1] - laid.starts[first] <= _SHARE_MAX
    return first if short and "C" not in laid.codes[first:stop] else index
