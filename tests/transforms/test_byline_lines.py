"""Lines and datelines that name writers, and where these wrote from."""

from __future__ import annotations

from array import array

import pytest

from transforms.layout.datelines import at_start, standalone
from transforms.mapped import Mapped


def _mapped(text: str) -> Mapped:
    return Mapped(text, array("l", range(len(text))))


@pytest.mark.parametrize(
    ("line", "reporters", "place"),
    [
        ("柳溪新闻·江岸商报记者 孙雨", ("孙雨",), None),
        ("江岸都市报-柳溪新闻记者 孙雨", ("孙雨",), None),
        ("文/片 本报记者 孙雨", ("孙雨",), None),
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


@pytest.mark.parametrize("line", ["文/孙雨", "图 | 孙雨", "柳溪镇读者 孙雨"])
def test_a_line_of_writers_who_are_no_reporters(line: str) -> None:
    writers = standalone(_mapped(line))
    assert writers is not None
    assert not writers.reporters


@pytest.mark.parametrize("line", ["文/渡口通航", "渡口改建报道", "柳溪新闻渡口通航"])
def test_a_line_of_no_writers(line: str) -> None:
    assert standalone(_mapped(line)) is None


@pytest.mark.parametrize(
    ("text", "place", "reporters"),
    [
        ("本报济南讯 6月3日上午，渡口通航。", "济南", ()),
        ("江岸晚报济南讯（记者 孙雨）昨日，渡口通航。", "济南", ("孙雨",)),
        ("本报综合讯（记者 孙雨）昨日，渡口通航。", None, ("孙雨",)),
    ],
)
def test_where_news_without_a_day_was_sent_from(text: str, place: str | None, reporters: tuple[str, ...]) -> None:
    found = at_start(_mapped(text))
    assert found is not None
    assert (found.place, found.writers.reporters) == (place, reporters)


def test_a_word_that_ends_so_is_no_dateline() -> None:
    assert at_start(_mapped("本报通讯 渡口通航以后，来的人多了。")) is None
