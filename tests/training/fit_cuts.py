"""Prints the weights VARIED of transforms/layout/cut_weights.py: a logistic regression over places between paragraphs.

    python tests/training/fit_cuts.py SHARED      (the folder that holds volume/; about a minute)

It reads every second page of the volume and the pages of seeds/pages with their gold; the other pages stay unseen. The
weights of features that these pages hardly show stay near those of EVEN, the rest near nothing.
"""

from __future__ import annotations

# ruff: noqa: E402 (the project's folder goes on the path before its modules are imported)
import gzip
import json
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

import numpy as np

from transforms.forms.text import read_text
from transforms.layout.cohesion import Cohesion
from transforms.layout.cut_weights import EVEN
from transforms.layout.flow import units_of
from transforms.layout.kinds import BODY, kinds_of
from transforms.layout.neighbours import by_neighbours
from transforms.layout.segments import cuts_of, weighed
from transforms.layout.width_change import unit_columns, varied

EVERY, OWN = 2, 3  # every second page of the volume; a page of our own counts three times
STEPS, RATE, SHRINK = 60, 0.7, 1.0
BY_HAND = ("section", "notice", "byline_marked", "bullet")
USED = """base bullet byline_bare byline_marked credit dateline group loose_far loose_near notice open opening
opening_label picture section signed signed_open tag width_far width_near width_same deck touching gap within_D
within_DO within_O within_S again_B again_BO again_DO again_L again_P numbered says text_touching
rival pictured lead_below lead_apart lead_above line_below line_above trails editor""".split()


def pages(shared: Path) -> Iterator[tuple[str, list[str]]]:
    """Each page's text and the first words of its articles."""
    with gzip.open(shared / "volume/rmrb-2020q1-truth.jsonl.gz", "rt", encoding="utf-8") as handle:
        truth = {row["id"]: row["articles"] for row in map(json.loads, handle)}
    with gzip.open(shared / "volume/rmrb-2020q1.jsonl.gz", "rt", encoding="utf-8") as handle:
        for n, row in enumerate(map(json.loads, handle)):
            if n % EVERY == 0:
                yield row["text"], [a["first"] for a in truth[row["id"]]]
    for path in sorted((ROOT / "tests/gold").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        page = ROOT / "seeds/pages" / Path(gold["page"]).name
        if page.suffix == ".txt" and page.exists():
            yield from [(page.read_text(encoding="utf-8"), [a["first"] for a in gold["articles"]])] * OWN


def starts(text: str, firsts: list[str]) -> list[int]:
    """Where the articles begin on the page, blanks aside."""
    places = [i for i, c in enumerate(text) if not c.isspace()]
    flat = "".join(text.split())
    at = [flat.find("".join(first.split())[:30]) for first in firsts]
    return [places[i] for i in at if i >= 0]


def rows(text: str, firsts: list[str]) -> Iterator[tuple[list[float], float, bool]]:
    """Of each place its features, what is known besides, and whether an article begins there."""
    kinds = kinds_of(units_of(read_text(text)))
    by_neighbours(kinds)
    bodies = [k for k in kinds if k.kind == BODY]
    variety = varied(unit_columns([k.unit for k in bodies]))
    cohesion = Cohesion([k.text for k in bodies])
    begin = starts(text, firsts)
    for n, cut in enumerate(cuts_of(kinds) if variety else []):
        left, right = (kinds[i].unit.words.offsets[0] for i in (cut.left, cut.right))
        known = (1 - variety) * weighed(cut.features, EVEN) + cohesion.of(n)
        yield [variety * cut.features.get(u, 0.0) for u in USED], known, any(left < s <= right for s in begin)


def main(shared: Path) -> None:
    found = [row for text, firsts in pages(shared) for row in rows(text, firsts)]
    features, known, truth = (np.array(column, dtype=float) for column in zip(*found, strict=True))
    prior = np.array([EVEN[u] if u in BY_HAND else 0.0 for u in USED])
    weights = prior.copy()
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-np.clip(features @ weights + known, -30, 30)))
        slope = features.T @ (truth - p) - SHRINK * (weights - prior)
        bend = (features * (p * (1 - p))[:, None]).T @ features + SHRINK * np.eye(len(USED))
        weights += RATE * np.linalg.solve(bend, slope)
    for name, weight in sorted(zip(USED, weights, strict=True)):
        sys.stdout.write(f'    "{name}": {weight:.1f},\n')


if __name__ == "__main__":
    main(Path(sys.argv[1]))
