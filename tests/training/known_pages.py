"""Pages whose articles are known: what the layout weights are learnt from."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterator, Sequence
from multiprocessing import Pool
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray
from one_width import set_anew
from unwrapped import with_heads_over

from transforms.forms.text import read_text
from transforms.layout.ends.cuts import Cut, cuts_of
from transforms.layout.headlines.groups import groups_of
from transforms.layout.kinds.kind import BODY, Kind
from transforms.layout.kinds.of_page import kinds_of
from transforms.layout.lines.units import units_of
from transforms.layout.neighbours.captions_and_signatures import by_neighbours
from transforms.layout.plans.plan import Planner

ROOT = Path(__file__).resolve().parents[2]
EVERY, OWN = 2, 3  # every second page of the volume; a page of our own counts three times
STEPS, RATE = 60, 0.7
Known = list[tuple[str, str]]  # of each article its first words and its headline
Page = tuple[str, Known]
Headlines = tuple[str, list[list[str]]]  # a page's text and the lines of its headlines
Floats = NDArray[np.float64]
Found = TypeVar("Found")


def pages(shared: Path) -> Iterator[Page]:
    """Each page's text and its articles; a page of the volume as it is, and set anew as other papers set theirs."""
    for page, text, articles in _volume(shared):
        known = _known(articles)
        yield text, known
        yield from ((other, known) for other in _other_settings(text, articles, page))
    for text, articles in _own():
        yield from [(text, _known(articles))] * OWN


def headlines(shared: Path) -> Iterator[Headlines]:
    """The same pages as they are, each with the lines of its headlines."""
    for _, text, articles in _volume(shared):
        yield text, [a["headline_lines"] for a in articles]
    for text, articles in _own():
        yield from [(text, [a["headline_lines"] for a in articles])] * OWN


def _volume(shared: Path) -> Iterator[tuple[str, str, list[dict[str, Any]]]]:
    """Of the pages of the volume that may be learnt from: name, text and articles."""
    with gzip.open(shared / "volume/rmrb-2020q1-truth.jsonl.gz", "rt", encoding="utf-8") as handle:
        truth = {row["id"]: row["articles"] for row in map(json.loads, handle)}
    with gzip.open(shared / "volume/rmrb-2020q1.jsonl.gz", "rt", encoding="utf-8") as handle:
        for n, row in enumerate(map(json.loads, handle)):
            if n % EVERY == 0:
                yield row["id"], row["text"], truth[row["id"]]


def _own() -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """The texts of our own pages and their articles."""
    for path in sorted((ROOT / "tests/gold").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        page = ROOT / "seeds/pages" / Path(gold["page"]).name
        if page.suffix == ".txt" and page.exists():
            yield page.read_text(encoding="utf-8"), gold["articles"]


def _known(articles: Sequence[dict[str, Any]]) -> Known:
    return [(a["first"], "".join(a["headline_lines"])) for a in articles]


def _other_settings(text: str, articles: Sequence[dict[str, Any]], seed: str) -> Iterator[str]:
    """The page in one column width, with its headlines over their articles, and both at once."""
    lines = {squeezed("".join(a["headline_lines"])): a["headline_lines"] for a in articles}
    known = _known(articles)
    begins = starts(text, known)
    yield set_anew(text, [at for at, _ in begins], seed)
    over = with_heads_over(text, [(at, lines[head]) for at, head in begins], seed)
    yield over
    yield set_anew(over, [at for at, _ in starts(over, known)], seed)


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


def gathered(of_page: Callable[[Page], Sequence[Found]], shared: Path) -> list[Found]:
    """What `of_page` finds on every page."""
    with Pool() as pool:
        return [found for page in pool.imap(of_page, pages(shared), chunksize=16) for found in page]


def in_four(features: Sequence[float], cut: Cut) -> list[float]:
    """A row for four sets of weights: of one column width, of that with headlines over their texts, of columns of their
    own, of unwrapped lines."""
    even = 1 - cut.varied
    shares = (even * (1 - cut.over), even * cut.over, cut.varied, 0.0) if cut.wrapped else (0.0, 0.0, 0.0, 1.0)
    return [share * feature for share in shares for feature in features]


def regression(rows: Floats, truth: Floats, known: Floats, prior: Floats, firm: Floats) -> Floats:
    """The weights of a logistic regression that has `known` besides; each is held `firm` to its prior."""
    weights = prior.copy()
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-np.clip(rows @ weights + known, -30, 30)))
        slope = rows.T @ (truth - p) - firm * (weights - prior)
        bend = (rows * (p * (1 - p))[:, None]).T @ rows + np.diag(firm)
        weights += RATE * np.linalg.solve(bend, slope)
    return weights
