"""The lines of a page that may be headlines, in the groups in which they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from transforms.layout.bylines.said_by import opens_deck
from transforms.layout.kinds.kind import BODY, FIRST_PART, INSIDE, OPEN, Kind
from transforms.layout.wording.line_words import LEADS_ON
from transforms.words.token import tokenize

_LEAD_LINES = 2
_PILE = 3  # groups over the first text: the headlines of the page, set together
_DECK = "——"
_CORRECTION = re.compile(r"(?:重要|郑重|本报)?(?:更\s*正|致\s*歉)(?:[与及、和](?:致歉|说明)|说明|启事|声明)?")
_SAID = re.compile(r"说\Z|\A——@")


@dataclass(slots=True)
class Group:
    """Open lines with no empty line between them; `slot` is the number of body units before them.

    One that `leads` to a headline is none itself: 县长在会上强调. Nor is a `deck`: ——柳溪渡口见闻.
    """

    indices: list[int]
    items: list[Kind]
    slot: int
    late: bool = False
    leads: bool = False
    deck: bool = False

    @property
    def corrects(self) -> bool:
        """The title of a paper's note of what it got wrong."""
        return bool(_CORRECTION.fullmatch(self.text))

    @property
    def text(self) -> str:
        """Its lines joined, without a blank."""
        return "".join(k.text for k in self.items)

    @property
    def is_picture(self) -> bool:
        """Whether one of its lines is the heading of a picture story: 图片新闻."""
        return any(k.label == "picture" for k in self.items)


def groups_of(kinds: Sequence[Kind]) -> list[Group]:
    """The groups of open lines that may be headlines."""
    groups: list[Group] = []
    slot = 0
    for i, kind in enumerate(kinds):
        if kind.kind == BODY:
            slot += 1
        elif kind.kind == OPEN and kind.label not in INSIDE and kind.label != FIRST_PART:
            last = groups[-1] if groups else None
            if last and last.indices[-1] == i - 1 and last.items[-1].unit.chunk == kind.unit.chunk:
                last.indices.append(i)
                last.items.append(kind)
            else:
                groups.append(Group([i], [kind], slot))
    _set_apart(groups, slot)
    _leading([group for group in groups if group.slot == slot])
    return groups


def _set_apart(groups: Sequence[Group], end: int) -> None:
    """Which groups stand in a pile over the first text or under the last, and which are decks torn from their headline.

    Between two texts a deck under a headline is part of that.
    """
    piled = sum(group.slot == 0 for group in groups) >= _PILE
    for above, group in zip([None, *groups], groups, strict=False):
        first = above is None or above.slot != group.slot
        group.late = (group.slot == end and not first) or (group.slot == 0 and piled)
        group.deck = (first or group.late) and _is_deck(group)


def _is_deck(group: Group) -> bool:
    """A line or two behind ——, which name no one who said something: ——柳溪镇镇长李青."""
    text = group.text
    if not text.startswith(_DECK) or len(group.items) > _LEAD_LINES or _SAID.search(text):
        return False
    return opens_deck(text) or tokenize(text)[-1][1][:2] != "nr"


def _leading(late: Sequence[Group]) -> None:
    """Of the groups under the text those that lead to a headline, where not all do."""
    for group in late:
        over = any(LEADS_ON.search(kind.text) for kind in group.items[:-1])
        group.leads = len(group.items) <= _LEAD_LINES and not over and bool(LEADS_ON.search(group.text))
    if all(group.leads for group in late):
        for group in late:
            group.leads = False
