"""Short lines in the text of an HTML page that are no subheadings: verse, talks, pen names."""

from __future__ import annotations

import pytest

from transforms.read import Source, read_page
from transforms.reading import PageReading

HEADLINE = "渡口的四季"
VERSE = ("船在雾里睡着", "桨声还没有醒", "对岸的灯", "一盏一盏数着归人", "风把芦苇按低，又扶起")
PROSE = "清晨的渡口只有船工老周一个人，他把缆绳解开，又仔细看了一遍十六件救生衣。"
MORE = "船到江心，太阳出来了，两岸的茶园一下子亮起来，采茶的人已经上山。"


def read(body: str) -> PageReading:
    html = f"<title>{HEADLINE}-东江日报数字报</title><h1>{HEADLINE}</h1><div id=ozoom>{body}</div>"
    return read_page(html.encode(), Source("file:///a.htm"))


def lines(texts: tuple[str, ...], tag: str = "p") -> str:
    return "".join(f"<{tag}>{text}</{tag}>" if tag != "br" else f"{text}<br>" for text in texts)


@pytest.mark.parametrize("tag", ["p", "br", "div"])
def test_verse_is_text_and_what_is_set_apart_heads_it(tag: str) -> None:
    parts = "".join(f"<b>{title}</b><br>{lines(VERSE, tag)}" for title in ("晨渡", "夜泊"))
    (article,) = read(f"□ 林一<br><br>{parts}").articles
    assert article.subheadings == ("晨渡", "夜泊")
    assert article.body == "\n".join(VERSE * 2)


def test_numbers_over_verse_head_it() -> None:
    (article,) = read(f"<p>一</p>{lines(VERSE)}<p>二</p>{lines(VERSE)}").articles
    assert article.subheadings == ("一", "二")
    assert article.body == "\n".join(VERSE * 2)


def test_verse_with_stops_and_without() -> None:
    verse = (*VERSE[:2], "对岸的灯。", *VERSE[3:])
    (article,) = read(lines(verse)).articles
    assert (article.body, article.subheadings) == ("\n".join(verse), ())


def test_verse_that_prose_quotes_is_text() -> None:
    sung = "".join(f"<p><font face=楷体>{line}</font></p>" for line in VERSE[:4])
    (article,) = read(f"<p>{PROSE}</p><p><b>船工的歌</b></p><p>{MORE}</p>{sung}<p>{PROSE}</p>").articles
    assert article.subheadings == ("船工的歌",)
    assert article.n_paragraphs == 7


def test_subheadings_over_short_paragraphs_stay() -> None:
    parts = "".join(f"<p><b>{title}</b></p><p>渡口添了{n}条船。</p>" for n, title in enumerate(VERSE[:4], 2))
    (article,) = read(parts).articles
    assert article.subheadings == VERSE[:4]


@pytest.mark.parametrize("name", ["青衫", "老渡口", "闻 舟", "闻人舟"])
def test_a_name_alone_under_the_headline_is_a_byline(name: str) -> None:
    reading = read(f"<p>{name}</p><p>{PROSE}</p><p><b>江心</b></p><p>{MORE}</p>")
    (article,) = reading.articles
    assert (article.subheadings, article.reporters, article.n_paragraphs) == (("江心",), (), 2)
    assert [block.role for block in reading.blocks if block.text == name] == ["byline"]


def test_a_name_alone_over_verse_is_a_byline() -> None:
    reading = read(f"青衫<br><br>{lines(VERSE, 'br')}")
    assert reading.articles[0].body == "\n".join(VERSE)


def test_the_first_of_several_subheadings_is_no_name() -> None:
    (article,) = read(f"<p><b>晨渡</b></p><p>{PROSE}</p><p><b>夜泊</b></p><p>{MORE}</p>").articles
    assert article.subheadings == ("晨渡", "夜泊")


@pytest.mark.parametrize(("asks", "tells"), [("记者", "赵原"), ("问", "答"), ("Q", "A"), ("主持人", "船工老周")])
@pytest.mark.parametrize("bold", ["<p><b>{}</b></p>", "<p class=q>{}</p>", "<p><font size=5>{}</font></p>"])
def test_what_is_asked_in_a_talk_is_text(asks: str, tells: str, bold: str) -> None:
    turns = (
        (f"{asks}：渡口有几条船？", f"{tells}：有六条，都换了新的，船上备了救生衣，船工也都考过证。"),
        (f"{asks}：请介绍一下停航的规定", f"{tells}：六级以上的风一律停航，没有商量余地。"),
        (f"{asks}：夜里呢？", f"{tells}：夜里不开船。"),
    )
    talk = "".join(f"{bold.format(question)}<p>{answer}</p>" for question, answer in turns)
    (article,) = read(f"<p>{PROSE}</p>{talk}").articles
    assert article.subheadings == ()
    assert article.body.split("\n") == [PROSE, *(line for turn in turns for line in turn)]


