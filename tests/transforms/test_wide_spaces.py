"""Pages whose articles stand further apart than their paragraphs, and what stands at the edges of those."""

from __future__ import annotations

from transforms.forms.text import read_text
from transforms.layout.apart import Apart
from transforms.layout.furniture import noise_reason
from transforms.layout.page import take_apart

FERRY = """本报讯（记者 章 禾）柳溪渡口昨天换上两艘新渡船，
每艘可坐四十八人，票价与从前一样，赶集的乡亲不
必再久等。

渡口的老船工说，新渡船比旧船稳当，雨天也能开，
夜里还装了灯，两岸看得清清楚楚。

旧船没有拆，刷上新漆摆在岸边，给孩子们当滑梯。"""
FERRY_HEAD = "柳溪渡口换上新渡船"
SOUP = """冬天一到，外婆就要煮一锅姜汤。姜要老姜，连皮切
成厚片，红糖放两块，小火煮上半个钟头，满屋子都
是辣味。

小时候嫌它辣，总要捏着鼻子喝。如今离家远了，一
闻到姜味，就想起灶边那个弯着腰的人。

前年回家，外婆已经端不动锅，就坐在一旁指点我，
说火大了，又说糖放早了。"""
SOUP_HEAD = "一碗姜汤"
NOTICE = """县供水公司消息：因更换水表，青石街片区本周六上
午八点至下午四点停水，请居民提前储水。

恢复供水后，水可能短时发黄，放一放就清。

家里有老人和病人的，可以打电话请人送水上门。"""
NOTICE_HEAD = "青石街周六停水八小时"


def _apart(*parts: str, space: str = "\n\n\n") -> Apart:
    return take_apart(read_text(space.join(parts)))


def _heads(apart: Apart) -> list[list[str]]:
    return [[line.text for line in article.headline_lines] for article in apart.articles]


def _sizes(apart: Apart) -> list[int]:
    return [len(article.paragraphs) for article in apart.articles]


def test_articles_without_writers_part_at_spaces_wider_than_those_between_paragraphs() -> None:
    assert _sizes(_apart(FERRY, SOUP, NOTICE, FERRY_HEAD)) == [3, 3, 3]


def test_wide_spaces_inside_paragraphs_are_the_ends_of_columns() -> None:
    torn = FERRY.replace("不\n必再", "不\n\n\n必再")
    wide = _apart(torn, SOUP, NOTICE, FERRY_HEAD, SOUP_HEAD, NOTICE_HEAD)
    alike = _apart(FERRY, SOUP, NOTICE, FERRY_HEAD, SOUP_HEAD, NOTICE_HEAD, space="\n\n")
    assert _sizes(wide) == _sizes(alike)


def test_a_line_that_turns_to_another_page_ends_its_paragraph() -> None:
    turned = FERRY.replace("给孩子们当滑梯。", "等人来看。（下转03版）")
    apart = _apart(turned, f"全县水上交通工作现场推进会要求\n{FERRY_HEAD}", SOUP, SOUP_HEAD, space="\n\n")
    assert _heads(apart)[0] == ["全县水上交通工作现场推进会要求", FERRY_HEAD]


def test_a_paper_that_asks_about_a_letter_goes_on_with_it() -> None:
    letter = """读者来信
公交站台搬家为何不留话
编辑同志：

我家住在青石街，每天坐六路公交车上班。上周一我
照常走到站台，等了半个钟头也不见车来，后来才听
路人说站台搬到了前面的路口。站台搬迁能不能提前
几天贴个通知？

读者 卫兰"""
    answer = """本报热线记者随后联系了县公共交通公司。该公司负责
人解释：“因路段开挖污水管，公司接到通知时只剩半
天，来不及张贴告示。”目前公司已在原地设了牌子，
并承诺今后提前两天公告。"""
    apart = _apart(letter, answer, f"{FERRY_HEAD}\n{FERRY}", SOUP, SOUP_HEAD, space="\n\n")
    assert apart.articles[0].paragraphs[-1][0].text.endswith("提前两天公告。")


def test_a_sentence_between_a_headline_and_its_byline_tells_what_a_picture_shows() -> None:
    text = f"铁匠铺里的老手艺\n卫兰正在给锄头淬火。\n\n□本报记者 章禾 文/图\n\n{SOUP}"
    article = take_apart(read_text(text)).articles[0]
    assert [line.text for line in article.captions] == ["卫兰正在给锄头淬火。"]


def test_points_behind_bullets_are_text_though_they_have_no_full_stop() -> None:
    plans = "●今年全县计划改造老渡口十二处、\n添置新船四十艘"
    points = f"数读渡口\n{plans}\n●县财政安排专项资金三百万元\n●到明年底渡船全部换新"
    article = _apart(f"{FERRY_HEAD}\n{FERRY}", points, SOUP, SOUP_HEAD, space="\n\n").articles[0]
    assert [line.text for line in article.subheadings] == ["数读渡口"]


def test_who_made_the_page_stands_behind_the_papers_name() -> None:
    assert noise_reason("柳溪晚报 责编/李青 美编/周舟") == "page editor"
    assert noise_reason("柳溪晚报 记者走进村庄") is None


def test_a_deck_as_wide_as_its_column_ends_over_the_day_with_which_the_text_opens() -> None:
    story = """4月13日上午，在柳溪船厂码头，县里第一艘电动渡船缓
缓离岸，驶向对岸的石桥镇，首航坐了三十六人。

船厂的厂长说，这艘船充一次电能跑六十里路。"""
    head = "凤尾河清淤一期完工\n清出淤泥120万立方米，河水透明度提高到80厘米以上"
    apart = _apart(FERRY.replace("新渡船", "清淤船") + "\n\n（记者 秦川）", head, story, "电动渡船首航", space="\n\n")
    assert any(runs[0].text.startswith("4月13日上午") for article in apart.articles for runs in article.paragraphs)


def test_a_byline_between_two_texts_closes_the_upper_one_where_the_lower_is_signed_at_its_end() -> None:
    signed = f"{NOTICE}\n\n（通讯员 章禾）"
    apart = _apart(f"{SOUP_HEAD}\n{SOUP}", "本报记者 秦川", signed, NOTICE_HEAD, FERRY_HEAD, FERRY, space="\n\n")
    upper = next(a for a in apart.articles if a.headline and a.headline.text == SOUP_HEAD)
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
