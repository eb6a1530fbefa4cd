"""Letters, notices, questions, lists and turned articles among the articles of a page."""

from __future__ import annotations

from functools import partial

import pytest
from printed_text import apart_of

from transforms.forms.text import read_text
from transforms.layout.apart import Apart
from transforms.layout.lines.lists import is_field, listed
from transforms.layout.page import take_apart
from transforms.layout.wording.line_ends import leads_in

_apart = partial(apart_of, space="\n")
NEWS = (
    "本报柳溪6月2日电 （记者秦 川）柳溪县今年疏浚河道\n三十公里，两岸的农田不再怕涝，县里说明年接着修，\n"
    "还要在河边种上柳树，给村里人一个散步的去处。\n"
)


def _texts(apart: Apart, role: str) -> list[str]:
    return [piece.words.text for piece in apart.pieces if piece.role == role]


def test_who_wrote_a_letter_closes_it_over_news() -> None:
    letter = (
        "编辑同志：\n",
        "我住在柳溪镇东街，门前的路灯坏了两个多月，夜里出\n门要打手电，老人孩子摔过好几回，打了电话也没有人\n来修。\n",
        "望有关部门早日派人来看一看，把灯修好，也给大家一\n个说法。\n",
        "柳溪县东街镇 卫 兰\n",
    )
    apart = _apart(*letter, NEWS, "路灯坏了谁来修（读者来信）\n", "柳溪县疏浚河道三十公里\n")
    assert "柳溪县东街镇 卫 兰" in _texts(apart, "byline")
    first, second = apart.articles
    assert [line.text for line in first.headline_lines] == ["路灯坏了谁来修（读者来信）"]
    assert len(first.paragraphs) == 3
    assert second.reporters == ("秦川",)


def test_an_office_over_the_day_under_a_notice_is_its_text() -> None:
    notice = (
        "关于渡口停航的通知\n\n　　各村：\n"
        "　　因河道疏浚，柳溪渡口自六月三日起停航十天，请乘客\n改走石桥，给大家添了麻烦。\n"
        "　　柳溪县水务局\n　　2024年6月1日\n"
    )
    assert _texts(_apart(notice), "paragraph")[-2:] == ["柳溪县水务局", "2024年6月1日"]


def test_a_house_of_another_kind_gives_a_notice_too() -> None:
    notice = (
        "征集老照片启事\n柳溪镇文史馆面向社会征集渡口老照片，捐赠满十张者颁发收藏证书，来信请寄镇文史馆。\n"
        "柳溪镇文史馆\n2024年6月1日\n"
    )
    assert _texts(_apart(notice), "subheading") == []


def test_an_editors_note_leads_to_the_article_under_it() -> None:
    page = (
        "食堂里的一餐饭\n\n编者按：一餐热饭，关乎老人的幸福。本报今起推出\n这个栏目，走进社区食堂，听听老人的心里话。\n\n"
        "柳溪日报讯 （记者秦川）中午十一时，东街的食堂里\n坐满了人，七十三岁的居民端着餐盘找座位。\n"
    )
    assert len(_apart(page).articles) == 1


def test_whoever_asks_is_named_in_the_question() -> None:
    talk = (
        "本报记者 秦 川 整理\n　　问：我家的桃树今年只开花不结果，已经追了两次肥也不\n见好，是缺水吗？（石桥镇 卫兰）\n"
        "　　答：不是缺水。开花时遇上倒春寒，花受了冻，明年花\n前浇一次水就好，不必再追肥。\n"
        "　　问：新栽的梨树叶子卷了，是虫咬的还是太阳晒的，要\n不要打药？（东街镇 章一禾）\n"
        "　　答：翻开叶背看，有虫就打药，没有就浇水，过几天再\n看叶子展不展开。\n"
    )
    apart = _apart(talk)
    assert len(_texts(apart, "paragraph")) == 4
    assert _texts(apart, "subheading") == []
    assert apart.articles[0].reporters == ("秦川",)


def test_an_article_turned_from_another_page_is_one_of_its_own() -> None:
    turned = "河道疏浚以后，柳溪县三个村合开了一家船队，去年给每\n户分红两千元，两岸的年轻人也愿意回来学撑船。\n"
    apart = _apart(NEWS, "（上接第1版）\n", turned, "两岸治水兴了船\n")
    assert [len(article.paragraphs) for article in apart.articles] == [1, 1]


def test_days_and_what_they_bring_are_lines_of_a_list() -> None:
    weather = ["今天 晴 12℃～20℃ 东风2级", "明天 多云，夜里有小雨 11℃～18℃", "后天 小雨转阴 9℃～15℃"]
    page = "\n".join(
        [
            "柳溪今起三天有雨",
            "",
            "柳溪日报讯（记者章禾）县气象台昨天说，今起三天先晴后雨，出门请带伞。",
            *weather,
            "",
            "渡口添了两艘新船",
            "",
            "柳溪日报讯（记者卫兰）柳溪渡口昨天换上了两艘新渡船，票价不变。",
        ]
    )
    apart = take_apart(read_text(page))
    assert [len(article.paragraphs) for article in apart.articles] == [4, 1]
    assert all(is_field(line) for line in weather)
    assert not is_field("6月3日起柳溪渡口停航十天")


def test_the_head_of_a_table_is_a_line_of_it() -> None:
    table = ["品名 上旬 中旬 涨跌", "白菜 1.20 1.32 10%", "土豆 2.00 1.90 -5%", "鸡蛋 8.10 8.10 0%"]
    assert listed(["上旬的菜价如下：", *table], [0]) == {1, 2, 3, 4}
    assert listed(["菜价稳中有降", *table[1:]], [0]) == {1, 2, 3}


@pytest.mark.parametrize(
    ("upper", "lower", "goes_on"),
    [
        ("为了赶上早班船，东街村的人天不亮就来到渡口", "排队，船一靠岸就坐满了。", True),
        ("6月3日一早，县水务局的人来到柳溪镇东街石桥", "渡口，察看河水的深浅。", True),
        ("柳溪渡口今年的乘客比去年同期少了许多，上座率", "61.5%。船主说油钱也贵了。", True),
        ("渡口换上了新船，乘客不必再在雨里等上半天", "今年春天，柳溪县给渡口添了船。", False),
        ("修好一座石桥，方便两岸乡亲", "县里的干部去年冬天就来看过。", False),
    ],
)
def test_a_line_that_opens_as_text_does_goes_on_in_the_next_column(upper: str, lower: str, goes_on: bool) -> None:
    assert leads_in(upper, lower) is goes_on


def test_a_paragraph_that_a_column_cuts_behind_its_first_line_is_no_subheading() -> None:
    text = (
        "本报记者 卫 兰\n",
        "一大早，柳溪镇东街村的老船工就把缆绳解开\n",
        "等着头一班客人上船。渡口今年添了两艘新船，\n"
        "每天多跑六趟，票价一分不涨，赶集的人都说好，\n学生上学也不必再绕石桥，省了半个钟头。\n",
        "船工说，从前一条船跑到天黑，现在三条船轮着\n跑，大家都能歇口气，夜里也有人值班。\n",
    )
    apart = _apart("渡口添了两艘新船\n", *text)
    assert _texts(apart, "subheading") == []
    assert len(apart.articles[0].paragraphs) == 2
