"""Bodies that take part in an event, told from those that are only spoken of."""

from __future__ import annotations

import pytest

from extractors.language.bodies import bodies
from extractors.language.body_names import names
from tests.language.reading import read


def acting(text: str) -> dict[str, str]:
    """Bodies that act, with what they do."""
    return {found.name: found.capacity for found in bodies(text, read(text))}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("市教育局召开会议。", "市教育局"),
        ("由山东省文化和旅游厅主办的展览开幕。", "山东省文化和旅游厅"),
        ("秦立新主持召开市政府第12次常务会议。", "市政府"),
        ("受省水利厅委托,专家组开展验收。", "省水利厅"),
        ("邹平县革命委员会成立。", "邹平县革命委员会"),
        ("滨州宏远机械有限公司入选全国百强名单。", "滨州宏远机械有限公司"),
        ("市科协、市妇联联合举办讲座。", "市妇联"),
        ("校领导班子听取市审计局关于经费的报告。", "市审计局"),
    ],
)
def test_a_body_that_does_something_takes_part(text: str, name: str) -> None:
    assert name in acting(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("会议传达省委十一届七次全会精神。", "省委"),
        ("秦立新强调,市财政局要加快资金拨付。", "市财政局"),
        ("副市长秦立新到滨州学院调研。", "滨州学院"),
        ("按照市委、市政府决策部署,各县全面动员。", "市政府"),
        ("各县区教育局参加会议。", "各县区教育局"),
    ],
)
def test_a_body_that_is_only_spoken_of_does_not(text: str, name: str) -> None:
    assert name not in acting(text)


def test_a_conjunction_inside_a_name_does_not_cut_it() -> None:
    text = "省住房和城乡建设厅和省自然资源厅联合印发通知。"
    assert [text[b.start : b.end] for b in names(text)] == ["省住房和城乡建设厅", "省自然资源厅"]


def test_places_in_a_list_share_the_end_of_the_name() -> None:
    assert {"邹平县交易中心", "博兴县交易中心"} <= acting(
        "邹平县、博兴县交易中心共同开展评标。"
    ).keys()


def test_departments_that_places_share_are_written_out() -> None:
    assert acting("邹平县与博兴县组织、宣传部门分别签署协议。").keys() == {
        "邹平县组织部门",
        "邹平县宣传部门",
        "博兴县组织部门",
        "博兴县宣传部门",
    }


def test_those_who_send_their_leaders_attend() -> None:
    found = acting("市农发集团、滨河牧业、宏远集团等相关企业负责人参加。")
    assert set(found.values()) == {"attend"} and "滨河牧业" in found


def test_parties_to_a_contract_sign() -> None:
    assert acting("市教育局与宏远科技有限公司签订协议。")["宏远科技有限公司"] == "sign"


def test_a_short_form_that_is_only_introduced_takes_no_part() -> None:
    found = acting("新宁县委员会、新宁县人民政府(简称县委、县政府)召开会议。")
    assert set(found) == {"新宁县委员会", "新宁县人民政府"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("县政府组成工作队。", "县政府组"),
        ("评审组一致认为达到标准。", "评审组"),
        ("对口支援东湖大学工作会议在京召开。", "对口支援东湖大学"),
        ("滨州市部分单位领导及学校负责人参加。", "滨州市部分单位领导及学校"),
    ],
)
def test_what_only_looks_like_a_body_is_none(text: str, name: str) -> None:
    assert name not in acting(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("县政府与区内企业滨州宏远机械有限公司签订协议。", "滨州宏远机械有限公司"),
        ("新宁县人民武装部改归地方建制。", "新宁县人民武装部"),
        ("由东湖大学生态教研部主办的论坛开幕。", "东湖大学生态教研部"),
    ],
)
def test_bodies_behind_a_description_or_with_a_change_of_their_own(text: str, name: str) -> None:
    assert name in acting(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("6月,县委增设财贸部。", "财贸部"),
        ("建立国营双河机械林场。", "国营双河机械林场"),
        ("12月,县民主政府改称县人民政府。", "县人民政府"),
        ("大会通过了新宁县人民政府改称新宁县人民委员会的决议。", "新宁县人民政府"),
        ("将县农科所、县农技站合并为县农业技术推广中心。", "县农业技术推广中心"),
        ("县供销社从县商业局分出。", "县商业局"),
        ("1958年县供销社并入商业局。", "商业局"),
        ("县安全生产委员会与法制局合署办公。", "法制局"),
        ("领导小组成立,办公室设在民政局。", "民政局"),
        ("大会选举产生了新宁县第二届人民委员会。", "新宁县第二届人民委员会"),
        ("成立创建国家卫生城市工作领导小组。", "创建国家卫生城市工作领导小组"),
        ("同年新宁县卫生院成立。", "新宁县卫生院"),
        ("是日,滨河商务会馆开业。", "滨河商务会馆"),
        ("举行云桥小学揭牌仪式。", "云桥小学"),
    ],
)
def test_a_body_that_is_founded_renamed_or_moved_takes_part(text: str, name: str) -> None:
    assert acting(text)[name] in ("founded", "other")


