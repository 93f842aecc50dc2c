"""Which places the kinds of events take: incidents, measures, works, honours (texts invented)."""

from __future__ import annotations

import pytest

from extractors.language.document import Frame
from extractors.language.locations import find_places
from extractors.language.scope import scope_of
from schema.records import DateRange

COUNTY = "湖南省邵阳市新宁县"
CITY = "江苏省盐城市"
FIRM = "白河机械集团（江苏省盐城市）"


def found(text: str, kind: str, place: str = COUNTY) -> list[str]:
    frame = Frame(0, len(text), DateRange("1975-05-06", "1975-05-06"), kind)
    return [named.name for named in find_places(text, (frame,), scope_of(place))]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("二、三、五区流行麻疹。", ["二区", "三区", "五区"]),
        ("第一、三中学发生食物中毒。", ["第一中学", "第三中学"]),
        ("柳林、石桥两公社遭雹灾。", ["柳林公社", "石桥公社"]),
        ("柳林、石桥、沙湾三镇山体滑坡。", ["柳林镇", "石桥镇", "沙湾镇"]),
        ("柳林、石桥部分大队遭受霜冻。", ["柳林", "石桥"]),
        ("柳林、石桥2个乡镇遭暴雨袭击。", ["柳林", "石桥"]),
    ],
)
def test_places_that_share_a_word_or_a_number_are_named_each(text: str, places: list[str]) -> None:
    assert found(text, "incident") == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("柳庄附近忽降冰雹。", ["柳庄"]),
        ("新宁大部分地区遭受暴雨。", ["新宁"]),
        ("本县大部分地区遭受暴雨。", ["新宁县"]),
        ("青河铁路以南积水一米。", ["青河铁路以南"]),
        ("石桥镇柳树村因电线老化失火。", ["石桥镇柳树村"]),
        ("石桥公社冯庄沼气池爆炸。", ["石桥公社冯庄"]),
        ("石桥镇一辆客车翻车。", ["石桥镇"]),
        ("台风过境,波及柳林、石桥3个公社。", ["柳林公社", "石桥公社"]),
        ("山洪冲毁柳林至石桥公路多处。", ["柳林至石桥公路"]),
        ("普降大雪,其中邵东、隆回等地积雪盈尺。", ["邵东", "隆回"]),
        ("土匪窜入黄土岭,抢走耕牛。", ["黄土岭"]),
        ("全县小麦发生锈病。", []),
    ],
)
def test_what_a_calamity_befalls_and_what_it_reaches(text: str, places: list[str]) -> None:
    assert found(text, "incident") == places


@pytest.mark.parametrize(
    ("text", "kind", "places"),
    [
        ("石桥镇清理户口。", "other", ["石桥镇"]),
        ("5月6日,石桥镇柑橘节开幕。", "cultural", ["石桥镇"]),
        ("石桥公社北街大队推行包产到户。", "policy", ["石桥公社北街大队"]),
        ("柳林、石桥、沙湾3区试办合作社。", "other", ["柳林区", "石桥区", "沙湾区"]),
        ("石桥镇中心小学开展劳动教育。", "other", []),
        ("石桥镇青年李明见义勇为。", "other", []),
        ("我县居民用水价格上调。", "policy", ["新宁县"]),
        ("新宁县政府印发实施意见。", "policy", []),
        ("全县推行乡镇干部责任制。", "policy", []),
        ("柳林、石桥两县共建的渡口投入使用。", "other", []),
    ],
)
def test_the_place_that_an_entry_opens_with(text: str, kind: str, places: list[str]) -> None:
    assert found(text, kind) == places


