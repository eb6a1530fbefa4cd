"""Lines of a page that belong to no article, and lines like them that do."""

from __future__ import annotations

import pytest

from transforms.forms.text import read_text
from transforms.layout.furniture.reasons import noise_reason
from transforms.layout.page import take_apart


@pytest.mark.parametrize(
    "line",
    [
        "柳溪福彩　“双色球”第２０１９００１期　红球：０１　０９　１１　２０　２６　３０　蓝球：０７",
        "七星彩第19001期：1　8　0　2　7　5　1",
        "福彩3D第2019001期：358",
    ],
)
def test_numbers_drawn_in_a_lottery(line: str) -> None:
    assert noise_reason(line) == "lottery results"


def test_a_headline_about_a_lottery_is_none() -> None:
    assert noise_reason("双色球第2019001期开出5注一等奖") is None


@pytest.mark.parametrize("line", ["——— 江上短波 ———", "══渡口内外══", "———江上短波———"])
def test_a_title_between_two_rules_is_of_a_section(line: str) -> None:
    assert noise_reason(line) == "title of a section"


def test_the_weather_beside_the_head_of_a_page() -> None:
    assert noise_reason("今日天气：多云转晴　15℃～22℃　东北风3级", top=True) == "weather line"
    assert noise_reason("周末天气转冷　最低仅3℃", top=True) is None
    assert noise_reason("今起降温　最低气温2～4℃", top=True) is None


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("柳溪副刊投稿邮箱：lxfk@example.com", "contact line"),
        ("本报读者部信箱 duzhe@example.com", "contact line"),
        ("本版照片除注明外均由柳溪镇提供", "credit of the page's pictures"),
        ("本版图片均为资料照片", "credit of the page's pictures"),
        ("（图片除署名外均由柳溪镇提供）", "credit of the page's pictures"),
        ("除注明外，本文图片均由受访者提供", "credit of the page's pictures"),
        ("■地址：柳溪镇江滨路45号　■邮编：350001　■热线：5551234　■零售价：1.50元", "imprint"),
        ("柳溪晚报 社址：柳溪镇江滨路45号 邮编：350001 广告热线：5551234 零售价：1元", "imprint"),
    ],
)
def test_where_to_write_to_the_paper_and_whose_the_pictures_of_a_page_are(line: str, reason: str) -> None:
    assert noise_reason(line) == reason


@pytest.mark.parametrize(
    "line",
    [
        "栏目投稿邮箱：lxfk@example.com",
        "局长信箱搬进渡口候船室",
        "本版图片里的老渡口还在吗",
        "（作者为柳溪日报出版人）",
    ],
)
def test_lines_with_such_words_that_say_something_else_are_none(line: str) -> None:
    assert noise_reason(line) is None


def test_the_number_of_a_page_over_its_day_is_furniture_among_the_headlines_at_its_end() -> None:
    news = "　　本报讯（记者 章 禾）昨天，柳溪渡口换上了两艘新渡船，\n每艘可坐四十八人，票价不变。\n\n"
    more = "\n两艘渡船每天多跑六趟\n\n晚班船推迟半个钟头\n\n早班船照旧\n"
    apart = take_apart(read_text(f"{news}渡口换了新船\n\n3 柳溪新闻\n2024年6月3日 星期一 责编：秦川\n{more}"))
    assert next(piece.words.text for piece in apart.pieces if piece.role == "noise") == "3 柳溪新闻"
    assert "3 柳溪新闻" not in [line.text for line in apart.articles[0].headline_lines]
