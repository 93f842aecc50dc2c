"""Names and the posts before them."""

from __future__ import annotations

from tests.language.reading import COUNTY, DISTRICT, named, posts_of


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
