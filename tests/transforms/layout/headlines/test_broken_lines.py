"""Headlines whose lines a column's width broke, beside ones that an editor broke by their sense."""

from __future__ import annotations

from transforms.forms.text import read_text
from transforms.layout.headlines.broken_lines import PageBreaks, Place
from transforms.layout.page import take_apart

WRAPPED = [
    ["柳河县把快递服务点建到村里", "，三年覆盖一百零六个行政村——", "山货出山更快了"],
    ["市图书馆推出夜间借阅服务", "首月接待读者过万人次"],
    ["青原区整治背街小巷，七十二", "条老路年底前修完"],
]


def text_of(headline: list[str], body: str) -> str:
    return "\n".join([*headline, "", body, ""])


def page_of(headlines: list[list[str]]) -> str:
    said = (
        "近日，记者在当地了解到，这项工作自今年三月开始，由镇里统一安排，村里派人参加，\n进展比原先想的要快。"
        "下一步，还要把办法推到其他几个镇，让更多的人用得上。"
    )
    return "\n".join(
        text_of(headline, f"本报讯 （记者柳文{name}） {said}")
        for headline, name in zip(headlines, "清林川", strict=True)
    )


def headline_lines(text: str) -> list[list[str]]:
    return [[line.text for line in article.headline_lines] for article in take_apart(read_text(text)).articles]


def test_lines_that_a_width_broke_are_one() -> None:
    assert headline_lines(page_of(WRAPPED)) == [
        ["柳河县把快递服务点建到村里，三年覆盖一百零六个行政村——", "山货出山更快了"],
        ["市图书馆推出夜间借阅服务", "首月接待读者过万人次"],
        ["青原区整治背街小巷，七十二条老路年底前修完"],
    ]


def test_where_a_width_broke_words_short_lines_are_whole() -> None:
    sense = [["县医保局", "上门办理参保手续"], *WRAPPED[1:]]
    assert headline_lines(page_of(sense))[0] == ["县医保局", "上门办理参保手续"]


def test_an_editor_breaks_no_word() -> None:
    assert not PageBreaks(
        [["县医保局", "上门办理参保手续"], ["市图书馆推出夜间借阅服务", "首月接待读者过万人次"]]
    ).broken
    assert PageBreaks([["青原区整治背街小巷整理街巷经", "验在全市推广"]]).broken == 1


def test_names_and_words_of_no_dictionary_are_no_broken_words() -> None:
    assert not PageBreaks(
        [["秋季运动会上三千米长跑冠军刘", "晓燕领奖"], ["镇中学师生捐书两千册", "助建山区书屋"]]
    ).broken


def test_a_broken_word_speaks_for_one_line() -> None:
    breaks = PageBreaks(WRAPPED)
    lines = WRAPPED[2]
    assert breaks.odds(Place(lines[0], lines, 0)) > 0
    assert breaks.told(Place(lines[0], lines, 0))


def test_words_of_latin_letters_on_two_lines_of_a_headline_are_read() -> None:
    said = "镇里把新路修到村口，大家都来帮忙，三年里修了十二公里，路边种下两千棵树。\n"
    page = f"（新路年内修好Google\nChrome来办厂）\n全县都在等\n\n{said * 2}\n"
    assert headline_lines(page)


def test_a_dash_opens_a_line_of_its_own() -> None:
    lines = ["青原区整治背街小巷，七十二", "——条老路年底前修完"]
    assert PageBreaks([lines]).told(Place(lines[0], lines, 0)) is False


def test_a_line_that_wants_its_verb_or_opens_with_the_end_of_a_word_group_goes_on() -> None:
    breaks = PageBreaks(WRAPPED)
    for lines in (
        ["城南派出所为夜里进城卖菜的", "乡亲开一盏灯", "菜贩少走夜路（民生窗）"],
        ["一座老渡口和三十二位老船工", "的最后一个汛期"],
        ["守住一条河道 栽活满山树苗 送", "走七任村官"],
    ):
        assert breaks.odds(Place(lines[0], lines, 0)) > 0, lines
