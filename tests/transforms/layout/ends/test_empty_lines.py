"""What empty lines tell on a page whose paragraphs follow each other without any."""

from __future__ import annotations

from printed_text import apart_of, heads_of

from transforms.forms.text import read_text
from transforms.layout.page import take_apart

FERRY = (
    "柳溪渡口换上新渡船\n本报讯（记者 章 禾）柳溪渡口昨天换上两艘新渡船，每艘可坐四十八人。\n"
    "渡口的老船工说，新渡船比旧船稳当，雨天也能开。\n票价与从前一样，赶集的乡亲不必再久等。"
)
TIPS = "梅雨天晾衣有窍门\n1.先晾厚的。厚衣服放在风口，薄的放在里面。\n2.隔开一掌。衣架之间留出一掌宽，风才过得去。"
FILM = "据县文化馆统计，今年夏天露天电影放了六十场，观众比去年多三成。"
NOTICE = "青石街夜间施工公告\n因铺设水管，青石街今晚十点起封闭，请绕行柳溪路。\n不便之处，敬请谅解。"


def test_a_headline_under_an_empty_line_opens_an_article_with_nothing_else_that_tells() -> None:
    assert heads_of(apart_of(FERRY, TIPS, NOTICE)) == [
        ["柳溪渡口换上新渡船"],
        ["梅雨天晾衣有窍门"],
        ["青石街夜间施工公告"],
    ]


def test_a_text_under_an_empty_line_is_another_one() -> None:
    apart = apart_of("露天电影受欢迎", FERRY, FILM, NOTICE)
    opened = [article.paragraphs[0][0].text[:4] for article in apart.articles]
    assert opened == ["柳溪渡口", "据县文化", "因铺设水"]


def test_empty_lines_inside_paragraphs_are_the_ends_of_columns_and_part_no_articles() -> None:
    text = (
        "石桥加固完工\n本报讯（记者 卫 兰）石桥镇的工人昨天拆下最\n"
        "后一块模板，石桥加固完工，桥面比原先\n\n宽了两米，镇里的卡车又能过桥了。\n"
        "石桥建成八十多年，桥墩被洪水冲出了裂\n缝，这次加固花了四个月，比说好的早了\n"
        "半个月。桥上还装了路灯，夜里也能走人。\n\n"
        "镇里的老人说，从前一下雨就提心吊胆，\n如今睡得安稳，孩子们上学也近了一里路。\n"
    )
    assert [len(article.paragraphs) for article in take_apart(read_text(text)).articles] == [3]


def test_a_line_under_the_last_text_says_what_a_picture_shows() -> None:
    apart = apart_of(FERRY + "\n老船工在新渡船上擦拭栏杆", NOTICE, TIPS)
    assert [line.text for line in apart.articles[0].captions] == ["老船工在新渡船上擦拭栏杆"]
    assert not apart.articles[0].subheadings


def test_a_question_in_quotes_over_another_line_is_a_headline() -> None:
    asked = "“梅雨天衣服怎么晾？”\n馆员教三个办法\n本报讯（记者 秦 川）县文化馆昨天办了一场讲座。\n来的人坐满了三间屋。"
    assert heads_of(apart_of(FERRY, asked, NOTICE))[1] == ["“梅雨天衣服怎么晾？”", "馆员教三个办法"]


def test_titles_of_briefs_under_the_title_of_their_section_are_headlines() -> None:
    briefs = (
        "柳溪快讯\n东街新开两条公交线\n记者从县交通局获悉，东街本周起新开两条公交线，票价均为一元。（章禾）\n"
        "文化馆重新开门\n关了三个月的县文化馆昨天重新开门，屋顶翻修一新，六十岁以上老人免票。（卫兰）"
    )
    assert heads_of(apart_of(FERRY, briefs, NOTICE))[1:3] == [["东街新开两条公交线"], ["文化馆重新开门"]]


def test_the_lines_of_a_list_that_its_column_broke_are_text() -> None:
    prices = (
        "菜价回落\n　　本报讯（记者 秦 川）县农业农\n村局昨天说，上周全县三个批发市场的\n"
        "主要菜价比前一周便宜了不少，主要品\n种的批发价格如下：\n"
        "　　黄瓜：2.60元/公斤，下降8.5%\n　　西红柿：4.15元/公斤，下降16.\n1%\n"
        "　　大白菜：2.03元/公斤，上涨12.\n7%\n　　生姜：12.80元/公斤，上涨0.9%\n"
        "　　卖菜的人说，雨水一停，叶菜还\n会更便宜些，想腌菜的人家不妨再等等\n"
        "，等北边的大白菜运到再买也不迟。\n"
    )
    article = take_apart(read_text(prices)).articles[0]
    assert not article.subheadings
    assert len(article.paragraphs) == 6


def test_an_item_behind_its_mark_goes_on_below() -> None:
    items = (
        "各地动态\n　　●柳溪县　今年晚稻的面积稳定在六\n万亩，眼下已经插完九成。\n"
        "　　●石桥镇　两千亩西瓜进入采收的高\n峰，每天有三十车运出去。\n"
        "　　●青石街　四座旧楼装上了电梯，老\n人上下楼不用再歇三回脚。\n"
    )
    assert [len(a.paragraphs) for a in take_apart(read_text(items)).articles] == [3]
