"""Measure words and the words that a numeral meets in the paper: which count, which name, which only point."""

from __future__ import annotations

from datetime import date

import pytest
from made_quantities import read_quantities

from transforms.times.period import read_periods

COUNTED = [
    # a measure word before a word that begins with a sign it may be the head of
    ("腾出90多间隔离病房", "90多间"),
    ("选出30余种植物", "30余种"),
    ("招回412名人员", "412名"),
    ("请来5名人民调解员", "5名"),
    ("夜班多添2名人手", "2名"),
    ("12人均已出院", "12人"),
    ("安装6台风机", "6台"),
    ("写了两万多行程序", "两万多行"),
    ("近七成都是新车", "近七成"),
    ("有两家三级医院", "两家"),
    ("新建两所九年制学校", "两所"),
    # a half behind the measure word
    ("孩子们跑了4圈半。", "4圈半"),
    ("承办5场半程马拉松", "5场"),
    # rarer ones
    ("图纸改了9稿，", "9稿"),
    ("约3万叶书影", "约3万叶"),
    ("待修的古书200余册件", "200余册件"),
    ("发现9具遗骸", "9具"),
    ("每天吃两顿饭", "两顿"),
    ("接听3.2万通电话", "3.2万通"),
    ("绕操场跑了40圈", "40圈"),
    ("分属7目18科", "7目"),
    ("共有11大类事项", "11大类"),
    ("发运52车水泥", "52车"),
    ("敲了600下。", "600下"),
    ("共查处2008起。", "2008起"),
    ("扣除12分的总分", "12分"),
    ("分为四类", "四类"),
    ("拥有3亿人口", "3亿人口"),
    # letters and quotation marks
    ("人均GDP2万美元", "2万美元"),
    ("园区APP九成用户", "九成"),
    ("他说“产量超过800斤”。", "超过800斤"),
    ("建成6座300平方米的大棚", "6座"),
    ("超过半数", "超过半数"),
    ("距今90万年至60万年", "60万年"),
    ("发生6.0级以上地震", "6.0级以上"),
    ("一周七天都开门", "七天"),
    ("连续4天100小时", "4天"),
    ("历时3个月零5天", "3个月零5天"),
    ("气温在-6℃～2℃之间", "-6℃～2℃"),
    ("冷藏（-20—-16摄氏度）", "-20—-16摄氏度"),
    ("一半多的村民", "一半多"),
    ("占30%多", "30%多"),
    ("连续四周上涨", "四周"),
    ("已连续4天大于零", "4天"),
    ("在2019年10个工作日的基础上", "10个工作日"),
    ("来2斤五花肉", "2斤"),
    ("使用6年大概够了", "6年"),
    ("发生4.8级地震", "4.8级"),
    ("三家村镇银行", "三家"),
    ("搬来12床被子", "12床"),
    ("开了三次全会", "三次"),
    ("37个亿元以上项目", "37个"),
    ("70%多为女性", "70%"),
    ("引来9家上下游工厂", "9家"),
    ("每斤在30元上下，", "30元上下"),
    ("改造电杆52基，", "52基"),
    ("清理汉墓17基", "17基"),
    ("堆着三垛稻草", "三垛"),
    ("小区共有楼房18幢、", "18幢"),
    ("新建住宅楼3幢，", "3幢"),
]

NOT_COUNTED = [
    "挖出三叶虫和七叶树的化石",
    "庙会于10月5日圆满收官",
    "长三角一体化",
    "造成10万平民死亡",
    "来到三家村",
    "最近两年",
    "352床的患者",
    "四周都是麦田",
    "8日元宵节",
    "2020天坛公园",
    "公元79年火山喷发",
    "曾4度停水",
    "五倍子和板蓝根",
    "男子500米冠军",
    "城乡二元结构",
    "买了一块新表",
    "近两天都放晴",
    "八家子镇",
    "九盘村村民",
    "杨树村6组村民",
    "谣言四起",
    "掌声四起，",
    "货比三家",
    "电子集团38所",
    "锦标赛前三名",
    "第三、四节课",
    "感染9科主任",
    "十大类别",
    "不当两面派",
    "花了20个亿",
    "养殖二场",
    "造成二次污染",
    "组织二处处长",
    "08床的病人",
    "26床老爷子下了地",
    "护士记得31床是一位教师",
    "市纪委三次全会",
    "审议了十一届市人大常委会的报告",
    "搬进五家寨村",
    "三元派出所",
    "两部制电价",
    "三轮摩托车",
    "以1分43秒70夺冠",
    "波音737飞机",
    "2019起",
    "刻着五角星",
    "近两年有所回升",
    "低于近5年的平均水平",
    "近三年新建的学校",
    "这里没什么两样",
    "3栋2单元",
    "六垛片区修了路",
    "家住锦绣花园15幢",
    "翠竹小区6幢的居民",
    "停电范围：金桂花园2—8幢",
    "成熟一块、收割一块",
    "种一亩、收一亩",
    "为什么叫“一丈二”？",
    "网名叫“三斤半”",
    "5基站",
]


