"""Which names that end in 报 are papers': 统计公报, 天气预报 and 招生简报 are none."""

from __future__ import annotations

import seeds

_ROWS = seeds.table("byline_words")
_PAPERS = (
    *(row["word"] for row in _ROWS if row["kind"] == "outlet_end"),
    *(row["name"] for row in seeds.table("outlets")),
)
_OTHERS = tuple(row["word"] for row in _ROWS if row["kind"] == "no_outlet")


def may_name_paper(name: str) -> bool:
    """Whether the last word of a name leaves it a paper's: of those that fit, the longest tells."""
    return _longest(name, _OTHERS) <= _longest(name, _PAPERS) or name.endswith("社")


def _longest(name: str, words: tuple[str, ...]) -> int:
    return max((len(word) for word in words if name.endswith(word)), default=0)
