"""Quotations, who says them and what is none."""

from growth import growth
from hypothesis import given
from hypothesis import strategies as st

from transforms.names.article_names import read_article_names
from transforms.names.quote import read_quotes
from transforms.names.quote_span import QuoteSpan
from transforms.words.token import tokenize


def quotes(*paragraphs: str) -> list[QuoteSpan]:
    names = read_article_names(paragraphs, [tokenize(p) for p in paragraphs])
    return [q for row in read_quotes(paragraphs, names.spans) for q in row]


def told(*paragraphs: str) -> list[tuple[str, str | None, str | None]]:
    return [(q.text, q.speaker, q.verb) for q in quotes(*paragraphs)]


def test_speaker_before_and_after():
    assert told("村民李国强说：“今年的水稻长势好。”") == [("今年的水稻长势好。", "李国强", "说")]
    assert told("“路修通了，货车能开到田头。”村党支部书记周海明介绍，运费省了一半。") == [
        ("路修通了，货车能开到田头。", "周海明", "介绍")
    ]


def test_a_quotation_broken_by_its_speaker_is_one():
    (quote,) = quotes("“先把渠修好，”王建军说，“水来了再育秧。”")
    assert quote.text == "先把渠修好，水来了再育秧。"
    assert (quote.speaker, len(quote.parts)) == ("王建军", 2)


def test_a_pronoun_is_whom_the_text_named_last():
    text = "站长刘志远蹲在泵房里检查阀门。“汛期一到，水位一小时要看一次。”他说。"
    assert told(text) == [("汛期一到，水位一小时要看一次。", "刘志远", "说")]


def test_a_description_stands_as_the_text_has_it():
    text = "“第一批设备下月到货。”县水务局相关负责人表示。“现在放学就来打球，真方便！”实验小学的方同学高兴地说。"
    assert [speaker for _, speaker, _ in told(text)] == ["县水务局相关负责人", "实验小学的方同学"]


def test_praise_without_a_verb_of_saying_still_tells_the_speaker():
    ((_, speaker, _),) = told("“再也不用跑远路取药了！”业主陈小清对送药服务赞不绝口。")
    assert speaker == "陈小清"


def test_terms_slogans_and_titles_are_no_quotations():
    assert told("用好“绿色账本”，打造“一站办好”品牌，推进“3+2”产业集群建设，确保“质量不降、服务不减”。") == []


def test_inner_quotation_marks_stay_inside():
    ((text, speaker, _),) = told("“老人常说‘人勤地不懒’，我信。”村民赵大勇说。")
    assert (text, speaker) == ("老人常说‘人勤地不懒’，我信。", "赵大勇")


@given(st.text(alphabet="“”‘’甲乙说他，。：！李 强", max_size=50))
def test_spans_lie_in_the_text_and_give_it_back(text: str):
    for quote in read_quotes([text])[0]:
        assert quote.text == "".join(text[i:j] for i, j in quote.parts)
        assert quote.start == quote.parts[0][0] and quote.end == quote.parts[-1][1]
        assert 0 < quote.start < quote.end < len(text) + 1


def test_pathological_marks_take_linear_time():
    for unit in ("“", "“甲，", "、"):
        assert growth(lambda text: read_quotes([text]), unit * 100_000, unit * 200_000) < 3.5
    small, large = "“" * 50_000 + "”" * 50_000, "“" * 100_000 + "”" * 100_000
    assert growth(lambda text: read_quotes([text]), small, large) < 3.5


def test_the_speaker_of_several_posts_is_the_person():
    for post in ("县水利集团党委副书记、总经理", "北原大学副校长兼医学部主任", "南港市经济和信息化局副局长"):
        assert told(f"“渠道月底通水。”{post}陈国明说。") == [("渠道月底通水。", "陈国明", "说")]


def test_a_place_or_an_act_is_no_speaker():
    assert told("“肥料先赊，收了再还。”南港新区金桥镇是试点所在地。")[0][1] is None
    assert told("“好好养伤，过几天再来看您。”慰问组一行专门看望了老兵黄文立的家属。")[0][1] is None
    assert told("“他们最爱体育课，一节不落。”指着操场上的孩子，校长王芳说。")[0][1] == "王芳"


