"""Sentences: where a reader would stop, and every character in one."""

from itertools import pairwise

from growth import growth
from hypothesis import given
from hypothesis import strategies as st

from transforms.words.sentence import split_sentences


def cut(text: str) -> list[str]:
    return [text[i:j] for i, j in split_sentences(text)]


def test_ends_at_full_stops_and_takes_closing_quotes_along():
    assert cut("天亮了。他说：“走吧！”大家出发……到了？") == ["天亮了。", "他说：“走吧！”", "大家出发……", "到了？"]


def test_a_quotation_is_not_cut_inside():
    assert cut("“先修路。再种树。”老支书说。") == ["“先修路。再种树。”", "老支书说。"]


def test_nested_quotation_ends_with_the_outer_one():
    assert cut("她说：“老人常讲‘人勤地不懒。’”众人点头。") == ["她说：“老人常讲‘人勤地不懒。’”", "众人点头。"]


def test_semicolon_is_no_end():
    assert cut("一是修渠；二是筑路。") == ["一是修渠；二是筑路。"]


def test_exclamation_inside_a_title_or_before_a_comma_goes_on():
    assert cut("影片《走吧！少年》上映，“好！”、“妙！”的喊声不断。") == [
        "影片《走吧！少年》上映，“好！”、“妙！”的喊声不断。"
    ]


def test_unclosed_quotation_mark_does_not_swallow_the_rest():
    assert cut("“第一天。第二天。第三天。") == ["“第一天。", "第二天。", "第三天。"]


@given(st.text(alphabet="甲乙。！？…，；“”‘’（）《》 \n的a", max_size=60))
def test_every_character_but_blanks_is_in_exactly_one_sentence(text: str):
    spans = split_sentences(text)
    assert all(i < j for i, j in spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    inside = {k for i, j in spans for k in range(i, j)}
    assert all(k in inside for k, c in enumerate(text) if not c.isspace())


def test_a_million_quotation_marks_take_linear_time():
    for small, large in (("“" * 100_000, "“" * 200_000), ("“" * 50_000 + "”" * 50_000, "“" * 100_000 + "”" * 100_000)):
        assert growth(split_sentences, small, large) < 3.5
    assert growth(split_sentences, "好。”" * 50_000, "好。”" * 100_000) < 3.5
