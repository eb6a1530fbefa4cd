"""People of an article with their titles."""

import pytest
from growth import growth

from transforms.names.article_names import read_article_names
from transforms.names.people.person import PersonName
from transforms.words.token import tokenize


def people(*paragraphs: str) -> list[PersonName]:
    return list(read_article_names(paragraphs, [tokenize(p) for p in paragraphs]).people)


def titles(*paragraphs: str) -> dict[str, str | None]:
    return {p.name: p.title for p in people(*paragraphs)}


def test_title_and_organisation_as_the_text_has_them():
    (person,) = people("柳河村党支部书记周海明介绍，村里新修了三条水渠。周海明说，明年还要再修。")
    assert (person.name, person.title, person.n_mentions) == ("周海明", "柳河村党支部书记", 2)


def test_a_surname_that_is_also_a_word_belongs_to_the_name():
    assert titles("副区长区建国参加启动仪式。") == {"区建国": "副区长"}


def test_people_in_a_list_share_their_title():
    found = titles("县领导王志刚、李春梅、欧阳建平参加会议。")
    assert found == {"王志刚": "县领导", "李春梅": "县领导", "欧阳建平": "县领导"}


def test_two_titles_of_one_person_are_one_title():
    assert titles("会上，县委常委、宣传部部长刘晓东作动员讲话。") == {"刘晓东": "县委常委、宣传部部长"}


def test_foreign_names_keep_their_dot():
    assert "安东尼奥·古铁雷斯" in titles("联合国秘书长安东尼奥·古铁雷斯8日发表声明。")


def test_general_words_and_forms_of_address_are_no_names():
    assert people("县水务局相关负责人介绍，王阿姨和李大爷都报了名，志愿者每天上门。") == []


def test_no_people_in_nothing():
    assert people() == [] and people("") == []


def test_a_million_commas_take_linear_time():
    for unit in ("、", "王强、"):
        assert growth(people, unit * 10_000, unit * 20_000) < 3.5


def test_a_name_ends_before_the_words_that_follow_it():
    found = titles("组长公羊寿搬回宿舍，海员申屠浪年轻时跑过远洋。李铁山则认为不妥。")
    assert set(found) == {"公羊寿", "申屠浪", "李铁山"}
    assert set(titles("刘明远副总理会见来宾。随后，刘明远向来宾介绍情况。")) == {"刘明远"}


def test_a_name_begins_behind_a_verb_or_a_title():
    found = titles("安德烈总统抵达。访问期间，会见安德烈的还有商界人士。安德烈说，合作前景广阔。")
    assert found == {"安德烈": "总统"}


def test_the_title_of_another_is_not_ones_own():
    found = titles("县长周海明主持会议，周海明县长、县人大主任陈立国出席。陈立国讲话。")
    assert found == {"周海明": "县长", "陈立国": "县人大主任"}


def test_words_of_the_language_are_no_people():
    assert titles("居民恩格尔系数下降。村民戴口罩出门，学生齐齐敬礼，暖风吹过田埂边的油菜花。") == {}
    assert set(titles("省文化厅副厅长、宣传司副司长米锋表示。")) == {"米锋"}


def test_the_short_form_of_a_foreign_name_is_the_same_person():
    (one,) = people("音乐家卡米拉·莫雷诺来到海边。莫雷诺说，语言不是墙。")
    assert (one.name, one.title, one.n_mentions) == ("卡米拉·莫雷诺", "音乐家", 2)


def test_a_short_form_of_a_short_form_is_the_same_person():
    (one,) = people("布兰德·彭浦曼来访。彭浦曼表示欢迎。浦曼说，很好。")
    assert (one.name, one.n_mentions) == ("布兰德·彭浦曼", 3)


def test_an_age_or_a_name_given_tells_a_person():
    assert set(titles("15岁的苗可儿以2分10秒夺冠。领奖台边，有个叫丁小满的女孩在鼓掌。")) >= {"苗可儿"}


def test_the_paper_s_own_reporter_is_no_person_of_the_article():
    assert set(titles("镇长陈国明向本报记者刘志远介绍情况。陈国明说，渠道修好了。")) == {"陈国明"}


def test_what_a_sentence_says_that_a_person_is():
    found = titles("身为东湾村党总支书记的韩立新带头。今年46岁的冯志强，是县人民医院急诊科医生。沈卫东是最忙的一个。")
    assert found == {"韩立新": "东湾村党总支书记", "冯志强": "县人民医院急诊科医生", "沈卫东": None}


