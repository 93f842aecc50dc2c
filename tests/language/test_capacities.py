"""Who takes part in which capacity."""

from __future__ import annotations

from tests.language.reading import capacities_of


def test_verbs_in_one_clause_add_up() -> None:
    assert capacities_of("秦立新主持会议并讲话。") == {"秦立新": {"chair", "speak"}}


def test_each_clause_has_its_own_people() -> None:
    found = capacities_of("市委书记秦立新主持会议,市长韩雨安排工作,副市长苏明哲、宋佳宁出席会议。")
    assert found == {
        "秦立新": {"chair"},
        "韩雨": {"speak"},
        "苏明哲": {"attend"},
        "宋佳宁": {"attend"},
    }


def test_a_list_waits_for_its_verb() -> None:
    found = capacities_of("市委书记秦立新,市长韩雨,副市长苏明哲出席会议。")
    assert set(map(frozenset, found.values())) == {frozenset({"attend"})} and len(found) == 3


def test_what_the_meeting_demands_is_said_by_nobody() -> None:
    assert capacities_of("秦立新主持会议。会议强调,要抓好落实。") == {"秦立新": {"chair"}}


def test_one_who_goes_out_leads_and_others_accompany() -> None:
    found = capacities_of("市长秦立新先后到城关镇、河东镇调研。副市长韩雨陪同调研。", "inspection")
    assert found == {"秦立新": {"lead"}, "韩雨": {"accompany"}}


def test_who_is_only_deputised_for_takes_no_part() -> None:
    assert capacities_of("受市长秦立新委托,副市长韩雨主持会议。") == {"韩雨": {"chair"}}


def test_a_company_in_the_middle_of_the_sentence_accompanies() -> None:
    found = capacities_of("副省长秦立新在市长韩雨陪同下到港区考察。", "inspection")
    assert found == {"秦立新": {"lead"}, "韩雨": {"accompany"}}


def test_a_person_in_a_phrase_about_ideas_takes_no_part() -> None:
    assert "习近平" not in capacities_of("会议学习习近平总书记重要讲话精神。秦立新主持会议。")


def test_he_is_the_one_just_spoken_of() -> None:
    found = capacities_of("市长秦立新到港区调研。他强调,要抓好安全。", "inspection")
    assert found == {"秦立新": {"lead", "speak"}}


def test_who_is_honoured_is_awarded() -> None:
    found = capacities_of("大会授予秦立新、韩雨等50名同志劳动模范称号。", "award")
    assert found == {"秦立新": {"awarded"}, "韩雨": {"awarded"}}


def test_the_name_of_a_ceremony_is_no_act() -> None:
    assert capacities_of("市长秦立新出席签约仪式。", "signing") == {"秦立新": {"attend"}}


def test_those_who_sign_together_sign() -> None:
    found = capacities_of("副市长秦立新与宏远集团董事长韩雨签署协议。", "signing")
    assert found == {"秦立新": {"sign"}, "韩雨": {"sign"}}


def test_a_guest_leads_and_the_host_receives() -> None:
    found = capacities_of("芬兰驻华大使秦立新一行来访,市长韩雨会见。", "visit")
    assert found == {"秦立新": {"lead"}, "韩雨": {"receive"}}


def test_hearing_a_report_is_not_giving_one() -> None:
    assert capacities_of("市长秦立新听取工作汇报。", "inspection") != {"秦立新": {"report"}}


def test_each_act_of_a_ceremony_has_its_people() -> None:
    found = capacities_of(
        "市委书记秦立新宣布开工,市长韩雨致辞,副市长苏明哲主持,市领导宋佳宁出席。", "ceremony"
    )
    assert found == {
        "秦立新": {"announce"},
        "韩雨": {"speak"},
        "苏明哲": {"chair"},
        "宋佳宁": {"attend"},
    }


def test_who_chairs_in_a_passive_clause_chairs_alone() -> None:
    found = capacities_of("市长秦立新,教育局部分负责人出席会议,会议由副市长韩雨主持。")
    assert found == {"秦立新": {"attend"}, "韩雨": {"chair"}}


