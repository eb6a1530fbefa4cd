"""Words: without a gap, and the same from jieba and its compiled twin."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.words.token import tokenize

SENTENCES = [
    "清晨，河边的菜农把新摘的豆角装上三轮车，赶往十公里外的集市。",
    "县农业农村局局长周启明介绍，今年全县早稻播种面积为26.5万亩。",
    "她在 Python 3.11 上写了一个小工具，用来统计每天的客流量。",
]


@given(st.text(max_size=80))
def test_words_leave_no_gap(text: str):
    at = 0
    for word, tag, start in tokenize(text):
        assert start == at and word and tag
        at += len(word)
    assert at == len(text)


@pytest.mark.parametrize("text", SENTENCES)
def test_jieba_and_its_compiled_twin_agree(text: str):
    compiled, original = tokenize(text), tokenize(text, "jieba")
    assert [(w, s) for w, _, s in compiled if not w.isascii()] == [(w, s) for w, _, s in original if not w.isascii()]
    same = sum(a == b for a, b in zip(compiled, original, strict=False))
    assert same >= 0.9 * len(compiled)
