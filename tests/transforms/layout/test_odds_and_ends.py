"""What stands between articles besides headlines: tables, pictures, who wrote, the paper's own name."""

from __future__ import annotations

import pytest
from printed_text import apart_of, heads_of

from transforms.forms.text import read_text
from transforms.layout.bylines.writers import read_writers
from transforms.layout.furniture.reasons import names_paper
from transforms.layout.lines.lists import is_field
from transforms.layout.page import take_apart
from transforms.layout.wording.one_or_two_lines import are_one

FERRY = (
    "柳溪渡口换上新渡船\n本报讯（记者 章 禾）柳溪渡口昨天换上两艘新渡船，每艘可坐四十八人。\n"
    "渡口的老船工说，新渡船比旧船稳当，雨天也能开。\n票价与从前一样，赶集的乡亲不必再久等。"
)
NOTICE = "青石街夜间施工公告\n因铺设水管，青石街今晚十点起封闭，请绕行柳溪路。\n不便之处，敬请谅解。"


def test_a_box_of_figures_with_the_head_of_a_table_is_an_article() -> None:
    box = (
        "民生实事进度一览\n项目　　目标　　已完成\n农村公路　　150公里　　126公里\n"
        "公厕改建　　20座　　17座\n适老改造　　450户　　450户"
    )
    after = "天一凉，柳溪边散步的人又多了起来，老章每天走六里路。"
    apart = apart_of(FERRY, box, after, NOTICE)
    assert ["民生实事进度一览"] in heads_of(apart)
    assert any(article.paragraphs[0][0].text.startswith("天一凉") for article in apart.articles)


def test_figures_behind_dashes_are_a_list() -> None:
    box = "渡口的一天\n10月3日，柳溪渡口：\n摆渡乘客——6800人次\n开船——96趟\n捞起帽子——4顶\n收到感谢信——11封"
    article = next(a for a in apart_of(FERRY, box, NOTICE).articles if a.headline and a.headline.text == "渡口的一天")
    assert [p[0].text for p in article.paragraphs][1:3] == ["摆渡乘客——6800人次", "开船——96趟"]


def test_writers_behind_the_last_sentence_and_a_blank_are_a_byline() -> None:
    story = (
        "老章的收音机\n老章有三台收音机，都是从废品站捡回来修好的。\n"
        "“能响就不算旧。”老章常这样说。　本报记者 秦 川 通讯员 卫兰"
    )
    article = apart_of(FERRY, story, NOTICE).articles[1]
    assert (article.reporters, article.correspondents) == (("秦川",), ("卫兰",))
    assert article.paragraphs[-1][0].text.endswith("老章常这样说。")


def test_whoever_is_named_right_under_the_last_text_wrote_it() -> None:
    assert heads_of(apart_of(FERRY + "\n冒大川 秦小荷", NOTICE))[0] == ["柳溪渡口换上新渡船"]
    assert heads_of(apart_of(FERRY + "\n冒大川 秦小荷", NOTICE))[1] == ["青石街夜间施工公告"]


def test_who_gives_a_notice_is_its_last_line() -> None:
    article = apart_of(FERRY, NOTICE + "\n柳溪县城市管理局", "露天电影受欢迎\n今年夏天露天电影放了六十场。").articles[1]
    assert article.paragraphs[-1][0].text == "柳溪县城市管理局"


def test_a_dated_paragraph_with_its_photographer_is_a_picture_story() -> None:
    news = "\n\n".join(
        (
            "本报10月3日讯（记者 章 禾） 县政府昨天召开秋收会议，要求各乡镇抢晴收割，颗粒归仓。",
            "会议要求，统筹调度收割机和烘干机，机收损失控制在百分之三以内。",
            "10月2日，柳溪湖渔场织网车间，渔工们正在修补冬捕的大网。一趟大网由九十六块网片拼成。",
            "本报记者 秦 川 摄",
            "柳溪湖冬捕备网忙",
            "县里部署秋收\n颗粒归仓不能丢",
        )
    )
    assert [len(article.paragraphs) for article in take_apart(read_text(news)).articles] == [2, 1]


def test_short_halves_under_a_longer_line_are_one() -> None:
    said = (
        "本报讯（记者 章 禾） 县里昨天通报，十件实事已经办完七件，其余三件年底前办完。\n\n"
        "大家说，实事要办到心坎上，一件是一件。"
    )
    head = "柳溪县十件民生实事过半\n民有所盼\n事有所成"
    assert heads_of(apart_of(head, said))[0] == ["柳溪县十件民生实事过半", "民有所盼 事有所成"]


@pytest.mark.parametrize("text", ["柳溪日报", "柳溪日报 02 要闻", "柳溪环境报 LIUXI ENVIRONMENT NEWS", "要闻 02"])
def test_the_papers_own_name_is_furniture_wherever_it_stands(text: str) -> None:
    assert names_paper(text)


@pytest.mark.parametrize("text", ["柳溪渡口 换上新船", "天气预报", "十佳通讯员 12人获奖"])
def test_other_lines_are_none(text: str) -> None:
    assert not names_paper(text)


@pytest.mark.parametrize(
    ("text", "reporters", "correspondents"),
    [
        ("文/柳溪晚报记者 秦川 通讯员 卫兰 图/受访者提供", ("秦川",), ("卫兰",)),
        ("记者 秦川 市妇联供图", ("秦川",), ()),
        ("记者 秦川 通讯员 卫兰供图", ("秦川",), ("卫兰",)),
        ("本报记者 秦川\n文/图", ("秦川",), ()),
        ("柳溪晚报全媒体记者 秦小川/文 章 禾/摄", ("秦小川",), ()),
        ("本报记者 秦川 文／图 通讯员 章禾／供图", ("秦川",), ("章禾",)),
        ("记者 覃广\n文", ("覃广文",), ()),
    ],
)
def test_who_lent_the_pictures_is_no_writer(
    text: str, reporters: tuple[str, ...], correspondents: tuple[str, ...]
) -> None:
    found = read_writers(text)
    assert (found.reporters, found.correspondents) == (reporters, correspondents)


def test_a_line_that_lets_somebody_do_what_goes_on_but_no_envoy() -> None:
    assert are_one("别让乡村冷库", "“晒太阳”（田头论道）", alone=True)
    assert are_one("小院里走出", "“田秀才”", alone=True)
    assert not are_one("市长会见邻国驻华大使陈大河", "双方就共同关心的问题交换意见", alone=True)


@pytest.mark.parametrize(
    ("text", "field"), [("摆渡乘客——6.8万人次", True), ("记住——2020年", False), ("孩子们——3年后再见", False)]
)
def test_what_is_told_behind_a_dash_has_a_measure(text: str, field: bool) -> None:
    assert is_field(text) is field