def test_departments_founded_in_a_list_are_all_found() -> None:
    assert acting("县委增设财贸部、生产合作部、工业部。").keys() == {
        "县委",
        "财贸部",
        "生产合作部",
        "工业部",
    }


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("省政府授予新宁县“模范县”称号。", "省政府"),
        ("根据邵阳行署通知,取消限额。", "邵阳行署"),
        ("将固定资产移交县政府。", "县政府"),
        ("带领兰溪兽医研究所的同志到县试验。", "兰溪兽医研究所"),
        ("参加会议的有省经委、财政厅、煤炭厅负责人。", "财政厅"),
        ("州委、州人民政府,凯江军分区发出规划。", "州委"),
        ("县委同意县供销合作社对基层进行整顿。", "县供销合作社"),
        ("国民党117师51团过境。", "国民党117师51团"),
        ("由人民网和中共滨州市委党校主办的论坛开幕。", "人民网"),
        ("11月,县卫生院派医疗队下乡。", "县卫生院"),
        ("滨河集团建设有限公司等八家企业入选名单。", "滨河集团建设有限公司"),
    ],
)
def test_bodies_of_old_and_new_chronicles_that_act(text: str, name: str) -> None:
    assert name in acting(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("解散新宁县议会。", "解散新宁县议会"),
        ("调研督导中央环保督察组反馈问题整改。", "中央环保督察组"),
        ("由县农机厂、砖瓦厂等组成生产小组,每村粮库3所。", "粮库"),
        ("会议听取招商引资、外经外贸等工作取得成绩的单位汇报。", "招商引资"),
        ("央视网消息,会议召开。", "央视网"),
        ("新宁县博物馆建成开放。", "新宁县博物馆"),
        ("县委拟成立数据中心。", "数据中心"),
    ],
)
def test_what_is_no_party_to_the_event_is_left_out(text: str, name: str) -> None:
    assert name not in acting(text)


@pytest.mark.parametrize(
    ("text", "name", "says"),
    [
        ("县委、县政府组成“农村工作对话团”。", "农村工作对话团", "founded"),
        ("县委、县政府组成“农村工作对话团”。", "县委", "other"),
        ("滨河糖厂兼并新宁县农机修造厂。", "新宁县农机修造厂", "other"),
        ("滨河集团、均和电子、青江集团入选名单。", "均和电子", "awarded"),
        ("华悦集团有限公司向市慈善总会捐款500万元。", "市慈善总会", "other"),
        ("市第一医院医疗队20名队员出征。", "市第一医院医疗队", "other"),
        ("率领的全国政协赴安徽视察团到县视察。", "全国政协赴安徽视察团", "attend"),
        ("5月,颍川县“妇抗会”成立。", "颍川县“妇抗会”", "founded"),
    ],
)
def test_what_a_body_does_is_told_from_what_is_done_to_it(text: str, name: str, says: str) -> None:
    assert acting(text)[name] == says


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("汇报了学校建设情况、职教研究中心建设情况。", "职教研究中心"),
        ("赴京参加十二届全国人大四次会议。", "十二届全国人大"),
        ("召开庆祝红星农场建场十周年大会。", "红星农场"),
        ("市安委会成员单位参加。", "市安委会"),
    ],
)
def test_bodies_inside_the_names_of_matters_take_no_part(text: str, name: str) -> None:
    assert name not in acting(text)