@pytest.mark.parametrize(
    ("text", "kind", "places"),
    [
        ("国务院批准石浦港为渔船停泊点。", "policy", ["石浦港"]),
        ("县政府决定新建中学,校址定在东门路。", "organisation_change", ["东门路"]),
        ("新宁县被定为全省重点县。", "award", ["新宁县"]),
        ("石桥镇柳树村入选全国示范村。", "award", ["石桥镇柳树村"]),
        ("青湖旅游区通过国家级景区复核。", "project", ["青湖旅游区"]),
        ("白云瀑布岸边发现奇石。", "other", ["白云瀑布"]),
        ("野鹤首现青湖水库。", "other", ["青湖水库"]),
        (
            "邵东县石桥公社划归新宁县沙湾区管辖。",
            "organisation_change",
            ["邵东县石桥公社", "新宁县沙湾区"],
        ),
        ("石桥乡撤乡建镇。", "organisation_change", ["石桥乡"]),
    ],
)
def test_places_that_are_chosen_honoured_or_handed_over(
    text: str, kind: str, places: list[str]
) -> None:
    assert found(text, kind) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("省长来盐,专题调研水利。", ["盐城"]),
        ("考察团到盐考察。", ["盐城"]),
        ("县委收到来信,立案查处。", []),
        ("检查团对我市进行评比检查。", ["盐城市"]),
        ("省考核组对大丰区进行脱贫抽查。", ["大丰区"]),
        ("省长亲临江口管理站对防汛工作进行检查。", ["江口管理站"]),
        ("市长赴亭湖区人大、盐都区人大就信访工作调研。", ["亭湖区人大", "盐都区人大"]),
        ("省长到已实施搬迁的响水县石桥镇柳树村调研。", ["响水县石桥镇柳树村"]),
        ("省长到挂钩联系点响水县石桥镇调研。", ["响水县石桥镇"]),
        ("市长等到石桥苗圃参加植树。", ["石桥苗圃"]),
        ("市长调研沿江水网工程。", []),
    ],
)
def test_where_guests_and_officials_go(text: str, places: list[str]) -> None:
    assert found(text, "inspection", CITY) == places


def test_a_township_of_the_own_county_stands_beside_it() -> None:
    assert found("电影厂来县柳林公社拍摄影片。", "cultural") == ["新宁县", "柳林公社"]


def test_the_own_firm_is_called_as_it_is_written() -> None:
    assert found("市长莅临公司调研。", "inspection", FIRM) == ["公司"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("在省委、省政府召开的表彰大会上,职工李明受奖。", []),
        ("市长在市委、市政府招待所举行会谈。", ["市委、市政府招待所"]),
        ("典礼在新建成的青云殿举行。", ["青云殿"]),
        ("签约仪式在学术报告厅举行。", ["学术报告厅"]),
        ("青话剧团进中山堂,为代表演出。", ["中山堂"]),
    ],
)
def test_a_venue_and_what_only_looks_like_one(text: str, places: list[str]) -> None:
    assert found(text, "meeting", CITY) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("大风成灾。石桥、永丰二乡吹毁房屋三百间。", ["石桥乡", "永丰乡"]),
        ("洪峰过境,沙湾公社3个大队1100余人撤至高地。", ["沙湾公社"]),
        ("柳林公社红星大队草原起火,烧毁草场400亩。", ["柳林公社红星大队"]),
        ("白塔林场山林起火。", ["白塔林场"]),
        ("凌晨降暴雨,石梁沟、滨江西路一带民房进水。", ["石梁沟", "滨江西路"]),
        ("两派群众在白马糖厂武斗,死4人。", ["白马糖厂"]),
        ("江水猛涨,军民奋战三昼夜,保住了东门大堤。", ["东门大堤"]),
        ("暴雨,通济门段城墙垮塌。", ["通济门段城墙"]),
        ("大雪,东石高速公路、212国道封闭。", ["东石高速公路", "212国道"]),
        ("县消防救援大队赶到,大火扑灭。", []),
    ],
)
def test_what_befalls_a_place_in_the_words_of_any_decade(text: str, places: list[str]) -> None:
    assert found(text, "incident") == places


@pytest.mark.parametrize(
    ("text", "kind", "places"),
    [
        ("大觉寺二期维修工程竣工。", "project", ["大觉寺"]),
        ("青龙庙水库除险加固工程通过省水利厅、市水利局联合验收。", "project", ["青龙庙水库"]),
        ("212国道石桥至白马段改建工程竣工。", "project", ["212国道石桥至白马段"]),
        ("洛石公路(县城至石桥)通车。", "project", ["洛石公路"]),
        ("龙潭总渠破土动工。", "project", ["龙潭总渠"]),
        ("知青千名安置在龙潭、白马等9个公社。", "other", ["龙潭公社", "白马公社"]),
        ("在青山种畜场办“五七”干校。", "other", ["青山种畜场"]),
        ("民工二千名赴石桥宁远堡大炼钢铁。", "other", ["石桥宁远堡"]),
        ("龙潭窑址出土瓷器20件。", "other", ["龙潭窑址"]),
        ("石桥镇永丰村、白马镇龙门村入选名录。", "award", ["石桥镇永丰村", "白马镇龙门村"]),
        ("省验收组对大石乡、石桥镇验收,两乡镇合格。", "project", ["大石乡", "石桥镇"]),
        ("考察组一行到了石桥镇、白马镇龙门村。", "inspection", ["石桥镇", "白马镇龙门村"]),
        ("副省长视察石桥镇、青山矿务局二矿。", "inspection", ["石桥镇", "青山矿务局二矿"]),
        ("副省长到过马营镇检查。", "inspection", ["马营镇"]),
        ("副省长到石桥镇、过马营镇检查。", "inspection", ["石桥镇", "过马营镇"]),
    ],
)
def test_works_settlers_finds_and_honours_are_at_a_place(
    text: str, kind: str, places: list[str]
) -> None:
    assert found(text, kind) == places


