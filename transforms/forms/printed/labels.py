"""Names that papers set over the parts of a page, as seeds/column_labels.csv has them by kind."""

from __future__ import annotations

import seeds

_MARKS = "■□●◆▲▼【】[]"
_ROWS = seeds.table("column_labels")
_LABELS = {kind: frozenset(r["label"] for r in _ROWS if r["kind"] == kind) for kind in {r["kind"] for r in _ROWS}}


def is_label(text: str, *kinds: str) -> bool:
    """Whether a line is a label of one of these kinds and nothing else, blanks and the marks around it aside."""
    bare = "".join(text.split()).strip(_MARKS)
    return any(bare in _LABELS[kind] for kind in kinds)
