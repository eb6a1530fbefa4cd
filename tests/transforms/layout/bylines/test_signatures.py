"""Who wrote and who took: lines between two texts, and which of them they belong to."""

from __future__ import annotations

from functools import partial

from printed_text import apart_of, set_in

from transforms.forms.text import read_text
from transforms.layout.page import take_apart

_apart = partial(apart_of, space="\n")
_set = partial(set_in, width=22)
PIER = (
    "柳溪镇的新渡口昨日正式通航，首日运送乘客两千\n多人。渡口由旧码头改建，占地十二亩，可停靠六\n条客船，"
    "往来两岸的村民不必再绕二十公里的山路\n去赶集，镇里的集市也比往常热闹了许多。\n"
)
FILMS = (
    "据新华社电 今年暑期档的票房数据\n显示，上座率比去年高出一些，三四\n线城市的影院添了近百块银幕。影院\n说，"
    "来看动画片的孩子最多。\n"
)


def test_a_byline_over_a_text_from_an_agency_closes_what_is_over_it() -> None:
    first, second = _apart(PIER, "本报记者 李 青\n", FILMS, "渡口通航\n", "银幕添了近百块\n").articles
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
    apart = _apart(PIER, "图①：渡口全景。\n　顾 淼摄\n", FILMS, "渡口通航\n", "银幕添了近百块\n")
    assert [c.text for a in apart.articles for c in a.captions] == ["图①：渡口全景。顾 淼摄"]
    caption = next(piece for piece in apart.pieces if piece.role == "caption")
    assert caption.end - caption.start == len("图①：渡口全景。\n　顾 淼摄")


COLUMN = (
    "赵一原",
    _set(
        "渡口通了航，不等于事情办完了。船票怎么买、晚班船几点开、老人上下船谁来扶，哪一件没有想到，乘客都会记在心里。"
    ),
    _set("把方便留给乘客，把麻烦留给自己，渡口才算真正通到了人的心上。"),
    "（作者系柳溪县委党校讲师）",
)
LETTER = (
    _set("编辑同志：我家住在石桥村，村口的路灯坏了半年，孩子晚上放学只好打着手电走。盼有关部门早点来修。"),
    "石桥村读者 孙雨",
)
HEADS = ("村口的路灯何时亮", "通了航更要通到心上", "供电所回应读者来信\n石桥村路灯已经修好")
REPLY = (
    _set("收到来信后，记者来到石桥村，村口的十二盏路灯有九盏不亮，几个孩子正打着手电往家走。"),
    _set("供电所连夜派人更换了灯泡和线路，并答应每月来查一次。"),
    "江岸日报记者 李青",
)
BUS = (
    _set("我每天坐三路公交车上班，早上七点以后常常要等四十分钟。建议高峰时加开几班，让上班的人少等一会。"),
    "江岸市 顾水生",
)


def test_a_page_of_columns_and_letters_with_its_headlines_in_the_middle() -> None:
    apart = take_apart(read_text("\n\n".join([*COLUMN, *LETTER, *HEADS, *REPLY, *BUS, "早高峰公交车太少"])))
    said = [([h.text for h in a.headline_lines], len(a.paragraphs), a.reporters) for a in apart.articles]
    assert said == [
        (["通了航更要通到心上"], 2, ()),
        (["村口的路灯何时亮"], 1, ()),
        (["供电所回应读者来信", "石桥村路灯已经修好"], 2, ("李青",)),
        (["早高峰公交车太少"], 1, ()),
    ]


def test_a_byline_right_under_a_text_and_over_the_title_of_a_section_closes_the_text() -> None:
    brief = "\n\n".join(
        f"{head}\n\n　　本报讯 {text}"
        for head, text in (
            ("集市延时", "集市昨起开到晚上九点，摊位免费。"),
            ("老街修好", "老街昨天修好，路面宽了两米，可以走车。"),
        )
    )
    page = (
        "渡口通航\n\n　　柳溪镇的新渡口昨日正式通航，首日运送乘客两千多人，往来不必再绕山路。\n"
        f"　　船票价格不变，老人和孩子免费。\n本报记者 李青\n\n简讯\n\n{brief}"
    )
    assert [a.reporters for a in take_apart(read_text(page)).articles] == [("李青",), (), ()]


def test_a_caption_goes_to_the_article_that_shares_its_words() -> None:
    library = (
        "本报讯（记者 赵 原）石桥小学的图书馆昨日开门，藏书三千册，\n村里的孩子放学以后都来看书，晚上八点才关门。\n"
    )
    apart = _apart(f"本报讯（记者 李 青）{PIER}", library, "柳溪镇的新渡口。\n", "渡口通航\n", "小学添了图书馆\n")
    assert [[c.text for c in a.captions] for a in apart.articles] == [["柳溪镇的新渡口。"], []]
