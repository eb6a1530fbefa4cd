"""What the words about a place between two lines of a headline tell of its being one line that a column broke."""

from __future__ import annotations

import re

from transforms.layout.wording.line_ends import cuts_word, edge_words
from transforms.layout.wording.line_words import DECK, EVENT_END, KICKER_END, Words, words_of
from transforms.layout.wording.one_or_two_lines import (
    ATTEND,
    COLUMN,
    TWO_BEATS,
    are_one,
    ends_whole,
    halves,
    has_subject,
    is_open,
)
from transforms.layout.wording.shared_pairs import TAG

_LONG = 30  # characters
_LEANS = re.compile("[下中上里内后前]?的|[等们了着过]")  # no line opens with what leans on the word before it
_LISTS = re.compile("、[^。！？]{0,7}\\Z")
_WITH = frozenset(("为", "对", "向", "把", "将", "就", "与", "同", "以", "在", "从", "让"))
_BEATS, _EVEN = 3, 2  # of a line of several beats; characters


def words_tell(said: str, upper: str, lower: str) -> dict[str, float]:
    """What the words of two lines say for their being one and against it, by name; `said` is the line so far, which
    ends in `upper`."""
    broken, last, first = _edge(upper, lower)
    return {
        "one": float(are_one(said, lower, alone=True)),
        "whole": float(ends_whole(said)),
        "open": float(is_open(said)),
        "leads_on": float(bool(KICKER_END.search(said))),
        "leads_on_below": float(bool(KICKER_END.search(lower))),
        "event": float(bool(EVENT_END.search(said))),
        "tagged": float(bool(TAG.search(upper))),
        "deck": float(bool(DECK.match(lower))),
        "attend": float(bool(ATTEND.fullmatch(lower))),
        "column": float(bool(COLUMN.fullmatch(lower))),
        "comma": float(upper[-1] in "，、；"),
        "dash": float(said.startswith("——")),
        "word": float(bool(broken)),
        "long_word": float(len(broken) > 2),
        "cuts": float(cuts_word(upper, lower)),
        "noun_verb": float(last[:1] == "n" and first[:1] in ("v", "d")),
        "verb": float(last[:1] == "v"),
        "says": float(Words.of(said).predicate),
        "has_subject": float(has_subject(lower)),
        "beats": float(bool(TWO_BEATS.search(upper)) != bool(TWO_BEATS.search(lower))),
        "halves": float(halves(said, TAG.sub("", lower))),
        "long": float(len(said) > _LONG),
        "joined": float(said != upper),
        "wants_verb": float(_wants_verb(said)),
        "evener": float(_beats_evener(said, lower)),
        "leans": float(bool(_LEANS.match(lower))),
        "lists": float(bool(_LISTS.search(upper))),
    }


def _edge(upper: str, lower: str) -> tuple[str, str, str]:
    """The word that both lines share, or the tags of the last word of the one and the first of the other."""
    edge, words = edge_words(upper, lower)
    broken = next((word for word, _, start in words if start < edge < start + len(word)), "")
    if broken:
        return broken, "", ""
    last = next((tag for word, tag, start in words if start + len(word) == edge), "")
    return "", last, next((tag for _, tag, start in words if start == edge), "")


def _wants_verb(said: str) -> bool:
    """A line with for whom, with whom or where, and no verb behind it: 渡口为夜归的人."""
    words = words_of(said)
    last = max((n for n, (word, tag, _) in enumerate(words) if tag == "p" or word in _WITH), default=len(words))
    return last < len(words) and not any(tag[0] == "v" for _, tag, _ in words[last + 1 :])


def _beats_evener(said: str, lower: str) -> bool:
    """The words between the blanks are of more even length where the two lines are one: 守着一|条河 送走八千人."""
    above, below = (TAG.sub("", line).split() for line in (said, lower))
    if not above or not below or len(above) + len(below) < _BEATS:
        return False
    joined = [*above[:-1], above[-1] + below[0], *below[1:]]
    return _spread(joined) <= _EVEN and _spread(joined) < _spread(above + below)


def _spread(beats: list[str]) -> int:
    lengths = list(map(len, beats))
    return max(lengths) - min(lengths)