@pytest.mark.parametrize(
    ("text", "kind", "places"),
    [
        ("白河水位猛涨,城关镇500户受淹。", "incident", ["城关镇"]),
        ("白河发生特大洪水,石桥公社、大石公社沙埋农田千亩。", "incident", ["石桥公社", "大石公社"]),
        ("宣平区发生地震。", "incident", ["宣平区"]),
        ("桐琴镇、泉溪镇率先开通公交。", "project", ["桐琴镇", "泉溪镇"]),
        ("桐琴镇率先实现村村通水泥路。", "project", ["桐琴镇"]),
        ("县邮电局在桃溪、王宅增设邮电所。", "other", ["桃溪", "王宅"]),
        ("县长到石桥镇、大石温泉度假区调研。", "inspection", ["石桥镇", "大石温泉度假区"]),
        ("境内最大的水利工程石桥水库开工。", "project", ["石桥水库"]),
    ],
)
def test_rivers_districts_and_townships_told_of_together(
    text: str, kind: str, places: list[str]
) -> None:
    assert found(text, kind) == places


@pytest.mark.parametrize(
    ("text", "kind", "places"),
    [
        ("一部夜袭东石据点,毙敌20余人。", "incident", ["东石据点"]),
        ("县文物保管所在三汲公社中汲村清理墓葬。", "other", ["三汲公社中汲村"]),
        ("解放军某部进驻石桥中学支左。", "other", ["石桥中学"]),
        ("县污水处理厂投入试运行。", "project", ["县污水处理厂"]),
        ("浓雾,石太高速石桥段20余辆车追尾。", "incident", ["石太高速石桥段"]),
        ("县长到县人民医院、隔离点检查疫情防控。", "inspection", ["县人民医院"]),
    ],
)
def test_raids_stores_and_roads(text: str, kind: str, places: list[str]) -> None:
    assert found(text, kind) == places


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("副书记在黄田主持誓师大会。", "meeting", "黄田"),
        ("水泥厂在下桥口破土动工。", "project", "下桥口"),
        ("民兵在黑石岭击毙匪首。", "incident", "黑石岭"),
        ("副专员在柳林住了三天。", "other", "柳林"),
        ("动员会在东湖站站址以视频形式召开。", "meeting", "东湖站站址"),
        ("教工大会在校内实验楼召开。", "meeting", "校内实验楼"),
        ("决赛在东湖职业技术学院鸣哨。", "cultural", "东湖职业技术学院"),
    ],
)
def test_what_is_done_at_a_place(text: str, kind: str, place: str) -> None:
    assert found(text, kind) == [place]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("县办干校于东风公社四门洞。", ["东风公社四门洞"]),
        ("后方医院设于云溪区青崖山。", ["云溪区青崖山"]),
        ("民工集结石桥、张黄港一线。", ["石桥", "张黄港"]),
        ("知识青年分插许家湖、高桥等公社。", ["许家湖公社", "高桥公社"]),
        ("恢复高考,设庆远、德胜、北牙3个考点。", ["庆远", "德胜", "北牙"]),
        ("村民转移至镇中学操场避险。", ["镇中学操场"]),
        ("部队夜宿王家坪,次日东进。", ["王家坪"]),
    ],
)
def test_where_people_and_houses_are_put(text: str, places: list[str]) -> None:
    assert found(text, "other") == places


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("东湖镇石桥村农民李大贵家发生爆炸。", "东湖镇石桥村"),
        ("东湖区圩堤溃决14处。", "东湖区"),
        ("余姚县东湖小区项目工地,一台塔吊倾斜。", "余姚县东湖小区项目工地"),
        ("东湖镇胜利路与双龙大道交叉口发生车祸。", "东湖镇胜利路与双龙大道交叉口"),
        ("货轮在青石岛以南7海里处搁浅。", "青石岛以南7海里处"),
        ("印尼西部海域8.1级地震引起巨浪。", "印尼西部海域"),
        ("二纺工场清花间起火。", "二纺工场清花间"),
        ("解放军进占丁家庙。", "丁家庙"),
    ],
)
def test_the_spot_that_an_incident_befell(text: str, place: str) -> None:
    assert found(text, "incident") == [place]


def test_communes_share_their_word_without_a_number() -> None:
    assert found("云溪、双河公社倒塌民房百余间。", "incident") == ["云溪公社", "双河公社"]


