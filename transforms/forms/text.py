"""A text dump: its lines, how far each is set in, and how many empty lines stand over it."""

from __future__ import annotations

from transforms.forms.line import Form, Known, Line

_WIDE_BLANK = "\u3000"


def read_text(
    text: str, media_type: str = "text/plain", encoding: str | None = None, known: Known | None = None
) -> Form:
    """The lines of a text dump that are not blank, with their places in `text`."""
    lines: list[Line] = []
    at = gap = 0
    for row in text.splitlines(keepends=True):
        bare = row.strip()
        if bare:
            lead = len(row) - len(row.lstrip())
            indent = lead + row.count(_WIDE_BLANK, 0, lead) if lead else 0
            lines.append(Line(at + lead, at + lead + len(bare), bare, indent, gap))
            gap = 0
        else:
            gap += 1
        at += len(row)
    return Form(media_type, encoding, text, tuple(lines), known or Known())
