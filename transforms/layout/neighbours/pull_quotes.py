"""Sentences of an article that its page repeats in large type beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from transforms.layout.kinds.kind import BODY, OPEN, Kind
from transforms.layout.wording.end_marks import is_terminal

_LEAST, _LONGEST = 20, 200  # characters: of a sentence; a headline seldom has so many word for word
_MOST = 60  # sentences that are looked for on a page
_INNER_MARKS = frozenset("，：")
_SENTENCE_ENDS = frozenset("。！？…")
_CLAUSE_ENDS = frozenset("，；：")
_MARKS = "。，；！？…"


def find_pull_quotes(kinds: Sequence[Kind]) -> None:
    """Lines that say a sentence of a text on the page, word for word, are text as it is, no headline.

    They open a chunk, or stand under another such sentence.
    """
    text = "\n".join(kind.text for kind in kinds if kind.kind == BODY)
    left = _MOST
    for _, units in groupby(kinds, key=lambda kind: kind.unit.chunk):
        chunk = list(units)
        if "。" in chunk[0].text:
            continue  # as most texts have
        for _, run in groupby(chunk, key=lambda kind: kind.kind == OPEN or id(kind)):
            lines = list(run)
            said = "".join(kind.text for kind in lines)
            if not left or not all(map(_may_be, lines)) or not _may_be_sentence(said):
                break
            left -= 1
            if not _is_said_in(said.rstrip(_MARKS), text):
                break
            for kind in lines:
                kind.kind = BODY


def _may_be(kind: Kind) -> bool:
    return kind.kind in (OPEN, BODY) and not (kind.label or kind.unit.role or kind.head or kind.foot)


def _may_be_sentence(said: str) -> bool:
    whole = "。" not in said and not is_terminal(said)
    return whole and _LEAST <= len(said) <= _LONGEST and not _INNER_MARKS.isdisjoint(said)


def _is_said_in(said: str, text: str) -> bool:
    """Whether the text has these clauses as the end of a sentence, or as the beginning of one."""
    places = re.finditer(re.escape(said), text) if said in text else ()
    return any(_is_clause(text, place.start(), place.end()) for place in places)


def _is_clause(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return after in _SENTENCE_ENDS or (before in _SENTENCE_ENDS and after in _CLAUSE_ENDS)
