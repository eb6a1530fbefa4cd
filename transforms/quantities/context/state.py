"""A paragraph while its quantities are read, left to right."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from transforms.quantities.context.clauses.clause import Laid
from transforms.quantities.context.period_and_status.period import Days
from transforms.quantities.context.period_and_status.status import Cue
from transforms.quantities.metric import Quantity
from transforms.times.period import TimeSpan

BACK = 12  # clauses, times and cues looked back on: further off nothing governs, and a page stays linear


class Context(NamedTuple):
    """What a text says around a quantity; `measure` where its indicator is a measure that the text names before it."""

    indicator: str | None
    subject: str | None
    period: Days
    status: str
    per: str | None
    measure: bool


@dataclass(slots=True)
class Paragraph:
    """`places[i]` is the word that is quantity i, `sentences[i]` the words of its sentence.

    `taken` is the word up to which the noun after the last one reaches; `ages`: whether one of the quantities is an
    age; `deals`: whether the text deals values out to a list. `told` are the owners that clauses already looked at
    speak of. `stream` is the period of a list of measures that runs on from sentence to sentence.
    """

    laid: Laid
    clauses: list[tuple[int, int]]
    sentences: list[tuple[int, int]]
    places: list[int]
    quantities: Sequence[Quantity]
    periods: Sequence[TimeSpan]
    time_ends: list[int]
    issue: date | None
    ages: bool
    deals: bool
    stream: Days = None
    taken: int = 0
    carried: int = -2  # the last quantity that took its base of a rate from the clause before
    done: list[Context] = field(default_factory=list)
    cues: dict[int, list[Cue]] = field(default_factory=dict)
    told: dict[int, str | None] = field(default_factory=dict)

    def clause_at(self, place: int) -> int:
        """The number of the clause that holds a word."""
        return bisect_right(self.clauses, (place, len(self.laid.codes))) - 1

    def before(self, place: int) -> list[TimeSpan]:
        """The last times that end at or before a place in the text, nearest first."""
        at = bisect_right(self.time_ends, place)
        return list(reversed(self.periods[max(0, at - BACK) : at]))

    def last_in_sentence(self, index: int) -> int | None:
        """The quantity before quantity `index` in its sentence."""
        return index - 1 if index and self.places[index - 1] >= self.sentences[index][0] else None
