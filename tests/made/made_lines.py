"""Lines of a printed page as its letters give them, to be put together in tests of how pages are read."""

from __future__ import annotations

from transforms.forms.printed.lines.lines import TextLine

EM = 10.0
FULL, OPENS, ENDS = "江边的老渡口昨天又通船", "天亮时第一班船靠岸", "雾散了。"


def line_at(text: str, x: float, y: float, size: float = EM, font: str = "serif") -> TextLine:
    return TextLine(text, x, y, x + size * len(text), y + size, size, font)


def text_at(x: float, y: float, rows: int, opens: bool = False, closes: bool = False) -> list[TextLine]:
    """A part of a column eleven ems wide; its first line opens a paragraph, its last closes one."""
    lines = [line_at(FULL, x, y + 15 * n) for n in range(rows)]
    if opens:
        lines[0] = line_at(OPENS, x + 20, y)
    if closes:
        lines[-1] = line_at(ENDS, x, y + 15 * (rows - 1))
    return lines


def paragraph_at(x: float, y: float, rows: int) -> list[TextLine]:
    """A whole paragraph of a column eleven ems wide."""
    return text_at(x, y, rows, opens=True, closes=True)
