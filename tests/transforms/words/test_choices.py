"""Many words as one pattern: the same matches as the words one beside another, the longest first."""

from __future__ import annotations

import re

import pytest

from transforms.words.choices import any_of, ways_of

WORDS = ("河", "河堤", "河堤路", "渡口", "3+2", "a.b")


@pytest.mark.parametrize("text", ["沿河堤路到渡口", "河堤上有3+2个", "axb a.b 河", "没有"])
def test_patterns_find_what_the_words_find(text: str) -> None:
    plain = re.compile("|".join(map(re.escape, sorted(WORDS, key=len, reverse=True)))).findall(text)
    assert re.findall(any_of(WORDS), text) == plain
    assert re.findall("|".join(ways_of(WORDS)), text) == plain


def test_words_of_one_sign_are_one_way() -> None:
    assert len(ways_of(WORDS)) == len({word[0] for word in WORDS})


def test_no_word_is_no_pattern() -> None:
    assert any_of([]) == "" and ways_of([]) == []
