"""Posts given and taken."""

from __future__ import annotations

from tests.language.reading import COUNTY, changes_of


def test_an_appointment_names_the_post_behind_the_name() -> None:
    assert changes_of("任命秦立新为滨州市教育局局长。") == {
        "秦立新": ("appointed", [("滨州市教育局", "局长")])
    }


def test_a_list_of_names_gets_one_post() -> None:
    found = changes_of("任命秦立新、韩雨(女)为水利部副部长。")
    assert found["秦立新"] == found["韩雨"] == ("appointed", [("水利部", "副部长")])


def test_a_removal_names_the_post_that_is_lost() -> None:
    assert changes_of("免去秦立新的水利部副部长职务。") == {
        "秦立新": ("removed", [("水利部", "副部长")])
    }


def test_who_no_longer_holds_a_post_is_removed() -> None:
    assert changes_of("秦立新不再担任滨州市教育局局长职务。")["秦立新"][0] == "removed"


def test_an_election_elects() -> None:
    assert changes_of("会议选举秦立新为滨州市人大常委会主任。")["秦立新"] == (
        "elected",
        [("滨州市人大常委会", "主任")],
    )


def test_a_transfer_gives_the_new_post_and_keeps_the_old_one_in_sight() -> None:
    found = changes_of("秦立新同志由青江工程局党委副书记调整为第一书记。")
    assert found["秦立新"] == (
        "appointed",
        [("青江工程局党委", "副书记"), ("青江工程局党委", "第一书记")],
    )


def test_a_body_is_carried_through_a_list_of_appointments() -> None:
    found = changes_of("宣布决定:秦立新任青江医院党委书记,韩雨任院长,苏明哲任副院长。")
    assert found["韩雨"] == ("appointed", [("青江医院", "院长")])
    assert found["苏明哲"] == ("appointed", [("青江医院", "副院长")])


def test_a_post_lost_in_the_same_breath_is_a_former_one() -> None:
    from extractors.language.appointments import appointments
    from extractors.language.scope import scope_of
    from tests.language.reading import read

    text = "秦立新任市教育局局长,免去其市体育局局长职务。"
    change = appointments(text, read(text), scope_of("山东省滨州市"))[0]
    assert change.capacities == ("appointed", "removed")
    assert [(p.organisation, p.status) for p in change.posts] == [
        ("滨州市教育局", ""),
        ("滨州市体育局", "former"),
    ]


def test_a_heading_says_what_the_lines_below_it_do() -> None:
    found = changes_of("任命:\n秦立新为市教育局局长;\n免去:\n韩雨的市教育局局长职务。")
    assert found["秦立新"][0] == "appointed" and found["韩雨"][0] == "removed"


def test_one_verb_of_election_serves_the_whole_sentence() -> None:
    found = changes_of("会议补选秦立新为市人大常委会主任,韩雨为市监察委员会主任。")
    assert found["韩雨"] == ("elected", [("滨州市监察委员会", "主任")])


def test_a_resignation_is_a_removal() -> None:
    assert changes_of("会议接受秦立新辞去滨州市人民政府副市长职务的请求。")["秦立新"] == (
        "removed",
        [("滨州市政府", "副市长")],
    )


def test_who_is_chosen_stands_before_the_verb() -> None:
    found = changes_of("会议选举秦立新为主任,韩雨、宋佳宁当选副主任。")
    assert {name: change[0] for name, change in found.items()} == dict.fromkeys(
        ("秦立新", "韩雨", "宋佳宁"), "elected"
    )


def test_a_reason_may_stand_before_a_resignation() -> None:
    found = changes_of("会议接受秦立新因工作变动辞去滨州市人民政府市长职务的请求。")
    assert found == {"秦立新": ("removed", [("滨州市政府", "市长")])}


