"""Lines of a list: what is told, a colon, how much or when; each is a line of its own, and all are text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_FIELD = re.compile(
    r"[^：:，。；？！、“”]{2,14}[：:]\s*(?:约|近|超过?|逾|不足|不到|累计|共|第)?\s*\d[^：:。；？！“”]*\Z"
)
# the columns of a table, each but the first with a figure
_ROW = re.compile(
    r"[^：:，。；？！、“”\s\d]{2,14}(?:[（(][^（）()\s]{1,10}[）)])?"
    r"(?:[ \u3000]+(?=\D{0,12}\d)[^：:，。；？！“”\s]+)+\Z"
)
LEAST = 3


def is_field(text: str) -> bool:
    """What is told and a figure: 统计时间：7月1日至8月25日, 固定资产投资　同比增长5.4%."""
    if "：" in text or ":" in text:
        return bool(_FIELD.match(text))
    return (" " in text or "\u3000" in text) and bool(_ROW.match(text))


def listed(texts: Sequence[str], breaks: Iterable[int]) -> frozenset[int]:
    """The places of texts in runs of at least three such lines with no break before any but the first."""
    fields = [i for i, text in enumerate(texts) if is_field(text)]
    if len(fields) < LEAST:
        return frozenset()
    parted = frozenset(breaks)
    runs: list[list[int]] = []
    for i in fields:
        if runs and runs[-1][-1] == i - 1 and i not in parted:
            runs[-1].append(i)
        else:
            runs.append([i])
    return frozenset(i for run in runs if len(run) >= LEAST for i in run)
