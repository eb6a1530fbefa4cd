"""What belongs together: pieces by several writers under one headline, the words of numbered pictures."""

from __future__ import annotations

from printed_text import in_lines

from transforms.forms.text import read_text
from transforms.layout.page import take_apart

_PIECES = (
    (
        "把账算在明处",
        "方 屿",
        "村里修路花了多少钱，欠了谁家的工，过去只有会计一个人清楚。如今每月初五，账目贴在祠堂门口，谁都可以问，谁都能得到回答。",
        "账在明处，话就少了。我走访过十几个村子，凡是账目贴出来的，修路架桥的事总是办得快一些，吵架的人也少一些。",
        "（作者为白沙市财政局副局长）",
    ),
    (
        "让老手艺有饭吃",
        "江 岚",
        "竹编这门手艺，学成要三年，卖一只篮子却挣不到三十元。年轻人不学，不是不喜欢，是养不活一家人，这件事不能只靠情怀。",
        "我们把竹编送进了饭店和茶馆，去年卖出灯罩四千多只，师傅的收入翻了一番，今年春天又来了九个徒弟，都不满三十岁。",
        "（作者为白沙市竹编合作社社长）",
    ),
    (
        "渡口的灯要亮着",
        "孟 舟",
        "大桥通车以后，坐船的人少了九成，有人说渡口可以关了。可是对岸还有两个寨子，上学看病都要过江，绕桥要多走二十公里。",
        "渡口留了下来，夜里十点以前灯都亮着。去年一共摆渡一万八千人次，没有出过一次事，寨子里的人说，看见灯就到家了。",
        "（作者为清江县渡口管理所所长）",
    ),
)
_OTHER = (
    "白沙港新泊位投入使用",
    "白沙港三号泊位日前投入使用，可以停靠五万吨级货轮。港口负责人介绍，泊位启用以后，船舶等待的时间由三天缩短到一天。",
    "新泊位装了四台岸桥，一个班次只要十二人。木材、化肥和粮食分区堆放，卡车从进门到装完货离开，平均用时不到四十分钟。",
    "港口今年还要疏浚航道六公里，年底完工以后，大船不用再等潮水，全年的吞吐量有望达到两千万吨。",
)


def test_signed_pieces_under_one_headline_are_one_article() -> None:
    wide = [in_lines(text, 26) for text in _OTHER[1:]]
    pieces = [
        "\n\n".join((title, name, in_lines(first, 18), in_lines(second, 18), signed))
        for title, name, first, second, signed in _PIECES
    ]
    page = "\n\n".join([*wide, *pieces, _OTHER[0], "乡村的账本、手艺和渡口（三人谈）"])
    apart = take_apart(read_text(page))
    heads = ["".join(line.text for line in article.headline_lines) for article in apart.articles]
    assert heads == [_OTHER[0], "乡村的账本、手艺和渡口（三人谈）"]
    assert [m.text for m in apart.articles[1].subheadings] == [title for title, *_ in _PIECES]


def test_the_words_of_numbered_pictures_are_captions() -> None:
    lines = (
        _OTHER[0],
        *_OTHER[1:],
        "图片说明：",
        "图①：货轮停靠三号泊位。",
        "林 晚摄",
        "图②：岸桥吊起第一只集装箱。",
        "资料图片",
    )
    apart = take_apart(read_text("\n\n".join(in_lines(line, 26) for line in lines)))
    (article,) = apart.articles
    captions = [m.text for m in article.captions]
    assert captions[:2] == ["图片说明：", "图①：货轮停靠三号泊位。"]
    assert "图②：岸桥吊起第一只集装箱。" in captions
    assert len(article.paragraphs) == len(_OTHER) - 1
    assert [m.text for m in article.headline_lines] == [_OTHER[0]]


def test_a_headline_wrapped_in_a_narrow_column_is_no_text() -> None:
    head = "白沙港三号泊位启用以后船舶等待的时间缩短到一天 港口年底前还要疏浚航道六公里迎接更大的货轮（港口新事）"
    lines = (in_lines(head, 10), *(in_lines(text, 22) for text in _OTHER[1:]))
    (article,) = take_apart(read_text("\n\n".join(lines))).articles
    assert "".join(m.text for m in article.headline_lines).replace(" ", "") == head.replace(" ", "")
    assert len(article.paragraphs) == len(_OTHER) - 1


def test_a_long_name_of_a_column_may_be_a_line_of_its_own() -> None:
    head = ("白沙港扩建", "（沿海港口高质量发展系列观察之三）")
    (article,) = take_apart(read_text("\n".join(head) + "\n\n" + "\n\n".join(_OTHER[1:]))).articles
    assert "".join(m.text for m in article.headline_lines) == "".join(head)
