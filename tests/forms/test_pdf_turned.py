"""Articles that go on, on another side of a PDF of several sides: by their marks, or by the flow of their text."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from made_articles import MadeArticle, Part, page_articles
from made_forms import as_pdf, need_printer
from made_layout import Row, SetArticle, Sheet, Stack, set_page
from printed_text import bare

from transforms.read import Source, read_page
from transforms.reading import PageReading

TURNED = page_articles("dongping")[0]
OTHERS = page_articles("jiangzhu")
DAY = "2025年3月4日 星期二"


def _read(sheets: list[Sheet], folder: Path) -> PageReading:
    return read_page(as_pdf(sheets, folder), Source("file:///a.pdf"))


def _halves(to: str, origin: str, head: tuple[Part, ...], broken: bool) -> tuple[MadeArticle, MadeArticle]:
    """An article and its rest; `broken` breaks it within a sentence."""
    body = list(TURNED.body)
    at = 5 if broken else 4
    if broken:
        words = body[at].text
        cut = len(words) // 2 // 10 * 10
        body[at : at + 1] = [Part("paragraph", words[:cut]), Part("rest", words[cut:])]
        at += 1
    first, rest = body[:at], body[at:]
    first[-1] = replace(first[-1], text=first[-1].text + to)
    opening = (Part("subheading", origin),) if origin else ()
    return replace(TURNED, body=tuple(first)), replace(TURNED, key="rest", head=head, body=(*opening, *rest))


def _sheets(first: MadeArticle, rest: MadeArticle) -> list[Sheet]:
    front = Stack((SetArticle(first, size=30), SetArticle(OTHERS[0])))
    back = Stack((Row(((2, SetArticle(rest, size=18)), (2, SetArticle(OTHERS[1])))), SetArticle(OTHERS[2])))
    sides = zip((front, back), ("01 要闻", "02 综合"), strict=True)
    return [set_page(root, 4, True, ("东江日报", DAY, edition)) for root, edition in sides]


def _check(reading: PageReading) -> None:
    assert len(reading.articles) == 4
    article = reading.articles[0]
    assert [bare(line) for line in article.headline_lines] == [bare(line) for line in TURNED.headline_lines]
    blocks = [b for b in reading.blocks if b.article_id == article.article_id]
    body = [bare(b.text) for b in blocks if b.role in ("byline", "paragraph", "subheading")]
    assert "".join(body) == bare("".join(part.text for part in TURNED.body))
    assert [bare(p) for p in article.body.split("\n")] == [
        bare(part.text) for part in TURNED.body if part.role == "paragraph"
    ]
    assert {b.page_number for b in blocks} == {1, 2}


REMINDER = (Part("headline", TURNED.headline_lines[1]),)


@pytest.mark.parametrize(
    ("to", "origin", "head", "broken"),
    [
        ("（下转第二版）", "（上接第一版）", (), False),
        ("（下转第2版）", "（上接第1版）", REMINDER, True),
        ("（下转02版）", "（上接01版）", (), True),
        ("（下转2版）", "◀上接1版", (), True),
    ],
)
def test_marks_join_an_article_over_two_sides(
    to: str, origin: str, head: tuple[Part, ...], broken: bool, tmp_path: Path
) -> None:
    need_printer()
    reading = _read(_sheets(*_halves(to, origin, head, broken)), tmp_path)
    _check(reading)
    assert {bare(b.text) for b in reading.blocks if b.role == "noise"} >= {to, origin}


@pytest.mark.parametrize("beside", [False, True])
def test_text_that_breaks_off_goes_on_where_another_side_opens_with_text(beside: bool, tmp_path: Path) -> None:
    need_printer()
    first, rest = _halves("", "", (), True)
    front, back = _sheets(first, rest)
    if not beside:
        root = Stack((SetArticle(rest), Row(((2, SetArticle(OTHERS[1])), (2, SetArticle(OTHERS[2]))))))
        back = set_page(root, 4, True, ("东江日报", DAY, "02 综合"))
    _check(_read([front, back], tmp_path))


def test_a_mark_without_its_other_end_joins_nothing(tmp_path: Path) -> None:
    need_printer()
    first, rest = _halves("（下转第七版）", "（上接第五版）", REMINDER, False)
    reading = _read(_sheets(first, rest), tmp_path)
    assert len(reading.articles) == 5
