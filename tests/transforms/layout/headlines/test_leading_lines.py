"""Lines that lead to a headline and were set far from it."""

from __future__ import annotations

from transforms.forms.text import read_text
from transforms.layout.page import take_apart

MEETING = (
    "本报讯（记者 李 青）六月三日，柳溪镇召开渡口\n安全会议，镇长赵原出席会议并讲话。会议通报了\n"
    "渡口通航以来的情况，往来的人多了，停航的规矩\n更要守住。\n\n赵原强调，船要年年检，人要天天教，一点也不能\n马虎。\n\n"
)
SCHOOL = (
    "本报讯（通讯员 孙 雨）石桥小学的图书馆昨日开\n门，藏书三千册，村里的孩子放学以后都来看书，\n"
    "有的看到天黑才走。馆里的书是校友捐来的。\n\n"
)


def test_who_stressed_what_goes_over_the_headline_that_says_it() -> None:
    heads = "守住渡口安全的规矩\n\n石桥小学图书馆开门\n\n镇长赵原在渡口安全会议上强调\n"
    first, second = take_apart(read_text(MEETING + SCHOOL + heads)).articles
    assert [line.text for line in first.headline_lines] == ["镇长赵原在渡口安全会议上强调", "守住渡口安全的规矩"]
    assert first.headline is not None
    assert first.headline.text == "守住渡口安全的规矩"
    assert [line.text for line in second.headline_lines] == ["石桥小学图书馆开门"]


def test_such_a_line_is_a_headline_where_nothing_else_is_one() -> None:
    (article,) = take_apart(read_text(MEETING + "镇长赵原在渡口安全会议上强调\n")).articles
    assert [line.text for line in article.headline_lines] == ["镇长赵原在渡口安全会议上强调"]
