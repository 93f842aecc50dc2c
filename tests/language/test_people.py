"""Names and the posts before them."""

from __future__ import annotations

import pytest

from extractors.language.document import Memory
from extractors.language.memory import officials
from extractors.language.people import people
from extractors.language.scope import scope_of
from tests.language.reading import COUNTY, DISTRICT, named, posts_of, read


def test_a_head_of_government_belongs_to_the_government() -> None:
    assert posts_of("市长秦立新出席会议。") == {"秦立新": [("滨州市政府", "市长")]}


def test_posts_of_one_person_are_chained() -> None:
    found = posts_of("县委副书记、县长秦立新主持会议。", COUNTY)
    assert found == {"秦立新": [("新宁县委", "副书记"), ("新宁县政府", "县长")]}


def test_a_shared_prefix_is_carried_to_the_next_post() -> None:
    found = posts_of("青江学院党委副书记、校长秦立新致辞。")
    assert found == {"秦立新": [("青江学院党委", "副书记"), ("青江学院", "校长")]}


def test_a_department_of_the_committee_takes_its_place_from_the_post_before() -> None:
    found = posts_of("区委常委、组织部部长、党校(行政学院)校长秦立新讲话。", DISTRICT)
    assert found["秦立新"] == [
        ("夷陵区委", "常委"),
        ("夷陵区委组织部", "部长"),
        ("夷陵区委党校", "校长"),
    ]


def test_a_part_of_a_party_group_gives_way_to_its_body() -> None:
    found = posts_of("省交通运输厅党组书记、厅长秦立新出席。")
    assert found["秦立新"] == [("山东省交通运输厅党组", "书记"), ("山东省交通运输厅", "厅长")]


def test_an_elided_body_is_written_out() -> None:
    assert posts_of("市教育局长秦立新参加。")["秦立新"] == [("滨州市教育局", "局长")]


def test_deputies_in_a_list_share_the_post() -> None:
    found = posts_of("市政协副主席秦立新、韩雨、苏明哲参加会议。")
    assert found["韩雨"] == found["苏明哲"] == [("滨州市政协", "副主席")]


def test_a_single_head_is_not_shared() -> None:
    found = posts_of("市委书记秦立新、韩雨出席会议。")
    assert found["韩雨"] == []


def test_a_group_word_gives_no_post() -> None:
    assert posts_of("市领导秦立新、韩雨出席。") == {"秦立新": [], "韩雨": []}


def test_a_post_without_a_body_goes_to_the_body_before() -> None:
    found = posts_of("市政府副市长秦立新及秘书长韩雨出席。")
    assert found["韩雨"] == [("滨州市政府", "秘书长")]


def test_an_ambassador_belongs_to_the_embassy() -> None:
    assert posts_of("芬兰驻华大使秦立新致辞。")["秦立新"] == [("芬兰驻华大使馆", "大使")]


def test_what_holds_no_longer_is_not_in_the_title() -> None:
    assert posts_of("时任民政部副部长秦立新出席。")["秦立新"] == [("民政部", "副部长")]


def test_a_name_ends_before_the_verb() -> None:
    assert named("市委书记秦科作动员讲话。") == ["秦科"]
    assert named("县长秦立陪同调研。") == ["秦立"]
    assert named("副市长秦立新一行来访。") == ["秦立新"]


def test_an_office_word_is_no_name() -> None:
    assert named("院长任职仪式举行。") == []
    assert named("颁发了市长金融奖。") == []


def test_compound_surnames_and_middle_dots_belong_to_names() -> None:
    assert named("副市长欧阳立新、艾力·买买提出席。") == ["欧阳立新", "艾力·买买提"]


def test_names_in_a_list_need_no_post() -> None:
    assert named("秦立新、韩雨、苏明哲等出席会议。") == ["秦立新", "韩雨", "苏明哲"]


def test_a_reporter_is_left_out() -> None:
    assert named("本报讯(记者 秦立新)市长韩雨出席。") == ["韩雨"]


def test_a_note_behind_a_name_does_not_end_the_list() -> None:
    assert named("市政协常委秦立新(女)、韩雨(兼职,回族)出席。") == ["秦立新", "韩雨"]