def test_unnamed_people_at_the_end_of_a_list_share_its_verb_with_those_named() -> None:
    text = "市委书记秦立新、市长韩雨,市直有关部门和各乡镇主要负责人参加会议。"
    assert capacities_of(text) == {"秦立新": {"attend"}, "韩雨": {"attend"}}


def test_a_report_with_a_title_is_given_by_its_speaker() -> None:
    text = "县委书记秦立新作了《认清形势,鼓足干劲》的报告。"
    assert capacities_of(text) == {"秦立新": {"speak"}}


def test_a_report_on_work_is_a_report() -> None:
    assert capacities_of("副主席秦立新作提案工作情况报告。") == {"秦立新": {"speak"}}


def test_others_who_accompany_do_not_make_a_leader_do_so() -> None:
    text = "市长秦立新到港区调研,有关部门负责人陪同。"
    assert capacities_of(text, "inspection") == {"秦立新": {"lead"}}


def test_one_who_is_welcomed_says_nothing() -> None:
    found = capacities_of("市长秦立新主持座谈会。他对厅长韩雨的到来表示欢迎。")
    assert found == {"秦立新": {"chair", "speak"}, "韩雨": set()}


def test_a_welcome_to_those_who_inspect_leads_nobody() -> None:
    text = "院长秦立新代表全院对领导来院调研表示感谢,并作了汇报。"
    assert capacities_of(text, "inspection") == {"秦立新": {"speak", "report"}}


def test_who_comes_with_a_party_leads_it_though_his_post_stands_behind() -> None:
    text = "青江医院秦立书记一行8人来院参观。"
    assert capacities_of(text, "visit") == {"秦立": {"lead"}}


def test_what_follows_a_semicolon_without_a_name_is_done_by_the_same() -> None:
    text = "副市长秦立新参加启动仪式;赴河东镇视察春耕。"
    assert capacities_of(text, "inspection") == {"秦立新": {"attend", "lead"}}


def test_the_name_of_a_work_meeting_holds_no_summary() -> None:
    found = capacities_of("副市长秦立新主持召开整治工作总结推进会。")
    assert found == {"秦立新": {"chair"}}


def test_those_who_are_led_take_part_with_the_leader() -> None:
    found = capacities_of("校长秦立新带领处长罗静一行四人,赴青江大学参加研讨会。")
    assert found == {"秦立新": {"lead", "attend"}, "罗静": {"attend"}}


def test_a_remark_without_a_subject_is_made_by_who_came() -> None:
    text = "省委书记秦立新来县检查工作。对扶贫工作提出了要求。"
    assert capacities_of(text, "inspection") == {"秦立新": {"lead", "speak"}}


def test_a_ribbon_ceremony_that_one_attends_is_no_act_of_its_own() -> None:
    assert capacities_of("副省长秦立新参加剪彩仪式。", "ceremony") == {"秦立新": {"attend"}}


def test_who_is_named_only_in_what_another_says_takes_no_part() -> None:
    found = capacities_of("市长秦立新表示,今年是韩志明省长来访十周年,双方合作良好。")
    assert found == {"秦立新": {"speak"}}


def test_the_dead_who_are_remembered_take_no_part() -> None:
    assert capacities_of("纪念秦立新牺牲三周年仪式举行,市长韩志明出席。", "ceremony") == {
        "韩志明": {"attend"}
    }


def test_who_receives_does_not_attend_what_the_guest_came_for() -> None:
    text = "省长秦立新会见了前来出席博览会的副总理韩志明一行。"
    assert capacities_of(text, "visit") == {"秦立新": {"receive"}, "韩志明": {"lead"}}


def test_what_is_demanded_by_a_document_is_said_by_nobody() -> None:
    text = "副市长秦立新按照文件要求,研究项目事宜。"
    assert capacities_of(text) == {"秦立新": {"other"}}


def test_proposals_are_spoken() -> None:
    assert capacities_of("市长秦立新就合作提出六点建议。") == {"秦立新": {"speak"}}


def test_a_report_that_somebody_gave_is_spoken() -> None:
    assert capacities_of("会议审议通过秦立新作的《关于春耕的报告》的说明。")["秦立新"]


def test_a_speech_at_a_rally_is_no_idea() -> None:
    assert capacities_of("市委书记秦立新在庆祝大会上讲话。") == {"秦立新": {"speak"}}


