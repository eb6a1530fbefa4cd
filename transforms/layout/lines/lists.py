"""Lines of a list: what is told, a colon, how much or when; each is a line of its own, and all are text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_FIELD = re.compile(
    r"[^：:，。；？！、“”—]{2,14}(?:[：:]\s*(?:约|近|超过?|逾|不足|不到|累计|共|第)?\s*\d[^：:。；？！“”]*"
    r"|——(?:约|近|超过?|逾|不足)?\d[\d.,]*+(?!年)[^\s，。；：？！“”—]{0,4})\Z"
)
# the columns of a table, each but the first with a figure
_ROW = re.compile(
    r"[^：:，。；？！、“”\s\d]{2,14}(?:[（(][^（）()\s]{1,10}[）)])?"
    r"(?:[ \u3000]+(?=\D{0,12}\d)[^：:，。；？！“”\s]+)+\Z"
)
# the day, and what happens on it: the weather, where the power is cut
_DAY_ROW = re.compile(
    r"(?:[今明后]天?[天日晨夜晚]|大后天|(?:本|下)?(?:周|星期)[一二三四五六日天]|(?:\d{1,2}月)?\d{1,2}日(?:[—\-－至~～到](?:\d{1,2}月)?\d{1,2}日)?)"
    r"[ \u3000]+\S"
)
_PARTED = re.compile("[—：: \u3000]")  # what each such line has
_BLANKS = re.compile("[ \u3000]+")
_SENTENCE = re.compile("[，。；：？！]")
LEAST = 3
_COLUMNS = 3


def is_field(text: str) -> bool:
    """What is told and a figure, or a day and what it brings: 固定资产投资　同比增长5.4%, 明天　小雨　东风3级."""
    if "。" in text:
        return False
    spaced = " " in text or "\u3000" in text
    if spaced and _DAY_ROW.match(text):
        return True
    if "：" in text or ":" in text or "——" in text:
        return bool(_FIELD.match(text))
    return spaced and bool(_ROW.match(text))


def listed(texts: Sequence[str], breaks: Iterable[int]) -> frozenset[int]:
    """The places of texts in runs of at least three such lines with no break before any but the first.

    The head of a table is one of them: right over the first row, as many words as that has columns.
    """
    fields = [i for i, text in enumerate(texts) if _PARTED.search(text) and is_field(text)]
    if len(fields) < LEAST:
        return frozenset()
    parted = frozenset(breaks)
    runs: list[list[int]] = []
    for i in fields:
        if runs and runs[-1][-1] == i - 1 and i not in parted:
            runs[-1].append(i)
        else:
            runs.append([i])
    long = [run for run in runs if len(run) >= LEAST]
    firsts = (run[0] for run in long if run[0] and run[0] not in parted)
    return frozenset((*(i for run in long for i in run), *(i - 1 for i in firsts if _heads(texts[i - 1], texts[i]))))


def _heads(text: str, row: str) -> bool:
    columns = len(_BLANKS.split(row))
    return columns >= _COLUMNS and len(_BLANKS.split(text)) == columns and not _SENTENCE.search(text)
