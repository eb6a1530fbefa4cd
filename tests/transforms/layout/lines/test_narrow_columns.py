"""Columns of eleven to eighteen characters: few lines fill them, and a headline line is as wide as a line of text."""

from __future__ import annotations

import pytest
from printed_text import apart_of, in_lines

from transforms.layout.apart import Apart

WIDTH = 14
LONG = (
    "松溪县的第一座风雨桥去年冬天修好以后，两岸的集市连成了一片，卖菜的不必再赶早过渡口。",
    "桥是村里人凑钱凑木头修起来的，前后用了四百多天，最忙的时候有七十多人在河滩上锯木头。",
    "“从前涨水就断路，孩子上学要绕九公里。”住在桥头的老人说，如今打着伞走几步路就到了。",
)
OTHER = "一艘货轮在外海搁浅，船上二十名水手全部获救，海面上没有发现油污，拖船已经赶去。"


def set_in(text: str, width: int = WIDTH) -> str:
    """A paragraph in a narrow column, its first line shorter by two characters, as a dump gives it."""
    rest = text[width - 2 :]
    return "\n".join([text[: width - 2], *(rest[i : i + width] for i in range(0, len(rest), width))])


def body_of(apart: Apart) -> list[list[str]]:
    return [["".join(run.text for run in p) for p in article.paragraphs] for article in apart.articles]


@pytest.mark.parametrize(
    "last",
    [
        "县里的气象台说，明后两天还有雨，河水会再涨半米上下。",
        "县领导周望、秦山、陆河，桥头村的党支部书记何田到场。",
        "“别的不图，就图个方便。”村民林三妹说，她天天走。",
    ],
)
def test_two_full_lines_and_a_short_one_are_a_paragraph(last: str) -> None:
    (paragraphs,) = body_of(apart_of(*map(set_in, (*LONG, last))))
    assert paragraphs == [*LONG, last]


BRIDGE = "桥头的茶摊是何田的老伴摆的，三张方桌，一把长嘴铜壶，"
CUT = "来往的人走累了坐下歇一歇脚，从不收钱也不记账。"


@pytest.mark.parametrize(
    ("upper", "below", "goes_on"),
    [
        ("冬天里摆上一个炭盆，烤两个红薯给赶", "早集的孩子暖手。" + CUT, True),
        ("桥头每天摆着热茶和烤红薯还有姜汤", "和一把长凳，谁来了都能坐。" + CUT, True),
        ("风雨桥头摆起茶摊，来往乡亲坐下歇脚", "去年冬天，何田的老伴在桥头摆起了茶摊。" + CUT, False),
        ("风雨桥头摆起茶摊，来往乡亲坐下歇脚", "“坐下喝口热茶再走。”何田的老伴说。" + CUT, False),
    ],
)
def test_a_line_alone_as_wide_as_its_column_goes_on_by_what_is_under_it(upper: str, below: str, goes_on: bool) -> None:
    width = len(upper)
    texts = [in_lines(text, width) for text in (*LONG, BRIDGE + CUT)]
    apart = apart_of(*texts, upper, in_lines(below, width), *texts[:2])
    assert (upper + below in [text for article in body_of(apart) for text in article]) == goes_on


FIGURES = (
    "去年这座桥上一共走过126万人次，比前年多了38万人次，其中12月最多，有15.7万人次。",
    "1987年修的老桥宽4米，2019年加宽到9.5米，前后花了860万元，村里自己拿出120万元。",
    "到2025年6月30日，桥头的集市有摊位268个，一天能卖3.2万元，旺季时要多出2成。",
)


def test_lines_that_count_a_figure_as_a_whole_character_are_full() -> None:
    (paragraphs,) = body_of(apart_of(*map(set_in, (*LONG, *FIGURES))))
    assert paragraphs == [*LONG, *FIGURES]


def test_the_end_of_a_column_cuts_a_line_off() -> None:
    text = "县里打算明年再修两座，一座在上游的石门村，一座在下游的老渡口，钱已经凑够了大半。"
    lines = set_in(text).split("\n")
    (paragraphs,) = body_of(apart_of(*map(set_in, LONG), lines[0], "\n".join(lines[1:])))
    assert paragraphs[-1] == text


@pytest.mark.parametrize(
    "opening",
    [
        "本报松溪6月3日讯（记者 何田）",
        "据新华社雅典电 ",
        "据本报综合报道 ",
    ],
)
def test_no_headline_goes_on_in_news(opening: str) -> None:
    first = set_in("本报讯（记者 何田）" + LONG[0])
    apart = apart_of(first, *map(set_in, LONG[1:]), "两岸集市连成一片\n松溪修好第一座风雨桥啦", set_in(opening + OTHER))
    assert [len(article.paragraphs) for article in apart.articles] == [3, 1]
    assert [h.text for h in apart.articles[0].headline_lines] == ["两岸集市连成一片", "松溪修好第一座风雨桥啦"]