def test_towns_share_the_body_that_is_named_with_the_last() -> None:
    found = acting("天桥镇、北塘乡、响水镇党委分别召开换届工作会议。")
    assert found.keys() == {"天桥镇党委", "北塘乡党委", "响水镇党委"}


def test_bodies_before_the_posts_of_unnamed_people_are_only_inside_posts() -> None:
    found = acting("市委、市政府相关副秘书长,各县负责人参加。")
    assert not {"市委", "市政府"} & found.keys()


def test_every_body_of_a_long_list_of_those_in_charge_attends() -> None:
    text = "学校办公室、人事处、教务处、招就处、学生处、研究生院、体育学院负责同志参加会议。"
    assert set(acting(text).values()) == {"attend"} and len(acting(text)) == 7


def test_a_title_of_honour_in_quotation_marks_founds_nothing() -> None:
    assert "青年文明示范中队" not in acting("该队被公安部命名为“青年文明示范中队”。")


@pytest.mark.parametrize(
    ("text", "name", "capacity"),
    [
        ("县委决定建立“中共平川师范学院委员会”。", "中共平川师范学院委员会", "founded"),
        ("沧平市政府将我院更名为“沧平市中西医结合医院”。", "沧平市中西医结合医院", "founded"),
        ("撤销现为处级建制的平川工商学院。", "平川工商学院", "founded"),
        ("据省令,解散平川县议会。", "平川县议会", "founded"),
        ("会议选举产生县第三届人民委员会。", "县第三届人民委员会", "founded"),
        ("平川县“五七”干校正式建校。", "平川县“五七”干校", "founded"),
        ("成立县国家安全局。", "县国家安全局", "founded"),
        ("建立护林防火联络站5处。", "护林防火联络站", "founded"),
        ("同日 石门商务会馆成立。", "石门商务会馆", "founded"),
        ("副县长出席石门生态实践基地揭牌仪式。", "石门生态实践基地", "founded"),
        ("是日 平川日报社举行创刊十周年庆典。", "平川日报社", "host"),
        ("由县直工委、县总工会、县体育中心联合举办的比赛开赛。", "县体育中心", "host"),
        ("州委、州人民政府,平川军分区发出通知。", "州委", "other"),
        ("县政府决定成立复议委员会,与民政局合署办公。", "民政局", "founded"),
        ("县政府发出通知,根据平川行署通知确定限额。", "平川行署", "other"),
        ("县电机厂生产的电动机获国家二等奖。", "县电机厂", "awarded"),
        ("《平川新志》编纂委员会成立。", "《平川新志》编纂委员会", "founded"),
        ("固定资产移交县政府。", "县政府", "founded"),
        ("会上宣布中央和省委关于市委领导职务变动的决定。", "中央", "other"),
        ("中共滇西工委派干部下乡。", "中共滇西工委", "other"),
        ("带领石门兽医研究所的同志到县里。", "石门兽医研究所", "attend"),
        ("率领“长江环保行”新闻采访组到县里采访。", "“长江环保行”新闻采访组", "attend"),
        ("各乡镇(服务中心)及县林业局、农业农村局等相关负责人参加。", "县林业局", "attend"),
    ],
)
def test_the_parties_to_a_founding_an_honour_or_a_handing_over(
    text: str, name: str, capacity: str
) -> None:
    assert acting(text).get(name) == capacity


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("实地走访平川机电有限公司、石门集团,并召开座谈会。", "石门集团"),
        ("17个县直单位都建立了革命委员会。", "革命委员会"),
        ("县委委员45人出席会议。", "县委"),
        ("会议确定了今后农业合作社发展方向。", "今后农业合作社"),
        ("主任张轩赴京参加十二届全国人大四次会议。", "十二届全国人大"),
        ("石门医院作为示范医院要先行一步。", "石门医院"),
        ("县委同意县供销合作社对基层社进行整顿。", "意县供销合作社"),
    ],
)
def test_what_is_visited_addressed_or_generic_takes_no_part(text: str, name: str) -> None:
    assert name not in acting(text)