def test_a_post_held_besides_another_is_one_of_the_chain() -> None:
    assert posts_of("副市长兼市公安局局长秦立新出席。")["秦立新"] == [
        ("滨州市政府", "副市长"),
        ("滨州市公安局", "局长"),
    ]


def test_an_acting_head_keeps_the_word_in_the_title() -> None:
    assert posts_of("代市长秦立新主持会议。")["秦立新"] == [("滨州市政府", "代市长")]


def test_who_is_to_be_appointed_has_the_status_proposed() -> None:
    person = read("拟任市财政局局长秦立新作供职发言。")[0]
    assert person.posts[0].title == "局长" and person.posts[0].status == "proposed"


def test_a_rank_stays_with_the_department_before() -> None:
    found = posts_of("市水利局党组书记、局长秦立新,一级巡视员韩雨参加。")
    assert found["韩雨"] == [("滨州市水利局", "一级巡视员")]


def test_military_and_academic_posts_are_posts() -> None:
    assert posts_of("滨州军分区司令员秦立新出席。")["秦立新"] == [("滨州军分区", "司令员")]
    assert posts_of("中国工程院院士、青江大学教授秦立新作报告。")["秦立新"] == [
        ("中国工程院", "院士"),
        ("青江大学", "教授"),
    ]


def test_a_post_behind_a_full_name_says_whose_it_is() -> None:
    assert posts_of("秦立新副市长主持会议。")["秦立新"] == [("滨州市政府", "副市长")]


def test_an_academic_title_without_a_body_is_no_post() -> None:
    assert posts_of("秦立新教授讲课。") == {"秦立新": []}


def test_a_foreign_name_without_a_middle_dot_is_read_after_a_post() -> None:
    assert named("公正党主席米罗诺夫率领考察团来访。") == ["米罗诺夫"]


def test_a_japanese_name_has_a_surname_of_its_own() -> None:
    assert "斋藤宪二" in named("日本国驻青岛总领事斋藤宪二到滨州访问。")


def test_an_official_called_by_surname_and_post_is_the_one_named_before() -> None:
    assert named("市委书记王立新到邹平县检查工作。王书记要求,要抓好春耕。") == ["王立新", "王立新"]


def test_a_lower_unit_named_in_the_text_is_meant_in_a_citys_chronicle() -> None:
    found = posts_of("秦立新到沾化区调研,区委书记韩雨陪同。")
    assert found["韩雨"] == [("沾化区委", "书记")]


def test_a_part_of_an_office_belongs_to_the_office_before() -> None:
    found = posts_of("市公安局副局长秦立新,禁毒支队支队长韩雨陪同。")
    assert found["韩雨"] == [("滨州市公安局禁毒支队", "支队长")]


def test_a_province_named_before_is_meant_by_the_next_post() -> None:
    found = posts_of("湖北省委书记、省人大常委会主任秦立新出席。")
    assert found["秦立新"][1] == ("湖北省人大常委会", "主任")


def test_a_short_name_is_completed_by_the_long_one_before() -> None:
    found = posts_of("滨州宏远机械有限公司入选名单,公司总经理秦立新出席。")
    assert found["秦立新"] == [("滨州宏远机械有限公司", "总经理")]


def test_what_is_sure_in_a_document_is_found_without_a_post() -> None:
    known = Memory(frozenset({"栗方书"}))
    found = people("会后,栗方书还看了展览。", scope_of("山东省滨州市"), known)
    assert [person.name for person in found] == ["栗方书"]


def test_somebody_who_comes_to_a_place_is_not_called_after_it() -> None:
    found = posts_of("省农学会主席秦立新教授来庆元考察。副市长韩雨来庆元视察。")
    assert set(found) == {"秦立新", "韩雨"}


def test_those_who_were_received_do_not_lend_their_verb_to_a_body() -> None:
    found = posts_of("剧团受到省委书记秦立新、省长韩雨接见。")
    assert found == {"秦立新": [("山东省委", "书记")], "韩雨": [("山东省政府", "省长")]}


def test_a_name_does_not_end_in_the_preposition_after_it() -> None:
    assert set(posts_of("公司副总经理秦立向考察团介绍情况。")) == {"秦立"}


