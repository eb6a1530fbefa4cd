"""A page of any text takes time in proportion to its length: twice the text, about twice the time."""

from collections.abc import Callable

import pytest
from growth import growth

from transforms.read import Source, read_page

SIZE = 20_000
SLACK = 3.5  # of squares it would be four
PAGES: dict[str, Callable[[int], str]] = {
    "digits": lambda n: "7" * n,
    "commas": lambda n: "、" * n,
    "hundreds": lambda n: "百" * n,
    "one character": lambda n: "国" * n,
    "full stops": lambda n: "。" * n,
    "nested quotations": lambda n: "“" * (n // 2) + "”" * (n // 2),
    "open quotations": lambda n: "“‘" * (n // 2),
    "nested titles": lambda n: "《" * (n // 2) + "》" * (n // 2),
    "open brackets": lambda n: "（" * n,
    "sayings": lambda n: "张说：“好”" * (n // 6),
    "a list of names": lambda n: "王小明、" * (n // 4),
    "a list of rates": lambda n: "增长3%，" * (n // 5),
    "bases and one rate": lambda n: "每" * n + "5元",
    "modifiers and one sum": lambda n: "的" * n + "5亿元",
    "counts with marks between": lambda n: "、5家" * (n // 6),
    "sums that will be": lambda n: "将5亿元，" * (n // 10),
    "years with counts": lambda n: "今年5家" * (n // 4),
    "a list of days": lambda n: "1月2日、" * (n // 5),
    "lines of one character": lambda n: "字\n" * (n // 2),
    "lines of one sentence": lambda n: "新桥开工。\n" * (n // 6),
    "columns of figures": lambda n: "产量" + " 12345" * (n // 6) + "。",
    "rows of a table": lambda n: "产量 12吨 增长3%\n" * (n // 12),
    "rows under the heads of columns": lambda n: (
        "项目\t2023年\t2024年\t增减\n" + "产量\t12万吨\t13万吨\t+3.2%\n" * (n // 20)
    ),
    "people with posts": lambda n: "张明主席同李武部长、王朋代表赵力主席，" * (n // 19),
    "turns of a talk": lambda n: "记者：怎么修？\n答：慢慢修。\n" * (n // 15),
    "sentences set apart": lambda n: (
        "把台账做在田埂上，把服务送到农户家门口\n\n" * (n // 42) + "他们把账做在田埂上。" * (n // 20)
    ),
    "lines of headlines": lambda n: "把服务送到柳溪镇的农户家门\n口今年起步\n" * (n // 20),
    "headlines": lambda n: "新桥今日通车\n\n大桥今天正式通车。工期三年，投资5亿元。\n\n" * (n // 35),
}


def read(text: str) -> None:
    read_page(text.encode(), Source("file:///odd"))


def grows_linearly(page: Callable[[int], str], size: int) -> bool:
    return growth(read, page(size), page(2 * size)) < SLACK


@pytest.mark.parametrize("name", PAGES)
def test_twice_the_page_takes_twice_the_time(name: str):
    # a second try, for a machine that was at something else
    assert grows_linearly(PAGES[name], SIZE) or grows_linearly(PAGES[name], SIZE)


@pytest.mark.long
@pytest.mark.parametrize("name", PAGES)
def test_twice_a_page_of_half_a_million_takes_twice_the_time(name: str):
    assert grows_linearly(PAGES[name], 500_000)
