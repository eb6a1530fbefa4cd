"""Pages of unsigned texts whose headlines stand under them or at the page's end, and what is no headline of theirs."""

from __future__ import annotations

import textwrap

from printed_text import apart_of, heads_of, set_in

HONEY = (
    "谷雨前后，青石岭的槐花开满了山坡，养蜂人章大满把六十箱蜜蜂搬到槐树林边，一住就是二十天。",
    "槐花蜜今年收了一千二百斤，章大满说，雨水少，蜜比往年稠，县里的合作社上门来收。",
)
LIFT = (
    "枫桥小区七号楼的电梯停了四个月，住在六楼的老人下楼要歇三回，买菜只好托邻居捎。",
    "物业找不到当年的厂家，街道请来工程师换了电梯的主板，上周电梯重新运行，老人又能下楼晒太阳了。",
)
LIBRARY = (
    "东湖图书馆把闭馆时间推到夜里十点，头一个月，夜间来借书的读者就有三千多人。",
    "读者里一半是下了班的年轻人，图书馆给他们添了台灯和热水，志愿者轮流值夜班。",
)
SEED = (
    "清河镇的育秧工厂里，一盘盘秧苗码得齐齐整整，传送带把秧盘送到门口的货车上。",
    "工厂一天能育三千盘秧苗，够六百亩稻田用，农户先订后取，比自家育秧省了一半工夫。",
)


def _column(*paragraphs: str, width: int = 20) -> str:
    return "\n\n".join("\n".join(textwrap.wrap(text, width)) for text in paragraphs)


def test_each_headline_under_its_text_ends_an_article_where_their_words_agree() -> None:
    page = (_column(*HONEY), "青石岭槐花蜜丰收", _column(*LIFT), "停了四个月的电梯\n枫桥小区老人又能下楼了")
    apart = apart_of(*page, _column(*LIBRARY), "东湖图书馆亮灯到十点", _column(*SEED), "清河镇育秧工厂一天三千盘秧苗")
    heads = ["青石岭槐花蜜丰收"], ["停了四个月的电梯", "枫桥小区老人又能下楼了"], ["东湖图书馆亮灯到十点"]
    assert heads_of(apart) == [*heads, ["清河镇育秧工厂一天三千盘秧苗"]]
    assert [len(article.paragraphs) for article in apart.articles] == [2, 2, 2, 2]


def test_subheadings_that_look_down_make_no_page_of_headlines_under_texts() -> None:
    parts = (_column(*HONEY), "六楼老人等电梯", _column(*LIFT), "读者夜里来借书", _column(*LIBRARY))
    apart = apart_of("本报记者走基层：山坡上与楼道里的四月天", *parts, "农户先订秧苗后取", _column(*SEED))
    assert len(apart.articles) == 1


def test_two_headlines_of_one_pile_ask_for_two_articles_where_the_others_have_whole_lines() -> None:
    pile = (
        "停了四个月的电梯\n枫桥小区老人又能下楼了",
        "东湖图书馆亮灯到十点",
        "清河镇育秧工厂\n一天三千盘秧苗",
        "青石岭槐花蜜丰收",
    )
    apart = apart_of(_column(*HONEY), _column(*LIFT), _column(*LIBRARY), _column(*SEED), *pile)
    firsts = [article.paragraphs[0][0].text[:4] for article in apart.articles]
    assert firsts == ["谷雨前后", "枫桥小区", "东湖图书", "清河镇的"]
    assert [heads[0].replace(" ", "") for heads in heads_of(apart)] == [
        pile[3],
        "停了四个月的电梯",
        pile[1],
        "清河镇育秧工厂一天三千盘秧苗",
    ]


def test_a_line_of_quoted_words_that_the_text_below_has_is_a_subheading() -> None:
    said = "“电梯一响，我就知道能下楼了。”六楼的老人章秀兰说，她把这句话讲给每个来看她的人听。"
    page = (_column(*LIFT), "“电梯一响，我就知道能下楼了”", _column(said, "物业说，往后每个月都请人来看一次电梯。"))
    apart = apart_of(*page, "枫桥小区电梯停了四个月\n老人盼来了工程师")
    assert heads_of(apart) == [["枫桥小区电梯停了四个月", "老人盼来了工程师"]]
    assert [line.text for line in apart.articles[0].subheadings] == ["“电梯一响，我就知道能下楼了”"]


def test_quoted_words_broken_by_the_width_of_their_headline_are_one_line() -> None:
    apart = apart_of("“章师傅，蜜留两罐，\n下山时我们来取”", _column(*HONEY))
    assert heads_of(apart) == [["“章师傅，蜜留两罐，下山时我们来取”"]]