def test_a_county_committee_elsewhere_is_that_of_the_county_before() -> None:
    found = posts_of("岚县县委副书记、县长秦立新,县委常委、宣传部长韩雨出席。", "青江学院")
    assert found["韩雨"] == [("岚县县委", "常委"), ("岚县县委宣传部", "部长")]


def test_a_department_after_a_body_of_another_province_is_of_that_province() -> None:
    found = posts_of("西藏自治区教育工委副书记、教育厅党组成员秦立新出席。")
    assert found["秦立新"][1] == ("西藏自治区教育厅党组", "成员")


def test_the_office_of_the_head_of_a_school_keeps_its_name() -> None:
    found = posts_of("校长办公室主任秦立新主持会议。", "青江学院")
    assert found["秦立新"] == [("青江学院校长办公室", "主任")]


def test_a_part_of_another_school_is_not_the_own_schools() -> None:
    found = posts_of("东湖大学机械学院院长秦立新来访。", "青江学院")
    assert found["秦立新"] == [("东湖大学机械学院", "院长")]


def test_a_rank_behind_a_name_is_no_post_of_the_next_one() -> None:
    found = posts_of("副市长秦立新少将和省军区副司令员韩雨来访。")
    assert found["韩雨"] == [("山东省军区", "副司令员")]


def test_the_head_of_a_party_belongs_to_the_committee_founded_before() -> None:
    text = "九三学社新宁县委员会成立,会议推选主任委员秦立新讲话。"
    assert posts_of(text)["秦立新"] == [("九三学社新宁县委员会", "主任委员")]


def test_a_name_after_a_body_is_shown_by_the_post_behind_it() -> None:
    found = posts_of("青江医院秦立书记一行到滨州交流,市水利局韩志明副局长陪同。")
    assert found == {"秦立": [("青江医院", "书记")], "韩志明": [("滨州市水利局", "副局长")]}


def test_several_posts_behind_a_name_are_all_read() -> None:
    found = posts_of("会议感谢秦立新副书记兼副市长的支持。")
    assert [title for _, title in found["秦立新"]] == ["副书记", "副市长"]


def test_a_conjunction_before_a_name_is_no_surname() -> None:
    assert named("秦立新院长和韩志明副院长为基地揭牌。") == ["秦立新", "韩志明"]


def test_the_head_of_a_delegation_has_its_post_behind_the_name() -> None:
    found = posts_of("县里组织以秦立新为团长的慰问团,慰问驻军。", COUNTY)
    assert found == {"秦立新": [("慰问团", "团长")]}


def test_a_bracket_lists_the_heads_of_the_body_before_it() -> None:
    found = posts_of("县委成立防汛领导小组(组长秦立新,副组长韩雨、苏明哲)。", COUNTY)
    assert found["秦立新"] == [("新宁县防汛领导小组", "组长")]
    assert found["苏明哲"] == [("新宁县防汛领导小组", "副组长")]


def test_a_department_cut_short_before_its_head_is_written_out() -> None:
    found = posts_of("县委常委、组织部长秦立新主持会议。", COUNTY)
    assert found["秦立新"][1] == ("新宁县委组织部", "部长")


def test_a_firm_named_by_its_party_committee_has_the_next_post_too() -> None:
    found = posts_of("东湖钢研党委常委、副总经理秦立新来访。", "青江集团")
    assert found["秦立新"] == [("东湖钢研党委", "常委"), ("东湖钢研", "副总经理")]


def test_people_of_another_school_in_a_list_stay_with_it() -> None:
    found = posts_of("东湖大学党委书记秦立新、党委副书记兼副校长韩雨出席。", "青江学院")
    assert found["韩雨"] == [("东湖大学党委", "副书记"), ("东湖大学", "副校长")]


def test_an_office_of_the_whole_school_is_no_part_of_a_faculty() -> None:
    found = posts_of("化工学院院长秦立新、教务处处长韩雨出席。", "青江大学")
    assert found["韩雨"] == [("青江大学教务处", "处长")]


def test_our_hospital_opens_a_body_in_the_middle_of_a_sentence() -> None:
    found = posts_of("双方就选送我院心内科主治医师秦立新进修交换意见。", "青江医院")
    assert found["秦立新"] == [("青江医院心内科", "主治医师")]