def test_a_department_for_delegates_is_no_delegate() -> None:
    found = changes_of(
        "任命秦立新为省人大常委会代表工作委员会主任,免去其省人大常委会副秘书长职务。"
    )
    assert found["秦立新"] == (
        "appointed+removed",
        [
            ("山东省人大常委会代表工作委员会", "主任"),
            ("山东省人大常委会", "副秘书长"),
        ],
    )


def test_a_seat_that_is_taken_away_is_a_removal() -> None:
    found = changes_of("会议决定撤销秦立新、韩志明第十三届省政协委员资格。")
    assert found["韩志明"] == ("removed", [("山东省政协", "委员")])


def test_a_list_below_a_heading_of_a_decision_is_appointed() -> None:
    found = changes_of(
        "1月5日,市人大常委会决定任命:\n秦立新为市财政局局长;\n韩志明为市教育局局长。"
    )
    assert found["韩志明"] == ("appointed", [("滨州市教育局", "局长")])


def test_a_title_of_a_trade_may_stand_before_the_verb() -> None:
    found = changes_of("聘任秦立新教授为青江医院名誉院长。")
    assert found["秦立新"] == ("appointed", [("青江医院", "名誉院长")])


def test_a_count_of_those_elected_may_stand_before_the_verb() -> None:
    found = changes_of("会议选出秦立新等9人为县人民委员会委员。", "湖南省邵阳市新宁县")
    assert found["秦立新"] == ("elected", [("新宁县人民委员会", "委员")])


def test_groups_in_a_list_of_the_appointed_do_not_break_it() -> None:
    text = "县革命委员会成立,军代表秦立新、革命干部韩志明、群众代表苏明哲任副主任。"
    found = changes_of(text, "湖南省邵阳市新宁县")
    assert [found[name][0] for name in ("秦立新", "韩志明", "苏明哲")] == ["appointed"] * 3


def test_a_candidate_is_put_forward() -> None:
    found = changes_of("会议决定提名秦立新为滨州市政府市长候选人。")
    assert found["秦立新"] == ("appointed", [("滨州市政府", "市长候选人")])


def test_a_deputy_who_acts_as_head_is_appointed() -> None:
    found = changes_of("县长韩志明调离,由副县长秦立新代理县长。", "湖南省邵阳市新宁县")
    assert found["秦立新"] == ("appointed", [("新宁县政府", "代理县长")])


def test_who_moves_up_to_fill_a_seat_is_appointed() -> None:
    assert changes_of("秦立新递补为市政协常委。")["秦立新"] == (
        "appointed",
        [("滨州市政协", "常委")],
    )


def test_a_removal_without_a_post_is_one_all_the_same() -> None:
    found = changes_of("县级班子调整,免去秦立新、韩志明职务。", "湖南省邵阳市新宁县")
    assert found == {"秦立新": ("removed", []), "韩志明": ("removed", [])}


def test_those_named_with_their_posts_where_a_body_is_founded_are_appointed() -> None:
    for text in (
        "县供销社成立,主任秦立新,副主任韩雨。",
        "成立县供销社,秦立新为主任,韩雨为副主任。",
        "县供销社(主任秦立新,副主任韩雨)",
    ):
        found = changes_of(text, COUNTY)
        if text.startswith("县供销社("):
            assert found == {}, text
        else:
            assert {name: capacity for name, (capacity, _) in found.items()} == {
                "秦立新": "appointed",
                "韩雨": "appointed",
            }, text


def test_those_who_attend_a_founding_are_not_appointed() -> None:
    assert changes_of("县供销社成立,县长秦立新,副县长韩雨出席仪式。", COUNTY) == {}


def test_those_put_in_charge_of_setting_something_up_are_appointed() -> None:
    found = changes_of("县政府决定,由副科长秦立新、教研员韩雨负责筹建进修学校。", COUNTY)
    assert {name: capacity for name, (capacity, _) in found.items()} == {
        "秦立新": "appointed",
        "韩雨": "appointed",
    }


