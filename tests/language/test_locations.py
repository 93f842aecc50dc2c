"""Where events happened, read from the grammar of chronicles (all texts invented)."""

from __future__ import annotations

import pytest
import spacy

from extractors.language.document import CharacterTokenizer, Frame, PersonSpan, PostSpan
from extractors.language.locations import find_places
from extractors.language.scope import scope_of
from schema.records import DateRange

DAY = DateRange("2019-05-06", "2019-05-06")


def found(text: str, kind: str = "inspection", place: str = "浙江省宁波市") -> list[str]:
    frame = Frame(0, len(text), DAY, kind)
    return [named.name for named in find_places(text, (frame,), scope_of(place))]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("洽谈会在甬江国际会展中心隆重开幕。", "甬江国际会展中心"),
        ("市政府在东湖镇召开座谈会。", "东湖镇"),
        ("推介会在沪举行。", "上海"),
        ("研讨班在北京大学报告厅开班。", "北京大学报告厅"),
        ("总理在海南博鳌出席论坛。", "海南博鳌"),
    ],
)
def test_the_place_between_at_and_a_verb_of_holding(text: str, place: str) -> None:
    assert found(text, "meeting") == [place]


@pytest.mark.parametrize(
    "text",
    [
        "会议在热烈的气氛中举行。",
        "市长在讲话中强调安全生产。",
        "比赛将于明年在杭州举办。",
        "会上传达了领导同志在青海调研时的重要讲话精神。",
        "第三届大会曾于11月9日在广州开幕。",
    ],
)
def test_at_without_a_place_of_the_event(text: str) -> None:
    assert found(text, "meeting") == []


def test_a_list_of_visited_places_is_split_and_trimmed() -> None:
    text = "市长先后到东湖镇、西山水库和明光电子产业园等地调研。"
    assert found(text) == ["东湖镇", "西山水库", "明光电子产业园"]


def test_unusual_names_count_where_the_list_says_what_they_are() -> None:
    text = "市长深入明光电子、远大科技等企业,调研复工情况。"
    assert found(text) == ["明光电子", "远大科技"]


def test_the_word_site_is_dropped_and_project_kept() -> None:
    assert found("市长来到西山隧道项目建设现场检查。") == ["西山隧道项目"]


def test_the_state_of_the_work_is_cut() -> None:
    assert found("市长调研东湖大桥建设情况。") == ["东湖大桥"]


def test_unnamed_places_are_left_out() -> None:
    assert found("市长深入企业、社区、医院检查工作。") == []
    assert found("市长深入学习贯彻会议精神。") == []


def test_words_of_the_own_place_are_resolved() -> None:
    assert found("省督查组来我市督查。") == ["宁波市"]
    assert found("省长来市视察。") == ["宁波市"]
    assert found("代表团在甬考察。", "visit") == ["宁波"]
    assert found("市委书记带队赴京、沪、深开展招商。", "visit") == ["北京", "上海", "深圳"]


def test_the_own_place_as_bare_subject_unless_a_venue_is_named() -> None:
    assert found("我市召开安全生产会议。", "meeting") == ["宁波市"]
    assert found("宁波市与某集团举行座谈会。", "meeting") == ["宁波市"]
    assert found("我市在东湖镇召开现场会。", "meeting") == ["东湖镇"]
    assert found("宁波市委召开常委会。", "meeting") == []


def test_a_prefix_of_the_own_place_is_cut_before_a_village() -> None:
    assert found("考察组考察了我市东湖镇双桥村文化站。") == ["东湖镇双桥村文化站"]


def test_a_part_of_a_place_already_named_is_not_repeated() -> None:
    text = "市长来到东湖镇双桥村,查看民居。在双桥村,他与村民交谈。"
    assert found(text) == ["东湖镇双桥村"]


def test_places_struck_and_works_finished() -> None:
    assert found("西山煤矿发生瓦斯爆炸。", "incident") == ["西山煤矿"]
    assert found("出席东湖大桥通车典礼。", "ceremony") == ["东湖大桥"]
    assert found("远大科技有限公司建成投产。", "project") == []


def test_towns_that_are_named_something() -> None:
    text = "东湖镇、西山乡被省政府命名为卫生乡镇。"
    assert found(text, "award") == ["东湖镇", "西山乡"]


def test_an_appointment_has_only_the_place_of_its_meeting() -> None:
    assert found("任命某某为镇长,即日到东湖镇任职。", "appointment") == []


