"""Pages whose first lines kept their blanks: where paragraphs begin, whatever the widths say."""

from __future__ import annotations

from transforms.forms.text import read_text
from transforms.layout.page import take_apart

TALK = """柳溪渡口怎么管

　　■本报记者 李 青

　　柳溪镇的新渡口通航以后，每天有两千多人
过江。人多了，安全怎么保障？近日，记者采访
了渡口管理所的负责人赵原。

　　记者：渡口的船和往年相比有什么不同呢？

　　赵原：最大的不同是换了船。旧船载客只有
二十人，新船可以载八十人，船上有救生衣和灭

火器，船工都考过证。

　　记者：遇到大风怎么办？

　　赵原：六级以上的风一律停航，这一条没有
商量的余地。
"""
LECTURE = """柳溪镇的两件事

　　柳溪镇今年办成了两件事，一件在江
边，一件在山里，都是老百姓盼了多年的。
　　办好渡口，让两岸的人“走得近”
　　渡口由旧码头改建，占地十二亩，可
停靠六条客船，首日运送乘客两千多人，
镇里的集市也比往常热闹。
　　办好学校，让山里的娃“留得下”
　　学校添了图书馆，藏书三千册，放学
以后孩子们都来看书，有的看到天黑才走。
　　把两件事办好不容易，靠的是大
家一起出力，村里人出工，镇里人出钱，
外出的人出主意。
"""


def test_question_and_answer_are_paragraphs_over_an_empty_line() -> None:
    (article,) = take_apart(read_text(TALK)).articles
    assert len(article.paragraphs) == 5
    assert "".join(run.text for run in article.paragraphs[2]).endswith("船工都考过证。")


def test_two_lines_set_in_alike_are_a_subheading_and_its_text() -> None:
    (article,) = take_apart(read_text(LECTURE)).articles
    assert [s.text for s in article.subheadings] == ["办好渡口，让两岸的人“走得近”", "办好学校，让山里的娃“留得下”"]
    assert [p[0].text[:4] for p in article.paragraphs] == ["柳溪镇今", "渡口由旧", "学校添了", "把两件事"]
