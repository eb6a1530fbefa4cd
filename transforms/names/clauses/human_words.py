"""Words for people in a clause."""

from __future__ import annotations

from collections.abc import Sequence

from transforms.names.clauses.as_words import Unit
from transforms.names.lists import no_person_words, person_nouns, saying_verbs

_HUMAN_TAILS = tuple("者员长师")
_KIND_TAGS = ("n", "nz", "ns", "nLOC")
_STAFF = "人员"  # of any kind: 返乡|人员, 值班人员


def is_human(words: Sequence[Unit], i: int) -> bool:
    """True for a noun for people; for a word that jieba takes for a name only where no further noun follows it."""
    word, tag, _ = words[i]
    if is_human_noun(word, tag) or (word == "人" and i and _is_of_kind(words, i)):
        return i + 1 == len(words) or words[i + 1][0][0] != "圈"  # 朋友|圈
    if i > 1 and words[i - 1][0] == "的" and words[i - 2][0][-1] == "岁":
        return len(word) > 1  # 五岁的果果
    if tag != "nr" or len(word) < 2 or word in no_person_words():
        return False
    nouns = person_nouns()
    return not any(t == "NAME" or w in nouns for w, t, _ in words[i + 1 : i + 8])


def _is_of_kind(words: Sequence[Unit], i: int) -> bool:
    """True for 人 behind 的, or behind a noun and before a verb of saying: 的林业|人|说."""
    if words[i - 1][0] == "的":
        return True
    speaks = i + 1 < len(words) and words[i + 1][0] in saying_verbs()
    return speaks and words[i - 1][1] in _KIND_TAGS


def is_human_noun(word: str, tag: str) -> bool:
    """True for a noun for people, listed or by its end: 养蜂人员, 渔民们."""
    nouns = person_nouns()
    if word in nouns or (len(word) > 2 and word[-1] == "们"):
        return True
    if tag in ("nORG", "nLOC"):
        return False
    if word.endswith(_STAFF):
        return tag != "NAME"
    ends = tag.startswith("n") and len(word) > 1
    return ends and (word[-2:] in nouns or (len(word) > 2 and word.endswith(_HUMAN_TAILS)))
