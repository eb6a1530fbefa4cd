"""Sentences with other names in place of theirs, so that the tagger learns where a name stands and not whose it is."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence

from labelled_corpus import Sentence

import seeds
from transforms.names.bodies.division import division_names

_ADMIN = "县市区省州旗"
_SHARE = 0.5


class Varied:
    """Draws names like those of the sentences that it was given: parts of Chinese names anew, foreign ones mixed."""

    def __init__(self, sentences: Sequence[Sentence], rng: random.Random) -> None:
        self.rng = rng
        rows = seeds.table("surnames")
        self.surnames = sorted({r["surname"] for r in rows if r["group"] in ("common", "rare")})
        self.compound = [r["surname"] for r in rows if r["group"] == "compound"]
        single = frozenset(self.surnames)
        self.is_chinese = lambda name: len(name) in (2, 3) and name[0] in single
        people = [s[i:j] for s, spans in sentences for i, j, kind in spans if kind == "person"]
        chinese = [name for name in people if self.is_chinese(name)]
        self.parts = {
            "surname": _softened(name[0] for name in chinese),
            "one": _softened(name[1] for name in chinese if len(name) == 2),
            "first": _softened(name[1] for name in chinese if len(name) == 3),
            "second": _softened(name[2] for name in chinese if len(name) == 3),
        }
        self.foreign = [name for name in people if len(name) >= 3 and not self.is_chinese(name)]
        self._gather_places(sentences)

    def _gather_places(self, sentences: Sequence[Sentence]) -> None:
        divisions = division_names()
        self.by_tail = {tail: [name for name in divisions if name[-1] == tail] for tail in _ADMIN}
        plain = {
            s[i:j]
            for s, spans in sentences
            for i, j, kind in spans
            if kind == "place" and s[j - 1] not in _ADMIN + "村镇乡路街"
        }
        self.plain = plain
        stems = [name[:-1] for name in divisions if name[-1] in "市县" and len(name) == 3]
        self.short = sorted(w for w in plain if len(w) <= 3) + stems
        self.long = sorted(w for w in plain if len(w) > 3)

    def __call__(self, sentence: Sentence) -> Sentence:
        text, spans = sentence
        pieces: list[str] = []
        out: list[tuple[int, int, str]] = []
        size = at = 0
        again: dict[str, str] = {}
        for start, end, kind in spans:
            name = text[start:end]
            new = again.setdefault(name, self._new(name, kind))
            pieces += [text[at:start], new]
            size += start - at
            out.append((size, size + len(new), kind))
            size += len(new)
            at = end
        pieces.append(text[at:])
        return "".join(pieces), out

    def _new(self, name: str, kind: str) -> str:
        rng = self.rng
        if kind == "person" and rng.random() < _SHARE:
            return self._chinese() if self.is_chinese(name) else self._mixed() if len(name) >= 3 else name
        if kind == "organization" and rng.random() < 0.6 * _SHARE:
            size = next((n for n in (4, 3, 2) if len(name) > n and name[:n] in self.plain), None)
            return rng.choice(self.short if rng.random() < 0.7 else self.long) + name[size:] if size else name
        if kind == "place" and name in self.plain and rng.random() < 0.4 * _SHARE:
            return rng.choice(self.long if len(name) > 3 else self.short)
        if kind == "place" and len(name) > 2 and name[-1] in _ADMIN and rng.random() < 0.6 * _SHARE:
            return rng.choice(self.by_tail[name[-1]] or [name])
        return name

    def _chinese(self) -> str:
        rng, lot = self.rng, self.rng.random()
        surname = (
            rng.choice(self.compound)
            if lot < 0.03
            else rng.choice(self.surnames)
            if lot < 0.25
            else self._draw("surname")
        )
        return surname + (self._draw("one") if rng.random() < 0.25 else self._draw("first") + self._draw("second"))

    def _draw(self, part: str) -> str:
        return self.rng.choices(*self.parts[part])[0]

    def _mixed(self) -> str:
        one = self.rng.choice(self.foreign)
        if self.rng.random() < 0.5:
            return one
        two = self.rng.choice(self.foreign)
        name = (one[: self.rng.randint(1, len(one) - 1)] + two[self.rng.randint(0, len(two) - 2) :]).strip("·")
        return name[:8] if len(name) >= 2 else one


def _softened(parts) -> tuple[list[str], list[float]]:
    """Parts with their weights: frequencies drawn together, so that rare ones come up too."""
    counts = Counter(parts)
    return list(counts), [n**0.7 for n in counts.values()]
