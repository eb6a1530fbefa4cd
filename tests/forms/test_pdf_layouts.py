"""PDF pages printed from the sample pages' articles: every article whole, its headline lines in their roles."""

from __future__ import annotations

from pathlib import Path

import pytest
from made_articles import MadeArticle, articles
from made_forms import as_pdf, need_printer
from made_layout import Row, SetArticle, Sheet, Stack, set_page
from printed_text import bare

from transforms.read import Source, read_page
from transforms.reading import PageReading

HEAD = ("东江日报", "2025年3月4日 星期二", "03 要闻")
CAPTION = "图为市民在新落成的公园里观看花灯。"


def _story(key: str) -> MadeArticle:
    return next(
        article
        for name, article in articles().items()
        if name.startswith(key.split(":")[0]) and name.endswith(key.split(":")[1])
    )


def _four_columns() -> Stack:
    return Stack(
        (
            SetArticle(_story("dongping:A1"), size=32),
            Row(
                (
                    (2, SetArticle(_story("dongping:A2"), headline="inside", inside=1, size=20)),
                    (2, Stack((SetArticle(_story("haiting:A2"), size=18), SetArticle(_story("hexi:A2"), size=20)))),
                )
            ),
            SetArticle(_story("jiangzhu:A7"), headline="inside", inside=2),
        )
    )


def _six_columns() -> Stack:
    return Stack(
        (
            Row(
                (
                    (4, SetArticle(_story("nanchuanribao_2024-08-15_01:A2"), size=36)),
                    (2, SetArticle(_story("yunling:A4"))),
                )
            ),
            Row(
                (
                    (1, SetArticle(_story("yunling:A7"), size=18)),
                    (3, SetArticle(_story("quanling:A7"), headline="inside", inside=2)),
                    (2, Stack((SetArticle(_story("ximen:A4"), size=20), SetArticle(_story("ximen:A3"), size=18)))),
                )
            ),
        )
    )


def _boxes() -> Row:
    return Row(
        (
            (3, Stack((SetArticle(_story("xiling:A7"), frame="box"), SetArticle(_story("xiling:A3"), frame="panel")))),
            (2, Stack((SetArticle(_story("xiling:A6")), SetArticle(_story("ximen:A5"), frame="box", size=20)))),
        )
    )


def _pictures() -> Stack:
    return Stack(
        (
            SetArticle(_story("haiting:A1").with_picture(CAPTION), picture="top", picture_columns=2, size=30),
            Row(
                (
                    (2, SetArticle(_story("jiangzhu:A6").with_picture(CAPTION), picture="foot", size=20)),
                    (2, SetArticle(_story("jiangzhu:A3"), size=20)),
                )
            ),
        )
    )


def _upright() -> Stack:
    return Stack(
        (
            Row(
                (
                    (2, SetArticle(_story("xiling:A7"), headline="left")),
                    (2, SetArticle(_story("jiangzhu:A7"), headline="right", frame="box")),
                )
            ),
            SetArticle(_story("qiaobei:A6"), headline="right"),
            SetArticle(_story("ximen:A3"), headline="left"),
        )
    )


LAYOUTS = {
    "four columns": (_four_columns, 4, True),
    "four columns without rules": (_four_columns, 4, False),
    "six columns": (_six_columns, 6, True),
    "boxes and panels": (_boxes, 5, False),
    "pictures": (_pictures, 4, True),
    "headlines from top to bottom": (_upright, 4, True),
}


def _check(reading: PageReading, story: MadeArticle) -> None:
    found = [a for a in reading.articles if bare(*a.headline_lines) == bare(*story.headline_lines)]
    assert len(found) == 1, f"{story.headline_lines} not among {[a.headline_lines for a in reading.articles]}"
    blocks = [b for b in reading.blocks if b.article_id == found[0].article_id]
    roles = [(b.role, bare(b.text)) for b in blocks if b.role in ("kicker", "headline", "deck")]
    assert roles == [(part.role, bare(part.text)) for part in story.head]
    body = bare(*(b.text for b in blocks if b.role in ("byline", "paragraph", "subheading")))
    assert body == bare(*(part.text for part in story.body))
    assert [bare(text) for text in found[0].subheadings] == [
        bare(part.text) for part in story.body if part.role == "subheading"
    ]
    assert [bare(text) for text in found[0].captions] == [bare(part.text) for part in story.captions]


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_page_is_taken_apart_by_its_layout(name: str, tmp_path: Path) -> None:
    need_printer()
    make, columns, rules = LAYOUTS[name]
    root = make()
    reading = read_page(as_pdf([set_page(root, columns, rules, HEAD)], tmp_path, shuffle=7), Source("file:///a.pdf"))
    stories = _stories(root)
    for story in stories:
        _check(reading, story)
    assert len(reading.articles) == len(stories)
    assert (reading.page.outlet, str(reading.page.issue_date), reading.page.edition) == ("东江日报", "2025-03-04", "03")
    assert all(b.page_number == 1 and b.box for b in reading.blocks)


def _stories(node: Stack | Row | SetArticle) -> list[MadeArticle]:
    if isinstance(node, SetArticle):
        return [node.article]
    parts = [part for _, part in node.parts] if isinstance(node, Row) else node.parts
    return [story for part in parts for story in _stories(part)]


def test_a_metric_can_be_shown_on_its_pdf_page(tmp_path: Path) -> None:
    """The second page of the file has its own number, and the block of a metric a box on it."""
    need_printer()
    sheets: list[Sheet] = [set_page(SetArticle(_story(key)), 3, True, HEAD) for key in ("dongping:A2", "haiting:A4")]
    reading = read_page(as_pdf(sheets, tmp_path), Source("file:///a.pdf"))
    assert [a.headline for a in reading.articles] == [
        _story(k).headline_lines[0] for k in ("dongping:A2", "haiting:A4")
    ]
    numbers = {b.article_id: b.page_number for b in reading.blocks if b.article_id}
    assert list(numbers.values()) == [1, 2]
    metric = next(m for m in reading.metrics if m.article_id == reading.articles[1].article_id)
    block = next(b for b in reading.blocks if b.char_start <= metric.char_start < b.char_end)
    assert block.page_number == 2
    assert block.box is not None and block.box[0] < block.box[2] < sheets[1].width
