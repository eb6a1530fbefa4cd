"""Prints the weights of transforms/layout/weights/cuts.py: a logistic regression over places between paragraphs.

    python tests/training/fit_cuts.py SHARED      (the folder that holds volume/; about a minute)

What the text around a place tells is taken as known, as the planner of a page with the weights as they are has it. It
reads every second page of the volume and the pages of seeds/pages with their gold; the other pages stay unseen.
Pages of the volume are set anew as well: in one column width (`one_width`), which `EVEN` is learnt from, with a
paragraph a line and headlines over their texts (`unwrapped`), which `UNWRAPPED` is learnt from, and both at once, which
`OVER` is learnt from.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import numpy as np
from known_pages import Floats, Page, gathered, in_four, planner_of, regression, starts

NAMES = sorted(
    """base bullet byline byline_bare byline_marked credit dateline group loose_far loose_near notice open opening
opening_label picture section signed signed_open tag width_far width_near width_same deck touching gap within_D
within_DO within_O within_S within_B again_B again_BO again_DO again_L again_P again_SO numbered says apart
text_touching rival pictured reported lead_below lead_apart lead_above line_below line_above trails editor
writers""".split()
)
BY_HAND = {"section": 4.0, "notice": 4.0, "byline_marked": 3.0, "bullet": 2.5}
# on pages of one width: most papers give each article one byline, the paper of the volume several to some, and it
# seldom opens news with where its reporter heard it; a page set anew has no text of another width but by mistake
EVEN_BY_HAND = {
    "dateline": 3.8,
    "reported": 1.5,
    "writers": 4.0,
    "byline_bare": 6.0,
    "within_D": 0.0,
    "within_DO": 0.0,
    "again_DO": 0.0,
    "width_far": 4.0,
    "loose_far": 3.0,
}
# and where headlines stand over their texts, a byline between the two opens an article
OVER_BY_HAND = {**EVEN_BY_HAND, "byline": 3.5, "within_B": 0.0, "again_BO": 0.0}
LOOSE, FIRM = 1.0, 1000.0
LEAST = 0.05


def places(page: Page) -> list[tuple[list[float], float, bool]]:
    """Of each place its features, what is known besides, and whether an article begins there."""
    text, known = page
    planner = planner_of(text)
    if planner is None:
        return []
    begin = [at for at, _ in starts(text, known)]
    found = []
    for n, cut in enumerate(planner.cuts):
        left, right = (planner.kinds[i].unit.words.offsets[0] for i in (cut.left, cut.right))
        row = in_four([cut.features.get(name, 0.0) for name in NAMES], cut)
        found.append((row, planner.cohesion.of(n), any(left < s <= right for s in begin)))
    return found


def by_hand() -> tuple[Floats, Floats]:
    """Of all sets the weights to start from, and how firmly they are held."""
    sets = (EVEN_BY_HAND, OVER_BY_HAND, {}, EVEN_BY_HAND)
    weights = [told.get(name, BY_HAND.get(name, 0.0)) for told in sets for name in NAMES]
    return np.array(weights), np.array([FIRM if name in told else LOOSE for told in sets for name in NAMES])


def main(shared: Path) -> None:
    rows, known, truth = (np.array(column, dtype=float) for column in zip(*gathered(places, shared), strict=True))
    weights = np.split(regression(rows, truth, known, *by_hand()), 4)
    for name, part in zip(("EVEN", "OVER", "VARIED", "UNWRAPPED"), weights, strict=True):
        told = {n: w for n, w in zip(NAMES, part, strict=True) if abs(w) >= LEAST}
        sys.stdout.write(f"{name} = {{\n")
        sys.stdout.writelines(f'    "{n}": {w:.2f},\n' for n, w in told.items())
        sys.stdout.write("}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