def test_a_professor_with_a_party_leads_it() -> None:
    text = "副校长秦立新会见东湖大学校长韩志明教授一行。"
    assert capacities_of(text, "visit") == {"秦立新": {"receive"}, "韩志明": {"lead"}}


def test_a_company_may_hold_two_people_with_a_comma_between() -> None:
    text = "省长秦立新在市委书记韩志明,市委副书记苏明哲陪同下考察。"
    assert capacities_of(text, "inspection") == {
        "秦立新": {"lead"},
        "韩志明": {"accompany"},
        "苏明哲": {"accompany"},
    }


def test_who_receives_a_party_does_not_lead_it() -> None:
    found = capacities_of("主席秦立新会见韩志明率领的访问团。", "visit")
    assert found == {"秦立新": {"receive"}, "韩志明": {"lead"}}


def test_what_somebody_designed_was_not_chaired() -> None:
    found = capacities_of("总工程师秦立新主持研制的锅炉投产。", "project")
    assert found == {"秦立新": set()}


def test_only_the_leader_of_a_party_speaks() -> None:
    text = "县长秦立新率局长韩志明等深入工地调研,要求加快进度。"
    found = capacities_of(text, "inspection")
    assert found["秦立新"] == {"lead", "speak"} and "speak" not in found["韩志明"]


def test_who_hands_over_prizes_is_not_awarded() -> None:
    text = "副县长秦立新为先进个人颁奖,医生韩志明等12人受到表彰。"
    assert capacities_of(text, "award") == {"秦立新": {"other"}, "韩志明": {"awarded"}}


def test_who_is_sentenced_takes_part_otherwise() -> None:
    found = capacities_of("大会判处反革命分子秦立新死刑,院长韩志明主持。")
    assert found == {"秦立新": {"other"}, "韩志明": {"chair"}}


def test_a_lecture_about_what_is_studied_is_spoken() -> None:
    text = "会议邀请副书记秦立新就学习贯彻条例作专题辅导报告。"
    assert capacities_of(text) == {"秦立新": {"speak"}}


def test_one_who_accompanies_a_party_is_not_led_by_it() -> None:
    text = "镇长秦立新带领干部到外地参观,村支书韩志明陪同讲解。"
    assert capacities_of(text, "visit") == {"秦立新": {"lead"}, "韩志明": {"accompany"}}


def test_those_whom_somebody_takes_along_accompany_him_whatever_parts_them() -> None:
    found = capacities_of(
        "市长秦立新带领市委常委、组织部长韩雨,市委常委、秘书长苏明哲,副市长宋佳宁深入乡镇调研。",
        "inspection",
    )
    assert found == {
        "秦立新": {"lead"},
        "韩雨": {"accompany"},
        "苏明哲": {"accompany"},
        "宋佳宁": {"accompany"},
    }


def test_who_presents_his_own_work_reports_and_who_leads_a_place_speaks() -> None:
    text = "公司经理秦立新介绍了生产情况。县长韩雨介绍了县情。"
    assert capacities_of(text, "visit") == {"秦立新": {"report"}, "韩雨": {"speak"}}


def test_a_note_of_instruction_is_no_speech() -> None:
    found = capacities_of("市长秦立新第一时间作出批示,要求全力救援。", "incident")
    assert found == {"秦立新": {"other"}}


def test_what_befalls_somebody_is_no_deed_of_office() -> None:
    for deed in ("被错划为右派", "病故", "遭到批斗", "在抢险中光荣牺牲", "受到留党察看处分"):
        assert capacities_of(f"副县长秦立新{deed}。", "other") == {"秦立新": {"other"}}, deed


def test_one_who_is_tried_or_killed_does_nothing_himself() -> None:
    for verb in ("公审了", "处决了", "活捉", "追悼"):
        found = capacities_of(f"在河东镇召开大会,{verb}秦立新、韩雨等人。", "meeting")
        assert found == {"秦立新": {"other"}, "韩雨": {"other"}}, verb


def test_guests_who_are_spoken_to_do_not_lend_their_verb() -> None:
    found = capacities_of("市长秦立新向与会嘉宾推介项目。")
    assert found == {"秦立新": {"speak"}}