def test_nothing_inside_a_person_or_a_post_is_a_place() -> None:
    text = "省长来到东湖镇镇长王小明家中。"
    frame = Frame(0, len(text), DAY, "inspection")
    post = PostSpan(4, 9, "东湖镇镇长", "东湖镇政府", "镇长")
    person = PersonSpan(9, 12, "王小明", (post,))
    assert find_places(text, (frame,), scope_of("浙江省"), (person,)) == ()


def test_the_chronicle_of_a_school_means_the_school() -> None:
    text = "省长来校视察,参观了理学院实验室。"
    assert found(text, place="兰州大学（甘肃省兰州市）") == ["兰州大学", "理学院实验室"]


def test_each_frame_has_its_own_places() -> None:
    text = "会议在东湖镇召开。次日到西山乡检查。"
    frames = (Frame(0, 9, DAY, "meeting"), Frame(9, len(text), DAY, "inspection"))
    places = find_places(text, frames, scope_of("浙江省宁波市"))
    assert [(place.name, text[place.start : place.end]) for place in places] == [
        ("东湖镇", "东湖镇"),
        ("西山乡", "西山乡"),
    ]


def test_the_component_sets_the_places_of_a_doc() -> None:
    nlp = spacy.blank("zh")
    nlp.tokenizer = CharacterTokenizer(nlp.vocab)
    places = nlp.add_pipe("places")
    doc = nlp.make_doc("会议在东湖镇召开。")
    doc._.frames = (Frame(0, len(doc), DAY, "meeting"),)
    doc._.scope = scope_of("浙江省宁波市")
    assert [place.name for place in places(doc)._.places] == ["东湖镇"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("全市马拉松赛在东湖体育中心鸣枪开跑。", "东湖体育中心"),
        ("冬季光影节在万和天地启幕。", "万和天地"),
        ("首个航班从东湖国际机场起飞。", "东湖国际机场"),
        ("大会于东湖镇召开。", "东湖镇"),
        ("签约仪式在东湖研究所在建的西山校区签署协议。", "西山校区"),
    ],
)
def test_any_common_verb_ends_the_name_of_a_venue(text: str, place: str) -> None:
    assert place in found(text, "cultural")


def test_a_verb_that_no_list_of_purposes_has_ends_the_list_too() -> None:
    text = "市长到东湖镇、西山综合保税区调度重点工作。"
    assert found(text) == ["东湖镇", "西山综合保税区"]
    assert found("市长到东湖街道同乐社区、西山镇开展夜查。") == ["东湖街道同乐社区", "西山镇"]


def test_places_before_a_comma_are_split_as_well() -> None:
    text = "在东湖镇双桥村、西山镇古井村,市长察看民居。"
    assert found(text) == ["东湖镇双桥村", "西山镇古井村"]


def test_a_walk_ends_where_the_next_one_begins() -> None:
    assert found("市长先到东湖镇检查,随后来到西山乡华来村。") == ["东湖镇", "西山乡华来村"]
    assert found("从总装车间到涂装车间,产量都在增加。") == []


def test_what_somebody_says_is_not_where_it_happened() -> None:
    assert found("市长来到东湖镇。他强调,要深入西山村解决问题。") == ["东湖镇"]


@pytest.mark.parametrize(
    ("text", "kind", "places"),
    [
        ("东湖至西山公路改建工程竣工通车。", "project", ["东湖至西山公路改建工程"]),
        ("东湖公园全部通过竣工验收。", "project", ["东湖公园"]),
        ("全县组织民工修建西山水库。", "project", ["西山水库"]),
        ("东湖镇禁毒教育基地揭牌。", "ceremony", ["东湖镇禁毒教育基地"]),
        ("东湖医院正式开业。", "ceremony", []),
        ("东湖公社和西山公社遭受冰雹袭击。", "incident", ["东湖公社", "西山公社"]),
        ("东湖镇大新路一居民自建房发生火灾。", "incident", ["东湖镇大新路"]),
        ("3处公路塌方。", "incident", []),
    ],
)
def test_works_and_disasters_are_at_their_subject(text: str, kind: str, places: list[str]) -> None:
    assert found(text, kind) == places


def test_another_unit_as_bare_subject_counts_as_the_own_one_does() -> None:
    assert found("慈溪市召开现场会。", "meeting") == ["慈溪市"]
    assert found("上海举行开幕式。", "meeting", "中华人民共和国") == ["上海"]
    assert found("慈溪市委召开现场会。", "meeting") == []


def test_halls_of_a_body_have_names_in_its_own_chronicle() -> None:
    text = "省长来校视察,参观了图书馆、理学院实验室。"
    university = "兰州大学（甘肃省兰州市）"
    assert found(text, place=university) == ["兰州大学", "图书馆", "理学院实验室"]


