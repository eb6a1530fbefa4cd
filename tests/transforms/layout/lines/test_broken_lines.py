"""Lines that a column broke, lines that only look so, and whose page it is where its head does not say."""

from __future__ import annotations

from functools import partial

import pytest
from printed_text import apart_of, in_lines

from transforms.layout.wording.cohesion import Cohesion

_WIDTH = 18
_set = partial(in_lines, width=_WIDTH)
_TEXT = (
    "柳溪日报讯（记者/李青）近日，柳溪市的新渡口正式通航，往来两岸的客人比去年多了三成。",
    "渡口所在的石桥村开出了四家小饭馆，村里的年轻人也陆续回来，帮着家里招呼过江的客人。",
    "村委会主任说，下一步还要把码头边的旧仓库修好，给竹编师傅们做展厅，让客人多停一会儿。",
)


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("老船工的儿子学过电工他把旧船改成", "了电动船，坐的人说又稳又安静，再也没有柴油味。"),
        ("柳溪日报讯（记者/李青）昨天，关门", "六年的老茶馆重新开张，门口排起了长队，茶客大多是老人。"),
    ],
)
def test_a_first_line_alone_at_the_end_of_a_column_is_text(line: str, rest: str) -> None:
    """The line is as wide as its column; what follows the empty line is its rest."""
    line = line.ljust(_WIDTH, "新")
    apart = apart_of(_set(_TEXT[1]), _set(_TEXT[2]), f"{line}\n\n{_set(rest)}", _set(_TEXT[1]))
    said = ["".join(run.text for run in paragraph) for a in apart.articles for paragraph in a.paragraphs]
    assert any(text.endswith(rest) and len(text) > len(rest) for text in said)
    assert not any(a.subheadings or a.headline for a in apart.articles)


def test_a_headline_line_as_wide_as_the_column_stays_a_line() -> None:
    group = ["市文旅局市农业农村局市商务局联合印发", "民宿开办有了新办法", "首次审批平均用时由两个月减到十天"]
    apart = apart_of(*(_set(text) for text in _TEXT), "\n".join(group))
    assert [line.text for line in apart.articles[0].headline_lines] == group


def test_two_short_lines_under_a_long_one_are_one() -> None:
    group = ["柳溪市首条水上公交线路今起试运行", "石桥到老街", "一刻钟到岸"]
    apart = apart_of("\n".join(group), *(_set(text) for text in _TEXT))
    assert [line.text.replace(" ", "") for line in apart.articles[0].headline_lines] == [group[0], "".join(group[1:])]


def test_a_marked_label_over_headlines_is_the_title_of_a_section() -> None:
    apart = apart_of(*(_set(text) for text in _TEXT), "■ 乡村快报", "石桥村通了水上公交", _set(_TEXT[1]))
    assert ("■ 乡村快报", "title of a section") in [(p.words.text, p.reason) for p in apart.pieces if p.role == "noise"]


@pytest.mark.parametrize(
    ("parts", "outlet"),
    [
        (("5 乡村周刊", _set(_TEXT[0])), "柳溪日报"),
        (("5 乡村周刊", _set(_TEXT[1])), "乡村周刊"),
        ((_set(_TEXT[1]), "来稿请寄：柳溪市文化路8号《柳溪晚报》副刊部 邮编：100000"), "柳溪晚报"),
        ((_set(_TEXT[1]), "（作者为本报编辑部主任）"), None),
    ],
)
def test_whose_page_it_is(parts: tuple[str, ...], outlet: str | None) -> None:
    assert apart_of(*parts).outlet == outlet


def test_the_subject_of_a_text_ends_with_its_article() -> None:
    texts = ["竹编师傅带徒弟", "竹编师傅卖灯罩", "渡口的老船工", "渡口的老船工", "竹编师傅到渡口"]
    open_end, closed_end = Cohesion(texts), Cohesion(texts, ends=[3])
    assert open_end.of(1) < closed_end.of(1)