@pytest.mark.parametrize(("text", "raw"), COUNTED)
def test_it_counts(text: str, raw: str) -> None:
    assert raw in [q.raw for q in read_quantities(text)]


@pytest.mark.parametrize("text", NOT_COUNTED)
def test_it_counts_nothing(text: str) -> None:
    assert read_quantities(text) == []


@pytest.mark.parametrize("text", ["干了近两年", "历时近3个月", "经过近5年的努力", "近20年", "工作近两周，"])
def test_a_length_that_is_measured(text: str) -> None:
    [found] = read_quantities(text)
    assert (found.kind, found.comparator) == ("duration", "≈")


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("分别增加21万、34万和45.5万户", [("增加21万", "户"), ("34万", "户"), ("45.5万户", "户")]),
        ("高于全省1.3和0.8个百分点", [("1.3", "pp"), ("0.8个百分点", "pp")]),
        ("提高了2个和1.5个百分点", [("提高了2个", "pp"), ("1.5个百分点", "pp")]),
        ("3、5和7月", []),
        ("1个和2个孩子", [("1个", "个"), ("2个", "个")]),
    ],
)
def test_the_last_of_a_list_gives_its_unit(text: str, want: list[tuple[str, str]]) -> None:
    assert [(q.raw, q.unit) for q in read_quantities(text)] == want


@pytest.mark.parametrize(
    ("text", "change", "per"),
    [
        ("较前日减少12人", "other", None),
        ("比前一日均下降0.4%", "other", None),
        ("日均下降3%", "other", "d"),
        ("指数同比上升6.2个点", "yoy", None),
    ],
)
def test_the_day_before_is_a_base(text: str, change: str, per: str | None) -> None:
    [found] = read_quantities(text)
    assert (found.change, found.per) == (change, per)


def test_words_of_more_and_less_than_usual_move_the_number() -> None:
    [rain] = read_quantities("降水较常年偏少两成")
    assert (rain.raw, rain.direction) == ("偏少两成", "down")
    [coin] = read_quantities("比上年贬值3%")
    assert (coin.change, coin.direction) == ("yoy", "down")


@pytest.mark.parametrize(
    ("text", "unit"), [("收回两块荒地", "块"), ("卖五块一斤", "CNY"), ("收两块，", "CNY"), ("花了三块五", "CNY")]
)
def test_a_piece_is_money_where_no_noun_follows(text: str, unit: str) -> None:
    [found] = read_quantities(text)
    assert found.unit == unit


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("4块 7美元", ["CNY", "USD"]),
        ("找零2元和60块", ["CNY", "CNY"]),
        ("切成6块、9块", ["块", "块"]),
        ("3元和2块蛋糕", ["CNY", "块"]),
    ],
)
def test_a_piece_beside_a_sum_of_money_is_money(text: str, units: list[str]) -> None:
    assert [found.unit for found in read_quantities(text)] == units


def test_the_base_of_a_speed_may_stand_before_a_verb() -> None:
    [speed] = read_quantities("时速达到210公里")
    assert speed.per == "h"


@pytest.mark.parametrize(
    ("text", "want"), [("天宝七年修桥", []), ("再过二三年", ["二三年"]), ("树龄有700岁", ["700岁"])]
)
def test_a_year_of_a_reign_is_a_date(text: str, want: list[str]) -> None:
    assert [q.raw for q in read_quantities(text, read_periods(text, date(2020, 1, 1)))] == want


def test_a_number_that_may_be_a_name_is_less_sure() -> None:
    [plain], [named] = read_quantities("走访52家企业"), read_quantities("走访52所学校")
    assert plain.confidence >= 0.9 > named.confidence
