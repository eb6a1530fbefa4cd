"""Rows of figures under a line that heads their columns (项目 2023年 2024年 增减, 收入 3.0亿元 3.2亿元 +6.7%)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from transforms.quantities.change import base_before, touching
from transforms.quantities.context.period_and_status.period import Days, days
from transforms.quantities.context.period_and_status.status import EXPECTED, TARGET
from transforms.quantities.metric import Quantity
from transforms.times.period import TimeSpan

_LONGEST = 100  # signs of a line
_MOST = 8  # columns
_HEAD = 16  # signs
_WIDE = re.compile(r"\s{2,}|[\u3000\t]")
_CELL, _WIDE_CELL = re.compile(r"\S+"), re.compile(r"[^\s]+(?: [^\s]+)*")
_MARKS = re.compile("[，。；：！？“”]")
_HAN = re.compile("[一-鿿]")
_NOTE = re.compile("[（(].*?[)）]")
_NO_VALUE = re.compile("(?:基本|大体)?持平|平|(?:无|没有|未)?(?:变化|变动)|不变|未变|暂?无|未报|[—–－\\-/…·*]+")
_MOVES = ("增减", "涨跌", "升降")
_PLAIN = ("数量", "数值", "数额", "金额", "完成", "进度", "现状", "目前", "标准", "数据")
_STATES = {"目标": TARGET, "任务": TARGET, "计划": EXPECTED, "预计": EXPECTED, "预期": EXPECTED}
_SIGNS = {"": None, "+": "up", "＋": "up", "↑": "up", "▲": "up", "-": "down", "－": "down", "↓": "down", "▼": "down"}


class Head(NamedTuple):
    """What stands over a column: its words, and the time where they name one."""

    words: str
    period: Days


class Cell(NamedTuple):
    """What a value in a column is; null where the head does not tell it."""

    indicator: str
    subject: str | None
    period: Days
    status: str | None
    change: str | None
    direction: str | None


def read_rows(
    texts: Sequence[str], found: Sequence[Sequence[Quantity]], times: Sequence[Sequence[TimeSpan]]
) -> list[list[Cell] | None]:
    """For each paragraph of an article the cells of its quantities, None where it is no row under heads."""
    rows: list[list[Cell] | None] = []
    heads: list[Head] = []
    for text, quantities, spans in zip(texts, found, times, strict=True):
        cells = _cells(text) if len(text) <= _LONGEST else []
        row = _row(text, cells, heads, quantities) if heads and quantities and len(cells) == len(heads) else None
        if row is None and not _is_empty(text, cells, heads):
            heads = [] if quantities else _heads(text, cells, spans)
        rows.append(row)
    return rows


def _cells(text: str) -> list[tuple[int, int]]:
    """The spans between the blanks of a line, between wide ones where it has such."""
    if text.isalnum() or _MARKS.search(text):
        return []
    cell = _WIDE_CELL if _WIDE.search(text) else _CELL
    if cell is _WIDE_CELL:
        text = text.replace("\u3000", "\t")
    return [match.span() for match in cell.finditer(text)]


def _heads(text: str, cells: Sequence[tuple[int, int]], spans: Sequence[TimeSpan]) -> list[Head]:
    """The heads of columns, empty where the line has none."""
    if not 1 < len(cells) <= _MOST:
        return []
    heads = []
    for start, end in cells:
        words = text[start:end]
        if not 1 < len(words) <= _HEAD or not _HAN.search(words):
            return []
        time = next((span for span in spans if start <= span.start and span.end <= end), None)
        heads.append(Head(_NOTE.sub("", words), days(text, time) if time else None))
    return heads


def _is_empty(text: str, cells: Sequence[tuple[int, int]], heads: Sequence[Head]) -> bool:
    """A row that has no values: 柳湾镇 — 持平."""
    values = [text[start:end] for start, end in cells[1:]]
    return bool(heads) and len(cells) == len(heads) and all(map(_NO_VALUE.fullmatch, values))


def _row(
    text: str, cells: Sequence[tuple[int, int]], heads: Sequence[Head], quantities: Sequence[Quantity]
) -> list[Cell] | None:
    """The cells of the quantities of a line that has nothing but values behind its first cell."""
    label = text[slice(*cells[0])]
    placed = {quantity.end: quantity for quantity in quantities}
    row: list[Cell] = []
    last: Cell | None = None
    for (start, end), head in zip(cells[1:], heads[1:], strict=True):
        quantity = placed.get(end)
        if quantity is None:
            if _HAN.search(text, start, end) and not _NO_VALUE.fullmatch(text, start, end):
                return None
            continue
        sign = text[start : quantity.start]
        if quantity.start < start or sign not in _SIGNS:
            return None
        last = _cell(head, label, last, _SIGNS[sign])
        row.append(last)
    return row if len(row) == len(quantities) else None


def _cell(head: Head, label: str, last: Cell | None, direction: str | None) -> Cell:
    """A value under a head: how the value left of it moved, the measure that its row names, or that of the column."""
    words = head.words
    moved = touching(words, len(words), rate=True)
    base = base_before(words, moved[1] if moved else len(words))
    if moved or base or words.endswith(_MOVES):
        direction = direction or (moved[0] if moved else None)
        whose = last or Cell(label, None, None, None, None, None)
        return whose._replace(period=head.period or whose.period, change=base or "other", direction=direction)
    status = next((found for word, found in _STATES.items() if word in words), None)
    if head.period or status or words.endswith(_PLAIN):
        return Cell(label, None, head.period, status, None, None)
    return Cell(words, label, None, None, None, None)
