"""Who lent a picture is its credit, under the editors of a page it belongs to no article."""

from __future__ import annotations

import pytest

from transforms.forms.text import read_text
from transforms.layout.page import take_apart

_NEWS = "渡口换了新船\n\n本报讯（记者 章 禾）昨天，柳溪渡口换上了两艘新渡船，每艘可坐四十八人，票价不变。\n\n"
_LENT = "图片由柳溪镇渡口管理所提供"


def _roles(page: str) -> list[str]:
    return [piece.role for piece in take_apart(read_text(page)).pieces]


def test_who_lent_a_picture_is_its_caption_in_an_article_and_furniture_under_the_editors() -> None:
    assert _roles(_NEWS + _LENT)[-1] == "caption"
    assert _roles(f"{_NEWS}责编 秦 川　版式 卫 兰\n{_LENT}")[-2:] == ["noise", "noise"]


def test_one_sentence_that_tells_who_stands_where_is_a_caption() -> None:
    assert _roles(_NEWS + "章老大（左二）在新渡船上试舵。\n")[-1] == "caption"


@pytest.mark.parametrize("credit", ["新华社/路透", "新华社 / 法新"])
def test_agencies_that_share_a_picture_are_its_credit(credit: str) -> None:
    assert _roles(_NEWS + credit)[-1] == "caption"


def test_a_reporter_behind_a_mark_who_wrote_and_took_the_picture_opens_an_article() -> None:
    apart = take_apart(read_text(f"{_NEWS}●记者 秦 川 文/摄\n\n渡口边的茶摊每天煮三锅茶。船不来的时候，茶也不停。\n"))
    assert [article.reporters for article in apart.articles] == [("章禾",), ("秦川",)]


def test_where_to_book_an_advertisement_is_furniture() -> None:
    assert _roles(_NEWS + "广告刊登：60001111\n")[-1] == "noise"


@pytest.mark.parametrize("credit", ["秦 川 摄", "本报记者 卫 兰 摄", "通讯员 卫 兰摄", "受访者供图", "（柳溪镇提供）"])
def test_one_sentence_with_whose_picture_it_is_is_a_caption_where_another_wrote_the_article(credit: str) -> None:
    caption = f"新渡船载着赶集的人靠岸。 {credit}"
    article = take_apart(read_text(_NEWS + caption)).articles[0]
    assert [words.text for words in article.captions] == [caption]
    assert (article.reporters, article.correspondents) == (("章禾",), ())


def test_a_reporter_who_took_the_picture_of_an_article_that_no_one_else_wrote_has_its_byline() -> None:
    news = "渡口换了新船\n\n昨天，柳溪渡口换上了两艘新渡船，每艘可坐四十八人，票价不变。\n\n"
    page = take_apart(read_text(news + "新渡船载着赶集的人靠岸。 本报记者 章 禾 摄\n"))
    assert [piece.role for piece in page.pieces][-2:] == ["caption", "byline"]
    assert [words.text for words in page.articles[0].captions] == ["新渡船载着赶集的人靠岸。"]
    assert page.articles[0].reporters == ("章禾",)


def test_a_caption_in_the_middle_of_an_article_is_no_end_of_the_paragraph_over_it() -> None:
    lines = [
        "本报讯（记者 章 禾）昨天一早，柳溪渡口换上两艘新",
        "渡船，每艘可坐四十八人，票价不变，晚班船推迟一刻。",
        "",
        "新渡船载着赶集的人靠岸。 记者 卫 兰 摄",
        "",
        "渡口今年还要修两条候船的长廊，老人和孩子不必再站",
        "在雨里等船，廊下设三十个座位，长廊六月完工。",
    ]
    article = take_apart(read_text("\n".join(["渡口换了新船", "", *lines]))).articles[0]
    assert [words.text for words in article.captions] == [lines[3]]
    assert len(article.paragraphs) == 2


def test_a_story_told_in_a_picture_stays_text() -> None:
    story = "昨天一早，新渡船载着赶集的人靠岸。渡口今年第三次增开早班。 本报记者 章 禾 摄\n"
    page = take_apart(read_text("渡口早班\n\n" + story))
    assert [piece.role for piece in page.pieces] == ["headline", "paragraph", "byline"]
    assert page.articles[0].reporters == ("章禾",)


def test_words_of_two_pictures_between_a_headline_and_the_next_news_are_captions() -> None:
    pictures = "渡口换了新船\n两艘新船每天多跑六趟\n\n村民在渡口等船。\n\n柳溪渡口全景。\n\n"
    body = "本报讯（记者 章 禾）昨天，柳溪渡口换上了两艘新渡船，每艘可坐四十八人，票价不变。\n\n"
    roles = _roles(body + pictures + _NEWS)
    assert roles.count("caption") == 2
    assert _roles(_NEWS + "秦 川摄/柳溪图片")[-1] == "caption"


def test_a_caption_with_its_credit_goes_on_in_no_headline() -> None:
    page = (
        "渡口昨天开航，两岸乘客排起长队，三条新船轮流摆渡，一天\n运送四千人次。\n\n"
        "“柳溪一号”停靠新渡口码头等候乘客登船。 章禾 摄\n\n渡口迎来首艘大船\n全年客流有望再创新高\n\n"
        "　　柳溪日报讯 （记者秦川）昨日上午，一艘新船靠上码头。\n"
    )
    captions = [piece.words.text for piece in take_apart(read_text(page)).pieces if piece.role == "caption"]
    assert captions == ["“柳溪一号”停靠新渡口码头等候乘客登船。 章禾 摄"]


def test_beside_a_longer_text_a_reporters_credit_stays_with_the_words_of_its_picture() -> None:
    text = "昨天，柳溪渡口换上了两艘新渡船，每艘可坐四十八人，票价不变。\n\n两岸的人过河，从此不用再等半个钟头。\n\n"
    page = take_apart(read_text(f"渡口换了新船\n\n{text}图为新渡船靠岸。\n本报记者 章 禾 摄\n"))
    assert [words.text for words in page.articles[0].captions] == ["图为新渡船靠岸。本报记者 章 禾 摄"]
    assert page.articles[0].reporters == ("章禾",)
