"""Two lines of a headline that follow each other: one that a column broke, or two."""

from __future__ import annotations

import pytest

from transforms.layout.wording.one_or_two_lines import are_one


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        ("渡口镇今年再添三条便民公交线", "路"),
        ("全县中小学校食堂明厨亮灶实现全覆", "盖"),
        ("柳溪镇渡口客运站新增候船座", "位六十个"),
        ("——回访柳溪镇渡口", "摆渡人老秦一家"),
        ("县里新添一家国家级", "制造业单项冠军"),
        ("老渡口", "有了新码头"),
        ("柳溪龙舟邀请赛", "在老渡口开桨"),
        ("柳溪镇中心医院", "成功救治溺水船工"),
        ("让两岸的孩子", "都有船坐"),
        ("我县公布第二批", "古渡口名单"),
        ("渡口客货吞吐收入", "同比增长两成"),
        ("旧趸船成了", "“水上书屋”"),
        ("为渡口客运提供", "技术支撑"),
        ("柳溪县渡运安全专项整治工作", "推进会召开"),
        ("船工队摘得全省水上技能大赛", "团体组金牌"),
        ("12个渡口镇集体收入", "全部超10万元"),
        ("全县渡运公司年度收入", "均过百万元"),
        ("把老渡口和新码头", "两桩好事一起办成"),
        ("县中心医院完成百例", "白内障微创手术"),
        ("“红马甲”守护", "晚归船工最后一里路"),
        ("柳溪古渡灯影季", "下周六开街"),
        ("江心洲渡口龙舟赛", "昨日收官"),
        ("县二院完成首例内窥镜辅助", "鼻腔重建术"),
        ("李江远一跃", "救起两名落水儿童"),
        ("收拾好旧渔船", "再出发"),
        ("网上订舱如何改变", "老渡口生意"),
        ("赵原代表镇委作工作报告", "李江就渡口改造作说明"),
    ],
)
def test_a_broken_line_is_one(upper: str, lower: str) -> None:
    assert are_one(upper, lower, alone=True)


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        ("渡船又便宜一块", "我县三条航线票价下调"),
        ("昨夜码头停电", "两百旅客摸黑上岸"),
        ("无人渡船落地", "一江碧水有了新摆渡"),
        ("柳溪大桥合龙", "全部工程年底完工"),
        ("渡口开工　两岸都盼着这一天", "钢桩昨天打下第一根"),
        ("镇里请来老船工", "掌舵 撑篙 看水情"),
        ("渡口整治见到了成效", "让江面静下来（民生观察）"),
        ("摆渡船深夜搁浅", "村民打灯来救"),
        ("船工在岛上守了三十六年", "全家搬到岛上住"),
        ("渡口票价怎么改", "月票会变贵吗"),
        ("守住江面安全底线 护航两岸百姓出行", "赵原主持"),
        ("在渡口改造动员会上的讲话", "（二〇二四年三月六日）"),
        ("江苏盐城亭湖区", "把课堂搬到滩涂上"),
        ("柳溪县石桥村", "一条老船的第三次下水"),
        ("六家航运公司年报亮点多", "净收入四升两降"),
        ("江口镇石桥村用活滩涂资源", "一个穷渡口的“致富经”"),
        ("柳溪江无人渡船试航一年记", "一双“眼”看住十条船"),
        ("江口渡工如何改行", "年轻人有话说"),
    ],
)
def test_two_lines_that_say_something_each_are_two(upper: str, lower: str) -> None:
    assert not are_one(upper, lower, alone=True)


@pytest.mark.parametrize("lower", ["……", "（民生观察）", "“”", "3", "A"])
def test_a_line_without_words_is_read(lower: str) -> None:
    assert are_one("渡口整治见到了成效", lower, alone=True) in (True, False)
    assert are_one(lower, lower, alone=False) in (True, False)