def test_what_a_subject_tells_is_less_sure_than_a_venue() -> None:
    def sure(text: str, kind: str) -> float:
        frame = Frame(0, len(text), DAY, kind)
        return find_places(text, (frame,), scope_of("浙江省宁波市"))[0].confidence

    venue = sure("大会在东湖镇召开。", "meeting")
    subject = sure("东湖大桥建成通车。", "project")
    built = sure("全县组织民工修建西山水库。", "project")
    assert venue > subject > built


def test_long_runs_of_one_word_give_no_place() -> None:
    for piece in ("在", "到", "来我", "(", "发生", "先后到甲、乙"):
        assert found(piece * 3000, "incident") == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("在东湖乡、西湖乡和造纸厂、红旗小学视察。", ["东湖乡", "西湖乡", "造纸厂", "红旗小学"]),
        ("代表团赴绍兴参观学习农村工作经验。", ["绍兴"]),
        ("省派来农用飞机在境内上空降雨。", []),
    ],
)  # fmt: skip
def test_a_walks_places_are_all_read_and_nothing_else(text: str, places: list[str]) -> None:
    assert found(text) == places


def test_what_is_settled_in_a_ceremony_is_no_part_of_its_place() -> None:
    assert found("创新项目入驻签约仪式在青羊区举行。", "signing") == ["青羊区"]


COUNTY = "云南省玉溪市江川县"


@pytest.mark.parametrize(
    ("text", "kind", "places"),
    [
        ("县召开民兵代表会议。", "meeting", ["江川县"]),
        ("6日 县开展查禁赌博活动。", "other", ["江川县"]),
        ("现场会在县境召开。", "meeting", ["江川县"]),
        ("农民代表会议在县城召开。", "meeting", ["县城"]),
        ("考察团来本县学习。", "visit", ["江川县"]),
        ("全县召开动员会。", "meeting", []),
    ],
)
def test_the_own_place_by_its_level_alone(text: str, kind: str, places: list[str]) -> None:
    assert found(text, kind, COUNTY) == places


def test_a_long_name_clipped_to_one_character_and_its_level() -> None:
    assert found("省检查组到牡市检查春耕。", place="黑龙江省牡丹江市") == ["牡丹江市"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("书记先后到峨山、易门、通海3县检查。", ["峨山", "易门", "通海"]),
        ("县粮食局在峨山、小白坡两地开办粮店。", ["峨山", "小白坡"]),
        ("省长视察了昆明、曲靖两地的部分工厂。", ["昆明", "曲靖"]),
        ("市长到市第二中学、东湖小学检查。", ["市第二中学", "东湖小学"]),
    ],
)
def test_what_counts_a_list_is_no_part_of_its_last_place(text: str, places: list[str]) -> None:
    assert found(text, place=COUNTY) == places


@pytest.mark.parametrize(
    ("text", "kind", "places"),
    [
        ("红花河、清水江第一期工程开工。", "project", ["红花河", "清水江"]),
        ("县境内红花河干流和骨干渠系开始配套。", "project", ["红花河干流"]),
        ("国家计划在省内新建和改建27座重要厂矿。", "project", []),
        ("县农具站由上营迁至八角亭。", "organisation_change", ["上营", "八角亭"]),
        ("江川县荣获全省卫生县称号。", "award", ["江川县"]),
        ("省政府授予江川县“双拥模范县”称号。", "award", ["江川县"]),
        ("西山林场灾情最重。", "incident", ["西山林场"]),
    ],
)
def test_works_moves_and_honours_have_places(text: str, kind: str, places: list[str]) -> None:
    assert found(text, kind, COUNTY) == places


@pytest.mark.parametrize(
    ("text", "kind", "places"),
    [
        ("省长考察江川县扶贫工作。", "inspection", ["江川县"]),
        ("市长督导红花开发区信访工作。", "inspection", ["红花开发区"]),
        ("市长到东湖镇督导江川县防汛工作。", "inspection", ["东湖镇"]),
        ("研究所把在江川县的资产移交。", "other", ["江川县"]),
        ("晚会在江川县红花景区星云广场登台。", "cultural", ["江川县红花景区星云广场"]),
        ("在江川县委的领导下,水利大发展。", "other", []),
        ("我县在二号楼三楼会议室召开调度会。", "meeting", ["江川县", "二号楼三楼会议室"]),
        ("我县遭受特大暴雨。", "incident", ["江川县"]),
        ("东湖教学楼2期竣工。", "project", ["东湖教学楼"]),
    ],
)
def test_units_where_work_is_looked_at_or_things_stand(
    text: str, kind: str, places: list[str]
) -> None:
    assert found(text, kind, COUNTY) == places


