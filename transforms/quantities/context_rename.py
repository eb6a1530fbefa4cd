"""Names of measures that the words next to a quantity leave out: the thing that is sold, the measure of a list."""

from __future__ import annotations

from transforms.quantities.context_choice import Chosen
from transforms.quantities.context_heads import group
from transforms.quantities.context_state import Paragraph
from transforms.quantities.context_subject import topic

_VARIED = frozenset(("money", "percent"))
_BARE_UNITS = frozenset(("次", "人次", "人"))


def renamed(page: Paragraph, index: int, clause: tuple[int, int], chosen: Chosen | None) -> Chosen | None:
    """`chosen`, or the thing that opens the clause where only a verb was; None where the value before says it."""
    if chosen is None or not chosen.left:
        return chosen
    at = page.places[index]
    if page.laid.codes[at - 1 : at] == "U" and _same_things(page, index):
        return None  # 整改措施154项，有时限的112项
    if not _bare_verb(page, chosen):
        return None if _variant(page, index, clause, chosen) else chosen
    if page.laid.word(chosen.first) in group("plain_verb"):
        return None  # 户均拿到1.6万元
    if page.laid.word(chosen.first) in group("yield"):
        span = topic(page.laid, clause[0], chosen.first)
        if span:
            return Chosen(span[0], span[1], True)
    return None if _same_things(page, index) else chosen


def _bare_verb(page: Paragraph, chosen: Chosen) -> bool:
    codes = page.laid.codes
    one = chosen.last - chosen.first == 1 and codes[chosen.first] == "V"
    return one and codes[chosen.first - 1 : chosen.first] != "L"


def _same_things(page: Paragraph, index: int) -> bool:
    """True for a count of what was counted just before (新建学校10所，已完工6所)."""
    last = page.last_in_sentence(index)
    if last is None:
        return False
    now, before = page.quantities[index], page.quantities[last]
    return now.kind == "count" and now.unit == before.unit and now.unit not in _BARE_UNITS


def _variant(page: Paragraph, index: int, clause: tuple[int, int], chosen: Chosen) -> bool:
    """True for a share or price of one more group under the measure just told (半程报名费120元、健康跑60元)."""
    last = page.last_in_sentence(index)
    if last is None or page.quantities[index].kind not in _VARIED or page.quantities[index].change:
        return False
    if page.laid.word(chosen.first) in group("mean"):
        return False  # 户均增收4000元、人均增收2000元
    now, before = page.quantities[index], page.quantities[last]
    laid = page.laid
    joined = laid.codes[max(0, chosen.first - 2) : chosen.first] == "QC"
    named = chosen.last - chosen.first <= 2 and laid.codes[chosen.last - 1] in ("NSOV" if joined else "NSO")
    named = named and laid.word(clause[0]) != "其中"
    same = now.kind == before.kind and now.unit == before.unit and not before.change
    told = page.done[last].measure and not laid.codes[chosen.last : page.places[index]].strip(
        "HDPqU" if joined else "HDPq"
    )
    return named and same and told
