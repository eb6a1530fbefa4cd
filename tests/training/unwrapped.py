"""Pages of the volume as a text without wrapped lines has them: a paragraph a line, headlines over their articles."""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from one_width import is_text

from transforms.forms.text import read_text
from transforms.layout.kinds.kind import BYLINE
from transforms.layout.kinds.of_page import kinds_of
from transforms.layout.lines.units import Unit, units_of

Known = Sequence[tuple[int, Sequence[str]]]  # of each article where it begins on the page, and its headline's lines
_INDENTED, _APART = 0.5, 0.6  # of the pages
_UNDER = 0.5  # of the pages: an empty line under a headline
_STAYS = 0.1  # of the articles: the headline is left where it was


def with_heads_over(text: str, known: Known, seed: str) -> str:
    """The page with most headlines right over their articles."""
    chance = random.Random(f"{seed} over")  # noqa: S311 (the same page is set the same way each time)
    indented, apart, under = (chance.random() < share for share in (_INDENTED, _APART, _UNDER))
    units = units_of(read_text(text))
    heads = _moved(units, known, chance)
    gone = {n for found in heads.values() for n in found[0]}
    opens = {n for n, unit in enumerate(units) for at, _ in known if _holds(unit, at)}
    lines: list[str] = []
    before: Unit | None = None
    for n, unit in enumerate(units):
        if n in gone:
            continue
        if n in heads:
            lines += ["", *heads[n][1], *([""] if under else [])]
        elif before and unit.gap and (apart or n in opens or not (is_text(before) and is_text(unit))):
            lines.append("")
        lines.append(_indent(unit, indented) + unit.text)
        before = unit
    return "\n".join(lines) + "\n"


def _holds(unit: Unit, at: int) -> bool:
    return unit.words.offsets[0] <= at <= unit.words.offsets[-1]


def _indent(unit: Unit, indented: bool) -> str:
    return "\u3000\u3000" if indented and is_text(unit) else ""


def _moved(units: Sequence[Unit], known: Known, chance: random.Random) -> dict[int, tuple[list[int], Sequence[str]]]:
    """For each unit that an article opens with: the units of its headline, and the headline's lines."""
    kinds = {id(kind.unit): kind.kind for kind in kinds_of(list(units))}
    found: dict[int, tuple[list[int], Sequence[str]]] = {}
    for at, lines in known:
        first = next((n for n, unit in enumerate(units) if _holds(unit, at)), None)
        if first is None or not lines or chance.random() < _STAYS:
            continue
        own = list(_lines_of(units, "".join("".join(lines).split())))
        while first and kinds.get(id(units[first - 1])) == BYLINE and first - 1 not in own:
            first -= 1
        if own:
            found[first] = own, lines
    return found


def _lines_of(units: Sequence[Unit], headline: str) -> Iterator[int]:
    """The units that are lines of a headline."""
    for n, unit in enumerate(units):
        said = "".join(unit.text.split())
        if len(said) > 3 and said in headline:
            yield n