@pytest.mark.parametrize(
    ("text", "name", "capacity"),
    [
        ("石门县革命委员会复名石门县人民政府。", "石门县革命委员会", "founded"),
        ("石门县革命委员会复名石门县人民政府。", "石门县人民政府", "founded"),
        ("建立国营石门农场,隶属省农垦厅和滨州专员公署领导。", "滨州专员公署", "other"),
        ("新组建的石门大学直属教育部。", "教育部", "other"),
        ("召开石门县第三次各界人民代表会议。", "石门县第三次各界人民代表会议", "host"),
        ("召集市林业局负责同志,听取汇报。", "市林业局", "attend"),
        ("召开县革委常委扩大会。", "县革委", "host"),
        ("经省委批准,建立石门市人大常委会筹备组。", "石门市人大常委会筹备组", "founded"),
        ("县书画会成立,省书画协会等单位发来贺电。", "省书画协会", "other"),
        ("58  区第三届人民代表大会第三次会议举行。", "区第三届人民代表大会", "host"),
        ("石门镇中心小学的“节水”项目获一等奖。", "石门镇中心小学", "awarded"),
        (
            "石门市人民代表大会常务委员会\n关于接受辞职的决定",
            "石门市人民代表大会常务委员会",
            "other",
        ),
    ],
)
def test_parties_to_a_change_of_rank_a_summons_or_a_decision(
    text: str, name: str, capacity: str
) -> None:
    assert acting(text).get(name) == capacity


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("县委、县政府驻省城办事处大楼落成。", "县政府"),
        ("石门镇中心小学教学楼落成。", "石门镇中心小学"),
        ("2017年被授予山东省名优中医院。", "山东省名优中医院"),
    ],
)
def test_whose_building_or_title_is_named_takes_no_part(text: str, name: str) -> None:
    assert name not in acting(text)


def test_bodies_that_are_counted_share_the_end_of_their_names() -> None:
    text = "4月1日,经省国税局批准设立的石门、平川、城区中心3个国税分局挂牌运作。"
    assert {"石门国税分局", "平川国税分局", "城区中心国税分局"} <= set(acting(text))


def test_a_place_that_is_counted_takes_only_the_shared_body() -> None:
    text = "石门、平川等8个省辖市水利局作了交流发言。"
    assert set(acting(text)) == {"石门水利局", "平川水利局"}


def test_more_bodies_counted_than_named_are_not_guessed() -> None:
    assert not acting("石门、平川5个税务所挂牌。")


def test_teams_of_a_match_take_part() -> None:
    assert {"石门队", "平川飞虎队"} <= set(acting("石门队、平川飞虎队等8支球队参赛。"))


def test_a_field_of_work_in_a_list_of_departments_is_no_body() -> None:
    found = acting("市农办、林业、水利等部门负责人参加会议。")
    assert "林业" not in found and "水利" not in found


def test_bodies_in_a_list_take_their_place_from_the_committee_before_them() -> None:
    assert {"县委", "县人大", "县政府", "县政协"} <= set(
        acting("县委、人大、政府、政协联合召开会议。")
    )


def test_a_body_before_those_that_are_counted_opens_with_them() -> None:
    text = "石门街道长者服务中心,以及平川街道东社区、北社区2个社区长者服务站揭牌启用。"
    assert {"石门街道长者服务中心", "北社区长者服务站"} <= set(acting(text))


def test_papers_that_change_their_names_are_bodies() -> None:
    assert set(acting("《石门报》更名为《平川日报》。")) == {"石门报", "平川日报"}


def test_who_has_its_seat_elsewhere_keeps_its_place() -> None:
    assert "滨州市驻上海联络处" in acting("滨州市驻上海联络处成立。")


@pytest.mark.parametrize(
    ("text", "name", "capacity"),
    [
        ("中共滨州市委、市人民政府领导成员在宾馆座谈。", "市人民政府", "attend"),
        ("县委批转县政法党组《关于治安的报告》。", "县政法党组", "other"),
        ("举行仪式,庆祝山东省滨州中学百年华诞。", "山东省滨州中学", "other"),
        ("白石山铜钼矿举行开工典礼。", "白石山铜钼矿", "host"),
    ],
)
def test_who_meets_reports_or_is_honoured_takes_part(text: str, name: str, capacity: str) -> None:
    assert acting(text).get(name) == capacity


