"""Names that papers set over the parts of a page, as seeds/column_labels.csv has them by kind."""

from __future__ import annotations

import seeds

_MARKS = "■□●◆▲▼【】[]"
_ROWS = seeds.table("column_labels")
_LABELS = {kind: frozenset(r["label"] for r in _ROWS if r["kind"] == kind) for kind in {r["kind"] for r in _ROWS}}
_SECTION_ENDS = tuple(_LABELS["section_end"])
_COLUMN_ENDS = tuple(_LABELS["column_end"])
_COLUMN_MOST = 6  # characters: a longer line with such an end is a headline


def is_label(text: str, *kinds: str) -> bool:
    """Whether a line is a label of one of these kinds and nothing else, blanks and the marks around it aside.

    Of any kind where none is named.
    """
    bare = "".join(text.split()).strip(_MARKS)
    return any(bare in _LABELS[kind] for kind in kinds or _LABELS)


def names_section(text: str) -> bool:
    """Whether a line is the title of a section of news in brief, or ends as such titles do."""
    return is_label(text, "section", "digest") or "".join(text.split()).endswith(_SECTION_ENDS)


def names_column(text: str) -> bool:
    """Whether a line is the name of a column of a paper, as the ends of such names tell."""
    bare = "".join(text.split()).strip(_MARKS)
    return len(bare) <= _COLUMN_MOST and bare.endswith(_COLUMN_ENDS)