def test_this_official_is_the_one_described_before():
    said = told("“渠道月底修好。”市水务局有关负责人表示。陈建国参加活动。“明年还要修。”该负责人介绍。")
    assert [speaker for _, speaker, _ in said] == ["市水务局有关负责人"] * 2
    assert told("陈建国参加活动。“明年还要修。”该负责人介绍。")[0][1] == "该负责人"


def test_a_measure_word_is_no_verb_of_saying():
    assert told("资金筑起一道“防洪墙，保护田”，群众放心。") == []


def test_who_is_spoken_of_does_not_speak():
    said = told("报道表示，护理部门正大量招聘员工，“人人有活干，天天有钱挣”。")
    assert "招聘员工" not in "".join(speaker or "" for _, speaker, _ in said)


def test_corner_and_straight_marks_are_quotation_marks_too():
    for text in ("村民李国强说：「今年收成好，\n请来看。」", '村民李国强说："今年收成好，\n请来看。"'):
        assert told(text) == [("今年收成好，\n请来看。", "李国强", "说")]
    assert told('屏幕有5"大，村民李国强说，很清楚。') == []


def test_a_quotation_goes_on_over_paragraphs_that_open_again():
    first, second = told("村民李国强说：“修渠是头一件事。", "“第二件事是种树，春天就动手。”", "大家鼓掌。")
    assert first == ("修渠是头一件事。", "李国强", "说")
    assert second[:2] == ("第二件事是种树，春天就动手。", "李国强")
    assert told("村民李国强说：“修渠是头一件事。", "大家鼓掌。") == []


def test_blanks_after_a_quotation_are_no_end_of_the_clause():
    text = "“天太黑，过不去的。”母亲和妹妹都在劝阻她。“那就打灯去！” 周海明当时就拿定了主意。"
    assert [speaker for _, speaker, _ in told(text)] == ["母亲和妹妹", "周海明"]


def test_a_term_in_marks_does_not_end_the_clause_that_tells_who_speaks():
    text = "“他太累了！”周海明的“老搭档”、副院长周国富说。"
    assert told(text) == [("他太累了！", "周国富", "说")]


def test_who_a_paragraph_after_its_quotation_is_about():
    text = "“路再难走，也要把药送到。”3月2日，在乡卫生院的微信群里，周国富写下这句话。"
    assert [speaker for _, speaker, _ in told(text)] == ["周国富"]
    assert told("“明天就能通水了。”一位同事这样说。")[0][1] == "一位同事"
    assert told("“这屋子花了不少钱，都是种茶挣的。”旁边的人打趣。")[0][1] == "旁边的人"


def test_the_last_sentence_tells_who_speaks_by_its_subject():
    text = "“我哪里知道他病了！”书记王丽霞追悔莫及，她还记得，那天周国富来找她。“我还说他身体好。”"
    assert [speaker for _, speaker, _ in told(text)] == ["王丽霞", "王丽霞"]


def test_an_organisation_speaks():
    text = "专家陈学勤到会。县水务局表示：“今年汛期偏早，各地要加强巡查。”"
    assert told(text) == [("今年汛期偏早，各地要加强巡查。", "县水务局", "表示")]


def test_a_place_is_no_speaker():
    text = "大年初一，库伦旗六家子镇的驻村第一书记刘军赶回村里：“大家先别串门，把防护知识记牢。”"
    assert [speaker for _, speaker, _ in told(text)] == ["刘军"]


def test_a_quotation_behind_a_comma_or_another_quotation():
    text = "周海明腼腆一笑，忙个不停，“好几户的大棚连在一起，我们轮流干活！”"
    assert [speaker for _, speaker, _ in told(text)] == ["周海明"]
    text = "周海明指出，“基础不牢，地动山摇”“做好基层的事，要靠大家”。"
    assert [speaker for _, speaker, _ in told(text)] == ["周海明", "周海明"]


def test_words_on_a_wall_are_no_quotation():
    assert told("村口的墙上写着：“家家户户齐动手，干干净净过新年！”") == []


def test_a_pronoun_is_not_who_is_spoken_to():
    text = "王立新与周海明交往多年，他曾对周海明说：“这条路修不好，我们都没脸见人！”"
    assert [speaker for _, speaker, _ in told(text)] == ["王立新"]


