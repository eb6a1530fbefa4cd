"""The marks of an article that goes on elsewhere: （下转第二版）, （上接A1版）."""

from __future__ import annotations

import re

_NUMBER = r"第?\s*([A-Z]?\d{1,3}|[一二三四五六七八九十]{1,3})\s*版"
_ARROWS = "◀◄◁←▲▶►▷→▼"
TO = re.compile(rf"[{_ARROWS}]?\s*[（(]?\s*下转\s*{_NUMBER}[^（）()。]{{0,12}}[）)]?\s*[▶►▼→]?\Z")
FROM = re.compile(rf"[{_ARROWS}]?\s*[（(]?\s*(?:上接|紧接)\s*{_NUMBER}[^（）()。]{{0,12}}(?:[）)]|(?=\s|\Z))\s*")


def opens_turned(text: str) -> bool:
    """A line that opens with 上接第一版."""
    return text[:1] in f"（(上紧{_ARROWS}" and FROM.match(text) is not None