def test_a_long_kicker_over_text_that_is_set_in_does_not_hide_its_width() -> None:
    head = "六十箱蜜蜂上山二十天，收蜜一千二百斤，比往年稠——\n青石岭槐花蜜丰收\n■本报记者 章 禾"
    first = f"{HONEY[0]}蜂箱排成三行，章大满每天傍晚数一遍，少一箱也要打着手电到林子里去找。"
    apart = apart_of(f"{head}\n{set_in(first)}", "楼里的电梯\n" + set_in(*LIFT), "图书馆的灯\n" + set_in(*LIBRARY))
    assert heads_of(apart)[0] == ["六十箱蜜蜂上山二十天，收蜜一千二百斤，比往年稠——", "青石岭槐花蜜丰收"]
    assert apart.articles[0].paragraphs[0][0].text == first


def test_headlines_of_other_pages_with_their_pages_are_furniture() -> None:
    guide = "今日导读\n育秧工厂里的春天 3版\n东湖图书馆夜里有光 5版"
    listed = "枫桥老街修缮记…6版\n渡口的最后一班船…7版"
    apart = apart_of("青石岭槐花蜜丰收\n" + _column(*HONEY), guide, listed)
    assert heads_of(apart) == [["青石岭槐花蜜丰收"]]
    noise = [piece.reason for piece in apart.pieces if piece.role == "noise"]
    assert noise.count("pointer to another page") == 4


def test_names_over_the_day_and_number_are_the_head_of_the_page() -> None:
    apart = apart_of("清河晚晴\n茶余·旧事\n2025年4月20日 星期日 B3", "青石岭槐花蜜丰收\n" + _column(*HONEY))
    assert heads_of(apart) == [["青石岭槐花蜜丰收"]]


def test_the_name_of_a_column_is_no_line_of_the_headline_under_it() -> None:
    apart = apart_of(_column(*LIFT), "枫桥小区电梯修好了", "清河茶座", "夜里也该有一盏灯\n□ 章 禾", _column(*LIBRARY))
    assert ["夜里也该有一盏灯"] in heads_of(apart)
    assert "清河茶座" in [piece.words.text for piece in apart.pieces if piece.role == "noise"]


def test_a_county_paper_of_today_sends_news_and_a_last_word_names_no_paper() -> None:
    county = "今日清河讯（通讯员 章 禾）" + SEED[0]
    apart = apart_of("青石岭槐花蜜丰收\n" + _column(*HONEY), "育秧工厂忙起来\n" + _column(county, SEED[1]))
    assert [article.outlet for article in apart.articles] == [None, "今日清河"]
    assert apart.articles[1].correspondents == ("章禾",)
    assert [article.outlet for article in apart_of("秧苗上车\n" + _column("晚报讯 " + SEED[0])).articles] == [None]


def test_the_papers_own_news_opens_an_article_and_a_question_over_it_is_its_headline() -> None:
    own = "本报讯 " + LIBRARY[0]
    apart = apart_of(_column(*HONEY), "蜜源少了，养蜂人往哪儿去？", _column(own, LIBRARY[1]), "青石岭槐花蜜丰收")
    assert heads_of(apart) == [["青石岭槐花蜜丰收"], ["蜜源少了，养蜂人往哪儿去？"]]
    assert [len(article.paragraphs) for article in apart.articles] == [2, 2]


def test_the_day_and_names_beside_who_made_the_page_are_its_foot() -> None:
    foot = "清河科技报\n③ 前沿\n2025年4月20日\n本版编辑 章 禾"
    apart = apart_of("青石岭槐花蜜丰收\n" + _column(*HONEY), foot)
    assert heads_of(apart) == [["青石岭槐花蜜丰收"]]
    assert len(apart.articles[0].paragraphs) == 2
    assert (apart.outlet, str(apart.issue_date)) == ("清河科技报", "2025-04-20")


def test_numbered_subheadings_with_empty_lines_over_them_part_no_article() -> None:
    parts = (
        "一、蜜从哪里来\n" + set_in(*HONEY),
        "二、电梯何时修\n" + set_in(*LIFT),
        "三、灯为谁留\n" + set_in(*LIBRARY),
    )
    apart = apart_of("民生三问，答在四月里\n——清河镇调查\n□ 章 禾\n" + set_in(*SEED), *parts)
    assert len(apart.articles) == 1
    assert [line.text for line in apart.articles[0].subheadings] == ["一、蜜从哪里来", "二、电梯何时修", "三、灯为谁留"]


def test_a_headline_of_two_lines_right_under_an_unsigned_text_parts_it_from_the_one_before() -> None:
    signed = _column(*LIFT, "□记者 章 禾")
    first = (signed, _column(*LIBRARY, *SEED), "清河镇育秧工厂忙起来\n三千盘秧苗等车来")
    apart = apart_of(
        *first, _column("本报讯 " + HONEY[0]), "青石岭槐花蜜丰收", "停了四个月的电梯又动了", "图书馆亮灯到十点"
    )
    assert ["清河镇育秧工厂忙起来", "三千盘秧苗等车来"] in heads_of(apart)