def test_two_headlines_late_on_a_page_stay_two() -> None:
    texts = [
        "本报讯（记者 何田）" + LONG[0],
        LONG[1],
        "本报讯（记者 周望）县里的夜校上月开课，教直播和电工，来了九十个学员。",
    ]
    heads = ["松溪风雨桥修好连起两岸", "县里夜校开课啦教直播电工"]
    apart = apart_of(*map(set_in, texts), *heads)
    assert [[h.text for h in article.headline_lines] for article in apart.articles] == [[heads[0]], [heads[1]]]


def test_a_subheading_under_a_full_line_with_a_full_stop() -> None:
    above = "桥是村里人凑钱凑木头修起来的，前后用了四百多天，锯木头的有七十多人。"
    full = above + "满地是刨花。"
    assert (len(full) + 2) % WIDTH == 0
    page = "\n".join(["　　" + set_in(LONG[0]), "　　" + set_in(full), "两岸添生意", "　　" + set_in(LONG[2])])
    (article,) = apart_of(page).articles
    assert [s.text for s in article.subheadings] == ["两岸添生意"]
    assert len(article.paragraphs) == 3


def test_a_subheading_over_a_line_that_opens_with_a_mark() -> None:
    (article,) = apart_of(set_in(LONG[0]), set_in(LONG[1]), "修桥修出“集市圈”\n" + set_in(LONG[2])).articles
    assert [s.text for s in article.subheadings] == ["修桥修出“集市圈”"]
    assert article.paragraphs[-1][0].text == LONG[2]


@pytest.mark.parametrize(
    ("closing", "reporters"),
    [
        ("（何 田）", ("何田",)),
        ("（县档案馆 周小望）", ()),
        ("（松溪大学建筑系研究员 \n周小望）", ()),
        ("（本报记者 何 田）", ("何田",)),
    ],
)
def test_a_bracketed_name_closes_a_piece(closing: str, reporters: tuple[str, ...]) -> None:
    apart = apart_of(*map(set_in, LONG), closing, "松溪修好第一座风雨桥")
    (article,) = apart.articles
    assert article.reporters == reporters
    assert [p.role for p in apart.pieces][-2:] == ["byline", "headline"]


def test_who_gives_a_notice_is_its_text() -> None:
    notice = "因检修水管，定于本周六停水一天，影响用户约九百户，请提前储水。"
    (article,) = apart_of("停水通知", set_in(notice), "松溪县自来水公司", "2024年6月3日").articles
    assert [p[0].text for p in article.paragraphs][1:] == ["松溪县自来水公司", "2024年6月3日"]
    assert not article.subheadings


@pytest.mark.parametrize(
    "line", ["（以上内容仅供参考，不构成投资建议）", "本版主编：何 田 本版制图：周望", "本版观点不代表本报立场"]
)
def test_disclaimers_and_credits_are_noise(line: str) -> None:
    apart = apart_of(*map(set_in, LONG), "松溪修好第一座风雨桥", line)
    assert [p.words.text for p in apart.pieces if p.role == "noise"] == [line]


@pytest.mark.parametrize(
    ("group", "lines", "main"),
    [
        (["我县新增", "3家省级夜校示范点"], ["我县新增3家省级夜校示范点"], 0),
        (["大潮退去后滩涂", "曾露出古船遗骸"], ["大潮退去后滩涂 曾露出古船遗骸"], 0),
        (["县渔政执法大队", "查获电鱼案19起"], ["县渔政执法大队查获电鱼案19起"], 0),
        (["9个村今年办起农民夜校", "逾七成学员 找到新活"], None, 0),
        (["松溪大桥合龙", "沿河9个村的人不再摆渡"], None, 0),
        (["桥头夜市旺不旺", "记者走访：摊位多了，价钱没涨"], None, 0),
        (["假茶叶案开庭审理完毕", "法院判决：退一赔三"], None, 0),
        (["健康问答·蜱虫叮咬", "6月前后最要当心"], None, 1),
        (["“松溪杯”龙舟联赛第三轮", "桥头队3桨险胜夺得头名"], None, 1),
        (["村里来了放映队", "从晒谷场到大银幕"], None, 1),
    ],
)
def test_headline_lines_by_what_they_say(group: list[str], lines: list[str] | None, main: int) -> None:
    apart = apart_of("\n".join(group), "本报讯（记者 何田）" + LONG[0])
    (article,) = apart.articles
    assert [line.text for line in article.headline_lines] == (lines or group)
    assert article.headline == article.headline_lines[main]
