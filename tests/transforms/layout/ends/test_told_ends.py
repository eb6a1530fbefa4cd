"""Places whose words alone tell whether an article ends: corrections, enactments, signatures, what goes on."""

from __future__ import annotations

import pytest
from printed_text import apart_of, with_empty_lines

from transforms.forms.text import read_text
from transforms.layout.ends.cuts import cuts_of
from transforms.layout.kinds.of_page import kinds_of
from transforms.layout.lines.units import units_of

FERRY = "本报讯（记者 章 禾）柳溪渡口昨天换上两艘新渡船，每艘可坐四十八人，每天多跑六趟，票价不变。"
BOATS = "新渡船比旧船稳当，雨天也能开，赶集的乡亲不必再在渡口久等，老船工说起来满脸是笑。"


def test_a_correction_is_an_article() -> None:
    note = "本报6月2日第2版刊发的《渡口换新船》一文中，“每天多跑六趟”应为“每天多跑四趟”。特此更正，并向读者致歉。"
    apart = apart_of("渡口换新船", with_empty_lines(FERRY, BOATS, note), "更 正")
    assert [len(article.paragraphs) for article in apart.articles] == [2, 1]
    assert [article.headline and article.headline.text for article in apart.articles] == ["渡口换新船", "更 正"]


def test_a_correction_without_a_title_takes_no_headline_of_another() -> None:
    note = "更正：本报6月2日第2版《渡口换新船》一文中，“六趟”应为“四趟”，特此更正。"
    apart = apart_of("渡口月底前修好\n\n渡口换新船", with_empty_lines(FERRY, BOATS), with_empty_lines(note))
    assert [article.headline and article.headline.text for article in apart.articles][1:] == [None]


def test_when_an_assembly_passed_it_opens_a_document() -> None:
    passed = "（2025年9月4日柳溪市第十六届人民代表大会常务委员会第三十六次会议通过）"
    named = "任命章禾为柳溪市副市长，免去卫兰的柳溪市教育局局长职务。"
    apart = apart_of(
        "渡口换新船", with_empty_lines(FERRY, BOATS), passed, with_empty_lines(named), "市人大常委会任免名单"
    )
    assert len(apart.articles) == 2


@pytest.mark.parametrize("signed", ["（文/章禾）", "（柳溪航运交易所供稿）"])
def test_who_wrote_or_sent_a_text_in_brackets_signs_it(signed: str) -> None:
    apart = apart_of("渡口换新船", with_empty_lines(BOATS), signed)
    assert [piece.role for piece in apart.pieces][-1] == "byline"
    assert apart.articles[0].reporters == ()


@pytest.mark.parametrize(
    "opens", ["此外，", "据介绍，", "与此同时，", "他说，", "当天，", "目前，该渡口", "昨天下午，记者来到现场，"]
)
def test_what_goes_on_from_something_said_hardly_opens_an_article(opens: str) -> None:
    likely = []
    for text in (BOATS, opens + BOATS):
        kinds = kinds_of(units_of(read_text(with_empty_lines(FERRY, text, BOATS) + "\n")))
        likely.append(cuts_of(kinds)[0].probability)
    assert likely[1] < likely[0]


def test_news_with_a_dateline_and_a_text_with_an_author_s_name_are_two_articles() -> None:
    lead = "江上的渡船越来越少，有人说可惜，有人说早该如此"
    views = (
        "渡口是一条江的门。门关上了，两岸的人还得找别的路走，路远一点，心就隔得远一点。",
        "留一条渡船，不只为了过江，也为了让孩子们知道，他们的爷爷奶奶是怎样走出大山的。",
    )
    apart = apart_of(
        with_empty_lines(FERRY),
        "柳溪渡口添渡船",
        with_empty_lines(lead, *views),
        "（作者为柳溪大学教授）",
        "渡口不只是渡口（江边时评）",
    )
    assert [len(article.paragraphs) for article in apart.articles] == [1, 3]


def test_key_points_one_under_another_open_a_text_and_a_list_that_was_told_does_not() -> None:
    points = ("●渡船从下月起每天多跑六趟，票价不变", "●六十岁以上老人和一米二以下孩子过江免费")
    text = "江边的人说起渡船，总要先说票价。票价三元，十年没有动过，往后也不打算动。"
    apart = apart_of("渡口换新船", with_empty_lines(FERRY, BOATS, *points, text))
    assert [len(article.paragraphs) for article in apart.articles] == [2, 3]
    told = BOATS.removesuffix("。") + "："
    assert len(apart_of("渡口换新船", with_empty_lines(FERRY, told, *points, text)).articles) == 1


def test_a_paragraph_of_the_season_with_its_picture_s_words_and_who_took_it_is_a_story() -> None:
    story = "眼下，江心洲的芦苇黄了，船工们抢在霜降以前收割芦苇，编成草席卖到城里。"
    shown = ("图为6月3日，船工在江心洲收割芦苇。", "本报记者 梁 舟摄")
    apart = apart_of(
        "渡口换新船", with_empty_lines(FERRY, BOATS, BOATS.replace("雨天", "雪天"), story), *shown, "图片报道"
    )
    assert [len(article.paragraphs) for article in apart.articles] == [3, 1]
    assert [len(article.captions) for article in apart.articles] == [0, 1]


def test_what_was_lost_is_advertised_under_a_text_and_is_none_of_it() -> None:
    lost = "柳溪镇渡口小吃店遗失食品经营许可证副本，编号3607000012345，声明作废。"
    apart = apart_of("渡口换新船", with_empty_lines(FERRY, BOATS, lost), "遗失声明")
    assert [len(article.paragraphs) for article in apart.articles] == [2, 1]