def test_who_takes_a_call_is_not_who_speaks():
    text = "“孔大夫，我今早咳嗽，会不会是感冒？”1月28日，医生孔明德接到居民张女士的电话。"
    assert [speaker for _, speaker, _ in told(text)] == [None]


def test_a_whole_quotation_does_not_go_on_in_what_the_next_one_says():
    text = "菜农周海明正在理蔓。他说：“头茬瓜五月上市。”妻子王芳在一旁补充：“订单都满了，就等车来。”"
    assert [(q, who) for q, who, _ in told(text)] == [
        ("头茬瓜五月上市。", "周海明"),
        ("订单都满了，就等车来。", "王芳"),
    ]
    text = "“最难的是头一年，”回想起创业之初，周海明坦言，“账上只剩三千块。”"
    assert [q for q, _, _ in told(text)] == ["最难的是头一年，账上只剩三千块。"]


def test_this_official_is_the_one_whom_the_text_told_of_before():
    text = "县水利局防汛办负责人告诉记者，水库已腾出库容。“今年雨水来得早，不敢大意。”该负责人表示。"
    assert [speaker for _, speaker, _ in told(text)] == ["县水利局防汛办负责人"]
    first, second = "县水利局防汛办负责人告诉记者，水库已腾出库容。", "“今年雨水早，不敢大意。”该负责人表示。"
    assert [speaker for _, speaker, _ in told(first, second)] == ["县水利局防汛办负责人"]


def test_a_document_is_no_speaker_and_takes_none_from_the_next_sentence():
    text = "《供暖通知》明确：“室温不得低于18℃，低于标准的应当退费。”市城管局科长周海明介绍，热线已开通。"
    assert [speaker for _, speaker, _ in told(text)] == [None]


def test_who_the_title_of_a_paper_names_does_not_speak():
    text = "《悉尼华人周刊》副总编辑周国富说，没想到这里有海滩，“回去要写一个系列，名字都想好了。”"
    assert [speaker for _, speaker, _ in told(text)] == ["周国富"]


def test_the_next_paragraph_tells_who_spoke():
    assert told("“我们不光卖荞麦，也卖云海。”", "周海明说，账号有粉丝17万人。")[0][1] == "周海明"
    assert told("“我们不光卖荞麦，也卖云海。”", "周海明的账号有粉丝17万人。")[0][1] is None


def test_the_clause_before_the_colon_tells_who_speaks():
    text = "说起变化，村民你一言我一语：“路灯亮了，晚上敢出门了。”"
    assert [speaker for _, speaker, _ in told(text)] == ["村民"]


def test_familiar_names_speak():
    assert told("“等工作了，也要帮别人。”被大学录取的小吴说，这笔钱很及时。")[0][1] == "小吴"
    text = "“钱追回来了，悬着的心才放下。”在县社会福利中心，79岁的孟奶奶从工作人员手里接过退款。"
    assert told(text)[0][1] == "79岁的孟奶奶"


def test_words_without_a_pause_are_spoken_where_they_speak_of_oneself_or_of_what_was_done():
    text = "摊主周海明搬了新摊位，日销售额涨到1100元，“最好的一天卖了180斤豆腐”。"
    assert [(q, who) for q, who, _ in told(text)] == [("最好的一天卖了180斤豆腐", "周海明")]
    assert told("摊主周海明所在的街道推进改造，“一店一策提升服务水平”。") == []


def test_who_was_named_before_speaks_where_the_name_follows_the_words():
    first = "校长素帕妮说，学校2016年开设中文课。"
    text = "“会中文，月工资能多三成。”素帕妮算得很实在。"
    assert told(first, text)[-1][1] == "素帕妮"
    text = "“这一班割煤9刀，已经割了7刀。”盯着屏幕的调度员李朔语速很快。"
    assert told(text)[0][1] == "李朔"


def test_a_paragraph_of_ones_own_words_goes_on_with_the_speaker_before():
    first, second = "“日子越过越好了。”说起这些，王建民笑了起来。", "“我还想再盖一间，开个农家乐。”"
    assert [q.speaker for q in quotes(first, second, "村口的路灯亮了。")] == ["王建民", "王建民"]
    asked = "“今年收成怎么样？”王建民问。"
    assert [q.speaker for q in quotes(asked, second, "村口的路灯亮了。")] == ["王建民", None]