def test_who_acts_for_another_is_appointed_with_that_in_his_title() -> None:
    found = changes_of("会议决定秦立新代理县人民政府县长。", COUNTY)
    assert found == {"秦立新": ("appointed", [("新宁县政府", "代理县长")])}


def test_posts_that_a_list_hands_out_go_to_each_in_turn() -> None:
    found = changes_of("秦立新、韩晓雨分别任县财政局局长、县教育局局长。", COUNTY)
    assert found == {
        "秦立新": ("appointed", [("新宁县财政局", "局长")]),
        "韩晓雨": ("appointed", [("新宁县教育局", "局长")]),
    }
    found = changes_of("秦立新、韩晓雨分别任黄龙镇、白沙镇党委书记。", COUNTY)
    assert [posts for _, posts in found.values()] == [
        [("黄龙镇党委", "书记")],
        [("白沙镇党委", "书记")],
    ]


def test_those_of_whom_a_body_consists_have_the_post_of_all() -> None:
    found = changes_of("县体育委员会由秦立新、韩晓雨等17名委员组成。", COUNTY)
    assert {name: [title for _, title in posts] for name, (_, posts) in found.items()} == {
        "秦立新": ["委员"],
        "韩晓雨": ["委员"],
    }


def test_heads_of_a_body_chosen_anew_are_elected() -> None:
    text = "县委换届。县委书记秦立新,副书记韩晓雨、苏明哲。"
    assert {name: capacity for name, (capacity, _) in changes_of(text, COUNTY).items()} == {
        "秦立新": "elected",
        "韩晓雨": "elected",
        "苏明哲": "elected",
    }


def test_who_heads_a_team_that_is_sent_is_not_appointed() -> None:
    assert changes_of("派出由副院长秦立新任队长的医疗队。", COUNTY) == {}


def test_who_once_held_a_post_is_not_appointed_to_it() -> None:
    assert changes_of("县医院成立新院区。时任院长秦立新。", COUNTY) == {}


def test_a_deputy_who_acts_behind_his_name_is_appointed() -> None:
    found = changes_of("县长调走,副县长秦立新代理县长。", COUNTY)
    assert found == {"秦立新": ("appointed", [("新宁县政府", "代理县长")])}


def test_a_post_held_besides_one_that_stands_before_is_given_where_a_body_is_founded() -> None:
    found = changes_of("县委成立防汛指挥部,书记秦立新兼指挥长。", COUNTY)
    assert [(capacity, posts[-1][1]) for capacity, posts in found.values()] == [
        ("appointed", "指挥长")
    ]


def test_a_post_is_taken_right_behind_the_name() -> None:
    found = changes_of("免去秦大山县水利局局长职务。", COUNTY)
    assert found["秦大山"] == ("removed", [("新宁县水利局", "局长")])


def test_a_name_that_ends_in_a_character_of_modifiers_keeps_it() -> None:
    found = changes_of("王立新升任副县长,张新民接替其任县委副书记。", COUNTY)
    assert found["王立新"] == ("appointed", [("新宁县政府", "副县长")])
    assert found["张新民"] == ("appointed", [("新宁县委", "副书记")])


def test_a_post_held_besides_is_given_where_the_clause_ends_behind_it() -> None:
    found = changes_of("县长秦立新兼县武装部政委。", COUNTY)
    assert found["秦立新"] == ("appointed", [("新宁县武装部", "政委")])
    assert "秦立新" not in changes_of("县长秦立新兼县武装部政委到青江公社检查。", COUNTY)


def test_several_may_hold_a_post_one_after_another() -> None:
    found = changes_of("县志编纂委员会主任先后由秦立新、韩雨担任。", COUNTY)
    assert found["秦立新"] == found["韩雨"]
    assert found["韩雨"] == ("appointed", [("新宁县志编纂委员会", "主任")])


