"""Titles in 《》."""

from growth import growth
from hypothesis import given
from hypothesis import strategies as st

from transforms.names.document import DocumentName, read_documents


def test_kind_is_told_by_the_title_or_by_the_word_beside_it():
    found = read_documents(
        ["根据《中华人民共和国渔业法》，市里出台《夜间经济若干措施》。电影《春水》和长篇小说《河口》获奖。"]
    )
    assert found == [
        DocumentName("中华人民共和国渔业法", "法律"),
        DocumentName("夜间经济若干措施", "措施"),
        DocumentName("春水", "片"),
        DocumentName("河口", "书"),
    ]


def test_kind_is_left_open_where_nothing_tells_it():
    assert read_documents(["他读完了《灯》。"]) == [DocumentName("灯", None)]


def test_a_short_form_is_not_a_second_document():
    text = "《关于加强河道管理的若干措施》（以下简称《措施》）公布。《措施》提出三项任务。"
    assert [d.title for d in read_documents([text])] == ["关于加强河道管理的若干措施"]
    later = ["《关于支持小店发展的意见》公布。", "《意见》明确，减免租金。"]
    assert [d.title for d in read_documents(later)] == ["关于支持小店发展的意见"]


def test_each_title_once_and_nested_marks_inside():
    assert [d.title for d in read_documents(["《关于〈渡口办法〉的说明》", "再看《关于〈渡口办法〉的说明》"])] == [
        "关于〈渡口办法〉的说明"
    ]
    assert [d.title for d in read_documents(["《关于修改《渡口办法》的决定》"])] == ["关于修改《渡口办法》的决定"]


@given(st.text(alphabet="《》甲乙法〈〉", max_size=40))
def test_titles_stand_in_the_text(text: str):
    assert all(d.title in text for d in read_documents([text]))


def test_a_million_marks_take_linear_time():
    for small, large in (
        ("《" * 100_000, "《" * 200_000),
        ("《" * 50_000 + "》" * 50_000, "《" * 100_000 + "》" * 100_000),
    ):
        assert growth(lambda text: read_documents([text]), small, large) < 3.5
    assert growth(lambda text: read_documents([text]), "《甲》" * 50_000, "《甲》" * 100_000) < 3.5