def test_what_a_place_is_called_today_is_no_part_of_its_name() -> None:
    assert found("检查组到余姚县(今余姚市)检查水源保护。", "inspection") == ["余姚县"]


def test_the_township_that_opens_a_meeting_without_a_venue() -> None:
    assert found("云溪镇各界五千人集会庆祝。", "meeting") == ["云溪镇"]
    assert found("庆远镇军民在中山公园举行集会。", "meeting") == ["中山公园"]


@pytest.mark.parametrize(
    ("text", "kind", "places"),
    [
        ("柳林县何家公社社员在挖井时挖出化石。", "other", ["柳林县何家公社"]),
        ("东湖大礼堂放映电影时起火。", "incident", ["东湖大礼堂"]),
        ("东湖站两列货车相撞。", "incident", ["东湖站"]),
        ("水泥船在柳江下水。", "project", ["柳江"]),
        ("柳林温泉改扩建后重新开放。", "project", ["柳林温泉"]),
        ("第一医院由马路里迁明月街。", "organisation_change", ["马路里", "明月街"]),
        ("共青团在校大礼堂举行宣誓仪式。", "ceremony", ["校大礼堂"]),
        ("创办柳林完小于万寿宫。", "organisation_change", ["万寿宫"]),
        ("处决特务三人于城东沙洲。", "incident", ["城东沙洲"]),
        ("土匪窜入谷达坡抢劫粮仓。", "incident", ["谷达坡"]),
        ("西门口豆腐店失火。", "incident", ["西门口豆腐店"]),
        ("小组辗转东莞、惠州、佛山等地拜会客商。", "visit", ["东莞", "惠州", "佛山"]),
        ("官兵连夜开赴沙洲堤段封堵管涌。", "incident", ["沙洲堤段"]),
        ("合唱团在东湖大礼堂前举行快闪。", "cultural", ["东湖大礼堂"]),
        ("书记主持座谈会,会前察看了南门岗片区。", "meeting", ["南门岗片区"]),
        ("抽调民工1200人赴芷江修建飞机场。", "project", ["芷江"]),
    ],
)
def test_places_behind_other_words(text: str, kind: str, places: list[str]) -> None:
    assert found(text, kind) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("G104国道柳林镇段发生三车追尾。", ["G104国道柳林镇段"]),
        ("沪昆高速公路青河段1024公里处油罐车侧翻。", ["沪昆高速公路青河段1024公里处"]),
        ("县道X308石桥路段塌方,交通中断。", ["县道X308石桥路段"]),
        ("暴雨引发山洪,冲断207国道石桥段。", ["207国道石桥段"]),
    ],
)
def test_a_stretch_of_a_road_is_a_place(text: str, places: list[str]) -> None:
    assert found(text, "incident") == places


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("青河大桥桥墩被洪水冲坏。", "青河大桥"),
        ("柳林中学校舍倒塌,压死学生3人。", "柳林中学"),
        ("县百货公司三楼失火。", "县百货公司"),
        ("青河化工厂丙烷罐泄漏起火。", "青河化工厂"),
        ("中心卫生院门诊楼一层进水0.5米。", "中心卫生院门诊楼"),
        ("红卫兵砸毁文昌塔石碑,烧毁古籍。", "文昌塔"),
        ("白马镇一烟花爆竹厂爆炸。", "白马镇"),
    ],
)
def test_what_of_a_place_it_befell_is_no_part_of_its_name(text: str, place: str) -> None:
    assert found(text, "incident") == [place]


def test_a_river_that_breaks_its_banks_at_a_village_names_both() -> None:
    assert found("青河于石桥村西决口,淹田千亩。", "incident") == ["青河", "石桥村西"]


def test_a_town_that_falls_and_where_its_office_moves() -> None:
    text = "日军犯境,新宁城陷。县府迁柳林,复迁石桥。"
    assert found(text, "incident") == ["新宁城", "柳林", "石桥"]
    assert found("新宁县城解放。", "other") == ["新宁县城"]


