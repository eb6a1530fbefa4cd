"""Who wrote and who took: lines between two texts, and which of them they belong to."""

from __future__ import annotations

from transforms.forms.text import read_text
from transforms.layout.apart import Apart
from transforms.layout.page import take_apart

PIER = (
    "柳溪镇的新渡口昨日正式通航，首日运送乘客两千\n多人。渡口由旧码头改建，占地十二亩，可停靠六\n条客船，"
    "往来两岸的村民不必再绕二十公里的山路\n去赶集，镇里的集市也比往常热闹了许多。\n"
)
FILMS = (
    "据新华社电 今年暑期档的票房数据\n显示，上座率比去年高出一些，三四\n线城市的影院添了近百块银幕。影院\n说，"
    "来看动画片的孩子最多。\n"
)


def apart_of(*parts: str) -> Apart:
    return take_apart(read_text("\n".join(parts)))


def test_a_byline_over_a_text_from_an_agency_closes_what_is_over_it() -> None:
    first, second = apart_of(PIER, "本报记者 李 青\n", FILMS, "渡口通航\n", "银幕添了近百块\n").articles
    assert first.reporters == ("李青",)
    assert second.reporters == ()


def test_a_byline_right_under_a_text_and_over_a_headline_closes_the_text() -> None:
    page = (
        "渡口通航\n\n　　柳溪镇的新渡口昨日正式通航，首日运送乘客两千多人，往来不必再绕山路。\n"
        "　　本报记者 李 青\n\n小学添了图书馆\n\n"
        "　　本报讯（记者 赵 原）石桥小学的图书馆昨日开门，藏书三千册，村里的孩子放学以后都来看书。\n"
    )
    assert [a.reporters for a in take_apart(read_text(page)).articles] == [("李青",), ("赵原",)]


def test_who_took_a_picture_named_right_under_its_words_is_part_of_them() -> None:
    apart = apart_of(PIER, "图①：渡口全景。\n　顾 淼摄\n", FILMS, "渡口通航\n", "银幕添了近百块\n")
    assert [c.text for a in apart.articles for c in a.captions] == ["图①：渡口全景。顾 淼摄"]
    caption = next(piece for piece in apart.pieces if piece.role == "caption")
    assert caption.end - caption.start == len("图①：渡口全景。\n　顾 淼摄")
