"""Words of a text with their parts of speech, as jieba cuts them."""

from __future__ import annotations

import logging
import tempfile
from functools import cache
from typing import Any, Literal

import rjieba

Word = tuple[str, str, int]
Segmenter = Literal["rjieba", "jieba"]


def tokenize(text: str, segmenter: Segmenter = "rjieba", start: int = 0) -> list[Word]:
    """`text` as (word, tag, start) in order, without a gap: blanks and marks are words too. It stands at `start`.

    "rjieba" is jieba compiled, with its dictionary; "jieba" is the Python original, some forty times slower. Only Latin
    words with marks in them and a few tags of unknown words differ.
    """
    out: list[Word] = []
    for word, tag in tagged(text, segmenter):
        out.append((word, tag, start))
        start += len(word)
    return out


def tagged(text: str, segmenter: Segmenter = "rjieba") -> list[tuple[str, str]]:
    """The words of `text` as `tokenize` gives them, without their starts."""
    return rjieba.tag(text) if segmenter == "rjieba" else _jieba_tag(text)


def _jieba_tag(text: str) -> list[tuple[str, str]]:
    """Words by jieba's cut, tagged by its dictionary or, where it has none, by the tagger's guess at the word."""
    import jieba

    tagger = _jieba_tagger()
    known: dict[str, str] = tagger.word_tag_tab
    return [(word, known.get(word) or next(iter(tagger.cut(word))).flag) for word in jieba.cut(text)]


@cache
def _jieba_tagger() -> Any:
    """jieba's tagger, its cache file kept out of the shared temp directory, where its name is anyone's to write."""
    import jieba
    import jieba.posseg

    jieba.setLogLevel(logging.WARNING)
    with tempfile.TemporaryDirectory() as private:
        jieba.dt.tmp_dir = private
        jieba.posseg.dt.initialize()
    return jieba.posseg.dt
