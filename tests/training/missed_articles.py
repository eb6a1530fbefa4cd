"""Lists articles of the volume that the program did not read whole, drawn at random, by page and ordinal.

python tests/training/missed_articles.py WAREHOUSE SHARED [--take 100] [--seed 1]

One line per article: page#ordinal (its place in the truth, from 1), where its headline stood, and what became of it:
`lost` (its first words are in no article), `with N,…` (it shares its article with these of the page), `cut` (its end is
elsewhere). What counts as whole is as `tools/score_volume.py` of the shared folder has it.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import duckdb

_DATELINE = re.compile(r"^.{0,40}?(?:电|讯|报道)(?:\s*（[^）]*）)?\s*")
_FIRST, _LAST, _FEWEST = 18, 10, 6  # characters compared
_READ = """
SELECT regexp_extract(p.source_uri, '#(.*)', 1), a.body,
       (SELECT string_agg(b.text, '' ORDER BY b.seq) FROM block b
        WHERE b.article_id = a.article_id AND b.role IN ('byline', 'paragraph', 'subheading', 'caption'))
FROM article a JOIN page p USING (page_id) ORDER BY p.source_uri, a.seq"""

Read = tuple[str, str]  # of an article its body, and its body with what stands in it


class Missed(NamedTuple):
    """An article of the truth that was not read whole; `sharing` are the ordinals of those in the same article."""

    page: str
    ordinal: int
    headline: str
    lost: bool
    sharing: tuple[int, ...]
    cut: bool

    def __str__(self) -> str:
        fate = ["lost"] * self.lost + ["cut"] * self.cut
        fate += [f"with {','.join(map(str, self.sharing))}"] if self.sharing else []
        return f"{self.page}#{self.ordinal}\t{self.headline}\t{' '.join(fate)}"


def squeeze(text: str | None) -> str:
    return re.sub(r"\s", "", text or "")


def opening(first: str) -> str:
    """The first words that are compared: what follows the dateline, where that is long enough."""
    after = squeeze(_DATELINE.sub("", first))[:_FIRST]
    return after if len(after) >= _FEWEST else squeeze(first)[:_FIRST]


def missed(page: str, truth: Sequence[Mapping[str, str]], read: Sequence[Read]) -> Iterator[Missed]:
    """The articles of a page that were not read whole."""
    homes = [next((i for i, got in enumerate(read) if any(opening(t["first"]) in g for g in got)), -1) for t in truth]
    for n, (told, home) in enumerate(zip(truth, homes, strict=True)):
        sharing = tuple(m + 1 for m, other in enumerate(homes) if m != n and other == home >= 0)
        cut = home >= 0 and not any(squeeze(told["last"])[-_LAST:] in got for got in read[home])
        if home < 0 or sharing or cut:
            yield Missed(page, n + 1, told["headline"], home < 0, sharing, cut)


def all_missed(warehouse: Path, shared: Path) -> Iterator[Missed]:
    """Those of every page, in the truth's order."""
    read: dict[str, list[Read]] = defaultdict(list)
    with duckdb.connect(str(warehouse), read_only=True) as db:
        for page, body, full in db.execute(_READ).fetchall():
            read[page].append((squeeze(body), squeeze(full)))
    with gzip.open(shared / "volume/rmrb-2020q1-truth.jsonl.gz", "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            yield from missed(row["id"], row["articles"], read[row["id"]])


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("warehouse", type=Path)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--take", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    found = list(all_missed(asked.warehouse, asked.shared))
    drawn = random.Random(asked.seed).sample(found, min(asked.take, len(found)))  # noqa: S311
    sys.stdout.write(f"{len(found)} missed, {len(drawn)} drawn\n")
    sys.stdout.writelines(f"{one}\n" for one in sorted(drawn))


if __name__ == "__main__":
    main()