@pytest.mark.parametrize(
    "text", ["中共石门市委常委会议召开。", "秦立新主持召开中共石门市委常委会议。"]
)
def test_the_meeting_of_a_standing_committee_is_held_by_it(text: str) -> None:
    assert acting(text) == {"中共石门市委常委会": "host"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("地委任命秦立新为县委书记。", "地委"),
        ("县总工会商定互助办法。", "县总工会"),
        ("县政协作出决定。", "县政协"),
        ("县妇联合并办公。", "县妇联"),
        ("县革委会政工组成立。", "县革委会政工组"),
    ],
)
def test_a_verb_is_not_read_as_the_end_of_a_name(text: str, name: str) -> None:
    assert name in acting(text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("撤销石门、平川、青口等3个区公所。", {"石门区公所", "平川区公所", "青口区公所"}),
        ("县委撤销农村财贸、文教两个党组。", {"县委", "农村财贸党组", "文教党组"}),
        ("建立第一、二、三区公所。", {"第一区公所", "第二区公所", "第三区公所"}),
        ("建立第一至第三区公所。", {"第一区公所", "第二区公所", "第三区公所"}),
        ("县第一、第二中学合并。", {"县第一中学", "县第二中学"}),
        ("撤销文教、卫生局。", {"文教局", "卫生局"}),
        ("石门、平川管理站荣获一等奖。", {"石门管理站", "平川管理站"}),
    ],
)
def test_bodies_that_share_a_part_of_their_names_are_written_out(
    text: str, names: set[str]
) -> None:
    assert set(acting(text)) == names


def test_the_own_body_shares_no_head_with_its_partner() -> None:
    assert "我院大学" not in acting("我院与东海大学签订共建协议。")


def test_bodies_that_are_whole_share_nothing_with_what_counts_them() -> None:
    found = acting("由省委宣传部、省文化厅、省科技厅等15个分局联合组织。")
    assert {"省委宣传部", "省文化厅", "省科技厅"} <= set(found)


