"""Lines that open with who speaks, in a talk set down word by word: 记者：…, 答：…."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

_SPEAKS = re.compile(r"([一-龥·]{1,6})[：:](?!\Z)")
_QUESTION = re.compile(r"[问Q][：:]\s*\S")
_TURN = re.compile(r"(?:本报)?记者[：:][^，。？！]*[，。？！]|[问答QA][：:]\s*\S")  # 记者：李青 names a writer
_TELLS = ("说", "道", "称", "是", "为")
_MOST = 7  # characters of a name and its colon
_TURNS = 2  # of each speaker at the least


def opens_question(text: str) -> bool:
    """A paragraph set down as what somebody asks: 问：…"""
    return bool(_QUESTION.match(text))


def opens_turn(text: str) -> bool:
    """What is asked or answered, by whoever asks and answers in every talk: 记者：…, 答：…"""
    return bool(_TURN.match(text))


def turns(texts: Sequence[str], ends: Callable[[str], bool]) -> frozenset[int]:
    """The lines that open a turn of someone who has more, where the line over them `ends` a sentence."""
    speakers: dict[int, str] = {}
    for i, text in enumerate(texts):
        found = _SPEAKS.match(text) if "：" in text[:_MOST] or ":" in text[:_MOST] else None
        if found and not found[1].endswith(_TELLS) and (i == 0 or ends(texts[i - 1])):
            speakers[i] = found[1]
    counts = Counter(speakers.values())
    often = [name for name, count in counts.items() if count >= _TURNS]
    return frozenset(i for i, name in speakers.items() if len(often) > 1 and name in often)
