"""Chinese and Arabic numerals as far as dates and lengths of time need them (up to 9999)."""

from __future__ import annotations

ARABIC = "0123456789０１２３４５６７８９"
POSITIONAL = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "Ｏ": 0, "两": 2, "俩": 2}
SCALES = {"十": 10, "百": 100, "千": 1000}
TWENTIES = {"廿": 20, "卅": 30}
LONGEST = 12  # 九千九百九十九 and decimals fit; what is longer is no date


def to_number(text: str) -> float | None:
    """12, １２, 1.5, 十二, 二〇二五, 两千零四, 廿一 as a number; None where it is none."""
    if not text or len(text) > LONGEST:
        return None
    if text[0] in ARABIC:
        try:
            return float(text.replace("．", "."))
        except ValueError:
            return None
    if "点" in text:
        whole, _, parts = text.partition("点")
        tenths = positional(parts)
        return None if tenths is None or not whole else (to_number(whole) or 0) + tenths / 10 ** len(parts)
    return spoken(text) if any(c in SCALES or c in TWENTIES for c in text) else positional(text)


def positional(text: str) -> int | None:
    """二〇二五 is 2025: one digit after the other."""
    total = 0
    for c in text:
        if c not in POSITIONAL:
            return None
        total = total * 10 + POSITIONAL[c]
    return total


def spoken(text: str) -> int | None:
    """两千零四 is 2004: digits with their scales."""
    total, digit = 0, 0
    for i, c in enumerate(text):
        if c in SCALES:
            if digit == 0 and i and c != "十":
                return None
            total += (digit or 1) * SCALES[c]
            digit = 0
        elif c in TWENTIES:
            total += TWENTIES[c]
        elif c in POSITIONAL:
            digit = POSITIONAL[c]
        else:
            return None
    return total + digit


def is_positional(text: str) -> bool:
    """True for digits written one after the other in characters (二〇二五, 零八), as years are."""
    return all(c in POSITIONAL for c in text)
