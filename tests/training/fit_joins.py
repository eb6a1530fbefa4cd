"""Prints JOINS of transforms/layout/weights/joins.py: a logistic regression over the breaks in headlines.

    python tests/training/fit_joins.py SHARED      (the folder that holds volume/; half a minute)

It reads every second page of the volume, whose headlines a column's width broke, and the pages of seeds/pages with
their gold; the other pages stay unseen. Some headlines of the volume are taken as an editor breaks them, too.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from multiprocessing import Pool
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import numpy as np
from known_pages import Headlines, headlines, regression, squeezed

from transforms.forms.text import read_text
from transforms.layout.headlines.broken_lines import PageBreaks, Place, lines_of
from transforms.layout.kinds.kind import Kind
from transforms.layout.page import drafts_of

Row = tuple[dict[str, float], bool]
LEAST = 0.05
BY_EDITORS = 7  # of so many headlines one is taken as an editor breaks it
HALF = 14  # characters: of a part that an editor sets on a line of its own


def rows(page: Headlines) -> list[Row]:
    """Of each place between two lines its features, and whether they are one; lines that a unit has joined are told."""
    text, known = page
    drafts, _ = drafts_of(read_text(text))
    breaks = PageBreaks.of(group for draft in drafts for group in draft.groups)
    ends = {squeezed("".join(lines)): _ends(lines) for lines in known}
    found: list[Row] = []
    for draft in drafts:
        whole = ends.get(squeezed("".join(kind.text for group in draft.groups for kind in group)), set())
        at = 0
        for group in draft.groups if whole else ():
            lines = lines_of(group)
            places = list(_places(lines, {end - at for end in whole}))
            told = _told(group)
            found.extend((breaks.features(place), one) for place, one in places if place.at not in told)
            at += len(squeezed("".join(lines)))
    return found


def by_editors(known: Sequence[Sequence[str]]) -> list[Row]:
    """The same of headlines that are broken where their editor left a blank."""
    found: list[Row] = []
    for headline in known:
        lines = [part for line in headline for part in _parts(line)]
        breaks = PageBreaks([lines])
        found.extend((breaks.features(place), one) for place, one in _places(lines, _ends(headline)))
    return found


def _parts(line: str) -> list[str]:
    parts = line.split()
    return parts if len(parts) <= 3 and max(map(len, parts)) <= HALF else [line]


def _places(lines: Sequence[str], ends: set[int]) -> Iterator[tuple[Place, bool]]:
    """Each place between two lines, and whether they are one: no line of the headline `ends` there, blanks aside."""
    said, at = "", 0
    for i, line in enumerate(lines[:-1]):
        said += line
        at += len(squeezed(line))
        yield Place(said, lines, i), at not in ends
        said = "" if at in ends else said


def _ends(lines: Sequence[str]) -> set[int]:
    return {int(end) for end in np.cumsum([len(squeezed(line)) for line in lines])}


def _told(group: Sequence[Kind]) -> set[int]:
    """The places inside units."""
    told: set[int] = set()
    first = 0
    for kind in group:
        size = len(kind.unit.words.lines())
        told.update(range(first, first + size - 1))
        first += size
    return told


def main(shared: Path) -> None:
    pages = list(headlines(shared))
    with Pool() as pool:
        found = [row for part in pool.imap(rows, pages, chunksize=16) for row in part]
    found += by_editors([lines for _, known in pages for lines in known if len(lines) > 1][::BY_EDITORS])
    names = sorted({name for features, _ in found for name in features})
    table = np.array([[features[name] for name in names] for features, _ in found])
    truth = np.array([float(one) for _, one in found])
    none = np.zeros(len(names))
    weights = regression(table, truth, np.zeros(len(found)), none, np.ones(len(names)))
    sys.stdout.write("JOINS = {\n")
    sys.stdout.writelines(f'    "{n}": {w:.2f},\n' for n, w in zip(names, weights, strict=True) if abs(w) >= LEAST)
    sys.stdout.write("}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
