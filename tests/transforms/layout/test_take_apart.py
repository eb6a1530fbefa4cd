"""A page of text comes apart into blocks and articles, and nothing of it is lost."""

from __future__ import annotations

from datetime import date

import pytest
from growth import growth
from hypothesis import given, settings
from hypothesis import strategies as st
from printed_text import apart_of

from transforms.forms.line import Evidence, Form, Line
from transforms.layout.apart import Apart
from transforms.layout.page import take_apart


def column(*paragraphs: str, width: int = 21) -> str:
    """Paragraphs as a dump gives them: hard-wrapped, first lines shorter by two, an empty line between."""
    parts = []
    for paragraph in paragraphs:
        head, rest = paragraph[: width - 2], paragraph[width - 2 :]
        parts.append("\n".join([head, *(rest[i : i + width] for i in range(0, len(rest), width))]))
    return "\n\n".join(parts) + "\n\n"


FERRY = column(
    "柳溪日报讯（记者/李青 通讯员/王大川 陈小溪）六月三日，柳溪镇的新渡口正式通航，首日运"
    "送乘客两千多人。渡口由旧码头改建，占地十二亩，可停靠六条客船。",
    "“过去要绕二十公里的山路，现在十分钟就到对岸。”家住对岸的村民周水生说。渡口开通以后，镇"
    "里的集市也比往常热闹了许多。",
)
BAMBOO = (
    column(
        "走进石桥村的竹编工坊，十几位村民正埋头赶制一批果篮。这批果篮要在月底前发往省城的三家超市"
        "，订单是村里年轻人在网上接来的。"
    )
    + "老手艺有了新买家\n\n"
    + column(
        "工坊的带头人吴竹青今年七十一岁，编了大半辈子竹器。他说，最难的不是编，是有人愿意学。如今"
        "跟着他学艺的徒弟已经有九个。"
    )
)
PAGE = (
    FERRY
    + "□柳溪日报记者 赵 原 通讯员 孙小雨\n\n"
    + BAMBOO
    + "老竹匠带出新徒弟\n石桥村竹编走进省城超市\n\n柳溪镇新渡口正式通航\n首日运送乘客两千多人\n"
)


def assert_whole(text: str, apart: Apart) -> None:
    """Every character that is not blank is in exactly one piece, and words map back to the page."""
    covered = [0] * len(text)
    for piece in apart.pieces:
        assert piece.start < piece.end
        for i in range(piece.start, piece.end):
            covered[i] += 1
        for char, at in zip(piece.words.text, piece.words.offsets, strict=True):
            assert char == text[at] or (char == " " and text[at].isspace())
    for char, times in zip(text, covered, strict=True):
        assert times == 1 if not char.isspace() else times <= 1


def test_articles_writers_and_headlines_of_a_local_page() -> None:
    first, second = apart_of(PAGE).articles
    assert first.reporters == ("李青",)
    assert first.correspondents == ("王大川", "陈小溪")
    assert [h.text for h in first.headline_lines] == ["柳溪镇新渡口正式通航", "首日运送乘客两千多人"]
    assert first.headline is not None
    assert first.headline.text == "柳溪镇新渡口正式通航"
    assert len(first.paragraphs) == 2
    assert second.reporters == ("赵原",)
    assert second.correspondents == ("孙小雨",)
    assert [s.text for s in second.subheadings] == ["老手艺有了新买家"]
    assert [h.text for h in second.headline_lines] == ["老竹匠带出新徒弟", "石桥村竹编走进省城超市"]


def test_the_outlet_is_what_most_bylines_say() -> None:
    assert apart_of(PAGE).outlet == "柳溪日报"


def test_nothing_of_the_page_is_lost() -> None:
    assert_whole(PAGE, apart_of(PAGE))


def test_a_headline_score_is_a_share() -> None:
    for article in apart_of(PAGE).articles:
        assert article.headline_score is not None
        assert 0 <= article.headline_score <= 1