def test_a_list_of_outside_directors_shares_the_post() -> None:
    found = posts_of("公司外部董事秦立新、韩雨到会。", "青江集团")
    assert found["韩雨"] == [("青江集团", "外部董事")]


def test_the_court_of_a_city_is_not_one_of_its_districts() -> None:
    found = posts_of("市中级人民法院院长秦立新列席。")
    assert found["秦立新"] == [("滨州市中级人民法院", "院长")]


def test_the_known_parts_of_a_name_hold_no_word_that_ends_it() -> None:
    assert named("副县长吐尔逊·阿不都热合曼主持会议。") == ["吐尔逊·阿不都热合曼"]


def test_a_name_with_a_dot_ends_before_a_word_for_guests() -> None:
    assert named("蒙古国副总理策·额尔登巴特等嘉宾出席。")[0] == "策·额尔登巴特"


def test_the_head_of_a_government_abroad_belongs_to_the_government() -> None:
    assert posts_of("蒙古国副总理策·额尔登巴特出席。")["策·额尔登巴特"] == [
        ("蒙古国政府", "副总理")
    ]


def test_a_ministry_after_a_parliament_abroad_is_of_that_state() -> None:
    found = posts_of("蒙古国大呼拉尔委员、工业部部长策·额尔登巴特出席。")
    assert found["策·额尔登巴特"][1] == ("蒙古国工业部", "部长")


def test_our_ambassador_abroad_belongs_to_our_embassy_there() -> None:
    found = posts_of("中国驻蒙古国特命全权大使秦立新出席。")
    assert found["秦立新"] == [("中国驻蒙古国大使馆", "特命全权大使")]


def test_a_country_before_an_own_body_is_left_out() -> None:
    found = posts_of("中国内蒙古自治区党委书记秦立新会见来宾。", "内蒙古自治区")
    assert found["秦立新"] == [("内蒙古自治区党委", "书记")]


def test_a_department_of_the_committee_of_an_autonomous_region_keeps_the_committee() -> None:
    found = posts_of("自治区党委常委、宣传部部长秦立新出席。", "内蒙古自治区")
    assert found["秦立新"][1] == ("内蒙古自治区党委宣传部", "部长")


def test_a_part_that_opens_with_the_body_before_is_inside_it() -> None:
    found = posts_of("全国政协常委、政协法制委员会副主任秦立新考察。")
    assert found["秦立新"][1] == ("全国政协法制委员会", "副主任")


def test_a_short_form_in_brackets_is_no_part_of_a_body() -> None:
    found = posts_of("县人民政府(简称县政府)县长秦立新讲话。", COUNTY)
    assert found["秦立新"] == [("新宁县政府", "县长")]


def test_what_a_deputy_is_in_charge_of_is_no_body() -> None:
    found = posts_of("主管财贸工作的副县长秦立新接待来访群众。", COUNTY)
    assert found["秦立新"] == [("新宁县政府", "副县长")]


def test_the_head_of_a_small_group_is_written_out() -> None:
    found = posts_of("县委防汛领导小组长秦立新讲话。", COUNTY)
    assert found["秦立新"] == [("新宁县委防汛领导小组", "组长")]


def test_the_party_behind_a_leader_gives_his_body() -> None:
    found = posts_of("以局长秦立新为首的东湖市林业局考察团一行来访。")
    assert found["秦立新"] == [("东湖市林业局", "局长")]


def test_places_in_a_list_are_no_people() -> None:
    assert named("先后到雷山、黄平、施秉三县调研。", "贵州省黔东南州") == []


def test_a_river_with_works_on_it_is_nobody() -> None:
    assert named("境内老柴河、洪涯江第一期工程开工。", COUNTY) == []


def test_posts_in_brackets_behind_a_name_are_his() -> None:
    found = posts_of("任命秦立新(东湖县委书记、县长)为护林站站长。", COUNTY)
    assert found["秦立新"] == [("东湖县委", "书记"), ("东湖县政府", "县长")]


def test_a_name_ends_before_the_words_that_entrust_him() -> None:
    assert named("市委书记秦立受常委会委托作报告。") == ["秦立"]