def test_a_paper_or_a_lesson_that_is_given_is_spoken() -> None:
    for deed in ("作《政府工作报告》", "作了关于扶贫工作的报告", "为新生上“开学第一课”"):
        assert capacities_of(f"县长秦立新{deed}。") == {"秦立新": {"speak"}}, deed
    assert capacities_of("县长秦立新作《关于草案的说明》。") == {"秦立新": {"report"}}


def test_verbs_in_a_title_are_nobodys() -> None:
    assert capacities_of("县长秦立新出席《检查表彰办法》座谈会。") == {"秦立新": {"attend"}}


def test_what_is_asked_of_others_is_not_done_by_who_asks() -> None:
    found = capacities_of("市长秦立新要求各地检查堤防,慰问群众。", "inspection")
    assert found == {"秦立新": {"speak"}}


def test_who_goes_somewhere_leads_in_an_event_of_any_kind() -> None:
    for kind in ("incident", "other", "project"):
        found = capacities_of("县委书记秦立新分赴各社抗旱。", kind)
        assert found == {"秦立新": {"lead"}}, kind


def test_who_is_accompanied_leads() -> None:
    found = capacities_of("省委书记秦立新由地委书记韩雨陪同来县。", "inspection")
    assert found == {"秦立新": {"lead"}, "韩雨": {"accompany"}}


def test_a_guest_who_is_met_has_come() -> None:
    found = capacities_of("市长秦立新会见公司董事长韩雨。", "signing")
    assert found == {"秦立新": {"receive"}, "韩雨": {"lead"}}


def test_an_unknown_deed_parts_its_doer_from_the_next_person() -> None:
    found = capacities_of("县长秦立新就工作作出回应,副县长韩雨主持。")
    assert "chair" not in found["秦立新"] and found["韩雨"] == {"chair"}


def test_a_number_of_others_is_its_own_subject() -> None:
    found = capacities_of("副局长秦立新授课,163人参加。", "training")
    assert found == {"秦立新": {"speak"}}


def test_those_to_whom_something_is_given_are_honoured_and_who_gives_is_not() -> None:
    found = capacities_of("县委副书记秦立新到会,向韩晓雨等42人授奖。", "award")
    assert found == {"秦立新": {"attend", "other"}, "韩晓雨": {"awarded"}}


def test_the_first_of_those_retired_or_moved_is_removed() -> None:
    for deed in ("撤职", "退休", "调走", "靠边站"):
        assert capacities_of(f"局长秦立新{deed}。", "appointment") == {"秦立新": {"removed"}}, deed
    found = capacities_of("副市长秦立新及部分退休干部参加。")
    assert found == {"秦立新": {"attend"}}


def test_models_whom_others_learn_from_take_no_part() -> None:
    assert capacities_of("全县开展向秦立新学习活动。", "other") == {}
    assert capacities_of("举行秦立新、韩雨先进事迹报告会。") == {}


def test_who_passes_on_what_others_said_speaks() -> None:
    found = capacities_of("县委书记秦立新在会上传达了上级会议精神。")
    assert found == {"秦立新": {"speak"}}


def test_who_heads_a_party_leads_it() -> None:
    found = capacities_of("以副市长秦立新为组长的工作组进驻矿山。", "other")
    assert found == {"秦立新": {"lead"}}


def test_a_note_between_states_and_a_return_are_no_attendance() -> None:
    for deed in ("照会外交部", "载誉归来", "致电祝贺"):
        assert capacities_of(f"秦立新{deed}。", "other") == {"秦立新": {"other"}}, deed


def test_those_who_are_heard_report_and_the_hearer_stays_the_subject() -> None:
    found = capacities_of("市长秦立新在指挥部听取韩雨、苏明哲汇报,要求转移群众。")
    assert found == {"秦立新": {"speak"}, "韩雨": {"report"}, "苏明哲": {"report"}}


def test_all_posts_taken_from_one_are_a_removal() -> None:
    found = capacities_of("副市长秦立新因反映灾情,撤销党内外一切职务。")
    assert found == {"秦立新": {"removed"}}


def test_answering_reporters_is_speaking() -> None:
    found = capacities_of("市长秦立新出席发布会并回答记者提问。")
    assert found == {"秦立新": {"attend", "speak"}}


