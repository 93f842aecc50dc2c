"""One body behind its many names."""

from __future__ import annotations

import pytest

from graph.identity.bodies import body_of, employer, line_of
from graph.identity.naming import acting_for, document_kind, heads, rank_of
from graph.identity.places import Home, home_of

CITY = home_of("甘肃省张掖市")
DISTRICT = home_of("四川省成都市青白江区")


@pytest.mark.parametrize("name", ["市委", "张掖市委", "中共张掖市委", "中国共产党张掖市委员会",
                                  "中共甘肃省张掖市第五届委员会"])  # fmt: skip
def test_a_party_committee_is_one_in_all_its_forms(name: str) -> None:
    body = body_of(name, CITY)
    assert (body.name, body.called) == ("中共张掖市委员会", "张掖市委")
    assert body.kind == "party_committee"
    assert body.key == body_of("张掖市委", Home()).key


def test_the_committee_of_a_county_of_one_character_is_one_with_its_level_once_or_twice() -> None:
    county = home_of("安徽省宣城市泾县")
    names = ("县委", "泾县县委", "泾县委", "中共泾县委员会")
    assert {body_of(name, county).name for name in names} == {"中共泾县委员会"}


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("青白江区政府", "青白江区人民政府"),
        ("区人大", "青白江区第三届人民代表大会常务委员会"),
        ("区政协", "中国人民政治协商会议成都市青白江区委员会"),
        ("团区委", "共青团青白江区委员会"),
        ("区卫健委", "青白江区卫生健康委员会"),
        ("区人社局", "成都市青白江区人力资源和社会保障局"),
        ("省发改委", "四川省发展和改革委员会"),
        ("市纪委", "成都市纪律检查委员会"),
        ("区法院", "青白江区人民法院"),
        ("区委统战部", "中共青白江区委统一战线工作部"),
    ],
)
def test_short_and_long_forms_are_one_body(short: str, long: str) -> None:
    assert body_of(short, DISTRICT).key == body_of(long, DISTRICT).key


@pytest.mark.parametrize(
    ("short", "official"),
    [
        ("市人大", "张掖市人民代表大会常务委员会"),
        ("市政协", "中国人民政治协商会议张掖市委员会"),
        ("市纪委", "中共张掖市纪律检查委员会"),
        ("市委宣传部", "中共张掖市委宣传部"),
        ("市政府办公室", "张掖市人民政府办公室"),
        ("团市委", "共青团张掖市委员会"),
        ("全国人大", "全国人民代表大会常务委员会"),
    ],
)
def test_a_body_has_its_official_name(short: str, official: str) -> None:
    assert body_of(short, CITY).name == official


@pytest.mark.parametrize("name", ["视察组", "理论学习中心组", "疫情防控指挥部", "政法委"])
def test_a_name_that_every_chronicle_uses_is_its_own_bodys(name: str) -> None:
    assert body_of(name, CITY).key != body_of(name, DISTRICT).key


@pytest.mark.parametrize(
    ("before", "after"),
    [("省卫生厅", "省卫生健康委"), ("省环保厅", "省生态环境厅"), ("省国土资源厅", "省自然资源厅"),
     ("农业部", "农业农村部")],
)  # fmt: skip
def test_a_department_keeps_its_line_across_a_reform(before: str, after: str) -> None:
    old, new = body_of(before, CITY), body_of(after, CITY)
    assert old.key != new.key
    assert line_of(old) == line_of(new) != ""
    assert line_of(old) != line_of(body_of("省教育厅", CITY))


@pytest.mark.parametrize(
    ("written", "same"),
    [("政协第十三届全国委员会", "全国政协"), ("第十三届全国人大常委会", "全国人大"),
     ("十四届全国人大", "全国人大")],
)  # fmt: skip
def test_a_term_of_a_national_body_is_that_body(written: str, same: str) -> None:
    assert body_of(written, CITY).key == body_of(same, CITY).key


def test_bodies_of_namesake_districts_stay_apart() -> None:
    nanjing, fuzhou = home_of("江苏省南京市鼓楼区"), home_of("福建省福州市鼓楼区")
    assert body_of("鼓楼区委", nanjing).name == body_of("鼓楼区委", fuzhou).name
    assert body_of("鼓楼区委", nanjing).key != body_of("鼓楼区委", fuzhou).key


