"""Pages whose paragraphs are one line each, as e-papers' text and a person's own copies have them."""

from __future__ import annotations

from transforms.forms.text import read_text
from transforms.layout.page import take_apart

NEWS = (
    ("环城路西段明日通车", "　　本报讯（记者 苗 青）记者昨日从市交通局获悉，环城路西段改造完工，明日零时恢复通车。"),
    (
        "两所新建小学秋季招生",
        "　　本报讯（通讯员 纪 平）市教育局消息，城北两所新小学今年秋季开始招生，共48个班。",
    ),
    ("老旧电梯加装进度过半", "　　本报讯（记者 苗 青 实习生 卫 兰）截至上月底，全市加装电梯项目开工213部，完工128部。"),
)
MORE = "　　该项目负责人说，后续工作将按计划推进，有关进展会及时向社会公布。"


def _page(gap: str) -> str:
    return "\n\n".join(f"{head}\n{gap}{text}\n{MORE}" for head, text in NEWS)


def test_each_headline_over_news_opens_an_article_of_its_own() -> None:
    for gap in ("", "\n"):
        found = take_apart(read_text(_page(gap))).articles
        assert [[line.text for line in article.headline_lines] for article in found] == [[head] for head, _ in NEWS]
        assert [len(article.paragraphs) for article in found] == [2, 2, 2]


def test_a_line_left_over_at_the_end_takes_no_article_from_its_headline() -> None:
    found = take_apart(read_text(f"{_page('')}\n\n彩票快报　七乐彩今晚开奖，奖池累计八百余万元\n")).articles
    assert [article.headline.text for article in found if article.headline] == [head for head, _ in NEWS]
