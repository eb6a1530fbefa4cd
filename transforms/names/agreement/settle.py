"""What an article shows of its people as a whole: a piece of a longer name, an abbreviation, a state."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from itertools import pairwise

import rjieba

from transforms.names.bodies.known import countries
from transforms.names.evidence.chinese_names import common_surnames, posts
from transforms.names.evidence.words_around import is_known_form
from transforms.names.spans import NameSpan, counted

_DEFINED = re.compile(r"（(?:以下)?(?:简称|下称)?[“”:：]?([㐀-鿿]{2,4})”?）")
_ADDRESSED = ("院士", "教授", "同志", "先生", "女士", "老人")  # behind a name
_REACH = 24
_LONGEST_POST = 6
_FULL = 3
_ROADS = frozenset("路街巷桥村镇乡县市区")
_MOST = 60  # people of an article that are compared with each other


def settled(paragraphs: Sequence[str], rows: Sequence[Sequence[NameSpan]]) -> list[list[NameSpan]]:
    """The names of an article, pieces of people's names whole and those that are no people of their own kind."""
    counts, places = counted(paragraphs, rows, "person"), counted(paragraphs, rows, "place")
    wholes = _wholes(paragraphs, list(counts)[:_MOST], places)
    short = _abbreviations(paragraphs, counts)
    begun = {name[:2]: name for name in counts if len(name) >= _FULL}
    given = {n[1:] for n in counts if n[1:] in places and is_known_form(n) and not rjieba.has_word(n[1:])}
    states = not countries().isdisjoint(counts)
    named = any(place[:2] in begun or _is_shaped(place) for place in places)
    if not (wholes or short or given or states or named) and _are_apart(rows):
        return list(map(list, rows))
    return [_settled(text, row, wholes, short, begun, given) for text, row in zip(paragraphs, rows, strict=True)]


def _settled(
    text: str,
    row: Sequence[NameSpan],
    wholes: Mapping[str, tuple[int, int]],
    short: frozenset[str],
    begun: Mapping[str, str],
    given: Container[str],
) -> list[NameSpan]:
    out: list[NameSpan] = []
    for i, span in enumerate(row):
        start, end, kind = span
        name = text[start:end]
        if kind != "organization" and name in wholes:
            before, behind = wholes[name]
            span = NameSpan(start - before, end + behind, "person")
        elif kind == "person":
            following = row[i + 1] if i + 1 < len(row) else None
            if name in short:
                span = NameSpan(start, end, "organization")
            elif name in countries() and _holds_post(text, end, following):
                span = NameSpan(start, end, "place")
        elif kind == "place" and name in given:
            span = NameSpan(start, end, "person")  # 若溪 of 林若溪
        elif kind == "place" and _is_shaped(name) and text.startswith(_ADDRESSED, end):
            span = NameSpan(start, end, "person")  # 钟南山院士
        elif kind == "place" and (whole := _whole_end(text, start, end, begun.get(name[:2], ""))) > end:
            span = NameSpan(start, whole, "person")  # 巴尔|加斯
        if out and out[-1].end > span.start:
            continue
        out.append(span)
    return out


def _is_shaped(name: str) -> bool:
    return len(name) == _FULL and name[0] in common_surnames()


def _are_apart(rows: Sequence[Sequence[NameSpan]]) -> bool:
    return all(before.end <= span.start for row in rows for before, span in pairwise(row))


def _whole_end(text: str, start: int, end: int, one: str) -> int:
    """Where the person `one` ends who stands at `start`, where that is no road or town of the name; else `end`."""
    stop = start + len(one)
    return stop if one and text.startswith(one, start) and text[stop : stop + 1] not in _ROADS else end


def _holds_post(text: str, end: int, following: NameSpan | None) -> bool:
    """True where a post and the one who holds it stand behind a state: 某国|总理|甲."""
    held = following is not None and following.kind == "person" and following.start - end <= _LONGEST_POST
    return following is not None and held and text[end : following.start] in posts()


def _wholes(paragraphs: Sequence[str], names: Sequence[str], places: Mapping[str, int]) -> dict[str, tuple[int, int]]:
    """Piece of a name → how much longer the name is before and behind it, where each piece stands in the whole name."""
    out: dict[str, tuple[int, int]] = {}
    longer = [place for place in places if place.endswith(tuple(names))]  # 卓玛江村 of 江村, who speaks
    for whole in (*names, *longer):
        if len(whole) <= _FULL or "·" in whole:
            continue
        for piece in (*names, *places):
            inside = len(piece) < len(whole) and (whole.startswith(piece) or whole.endswith(piece))
            if inside and sum(t.count(piece) for t in paragraphs) == sum(t.count(whole) for t in paragraphs):
                before = 0 if whole.startswith(piece) else len(whole) - len(piece)
                out[piece] = before, len(whole) - len(piece) - before
                out.setdefault(whole, (0, 0))
    return out


def _abbreviations(paragraphs: Sequence[str], counts: Mapping[str, int]) -> frozenset[str]:
    """Those of the people that a bracket gives as the short form of what is before it: 某国安全会议（某安会）."""
    found = set()
    for text in paragraphs:
        for match in _DEFINED.finditer(text) if "（" in text else ():
            before = text[max(0, match.start() - _REACH) : match.start()]
            if match[1] in counts and match[1] not in before and _is_subsequence(match[1], before):
                found.add(match[1])
    return frozenset(found)


def _is_subsequence(short: str, text: str) -> bool:
    rest = iter(text)
    return all(sign in rest for sign in short)
