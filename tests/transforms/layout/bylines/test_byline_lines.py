"""Lines and datelines that name writers, and where these wrote from."""

from __future__ import annotations

from array import array

import pytest

from transforms.forms.line import Evidence, Form, Line
from transforms.layout.bylines.datelines import at_start, standalone
from transforms.layout.page import take_apart
from transforms.mapped import Mapped


def _mapped(text: str) -> Mapped:
    return Mapped(text, array("l", range(len(text))))


@pytest.mark.parametrize(
    ("line", "reporters", "place"),
    [
        ("柳溪新闻·江岸商报记者 孙雨", ("孙雨",), None),
        ("江岸都市报-柳溪新闻记者 孙雨", ("孙雨",), None),
        ("文/片 本报记者 孙雨", ("孙雨",), None),
        ("文/图 江岸都市报渡口新闻记者 孙雨", ("孙雨",), None),
        ("新江岸·江岸日报记者 孙雨　通讯员 赵原", ("孙雨",), None),
        ("记者 孙雨 济南报道", ("孙雨",), "济南"),
        ("本报记者 孙雨 成都报道", ("孙雨",), "成都"),
        ("本报记者 孙雨 赵原 发自枫渡", ("孙雨", "赵原"), "枫渡"),
        ("记者 孙雨 赵原报道", ("孙雨", "赵原"), None),
        ("记者 孙雨 摄影报道", ("孙雨",), None),
        ("渡经记者 孙雨 渡经编辑 赵原", ("孙雨",), None),
    ],
)
def test_the_reporters_of_a_line(line: str, reporters: tuple[str, ...], place: str | None) -> None:
    writers = standalone(_mapped(line))
    assert writers is not None
    assert (writers.reporters, writers.place) == (reporters, place)


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("江岸晚报-渡口新闻记者 孙雨", "江岸晚报"),
        ("新江岸·江岸日报记者 孙雨", "江岸日报"),
        ("本报记者 孙雨", None),
        ("柳溪新闻记者 孙雨", None),
    ],
)
def test_the_paper_of_a_line(line: str, outlet: str | None) -> None:
    writers = standalone(_mapped(line))
    assert writers is not None
    assert writers.outlet == outlet


@pytest.mark.parametrize(
    "line", ["文/孙雨", "图 | 孙雨", "柳溪镇读者 孙雨", "·孙雨·", "•孙 雨•", "[沙洲国] 卡洛·文图拉 文 孙 雨 编译"]
)
def test_a_line_of_writers_who_are_no_reporters(line: str) -> None:
    writers = standalone(_mapped(line))
    assert writers is not None
    assert not writers.reporters


@pytest.mark.parametrize("line", ["文/渡口通航", "渡口改建报道", "·渡口·", "柳溪新闻渡口通航"])
def test_a_line_of_no_writers(line: str) -> None:
    assert standalone(_mapped(line)) is None


@pytest.mark.parametrize(
    ("text", "place", "reporters"),
    [
        ("本报济南讯 6月3日上午，渡口通航。", "济南", ()),
        ("江岸晚报济南讯（记者 孙雨）昨日，渡口通航。", "济南", ("孙雨",)),
        ("本报综合讯（记者 孙雨）昨日，渡口通航。", None, ("孙雨",)),
        ("本报“柳溪”号7月3日电 （记者孙雨）渡轮昨日首航。", "“柳溪”号", ("孙雨",)),
    ],
)
def test_where_news_without_a_day_was_sent_from(text: str, place: str | None, reporters: tuple[str, ...]) -> None:
    found = at_start(_mapped(text))
    assert found is not None
    assert (found.place, found.writers.reporters) == (place, reporters)


def test_a_word_that_ends_so_is_no_dateline() -> None:
    assert at_start(_mapped("本报通讯 渡口通航以后，来的人多了。")) is None


@pytest.mark.parametrize(
    ("role", "line", "reporters"),
    [
        ("subheading", "本报讯（记者 孙雨）", ("孙雨",)),
        ("subheading", "（作者为柳溪市图书馆研究员 孙 雨）", ()),
        ("subheading", "□孙雨", ()),
        ("deck", "□本报记者 孙雨", ("孙雨",)),
        ("subheading", "本报综合报道", ()),
        ("subheading", "据江岸通讯社", ()),
    ],
)
def test_a_line_that_the_form_has_set_apart_is_a_byline_by_what_it_says(
    role: str, line: str, reporters: tuple[str, ...]
) -> None:
    told = [("渡口通航", "headline"), (line, role), ("新渡口今天通航，往来的客人多了。", "paragraph")]
    at, lines = 0, []
    for n, (words, part) in enumerate(told):
        lines.append(Line(at, at + len(words), words, evidence=Evidence(role=part, article=0, paragraph=n)))
        at += len(words) + 1
    found = take_apart(Form("text/html", None, "\n".join(words for words, _ in told), tuple(lines)))
    assert [piece.role for piece in found.pieces] == ["headline", "byline", "paragraph"]
    assert found.articles[0].reporters == reporters


def test_mixed_news_is_a_dateline_and_the_source_of_mixed_news_none() -> None:
    found = at_start(_mapped("本报综合消息当地时间6月3日，渡轮开航。"))
    assert found is not None and found.end == len("本报综合消息")
    assert at_start(_mapped("本报综合消息来源，渡轮已经开航。")) is None