@pytest.mark.parametrize(
    ("line", "reporters", "correspondents"),
    [
        ("本报讯（记者 张 三 通讯员 李四光）近日，市里开会研究防汛工作。", ("张三",), ("李四光",)),
        ("本报讯（通讯员周小雨、吴 桐 记者郑一）近日，市里开会研究防汛工作。", ("郑一",), ("周小雨", "吴桐")),
        ("新华社北京6月3日电 （记者王小川、赵大江）近日，市里开会研究防汛工作。", ("王小川", "赵大江"), ()),
        ("本报柳溪6月3日电 记者 李 青 6月2日，市里开会研究防汛工作。", ("李青",), ()),
        ("近日，市里开会研究防汛工作。（本报记者 钱 多）", ("钱多",), ()),
        ("近日，市里开会研究防汛工作，要求抓紧准备。\n\n（本报北京6月3日电 记者孙小雨、李青）", ("孙小雨", "李青"), ()),
        ("本报记者 王大川 通讯员 陈小溪\n\n近日，市里开会研究防汛工作。", ("王大川",), ("陈小溪",)),
        ("□文/图 柳溪日报全媒记者 王大川\n\n近日，市里开会研究防汛工作。", ("王大川",), ()),
        ("近日，市里开会研究防汛工作。\n\n本报记者 王大川摄", ("王大川",), ()),
        ("近日，市里开会研究防汛工作。\n\n王大川摄", (), ()),
        ("近日，市里开会研究防汛工作。\n\n（作者为市防汛办主任）", (), ()),
        ("记者从市防汛办获悉，今年的汛期来得早。", (), ()),
    ],
)
def test_bylines_at_either_end(line: str, reporters: tuple[str, ...], correspondents: tuple[str, ...]) -> None:
    (article,) = apart_of(line).articles
    assert article.reporters == reporters
    assert article.correspondents == correspondents
    assert not any("记者王" in m.text or "（本报" in m.text for p in article.paragraphs for m in p)


def test_a_dateline_tells_place_and_day() -> None:
    (article,) = apart_of("本报昆明6月3日电 （记者李青）第三届花卉大会开幕，四十个国家的客商到会。").articles
    assert article.dateline_place == "昆明"
    assert article.dateline_month_day == (6, 3)


def test_a_name_broken_by_the_end_of_a_line() -> None:
    text = "柳溪日报讯（记者/李青 通讯员/王大\n川）近日，新渡口正式通航，首日运送乘\n客两千多人。\n"
    (article,) = apart_of(text).articles
    assert article.correspondents == ("王大川",)


def test_a_latin_word_broken_by_the_end_of_a_line_is_whole_where_it_stands_so_elsewhere() -> None:
    text = "隔夜Linor利率下行，七天Lin\nor利率上行，交易员在Trading\nRoom里谈起它。\n"
    (article,) = apart_of(text).articles
    assert article.paragraphs[0][0].text == "隔夜Linor利率下行，七天Linor利率上行，交易员在Trading Room里谈起它。"


def test_a_paragraph_goes_on_over_the_end_of_a_column() -> None:
    text = (
        "渡口由旧码头改建，占地十二亩，可停靠六条客\n船，往来两岸的村民不必再绕二十公里的山路去赶\n"
        "集，孩子们上学也近了许多，每天能多睡半个小\n\n时。镇里还打算在对岸修一座候船的凉亭，让等船\n"
        "的人有个遮风避雨的地方，预计年底前就能完工。\n"
    )
    (article,) = apart_of(text).articles
    assert len(article.paragraphs) == 1


@pytest.mark.parametrize(
    "line",
    [
        "A03 要闻",
        "责编 李青 美编 王川",
        "版式设计：李 青",
        "2024年6月3日 星期一",
        "新闻热线：0123-4567890",
        "（下转第三版）",
        "6 乡村周刊",
    ],
)
def test_furniture_is_noise_with_a_reason(line: str) -> None:
    apart = apart_of(f"近日，市里开会研究防汛工作，要求抓紧准备。\n\n{line}\n")
    (noise,) = [p for p in apart.pieces if p.role == "noise"]
    assert noise.words.text == line
    assert noise.article is None
    assert noise.reason


