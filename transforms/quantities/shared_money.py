"""Money that several countries call by one name (先令, 比索): its code where an article names one of them only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cache

import seeds
from transforms.quantities.metric import Quantity


@cache
def _by_name() -> dict[str, dict[str, str]]:
    """For each such name the countries that have it, with the code of theirs (先令 → 肯尼亚 → KES)."""
    rows = [row for row in seeds.table("units") if row["kind"] == "money"]
    shared = {row["surface"] for row in seeds.table("units") if row["source"].startswith("money of several countries")}
    found: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for row in rows:
        name = next((name for name in shared if row["surface"].endswith(name) and row["surface"] != name), None)
        if name:
            found[name][row["surface"].removesuffix(name)] = row["unit"]
    return dict(found)


def with_codes(texts: Sequence[str], found: Sequence[list[Quantity]]) -> list[list[Quantity]]:
    """The quantities of the paragraphs of one article, such money with the code of the one country named."""
    shared = _by_name()
    names = {quantity.unit for of_one in found for quantity in of_one if quantity.unit in shared}
    codes = {}
    for name in names:
        told = [code for country, code in shared[name].items() if any(country in text for text in texts)]
        if len(told) == 1:
            codes[name] = told[0]
    if not codes:
        return list(found)
    return [
        [q._replace(unit=codes[q.unit], kind="money") if q.unit in codes else q for q in of_one] for of_one in found
    ]
