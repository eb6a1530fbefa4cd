"""Tables in the text of an HTML page, and tables that only lay the page out."""

from __future__ import annotations

import pytest

from transforms.read import Source, read_page

FIRST = "东江市今年新建口袋公园36个，面积超过12万平方米，居民出门五百米就能见到绿地。"
SECOND = "“以前这里堆满杂物，如今孩子们放学就来。”住在河西街道的周小满说，明年还将再建20个。"
HEADLINE, PART, OVER = "口袋公园进社区", "各区都在建", "各区建成情况如下："
ROWS = """<tr><td><b>城区</b></td><td><b>公园<br>（个）</b></td><td><b>面积（公顷）</b></td></tr>
<tr><td>河西</td><td>14</td><td>5.2</td></tr><tr><td>河东</td><td>22</td><td>&nbsp;</td></tr>"""
TOLD = ("城区　公园（个）　面积（公顷）", "河西　14　5.2", "河东　22")


def body_of(inside: str, around: str = '<div id="ozoom">{}</div>') -> tuple[str, ...]:
    """The paragraphs of an article with one subheading."""
    html = f"<title>{HEADLINE}</title><h1>{HEADLINE}</h1>{around.format(inside)}<div>东江日报社版权所有</div>"
    (article,) = read_page(html.encode(), Source("file:///a.htm")).articles
    assert (article.headline, article.subheadings) == (HEADLINE, (PART,))
    return tuple(article.body.split("\n"))


@pytest.mark.parametrize(
    "around", ['<div id="ozoom">{}</div>', "<section><div>{}</div></section>"], ids=["marked", "not"]
)
def test_a_row_of_a_table_is_a_line_of_text(around: str) -> None:
    table = f"<table><tbody>{ROWS}</tbody></table>"
    text = f"<p>{FIRST}</p><p><b>{PART}</b></p><p>{OVER}</p>{table}<p>{SECOND}</p>"
    assert body_of(text, around) == (FIRST, OVER, *TOLD, SECOND)


def test_a_table_that_ends_the_text_of_a_page_without_marks() -> None:
    text = f"<p>{FIRST}</p><p><b>{PART}</b></p><p>{SECOND}</p><table border=1>{ROWS}</table>"
    assert body_of(text, "<table><tr><td><div>{}</div></td></tr></table>") == (FIRST, SECOND, *TOLD)


def test_the_title_of_a_table_is_text() -> None:
    table = f"<table><caption>各区公园一览</caption><tbody>{ROWS}</tbody></table>"
    text = f"<p>{FIRST}</p><p><b>{PART}</b></p>{table}<p>{SECOND}</p>"
    assert body_of(text)[1] == "各区公园一览"


def test_columns_of_a_layout_stay_paragraphs() -> None:
    table = f"<table><tr><td><p>{FIRST}</p><p><b>{PART}</b></p></td><td><p>{SECOND}</p></td></tr></table>"
    assert body_of(table) == (FIRST, SECOND)


def test_the_one_line_of_a_table_beside_a_picture_is_its_caption() -> None:
    shown = "孩子们在河西街道的公园里放风筝。"
    table = f"<table><tbody><tr><td><img src=a.jpg></td><td valign=bottom>{shown}</td></tr></tbody></table>"
    inside = f"<p>{FIRST}</p>{table}<p>{SECOND}</p><p>{FIRST}</p>"
    html = f"<title>{HEADLINE}</title><h1>{HEADLINE}</h1><div id=ozoom>{inside}</div>"
    (article,) = read_page(html.encode(), Source("file:///a.htm")).articles
    assert (article.captions, article.n_paragraphs) == ((shown,), 3)


def test_a_layout_with_a_picture_holds_no_caption() -> None:
    table = (
        f"<table><tr><td><img src=a.jpg></td><td><p>{FIRST}</p><p><b>{PART}</b></p><p>{SECOND}</p></td></tr></table>"
    )
    assert body_of(table) == (FIRST, SECOND)


def test_a_bold_cell_over_the_lines_of_a_list_is_a_subheading() -> None:
    items = ("● 新建公园：36个", "● 面积：12万平方米", "● 座椅：1400张")
    rows = "".join(f"<tr><td>{item}</td></tr>" for item in items)
    box = f"<table><tr><td><table><tr><td align=middle><b>{PART}</b></td></tr></table></td></tr>"
    box += f"<tr><td><table>{rows}</table></td></tr></table>"
    assert body_of(f"<p>{FIRST}</p><p>{SECOND}</p>{box}") == (FIRST, SECOND, *items)
