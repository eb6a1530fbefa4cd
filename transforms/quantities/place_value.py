"""The place values of a numeral as it is read: what 十, 百, 千, 万 and 亿 make of the digits before them."""

from __future__ import annotations

import math
from dataclasses import dataclass

SINGLE, LITERAL, PAIR, FEW = "single", "literal", "pair", "few"


@dataclass(slots=True)
class PlaceValue:
    """A numeral as it is being read: 亿 and 万 already closed, the thousands open, a digit waiting for its scale."""

    total: tuple[float, float] = (0, 0)
    section: tuple[float, float] = (0, 0)
    waiting: tuple[float, float] | None = None
    kind: str = ""
    waiting_at: int = -1
    small: float = math.inf
    big: float = math.inf
    scale: float = 0
    seen_zero: bool = False
    zero: bool = False

    def open_part(self) -> tuple[float, float]:
        """Low and high of what no 万 or 亿 has closed: the thousands and what waits for its scale."""
        w = self.waiting or (0, 0)
        return self.section[0] + w[0], self.section[1] + w[1]

    def take_small(self, scale: float, first: bool) -> bool:
        """十, 百, 千: False where it cannot go on (三百 千)."""
        if scale >= self.small or (self.waiting is None and not (first or scale == 10 or self.zero)):
            return False
        low, high = self.waiting if self.waiting and self.waiting[1] else (1, 1)
        self.section = self.section[0] + low * scale, self.section[1] + high * scale
        self.waiting, self.small, self.scale = None, scale, scale
        return True

    def take_big(self, scale: float, first: bool) -> bool:
        """万, 亿: closes what is open, or multiplies what is closed (万亿, 四万万)."""
        low, high = self.open_part()
        if not (low or high) and not first:
            if self.seen_zero:
                return False
            self.total = self.total[0] * scale, self.total[1] * scale
        elif scale >= self.big:
            if low < 1000:
                return False
            self.total = (self.total[0] + low) * scale, (self.total[1] + high) * scale
        else:
            if first:
                low = high = 1
            self.total = self.total[0] + low * scale, self.total[1] + high * scale
        self.section, self.waiting, self.small = (0, 0), None, math.inf
        self.big, self.scale = scale, scale
        return True

    def take_number(self, value: tuple[float, float], kind: str, at: int) -> bool:
        """Low and high of digits, `at` the place of their token. False where they cannot go on (十|二五)."""
        if self.waiting is not None or (self.scale and value[1] > self.scale):
            return False
        self.waiting, self.kind, self.waiting_at = value, kind, at
        return True

    def result(self) -> tuple[float, float]:
        """Low and high of the whole numeral; one digit right behind 百 or more counts tenths of it (四百六 is 460)."""
        low, high = self.waiting or (0, 0)
        if self.kind == SINGLE and self.waiting and self.scale >= 100 and not self.zero:
            low, high = low * self.scale / 10, high * self.scale / 10  # 两千三百五 is 2350
        return self.total[0] + self.section[0] + low, self.total[1] + self.section[1] + high