def test_the_word_for_the_own_unit_means_the_unit_of_that_level() -> None:
    assert body_of("市政府", DISTRICT).name == "成都市人民政府"
    assert body_of("省政府", DISTRICT).name == "四川省人民政府"
    assert body_of("区政府", DISTRICT).name == "青白江区人民政府"


def test_a_word_for_a_unit_that_home_lacks_gives_a_body_of_this_chronicle_alone() -> None:
    chengdu, wuhan = home_of("四川省成都市"), home_of("湖北省武汉市")
    assert body_of("区委", chengdu).key != body_of("区委", wuhan).key


def test_a_body_without_a_place_before_it_is_the_chronicles_own() -> None:
    assert body_of("政协", DISTRICT).called == "青白江区政协"
    assert body_of("教育局", DISTRICT).name == "青白江区教育局"
    assert body_of("兰州铁路局", DISTRICT).place is None


def test_an_autonomous_region_keeps_its_way_to_name_the_committee() -> None:
    assert body_of("广西壮族自治区党委", CITY).called == "广西壮族自治区党委"


@pytest.mark.parametrize(
    ("name", "parent"),
    [
        ("河滨学院党委", "河滨学院"),
        ("教育部职成司", "教育部"),
        ("东江大学分析中心", "东江大学"),
        ("省卫健委党组", "甘肃省卫生健康委员会"),
        ("市委宣传部", "张掖市委"),
        ("市政府办公室", "张掖市政府"),
        ("东江大学附属第一医院", "东江大学"),
    ],
)
def test_a_body_that_its_name_holds_is_its_parent(name: str, parent: str) -> None:
    found = body_of(name, CITY).parent
    assert found is not None
    assert found.called == parent


def test_what_is_left_of_a_unions_name_is_no_body() -> None:
    assert body_of("中国机械工会", CITY).parent is None


def test_a_department_belongs_to_its_units_government() -> None:
    assert body_of("市教育局", CITY).above == body_of("市政府", CITY).key


def test_a_party_groups_member_works_for_the_body_above() -> None:
    assert employer(body_of("甘肃省交通运输厅党组", CITY)).name == "甘肃省交通运输厅"
    assert employer(body_of("市委组织部", CITY)).name == "中共张掖市委组织部"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("江北精密机械有限公司", "company"),
        ("东江大学", "school"),
        ("市第一人民医院", "hospital"),
        ("全国政协", "cppcc"),
        ("最高人民检察院", "procuratorate"),
        ("市防汛抗旱指挥部", "task_force"),
        ("江北商会", "association"),
        ("城厢镇", "township"),
        ("邻国驻华大使馆", "embassy"),
    ],
)
def test_the_kind_of_a_body_is_told_by_its_name(name: str, kind: str) -> None:
    assert body_of(name, DISTRICT).kind == kind


def test_the_schools_own_committee_is_that_of_the_school() -> None:
    own = home_of("东江大学(北京市)")
    assert body_of("学校党委", own).key == body_of("东江大学党委", own).key


def test_documents_and_posts_have_their_kinds() -> None:
    assert document_kind("河滨市防洪条例(草案)") == "law"
    assert document_kind("关于春耕工作的通知") == "notice"
    assert [rank_of(o) for o in ("市长", "常务副市长", "副市长", "党组成员", "教授")] == [
        "chief", "executive_deputy", "deputy", "member", "other",
    ]  # fmt: skip


def test_one_person_at_a_time_heads_a_body_but_not_each_of_its_officers() -> None:
    assert heads("书记", "party_committee", "中共张掖市委员会")
    assert heads("局长", "department", "张掖市教育局")
    assert not heads("常委", "party_committee", "中共张掖市委员会")
    assert not heads("处长", "department", "甘肃省教育厅")


def test_an_acting_office_is_told_from_a_word_that_opens_alike() -> None:
    assert [acting_for(o) for o in ("代县长", "代理市长", "代表", "县长")] == [
        "县长",
        "市长",
        "",
        "",
    ]
