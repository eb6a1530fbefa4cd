"""A measure that the clause before tells of without a number: 车流屡创新高，1日达到3万辆次."""

from __future__ import annotations

import re

from transforms.quantities.context.phrases.left import left_phrase
from transforms.quantities.context.phrases.owner import owner_inside
from transforms.quantities.context.state import Paragraph

_TIMES = frozenset(("duration", "age"))
_HOW_IT_IS = re.compile(r"WD{0,3}(?:A|V[AH]|H)\Z")


def told_of(page: Paragraph, index: int, number: int) -> str | None:
    """The measure of which the clause before tells how it is, behind its numbers (车流屡创新高，1日达到3万辆次)."""
    laid, begin = page.laid, page.clauses[number][0]
    if page.quantities[index].kind in _TIMES or number == 0 or begin <= page.sentences[index][0]:
        return None
    if laid.codes[begin : page.places[index]].strip("DTHA"):
        return None
    first, end = page.clauses[number - 1]
    first = max(first, laid.codes.rfind("Q", first, end) + 1)
    how = _HOW_IT_IS.search(laid.codes, first, end)
    if how is None:
        return None
    first, last, _ = left_phrase(laid, first, how.start() + 1)
    return laid.phrase(owner_inside(laid, first, last), last) if last > first else None
