"""Lines of a list: what is told, a colon, how much or when; each is a line of its own, and all are text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_FIELD = re.compile(
    r"[^：:，。；？！、“”]{2,14}[：:]\s*(?:约|近|超过?|逾|不足|不到|累计|共|第)?\s*\d[^：:。；？！“”]*\Z"
)
_LEAST = 3


def is_field(text: str) -> bool:
    """What is told and a figure: 统计时间：7月1日至8月25日."""
    return ("：" in text or ":" in text) and bool(_FIELD.match(text))


def listed(texts: Sequence[str], breaks: Iterable[int]) -> frozenset[int]:
    """The places of texts in runs of at least three such lines with no break before any but the first."""
    parted = frozenset(breaks)
    found: list[int] = []
    run: list[int] = []
    for i, text in enumerate([*texts, ""]):
        if i in parted or not is_field(text):
            found += run if len(run) >= _LEAST else []
            run = []
        if is_field(text):
            run.append(i)
    return frozenset(found)