@pytest.mark.parametrize(
    ("text", "kind", "places"),
    [
        ("民工八千人开赴石楼、永和。", "other", ["石楼", "永和"]),
        ("小轮两艘,往返新宁、邵阳、宝庆之间。", "other", ["新宁", "邵阳", "宝庆"]),
        ("三十八师驻石楼、永和、隰县一带。", "other", ["石楼", "永和", "隰县"]),
        ("知青300名到柳林、石桥等公社插队落户。", "other", ["柳林公社", "石桥公社"]),
        ("柳林、石桥、沙湾三处营业所开业。", "organisation_change", ["柳林", "石桥", "沙湾"]),
        ("县长到石桥、沙湾两个派出所检查。", "inspection", ["石桥派出所", "沙湾派出所"]),
        ("书记赴柳林、石桥沿河一线指挥防汛。", "inspection", ["柳林", "石桥"]),
        ("考察团参观柳林镇八一村、石桥镇。", "visit", ["柳林镇八一村", "石桥镇"]),
    ],
)
def test_lists_of_bare_names_that_what_closes_them_tells(
    text: str, kind: str, places: list[str]
) -> None:
    assert found(text, kind) == places


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("市委书记到石桥镇柳树村组织抢险。", "石桥镇柳树村"),
        ("副省长到石桥乡看丰产田。", "石桥乡"),
        ("考察团到柳林镇八一村参访。", "柳林镇八一村"),
        ("一行到沙湾村沙化区植树。", "沙湾村"),
        ("州长到石桥镇各农场检查。", "石桥镇"),
        ("副市长沿青河东岸步行察看堤防。", "青河东岸"),
    ],
)
def test_what_is_done_at_a_place_ends_its_name(text: str, place: str) -> None:
    assert found(text, "inspection") == [place]


def test_the_wounded_are_brought_to_a_hospital() -> None:
    assert found("伤员送至市第二人民医院抢救。", "incident") == ["市第二人民医院"]


def test_a_town_that_is_honoured_is_no_person() -> None:
    assert found("石桥镇获评“全国卫生镇”。", "award") == ["石桥镇"]


@pytest.mark.parametrize(
    ("text", "kind", "places"),
    [
        ("县一中操场举行全县运动会。", "cultural", ["县一中操场"]),
        ("县城举行庆祝大会。", "meeting", ["县城"]),
        ("各界在人民会场悼念烈士。", "condolence", ["人民会场"]),
        ("邑绅李某等于北关创办模范工厂。", "organisation_change", ["北关"]),
        ("教会在南阳街建医院一所。", "organisation_change", ["南阳街"]),
        ("县长率民团驻防西坪。", "visit", ["西坪"]),
        ("在城关小学办暑期教师集训班。", "training", ["城关小学"]),
        ("之家在火车站街道揭牌。", "ceremony", ["火车站街道"]),
        ("考察团考察青河古城保护开发。", "inspection", ["青河古城"]),
        ("参观了大寨田、红旗渠、石桥公社养猪场。", "visit", ["大寨田", "红旗渠", "石桥公社养猪场"]),
    ],
)
def test_where_it_was_held_in_the_words_of_any_decade(
    text: str, kind: str, places: list[str]
) -> None:
    assert found(text, kind) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("客车在209国道石桥路段翻入山沟。", ["209国道石桥路段"]),
        ("高速公路石桥段K1043+200处两车相撞。", ["高速公路石桥段K1043+200处"]),
        ("东湖区三里堡一居民楼煤气泄漏引起火灾。", ["东湖区三里堡"]),
        ("水淹大柳树、小柳树、前营3个大队。", ["大柳树大队", "小柳树大队", "前营大队"]),
        ("洪水冲决丁家坝,灾民流徙信阳、确山。", ["丁家坝", "信阳", "确山"]),
    ],
)
def test_accidents_and_floods_in_many_words(text: str, places: list[str]) -> None:
    assert found(text, "incident") == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("日军陷县城,焚关帝庙及西街民房百余间。", ["县城", "关帝庙"]),
        ("匪陷柳林寨,掠石桥、沙湾。", ["柳林寨", "石桥", "沙湾"]),
        ("清军复据柳林。", ["柳林"]),
        ("乱兵掠当铺三家。", []),
        ("据统计,损失百万元。", []),
        ("台风影响,柳林、石桥洪水进圩。", ["柳林", "石桥"]),
        ("消防队接到柳林镇一小区电梯困人报警。", ["柳林镇"]),
        ("川青公路和平段塌方三处。", ["川青公路和平段"]),
    ],
)
def test_calamities_in_the_short_words_of_old_annals(text: str, places: list[str]) -> None:
    assert found(text, "incident") == places


def test_who_is_sent_to_announce_it_announces_it_here() -> None:
    assert found("市委组织部来县宣布领导班子调整。", "appointment") == ["新宁县"]
    assert found("县委任命李大年为局长。", "appointment") == []


def test_villages_whose_names_say_so_take_no_other_word() -> None:
    assert found("县长看了李家庄、石桥两村麦田。", "inspection") == ["李家庄", "石桥"]
    assert found("柳林、石桥两村失火。", "incident") == ["柳林村", "石桥村"]
