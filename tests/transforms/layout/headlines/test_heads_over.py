"""Pages in lines of one width whose headlines stand right over their texts, and what stands between those articles."""

from __future__ import annotations

import textwrap
from functools import partial

import pytest
from printed_text import heads_of, in_lines

from transforms.forms.text import read_text
from transforms.layout.apart import Apart
from transforms.layout.page import take_apart

_WIDTH = 17
_set = partial(in_lines, width=_WIDTH)
_NEWS = (
    (
        "渡头桥明天恢复通车",
        "本报讯（记者 苗青）记者昨天从市公路中心获悉，封闭三个月的渡头桥维修完工，明天零时起恢复双向通车。",
    ),
    ("城南添了一处花市", "本报讯（通讯员 纪平）城南花市上周末开张，首批六十二户花农进场，停车不收费。"),
    ("老图书馆改成少儿馆", "本报讯（记者 苗青）市少儿图书馆下月开馆，由老馆改建，藏书十一万册，周一闭馆。"),
    ("渔港开捕首日满舱归", "本报讯（记者 卫兰）开捕首日，二十七艘渔船满载回港，梭子蟹占了一半以上。"),
)
_MORE = "有关负责人说，接下来还要听取各方意见，把不方便的地方一处处改过来，进展会及时告诉大家。"


def _page(*parts: str) -> Apart:
    return take_apart(read_text("\n\n".join(parts) + "\n"))


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_headline_that_touches_its_text_opens_an_article(gap: str) -> None:
    apart = _page(*(f"{head}\n{_set(text)}{gap}{_set(_MORE)}" for head, text in _NEWS))
    assert heads_of(apart) == [[head] for head, _ in _NEWS]
    assert [len(article.paragraphs) for article in apart.articles] == [2] * len(_NEWS)


def test_news_opens_under_a_headline_as_wide_as_the_column() -> None:
    wide = "三个月没走的渡头桥明天又能走车了"
    _, text = _NEWS[0]
    apart = _page(*(f"{head}\n{_set(said)}" for head, said in _NEWS[1:]), f"{wide}\n{_set(text)}\n{_set(_MORE)}")
    assert heads_of(apart)[-1] == [wide]
    assert len(apart.articles[-1].paragraphs) == 2


def test_a_paper_named_inside_a_sentence_opens_nothing() -> None:
    first = "渡口的老船工记得，那条消息最早见于一九五六年春天的县广播站，后来又由"
    rest = "本报讯稿转发到了省里，许多人是那时候才第一次听说这个村子的名字。"
    apart = _page(f"{_NEWS[0][0]}\n{_set(_NEWS[0][1])}", f"{_set(first)}\n{_set(rest)}")
    assert len(apart.articles) == 1


def test_a_short_title_over_items_with_headlines_is_a_section() -> None:
    items = [f"{head}\n{_set(text)}" for head, text in _NEWS]
    apart = _page(items[0], "城事速览", *items[1:])
    assert heads_of(apart) == [[head] for head, _ in _NEWS]
    assert [piece.reason for piece in apart.pieces if piece.words.text == "城事速览"] == ["title of a section"]


@pytest.mark.parametrize("name", ["【身边好人】", "【城事短波】"])
def test_the_name_of_a_column_in_a_box_is_no_line_of_the_headline(name: str) -> None:
    (head, text), *others = _NEWS
    apart = _page(f"{name}\n{head}\n{_set(text)}", *(f"{head}\n{_set(text)}" for head, text in others))
    assert heads_of(apart) == [[head] for head, _ in _NEWS]
    assert apart.pieces[0].reason == "title of a section"


def test_a_box_over_plain_text_is_a_subheading() -> None:
    apart = _page(f"{_NEWS[0][0]}\n{_set(_NEWS[0][1])}", "【记者手记】", _set(_MORE))
    assert [[line.text for line in article.subheadings] for article in apart.articles] == [["【记者手记】"]]


def test_a_pen_name_behind_its_mark_opens_an_article_and_the_name_of_a_column_does_not() -> None:
    talk = "桥修好了，路通了，是不是就没事了？多到桥头站一站，听听赶早的人怎么说，才知道哪里还差一口气。"
    apart = _page(f"{_set(_NEWS[0][1])}\n{_set(_MORE)}", "□ 渡头翁", _set(talk), "多到桥头站一站")
    assert [len(article.paragraphs) for article in apart.articles] == [2, 1]
    roles = {piece.words.text: piece.role for piece in apart.pieces}
    assert roles["□ 渡头翁"] == "byline"
    roles = {piece.words.text: piece.role for piece in _page(_set(_MORE), "□ 短评", _set(talk)).pieces}
    assert roles["□ 短评"] != "byline"


def test_a_headline_under_a_full_last_line_is_no_part_of_it() -> None:
    full = "　　" + "市里说桥头的早市照旧开张只是往南挪了五十米停车也方便了许多不少老街坊"[: 2 * _WIDTH - 4] + "。"
    lines = "\n".join(textwrap.wrap(full, _WIDTH, drop_whitespace=False))
    items = ["　　" + text for _, text in _NEWS[:2]]
    head = ["花市到底该不该收费", "三家商户这样说"]
    page = [_NEWS[0][0], _set(items[0]), lines, "", *head, _set(items[1])]
    assert heads_of(take_apart(read_text("\n".join(page) + "\n")))[-1] == head


def test_a_headline_as_wide_as_its_column_keeps_its_deck_apart() -> None:
    upper, lower = "渡头桥修了三个月明天又能走车了", "桥头早市照旧开张"
    width = len(upper)
    items = [f"{head}\n" + "\n".join(textwrap.wrap(text, width, break_on_hyphens=False)) for head, text in _NEWS[1:]]
    text = "\n".join(textwrap.wrap(_NEWS[0][1], width, break_on_hyphens=False))
    assert heads_of(_page(*items, f"{upper}\n{lower}\n{text}"))[-1] == [upper, lower]
