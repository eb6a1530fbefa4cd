"""A label over items owns them; lines that sign a text stay with it."""

from __future__ import annotations

from printed_text import in_lines

from transforms.forms.text import read_text
from transforms.layout.neighbours.captions_and_signatures import names_signer
from transforms.layout.page import take_apart

_ITEMS = (
    (
        "北岭县建成首座冷库",
        "北岭县首座冷库日前投入使用，库容三千吨，可供周边六个乡镇储存苹果和白菜，菜农不再急着卖货。",
        "郑平",
    ),
    (
        "青石港开通新航线",
        "青石港近日开通至南屿的集装箱航线，每周两班，全程四天，木材和瓷砖出口少走三百公里陆路。",
        "孟华",
    ),
    (
        "柳塘镇办起夜校",
        "柳塘镇上月办起农民夜校，开设电工、烹饪和直播三门课，报名的人超过预期，又添了一间教室。",
        "罗敏",
    ),
)
_LONG = (
    "清河水库加固工程全线完工",
    "清河水库加固工程历时两年全线完工。工程为大坝灌浆一万米，更换闸门四扇，下游五个村庄的防洪标准由二十年一遇提高到五十年一遇。",
    "“从前一到汛期就睡不踏实。”住在坝下的老人说，今年雨水不少，水库水位一直平稳，地里的稻子也没有受淹。",
    "水库管理处介绍，坝上新装的测点每十分钟报一次数，哪里渗水、渗多少，值班的人在屏幕上看得一清二楚。",
)


def _page() -> str:
    """An article in a wide column, three items in a narrow one, and the headlines set apart at the end."""
    wide = [in_lines(text, 26) for text in _LONG[1:]]
    narrow = [f"{title}\n{in_lines(text, 16)}\n（{name}）" for title, text, name in _ITEMS]
    return "\n\n".join([*wide, *narrow, _LONG[0], "三言两语"])


def test_a_label_owns_the_items_of_its_column() -> None:
    apart = take_apart(read_text(_page()))
    heads = ["".join(line.text for line in article.headline_lines) for article in apart.articles]
    assert heads == [_LONG[0], "三言两语"]
    assert [m.text for m in apart.articles[1].subheadings] == [title for title, _, _ in _ITEMS]
    assert len(apart.articles[1].paragraphs) == len(_ITEMS)


def test_who_signs_a_text() -> None:
    assert names_signer("河东省白沙市 陈立")
    assert names_signer("（白沙市粮食局副局长 周 平）")
    assert names_signer("——白沙市粮食局局长 周立平")
    assert not names_signer("白沙市粮食局 夏粮收购")
    assert not names_signer("秋粮入库 颗粒归仓")


def test_a_bracket_about_the_writer_goes_on_over_an_empty_line() -> None:
    text = "秋收过后，村里的晒场腾了出来，孩子们在上面踢球。\n\n"
    text += "（作者为白沙市第一中学教师，本报\n\n记者周立平整理）\n\n晒场上的球赛"
    (article,) = take_apart(read_text(text)).articles
    assert [m.text for m in article.headline_lines] == ["晒场上的球赛"]
    assert [p[0].text for p in article.paragraphs] == ["秋收过后，村里的晒场腾了出来，孩子们在上面踢球。"]
