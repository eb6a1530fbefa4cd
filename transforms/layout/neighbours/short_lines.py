"""Short lines that are no subheadings: verse, items of lists, and whoever wrote what stands under a headline."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from transforms.layout.bylines.writers import Writers
from transforms.layout.kinds.kind import BODY, BYLINE, CAPTION, NOISE, NUMBER, OPEN, SIGNED, VERSE, Kind
from transforms.layout.lines.lone import is_bare_number

_LONGEST = 30  # characters
_LINES = 3  # of verse, or one more where sentences end among them
_APART = 2  # subheadings in a type of their own
_NAME = 3  # characters
_PEN_NAME = re.compile(r"[一-龥]{2,4}|[一-龥][ \u3000]+[一-龥]")


def find_short_text(items: Sequence[Kind]) -> None:
    """Short lines are text where many in a row are set in one type, which others between them that head them are not,
    and where they are set as the paragraphs are and subheadings are not."""
    for kind in items:
        if kind.kind == OPEN and kind.unit.role is None and is_bare_number(kind.text):
            kind.label = NUMBER
    _find_verse(items)
    styles = Counter[int]()
    for kind in items:
        if kind.kind == BODY and kind.unit.style is not None:
            styles[kind.unit.style] += len(kind.text)
    plain = styles.most_common(1)[0][0] if styles else None
    free = [kind for kind in items if kind.kind in (OPEN, BODY) and kind.unit.role is None and not kind.label]
    apart = [at for at, kind in enumerate(free) if kind.kind == OPEN and kind.unit.style != plain]
    for kind in free[apart[0] :] if len(apart) >= _APART else ():
        if kind.kind == OPEN and kind.unit.style == plain:
            kind.kind = BODY


def _find_verse(items: Sequence[Kind]) -> None:
    run: list[Kind] = []
    for kind in [*items, None]:
        if kind is not None and _may_be_verse(kind):
            run.append(kind)
        elif run:
            _read_run(run)
            run = []


def _may_be_verse(kind: Kind) -> bool:
    plain = (
        kind.kind in (OPEN, BODY)
        and kind.unit.role is None
        and kind.unit.style is not None
        and kind.label in (None, NUMBER)
    )
    return plain and len(kind.text) <= _LONGEST and not kind.head and not kind.foot


def _read_run(run: Sequence[Kind]) -> None:
    of_style: dict[int | None, list[Kind]] = {}
    for kind in run:
        if not kind.label:
            of_style.setdefault(kind.unit.style, []).append(kind)
    together = {a.unit.style for a, b in pairwise(run) if a.unit.style == b.unit.style}
    for style in together & of_style.keys():
        own = of_style[style]
        opens = [kind for kind in own if kind.kind == OPEN]
        if len(opens) >= _LINES and (len(opens) == len(own) or len(opens) * 2 >= len(own) > _LINES):
            for kind in opens:
                kind.kind, kind.label = BODY, VERSE


def find_pen_name(items: Sequence[Kind]) -> None:
    """A name alone between the headline and the text of an article that names no other writer.

    One that later lines are set like is the subheading of the first part.
    """
    solid = [kind for kind in items if kind.kind not in (NOISE, CAPTION)]
    if len(solid) < 2 or any(map(_names_writer, solid)):
        return
    first, second, *others = solid
    free = first.kind in (OPEN, BODY) and first.unit.role is None and first.label in (None, VERSE)
    if not free or not _PEN_NAME.fullmatch(first.text) or len(second.text) <= len(first.text):
        return
    if len("".join(first.text.split())) > _NAME and first.unit.style != second.unit.style:
        return  # longer than most names, and set apart as subheadings are
    if not any(kind.kind == OPEN and kind.unit.style == first.unit.style for kind in (second, *others)):
        first.kind, first.label, first.writers = BYLINE, None, Writers(clean=True)


def _names_writer(kind: Kind) -> bool:
    return kind.kind in (BYLINE, SIGNED) or kind.head is not None or kind.foot is not None