def test_a_post_is_taken_by_a_verb_behind_the_name() -> None:
    for verb in ("免去", "被撤销", "因渎职被罢免"):
        found = changes_of(f"秦立新同志{verb}县教育局局长职务。", COUNTY)
        assert found["秦立新"] == ("removed", [("新宁县教育局", "局长")])


def test_a_post_may_end_by_itself() -> None:
    assert (
        changes_of("因机构改革,原县粮食局局长秦立新的职务自然免除。", COUNTY)["秦立新"][0]
        == "removed"
    )


def test_a_list_of_changes_needs_no_verb_of_its_own() -> None:
    found = changes_of("县政府任免一批干部,秦立新为县教育局局长;韩雨为县民政局局长。", COUNTY)
    assert found["韩雨"] == ("appointed", [("新宁县民政局", "局长")])


def test_one_character_tells_of_a_choice() -> None:
    found = changes_of("县农会召开代表大会。选秦立新(女、壮族)为主席,韩雨为副主席。", COUNTY)
    assert found["秦立新"][0] == found["韩雨"][0] == "elected"


def test_who_comes_from_elsewhere_takes_up_a_post() -> None:
    for way in ("由青江县调入任", "来县任"):
        assert changes_of(f"秦立新{way}县委书记。", COUNTY)["秦立新"][0] == "appointed"


def test_another_name_of_a_post_stands_in_brackets_behind_it() -> None:
    found = changes_of("大会选举秦立新为县工商联主席(会长)。", COUNTY)
    assert found["秦立新"] == ("elected", [("新宁县工商联", "主席(会长)")])


def test_who_follows_one_whose_post_is_taken_has_that_post() -> None:
    found = changes_of("免去秦大河县教育局局长职,由苏明哲继任。", COUNTY)
    assert found["秦大河"][0] == "removed"
    assert found["苏明哲"] == ("appointed", [("新宁县教育局", "局长")])


def test_a_further_post_may_stand_behind_a_comma_and_a_note() -> None:
    found = changes_of("秦大河任县教育局副局长(列韩雨之后)、兼任教师进修学校校长。", COUNTY)
    assert [title for _, title in found["秦大河"][1]] == ["副局长", "校长"]


def test_a_trade_may_stand_before_the_name_of_one_who_is_engaged() -> None:
    found = changes_of("青江大学聘请著名歌唱家秦立新为青江大学客座教授。")
    assert found["秦立新"] == ("appointed", [("青江大学", "客座教授")])


def test_a_notice_gives_the_post_that_is_held_and_the_one_to_come() -> None:
    text = "秦立新,男,1975年3月生,现任市水利局副局长,拟任市审计局局长。"
    assert changes_of(text)["秦立新"] == (
        "appointed",
        [("滨州市水利局", "副局长"), ("滨州市审计局", "局长")],
    )


def test_what_is_chosen_with_others_is_chosen_too() -> None:
    found = changes_of("县商会改选,秦立新任会长,副会长韩雨。", COUNTY)
    assert found["秦立新"][0] == found["韩雨"][0] == "elected"


def test_a_post_is_lost_behind_a_note() -> None:
    text = "秦立新任青江市信息局副局长(试用期一年),免去其青江市信息中心主任职务。"
    assert changes_of(text)["秦立新"][0] == "appointed+removed"


def test_delegates_are_elected_to_a_meeting() -> None:
    found = changes_of("会议选举秦立新、韩雨(女)、苏明哲3人为出席省党代会代表。", COUNTY)
    assert {how for how, _ in found.values()} == {"elected"} and len(found) == 3


def test_a_post_lost_without_its_body_is_lost() -> None:
    assert changes_of("市委决定免去秦立新总编辑职务。")["秦立新"][0] == "removed"


def test_the_post_before_the_next_name_is_that_name_s() -> None:
    found = changes_of("秦立新受聘为青江学院客座教授,院长韩雨颁发聘书。")
    assert found["秦立新"] == ("appointed", [("青江学院", "客座教授")])
