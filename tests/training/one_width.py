"""Pages of the volume set anew in one column width, as most papers set theirs: what their articles are stays known."""

from __future__ import annotations

import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from transforms.forms.text import read_text
from transforms.layout.lines.units import Unit, units_of
from transforms.layout.lines.widths import display_width
from transforms.layout.wording.end_marks import is_terminal

_NOT_FIRST = "，。、；：！？”’）》」』】%"
_WIDTHS = range(36, 54, 2)  # half characters
_INDENTED = 0.25  # of the pages: paragraphs set in, and no empty line between them
_TIGHT = 0.5  # of the pages: no empty line under a subheading
_BROKEN = 0.04  # of the lines inside a paragraph: an empty line follows, as a column ended


def set_anew(text: str, begins: list[int], seed: str) -> str:
    """The page in one column width; `begins` are the places where its articles begin."""
    chance = random.Random(seed)  # noqa: S311 (the same page is set the same way each time)
    width = chance.choice(_WIDTHS)
    indented, tight = chance.random() < _INDENTED, chance.random() < _TIGHT
    lines: list[str] = []
    before: Unit | None = None
    for unit in units_of(read_text(text)):
        offset = unit.words.offsets
        opens = any(offset[0] <= at <= offset[-1] for at in begins)
        if before and _parted(before, unit, opens, indented, tight):
            lines.append("")
        lines.extend(_wrapped(unit, width, indented, chance))
        before = unit
    return "\n".join(lines) + "\n"


def is_text(unit: Unit) -> bool:
    return unit.n_lines > 1 or is_terminal(unit.text)


def _parted(before: Unit, unit: Unit, opens: bool, indented: bool, tight: bool) -> bool:
    """Whether an empty line stands between two units."""
    if not unit.gap:
        return False
    if is_text(before) and is_text(unit):
        return opens or not indented
    return opens or not tight or not is_text(unit)


def _wrapped(unit: Unit, width: int, indented: bool, chance: random.Random) -> list[str]:
    """The lines of a unit: headlines as they are, text as wide as the column."""
    text = unit.text
    if not is_text(unit) or display_width(text) <= width:
        return [text]
    set_in = "\u3000\u3000" if indented else ""
    lines, line = [], set_in
    for character in text:
        if display_width(line + character) > width and character not in _NOT_FIRST:
            lines.append(line)
            if chance.random() < _BROKEN:
                lines.append("")
            line = ""
        line += character
    return [*lines, line]
