"""News in brief: several items of one paragraph each under 简讯, which is the headline of them all."""

from __future__ import annotations

from collections.abc import Sequence

from transforms.layout.kinds import BODY, DIGEST, ITEM, OPEN, Kind

_LEAST = 2


def find_digests(kinds: Sequence[Kind]) -> None:
    """Titles of news in brief over items whose own titles touch their text; such titles are subheadings.

    Where the titles stand apart from their texts, each is the headline of an article, and 简讯 the title of a section.
    """
    for i, kind in enumerate(kinds):
        if kind.label == DIGEST:
            items = _items(kinds, i + 1)
            if len(items) >= _LEAST:
                kind.kind, kind.reason = OPEN, None
                for item in items:
                    kinds[item].label = ITEM


def _items(kinds: Sequence[Kind], at: int) -> list[int]:
    """The titles from unit `at` on that have one paragraph each right under them."""
    found: list[int] = []
    while at + 1 < len(kinds) and _is_item(kinds, at):
        found.append(at)
        at += 2
    return found


def _is_item(kinds: Sequence[Kind], at: int) -> bool:
    title, text = kinds[at], kinds[at + 1]
    after = kinds[at + 2] if at + 2 < len(kinds) else None
    whole = title.kind == OPEN and not title.label and text.kind == BODY and not text.unit.gap
    return whole and (after is None or after.kind != BODY) and not title.unit.role