def test_the_head_of_a_front_page_is_noise() -> None:
    head = ["柳 溪 报", "中共柳溪市委主办 柳溪市融媒体中心出版", "2024年6月3日 星期一", "第2107期 今日4版", "2 要 闻"]
    apart = apart_of("\n".join(head) + "\n\n新桥今日通车\n\n大桥今天正式通车。工期三年，投资5亿元。\n")
    assert [p.words.text for p in apart.pieces if p.role == "noise"] == head
    (article,) = apart.articles
    assert article.headline is not None and article.headline.text == "新桥今日通车"


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        (["社会 A06", "2024年6月3日 星期一 责任编辑 李 青 版式 王 川", "柳溪晚报"], "柳溪晚报"),
        (["柳 溪 商 报 2024年6月3日 星期一", "产业·数据 3"], "柳溪商报"),
        (["柳溪日报 | 文 娱 C04", "甲辰年四月廿七"], "柳溪日报"),
        (["05 村里村外 2024.6.3 星期一", "柳溪周报"], "柳溪周报"),
        (["中共柳溪市委机关报", "第2107号 今日12版"], None),
    ],
)
def test_the_head_of_a_page_tells_whose_it_is(head: list[str], outlet: str | None) -> None:
    apart = apart_of("\n".join(head) + "\n\n新桥今日通车\n\n大桥今天正式通车。工期三年，投资5亿元。\n")
    assert [p.words.text for p in apart.pieces if p.role == "noise"] == head
    assert apart.outlet == outlet


@pytest.mark.parametrize(
    ("head", "day", "edition"),
    [
        ("柳溪报 2024年6月3日 第02版 综合新闻", date(2024, 6, 3), "02"),
        ("08 国际 2024.06.03 星期一 柳溪日报", date(2024, 6, 3), "08"),
        ("二〇二四年六月二十三日 星期日 今日8版", date(2024, 6, 23), None),
        ("2024年6月31日 星期一", None, None),
        ("柳溪晚报 A06 民生", None, "A06"),
    ],
)
def test_the_head_of_a_page_tells_its_day_and_number(head: str, day: date | None, edition: str | None) -> None:
    apart = apart_of(head + "\n\n新桥今日通车\n\n大桥今天正式通车。工期三年，投资5亿元。\n\n2023年6月3日\n")
    assert (apart.issue_date, apart.edition) == (day, edition)


def test_what_points_to_another_page_is_noise() -> None:
    lines = ["柳溪籍小将首夺金牌 详见5版", "老小区加装电梯怎么办？ 见A7版"]
    apart = apart_of("新桥今日通车\n\n大桥今天正式通车。工期三年，投资5亿元。\n\n" + "\n".join(lines) + "\n")
    assert [p.words.text for p in apart.pieces if p.role == "noise"] == lines


@pytest.mark.parametrize(
    ("group", "lines"),
    [
        (["市农民合作社联合会举行", "第六次代表大会"], ["市农民合作社联合会举行第六次代表大会"]),
        (["渡口夜航观察", "灯亮了，船不停"], ["渡口夜航观察", "灯亮了，船不停"]),
        (["过江不再绕行", "（街谈巷议）"], ["过江不再绕行（街谈巷议）"]),
        (["柳溪老街获评", "省级历史文化街区"], ["柳溪老街获评省级历史文化街区"]),
        (["一根扁担挑出", "百里药香"], ["一根扁担挑出百里药香"]),
        (["河长们守住了", "一条清溪"], ["河长们守住了一条清溪"]),
        (["竹编名家", "李青到访柳溪"], ["竹编名家李青到访柳溪"]),
        (["柳溪竹编正加速跑", "一根竹篾的远行"], ["柳溪竹编正加速跑", "一根竹篾的远行"]),
        (["老街商户以次充好", "市民买到假茶叶"], ["老街商户以次充好", "市民买到假茶叶"]),
        (["柳溪市三十七家老字号商铺全部恢复营", "业"], ["柳溪市三十七家老字号商铺全部恢复营业"]),
        (["百名船工走上新岗位", "——", "江上人家"], ["百名船工走上新岗位——", "江上人家"]),
    ],
)
def test_the_lines_of_a_headline_are_joined_as_they_are_said(group: list[str], lines: list[str]) -> None:
    text = "\n".join(group) + "\n\n柳溪日报讯（记者/李青）近日，柳溪市的新渡口正式通航，往来的客人多了。\n"
    (article,) = apart_of(text).articles
    assert [line.text for line in article.headline_lines] == lines


