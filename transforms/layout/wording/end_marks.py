"""Whether a text ends as a sentence does, by its last mark."""

from __future__ import annotations

ASKS = ("？", "！", "?", "!")  # of headlines as well as of sentences
_CLOSERS = "”’」』）)》】]"
_TERMINAL = frozenset("。！？!?…；")
_CLOSED = _TERMINAL | frozenset(";：:，,")


def is_terminal(text: str) -> bool:
    """True where a text ends as a sentence does."""
    return text.rstrip(_CLOSERS)[-1:] in _TERMINAL


def is_closed(text: str) -> bool:
    """True where a text ends with a mark, as no headline does."""
    return text.rstrip(_CLOSERS)[-1:] in _CLOSED