def test_names_under_a_subheading_that_is_set_apart_are_text() -> None:
    names = "<p>周大川</p><p>石桥村三组</p>"
    (article,) = read(f"<p>{PROSE}</p><p><b>一等奖</b></p>{names}<p><b>二等奖</b></p>{names}<p>{MORE}</p>").articles
    assert article.subheadings == ("一等奖", "二等奖")
    assert article.n_paragraphs == 6


def test_subheadings_set_as_the_text_is_stay() -> None:
    (article,) = read(f"<p>{PROSE}</p><p>到了江心</p><p>{MORE}</p><p>靠岸以后</p><p>{PROSE}</p>").articles
    assert article.subheadings == ("到了江心", "靠岸以后")


def test_one_line_in_bold_type_makes_no_other_subheading_text() -> None:
    parts = f"<p>到了江心</p><p>{MORE}</p><p>靠岸以后</p><p>{PROSE}</p>"
    (article,) = read(f"<p><b>船工手记</b></p><p>{PROSE}</p>{parts}").articles
    assert article.subheadings == ("船工手记", "到了江心", "靠岸以后")


def test_what_a_class_calls_a_deck_heads_a_part_between_two_paragraphs() -> None:
    (article,) = read(f'<p>{PROSE}</p><p class="sub-title"><strong>江心日出</strong></p><p>{MORE}</p>').articles
    assert (article.subheadings, article.deck) == (("江心日出",), None)


@pytest.mark.parametrize("signed", ["（本报记者 林一）", "□ 本报记者 林一"])
def test_a_writer_in_an_element_of_its_own_inside_the_text_signs_it(signed: str) -> None:
    text = f"　　{PROSE}<br>　　{MORE}<br><div align=right>{signed}</div><br>"
    html = f"<title>{HEADLINE}-东江日报数字报</title><h1>{HEADLINE}</h1><div id=words><span>{text}</span></div>"
    (article,) = read_page(html.encode(), Source("file:///a.htm")).articles
    assert article.reporters == ("林一",)


@pytest.mark.parametrize(
    "words", [("壹 撑船", "贰 收缆"), ("01 撑船", "02 收缆"), ("01｜撑船", "02｜收缆"), ("撑船的人", "收缆的人")]
)
@pytest.mark.parametrize(
    "box",
    [
        '<section align="center"><section><span style="font-size:20px"><strong>{}</strong></span></section></section>',
        '<section><section><p style="font-weight: bold">{}</p></section></section>',
        '<div class="t"><span style="font-size:18px">{}</span></div>',
    ],
)
def test_a_bold_line_in_a_box_between_paragraphs_heads_the_next(words: tuple[str, str], box: str) -> None:
    parts = "".join(f"{box.format(title)}<p>{PROSE}</p><p>{MORE}</p>" for title in words)
    over = "<section><b>点击上方蓝字关注我们</b></section>"
    html = f"<title>{HEADLINE}</title><h1>{HEADLINE}</h1><div id=js_content>{over}<p>{MORE}</p>{parts}</div>"
    (article,) = read_page(html.encode(), Source("file:///a.htm")).articles
    assert article.subheadings == words
    assert article.n_paragraphs == 5


@pytest.mark.parametrize("called", ["长按二维码关注我们", "推荐阅读"])
def test_what_a_site_asks_between_paragraphs_heads_nothing(called: str) -> None:
    box = f"<section><b>{called}</b></section>"
    html = f"<title>{HEADLINE}</title><h1>{HEADLINE}</h1><div><p>{MORE}</p>{box}<p>{PROSE}</p></div>"
    (article,) = read_page(html.encode(), Source("file:///a.htm")).articles
    assert (article.subheadings, article.n_paragraphs) == ((), 2)


@pytest.mark.parametrize(
    "told",
    [
        "老周一边解缆一边告诉记者：“雾再大，也要等齐十六个人才开船。”",
        "老周对记者：“雾再大也不停航。”",
        "上岸的旅客向记者：「明天还坐这条船。」",
        "老周告诉记者：雾再大，也要等齐十六个人才开船。",
    ],
)
def test_whom_somebody_tells_it_to_parts_no_paragraph(told: str) -> None:
    for tag in ("div", "td", "p"):
        parts = "<br><br>　　".join((PROSE, told, MORE))
        cell = (
            f"<div><table><tr><td>{parts}</td></tr></table></div>"
            if tag == "td"
            else f"<div><{tag}>　　{parts}</{tag}></div>"
        )
        html = f"<title>{HEADLINE}</title><h1>{HEADLINE}</h1>{cell}"
        (article,) = read_page(html.encode(), Source("file:///a.htm")).articles
        assert article.body.split("\n") == [PROSE, told, MORE]