def test_articles_that_the_form_tells_are_kept() -> None:
    rows = [
        ("渡口通航", "headline", 0),
        ("（记者李青）新渡口今天通航。", "paragraph", 0),
        ("竹编出山", "headline", 1),
        ("竹编走进超市。", "paragraph", 1),
    ]
    text = "\n".join(r[0] for r in rows)
    at, lines = 0, []
    for n, (words, role, article) in enumerate(rows):
        lines.append(Line(at, at + len(words), words, evidence=Evidence(role=role, article=article, paragraph=n)))
        at += len(words) + 1
    first, second = take_apart(Form("text/html", None, text, tuple(lines))).articles
    assert first.headline is not None and first.headline.text == "渡口通航"
    assert first.reporters == ("李青",)
    assert second.paragraphs[0][0].text == "竹编走进超市。"
    assert second.headline_score == 1.0


_PIECES = st.sampled_from(
    [
        "本报讯",
        "（记者",
        "李青",
        "）",
        "6月3日",
        "，",
        "。",
        "\n",
        "\n\n",
        "　",
        "——",
        "渡口",
        "通航",
        "“",
        "”",
        "■",
        "责编",
        "：",
        "12",
        "%",
        " ",
        "摄",
        "图为",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(_PIECES, max_size=120).map("".join))
def test_every_character_is_in_one_piece(text: str) -> None:
    assert_whole(text, apart_of(text))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_any_text_comes_apart_whole(text: str) -> None:
    assert_whole(text, apart_of(text))


@pytest.mark.parametrize(
    ("unit", "times"),
    [
        ("字\n", 20_000),
        ("字", 200_000),
        ("短标题\n\n", 10_000),
        ("（", 50_000),
        ("记者、", 30_000),
        ("今天开会。\n\n", 10_000),
    ],
    ids=["lines", "one line", "headlines", "brackets", "roles", "paragraphs"],
)
def test_odd_pages_take_linear_time(unit: str, times: int) -> None:
    assert growth(apart_of, unit * times, unit * 2 * times) < 3.5


def test_the_day_under_a_notice_is_its_text() -> None:
    text = "停水通知\n\n因检修管道，柳溪镇定于本周六停水一天，请提前储水。\n\n柳溪镇自来水公司 2024年6月3日\n"
    (article,) = apart_of(text).articles
    assert article.headline is not None
    assert article.headline.text == "停水通知"
    assert article.paragraphs[-1][0].text == "柳溪镇自来水公司 2024年6月3日"


def test_a_picture_with_two_credits_keeps_only_reporters() -> None:
    text = "六月的柳溪，荷花开了，游人乘船入画，沿岸的农家乐也跟着热闹起来。\n\n柳溪日报记者 王大川 通讯员 李青 摄\n"
    (article,) = apart_of(text).articles
    assert article.reporters == ("王大川",)
    assert article.correspondents == ("李青",)
    assert article.outlet == "柳溪日报"


def test_a_turn_line_belongs_to_no_article() -> None:
    apart = apart_of("渡口通航以后，村里的果子卖得更远，价钱也更好了。（下转第二版）\n")
    (noise,) = [p for p in apart.pieces if p.role == "noise"]
    assert noise.reason == "turn line"
    assert apart.articles[0].paragraphs[0][0].text.endswith("更好了。")
