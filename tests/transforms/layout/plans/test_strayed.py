"""Headlines inside another text, and what else a small paper's dump sets beside its place."""

from __future__ import annotations

from transforms.forms.text import read_text
from transforms.layout.apart import Apart
from transforms.layout.page import take_apart

NEWS = "柳溪日报讯（记者 文禾）6月16日，柳溪渡口新码头启用，\n首日送客两千三百人，比旧码头多出四成。"
SECOND = "镇里派人值守，每班四人。船工老赵说，\n夜里也有人等船，灯要亮到十点。"


def apart(*chunks: str) -> Apart:
    return take_apart(read_text("\n\n".join(chunks) + "\n"))


def headlines(page: Apart) -> list[str | None]:
    return [a.headline.text if a.headline else None for a in page.articles]


def test_a_headline_inside_another_text_comes_home_to_news_without_one() -> None:
    other = "柳溪日报讯（记者 高远）记者从县林场获悉，今春全县\n栽下油茶苗十二万株，成活率九成。"
    more = "林场技术员每周上山一次，查虫情，也查\n水情，苗木长势比去年好。"
    page = apart("全县春季栽下油茶十二万株", other, "柳溪渡口新码头启用", more, NEWS, SECOND)
    assert headlines(page) == ["全县春季栽下油茶十二万株", "柳溪渡口新码头启用"]
    assert len(page.articles[0].paragraphs) == 2


def test_a_headline_over_its_reporter_opens_an_article_under_news() -> None:
    page = apart(
        "柳溪渡口新码头启用",
        NEWS,
        "深山凉棚里长出\n“金疙瘩”",
        "本报记者 文禾",
        "走进青坪村的药材基地，九十座凉棚排得\n整齐，棚里种的是半夏。",
    )
    assert headlines(page) == ["柳溪渡口新码头启用", "深山凉棚里长出“金疙瘩”"]


def test_a_reporter_right_under_a_text_signs_it() -> None:
    page = apart(
        f"{SECOND}\n本报记者 高远",
        "6月17日，县图书馆夜间开放，首晚有六十人\n来看书，座位坐满了八成。",
        "渡口的灯亮到十点",
        "县图书馆夜间开放",
    )
    assert [a.reporters for a in page.articles] == [("高远",), ()]


def test_an_office_in_brackets_signs_the_text_over_it() -> None:
    page = apart(
        "县图书馆夜间开放", "即日起，县图书馆每晚开放到九点，新增座位\n八十个。", "（溪宣）", "柳溪渡口新码头启用", NEWS
    )
    assert headlines(page) == ["县图书馆夜间开放", "柳溪渡口新码头启用"]


def test_a_body_and_a_name_over_a_text_are_its_author() -> None:
    page = apart(
        "柳溪渡口新码头启用",
        NEWS,
        "半夏管护要过三关",
        "县农业技术推广中心 王青",
        "一是遮阴关。六月起棚顶要盖两层网，正午\n不可揭开。二是浇水关。",
    )
    assert headlines(page) == ["柳溪渡口新码头启用", "半夏管护要过三关"]


def test_the_end_of_an_address_that_a_line_broke_is_furniture() -> None:
    page = apart("柳溪渡口新码头启用", NEWS, "责编：高远 投稿邮箱：liuxi@example\n.com", "县图书馆夜间开放")
    assert ".com" not in headlines(page)
    assert [p.words.text for p in page.pieces if p.role == "noise"][-1] == ".com"


def test_one_sentence_under_the_title_of_a_part_is_text() -> None:
    page = apart(
        "入夏防暑记住三条",
        "县医院急诊科提醒，近日天热，出门干活的人\n要当心，下面三条要记牢。",
        "多喝水",
        "每天喝水八次，每次半碗就好。",
        "早收工",
        "上午十点以后不要下地，下午四点再去，\n地里要有人作伴。",
    )
    assert [a.captions for a in page.articles] == [()]


def test_a_column_of_law_tells_the_case_first() -> None:
    page = apart(
        "柳溪渡口新码头启用",
        NEWS,
        "（本报记者 高远）",
        "把船借人也要担责？",
        "案情",
        "船主李某把船借给没有证的邻居，船在河心\n撞上了桥墩。",
        "说法",
        "律师认为，借船人知道对方无证，应当承担\n相应的责任。",
    )
    assert headlines(page) == ["柳溪渡口新码头启用", "把船借人也要担责？"]
    assert [s.text for s in page.articles[1].subheadings] == ["案情", "说法"]


def test_the_first_of_several_like_titles_under_a_headline_is_a_subheading() -> None:
    page = apart(
        "柳溪渡口新码头启用",
        NEWS,
        "汛期行船 记住这些",
        "看水位",
        "水文站每天早上报一次水位，超过警戒线的\n河段不要下船。",
        "验船底",
        "开船之前先看舱底，有积水的要先排干，\n再看缆绳牢不牢。",
        "穿救衣",
        "上船的人都要把救生衣穿好，孩子要有\n大人看着。",
    )
    assert headlines(page) == ["柳溪渡口新码头启用", "汛期行船 记住这些"]
    assert [s.text for s in page.articles[1].subheadings] == ["看水位", "验船底", "穿救衣"]
