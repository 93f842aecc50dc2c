"""What own words mean in a chronicle of a place or of a body."""

from __future__ import annotations

import pytest

from extractors.language.scope import own_place, resolve_body, resolve_place, scope_of

DISTRICT = scope_of("浙江省杭州市余杭区")
CITY = scope_of("云南省曲靖市")
PREFECTURE = scope_of("四川省凉山彝族自治州")
REGION_COUNTY = scope_of("广西壮族自治区桂林市阳朔县")
UNIVERSITY = scope_of("兰州大学（甘肃省兰州市）")
HOSPITAL = scope_of("省立第一医院（安徽省合肥市）")


@pytest.mark.parametrize(
    ("place", "units", "own"),
    [
        ("浙江省杭州市余杭区", ["浙江省", "杭州市", "余杭区"], "余杭区"),
        ("曲靖市", ["云南省", "曲靖市"], "曲靖市"),
        ("中华人民共和国", [], "中华人民共和国"),
        ("云南省曲靖地区", ["云南省", "曲靖地区"], "曲靖地区"),
        ("北京市昌平县", ["北京市", "昌平县"], "昌平县"),
        ("云南省保山市腾冲市（腾冲县）", ["云南省", "保山市", "腾冲县"], "腾冲县"),
        ("浙江省杭州市余杭区瓶窑镇", ["浙江省", "杭州市", "余杭区", "瓶窑镇"], "瓶窑镇"),
        ("河北雄安新区", ["河北省", "雄安新区"], "雄安新区"),
        ("不知何处", [], "不知何处"),
    ],
)
def test_a_place_gives_its_units_and_its_own_name(place: str, units: list[str], own: str) -> None:
    scope = scope_of(place)
    assert [unit.name for unit in scope.units] == units
    assert own_place(scope) == own
    assert scope.body is None


def test_a_body_takes_its_units_from_the_brackets() -> None:
    assert UNIVERSITY.body == "兰州大学"
    assert [unit.name for unit in UNIVERSITY.units] == ["甘肃省", "兰州市"]


def test_a_body_may_stand_in_the_brackets_behind_its_place() -> None:
    mill = scope_of("上海市（东海棉纺织厂）")
    assert mill.body == "东海棉纺织厂"
    assert [unit.name for unit in mill.units] == ["上海市"]
    assert own_place(UNIVERSITY) == "兰州大学"


def test_an_unknown_place_gives_an_empty_scope() -> None:
    assert scope_of(None).units == ()
    assert own_place(scope_of(None)) == ""


def test_own_words_give_the_unit_of_their_level() -> None:
    for words in ("我区", "全区", "到区", "在区", "区里", "该区"):
        assert resolve_place(words, DISTRICT) == "余杭区"
    assert resolve_place("我市", DISTRICT) == "杭州市"
    assert resolve_place("全省", CITY) == "云南省"
    assert resolve_place("自治区", REGION_COUNTY) == "广西壮族自治区"
    assert resolve_place("我县", CITY) is None


def test_one_character_after_a_verb_of_coming_is_a_place() -> None:
    assert resolve_place("在兰", CITY) == "兰州"
    assert resolve_place("赴川", CITY) == "四川"
    assert resolve_place("来曲", CITY) == "曲靖"


def test_own_words_of_a_body_give_the_body() -> None:
    for words in ("学校", "我校", "来校"):
        assert resolve_place(words, UNIVERSITY) == "兰州大学"
    assert resolve_place("医院", HOSPITAL) == "省立第一医院"


@pytest.mark.parametrize(
    ("name", "full"),
    [
        ("区委", "余杭区委"),
        ("区政府", "余杭区政府"),
        ("区人民政府", "余杭区政府"),
        ("区人大常委会", "余杭区人大常委会"),
        ("市委", "杭州市委"),
        ("市政府办公厅", "杭州市政府办公厅"),
        ("省委", "浙江省委"),
        ("省卫健委", "浙江省卫健委"),
        ("省市场监管局", "浙江省市场监管局"),
        ("市民政局", "杭州市民政局"),
        ("区委“双减”工作专班", "余杭区委“双减”工作专班"),
    ],
)
def test_a_body_of_the_own_line_gets_its_place(name: str, full: str) -> None:
    assert resolve_body(name, DISTRICT) == full


@pytest.mark.parametrize(
    "name",
    ["市场监管总局", "教育部", "国务院", "县委", "清华大学", "法国驻华大使馆", "市政工程公司"],
)
def test_a_name_that_needs_no_place_stays(name: str) -> None:
    assert resolve_body(name, DISTRICT) == name


def test_higher_places_before_a_body_of_the_state_are_dropped() -> None:
    assert resolve_body("中共杭州市余杭区委", DISTRICT) == "余杭区委"
    assert resolve_body("浙江省人民政府", CITY) == "浙江省政府"
    assert resolve_body("杭州市余杭区人民医院", DISTRICT) == "杭州市余杭区人民医院"


def test_a_doubled_level_is_made_one() -> None:
    assert resolve_body("富阳区区委", DISTRICT) == "富阳区委"


def test_bodies_of_prefectures_and_regions() -> None:
    assert resolve_body("州委", PREFECTURE) == "凉山州委"
    assert resolve_body("自治州政府", PREFECTURE) == "凉山彝族自治州政府"
    assert resolve_body("自治区党委", REGION_COUNTY) == "广西壮族自治区党委"
    assert resolve_body("地委", scope_of("云南省曲靖地区")) == "曲靖地委"
    assert resolve_body("行署", scope_of("云南省曲靖地区")) == "曲靖行署"


def test_bodies_inside_a_body() -> None:
    assert resolve_body("党委", UNIVERSITY) == "兰州大学党委"
    assert resolve_body("校党委", UNIVERSITY) == "兰州大学党委"
    assert resolve_body("学校", UNIVERSITY) == "兰州大学"
    assert resolve_body("省委", UNIVERSITY) == "甘肃省委"
    assert resolve_body("院党委", HOSPITAL) == "省立第一医院党委"


@pytest.mark.parametrize(
    ("place", "own"),
    [
        ("四川省绵阳地区安县", "安县"),
        ("四川省万县地区云阳县", "云阳县"),
        ("重庆市江北区", "江北区"),
        ("上海市闸北区", "闸北区"),
        ("湖南省邵阳市新宁县", "新宁县"),
        ("浙江杭州", "杭州市"),
        ("四川省凉山州", "凉山州"),
        ("云南省保山市腾冲市（腾冲县）", "腾冲县"),
        ("腾冲县（云南省保山专区）", "腾冲县"),
        ("新疆生产建设兵团第八师石河子市", "石河子市"),
        ("陕西省西安市红旗区", "红旗区"),
    ],
)
def test_a_chronicle_keeps_the_name_that_its_place_had(place: str, own: str) -> None:
    assert own_place(scope_of(place)) == own


def test_an_elected_committee_of_the_party_is_the_committee_of_its_place() -> None:
    assert resolve_body("中共邠县第一届委员会", scope_of("陕西省咸阳市")) == "邠县委"
