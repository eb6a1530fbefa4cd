"""Pages whose paragraphs are one line each, as e-papers' text and a person's own copies have them."""

from __future__ import annotations

from transforms.forms.text import read_text
from transforms.layout.page import take_apart

NEWS = (
    ("环城路西段明日通车", "　　本报讯（记者 苗 青）记者昨日从市交通局获悉，环城路西段改造完工，明日零时恢复通车。"),
    (
        "两所新建小学秋季招生",
        "　　本报讯（通讯员 纪 平）市教育局消息，城北两所新小学今年秋季开始招生，共48个班。",
    ),
    ("老旧电梯加装进度过半", "　　本报讯（记者 苗 青 实习生 卫 兰）截至上月底，全市加装电梯项目开工213部，完工128部。"),
)
REST = (
    "桥头三个路口的信号灯同时改好，夜里多亮半小时。",
    "新校的食堂和操场已经验收，老师下周报到。",
    "不少老住户说，下楼买菜再不用歇两回。",
)
MORE = "　　该项目负责人说，后续工作将按计划推进，有关进展会及时向社会公布。"


def _page(gap: str) -> str:
    return "\n\n".join(f"{head}\n{gap}{text}\n{MORE}" for head, text in NEWS)


def test_each_headline_over_news_opens_an_article_of_its_own() -> None:
    for gap in ("", "\n"):
        found = take_apart(read_text(_page(gap))).articles
        assert [[line.text for line in article.headline_lines] for article in found] == [[head] for head, _ in NEWS]
        assert [len(article.paragraphs) for article in found] == [2, 2, 2]


def test_a_line_left_over_at_the_end_takes_no_article_from_its_headline() -> None:
    found = take_apart(read_text(f"{_page('')}\n\n彩票快报　七乐彩今晚开奖，奖池累计八百余万元\n")).articles
    assert [article.headline.text for article in found if article.headline] == [head for head, _ in NEWS]


FEATURE = (
    ("摆渡人老秦", "本报记者 章 小 禾", "六点，柳溪渡口的灯亮了，第一批赶集的人已经等在船头。"),
    ("天亮之前", "老秦检查一遍缆绳，再给发动机加满油，二十六年没有误过一班。"),
    ("天黑以后", "最后一班船靠岸，老秦把当天的船票一张张数好，记在本子上。"),
)


def test_empty_lines_part_articles_where_they_stand_over_no_paragraph_or_subheading() -> None:
    feature = "\n".join(line for part in FEATURE for line in part)
    news = "\n".join((NEWS[0][0], "沿线八条公交线恢复", NEWS[0][1], MORE))
    more = "\n".join((NEWS[1][0], "新增学位两千个", NEWS[1][1], MORE))
    found = take_apart(read_text(f"{news}\n\n{feature}\n\n{more}\n")).articles
    assert [article.headline_lines[0].text for article in found] == [NEWS[0][0], "摆渡人老秦", NEWS[1][0]]
    assert [line.text for line in found[1].subheadings] == ["天亮之前", "天黑以后"]


def test_a_headline_with_a_deck_over_its_byline_opens_an_article_and_the_line_under_it_a_part() -> None:
    head = "渡船停了，他们怎么过江\n——对柳溪镇三十户村民的回访\n\n本报记者 章 禾\n\n绕桥\n\n"
    news = f"{NEWS[0][0]}\n\n{NEWS[0][1]}\n\n{MORE}\n\n"
    found = take_apart(read_text(f"{news}{head}{FEATURE[1][1]}\n\n拼车\n\n{FEATURE[2][1]}\n")).articles
    assert [len(article.headline_lines) for article in found] == [1, 2]
    assert [line.text for line in found[1].subheadings] == ["绕桥", "拼车"]
    assert not found[1].captions


def test_numbers_of_parts_set_as_two_figures() -> None:
    parts = [f"0{n}\n\n{title}\n\n{text}" for n, (title, text) in enumerate(FEATURE[1:], 1)]
    found = take_apart(read_text("\n\n".join(("摆渡人老秦", "本报记者 章 禾", FEATURE[0][2], *parts)) + "\n")).articles
    assert [line.text for line in found[0].subheadings] == ["01", "天亮之前", "02", "天黑以后"]


