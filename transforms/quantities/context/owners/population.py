"""How many people live somewhere: 3万人口 names what is counted itself."""

from __future__ import annotations

from transforms.quantities.context.clauses.clause import Laid
from transforms.quantities.context.phrases.chosen import Chosen
from transforms.quantities.context.phrases.lists import Dealt
from transforms.quantities.metric import Quantity

_PEOPLE = "人口"


def population(laid: Laid, quantity: Quantity, at: int, chosen: Chosen | None) -> Dealt | None:
    """The people of the place behind 的 (5万人口的|小城) or of nobody named here; None for any other quantity."""
    if not quantity.raw.endswith(_PEOPLE):
        return None
    if chosen is None or chosen.left or laid.codes[at + 1] != "U" or laid.codes[chosen.last - 1] != "S":
        return Dealt(_PEOPLE, None)
    return Dealt(_PEOPLE, laid.phrase(chosen.first, chosen.last))
