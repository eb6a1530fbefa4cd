"""Whether what something costs goes on with what was told before it."""

from __future__ import annotations

from transforms.quantities.context.clauses.word_groups import group
from transforms.quantities.context.clauses.words import code_of
from transforms.quantities.context.state import Paragraph

_ONE = ("1", "一")
_SIZES = frozenset(("mass", "area", "length", "volume"))


def priced(page: Paragraph, before: int, index: int) -> bool:
    """True for what something costs after a count in a clause before: the price is not of what was counted."""
    last, now = page.quantities[before], page.quantities[index]
    verb = page.laid.words[page.places[index] - 1]
    if now.kind == "money" and verb[0] == "卖":
        return not (page.done[before].indicator or "").endswith("价")  # 游客有上千人，一斤能|卖25元
    if (last.kind, now.kind) != ("count", "money") or now.change:
        return False
    if verb in group("plain_verb"):
        return True  # 15户农家乐每年每户|挣9万元
    between = page.laid.text[last.end : now.start]
    told = page.done[before].indicator
    return any(mark in between for mark in "“”") and (told is None or code_of(told, "n") != "W")


def price_of_one(page: Paragraph, before: int, index: int, begin: int) -> bool:
    """True for a price right after one unit of the thing, in its clause (一公斤土鸡卖到60元)."""
    last, now = page.quantities[before], page.quantities[index]
    sold, text = page.done[before].indicator, page.laid.text
    if sold is None or last.kind not in _SIZES or last.stated_value not in _ONE or now.kind != "money":
        return False
    beside = text.startswith(sold, last.end) or text.endswith(sold, 0, last.start)
    return beside and page.places[before] >= begin and page.clause_at(page.places[index]) == page.clause_at(begin)
