"""Whatever a page holds, no character is lost and every row can show where it stands."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from printed_text import bare

from transforms.errors import PageError
from transforms.read import Source, read_page
from transforms.reading import PageReading

_CHINESE = "县镇村收入增长达到项目企业记者通讯员据介绍说表示近超约多余万亿元亩公里个家名年月日第一二三十百千两几成倍"
_MARKS = "，。；：！？、“”‘’（）《》—…％%·.-–/\n\n\n \u3000\t\r"
_ODD = "\x00\x07\x0b\x0c\x1c\x85\u2028\ufeff\ue000\uf8ff⽉⼈AaZ012３４59"
_WORDS = st.sampled_from(
    [
        "临湖日报讯（记者 张璁 通讯员/李一平",
        "本报兰州1月7日电 （记者",
        "“我们村今年收入超300万元。”村民王小满说，“明年还要增长9.1%。”",
        "同比分别增长14.7%和8.6%。",
        "12万\n\n多平方米",
        "由400件增加到1000件",
        "核心阅读",
        "图为村民在采茶。",
        "——让小巷“亮”起来",
        "近八成，百分之九点一，三分之二",
        "6月15日至8月31日",
        "□本报记者 王 平",
        "责编：李一",
    ]
)
_PAGES = st.lists(
    st.one_of(_WORDS, st.text(alphabet=_CHINESE + _MARKS + _ODD, max_size=60), st.text(max_size=12)), max_size=25
).map("".join)


def _read(text: str) -> PageReading | None:
    try:
        return read_page(text.encode("utf-8", "surrogatepass"), Source("file:///page.txt"))
    except (PageError, UnicodeEncodeError):
        return None


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_PAGES)
def test_every_character_is_in_exactly_one_block(text: str) -> None:
    reading = _read(text)
    if reading is None:
        return
    page = reading.page.text
    covered = [0] * len(page)
    for block in reading.blocks:
        assert bare(page[block.char_start : block.char_end]) == bare(block.text)
        for at in range(block.char_start, block.char_end):
            covered[at] += 1
    for at, char in enumerate(page):
        if not char.isspace():
            assert covered[at] == 1, (at, char)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_PAGES)
def test_a_span_of_the_page_gives_back_each_row(text: str) -> None:
    reading = _read(text)
    if reading is None:
        return
    page = reading.page.text
    rows = [(r.raw, r.char_start, r.char_end) for r in (*reading.metrics, *reading.periods)]
    rows += [(r.text, r.char_start, r.char_end) for r in (*reading.sentences, *reading.quotes)]
    rows += [(word, at, at + 1) for word, at in zip(reading.tokens.word, reading.tokens.char_start, strict=True)]
    for words, start, end in rows[: len(rows) - len(reading.tokens.word)]:
        assert 0 <= start < end <= len(page)
        assert bare(page[start:end]) == bare(words)
    for word, start, _ in rows[len(rows) - len(reading.tokens.word) :]:
        assert page[start] == word[0]
