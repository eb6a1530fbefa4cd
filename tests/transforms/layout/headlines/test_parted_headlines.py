"""Headlines set together at the page's end, their own lines parted by empty lines as articles' headlines are."""

from __future__ import annotations

from printed_text import with_empty_lines

from transforms.forms.text import read_text
from transforms.layout.page import take_apart

FERRY = (
    "本报讯（记者/章禾）柳溪渡口前三季度运送旅客二十六万人次，同比增长近两成，航班准点率超过九成。",
    "入冬以后江面多雾，渡口添了两部雷达，船工轮班值守，候船室里换了新座椅，还生起了炉子。",
    "据介绍，通往石桥镇和东街村的两条新航线月底开通，票价都是三元，往返一趟四十分钟。",
)
BRIDGE = (
    "本报讯（记者/卫兰）石桥加固工程昨日完工，桥面比原先宽了两米，二十吨的卡车又能过桥了。",
    "石桥建成八十多年，桥墩被洪水冲出了裂缝，加固花了四个月，桥下的河道也清了淤。",
)
SCHOOL = (
    "本报讯（记者/秦川）县教育局给十二所村小添了图书，每所村小都有了自己的图书室，孩子放学后去看书。",
    "图书室由老师轮流照看，周末也开门，家长可以陪孩子来借，一次能借三本。",
)
PEAR = (
    "□本报记者 梁 舟",
    "春分刚过，东街村的梨园里，果农秦大川踩着梯子疏花，一棵梨树要疏上小半天，手上全是花粉。",
    "一棵树的账",
    "果农们算过账，疏了花的梨树结果少，可是果子大，梨园一亩多卖两千元，去年全村卖了八十万元。",
    "两代人的园",
    "秦大川的儿子去年从城里回来，在梨园里装了喷头，手机上点一下就浇水，老秦看了直摇头又直笑。",
)
TAX = (
    "本报讯（记者/何苗）全县一般公共预算收入前三季度完成五亿元，同比增长百分之六，财政支出保住了民生。",
    "其中税收收入四亿元，税收占比稳中有升，县财政局说，教育和医疗的支出一分没有少。",
)
HEADS = (
    "柳溪渡口前三季度运送旅客超二十六万人次",
    "两条新航线月底开通",
    "石桥加固工程完工",
    "二十吨卡车又能过桥",
    "十二所村小有了图书室",
    "全县前三季度一般公共预算收入五亿元",
    "税收占比稳中有升",
    "东街村的果农把梨花疏成了学问",
    "梨园里的加减法",
)


def test_a_line_of_a_headline_that_an_empty_line_parts_from_the_other_opens_no_article() -> None:
    page = "\n\n".join([*(with_empty_lines(*text) for text in (FERRY, BRIDGE, SCHOOL, PEAR, TAX)), *HEADS])
    articles = take_apart(read_text(page + "\n")).articles
    assert [[line.text for line in article.headline_lines] for article in articles] == [
        list(HEADS[0:2]),
        list(HEADS[2:4]),
        [HEADS[4]],
        list(HEADS[7:9]),
        list(HEADS[5:7]),
    ]
    assert [line.text for line in articles[3].subheadings] == ["一棵树的账", "两代人的园"]


def test_a_line_with_a_comma_over_another_at_the_end_of_the_page_is_no_broken_text() -> None:
    kicker = "把船开进课堂，柳溪渡口探索航运与教学融合"
    page = "\n\n".join(
        [
            with_empty_lines(*FERRY),
            with_empty_lines(*BRIDGE),
            "石桥加固工程完工",
            f"{kicker}\n百年渡口\n开出新航程（走进水乡③）\n",
        ]
    )
    ferry, bridge = take_apart(read_text(page)).articles
    assert [line.text for line in ferry.headline_lines] == [kicker, "百年渡口开出新航程（走进水乡③）"]
    assert [line.text for line in bridge.headline_lines] == ["石桥加固工程完工"]
