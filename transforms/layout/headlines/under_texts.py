"""Pages whose headlines stand under their articles: each shares its words with the text over it, not that below."""

from __future__ import annotations

from collections.abc import Sequence

from transforms.layout.headlines.groups import Group
from transforms.layout.wording.shared_pairs import Shares

_LEAST = 3  # ends that nothing else tells: one or two lines may be subheadings that look back
_OWN, _LEAD = 0.4, 0.3  # of a headline's words, those that the text over it holds, and how many fewer the one below
_MOST = 0.7  # of the places between texts where lines stand


def ends_over_headlines(groups: Sequence[Group], shares: Shares, on: Sequence[bool]) -> list[int]:
    """Places between body units where an article ends over its own headline; `on` are those where one is known to end.

    None where the first text has a headline over it, or where the lines of the page do not agree: subheadings share
    their words with the text below.
    """
    if any(group.slot == 0 for group in groups):
        return []
    size = len(on) + 1
    inner = [(g, group.slot) for g, group in enumerate(groups) if group.slot < size and not (group.leads or group.deck)]
    found: list[int] = []
    first = 0
    for n, (g, slot) in enumerate(inner):
        first = max(first, max((cut + 1 for cut in range(first, slot - 1) if on[cut]), default=first))
        following = next((other for _, other in inner[n + 1 :] if other > slot), size)
        below = next((cut + 1 for cut in range(slot, following - 1) if on[cut]), following)
        above, under = shares.of(g, first, slot - 1), shares.of(g, slot, below - 1)
        if above >= _OWN and above - under >= _LEAD:
            found.append(slot - 1)
            first = slot
    agree = len(found) >= _MOST * len({slot for _, slot in inner})
    return found if agree and sum(not on[cut] for cut in found) >= _LEAST else []