@pytest.mark.parametrize(
    ("text", "name", "capacity"),
    [
        ("石门农场受到国务院嘉奖。", "国务院", "other"),
        ("县剧团获市委、市政府通报表彰。", "市政府", "other"),
        ("两名学生被省体委抽调集训。", "省体委", "other"),
        ("决定建立教师进修学院,并呈报国务院。", "国务院", "other"),
        ("市委第三巡察组向县委反馈情况。", "县委", "other"),
        ("会议传达中共中央《关于农业的决定》。", "中共中央", "other"),
        ("县大队改编为独立第七团。", "独立第七团", "founded"),
        ("私立石门小学改为公办,更名平川小学。", "平川小学", "founded"),
        ("县加工厂烘房失火。", "县加工厂", "other"),
        ("石门批发市场通过省农业厅验收。", "石门批发市场", "awarded"),
        ("县博物馆开馆。", "县博物馆", "founded"),
        ("石门医院增挂市第二临床医学中心牌子。", "市第二临床医学中心", "founded"),
        ("区总工会六届七次委员会以通讯方式召开。", "区总工会", "host"),
        ("北京电影制片厂来县石门公社拍摄纪录片。", "北京电影制片厂", "other"),
        ("【5月22日】市安委会第一督导组来县检查。", "市安委会第一督导组", "attend"),
        ("县民政局、县卫生局连夜安置灾民。", "县民政局", "other"),
    ],
)
def test_more_ways_to_take_part(text: str, name: str, capacity: str) -> None:
    assert acting(text).get(name) == capacity


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("石门公社遭雹灾,毁秋田3000亩。", "石门公社"),
        ("平川公社河西大队推行包产到户。", "平川公社河西大队"),
        ("石门集贸市场开业。", "石门集贸市场"),
        ("试办高级农业生产合作社7个。", "高级农业生产合作社"),
        ("市群英会召开。", "市群英会"),
    ],
)
def test_places_gatherings_and_kinds_of_bodies_take_no_part(text: str, name: str) -> None:
    assert name not in acting(text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("县联社下设秘书、业务等科。", {"县联社", "秘书科", "业务科"}),
        ("设办公室、政策法规处、综合规划处等14个处室。", {"政策法规处", "综合规划处"}),
        ("原计划统计处、科技教育处撤销。", {"计划统计处", "科技教育处"}),
        ("三十八个乡合并为红旗、先锋、火箭等九个公社。", {"红旗公社", "先锋公社", "火箭公社"}),
        ("石门县与招商检测签署合作协议。", {"招商检测"}),
        ("县工会、共青团、妇联恢复活动。", {"县工会", "共青团", "妇联"}),
        ("全县15个乡合并为2个公社,即:石门、平川公社。", {"石门公社", "平川公社"}),
        ("县人委决定县化工厂停办。", {"县人委", "县化工厂"}),
        ("县委充实加强政府党组和工交党组。", {"县委", "政府党组", "工交党组"}),
        ("李某被撤职,交县人民法院审理。", {"县人民法院"}),
        ("选举产生新一届共青团石门县委。", {"共青团石门县委"}),
        ("故宫博物院宣教部与市文旅局联合主办展览。", {"故宫博物院宣教部", "市文旅局"}),
        ("省军区某部工兵连参加抢险。", {"省军区某部工兵连"}),
        ("中国农科院棉花研究所在县建立试验基地。", {"中国农科院棉花研究所"}),
        ("县支前委员会组织担架队开赴前线。", {"县支前委员会"}),
    ],
)  # fmt: skip
def test_bodies_of_older_chronicles(text: str, names: set[str]) -> None:
    assert names <= set(acting(text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("石门县团泊新城工程开工。", "石门县团"),
        ("临床科室设有内科、五官科。", "五官科"),
        ("县水泥厂扩建工程竣工。", "县水泥厂"),
        ("石门、荷花两大队划归平川公社。", "荷花两大队"),
        ("县委常委3人分赴各地。", "县委"),
    ],
)
def test_what_only_looks_like_a_body(text: str, name: str) -> None:
    assert name not in acting(text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("“石门县革命总指挥部”夺取县委大权。", {"石门县革命总指挥部", "县委"}),
        ("县绸厂获纺织工业部优质产品奖。", {"县绸厂", "纺织工业部"}),
        ("县公署改称县政府,设民政、财政二局。", {"县公署", "县政府", "民政局", "财政局"}),
        ("县劝学所改为教育局。", {"县劝学所", "教育局"}),
        ("国民政府行政院批准设立石门设治局。", {"国民政府行政院", "石门设治局"}),
        ("校团委、学生处联合举办辩论赛。", {"校团委", "学生处"}),
        ("县文教卫生局分设为文教局和卫生局。", {"县文教卫生局", "文教局", "卫生局"}),
    ],
)
def test_bodies_of_other_times(text: str, names: set[str]) -> None:
    assert names <= set(acting(text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("各区成立区委、区公所。", "区公所"),
        ("220多万家农民合作社开展经营。", "220多万家农民合作社"),
        ("石门大学管委会开会。", "石门大学管委会开会"),
    ],
)
def test_what_everybody_founds_is_counted_or_meets_is_no_body(text: str, name: str) -> None:
    assert name not in acting(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("公安部不断加大与世界各国执法部门合作力度。", "公安部"),
        ("市商务局积极拓展与青江工业园区管委会的合作。", "市商务局"),
        ("县委、县政府进一步密切与浙江大学的合作。", "县政府"),
        ("石门战斗队夺县委、县人委的权。", "县委"),
        ("撤县人民政府卫生院,改设石门县人民医院。", "县人民政府卫生院"),
        ("在青江种畜场办县“五·七”干校,下放干部340人。", "县“五·七”干校"),
    ],
)
def test_a_verb_with_its_preposition_ends_a_name(text: str, name: str) -> None:
    assert name in acting(text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("原五乡并为红旗、卫星、东风三个人民公社。", {"红旗人民公社", "东风人民公社"}),
        ("青江公社改建为青江乡。", {"青江公社", "青江乡"}),
        ("河口公社分设河口乡、白水回族乡。", {"河口公社", "河口乡", "白水回族乡"}),
        ("经广元市、青江县消防队扑救。", {"广元市消防队", "青江县消防队"}),
        ("青江派出所、石门司法所等10家单位获授牌。", {"青江派出所", "石门司法所"}),
        ("区长调研,区经信局、安监局负责人随同。", {"区经信局", "安监局"}),
        ("由中铁十九局承建的隧道贯通。", {"中铁十九局"}),
        ("省种牛场“青江牦牛”选育团队获一等奖。", {"省种牛场“青江牦牛”选育团队"}),
        ("带领厅种植业处、省植保站负责人检查春耕。", {"厅种植业处", "省植保站"}),
        ("地区公安处在石门镇破获一案。", {"地区公安处"}),
        ("省地质局第三地质大队发现铁矿。", {"省地质局第三地质大队"}),
        ("国家电投、中国广核到县考察风电。", {"国家电投", "中国广核"}),
        ("6日经自治区专家组会诊排除。", {"自治区专家组"}),
    ],
)
def test_bodies_in_the_ways_they_take_part(text: str, names: set[str]) -> None:
    assert names <= set(acting(text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("来自广元、绵阳等地12支代表队参赛。", "来自广元"),
        ("双方签署协议,并为产业学院揭牌。", "产业学院"),
        ("在县城设临时医院,收治病人。", "临时医院"),
        ("公社改为乡镇。", "为乡镇"),
    ],
)
def test_what_stands_where_a_body_could(text: str, name: str) -> None:
    assert name not in acting(text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("县委、县政府赠县消防大队锦旗一面。", {"县委", "县政府", "县消防大队"}),
        ("市应急局、消防救援支队随即赶到,搜救被困者。", {"市应急局", "消防救援支队"}),
        ("科技部公示第二批名单。", {"科技部"}),
        ("清晨解放军第九军某部进驻县城。", {"解放军第九军某部"}),
        ("石门电厂改称石门电力总厂,隶省电力工业厅。", {"石门电力总厂", "省电力工业厅"}),
        ("护士长秦立新随省医疗队赴灾区,受省卫生厅记功一次。", {"省医疗队", "省卫生厅"}),
        ("县人武部组织预备役炮团三营抢修堤坝。", {"县人武部", "预备役炮团三营"}),
        ("县政府组织抗旱指挥部,下到各区。", {"县政府", "抗旱指挥部"}),
        ("设县抗旱指挥部于石门。", {"县抗旱指挥部"}),
        ("县办“五七”干校于石门。", {"“五七”干校"}),
        ("原司法科撤销。", {"司法科"}),
        ("石门师范正德、明伦两个学区合并。", {"明伦学区"}),
        ("服务总公司挂牌,下设饮食、物业、运输三个中心。", {"饮食中心", "物业中心", "运输中心"}),
        ("校科研处、人事处、财务处三处合署办公。", {"人事处", "财务处"}),
        ("行署拨款两万元,交县农具厂试制犁具。", {"县农具厂"}),
        ("市中级人民法院公开开庭审理石门公司一案。", {"市中级人民法院"}),
        ("市一中被教育部确认为示范学校。", {"市一中", "教育部"}),
        ("与石门大学共建的先进材料联合实验室揭牌。", {"先进材料联合实验室"}),
        ("农发行安徽省分行、石门银行发放贷款。", {"农发行安徽省分行"}),
        ("九三五厂职工帮助群众收麦。", {"九三五厂"}),
        ("县中与私立育才中学合并。", {"私立育才中学"}),
        ("30日 区委、区政府、区政协四套班子领导到陵园敬献花篮。", {"区委", "区政协"}),
        ("县人民法院成立家事审判庭。", {"县人民法院", "家事审判庭"}),
        ("决赛在石门举行,石门选手为主力的滨州队获冠军。", {"滨州队"}),
    ],
)
def test_bodies_take_part_in_what_no_list_of_verbs_foresees(text: str, names: set[str]) -> None:
    assert names <= set(acting(text))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("市长秦立新率市财政局、石门县政府负责人检查道路。", {"市财政局", "石门县政府"}),
        ("副校长秦立新率教务部、科研处负责人赴省城考察。", {"教务部", "科研处"}),
        ("市信息局公布名单,石门重工、华宇光电、蓝星药业3家企业上榜。", {"石门重工", "蓝星药业"}),
        ("5日 石门化工、东方绣品等12户企业签约入驻。", {"石门化工", "东方绣品"}),
        ("日本纺织代表团团长山田一郎一行参观工厂。", {"日本纺织代表团"}),
    ],
)
def test_bodies_that_come_in_a_list_or_with_their_heads(text: str, names: set[str]) -> None:
    assert names <= set(acting(text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("体育学院学生秦立新代表同学致谢。", "体育学院"),
        ("石门区月明街道双河村获评示范村。", "石门区月明街道"),
        ("市委组织部石委干〔2011〕58号通知:秦立新任局长。", "市委组织部石委"),
        ("市长秦立新会见德国商会代表团团长托马斯·韦伯一行。", "德国商会代表团"),
        ("各县委、县政府要高度重视。", "县政府"),
    ],
)
def test_who_only_belongs_to_a_body_does_not_bring_it(text: str, name: str) -> None:
    assert name not in acting(text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("3月,和平县锡矿公司与同心县畜牧服务局签订合同。", {"和平县锡矿公司", "同心县畜牧服务局"}),
        ("9月,云环县筹赈会派员来县放赈。", {"云环县筹赈会"}),
        ("鲁政干〔2019〕4号 2019年3月1日 省政府决定:秦立新任副厅长。", {"省政府"}),
        ("子公司石门印染有限公司迁往新区。", {"石门印染有限公司"}),
        ("校长与俄罗斯西伯利亚经济与服务大学签署协议。", {"俄罗斯西伯利亚经济与服务大学"}),
        ("县委传达省委会议精神,布置秋收。", {"县委"}),
        ("秦立新率社会法制委委员视察看守所。", {"社会法制委"}),
        ("市长秦立新为“石门竹编传习所”揭牌。", {"石门竹编传习所"}),
        ("呼吸内科通过省级重点专科评审。", {"呼吸内科"}),
        ("县酒厂“云环”牌大曲获省优质产品奖。", {"县酒厂"}),
        (
            "市人大常委会《防洪条例》执法检查组来县检查。",
            {"市人大常委会《防洪条例》执法检查组"},
        ),
        ("秦立新带领“红烛”志愿队到双河村义诊。", {"“红烛”志愿队"}),
        ("县长秦立新主持召开县委理论学习中心组集体学习。", {"县委理论学习中心组"}),
    ],
)
def test_bodies_by_names_that_hold_other_words(text: str, names: set[str]) -> None:
    assert names <= set(acting(text))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("石门、云环、双河3县(市)林业局介绍做法。", {"石门林业局", "双河林业局"}),
        ("石门、云环两县政协举行联席会议。", {"石门县政协", "云环县政协"}),
        ("全县并成龙门、双河、青崖3个人民公社。", {"龙门人民公社", "青崖人民公社"}),
        ("龙门、双河2公社改镇。", {"龙门公社", "双河公社"}),
    ],
)
def test_bodies_of_places_that_are_counted(text: str, names: set[str]) -> None:
    assert names <= set(acting(text))


def test_where_an_accident_happens_does_not_act() -> None:
    assert acting("青崖铁矿三采区发生冒顶,死亡2人。") == {}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("校团委、学生处、体育部联合举办长跑。", {"校团委", "学生处", "体育部"}),
        ("县田粮处、税捐处合署办公。", {"县田粮处", "税捐处"}),
        ("县革委、武装部组织民兵师开赴工地。", {"武装部", "民兵师"}),
        ("川军刘文山部一个旅进犯县境。", {"川军刘文山部"}),
        ("红三军攻占县城。", {"红三军"}),
        ("铁道部第十一工程局二处承建铁路。", {"铁道部第十一工程局二处"}),
        ("医院首批援川医疗队抵达灾区。", {"援川医疗队"}),
        ("“金属材料联合实验室”揭牌。", {"金属材料联合实验室"}),
    ],
)
def test_bodies_known_by_what_stands_beside_them(text: str, names: set[str]) -> None:
    assert names <= set(acting(text))