@pytest.mark.parametrize(
    ("text", "kind", "places"),
    [
        ("在白岗圩创办砖瓦厂。", "organisation_change", ["白岗圩"]),
        ("于县苗圃场兴办农业学校。", "organisation_change", ["县苗圃场"]),
        ("龙潭、河西、柳家一带遭冰雹袭击。", "incident", ["龙潭", "河西", "柳家"]),
        ("红花公社青石大队粮仓失火。", "incident", ["红花公社青石大队粮仓"]),
        ("县境西部发生地震。", "incident", ["江川县"]),
        ("学校由城隍庙迁入新校舍。", "organisation_change", ["城隍庙"]),
        ("在东湖小学和西山幼儿园,县长看望教师。", "condolence", ["东湖小学", "西山幼儿园"]),
    ],
)
def test_founding_striking_and_moving_in_old_chronicles(
    text: str, kind: str, places: list[str]
) -> None:
    assert found(text, kind, COUNTY) == places


def test_a_place_that_bears_the_name_of_a_person() -> None:
    text = "师生到王小明烈士墓前祭扫。"
    frame = Frame(0, len(text), DAY, "condolence")
    person = PersonSpan(3, 6, "王小明", ())
    found_places = find_places(text, (frame,), scope_of("浙江省"), (person,))
    assert [place.name for place in found_places] == ["王小明烈士墓"]


TERSE_COUNTY = "甘肃省张掖市山丹县"


@pytest.mark.parametrize(
    ("text", "kind", "places"),
    [
        ("县召开劳模代表会。", "meeting", ["山丹县"]),
        ("市开展举报活动。", "other", []),
        ("大会在县城召开。", "meeting", ["县城"]),
        ("现场会在县境召开。", "meeting", ["山丹县"]),
        ("我县在政府二楼会议室召开调度会。", "meeting", ["山丹县", "政府二楼会议室"]),
        ("调研组到会宁县、达拉特旗,调研经济发展情况。", "inspection", ["会宁县", "达拉特旗"]),
        ("县里组织百人去民乐县双桥大队参观。", "visit", ["民乐县双桥大队"]),
        ("省里专家到民乐县搞试验。", "visit", ["民乐县"]),
        ("工作团到永宁帮助工作。", "visit", ["永宁"]),
        ("办事处由羊坪迁至跑马坪。", "organisation_change", ["羊坪", "跑马坪"]),
        ("粮食局在永宁、大兴、八耳桥设置粮库。", "organisation_change", ["永宁", "大兴", "八耳桥"]),
        ("省长考察山丹县扶贫开发工作。", "inspection", ["山丹县"]),
        ("副市长督导经济技术开发区信访维稳工作。", "inspection", ["经济技术开发区"]),
        ("他先后到了高台、民乐、肃南3县。", "inspection", ["高台", "民乐", "肃南"]),
        ("市领导察看松德堤防现状。", "inspection", ["松德堤防"]),
        ("代表参观东湖广场、西山大道5个城市建设示范点。", "visit", ["东湖广场", "西山大道"]),
        ("本年东乐镇打鼓泉、樵子湾一带发生地震。", "incident", ["东乐镇打鼓泉", "樵子湾"]),
        (
            "东坡、西河、北湾等5个公社遭受冰雹袭击。",
            "incident",
            ["东坡公社", "西河公社", "北湾公社"],
        ),
        ("5月25日,建东湖泄水闸。", "project", ["东湖泄水闸"]),
        ("东湖港于横山西侧动工兴建。", "project", ["东湖港", "横山西侧"]),
        ("京大路东湖段铺筑沥青路面。", "project", ["京大路东湖段"]),
        ("省政府授予山丹县“模范县”称号。", "award", ["山丹县"]),
        ("山丹县获粮食一等奖。", "award", ["山丹县"]),
        ("干部在县城开设照相馆。", "other", ["县城"]),
        ("医疗队赴灾区抗震救灾。", "other", []),
        ("撤销县工作组,办公室设在民政局。", "organisation_change", []),
        ("市领导察看公园建设情况和松德堤防现状。", "inspection", ["松德堤防"]),
        ("成立国营东湖林场,场部设八都村。", "organisation_change", ["八都村"]),
        ("开凿全长8公里的黄陂运河。", "project", ["黄陂运河"]),
        ("省长来安庆调研。", "inspection", ["安庆"]),
        ("市民代表到火车站广场慰问。", "condolence", ["火车站广场"]),
        ("彩虹瀑布景区被国家旅游局评定为国家级景区。", "award", ["彩虹瀑布景区"]),
    ],
)
def test_where_older_and_terser_chronicles_say_it_happened(
    text: str, kind: str, places: list[str]
) -> None:
    assert found(text, kind, TERSE_COUNTY) == places