def test_a_name_before_a_verb_of_heading_does_not_take_it() -> None:
    found = posts_of("以副省长秦立为团长的慰问团到县慰问。", COUNTY)
    assert set(found) == {"秦立"}


def test_a_relative_is_named_after_the_word_for_the_kinship() -> None:
    assert "韩志明" in named("烈士的丈夫韩志明出席纪念活动。")


def test_a_body_named_since_has_the_head_that_has_no_body() -> None:
    text = "省委工作团由团长秦立新带领到县,市委工作团由团长韩志明带领到县。"
    assert posts_of(text, COUNTY)["韩志明"] == [("邵阳市委工作团", "团长")]


def test_what_a_meeting_discusses_is_no_part_of_the_body() -> None:
    found = posts_of("全会听取和讨论县委书记秦立新作的报告。", COUNTY)
    assert found["秦立新"] == [("新宁县委", "书记")]


def test_a_commission_after_a_government_is_of_its_place() -> None:
    found = posts_of("怀化市政府副秘书长、卫健委主任秦立新陪同。", COUNTY)
    assert found["秦立新"][1] == ("怀化市卫健委", "主任")


def test_who_speaks_for_the_holder_of_a_post_holds_one_post() -> None:
    found = posts_of("联合国秘书长发言人林德迈尔表示欢迎。")
    assert found["林德迈尔"] == [("联合国秘书长", "发言人")]


def test_a_state_after_together_with_is_no_longer_for_it() -> None:
    found = posts_of("国家主席秦立新同玻利维亚总统阿尔塞互致贺电。")
    assert found["阿尔塞"] == [("玻利维亚", "总统")]


def test_a_committee_of_a_zone_belongs_to_the_zone_named_before() -> None:
    found = posts_of("市长秦立新到临江开发区调研,管委会主任韩志明陪同。")
    assert found["韩志明"] == [("临江开发区管委会", "主任")]


def test_a_part_of_that_school_is_of_the_school_named_before() -> None:
    found = posts_of("一行赴东湖大学考察,受到该校图书馆副馆长秦立新接待。", "青江学院")
    assert found["秦立新"] == [("东湖大学图书馆", "副馆长")]


def test_an_office_after_a_guest_is_the_own_ones() -> None:
    text = "副校长秦立新会见东湖大学校长韩志明,国际交流处处长苏明哲参加会见。"
    assert posts_of(text, "青江大学")["苏明哲"] == [("青江大学国际交流处", "处长")]


def test_the_history_office_of_a_school_keeps_its_name() -> None:
    found = posts_of("校史研究室主任秦立新出席。", "青江大学")
    assert found["秦立新"] == [("青江大学校史研究室", "主任")]


def test_posts_behind_names_in_a_list_share_the_body() -> None:
    found = posts_of("秦立新副市长、韩志明秘书长出席开工仪式。")
    assert found["韩志明"] == [("滨州市政府", "秘书长")]


def test_the_police_of_a_place_are_named_without_it() -> None:
    found = posts_of("市委常委、公安局长秦立新通报情况。")
    assert found["秦立新"][1] == ("滨州市公安局", "局长")


def test_a_governor_abroad_is_a_post() -> None:
    assert posts_of("韩国全罗南道知事金瑛录来访。")["金瑛录"] == [("韩国全罗南道", "知事")]


def test_a_province_of_the_one_beside_is_meant_again() -> None:
    text = "在安徽省委书记秦立新,省委副书记、省长韩志明陪同下参观。"
    assert posts_of(text, "四川省")["韩志明"] == [("安徽省委", "副书记"), ("安徽省政府", "省长")]


def test_a_branch_of_a_mine_is_no_part_of_the_mine() -> None:
    found = posts_of("公司副总经理兼矿山分公司总经理秦立新陪同。", "青江矿业集团")
    assert found["秦立新"][0] == ("青江矿业集团", "副总经理")
    assert found["秦立新"][1][0].endswith("矿山分公司")


def test_an_office_of_another_level_is_no_part_of_a_firm() -> None:
    found = posts_of("自治区农垦局生产处处长秦立新到厂。", "青江机械厂")
    assert found["秦立新"] == [("自治区农垦局生产处", "处长")]


