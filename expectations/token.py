"""What must hold of `token`: checked for each sentence's words together, so that millions of words stay cheap."""

from __future__ import annotations

import polars as pl

from expectations.check import Frames, Suite
from expectations.facts import holds, parent_known

REQUIRED = ("sentence_id", "seq", "word", "pos", "char_start")


def facts(frames: Frames) -> pl.DataFrame:
    """One row per sentence that has words."""
    sentences = frames["sentence"].select("sentence_id", start="char_start", end="char_end", is_there=True)
    n_missing = pl.sum_horizontal(pl.col(name).is_null() for name in REQUIRED)
    per_sentence = (
        frames["token"]
        .lazy()
        .with_columns(n_missing=n_missing)
        .group_by("sentence_id", maintain_order=True)
        .agg(
            n=pl.len(),
            n_seq=pl.col("seq").n_unique(),
            first=pl.col("seq").min(),
            last=pl.col("seq").max(),
            n_missing=pl.col("n_missing").sum(),
            n_empty=(pl.col("word").str.len_bytes() == 0).sum(),
            word_start=pl.col("char_start").min(),
            word_end=pl.col("char_start").max(),
        )
        .collect()
    )
    return per_sentence.join(
        sentences.unique("sentence_id"), on="sentence_id", how="left", maintain_order="left"
    ).select(
        "sentence_id",
        sentence_is_known=pl.col("is_there").is_not_null(),
        is_complete=pl.col("n_missing") == 0,
        is_numbered=(pl.col("first") == 1) & (pl.col("last") == pl.col("n")) & (pl.col("n_seq") == pl.col("n")),
        has_words=pl.col("n_empty") == 0,
        is_inside=(pl.col("word_start") >= pl.col("start")) & (pl.col("word_end") < pl.col("end")),
    )


SUITE = Suite(
    "token",
    "sentence_id",
    facts,
    (
        parent_known("sentence"),
        holds("complete", "is_complete", "a word of the sentence lacks a column that must have a value"),
        holds("words_numbered", "is_numbered", "the words of the sentence are not numbered from 1 without a gap"),
        holds("words_not_empty", "has_words", "a word of the sentence is empty"),
        holds("words_inside", "is_inside", "a word stands outside its sentence"),
    ),
    by_key=True,
)
