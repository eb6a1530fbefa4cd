"""Questions that stand over the parts of an article, and questions that its text asks."""

from __future__ import annotations

from transforms.forms.text import read_text
from transforms.layout.page import take_apart

_OPENING = "柳溪渡口今年又走了三名船工。柳溪镇对近五年离开渡口的二十六名船工作了回访，听听他们怎么说。"
_PARTS = (
    "走的人大多三十来岁，有执照，会修船。一名船工说，他在江上跑了九年，如今在省城开货车。",
    "渡口的船工每月拿四千多元，比货车司机少了近一半，冬天停航时还要减半。",
)


def _page(*questions: str) -> str:
    parts = "\n".join(f"{q}\n{text}" for q, text in zip(questions, _PARTS, strict=True))
    return f"渡口为何留不住年轻人\n本报记者 章 小 禾\n{_OPENING}\n{parts}\n"


def test_short_questions_over_the_parts_are_subheadings() -> None:
    (article,) = take_apart(read_text(_page("走的都是谁？", "为什么要走？"))).articles
    assert [line.text for line in article.subheadings] == ["走的都是谁？", "为什么要走？"]
    assert article.reporters == ("章小禾",)
    assert len(article.paragraphs) == 3


def test_questions_that_the_text_asks_stay_in_it() -> None:
    (article,) = take_apart(read_text(_page("“你们走了谁来撑船？”", "那么该怎么留人呢？"))).articles
    assert not article.subheadings