def test_a_name_ends_before_the_reason_that_follows() -> None:
    assert named("同意秦立因到龄退休辞去监事会主席职务。") == ["秦立"]


def test_a_name_ends_before_a_count_of_people() -> None:
    assert "秦立新" in named("由韩志明与秦立新三人赴外地调研。")


def test_a_name_that_begins_like_a_place_after_a_head_is_a_name() -> None:
    found = posts_of("市人民医院院长葛均波、副市长宁高远出席。")
    assert found["葛均波"] == [("滨州市人民医院", "院长")]
    assert found["宁高远"] == [("滨州市政府", "副市长")]


def test_a_place_that_shares_a_character_with_a_head_is_a_place() -> None:
    assert named("考察团赴上海市长宁区参观。") == []


def test_a_group_headed_by_somebody_with_a_post_adds_one() -> None:
    found = posts_of("以副市长秦立新为组长的市防汛检查组到县检查。")
    assert [title for _, title in found["秦立新"]] == ["副市长", "组长"]


def test_a_list_of_the_honoured_without_posts_is_read() -> None:
    assert named("表彰大会召开,杨振海、李政华等20名优秀党员受到表彰。") == ["杨振海", "李政华"]


def test_a_mongol_name_ends_before_a_conjunction() -> None:
    found = posts_of("副县长额尔敦与韩志明代表双方签字。", COUNTY)
    assert found["额尔敦"] == [("新宁县政府", "副县长")]


def test_a_short_foreign_name_does_not_take_the_verb() -> None:
    assert named("加蓬总统邦戈表示祝贺。") == ["邦戈"]


def test_the_term_of_a_congress_is_no_part_of_its_name() -> None:
    found = posts_of("会议任命,第十三届全国人大常委会副秘书长秦立新出席。")
    assert found["秦立新"] == [("全国人大常委会", "副秘书长")]


def test_the_committee_of_a_bureau_after_a_post_of_a_place_is_of_that_place() -> None:
    found = posts_of("县委教育工委书记、教育局党委书记、局长秦立新颁奖。", COUNTY)
    assert found["秦立新"][1:] == [("新宁县教育局党委", "书记"), ("新宁县教育局", "局长")]


def test_an_official_called_by_surname_and_post_is_known_from_the_whole_document() -> None:
    before = read("县委书记王立新、副书记王海出席会议。", COUNTY)
    known = Memory(officials=officials(before))
    found = people("王书记到河东镇调研,王副书记陪同。", scope_of(COUNTY), known)
    assert [person.name for person in found] == ["王立新", "王海"]


def test_two_who_fit_a_surname_and_a_post_are_not_told_apart() -> None:
    before = read("河东镇党委书记王立新、河西镇党委书记王海出席会议。", COUNTY)
    assert "王书记" not in officials(before)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("陈云金向全会作工作报告。", ["陈云金"]),
        ("杨宗万因受迫害而自杀。", ["杨宗万"]),
        ("县大队派董凤祥、任自祥带领部众到山区。", ["董凤祥", "任自祥"]),
        ("郑友生、刘传、张仁厚为副主任。", ["郑友生", "刘传", "张仁厚"]),
        ("外交部副部长王毅青召见大使。", ["王毅青"]),
        ("临时代办周亮照会外交部。", ["周亮"]),
        ("双丰、杨树、利新、平山、大岭10个乡镇遭冰雹。", []),
        ("双丰、杨树、利新等村遭冰雹。", []),
        ("郑友生、张仁厚深入3个乡镇调研。", ["郑友生", "张仁厚"]),
        ("来自全国的200多名选手参加比赛。", []),
    ],
)
def test_what_befalls_somebody_shows_a_name_and_a_count_of_units_shows_none(
    text: str, names: list[str]
) -> None:
    assert [person.name for person in people(text, scope_of(COUNTY))] == names


def test_a_rare_surname_that_is_sure_elsewhere_is_found_without_a_post() -> None:
    memory = Memory(frozenset({"茶文杉"}))
    found = people("茶文杉要求,各乡镇要抓好防火。", scope_of(COUNTY), memory)
    assert [person.name for person in found] == ["茶文杉"]


