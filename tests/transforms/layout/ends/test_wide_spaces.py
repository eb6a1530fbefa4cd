"""Pages whose articles stand further apart than their paragraphs, and what stands at the edges of those."""

from __future__ import annotations

from functools import partial

from printed_text import apart_of, heads_of

from transforms.forms.text import read_text
from transforms.layout.apart import Apart
from transforms.layout.furniture.reasons import noise_reason
from transforms.layout.page import take_apart

_apart = partial(apart_of, space="\n\n\n")
FERRY = """本报讯（记者 章 禾）柳溪渡口昨天换上两艘新渡船，
每艘可坐四十八人，票价与从前一样，赶集的乡亲不
必再久等。

渡口的老船工说，新渡船比旧船稳当，雨天也能开，
夜里还装了灯，两岸看得清清楚楚。

旧船没有拆，刷上新漆摆在岸边，给孩子们当滑梯。"""
FERRY_HEAD = "柳溪渡口换上新渡船"
FAN = """天一热，爷爷就把那把旧蒲扇拿出来。扇边磨出了毛
刺，用蓝布条包着，一面写了名字，另一面画着半只
蜻蜓。

屋里早装了风扇，他嫌那风硬，吹得人骨头疼。一把
蒲扇摇到半夜，蚊子不来，梦也是凉的。

去年收拾屋子，我在柜顶又见到它，布条已经散了，
摇起来还是那股草味。"""
FAN_HEAD = "一把旧蒲扇"
NOTICE = """县供水公司消息：因更换水表，青石街片区本周六上
午八点至下午四点停水，请居民提前储水。

恢复供水后，水可能短时发黄，放一放就清。

家里有老人和病人的，可以打电话请人送水上门。"""
NOTICE_HEAD = "青石街周六停水八小时"


def _sizes(apart: Apart) -> list[int]:
    return [len(article.paragraphs) for article in apart.articles]


def test_articles_without_writers_part_at_spaces_wider_than_those_between_paragraphs() -> None:
    assert _sizes(_apart(FERRY, FAN, NOTICE, FERRY_HEAD)) == [3, 3, 3]


def test_wide_spaces_inside_paragraphs_are_the_ends_of_columns() -> None:
    torn = FERRY.replace("不\n必再", "不\n\n\n必再")
    wide = _apart(torn, FAN, NOTICE, FERRY_HEAD, FAN_HEAD, NOTICE_HEAD)
    alike = _apart(FERRY, FAN, NOTICE, FERRY_HEAD, FAN_HEAD, NOTICE_HEAD, space="\n\n")
    assert _sizes(wide) == _sizes(alike)


def test_a_line_that_turns_to_another_page_ends_its_paragraph() -> None:
    turned = FERRY.replace("给孩子们当滑梯。", "等人来看。（下转03版）")
    apart = _apart(turned, f"全县水上交通工作现场推进会要求\n{FERRY_HEAD}", FAN, FAN_HEAD, space="\n\n")
    assert heads_of(apart)[0] == ["全县水上交通工作现场推进会要求", FERRY_HEAD]


def test_a_paper_that_asks_about_a_letter_goes_on_with_it() -> None:
    letter = """读者来信
快递柜为何说撤就撤
编辑同志：

我住在柳荫街，楼下的快递柜上周五忽然不见了，包
裹被送到两里外的门市，问了几个人都说不清楚，腿
脚不好的邻居只好托人去取。撤柜之前能不能先和住
户商量一声？

读者 卫兰"""
    answer = """本报热线记者随后联系了县邮政快递服务站。该站负责
人解释：“因楼前地面下沉，物业要求三天内挪开，一
时找不到地方。”目前服务站已在南门搭好临时棚子，
并答应月底前装上新柜。"""
    apart = _apart(letter, answer, f"{FERRY_HEAD}\n{FERRY}", FAN, FAN_HEAD, space="\n\n")
    assert apart.articles[0].paragraphs[-1][0].text.endswith("月底前装上新柜。")


def test_a_sentence_between_a_headline_and_its_byline_tells_what_a_picture_shows() -> None:
    text = f"铁匠铺里的老手艺\n卫兰正在给锄头淬火。\n\n□本报记者 章禾 文/图\n\n{FAN}"
    article = take_apart(read_text(text)).articles[0]
    assert [line.text for line in article.captions] == ["卫兰正在给锄头淬火。"]


def test_points_behind_bullets_are_text_though_they_have_no_full_stop() -> None:
    plans = "●今年全县计划改造老渡口十二处、\n添置新船四十艘"
    points = f"数读渡口\n{plans}\n●县财政安排专项资金三百万元\n●到明年底渡船全部换新"
    article = _apart(f"{FERRY_HEAD}\n{FERRY}", points, FAN, FAN_HEAD, space="\n\n").articles[0]
    assert [line.text for line in article.subheadings] == ["数读渡口"]


def test_who_made_the_page_stands_behind_the_papers_name() -> None:
    assert noise_reason("柳溪晚报 责编/李青 美编/周舟") == "page editor"
    assert noise_reason("柳溪晚报 记者走进村庄") is None


def test_a_deck_as_wide_as_its_column_ends_over_the_day_with_which_the_text_opens() -> None:
    story = """4月13日上午，在柳溪船厂码头，县里第一艘电动渡船缓
缓离岸，驶向对岸的石桥镇，首航坐了三十六人。

船厂的厂长说，这艘船充一次电能跑六十里路。"""
    head = "老闸口加固全部完工\n换下旧石板150多块，闸门启闭时间缩短到40分钟内"
    apart = _apart(FERRY.replace("新渡船", "清淤船") + "\n\n（记者 秦川）", head, story, "电动渡船首航", space="\n\n")
    assert any(runs[0].text.startswith("4月13日上午") for article in apart.articles for runs in article.paragraphs)


def test_a_byline_between_two_texts_closes_the_upper_one_where_the_lower_is_signed_at_its_end() -> None:
    signed = f"{NOTICE}\n\n（通讯员 章禾）"
    apart = _apart(f"{FAN_HEAD}\n{FAN}", "本报记者 秦川", signed, NOTICE_HEAD, FERRY_HEAD, FERRY, space="\n\n")
    upper = next(a for a in apart.articles if a.headline and a.headline.text == FAN_HEAD)
    assert upper.reporters == ("秦川",)


def test_lines_of_headlines_with_empty_lines_between_open_no_articles_of_their_own() -> None:
    news = f"本报讯（记者 秦川）{NOTICE}"
    heads = [
        FERRY_HEAD,
        "旧船刷上新漆给孩子们当滑梯",
        "——每艘可坐四十八人",
        NOTICE_HEAD,
        "家里有老人病人可请人送水上门",
    ]
    assert _sizes(_apart(FERRY, news, *heads, space="\n\n")) == [3, 3]
