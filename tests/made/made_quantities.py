"""The quantities of one text alone."""

from __future__ import annotations

from collections.abc import Sequence

from transforms.quantities.metric import Quantity, Span, read_all_quantities


def read_quantities(text: str, periods: Sequence[Span] = ()) -> list[Quantity]:
    """The quantities of a text with these periods, as `read_all_quantities` finds them."""
    return read_all_quantities([text], [periods])[0]
