"""Pages whose articles are known: what the layout weights are learnt from."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

from transforms.forms.text import read_text
from transforms.layout.flow import units_of
from transforms.layout.kinds import BODY, Kind, kinds_of
from transforms.layout.neighbours import by_neighbours
from transforms.layout.plan import Planner, groups_of
from transforms.layout.segments import cuts_of

ROOT = Path(__file__).resolve().parents[2]
EVERY, OWN = 2, 3  # every second page of the volume; a page of our own counts three times
Known = list[tuple[str, str]]  # of each article its first words and its headline


def pages(shared: Path) -> Iterator[tuple[str, Known]]:
    """Each page's text and its articles."""
    with gzip.open(shared / "volume/rmrb-2020q1-truth.jsonl.gz", "rt", encoding="utf-8") as handle:
        truth = {row["id"]: row["articles"] for row in map(json.loads, handle)}
    with gzip.open(shared / "volume/rmrb-2020q1.jsonl.gz", "rt", encoding="utf-8") as handle:
        for n, row in enumerate(map(json.loads, handle)):
            if n % EVERY == 0:
                yield row["text"], [(a["first"], "".join(a["headline_lines"])) for a in truth[row["id"]]]
    for path in sorted((ROOT / "tests/gold").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        page = ROOT / "seeds/pages" / Path(gold["page"]).name
        if page.suffix == ".txt" and page.exists():
            articles = [(a["first"], "".join(a["headline_lines"])) for a in gold["articles"]]
            yield from [(page.read_text(encoding="utf-8"), articles)] * OWN


def squeezed(text: str) -> str:
    return "".join(text.split())


def starts(text: str, known: Known) -> list[tuple[int, str]]:
    """Where the articles begin on the page, blanks aside, each with its headline."""
    places = [i for i, c in enumerate(text) if not c.isspace()]
    flat = squeezed(text)
    at = [(flat.find(squeezed(first)[:30]), squeezed(head)) for first, head in known]
    return sorted((places[i], head) for i, head in at if i >= 0)


def kinds_on(text: str) -> list[Kind]:
    """What each unit of the page may be, with captions apart."""
    kinds = kinds_of(units_of(read_text(text)))
    by_neighbours(kinds)
    return kinds


def planner_of(text: str) -> Planner | None:
    """The planner of a page, None where the page has no text."""
    kinds = kinds_on(text)
    if not any(k.kind == BODY for k in kinds):
        return None
    return Planner(kinds, cuts_of(kinds), groups_of(kinds))
