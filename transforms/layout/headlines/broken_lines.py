"""Whether a headline's line goes on in the one below, where the width of a column may have broken it.

An editor breaks a headline by its sense, a column wherever its width ends: in the middle of words, and several lines of
a page at one width. The weights are a logistic regression over the breaks in headlines of pages whose headlines are
known (`tests/training/fit_joins.py`).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import rjieba

from transforms.layout.headlines.words_at_break import words_tell
from transforms.layout.kinds.kind import Kind
from transforms.layout.lines.widths import WIDE, display_width
from transforms.layout.weights.joins import JOINS
from transforms.layout.weights.sums import weighed
from transforms.layout.wording.line_ends import edge_words, opens_count
from transforms.layout.wording.shared_pairs import TAG

SURE = 1.0  # log odds that two lines are one where no word of the page is seen broken
_BROKEN_WIDE = 20
_SHORT, _SHORT_LINE = 20, 8
_BROKEN = 4  # characters: a longer word of the dictionary is a phrase that an editor may break
_EVEN = 4
_NAMES = ("nr", "ns")
_NEVER_FIRST = frozenset("，。、；：！？”’）)》】%％")
_DASH = "——"
_NEVER_LAST = (_DASH, "：")  # of a line that goes on
_AFTER_NUMBERS = frozenset("万亿年月日℃")


class Place(NamedTuple):
    """A place between two lines: the line so far, and the group's lines as they stand, of which `at` is the upper."""

    said: str
    lines: Sequence[str]
    at: int

    @property
    def upper(self) -> str:
        return self.lines[self.at]

    @property
    def lower(self) -> str:
        return self.lines[self.at + 1]


class PageBreaks:
    """How wide the lines of a page's headlines are, and how many of them broke a word at their column's width."""

    def __init__(self, groups: Iterable[Sequence[str]]) -> None:
        self.broken = 0
        self._widths: Counter[int] = Counter()
        for lines in groups:
            widths = list(map(display_width, lines))
            self._widths.update(widths)
            full = max(widths, default=0) - 2
            self.broken += sum(
                width >= max(full, _BROKEN_WIDE) and _breaks_word(lines[i], lines[i + 1])
                for i, width in enumerate(widths[:-1])
            )

    @classmethod
    def of(cls, groups: Iterable[Sequence[Kind]]) -> PageBreaks:
        """The same of headline groups whose lines are units of the page."""
        return cls(lines_of(group) for group in groups)

    def told(self, place: Place) -> bool | None:
        """Whether the line goes on below; None where the words of the two lines have to tell it alone."""
        if place.lower[0] in _NEVER_FIRST or (place.upper[-1].isdigit() and place.lower[0] in _AFTER_NUMBERS):
            return True
        if place.upper.endswith(_NEVER_LAST) or place.lower.startswith(_DASH):
            return False
        if self.broken:
            return self.odds(place) > 0
        return True if display_width(place.upper) >= WIDE and self.odds(place) > SURE else None

    def odds(self, place: Place) -> float:
        """Log odds that the two lines are one."""
        return weighed(self.features(place), JOINS)

    def features(self, place: Place) -> dict[str, float]:
        """What speaks for one line and against it, by name."""
        return {"base": 1.0, **self._widths_tell(place), **words_tell(place.said, place.upper, place.lower)}

    def _widths_tell(self, place: Place) -> dict[str, float]:
        widths = list(map(display_width, place.lines))
        upper, lower = widths[place.at : place.at + 2]
        widest, later = max(widths), max(widths[place.at + 1 :])
        others = sum(self._widths.values()) - len(widths) + 2
        near = sum(self._widths[w] for w in range(upper - 1, upper + 2)) - sum(abs(w - upper) <= 1 for w in widths)
        wider = sum(n for w, n in self._widths.items() if w > upper + 1) - sum(w > upper + 1 for w in widths)
        short = upper < WIDE
        return {
            "below_widest": float(widest == upper),
            "near_widest": float(0 < widest - upper <= 2),
            "later_wider": float(later > upper + 2),
            "wider": float(lower > upper + 2),
            "much_wider": min(1.0, max(0.0, (lower - upper) / upper)),
            "as_wide": float(abs(lower - upper) <= 1),
            "rest": float(lower <= _SHORT_LINE and lower < upper / 2),
            "part": float(lower <= upper * 2 / 3),
            "length": math.log(upper / 24),
            "as_wide_elsewhere": min(3, near) / 3,
            "wider_elsewhere": wider / others,
            "short": float(short),
            "broken": float(self.broken >= 1),
            "broken_often": float(self.broken >= 2),
            "short_beside_broken": float(short and self.broken >= 1),
            "first": float(place.at == 0),
            "two": float(len(widths) == 2),
            "many": float(len(widths) >= 4),
            "halves_below": float(_halves_below(place)),
        }


def lines_of(group: Sequence[Kind]) -> list[str]:
    """The lines of a headline group as they stand on the page."""
    return [line for kind in group for line in kind.unit.words.lines()]


def _halves_below(place: Place) -> bool:
    """The lower line and the one under it are short and about as long: the halves of a headline."""
    below = place.lines[place.at + 1 : place.at + 3]
    widths = [display_width(TAG.sub("", line)) for line in below]
    return len(widths) == 2 and max(widths) <= _SHORT and abs(widths[0] - widths[1]) <= _EVEN


def _breaks_word(upper: str, lower: str) -> bool:
    """A word of the dictionary, no name and no phrase, goes from the one line into the other."""
    if opens_count(lower):
        return False
    edge, words = edge_words(upper, lower)
    return any(
        start < edge < start + len(word)
        and len(word) <= _BROKEN
        and not tag.startswith(_NAMES)
        and rjieba.has_word(word)
        for word, tag, start in words
    )
