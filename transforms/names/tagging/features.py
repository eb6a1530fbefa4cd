"""What the name tagger sees of each character: the characters and the words around it, as hashed features."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import repeat

import numpy as np
from numpy.typing import NDArray

import seeds

Ids = NDArray[np.uint32]
Places = NDArray[np.int64]

BUCKET_BITS = 19
_PRIME = np.uint32(0x9E3779B1)
_MIX = np.uint32(0x85EBCA6B)
GAP = "\0" * 4  # between texts: four words of one character that have no feature, as the margins of a row
_MARGIN = 4  # zeros on both sides of a row, so that a neighbour is a slice
_N_BY_CHAR, _N_PATTERNS = 12, 8
_HASH_BITS = 18
_REACH = 6  # words that the name of an organisation may have after the one looked at
_TAGS = (
    "x a ad ag an b c d df dg e f g h i j k l m mg mq n ng nr nrfg nrt ns nt nz o p q r rg rr rz s t tg "
    "u ud ug uj ul uv uz v vd vg vi vn vq y z zg eng"
)
_TAG_ID = {tag: i + 1 for i, tag in enumerate(_TAGS.split())}


def _classes() -> Ids:
    """Code point → class: all digits are one, all Latin letters are one, full width is half width."""
    classes = np.arange(0x10000, dtype=np.uint32)
    for low, high, to in ((0x30, 0x39, 0x30), (0x41, 0x5A, 0x61), (0x61, 0x7A, 0x61)):
        classes[low : high + 1] = to
        classes[low + 0xFEE0 : high + 0xFEE1] = to
    return classes


def _tag_set(tags: str) -> NDArray[np.bool_]:
    out = np.zeros(64, dtype=bool)
    out[[_TAG_ID[tag] for tag in tags.split()]] = True
    return out


_CLASS = _classes()
_IN_NAME = _tag_set("n ng nr nrfg nrt ns nt nz j vn b a an l i f s m q eng")
_ROOT = _tag_set("ns nt nz nr nrt nrfg j")


@cache
def _word_classes() -> dict[str, int]:
    """Word → 1 for a word for people, 2 for a verb of saying, 3 for the last word of an organisation, 4 of a place."""
    classes = {row["word"]: 4 for row in seeds.table("place_heads")}
    classes |= {row["word"]: 3 for row in seeds.table("organization_heads") if "not seen" not in row["source"]}
    classes |= {row["verb"]: 2 for row in seeds.table("saying_verbs")}
    classes |= {row["word"]: 1 for row in seeds.table("person_nouns")}
    return classes


@cache
def _char_marks() -> Ids:
    """Code point → 1 for a common surname, 2 for a rare one, plus 4 for a character used to write foreign names."""
    marks = np.zeros(0x10000, dtype=np.uint32)
    for row in seeds.table("surnames"):
        if row["group"] in ("common", "rare"):
            marks[ord(row["surname"])] = 1 if row["group"] == "common" else 2
    for row in seeds.table("transliteration"):
        marks[ord(row["character"])] += 4
    return marks


class _Row:
    """A row of values whose neighbours are slices: `row[k]` holds at i the value of i + k, 0 past the ends."""

    def __init__(self, values: Ids) -> None:
        self._size = len(values)
        self._padded = np.zeros(self._size + 2 * _MARGIN, dtype=np.uint32)
        self._padded[_MARGIN : _MARGIN + self._size] = values

    def __getitem__(self, by: int) -> Ids:
        return self._padded[_MARGIN + by : _MARGIN + by + self._size]


def feature_ids(text: str, forms: Sequence[str], tags: Sequence[str]) -> Ids:
    """Bucket numbers, one row per feature and one column per character of `text`, whose words in order are `forms`.

    Only their order tells where they stand, so the words of several texts may follow each other. A word is told by a
    hash that sums its characters, so nothing is looked up in Python character by character.
    """
    codes = np.minimum(np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4"), 0xFFFF)
    n = len(forms)
    lengths = np.fromiter(map(len, forms), dtype=np.int64, count=n)
    tag_ids = np.frombuffer(bytes(map(_TAG_ID.get, tags, repeat(0))), dtype=np.uint8).astype(np.uint32)
    starts = np.cumsum(lengths) - lengths
    word_of = np.repeat(np.arange(n), lengths)
    inside = np.arange(len(text)) - starts[word_of]
    chars = _CLASS.take(codes)
    hashes = _word_hashes(chars, starts, inside)
    kinds = _kinds(forms, hashes)
    by_word = _word_features(hashes, chars[starts + lengths - 1], tag_ids, kinds, lengths)
    place = (np.where(inside == 0, 1, 2) + 2 * (inside == lengths[word_of] - 1)).astype(np.uint32) * _PRIME
    ids = np.empty((len(by_word) + _N_BY_CHAR + _N_PATTERNS, len(text)), dtype=np.uint32)
    of_word, of_char = ids[: len(by_word)], ids[len(by_word) : -_N_PATTERNS]
    by_word.take(word_of, axis=1, out=of_word, mode="clip")
    of_word += place
    _char_features(_Row(chars), of_char)
    _pattern_features(_char_marks().take(codes), chars, starts, lengths, kinds, tag_ids, ids[-_N_PATTERNS:])
    ids ^= ids >> np.uint32(16)
    ids *= _PRIME
    ids >>= np.uint32(32 - BUCKET_BITS)
    return ids


def _kinds(forms: Sequence[str], hashes: Ids) -> Ids:
    """The class of each word; only those are looked up whose hash is that of a word with a class."""
    kinds = np.zeros(len(forms), dtype=np.uint32)
    maybe = np.flatnonzero(_is_class_hash().take(hashes >> np.uint32(32 - _HASH_BITS)))
    classes = _word_classes()
    kinds[maybe] = [classes.get(forms[i], 0) for i in maybe.tolist()]
    return kinds


@cache
def _is_class_hash() -> NDArray[np.bool_]:
    """First bits of a word's hash → True where it may be one of those that have a class."""
    marks = np.zeros(1 << _HASH_BITS, dtype=np.bool_)
    words = list(_word_classes())
    lengths = np.array(list(map(len, words)))
    starts = np.cumsum(lengths) - lengths
    chars = _CLASS.take(np.frombuffer("".join(words).encode("utf-32-le"), dtype="<u4"))
    inside = np.arange(len(chars)) - np.repeat(starts, lengths)
    marks[_word_hashes(chars, starts, inside) >> np.uint32(32 - _HASH_BITS)] = True
    return marks


