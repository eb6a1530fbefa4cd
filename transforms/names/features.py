"""What the name tagger sees of each character: the characters and the words around it, as hashed features."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Word = tuple[str, str, int]
Ids = NDArray[np.uint32]

BUCKET_BITS = 19
_PRIME = np.uint32(0x9E3779B1)
_MIX = np.uint32(0x85EBCA6B)
_TAGS = (
    "x a ad ag an b c d df dg e f g h i j k l m mg mq n ng nr nrfg nrt ns nt nz o p q r rg rr rz s t tg "
    "u ud ug uj ul uv uz v vd vg vi vn vq y z zg eng"
)
_TAG_ID = {tag: i + 1 for i, tag in enumerate(_TAGS.split())}


def _classes() -> NDArray[np.uint32]:
    """Code point → class: all digits are one, all Latin letters are one, full width is half width."""
    classes = np.arange(0x10000, dtype=np.uint32)
    for low, high, to in ((0x30, 0x39, 0x30), (0x41, 0x5A, 0x61), (0x61, 0x7A, 0x61)):
        classes[low : high + 1] = to
        classes[low + 0xFEE0 : high + 0xFEE1] = to
    return classes


_CLASS = _classes()


def char_classes(text: str) -> Ids:
    """The class of each code point of `text`."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    return _CLASS[np.minimum(codes, 0xFFFF)]


def _shifted(values: Ids, by: int) -> Ids:
    """`values[i + by]` at i, 0 past the ends."""
    out = np.zeros_like(values)
    kept = max(0, len(values) - abs(by))
    if by > 0:
        out[:kept] = values[by:]
    else:
        out[-by:] = values[:kept]
    return out


def _mix(values: Ids, salt: int) -> Ids:
    return (values ^ np.uint32(salt * 0x01000193 & 0xFFFFFFFF)) * _MIX


def feature_ids(text: str, tokens: Sequence[Word]) -> NDArray[np.uint32]:
    """Bucket numbers, one row per feature and one column per character of `text`; `tokens` leave no gap.

    Words are told by a hash that sums their characters, so nothing is looked up in Python character by character.
    """
    size = len(text)
    chars = char_classes(text)
    starts = np.fromiter((t[2] for t in tokens), dtype=np.int64, count=len(tokens))
    tags = np.fromiter((_TAG_ID.get(t[1], 0) for t in tokens), dtype=np.uint32, count=len(tokens))
    lengths = np.diff(starts, append=size)
    inside = np.arange(size) - np.repeat(starts, lengths)
    scrambled = (chars + np.uint32(1)) * _PRIME
    scrambled ^= scrambled >> np.uint32(15)
    words = np.add.reduceat(scrambled * (2 * inside + 1).astype(np.uint32), starts, dtype=np.uint32)
    words ^= words >> np.uint32(13)
    last = chars[starts + lengths - 1]
    near = [_shifted(words, k) for k in (-2, -1, 0, 1, 2)]
    near_tags = [_shifted(tags, k) for k in (-1, 0, 1)]
    place = np.where(inside == 0, 1, 2) + 2 * (inside == np.repeat(lengths, lengths) - 1)

    per_word = [
        _mix(near[2], 1),
        _mix(near[1], 2) + near[2],
        _mix(near[3], 3) + near[2],
        _mix(near[1], 4),
        _mix(near[3], 5),
        _mix(near[0], 6) + near[1],
        _mix(near[4], 7) + near[3],
        _mix(near_tags[0] * np.uint32(64) + near_tags[1], 8),
        _mix(near_tags[1] * np.uint32(64) + near_tags[2], 9),
        _mix(near[1], 10) + near_tags[1],
        _mix(near[3], 11) + near_tags[1],
        _mix(_shifted(last, 1), 12) + last,
        _mix(_shifted(last, 2), 13) + near_tags[2],
    ]
    spread = np.repeat(np.stack(per_word), lengths, axis=1) + place.astype(np.uint32) * _PRIME
    around = [_shifted(chars, k) if k else chars for k in (-2, -1, 0, 1, 2)]
    pair = [_mix(around[k], 20) + around[k + 1] * _PRIME for k in range(4)]
    per_char = [_mix(around[k], 30 + k) for k in range(5)]
    per_char += [_mix(pair[k], 40 + k) for k in range(4)]
    per_char += [_mix(pair[k], 50 + k) + around[k + 2] * _PRIME for k in range(3)]
    ids = np.concatenate([spread, np.stack(per_char)])
    ids ^= ids >> np.uint32(16)
    ids *= _PRIME
    ids >>= np.uint32(32 - BUCKET_BITS)
    return ids
