"""Letters, numbers of parts and picture stories."""

from __future__ import annotations

from functools import partial

import pytest
from printed_text import apart_of, in_lines

from transforms.layout.apart import Apart
from transforms.layout.lines.lone import is_bare_number, is_salutation

_WIDTH = 22
_set = partial(in_lines, width=_WIDTH)
_ESSAY = (
    "守夜人老秦在水库边住了二十六年，夜里巡坝四趟，白天种两畦青菜，很少有人听他抱怨过什么。",
    "他说水有水的脾气，涨的时候要让着它，退的时候要跟着它，人站在坝上，心就得比水面还要平。",
    "一座坝守得久了，看坝的人也像一块石头，风吹不动，雨打不走，夜里亮着一盏灯，照着回家的船。",
)
_LETTER = (
    "我是桑园小区的一名住户，今年入夏以来，楼下的健身器材坏了五件，孩子们玩耍时已经碰伤过两回。",
    "我向物业反映过三次，得到的答复都是等厂家来修。希望有关部门管一管，让老人和孩子玩得放心。",
)


def _body(apart: Apart, n: int) -> list[str]:
    return ["".join(part.text for part in paragraph) for paragraph in apart.articles[n].paragraphs]


@pytest.mark.parametrize("greeting", ["编辑同志：", "尊敬的编辑老师：", "《桑园晚报》编辑部：", "编辑，您好！"])
def test_whom_a_letter_greets_opens_it(greeting: str) -> None:
    signed = "（桑园市读者 郝大庆）"
    apart = apart_of(
        *map(in_lines, _ESSAY), greeting, *map(in_lines, _LETTER), signed, "守坝的人", "小区健身器材坏了该谁修（来信）"
    )
    assert [_body(apart, n) for n in range(len(apart.articles))] == [list(_ESSAY), [greeting, *_LETTER]]


@pytest.mark.parametrize(
    "line", ["他告诉记者：", "记者：", "编辑：", "编者按：", "责任编辑：", "总编辑：", "部门回答记者："]
)
def test_what_greets_nobody(line: str) -> None:
    assert not is_salutation(line)


@pytest.mark.parametrize("numbers", [("一", "二", "三"), ("（一）", "（二）", "（三）"), ("壹", "贰", "叁")])
def test_numbers_alone_are_subheadings_the_first_one_too(numbers: tuple[str, str, str]) -> None:
    parts = [part for number, text in zip(numbers, _ESSAY, strict=True) for part in (number, _set(text))]
    (article,) = apart_of(*parts, "守坝的人").articles
    assert tuple(line.text for line in article.subheadings) == numbers
    assert [line.text for line in article.headline_lines] == ["守坝的人"]


def test_a_number_with_words_is_no_bare_one() -> None:
    assert not any(map(is_bare_number, ("一路走来", "三、怎么管", "十九大", "2", "二。")))


def test_a_picture_story_under_a_signed_item_is_its_own() -> None:
    item = "桑园晚报讯（记者/郝青）6月5日，全市龙舟邀请赛在东湖举行，十八支队伍参赛，渔桥队夺得冠军。"
    story = "6月6日，一场稻田音乐会在莲塘村举办，来自城里的三百多名听众坐在田埂上听完了整场演出。"
    shown = "图为乐手在田间演奏。"
    apart = apart_of(_set(item), _set(story), shown, "新华社记者 郝小舟摄", "图片新闻", "东湖龙舟竞渡 渔桥队折桂")
    first, second = apart.articles
    assert (first.reporters, second.reporters) == (("郝青",), ("郝小舟",))
    assert [line.text for line in second.captions] == [shown]
    assert second.headline is not None
    assert second.headline.text == "图片新闻"