def test_a_rank_after_the_name_is_a_title():
    assert titles("陈学勤教授认为，这项技术已经成熟。") == {"陈学勤": "教授"}


def test_the_name_of_a_body_in_a_title_is_whole():
    found = titles(
        "临湖航运与水利实验室副主任高立群说。重庆东华控股（集团）公司董事长许文静说。县医院ICU主任汪志远说。"
        "K218次列车党支部书记罗春燕说。镇中心医院外伤科住院医师郑洋说。"
    )
    assert found == {
        "高立群": "临湖航运与水利实验室副主任",
        "许文静": "重庆东华控股（集团）公司董事长",
        "汪志远": "县医院ICU主任",
        "罗春燕": "K218次列车党支部书记",
        "郑洋": "镇中心医院外伤科住院医师",
    }


def test_a_name_keeps_the_character_that_looks_like_part_of_the_verb():
    assert set(titles("副主席卢晓明说，要办好这件事。母亲张淑文说，她放心。")) == {"卢晓明", "张淑文"}
    assert set(titles("护士长李谦听说后赶来。第一书记刘军知道，时间不多了。")) == {"李谦", "刘军"}


def test_one_person_is_named_alike_throughout():
    (one,) = people("医生王维慈来到病房。王维慈从早忙到晚。夜班后，王维慈才回家。“不累。”王维慈说。")
    assert (one.name, one.n_mentions) == ("王维慈", 4)


def test_a_surname_that_is_a_preposition_begins_a_name_that_speaks():
    assert "于世昌" in titles("“目前已有十几人出院。”于世昌说，还要再观察几天。")


def test_words_in_a_row_are_no_people():
    assert titles("我们应寒潮、平沟坎、战大旱、抗虫害。郑州站、杭州站引入新设施。产品呈现高毛利、高研发的特征。") == {}


def test_who_wrote_or_translated_a_book():
    found = titles("《河流的记忆》：［法］让·马丁著，周明远、高敏译；青山出版社出版。")
    assert set(found) == {"让·马丁", "周明远", "高敏"}


def test_writers_in_the_bracket_before_a_paragraph_are_no_people_of_it():
    assert set(titles("（周明远、林静怡）县长韩立新日前来到东湾村。")) == {"韩立新"}


def test_who_is_appointed():
    assert "章文轲" in titles("任命章文轲为省审计厅副厅长；免去孟繁冬的省审计厅副厅长职务。")


def test_the_name_of_a_road_is_no_person():
    assert titles("工业区位于江杜东路北侧，沿江杜东路往南就是码头。") == {}


def test_a_full_name_is_a_person_whatever_follows():
    found = titles("法制大队的张玉梅向记者展示平台。地主之子陈天佑，早早投身革命。“爱心妈妈”刘春凝、保安陈智群都来了。")
    assert found == {"张玉梅": None, "陈天佑": None, "刘春凝": None, "陈智群": "保安"}


def test_a_surname_and_a_word_for_people_is_a_name_behind_a_title_only():
    assert titles("研究中心主任李明星表示，风险可控。县农科所李老师说，张医生也来了。") == {"李明星": "研究中心主任"}


def test_scores_and_numbers_are_no_part_of_a_title():
    assert titles("她以2∶0战胜俄罗斯选手柳芭·彼得罗娃。说出这句话的是一名90后小伙杨帅。") == {
        "柳芭·彼得罗娃": "俄罗斯选手",
        "杨帅": "90后小伙",
    }


def test_whom_the_title_of_a_work_names_is_no_person_of_the_article():
    assert titles("晚会上，县剧团演出了《周海明与他的三条水渠》。") == {}


