"""The words of pictures and other text near the headline or the text of an HTML page, in elements without a name."""

from __future__ import annotations

import pytest

from transforms.read import Source, read_page
from transforms.reading import PageReading

HEADLINE = "十七座老泵站换新机"
TEXT = (
    "东陵市今年要把十七座老泵站全部换上变频机组，排水能力由每小时9万立方米提高到14万立方米。",
    "“去年汛期我们守了四十多个通宵。”城东泵站站长郑怀舟说，新机组能耗下降了两成。",
    "市水务局介绍，第一批6座泵站将于5月底前投用，其余11座年内完成改造。",
)
CONTENT = "".join(f"<p>{text}</p>" for text in TEXT)
WORDS = "新机组吊装现场"


def read(body: str, head: str = "") -> PageReading:
    html = f"<title>东陵日报</title><div><h1>{HEADLINE}</h1>{head}<div id=ozoom>{body}</div></div>"
    return read_page(html.encode(), Source("file:///a.htm"))


OVER = {
    "an element of its own": f"<div><img src=1.jpg><p>{WORDS}</p></div>",
    "a list of definitions": f"<dl><dt><img src=1.jpg></dt><dd>{WORDS}</dd></dl>",
    "Founder's element": f"<table><tr><td><img src=1.jpg></td></tr><tr><td class=picshuo>"
    f"<founder-imgdesc>{WORDS}</founder-imgdesc></td></tr></table>",
    "several pictures": f"<div><div><img src=1.jpg><p>{WORDS}</p></div><div><img src=2.jpg><p>{WORDS}</p></div></div>",
    "who took it, and whose he is": "<p>工人在检修水泵。 郑越摄（东陵图片）</p>",
}


@pytest.mark.parametrize("name", OVER)
def test_words_of_a_picture_over_the_text(name: str) -> None:
    (article,) = read(CONTENT, head=OVER[name]).articles
    assert set(article.captions) == {"工人在检修水泵。 郑越摄（东陵图片）" if "took" in name else WORDS}
    assert (article.headline_lines, article.body) == ((HEADLINE,), "\n".join(TEXT))


AMONG = {
    "centred": f"<p><img src=1.jpg></p><p align=center>{WORDS}</p>",
    "centred by style": f'<p><img src=1.jpg></p><p style="text-align: center;">{WORDS}</p>',
    "in brackets": f'<p><img src=1.jpg></p><p style="text-align: center;">（{WORDS}）</p>',
    "in one paragraph": f"<p><img src=1.jpg><br>{WORDS}</p>",
    "in an element": f"<div><img src=1.jpg><p>{WORDS}</p></div>",
    "with its source": f"<p><img src=1.jpg></p><p>{WORDS}。图源：东陵晚报</p>",
}


@pytest.mark.parametrize("name", AMONG)
def test_words_of_a_picture_among_paragraphs(name: str) -> None:
    (article,) = read(CONTENT.replace("</p>", f"</p>{AMONG[name]}", 1)).articles
    assert [WORDS in caption for caption in article.captions] == [True]
    assert (article.subheadings, article.body) == ((), "\n".join(TEXT))


@pytest.mark.parametrize("line", ["<p align=center>{}</p>", "<p align=center><b>{}</b></p>", "<p class=s>{}</p>"])
def test_a_subheading_under_a_picture_stays_one(line: str) -> None:
    head, other = line.format("六座泵站先投用"), line.format("其余年内完成")
    paragraphs = CONTENT.split("</p>")[:-1]
    body = f"{paragraphs[0]}</p><p><img src=1.jpg></p>{head}{paragraphs[1]}</p>{other}{paragraphs[2]}</p>"
    assert read(body).articles[0].subheadings == ("六座泵站先投用", "其余年内完成")


@pytest.mark.parametrize("first", ["<p><img src=1.jpg></p><p>", "<p><img src=1.jpg></p><p class=first>"])
def test_a_paragraph_under_a_picture_is_text(first: str) -> None:
    (article,) = read(CONTENT.replace("<p>", first, 1)).articles
    assert (article.captions, article.body) == ((), "\n".join(TEXT))


def test_news_that_opens_in_one_paragraph_with_a_picture_is_text() -> None:
    (article,) = read(CONTENT.replace("<p>", "<p><img src=1.jpg><br>本报讯（记者 郑越）", 1)).articles
    assert (article.captions, article.body) == ((), "\n".join(TEXT))


def test_codes_and_pictures_elsewhere_have_no_words_of_the_article() -> None:
    html = f"""<title>东陵日报</title><div><img src=top.jpg><p>东陵市举办春茶品鉴会</p></div><div><h1>{HEADLINE}</h1>
    <div id=ozoom>{CONTENT}</div></div><div><img src=a.jpg><p>更多好图在后面</p></div>"""
    (article,) = read_page(html.encode(), Source("file:///a.htm")).articles
    assert (article.captions, article.headline_lines) == ((), (HEADLINE,))


@pytest.mark.parametrize("under", [True, False])
def test_words_of_a_picture_over_the_headline_or_under_the_text(under: bool) -> None:
    picture = f"<div><img src=1.jpg><p>{WORDS}。</p></div>"
    text = f"<h1>{HEADLINE}</h1><div id=ozoom>{CONTENT}</div>"
    html = f"<title>东陵日报</title><div>{text + picture if under else picture + text}</div>"
    (article,) = read_page(html.encode(), Source("file:///a.htm")).articles
    assert (article.captions, article.headline_lines) == ((f"{WORDS}。",), (HEADLINE,))


def test_a_sentence_between_headline_and_text_is_text() -> None:
    lead = "东陵市今年将老泵站全部换新，汛期前先完成六座。"
    (article,) = read(CONTENT, head=f"<div class=intro>{lead}</div><div>阅读本文约需3分钟，欢迎收听。</div>").articles
    assert article.body == "\n".join((lead, *TEXT))


@pytest.mark.parametrize("sign", ["□ 本报记者 郑越", "（本报记者 郑越）"])
def test_who_wrote_it_may_stand_under_the_text(sign: str) -> None:
    html = f"<title>东陵日报</title><div><h1>{HEADLINE}</h1><div id=ozoom>{CONTENT}</div><p>{sign}</p></div>"
    (article,) = read_page(html.encode(), Source("file:///a.htm")).articles
    assert (article.reporters, article.body) == (("郑越",), "\n".join(TEXT))
