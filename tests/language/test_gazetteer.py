"""What the gazetteer knows of China's administrative units."""

from __future__ import annotations

from extractors.language.gazetteer import (
    chain,
    find,
    foreign_places,
    full_path,
    is_place_name,
    of_character,
    read_path,
    read_units,
    short_name,
    starts_abroad,
    unit_of_code,
    units_named,
)


def named(text: str) -> list[str]:
    return [unit.name for unit in read_units(text)[0]]


def test_a_unit_is_found_by_its_code_with_those_above_it() -> None:
    unit = unit_of_code("420381")
    assert unit is not None
    assert full_path(unit) == "湖北省十堰市丹江口市"
    assert [part.level for part in chain(unit)] == ["province", "city", "county"]


def test_an_unknown_code_is_no_unit() -> None:
    assert unit_of_code("999999") is None


def test_full_short_and_suffix_variants_name_the_same_unit() -> None:
    names = ("凉山彝族自治州", "凉山州", "凉山", "凉山自治州")
    assert {units_named(name)[0].code for name in names} == {"513400"}


def test_the_short_name_drops_the_last_word_but_never_leaves_one_character() -> None:
    assert short_name("成都市") == "成都"
    assert short_name("肃南裕固族自治县") == "肃南"
    assert short_name("内蒙古自治区") == "内蒙古"
    assert short_name("赵县") == "赵县"
    assert short_name("东乡族自治县") == "东乡"


def test_a_name_borne_twice_is_resolved_within_its_parent() -> None:
    liaoning = read_units("辽宁省沈阳市")[0]
    shandong = read_units("山东省济南市")[0]
    assert find("和平区") is None
    inside = find("和平区", liaoning)
    assert inside is not None and inside.parent_code == liaoning[-1].code
    assert find("市中区", shandong) == find("市中区", shandong[-1:])


def test_a_name_of_two_levels_means_the_higher_one_outside() -> None:
    unit = find("吉林")
    assert unit is not None and unit.level == "province"


def test_former_names_lead_to_the_unit_of_today() -> None:
    assert units_named("襄樊市")[0].name == "襄阳市"
    assert units_named("灌县")[0].name == "都江堰市"
    assert units_named("长安县")[0].code == "610116"


def test_an_older_last_word_finds_the_unit_of_the_same_name() -> None:
    assert units_named("张掖地区")[0].name == "张掖市"
    assert units_named("邛崃县")[0].name == "邛崃市"


def test_a_path_is_read_from_province_to_own_with_missing_levels_added() -> None:
    assert named("浙江省杭州市余杭区") == ["浙江省", "杭州市", "余杭区"]
    assert named("余杭区") == ["浙江省", "杭州市", "余杭区"]
    assert named("浙江杭州") == ["浙江省", "杭州市"]
    assert named("重庆市北碚区") == ["重庆市", "北碚区"]


def test_the_length_of_a_path_stops_before_what_is_no_unit() -> None:
    units, length = read_units("云南省昆明市教育局")
    assert units[-1].name == "昆明市"
    assert length == len("云南省昆明市")
    assert read_units("教育局") == ((), 0)


def test_a_city_without_districts_is_a_city() -> None:
    unit = find("东莞市")
    assert unit is not None and (unit.level, unit.code) == ("city", "441900")


def test_one_character_means_the_city_of_the_own_province_first() -> None:
    jiangxi, hubei = read_units("江西省九江市")[0], read_units("湖北省武汉市")[0]
    in_jiangxi, in_hubei = of_character("昌", jiangxi), of_character("昌", hubei)
    assert in_jiangxi is not None and in_jiangxi.name == "南昌市"
    assert in_hubei is not None and in_hubei.name == "宜昌市"


def test_one_character_of_the_own_name_is_understood_only_at_home() -> None:
    home = of_character("碚", read_units("重庆市北碚区")[0])
    assert home is not None and home.name == "北碚区"
    assert of_character("碚") is None


def test_one_character_of_a_province_or_a_famous_city() -> None:
    expected = {"川": "四川省", "渝": "重庆市", "蓉": "成都市", "兰": "兰州市", "沪": "上海市"}
    for character, name in expected.items():
        unit = of_character(character)
        assert unit is not None and unit.name == name


def test_places_abroad_are_known_by_country_and_city() -> None:
    assert {"法国", "日内瓦", "苏联", "河内"} <= foreign_places()
    assert starts_abroad("新加坡国立大学") == "新加坡"
    assert starts_abroad("教育部") == ""
    assert is_place_name("法国") and not is_place_name("教育部")


def test_counties_renamed_on_becoming_districts_are_found() -> None:
    named_now = {"安县": "安州区", "开县": "开州区", "兖州县": "兖州区", "涿县": "涿州市"}
    assert {old: units_named(old)[0].name for old in named_now} == named_now


def test_a_former_name_of_several_places_is_resolved_within_its_parent() -> None:
    assert named("江苏省淮安市清河区")[-1] == "清江浦区"
    assert named("辽宁省铁岭市清河区")[-1] == "清河区"
    assert named("安徽省蚌埠市郊区")[-1] == "淮上区"
    city = find("清河区")
    assert city is not None and city.name == "清河区"


def test_a_county_is_found_in_the_prefecture_and_province_of_its_time() -> None:
    assert named("四川省万县地区云阳县") == ["重庆市", "云阳县"]
    assert named("安徽省阜阳地区亳县") == ["安徽省", "亳州市", "谯城区"]
    assert named("广东省海南行政区琼山县") == ["海南省", "海口市", "琼山区"]


def test_the_last_name_of_a_path_is_given_as_written() -> None:
    assert read_path("四川省绵阳地区安县人民政府")[1:] == (len("四川省绵阳地区安县"), "安县")