def test_a_name_that_jieba_cuts_with_its_title_or_its_verb():
    found = titles("网格员郝小月的劝导有了回音。种植户冷谦算起账来眉开眼笑。")
    assert found == {"郝小月": "网格员", "冷谦": "种植户"}


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("青石公司新品开发负责人周韵说，原料够用。", "青石公司"),
        ("柳溪乡党委书记吕敏到村里调研。", "柳溪乡党委"),
        ("柳州市委原书记李平搞形式主义。", "柳州市委"),
        ("中国驻俄罗斯大使馆参赞吕敏出席。", "中国驻俄罗斯大使馆"),
        ("一家证券公司员工吕敏说，行情不错。", None),
        ("餐厅主厨吕敏说，菜都卖完了。", None),
        ("柳溪县水务局局长吕敏到村里调研。", "柳溪县水务局"),
        ("柳溪新区市政管护局副局长吕敏说，路灯都换了。", "柳溪新区市政管护局"),
        ("柳溪县扶贫办主任吕敏介绍，路已修通。", "柳溪县扶贫办"),
        ("柳溪县种子检测中心副主任吕敏介绍，样品都合格。", "柳溪县种子检测中心"),
        ("柳溪县登山救护队队员吕敏说，大家都好。", "柳溪县登山救护队"),
        ("青石乳业董事长吕敏说，原料够用。", "青石乳业"),
        ("连锁书店副总经理吕敏说，读者多了。", None),
        ("场馆运营总经理吕敏说，观众多了。", None),
        ("教育部副部长吕敏说，学校都开了。", "教育部"),
        ("北京航天飞行控制中心调度员吕敏说，一切正常。", "北京航天飞行控制中心"),
    ],
)
def test_the_organisation_that_a_title_holds(text: str, body: str | None) -> None:
    assert [one.organization for one in read_article_names([text], [tokenize(text)]).people] == [body]


@pytest.mark.parametrize(
    "title",
    [
        "柳溪县种子质量监理站副站长",
        "柳溪港船用锚链制造中心主任",
        "柳溪县农产品装卸所副所长",
        "某国议会交通、能源与贸易委员会主席",
        "工业和信息化部副部长",
        "中西医结合科副主任医师",
        "退伍老兵",
    ],
)
def test_a_title_may_have_a_verb_or_a_list_of_fields_in_its_body(title: str):
    assert titles(f"{title}徐建宁说，春天来了。") == {"徐建宁": title}


def test_a_verb_before_a_centre_that_one_goes_to_is_no_part_of_a_title():
    assert titles("下午，车队来到中心主任徐建宁的办公室。") == {"徐建宁": "中心主任"}


def test_whom_a_title_calls_a_person_is_no_town_elsewhere():
    (person,) = people(
        "俄罗斯总统普京出席会议。", "经济增速加快。普京表示，粮食增产。经济增速加快。普京表示，粮食增产。"
    )
    assert (person.name, person.n_mentions) == ("普京", 3)


def test_a_person_covers_the_town_within_the_name():
    (person,) = people("史德城是列车长。", "午后，渡轮离了江口站。史德城给儿子写了一张便条。")
    assert (person.name, person.n_mentions) == ("史德城", 2)


def test_a_paragraph_may_end_with_a_foreign_name():
    assert titles("南非总统拉马福萨") == {"拉马福萨": "南非总统"}


def test_a_role_before_a_comma_is_a_title():
    assert titles("作为柳溪县渡船修造队焊接班班长，罗晓红每天忙到深夜。") == {"罗晓红": "柳溪县渡船修造队焊接班班长"}
    assert titles("作为一名老党员，孟广田第一个报了名。作为回报，孟广田得了一面锦旗。") == {"孟广田": "老党员"}


def test_a_post_may_be_told_with_the_body_before_it():
    assert titles("石秋兰是临湖县生物研究院的院长。") == {"石秋兰": "临湖县生物研究院的院长"}


@pytest.mark.parametrize(
    ("text", "name", "title"),
    [
        ("美国国家桥梁和隧道研究所主任哈罗德·温说，检查太慢。", "哈罗德·温", "美国国家桥梁和隧道研究所主任"),
        (
            "联合国水利署南亚和东南亚区域局局长萨拉姆表示，局势复杂。",
            "萨拉姆",
            "联合国水利署南亚和东南亚区域局局长",
        ),
        ("省交通厅公路科学研究所公路养护与桥梁检测中心主任徐建宁说，要多走动。", "徐建宁", None),
        ("中国茶叶学会茶树栽培与加工专业委员会副主任杨波涛说，老树怕积水。", "杨波涛", None),
        ("专家和市人民医院院长杨波涛到了现场。", "杨波涛", "市人民医院院长"),
    ],
)
def test_a_body_may_have_a_conjunction_in_its_name(text: str, name: str, title: str | None):
    assert titles(text) == {name: title or text[: text.index(name)]}
