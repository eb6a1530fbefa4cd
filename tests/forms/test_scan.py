"""Words found in the pictures of a scan are no lines of the page."""

from __future__ import annotations

from transforms.forms.line import Box
from transforms.forms.ocr import _outside_pictures
from transforms.forms.printed.lines.lines import TextLine


def _line(text: str, x: float, y: float, wide: float, size: float) -> TextLine:
    return TextLine(text, x, y, x + wide, y + size, size, "")


def test_a_letter_seen_in_a_picture_is_left_out_and_the_text_of_a_panel_is_not() -> None:
    picture, panel = Box(0, 0, 300, 200), Box(0, 300, 300, 400)
    seen = _line("O", 100, 60, 40, 40)
    printed = [_line("江堤上的花灯会", 10, 310 + 14 * n, 280, 10) for n in range(5)]
    caption = _line("图为市民观看花灯。", 0, 204, 120, 8)
    assert _outside_pictures([seen, caption, *printed], (picture, panel)) == [caption, *printed]
