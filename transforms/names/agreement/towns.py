"""Names of an article that are a region's or a town's though the tagger takes them for people."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from transforms.names.evidence.chinese_names import title_head
from transforms.names.spans import NameSpan

_TITLE = 7
_REGIONS = ("省", "州", "郡", "市", "县", "镇", "乡", "村", "地区", "社区", "街道", "小区")
_TOWN = re.compile("是一?座")  # behind the name of one
_NOT_BEHIND_REGION = (
    "支",
    "党",
    "医",
    "官",
    "干",
    "口",
    "长",
    "委",
    "吃",
    "钱",
    "去",
    "下",
    "得",
    "却",
    "间",
    "里",
    "民",
    "",
)


def region_names(
    paragraphs: Sequence[str], rows: Sequence[Sequence[NameSpan]], people: Mapping[str, int], others: Mapping[str, int]
) -> set[str]:
    """Those of the people that the article has with a word for a region behind (阿兰省) and that have no title."""
    wholes = [name for name in others if name.endswith(_REGIONS)]
    found = {name[: -len(end)] for name in wholes for end in _REGIONS if name.endswith(end)} & people.keys()
    found.update(
        text[start:end]
        for text, row in zip(paragraphs, rows, strict=True)
        for start, end, kind in row
        if text.startswith(_REGIONS, end)
        and not _goes_on(text, end)
        and (kind == "person" or text[start:end] in people)
    )
    for text in paragraphs:
        for town in _TOWN.finditer(text) if "座" in text else ():
            found.update(name for name in people if text.endswith(name, 0, town.start()))
    return {name for name in found if not is_titled(paragraphs, rows, name) and not _speaks(paragraphs, name)}


def _goes_on(text: str, end: int) -> bool:
    """True where what looks like a word for a region at `end` begins another word: 市|长, 省|吃俭用."""
    return text[end + 1 : end + 2] in _NOT_BEHIND_REGION


def _speaks(paragraphs: Sequence[str], name: str) -> bool:
    return any(f"{name}{verb}" in text for text in paragraphs for verb in ("说", "表示", "介绍", "告诉", "认为"))


def is_titled(paragraphs: Sequence[str], rows: Sequence[Sequence[NameSpan]], name: str) -> bool:
    """True where a title stands before the name somewhere: 校长素帕妮, whom the tagger takes for a place later."""
    return any(
        title_head(text, max(0, span.start - _TITLE), span.start, 2) < span.start
        for text, row in zip(paragraphs, rows, strict=True)
        for span in row
        if span.kind == "person" and text.startswith(name, span.start) and span.end - span.start == len(name)
    )