def test_who_is_announced_by_a_colon_speaks_in_the_next_paragraph():
    assert [q.speaker for q in quotes("会上，镇长王建民强调：", "“要守住底线，决不松劲。”")] == ["王建民"]


def test_a_stop_may_part_a_quotation_from_its_speaker():
    assert told("“这段路修了三年，总算通了车”，养路工孙大勇感慨，往后不用再绕山。") == [
        ("这段路修了三年，总算通了车", "孙大勇", "感慨")
    ]
    assert told("“灯火渐次亮起来，街上的人也多了”。社区书记钱立平表示，大家都很高兴。") == [
        ("灯火渐次亮起来，街上的人也多了", "钱立平", "表示")
    ]


def test_a_sentence_about_something_else_is_none_that_tells_the_speaker():
    assert told("展览分三层。“山水清音，四时有约”。馆长钱立平分析了其中的门道。") == []
    assert told("“山水清音”，馆长钱立平说，是这次展览的主题。") == []


def test_a_bracket_may_stand_between_the_speaker_and_the_verb():
    text = "“对修桥的人来说，桥通了比什么都好。”架桥队技术员陶丽萍（见图）说。"
    assert told(text) == [("对修桥的人来说，桥通了比什么都好。", "陶丽萍", "说")]


def test_a_pull_quote_is_of_the_one_who_says_it_in_the_text():
    text = (
        "村支书石广田带记者去看新渠。“水到了，心就定了。”石广田说。",
        "“往年这时候家家都在抢水！”",
        "说起从前，种粮大户孟秋兰直摇头：“往年这时候家家都在抢水！谁也睡不踏实。”",
    )
    assert [speaker for _, speaker, _ in told(*text)] == ["石广田", "孟秋兰", "孟秋兰"]


def test_who_is_called_does_not_speak():
    assert told("“老陈，这事不能再拖了！”陈廷玉看着新闻，半天没说话。") == [("老陈，这事不能再拖了！", None, None)]
    assert told("“老陈，这事不能再拖了！”陈廷玉说。") == [("老陈，这事不能再拖了！", "陈廷玉", "说")]


def test_a_description_may_end_in_a_kind_of_people():
    assert told("“林子养人，人也要养林子。”一位在山里走了半辈子的护林人说。")[0][1] == "一位在山里走了半辈子的护林人"


def test_what_they_then_do_does_not_tell_whose_words_they_are():
    text = (
        "球友刘莹丽说：“总算开门了。”",
        "球馆的经理告诉记者，馆里停业了两个月。“进门要先测温，大家都能理解。”为了消毒，他们每两小时拖一遍地。",
    )
    assert [speaker for _, speaker, _ in told(*text)] == ["刘莹丽", "球馆的经理"]


def test_how_one_listens_is_no_part_of_who_one_is():
    assert told("老张听得眉开眼笑：“渡口谁不盼着早点架起一座桥！”")[0][1] == "老张"


def test_to_whom_one_turns_is_not_who_speaks():
    text = "“船什么时候开呀？”面对小孙子的催促，船工钱立平笑着告诉他，雾散了就走。"
    assert told(text)[0][1] == "钱立平"
    assert told("今年回乡，我问母亲：“渡口还在吗？”")[0][1] is None
    assert told("“去哪儿都记得写信！”这是老支书写给孩子们的信。")[0][1] is None
    assert told("“渡口还在呢。”同桌笑着说。")[0][1] == "同桌"


def test_a_pronoun_is_not_the_one_of_whom_somebody_only_learnt():
    text = "陈小禾在练跳高。听说教练王建国明天到场，她兴奋不已：“我要跳给教练看，跳过两米！”"
    assert told(text)[0][1] == "陈小禾"
    text = "当赵永强把救援人员接到镇上后，他们齐声喊：“谢谢大哥，一路平安！”"
    assert told(text)[0][1] == "救援人员"


def test_the_one_whom_the_writer_meets_speaks():
    assert told("记者走进果园，看到果农陈小禾在剪枝：“今年的梨个头大，我心里高兴。”")[0][1] == "陈小禾"