def test_who_hands_a_plate_to_those_honoured_is_not_honoured_himself() -> None:
    assert capacities_of("市长秦立新为获评单位授牌。") == {"秦立新": {"unveil"}}


def test_what_is_asked_after_a_report_the_visitor_asks() -> None:
    found = capacities_of("市长秦立新率队到大河镇督导,镇长韩雨汇报进度。要求确保开园。")
    assert found == {"秦立新": {"lead", "speak"}, "韩雨": {"report"}}


def test_those_who_are_taught_do_not_teach() -> None:
    found = capacities_of("专家秦立新到农场座谈,并为40名农技人员授课。")
    assert "speak" in found["秦立新"]


def test_what_those_do_who_are_listed_behind_it_is_told_before_them() -> None:
    text = "出席开幕式的领导有省长秦立新、副省长韩雨,县长苏明哲致辞。"
    found = capacities_of(text)
    assert found["秦立新"] == found["韩雨"] == {"attend"}
    assert found["苏明哲"] == {"speak"}
    assert capacities_of("随同视察的还有县长秦立新。")["秦立新"] == {"accompany"}


def test_who_presents_something_to_the_press_reports_to_nobody() -> None:
    text = "市农业局召开新闻发布会,局长秦立新介绍情况。"
    assert capacities_of(text)["秦立新"] == {"speak"}


def test_what_a_body_that_is_named_does_to_somebody_is_told_of_him() -> None:
    text = "民警秦立新在追捕逃犯时牺牲,被公安部追授英雄模范称号。"
    assert capacities_of(text)["秦立新"] == {"other", "awarded"}


def test_a_story_is_nothing_said() -> None:
    assert "speak" not in capacities_of("创作员秦立新的小说《山路》获省文学奖。")["秦立新"]


def test_who_comes_with_a_party_leads_it_and_the_host_accompanies() -> None:
    text = "地委副书记秦立新带慰问团来县,先后到河东、城关两公社慰问灾民,县长韩雨陪同。"
    assert capacities_of(text, "condolence") == {"秦立新": {"lead"}, "韩雨": {"accompany"}}


def test_those_to_whose_homes_somebody_goes_are_called_upon() -> None:
    text = "市长秦立新到离休干部韩雨、城关镇西街特困职工苏明哲家中慰问。"
    found = capacities_of(text, "condolence")
    assert found == {"秦立新": {"lead"}, "韩雨": {"other"}, "苏明哲": {"other"}}


def test_a_prize_is_given_to_the_whole_list() -> None:
    found = capacities_of("院长秦立新为优秀护士韩雨、苏明哲颁奖。", "award")
    assert found["韩雨"] == found["苏明哲"] == {"awarded"}


def test_a_report_given_by_order_is_a_report() -> None:
    text = "会议听取了副县长秦立新受县政府委托所作的关于学前教育情况的报告。"
    assert capacities_of(text, "meeting") == {"秦立新": {"report"}}


def test_who_tells_of_his_experience_with_others_speaks() -> None:
    text = "青江大队党支部书记秦立新(朝鲜族)等7人介绍经验。"
    assert capacities_of(text, "meeting") == {"秦立新": {"speak"}}


def test_a_crowd_that_is_counted_takes_part_alone() -> None:
    text = "局长秦立新、县长韩雨剪彩,全镇群众1万多人参加。"
    assert capacities_of(text, "ceremony") == {"秦立新": {"other"}, "韩雨": {"other"}}


def test_those_who_are_excepted_take_no_part() -> None:
    assert capacities_of("秦立新、韩雨以外的班子成员到会。", "meeting").keys() <= {"秦立新"}


def test_who_reports_to_the_congress_reports() -> None:
    text = "检察长秦立新向县人大常委会报告反贪工作。"
    assert capacities_of(text, "meeting") == {"秦立新": {"report"}}


def test_members_of_no_party_stand_in_the_list() -> None:
    found = capacities_of("主委秦立新、副主委韩雨、无党派人士苏明哲就发展规划提出建议。", "meeting")
    assert set(map(frozenset, found.values())) == {frozenset({"speak"})} and len(found) == 3