def test_who_somebody_is_shows_a_name_and_is_no_post() -> None:
    for who in ("恶霸地主", "村民", "小学生", "归侨", "民间艺人", "特等功臣", "外国友人"):
        found = posts_of(f"{who}秦立新来到河东镇。")
        assert found == {"秦立新": []}, who


def test_a_pupil_has_no_post_though_his_school_is_named() -> None:
    assert posts_of("青江师范学校学生秦立新参加集训。") == {"秦立新": []}


def test_what_is_done_to_people_shows_their_names() -> None:
    for deed in ("公审了", "活捉", "枪决", "追悼", "评选出", "嘉奖"):
        assert named(f"在河东镇{deed}秦立新、韩雨等人。") == ["秦立新", "韩雨"], deed


def test_engineers_in_chief_of_every_trade_hold_posts() -> None:
    for title in ("总地质师", "副总地质师", "总林艺师"):
        found = posts_of(f"青江油田{title}秦立新参加会议。")
        assert [name for _, name in found["秦立新"]] == [title]


def test_a_name_stands_before_and_not_after_what_joins() -> None:
    assert named("老领导秦立新、包纯和到会并讲话。") == ["秦立新", "包纯和"]
    assert named("老领导秦立新、包纯和韩雨到会。") == ["秦立新", "包纯", "韩雨"]


def test_what_ends_places_and_offices_ends_no_name() -> None:
    assert named("江东市领导秦立新、韩雨出席。") == ["秦立新", "韩雨"]
    assert named("校领导秦立新、保卫处处长韩雨陪同。") == ["秦立新", "韩雨"]
    assert named("县委书记秦立新、白河县县长韩雨剪彩。") == ["秦立新", "韩雨"]


def test_a_state_abroad_begins_no_name() -> None:
    assert named("以市长秦立新为团长的韩国富原市政府代表团来访。") == ["秦立新"]


def test_a_surname_of_the_husband_may_stand_before_ones_own() -> None:
    assert named("世卫组织总干事陈冯丽珍出席。") == ["陈冯丽珍"]


def test_a_list_of_clear_names_carries_a_doubtful_first_one() -> None:
    assert named("王行湖、秦立新、韩晓雨等市级领导与会。")[0] == "王行湖"


def test_a_note_of_rank_may_stand_between_post_and_name() -> None:
    found = posts_of("省交通厅总工程师(副厅级)秦立新陪同。")
    assert found == {"秦立新": [("山东省交通厅", "总工程师")]}


def test_a_body_or_a_trade_before_a_name_shows_it() -> None:
    for words in ("江苏队秦立新获冠军", "困难户秦立新获一等奖", "市一中秦立新获一等奖"):
        assert named(f"3月5日,{words}。") == ["秦立新"], words


def test_a_name_may_follow_a_day_without_a_mark() -> None:
    assert named("6月22日韩晓雨任县长。", COUNTY) == ["韩晓雨"]


def test_former_stands_in_a_title_that_a_body_goes_before() -> None:
    assert posts_of("省委原副书记秦立新题写院名。") == {"秦立新": [("山东省委", "原副书记")]}
    assert posts_of("原省委副书记秦立新题写院名。") == {"秦立新": [("山东省委", "副书记")]}


def test_what_a_deputy_is_in_charge_of_is_no_part_of_his_body() -> None:
    found = posts_of("市委办公室分管日常工作的副主任秦立新到会。")
    assert found == {"秦立新": [("滨州市委办公室", "副主任")]}


def test_the_body_that_is_founded_has_the_heads_that_follow() -> None:
    text = "3月5日,县农业合作指导所在城关成立,所长秦立新,副所长韩雨、苏明哲。"
    assert [(p.name, [q.title for q in p.posts]) for p in read(text, COUNTY)] == [
        ("秦立新", ["所长"]),
        ("韩雨", ["副所长"]),
        ("苏明哲", ["副所长"]),
    ]
    assert all("农业合作指导所" in p.posts[0].organisation for p in read(text, COUNTY))


def test_a_person_may_open_a_list_that_goes_on_with_a_post() -> None:
    found = named("韩晓雨、市政府副市长秦立新参加座谈。")
    assert found == ["韩晓雨", "秦立新"]


