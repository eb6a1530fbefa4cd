"""Files damaged in five ways, by a seed."""

from __future__ import annotations

import random


def damaged(raw: bytes, seed: int) -> bytes:
    """The file with bits flipped, cut short, glued to itself, or re-encoded; the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311
    how = seed % 5
    if how == 0:
        changed = bytearray(raw)
        for _ in range(chance.randint(1, 60)):
            changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
        return bytes(changed)
    if how == 1:
        return raw[: chance.randrange(len(raw))]
    if how == 2:
        at, other = chance.randrange(len(raw)), chance.randrange(len(raw))
        return raw[:at] + raw[other:] + raw[:at]
    if how == 3:
        codec = chance.choice(["gb18030", "big5", "utf-16", "utf-16-be", "utf-32", "cp1252", "shift_jis"])
        return raw.decode("utf-8", "replace").encode(codec, "ignore")
    start = chance.randrange(len(raw))
    end = min(len(raw), start + chance.randint(1, 400))
    return raw[:start] + raw[start:end] * chance.randint(2, 30) + raw[end:]