def _word_hashes(chars: Ids, starts: Places, inside: Places) -> Ids:
    scrambled = (chars + np.uint32(1)) * _PRIME
    scrambled ^= scrambled >> np.uint32(15)
    scrambled *= (2 * inside + 1).astype(np.uint32)
    hashes = np.add.reduceat(scrambled, starts, dtype=np.uint32)
    hashes ^= hashes >> np.uint32(13)
    hashes[chars[starts] == 0] = 0
    return hashes


def _mixed(first: Sequence[Ids], second: Sequence[Ids | None], salt: int, out: Ids) -> Ids:
    """A row of `out` for each pair, told apart by a salt that rises from row to row."""
    for i, (row, values) in enumerate(zip(out, first, strict=True), salt):
        np.bitwise_xor(values, np.uint32(i * 0x01000193 & 0xFFFFFFFF), out=row)
    out *= _MIX
    for row, more in zip(out, second, strict=True):
        if more is not None:
            row += more
    return out


def _word_features(hashes: Ids, last: Ids, tags: Ids, kinds: Ids, lengths: Places) -> Ids:
    word, tag, kind, end = _Row(hashes), _Row(tags), _Row(kinds), _Row(last)
    ahead, behind = _chain(kinds, tags, lengths)
    eight, many = np.uint32(8), np.uint32(64)
    pairs: list[tuple[Ids, Ids | None]] = [
        (word[0], None),
        (word[-1], word[0]),
        (word[1], word[0]),
        (word[-1], None),
        (word[1], None),
        (word[-2], word[-1]),
        (word[2], word[1]),
        (tag[-1] * many + tag[0], None),
        (tag[0] * many + tag[1], None),
        (word[-1], tag[0]),
        (word[1], tag[0]),
        (kind[-1] * eight + kinds, None),
        (kind[1] * eight + kinds, None),
        ((kind[2] * eight + kind[1]) * many + tag[0], None),
        (ahead * many + tag[0], None),
        (ahead * eight + behind, tag[0] * eight + kinds),
        (ahead, word[0]),
        (end[1], end[0]),
        (end[2], tag[1]),
    ]
    out = np.empty((len(pairs), len(hashes)), dtype=np.uint32)
    return _mixed([a for a, _ in pairs], [b for _, b in pairs], 1, out)


def _chain(kinds: Ids, tags: Ids, lengths: Places) -> tuple[Ids, Ids]:
    """For each word, in its run of nouns: how far on an organisation's last word is, how far back a name."""
    size = len(kinds)
    in_name = _IN_NAME[tags] | ((tags == _TAG_ID["v"]) & (lengths > 1))
    heads, roots = kinds == 3, _ROOT[tags]
    ahead, behind = np.zeros_like(kinds), np.zeros_like(kinds)
    on, back = np.ones(size, dtype=bool), np.ones(size, dtype=bool)
    for k in range(1, min(_REACH, size - 1) + 1):
        on, back = on[:-1] & in_name[k:], back[1:] & in_name[: size - k]
        np.copyto(ahead[: size - k], k, where=on & heads[k:])
        np.copyto(behind[k:], k, where=back & roots[: size - k] & (behind[k:] == 0))
    return ahead, behind


def _char_features(char: _Row, out: Ids) -> None:
    single = [char[k] for k in range(-2, 3)]
    pairs = np.empty((4, out.shape[1]), dtype=np.uint32)
    _mixed(single[:4], [char[k] * _PRIME for k in range(-1, 3)], 20, pairs)
    _mixed(single, [None] * 5, 30, out[:5])
    _mixed(list(pairs), [None] * 4, 40, out[5:9])
    _mixed(list(pairs[:3]), [char[k] * _PRIME for k in range(3)], 50, out[9:])


def _pattern_features(marks: Ids, chars: Ids, starts: Places, lengths: Places, kinds: Ids, tags: Ids, out: Ids) -> None:
    """Features of the form title|surname…|verb: what word ends before a character and begins one to three after it."""
    signs = (kinds + np.uint32(8) * (tags + np.uint32(1))) * (chars[starts] != 0)
    begins, ends = np.zeros_like(marks), np.zeros_like(marks)
    begins[starts] = signs
    ends[starts + lengths - 1] = signs
    begin, end, mark = _Row(begins), _Row(ends), _Row(marks)
    surname, foreign = _Row(marks & np.uint32(3)), _Row(marks >> np.uint32(2))
    four, eight = np.uint32(4), np.uint32(8)
    first = [end[-1 - back] * four + surname[-back] for back in (0, 0, 1, 1, 2)]
    second = [begin[on] * _PRIME for on in (2, 3, 1, 2, 1)]
    first.append(foreign[-2] * eight + foreign[-1] * four + foreign[0] * np.uint32(2) + foreign[1])
    second.append(end[-1])
    first += [marks * eight + mark[1], marks * eight + mark[-1]]
    second += [mark[2] * _PRIME, mark[-2] * _PRIME]
    _mixed(first, list(second), 60, out)