def test_two_who_take_one_post_are_both_named() -> None:
    assert named("张发、王德胜任副指挥长。", COUNTY) == ["张发", "王德胜"]


def test_schools_for_teachers_are_no_names() -> None:
    assert named("本县师范学校举行大会,科技工程开工,教师高度负责。", COUNTY) == []


def test_a_name_may_open_the_telling_behind_a_headline() -> None:
    text = "任命名单\n曾雅静、邓晓旺为县人民法院审判员。"
    found = people(text, scope_of(COUNTY), None, text.index("\n") + 1)
    assert [person.name for person in found] == ["曾雅静", "邓晓旺"]


def test_a_hall_where_a_meeting_is_held_is_no_name() -> None:
    assert named("大会在市青少年宫召开。") == []
    assert named("全局举办职工登山比赛。") == []


def test_a_rank_is_no_post() -> None:
    assert posts_of("省军区少将司令员秦立新来县。") == {"秦立新": [("山东省军区", "司令员")]}


def test_a_land_abroad_or_a_preposition_begins_no_name() -> None:
    assert named("伊朗新任领袖发表讲话。") == []
    assert "由陈晓梦" not in named("决赛中,由陈晓梦、孙颖秀、王曼青组成的中国队获胜。")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("副主任秦忠和率机关干部上堤抢险。", "秦忠和"),
        ("韩雨、秦忠和(工人)任县委书记。", "秦忠和"),
        ("政协主席苏和作常委会工作报告。", "苏和"),
        ("陈立新任县委副书记。", "陈立新"),
        ("县长韩大明调离,由韩雨接任。", "韩雨"),
        ("在指挥部听取秦立新、廖德荣汇报。", "秦立新"),
        ("秦立新作开班动员。", "秦立新"),
    ],
)
def test_the_characters_around_a_name_are_no_part_of_it_and_its_own_are_kept(
    text: str, name: str
) -> None:
    assert name in posts_of(text, COUNTY)


def test_tibetan_names_are_read_where_a_post_shows_them() -> None:
    found = posts_of("副省长旦巴坚措讲话,副县长昂文、官却多杰主持。", COUNTY)
    assert set(found) == {"旦巴坚措", "昂文", "官却多杰"}


def test_people_are_named_by_two_parts_where_no_post_stands_before() -> None:
    assert set(posts_of("多杰扎西主持会议,选举扎西次仁为县长。", COUNTY)) == {
        "多杰扎西",
        "扎西次仁",
    }


def test_a_note_of_rank_stands_between_post_and_name() -> None:
    found = posts_of("滨州农业科学院教授级高工(正高)秦立新讲话。")
    assert found == {"秦立新": [("滨州农业科学院", "教授级高工")]}


def test_coming_to_a_place_called_by_one_character_is_no_name() -> None:
    assert posts_of("市政协委员来资,开展视察。").keys() == set()


def test_a_word_joins_a_post_to_somebody_who_has_another_one() -> None:
    found = posts_of("验收组组长为省水利厅总工程师秦大河。")
    assert [title for _, title in found["秦大河"]] == ["组长", "总工程师"]


def test_short_names_of_bodies_and_hidden_names_are_nobody() -> None:
    assert "区侨联" not in posts_of("区委统战部部长秦立新、区侨联主席韩雨出席。")
    assert posts_of("司机黎某酒后驾车。") == {}


def test_a_letter_may_stand_inside_a_foreign_name() -> None:
    assert "罗伯特·H·格林" in posts_of("东岸大学副校长罗伯特·H·格林来访。")


def test_where_a_delegate_lives_is_no_part_of_the_body() -> None:
    for where in ("住市", "驻青"):
        found = posts_of(f"{where}全国人大代表秦立新出席会议。")
        assert found == {"秦立新": [("全国人大", "代表")]}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("苏联水泥专家米哈依洛夫来厂座谈。", "米哈依洛夫"),
        ("日本教授中村良太到青江学院讲学。", "中村良太"),
        ("埃塞俄比亚选手特克勒以2小时15分夺冠。", "特克勒"),
        ("增选秦立新(女)、韩雨为副主席。", "秦立新"),
    ],
)
def test_a_name_of_another_language_ends_before_what_is_done(text: str, name: str) -> None:
    assert name in named(text)
