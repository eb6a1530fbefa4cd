"""Places and organisations of an article, and the division codes of places."""

from itertools import pairwise

from hypothesis import example, given, settings
from hypothesis import strategies as st

from transforms.names.article_names import read_article_names, read_page_names
from transforms.names.bodies.division import division_codes
from transforms.names.page_names import read_names
from transforms.names.paragraph import Paragraph
from transforms.words.token import tokenize


def names(text: str) -> set[tuple[str, str]]:
    return {(text[s.start : s.end], s.kind) for s in read_names([[Paragraph.of(text, tokenize(text))]])[0][0]}


def test_places_and_organisations_stand_apart():
    found = names("浙江省宁波市的三家企业与中国农业银行签约，财政部和德国西门子公司派人参加。")
    assert {
        ("浙江省", "place"),
        ("宁波市", "place"),
        ("中国农业银行", "organization"),
        ("财政部", "organization"),
    } <= found


def test_a_country_and_its_ministry_are_one_organisation():
    assert ("法国外交部", "organization") in names("法国外交部发言人表示，会谈将如期举行。")


def test_codes_by_full_and_short_name():
    codes = division_codes(["广东", "江门市", "蓬江区", "北京", "日本"])
    assert codes == {"广东": "440000", "江门市": "440700", "蓬江区": "440703", "北京": "110000", "日本": None}


def test_a_name_that_many_share_is_told_by_its_city_or_left_open():
    assert division_codes(["鼓楼区"]) == {"鼓楼区": None}
    assert division_codes(["鼓楼区", "南京"])["鼓楼区"] == "320106"
    assert division_codes(["朝阳区", "北京市"])["朝阳区"] == "110105"


def test_a_page_at_once_reads_the_same_as_its_articles():
    articles = [["湖北省武汉市新开了两条航线。"], ["村民李国强说，今年收成好。", "周海明也来了。"], []]
    words = [[tokenize(p) for p in paragraphs] for paragraphs in articles]
    alone = list(map(read_article_names, articles, words))
    assert read_page_names([[Paragraph.cut(p, "rjieba") for p in paragraphs] for paragraphs in articles]) == alone


@settings(deadline=None)
@given(st.lists(st.text(alphabet="王李国强北京省市公司说、，。“”·/（） a1局长", max_size=40), max_size=4))
@example(["李京强", "李京强京a", "公司"])
@example(["a京李说"])
def test_spans_lie_in_their_paragraph_sorted_and_apart(paragraphs: list[str]):
    article = [Paragraph.of(text, tokenize(text)) for text in paragraphs]
    for text, row in zip(paragraphs, read_names([article])[0], strict=True):
        assert all(0 <= s.start < s.end <= len(text) for s in row)
        assert all(a.end <= b.start for a, b in pairwise(row))


def test_codes_of_autonomous_prefectures_and_counties_by_short_form():
    codes = division_codes(["延边", "凉山州", "西双版纳", "隆林县", "大理", "海南", "台湾"])
    assert codes == {
        "延边": "222400",
        "凉山州": "513400",
        "西双版纳": "532800",
        "隆林县": "451031",
        "大理": "532900",
        "海南": "460000",
        "台湾": "710000",
    }


def test_a_common_word_that_jieba_has_for_a_person_is_no_place():
    assert not {
        kind for name, kind in names("孩子们在田野里跑，院里的梅花和玉兰花都开了，夜里一片宁静。") if kind == "place"
    }


def test_a_district_that_the_list_lacks_is_told_by_its_city():
    assert division_codes(["江北区", "重庆市"])["江北区"] == "500105"
    assert division_codes(["江北区", "宁波市"])["江北区"] == "330205"
    assert division_codes(["渝北区"]) == {"渝北区": "500112"}