def test_lines_of_a_headline_are_whole_where_no_line_was_wrapped() -> None:
    pairs = [
        ("首批渡船下月换电", "柳溪三条航线先行一步"),
        ("一季度码头装卸八百船次", "砂石占了近六成"),
        ("老码头", "来了新掌柜"),
    ]
    items = [f"{upper}\n{lower}\n{text}{MORE.strip()}" for (upper, lower), (_, text) in zip(pairs, NEWS, strict=True)]
    found = take_apart(read_text("\n\n".join(items) + "\n")).articles
    assert [tuple(line.text for line in article.headline_lines) for article in found] == pairs


def test_under_the_headline_of_a_web_copy_stands_from_whom_it_is() -> None:
    copy = ["柳溪日报数字报 首页 > 2026年01月15日 > 第04版：社会"]
    for n, ((head, text), rest) in enumerate(zip(NEWS, REST, strict=True)):
        copy += [head, f"来源：柳溪日报 2026-01-15 07:3{n} 浏览：{n}18次", text.split("）")[1], rest]
    apart = take_apart(read_text("\n".join([*copy, "[责任编辑：钟 渡]", "版权声明：未经许可不得转载"]) + "\n"))
    assert [[line.text for line in article.headline_lines] for article in apart.articles] == [
        [head] for head, _ in NEWS
    ]
    assert [len(article.paragraphs) for article in apart.articles] == [2, 2, 2]
    assert sum(piece.role == "noise" for piece in apart.pieces) == len(NEWS) + 3


def test_empty_lines_part_articles_where_subheadings_touch_their_text() -> None:
    page = (
        "渡口换了新船\n"
        "两岸来往不再误点\n"
        "\n"
        "记者 李青 济南报道\n"
        "　　渡口的两艘新渡船昨日下水，每艘可坐四十八人，渡口票价不变。渡船由县船厂用八个月造成，船舱比旧船宽出一米。\n"
        "船上有了暖气\n"
        "　　渡船的船舱里装了暖气，冬天坐渡船的人不用再跺脚。渡口的船工说，暖气用的是岸上接来的电。\n"
        "　　老船工在渡口撑了三十年渡船，头一回在船舱里脱下棉衣。\n"
        "船票能在手机上买\n"
        "　　渡口的船票从昨日起能在手机上买，每张便宜五角，老人照旧在渡口窗口买船票。\n"
        "　　渡口窗口晚上九点才关，末班渡船等到九点半。\n"
        "\n"
        "集市搬进新棚\n"
        "\n"
        "记者 赵原\n"
        "　　老集市的摊子上月全部搬进新棚，摊位一百二十个，租金半年不收。\n"
        "　　卖菜的人说，下雨天再也不用收摊。\n"
        "\n"
    )
    found = take_apart(read_text(page)).articles
    assert [[line.text for line in article.headline_lines] for article in found] == [
        ["渡口换了新船", "两岸来往不再误点"],
        ["集市搬进新棚"],
    ]
    assert [article.dateline_place for article in found] == ["济南", None]


def test_a_headline_with_its_author_under_it_opens_an_article_of_a_page_without_other_empty_lines() -> None:
    page = (
        "老街的早晨\n赵原\n天还没亮，老街的豆腐坊就亮起了灯，石磨转了一夜，木桶里盛满了雪白的豆浆。\n"
        "卖早点的人陆续推着车来了，油条下锅的声音隔着半条街也听得见。\n我在这条街上住了二十年，每天被这声音叫醒。\n\n"
        "母亲的菜园\n顾水生\n母亲在屋后开了一块菜园，只有两张床那么大，却种了七八样菜。\n"
        "春天是韭菜，夏天是黄瓜，秋天一架扁豆紫得发亮。\n（作者系柳溪县作家协会会员）\n\n"
        "渡口\n孙一雨\n渡口的船工姓秦，撑了一辈子船。\n桥修好那天，他把船翻过来，晒了三天，刷了一遍桐油。\n"
    )
    apart = take_apart(read_text(page))
    assert [a.headline.text for a in apart.articles if a.headline] == ["老街的早晨", "母亲的菜园", "渡口"]
    assert [p.words.text for p in apart.pieces if p.role == "byline"] == [
        "赵原",
        "顾水生",
        "（作者系柳溪县作家协会会员）",
        "孙一雨",
    ]