def test_the_own_place_in_one_character_and_its_level() -> None:
    assert found("省扶贫办主任一行到佳市检查工作。", place="黑龙江省佳木斯市") == ["佳木斯市"]


def test_a_place_that_bears_the_name_of_a_person_is_one() -> None:
    text = "市领导到西郊文天山烈士墓祭扫。"
    frame = Frame(0, len(text), DAY, "other")
    person = PersonSpan(6, 9, "文天山")
    (place,) = find_places(text, (frame,), scope_of("浙江省"), (person,))
    assert place.name == "西郊文天山烈士墓"


@pytest.mark.parametrize(
    ("text", "kind", "places"),
    [
        ("9月,明光大楼(七层)建成。", "project", ["明光大楼"]),
        ("我国第一条高原铁路青云铁路正式开通。", "project", ["青云铁路"]),
        ("县政府驻杭办事处大楼东湖大厦落成。", "ceremony", ["东湖大厦"]),
        (
            "副区长带队调研东湖高新区(西山镇)相关项目及经济运行情况。",
            "inspection",
            ["东湖高新区(西山镇)"],
        ),
    ],
)
def test_what_explains_a_name_is_cut(text: str, kind: str, places: list[str]) -> None:
    assert found(text, kind) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("代表团出访南非共和国。", ["南非共和国"]),
        ("千吨脐橙专车运往北京。", ["北京"]),
        ("考察团一行抵余姚进行访问交流。", ["余姚"]),
        ("代表团到余姚市就合作建设明光医疗中心进行考察。", ["余姚市"]),
    ],
)
def test_where_a_journey_or_a_load_goes(text: str, places: list[str]) -> None:
    assert found(text, "visit") == places


def test_things_that_are_no_single_place() -> None:
    assert found("市长深入农贸市场、商业综合体、化工产业园区等检查。") == []


def test_all_the_units_that_are_honoured_together() -> None:
    text = "5月6日,余姚市、慈溪市在建设座谈会上被授予“森林城市”称号。"
    assert found(text, "award") == ["余姚市", "慈溪市"]


def test_a_place_before_a_comma_and_a_verb_of_holding() -> None:
    assert found("在东湖火车站,举行了隆重的典礼。", "ceremony") == ["东湖火车站"]


def test_the_own_place_as_the_subject_that_founds() -> None:
    assert found("5月6日,我市成立防汛指挥部。", "organisation_change") == ["宁波市"]


def test_the_units_that_are_made_anew() -> None:
    text = "经上级批准,撤销余姚县,设立余姚市。原东湖镇改为县辖镇。"
    assert found(text, "organisation_change") == ["余姚县", "余姚市", "东湖镇"]


def test_a_body_that_is_abolished_is_no_place() -> None:
    assert found("7月1日撤销余姚县木材公司。", "organisation_change") == []


def test_a_place_is_unveiled_and_a_body_is_not() -> None:
    assert found("市长为东湖主题公园揭幕。", "ceremony") == ["东湖主题公园"]
    assert found("市长为监察专员办公室揭牌。", "ceremony") == []


def test_who_made_a_work_is_no_place_of_it() -> None:
    assert found("余姚、慈溪两县共建的余慈公路正式通车。", "project") == ["余慈公路"]


def test_a_verb_in_quotation_marks_ends_a_place() -> None:
    assert found("有人到东湖村“采访”,骗取钱财。", "incident") == ["东湖村"]


def test_the_day_between_a_place_and_its_verb() -> None:
    assert found("浙江省余姚市22日举行大会。", "meeting", "浙江省杭州市") == ["浙江省余姚市"]


def test_the_place_of_the_meeting_that_announces_an_appointment() -> None:
    assert found("昨日,宁波市召开领导干部会议。", "appointment") == ["宁波市"]


def test_units_that_are_made_anew_together() -> None:
    text = "东湖乡、西山镇撤乡建镇。"
    assert found(text, "organisation_change", "浙江省余姚县") == ["东湖乡", "西山镇"]


def test_the_road_that_a_building_lies_at_is_no_place_of_its_opening() -> None:
    assert found("位于东湖路的明光商厦开业。", "ceremony") == ["明光商厦"]


@pytest.mark.parametrize("struck", ["遭龙卷风袭击", "遭霜冻", "遭蝗灾"])
def test_a_town_that_is_struck(struck: str) -> None:
    assert found(f"东湖镇{struck}。", "incident") == ["东湖镇"]
