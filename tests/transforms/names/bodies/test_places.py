"""Places and organisations whose edges the words around them put right, in invented phrases."""

from __future__ import annotations

import pytest

from transforms.names.bodies.places import placed
from transforms.names.paragraph import Paragraph
from transforms.names.spans import NameSpan
from transforms.words.token import tokenize


@pytest.mark.parametrize(
    ("text", "found", "kind", "wanted"),
    [
        ("安河县青石镇小塔村", "青石 镇小塔村", "place", "青石镇 小塔村"),
        ("甘肃镇原县", "甘肃 镇原县", "place", "甘肃 镇原县"),
        ("出访对叙利亚有利", "对叙利亚", "place", "叙利亚"),
        ("在安河外国语学校读书", "语学校", "organization", "外国语学校"),
        ("到安河博物馆公共服务平台", "安河博物馆公", "organization", "安河博物馆"),
        ("老友小王来了", "小王", "place", ""),
        ("他读《南山》", "南山", "place", ""),
    ],
)
def test_the_edges_of_places_and_bodies(text: str, found: str, kind: str, wanted: str) -> None:
    row = [NameSpan(text.index(name), text.index(name) + len(name), kind) for name in found.split()]
    spans = placed(Paragraph.of(text, tokenize(text)), row)
    assert [text[start:end] for start, end, _ in spans] == wanted.split()
