"""Whose an age is: the person named after or before it."""

from __future__ import annotations

from transforms.quantities.context_choice import Chosen
from transforms.quantities.context_clause import Laid
from transforms.quantities.context_heads import is_person
from transforms.quantities.context_list import Dealt
from transforms.quantities.metric import Quantity


def aged(laid: Laid, quantity: Quantity, chosen: Chosen | None) -> Dealt | None:
    """The person of a plain age (24岁的选手陈某, 陈某今年24岁); None for the age of a group and for a measure."""
    if quantity.kind != "age" or quantity.comparator != "=" or chosen is None:
        return None
    last = chosen.last - 1
    if laid.codes[last] not in "NOSR" or "C" in laid.codes[chosen.first : chosen.last]:
        return None
    first, end = (chosen.first, chosen.last) if chosen.left else _name(laid, chosen.first, chosen.last)
    return Dealt(None, laid.phrase(first, end))


def _name(laid: Laid, first: int, last: int) -> tuple[int, int]:
    """The name after the last noun of persons (中国选手|陈某), all the words where none follows."""
    at = next((i for i in range(last - 1, first - 1, -1) if is_person(laid.words[i])), last)
    if at + 1 >= last:
        return first, last
    end = at + 1
    while end < last and laid.ends[end - 1] - laid.starts[at + 1] < 2:
        end += 1
    return at + 1, end
