"""Blanks that a page sets inside and right before names."""

from __future__ import annotations

import pytest

from transforms.layout.bylines.padded_names import without_padding
from transforms.mapped import Mapped, join_lines
from transforms.read import Source, read_page


def _mapped(text: str) -> Mapped:
    return join_lines(text, [(0, len(text))])


@pytest.mark.parametrize(
    ("padded", "bare"),
    [
        ("县医院主任 于小晴说，病人少了。", "县医院主任于小晴说，病人少了。"),
        ("区住建局副局长 廖 晖介绍，钱已到账。", "区住建局副局长廖晖介绍，钱已到账。"),
        ("院长 黎 斌和司机 张大明都来了。", "院长黎斌和司机张大明都来了。"),
        ("卫生院院长骆 斌直摇头。", "卫生院院长骆斌直摇头。"),
        ("到会的有代表 张三 李四 王五。", "到会的有代表 张三 李四 王五。"),
        ("黄瓜 两元 茄子 三元", "黄瓜 两元 茄子 三元"),
    ],
)
def test_only_blanks_around_a_name_behind_its_title_go(padded: str, bare: str) -> None:
    found = without_padding(_mapped(padded))
    assert found.text == bare
    assert "".join(padded[at] for at in found.offsets) == bare


def test_whoever_is_named_behind_a_blank_speaks() -> None:
    text = (
        "病人排队少了\n\n县医院推行先看病后付费，服务两万多人。\n"
        "县医院主任 于小晴说：“以前平均要排3次队，现在是1次。”\n"
    )
    page = read_page(text.encode(), Source("file:///page.txt"))
    assert [(person.name, person.title) for person in page.people] == [("于小晴", "县医院主任")]
    assert [quote.speaker for quote in page.quotes] == ["于小晴"]
