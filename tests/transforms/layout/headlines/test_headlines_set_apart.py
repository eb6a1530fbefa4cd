"""Headlines away from their articles on a page of one column width, and decks torn from theirs."""

from __future__ import annotations

import textwrap
from functools import partial

from printed_text import apart_of, heads_of, set_in

from transforms.forms.text import read_text
from transforms.layout.ends.cuts import cuts_of
from transforms.layout.ends.told_by_words import ENDS
from transforms.layout.kinds.of_page import kinds_of
from transforms.layout.lines.units import units_of

_apart = partial(apart_of, space="\n")
FERRY = (
    "本报讯（记者章禾）柳溪渡口昨天换上两艘新渡船，每艘可坐四十八人，渡船每天多跑六趟，票价不变。",
    "渡口的老船工说，新渡船比旧船稳当，雨天也能开，赶集的乡亲不必再在渡口久等。",
)
BRIDGE = (
    "6月3日下午，石桥镇的工人拆下最后一块模板，石桥加固完工，桥面比原先宽了两米。",
    "石桥建成八十多年，桥墩被洪水冲出了裂缝，这次加固花了四个月，镇里的卡车又能过桥了。",
)
SCHOOL = (
    "今年以来，县教育局给十二所村小添了图书，每所村小有了自己的图书室，孩子们放学后都去看书。",
    "图书室由老师轮流照看，周末也开门，家长可以陪孩子来借书，一次能借三本图书。",
    "（记者卫兰）",
)
PEAR = (
    "本报讯（记者秦川）春分刚过，东街村的梨园里，果农秦大川踩着梯子给梨树疏花，一棵梨树要疏上小半天。",
    "梨园从前靠天吃饭，一场倒春寒就让梨花落光，果农白忙一年，现在搭了防霜的棚。",
    "果农们算过账，疏了花的梨树结果少，可是果子大，梨园一亩多卖两千元。",
)


def _column(*paragraphs: str) -> str:
    return "\n\n".join("\n".join(textwrap.wrap(text, 20)) for text in paragraphs) + "\n"


def test_headlines_piled_at_the_top_are_given_out_by_what_they_say() -> None:
    pile = ("东街村梨园疏花忙\n", "柳溪渡口换上新渡船\n", "十二所村小有了图书室\n")
    apart = _apart(*pile, _column(*FERRY), _column(*BRIDGE), "石桥加固完工\n", _column(*SCHOOL), _column(*PEAR))
    assert heads_of(apart) == [["柳溪渡口换上新渡船"], ["石桥加固完工"], ["十二所村小有了图书室"], ["东街村梨园疏花忙"]]


def test_a_deck_right_over_its_text_keeps_that_for_the_headline_in_the_pile() -> None:
    pile = ("一棵梨树的账\n", "柳溪渡口换上新渡船\n", "十二所村小有了图书室\n")
    deck = "——东街村果农疏花见闻\n"
    apart = _apart(*pile, _column(*FERRY), _column(*SCHOOL), deck, "本报记者 章 禾\n", _column(*PEAR))
    assert heads_of(apart) == [["柳溪渡口换上新渡船"], ["十二所村小有了图书室"], ["一棵梨树的账", deck.strip()]]


def test_a_deck_at_the_end_of_the_page_goes_to_its_headline_by_what_it_says() -> None:
    pear = ("本报记者 卫 兰\n", _column(*PEAR))
    ends = ("柳溪渡口换上新渡船\n", "——东街村果农疏花见闻\n", "十二所村小有了图书室\n")
    apart = _apart(_column(*FERRY), "一棵梨树的账\n", _column(*SCHOOL), *pear, *ends)
    assert ["一棵梨树的账", "——东街村果农疏花见闻"] in heads_of(apart)


def test_where_paragraphs_touch_lines_with_empty_lines_around_them_are_headlines() -> None:
    asked = ("问：梨树疏了花，果子还会落吗，落了怎么办？", "答：会落一些，那是树自己疏果，不必打药，浇水就好。")
    headed = ("梨树疏花两问\n", "石桥加固完工\n")
    bridge = tuple(text.replace("6月3日下午", "一大早") for text in BRIDGE)
    page = (
        "渡口换上新渡船\n",
        set_in(*FERRY) + "\n",
        "本报记者 卫 兰 整理",
        set_in(*asked, *asked) + "\n",
        *headed,
        set_in(*bridge) + "\n",
    )
    assert heads_of(_apart(*page)) == [["渡口换上新渡船"], ["梨树疏花两问"], ["石桥加固完工"]]
    kinds = kinds_of(units_of(read_text("\n".join(page))))
    between = next(cut for cut in cuts_of(kinds) if "石桥加固完工" in [kinds[i].text for i in cut.zone])
    assert between.probability == ENDS


def test_a_line_alone_of_its_kind_in_an_article_is_a_headline_where_its_words_are_one_side_s() -> None:
    doctor = (
        "本报讯（通讯员秦川）“血压高了要按时吃药。”东街村的牧户家里，县医院的医生章禾一边量一边说。",
        "县医院今年派出三十名医生下村，路远的牧户不必再赶集看病，医生一个月来一趟。",
    )
    apart = _apart(
        _column(*FERRY),
        _column(*doctor),
        "“白大褂”走进牧户家门口\n",
        _column(*BRIDGE),
        "柳溪渡口换上新渡船\n",
        "石桥加固完工\n",
    )
    assert heads_of(apart) == [["柳溪渡口换上新渡船"], ["“白大褂”走进牧户家门口"], ["石桥加固完工"]]
